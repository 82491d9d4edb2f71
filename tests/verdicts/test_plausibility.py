"""Slips of the pen in records: each kind found, and nothing said of what may well be so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dcs_audit.law import load_rulebook
from dcs_audit.locale.phrases import say
from dcs_audit.records import UnitFile
from dcs_audit.verdicts.plausibility import oddities

CALENDAR = load_rulebook().calendar


def found(unit: dict[str, Any] | None = None, **records: Any) -> list[tuple[str, str]]:
    data = {"unit": {"name": "Xã A", "type": "commune", **(unit or {})}, "year": 2026, "records": records}
    file = UnitFile.model_validate(data)
    return [(odd.record, odd.code) for odd in oddities(file, date(2026, 11, 20), CALENDAR)]


def meeting(**more: Any) -> dict[str, Any]:
    return {"kind": "staff_conference", **more}


def test_minutes_before_the_meeting() -> None:
    held = meeting(held_on="2026-03-20", minutes={"date": "2026-03-19"}, resolution={"date": "2026-03-20"})
    assert found(meetings=[held]) == [("records.meetings[0].minutes.date", "order")]


def test_an_answer_before_the_question() -> None:
    early = {"kind": "complaint", "received_on": "2026-03-20", "answered_on": "2026-03-01"}
    assert found(petitions=[early]) == [("records.petitions[0].answered_on", "order")]
    assert found(petitions=[{**early, "answered_on": "2026-03-20"}]) == []
    assert found(petitions=[{"kind": "complaint", "answered_on": "2026-03-01"}]) == []


def test_more_people_than_there_are() -> None:
    agency = {"type": "state_agency", "headcount": 50}
    assert found(agency, meetings=[meeting(entitled=51, attended=51)]) == [
        ("records.meetings[0].entitled", "headcount")
    ]
    assert found(agency, meetings=[meeting(entitled=50)]) == []
    assert found(agency, meetings=[meeting(kind="council_session", entitled=51)]) == []
    assert found({"type": "state_agency"}, meetings=[meeting(entitled=51)]) == []


def test_more_households_than_the_village_has() -> None:
    decision = {"item": "huong-uoc", "households": 91}
    village = {"type": "village", "households": 90}
    assert found(village, decisions=[decision]) == [("records.decisions[0].households", "households")]
    commune = {"villages": [{"name": "Đông", "households": 90}, {"name": "Đoài", "households": 91}]}
    assert found(commune, decisions=[{**decision, "village": "Đông"}]) == [
        ("records.decisions[0].households", "households")
    ]
    assert found(commune, decisions=[{**decision, "village": "Đoài"}]) == []


def test_votes_that_do_not_add_up() -> None:
    decision = {"item": "huong-uoc", "households": 90, "attended": 60, "in_favour": 61}
    assert found(decisions=[decision]) == [("records.decisions[0].in_favour", "more")]
    assert found(decisions=[{**decision, "in_favour": 60}]) == []


def test_a_posting_that_ends_before_it_begins() -> None:
    posting = {"channel": "notice_board", "from": "2026-03-20", "until": "2026-03-19"}
    assert found(disclosures=[{"item": "ngan-sach", "postings": [posting]}]) == [
        ("records.disclosures[0].postings[0].until", "posting")
    ]
    posted = {"from": "2026-03-20", "until": "2026-03-19"}
    document = {"kind": "village_convention", "posted": posted}
    assert found(documents=[document]) == [("records.documents[0].posted.until", "posting")]


def test_a_document_of_the_future() -> None:
    ahead = {"document": {"date": "2026-11-21"}, "item": "ngan-sach"}
    assert found(disclosures=[ahead]) == [("records.disclosures[0].document.date", "future")]
    assert found(documents=[{"kind": "council_report", "date": "2026-11-21"}]) == [
        ("records.documents[0].date", "future")
    ]
    assert found(meetings=[meeting(held_on="2026-12-20")]) == []  # a meeting may be planned


def disclosure(document: str | None = None, *starts: str, **more: Any) -> dict[str, Any]:
    postings = [{"channel": "portal", "from": start, "until": start} for start in starts]
    dated = {} if document is None else {"document": {"date": document}}
    return {"item": "ngan-sach", **dated, "postings": postings, **more}


def test_posted_before_the_document_was_there() -> None:
    early = disclosure("2026-03-20", "2026-03-25", "2026-03-10", "2026-03-12")
    assert found(disclosures=[early]) == [("records.disclosures[0].postings[1].from", "posted_early")]
    assert found(disclosures=[disclosure("2026-03-20", "2026-03-20")]) == []
    assert found(disclosures=[disclosure(None, "2026-03-20")]) == []


def report(kind: str, period: str, day: str) -> dict[str, Any]:
    return {"kind": kind, "period": period, "date": day}


@pytest.mark.parametrize("kind", ["board_report", "disclosure_register"])
def test_a_report_from_before_its_period(kind: str) -> None:
    assert found(documents=[report(kind, "2026-Q3", "2026-06-30")]) == [("records.documents[0].date", "before_period")]
    assert found(documents=[report(kind, "2026-Q3", "2026-07-01")]) == []
    assert found(documents=[report(kind, "2026", "2025-12-30")]) == []  # of the whole year nothing is said


def test_a_plan_comes_before_its_period() -> None:
    assert found(documents=[report("inspection_plan", "2026-Q3", "2026-06-20")]) == []


def test_nothing_arose_and_something_was_disclosed() -> None:
    nil = [("records.disclosures[0].nil", "nil")]
    assert found(disclosures=[disclosure(None, "2026-03-20", nil=True)]) == nil
    assert found(disclosures=[disclosure("2026-03-20", nil=True)]) == nil
    assert found(disclosures=[disclosure("2026-03-20", nil=False)]) == []
    assert found(disclosures=[disclosure(nil=True)]) == []


def test_a_disclosure_of_before_the_year() -> None:
    old = disclosure("2025-12-20", "2025-12-31")
    assert found(disclosures=[old]) == [("records.disclosures[0]", "old")]
    assert found(disclosures=[{**old, "period": "2026"}]) == []
    assert found(disclosures=[disclosure("2025-12-20", "2025-12-31", "2026-01-01")]) == []
    still_up = {"channel": "portal", "from": "2025-12-20"}
    assert found(disclosures=[{"item": "ngan-sach", "postings": [still_up]}]) == []
    up_until = {"channel": "portal", "from": "2025-12-20", "until": "2026-01-01"}
    assert found(disclosures=[{"item": "ngan-sach", "postings": [up_until]}]) == []
    assert found(disclosures=[{"item": "ngan-sach"}]) == []


def test_the_audited_year_may_be_another_than_that_of_the_file() -> None:
    records = {"disclosures": [disclosure("2026-01-20", "2026-02-01")]}
    file = UnitFile.model_validate({"unit": {"name": "A", "type": "commune"}, "year": 2026, "records": records})
    assert list(oddities(file, date(2027, 3, 1), CALENDAR)) == []
    assert [odd.code for odd in oddities(file, date(2027, 3, 1), CALENDAR, 2027)] == ["old"]


def reception(period: str, count: int, kind: str = "citizen_reception") -> dict[str, Any]:
    return {"kind": kind, "period": period, "count": count}


def test_more_days_of_reception_than_there_are() -> None:
    many = [("records.activities[0].count", "too_often")]
    assert found(activities=[reception("2026-M08", 32)]) == many
    assert found(activities=[reception("2026-M08", 31)]) == []
    assert found(activities=[reception("2026-M02", 29)]) == many
    assert found(activities=[reception("2026", 366)]) == many
    assert found(activities=[reception("2026-M08", 40, "communication")]) == []  # several a day


def test_consulted_on_after_it_was_issued() -> None:
    late = {"kind": "democracy_regulation", "date": "2026-01-01", "consulted_on": "2026-02-01"}
    assert found(documents=[late]) == [("records.documents[0].date", "order")]


@pytest.mark.parametrize(
    ("day", "odd"),
    [("2026-02-15", False), ("2026-02-16", True), ("2026-02-17", True), ("2026-02-23", False), ("2026-01-01", False)],
)
def test_meetings_at_tet(day: str, odd: bool) -> None:
    assert found(meetings=[meeting(held_on=day)]) == ([("records.meetings[0].held_on", "tet")] if odd else [])


def test_one_number_for_different_things() -> None:
    one = {"item": "ngan-sach", "document": {"number": "12/QĐ-UBND", "date": "2026-01-05"}}
    other = {"item": "phi-le-phi", "document": {"number": "12 / qđ-ubnd", "date": "2026-01-05"}}
    assert found(disclosures=[one, other]) == [("records.disclosures[0].document", "number")]
    assert found(disclosures=[one, one]) == []
    next_day = {**other, "document": {"number": "12/QĐ-UBND", "date": "2026-01-06"}}
    assert found(disclosures=[one, next_day]) == []
    regulation = {"kind": "democracy_regulation", "number": "12/QĐ-UBND", "date": "2026-01-05"}
    assert found(disclosures=[one], documents=[regulation]) == []  # what is issued is disclosed


def test_a_template_that_nobody_filled_in() -> None:
    assert found(documents=[{"kind": "council_report", "number": "00/VÍ-DỤ"}]) == [
        ("records.documents[0].number", "sample")
    ]
    drafts = [{"item": item, "document": {"number": "00/VÍ-DỤ"}} for item in ("ngan-sach", "phi-le-phi")]
    assert found(disclosures=drafts) == [(f"records.disclosures[{n}].document.number", "sample") for n in (0, 1)]


def test_everything_on_one_day() -> None:
    same = [{"kind": "complaint", "received_on": "2026-03-20"} for _ in range(5)]
    assert found(petitions=same) == [("records", "one_date")]
    assert found(petitions=same[:4]) == []
    assert found(petitions=[*same, {"kind": "complaint", "received_on": "2026-03-21"}]) == []


def test_every_finding_is_a_sentence_in_both_languages() -> None:
    records = {
        "meetings": [meeting(held_on="2026-02-17", minutes={"date": "2026-02-01"}, entitled=60)],
        "petitions": [{"kind": "complaint", "signatories": 3, "entitled": 2}],
        "disclosures": [
            {
                "item": "cong-tac-can-bo",
                "postings": [{"channel": "portal", "from": "2026-03-02", "until": "2026-03-01"}],
            },
            disclosure("2025-03-20", "2025-03-19", nil=True, item="ngan-sach"),
        ],
        "activities": [reception("2026-M08", 40)],
        "documents": [
            {"kind": "council_report", "date": "2027-01-01", "number": "1"},
            {"kind": "board_report", "number": "1", "date": "2027-01-01"},
            report("board_report", "2026-Q3", "2026-06-01"),
        ],
        "decisions": [{"item": "huong-uoc", "households": 70}],
    }
    file = UnitFile.model_validate(
        {
            "unit": {"name": "A", "type": "state_agency", "headcount": 50, "households": 60},
            "year": 2026,
            "records": records,
        }
    )
    all_of_them = list(oddities(file, date(2026, 11, 20), CALENDAR))
    assert {odd.code for odd in all_of_them} == {
        *("order", "headcount", "tet", "more", "posting", "future", "number", "households"),
        *("posted_early", "before_period", "nil", "old", "too_often"),
    }
    for odd in all_of_them:
        for lang in ("vi", "en"):
            told = say(odd.told, lang)  # type: ignore[arg-type]
            assert "{" not in told
            assert told.endswith(".")
