"""How long and where a disclosure was posted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dcs_audit.duties.items import FAR, Item, Reading, amending, unknown
from dcs_audit.law import questions
from dcs_audit.law.due import describe
from dcs_audit.locale.phrases import Phrase, Sentence, phrase, word
from dcs_audit.locale.sorting import vietnamese


def posted(entry: questions.Posted) -> Callable[[Any, Any], tuple[Item, ...]]:
    """The measure of a posting: that there is one, that it is still up, or that it stood long enough."""
    channel = word(entry.channel, "channel")
    if entry.still:
        return lambda record, probe: (_still(entry, channel, record, probe),)
    if entry.for_ is None:
        return lambda record, probe: (_exists(entry, channel, record, probe),)
    return lambda record, probe: (_stood(entry, channel, record, probe),)


def _on(entry: questions.Posted, record: Any, as_of: date) -> list[Any]:
    """The record's postings on the channel that have begun, or whose beginning is not known."""
    return [
        posting
        for posting in record.postings
        if posting.channel == entry.channel and (posting.from_ is None or posting.from_ <= as_of)
    ]


def _may_come(probe: Any) -> bool:
    """Whether a posting made now would still be in time."""
    return probe.grace is not None and probe.context.as_of <= probe.grace


def _exists(entry: questions.Posted, channel: Sentence, record: Any, probe: Any) -> Reading:
    expected = phrase("expected.posted", channel=channel)
    found = _on(entry, record, probe.context.as_of)
    if not found:
        return _absent(1, 1, expected, phrase("actual.not_posted", channel=channel), probe)
    first = min((posting.from_ for posting in found if posting.from_ is not None), default=None)
    return Reading(1, 1, 1, expected, phrase("actual.posted_on", date=first) if first else phrase("actual.posted"))


def _still(entry: questions.Posted, channel: Sentence, record: Any, probe: Any) -> Reading:
    as_of = probe.context.as_of
    expected = phrase("expected.posted_still", channel=channel, as_of=as_of)
    up = [posting for posting in _on(entry, record, as_of) if posting.until is None or posting.until >= as_of]
    dated = [posting.from_ for posting in up if posting.from_ is not None]
    if dated:
        return Reading(1, 1, 1, expected, phrase("actual.posted_on", date=min(dated)))
    if up:
        return unknown(expected, phrase("actual.field_absent", field="postings.from"), "postings.from")
    ended = max((p.until for p in _on(entry, record, as_of) if p.until is not None), default=None)
    gone = phrase("actual.not_posted", channel=channel)
    if ended is not None:
        gone = phrase("actual.taken_down", channel=channel, date=ended)
    return _absent(1, 1, expected, gone, probe)


def _absent(bound: int, hope: int, expected: Phrase, actual: Phrase, probe: Any, verified: bool = True) -> Reading:
    """Nothing on the channel: it may still come in time, it is too late, or nobody can tell which."""
    if probe.undated is not None:
        return unknown(expected, actual, probe.undated)
    return Reading(bound, 0, hope if _may_come(probe) else 0, expected, actual, verified=verified)


def _stood(entry: questions.Posted, channel: Sentence, record: Any, probe: Any) -> Reading:
    parameter = probe.context.parameter(entry.for_)
    found = [posting for posting in record.postings if posting.channel == entry.channel]
    starts = [posting.from_ for posting in found if posting.from_ is not None]
    value = parameter.on(min(starts, default=probe.day))
    key = "expected.posted_villages" if entry.villages else "expected.posted_for"
    expected = phrase(key, channel=channel, length=describe(parameter, value))
    if not any(start <= probe.context.as_of for start in starts) and len(starts) == len(found):
        actual = phrase("actual.not_posted", channel=channel)
        made = _absent(value.value, FAR, expected, actual, probe, value.verified)
    else:
        reading = _in_villages if entry.villages else _at_once
        made = reading(found, value.value, expected, channel, probe)
        made = made if value.verified else made._replace(verified=False)
    by = amending(value)
    return made._replace(amended_by=by) if by else made


def _at_once(found: list[Any], need: int, expected: Phrase, channel: Sentence, probe: Any) -> Reading:
    length, hope, unclear = longest_run(found, probe.context.as_of)
    if length < need and unclear:
        return unknown(expected, phrase("actual.posting_unclear", channel=channel), unclear)
    return Reading(need, length, hope, expected, phrase("actual.days", channel=channel, number=length))


def _in_villages(found: list[Any], need: int, expected: Phrase, channel: Sentence, probe: Any) -> Reading:
    villages = probe.context.villages
    if villages is None:
        return _villages_unknown(found, need, expected, channel, probe)
    everywhere = [p for p in found if p.villages == "all" or (p.villages is not None and villages.issubset(p.villages))]
    length, hope, _ = longest_run(everywhere, probe.context.as_of)
    if length >= need:
        return Reading(need, length, hope, expected, phrase("actual.days", channel=channel, number=length))
    certain, possible = [], []
    for village in villages:
        sure = surely_in(found, village)
        maybe = [p for p in found if p.villages is None or p in sure]
        certain.append((village, *longest_run(sure, probe.context.as_of)))
        length, hope, fields = longest_run(maybe, probe.context.as_of)
        to_come = not length and fields is None and _may_come(probe)
        possible.append((length, FAR if to_come else hope, fields))
    short = sorted((village for village, length, _, _ in certain if length < need), key=vietnamese)
    length = min((length for _, length, _, _ in certain), default=need)
    if not short:
        return Reading(need, length, FAR, expected, phrase("actual.days", channel=channel, number=length))
    unclear = next((fields for _, length, _, fields in certain if length < need and fields), None)
    if unclear or all(length >= need for length, _, _ in possible):
        return unknown(expected, phrase("actual.posting_unclear", channel=channel), unclear or "postings.villages")
    hope = min(hope for _, hope, _ in possible)
    return Reading(
        need,
        length,
        hope,
        expected,
        phrase("actual.villages_short", channel=channel, villages=tuple(short), number=length),
    )


def _villages_unknown(found: list[Any], need: int, expected: Phrase, channel: Sentence, probe: Any) -> Reading:
    """Without the list of villages only postings in all of them can be shown to suffice."""
    everywhere = [posting for posting in found if posting.villages == "all"]
    length, hope, _ = longest_run(everywhere, probe.context.as_of)
    if length >= need:
        return Reading(need, length, hope, expected, phrase("actual.days", channel=channel, number=length))
    best, best_hope, unclear = longest_run(found, probe.context.as_of)
    if best >= need or unclear:
        return unknown(expected, phrase("actual.fact_unknown", fact="unit.villages"), unclear or "unit.villages")
    return Reading(need, best, best_hope, expected, phrase("actual.days", channel=channel, number=best))


def surely_in(found: Iterable[Any], village: str) -> list[Any]:
    """The postings that are known to have been up in the village."""
    return [p for p in found if p.villages == "all" or (p.villages is not None and village in p.villages)]


def longest_run(postings: Iterable[Any], as_of: date) -> tuple[int, int, str | None]:
    """The longest stretch of consecutive days posted up to `as_of`, what it can still become, and an unclear field.

    Postings that touch or overlap are one stretch. A posting that is still up counts to `as_of` and may grow; one
    announced to end later may grow until then. Both days are counted: `until - from + 1`. A posting without a
    beginning, or that ends before it begins, makes the answer unclear.
    """
    spans: list[tuple[int, int]] = []
    unclear: str | None = None
    today = as_of.toordinal()
    for posting in postings:
        if posting.from_ is None:
            unclear = "postings.from"
        elif posting.until is not None and posting.until < posting.from_:
            unclear = "postings.until"
        else:
            end = FAR if posting.until is None else posting.until.toordinal()
            spans.append((posting.from_.toordinal(), end))
    return (*_merged(sorted(spans), today), unclear)


def _merged(spans: list[tuple[int, int]], today: int) -> tuple[int, int]:
    """The longest stretch up to today, and the length that the stretch running today is announced to reach."""
    stretches = merged(spans)
    length = max((min(last, today) - first + 1 for first, last in stretches if first <= today), default=0)
    hope = max((last - first + 1 for first, last in stretches if first <= today <= last), default=length)
    return length, min(max(length, hope), FAR)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """First and last days, sorted, as stretches without a break: those that touch or overlap are one."""
    stretches: list[tuple[int, int]] = []
    for first, last in spans:
        if stretches and first <= stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], last))
        else:
            stretches.append((first, last))
    return stretches
