"""Whole processes, with what they took."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Collection
from typing import NamedTuple


class Done(NamedTuple):
    """Seconds of wall-clock time, and the peak resident set in MiB of the largest process."""

    seconds: float
    peak: float


def run(command: list[str], codes: Collection[int]) -> Done:
    """How a command came out. Raises RuntimeError for an exit code that is not among `codes`."""
    # Its own process measures its peak; of ours it would be that of all processes so far.
    probe = (
        "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode; "
        "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    start = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", probe, *command], capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    code, peak = map(int, told.stdout.split())
    if code not in codes:
        raise RuntimeError(f"{' '.join(command[:3])} ended with {code}: {told.stderr}")
    return Done(seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
