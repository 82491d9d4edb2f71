"""The questions put to a record, ready for an engine: a reading against a bound, or a deed against a term."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeAlias

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


class Timing(NamedTuple):
    """A deed that must be done by a day; `done` None: not done. Days are dates."""

    due: date
    done: date | None
    expected: Phrase
    actual: Phrase
    verified: bool = True


Item: TypeAlias = Reading | Timing


def unknown(expected: Phrase, actual: Phrase, *fields: str) -> Reading:
    """A reading that cannot be made until `fields` are filled in."""
    return Reading(0, None, 0, expected, actual, fields)
