"""Judging one unit that was read before: the engines alone, and everything between record and report."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from benchmarks.machine import AS_OF, SAMPLE
from dcs_audit.auditor import Auditor
from dcs_audit.duties.casefile import prepare
from dcs_audit.duties.context import Context
from dcs_audit.engine.durable import available
from dcs_audit.engine.pair import Choice
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded, load_path


def subject() -> tuple[Rulebook, Loaded]:
    """The national rulebook and the sample, read."""
    book = load_rulebook()
    loaded = load_path(SAMPLE, book.vocabulary)
    if loaded.unit is None:
        raise RuntimeError(f"{SAMPLE.name} is no valid unit file")
    return book, loaded


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time for each unit and engine; each round judges so many with every engine in turn."""
    book, loaded = subject()
    file = loaded.unit
    assert file is not None  # `subject` has seen to it
    choices: tuple[Choice, ...] = ("reference", "durable", "both") if available() else ("reference",)
    auditors = {choice: Auditor(book, choice) for choice in choices}
    facts = prepare(book.blueprint, Context(file, file.year, AS_OF, book)).facts
    report = auditors["reference"].audit(loaded, AS_OF)
    held = sum(len(section) for _, section in file.records)
    yield (
        f"(b) judging {SAMPLE.name} already read: {report.summary.duties} duties, {held} records, {len(facts)} facts;"
        f" {rounds} rounds of {units} units, processor time"
    )
    if len(choices) == 1:
        yield "    durable_rules is not installed: only the reference engine is measured"
    jobs: dict[tuple[str, str], Callable[[], object]] = {}
    for choice, auditor in auditors.items():
        jobs["engine.run", choice] = lambda auditor=auditor: auditor.engine.run(facts)
        jobs["Auditor.audit", choice] = lambda auditor=auditor: auditor.audit(loaded, AS_OF)
    taken: dict[tuple[str, str], list[float]] = {name: [] for name in jobs}
    for warm in range(rounds + 1):
        for name, job in jobs.items():
            spent = _milliseconds(job, units)
            if warm:  # the first round fills caches
                taken[name].append(spent)
    for (part, choice), times in taken.items():
        yield _line(part, choice, times, taken[part, "reference"])


def _milliseconds(job: Callable[[], object], units: int) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(units):
        job()
    return (time.process_time() - start) * 1000 / units


def _line(part: str, choice: str, times: Sequence[float], reference: Sequence[float]) -> str:
    ratio = median(times) / median(reference)
    return (
        f"    {part:<14} {choice:<10} median {median(times):7.2f} ms   minimum {min(times):7.2f} ms"
        f"   {ratio:5.2f} x reference"
    )
