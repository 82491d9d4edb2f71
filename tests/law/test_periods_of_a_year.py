"""Quarters, halves, months and working years."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.law.periods import (
    GRACE_BEFORE_WORKING_YEAR,
    PARTS_OF,
    part_holding,
    part_key,
    part_span,
    working_year_opens,
    working_year_span,
)

YEARS = st.integers(2000, 2100)
LENGTH_IN_MONTHS = {"half": 6, "quarter": 3, "month": 1}


@given(YEARS, st.sampled_from(sorted(PARTS_OF)))
def test_parts_of_one_kind_hold_every_day_of_the_year_once(year: int, kind: str) -> None:
    held: Counter[date] = Counter()
    for part in PARTS_OF[kind]:
        span = part_span(year, part)
        held.update(span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))
    every_day = {date(year, 1, 1) + timedelta(days=n) for n in range(366 if _leap(year) else 365)}
    assert held == Counter(every_day)


def _leap(year: int) -> bool:
    return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(PARTS_OF)))
def test_a_day_falls_in_the_part_that_its_month_belongs_to(day: date, kind: str) -> None:
    part = part_holding(day, PARTS_OF[kind])
    assert part is not None
    assert int(part[1:]) == (day.month - 1) // LENGTH_IN_MONTHS[kind] + 1
    span = part_span(day.year, part)
    assert span.first <= day <= span.last
    assert span.label == f"{day.year}-{part}"


def test_a_day_outside_the_parts_asked_for_is_in_none() -> None:
    assert part_holding(date(2026, 5, 1), ("Q1", "H2")) is None
    assert part_holding(date(2026, 5, 1), ("Q1", "H1", "Q3")) == "H1"


def test_keys_of_all_parts_and_the_year_differ() -> None:
    keys = [part_key(part) for parts in PARTS_OF.values() for part in parts] + [part_key("")]
    assert len(keys) == len(set(keys)) == 2 + 4 + 12 + 1


def test_the_whole_year_runs_from_new_year_to_new_years_eve() -> None:
    span = part_span(2026)
    assert (span.label, span.first, span.last, span.opens) == (
        "2026", date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 1)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("end", "opens", "window_ends"),
    [
        ((12, 31), date(2026, 1, 1), date(2026, 3, 31)),
        ((5, 31), date(2026, 6, 1), date(2026, 8, 31)),
        ((6, 30), date(2026, 7, 1), date(2026, 9, 30)),
        ((9, 30), date(2026, 10, 1), date(2026, 12, 31)),
        ((11, 15), date(2026, 11, 16), date(2027, 2, 15)),
        ((11, 30), date(2026, 12, 1), date(2027, 2, 28)),
        ((2, 28), date(2026, 3, 1), date(2026, 5, 31)),
        ((12, 30), date(2026, 12, 31), date(2027, 3, 30)),
    ],
)
def test_the_three_months_after_a_working_year(end: tuple[int, int], opens: date, window_ends: date) -> None:
    assert working_year_opens(2026, *end) == opens
    span = working_year_span(2026, opens, 3)
    assert (span.opens, span.label) == (opens, "2026")
    assert span.last == max(date(2026, 12, 31), window_ends)


@given(YEARS.filter(lambda year: year > 2001), st.dates(date(2001, 1, 1), date(2001, 12, 31)))
def test_a_working_year_opens_within_the_audited_year_or_on_its_first_day(year: int, end: date) -> None:
    opens = working_year_opens(year, end.month, end.day)
    assert opens.year == year
    closed = opens - timedelta(days=1)
    assert (closed.month, closed.day) == (end.month, end.day) or (end.month, end.day) == (2, 28)


def test_a_conference_up_to_sixty_days_early_is_taken_for_the_year() -> None:
    span = working_year_span(2026, date(2026, 1, 1), 3)
    assert GRACE_BEFORE_WORKING_YEAR == 60
    assert span.first == date(2025, 11, 2)  # 29 days of November and 31 of December are 60
    assert (span.opens - span.first).days == 60
