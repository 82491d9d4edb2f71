"""A real commune whose records name evidence, and the folder that holds it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dcs_audit.cli.main import main

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "xa-gan-dat.yaml"
FIRST = "    - item: kinh-te-xa-hoi\n"
RULE = "LDC-D11-K1"
"""Passed by the first record of the sample."""
ARGUMENTS = ("--as-of", "2026-11-20", "--engine", "reference")


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


def run(*argv: str | Path) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    code = main([str(word) for word in argv], io.StringIO(), out, err, lambda: date(2026, 11, 20))
    return Ran(code, out.getvalue(), err.getvalue())


def commune(path: Path, evidence: str) -> Path:
    """A unit file whose first record names this evidence, in YAML."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count(FIRST) == 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(FIRST, f"{FIRST}      evidence: {evidence}\n"), encoding="utf-8")
    return path


def folder(path: Path, **files: bytes) -> Path:
    """A folder with these files; `anh__1` stands for `anh/1.jpg`."""
    for name, data in files.items():
        file = path / (name.replace("__", "/") + ".jpg")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    path.mkdir(exist_ok=True)
    return path
