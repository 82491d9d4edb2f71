"""From checks to records to duties: the worst check, the worst record of `each`, the best of `any`; and the score."""

from __future__ import annotations

from itertools import combinations_with_replacement, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_packs import SCORING, audited, check, only, parameter, rule, rulebook, unit_file

from dcs_audit.law.packs import Scoring
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import DutyResult, Report, Severity, Status
from dcs_audit.verdicts.summary import summarize

Data = dict[str, Any]
WORST_FIRST = ["missing", "late", "defective", "pending", "needs_review", "passed"]
AS_OF = "2026-06-15"
NUMBERS = [parameter("week", "days", 7), parameter("month", "days", 30)]
CHECKS = [
    check("answer", {"deadline": {"done": "answered_on", "after": "received_on", "within": "week"}}),
    check("signed", {"number": {"of": "signatories", "at_least": 5}}),
]
RECEIVED: dict[str, Data] = {
    "missing": {"received_on": "2026-01-05"},
    "late": {"received_on": "2026-01-05", "answered_on": "2026-02-05"},
    "defective": {"received_on": "2026-01-05", "answered_on": "2026-01-06", "signatories": 4},
    "pending": {"received_on": "2026-06-12"},
    "needs_review": {"received_on": "2026-01-05", "answered_on": "2026-01-06", "signatories": None},
    "passed": {"received_on": "2026-01-05", "answered_on": "2026-01-06"},
}
"""Petitions that come to each status; `signatories` is 5 where nothing else is said."""


def petitions(tmp_path: Path, judge: str, kinds: tuple[str, ...]) -> Report:
    made = rule(every="year", judge=judge, record={"section": "petitions"}, checks=["answer", "signed"])
    book = rulebook(tmp_path / "p", [made], CHECKS, NUMBERS)
    records = [{"kind": "complaint", "signatories": 5} | RECEIVED[kind] for kind in kinds]
    return audited(book, unit_file(records={"petitions": records}), AS_OF)


@pytest.mark.parametrize("kinds", list(product(WORST_FIRST, repeat=2)))
def test_with_each_the_worst_record_decides_and_with_any_the_best(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    assert only(petitions(tmp_path / "1", "each", kinds)).status == min(kinds, key=WORST_FIRST.index)
    assert only(petitions(tmp_path / "2", "any", kinds)).status == max(kinds, key=WORST_FIRST.index)


@pytest.mark.parametrize("kinds", list(combinations_with_replacement(WORST_FIRST, 3)))
def test_three_records(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    assert only(petitions(tmp_path, "each", kinds)).status == min(kinds, key=WORST_FIRST.index)


def test_with_each_every_failed_check_of_every_record_is_listed(tmp_path: Path) -> None:
    result = only(petitions(tmp_path, "each", ("passed", "late", "defective", "missing")))
    failed = [(check.id, str(check.status), check.record) for check in result.checks if check.status != "passed"]
    assert failed == [
        ("answer", "late", "records.petitions[1]"),
        ("signed", "defective", "records.petitions[2]"),
        ("answer", "missing", "records.petitions[3]"),
    ]
    assert [record.path for record in result.records] == [f"records.petitions[{n}]" for n in range(4)]


def test_with_any_only_the_best_record_is_shown(tmp_path: Path) -> None:
    result = only(petitions(tmp_path, "any", ("late", "passed", "missing")))
    assert [record.path for record in result.records] == ["records.petitions[1]"]


def test_with_each_an_unplaced_record_keeps_the_duty_from_passing(tmp_path: Path) -> None:
    made = rule(every="year", judge="each", record={"section": "petitions"}, checks=["signed"])
    records = [
        {"kind": "complaint", "signatories": 5, "received_on": "2026-01-05"},
        {"kind": "complaint", "signatories": 1},
    ]
    report = audited(
        rulebook(tmp_path / "p", [made], CHECKS, NUMBERS), unit_file(records={"petitions": records}), AS_OF
    )
    assert only(report).status != "passed"


def test_a_day_of_completion_that_is_absent_is_not_done_in_time(tmp_path: Path) -> None:
    made = rule(every="year", due={"by": "12-31", "done": "posted.from"})
    loaded = unit_file(records={"documents": [{"kind": "democracy_regulation", "date": "2026-01-05"}]})
    assert only(audited(rulebook(tmp_path / "p", [made]), loaded, AS_OF)).status != "passed"


def test_an_absent_day_of_completion_is_named(tmp_path: Path) -> None:
    made = rule(every="year", due={"by": "03-31", "done": "posted.from"})
    loaded = unit_file(records={"documents": [{"kind": "democracy_regulation", "date": "2026-01-05"}]})
    result = only(audited(rulebook(tmp_path / "p", [made]), loaded, AS_OF))
    assert result.facts == ("records.documents[0].posted.from",)


# --- the newest record ----------------------------------------------------------------------------------------------

OLD, NEW = "2026-02-02", "2026-03-02"


def newest(tmp_path: Path, *signed: tuple[str | None, int | None], moot: Data | None = None) -> DutyResult:
    """Petitions by the day they came and who signed; 5 are enough, and nobody asks about those before 2026."""
    asked = [{"check": "signed", "since": "2026-01-01"}]
    made = rule(every="standing", judge="newest", record={"section": "petitions"}, checks=asked, moot=moot)
    records = [{"kind": "complaint", "received_on": day, "signatories": count} for day, count in signed]
    book = rulebook(tmp_path / "p", [made], CHECKS, NUMBERS)
    return only(audited(book, unit_file(records={"petitions": records}), AS_OF))


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (((OLD, 5), (NEW, 4)), "defective"),
        (((NEW, 4), (OLD, 5)), "defective"),
        (((OLD, 4), (NEW, 5)), "passed"),
        (((OLD, 5), (NEW, 5), (NEW, 4)), "defective"),  # of one day
        (((OLD, 5), ("2026-06-16", 4)), "passed"),  # not yet there
        (((OLD, 5), (None, 5)), "passed"),
        (((OLD, 4), (None, 4)), "defective"),
        (((OLD, 5), (None, 4)), "needs_review"),
        (((OLD, 4), (None, 5)), "needs_review"),
        (((OLD, 4), (NEW, 5), (None, 5)), "passed"),  # the oldest is not the newest, whatever the day
        (((None, 4),), "defective"),
    ],
)
def test_with_newest_the_newest_record_decides(tmp_path: Path, signed: Any, expected: str) -> None:
    result = newest(tmp_path, *signed)
    assert result.status == expected
    undated = [f"records.petitions[{n}].received_on" for n, (day, _) in enumerate(signed) if day is None]
    assert list(result.facts) == (undated if expected == "needs_review" else [])


def test_with_newest_what_came_before_the_rule_excuses_nothing(tmp_path: Path) -> None:
    before = {"vi": "có trước", "en": "from before"}
    assert newest(tmp_path / "1", ("2025-05-05", 1), (NEW, 4), moot=before).status == "defective"
    assert newest(tmp_path / "2", ("2025-05-05", 1), moot=before).status == "not_applicable"
    assert newest(tmp_path / "3", ("2025-05-05", 1), (None, 5), moot=before).status == "needs_review"


def test_with_newest_only_that_record_is_shown(tmp_path: Path) -> None:
    assert [record.path for record in newest(tmp_path, (OLD, 4), (NEW, 5)).records] == ["records.petitions[1]"]


def test_what_was_done_late_in_another_way_is_not_missing(tmp_path: Path) -> None:
    within = {"after": "received_on", "within": "week"}
    either = check(
        "either", {"deadline": {"done": "recognised_on", **within}}, {"deadline": {"done": "refused_on", **within}}
    )
    made = rule(every="year", judge="each", record={"section": "decisions"}, checks=["either"])
    book = rulebook(tmp_path / "p", [made], [either], NUMBERS)
    record = {"item": "huong-uoc", "held_on": "2026-01-05", "received_on": "2026-01-05", "refused_on": "2026-01-13"}
    result = only(audited(book, unit_file(records={"decisions": [record]}), AS_OF))
    assert (result.status, result.days) == ("late", 1)


# --- following another rule -----------------------------------------------------------------------------------------


def following(tmp_path: Path, rules: list[Data], *chairs: str) -> dict[str, str]:
    made = [check("head", {"one_of": {"of": "chaired_by", "values": ["head"]}})]
    meetings = [{"kind": "council_session", "held_on": "2026-02-01", "chaired_by": chair} for chair in chairs]
    report = audited(rulebook(tmp_path / "p", rules, made), unit_file(records={"meetings": meetings}), AS_OF)
    return {result.rule: str(result.status) for result in report.results}


LEADER = rule("L", every="year", record={"section": "meetings"})
FOLLOWER = rule("F", every="year", record={"section": "meetings"}, follows="L", checks=["head"])


def test_a_rule_that_follows_judges_the_record_that_decided_the_other(tmp_path: Path) -> None:
    assert following(tmp_path, [LEADER, FOLLOWER], "deputy") == {"L": "passed", "F": "defective"}


def test_a_rule_may_stand_before_the_one_it_follows(tmp_path: Path) -> None:
    assert following(tmp_path, [FOLLOWER, LEADER], "head") == {"L": "passed", "F": "passed"}


def test_a_rule_may_follow_one_that_follows(tmp_path: Path) -> None:
    assert following(tmp_path, [LEADER, FOLLOWER, FOLLOWER | {"id": "G", "follows": "F"}], "head")["G"] == "passed"


def test_the_order_of_equal_records_does_not_decide_a_follower(tmp_path: Path) -> None:
    one = following(tmp_path / "1", [LEADER, FOLLOWER], "head", "deputy")
    assert one == following(tmp_path / "2", [LEADER, FOLLOWER], "deputy", "head")


# --- severity and score ---------------------------------------------------------------------------------------------


def document_with(tmp_path: Path, severity: str, *checks: Data) -> DutyResult:
    made = rule(severity=severity, checks=[one["name"] for one in checks])
    loaded = unit_file(records={"documents": [{"kind": "democracy_regulation", "date": "2026-01-05"}]})
    return only(audited(rulebook(tmp_path / "p", [made], checks), loaded, AS_OF))


def failing(name: str, severity: str | None = None, **over: Any) -> Data:
    options = {"not_before": {"of": "date", "day": "2026-02-01"}}
    return check(name, options, **over) | ({"severity": severity} if severity else {})


@pytest.mark.parametrize(
    ("severity", "checks", "effective"),
    [
        ("critical", ["minor"], "minor"),
        ("critical", ["minor", "major"], "major"),
        ("critical", ["minor", None], "critical"),
        ("minor", ["critical"], "critical"),
        ("minor", [None], "minor"),
    ],
)
def test_a_violation_weighs_as_its_heaviest_failed_check(
    tmp_path: Path, severity: str, checks: list[str | None], effective: str
) -> None:
    made = [failing(f"c{n}", one) for n, one in enumerate(checks)]
    result = document_with(tmp_path, severity, *made)
    assert (result.status, result.severity) == ("defective", effective)


def test_a_check_that_passes_does_not_make_a_violation_heavier(tmp_path: Path) -> None:
    fine = check("fine", {"not_before": {"of": "date", "day": "2026-01-01"}}, severity="critical")
    assert document_with(tmp_path, "minor", fine, failing("bad")).severity == "minor"


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_failed_checks_of_one_id_the_heavier_one_weighs(tmp_path: Path, order: int) -> None:
    pair = [failing("a", "minor", id="same"), failing("b", "critical", id="same")][::order]
    assert document_with(tmp_path, "major", *pair).severity == "critical"


SCALE = Scoring.model_validate(SCORING)
DUE = ("passed", "missing", "late", "defective")


def result(status: str, severity: str) -> DutyResult:
    text = Text("", "")
    return DutyResult(
        "R", "R", "g", Severity(severity), Status(status), text, "2026", None, (), (), (), text, text, True
    )


RESULTS = st.lists(st.tuples(st.sampled_from(list(Status)), st.sampled_from(list(Severity))), max_size=30)


@given(RESULTS)
def test_the_score_is_the_weighted_share_of_due_duties_that_passed(pairs: list[tuple[Status, Severity]]) -> None:
    summary = summarize([result(status, severity) for status, severity in pairs], SCALE)
    weight = {"critical": 5, "major": 3, "minor": 1}
    due = [(str(status), str(severity)) for status, severity in pairs if status in DUE]
    assert sum(summary.counts.values()) == summary.duties == len(pairs)
    assert {status: summary.counts[status] for status in Status} == {
        status: [one for one, _ in pairs].count(status) for status in Status
    }
    violations = [severity for status, severity in due if status != "passed"]
    assert summary.violations == {severity: violations.count(str(severity)) for severity in Severity}
    if not due:
        assert summary.score is None and summary.rating is None
        return
    share = 100 * sum(weight[s] for status, s in due if status == "passed") / sum(weight[s] for _, s in due)
    assert summary.score is not None
    if "critical" in violations:
        assert summary.score <= 49.9
        assert summary.score == 49.9 or abs(summary.score - share) <= 0.05 + 1e-9
    else:
        assert abs(summary.score - share) <= 0.05 + 1e-9
    assert summary.rating == ("tot" if summary.score >= 90 else None)


def test_a_hundred_is_only_for_no_violation_at_all() -> None:
    many = [result("passed", "critical")] * 999 + [result("missing", "minor")]
    assert summarize(many, SCALE).score != 100.0
