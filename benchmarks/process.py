"""A whole run of the command, from start to exit, beside a schema check of the same file.

check-jsonschema answers less (is the file well formed?); it stands for what people run on such files today.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which
from statistics import median

from benchmarks.machine import AS_OF, SAMPLE


def measure(pairs: int) -> Iterator[str]:
    """Both programs in turn, `pairs` times after one run each that does not count."""
    ours = [sys.executable, "-m", "dcs_audit", "check", str(SAMPLE), "--as-of", AS_OF.isoformat()]
    yield f"(a) whole process on {SAMPLE.name}, {pairs} runs of each in turn"
    theirs = _program("check-jsonschema")
    if theirs is None:
        yield "    check-jsonschema is not installed (pip install -e '.[bench]'): only dcs-audit is measured"
        yield _line("dcs-audit check", [_run(ours, 1) for _ in range(pairs + 1)][1:])
        return
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "unit.schema.json"
        schema.write_text(json.dumps(_schema(), ensure_ascii=False), encoding="utf-8")
        check = [theirs, "--schemafile", str(schema), str(SAMPLE)]
        taken = [(_run(ours, 1), _run(check, 0)) for _ in range(pairs + 1)][1:]
    first, second = ([pair[side] for pair in taken] for side in (0, 1))
    yield _line("dcs-audit check", first)
    yield _line("check-jsonschema", second)
    ratios = [one / other for one, other in taken]
    yield (
        f"    ratio of medians {median(first) / median(second):.2f};"
        f" of pairs {min(ratios):.2f} to {max(ratios):.2f}, median {median(ratios):.2f}  (below 1: dcs-audit is faster)"
    )


def _schema() -> dict[str, object]:
    # Imported here: the programs that are measured should not find warm caches of what this one has not needed.
    from dcs_audit.law import load_rulebook
    from dcs_audit.records.schema import json_schema

    return json_schema(load_rulebook().vocabulary)


def _program(name: str) -> str | None:
    """The program beside this Python, or on the path."""
    return which(name, path=sysconfig.get_path("scripts")) or which(name)


def _run(command: Sequence[str], code: int) -> float:
    """Seconds until the process has ended. Raises RuntimeError unless it ends with `code`."""
    environment = {name: value for name, value in os.environ.items() if name != "DCS_AUDIT_LANG"}
    start = time.perf_counter()
    ended = subprocess.run(command, capture_output=True, env=environment, check=False)
    taken = time.perf_counter() - start
    if ended.returncode != code:
        raise RuntimeError(f"{command[0]} ended with {ended.returncode}: {ended.stderr.decode(errors='replace')}")
    return taken


def _line(name: str, taken: Sequence[float]) -> str:
    return f"    {name:<18} median {median(taken) * 1000:7.0f} ms   minimum {min(taken) * 1000:7.0f} ms"
