"""What each format's writing costs beside JSON, for one unit and for a fleet, and how large the files become."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator
from statistics import median

from benchmarks.judging import subject
from benchmarks.machine import AS_OF
from benchmarks.units import plausible
from dcs_audit.auditor import Auditor
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import Tally
from dcs_audit.law import load_rulebook
from dcs_audit.records import load
from dcs_audit.report.interface import FORMATS, Content, MissingLibrary, Options, style
from dcs_audit.verdicts.model import Report


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time and KiB; every round takes all formats in turn, the audit not counted."""
    book, loaded = subject()
    one = Auditor(book, "reference").audit(loaded, AS_OF)
    several = list(_fleet(units))
    names = list(_usable())
    jobs: dict[tuple[str, str], Callable[[], int]] = {}
    for name in names:
        jobs[name, "unit"] = lambda name=name: _size(style(name).alone(one, Options(as_of=AS_OF)))
        jobs[name, "fleet"] = lambda name=name: _written(name, several)
    taken: dict[tuple[str, str], list[float]] = {job: [] for job in jobs}
    sizes: dict[tuple[str, str], int] = {}
    for warm in range(rounds + 1):
        for key, job in jobs.items():
            gc.collect()
            start = time.process_time()
            sizes[key] = job()
            if warm:  # the first round loads libraries
                taken[key].append((time.process_time() - start) * 1000)
    yield f"(g) writing one report and a fleet of {units}; {rounds} rounds, processor time; × is to JSON"
    for (name, kind), times in taken.items():
        ratio = median(times) / median(taken["json", kind])
        yield (
            f"    {name:<6} {kind:<6} median {median(times):9.1f} ms   {ratio:6.2f} x json"
            f"   {sizes[name, kind] / 1024:9.1f} KiB"
        )


def _usable() -> Iterator[str]:
    for name in FORMATS:
        try:
            style(name)
        except MissingLibrary:
            continue
        yield name


def _fleet(units: int) -> Iterator[Report]:
    book = load_rulebook()
    auditor = Auditor(book, "reference")
    for number, record in enumerate(plausible(units)):
        data = json.dumps(record, ensure_ascii=False).encode()
        yield auditor.audit(load(data, f"{number:05d}.json", book.vocabulary, "json"), AS_OF)


def _written(name: str, reports: list[Report]) -> int:
    form, tally, options = style(name), Tally(), Options(as_of=AS_OF)
    frame = form.frame(options)
    size = _size(frame.begin())
    for number, report in enumerate(reports):
        share = share_of(report, ())
        tally.add(share)
        shown = form.most is None or number < form.most
        size += _size(frame.unit(form.part(report, options) if shown else None, share))
    return size + _size(frame.end(tally))


def _size(content: Content) -> int:
    return len(content.encode("utf-8") if isinstance(content, str) else content)
