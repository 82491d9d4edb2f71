"""Periods of the audited year, and the arithmetic of months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

GRACE_BEFORE_WORKING_YEAR = 60
"""Days before a working-year window in which a conference is still taken for that year's, held early."""


class Span(NamedTuple):
    """A period of a duty: its label as in unit files, its key within the year, its first and last day.

    `opens` is the first day on which the duty may be done: later than `first` only for a working year, whose span
    takes in conferences held early.
    """

    label: str
    key: int
    first: date
    last: date
    opens: date


_PARTS = {f"H{n}": ((n - 1) * 6 + 1, n * 6, n) for n in (1, 2)}
_PARTS |= {f"Q{n}": ((n - 1) * 3 + 1, n * 3, 10 + n) for n in (1, 2, 3, 4)}
_PARTS |= {f"M{n:02d}": (n, n, 20 + n) for n in range(1, 13)}

YEAR_KEY = 99
STANDING_KEY = 98

PARTS_OF = {
    "half": ("H1", "H2"),
    "quarter": ("Q1", "Q2", "Q3", "Q4"),
    "month": tuple(f"M{n:02d}" for n in range(1, 13)),
}


def part_key(part: str) -> int:
    """The key of a part of the year (`H1`, `Q3`, `M07`), or of the whole year for an empty one."""
    return _PARTS[part][2] if part else YEAR_KEY


@lru_cache(maxsize=1024)
def part_span(year: int, part: str = "") -> Span:
    """A part of `year`, or the whole year."""
    if not part:
        first, last = date(year, 1, 1), date(year, 12, 31)
        return Span(str(year), YEAR_KEY, first, last, first)
    start, end, key = _PARTS[part]
    first, last = date(year, start, 1), date(year, end, monthrange(year, end)[1])
    return Span(f"{year}-{part}", key, first, last, first)


def part_holding(day: date, parts: tuple[str, ...]) -> str | None:
    """The one of `parts` (of one granularity) that `day` falls in, None where none does."""
    return next((part for part in parts if _PARTS[part][0] <= day.month <= _PARTS[part][1]), None)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_year_opens(year: int, month: int, day: int) -> date:
    """The first day of a working year after one that ends on `day`/`month`: the one of them that falls in `year`."""
    closing = date(year - 1, 12, 31) if (month, day) == (12, 31) else date(year, month, day)
    return closing + timedelta(days=1)


def working_year_span(year: int, opens: date, months: int) -> Span:
    """When the conference that closes a working year counts for audited `year`.

    It opens the day after the working year ends; conferences from 60 days before that until the end of the audited
    year (or of the `months` allowed, where those reach further) are taken for it.
    """
    last = max(date(year, 12, 31), add_months(opens, months) - timedelta(days=1))
    return Span(str(year), YEAR_KEY, opens - timedelta(days=GRACE_BEFORE_WORKING_YEAR), last, opens)
