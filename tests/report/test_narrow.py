"""What is shown, and what makes a run fail."""

from __future__ import annotations

from dcs_audit.locale.phrases import say
from dcs_audit.report.narrow import Filter, Threshold, at_least
from dcs_audit.verdicts.model import Report, Severity, Status


def test_without_a_filter_nothing_changes(commune: Report) -> None:
    assert Filter().narrowed(commune) == commune
    assert Filter().sentences() == ()


def test_only_takes_rules_and_groups(commune: Report) -> None:
    kept = Filter(only=("LDC-D11-K2", "giam-sat"))
    rules = {result.rule for result in kept.narrowed(commune).results}
    assert rules == {"LDC-D11-K2", "LDC-D36-K1", "LTCD-D15-K2", "LDC-D41-K1"}
    assert say(kept.sentences()[0], "vi").startswith("Chỉ hiển thị LDC-D11-K2, giam-sat (--only)")


def test_severity_hides_lighter_violations_and_nothing_else(commune: Report) -> None:
    shown = Filter(severity=Severity.CRITICAL).narrowed(commune).results
    assert {result.rule for result in commune.results} - {result.rule for result in shown} == {"LDC-D36-K1"}
    assert any(result.severity is Severity.MAJOR and result.status is Status.PENDING for result in shown)


def test_levels() -> None:
    assert at_least(Severity.CRITICAL) == {Severity.CRITICAL}
    assert at_least(Severity.MINOR) == set(Severity)


def test_a_threshold_of_levels_asks_only_about_violations(commune: Report) -> None:
    by_status = {result.status: result for result in commune.results}
    assert Threshold().fails(by_status[Status.LATE])
    assert not Threshold(frozenset({Severity.MINOR})).fails(by_status[Status.LATE])
    assert not Threshold().fails(by_status[Status.PENDING])
    assert Threshold(statuses=frozenset({Status.PENDING})).fails(by_status[Status.PENDING])
    assert not Threshold(statuses=frozenset({Status.PENDING})).fails(by_status[Status.WAIVED])
