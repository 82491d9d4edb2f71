"""The least that durable_rules itself needs for as many facts as our sample has, beside what ours needs for the sample.

The floor is ours, written for this comparison from the description of the protocol under which durable_rules is exact.
It is the bare driver: four generic rules (missing, late, defective, short) joined on the item; facts of integers; those
that rules negate first; a sentinel last; each activation taken and decoded; the state deleted. It prepares nothing,
checks nothing and compares nothing, which any use in earnest must. Before it is timed, what it finds is compared with
a plain evaluation of the same four rules.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from typing import Any, NamedTuple

from benchmarks.judging import subject
from benchmarks.machine import AS_OF
from dcs_audit.auditor import Auditor
from dcs_audit.duties.casefile import prepare
from dcs_audit.duties.context import Context
from dcs_audit.engine.durable import available

TARGET = 2.5
_FAULTY = 0.245
"""The share of records that are late, that are defective, that are short: together about 54 findings on 100 facts."""
_STATE = "0"
_END = '{"id":"~n","sid":"0","kind":"~end"}'
_OBLIGATION = '{"id":%d,"sid":"0","kind":"ob","item":%d,"due":%d,"min":%d}'
_RECORD = '{"id":%d,"sid":"0","kind":"rec","item":%d,"day":%d,"count":%d,"good":%d}'
_EXEMPTION = '{"id":%d,"sid":"0","kind":"ex","item":%d}'

Finding = tuple[str, int, int | None]
"""Rule, obligation, and the record that shows it, as indexes of facts."""


class Job(NamedTuple):
    """The facts of a unit by kind: (item, day, count, good), (item,) and (item, due, least)."""

    records: list[tuple[int, int, int, int]]
    exemptions: list[tuple[int]]
    obligations: list[tuple[int, int, int]]


def job(facts: int, seed: int = 1) -> Job:
    """So many facts: of 213, 60 obligations, 150 records and 3 exemptions, and as many of each in any other number."""
    drawn = Random(seed)
    owed, held = facts * 60 // 213, facts * 150 // 213
    obligations = [(item, drawn.randrange(-300, 0), drawn.randrange(1, 5)) for item in range(owed)]
    records = []
    for _ in range(held):
        item, due, least = drawn.choice(obligations)
        late, bad, few = (drawn.random() < _FAULTY for _ in range(3))
        day = due + drawn.randrange(1, 60) if late else due - drawn.randrange(60)
        records.append((item, day, least - 1 if few else least + drawn.randrange(3), 0 if bad else 1))
    return Job(records, [(drawn.randrange(owed),) for _ in range(facts - owed - held)], obligations)


class Floor:
    """A ruleset of durable_rules and its driver, made and warmed up once."""

    def __init__(self) -> None:
        import durable_rules_engine as native

        self._native = native
        self._handle = native.create_ruleset("floor", json.dumps(_rules()))
        self.activations(Job([], [], []))

    def activations(self, asked: Job) -> dict[str, list[Any]]:
        """What fires, by rule: encoded, asserted, drained, decoded, and the state deleted."""
        records = len(asked.records)
        before = records + len(asked.exemptions)
        parts = [_RECORD % (index, *row) for index, row in enumerate(asked.records)]
        parts += [_EXEMPTION % (index, *row) for index, row in enumerate(asked.exemptions, records)]
        parts += [_OBLIGATION % (index, *row) for index, row in enumerate(asked.obligations, before)]
        messages = self._drained(f"[{','.join([*parts, _END])}]")
        fired: dict[str, list[Any]] = {}
        for message in messages:
            for rule, frames in json.loads(message).items():
                fired.setdefault(rule, []).extend(frames if isinstance(frames, list) else [frames])
        if len(fired.pop("end", ())) != 1:
            raise RuntimeError("durable_rules did not read the facts to their end")
        return fired

    def _drained(self, facts: str) -> list[str]:
        native, handle = self._native, self._handle
        code, state = native.assert_facts(handle, facts)
        if code not in (0, 1):
            raise RuntimeError(f"durable_rules answered code {code}")
        messages = []
        started = native.start_action_for_state(handle, state)
        message = started and started[1]
        while message is not None:
            messages.append(message)
            message = native.complete_and_start_action(handle, state)
        native.delete_state(handle, _STATE)
        return messages


def _rules() -> dict[str, Any]:
    obligation = {"o": {"$and": [{"kind": "ob"}]}}
    same = {"item": {"o": "item"}}

    def rule(*others: dict[str, Any]) -> dict[str, Any]:
        return {"cap": 60_000, "all": [obligation, *others]}

    def pattern(kind: str, *tests: dict[str, Any]) -> dict[str, Any]:
        # The last join twice: durable_rules reads beyond the end of the tests where the last of them fails.
        return {"$and": [{"kind": kind}, *tests, tests[-1]]}

    return {
        "missing": rule({"r$not": pattern("rec", same)}, {"e$not": pattern("ex", same)}),
        "late": rule({"r": pattern("rec", same, {"$gt": {"day": {"o": "due"}}})}),
        "defective": rule({"r": pattern("rec", {"good": 0}, same)}),
        "short": rule({"r": pattern("rec", same, {"$lt": {"count": {"o": "min"}}})}),
        "end": {"all": [{"m": {"$and": [{"kind": "~end"}]}}]},
    }


def plainly(asked: Job) -> list[Finding]:
    """The same findings, sorted, without durable_rules."""
    before = len(asked.records) + len(asked.exemptions)
    exempt, kept = {item for (item,) in asked.exemptions}, {row[0] for row in asked.records}
    found: list[Finding] = []
    for number, (item, due, least) in enumerate(asked.obligations, before):
        if item not in kept and item not in exempt:
            found.append(("missing", number, None))
        for index, (its, day, count, good) in enumerate(asked.records):
            faults = {"late": day > due, "defective": not good, "short": count < least}
            found += [(name, number, index) for name, so in faults.items() if so and its == item]
    return sorted(found, key=str)


def _read(fired: dict[str, list[Any]]) -> list[Finding]:
    found = [
        (rule, frame["o"]["id"], frame["r"]["id"] if "r" in frame else None)
        for rule, frames in fired.items()
        for frame in frames
    ]
    return sorted(found, key=str)


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time for each unit; every round takes the floor and ours in turn."""
    if not available():
        yield "(b2) durable_rules is not installed: there is no floor to compare with"
        return
    book, loaded = subject()
    file = loaded.unit
    assert file is not None  # `subject` has seen to it
    facts = prepare(book.blueprint, Context(file, file.year, AS_OF, book)).facts
    engines = {name: Auditor(book, name).engine for name in ("durable", "both")}
    floor, asked = Floor(), job(len(facts))
    found = _read(floor.activations(asked))
    if found != plainly(asked):
        raise AssertionError("the floor does not find what its four rules say")
    outcome = engines["both"].run(facts)
    yield (
        f"(b2) the floor: durable_rules alone, four rules, {len(facts)} facts, {len(found)} findings;"
        f" the sample: {len(facts)} facts, {len(outcome.facts) - len(facts)} derived, {len(outcome.matches)} matches"
    )
    auditor, anew = Auditor(book), Auditor(book, fresh=True)
    jobs: dict[str, Callable[[], object]] = {
        "floor": lambda: floor.activations(asked),
        "engine.run durable": lambda: engines["durable"].run(facts),
        "engine.run both": lambda: engines["both"].run(facts),
        "Auditor.audit": lambda: auditor.audit(loaded, AS_OF),
        "Auditor.audit, fresh": lambda: anew.audit(loaded, AS_OF),
    }
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for warm in range(rounds + 1):
        for name, one in jobs.items():
            spent = _milliseconds(one, units)
            if warm:  # the first round fills caches
                taken[name].append(spent)
    for name, times in taken.items():
        goal = f" (target {TARGET})" if name.startswith("engine.run") else ""
        ratio = median(times) / median(taken["floor"])
        shown = f"median {median(times):7.2f} ms   minimum {min(times):7.2f} ms   {ratio:5.2f} x floor"
        yield f"    {name:<21} {shown}{goal}"


def _milliseconds(one: Callable[[], object], units: int) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(units):
        one()
    return (time.process_time() - start) * 1000 / units
