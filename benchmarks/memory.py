"""Whether many audits in one process keep memory: the resident set before and after."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.judging import subject
from benchmarks.machine import AS_OF
from dcs_audit.audit import Auditor

_WARM = 50
"""Audits before the first figure: they fill caches and let the allocator grow to its working size."""
_STEPS = 4


def measure(audits: int) -> Iterator[str]:
    """The resident set after warming up and after each quarter of `audits` audits with both engines."""
    book, loaded = subject()
    auditor = Auditor(book, "both")
    yield f"(c) memory over {audits} audits of the same unit, engine {auditor.engine.name}"
    if resident() is None:
        yield "    this system does not say how much memory a process holds"
        return
    for _ in range(_WARM):
        auditor.audit(loaded, AS_OF)
    gc.collect()
    before = resident() or 0
    yield f"    after {_WARM:>6} to warm up   {before / 1024:8.1f} MiB"
    start, done, held = time.perf_counter(), 0, before
    for step in range(1, _STEPS + 1):
        while done < audits * step // _STEPS:
            auditor.audit(loaded, AS_OF)
            done += 1
        gc.collect()
        held = resident() or 0
        yield f"    after {done:>6}              {held / 1024:8.1f} MiB  {(held - before) / 1024:+8.1f}"
    rate = (time.perf_counter() - start) * 1000 / audits
    yield f"    growth {(held - before) * 1024 / audits:.0f} bytes an audit; {rate:.2f} ms an audit"


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
