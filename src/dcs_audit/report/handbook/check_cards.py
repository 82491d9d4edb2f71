"""A check of a rule as a card: what it asks, by which clause, with which numbers."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit.law import inside
from dcs_audit.law.basics import Parameter
from dcs_audit.law.model import Rule
from dcs_audit.law.questions import Check, CheckUse
from dcs_audit.locale.phrases import day
from dcs_audit.report.handbook.pages import Card, Fact
from dcs_audit.report.handbook.questions import conditions, option_words
from dcs_audit.report.handbook.speech import Speech
from dcs_audit.report.numbers import amount

PHRASED: dict[type, frozenset[str]] = {
    Check: frozenset({"name", "id", "title", "basis", "severity", "when", "options", "verified", "fails_as"}),
    CheckUse: frozenset({"check", "since", "only", "except_"}),
    Parameter: frozenset({"id", "title", "unit", "values", "practice"}),
}
"""Fields that are put into words here; any other is shown as `key: value`."""


def check_card(speech: Speech, rule: Rule, use: CheckUse) -> Card:
    """One check as the rule uses it."""
    check = speech.book.checks[use.check]
    badges = [] if check.severity is None else [speech.severity(check.severity)]
    badges += speech.unverified(check.verified)
    facts = [
        *speech.fact("basis", speech.cited(check.basis or rule.basis)),
        *speech.fact("asked_when", conditions(speech, check.when) if check.when else ""),
        *speech.fact("asked_of", *_uses(speech, use)),
        *_options(speech, check),
        *speech.fact("numbers", *_numbers(speech, check)),
        *speech.fact("fails_as", _failing(speech, check)),
        *speech.fact("check_id", f"`{check.id}`"),
        *speech.fact("more", *speech.rest(check, PHRASED[Check]), *speech.rest(use, PHRASED[CheckUse])),
    ]
    return Card(speech.text(check.title), tuple(badges), tuple(facts))


def _failing(speech: Speech, check: Check) -> str:
    """The status that the check gives where it is not met; a time limit gives its own."""
    asked = [option.deadline for option in check.options if option.deadline is not None and option.deadline.judged]
    key = "late" if asked and check.fails_as == "defective" else check.fails_as
    return speech.optional(f"fails_as.{key}") or f"`{key}`"


def _uses(speech: Speech, use: CheckUse) -> Iterator[str]:
    """To which of the rule's records the check is put."""
    if use.since is not None:
        yield speech.say("use.since", day=day(use.since))
    if use.only:
        yield speech.say("use.only", where=speech.where(use.only))
    if use.except_:
        yield speech.say("use.except", where=speech.where(use.except_))


def _options(speech: Speech, check: Check) -> list[Fact]:
    ways = [option_words(speech, option) for option in check.options]
    return speech.fact("satisfied" if len(ways) == 1 else "ways", *ways)


def _numbers(speech: Speech, check: Check) -> Iterator[str]:
    """The dated numbers that the check uses: their times, the text that sets each."""
    for option in check.options:
        for name in inside.names(option, speech.book.parameters):
            yield from number_lines(speech, speech.book.parameters[name])


def number_lines(speech: Speech, parameter: Parameter) -> Iterator[str]:
    """A dated number in a sentence for each of its times."""
    title = speech.text(parameter.title)
    for dated in parameter.values:
        basis = [speech.cited(dated.basis) or speech.say("number.no_text")]
        basis += [] if dated.verified else [speech.screen("unverified")]
        told = amount(parameter.unit, dated.value, speech.lang)
        yield speech.say("number", title=title, number=told, day=day(dated.from_), basis="; ".join(basis))
    if parameter.practice:
        yield speech.say("number.practice", title=title)
    yield from speech.rest(parameter, PHRASED[Parameter])
