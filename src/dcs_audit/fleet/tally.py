"""The sum over a fleet, kept while units go by. It grows with the rules, the places and the failures, not the units."""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from dcs_audit.fleet.failure import Failure
from dcs_audit.fleet.goals import REACHED, Goal, Standing
from dcs_audit.fleet.share import Broken, Share
from dcs_audit.fleet.twins import Twins
from dcs_audit.locale.phrases import Text
from dcs_audit.locale.sorting import vietnamese
from dcs_audit.verdicts.model import PackNote, Severity, Status

MOST_NAMED = 20
"""Units that are named where all cannot be: the worst, and of each target those behind."""

MOST_PROBLEMS = 1000
"""Problems of files that are kept; of a hundred thousand bad files the first tell enough."""

Grounds = tuple[int, int, int, float, int]


@dataclass(slots=True)
class Slice:
    """Units that have something in common: how many, how many of them with violations, and which."""

    units: int = 0
    faulty: int = 0
    violations: Counter[Severity] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    """Violations by group of duties."""

    def add(self, share: Share) -> None:
        """One more unit."""
        self.units += 1
        self.faulty += bool(share.broken)
        self.violations.update(share.summary.violations)
        for entry in share.broken:
            self.groups[entry.group] += entry.duties


@dataclass(slots=True)
class Rating:
    """Units of one rating; `best` is the highest score among them, None for units without a score."""

    title: Text | None
    best: float | None
    units: int = 0


@dataclass(slots=True)
class Frequent:
    """A rule and how often it is violated: by so many units, in so many duties."""

    title: Text
    group: str
    severity: Severity
    units: int = 0
    duties: int = 0


@dataclass(slots=True)
class Progress:
    """How a fleet stands towards a target. `behind` holds 0-based places among the audited units."""

    counts: Counter[Standing] = field(default_factory=Counter)
    behind: array[int] = field(default_factory=lambda: array("L"))
    names: list[str] = field(default_factory=list)
    """The first of those behind."""

    @property
    def reached(self) -> int:
        """Units that fulfil the target, with or without a waiver."""
        return sum(self.counts[standing] for standing in REACHED)

    @property
    def counted(self) -> int:
        """Units that count: all but exempt ones."""
        return self.counts.total() - self.counts[Standing.EXEMPT]

    def met(self, goal: Goal) -> bool | None:
        """Whether enough units fulfil the target; None where none counts."""
        return self.reached * 100 >= goal.percent * self.counted if self.counted else None

    def can_meet(self, goal: Goal) -> bool:
        """Whether it could still be met if all is well with the units under review or not yet due."""
        return (self.counted - self.counts[Standing.BEHIND]) * 100 >= goal.percent * self.counted


@dataclass(slots=True)
class Tally:
    """Everything that a report on a fleet says, but for the units' own reports."""

    units: int = 0
    duties: int = 0
    counts: Counter[Status] = field(default_factory=Counter)
    violations: Counter[Severity] = field(default_factory=Counter)
    ratings: dict[str | None, Rating] = field(default_factory=dict)
    types: dict[str | None, Slice] = field(default_factory=dict)
    provinces: dict[str | None, Slice] = field(default_factory=dict)
    parents: dict[str | None, Slice] = field(default_factory=dict)
    rules: dict[str, Frequent] = field(default_factory=dict)
    goals: dict[Goal, Progress] = field(default_factory=dict)
    groups: dict[str, Text] = field(default_factory=dict)
    packs: dict[str, PackNote] = field(default_factory=dict)
    rulebooks: dict[str, None] = field(default_factory=dict)
    engines: dict[str, None] = field(default_factory=dict)
    unverified: dict[str, None] = field(default_factory=dict)
    """Rules whose text was not compared with the official wording, as they were met."""
    not_audited: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    """The first of them, with what is wrong with them."""
    kept: int = 0
    """Problems of `failures`."""
    unowed: int = 0
    """Units that have no duty of what the run asks for."""
    twins: Twins = field(default_factory=Twins)
    complete: bool = True
    """False where the run was broken off."""
    _worst: list[tuple[Grounds, Share]] = field(default_factory=list)

    def add(self, share: Share) -> None:
        """One more unit."""
        summary, place = share.summary, self.units
        self.units += 1
        self.duties += summary.duties
        self.counts.update(summary.counts)
        self.violations.update(summary.violations)
        self._rate(share)
        for table, value in ((self.types, share.type), (self.provinces, share.province), (self.parents, share.parent)):
            table.setdefault(value, Slice()).add(share)
        for entry in share.broken:
            self._note(entry)
        for goal, standing in share.goals:
            self._count(goal, standing, share, place)
        for group in share.groups:
            self.groups.setdefault(group.id, group.title)
        for pack in share.packs:
            self.packs.setdefault(pack.name, pack)
        self.rulebooks.setdefault(share.rulebook)
        self.engines.setdefault(share.engine)
        self.unverified.update(dict.fromkeys(share.unverified))
        self._compare(share, place)
        self.unowed += share.unowed
        self.twins.add(share.mark, share.path)

    def fail(self, failure: Failure) -> None:
        """A unit that could not be audited."""
        self.not_audited.append(failure.name)
        problems = max(len(failure.problems), 1)
        if self.kept + problems <= MOST_PROBLEMS and len(self.failures) + 1 == len(self.not_audited):
            self.kept += problems
            self.failures.append(failure)

    @property
    def worst(self) -> list[Share]:
        """The units with the gravest violations, the worst first; of equal ones the first of the input."""
        return [share for _, share in sorted(self._worst, key=lambda entry: entry[0], reverse=True)]

    @property
    def frequent(self) -> list[tuple[str, Frequent]]:
        """Every violated rule, the most frequent first."""
        return sorted(self.rules.items(), key=lambda entry: (-entry[1].units, -entry[1].duties, entry[0]))

    @property
    def rated(self) -> list[tuple[str | None, Rating]]:
        """Ratings, the best first; units without one last."""
        return sorted(self.ratings.items(), key=lambda entry: (entry[1].best is None, -(entry[1].best or 0)))

    def _rate(self, share: Share) -> None:
        summary = share.summary
        rating = self.ratings.setdefault(summary.rating, Rating(summary.rating_title, summary.score))
        rating.units += 1
        if summary.score is not None:
            rating.best = max(summary.score, rating.best or 0)

    def _note(self, entry: Broken) -> None:
        found = self.rules.setdefault(entry.rule, Frequent(entry.title, entry.group, entry.severity))
        found.units += 1
        found.duties += entry.duties
        if list(Severity).index(entry.severity) < list(Severity).index(found.severity):
            found.severity = entry.severity

    def _count(self, goal: Goal, standing: Standing, share: Share, place: int) -> None:
        progress = self.goals.setdefault(goal, Progress())
        progress.counts[standing] += 1
        if standing is Standing.BEHIND:
            progress.behind.append(place)
            if len(progress.names) < MOST_NAMED:
                progress.names.append(share.name)

    def _compare(self, share: Share, place: int) -> None:
        if not share.broken:
            return
        critical, major, minor = (share.summary.violations.get(level, 0) for level in Severity)
        score = share.summary.score
        grounds = (critical, major, minor, 0.0 if score is None else -score, -place)
        keep = heapq.heappush if len(self._worst) < MOST_NAMED else heapq.heappushpop
        keep(self._worst, (grounds, share))


def largest(table: dict[str | None, Slice], most: int) -> tuple[list[tuple[str | None, Slice]], int]:
    """The `most` largest slices, units without an entry last among equals, and how many more there are."""
    ordered = sorted(table.items(), key=lambda entry: (-entry[1].units, entry[0] is None, vietnamese(entry[0] or "")))
    return list(islice(ordered, most)), max(0, len(ordered) - most)


def merged(slices: list[Slice]) -> Slice:
    """Several slices as one."""
    whole = Slice()
    for part in slices:
        whole.units += part.units
        whole.faulty += part.faulty
        whole.violations.update(part.violations)
        whole.groups.update(part.groups)
    return whole
