"""To whom something must go: receivers may be added until the day by which it must be sent, and may get it too late."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from asking import ask
from tiny_packs import audited, check, only, parameter, rule, rulebook, unit_file

from dcs_audit.law.rulebook import Rulebook

Data = dict[str, Any]
SENT_IN_TIME = {"done": "first_sending", "before": "starts_on", "within": "seven-days"}
"""Before 1 June 2026, by 25 May."""
LAST, NEXT = date(2026, 5, 25), date(2026, 5, 26)
BOTH = {"of": "sent.to", "values": ["mttq", "ubnd"]}


def plan(*sent: Data) -> Data:
    return {"kind": "a", "starts_on": "2026-06-01", "sent": list(sent)}


def to(body: str, on: str | None = "2026-05-20") -> Data:
    return {"to": body} if on is None else {"to": body, "on": on}


@pytest.mark.parametrize(
    ("sent", "as_of", "expected"),
    [
        ([to("ubnd")], LAST, "pending"),
        ([to("ubnd")], NEXT, "failed"),
        ([to("ubnd"), to("mttq", "2026-05-25")], NEXT, "met"),
        ([to("ubnd"), to("mttq", "2026-05-27")], NEXT, "failed"),  # not yet sent
        ([to("ubnd"), to("mttq", "2026-05-26")], NEXT, "late"),
        ([to("ubnd"), to("mttq", None)], NEXT, "met"),
        ([to("ubnd"), to("mttq", "2026-05-25"), to("mttq", "2026-05-26")], NEXT, "met"),
    ],
)
def test_until_the_day_of_sending_receivers_may_be_added(sent: list[Data], as_of: date, expected: str) -> None:
    assert ask({"deadline": SENT_IN_TIME, "all_of": BOTH}, "documents", plan(*sent), as_of=as_of) == expected


def test_where_nobody_had_it_in_time_the_deadline_alone_says_so(tmp_path: Path) -> None:
    record = plan(to("ubnd", "2026-05-26"), to("mttq", "2026-05-28"))
    made = [check("sent", {"deadline": {**SENT_IN_TIME, "within": "week"}}), check("who", {"all_of": BOTH})]
    asked = rule(every="year", judge="each", record={"section": "documents"}, checks=["sent", "who"])
    book = rulebook_of(tmp_path, asked, made)
    result = only(audited(book, unit_file(records={"documents": [record | {"date": "2026-05-02"}]}), "2026-06-15"))
    assert {one.id: str(one.status) for one in result.checks} == {"sent": "late", "who": "passed"}
    assert (result.status, result.days) == ("late", 1)


def test_without_a_day_for_it_who_is_left_out_is_left_out() -> None:
    assert ask({"all_of": BOTH}, "documents", plan(to("ubnd")), as_of=LAST) == "failed"


@pytest.mark.parametrize(
    ("sent", "together", "expected"),
    [
        ([to("council")], True, "defective"),
        ([to("council")], False, "pending"),
        ([], True, "pending"),
        ([to("council"), to("mttq")], True, "passed"),
    ],
)
def test_who_must_get_it_at_the_same_time_cannot_get_it_later(
    tmp_path: Path, sent: list[Data], together: bool, expected: str
) -> None:
    who = check("who", {"all_of": {"of": "sent.to", "values": ["mttq"], "together": together}})
    asked = rule(every="year", record={"section": "documents"}, due={"by": "12-31"}, checks=["who"])
    assert status_of(tmp_path, asked, [who], sent, "2026-12-31") == expected


@pytest.mark.parametrize(
    ("due", "received", "expected"),
    [
        ({"by": "12-31", "done": "first_sending"}, "2027-01-04", "late"),
        ({"by": "12-31", "done": "sent_or_dated"}, "2027-01-04", "late"),
        ({"by": "12-31", "done": "first_sending"}, "2026-12-31", "passed"),
        ({"by": "12-31", "done": "first_sending", "late_as": "needs_review"}, "2027-01-04", "passed"),
        ({"by": "12-31"}, "2027-01-04", "passed"),  # the paper's own date is what must be in time
    ],
)
def test_a_receiver_who_got_it_late(tmp_path: Path, due: Data, received: str, expected: str) -> None:
    asked = rule(every="year", record={"section": "documents"}, due=due, checks=["who"])
    sent = [to("ubnd", "2026-12-30"), to("mttq", received)]
    assert status_of(tmp_path, asked, [check("who", {"all_of": BOTH})], sent, "2027-01-10") == expected


def rulebook_of(folder: Path, asked: Data, checks: list[Data]) -> Rulebook:
    return rulebook(folder / "p", [asked], checks, [parameter("week", "days", 7)])


def status_of(folder: Path, asked: Data, checks: list[Data], sent: list[Data], as_of: str) -> str:
    record = {"kind": "a", "date": "2026-12-01", "sent": sent}
    book = rulebook_of(folder, asked, checks)
    return str(only(audited(book, unit_file(records={"documents": [record]}), as_of)).status)


# --- what will not come -----------------------------------------------------------------------------------------------

FORWARDED = {"done": "forwarded_on", "after": "recognised_on", "within": "week", "unless_given": "refused_on"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"refused_on": "2026-06-10"}, "not_applicable"),
        ({"refused_on": "2026-06-15"}, "not_applicable"),
        ({"refused_on": "2026-06-16"}, "needs_review"),  # not refused yet
        ({}, "needs_review"),
        ({"refused_on": "2026-05-01", "recognised_on": "2026-05-04"}, "missing"),
        ({"refused_on": "2026-05-01", "recognised_on": "2026-05-04", "forwarded_on": "2026-05-11"}, "passed"),
    ],
)
def test_what_is_counted_from_an_event_that_will_not_come_is_not_asked(
    tmp_path: Path, facts: Data, expected: str
) -> None:
    words = {"vi": "không công nhận", "en": "refused"}
    asked = rule(
        every="year", per="record", none=words, moot=words, record={"section": "decisions"}, checks=["forwarded"]
    )
    book = rulebook_of(tmp_path, asked, [check("forwarded", {"deadline": FORWARDED})])
    record = {"item": "huong-uoc", "held_on": "2026-04-10", **facts}
    assert only(audited(book, unit_file(records={"decisions": [record]}), "2026-06-15")).status == expected
