"""What is recorded at all, in what order, for how long; and shares of a fact of the unit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from asking import ask, items
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.locale.phrases import say

Data = dict[str, Any]
DAYS = st.dates(date(2026, 1, 1), date(2026, 5, 31))

ANSWERED = {"given": {"of": "answered_on"}}
NO_LATER = {"ordered": {"first": "until", "then": "decided_on"}}
BEFORE = {"ordered": {"first": "until", "then": "decided_on", "strict": True}}
COUNTED = {"lasted": {"from": "from", "until": "until", "for": "thirty-days", "first_day": "counted"}}
NOT_COUNTED = {"lasted": {"from": "from", "until": "until", "for": "thirty-days", "first_day": "not_counted"}}


def petition(question: Data, unit: Data | None = None, **facts: Any) -> str:
    return ask(question, "petitions", {"kind": "complaint", **facts}, unit)


def consultation(question: Data, as_of: date = date(2026, 6, 15), **facts: Any) -> str:
    return ask(question, "consultations", facts, as_of=as_of)


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-06-15", "met"), ("2026-06-16", "pending"), (None, "unknown")], ids=str
)
def test_given(day: str | None, expected: str) -> None:
    assert petition(ANSWERED, answered_on=day) == expected


def test_given_takes_a_text_and_a_document() -> None:
    assert ask({"given": {"of": "number"}}, "documents", {"kind": "a", "number": "1/KH"}) == "met"
    assert ask({"given": {"of": "plan.date"}}, "meetings", {"kind": "a", "plan": {"number": "1"}}) == "unknown"
    assert ask({"given": {"of": "plan"}}, "meetings", {"kind": "a", "plan": {"number": "1"}}) == "met"


@given(DAYS, DAYS)
def test_order_of_days(first: date, then: date) -> None:
    facts = {"until": first, "decided_on": then}
    assert consultation(NO_LATER, **facts) == ("met" if first <= then else "failed")
    assert consultation(BEFORE, **facts) == ("met" if first < then else "failed")


def told(question: Data, section: str, record: Data) -> tuple[str, str]:
    """What is asked for and what was found, in Vietnamese."""
    found = items(question, section, record)
    assert found is not None
    return say(found[-1].expected, "vi"), say(found[-1].actual, "vi")


def test_the_day_that_is_judged_is_the_one_that_is_told() -> None:
    early = {"kind": "a", "held_on": "2026-03-20", "minutes": {"date": "2026-03-19"}}
    after = {"ordered": {"first": "held_on", "then": "minutes.date"}}
    assert told(after, "meetings", early) == ("không trước 20/03/2026", "19/03/2026")
    strictly = {"ordered": {**after["ordered"], "strict": True}}
    assert told(strictly, "meetings", early) == ("sau 20/03/2026", "19/03/2026")
    late = {"kind": "a", "held_on": "2026-03-20", "plan": {"date": "2026-03-21"}}
    before = {"ordered": {"first": "plan.date", "then": "held_on"}}
    assert told(before, "meetings", late) == ("không sau 20/03/2026", "21/03/2026")
    strictly = {"ordered": {**before["ordered"], "strict": True}}
    assert told(strictly, "meetings", late) == ("trước 20/03/2026", "21/03/2026")


def test_a_span_that_ends_before_it_begins_tells_nothing() -> None:
    asked = {"from": "draft_posted.from", "until": "draft_posted.until", "for": "thirty-days"}
    backwards = {"item": "huong-uoc", "draft_posted": {"from": "2026-03-20", "until": "2026-03-01"}}
    question = {"lasted": {**asked, "first_day": "counted"}}
    assert ask(question, "decisions", backwards) == "unknown"
    assert told(question, "decisions", backwards)[1] == "ghi đến 01/03/2026, trước ngày bắt đầu 20/03/2026"


def test_what_came_after_what_it_should_precede_has_no_length() -> None:
    question = {"lasted": {"from": "consulted_on", "until": "date", "for": "thirty-days", "first_day": "not_counted"}}
    late = {"kind": "a", "date": "2024-01-01", "consulted_on": "2024-02-01"}
    assert ask(question, "documents", late) == "failed"
    assert told(question, "documents", late)[1] == "bắt đầu 01/02/2024, sau 01/01/2024: không còn ngày nào"


@pytest.mark.parametrize("facts", [{}, {"until": "2026-03-01"}, {"decided_on": "2026-03-01"}], ids=str)
def test_order_of_a_day_that_is_not_recorded_is_unknown(facts: Data) -> None:
    assert consultation(NO_LATER, **facts) == "unknown"


@given(DAYS, st.integers(0, 60))
def test_length_from_day_to_day(start: date, days: int) -> None:
    facts = {"from": start, "until": start + timedelta(days=days)}
    late = date(2026, 12, 31)
    assert consultation(NOT_COUNTED, late, **facts) == ("met" if days >= 30 else "failed")
    assert consultation(COUNTED, late, **facts) == ("met" if days >= 29 else "failed")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-05-01", None, "unknown"),
        (None, "2026-06-01", "unknown"),
        ("2026-06-01", "2026-07-01", "pending"),
        ("2026-06-01", "2026-06-30", "failed"),
        ("2026-05-01", "2026-07-01", "met"),
    ],
)
def test_length_of_what_still_runs_or_is_not_recorded(start: str | None, end: str | None, expected: str) -> None:
    assert consultation(NOT_COUNTED, **{"from": start, "until": end}) == expected


@pytest.mark.parametrize(
    ("headcount", "signatories", "expected"),
    [(30, 10, "met"), (30, 9, "failed"), (31, 10, "failed"), (None, 10, "unknown"), (30, None, "unknown")],
)
def test_share_of_a_fact_of_the_unit(headcount: int | None, signatories: int | None, expected: str) -> None:
    question = {"share": {"part": "signatories", "of_fact": "headcount", "at_least": [1, 3]}}
    assert petition(question, {"headcount": headcount}, signatories=signatories) == expected


@pytest.mark.parametrize(
    ("headcount", "entitled", "expected"),
    [(30, None, "met"), (31, None, "failed"), (31, 30, "met"), (30, 31, "failed"), (None, 30, "met")],
)
def test_share_of_a_fact_only_where_the_record_is_silent(
    headcount: int | None, entitled: int | None, expected: str
) -> None:
    question = {"share": {"part": "signatories", "of": "entitled", "of_fact": "headcount", "at_least": [1, 3]}}
    assert petition(question, {"headcount": headcount}, signatories=10, entitled=entitled) == expected


@pytest.mark.parametrize(("signatories", "expected"), [(9, "met"), (10, "failed")])
def test_less_than_a_share(signatories: int, expected: str) -> None:
    question = {"share": {"part": "signatories", "of": "entitled", "less_than": [1, 3]}}
    assert petition(question, signatories=signatories, entitled=30) == expected


SENT_IN_TIME = {"deadline": {"done": "first_sending", "before": "starts_on", "within": "seven-days"}}


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (None, "unknown"),
        ([], "missing"),
        ([{"to": "a", "on": "2026-05-25"}], "met"),
        ([{"to": "a", "on": "2026-05-26"}], "late"),
        ([{"to": "a", "on": "2026-05-26"}, {"to": "b", "on": "2026-05-24"}], "met"),
        ([{"to": "a", "on": "2026-05-26"}, {"to": "b"}], "unknown"),
        ([{"to": "a"}], "unknown"),
    ],
)
def test_the_first_sending_of_a_document(sent: list[Data] | None, expected: str) -> None:
    record = {"kind": "a", "starts_on": "2026-06-01", "sent": sent}
    assert ask(SENT_IN_TIME, "documents", record) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"date": "2026-05-25"}, "met"),
        ({"date": "2026-05-26"}, "late"),
        ({"date": "2026-05-20", "sent": [{"to": "a", "on": "2026-05-26"}]}, "late"),
        ({"date": "2026-05-20", "sent": []}, "met"),
        ({}, "unknown"),
        ({"date": "2026-06-16"}, "missing"),
    ],
)
def test_a_document_counts_when_it_was_sent_else_when_it_was_issued(facts: Data, expected: str) -> None:
    question = {"deadline": {"done": "sent_or_dated", "before": "starts_on", "within": "seven-days"}}
    assert ask(question, "documents", {"kind": "a", "starts_on": "2026-06-01", **facts}) == expected
