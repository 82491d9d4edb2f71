"""Slips that provably change no verdict. Each function here says why; whatever is not proved is tried on the cases.

One sort is left aside by choice and not by proof: see `_number_is_idle`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from dcs_audit.law.basics import Model, Parameter
from dcs_audit.law.edits import Edit
from dcs_audit.law.model import Rule
from dcs_audit.law.questions import NO_QUESTION, Check, Option
from dcs_audit.law.rulebook import Rulebook

NEWEST = ("newest", "current_or_newest")


def changes_nothing(entry: Model, edit: Edit, rulebook: Rulebook, users: Collection[str]) -> bool:
    """Whether no verdict on the rules `users`, which use `entry`, can depend on what was changed."""
    if isinstance(entry, Rule):
        return any(idle(entry, edit) for idle in _IN_RULES)
    if isinstance(entry, Check):
        rules = [rule for rule in rulebook.rules if rule.id in users]
        return any(idle(entry, edit, rules) for idle in _IN_CHECKS)
    return isinstance(entry, Parameter) and _number_is_idle(entry, edit, rulebook, users)


# --- rules ----------------------------------------------------------------------------------------------------------


def _judge_is_idle(rule: Rule, edit: Edit) -> bool:
    """Records added up are one, and so is the record of a duty that arises for each.

    Of boards the newest alone is judged, and of those of one day always the worst. Where nothing is asked of a record,
    and each is known to be meant, all of them pass. And a rule that follows another one judges the record that decided
    there, whatever it says itself, unless a record may be meant that does not say so.
    """
    record = rule.record
    all_meant = rule.every == "standing" and not record.open_if_absent and record.subject is None
    unasked = not rule.checks and rule.due is None
    settled = (unasked or rule.follows is not None) and record.pick in ("all", *NEWEST) and all_meant
    alone = record.total is not None or rule.per == "record"
    return edit.loc == ("judge",) and (alone or record.pick in NEWEST or settled)


def _punctuality_is_idle(rule: Rule, edit: Edit) -> bool:
    """Records added up over a period are never late or early themselves."""
    return rule.record.total is not None and edit.loc in (("due", "late_as"), ("due", "early_as"), ("due", "done"))


def _lateness_is_idle(rule: Rule, edit: Edit) -> bool:
    """A record that only its own day puts into a period is never later than the end of that period.

    Without such a day it is not known to be meant at all. Records that name their period may be of a later day.
    """
    due = rule.due
    if edit.loc != ("due", "late_as") or due is None or due.done is not None:
        return False
    from dcs_audit.duties.select import WITH_PERIOD

    by_day = rule.record.section not in WITH_PERIOD and rule.every not in ("standing", "working_year")
    until_new_year = rule.every in ("year", ("Q4",), ("H2",)) and due.by == "12-31"
    return by_day and bool(due.period_end or until_new_year)


def _absence_is_idle(rule: Rule, edit: Edit) -> bool:
    """Where a duty arises only with its record, none is ever absent: for each record, or for boards there are."""
    if edit.loc[0] not in ("absent", "absent_review"):
        return False
    record, gate = rule.record, rule.requires
    if rule.per == "record":
        return True
    # The fact counts the inspection boards begun by the day of the audit: of those the newest is always there.
    the_boards = record.section == "boards" and record.where == {"kind": ("peoples_inspection",)} and not record.except_
    # But what came after a rule had ended is no matter of it, and then may be all there is.
    lasting = rule.every == "standing" and rule.in_force.to is None
    if not the_boards or record.pick not in NEWEST or not lasting or rule.per is not None:
        return False
    demanded = () if gate is None or gate.from_ is not None else gate.when
    return any(one.fact == "boards" and ((one.at_least or 0) > 0 or one.more_than is not None) for one in demanded)


def _nil_is_idle(rule: Rule, edit: Edit) -> bool:
    """Accepted or refused, a record that says nothing arose is asked what the checks about that ask."""
    return edit.loc == ("nil",) and edit.operator == "word"


_IN_RULES: tuple[Callable[[Rule, Edit], bool], ...] = (
    _judge_is_idle,
    _punctuality_is_idle,
    _lateness_is_idle,
    _absence_is_idle,
    _nil_is_idle,
)


# --- checks ---------------------------------------------------------------------------------------------------------


def _weight_is_idle(check: Check, edit: Edit, rules: list[Rule]) -> bool:
    """As heavy as every rule that uses the check."""
    return edit.loc == ("severity",) and all(rule.severity == check.severity for rule in rules)


def _failure_is_idle(check: Check, edit: Edit, rules: list[Rule]) -> bool:
    """What is only to be given never fails: it is there, expected, or not known."""
    return edit.loc == ("fails_as",) and all(map(only_given, check.options))


def only_given(option: Option) -> bool:
    """Whether a way to satisfy a check asks nothing but that something is said: then it never fails."""
    asked = {name for name in type(option).model_fields if name not in NO_QUESTION and getattr(option, name)}
    return asked == {"given"}


def _review_is_idle(check: Check, edit: Edit, rules: list[Rule]) -> bool:
    """What asks that a record does not say that nothing arose is asked of no other record, and so never satisfied."""
    if edit.loc[0] != "options" or edit.loc[2:] != ("review",):
        return False
    asked = check.options[int(edit.loc[1])].one_of
    return asked is not None and asked.of == "nil" and "true" not in asked.values


def _unjudged_is_idle(check: Check, edit: Edit, rules: list[Rule]) -> bool:
    """A deadline that is not judged says until when a posting may come, and keeps its check from ever arising.

    What would be asked of the answer does not matter then. A way that opens some day proves nothing: on days before it
    the check stands without this way, and may arise.
    """
    silent = any(o.deadline is not None and not o.deadline.judged and o.since is None for o in check.options)
    about_the_answer = edit.loc[0] in ("when", "fails_as", "severity") or edit.loc[2:3] in (("when",), ("review",))
    return silent and about_the_answer


def _audited_year_is_idle(check: Check, edit: Edit, rules: list[Rule]) -> bool:
    """An event that itself places the record in the audited year is never older."""
    if edit.loc[0] != "options" or edit.loc[2:] != ("deadline", "since_audited_year"):
        return False
    deadline = check.options[int(edit.loc[1])].deadline
    anchor = (deadline.after or deadline.before or "") if deadline is not None else ""
    return all(_of_audited_year(rule, anchor) for rule in rules)


def _of_audited_year(rule: Rule, anchor: str) -> bool:
    from dcs_audit.duties.attributes import NATURAL_DATE
    from dcs_audit.duties.select import WITH_PERIOD

    section = rule.record.section
    if rule.every in ("standing", "working_year"):
        return False
    return anchor.startswith("period.") or (section not in WITH_PERIOD and anchor == NATURAL_DATE[section][0])


_IN_CHECKS: tuple[Callable[[Check, Edit, list[Rule]], bool], ...] = (
    _weight_is_idle,
    _failure_is_idle,
    _review_is_idle,
    _unjudged_is_idle,
    _audited_year_is_idle,
)


# --- parameters -----------------------------------------------------------------------------------------------------


def _number_is_idle(parameter: Parameter, edit: Edit, rulebook: Rulebook, users: Collection[str]) -> bool:
    """The same number on every day, by another clause perhaps.

    The first value holds on days before its own too; only deadlines do not ask about events older than that.
    """
    mutated: Parameter = edit.value
    days = {value.from_ for value in (*parameter.values, *mutated.values)}
    if any(parameter.on(day).value != mutated.on(day).value for day in days):
        return False
    options = (option for check in rulebook.checks.values() for option in check.options)
    deadlines = [o.deadline for o in options if o.deadline is not None and o.deadline.within == parameter.id]
    first = {parameter.values[0].from_, mutated.values[0].from_}
    if not deadlines or len(first) == 1:
        return True
    # No proof but a choice: the day of a value that never changed is not told from the days on which its rules are in
    # force. A deadline on events of about that day could tell.
    if len(parameter.values) == 1:
        return True
    anchors = [deadline.after or deadline.before or "" for deadline in deadlines]
    return _ends_later(anchors, [rule for rule in rulebook.rules if rule.id in users], max(first).year)


def _ends_later(anchors: list[str], rules: list[Rule], year: int) -> bool:
    """Whether events are ends of periods after `year`: a period of a year in which one of the rules is in force."""
    placed = all(rule.every not in ("standing", "working_year") for rule in rules)
    return placed and all(map(_of_period, anchors)) and all(rule.in_force.from_.year > year for rule in rules)


def _of_period(anchor: str) -> bool:
    return anchor.startswith("period.")
