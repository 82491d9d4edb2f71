"""One unit's case: its duties, its records and the questions put to them, in the numbers that an engine is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from dcs_audit.duties.blueprint import ALWAYS, Blueprint, CheckPlan
from dcs_audit.duties.context import Context
from dcs_audit.duties.gates import conditions
from dcs_audit.duties.inquiry import READING, TERM, Key, Row, all_facts
from dcs_audit.duties.items import Item, Timing
from dcs_audit.duties.measures import Probe
from dcs_audit.duties.schedule import Demand, Duty, Period, Scheduled, replaced, schedule
from dcs_audit.duties.select import Candidate, Files, candidates
from dcs_audit.engine.interface import Fact
from dcs_audit.engine.program import LONG_AGO, NOT_YET, NOWHERE
from dcs_audit.records.unit import Project
from dcs_audit.verdicts.quick import maker

_duty = maker(Duty)


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
    records: dict[int, list[Row]] = field(default_factory=dict)
    """By slot, its records: candidate, day, and day on which the duty was done."""
    tenures: dict[int, list[Row]] = field(default_factory=dict)
    """By slot, its tenures: candidate, first and last day."""
    loose: dict[int, list[int]] = field(default_factory=dict)
    """By area, the candidates that may be meant for its duties but do not say so."""
    gates: set[int] = field(default_factory=set)
    conditions: dict[int, tuple[Row, ...]] = field(default_factory=dict)
    """By gate, its conditions as facts."""
    fact_names: Sequence[str] = ()
    """The facts of the unit that conditions ask about, by the number of their names."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that there is to tell an engine about the unit."""
        return all_facts(self)


def prepare(blueprint: Blueprint, context: Context) -> CaseFile:
    """The case of one unit."""
    case = CaseFile(context, Files(context), context.as_of.toordinal())
    for scheduled in schedule(blueprint, context):
        _add_rule(case, scheduled)
    case.gates.discard(ALWAYS)
    case.conditions = conditions(blueprint, context, case.gates)
    case.fact_names = blueprint.fact_names
    return case


# --- duties ---------------------------------------------------------------------------------------------------------


def _add_rule(case: CaseFile, scheduled: Scheduled) -> None:
    found = candidates(scheduled.plan, case.files, case.context, scheduled.spans)
    duties = scheduled.duties or _own_duties(case, scheduled, found)
    if not found:
        for duty in duties:
            _add_duty(case, scheduled, duty, duty.lone)
        return
    first = len(case.candidates)
    case.candidates += found
    slots, areas = _places(case, found, scheduled)
    for duty in duties:
        key = duty.period.span.key
        slot, area = slots.get((key, duty.number), NOWHERE), areas.get(key, NOWHERE)
        _add_duty(case, scheduled, duty, Demand(slot, area, duty.period.claim) if slot or area else duty.lone)
    for number, candidate in enumerate(found, start=first):
        if candidate.open_field is None:
            _add_record(case, candidate, number, slots[candidate.period, candidate.subject])
            case.asked.append(_ask(case, candidate, scheduled.by_key.get(candidate.period)))
        else:
            case.asked.append([])
            for key, area in areas.items():
                if candidate.may_be_for(scheduled.by_key[key].span):
                    case.loose.setdefault(area, []).append(number)


def _own_duties(case: CaseFile, scheduled: Scheduled, found: list[Candidate]) -> Sequence[Duty]:
    """The duties of a rule that hang on the unit: one for each record or project."""
    if scheduled.plan.rule.per == "record":
        return _duty_per_record(case, scheduled, found)
    return _duty_per_project(case, scheduled)


def _duty_per_record(case: CaseFile, scheduled: Scheduled, found: list[Candidate]) -> Sequence[Duty]:
    """One duty for each record of the year; each is its own subject."""
    plan, period, as_of = scheduled.plan, scheduled.periods[0], case.context.as_of
    arisen: list[Duty] = []
    for number, candidate in enumerate(found, start=1):
        day = candidate.day
        if day is not None and (day > as_of or not plan.rule.in_force.holds_on(day)):
            candidate.period = 0
            continue
        candidate.subject = number
        entry = candidate.entries[0]
        subject = entry.record.id or entry.path
        arisen.append(_duty(plan, period, subject, number, entry, unsettled=candidate.open_field))
    if not arisen and plan.rule.id not in case.rules and not replaced(plan, as_of, period.span.last):
        return scheduled.none
    return arisen


def _duty_per_project(case: CaseFile, scheduled: Scheduled) -> Sequence[Duty]:
    """One duty for each project that runs in the audited year, up to the day of the audit."""
    plan, period, projects = scheduled.plan, scheduled.periods[0], case.context.unit.projects
    if projects is None:
        return (Duty(plan, period, unsettled="unit.projects"),)
    last = min(period.span.last, case.context.as_of)
    running = [
        Duty(plan, period, project.id, number, unsettled=_unclear_start(project, number, last))
        for number, project in enumerate(projects, start=1)
        if (project.started_on is None or project.started_on <= last)
        and (project.finished_on is None or project.finished_on >= period.span.first)
    ]
    return running or scheduled.none


def _unclear_start(project: Project, number: int, last: date) -> str | None:
    """The day without which nobody knows whether a project ran; one that ended by `last` did."""
    if project.started_on is not None or (project.finished_on is not None and project.finished_on <= last):
        return None
    return f"unit.projects[{number - 1}].started_on"


def _add_duty(case: CaseFile, scheduled: Scheduled, duty: Duty, demand: Demand) -> None:
    case.duties.append(duty)
    case.rules.add(duty.plan.rule.id)
    if duty.moot is not None:
        case.demanded.append(None)
        return
    if scheduled.gates:
        case.gates |= scheduled.gates
    demands = case.demands
    case.demanded.append(demands.setdefault(demand, len(demands)))


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


def _add_record(case: CaseFile, candidate: Candidate, number: int, slot: int) -> None:
    day = candidate.day.toordinal() - case.today if candidate.day else LONG_AGO
    if candidate.plan.rule.record.pick == "current":
        term = candidate.record.term
        until = term.until if term is not None and term.until is not None else date.max
        case.tenures.setdefault(slot, []).append((number, day, until.toordinal() - case.today))
        return
    if candidate.done is not None and candidate.done <= case.context.as_of:
        done = candidate.done.toordinal() - case.today
    else:
        # Done on a day nobody wrote down counts as done long ago; the question of the date is asked apart.
        done = NOT_YET if candidate.done_known else LONG_AGO
    case.records.setdefault(slot, []).append((number, day, done))


def _ask(case: CaseFile, candidate: Candidate, period: Period | None) -> list[Asked]:
    """The checks of the candidate's rule that arise for it."""
    context, record, plan = case.context, candidate.record, candidate.plan
    made: list[Asked] = []
    if not plan.checks:
        return made
    span = period.span if period else None
    probe = Probe(context, candidate.day or (span.last if span else context.as_of), due=period.due if period else None)
    if plan.due_is_for_sending:
        probe.sent_by = probe.due
    if plan.rule.record.total and span is not None:
        probe.open_until = span.last
    nil = plan.rule.nil is not None and record.nil is True
    for check in plan.checks:
        # Of a record that says nothing arose in the year only one thing is asked: whether that may be said.
        if check.about_nil == nil and (check.applies is None or check.applies(record)):
            asked = _ask_check(case, check.on(probe.day), probe, record)
            if asked is not None:
                made.append(asked)
    return made


def _ask_check(case: CaseFile, check: CheckPlan, probe: Probe, record: Any) -> Asked | None:
    """None where the check does not arise for this record."""
    ways: list[tuple[Item, ...]] = []
    for option in check.options:
        items: tuple[Item, ...] = ()
        for measure in option.measures:
            measured = measure(record, probe)
            if measured is None:
                return None
            items = items + measured if items else measured
        ways.append(items)
    if check.gates:
        case.gates |= check.gates
    return Asked(check, tuple([tuple([(item, _key(case, item)) for item in items]) for items in ways]))


def _key(case: CaseFile, item: Item) -> Key | None:
    """Under which the answer to an item is found; items with the same numbers share it."""
    if isinstance(item, Timing):
        day = case.today if item.done is None else item.done.toordinal()
        key = (TERM, item.due.toordinal() - day, int(item.done is not None))
    elif item.value is None:
        return None
    else:
        key = (READING, item.value - item.bound, item.hope - item.bound)
    case.questions[key] = None
    return key
