"""What is asked of every unit of one type in one year as of one day, whatever its records say.

Prepared once and shared by all units that have these things in common.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dcs_audit.duties.blueprint import Blueprint, Exit, RulePlan
from dcs_audit.engine.program import LONG_AGO, NOWHERE
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

if TYPE_CHECKING:
    from dcs_audit.duties.context import Context
    from dcs_audit.duties.select import Entry
    from dcs_audit.verdicts.judge import Lack
    from dcs_audit.verdicts.model import DutyResult

_MOST_KEPT = 64
"""Schedules. A run has one day and few years; more are only asked for by those who try out many days."""


_OWN = ("record", "project")
"""What a rule may have a duty for each of, and only the unit tells how many there are."""


class Claim(NamedTuple):
    """What an engine must know of a duty besides its records; days are counted from the day of the audit."""

    opens: int
    due: int
    dated: int
    scope: tuple[int, ...]
    """The gate before the duty, if any."""
    exemptions: tuple[int, ...]

    @property
    def gates(self) -> tuple[int, ...]:
        """All gates that decide whether it stands."""
        return self.scope + self.exemptions


class Demand(NamedTuple):
    """A duty as far as facts tell it apart: where its records are, and its claim."""

    slot: int
    area: int
    claim: Claim


class Period(NamedTuple):
    """A period of a rule as of the day of an audit, with its deadline and the value that sets this."""

    as_of: date
    span: Span
    due: date | None
    due_value: DatedValue | None
    claim: Claim
    lone: Demand
    """What a duty of the period demands where nothing was submitted for it."""


# eq=False: two duties are the same where they are the same object.
@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """A rule applied to the unit, a period and a subject. `moot` says why the duty does not even arise."""

    plan: RulePlan
    period: Period
    subject: str | None = None
    number: int = 0
    """The number of the subject among the rule's, 0 for none."""
    entry: Entry | None = None
    moot: basics.Words | None = None
    unsettled: str | None = None
    """The fact whose absence leaves open whether there is anything to judge."""
    unanswered: dict[Lack, DutyResult] = field(default_factory=dict)
    """Its results where nothing was submitted for it, as they came up: by all that these depend on."""

    @property
    def lone(self) -> Demand:
        """What it demands where nothing was submitted for it."""
        return self.period.lone

    @property
    def review(self) -> Exit | None:
        """The gate behind which the absence of records is no violation, where it is in effect."""
        exit_ = self.plan.absent_review
        return exit_ if exit_ is not None and counts(exit_, self.period.as_of) else None


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A rule with its periods; `gates` are those that its duties stand behind or ask about."""

    plan: RulePlan
    periods: tuple[Period, ...]
    spans: tuple[Span, ...]
    by_key: dict[int, Period]
    gates: frozenset[int]
    duties: tuple[Duty, ...]
    """Its duties, where these do not depend on the unit."""
    none: tuple[Duty, ...]
    """What stands for its duties where these depend on the unit and none arises: that this is so."""


def schedule(blueprint: Blueprint, context: Context) -> tuple[Scheduled, ...]:
    """The rules in force for the unit's type, in the order of the rulebook.

    Of the unit nothing may be asked here but its type and the end of its working year, by which schedules are kept.
    """
    unit = context.unit
    key = (unit.type, context.year, context.as_of, unit.work_year_end)
    known = blueprint.schedules.get(key)
    if known is None:
        if len(blueprint.schedules) >= _MOST_KEPT:
            blueprint.schedules.clear()
        made = (_scheduled(plan, context) for plan in blueprint.plans.get(unit.type, ()))
        known = blueprint.schedules[key] = tuple(one for one in made if one is not None)
    return known


def counts(exit_: Exit, as_of: date) -> bool:
    """Whether a gate's exit is in effect in an audit as of that day."""
    return exit_.source.from_ is None or exit_.source.from_ <= as_of


def replaced(plan: RulePlan, as_of: date, last: date) -> bool:
    """Whether the next version of the rule has begun, by the day of the audit and the last day of the period."""
    return plan.successor is not None and plan.successor <= min(as_of, last)


def _scheduled(plan: RulePlan, context: Context) -> Scheduled | None:
    """The rule in its periods; None where it has none that can be judged."""
    as_of, rule = context.as_of, plan.rule
    if rule.in_force.from_ > as_of and not plan.continues:
        return None
    scope = tuple(exit_.gate for exit_ in (plan.requires,) if exit_ is not None and counts(exit_, as_of))
    exemptions = tuple(dict.fromkeys(exit_.gate for exit_ in plan.exempt if counts(exit_, as_of)))
    periods: list[Period] = []
    for span in _spans(rule, context):
        due, value = _due(rule, span, context)
        if _in_force(plan, span, due, as_of):
            claim = _claim(rule, span, due, as_of, scope, exemptions)
            periods.append(Period(as_of, span, due, value, claim, Demand(NOWHERE, NOWHERE, claim)))
    if not periods:
        return None
    review = plan.absent_review
    asked = (review.gate,) if review is not None and counts(review, as_of) else ()
    return Scheduled(
        plan,
        tuple(periods),
        tuple(period.span for period in periods),
        {period.span.key: period for period in periods},
        frozenset((*scope, *exemptions, *asked)),
        _duties(plan, periods),
        (Duty(plan, periods[0], moot=plan.rule.none),) if plan.rule.per in _OWN else (),
    )


def _duties(plan: RulePlan, periods: list[Period]) -> tuple[Duty, ...]:
    rule = plan.rule
    if rule.per in _OWN:
        return ()
    if rule.per == "item":
        return tuple(Duty(plan, periods[0], item, place) for place, item in enumerate(rule.items, start=1))
    return tuple(Duty(plan, period) for period in periods)


def _claim(
    rule: model.Rule, span: Span, due: date | None, as_of: date, scope: tuple[int, ...], exemptions: tuple[int, ...]
) -> Claim:
    # Records added up over a period are never late themselves; only their absence has a day.
    dated = rule.due is not None and rule.record.total is None
    early = rule.due is not None and rule.due.early_as is not None
    return Claim(
        (span.opens - as_of).days if early else LONG_AGO,
        LONG_AGO if due is None else (due - as_of).days,
        int(dated),
        scope,
        exemptions,
    )


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
    if window.from_ > as_of and (rule.per == "record" or span.first < window.from_):
        return False  # until then the version before it holds; what begins under this one is known to be owed
    last = due if due is not None and rule.every == "working_year" else span.last
    if window.from_ > last:
        return False
    if window.to is None or window.to >= last:
        return True
    return window.to >= span.first and (rule.per == "record" or not replaced(plan, as_of, last))


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
