"""What two engines make of one unit's facts, each by itself, and whether it is the same, with multiplicity.

Engines and auditors live as long as the run does, so that anything they keep from earlier units would show; now and
then a unit is put to fresh ones as well.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from dcs_audit.auditor import Auditor
from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.durable import DurableEngine
from dcs_audit.engine.interface import Engine, Fact, Outcome
from dcs_audit.engine.program import PROGRAM, RULE_NAMES
from dcs_audit.engine.reference import ReferenceEngine
from dcs_audit.law.rulebook import known_packs, load_rulebook
from dcs_audit.records import Loaded, load
from dcs_audit.verdicts.model import Report

from .anything import Anything
from .verdict import Data

FRESH_EVERY = 10
"""Of so many units one is put to engines and auditors that have seen no other."""


def pack_sets() -> list[tuple[str, ...]]:
    """The local packs, each alone and all together; the national one is always there."""
    local = tuple(name for name in known_packs() if name != "quoc-gia")
    return [*((name,) for name in local), local]


def content(outcome: Outcome) -> Counter[tuple[object, ...]]:
    """Every match by its rule and the facts it binds, and every fact, however an engine numbers them."""
    found: Counter[tuple[object, ...]] = Counter(("fact", *fact) for fact in outcome.facts)
    found.update((RULE_NAMES[rule], *(outcome.facts[at] for at in bound)) for rule, bound in outcome.matches)
    return found


def read(file: Data, name: str, auditor: Auditor) -> Loaded:
    """A unit file as its readers give it."""
    return load(json.dumps(file, ensure_ascii=False).encode(), name, auditor.rulebook.vocabulary, "json")


@dataclass(slots=True)
class Tally:
    """What a run came to. `refused` counts drawn files that say something no unit file may say."""

    units: int = 0
    refused: int = 0
    facts: int = 0
    matches: int = 0
    reports: int = 0
    fresh: int = 0
    by_type: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


class Bench:
    """A set of packs with everything that lives long."""

    def __init__(self, packs: tuple[str, ...]) -> None:
        self.packs = packs
        self.rulebook = load_rulebook(packs)
        self.units = Anything(self.rulebook)
        self.plain = Auditor(self.rulebook, "reference")
        self.lasting = Auditor(self.rulebook, "both")


class Duel:
    """Puts units to both engines; what they disagree on is told in `tally.differences`."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._compiled = compile_program(PROGRAM)
        self._lasting: list[Engine] = [DurableEngine(self._compiled), ReferenceEngine(self._compiled)]
        self._benches = [Bench(packs) for packs in pack_sets()]

    def run(self, seed: int) -> None:
        """One unit; every fifth seed the next set of packs."""
        bench = self._benches[seed // 5 % len(self._benches)]
        file, as_of = bench.units.draw(seed)
        loaded = read(file, f"unit {seed}", bench.plain)
        self.tally.units += 1
        if loaded.unit is None:
            self.tally.refused += 1
            return
        self.tally.by_type[loaded.unit.unit.type] += 1
        # Without any memory of other units: what this unit's facts are, and what its report must be.
        examined = bench.plain.examine(loaded, as_of)
        where = f"seed {seed}, {'+'.join(bench.packs)}, {as_of}"
        self._compare(examined.case.facts, examined.outcome, where, fresh=seed % FRESH_EVERY == 0)
        self._audit(bench, loaded, as_of, examined.report, where, fresh=seed % FRESH_EVERY == 0)

    def _compare(self, facts: tuple[Fact, ...], expected: Outcome, where: str, fresh: bool) -> None:
        wanted = content(expected)
        self.tally.facts += len(expected.facts)
        self.tally.matches += len(expected.matches)
        self.tally.by_rule.update(RULE_NAMES[match.rule] for match in expected.matches)
        for engine in self._lasting:
            self._told(where, engine.name, wanted, expected, engine.run(facts))
        if fresh:
            self.tally.fresh += 1
            durable = DurableEngine(self._compiled)
            for engine in (durable, ReferenceEngine(self._compiled)):
                self._told(where, f"fresh {engine.name}", wanted, expected, engine.run(facts))
            durable.close()

    def _told(
        self, where: str, name: str, wanted: Counter[tuple[object, ...]], expected: Outcome, outcome: Outcome
    ) -> None:
        found = content(outcome)
        lost, added = wanted - found, found - wanted
        if lost or added:
            self.tally.differences.append(f"{where}: {name}: lost {list(lost)[:3]}, added {list(added)[:3]}")
        elif outcome != expected:
            self.tally.differences.append(f"{where}: {name}: the same matches, otherwise numbered or ordered")

    def _audit(self, bench: Bench, loaded: Loaded, as_of: date, expected: Report, where: str, fresh: bool) -> None:
        auditors = {"lasting": bench.lasting} | ({"fresh": Auditor(bench.rulebook, "both")} if fresh else {})
        for name, auditor in auditors.items():
            report = auditor.audit(loaded, as_of)
            self.tally.reports += 1
            if replace(report, engine=expected.engine) != expected:
                self.tally.differences.append(f"{where}: {name} auditor: {list(_changed(expected, report))[:3]}")
            if fresh and name == "fresh":
                _close(auditor)


def _changed(expected: Report, report: Report) -> Iterator[str]:
    """The duties that came out otherwise, or else what part of the report did."""
    for one, other in zip(expected.results, report.results, strict=False):
        if one != other:
            yield f"{one.duty}: {one.status} became {other.status}"
    if expected.results == report.results:
        yield "summary or notices"


def _close(auditor: Auditor) -> None:
    """Frees the ruleset of an auditor that is used once."""
    durable = getattr(auditor.engine, "_first", None)
    if isinstance(durable, DurableEngine):
        durable.close()
