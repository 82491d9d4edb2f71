"""The steps by which due dates are found lead to the very dates that judge."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_packs import parameter

from dcs_audit.law.basics import DatedValue, Parameter
from dcs_audit.law.calendar import AnnouncedDay, WorkingCalendar
from dcs_audit.law.due import add, add_plain, before, trace, trace_before, trace_plain
from dcs_audit.law.loader import read_pack
from dcs_audit.locale.phrases import Text

CALENDAR = WorkingCalendar(read_pack("quoc-gia").announced)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
UNITS = st.sampled_from(["days", "working_days", "months", "years"])


def length(unit: str, number: int) -> tuple[Parameter, DatedValue]:
    made = Parameter.model_validate(parameter("p", unit, number))
    return made, made.values[0]


def days_between(first: date, last: date) -> list[date]:
    """The days after `first`, up to `last`."""
    return [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]


@given(DAYS, st.integers(0, 40), UNITS)
def test_a_trace_ends_where_the_deadline_is(event: date, number: int, unit: str) -> None:
    how = length(unit, number)
    assert trace(event, *how, CALENDAR).due == add(event, *how, CALENDAR)
    assert trace_before(event, *how, CALENDAR).due == before(event, *how, CALENDAR)
    if unit != "working_days":
        assert trace_plain(event, *how).due == add_plain(event, *how)
        assert trace(event, *how, CALENDAR).plain == add_plain(event, *how)


@given(DAYS, st.integers(0, 40))
def test_working_days_counted_and_days_off_skipped_make_up_the_time(event: date, number: int) -> None:
    made = trace(event, *length("working_days", number), CALENDAR)
    assert len(made.counted) == number
    assert sorted([*made.counted, *made.skipped]) == days_between(event, made.due)
    assert all(map(CALENDAR.is_working, made.counted)) and not any(map(CALENDAR.is_working, made.skipped))
    back = trace_before(event, *length("working_days", number), CALENDAR)
    assert len(back.counted) == number
    assert sorted([*back.counted, *back.skipped]) == days_between(back.due - timedelta(days=1), event)[:-1]
    assert list(back.skipped) == sorted(back.skipped)


@given(DAYS, st.integers(0, 60))
def test_a_deadline_that_moves_moves_over_days_off_only(event: date, number: int) -> None:
    made = trace(event, *length("days", number), CALENDAR)
    assert list(made.moved_over) == days_between(made.plain - timedelta(days=1), made.due)[:-1]
    assert not any(map(CALENDAR.is_working, made.moved_over))
    assert not made.counted and not made.skipped


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 2, 17), Text("Tết Nguyên Đán", "Lunar New Year")),
        (date(2026, 4, 27), Text("Ngày Giỗ Tổ Hùng Vương (nghỉ bù)", "Hung Kings' Commemoration Day (observed)")),
        (date(2026, 1, 2), Text("Nghỉ hoán đổi dịp Tết Dương lịch 2026", "Nghỉ hoán đổi dịp Tết Dương lịch 2026")),
        (date(2026, 1, 10), Text("Làm bù cho ngày 02/01/2026", "Làm bù cho ngày 02/01/2026")),
        (date(2026, 1, 17), None),
        (date(2200, 9, 2), None),
    ],
)
def test_days_off_have_names(day: date, name: Text | None) -> None:
    assert CALENDAR.name(day) == name


def test_names_are_looked_up_once_a_year() -> None:
    asked: list[int] = []

    def names_of(year: int) -> dict[date, Text]:
        asked.append(year)
        return {date(year, 9, 2): Text("Quốc khánh", "National Day")}

    calendar = WorkingCalendar((AnnouncedDay(date(2026, 9, 3), False, "nghỉ thêm"),), names_of=names_of)
    names: list[Any] = [calendar.name(date(2026, 9, day)) for day in (1, 2, 3)]
    assert names == [None, Text("Quốc khánh", "National Day"), Text("nghỉ thêm", "nghỉ thêm")]
    assert asked == [2026]
