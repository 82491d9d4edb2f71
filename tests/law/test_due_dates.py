"""How deadlines count, move and do not move."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_packs import parameter

from dcs_audit.law.basics import DatedValue, Parameter
from dcs_audit.law.calendar import WorkingCalendar
from dcs_audit.law.due import add, add_plain, before, describe
from dcs_audit.law.loader import read_pack
from dcs_audit.law.periods import add_months
from dcs_audit.locale.phrases import say

CALENDAR = WorkingCalendar(read_pack("quoc-gia").announced)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def length(unit: str, number: int) -> tuple[Parameter, DatedValue]:
    made = Parameter.model_validate(parameter("p", unit, number))
    return made, made.values[0]


def due(event: date, number: int, unit: str) -> date:
    return add(event, *length(unit, number), CALENDAR)


def notice(event: date, number: int, unit: str) -> date:
    return before(event, *length(unit, number), CALENDAR)


@pytest.mark.parametrize(
    ("event", "number", "unit", "expected"),
    [
        (date(2026, 3, 2), 15, "days", date(2026, 3, 17)),  # a Tuesday
        (date(2026, 3, 5), 2, "days", date(2026, 3, 9)),  # a Saturday moves to Monday
        (date(2026, 3, 6), 2, "days", date(2026, 3, 9)),  # a Sunday moves to Monday
        (date(2026, 2, 1), 15, "days", date(2026, 2, 23)),  # 16/2 opens Tết; work resumes on 23/2
        (date(2026, 8, 26), 5, "days", date(2026, 9, 3)),  # 31/8 is swapped, 1-2/9 National Day
        (date(2026, 8, 20), 2, "days", date(2026, 8, 22)),  # the Saturday worked for 31/8 is no day off
        (date(2025, 12, 18), 15, "days", date(2026, 1, 5)),  # 2/1/2026 is off by the announced swap
        (date(2026, 1, 31), 1, "months", date(2026, 3, 2)),  # 28/2/2026 is a Saturday
        (date(2024, 2, 29), 1, "years", date(2025, 2, 28)),  # a Friday
        (date(2026, 6, 30), 1, "months", date(2026, 7, 30)),
        (date(2026, 4, 28), 1, "working_days", date(2026, 4, 29)),
        (date(2026, 4, 29), 1, "working_days", date(2026, 5, 4)),
    ],
)
def test_the_last_good_day(event: date, number: int, unit: str, expected: date) -> None:
    assert due(event, number, unit) == expected


@pytest.mark.parametrize(
    ("event", "number", "unit", "expected"),
    [
        (date(2026, 3, 9), 2, "days", date(2026, 3, 7)),  # a Saturday stays: notice can be given before it
        (date(2026, 9, 8), 7, "days", date(2026, 9, 1)),  # so does a public holiday
        (date(2026, 9, 3), 1, "working_days", date(2026, 8, 28)),
        (date(2026, 3, 31), 1, "months", date(2026, 2, 28)),
        (date(2026, 2, 28), 1, "years", date(2025, 2, 28)),
    ],
)
def test_time_before_an_event_does_not_move(event: date, number: int, unit: str, expected: date) -> None:
    assert notice(event, number, unit) == expected


@given(DAYS, st.integers(0, 60))
def test_calendar_days_end_on_the_plain_day_or_the_first_working_day_after_it(event: date, number: int) -> None:
    found, plain = due(event, number, "days"), event + timedelta(days=number)
    assert add_plain(event, *length("days", number)) == plain
    assert found >= plain and CALENDAR.is_working(found)
    assert not any(CALENDAR.is_working(plain + timedelta(days=n)) for n in range((found - plain).days))


@given(DAYS, st.integers(1, 20))
def test_working_days_never_move_further(event: date, number: int) -> None:
    assert due(event, number, "working_days") == CALENDAR.after(event, number)


@given(DAYS, st.integers(0, 60))
def test_days_before_an_event_are_plain_subtraction(event: date, number: int) -> None:
    assert notice(event, number, "days") == event - timedelta(days=number)


@given(DAYS, DAYS, st.sampled_from(["days", "working_days", "months", "years"]), st.integers(1, 12))
def test_a_later_event_never_falls_due_earlier(one: date, other: date, unit: str, number: int) -> None:
    first, second = sorted((one, other))
    assert due(first, number, unit) <= due(second, number, unit)


@given(DAYS, st.integers(-48, 48))
def test_months_keep_the_day_or_clamp_to_the_end_of_the_month(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == min(day.day, monthrange(found.year, found.month)[1])


@given(DAYS, st.integers(0, 12), st.integers(0, 12))
def test_months_added_in_two_steps_are_never_later_than_in_one(day: date, few: int, more: int) -> None:
    assert add_months(add_months(day, few), more) <= add_months(day, few + more)


@pytest.mark.parametrize(
    ("unit", "number", "vi"), [("working_days", 5, "05 ngày làm việc"), ("days", 15, "15 ngày"), ("days", 5, "05 ngày")]
)
def test_lengths_in_words_have_two_digits_as_statutes_write_them(unit: str, number: int, vi: str) -> None:
    assert say(describe(*length(unit, number)), "vi") == vi


def values(*pairs: tuple[str, int]) -> Parameter:
    dated: list[dict[str, Any]] = [{"from": day, "value": number, "basis": []} for day, number in pairs]
    return Parameter.model_validate(parameter("p", "days", 0, values=dated))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2019-12-31", 4), ("2020-01-01", 4), ("2026-06-30", 4), ("2026-07-01", 2), ("2030-01-01", 1), ("2031-05-05", 1)],
)
def test_a_number_is_the_one_in_force_on_the_day(day: str, expected: int) -> None:
    numbers = values(("2020-01-01", 4), ("2026-07-01", 2), ("2030-01-01", 1))
    assert numbers.on(date.fromisoformat(day)).value == expected
