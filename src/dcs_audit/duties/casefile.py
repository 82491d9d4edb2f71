"""One unit's case: its duties, its records and the questions put to them, written as facts for an engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from dcs_audit.duties.blueprint import Blueprint, CheckPlan
from dcs_audit.duties.context import Context
from dcs_audit.duties.gates import add_gates
from dcs_audit.duties.items import Item, Timing
from dcs_audit.duties.measures import Probe
from dcs_audit.duties.schedule import Claim, Duty, Period, Scheduled, replaced, schedule
from dcs_audit.duties.select import UNPLACED, Candidate, Files, candidates
from dcs_audit.engine.interface import Fact
from dcs_audit.engine.program import LONG_AGO, NOT_YET, NOWHERE

Key: TypeAlias = tuple[int, ...]
"""What an engine is asked: the number of the kind of fact and what the fact says."""

KINDS = ("reading", "term")
"""The kinds of facts that ask a question, by number."""
READING, TERM = range(2)


class Demand(NamedTuple):
    """A duty as far as facts tell it apart: where its records are, and its claim."""

    slot: int
    area: int
    claim: Claim


class Asked(NamedTuple):
    """A check put to a candidate: for each way to satisfy it its items, each with the key of its answer.

    The key is None where the record does not say what is asked.
    """

    check: CheckPlan
    ways: tuple[tuple[tuple[Item, Key | None], ...], ...]


@dataclass(slots=True)
class CaseFile:
    """Everything prepared for judging one unit; positions in these lists are the numbers in the facts."""

    context: Context
    files: Files
    today: int
    """The ordinal of the day of the audit, from which the facts count days."""
    facts: list[Fact] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    """The ids of rules that have duties."""
    demanded: list[int | None] = field(default_factory=list)
    """The number of each duty's demand, None for a moot one. Duties that facts do not tell apart share one."""
    demands: dict[Demand, int] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    asked: list[list[Asked]] = field(default_factory=list)
    """The checks that arise for each candidate."""
    questions: dict[Key, None] = field(default_factory=dict)
    """What is asked, in order; each question once."""
    places: int = NOWHERE
    """The number of the last slot or area."""
    gates: set[int] = field(default_factory=set)
    fact_names: list[str] = field(default_factory=list)


def prepare(blueprint: Blueprint, context: Context) -> CaseFile:
    """The case of one unit."""
    case = CaseFile(context, Files(context), context.as_of.toordinal())
    for scheduled in schedule(blueprint, context):
        _add_rule(case, scheduled)
    add_gates(case, blueprint)
    case.facts += [Fact(KINDS[key[0]], key[1:]) for key in case.questions]
    return case


# --- duties ---------------------------------------------------------------------------------------------------------


def _add_rule(case: CaseFile, scheduled: Scheduled) -> None:
    found = candidates(scheduled.plan, case.files, case.context, scheduled.spans)
    duties = scheduled.duties or tuple(_own_duties(case, scheduled, found))
    if not found:
        for duty in duties:
            _add_duty(case, scheduled, duty, NOWHERE, NOWHERE)
        return
    first = len(case.candidates)
    case.candidates += found
    slots, areas = _places(case, found, scheduled)
    for duty in duties:
        key = duty.period.span.key
        _add_duty(case, scheduled, duty, slots.get((key, duty.number), NOWHERE), areas.get(key, NOWHERE))
    for number, candidate in enumerate(found, start=first):
        asked: list[Asked] = []
        case.asked.append(asked)
        if candidate.open_field is None:
            _add_record_fact(case, candidate, number, slots[candidate.period, candidate.subject])
            asked += _ask(case, candidate, scheduled.by_key.get(candidate.period))
        else:
            case.facts += [
                Fact("loose", (number, area)) for key, area in areas.items() if candidate.period in (key, UNPLACED)
            ]


def _own_duties(case: CaseFile, scheduled: Scheduled, found: list[Candidate]) -> Iterator[Duty]:
    """The duties of a rule that hang on the unit: one for each record or project."""
    if scheduled.plan.rule.per == "record":
        yield from _duty_per_record(case, scheduled, found)
    else:
        yield from _duty_per_project(case, scheduled)


def _duty_per_record(case: CaseFile, scheduled: Scheduled, found: list[Candidate]) -> Iterator[Duty]:
    """One duty for each record of the year; each is its own subject."""
    plan, period, as_of = scheduled.plan, scheduled.periods[0], case.context.as_of
    arisen = False
    for number, candidate in enumerate(found, start=1):
        day = candidate.day
        if day is not None and (day > as_of or not plan.rule.in_force.holds_on(day)):
            candidate.period = 0
            continue
        arisen = True
        candidate.subject = number
        entry = candidate.entries[0]
        yield Duty(plan, period, entry.record.id or entry.path, number, entry, unsettled=candidate.open_field)
    if not arisen and not replaced(plan, as_of, period.span.last) and plan.rule.id not in case.rules:
        yield from scheduled.none


def _duty_per_project(case: CaseFile, scheduled: Scheduled) -> Iterator[Duty]:
    """One duty for each project that runs in the audited year, up to the day of the audit."""
    plan, period, projects = scheduled.plan, scheduled.periods[0], case.context.unit.projects
    if projects is None:
        yield Duty(plan, period, unsettled="unit.projects")
        return
    last = min(period.span.last, case.context.as_of)
    running = [
        (number, project)
        for number, project in enumerate(projects, start=1)
        if (project.started_on is None or project.started_on <= last)
        and (project.finished_on is None or project.finished_on >= period.span.first)
    ]
    for number, project in running:
        yield Duty(plan, period, project.id, number)
    if not running:
        yield from scheduled.none


def _add_duty(case: CaseFile, scheduled: Scheduled, duty: Duty, slot: int, area: int) -> None:
    case.duties.append(duty)
    case.rules.add(duty.plan.rule.id)
    if duty.moot is not None:
        case.demanded.append(None)
        return
    case.gates |= scheduled.gates
    claim = duty.period.claim
    demand = Demand(slot, area, claim)
    number = case.demands.get(demand)
    if number is None:
        number = case.demands[demand] = len(case.demands)
        gated = claim.scope or claim.exemptions
        values = (number, slot, area, claim.opens, claim.due, claim.dated)
        case.facts.append(Fact("claim" if gated else "owed", values))
        case.facts += [Fact("scope", (number, gate)) for gate in claim.scope]
        case.facts += [Fact("exemption", (number, gate)) for gate in claim.exemptions]
    case.demanded.append(number)


def _places(
    case: CaseFile, found: list[Candidate], scheduled: Scheduled
) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """The slots in which records of a rule lie, by period and subject; its areas, by period, if any is loose."""
    slots: dict[tuple[int, int], int] = {}
    areas: dict[int, int] = {}
    for candidate in found:
        if candidate.open_field is None:
            if (candidate.period, candidate.subject) not in slots:
                slots[candidate.period, candidate.subject] = _new_place(case)
        elif not areas:
            areas = {key: _new_place(case) for key in scheduled.by_key}
    return slots, areas


def _new_place(case: CaseFile) -> int:
    case.places += 1
    return case.places


# --- candidates and questions ---------------------------------------------------------------------------------------


def _add_record_fact(case: CaseFile, candidate: Candidate, number: int, slot: int) -> None:
    day = candidate.day.toordinal() - case.today if candidate.day else LONG_AGO
    if candidate.plan.rule.record.pick == "current":
        term = candidate.record.term
        until = term.until if term is not None and term.until is not None else date.max
        case.facts.append(Fact("tenure", (number, slot, day, until.toordinal() - case.today)))
        return
    if candidate.done is not None and candidate.done <= case.context.as_of:
        done = candidate.done.toordinal() - case.today
    else:
        # Done on a day nobody wrote down counts as done long ago; the question of the date is asked apart.
        done = NOT_YET if candidate.done_known else LONG_AGO
    case.facts.append(Fact("record", (number, slot, day, done)))


def _ask(case: CaseFile, candidate: Candidate, period: Period | None) -> Iterator[Asked]:
    """The checks of the candidate's rule that arise for it."""
    context, record, plan = case.context, candidate.record, candidate.plan
    span = period.span if period else None
    probe = Probe(context, candidate.day or (span.last if span else context.as_of))
    if plan.rule.record.total and span is not None:
        probe.open_until = span.last
    nil = plan.rule.nil is not None and record.nil is True
    for check in plan.checks:
        # Of a record that says nothing arose in the year only one thing is asked: whether that may be said.
        if check.about_nil == nil and check.applies(record):
            asked = _ask_check(case, check.on(probe.day), probe, record)
            if asked is not None:
                yield asked


def _ask_check(case: CaseFile, check: CheckPlan, probe: Probe, record: Any) -> Asked | None:
    """None where the check does not arise for this record."""
    ways: list[list[Item]] = []
    for option in check.options:
        items: list[Item] = []
        for measure in option.measures:
            measured = measure(record, probe)
            if measured is None:
                return None
            items += measured
        ways.append(items)
    case.gates.add(check.gate)
    case.gates.update([option.gate for option in check.options])
    return Asked(check, tuple([_keyed(case, items) for items in ways]))


def _keyed(case: CaseFile, items: Sequence[Item]) -> tuple[tuple[Item, Key | None], ...]:
    return tuple([(item, _key(case, item)) for item in items])


def _key(case: CaseFile, item: Item) -> Key | None:
    """Under which the answer to an item is found; items with the same numbers share it."""
    if isinstance(item, Timing):
        day = case.context.as_of if item.done is None else item.done
        key = (TERM, (item.due - day).days, int(item.done is not None))
    elif item.value is None:
        return None
    else:
        key = (READING, item.value - item.bound, item.hope - item.bound)
    case.questions[key] = None
    return key
