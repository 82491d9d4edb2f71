"""Days off in Vietnam 2025-2027, and counting working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.law.calendar import AnnouncedDay, WorkingCalendar
from dcs_audit.law.loader import read_pack

NATIONAL = WorkingCalendar(read_pack("quoc-gia").announced)
BARE = WorkingCalendar()

# From the yearly notices of the Ministry of Home Affairs (Labour until 2025), weekdays only.
OFF_2025 = ["01-01", "01-27", "01-28", "01-29", "01-30", "01-31", "04-07", "04-30", "05-01", "05-02", "09-01", "09-02"]
OFF_2026 = ["01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "04-27", "04-30", "05-01", "08-31", "09-01"]
OFF_2026 += ["09-02"]
SURE_OFF = {
    2025: OFF_2025,
    2026: OFF_2026,
    # No notice yet: what the Labour Code itself fixes. Tết 2027 is Saturday 6 February, Hùng Kings' day is 16 April.
    2027: ["01-01", "02-08", "04-16", "04-30", "05-03", "09-02"],
}
SWAPPED_SATURDAYS = [date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
ORDINARY_MONTHS = [3, 6, 7, 10, 12]
"""Months in which no public holiday falls in 2025-2027."""

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def works(day: date) -> bool:
    """The calendar of 2025-2027 by the notices; only for the years and months where they settle it."""
    if day in SWAPPED_SATURDAYS:
        return True
    return day.weekday() < 5 and f"{day:%m-%d}" not in SURE_OFF[day.year]


@pytest.mark.parametrize("day", [date.fromisoformat(f"{y}-{d}") for y, days in SURE_OFF.items() for d in days], ids=str)
def test_public_holidays_and_compensation_days_are_days_off(day: date) -> None:
    assert day.weekday() < 5
    assert not NATIONAL.is_working(day)


@pytest.mark.parametrize("day", SWAPPED_SATURDAYS, ids=str)
def test_swapped_saturdays_are_working_days(day: date) -> None:
    assert day.weekday() == 5
    assert NATIONAL.is_working(day)


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_weekday_without_a_notice_is_a_working_day(year: int) -> None:
    day = date(year, 1, 1)
    wrong = []
    while day.year == year:
        if NATIONAL.is_working(day) != works(day) and (day.month, day.day) != (11, 24):  # Culture Day: law of 2026
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


@pytest.mark.parametrize("month", ORDINARY_MONTHS)
def test_months_without_holidays_have_only_weekends_off(month: int) -> None:
    for year in (2025, 2026, 2027):
        days = (date(year, month, 1) + timedelta(days=n) for n in range(28))
        assert all(NATIONAL.is_working(day) == (day.weekday() < 5) for day in days)


@pytest.mark.parametrize("tet", [date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6)], ids=str)
def test_tet_gives_five_weekdays_off_in_a_row_around_the_lunar_new_year(tet: date) -> None:
    around = [tet + timedelta(days=n) for n in range(-7, 8)]
    off = [day for day in around if day.weekday() < 5 and not NATIONAL.is_working(day)]
    assert len(off) == 5
    assert off[0] <= tet + timedelta(days=2) and off[-1] >= tet


def test_the_day_swapped_in_january_2026_comes_from_the_pack_and_not_the_library() -> None:
    assert BARE.is_working(date(2026, 1, 2)) and not BARE.is_working(date(2026, 1, 10))
    assert not NATIONAL.is_working(date(2026, 1, 2)) and NATIONAL.is_working(date(2026, 1, 10))


def test_announced_days_override_weekday_holiday_and_each_other_by_day() -> None:
    calendar = WorkingCalendar(
        (
            AnnouncedDay(date(2026, 9, 2), True, "works on the National Day"),
            AnnouncedDay(date(2026, 7, 7), False, "an ordinary Tuesday off"),
            AnnouncedDay(date(2026, 7, 12), True, "works on a Sunday"),
        )
    )
    assert calendar.is_working(date(2026, 9, 2))
    assert not calendar.is_working(date(2026, 7, 7))
    assert calendar.is_working(date(2026, 7, 12))
    assert calendar.is_working(date(2026, 7, 8)) and not calendar.is_working(date(2026, 7, 11))


def test_five_working_days_over_a_swapped_weekend_and_the_national_day() -> None:
    # Thu 27/8/2026: Fri 28; off Sat-Wed 29/8-2/9; Thu 3, Fri 4; weekend; Mon 7, Tue 8.
    counted = NATIONAL.counted_after(date(2026, 8, 27), 5)
    assert counted.due == date(2026, 9, 8)
    assert counted.skipped == tuple(date(2026, 8, d) for d in (29, 30, 31)) + tuple(
        date(2026, 9, d) for d in (1, 2, 5, 6)
    )


def test_five_working_days_from_monday_12_january_2026_end_the_next_monday() -> None:
    assert NATIONAL.after(date(2026, 1, 12), 5) == date(2026, 1, 19)


def test_the_swapped_saturday_counts() -> None:
    assert NATIONAL.after(date(2026, 8, 21), 1) == date(2026, 8, 22)
    assert NATIONAL.after(date(2026, 1, 9), 1) == date(2026, 1, 10)


def naive_after(event: date, count: int) -> date:
    """The `count`-th day of work after `event`, picked out of all days that follow."""
    later = [event + timedelta(days=n) for n in range(1, 120)]
    return [day for day in later if day.toordinal() % 7 not in (6, 0) and day not in OFF][count - 1]


OFF = frozenset(date(2026, 5, 1) + timedelta(days=n * n) for n in range(12))
SIMPLE = WorkingCalendar(days_off_of=lambda year: (frozenset(d for d in OFF if d.year == year), frozenset()))


@given(st.dates(date(2026, 4, 1), date(2026, 12, 31)), st.integers(1, 40))
def test_after_is_the_nth_working_day_that_follows(event: date, count: int) -> None:
    assert SIMPLE.after(event, count) == naive_after(event, count)


@given(DAYS, st.integers(1, 30))
def test_after_and_before_enclose_exactly_so_many_working_days(event: date, count: int) -> None:
    due, notice = NATIONAL.after(event, count), NATIONAL.before(event, count)
    between = [event + timedelta(days=n) for n in range((notice - event).days, (due - event).days + 1)]
    assert sum(NATIONAL.is_working(day) for day in between if day > event) == count
    assert sum(NATIONAL.is_working(day) for day in between if day < event) == count
    assert NATIONAL.is_working(due) and NATIONAL.is_working(notice)


@given(DAYS, st.integers(0, 20), st.integers(0, 20))
def test_a_longer_time_never_ends_earlier_and_a_later_event_never_earlier(event: date, few: int, more: int) -> None:
    assert NATIONAL.after(event, few) <= NATIONAL.after(event, few + more)
    assert NATIONAL.after(event, few) <= NATIONAL.after(event + timedelta(days=more), few)


@given(DAYS)
def test_next_working_is_the_first_working_day_from_that_day_on(day: date) -> None:
    found = NATIONAL.next_working(day)
    assert NATIONAL.is_working(found)
    assert not any(NATIONAL.is_working(day + timedelta(days=n)) for n in range((found - day).days))


@given(DAYS, st.integers(1, 15))
def test_skipped_days_and_working_days_make_up_the_whole_time(event: date, count: int) -> None:
    due, skipped = NATIONAL.counted_after(event, count)
    assert (due - event).days == count + len(skipped)
    assert not any(NATIONAL.is_working(day) for day in skipped)
