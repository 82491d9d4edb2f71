"""The sum behind each question that a check asks of a record, written out as people do it by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from dcs_audit.duties.attributes import DERIVED, attribute, listing
from dcs_audit.duties.items import Item, Reading, Timing
from dcs_audit.duties.select import Candidate, Tally
from dcs_audit.explaining.counting_days import agreed, counted, done_steps, number_step
from dcs_audit.explaining.model import Step
from dcs_audit.explaining.posting_days import posted
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import fact_words, field_words, on, plain, value_words, values_words
from dcs_audit.law import questions
from dcs_audit.law.due import trace, trace_before
from dcs_audit.law.facts import FACTS
from dcs_audit.locale.phrases import Sentence, phrase
from dcs_audit.locale.sorting import vietnamese


class Put(NamedTuple):
    """A question put to a record, and what came of it."""

    scene: Scene
    candidate: Candidate
    item: Item

    @property
    def record(self) -> Any:
        """The record, or the sum of several."""
        return self.candidate.record

    def at(self, path: str) -> str:
        """Where the attribute stands in the unit file."""
        return f"{self.candidate.entries[0].path}.{path}"

    def value_step(self, key: str, path: str, **blanks: Any) -> Step:
        """An attribute of the record with its value."""
        found = attribute(path)(self.record)
        told = phrase("x.absent") if found is None else _day_or(found)
        return self.scene.step(
            key,
            phrase("x.value", field=field_words(path), value=told),
            self.at(path),
            field=path,
            value=plain(found),
            **blanks,
        )


def arithmetic(put: Put, question: Any) -> tuple[Step, ...]:
    """The steps for one question; none where there is nothing to count."""
    if isinstance(put.item, Reading) and put.item.value is None:
        return () if put.item.why is not None else tuple(_unread(put))  # the check's reason says it already
    make = _STEPS.get(type(question))
    return () if make is None else tuple(make(put, question))


def _day_or(value: Any) -> Any:
    return on(value) if isinstance(value, date) else value_words(value)


def _unread(put: Put) -> Iterator[Step]:
    """What to fill in before anything can be counted."""
    assert isinstance(put.item, Reading)
    for field in put.item.fields:
        of_unit = field.startswith(("unit.", "records."))
        at = field if of_unit else put.at(field)
        yield put.scene.step("unknown", phrase("x.unknown", fact=at), at)


def _deadline(put: Put, asked: questions.Deadline) -> Iterator[Step]:
    assert isinstance(put.item, Timing)
    scene, path = put.scene, asked.after or asked.before or ""
    event = attribute(path)(put.record)
    parameter = scene.context.parameter(asked.within)
    value = parameter.on(event)
    calendar = scene.context.rulebook.calendar
    make = trace_before if asked.before else trace
    counting = make(event, parameter, value, calendar)
    agreed(counting.due, put.item.due, put.at(path))
    trigger = phrase("x.trigger", field=field_words(path), day=on(event))
    yield scene.step("trigger", trigger, put.at(path.removesuffix(".last")), field=path, date=event.isoformat())
    yield from counted(scene, counting, parameter, value, "before" if asked.before else "after")
    yield from done_steps(scene, counting.due, put.item.done, field_words(asked.done), done_at(put, asked.done))


def done_at(put: Put, done: str) -> str | None:
    """Where the day of completion stands; the posting or sending that was the first for a day that is worked out."""
    if done not in DERIVED:
        return put.at(done)
    day = put.item.done if isinstance(put.item, Timing) else None
    entries, inner = (("postings", "from_"), ("sent", "on"))[done != "first_posting"]
    for index, entry in enumerate(getattr(put.record, entries) or ()):
        if day is not None and getattr(entry, inner) == day:
            return put.at(f"{entries}[{index}].{inner.removesuffix('_')}")
    return put.at(DERIVED[done].field if day is not None and done == "sent_or_dated" else entries)


def _share(put: Put, asked: questions.Share) -> Iterator[Step]:
    assert isinstance(put.item, Reading)
    scene, part = put.scene, attribute(asked.part)(put.record)
    yield put.value_step("part", asked.part)
    whole = attribute(asked.of)(put.record) if asked.of is not None else None
    if whole is None and asked.of_fact is not None:
        whole = scene.context.fact(asked.of_fact)
        text = phrase("x.value", field=fact_words(asked.of_fact), value=whole or 0)
        yield scene.step("whole", text, FACTS[asked.of_fact], value=whole)
    elif asked.of is not None:
        yield put.value_step("whole", asked.of)
    kind, (top, bottom) = fraction(asked)
    left, right = part * bottom, (whole or 0) * top
    agreed(left - right if kind != "less_than" else right - left, put.item.value, put.at(asked.part))
    holds = {"at_least": left >= right, "more_than": left > right, "less_than": left < right}[kind]
    sign = phrase(f"x.sign.{kind}_{'yes' if holds else 'no'}")
    text = phrase("x.share", part=part, bottom=bottom, left=left, sign=sign, whole=whole or 0, top=top, right=right)
    yield scene.step("ratio", text, left=left, right=right, holds=holds, at_least=kind == "at_least")


def fraction(asked: questions.Share) -> tuple[str, tuple[int, int]]:
    """How a share is compared, and with what."""
    for kind in ("at_least", "more_than", "less_than"):
        found = getattr(asked, kind)
        if found is not None:
            return kind, found
    raise AssertionError("the rule model admits exactly one fraction")


def _bounded(put: Put, asked: questions.Bounded) -> Iterator[Step]:
    scene = put.scene
    if isinstance(put.record, Tally):
        yield from _tally(put, asked.of)
    elif isinstance(asked, questions.Count):
        found = listing(asked.of)(put.record, scene.as_of)
        if found is not None:
            number = len(found.values) if asked.equal_to is None else found.values.count(asked.equal_to)
            what = phrase("x.of_value", value=values_words((asked.equal_to,))) if asked.equal_to else phrase("x.blank")
            text = phrase("x.counted", field=field_words(asked.of), number=number, what=what)
            yield scene.step("count", text, put.at(asked.of.partition(".")[0]), value=number)
    else:
        yield put.value_step("value", asked.of)
    day = put.candidate.day or scene.as_of
    for amount in (asked.at_least, asked.at_most):
        if amount is not None and amount.parameter is not None:
            parameter = scene.context.parameter(amount.parameter)
            yield number_step(scene, parameter, parameter.on(day))
        if amount is not None and amount.fact is not None:
            known = scene.context.fact(amount.fact)
            text = phrase(
                "x.value", field=fact_words(amount.fact), value=phrase("x.absent") if known is None else known
            )
            yield scene.step("bound", text, FACTS[amount.fact], value=known)


def _tally(put: Put, of: str) -> Iterator[Step]:
    """The records of a period added up, one by one."""
    total = put.candidate.plan.rule.record.total or ""
    for entry in put.candidate.entries:
        count = attribute(total)(entry.record)
        key = "x.tally_one" if count is None else "x.tally"
        text = phrase(key, number=1 if count is None else count, field=field_words(total))
        yield put.scene.step("counted_record", text, entry.path, value=1 if count is None else count)
    text = phrase("x.total", number=put.record.total)
    yield put.scene.step("total", text, value=put.record.total, of=of)


def _ordered(put: Put, asked: questions.Ordered) -> Iterator[Step]:
    yield put.value_step("first", asked.first)
    yield put.value_step("then", asked.then)
    days = (attribute(asked.then)(put.record) - attribute(asked.first)(put.record)).days
    key = "x.between" if days > 0 else "x.same_day" if days == 0 else "x.after"
    yield put.scene.step("difference", phrase(key, days=abs(days)), days=days)


def _lasted(put: Put, asked: questions.Lasted) -> Iterator[Step]:
    assert isinstance(put.item, Reading) and put.item.value is not None
    scene = put.scene
    start, end = attribute(asked.from_)(put.record), attribute(asked.until)(put.record)
    parameter = scene.context.parameter(asked.for_)
    yield put.value_step("from", asked.from_)
    yield put.value_step("until", asked.until)
    yield number_step(scene, parameter, parameter.on(start))
    last = min(end, scene.as_of)
    if end < start:
        days = (start - end).days
        yield scene.step("difference", phrase("x.after", days=days), days=-days)
        return
    text = phrase(f"x.span.{asked.first_day}", first=start, last=last, number=put.item.value)
    yield scene.step("length", text, days=put.item.value, needed=put.item.bound)


def _not_before(put: Put, asked: questions.NotBefore) -> Iterator[Step]:
    yield put.value_step("value", asked.of)
    days = (attribute(asked.of)(put.record) - asked.day).days
    key = "x.too_soon" if days < 0 else "x.since"
    yield put.scene.step("difference", phrase(key, days=abs(days), day=asked.day), days=days)


def _term(put: Put, asked: questions.TermLimit) -> Iterator[Step]:
    """The longest term and the day on which it is over. The other question of a term is told by its own sentence."""
    assert isinstance(put.item, Reading)
    scene, record = put.scene, put.record
    blanks = dict(put.item.expected.args)
    if "limit" not in blanks:
        yield put.value_step("until", "term.until")
        return
    path = "term.from" if attribute("term.from")(record) is not None else "elected_on"
    start = attribute(path)(record)
    parameter = scene.context.parameter(asked.at_most)
    value = parameter.on(start)
    limit = blanks["limit"]
    assert isinstance(limit, date)
    yield put.value_step("from", path)
    yield number_step(scene, parameter, value)
    yield scene.step(
        "limit", phrase("x.limit", start=start, length=blanks["length"], limit=on(limit)), limit=plain(limit)
    )
    end = attribute("term.until")(record)
    yield put.value_step("until", "term.until")
    days = ((end or scene.as_of) - limit).days
    key = "x.term_over" if days > 0 else "x.term_within"
    yield scene.step("difference", phrase(key, days=abs(days), end=end or scene.as_of, limit=limit), days=days)


def _choice(put: Put, asked: questions.OneOf) -> Iterator[Step]:
    yield put.value_step("value", asked.of)


def _given(put: Put, asked: questions.Given) -> Iterator[Step]:
    yield put.value_step("value", asked.of)


def _members(put: Put, asked: questions.AllOf | questions.NoneOf) -> Iterator[Step]:
    """The values found in a list, each with whether it was wanted."""
    scene = put.scene
    found = listing(asked.of)(put.record, scene.as_of)
    if found is None:
        return
    held = tuple(dict.fromkeys(str(value) for value in found.values))
    value: Sentence = phrase("x.list", items=values_words(held)) if held else phrase("x.nothing")
    at = put.at(asked.of.partition(".")[0])
    yield scene.step("value", phrase("x.value", field=field_words(asked.of), value=value), at, values=held)


def _represented(put: Put, asked: questions.Represented) -> Iterator[Step]:
    scene = put.scene
    villages = tuple(sorted(scene.context.villages or (), key=vietnamese))
    yield scene.step("wanted", phrase("x.villages", villages=villages), "unit.villages", villages=villages)
    found = listing(asked.by)(put.record, scene.as_of)
    held = tuple(dict.fromkeys(str(value) for value in found.values)) if found is not None else ()
    text = phrase("x.value", field=field_words(asked.by), value=held or phrase("x.nothing"))
    yield scene.step("value", text, put.at(asked.by.partition(".")[0]), values=held)


def _fact(put: Put, asked: questions.UnitFact) -> Iterator[Step]:
    known = put.scene.context.fact(asked.fact)
    value = phrase("x.absent") if known is None else phrase("value.true" if known else "value.false")
    text = phrase("x.value", field=fact_words(asked.fact), value=value)
    yield put.scene.step("value", text, FACTS[asked.fact], value=None if known is None else bool(known))


def _posted(put: Put, asked: questions.Posted) -> Iterator[Step]:
    assert isinstance(put.item, Reading)
    return posted(put.scene, put.candidate, put.item, asked)


_STEPS: dict[type, Callable[[Put, Any], Iterator[Step]]] = {
    questions.Deadline: _deadline,
    questions.Posted: _posted,
    questions.Share: _share,
    questions.Count: _bounded,
    questions.Number: _bounded,
    questions.Ordered: _ordered,
    questions.Lasted: _lasted,
    questions.NotBefore: _not_before,
    questions.TermLimit: _term,
    questions.OneOf: _choice,
    questions.Given: _given,
    questions.AllOf: _members,
    questions.NoneOf: _members,
    questions.Represented: _represented,
    questions.UnitFact: _fact,
}
