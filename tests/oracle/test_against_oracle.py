"""The product's verdicts on core duties, against functions written from the law's text.

DCS_AUDIT_LONG sets the number of units; a longer run begins with the same ones.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from .comparing import Court
from .days import days_after, is_working_day, period, read, working_days_after
from .disclosure import displayed
from .verdict import DEFECTIVE, PASSED, PENDING

UNITS = int(os.environ.get("DCS_AUDIT_LONG", "400"))


@cache
def court() -> Court:
    made = Court()
    for seed in range(UNITS):
        made.run(seed)
    return made


def test_the_product_says_what_the_law_says() -> None:
    assert not court().found.differences, court().found.differences[:10]


def test_the_units_are_worth_judging() -> None:
    """Each rule is met, and comes out in more than one way."""
    found = court().found
    assert len(found.duties) >= 85
    ways = {rule: {status for known, status in found.statuses if known == rule} for rule in found.duties}
    assert not [rule for rule, statuses in ways.items() if len(statuses) < 3]
    assert min(found.duties.values()) > UNITS // 20


# --- the oracle itself ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 1, 2), False),  # off, for 10 January
        (date(2026, 1, 10), True),
        (date(2026, 2, 17), False),  # Tết
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),  # in place of Sunday, 10/3 by the moon
        (date(2026, 8, 22), True),  # a Saturday, for 31 August
        (date(2026, 8, 31), False),
        (date(2026, 11, 21), False),
    ],
)
def test_working_days(day: date, working: bool) -> None:
    assert is_working_day(day) == working


def test_time_limits_do_not_count_the_day_of_the_event() -> None:
    assert working_days_after(date(2026, 2, 13), 5) == date(2026, 2, 27)
    assert days_after(date(2026, 8, 16), 15) == date(2026, 9, 3)
    assert days_after(date(2026, 3, 2), 15) == date(2026, 3, 17)


def test_days_and_periods_are_read_as_people_write_them() -> None:
    assert read("08/04/2026") == read("2026-04-08") == date(2026, 4, 8)
    assert period("2026-H1") == (date(2026, 1, 1), date(2026, 6, 30))
    assert period("2024-M02")[1] == date(2024, 2, 29)


def test_a_display_counts_its_first_and_its_last_day() -> None:
    def shown(until: str, as_of: date) -> str:
        return displayed([{"from": "2026-03-01", "until": until}], 30, DEFECTIVE, as_of)

    assert shown("2026-03-30", date(2026, 6, 1)) == PASSED
    assert shown("2026-03-29", date(2026, 6, 1)) == DEFECTIVE
    assert shown("2026-03-30", date(2026, 3, 29)) == PENDING


def test_the_oracle_knows_nothing_of_the_product() -> None:
    folder = Path(__file__).parent
    chapters = ("boards", "days", "dice", "disclosure", "law", "making", "meetings", "papers", "petitions", "verdict")
    for name in (*chapters, "village"):
        assert "dcs_audit" not in (folder / f"{name}.py").read_text(encoding="utf-8"), name
