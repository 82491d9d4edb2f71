"""How rules speak of the parts of a record: dotted paths such as `document.date` or `members.positions`.

A path through a list yields the values of all entries. Absent parts are unknown, never "no".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

Getter = Callable[[Any], Any]


class Listing(NamedTuple):
    """The values that a path through a list yields, and how many entries leave theirs unknown."""

    values: tuple[Any, ...]
    unknown: int


def attribute(path: str) -> Getter:
    """A getter for a path without lists; None where any part is absent."""
    names = tuple("from_" if name == "from" else name for name in path.split("."))
    if len(names) == 1:
        return attrgetter(*names)

    def get(record: Any) -> Any:
        for name in names:
            if record is None:
                return None
            record = getattr(record, name)
        return record

    return get


def listing(path: str) -> Callable[[Any, date], Listing | None]:
    """A getter for a list (`agenda`) or an attribute of each entry of one (`members.positions`); None where absent.

    Entries dated after the day of the audit (`sent.on`) do not count yet.
    """
    head, _, tail = path.partition(".")
    entries_of = attribute(head)
    if not tail:
        return lambda record, as_of: None if (found := entries_of(record)) is None else Listing(tuple(found), 0)
    inner = attribute(tail)

    def get(record: Any, as_of: date) -> Listing | None:
        entries = entries_of(record)
        if entries is None:
            return None
        values: list[Any] = []
        unknown = 0
        for entry in entries:
            # Not `getattr` with a default: for an absent field pydantic first words an error.
            on = entry.on if "on" in type(entry).model_fields else None
            if on is not None and on > as_of:
                continue
            found = inner(entry)
            if found is None:
                unknown += 1
            elif isinstance(found, tuple):
                values.extend(found)
            else:
                values.append(found)
        return Listing(tuple(values), unknown)

    return get


class Posting(NamedTuple):
    """The earliest known posting or sending, and whether others of unknown date exist beside it."""

    first: date | None
    undated: bool


def first_posting(record: Any, as_of: date) -> Posting:
    """When a disclosure was first posted anywhere, as far as known on `as_of`."""
    first, undated = None, False
    for posting in record.postings:
        start = posting.from_
        if start is None:
            undated = True
        elif start <= as_of and (first is None or start < first):
            first = start
    return Posting(first, undated)


def first_sending(record: Any, as_of: date) -> Posting:
    """When a document was first sent to anybody, as far as known on `as_of`."""
    if record.sent is None:
        return Posting(None, True)
    days = [sent.on for sent in record.sent]
    return Posting(min((day for day in days if day is not None and day <= as_of), default=None), None in days)


def sent_or_dated(record: Any, as_of: date) -> Posting:
    """When a document was first sent; where the file names no sending, the day it was issued."""
    if record.sent:
        return first_sending(record, as_of)
    return Posting(record.date if record.date is not None and record.date <= as_of else None, record.date is None)


class DerivedDay(NamedTuple):
    """A day that rules may ask for and no record holds: of which section, how it is found, what to fill in for it."""

    section: str
    find: Callable[[Any, date], Posting]
    field: str


DERIVED: dict[str, DerivedDay] = {
    "first_posting": DerivedDay("disclosures", first_posting, "postings.from"),
    "first_sending": DerivedDay("documents", first_sending, "sent.on"),
    "sent_or_dated": DerivedDay("documents", sent_or_dated, "date"),
}

SENDINGS = ("first_sending", "sent_or_dated")
"""Those that tell when a document was sent."""

NATURAL_DATE: dict[str, tuple[str, ...]] = {
    "disclosures": ("document.date",),
    "meetings": ("held_on",),
    "boards": ("term.from", "elected_on"),
    "documents": ("date",),
    "consultations": ("from", "decided_on"),
    "decisions": ("held_on",),
    "petitions": ("received_on",),
    "activities": ("held_on", "document.date"),
    "appointments": ("term.from", "recognised_on", "decision.date", "elected_on"),
    "attestations": ("on",),
}
"""By section, the attributes that tell the day of a record, the first one known deciding."""

NAMED_BY = {
    "disclosures": "item",
    "meetings": "kind",
    "boards": "kind",
    "documents": "kind",
    "consultations": "item",
    "decisions": "item",
    "petitions": "kind",
    "activities": "kind",
    "appointments": "kind",
    "attestations": "rule",
}
"""By section, the attribute that says what a record is."""


@cache
def natural_date(section: str) -> Callable[[Any], date | None]:
    """A getter for the day of a record of `section`."""
    return _first_of(NATURAL_DATE[section])


def founding_date(section: str) -> Callable[[Any], date | None]:
    """A getter for the day by which old and new law are told apart: a board's election, else the natural date."""
    return _first_of(tuple(reversed(NATURAL_DATE[section])) if section == "boards" else NATURAL_DATE[section])


def _first_of(paths: tuple[str, ...]) -> Callable[[Any], date | None]:
    getters = tuple(attribute(path) for path in paths)
    if len(getters) == 1:
        return getters[0]

    def get(record: Any) -> date | None:
        for getter in getters:
            found = getter(record)
            if found is not None:
                return found  # type: ignore[no-any-return]
        return None

    return get


def matcher(where: dict[str, tuple[str, ...]]) -> Callable[[Any], bool]:
    """Whether a record has one of the allowed values in each attribute; an absent attribute does not match."""
    tests = tuple((attribute(path), frozenset(values)) for path, values in where.items())
    if len(tests) == 1:  # as nearly all are
        ((only, known),) = tests
        return lambda record: _as_text(only(record)) in known
    return lambda record: all(_as_text(get(record)) in allowed for get, allowed in tests)


def _as_text(value: Any) -> str | None:
    if value is True:
        return "true"
    if value is False:
        return "false"
    return None if value is None else str(value)
