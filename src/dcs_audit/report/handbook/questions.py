"""Questions and conditions of the rule language as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dcs_audit.law.basics import Condition, Gate
from dcs_audit.law.questions import (
    NO_QUESTION,
    AllOf,
    Amount,
    Bounded,
    Count,
    Deadline,
    Given,
    Lasted,
    NoneOf,
    NotBefore,
    Number,
    OneOf,
    Option,
    Ordered,
    Posted,
    Represented,
    Share,
    TermLimit,
    UnitFact,
)
from dcs_audit.locale.phrases import day
from dcs_audit.report.handbook.pages import Card
from dcs_audit.report.handbook.speech import Speech

PHRASED: dict[type, frozenset[str]] = {
    Amount: frozenset({"value", "parameter", "fact"}),
    Condition: frozenset({"fact", "is_", "at_most", "at_least", "less_than", "more_than", "present"}),
    Gate: frozenset({"when", "basis", "reason", "from_"}),
    Deadline: frozenset({"done", "after", "before", "within", "unless_given", "since_audited_year", "judged"}),
    Posted: frozenset({"channel", "for_", "villages", "still"}),
    Count: frozenset({"of", "at_least", "at_most", "equal_to"}),
    Number: frozenset({"of", "at_least", "at_most"}),
    Share: frozenset({"part", "of", "of_fact", "at_least", "more_than", "less_than"}),
    OneOf: frozenset({"of", "values"}),
    AllOf: frozenset({"of", "values", "together"}),
    NoneOf: frozenset({"of", "values"}),
    NotBefore: frozenset({"of", "day"}),
    UnitFact: frozenset({"fact", "is_"}),
    Given: frozenset({"of"}),
    Ordered: frozenset({"first", "then", "strict"}),
    Lasted: frozenset({"from_", "until", "for_", "first_day"}),
    Represented: frozenset({"by"}),
    TermLimit: frozenset({"at_most", "running"}),
}
"""Fields that the sentences here put into words; any other is shown as `key: value`."""

_AROUND = NO_QUESTION | {"both"}
"""Fields of an option that are no question of their own."""


def option_words(speech: Speech, option: Option) -> str:
    """One way to satisfy a check, in a sentence."""
    asked = [sentence for sentence in _asked(speech, option) if sentence]
    told = speech.joined(asked, "and") if len(asked) < 3 else "; ".join(asked)
    if option.both:
        both = speech.joined([_posted(speech, posted) for posted in option.both], "and")
        told = "; ".join(part for part in (told, both) if part)
    if option.when:
        told = speech.say("q.where", when=conditions(speech, option.when), what=told)
    if option.since is not None:
        told = speech.say("q.since", day=day(option.since), what=told)
    if option.reason is not None:
        return speech.say("q.review_of", what=told, reason=speech.text(option.reason))
    return f"{told} {speech.say('q.review')}" if option.review else told


def conditions(speech: Speech, when: tuple[Condition, ...]) -> str:
    """Conditions that must all hold."""
    return speech.joined([_condition(speech, one) for one in when], "and")


def gate_card(speech: Speech, gate: Gate, *, needed: bool) -> Card:
    """A gate: when it is open, by which clause, and since when. The reason of a needed one is for where it is shut."""
    when, reason = conditions(speech, gate.when), speech.text(gate.reason)
    title = when[:1].upper() + when[1:] if needed else reason
    facts = [
        *(speech.fact("otherwise", reason) if needed else speech.fact("when", when)),
        *speech.fact("basis", speech.cited(gate.basis)),
        *speech.fact("since", "" if gate.from_ is None else speech.say("gate.from", day=day(gate.from_))),
        *speech.fact("more", *speech.rest(gate, PHRASED[Gate])),
    ]
    return Card(title, (), tuple(facts))


def _asked(speech: Speech, option: Option) -> Iterator[str]:
    """Each question of the option, in the order of the language; one without words as the pack has it."""
    for name in type(option).model_fields:
        question = getattr(option, name)
        if name in _AROUND or not question:
            continue
        phrase = _PHRASES.get(type(question))
        if phrase is None:
            yield from speech.rest(option, set(type(option).model_fields) - {name})
        else:
            told = [phrase(speech, question), *speech.rest(question, PHRASED[type(question)])]
            yield "; ".join(told)


def _condition(speech: Speech, condition: Condition) -> str:
    of = speech.unit_fact(condition.fact)
    flags = (("is", condition.is_), ("present", condition.present))
    for key, flag in flags:
        if flag is not None:
            return speech.say(f"c.{key}_{'yes' if flag else 'no'}", of=of)
    for key in ("at_most", "at_least", "less_than", "more_than"):
        number = getattr(condition, key)
        if number is not None:
            return speech.say(f"c.{key}", of=of, number=number)
    return "; ".join([of, *speech.rest(condition, {"fact"})])


def _deadline(speech: Speech, asked: Deadline) -> str:
    key, anchor = ("q.after", asked.after) if asked.after is not None else ("q.before", asked.before)
    told = speech.say(
        key, done=speech.key(asked.done), length=speech.number(asked.within), event=speech.key(anchor or "")
    )
    if asked.unless_given is not None:
        told += f"; {speech.say('q.unless_given', of=speech.key(asked.unless_given), event=speech.key(anchor or ''))}"
    told += f"; {speech.say('q.since_audited_year')}" if asked.since_audited_year else ""
    return told if asked.judged else f"{told}; {speech.say('q.not_judged')}"


def _posted(speech: Speech, asked: Posted) -> str:
    parts = [speech.say("q.posted", channel=speech.value(asked.channel))]
    if asked.villages is not None:
        parts.append(speech.say("q.villages"))
    if asked.for_ is not None:
        parts.append(speech.say("q.posted_for", length=speech.number(asked.for_)))
    if asked.still:
        parts.append(speech.say("q.still"))
    return ", ".join(parts)


def _bounded(speech: Speech, asked: Bounded) -> str:
    low, high = (_amount(speech, one) for one in (asked.at_least, asked.at_most))
    key = "q.between" if low and high else "q.at_least" if low else "q.at_most"
    if low and low == high:
        key = "q.exactly"
    return speech.say(key, of=speech.key(asked.of), low=low, high=high)


def _count(speech: Speech, asked: Count) -> str:
    told = _bounded(speech, asked)
    if asked.equal_to is not None:
        told += f" {speech.say('q.equal_to', value=speech.value(asked.equal_to))}"
    return told


def _amount(speech: Speech, amount: Amount | None) -> str:
    if amount is None:
        return ""
    if amount.parameter is not None:
        return speech.number(amount.parameter)
    return str(amount.value) if amount.fact is None else speech.unit_fact(amount.fact)


def _share(speech: Speech, asked: Share) -> str:
    wholes = [] if asked.of is None else [speech.key(asked.of)]
    wholes += [] if asked.of_fact is None else [speech.unit_fact(asked.of_fact)]
    whole = f", {speech.say('q.else')} ".join(wholes)
    for key in ("at_least", "more_than", "less_than"):
        fraction = getattr(asked, key)
        if fraction is not None:
            top, bottom = fraction
            return speech.say(f"q.share_{key}", part=speech.key(asked.part), top=top, bottom=bottom, of=whole)
    return f"{speech.key(asked.part)}: {whole}"


def _all_of(speech: Speech, asked: AllOf) -> str:
    told = speech.say("q.all_of", of=speech.key(asked.of), values=speech.values(asked.values, "and"))
    return f"{told}, {speech.say('q.together')}" if asked.together else told


def _lasted(speech: Speech, asked: Lasted) -> str:
    first = speech.say(f"q.first_day_{asked.first_day}")
    since, until = speech.key(asked.from_), speech.key(asked.until)
    return speech.say("q.lasted", start=since, until=until, length=speech.number(asked.for_), first=first)


def _ordered(speech: Speech, asked: Ordered) -> str:
    key = "q.ordered_strict" if asked.strict else "q.ordered"
    return speech.say(key, first=speech.key(asked.first), then=speech.key(asked.then))


def _term(speech: Speech, asked: TermLimit) -> str:
    key = "q.term_running" if asked.running else "q.term_over"
    return speech.say(key, length=speech.number(asked.at_most))


def _fact(speech: Speech, asked: UnitFact) -> str:
    return speech.say(f"c.is_{'yes' if asked.is_ else 'no'}", of=speech.unit_fact(asked.fact))


_PHRASES: dict[type, Callable[[Speech, Any], str]] = {
    Deadline: _deadline,
    Posted: _posted,
    Count: _count,
    Number: _bounded,
    Share: _share,
    OneOf: lambda speech, q: speech.say("q.is", of=speech.key(q.of), values=speech.values(q.values)),
    AllOf: _all_of,
    NoneOf: lambda speech, q: speech.say("q.none_of", of=speech.key(q.of), values=speech.values(q.values)),
    NotBefore: lambda speech, q: speech.say("q.not_before", of=speech.key(q.of), day=day(q.day)),
    UnitFact: _fact,
    Represented: lambda speech, q: speech.say("q.represented", by=speech.key(q.by)),
    Given: lambda speech, q: speech.say("q.given", of=speech.key(q.of)),
    Ordered: _ordered,
    Lasted: _lasted,
    TermLimit: _term,
}
