"""Days as the law counts them: working days in Việt Nam, time limits from an event, days as people write them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

_OFF_BY_NOTICE = frozenset({date(2026, 1, 2)})
_WORKED_BY_NOTICE = frozenset({date(2026, 1, 10)})
"""The swap of 2 January for 10 January 2026, which the calendar of public holidays does not have."""

_CALENDAR = holidays.country_holidays("VN")
_ONE = timedelta(days=1)


@cache
def is_working_day(day: date) -> bool:
    """Neither a Saturday or Sunday nor a public holiday, unless a swap made it one to work on, or off."""
    if day in _OFF_BY_NOTICE or day in _WORKED_BY_NOTICE:
        return day in _WORKED_BY_NOTICE
    return bool(_CALENDAR.is_working_day(day))


def working_days_after(day: date, count: int) -> date:
    """The `count`-th working day after a day, which itself is not counted."""
    while count:
        day += _ONE
        count -= is_working_day(day)
    return day


def days_after(day: date, count: int) -> date:
    """`count` days after an event, on the next working day where that falls on a day off (Điều 148 BLDS 2015)."""
    day += timedelta(days=count)
    while not is_working_day(day):
        day += _ONE
    return day


def end_of_month(year: int, month: int) -> date:
    """The last day of a month; months beyond 12 are of the next year."""
    years, months = divmod(month, 12)
    return date(year + years, months + 1, 1) - _ONE


def read(text: str | None) -> date | None:
    """A day as people write it: `2026-04-08` or `08/04/2026`; None where nothing stands."""
    if text is None:
        return None
    if "/" in text:
        day, month, year = text.split("/")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(text)


def period(text: str) -> tuple[date, date]:
    """First and last day of a year, half, quarter or month: `2026`, `2026-H1`, `2026-Q3`, `2026-M02`."""
    year, _, part = text.partition("-")
    length = {"H": 6, "Q": 3, "M": 1}[part[0]] if part else 12
    last = int(part[1:]) * length if part else 12
    return date(int(year), last - length + 1, 1), end_of_month(int(year), last)
