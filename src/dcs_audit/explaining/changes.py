"""What would change a verdict. Each change that can be made to the file is made, and the unit audited again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from dcs_audit.duties.items import Reading
from dcs_audit.duties.schedule import Duty
from dcs_audit.engine.program import NO, YES
from dcs_audit.explaining.checks import Meant, meant
from dcs_audit.explaining.editing import Edit, kind_of, setting, together
from dcs_audit.explaining.evidence import decides, supplied
from dcs_audit.explaining.grounds import barred, gates_of, wanted
from dcs_audit.explaining.model import Change
from dcs_audit.explaining.proposals import Proposal, proposals
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.trials import Trials, Tried, named
from dcs_audit.explaining.words import condition_words, on, plain, value_words
from dcs_audit.law.basics import Condition
from dcs_audit.law.facts import FACTS
from dcs_audit.locale.phrases import Sentence, phrase
from dcs_audit.records import Attestation, Disclosure, Period
from dcs_audit.verdicts.judge import UNANSWERED
from dcs_audit.verdicts.model import VIOLATIONS, DutyResult, Status

_MOST = 12
"""Changes of one kind that are tried; a list of fifty helps nobody."""


class Option(NamedTuple):
    """A value to try at a place of the file."""

    path: str
    value: Any


def changes(trials: Trials, duty: Duty, result: DutyResult) -> tuple[Change, ...]:
    """What would change the verdict on a duty, most telling first."""
    status = result.underlying or result.status
    told: list[Change] = []
    if result.waiver is not None:
        told.append(_without_waiver(trials, result))
    if decides(result):  # all else is as it should be
        return (*told, supplied(trials, result))
    if status is Status.NOT_APPLICABLE:
        told += _applicable(trials, duty, result)
    elif status is Status.PENDING:
        told += _in_time(trials, duty, result)
    elif status in VIOLATIONS or status is Status.NEEDS_REVIEW:
        told += _facts(trials, duty, result)
    if status in VIOLATIONS or status is Status.PENDING or (status is Status.NEEDS_REVIEW and not told):
        told += _repairs(trials, duty, result)
    if not result.records and duty.moot is None and not result.facts:
        told += _nil(trials, duty, result)
    if not result.records and status in (Status.MISSING, Status.PENDING):
        told.append(Change(phrase("x.submit", wanted=wanted(duty)), f"records.{duty.plan.rule.record.section}"))
    return tuple(told)


def _nil(trials: Trials, duty: Duty, result: DutyResult) -> Iterator[Change]:
    """Where a content may be said not to have arisen: what saying so leads to."""
    rule = duty.plan.rule
    items = rule.record.where.get("item", ())
    item = duty.subject if rule.per == "item" else items[0] if len(items) == 1 else None
    if rule.nil != "accepted" or item is None:
        return
    given = Disclosure.model_validate({"item": item, "nil": True, "period": _named(duty)})
    tried = trials.changed(duty, result, _appended("disclosures", given))
    yield _change(trials.scene, phrase("x.if_nil", item=item), None, None, tried)


def _named(duty: Duty) -> str | None:
    """The period as unit files name it, where the duty has one of its own."""
    label = duty.period.span.label
    return label if "-" in label else None


def _change(
    scene: Scene, text: Sentence, path: str | None, value: Any, tried: Tried | None, meant: Meant | None = None
) -> Change:
    line = scene.loaded.line_of(path) if path is not None else None
    about = meant.result.title if meant is not None else None
    if tried is None:
        return Change(text, path, line, plain(value), about=about)
    check = tried.of_check(meant.result) if meant is not None else None
    then = None if check is tried.status and tried.only(about) else tried.then  # the check itself is no news
    return Change(text, path, line, plain(value), tried.status, tried.days, then, about, check)


def _without_waiver(trials: Trials, result: DutyResult) -> Change:
    assert result.waiver is not None
    after = result.waiver.until + timedelta(days=1)
    tried = trials.on(result, after)
    return _change(trials.scene, phrase("x.waiver_over", until=result.waiver.until, day=on(after)), None, None, tried)


# --- facts that nobody has filled in, or that shut the duty out -----------------------------------------------------


def _facts(trials: Trials, duty: Duty, result: DutyResult) -> Iterator[Change]:
    """For every fact that is asked for, what each answer leads to."""
    scene = trials.scene
    for fact in result.facts:
        if fact == UNANSWERED:
            yield from _answers(trials, duty, result)
            continue
        options = list(_values(scene, duty, result, fact))[:_MOST]
        if not options:
            yield _change(scene, phrase("x.fill_in", fact=fact), fact, None, None)
        for option in options:
            text = phrase("x.if_value", of=named(fact), value=_shown(option.value))
            tried = trials.changed(duty, result, setting(fact, option.value))
            yield _change(scene, text, fact, option.value, tried)


def _shown(value: Any) -> Any:
    if isinstance(value, date):
        return on(value)
    if isinstance(value, tuple) and not value:
        return phrase("x.no_entries")
    return value_words(value)


def _answers(trials: Trials, duty: Duty, result: DutyResult) -> Iterator[Change]:
    """What each answer to an attested question leads to."""
    rule, scene = duty.plan.rule, trials.scene
    assert rule.attest is not None
    for answer in ("yes", "no", "none") if rule.attest.nil else ("yes", "no"):
        given = Attestation.model_validate({"rule": rule.id, "answer": answer, "by": "x", "on": scene.as_of})
        edit = _appended("attestations", given)
        tried = trials.changed(duty, result, edit)
        yield _change(scene, phrase(f"x.answer.{answer}"), UNANSWERED, answer, tried)


def _appended(section: str, record: Any) -> Edit:
    def apply(file: Any) -> Any:
        records = file.records
        rule = getattr(record, "rule", None)
        entries = tuple(one for one in getattr(records, section) if rule is None or one.rule != rule)
        return file.model_copy(update={"records": records.model_copy(update={section: (*entries, record)})})

    return apply


def _values(scene: Scene, duty: Duty, result: DutyResult, fact: str) -> Iterator[Option]:
    """The values of a fact that can make a difference, as far as the law's own numbers and dates tell."""
    file = scene.loaded.unit
    assert file is not None
    kinds = kind_of(file, fact)
    if Period in kinds:
        labels = dict.fromkeys(one.period.span.label for one in scene.case.duties if one.plan is duty.plan)
        parsed = (Period.parse(label) for label in labels)
        yield from (Option(fact, period) for period in parsed if period is not None)
    elif bool in kinds:
        yield from (Option(fact, True), Option(fact, False))
    elif date in kinds:
        yield from (Option(fact, day) for day in _days(scene, duty, result, fact))
    elif int in kinds:
        yield from (Option(fact, number) for number in _numbers(scene, duty, result, fact))
    elif tuple in kinds:
        yield Option(fact, ())
    else:
        words = [kind for kind in kinds if isinstance(kind, str)]
        yield from (Option(fact, word) for word in _telling(duty, fact, words))


def _telling(duty: Duty, fact: str, words: list[str]) -> list[str]:
    """Of a closed list the words that the rule speaks of, and one other."""
    spoken = {value for values in duty.plan.rule.record.where.values() for value in values}
    for check in duty.plan.checks:
        for option in check.check.options:
            if option.one_of is not None and fact.endswith(f".{option.one_of.of}"):
                spoken.update(option.one_of.values)
    named_here = [word for word in words if word in spoken]
    others = [word for word in words if word not in spoken]
    return [*named_here, *others[:1]] if named_here else words


def _days(scene: Scene, duty: Duty, result: DutyResult, fact: str) -> Iterator[date]:
    """The last day that is in time and the first that is late, where the due date is known without the fact."""
    dues = [result.due, duty.period.due]
    for one in meant(scene, duty, result):
        if fact in one.result.facts:
            yield from (day for proposal in proposals(scene, one) for day in _either_side(proposal, fact))
            found = dict(getattr(one.result.expected, "args", ())).get("due")
            dues.insert(0, found if isinstance(found, date) else one.result.due)
    due = next((day for day in dues if day is not None), None)
    if due is not None:
        yield due
        if due + timedelta(days=1) <= scene.as_of:
            yield due + timedelta(days=1)


def _numbers(scene: Scene, duty: Duty, result: DutyResult, fact: str) -> Iterator[int]:
    """The numbers on either side of every threshold that is asked about."""
    conditions = [one for _, exit_ in gates_of(duty) for one in exit_.source.when]
    for check in duty.plan.checks:
        conditions += [*check.check.when, *(one for option in check.check.options for one in option.when)]
    told: dict[int, None] = {}
    for condition in conditions:
        if FACTS.get(condition.fact) == fact:
            told.update(dict.fromkeys(_around(condition)))
    for one in meant(scene, duty, result):
        if fact in one.result.facts:
            told.update(dict.fromkeys(number for proposal in proposals(scene, one) for number in _edges(proposal)))
    yield from told


def _either_side(proposal: Proposal, fact: str) -> tuple[date, ...]:
    """A day that would do, and the nearest that would not."""
    days = (proposal.value, proposal.beyond) if proposal.path == fact else ()
    return tuple(day for day in days if isinstance(day, date))


def _edges(proposal: Proposal) -> tuple[int, ...]:
    return (proposal.value,) if isinstance(proposal.value, int) else ()


def _around(condition: Condition) -> tuple[int, ...]:
    """The last value on one side of the comparison and the first on the other."""
    low = condition.at_most if condition.at_most is not None else condition.more_than
    if low is not None:
        return (low, low + 1)
    high = condition.at_least if condition.at_least is not None else condition.less_than
    return (max(high - 1, 0), high) if high is not None else ()


def _applicable(trials: Trials, duty: Duty, result: DutyResult) -> Iterator[Change]:
    """Which fact would make the duty apply: each that shuts it out now is turned round."""
    scene = trials.scene
    for role, exit_ in gates_of(duty):
        shuts = scene.scales.truth(exit_.gate) == {"requires": NO, "exempt": YES}.get(role)
        for condition in exit_.source.when if shuts else ():
            tried = list(_turned(trials, duty, result, condition))
            yield from tried or [
                _change(scene, phrase(f"x.turn.{role}", when=condition_words(condition)), None, None, None)
            ]
    rule = duty.plan.rule
    if duty.moot is not None or (rule.absent == "not_applicable" and not barred(scene, duty)):
        yield Change(phrase("x.if_record", wanted=wanted(duty)), f"records.{rule.record.section}")
    elif rule.attest is not None and result.records:
        yield from _answers(trials, duty, result)
    elif result.records:
        yield Change(phrase("x.if_other_record"), result.records[0].path, result.records[0].line)


def _turned(trials: Trials, duty: Duty, result: DutyResult, condition: Condition) -> Iterator[Change]:
    """The values on the other side of a condition, where these change the verdict."""
    scene, path = trials.scene, FACTS[condition.fact]
    if condition.fact in ("boards", "conferences"):
        return
    file = scene.loaded.unit
    assert file is not None
    kinds = kind_of(file, path)
    values: tuple[Any, ...] = ()
    if bool in kinds:
        values = (True, False)
    elif int in kinds:
        values = _around(condition)
    elif condition.present is not None and str in kinds:
        values = ("x", None)
    for value in values:
        tried = trials.changed(duty, result, setting(path, value))
        if tried is not None and tried.status is not result.status:
            key = "x.if_absent" if value is None else "x.if_given" if value == "x" else "x.if_value"
            yield _change(scene, phrase(key, of=named(path), value=_shown(value)), path, value, tried)


# --- time -----------------------------------------------------------------------------------------------------------


def _in_time(trials: Trials, duty: Duty, result: DutyResult) -> Iterator[Change]:
    """What the passing of days leads to when nothing else happens."""
    scene = trials.scene
    due = result.due or duty.period.due
    days = [due + timedelta(days=1)] if due is not None else []
    days += [day for one in meant(scene, duty, result) for day in _grown(scene, one)]
    for day in dict.fromkeys(days):
        if day > scene.as_of:
            yield _change(scene, phrase("x.on_day", day=on(day)), None, None, trials.on(result, day))


def _grown(scene: Scene, one: Meant) -> Iterator[date]:
    """The day on which what grows by itself will have grown enough."""
    if one.asked is None or one.result.status is not Status.PENDING:
        return
    for way in one.asked.ways:
        for item, _ in way:
            if not isinstance(item, Reading) or not item.value or "length" not in dict(item.expected.args):
                continue
            if item.value < item.bound <= item.hope:
                yield scene.as_of + timedelta(days=item.bound - item.value)


# --- what fails -----------------------------------------------------------------------------------------------------


def _repairs(trials: Trials, duty: Duty, result: DutyResult) -> Iterator[Change]:
    """For each check that is not met, the value that would meet it; last, all of them at once."""
    scene, edits = trials.scene, []
    for one in meant(scene, duty, result):
        if one.result.status is Status.PASSED:
            continue
        first = True
        for proposal in proposals(scene, one):
            edit = proposal.edit
            tried = trials.changed(duty, result, edit) if edit is not None else None
            if edit is not None and first and (tried is not None and tried.of_check(one.result) is Status.PASSED):
                edits.append(edit)
                first = False
            yield _change(scene, proposal.text, proposal.path, proposal.value, tried, one)
    if len(edits) > 1:
        tried = trials.changed(duty, result, together(tuple(edits)))
        yield _change(scene, phrase("x.all_together"), None, None, tried)
