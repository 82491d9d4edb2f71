"""Questions about days: that something is recorded at all, in what order, for how long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from dcs_audit.duties.attributes import attribute
from dcs_audit.duties.items import FAR, Item, Reading, amending, unknown
from dcs_audit.law import questions
from dcs_audit.law.due import describe
from dcs_audit.locale.phrases import phrase, word

if TYPE_CHECKING:
    from dcs_audit.duties.measures import Probe


def given(entry: questions.Given) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """That the record says something; where it does not, nothing is known."""
    get = attribute(entry.of)
    expected = phrase("expected.given", field=word(entry.of, "field"))

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = get(record)
        if found is None:
            return (unknown(expected, phrase("actual.field_absent", field=entry.of), entry.of),)
        if not isinstance(found, date):
            return (Reading(1, 1, 1, expected, phrase("actual.given")),)
        come = int(found <= probe.context.as_of)  # what is dated later has not happened yet
        return (Reading(1, come, 1, expected, phrase("actual.date", date=found)),)

    return measure


def not_before(entry: questions.NotBefore) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """A day on or after a fixed one."""
    get = attribute(entry.of)
    expected = phrase("expected.since", date=entry.day)
    bound = entry.day.toordinal()

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = get(record)
        if found is None:
            return (unknown(expected, phrase("actual.field_absent", field=entry.of), entry.of),)
        value = found.toordinal()
        return (Reading(bound, value, value, expected, phrase("actual.date", date=found)),)

    return measure


_EVENTS = frozenset({"received_on", "held_on", "elected_on", "recognised_on", "explained_on", "until", "date"})
"""What happens, and is followed by what must be done. Before anything else something must have been done."""
_FOLLOWED = frozenset({("plan.date", "plan_sent_on"), ("failed_meeting_on", "ballots_from")})
"""Pairs of which the later day is judged as well."""


def ordered(entry: questions.Ordered) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """One day no later than another, or before it. A day that is not recorded leaves the order unknown.

    Told of the one that is judged: an act that comes after an event, or one that must come before something.
    """
    first_of, then_of = attribute(entry.first), attribute(entry.then)
    follows = entry.first in _EVENTS or (entry.first, entry.then) in _FOLLOWED
    later, earlier = (
        ("expected.after", "expected.before") if entry.strict else ("expected.not_before", "expected.no_later")
    )

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        first, then = first_of(record), then_of(record)
        if first is None or then is None:
            absent = entry.first if first is None else entry.then
            expected = phrase("expected.order", first=word(entry.first, "field"), then=word(entry.then, "field"))
            return (unknown(expected, phrase("actual.field_absent", field=absent), absent),)
        value = (then - first).days
        expected = phrase(later, date=first) if follows else phrase(earlier, date=then)
        actual = phrase("actual.date", date=then if follows else first)
        return (Reading(int(entry.strict), value, value, expected, actual),)

    return measure


def lasted(entry: questions.Lasted) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """From one day to another, as far as that has come on the day of the audit, and how long it will have been.

    One span that ends before it begins is a slip and tells nothing; an event that came before what had to precede it
    is judged, but no length is told of it.
    """
    start_of, end_of = attribute(entry.from_), attribute(entry.until)
    more = int(entry.first_day == "counted")
    one_span = entry.from_.removesuffix("from") == entry.until.removesuffix("until")

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        parameter = probe.context.parameter(entry.for_)
        start, end = start_of(record), end_of(record)
        value = parameter.on(start or probe.day)
        expected = phrase("expected.lasted", length=describe(parameter, value))
        if start is None or end is None:
            absent = entry.from_ if start is None else entry.until
            return (unknown(expected, phrase("actual.field_absent", field=absent), absent, by=value),)
        if one_span and end < start:
            return (unknown(expected, phrase("actual.backwards", start=start, end=end), entry.until, by=value),)
        hope = (end - start).days + more
        so_far = min(hope, (probe.context.as_of - start).days + more)
        key = "actual.span" if end >= start else "actual.too_late"
        actual = phrase(key, start=start, end=end, number=hope)
        return (Reading(value.value, so_far, min(hope, FAR), expected, actual, (), value.verified, amending(value)),)

    return measure
