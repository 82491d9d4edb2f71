"""Waivers: what is valid covers a duty and shows what lies beneath; what is not has no effect and is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, only, rule, rulebook, unit_file

from dcs_audit.locale.phrases import Phrase
from dcs_audit.verdicts.model import Report

Data = dict[str, Any]
AS_OF = "2026-06-15"
VALID = {"rule": "R", "reason": "flood", "approved_by": "the Chairman", "until": AS_OF}


def waived(tmp_path: Path, *waivers: Data, as_of: str = AS_OF, records: Data | None = None, **over: Any) -> Report:
    return audited(rulebook(tmp_path / "p", [rule(**over)]), unit_file(records=records, waivers=waivers), as_of)


def notices(report: Report) -> list[str]:
    return [notice.key for notice in report.notices if isinstance(notice, Phrase)]


def test_a_waiver_covers_the_duty_and_keeps_the_status_beneath(tmp_path: Path) -> None:
    report = waived(tmp_path, VALID)
    result = only(report)
    assert (result.status, result.underlying) == ("waived", "missing")
    assert result.waiver is not None
    assert (result.waiver.reason, result.waiver.approved_by) == ("flood", "the Chairman")
    assert notices(report) == []
    assert report.summary.score is None and sum(report.summary.violations.values()) == 0


@pytest.mark.parametrize(
    ("until", "as_of", "status", "said"),
    [
        ("2026-06-16", AS_OF, "waived", []),
        ("2026-06-15", AS_OF, "waived", []),  # its last day
        ("2026-06-14", AS_OF, "missing", ["notice.waiver_expired"]),
        ("14/06/2026", AS_OF, "missing", ["notice.waiver_expired"]),
        ("2020-01-01", AS_OF, "missing", ["notice.waiver_expired"]),
    ],
)
def test_the_last_day_is_included(tmp_path: Path, until: str, as_of: str, status: str, said: list[str]) -> None:
    report = waived(tmp_path, VALID | {"until": until}, as_of=as_of)
    assert only(report).status == status
    assert notices(report) == said


@pytest.mark.parametrize("lacking", ["reason", "approved_by", "until"])
@pytest.mark.parametrize("how", ["absent", "null", "blank"])
def test_a_waiver_that_lacks_something_has_no_effect(tmp_path: Path, lacking: str, how: str) -> None:
    waiver: Data = dict(VALID)
    if how == "absent":
        del waiver[lacking]
    else:
        waiver[lacking] = None if how == "null" else "  "
    report = waived(tmp_path, waiver)
    assert only(report).status == "missing" and only(report).waiver is None
    (said,) = report.notices
    assert isinstance(said, Phrase) and said.key == "notice.waiver_malformed"
    assert dict(said.args)["fields"] == (lacking,)


@pytest.mark.parametrize("until", ["soon", "2026-02-30", "2026", "31/31/2026"])
def test_a_last_day_that_is_no_day_makes_the_waiver_malformed(tmp_path: Path, until: str) -> None:
    report = waived(tmp_path, VALID | {"until": until})
    assert only(report).status == "missing"
    assert notices(report) == ["notice.waiver_malformed"]


def test_a_waiver_of_a_duty_that_passed_or_does_not_apply_is_unused(tmp_path: Path) -> None:
    submitted = {"documents": [{"kind": "democracy_regulation"}]}
    for over, records, status in [({}, submitted, "passed"), ({"absent": "not_applicable"}, None, "not_applicable")]:
        report = waived(tmp_path / status, VALID, records=records, **over)
        assert only(report).status == status
        assert notices(report) == ["notice.waiver_unused"]


def test_a_waiver_of_a_rule_without_duty_is_unused(tmp_path: Path) -> None:
    report = waived(tmp_path, VALID, in_force={"from": "2026-06-16"})
    assert report.results == () and notices(report) == ["notice.waiver_unused"]


@pytest.mark.parametrize(
    ("over", "underlying"),
    [
        ({"every": "year", "due": {"by": "12-31"}}, "pending"),
        ({"absent": "needs_review"}, "needs_review"),
    ],
)
def test_what_is_pending_or_under_review_can_be_waived_too(tmp_path: Path, over: Data, underlying: str) -> None:
    result = only(waived(tmp_path, VALID, **over))
    assert (result.status, result.underlying) == ("waived", underlying)


def test_a_waiver_covers_all_duties_of_its_rule_and_no_other(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", [rule(every="quarter"), rule("S"), rule("R-1")])
    report = audited(book, unit_file(waivers=[VALID]), date(2026, 6, 15))
    by_rule = {name: {str(r.status) for r in report.results if r.rule == name} for name in ("R", "S", "R-1")}
    assert by_rule == {"R": {"waived"}, "S": {"missing"}, "R-1": {"missing"}}


@pytest.mark.parametrize("order", [1, -1])
def test_an_expired_waiver_beside_a_valid_one_changes_nothing_but_is_said(tmp_path: Path, order: int) -> None:
    pair = [VALID, VALID | {"until": "2025-01-01", "reason": "old"}][::order]
    report = waived(tmp_path, *pair)
    result = only(report)
    assert result.status == "waived" and result.waiver is not None and result.waiver.reason == "flood"
    assert notices(report) == ["notice.waiver_expired"]
