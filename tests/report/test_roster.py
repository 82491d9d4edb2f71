"""Which units a report on a fleet names."""

from __future__ import annotations

from dataclasses import replace

from dcs_audit.fleet.share import share_of
from dcs_audit.report.roster import Roster
from dcs_audit.verdicts.model import Report, Severity


def named(report: Report, name: str, critical: int, score: float | None) -> Report:
    levels = {**report.summary.violations, Severity.CRITICAL: critical}
    return replace(report, unit={"name": name}, summary=replace(report.summary, violations=levels, score=score))


def test_the_worst_come_first_and_equal_ones_in_their_order(agency: Report) -> None:
    roster = Roster()
    for name, critical, score in (("a", 0, 100.0), ("b", 2, 40.0), ("c", 2, 30.0), ("d", 0, 100.0), ("e", 0, None)):
        roster.add(share_of(named(agency, name, critical, score), ()))
    assert [line.name for line in roster.lines] == ["c", "b", "e", "a", "d"]
    assert roster.left == 0


def test_of_many_only_the_worst_are_kept_and_the_others_counted(agency: Report) -> None:
    roster = Roster(most=2)
    for name, critical in (("a", 1), ("b", 3), ("c", 2), ("d", 0)):
        roster.add(share_of(named(agency, name, critical, 50.0), ()))
    assert [line.name for line in roster.lines] == ["b", "c"]
    assert roster.left == 2
