"""The questions put to a record, ready for an engine: a reading against a bound, or a deed against a term."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeAlias

from dcs_audit.law.basics import AmendedValue, Cite, DatedValue
from dcs_audit.locale.phrases import Phrase

FAR = 10**9
"""More than any count or day: a reading that may still grow without limit."""


class Reading(NamedTuple):
    """A number that must reach a bound.

    `value` is what it is on the day of the audit, `hope` what it can still become without a new act; None: unknown,
    `fields` then names what to fill in.
    """

    bound: int
    value: int | None
    hope: int
    expected: Phrase
    actual: Phrase
    fields: tuple[str, ...] = ()
    verified: bool = True
    amended_by: tuple[Cite, ...] = ()
    """The text of a pack that sets the number, where this is not the law's own."""
    why: Phrase | None = None
    """Why it is unknown, where not because nothing was filled in."""


class Timing(NamedTuple):
    """A deed that must be done by a day; `done` None: not done. Days are dates."""

    due: date
    done: date | None
    expected: Phrase
    actual: Phrase
    verified: bool = True
    amended_by: tuple[Cite, ...] = ()
    """As of a reading."""


Item: TypeAlias = Reading | Timing


def unknown(expected: Phrase, actual: Phrase, *fields: str, by: DatedValue | None = None) -> Reading:
    """A reading that cannot be made until `fields` are filled in; `by` is the number that it is to be held against."""
    return Reading(0, None, 0, expected, actual, fields, amended_by=() if by is None else amending(by))


def amending(value: DatedValue) -> tuple[Cite, ...]:
    """The text that sets a number, where a pack put it in the place of the law's."""
    return value.basis if isinstance(value, AmendedValue) else ()
