"""A rulebook made ready for judging: gates numbered, checks turned into functions, selections prepared.

Made once per rulebook and shared by all units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dcs_audit.duties.attributes import DERIVED, NAMED_BY, SENDINGS, attribute, founding_date, matcher, natural_date
from dcs_audit.duties.gates import Asking, askings
from dcs_audit.duties.measures import Measure, compile_option, is_first_posting
from dcs_audit.law import basics, model, questions
from dcs_audit.locale.phrases import Sentence, Text, phrase
from dcs_audit.verdicts.model import Citation, Severity

if TYPE_CHECKING:
    from dcs_audit.duties.schedule import Scheduled
    from dcs_audit.records.period import MonthDay

ALWAYS = 0
"""The gate without conditions."""


@dataclass(frozen=True, slots=True)
class OptionPlan:
    """One way to satisfy a check: its gate and its measures."""

    gate: int
    measures: tuple[Measure, ...]
    review: Sentence | None
    """What is still to be looked at where it is satisfied in this way; None: nothing."""
    since: date | None
    """The way is open to records of this day or later."""


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """A check as one rule uses it."""

    check: questions.Check
    title: Text
    severity: Severity
    basis: tuple[Citation, ...]
    gate: int
    gates: frozenset[int]
    """Its gate and those of its ways, but for the one that is always open."""
    options: tuple[OptionPlan, ...]
    applies: Callable[[Any], bool] | None
    """Whether it is asked of a record; None: of every one."""
    about_nil: bool
    """Whether it asks if a record may say that nothing arose."""
    latest: date
    """The day from which all ways are open."""

    def on(self, day: date) -> CheckPlan:
        """The check as it stands for a record of `day`: without the ways that open later."""
        if self.latest <= day:
            return self
        return replace(self, options=tuple(o for o in self.options if o.since is None or o.since <= day))


@dataclass(frozen=True, slots=True)
class Exit:
    """A gate with the words and citations that the report gives for it."""

    gate: int
    source: basics.Gate
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RulePlan:
    """A rule ready for judging; `topic` numbers its selection of records."""

    rule: model.Rule
    topic: int
    title: Text
    message: Text
    remedy: Text
    severity: Severity
    basis: tuple[Citation, ...]
    due_basis: tuple[Citation, ...]
    requires: Exit | None
    exempt: tuple[Exit, ...]
    absent_review: Exit | None
    checks: tuple[CheckPlan, ...]
    found_under: tuple[tuple[str, str | None], ...]
    """The section and the names under which its records may stand; None: under any name."""
    select: Callable[[Any], bool]
    left_open: Callable[[Any], str | None]
    date_of: Callable[[Any], date | None]
    done_of: Callable[[Any], Any] | None
    subject_of: Callable[[Any], Any] | None
    successor: date | None
    """The day from which the next version of the rule is in force."""
    continues: bool
    """Whether another version of the rule is in force up to the day before this one."""
    leads: bool
    """Whether another rule looks at the records that answer this one."""
    due_is_for_sending: bool
    """Whether what is sent after the duty's last good day is late."""


@dataclass(slots=True)
class Blueprint:
    """All rule plans of a rulebook by unit type, and its gates (number to conditions)."""

    gates: dict[tuple[basics.Condition, ...], int] = field(default_factory=dict)
    plans: dict[str, list[RulePlan]] = field(default_factory=dict)
    schedules: dict[tuple[str, int, date, MonthDay], tuple[Scheduled, ...]] = field(default_factory=dict)
    """By type of unit, year, day of the audit and end of the working year, made when first asked for."""
    asked: tuple[tuple[Asking, ...], ...] = ()
    """By the number of a gate, its conditions in numbers."""
    fact_names: tuple[str, ...] = ()
    """The facts of the unit that conditions ask about, by the number of their names."""


def text(words: basics.Words) -> Text:
    """A sentence of the pack as reports hold it."""
    return Text(words.vi, words.en)


def draw(
    rules: tuple[model.Rule, ...], checks: dict[str, questions.Check], cite: Callable[[basics.Cite], Citation]
) -> Blueprint:
    """The blueprint of `rules`; `cite` turns a citation of the pack into one for reports."""
    blueprint = Blueprint({(): ALWAYS})
    leaders = frozenset(rule.follows for rule in rules)
    starts: dict[str, list[date]] = {}
    ends: dict[str, list[date]] = {}
    for rule in rules:
        starts.setdefault(rule.id, []).append(rule.in_force.from_)
        if rule.in_force.to is not None:
            ends.setdefault(rule.id, []).append(rule.in_force.to + timedelta(days=1))
    for topic, rule in enumerate(rules):
        successor = min((start for start in starts[rule.id] if start > rule.in_force.from_), default=None)
        continues = rule.in_force.from_ in ends.get(rule.id, ())
        plan = _rule_plan(rule, topic, checks, cite, blueprint, successor, continues, rule.id in leaders)
        for unit_type in rule.applies_to:
            blueprint.plans.setdefault(unit_type, []).append(plan)
    blueprint.asked, blueprint.fact_names = askings(blueprint.gates)
    return blueprint


def _gate(blueprint: Blueprint, conditions: tuple[basics.Condition, ...]) -> int:
    return blueprint.gates.setdefault(conditions, len(blueprint.gates))


def _rule_plan(
    rule: model.Rule,
    topic: int,
    checks: dict[str, questions.Check],
    cite: Callable[[basics.Cite], Citation],
    blueprint: Blueprint,
    successor: date | None,
    continues: bool,
    leads: bool,
) -> RulePlan:
    def exit_of(gate: basics.Gate) -> Exit:
        return Exit(_gate(blueprint, gate.when), gate, tuple(map(cite, gate.basis)))

    selector, due = rule.record, rule.due
    names: tuple[str | None, ...] = selector.where.get(NAMED_BY[selector.section]) or (None,)
    basis = tuple(map(cite, rule.basis))
    uses = sorted(rule.checks, key=lambda use: not _is_first_posting(checks[use.check]))
    return RulePlan(
        rule=rule,
        topic=topic,
        title=text(rule.title),
        message=text(rule.message),
        remedy=text(rule.remedy),
        severity=Severity(rule.severity),
        basis=basis,
        due_basis=(tuple(map(cite, due.basis)) or basis) if due else basis,
        requires=exit_of(rule.requires) if rule.requires else None,
        exempt=tuple(map(exit_of, rule.exempt)),
        absent_review=exit_of(rule.absent_review) if rule.absent_review else None,
        checks=tuple(_check_plan(use, checks[use.check], rule, cite, blueprint) for use in uses),
        found_under=tuple((selector.section, name) for name in names),
        select=_selection(selector),
        left_open=_open_attribute(selector),
        date_of=natural_date(selector.section),
        done_of=attribute(due.done) if due and due.done and due.done not in DERIVED else None,
        subject_of=attribute(selector.subject) if selector.subject else None,
        successor=successor,
        continues=continues,
        leads=leads,
        due_is_for_sending=due is not None and due.done in SENDINGS and due.late_as == "late",
    )


def _is_first_posting(check: questions.Check) -> bool:
    return any(is_first_posting(option) for option in check.options)


def _review(option: questions.Option) -> Sentence | None:
    if option.reason is not None:
        return text(option.reason)
    return phrase("reason.review") if option.review else None


def _check_plan(
    use: questions.CheckUse,
    check: questions.Check,
    rule: model.Rule,
    cite: Callable[[basics.Cite], Citation],
    blueprint: Blueprint,
) -> CheckPlan:
    options = tuple(
        OptionPlan(_gate(blueprint, option.when), compile_option(option), _review(option), option.since)
        for option in check.options
    )
    gate = _gate(blueprint, check.when)
    return CheckPlan(
        check=check,
        title=text(check.title),
        severity=Severity(check.severity or rule.severity),
        basis=tuple(map(cite, check.basis or rule.basis)),
        gate=gate,
        gates=frozenset((gate, *(option.gate for option in options))) - {ALWAYS},
        options=options,
        applies=_filtered(use.only, use.except_, use.since, founding_date(rule.record.section)),
        about_nil=any(option.one_of is not None and option.one_of.of == "nil" for option in check.options),
        latest=max((option.since for option in options if option.since is not None), default=date.min),
    )


def _filtered(
    only: basics.Where, but: basics.Where, since: date | None, date_of: Callable[[Any], date | None]
) -> Callable[[Any], bool] | None:
    if not only and not but and since is None:
        return None
    wanted, unwanted = matcher(only), matcher(but)

    def applies(record: Any) -> bool:
        if since is not None and (day := date_of(record)) is not None and day < since:
            return False
        return wanted(record) and not (but and unwanted(record))

    return applies


def _selection(selector: model.Selector) -> Callable[[Any], bool]:
    """Whether a record of the right kind or item is meant, by its other attributes."""
    lenient = selector.open_if_absent
    asked = {path: values for path, values in selector.where.items() if path not in ("kind", "item", "rule")}
    wanted = matcher({path: values for path, values in asked.items() if path not in lenient})
    maybe = [(attribute(path), matcher({path: values})) for path, values in asked.items() if path in lenient]
    unwanted = matcher(selector.except_)
    if not asked and not selector.except_:
        return lambda record: True

    def select(record: Any) -> bool:
        if not wanted(record) or (selector.except_ and unwanted(record)):
            return False
        return all(get(record) is None or fits(record) for get, fits in maybe)

    return select


def _open_attribute(selector: model.Selector) -> Callable[[Any], str | None]:
    """The first attribute whose absence leaves open whether the record is meant, None where all is clear."""
    getters = tuple((path, attribute(path)) for path in selector.open_if_absent)
    if not getters:
        return lambda record: None

    def left_open(record: Any) -> str | None:
        return next((path for path, get in getters if get(record) is None), None)

    return left_open
