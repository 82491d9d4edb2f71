"""Records on which nothing clean can rest: of another year, vouched for too early, or a template never filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, only, parameter, rule, rulebook, statuses, unit_file

from dcs_audit.locale.phrases import say
from dcs_audit.records.slugs import SAMPLE_NUMBER
from dcs_audit.verdicts.doubts import DOUBT_CHECK

Data = dict[str, Any]
AS_OF = "2027-06-15"


def disclosed(tmp_path: Path, *records: Data, judge: str = "each", checks: list[Data] | None = None) -> Any:
    made = rule(every="year", judge=judge, record={"section": "disclosures", "where": {"item": "ngan-sach"}})
    book = rulebook(tmp_path / "p", [made | ({"checks": [c["name"] for c in checks]} if checks else {})], checks or [])
    return only(audited(book, unit_file(records={"disclosures": [{"item": "ngan-sach"} | r for r in records]}), AS_OF))


def posted(start: str, end: str | None, document: str | None = None) -> Data:
    posting = {"channel": "portal", "from": start} | ({"until": end} if end else {})
    return {"postings": [posting]} | ({"document": {"number": "1", "date": document}} if document else {})


@pytest.mark.parametrize(
    ("record", "status"),
    [
        (posted("2026-03-01", "2026-04-01", "2026-02-27"), "passed"),
        (posted("2025-12-20", "2025-12-31", "2025-12-19"), "passed"),  # a plan of the year before
        (posted("2025-01-01", "2025-01-01"), "passed"),
        (posted("2024-12-31", "2024-12-31"), "needs_review"),
        (posted("2019-03-12", "2019-04-18", "2019-03-11"), "needs_review"),
        (posted("2019-03-12", None, "2019-03-11"), "passed"),  # still up
        (posted("2019-03-12", "2019-04-18", "2026-03-11"), "passed"),  # some day of it lies in the year
        (posted("2027-01-01", None, "2026-12-31"), "passed"),
        (posted("2027-01-01", None, "2027-01-01"), "needs_review"),
        (posted("2019-03-12", "2019-04-18") | {"period": "2026"}, "passed"),  # it says that it is of the year
        ({}, "passed"),
    ],
)
def test_a_disclosure_of_other_years_that_names_no_period(tmp_path: Path, record: Data, status: str) -> None:
    result = disclosed(tmp_path, record)
    assert str(result.status) == status
    if status == "needs_review":
        assert result.facts == ("records.disclosures[0].period",)
        assert [check.id for check in result.checks] == [DOUBT_CHECK]


def test_a_doubt_excuses_no_violation(tmp_path: Path) -> None:
    early = check("s", {"posted": {"channel": "loudspeaker"}})
    result = disclosed(tmp_path, posted("2019-03-12", "2019-04-18"), checks=[early])
    assert str(result.status) == "defective"


def test_a_good_record_beside_a_doubtful_one_is_enough_where_one_is(tmp_path: Path) -> None:
    old, good = posted("2019-03-12", "2019-04-18", "2019-03-11"), posted("2026-03-01", "2026-04-01", "2026-02-27")
    assert str(disclosed(tmp_path / "1", old, good, judge="any").status) == "passed"
    assert str(disclosed(tmp_path / "2", old, good, judge="each").status) == "needs_review"


@pytest.mark.parametrize(("number", "status"), [(SAMPLE_NUMBER, "needs_review"), ("12/QĐ-UBND", "passed")])
def test_a_template_that_was_not_filled_in_proves_nothing(tmp_path: Path, number: str, status: str) -> None:
    book = rulebook(tmp_path / "p", [rule()])
    made = unit_file(records={"documents": [{"kind": "democracy_regulation", "number": number}]})
    result = only(audited(book, made, AS_OF))
    assert str(result.status) == status
    if status == "needs_review":
        assert result.facts == ("records.documents[0].number",)
        assert SAMPLE_NUMBER in say(result.message, "vi")


def test_a_document_that_a_record_names_may_be_the_template(tmp_path: Path) -> None:
    result = disclosed(tmp_path, {"document": {"number": SAMPLE_NUMBER, "date": "2026-02-01"}})
    assert (str(result.status), result.facts) == ("needs_review", ("records.disclosures[0].document.number",))


RECEPTIONS = rule(
    every="month",
    record={"section": "activities", "where": {"kind": "citizen_reception"}, "total": "count"},
    due={"period_end": True},
    checks=["enough"],
)
ENOUGH = check("enough", {"number": {"of": "total", "at_least": {"parameter": "two"}}})


def receptions(tmp_path: Path, *records: Data, as_of: str = "2027-01-31") -> dict[str, str]:
    book = rulebook(tmp_path / "p", [RECEPTIONS], [ENOUGH], [parameter("two", "times", 2)])
    made = unit_file(records={"activities": [{"kind": "citizen_reception"} | record for record in records]})
    return statuses(audited(book, made, as_of))


@pytest.mark.parametrize(
    ("records", "status"),
    [
        ([{"held_on": "2026-09-06"}, {"held_on": "2026-09-06"}], "defective"),
        ([{"held_on": "2026-09-06"}, {"held_on": "2026-09-13"}], "passed"),
        ([{"held_on": "2026-09-06"}, {"period": "2026-M09"}], "passed"),
        ([{"period": "2026-M09", "count": 2}], "passed"),
        ([{"held_on": "2026-09-06", "count": 2}], "passed"),  # counted as the unit counts it
        ([{"period": "2026-M09"}, {"period": "2026-M09"}], "passed"),
    ],
)
def test_a_day_counts_once(tmp_path: Path, records: list[Data], status: str) -> None:
    assert receptions(tmp_path, *records)["R@2026-M09"] == status


def test_a_record_of_a_quarter_may_be_meant_for_its_months_only(tmp_path: Path) -> None:
    found = receptions(tmp_path, {"period": "2026-Q1", "count": 15})
    expected = {f"R@2026-M{month:02d}": "needs_review" if month <= 3 else "missing" for month in range(1, 13)}
    assert found == expected


def test_a_record_of_the_year_may_be_meant_for_every_month(tmp_path: Path) -> None:
    assert set(receptions(tmp_path, {"period": "2026", "count": 15}).values()) == {"needs_review"}


def test_why_a_record_of_a_quarter_does_not_do(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", [RECEPTIONS], [ENOUGH], [parameter("two", "times", 2)])
    made = unit_file(records={"activities": [{"kind": "citizen_reception", "period": "2026-Q1", "count": 15}]})
    result = audited(book, made, "2026-12-31").results[0]
    assert result.reason is not None and "2026-Q1" in say(result.reason, "vi")
    assert result.facts == ("records.activities[0].period",)
