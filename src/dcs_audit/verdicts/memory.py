"""What an engine found before, and is not asked again.

What is found of a demand hangs on its claim, on the truth of the gates before it and on the records in its slot and
area, and on nothing else in the unit; what is found of a gate on its conditions, of a question on its numbers. By these
answers are remembered. The rules of `engine.program` compare the numbers of duties, places and candidates only with
each other, so it does not matter which number a demand or a record has in a unit (`tests/verdicts/test_memory.py`
holds the program to that).

Nothing is remembered of a run that failed, on which the engines disagreed, or that left anything open.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from dcs_audit.duties.casefile import CaseFile
from dcs_audit.duties.inquiry import Inquiry, Key, Row, demand_facts, gate_facts, question_facts, truth_facts
from dcs_audit.duties.schedule import Claim, Demand
from dcs_audit.engine.interface import Engine
from dcs_audit.verdicts.findings import Findings, sort_out

_MOST = 32_768
"""Answers of each sort that are kept; a run over the units of one year comes to a tenth of that."""
_LARGE = 5_000
"""Duties and records of a unit that is asked about as a whole: an engine's limits must not hang on what is known."""

Place: TypeAlias = tuple[Claim, tuple[int, ...], bool, tuple[Row, ...], tuple[Row, ...], int]
"""A demand without its numbers: claim, truth of its gates, whether anything was submitted for it, its records and
tenures without those of their candidates, and how many records are loose in its area."""


class Answer(NamedTuple):
    """What an engine finds of a demand; records and tenures by their place among those of its slot."""

    owed: bool
    absent: str | None
    barred: tuple[tuple[str, int], ...]
    doubted: tuple[int, ...]
    answers: tuple[tuple[int, str | None], ...]
    """With when the duty was done by it, where that is asked."""
    loose: tuple[int, ...]


class Memory:
    """Answers of one engine, as it gives them. Not to be shared between threads."""

    def __init__(self) -> None:
        self._engine: Engine | None = None
        self._gates: dict[tuple[Row, ...], tuple[int, tuple[int, ...]]] = {}
        self._demands: dict[Place, Answer] = {}
        self._settled: dict[Key, str] = {}

    def findings(self, case: CaseFile, engine: Engine) -> Findings:
        """What `engine` finds. Raises EngineError as it does, and AuditError where it leaves anything open."""
        if engine is not self._engine:
            self._forget(engine)
        if len(case.demanded) + len(case.candidates) > _LARGE:
            return sort_out(case, engine.run(case.facts))
        for known in (self._gates, self._demands, self._settled):
            if len(known) > _MOST:
                known.clear()
        findings = Findings()
        self._add_gates(findings, case, engine)
        self._add_rest(findings, case, engine)
        return findings

    def _forget(self, engine: Engine) -> None:
        self._engine = engine
        self._gates, self._demands, self._settled = {}, {}, {}

    def _add_gates(self, findings: Findings, case: CaseFile, engine: Engine) -> None:
        known = self._gates
        new = {gate: rows for gate, rows in case.conditions.items() if rows not in known}
        if new:
            asked = Inquiry(tuple(gate_facts(new)), tuple(new), {}, ())
            found = sort_out(asked, engine.run(asked.facts))
            for gate, rows in new.items():
                known[rows] = found.truth[gate], tuple(found.unknown_facts.get(gate, ()))
        for gate, rows in case.conditions.items():
            findings.truth[gate], unknown = known[rows]
            if unknown:
                findings.unknown_facts[gate] = list(unknown)

    def _add_rest(self, findings: Findings, case: CaseFile, engine: Engine) -> None:
        known, settled = self._demands, self._settled
        places = {demand: _place(case, demand, findings.truth) for demand in case.demands}
        new = {demand: case.demands[demand] for demand, place in places.items() if place not in known}
        questions = [key for key in case.questions if key not in settled]
        if new or questions:
            facts = truth_facts(new, findings.truth) + demand_facts(case, new) + question_facts(questions)
            asked = Inquiry(tuple(facts), (), new, tuple(questions))
            found = sort_out(asked, engine.run(asked.facts))
            for demand, number in new.items():
                known[places[demand]] = _answer(case, demand, number, found)
            settled.update(found.settled)
        for demand, number in case.demands.items():
            _add(findings, case, demand, number, known[places[demand]])
        findings.settled = {key: settled[key] for key in case.questions}


def _place(case: CaseFile, demand: Demand, truth: dict[int, int]) -> Place:
    slot, area, claim = demand
    gates = tuple([truth[gate] for gate in claim.gates]) if claim.gates else ()
    if not slot and not area:
        return claim, gates, False, (), (), 0
    records = tuple([row[1:] for row in case.records.get(slot, ())])
    tenures = tuple([row[1:] for row in case.tenures.get(slot, ())])
    return claim, gates, slot > 0, records, tenures, len(case.loose.get(area, ()))


def _candidates(case: CaseFile, slot: int) -> list[int]:
    return [row[0] for rows in (case.records, case.tenures) for row in rows.get(slot, ())]


def _answer(case: CaseFile, demand: Demand, number: int, found: Findings) -> Answer:
    here = _candidates(case, demand.slot)
    loose = case.loose.get(demand.area, [])
    return Answer(
        number in found.owed,
        found.absent.get(number),
        tuple(found.barred.get(number, ())),
        tuple(found.doubted.get(number, ())),
        tuple([(here.index(one), found.punctuality.get((number, one))) for one in found.answers.get(number, ())]),
        tuple([loose.index(one) for one in found.loose.get(number, ())]),
    )


def _add(findings: Findings, case: CaseFile, demand: Demand, number: int, answer: Answer) -> None:
    """What was found of a demand, in the numbers of this case."""
    owed, absent, barred, doubted, answers, loose = answer
    if owed:
        findings.owed.add(number)
    if absent is not None:
        findings.absent[number] = absent
    if barred:
        findings.barred[number] = list(barred)
    if doubted:
        findings.doubted[number] = list(doubted)
    if answers:
        here = _candidates(case, demand.slot)
        findings.answers[number] = [here[place] for place, _ in answers]
        for place, done in answers:
            if done is not None:
                findings.punctuality[number, here[place]] = done
    if loose:
        there = case.loose[demand.area]
        findings.loose[number] = [there[place] for place in loose]
