"""A record is judged by the text and numbers in force on the day of the event; a rule not in force gives no duty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, only, parameter, rule, rulebook, statuses, unit_file, words

Data = dict[str, Any]
OLD, NEW = {"from": "2020-01-01", "to": "2026-06-30"}, {"from": "2026-07-01"}
FIRST_TEXT, SECOND_TEXT = words("first text"), words("second text")
ANSWER = check("answer", {"deadline": {"done": "answered_on", "after": "received_on", "within": "n"}})


def found(
    tmp_path: Path, rules: list[Data], as_of: str, year: int = 2026, records: Data | None = None
) -> dict[str, str]:
    """The title of the version that judges each duty."""
    book = rulebook(tmp_path / "p", rules, [ANSWER], [parameter("n", "days", 15)])
    report = audited(book, unit_file(records=records, year=year), as_of)
    titles = {result.duty: result.title.vi for result in report.results}
    assert len(titles) == len(report.results), "two versions judge one duty"
    return titles


def versions(**over: Any) -> list[Data]:
    return [rule(in_force=OLD, title=FIRST_TEXT, **over), rule(in_force=NEW, title=SECOND_TEXT, **over)]


@pytest.mark.parametrize(
    ("window", "as_of", "year", "arises"),
    [
        ({"from": "2026-07-01"}, "2026-06-30", 2026, False),  # not yet in force
        ({"from": "2026-07-01"}, "2026-07-01", 2026, True),
        ({"from": "2026-07-01"}, "2026-07-01", 2025, False),  # the audited year was over before
        ({"from": "2026-12-31"}, "2026-12-31", 2026, True),
        ({"from": "2020-01-01", "to": "2025-12-31"}, "2026-02-01", 2026, False),  # no longer in force
        ({"from": "2020-01-01", "to": "2025-12-31"}, "2026-02-01", 2025, True),
        ({"from": "2020-01-01", "to": "2026-06-30"}, "2026-02-01", 2026, True),
    ],
)
@pytest.mark.parametrize("every", ["standing", "year"])
def test_a_rule_gives_duties_only_while_in_force(
    tmp_path: Path, every: str, window: Data, as_of: str, year: int, arises: bool
) -> None:
    assert bool(found(tmp_path, [rule(every=every, in_force=window)], as_of, year)) == arises


def test_quarters_are_judged_by_the_version_in_force_at_their_end(tmp_path: Path) -> None:
    assert found(tmp_path, versions(every="quarter"), "2026-12-31") == {
        "R@2026-Q1": "first text", "R@2026-Q2": "first text",
        "R@2026-Q3": "second text", "R@2026-Q4": "second text",
    }  # fmt: skip


def test_a_rule_that_begins_within_the_year_has_no_duties_for_the_quarters_before(tmp_path: Path) -> None:
    assert set(found(tmp_path, [rule(every="quarter", in_force=NEW)], "2026-12-31")) == {"R@2026-Q3", "R@2026-Q4"}


def test_a_duty_of_the_whole_year_is_judged_by_the_later_version_once_that_is_in_force(tmp_path: Path) -> None:
    assert found(tmp_path, versions(every="year"), "2026-07-01") == {"R": "second text"}


@pytest.mark.parametrize("every", ["standing", "year"])
def test_before_the_new_version_is_in_force_the_old_one_judges(tmp_path: Path, every: str) -> None:
    assert found(tmp_path, versions(every=every), "2026-06-30") == {"R": "first text"}


def test_years_before_and_after_the_change(tmp_path: Path) -> None:
    assert found(tmp_path, versions(every="year"), "2027-03-01", 2025) == {"R": "first text"}
    assert found(tmp_path, versions(every="year"), "2027-03-01", 2027) == {"R": "second text"}


def test_each_event_is_judged_by_the_version_of_its_day(tmp_path: Path) -> None:
    rules = versions(every="year", per="record", none=words("none"), record={"section": "petitions"}, checks=["answer"])
    records = {
        "petitions": [
            {"id": "spring", "kind": "complaint", "received_on": "2026-03-02"},
            {"id": "autumn", "kind": "complaint", "received_on": "2026-09-01"},
        ]
    }
    assert found(tmp_path, rules, "2026-12-01", records=records) == {
        "R#spring": "first text",
        "R#autumn": "second text",
    }


def test_numbers_are_those_of_the_day_of_the_event(tmp_path: Path) -> None:
    values = [{"from": "2020-01-01", "value": 30, "basis": []}, {"from": "2026-07-01", "value": 10, "basis": []}]
    made = rule(every="year", per="record", none=words("none"), record={"section": "petitions"}, checks=["answer"])
    book = rulebook(tmp_path / "p", [made], [ANSWER], [parameter("n", "days", 0, values=values)])
    petitions = [
        {"id": "june", "kind": "complaint", "received_on": "2026-06-30", "answered_on": "2026-07-30"},
        {"id": "july", "kind": "complaint", "received_on": "2026-07-01", "answered_on": "2026-07-30"},
    ]
    loaded = unit_file(records={"petitions": petitions})
    assert statuses(audited(book, loaded, "2026-12-01")) == {"R#june": "passed", "R#july": "late"}


def test_an_unverified_number_marks_the_duty_it_decides(tmp_path: Path) -> None:
    values = [
        {"from": "2020-01-01", "value": 30, "basis": []},
        {"from": "2026-07-01", "value": 30, "basis": [], "verified": False},
    ]
    made = rule(every="year", per="record", none=words("none"), record={"section": "petitions"}, checks=["answer"])
    book = rulebook(tmp_path / "p", [made], [ANSWER], [parameter("n", "days", 0, values=values)])
    petitions = [{"kind": "complaint", "received_on": day} for day in ("2026-06-30", "2026-07-01")]
    report = audited(book, unit_file(records={"petitions": petitions}), "2026-12-01")
    assert [result.verified for result in report.results] == [True, False]


def test_a_record_after_a_rule_has_ended_is_no_matter_of_it(tmp_path: Path) -> None:
    posted = check("dang", {"posted": {"channel": "portal"}})
    disclosed = {"section": "disclosures", "where": {"item": "ngan-sach"}}
    ended = rule(every="year", record=disclosed, judge="each", checks=["dang"],
                 in_force={"from": "2020-01-01", "to": "2026-03-24"})  # fmt: skip
    made = rulebook(tmp_path / "p", [ended], [posted])
    on_the_last_day = {"item": "ngan-sach", "document": {"date": "2026-03-24"}}
    after = {"item": "ngan-sach", "document": {"date": "2026-03-25"}}
    good = {"item": "ngan-sach", "document": {"date": "2026-01-05"},
            "postings": [{"channel": "portal", "from": "2026-01-06"}]}  # fmt: skip

    def status(*disclosures: dict[str, Any]) -> str:
        return str(only(audited(made, unit_file({}, {"disclosures": list(disclosures)}), engine="both")).status)

    assert status(good, after) == "passed"
    assert status(good, on_the_last_day) == "defective"
    assert status(after) == "missing"


def test_a_report_that_was_due_while_its_rule_held_may_come_after(tmp_path: Path) -> None:
    plan = rule(every="year", record={"section": "documents", "where": {"kind": "a"}}, due={"before": "11-15"},
                in_force={"from": "2026-01-01", "to": "2026-12-31"})  # fmt: skip
    made = rulebook(tmp_path / "p", [plan])

    def status(**facts: str) -> str:
        file = unit_file({}, {"documents": [{"kind": "a", "date": "2027-01-05", **facts}]})
        return str(only(audited(made, file, "2027-02-01", engine="both")).status)

    assert status(period="2026") == "late"
    assert status() == "missing"
