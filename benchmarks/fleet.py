"""Many units: from YAML beside a validator, from JSON Lines, memory as they grow, two processes beside one."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.machine import AS_OF
from benchmarks.units import plausible
from dcs_audit.law import load_rulebook
from dcs_audit.records.schema import json_schema

_PROGRAM = [sys.executable, "-m", "dcs_audit", "check", "--as-of", AS_OF.isoformat(), "--format", "jsonl"]


def measure(units: int) -> Iterator[str]:
    """Units a second and MiB; every comparison is made in this run, one program after the other."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield f"(f) {units} plausible units of all types (seed 1), wall-clock time of whole processes"
        yield from _from_yaml(folder, min(units, 200))
        yield from _from_lines(folder, units)


def _from_yaml(folder: Path, units: int) -> Iterator[str]:
    """The same YAML files: ours reads, checks, judges and writes; the other only validates them."""
    files = folder / "yaml"
    files.mkdir()
    for number, record in enumerate(plausible(units)):
        (files / f"{number:05d}.yaml").write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    schema = folder / "unit.schema.json"
    schema.write_text(json.dumps(json_schema(load_rulebook().vocabulary)), encoding="utf-8")
    ours = _run([*_PROGRAM, "--jobs", "1", str(files), "--output", str(folder / "yaml.jsonl")])
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
    theirs = _run([*command, *map(str, sorted(files.iterdir()))])
    yield f"    YAML, {units} files, one process   dcs-audit {units / ours.seconds:7.1f} units a second"
    yield f"                                    check-jsonschema {units / theirs.seconds:7.1f}"
    yield f"                                    ratio {theirs.seconds / ours.seconds:7.2f} (target 3)"


def _from_lines(folder: Path, units: int) -> Iterator[str]:
    """JSON Lines: a tenth of the units and all of them, in one process and in two."""
    runs = {}
    for number, jobs in ((max(units // 10, 1), 1), (units, 1), (units, 2)):
        source = folder / f"{number}.jsonl"
        if not source.exists():
            with source.open("w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in plausible(number))
        runs[number, jobs] = done = _run(
            [*_PROGRAM, "--jobs", str(jobs), str(source), "--output", str(folder / f"{number}-{jobs}.out")]
        )
        rate = number / done.seconds
        yield f"    JSON Lines, {number:>7} units, --jobs {jobs}       {rate:7.1f} units a second"
        yield f"                                       peak {done.peak:7.1f} MiB of the largest process"
    small, large, two = runs.values()
    growth = (large.seconds / units) / (small.seconds / max(units // 10, 1))
    yield f"    a unit among {units} costs {growth:5.2f} of one among a tenth as many"
    yield f"    two processes {large.seconds / two.seconds:5.2f} times one (target 1.7)"


class _Done:
    """How a process came out."""

    def __init__(self, seconds: float, peak: float) -> None:
        self.seconds = seconds
        self.peak = peak


def _run(command: list[str]) -> _Done:
    """Seconds of a command, and the peak resident set in MiB of the largest process it has started so far."""
    start = time.perf_counter()
    # Violations and invalid files end with 1 and 3: here only the work counts. Its own process measures its peak.
    probe = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
        "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", probe, *command], capture_output=True, text=True, check=True)
    return _Done(time.perf_counter() - start, int(told.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024))
