"""Days on which something is in force that should not be, or is not and should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from dcs_audit.law.amending import amending
from dcs_audit.law.basics import Cite, Parameter, Window
from dcs_audit.law.inside import names
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.model import Rule
from dcs_audit.law.places import Place

_DAY = timedelta(days=1)


def find(book: Book) -> Iterator[Fault]:
    """gapped-windows, rule-without-source, value-without-source, parameter-starts-late."""
    yield from _gaps(book)
    for rule, place in book.rules:
        day = _uncovered(rule.in_force, _windows(book, rule.basis))
        if day is not None:
            yield fault(place.at("in_force"), "rule-without-source", rule=rule.id, day=day)
    for parameter, place in book.parameters.values():
        yield from _values(book, parameter, place)
    yield from _amended(book)
    yield from _late_starts(book)


def _gaps(book: Book) -> Iterator[Fault]:
    versions: dict[str, list[tuple[Rule, Place]]] = {}
    for rule, place in book.rules:
        if rule.id not in book.unread:
            versions.setdefault(rule.id, []).append((rule, place))
    for rule_id, found in versions.items():
        found.sort(key=lambda version: version[0].in_force.from_)
        for (earlier, _), (later, place) in pairwise(found):
            end, start = earlier.in_force.to, later.in_force.from_
            if end is not None and end + _DAY < start:
                yield fault(
                    place.at("in_force"), "gapped-windows", rule=rule_id, end=end, start=start, right=end + _DAY
                )


def _windows(book: Book, basis: Iterable[Cite]) -> list[Window]:
    """When the sources are in force; nothing where one of them is not known."""
    cited = [cite.source for cite in basis]
    return [book.sources[source].in_force for source in cited] if book.sources.keys() >= {*cited} else []


def _uncovered(window: Window, sources: Sequence[Window]) -> date | None:
    """The first day of `window` on which none of `sources` is in force; None without sources, which others tell."""
    if not sources:
        return None
    day = window.from_
    while window.to is None or day <= window.to:
        holding = [source for source in sources if source.holds_on(day)]
        if not holding:
            return day
        ends = [source.to for source in holding if source.to is not None]
        if len(ends) < len(holding):
            return None
        day = max(ends) + _DAY
    return None


def _values(book: Book, parameter: Parameter, place: Place) -> Iterator[Fault]:
    ends = [*(value.from_ - _DAY for value in parameter.values[1:]), None]
    for number, (value, end) in enumerate(zip(parameter.values, ends, strict=True)):
        window = Window.model_validate({"from": value.from_, "to": end})
        day = _uncovered(window, _windows(book, value.basis))
        if day is not None:
            yield fault(place.at("values", number), "value-without-source", parameter=parameter.id, day=day)


def _amended(book: Book) -> Iterator[Fault]:
    """Numbers that a pack changes and that go on when the text that it cites is over. Loading tells how they begin."""
    entries = [entry for pack in book.packs for entry in amending(pack)]
    for change, place in entries:
        later = [one.from_ for one, _ in entries if one.parameter == change.parameter and one.from_ > change.from_]
        window = Window.model_validate({"from": change.from_, "to": min(later) - _DAY if later else None})
        day = _uncovered(window, _windows(book, change.basis))
        if day not in (None, change.from_):
            yield fault(place.at("from"), "value-without-source", parameter=change.parameter, day=day)


def _late_starts(book: Book) -> Iterator[Fault]:
    """Parameters that a rule asks for before they have a value."""
    needed: dict[str, tuple[date, str]] = {}
    for rule, _ in book.rules:
        for parameter, day in _uses(book, rule):
            needed[parameter] = min(needed.get(parameter, (day, rule.id)), (day, rule.id))
    for name, (day, rule_id) in needed.items():
        parameter_, place = book.parameters[name]
        start = parameter_.values[0].from_
        if day < start:
            yield fault(
                place.at("values", 0), "parameter-starts-late", parameter=name, start=start, rule=rule_id, day=day
            )


def _uses(book: Book, rule: Rule) -> Iterator[tuple[str, date]]:
    """The parameters that a rule asks for, each with the first day on which it does."""
    start = rule.in_force.from_
    if rule.due is not None:
        yield from ((name, start) for name in names(rule.due, book.parameters))
    for _, use, check in book.used(rule):
        for option in check.options:
            first = max(day for day in (start, use.since, option.since) if day is not None)
            yield from ((name, first) for name in names(option, book.parameters))
