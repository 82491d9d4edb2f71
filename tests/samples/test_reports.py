"""The sample reports are what the program writes today. `GOLDEN_UPDATE=1` writes them anew: look at what changed."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from dcs_audit.cli.main import main
from dcs_audit.engine.durable import available
from dcs_audit.report.interface import FORMATS

SAMPLES = Path(__file__).parents[2] / "samples"
REPORTS = SAMPLES / "reports"
ALL = tuple(form for form in FORMATS if form != "jsonl")
SAMPLED = {
    "xa-nhieu-ton-tai": ("xa-nhieu-ton-tai.yaml", ALL),
    "doanh-nghiep-nha-nuoc-tot": ("doanh-nghiep-nha-nuoc-tot.yaml", ALL),
    "doi-binh-giang": ("ke-hoach/binh-giang-2026", ("md", "html", "docx", "xlsx")),  # the others hold every unit whole
}
ENDINGS = {"text": "txt", "junit": "xml"}
ZIPPED = ("docx", "xlsx")
"""Their bytes hang on the version of the library that packs them too."""


@pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here, and every report says so")
@pytest.mark.parametrize("name", SAMPLED)
def test_sample_reports(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    folder = REPORTS if os.environ.get("GOLDEN_UPDATE") == "1" else tmp_path
    units, forms = SAMPLED[name]
    written = {form: folder / f"{name}.{ENDINGS.get(form, form)}" for form in forms}
    reports = [part for form, path in written.items() for part in ("--report", f"{form}:{path}")]
    streams = (io.StringIO(), io.StringIO(), io.StringIO())
    code = main(["check", units, "--as-of", "2026-11-20", "--report", "jsonl:-", *reports], *streams)
    assert code in (0, 1)
    for form, path in written.items():
        kept = REPORTS / path.name
        if form in ZIPPED:
            assert kept.read_bytes()[:2] == b"PK"
        else:
            assert _said(kept) == _said(path), path.name


def _said(path: Path) -> str:
    """A report without the digest of the rulebook, which every change of a rule changes."""
    return re.sub(r"\b(sha256:)?[0-9a-f]{12,64}\b", "…", path.read_text(encoding="utf-8"))
