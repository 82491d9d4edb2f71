"""Whether many audits in one process keep memory: the resident set before and after."""

from __future__ import annotations

import gc
import json
import os
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.judging import subject
from benchmarks.machine import AS_OF
from benchmarks.units import plausible
from dcs_audit.auditor import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.records import load
from dcs_audit.verdicts.model import Report

_WARM = 50
"""Audits before the first figure: they fill caches and let the allocator grow to its working size."""
_STEPS = 4
_SOAK_WARM = 2000
"""Different units fill the caches more slowly than one unit does: this many come before the first figure."""
_SOAK_STEPS = 20


def measure(audits: int) -> Iterator[str]:
    """The resident set after warming up and after each quarter of `audits` audits of one unit with both engines."""
    book, loaded = subject()
    auditor = Auditor(book, "both")
    yield f"(c) memory over {audits} audits of the same unit, engine {auditor.engine.name}"
    yield from _watched(lambda: auditor.audit(loaded, AS_OF), audits, _WARM, _STEPS)


def soak(units: int, seed: int = 1) -> Iterator[str]:
    """The resident set over `units` different units, each read, put to both engines, and audited from memory.

    Raises RuntimeError for a unit on which what was remembered and what the engines say anew differ. Meant for a long
    run by itself, also with `MALLOC_PERTURB_=165`, under which memory that is read after it was freed is garbage.
    """
    book = load_rulebook()
    anew, remembering = Auditor(book, "both", fresh=True), Auditor(book, "both")
    records = plausible(units + _SOAK_WARM, seed)
    duties = 0

    def one() -> None:
        nonlocal duties
        data = json.dumps(next(records), ensure_ascii=False).encode()
        loaded = load(data, "soak", book.vocabulary, "json")
        report = anew.audit(loaded, AS_OF)
        if report != remembering.audit(loaded, AS_OF):
            raise RuntimeError(f"what was remembered differs from what the engines say: {data.decode()}")
        duties += _counted(report)

    perturbed = os.environ.get("MALLOC_PERTURB_", "unset")
    yield f"(i) soak: {units} plausible units (seed {seed}), engine {anew.engine.name}, MALLOC_PERTURB_ {perturbed}"
    yield from _watched(one, units, min(_SOAK_WARM, units), _SOAK_STEPS)
    yield f"    {duties} duties decided; no unit differed, failed or was lost"


def _counted(report: Report) -> int:
    if not report.results or sum(report.summary.counts.values()) != len(report.results):
        raise RuntimeError("a report does not add up")
    return len(report.results)


def _watched(job: Callable[[], object], times: int, warm: int, steps: int) -> Iterator[str]:
    """The resident set after `warm` runs of a job, and after each part of `times` more."""
    if resident() is None:
        yield "    this system does not say how much memory a process holds"
        return
    for _ in range(warm):
        job()
    gc.collect()
    before = resident() or 0
    yield f"    after {warm:>6} to warm up   {before / 1024:8.1f} MiB"
    start, done, held = time.perf_counter(), 0, before
    for step in range(1, steps + 1):
        for _ in islice(range(times), done, times * step // steps):
            job()
        done = times * step // steps
        gc.collect()
        held = resident() or 0
        yield f"    after {done:>6}              {held / 1024:8.1f} MiB  {(held - before) / 1024:+8.1f}"
    rate = (time.perf_counter() - start) * 1000 / times
    yield f"    growth {(held - before) * 1024 / times:.0f} bytes a unit; {rate:.2f} ms a unit"


def resident() -> int | None:
    """The resident set of this process in KiB, None where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return _resident_by_ps()
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def _resident_by_ps() -> int | None:
    import subprocess

    try:
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, text=True, check=True)
        return int(told.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
