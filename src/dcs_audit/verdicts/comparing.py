"""Two reports on one unit, compared duty by duty. What each kind of change means is said here and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dcs_audit.verdicts.model import VIOLATIONS, Severity, Status
from dcs_audit.verdicts.saved import SavedDuty, SavedReport

_LIGHT_FIRST = tuple(reversed(Severity))
_BETTER_FIRST = tuple(reversed(VIOLATIONS))


class Kind(StrEnum):
    """What became of a duty that is a violation (tồn tại) in one of two reports, or in both."""

    NEW = "new"
    """A violation now; before, it was none, or there was no such duty."""
    WORSE = "worse"
    """A violation before and now, and graver: see `gravity`."""
    FIXED = "fixed"
    """A violation before, none now. Only where it is `passed` now was it put right."""
    EASED = "eased"
    """A violation before and now, but less grave."""
    OPEN = "open"
    """A violation before and now, as grave as it was."""


FAILING = (Kind.NEW, Kind.WORSE)
"""Kinds of change that nobody wants to see."""


@dataclass(frozen=True, slots=True)
class Change:
    """A duty before and after; None where the report has no such duty."""

    kind: Kind
    before: SavedDuty | None
    after: SavedDuty | None

    @property
    def duty(self) -> SavedDuty:
        """The duty as it is now; where there is none any more, as it was."""
        duty = self.after or self.before
        assert duty is not None
        return duty

    @property
    def newly_due(self) -> bool:
        """Whether it is new because its day has passed: pending before, missing now."""
        return (
            self.before is not None
            and self.after is not None
            and self.before.status is Status.PENDING
            and self.after.status is Status.MISSING
        )

    @property
    def put_right(self) -> bool:
        """Whether a violation is gone because the duty passes now; anything else only hides it."""
        return self.kind is Kind.FIXED and self.after is not None and self.after.status is Status.PASSED


class Doubt(StrEnum):
    """Why two reports can be compared only with care."""

    UNIT = "unit"
    YEAR = "year"
    RULEBOOK = "rulebook"
    """Other rules: a duty may have changed because the rules did."""
    ORDER = "order"
    """The new report is as of an earlier day than the old one."""
    EVIDENCE = "evidence"
    """Only one of the runs looked at evidence: a duty may have changed because of that."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports on a unit. `changes` are in the order of the new report, then of what only the old one has.

    `moved` counts duties that are no violation in either but changed their status, by both; None is no such duty.
    `same` counts those that did not change and are no violation. `by_evidence` are those of `moved`, before and after,
    that ask for nothing in one report, and need review for lacking evidence in the other.
    """

    old: SavedReport
    new: SavedReport
    changes: tuple[Change, ...]
    moved: Counter[tuple[Status | None, Status | None]]
    same: int
    doubts: tuple[Doubt, ...]
    by_evidence: tuple[tuple[SavedDuty, SavedDuty], ...] = ()

    def of(self, kind: Kind) -> list[Change]:
        """The changes of one kind."""
        return [change for change in self.changes if change.kind is kind]

    @property
    def counts(self) -> Counter[Kind]:
        """How many changes of each kind."""
        return Counter(change.kind for change in self.changes)

    @property
    def is_worse(self) -> bool:
        """Whether anything is new or worse."""
        return any(change.kind in FAILING for change in self.changes)

    @property
    def is_better(self) -> bool:
        """Whether something was put right or eased, and nothing is new or worse."""
        return not self.is_worse and any(change.put_right or change.kind is Kind.EASED for change in self.changes)


def compare(old: SavedReport, new: SavedReport) -> Comparison:
    """What changed from one report to the other."""
    elapsed = (new.as_of - old.as_of).days
    changes: list[Change] = []
    moved: Counter[tuple[Status | None, Status | None]] = Counter()
    by_evidence: list[tuple[SavedDuty, SavedDuty]] = []
    same = 0
    for before, after in _pairs(old, new):
        kind = _kind(before, after, elapsed)
        if kind is not None:
            changes.append(Change(kind, before, after))
        elif before is not None and after is not None and before.status is after.status:
            same += 1
        else:
            moved[before.status if before else None, after.status if after else None] += 1
            if before is not None and after is not None and _only_evidence(before, after):
                by_evidence.append((before, after))
    return Comparison(old, new, tuple(changes), moved, same, tuple(_doubts(old, new)), tuple(by_evidence))


def _only_evidence(before: SavedDuty, after: SavedDuty) -> bool:
    clean = (Status.PASSED, Status.NOT_APPLICABLE)
    return any(one.status in clean and other.lacking for one, other in ((before, after), (after, before)))


def gravity(duty: SavedDuty, elapsed: int = 0) -> tuple[int, int, int, int]:
    """How grave a violation is: by severity, then status (missing, late, defective), then days, then failed checks.

    Days are those late or overdue. An overdue duty grows older by itself: the `elapsed` days between two reports are
    not held against it.
    """
    days = duty.days or 0
    if duty.status is Status.MISSING and duty.days is not None:
        days -= elapsed
    return _LIGHT_FIRST.index(duty.severity), _BETTER_FIRST.index(duty.status), days, duty.failed


def _without_days(gravity: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    severity, status, _, failed = gravity
    return severity, status, 0, failed


def _kind(before: SavedDuty | None, after: SavedDuty | None, elapsed: int) -> Kind | None:
    was = before is not None and before.is_violation
    if after is None or not after.is_violation:
        return Kind.FIXED if was else None
    if before is None or not was:
        return Kind.NEW
    then, now = gravity(before), gravity(after, elapsed)
    if before.days is None or after.days is None:  # by how much it is late was not known both times
        then, now = _without_days(then), _without_days(now)
    return Kind.WORSE if now > then else Kind.EASED if now < then else Kind.OPEN


def _pairs(old: SavedReport, new: SavedReport) -> Iterator[tuple[SavedDuty | None, SavedDuty | None]]:
    for key, after in new.duties.items():
        yield old.duties.get(key), after
    for key, before in old.duties.items():
        if key not in new.duties:
            yield before, None


def _doubts(old: SavedReport, new: SavedReport) -> Iterator[Doubt]:
    if old.identity != new.identity:
        yield Doubt.UNIT
    if old.year != new.year:
        yield Doubt.YEAR
    if old.digest != new.digest:
        yield Doubt.RULEBOOK
    if new.as_of < old.as_of:
        yield Doubt.ORDER
    if new.evidence is not old.evidence:
        yield Doubt.EVIDENCE
