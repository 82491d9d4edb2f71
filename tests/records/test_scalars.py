"""One typed word at a time: text, numbers, true and false, days, periods."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from dcs_audit.records import scalars
from dcs_audit.records.period import MonthDay, Period


def refusal(parse: Callable[[object], object], value: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        parse(value)
    return caught.value.type


@pytest.mark.parametrize("typed", ["2026-04-08", "08/04/2026", "8/4/2026", " 8/04/2026 "])
def test_day_in_both_notations(typed: str) -> None:
    assert scalars.day(typed) == date(2026, 4, 8)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("31/02/2026", "impossible_date"),
        ("2025-13-01", "impossible_date"),
        ("2026-02-29", "impossible_date"),
        ("00/01/2026", "impossible_date"),
        ("32/13/2026", "impossible_date"),
        ("04/20/2026", "date_month_first"),
        ("2026-4-8", "not_date"),
        ("08-04-2026", "not_date"),
        ("8.4.2026", "not_date"),
        ("08/04/26", "not_date"),
        ("2026-04-08T00:00", "not_date"),
        ("٠٨/٠٤/٢٠٢٦", "not_date"),
        ("hôm qua", "not_date"),
        ("1899-12-31", "date_out_of_range"),
        ("01/01/2201", "date_out_of_range"),
        ("0000-01-01", "date_out_of_range"),
    ],
)
def test_no_day(typed: str, code: str) -> None:
    assert refusal(scalars.day, typed) == code


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_days_round_trip(day: date) -> None:
    assert scalars.day(day.isoformat()) == day
    assert scalars.day(f"{day.day:02d}/{day.month:02d}/{day.year}") == day
    assert scalars.day(f"{day.day}/{day.month}/{day.year}") == day


@pytest.mark.parametrize(("typed", "value"), [("0", 0), ("7", 7), ("-3", -3), (" 12 ", 12), ("999999999", 999999999)])
def test_whole(typed: str, value: int) -> None:
    assert scalars.whole(typed) == value


@pytest.mark.parametrize(
    "typed", ["010", "1_000", "1.0", "1e3", "0x1F", "+1", "-0", "1.000", "1,5", "٣", "true", "12:30"]
)
def test_no_whole_number(typed: str) -> None:
    assert refusal(scalars.whole, typed) == "not_whole_number"


def test_numbers_have_bounds() -> None:
    assert refusal(scalars.whole, "1000000000") == "number_too_large"
    assert refusal(scalars.whole, "9" * 10_000) == "number_too_large"
    assert refusal(scalars.count, "-1") == "negative"
    assert refusal(scalars.ordinal, "0") == "below_one"


@pytest.mark.parametrize("typed", ["yes", "no", "on", "có", "không", "1", "0", "tRue", "y"])
def test_only_true_and_false_are_truths(typed: str) -> None:
    assert refusal(scalars.truth, typed) == "not_bool"


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("TRUE", True), ("False", False), (True, True), ("", None)]
)
def test_truth(typed: object, value: bool | None) -> None:
    assert scalars.truth(typed) is value


def test_text_is_composed_and_stripped() -> None:
    assert scalars.text(" Ho\u0302\u0323i nghi\u0323 ") == "Hội nghị"
    assert scalars.text("a\r\nb\tc") == "a\nb\tc"
    assert scalars.text("\u00a0 ") is None
    assert scalars.text(True) == "true"
    assert scalars.text(2026) == "2026"


@pytest.mark.parametrize(
    ("value", "code"),
    [("a\x00", "control_character"), ("a\u202eb", "control_character"), ("\ud800", "lone_surrogate"), ([], "not_text")],
)
def test_no_text(value: object, code: str) -> None:
    assert refusal(scalars.text, value) == code


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2024-M02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-M12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_period(typed: str, first: date, last: date) -> None:
    period = scalars.period(typed)
    assert period is not None
    assert (period.first, period.last, period.label) == (first, last, typed)


@pytest.mark.parametrize(
    "typed", ["2026-H3", "2026-Q0", "2026-Q5", "2026-M13", "2026-M00", "2026-M3", "2026-q1", "Q1", "26"]
)
def test_no_period(typed: str) -> None:
    assert refusal(scalars.period, typed) == "not_period"


def test_month_day() -> None:
    parsed = scalars.month_day("05-31")
    assert parsed == MonthDay(5, 31)
    assert parsed.label == "05-31"
    for typed in ("02-29", "13-01", "04-31", "5-31", "00-10", "01-00", "31/05"):
        assert refusal(scalars.month_day, typed) == "not_month_day"


@pytest.mark.parametrize(
    ("parse", "value"),
    [(scalars.day, date(2026, 1, 1)), (scalars.period, Period(2026, "Q1")), (scalars.month_day, MonthDay(1, 1))],
)
def test_values_of_the_right_kind_pass(parse: Callable[[Any], Any], value: object) -> None:
    assert parse(value) is value


@pytest.mark.parametrize(
    "parse", [scalars.text, scalars.whole, scalars.truth, scalars.day, scalars.period, scalars.month_day]
)
def test_nothing_is_unknown(parse: Callable[[Any], Any]) -> None:
    assert parse(None) is None
    assert parse("  ") is None
