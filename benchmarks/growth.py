"""Whether cost grows in step with records and with rules: three and ten times as many of each beside the plain unit.

Audits run as `dcs-audit check` runs them, through `cli.crew.spread`. It lets Python look for garbage seldom and leaves
alone what was there before. Without it ten times the rules cost up to 14 times as much: then an audit makes so many
objects that Python goes through the whole rulebook, ten times as large here, every few audits.
"""

from __future__ import annotations

import copy
import gc
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Any

import yaml

from benchmarks.machine import AS_OF, SAMPLE
from dcs_audit.auditor import Auditor
from dcs_audit.cli.crew import spread
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded, load

_TIMES = (3, 10)
_MOST_AUDITS = 5
"""The largest case takes as long as fifteen plain ones."""
_PLAIN = "as it is"


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time an audit with both engines; every round takes all cases in turn.

    Once with what the engines answered before remembered, as in any run; once with every unit put to them anew.
    """
    audits, cases = min(units, _MOST_AUDITS), _cases()
    yield f"(h) growth; {rounds} rounds of {audits} audits of {SAMPLE.name}, both engines, processor time"
    for fresh, told in ((False, "answers remembered"), (True, "engines asked anew")):
        taken = _taken(
            {name: (Auditor(book, fresh=fresh), loaded) for name, (book, loaded) in cases.items()}, rounds, audits
        )
        yield f"    {told}"
        yield from _told(taken, cases)


def _told(taken: dict[str, list[float]], cases: dict[str, tuple[Rulebook, Loaded]]) -> Iterator[str]:
    """A line for each case; cost is in step if each further time costs the same up to three and from there to ten."""
    middle = {name: median(times) for name, times in taken.items()}
    for name, spent in middle.items():
        size = _size(*cases[name])
        yield f"      {name:<20} median {spent:8.2f} ms   {spent / middle[_PLAIN]:6.2f} x as it is   ({size})"
    few, many = _TIMES
    for kind in ("records", "rules"):
        start, half, end = middle[_PLAIN], middle[f"{few} times the {kind}"], middle[f"{many} times the {kind}"]
        first, second = (half - start) / (few - 1), (end - half) / (many - few)
        cost = f"{first:6.2f} ms up to {few}, {second:6.2f} ms from there to {many}"
        yield f"      each further time the {kind:<8} {cost}"


def _cases() -> dict[str, tuple[Rulebook, Loaded]]:
    plain = load_rulebook()
    cases = {_PLAIN: (plain, _unit(plain, 1))}
    cases |= {f"{times} times the records": (plain, _unit(plain, times)) for times in _TIMES}
    for times in _TIMES:
        many = _rules(plain, times)
        cases[f"{times} times the rules"] = many, _unit(many, 1)
    return cases


def _taken(cases: dict[str, tuple[Auditor, Loaded]], rounds: int, audits: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for warm in range(rounds + 1):
        for name, (auditor, loaded) in cases.items():
            spent = _milliseconds(auditor, loaded, audits)
            if warm:  # the first round fills caches
                taken[name].append(spent)
    return taken


def _milliseconds(auditor: Auditor, loaded: Loaded, audits: int) -> float:
    def lost(task: int, seconds: float | None) -> Any:
        raise RuntimeError("a process was lost where there is one only")

    gc.collect()
    start = time.process_time()
    for _ in spread(lambda _: auditor.audit(loaded, AS_OF), range(audits), 1, lost):
        pass
    return (time.process_time() - start) * 1000 / audits


def _size(book: Rulebook, loaded: Loaded) -> str:
    assert loaded.unit is not None  # `_unit` has seen to it
    records = sum(len(section) for _, section in loaded.unit.records)
    return f"{Auditor(book, 'reference').audit(loaded, AS_OF).summary.duties} duties, {records} records"


def _unit(book: Rulebook, times: int) -> Loaded:
    """The sample with every record so many times, a few words apart."""
    content = yaml.load(SAMPLE.read_bytes(), yaml.BaseLoader)
    content["records"] = {
        section: [_copy(record, number) for number in range(times) for record in records]
        for section, records in content["records"].items()
    }
    content.pop("waivers", None)
    loaded = load(json.dumps(content).encode(), "unit.json", book.vocabulary, "json")
    if loaded.unit is None:
        raise RuntimeError(f"{SAMPLE.name} is no valid unit file: {loaded.problems[0].render('en')}")
    return loaded


def _copy(record: dict[str, Any], number: int) -> dict[str, Any]:
    copied = copy.deepcopy(record)
    if number and "id" in copied:
        copied["id"] += f"-{number}"
    return copied


def _rules(book: Rulebook, times: int) -> Rulebook:
    """The rulebook with every rule so many times, each under an id of its own."""
    rules = []
    for number in range(times):
        mark = f"-X{number}" if number else ""
        for rule in book.rules:
            follows = f"{rule.follows}{mark}" if rule.follows else None
            rules.append(rule.model_copy(update={"id": rule.id + mark, "follows": follows}))
    return replace(book, rules=tuple(rules))
