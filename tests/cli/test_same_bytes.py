"""The same inputs and day give the same bytes, in every format, whatever the process, the hour and the place."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from dcs_audit.report.interface import FORMATS, MissingLibrary, style

SAMPLES = Path(__file__).parents[2] / "samples"
ONE = (SAMPLES / "xa-nhieu-ton-tai.yaml",)
SEVERAL = (SAMPLES / "co-quan.yaml", SAMPLES / "thon-nhieu-ton-tai.yaml", SAMPLES / "xa-trong.yaml")
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C", "COLUMNS": "100", "SOURCE_DATE_EPOCH": "1"}


def usable() -> list[str]:
    found = []
    for name in FORMATS:
        try:
            style(name)
        except MissingLibrary:
            continue
        found.append(name)
    return found


def run(units: tuple[Path, ...], folder: Path, jobs: int, environment: dict[str, str]) -> dict[str, str]:
    """The digest of each report of a run in a process of its own."""
    folder.mkdir()
    reports = [part for name in usable() for part in ("--report", f"{name}:{folder / name}")]
    command = ["check", *map(str, units), "--as-of", "2026-11-20", "--engine", "reference", "--jobs", str(jobs)]
    ran = subprocess.run(
        [sys.executable, "-m", "dcs_audit", *command, "--all", *reports],
        env={**os.environ, **environment},
        capture_output=True,
        timeout=300,
    )
    assert ran.returncode == 1, ran.stderr.decode()
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in usable()}


@pytest.mark.parametrize("units", [ONE, SEVERAL], ids=["unit", "fleet"])
def test_every_format_twice(units: tuple[Path, ...], tmp_path: Path) -> None:
    first = run(units, tmp_path / "1", 1, {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "COLUMNS": "100"})
    again = run(units, tmp_path / "2", 2, ELSEWHERE)
    assert len(first) >= 6
    assert again == first
