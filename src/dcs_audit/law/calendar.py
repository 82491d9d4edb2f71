"""Working days in Vietnam.

Public holidays, Tết by the lunar calendar, compensation days and swapped working Saturdays come from the `holidays`
library; `calendar.yaml` of the national pack adds announced days that the library lacks, each with its source.
Names of days off are asked for only by those who explain a date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from dcs_audit.locale.phrases import Text

SATURDAY = 5
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class AnnouncedDay(NamedTuple):
    """A day that a public notice makes a day off or a working day."""

    day: date
    working: bool
    title: str


class Counted(NamedTuple):
    """A due date and the days off that were passed over on the way."""

    due: date
    skipped: tuple[date, ...]


@dataclass(slots=True)
class WorkingCalendar:
    """Answers whether a day is a working day, and counts working days; years are looked up once, when needed."""

    announced: Iterable[AnnouncedDay] = ()
    days_off_of: Callable[[int], tuple[frozenset[date], frozenset[date]]] = field(default=lambda year: _library(year))
    names_of: Callable[[int], Mapping[date, Text]] = field(default=lambda year: _library_names(year))
    _by_year: dict[int, tuple[frozenset[date], frozenset[date]]] = field(default_factory=dict)
    _after: dict[tuple[date, int], date] = field(default_factory=dict)
    _names: dict[int, Mapping[date, Text]] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`: Monday to Friday, or a swapped Saturday, and no public holiday."""
        off, on = self._year(day.year)
        if day in off:
            return False
        return day in on or day.weekday() < SATURDAY

    def after(self, event: date, count: int) -> date:
        """The `count`-th working day after `event`; the day of the event is not counted."""
        key = (event, count)
        known = self._after.get(key)
        if known is None:
            known = self._after[key] = self.counted_after(event, count).due
        return known

    def counted_after(self, event: date, count: int) -> Counted:
        """As `after`, with the days off passed over."""
        day, left, skipped = event, count, []
        while left > 0:
            day += timedelta(days=1)
            if self.is_working(day):
                left -= 1
            else:
                skipped.append(day)
        return Counted(day, tuple(skipped))

    def before(self, event: date, count: int) -> date:
        """The `count`-th working day before `event`; the day of the event is not counted."""
        return self.counted_before(event, count).due

    def counted_before(self, event: date, count: int) -> Counted:
        """As `before`, with the days off passed over, the earliest first."""
        day, left, skipped = event, count, []
        while left > 0:
            day -= timedelta(days=1)
            if self.is_working(day):
                left -= 1
            else:
                skipped.append(day)
        return Counted(day, tuple(reversed(skipped)))

    def next_working(self, day: date) -> date:
        """`day` itself, or the first working day after it."""
        return self.moved(day).due

    def moved(self, day: date) -> Counted:
        """As `next_working`, with the days off from `day` on."""
        skipped = []
        while not self.is_working(day):
            skipped.append(day)
            day += timedelta(days=1)
        return Counted(day, tuple(skipped))

    def name(self, day: date) -> Text | None:
        """What a public notice or the list of public holidays calls `day`; None for a day that it does not name."""
        for entry in self.announced:
            if entry.day == day:
                return Text(entry.title, entry.title)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return None
        if day.year not in self._names:
            self._names[day.year] = self.names_of(day.year)
        return self._names[day.year].get(day)

    def of_year(self, year: int) -> tuple[frozenset[date], frozenset[date]]:
        """The days off of a year, weekends aside, and the weekend days that are worked instead."""
        return self._year(year)

    def _year(self, year: int) -> tuple[frozenset[date], frozenset[date]]:
        known = self._by_year.get(year)
        if known is None:
            known = self._by_year[year] = self._announced_over(year)
        return known

    def _announced_over(self, year: int) -> tuple[frozenset[date], frozenset[date]]:
        off, on = self.days_off_of(year) if _FIRST_YEAR <= year <= _LAST_YEAR else (frozenset(), frozenset())
        here = [entry for entry in self.announced if entry.day.year == year]
        working = frozenset(entry.day for entry in here if entry.working)
        resting = frozenset(entry.day for entry in here if not entry.working)
        return (off | resting) - working, (on | working) - resting


def _library(year: int) -> tuple[frozenset[date], frozenset[date]]:
    # Imported here: the library is slow to load and many runs count no working days.
    from holidays.countries.vietnam import Vietnam

    table: Any = Vietnam(years=year)  # type: ignore[no-untyped-call]
    return frozenset(table), frozenset(day for day in table.weekend_workdays if day.year == year)


def _library_names(year: int) -> Mapping[date, Text]:
    from holidays.countries.vietnam import Vietnam

    in_vietnamese: Any = Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]
    in_english: Any = Vietnam(years=year, language="en_US")  # type: ignore[no-untyped-call]
    return {day: Text(_tidy(name), _tidy(in_english.get(day, name))) for day, name in in_vietnamese.items()}


def _tidy(name: str) -> str:
    """Two holidays of one day stand on one line."""
    return name.replace("\n", "; ")
