"""One unit's case: its duties, its records and the questions put to them, written as facts for an engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeAlias

from dcs_audit.duties.blueprint import Blueprint, CheckPlan, Exit, OptionPlan, RulePlan
from dcs_audit.duties.context import Context
from dcs_audit.duties.gates import add_gates
from dcs_audit.duties.items import Item, Timing
from dcs_audit.duties.measures import Probe
from dcs_audit.duties.select import Candidate, Entry, Files, candidates
from dcs_audit.engine.interface import Fact
from dcs_audit.law import basics, model
from dcs_audit.law.basics import DatedValue
from dcs_audit.law.due import add, add_plain
from dcs_audit.law.periods import (
    PARTS_OF,
    STANDING_KEY,
    Span,
    add_months,
    part_span,
    working_year_opens,
    working_year_span,
)


@dataclass(slots=True)
class Duty:
    """A rule applied to the unit, a period and a subject. `moot` says why the duty does not even arise."""

    plan: RulePlan
    span: Span
    due: date | None
    due_value: DatedValue | None
    subject: str | None = None
    entry: Entry | None = None
    moot: basics.Words | None = None
    unsettled: str | None = None
    """The fact whose absence leaves open whether there is anything to judge."""


class Question(NamedTuple):
    """An item put to a candidate: which check, which way to satisfy it. `key` finds its answer, None if unknown."""

    candidate: int
    check: int
    option: int
    item: Item
    key: Key | None


Key: TypeAlias = tuple[int, ...]
"""What an engine is asked: (bound, value, hope) of a reading, (number,) of a term."""


@dataclass(slots=True)
class CaseFile:
    """Everything prepared for judging one unit; positions in these lists are the numbers in the facts."""

    context: Context
    files: Files
    facts: list[Fact] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    checks: list[list[CheckPlan]] = field(default_factory=list)
    """The checks that arise for each candidate."""
    questions: list[Question] = field(default_factory=list)
    readings: dict[Key, None] = field(default_factory=dict)
    """The distinct readings asked about, in order."""
    terms: dict[tuple[int, int | None], int] = field(default_factory=dict)
    """Distinct (due day, day done) to their number."""
    slots: dict[tuple[int, int, int], int] = field(default_factory=dict)
    """(topic, period, subject) to the number of the slot."""
    gates: set[int] = field(default_factory=set)
    fact_names: list[str] = field(default_factory=list)


def prepare(blueprint: Blueprint, context: Context) -> CaseFile:
    """The case of one unit."""
    case = CaseFile(context, Files(context))
    case.facts.append(Fact("today", (context.as_of.toordinal(),)))
    for plan in blueprint.plans.get(context.unit.type, ()):
        _add_rule(case, plan)
    add_gates(case, blueprint)
    _add_questions(case)
    return case


# --- duties ---------------------------------------------------------------------------------------------------------


def _add_rule(case: CaseFile, plan: RulePlan) -> None:
    context, rule = case.context, plan.rule
    if rule.in_force.from_ > context.as_of:
        return
    timed = [(span, _due(rule, span, context)) for span in _spans(rule, context)]
    timed = [(span, due) for span, due in timed if _in_force(plan, span, due[0], context.as_of)]
    if not timed:
        return
    spans, dues = [span for span, _ in timed], [due for _, due in timed]
    found = candidates(plan, case.files, context, spans)
    first = len(case.candidates)
    if rule.per == "record":
        _duty_per_record(case, plan, spans[0], dues[0], found)
    elif rule.per == "project":
        _duty_per_project(case, plan, spans[0], dues[0])
    elif rule.per == "item":
        for place, item in enumerate(rule.items):
            _add_duty(case, Duty(plan, spans[0], *dues[0], subject=item), spans[0].key, place + 1)
    else:
        for span, (due, value) in zip(spans, dues, strict=True):
            _add_duty(case, Duty(plan, span, due, value), span.key, 0)
    by_key = {span.key: (span, due) for span, (due, _) in zip(spans, dues, strict=True)}
    for number, candidate in enumerate(found, start=first):
        _add_candidate(case, candidate, number, by_key.get(candidate.period))


def _spans(rule: model.Rule, context: Context) -> list[Span]:
    year = context.year
    if rule.every == "standing":
        return [part_span(year)._replace(key=STANDING_KEY)]
    if rule.every == "year":
        return [part_span(year)]
    if rule.every == "working_year":
        end = context.unit.work_year_end
        opens = working_year_opens(year, end.month, end.day) if end else date(year, 1, 1)
        return [working_year_span(year, opens, _window_months(rule, context))]
    parts = rule.every if isinstance(rule.every, tuple) else PARTS_OF[rule.every]
    return [part_span(year, part) for part in parts]


def _window_months(rule: model.Rule, context: Context) -> int:
    leader = rule
    while leader.follows is not None:
        leader = context.rulebook.rule(leader.follows)
    assert leader.due is not None and leader.due.after_period is not None
    return context.parameter(leader.due.after_period).on(context.as_of).value


def _in_force(plan: RulePlan, span: Span, due: date | None, as_of: date) -> bool:
    """Whether this version of the rule governs the period: in force at its end, or the last one in force so far.

    A working year ends, for the rule, with the day by which its conference is due. Records that are duties of their
    own are each judged by the version of their day, so any version in force during the period may have some.
    """
    window, rule = plan.rule.in_force, plan.rule
    last = due if due is not None and rule.every == "working_year" else span.last
    if window.from_ > last:
        return False
    if window.to is None or window.to >= last:
        return True
    replaced = plan.successor is not None and plan.successor <= min(as_of, last)
    return window.to >= span.first and (rule.per == "record" or not replaced)


def _due(rule: model.Rule, span: Span, context: Context) -> tuple[date | None, DatedValue | None]:
    due = rule.due
    if due is None:
        return None, None
    fixed = due.by or due.before
    if fixed is not None:
        day = date(context.year, int(fixed[:2]), int(fixed[3:]))
        return (day if due.by else day - timedelta(days=1)), None
    if due.after_period is None:
        return span.last, None
    parameter = context.parameter(due.after_period)
    if rule.every == "working_year":
        value = parameter.on(span.opens)
        return add_months(span.opens, value.value) - timedelta(days=1), value
    value = parameter.on(span.last)
    if parameter.practice:  # a habit, not a deadline counted by law: it does not move
        return add_plain(span.last, parameter, value), value
    return add(span.last, parameter, value, context.rulebook.calendar), value


def _add_duty(case: CaseFile, duty: Duty, period: int, subject: int) -> None:
    number = len(case.duties)
    case.duties.append(duty)
    if duty.moot is not None:
        return
    plan, as_of = duty.plan, case.context.as_of
    rule = plan.rule
    # Records added up over a period are never late themselves; only their absence has a day.
    dated = int(rule.due is not None and rule.record.total is None)
    opens = duty.span.opens.toordinal() if rule.due is not None and rule.due.early_as else 0
    due = duty.due.toordinal() if duty.due else 0
    gated = plan.requires is not None or bool(plan.exempt)
    slot = _slot(case, plan.topic, period, subject)
    case.facts.append(Fact("claim" if gated else "owed", (number, slot, plan.topic, period, opens, due, dated)))
    if plan.requires is not None and counts(plan.requires, as_of):
        case.facts.append(Fact("scope", (number, plan.requires.gate)))
        case.gates.add(plan.requires.gate)
    for exit_ in plan.exempt:
        if counts(exit_, as_of):
            case.facts.append(Fact("exemption", (number, exit_.gate)))
            case.gates.add(exit_.gate)
    if plan.absent_review is not None and counts(plan.absent_review, as_of):
        case.gates.add(plan.absent_review.gate)


def _slot(case: CaseFile, topic: int, period: int, subject: int) -> int:
    return case.slots.setdefault((topic, period, subject), len(case.slots))


def counts(exit_: Exit, as_of: date) -> bool:
    """Whether a gate's exit is in effect in an audit as of that day."""
    return exit_.source.from_ is None or exit_.source.from_ <= as_of


def _duty_per_record(
    case: CaseFile, plan: RulePlan, span: Span, due: tuple[date | None, DatedValue | None], found: list[Candidate]
) -> None:
    """One duty for each record of the year; each is its own subject."""
    arisen = 0
    for number, candidate in enumerate(found):
        day = candidate.day
        if day is not None and (day > case.context.as_of or not plan.rule.in_force.holds_on(day)):
            candidate.period = 0
            continue
        arisen += 1
        entry = candidate.entries[0]
        name = entry.record.id or entry.path
        duty = Duty(plan, span, *due, subject=name, entry=entry)
        duty.unsettled = candidate.open_field
        candidate.subject = number + 1
        _add_duty(case, duty, span.key, candidate.subject)
    replaced = plan.successor is not None and plan.successor <= min(case.context.as_of, span.last)
    if not arisen and not replaced and all(duty.plan.rule.id != plan.rule.id for duty in case.duties):
        _add_duty(case, Duty(plan, span, *due, moot=plan.rule.none), span.key, 0)


def _duty_per_project(case: CaseFile, plan: RulePlan, span: Span, due: tuple[date | None, DatedValue | None]) -> None:
    """One duty for each project that runs in the audited year, up to the day of the audit."""
    projects = case.context.unit.projects
    if projects is None:
        _add_duty(case, Duty(plan, span, *due, unsettled="unit.projects"), span.key, 0)
        return
    last = min(span.last, case.context.as_of)
    running = [
        (index + 1, project)
        for index, project in enumerate(projects)
        if (project.started_on is None or project.started_on <= last)
        and (project.finished_on is None or project.finished_on >= span.first)
    ]
    for number, project in running:
        _add_duty(case, Duty(plan, span, *due, subject=project.id), span.key, number)
    if not running:
        _add_duty(case, Duty(plan, span, *due, moot=plan.rule.none), span.key, 0)


# --- candidates and questions ---------------------------------------------------------------------------------------


def _add_candidate(case: CaseFile, candidate: Candidate, number: int, placed: tuple[Span, date | None] | None) -> None:
    case.candidates.append(candidate)
    case.checks.append([])
    _add_record_fact(case, candidate, number)
    if candidate.open_field is None:
        _ask(case, candidate, number, placed)


def _add_record_fact(case: CaseFile, candidate: Candidate, number: int) -> None:
    plan, as_of = candidate.plan, case.context.as_of
    if candidate.open_field is not None:
        case.facts.append(Fact("loose", (number, plan.topic, candidate.period)))
        return
    day = candidate.day.toordinal() if candidate.day else 0
    slot = _slot(case, plan.topic, candidate.period, candidate.subject)
    if plan.rule.record.pick == "current":
        term = candidate.record.term
        until = term.until.toordinal() if term is not None and term.until is not None else date.max.toordinal()
        case.facts.append(Fact("tenure", (number, slot, day, until)))
        return
    if candidate.done is not None and candidate.done <= as_of:
        done = candidate.done.toordinal()
    else:
        # Done on a day nobody wrote down counts as done long ago; the question of the date is asked apart.
        done = 0 if candidate.done_known else 1
    case.facts.append(Fact("record", (number, slot, day, done)))


def _ask(case: CaseFile, candidate: Candidate, number: int, placed: tuple[Span, date | None] | None) -> None:
    context, record = case.context, candidate.record
    span = placed[0] if placed else None
    probe = Probe(context, candidate.day or (span.last if span else context.as_of))
    if candidate.plan.rule.record.total and span is not None:
        probe.open_until = span.last
    nil = candidate.plan.rule.nil is not None and record.nil is True
    for check in candidate.plan.checks:
        # Of a record that says nothing arose in the year only one thing is asked: whether that may be said.
        if check.about_nil == nil and check.applies(record):
            _ask_check(case, number, check.on(probe.day), probe, record)


def _ask_check(case: CaseFile, number: int, check: CheckPlan, probe: Probe, record: Any) -> None:
    asked: list[tuple[int, Item]] = []
    for index, option in enumerate(check.options):
        for measure in option.measures:
            items = measure(record, probe)
            if items is None:
                return
            asked.extend((index, item) for item in items)
    position = len(case.checks[number])
    case.checks[number].append(check)
    _note_gates(case, check.gate, check.options)
    for index, item in asked:
        case.questions.append(Question(number, position, index, item, _key(case, item)))


def _note_gates(case: CaseFile, gate: int, options: tuple[OptionPlan, ...]) -> None:
    case.gates.add(gate)
    for option in options:
        case.gates.add(option.gate)


def _key(case: CaseFile, item: Item) -> Key | None:
    """Under which the answer to an item is found; items with the same numbers share it."""
    if isinstance(item, Timing):
        done = None if item.done is None else item.done.toordinal()
        return (case.terms.setdefault((item.due.toordinal(), done), len(case.terms)),)
    if item.value is None:
        return None
    key = (item.bound, item.value, item.hope)
    case.readings[key] = None
    return key


def _add_questions(case: CaseFile) -> None:
    """Each distinct reading with its bound, each distinct term with its deed."""
    case.facts.extend(Fact("reading", key) for key in case.readings)
    case.facts.extend(Fact("bound", (bound,)) for bound in dict.fromkeys(key[0] for key in case.readings))
    for (due, done), number in case.terms.items():
        case.facts.append(Fact("term", (number, due)))
        if done is not None:
            case.facts.append(Fact("deed", (number, done)))
