"""For a check that is not met, the values that would meet it, worked out from its numbers and days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from dcs_audit.duties.attributes import DERIVED, NATURAL_DATE, attribute, listing
from dcs_audit.duties.items import Reading, Timing
from dcs_audit.engine.program import NO
from dcs_audit.explaining.arithmetic import Put, done_at, fraction
from dcs_audit.explaining.checks import Meant, options_of, put_to
from dcs_audit.explaining.editing import Edit, setting
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import fact_words, field_words, on, value_words, values_words
from dcs_audit.law import questions
from dcs_audit.law.facts import FACTS
from dcs_audit.locale.phrases import Sentence, phrase, word
from dcs_audit.verdicts.weigh import GOOD


class Proposal(NamedTuple):
    """Something that would meet a check: in words, and as a change of the file where it can be made as one."""

    text: Sentence
    path: str | None = None
    value: Any = None
    edit: Edit | None = None
    beyond: Any = None
    """The nearest value that would not meet it, where that is worth trying as well."""


def proposals(scene: Scene, one: Meant) -> Iterator[Proposal]:
    """What would meet the check, by its first way that is open; nothing where no number or day tells."""
    if one.asked is None:
        yield from _in_time(scene, one)
        return
    for plan, way, spec in zip(one.asked.check.options, one.asked.ways, options_of(one.asked), strict=True):
        if scene.scales.truth(plan.gate) == NO:
            continue
        asked = put_to(scene, one.candidate, plan, spec)
        for question, (item, answer) in zip(asked, scene.scales.answers(way), strict=True):
            make = _PROPOSALS.get(type(question))
            if answer not in GOOD and make is not None:
                yield from make(Put(scene, one.candidate, item), question)
        return


def _value(put: Put, path: str, value: Any, text: Sentence) -> Proposal:
    at = put.at(path)
    return Proposal(text, at, value, setting(at, value))


def _in_time(scene: Scene, one: Meant) -> Iterator[Proposal]:
    """The duty's own deadline."""
    candidate, due = one.candidate, one.result.due
    rule = candidate.plan.rule
    if due is None or rule.due is None:
        return
    field = rule.due.done or NATURAL_DATE[rule.record.section][0]
    timing = Timing(due, candidate.done, phrase("x.blank"), phrase("x.blank"))
    at = done_at(Put(scene, candidate, timing), field)
    settable = at is not None and (field not in DERIVED or candidate.done is not None) and due <= scene.as_of
    text = phrase("x.no_later", field=field_words(field), day=on(due))
    yield Proposal(text, at, due, setting(at, due) if settable and at is not None else None)


def _deadline(put: Put, asked: questions.Deadline) -> Iterator[Proposal]:
    if not isinstance(put.item, Timing):
        return
    due, done, as_of = put.item.due, put.item.done, put.scene.as_of
    at = done_at(put, asked.done)
    text = phrase("x.no_later", field=field_words(asked.done), day=on(due))
    settable = at is not None and (asked.done not in DERIVED or done is not None)
    yield Proposal(text, at, due, setting(at, due) if settable and at is not None and due <= as_of else None)
    if done is None and settable and at is not None:
        yield Proposal(
            phrase("x.do_today", field=field_words(asked.done), day=on(as_of)), at, as_of, setting(at, as_of)
        )


def _share(put: Put, asked: questions.Share) -> Iterator[Proposal]:
    if not isinstance(put.item, Reading):
        return
    kind, (top, bottom) = fraction(asked)
    part = attribute(asked.part)(put.record)
    whole = attribute(asked.of)(put.record) if asked.of is not None else None
    if whole is None and asked.of_fact is not None:
        whole = put.scene.context.fact(asked.of_fact)
    if whole is None or (part is not None and part > whole):  # which of the two is wrong, nobody can say
        return
    if kind == "at_least":
        need = -(-whole * top // bottom)
    elif kind == "more_than":
        need = whole * top // bottom + 1
    else:
        need = -(-whole * top // bottom) - 1
    if part is None:
        for number in (need - 1, need) if kind != "less_than" else (need, need + 1):
            yield _value(put, asked.part, number, phrase("x.be", field=field_words(asked.part), value=number))
        return
    key = "x.more_of" if need > part else "x.less_of"
    yield _value(put, asked.part, need, phrase(key, field=field_words(asked.part), number=abs(need - part), total=need))


def _bounded(put: Put, asked: questions.Bounded) -> Iterator[Proposal]:
    if not isinstance(put.item, Reading) or put.item.value is None:
        return
    need = -put.item.value  # a margin below the bound
    if need <= 0:
        return
    rising = dict(put.item.expected.args)
    low = rising.get("low", rising.get("number"))
    number = dict(put.item.actual.args).get("number")
    if not isinstance(number, int):
        return
    up = isinstance(low, int) and number < low and asked.at_least is not None
    total = number + need if up else number - need
    what: Sentence = (
        phrase("x.of_value", value=values_words((equal,)))
        if (equal := getattr(asked, "equal_to", None))
        else field_words(asked.of)
    )
    text = phrase("x.more_of" if up else "x.less_of", field=what, number=need, total=total)
    if isinstance(asked, questions.Number) and put.candidate.plan.rule.record.total is None:
        yield _value(put, asked.of, total, text)
    else:
        yield Proposal(text, put.candidate.entries[0].path)


def _one_of(put: Put, asked: questions.OneOf) -> Iterator[Proposal]:
    for value in asked.values:
        real = {"true": True, "false": False}.get(value, value)
        if asked.of == "nil":
            yield Proposal(phrase("x.not_nil"), put.at("nil"))
        else:
            yield _value(put, asked.of, real, phrase("x.be", field=field_words(asked.of), value=value_words(real)))


def _all_of(put: Put, asked: questions.AllOf) -> Iterator[Proposal]:
    found = listing(asked.of)(put.record, put.scene.as_of)
    aliases = put.scene.context.rulebook.aliases
    held = {aliases.get(value, value) for value in found.values} if found is not None else set()
    lacking = tuple(value for value in asked.values if value not in held)
    if not lacking:
        return
    text = phrase("x.add", field=field_words(asked.of), values=values_words(lacking))
    if "." in asked.of or found is None:
        yield Proposal(text, put.at(asked.of.partition(".")[0]))
    else:
        yield _value(put, asked.of, (*found.values, *lacking), text)


def _none_of(put: Put, asked: questions.NoneOf) -> Iterator[Proposal]:
    text = phrase("x.remove", field=field_words(asked.of), values=values_words(asked.values))
    yield Proposal(text, put.at(asked.of.partition(".")[0]))


def _not_before(put: Put, asked: questions.NotBefore) -> Iterator[Proposal]:
    yield _value(put, asked.of, asked.day, phrase("x.no_sooner", field=field_words(asked.of), day=on(asked.day)))


def _ordered(put: Put, asked: questions.Ordered) -> Iterator[Proposal]:
    first, then = attribute(asked.first)(put.record), attribute(asked.then)(put.record)
    apart, one = timedelta(days=int(asked.strict)), timedelta(days=1)
    if then is not None:
        day = then - apart
        text = phrase("x.no_later", field=field_words(asked.first), day=on(day))
        yield _value(put, asked.first, day, text)._replace(beyond=day + one)
    elif first is not None:
        day = first + apart
        text = phrase("x.no_sooner", field=field_words(asked.then), day=on(day))
        yield _value(put, asked.then, day, text)._replace(beyond=day - one)


def _lasted(put: Put, asked: questions.Lasted) -> Iterator[Proposal]:
    start = attribute(asked.from_)(put.record)
    if start is None or not isinstance(put.item, Reading):
        return
    end = start + timedelta(days=put.item.bound - int(asked.first_day == "counted"))
    yield _value(put, asked.until, end, phrase("x.no_sooner", field=field_words(asked.until), day=on(end)))


def _term(put: Put, asked: questions.TermLimit) -> Iterator[Proposal]:
    if not isinstance(put.item, Reading):
        return
    limit = dict(put.item.expected.args).get("limit")
    if limit is None:
        yield Proposal(phrase("x.new_term"), put.at("term"))
    else:
        yield _value(put, "term.until", limit, phrase("x.no_later", field=field_words("term.until"), day=on(limit)))  # type: ignore[arg-type]


def _posted(put: Put, asked: questions.Posted) -> Iterator[Proposal]:
    if not isinstance(put.item, Reading) or put.item.value is None:
        return
    channel, item, path = word(asked.channel, "channel"), put.item, put.at("postings")
    if asked.for_ is None:
        key = "x.post_again" if asked.still else "x.post"
        yield Proposal(phrase(key, channel=channel), path)
        return
    assert item.value is not None
    text = phrase("x.post_longer", channel=channel, number=item.bound - item.value, total=item.bound)
    if asked.villages is not None:
        yield Proposal(phrase("x.post_villages", channel=channel, total=item.bound), path)
        return
    own = [index for index, one in enumerate(put.record.postings) if one.channel == asked.channel]
    last = max(own, key=lambda index: put.record.postings[index].from_ or put.scene.as_of, default=None)
    start = put.record.postings[last].from_ if last is not None else None
    if start is None:
        yield Proposal(phrase("x.post_for", channel=channel, total=item.bound), path)
        return
    end = start + timedelta(days=item.bound - 1)
    at = f"{path}[{last}].until"
    yield Proposal(phrase("x.post_until", what=text, day=on(end)), at, end, setting(at, end))


def _fact(put: Put, asked: questions.UnitFact) -> Iterator[Proposal]:
    path = FACTS[asked.fact]
    text = phrase("x.be", field=fact_words(asked.fact), value=value_words(asked.is_))
    yield Proposal(text, path, asked.is_, setting(path, asked.is_))


def _represented(put: Put, asked: questions.Represented) -> Iterator[Proposal]:
    villages = dict(put.item.actual.args).get("villages")
    if isinstance(villages, tuple):
        yield Proposal(phrase("x.add_villages", villages=villages), put.at(asked.by.partition(".")[0]))


_PROPOSALS: dict[type, Callable[[Put, Any], Iterator[Proposal]]] = {
    questions.Deadline: _deadline,
    questions.Share: _share,
    questions.Count: _bounded,
    questions.Number: _bounded,
    questions.OneOf: _one_of,
    questions.AllOf: _all_of,
    questions.NoneOf: _none_of,
    questions.NotBefore: _not_before,
    questions.Ordered: _ordered,
    questions.Lasted: _lasted,
    questions.TermLimit: _term,
    questions.Posted: _posted,
    questions.UnitFact: _fact,
    questions.Represented: _represented,
}
