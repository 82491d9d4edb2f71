"""Which board is judged, and duties for each project or each record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, gate, only, parameter, rule, rulebook, statuses, unit_file, words

Data = dict[str, Any]
AS_OF = "2026-06-15"
BIG_ENOUGH = check("size", {"count": {"of": "members", "at_least": 3}})


def board(start: str | None = None, end: str | None = None, members: int = 3, **over: Any) -> Data:
    term = {key: day for key, day in (("from", start), ("until", end)) if day}
    return {"kind": "peoples_inspection", "members": [{}] * members} | ({"term": term} if term else {}) | over


def judged(tmp_path: Path, pick: str, *boards: Data) -> Any:
    selector = {"section": "boards", "where": {"kind": "peoples_inspection"}, "pick": pick}
    book = rulebook(tmp_path / "p", [rule(record=selector, checks=["size"])], [BIG_ENOUGH])
    return only(audited(book, unit_file(records={"boards": list(boards)}), AS_OF))


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2025-01-01", None, "passed"),
        ("2025-01-01", "2026-06-15", "passed"),
        ("2025-01-01", "2026-06-14", "missing"),
        ("2026-06-15", "2028-06-15", "passed"),
        ("2026-06-16", None, "missing"),
    ],
)
def test_the_current_board_is_one_whose_term_covers_the_day(
    tmp_path: Path, start: str, end: str | None, status: str
) -> None:
    assert judged(tmp_path, "current", board(start, end)).status == status


def test_a_board_without_term_is_in_office_from_its_election(tmp_path: Path) -> None:
    assert judged(tmp_path, "current", board(elected_on="2025-01-01")).status == "passed"
    assert judged(tmp_path, "current", board(elected_on="2026-06-16")).status == "missing"


def test_a_board_of_unknown_beginning_leaves_the_question_open(tmp_path: Path) -> None:
    assert judged(tmp_path, "current", board(end="2027-01-01")).status == "needs_review"


def test_a_board_of_unknown_beginning_names_what_to_fill_in(tmp_path: Path) -> None:
    (fact,) = judged(tmp_path, "current", board(end="2027-01-01")).facts
    assert fact in ("records.boards[0].term.from", "records.boards[0].elected_on")


def test_an_over_board_of_unknown_beginning_does_not_stand_in_the_way_of_the_current_one(tmp_path: Path) -> None:
    assert judged(tmp_path, "current", board(end="2020-01-01"), board("2025-01-01")).status == "passed"


@pytest.mark.parametrize(
    ("boards", "status"),
    [
        ([board("2022-01-01", members=9), board("2024-01-01", members=1)], "defective"),
        ([board("2022-01-01", members=1), board("2024-01-01", members=9)], "passed"),
        ([board("2022-01-01", members=9), board("2026-06-16", members=1)], "passed"),  # not yet in office
        ([board("2022-01-01", "2026-12-31", members=9), board("2024-01-01", "2025-01-01", members=1)], "defective"),
        ([], "missing"),
    ],
)
def test_the_newest_board(tmp_path: Path, boards: list[Data], status: str) -> None:
    for order in (boards, boards[::-1]):
        assert judged(tmp_path / str(order is boards), "newest", *order).status == status


@pytest.mark.parametrize(
    ("boards", "status"),
    [
        ([board("2022-01-01", "2026-12-31", members=9), board("2024-01-01", "2025-01-01", members=1)], "passed"),
        ([board("2022-01-01", "2026-12-31", members=1), board("2024-01-01", members=9)], "passed"),
        ([board("2020-01-01", "2021-01-01", members=9), board("2022-01-01", "2024-01-01", members=1)], "defective"),
        ([], "missing"),
    ],
)
def test_the_current_board_or_else_the_newest(tmp_path: Path, boards: list[Data], status: str) -> None:
    for order in (boards, boards[::-1]):
        assert judged(tmp_path / str(order is boards), "current_or_newest", *order).status == status


def test_a_bad_board_of_unknown_date_is_not_hidden_by_an_older_good_one(tmp_path: Path) -> None:
    assert judged(tmp_path, "newest", board("2020-01-01", members=9), board(members=1)).status != "passed"


def test_of_two_boards_of_one_day_the_order_of_the_file_does_not_decide(tmp_path: Path) -> None:
    good, bad = board("2024-01-01", members=9), board("2024-01-01", members=1)
    one = judged(tmp_path / "1", "newest", good, bad)
    assert one.status == judged(tmp_path / "2", "newest", bad, good).status


# --- one duty for each project --------------------------------------------------------------------------------------


def supervised(tmp_path: Path, projects: list[Data] | None, *boards: Data, as_of: str = AS_OF) -> dict[str, str]:
    made = rule(
        every="year",
        per="project",
        none=words("no project"),
        applies_to="commune",
        record={"section": "boards", "subject": "project", "pick": "all"},
        checks=["size"],
    )
    unit: Data = {"type": "commune"} | ({} if projects is None else {"projects": projects})
    book = rulebook(tmp_path / "p", [made], [BIG_ENOUGH])
    return statuses(audited(book, unit_file(unit, {"boards": list(boards)}), as_of))


def supervision(project: str | None, members: int = 3) -> Data:
    facts = {"project": project} if project else {}
    return board("2026-02-01", members=members, kind="investment_supervision", **facts)


def test_projects_unknown_or_none(tmp_path: Path) -> None:
    assert supervised(tmp_path, None) == {"R": "needs_review"}
    assert supervised(tmp_path, []) == {"R": "not_applicable"}


def test_each_running_project_has_its_duty(tmp_path: Path) -> None:
    projects = [
        {"id": "done", "started_on": "2024-01-01", "finished_on": "2025-12-31"},
        {"id": "ends", "started_on": "2024-01-01", "finished_on": "2026-01-01"},
        {"id": "runs", "started_on": "2026-06-15"},
        {"id": "small", "started_on": "2026-01-01"},
        {"id": "bare", "started_on": "2026-01-01"},
        {"id": "later", "started_on": "2026-06-16"},
    ]
    boards = [supervision("ends"), supervision("runs"), supervision("small", members=2)]
    assert supervised(tmp_path, projects, *boards) == {
        "R#ends": "passed", "R#runs": "passed", "R#small": "defective", "R#bare": "missing"
    }  # fmt: skip


def test_a_project_that_may_not_have_begun(tmp_path: Path) -> None:
    projects = [{"id": "good"}, {"id": "small"}, {"id": "bare"}, {"id": "over", "finished_on": "2026-05-01"}]
    boards = [supervision("good"), supervision("small", members=2)]
    assert supervised(tmp_path, projects, *boards) == {
        "R#good": "passed", "R#small": "needs_review", "R#bare": "needs_review", "R#over": "missing"
    }  # fmt: skip


def test_a_board_for_no_named_project_leaves_the_bare_ones_open(tmp_path: Path) -> None:
    found = supervised(tmp_path, [{"id": "a"}, {"id": "b"}], supervision("a"), supervision(None))
    assert found == {"R#a": "passed", "R#b": "needs_review"}


# --- one duty for each record ---------------------------------------------------------------------------------------

ANSWERED: Data = {
    "every": "year",
    "per": "record",
    "none": words("nothing received"),
    "record": {"section": "petitions", "where": {"kind": "board_recommendation"}},
    "checks": ["answer"],
}
ANSWER = check("answer", {"deadline": {"done": "answered_on", "after": "received_on", "within": "n"}})
WITHIN = parameter("n", "days", 15)


def petitions(tmp_path: Path, *received: Data, rules: list[Data] | None = None, as_of: str = AS_OF) -> dict[str, str]:
    book = rulebook(tmp_path / "p", rules or [rule(**ANSWERED)], [ANSWER], [WITHIN])
    made = [{"kind": "board_recommendation", **one} for one in received]
    return statuses(audited(book, unit_file(records={"petitions": made}), as_of))


def test_each_petition_of_the_year_has_its_duty(tmp_path: Path) -> None:
    found = petitions(
        tmp_path,
        {"id": "in-time", "received_on": "2026-05-04", "answered_on": "2026-05-19"},
        {"id": "late", "received_on": "2026-05-04", "answered_on": "2026-05-20"},
        {"id": "open", "received_on": "2026-06-10"},
        {"id": "over", "received_on": "2026-05-04"},
        {"id": "undated", "answered_on": "2026-05-20"},
        {"id": "last-year", "received_on": "2025-12-31"},
        {"id": "tomorrow", "received_on": "2026-06-16"},
        {"received_on": "2026-06-14"},
        {"kind": "complaint", "received_on": "2026-05-04"},
    )
    assert found == {
        "R#in-time": "passed", "R#late": "late", "R#open": "pending", "R#over": "missing", "R#undated": "needs_review",
        "R#records.petitions[7]": "pending",
    }  # fmt: skip


@pytest.mark.parametrize("received", [[], [{"received_on": "2025-05-05"}], [{"received_on": "2026-06-16"}]])
def test_no_petition_of_the_year_is_no_duty(tmp_path: Path, received: list[Data]) -> None:
    assert petitions(tmp_path, *received) == {"R": "not_applicable"}


def test_petitions_from_before_the_rule_are_not_judged(tmp_path: Path) -> None:
    rules = [rule(**ANSWERED | {"in_force": {"from": "2026-03-01"}})]
    found = petitions(
        tmp_path, {"id": "a", "received_on": "2026-02-28"}, {"id": "b", "received_on": "2026-03-01"}, rules=rules
    )
    assert found == {"R#b": "missing"}


def test_an_exemption_covers_every_duty_of_the_rule(tmp_path: Path) -> None:
    rules = [rule(**ANSWERED, exempt=[gate({"fact": "special_area", "is": False})])]
    assert petitions(tmp_path, {"received_on": "2026-01-05"}, rules=rules) == {"R#records.petitions[0]": "needs_review"}
