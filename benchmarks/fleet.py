"""Many units: from each format beside a validator, from JSON Lines, memory as they grow, two processes beside one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import reading
from benchmarks.machine import AS_OF
from benchmarks.running import run
from benchmarks.units import plausible

_MOST_FILES = 200
_PROGRAM = [sys.executable, "-m", "dcs_audit", "check", "--as-of", AS_OF.isoformat(), "--format", "jsonl"]


def measure(units: int) -> Iterator[str]:
    """Units a second and MiB; every comparison is made in this run, one program after the other."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield f"(f) {units} plausible units of all types (seed 1), wall-clock time of whole processes"
        yield from reading.measure(folder, min(units, _MOST_FILES))
        yield from _from_lines(folder, units)


def _from_lines(folder: Path, units: int) -> Iterator[str]:
    """JSON Lines: a tenth of the units and all of them, in one process and in two."""
    runs = {}
    for number, jobs in ((max(units // 10, 1), 1), (units, 1), (units, 2)):
        source = folder / f"{number}.jsonl"
        if not source.exists():
            with source.open("w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in plausible(number))
        target = folder / f"{number}-{jobs}.out"
        command = [*_PROGRAM, "--jobs", str(jobs), str(source), "--output", str(target)]
        runs[number, jobs] = done = run(command, (0, 1))
        rate = number / done.seconds
        yield f"    JSON Lines, {number:>7} units, --jobs {jobs}       {rate:7.1f} units a second"
        yield f"                                       peak {done.peak:7.1f} MiB of the largest process"
    small, large, two = runs.values()
    growth = (large.seconds / units) / (small.seconds / max(units // 10, 1))
    yield f"    a unit among {units} costs {growth:5.2f} of one among a tenth as many"
    yield f"    two processes {large.seconds / two.seconds:5.2f} times one (target 1.7)"
