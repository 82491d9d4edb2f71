"""Runs of the command in a process that may use so much time and memory, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 6
"""Of the processor, for all of the process: to start Python and load the rules takes one on a slow machine."""
MEGABYTES = 700
"""Of address space; what is in use of it is less than half."""

DAY = ("--as-of", "2026-11-20")
GOOD = "unit: {name: Xã A, type: commune}\nyear: 2026\n"

# The limits are set by the process itself: a function to run before it would run beside the threads of the tests.
_LIMITED = """
import resource, runpy, sys
seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
sys.argv = ["dcs-audit", *sys.argv[3:]]
runpy.run_module("dcs_audit", run_name="__main__")
"""


@dataclass(frozen=True)
class Ended:
    """How a process ended and what it said."""

    code: int
    out: bytes
    err: str

    @property
    def told(self) -> list[str]:
        """The lines of its talk."""
        return self.err.splitlines()


def run(
    *arguments: str | bytes | Path,
    cwd: Path | None = None,
    stdin: bytes = b"",
    seconds: int = SECONDS,
    memory: int = MEGABYTES,
) -> Ended:
    """The command with these arguments, which ends by itself and without a traceback."""
    words: Sequence[str | bytes] = [str(word) if isinstance(word, Path) else word for word in arguments]
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "DCS_AUDIT_LANG")}
    ended = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(seconds), str(memory), *words],
        cwd=cwd,
        env=kept,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )
    told = ended.stderr.decode("utf-8")  # whatever the file held, what is said about it is UTF-8
    assert ended.returncode in (0, 1, 2, 3), (ended.returncode, told[-2000:])
    for trace in ("Traceback", 'File "', "MemoryError", "lỗi của chương trình", "Warning"):
        assert trace not in told, told[-2000:]
    return Ended(ended.returncode, ended.stdout, told)
