"""The example of a fleet on a Dask cluster."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "dask_fleet.py"


def test_a_local_cluster_audits_every_line(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    path = tmp_path / "units.jsonl"
    good = '{"unit": {"name": "Thôn Một", "type": "village", "households": 120}, "year": 2026}\n'
    path.write_text(good * 6 + "{\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, str(EXAMPLE), str(path), "2026-11-20"], capture_output=True, check=False, timeout=120
    )
    counts = {name: int(number) for number, name in (row.split() for row in ran.stdout.decode().splitlines())}
    assert ran.returncode == 0, ran.stderr.decode()
    assert counts.pop("failed") == 1
    assert sum(counts.values()) == 6
