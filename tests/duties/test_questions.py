"""Each of the other questions of the rule language: met, failed, unknown; absent is never "no"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from asking import ask
from hypothesis import given
from hypothesis import strategies as st

Data = dict[str, Any]
AS_OF = date(2026, 6, 15)

PLENARY = {"one_of": {"of": "mode", "values": ["plenary", "ballot"]}}
AGENDA = {"all_of": {"of": "agenda", "values": ["a", "b", "dd"]}}
NOT_CHIEF = {"none_of": {"of": "members.positions", "values": ["unit_head", "chief_accountant"]}}
NEW_LAW = {"not_before": {"of": "date", "day": "2023-07-01"}}
VILLAGES = {"represented": {"by": "members.village"}}
TERM = {"term": {"at_most": "two-years"}}


def meeting(question: Data, **facts: Any) -> str:
    return ask(question, "meetings", {"kind": "staff_conference", **facts})


def board(question: Data, unit: Data | None = None, **facts: Any) -> str:
    return ask(question, "boards", {"kind": "peoples_inspection", **facts}, {"type": "commune", **(unit or {})})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({"mode": "plenary"}, "met"), ({"mode": "ballot"}, "met"), ({"mode": "delegates"}, "failed"), ({}, "unknown")],
)
def test_one_of(facts: Data, expected: str) -> None:
    assert meeting(PLENARY, **facts) == expected


@pytest.mark.parametrize(("fact", "expected"), [(True, "met"), (False, "failed"), (None, "unknown")])
def test_one_of_a_truth(fact: bool | None, expected: str) -> None:
    question = {"one_of": {"of": "conference_approved_size", "values": ["true"]}}
    assert board(question, conference_approved_size=fact) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"agenda": ["a", "b", "dd"]}, "met"),
        ({"agenda": ["g", "dd", "a", "b"]}, "met"),
        ({"agenda": ["a", "b", "d"]}, "failed"),
        ({"agenda": []}, "failed"),
        ({}, "unknown"),
    ],
)
def test_all_of(facts: Data, expected: str) -> None:
    assert meeting(AGENDA, **facts) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([{"positions": []}, {"positions": ["manager"]}], "met"),
        ([{"positions": []}, {"positions": ["manager", "chief_accountant"]}], "failed"),
        ([{"positions": []}, {}], "unknown"),
        ([{"positions": ["unit_head"]}, {}], "failed"),
        ([{}], "unknown"),
        ([], "unknown"),
        (None, "unknown"),
    ],
)
def test_none_of(members: list[Data] | None, expected: str) -> None:
    facts: Data = {} if members is None else {"members": members}
    assert board(NOT_CHIEF, **facts) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2023-06-30", "failed"), ("2023-07-01", "met"), ("2026-01-01", "met"), (None, "unknown")],
)
def test_not_before(day: str | None, expected: str) -> None:
    facts = {} if day is None else {"date": day}
    assert ask(NEW_LAW, "documents", {"kind": "democracy_regulation", **facts}) == expected


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("fact", [True, False, None])
def test_a_fact_of_the_unit(wanted: bool, fact: bool | None) -> None:
    got = board({"fact": {"fact": "dispersed", "is": wanted}}, {"dispersed": fact})
    assert got == ("unknown" if fact is None else "met" if fact is wanted else "failed")


def three_villages() -> Data:
    return {"villages": [{"name": name} for name in "ABC"]}


@pytest.mark.parametrize(
    ("unit", "villages", "expected"),
    [
        (three_villages(), ["A", "B", "C"], "met"),
        (three_villages(), ["A", "B", "C", "C"], "met"),
        (three_villages(), ["A", "B"], "failed"),
        (three_villages(), ["A", "B", None], "unknown"),
        (three_villages(), ["A", None], "failed"),  # one member cannot stand for two villages
        (three_villages(), [], "failed"),
        (three_villages(), None, "unknown"),
        ({}, ["A", "B", "C"], "unknown"),
        ({"villages": []}, ["A"][:0], "met"),
    ],
)
def test_every_village_is_represented(unit: Data, villages: list[str | None] | None, expected: str) -> None:
    facts = {} if villages is None else {"members": [{"village": name} if name else {} for name in villages]}
    assert board(VILLAGES, unit, **facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"term": {"from": "2024-06-16", "until": "2026-06-16"}}, "met"),
        ({"term": {"from": "2024-06-15", "until": "2026-06-15"}}, "met"),  # its last day
        ({"term": {"from": "2024-06-14", "until": "2026-06-14"}}, "failed"),  # over since yesterday
        ({"term": {"from": "2025-01-01", "until": "2027-01-01"}}, "met"),
        ({"term": {"from": "2025-01-01", "until": "2027-01-02"}}, "failed"),  # longer than two years
        ({"term": {"from": "2024-02-29", "until": "2026-02-28"}}, "failed"),  # two years, and over
        ({"term": {"from": "2024-06-15"}}, "met"),  # open, not yet longer than two years
        ({"term": {"from": "2024-06-14"}}, "failed"),
        ({"elected_on": "2025-01-01"}, "met"),
        ({"elected_on": "2024-01-01"}, "failed"),
        ({"elected_on": "2020-01-01", "term": {"from": "2025-01-01"}}, "met"),
        ({"elected_on": "2025-01-01", "term": {"until": "2027-01-02"}}, "failed"),
        ({"term": {"until": "2027-01-01"}}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_term_of_office(facts: Data, expected: str) -> None:
    assert board(TERM, **facts) == expected


# --- deadlines ------------------------------------------------------------------------------------------------------

ANSWER = {"deadline": {"done": "answered_on", "after": "received_on", "within": "seven-days"}}
INVITATION = {"deadline": {"done": "invited_on", "before": "held_on", "within": "seven-days"}}


def petition(received: date | None, answered: date | None, as_of: date = AS_OF) -> str:
    return ask(
        ANSWER, "petitions", {"kind": "complaint", "received_on": received, "answered_on": answered}, as_of=as_of
    )


@pytest.mark.parametrize(
    ("received", "answered", "as_of", "expected"),
    [
        ("2026-06-01", "2026-06-08", "2026-06-15", "met"),  # a Monday
        ("2026-06-01", "2026-06-09", "2026-06-15", "late"),
        ("2026-06-05", "2026-06-12", "2026-06-15", "met"),
        ("2026-06-06", "2026-06-15", "2026-06-15", "met"),  # 13/6 is a Saturday
        ("2026-06-06", "2026-06-16", "2026-06-20", "late"),
        ("2026-06-06", None, "2026-06-15", "pending"),
        ("2026-06-06", None, "2026-06-16", "missing"),
        ("2026-06-06", "2026-06-14", "2026-06-10", "pending"),  # answered on a day to come
        ("2026-06-06", "2026-06-20", "2026-06-17", "missing"),
        (None, "2026-06-20", "2026-06-20", "unknown"),
        (None, None, "2026-06-20", "unknown"),
    ],
)
def test_time_after_an_event(received: str | None, answered: str | None, as_of: str, expected: str) -> None:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    assert petition(day(received), day(answered), date.fromisoformat(as_of)) == expected


@pytest.mark.parametrize(
    ("invited", "held", "expected"),
    [
        ("2026-06-01", "2026-06-08", "met"),
        ("2026-06-02", "2026-06-08", "late"),
        ("2026-05-30", "2026-06-06", "met"),  # a Saturday does not move
        ("2026-05-31", "2026-06-06", "late"),
        ("2026-06-10", None, "unknown"),
    ],
)
def test_time_before_an_event(invited: str, held: str | None, expected: str) -> None:
    assert meeting(INVITATION, invited_on=invited, held_on=held) == expected


@given(st.dates(date(2026, 1, 1), date(2026, 5, 31)), st.integers(0, 40))
def test_a_notice_is_in_time_if_so_many_days_lie_before_the_event(held: date, notice: int) -> None:
    got = meeting(INVITATION, held_on=held, invited_on=held - timedelta(days=notice))
    assert got == ("met" if notice >= 7 else "late")


def disclosure(question: Data, day: str | None, *starts: str | None, as_of: date = AS_OF) -> str:
    postings = [{"channel": "portal", "from": start} for start in starts]
    record = {"item": "ngan-sach", "postings": postings} | ({"document": {"date": day}} if day else {})
    return ask(question, "disclosures", record, as_of=as_of)


FIRST_POSTING = {"deadline": {"done": "first_posting", "after": "document.date", "within": "five-working-days"}}


@pytest.mark.parametrize(
    ("document", "starts", "as_of", "expected"),
    [
        ("2026-03-02", ["2026-03-09"], "2026-06-15", "met"),
        ("2026-03-02", ["2026-03-10"], "2026-06-15", "late"),
        ("2026-03-02", ["2026-04-01", "2026-03-09"], "2026-06-15", "met"),
        ("2026-03-02", [], "2026-03-09", "pending"),
        ("2026-03-02", [], "2026-03-10", "missing"),
        ("2026-03-02", ["2026-03-20"], "2026-03-10", "missing"),  # a posting to come does not count
        ("2026-03-02", [None], "2026-06-15", "unknown"),
        ("2026-03-02", [None, "2026-03-09"], "2026-06-15", "met"),
        ("2026-03-02", [None, "2026-03-10"], "2026-06-15", "unknown"),
        (None, ["2026-03-09"], "2026-06-15", "unknown"),
    ],
)
def test_the_first_posting_in_time(document: str | None, starts: list[str | None], as_of: str, expected: str) -> None:
    assert disclosure(FIRST_POSTING, document, *starts, as_of=date.fromisoformat(as_of)) == expected


def test_events_before_the_audited_year_are_not_asked_about_where_the_rule_says_so() -> None:
    question = {"deadline": FIRST_POSTING["deadline"] | {"since_audited_year": True}}
    assert disclosure(question, "2025-12-31", "2026-06-01") == "not asked"
    assert disclosure(question, "2026-01-01", "2026-06-01") == "late"
