"""Which record answers which duty: by its period, else by its date, and never before its day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_packs import audited, only, parameter, rule, rulebook, statuses, unit_file

from dcs_audit.locale.phrases import say

Data = dict[str, Any]
REGULATION = "democracy_regulation"
LATER = "2027-02-15"
"""A day when everything of 2026 is over."""


def document(**facts: Any) -> Data:
    return {"kind": REGULATION, **facts}


def report(tmp_path: Path, over: Data, *documents: Data, as_of: date | str = LATER, section: str = "documents") -> Any:
    return audited(rulebook(tmp_path / "p", [rule(**over)]), unit_file(records={section: list(documents)}), as_of)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"date": "2026-01-01"}, "passed"),
        ({"date": "2026-12-31"}, "passed"),
        ({"date": "2025-12-31"}, "missing"),
        ({"date": "2027-01-01"}, "missing"),
        ({"date": "2025-12-20", "period": "2026"}, "passed"),
        ({"date": "2025-12-20", "period": "2026-Q1"}, "missing"),  # of a quarter, not of the year
        ({"date": "2026-05-01", "period": "2025"}, "missing"),
        ({"period": "2026"}, "passed"),
        ({"period": "2027"}, "missing"),
        ({}, "needs_review"),
        ({"date": LATER, "period": "2026"}, "passed"),
        ({"date": "2027-02-16", "period": "2026"}, "missing"),  # tomorrow's does not count yet
    ],
)
def test_a_yearly_duty(tmp_path: Path, facts: Data, status: str) -> None:
    result = only(report(tmp_path, {"every": "year"}, document(**facts)))
    assert result.status == status
    if status == "needs_review":
        assert result.facts == ("records.documents[0].date",)


@pytest.mark.parametrize("facts", [{"date": "2019-05-05"}, {"date": "2026-05-05"}, {}, {"period": "2025"}])
def test_a_standing_duty_takes_any_record_up_to_the_day_of_the_audit(tmp_path: Path, facts: Data) -> None:
    assert only(report(tmp_path, {}, document(**facts))).status == "passed"


def test_a_standing_duty_does_not_take_tomorrows_record(tmp_path: Path) -> None:
    found = report(tmp_path, {}, document(date="2026-06-16"), as_of="2026-06-15")
    assert only(found).status == "missing"
    assert [notice.key for notice in found.notices] == ["notice.odd"]  # said once
    assert "chưa được tính" in say(found.notices[0], "vi")
    assert only(report(tmp_path, {}, document(date="2026-06-15"), as_of="2026-06-15")).status == "passed"


@pytest.mark.parametrize(
    ("every", "facts", "answered"),
    [
        ("quarter", {"date": "2026-03-31"}, "Q1"),
        ("quarter", {"date": "2026-04-01"}, "Q2"),
        ("quarter", {"date": "2026-04-05", "period": "2026-Q1"}, "Q1"),
        ("quarter", {"date": "2027-01-05", "period": "2026-Q4"}, "Q4"),
        ("quarter", {"date": "2027-01-05"}, None),
        ("quarter", {"period": "2026-H1"}, None),
        ("quarter", {"date": "2026-05-05", "period": "2026"}, None),
        ("half", {"date": "2026-06-30"}, "H1"),
        ("half", {"date": "2026-07-01"}, "H2"),
        ("month", {"date": "2026-02-28"}, "M02"),
        ("month", {"period": "2026-M11"}, "M11"),
        (["Q1", "H1", "Q3"], {"date": "2026-02-01"}, "Q1"),
        (["Q1", "H1", "Q3"], {"date": "2026-05-01"}, "H1"),
        (["Q1", "H1", "Q3"], {"date": "2026-11-01"}, None),
        (["Q1", "H1", "Q3"], {"period": "2026-H1"}, "H1"),
        (["Q1", "H1", "Q3"], {"period": "2026-Q2"}, None),
    ],
)
def test_parts_of_the_year(tmp_path: Path, every: Any, facts: Data, answered: str | None) -> None:
    found = statuses(report(tmp_path, {"every": every}, document(**facts)))
    assert {duty for duty, status in found.items() if status == "passed"} == (
        set() if answered is None else {f"R@2026-{answered}"}
    )
    assert set(found.values()) <= {"passed", "missing"}
    assert len(found) == {"quarter": 4, "half": 2, "month": 12}.get(str(every), 3)


def test_a_record_without_period_and_date_leaves_every_part_open(tmp_path: Path) -> None:
    found = report(tmp_path, {"every": "quarter"}, document(), document(date="2026-02-02"))
    assert statuses(found) == {
        "R@2026-Q1": "passed", "R@2026-Q2": "needs_review", "R@2026-Q3": "needs_review", "R@2026-Q4": "needs_review"
    }  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.dates(date(2025, 6, 1), date(2027, 6, 1)), st.dates(date(2026, 1, 1), date(2027, 2, 1)))
def test_a_dated_record_answers_the_quarter_of_its_day_once_that_has_come(
    tmp_path: Path, day: date, as_of: date
) -> None:
    found = statuses(report(tmp_path, {"every": "quarter"}, document(date=day.isoformat()), as_of=as_of))
    passed = {duty for duty, status in found.items() if status == "passed"}
    wanted = f"R@2026-Q{(day.month + 2) // 3}"
    assert passed == ({wanted} if day.year == 2026 and day <= as_of else set())


def test_a_document_for_a_period_to_come_does_not_pass_yet(tmp_path: Path) -> None:
    over = {"every": "quarter", "due": {"period_end": True}}
    found = statuses(report(tmp_path, over, document(period="2026-Q4"), as_of="2026-06-15"))
    assert found["R@2026-Q4"] != "passed"


def test_every_disclosure_counts_for_the_year_unless_its_period_names_another(tmp_path: Path) -> None:
    over = {"every": "year", "record": {"section": "disclosures"}}
    cases: list[tuple[Data, str]] = [
        ({"document": {"date": "2025-12-05"}}, "passed"),
        ({}, "passed"),
        ({"period": "2026"}, "passed"),
        ({"period": "2025", "document": {"date": "2026-02-01"}}, "missing"),
        ({"document": {"date": "2027-03-01"}}, "missing"),
    ]
    for facts, status in cases:
        found = report(tmp_path, over, {"item": "ngan-sach", **facts}, section="disclosures")
        assert only(found).status == status, facts


# --- due dates of periods -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "day", "as_of", "status"),
    [
        ({"by": "06-10"}, "2026-06-10", LATER, "passed"),
        ({"by": "06-10"}, "2026-06-11", LATER, "late"),
        ({"before": "06-10"}, "2026-06-09", LATER, "passed"),
        ({"before": "06-10"}, "2026-06-10", LATER, "late"),
        ({"by": "06-10"}, None, "2026-06-10", "pending"),
        ({"by": "06-10"}, None, "2026-06-11", "missing"),
        ({"before": "06-10"}, None, "2026-06-09", "pending"),
        ({"before": "06-10"}, None, "2026-06-10", "missing"),
        ({"before": "06-07"}, "2026-06-08", LATER, "late"),  # 6/6/2026 is a Saturday; fixed days do not move
        ({"by": "12-31"}, None, "2026-12-31", "pending"),
        ({"by": "12-31"}, None, "2027-01-01", "missing"),
        ({"period_end": True}, None, "2027-01-01", "missing"),
        ({"before": "01-01"}, "2026-01-01", LATER, "late"),
    ],
)
def test_fixed_days(tmp_path: Path, due: Data, day: str | None, as_of: str, status: str) -> None:
    documents = [] if day is None else [document(date=day)]
    result = only(report(tmp_path, {"every": "year", "due": due}, *documents, as_of=as_of))
    assert result.status == status
    if status == "late" and day is not None:
        assert result.due is not None and result.days == (date.fromisoformat(day) - result.due).days > 0


@pytest.mark.parametrize(
    ("unit", "number", "practice", "q1"),
    [
        ("days", 15, False, date(2026, 4, 15)),
        ("days", 4, False, date(2026, 4, 6)),  # 4/4/2026 is a Saturday
        ("months", 1, True, date(2026, 4, 30)),  # a holiday, but a habit does not move
        ("months", 1, False, date(2026, 5, 4)),
        ("working_days", 3, False, date(2026, 4, 3)),
    ],
)
def test_time_after_a_quarter(tmp_path: Path, unit: str, number: int, practice: bool, q1: date) -> None:
    numbers = [parameter("n", unit, number, practice=practice)]
    book = rulebook(tmp_path / "p", [rule(every="quarter", due={"after_period": "n"})], parameters=numbers)
    on_time = audited(book, unit_file(), q1).results[0]
    assert (on_time.status, on_time.due, on_time.days) == ("pending", q1, 0)
    past = audited(book, unit_file(), q1 + timedelta(days=1)).results[0]
    assert (past.status, past.due, past.days) == ("missing", q1, 1)
