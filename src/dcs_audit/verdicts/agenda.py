"""What falls due when: dates that verdicts hold already, gathered over years and units. Nothing is reckoned anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dcs_audit.verdicts.identity import Identity, identity
from dcs_audit.verdicts.model import CheckResult, DutyResult, Report, Status


class Aside(StrEnum):
    """Duties that a calendar has no day for, and why."""

    LATER = "later"
    """Due after the last day asked for."""
    UNDATED_MISSING = "undated_missing"
    """Owed already, but no text sets a day (owed all year)."""
    UNDATED_PENDING = "undated_pending"
    """Still under way, without a day of its own."""
    FAULTY = "faulty"
    """Done, but late or defective: to be put right, with no day set for that."""
    NEEDS_REVIEW = "needs_review"
    """Nobody knows yet whether or when it is due."""
    WAIVED = "waived"
    """A waiver covers what would be due."""
    EARLIER_YEAR = "earlier_year"
    """Of the year before the file's, due within the days asked for: whether it is done stands in that year's file."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A report and why it was made: `offset` is its year less the one that was asked for (the file's own)."""

    report: Report
    offset: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A day by which a unit must have done something. `days` are left until then, or overdue.

    `checks` are those that wait for the day; none where nothing was submitted yet. `number` tells apart the days of
    one duty, from 1.
    """

    due: date
    days: int
    report: Report
    result: DutyResult
    checks: tuple[CheckResult, ...] = ()
    number: int = 1


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything due from `as_of` to `until`, both included, and what is overdue; nearest, or oldest, first."""

    as_of: date
    until: date
    reports: tuple[Report, ...]
    """Of each unit the report on the year asked for."""
    due: tuple[Entry, ...]
    overdue: tuple[Entry, ...]
    aside: Counter[Aside]


def years(own: int, as_of: date, until: date) -> tuple[int, ...]:
    """The years to audit: the one asked for, those that the days reach into, and the year before where it may matter.

    Some duties of a year are due in the next.
    """
    before = [own - 1] if as_of.year == own else []
    return (*before, own, *range(max(own + 1, as_of.year - 1), until.year + 1))


def agenda(audits: Iterable[Audit], as_of: date, days: int) -> Agenda:
    """What falls due from `as_of` within so many `days`. Audits of one unit stand together, the earlier years first.

    Of a year that a file was not asked for only dates are taken: its records would stand in a file of their own. If
    there is such a file, the dates are taken from that one alone.
    """
    until, kept = as_of + timedelta(days), list(audits)
    own = [audit.report for audit in kept if audit.offset == 0]
    filed = {(identity(report.unit), report.year) for report in own}
    due: list[Entry] = []
    overdue: list[Entry] = []
    aside: Counter[Aside] = Counter()
    for audits_of_unit in _by_unit(kept, filed):
        _gather(audits_of_unit, as_of, until, due, overdue, aside)
    return Agenda(as_of, until, tuple(own), tuple(sorted(due, key=_order)), tuple(sorted(overdue, key=_order)), aside)


def _by_unit(audits: Sequence[Audit], filed: set[tuple[Identity, int]]) -> Iterator[list[Audit]]:
    """The audits of each file, without those of years that have a file of their own."""
    by_path: dict[str, list[Audit]] = {}
    for audit in audits:
        report = audit.report
        if audit.offset == 0 or (identity(report.unit), report.year) not in filed:
            by_path.setdefault(report.input_path, []).append(audit)
    return iter(by_path.values())


def _gather(
    audits: Sequence[Audit],
    as_of: date,
    until: date,
    due: list[Entry],
    overdue: list[Entry],
    aside: Counter[Aside],
) -> None:
    """One file's share. A duty that shows in two years with the same day is told once, by the earlier year."""
    told: set[object] = set()
    in_doubt: set[str] = set()
    for audit in audits:
        within = [entry for entry in _waiting(audit.report) if as_of <= entry.due <= until]
        if audit.offset < 0:
            aside[Aside.EARLIER_YEAR] += len({entry.result.duty for entry in within})
            continue
        due.extend(entry for entry in within if _what(entry) not in told)
        told.update(_what(entry) for entry in within)
        doubtful = [result for result in audit.report.results if result.status is Status.NEEDS_REVIEW]
        aside[Aside.NEEDS_REVIEW] += sum(result.rule not in in_doubt for result in doubtful)
        in_doubt.update(result.rule for result in doubtful)
        if audit.offset == 0:
            overdue.extend(_overdue(audit.report))
            aside.update(reason for result in audit.report.results if (reason := _aside(result, until)) is not None)


def _what(entry: Entry) -> object:
    return entry.due, entry.result.rule, entry.result.subject


def _waiting(report: Report) -> Iterator[Entry]:
    """Every day that a duty still waits for, once for each duty and day."""
    numbers: Counter[str] = Counter()
    for result in report.results:
        for day in sorted(_days(result)):
            numbers[result.duty] += 1
            checks = tuple(check for check in _dated(result) if check.due == day)
            yield Entry(day, (day - report.as_of).days, report, result, checks, numbers[result.duty])


def _days(result: DutyResult) -> set[date]:
    """The days that a duty waits for: its own while it is pending, and those of checks that are."""
    if result.status in (Status.NOT_APPLICABLE, Status.WAIVED):
        return set()
    days = {check.due for check in _dated(result) if check.due is not None}
    return days | {result.due} if result.status is Status.PENDING and result.due is not None else days


def _dated(result: DutyResult) -> list[CheckResult]:
    return [check for check in result.checks if check.status is Status.PENDING and check.due is not None]


def _overdue(report: Report) -> Iterator[Entry]:
    for result in report.results:
        if result.status is Status.MISSING and result.due is not None:
            yield Entry(result.due, (report.as_of - result.due).days, report, result)


def _aside(result: DutyResult, until: date) -> Aside | None:
    """Why a duty has no day on the calendar; None where it has one, or asks for nothing, or is counted elsewhere."""
    if result.status is Status.WAIVED:
        return Aside.WAIVED
    if result.status in (Status.LATE, Status.DEFECTIVE):
        return Aside.FAULTY
    if result.status is Status.MISSING:
        return Aside.UNDATED_MISSING if result.due is None else None
    if result.status is not Status.PENDING:
        return None
    days = _days(result)
    return Aside.UNDATED_PENDING if not days else Aside.LATER if min(days) > until else None


def _order(entry: Entry) -> date:
    """By day; of one day in the order of units and of the law."""
    return entry.due
