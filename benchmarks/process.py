"""A whole run of the command, from start to exit, beside what people run on such files today.

check-jsonschema and yamllint answer less (is the file well formed?). pip-audit and checkov are other programs in Python
that judge files by rules; they are measured where they are installed (see `benchmarks` on where that may be).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median

from benchmarks.machine import AS_OF, SAMPLE

_OURS = [sys.executable, "-m", "dcs_audit"]
_YAMLLINT = ("yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}")


_APART = ("pip-audit", "checkov")
"""Programs that need an environment of their own."""


def measure(pairs: int) -> Iterator[str]:
    """All programs in turn, `pairs` times after one run each that does not count."""
    yield from _start(pairs)
    yield ""
    with tempfile.TemporaryDirectory() as folder:
        yield from _check(pairs, Path(folder))


def _start(pairs: int) -> Iterator[str]:
    known = ", ".join(filter(None, map(_version, _APART)))
    yield f"(a) cold start: --help, {pairs} runs of each in turn{known and f'; {known}'}"
    runs = [
        Run("python -c pass", [sys.executable, "-c", "pass"]),
        Run("dcs-audit --help", [*_OURS, "--help"]),
        *_others((name, "--help") for name in ("check-jsonschema", "yamllint", *_APART)),
    ]
    yield from _compared(runs, pairs)


def _check(pairs: int, folder: Path) -> Iterator[str]:
    yield f"(a) whole process on {SAMPLE.name}, {pairs} runs of each in turn"
    schema = folder / "unit.schema.json"
    schema.write_text(json.dumps(_schema(), ensure_ascii=False), encoding="utf-8")
    check = [*_OURS, "check", str(SAMPLE), "--as-of", AS_OF.isoformat()]
    kept = folder / "cache"
    runs = [
        *_others([("check-jsonschema", "--schemafile", str(schema), str(SAMPLE)), (*_YAMLLINT, str(SAMPLE))]),
        Run("dcs-audit, cache", check, 1, kept),
        Run("dcs-audit, JSON", [*check, "--format", "json"], 1, kept),
        Run("dcs-audit, no cache yet", check, 1, kept, anew=True),
        Run("dcs-audit, cache off", check, 1),
    ]
    yield from _compared(runs, pairs)


@dataclass(frozen=True, slots=True)
class Run:
    """A command, how it ends, and its cache (None: off), which is thrown away before each run with `anew`."""

    name: str
    command: Sequence[str]
    code: int = 0
    cache: Path | None = None
    anew: bool = False


def _others(commands: Iterable[Sequence[str]]) -> Iterator[Run]:
    """Those of the programs that are installed; of the others only a name without a command."""
    for name, *arguments in commands:
        found = _found(name)
        yield Run(name, [found, *arguments] if found else [])


def _found(name: str) -> str | None:
    """The program in this environment, in the folder that BENCH_TOOLS names, or on PATH."""
    folders = (sysconfig.get_path("scripts"), os.environ.get("BENCH_TOOLS"), os.environ.get("PATH"))
    return next(filter(None, (which(name, path=folder) for folder in folders if folder)), None)


def _version(name: str) -> str | None:
    """The name and version that a program says it has."""
    found = _found(name)
    if found is None:
        return None
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    return f"{name} {told.split()[-1]}"


def _compared(runs: Sequence[Run], pairs: int) -> Iterator[str]:
    """A line for each, the ratio to the first that is installed being that of the medians."""
    present = [run for run in runs if run.command]
    rounds = [[_seconds(run) for run in present] for _ in range(pairs + 1)][1:]
    first = median(taken[0] for taken in rounds)
    for run in runs:
        if not run.command:
            yield f"    {run.name:<24} not installed"
            continue
        taken = [entry[present.index(run)] for entry in rounds]
        middle = median(taken)
        yield (
            f"    {run.name:<24} median {middle * 1000:6.0f} ms   minimum {min(taken) * 1000:6.0f} ms"
            f"   {middle / first:6.2f} times {present[0].name}"
        )


def _schema() -> dict[str, object]:
    # Imported here: the programs that are measured should not find warm caches of what this one has not needed.
    from dcs_audit.law import load_rulebook
    from dcs_audit.records.schema import json_schema

    return json_schema(load_rulebook().vocabulary)


def _seconds(run: Run) -> float:
    """Seconds until the process has ended. Raises RuntimeError unless it ends as it should."""
    if run.anew and run.cache is not None:
        shutil.rmtree(run.cache, ignore_errors=True)
    # Whoever keeps Python from writing bytecode pays for every module in every run, which no user does.
    spoiling = ("DCS_AUDIT_LANG", "PYTHONDONTWRITEBYTECODE")
    environment = {name: value for name, value in os.environ.items() if name not in spoiling}
    environment["DCS_AUDIT_CACHE"] = str(run.cache or "off")
    start = time.perf_counter()
    ended = subprocess.run(run.command, capture_output=True, env=environment, check=False)
    taken = time.perf_counter() - start
    if ended.returncode != run.code:
        raise RuntimeError(f"{run.name} ended with {ended.returncode}: {ended.stderr.decode(errors='replace')}")
    return taken
