"""Records that are added up over a month, and conferences that close a working year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, only, parameter, rule, rulebook, statuses, unit_file

Data = dict[str, Any]
LATER = "2027-02-15"
"""A day when everything of 2026 is over."""

# --- totals ---------------------------------------------------------------------------------------------------------

TWICE_A_MONTH: Data = {
    "every": "month",
    "record": {"section": "activities", "where": {"by": "chairman"}, "total": "count"},
    "checks": ["twice"],
    "due": {"period_end": True},
}


def receptions(tmp_path: Path, *activities: Data, as_of: str = LATER) -> dict[str, str]:
    book = rulebook(
        tmp_path / "p", [rule(**TWICE_A_MONTH)], [check("twice", {"number": {"of": "total", "at_least": 2}})]
    )
    made = [{"kind": "citizen_reception", "by": "chairman", **activity} for activity in activities]
    found = statuses(audited(book, unit_file(records={"activities": made}), as_of))
    return {duty.removeprefix("R@2026-"): status for duty, status in found.items()}


def test_records_of_a_month_add_up(tmp_path: Path) -> None:
    found = receptions(
        tmp_path,
        {"held_on": "2026-01-05"}, {"held_on": "2026-01-20"},
        {"held_on": "2026-02-05"},
        {"period": "2026-M03", "count": 2},
        {"period": "2026-M04", "count": 1}, {"held_on": "2026-04-30"},
        {"held_on": "2026-05-05", "count": 0},
        {"held_on": "2026-06-05", "by": "deputy", "count": 5},
        {"held_on": "2025-07-05", "count": 5},
    )  # fmt: skip
    assert {month: status for month, status in found.items() if month <= "M07"} == {
        "M01": "passed", "M02": "defective", "M03": "passed", "M04": "passed",
        "M05": "defective", "M06": "missing", "M07": "missing",
    }  # fmt: skip


def test_a_month_that_is_not_over_is_pending_unless_met(tmp_path: Path) -> None:
    for day in ("2026-06-15", "2026-06-30"):
        assert receptions(tmp_path, {"held_on": "2026-06-01"}, as_of=day)["M06"] == "pending"
        assert receptions(tmp_path, as_of=day)["M06"] == "pending"
        assert receptions(tmp_path, {"held_on": "2026-06-01", "count": 2}, as_of=day)["M06"] == "passed"
    assert receptions(tmp_path, {"held_on": "2026-06-01"}, as_of="2026-07-01")["M06"] == "defective"


def test_receptions_planned_for_later_this_month_do_not_count_yet(tmp_path: Path) -> None:
    planned = [{"held_on": "2026-06-01"}, {"held_on": "2026-06-20"}]
    assert receptions(tmp_path, *planned, as_of="2026-06-19")["M06"] == "pending"
    assert receptions(tmp_path, *planned, as_of="2026-06-20")["M06"] == "passed"


def test_receptions_of_a_month_to_come_do_not_pass(tmp_path: Path) -> None:
    assert receptions(tmp_path, {"period": "2026-M12", "count": 5}, as_of="2026-06-15")["M12"] == "pending"


def test_what_cannot_be_placed_in_a_month_leaves_the_empty_months_open(tmp_path: Path) -> None:
    found = receptions(tmp_path, {"period": "2026", "count": 24}, {"held_on": "2026-01-05", "count": 2})
    assert found["M01"] == "passed" and found["M02"] == "needs_review"


# --- working years --------------------------------------------------------------------------------------------------

CONFERENCE: Data = {
    "every": "working_year",
    "record": {"section": "meetings", "where": {"kind": "staff_conference"}},
    "due": {"after_period": "three-months", "early_as": "needs_review"},
}


def conference(tmp_path: Path, end: str | None, held: str | None, as_of: str = LATER) -> Any:
    numbers = [parameter("three-months", "months", 3)]
    book = rulebook(tmp_path / "p", [rule(**CONFERENCE)], parameters=numbers)
    meetings = [{"kind": "staff_conference", "held_on": held}] if held else []
    return only(audited(book, unit_file({"work_year_end": end} if end else {}, {"meetings": meetings}), as_of))


@pytest.mark.parametrize(
    ("end", "held", "status"),
    [
        (None, "2026-01-01", "passed"),
        (None, "2026-03-31", "passed"),
        (None, "2026-04-01", "late"),
        (None, "2026-12-31", "late"),
        (None, "2027-01-01", "missing"),
        (None, "2025-12-31", "needs_review"),
        (None, "2025-11-02", "needs_review"),
        (None, "2025-11-01", "missing"),
        ("05-31", "2026-06-01", "passed"),
        ("05-31", "2026-08-31", "passed"),
        ("05-31", "2026-09-01", "late"),
        ("05-31", "2026-05-31", "needs_review"),
        ("05-31", "2026-02-01", "missing"),
        ("06-30", "2026-09-30", "passed"),
        ("06-30", "2026-10-01", "late"),
        ("11-15", "2026-11-16", "passed"),
        ("11-15", "2027-02-15", "passed"),
    ],
)
def test_conference_after_the_working_year(tmp_path: Path, end: str | None, held: str, status: str) -> None:
    assert conference(tmp_path, end, held).status == status


@pytest.mark.parametrize(
    ("end", "as_of", "status", "due"),
    [
        (None, "2026-03-31", "pending", date(2026, 3, 31)),
        (None, "2026-04-01", "missing", date(2026, 3, 31)),
        ("05-31", "2026-08-31", "pending", date(2026, 8, 31)),
        ("05-31", "2026-09-01", "missing", date(2026, 8, 31)),
        ("06-30", "2026-10-01", "missing", date(2026, 9, 30)),
        ("11-15", "2027-02-15", "pending", date(2027, 2, 15)),
    ],
)
def test_no_conference_yet(tmp_path: Path, end: str | None, as_of: str, status: str, due: date) -> None:
    result = conference(tmp_path, end, None, as_of)
    assert (result.status, result.due) == (status, due)


def test_a_conference_to_come_does_not_turn_missing_into_review(tmp_path: Path) -> None:
    over = rule(
        every="year",
        due={"by": "03-31"},
        record={"section": "meetings", "where": {"extraordinary": "false"}, "open_if_absent": ["extraordinary"]},
    )
    loaded = unit_file(records={"meetings": [{"kind": "staff_conference", "held_on": "2026-11-01"}]})
    assert only(audited(rulebook(tmp_path / "p", [over]), loaded)).status == "missing"
