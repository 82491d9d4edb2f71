"""What an engine is asked about a unit, written as facts: all of it, or what it was not asked before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from dcs_audit.engine.interface import Fact

if TYPE_CHECKING:
    from dcs_audit.duties.casefile import CaseFile
    from dcs_audit.duties.schedule import Demand

Key: TypeAlias = tuple[int, ...]
"""A question put to a record: the number of the kind of fact and what the fact says."""
Row: TypeAlias = tuple[int, ...]
"""The values of a fact."""

KINDS = ("reading", "term")
"""The kinds of facts that ask a question, by number."""
READING, TERM = range(2)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Some of what there is to ask about a unit: facts, and what an engine must settle of them."""

    facts: tuple[Fact, ...]
    gates: Collection[int]
    demands: Mapping[Demand, int]
    questions: Collection[Key]


def all_facts(case: CaseFile) -> tuple[Fact, ...]:
    """All that there is to ask about a unit."""
    facts = gate_facts(case.conditions)
    facts += demand_facts(case, case.demands)
    facts += question_facts(case.questions)
    return tuple(facts)


def gate_facts(conditions: Mapping[int, tuple[Row, ...]]) -> list[Fact]:
    """Gates and their conditions."""
    facts: list[Fact] = []
    for gate, rows in conditions.items():
        facts.append(Fact("gate", (gate,)))
        facts += [Fact("condition", row) for row in rows]
    return facts


def truth_facts(demands: Iterable[Demand], truth: Mapping[int, int]) -> list[Fact]:
    """The truth of the gates before these demands, where it is known already."""
    gates = dict.fromkeys([gate for _, _, claim in demands for gate in claim.gates])
    return [Fact("truth", (gate, truth[gate])) for gate in gates]


def demand_facts(case: CaseFile, demands: Mapping[Demand, int]) -> list[Fact]:
    """Demands with the records that lie where they look."""
    facts: list[Fact] = []
    for (slot, area, claim), number in demands.items():
        facts.append(
            Fact("claim" if claim.gates else "owed", (number, slot, area, claim.opens, claim.due, claim.dated))
        )
        facts += [Fact("scope", (number, gate)) for gate in claim.scope]
        facts += [Fact("exemption", (number, gate)) for gate in claim.exemptions]
    for slot in dict.fromkeys([demand.slot for demand in demands]):
        facts += [Fact("record", (row[0], slot, *row[1:])) for row in case.records.get(slot, ())]
        facts += [Fact("tenure", (row[0], slot, *row[1:])) for row in case.tenures.get(slot, ())]
    for area in dict.fromkeys([demand.area for demand in demands]):
        facts += [Fact("loose", (candidate, area)) for candidate in case.loose.get(area, ())]
    return facts


def question_facts(questions: Iterable[Key]) -> list[Fact]:
    """Questions put to records."""
    return [Fact(KINDS[key[0]], key[1:]) for key in questions]
