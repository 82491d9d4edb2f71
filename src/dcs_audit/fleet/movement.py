"""What the comparisons of many units come to together; it does not grow with their number."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field

from dcs_audit.fleet.tally import MOST_NAMED
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.comparing import Comparison, Doubt, Kind
from dcs_audit.verdicts.model import Severity, Status

_WEIGHT = tuple(reversed(Severity))


@dataclass(slots=True)
class Named:
    """How many units, and the names of the first."""

    units: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        """One more unit."""
        self.units += 1
        if len(self.names) < MOST_NAMED:
            self.names.append(name)


@dataclass(slots=True)
class Spread:
    """A rule newly violated: by so many units, in so many duties."""

    title: Text
    units: int = 0
    duties: int = 0


@dataclass(frozen=True, slots=True)
class Setback:
    """A unit in which something is new or worse."""

    name: str
    path: str
    counts: Counter[Kind]


@dataclass(slots=True)
class Movement:
    """Everything that is said about two fleets together. A unit is better, worse or neither: see Comparison."""

    units: int = 0
    better: int = 0
    worse: int = 0
    counts: Counter[Kind] = field(default_factory=Counter)
    put_right: int = 0
    newly_due: int = 0
    hidden: Counter[Status | None] = field(default_factory=Counter)
    """Violations that are gone without having been put right, by what they are now; None is no such duty."""
    moved: Counter[tuple[Status | None, Status | None]] = field(default_factory=Counter)
    by_evidence: int = 0
    """Those of `moved` that lacking evidence alone has changed."""
    same: int = 0
    doubts: dict[Doubt, Named] = field(default_factory=dict)
    rules: dict[str, Spread] = field(default_factory=dict)
    _worst: list[tuple[tuple[int, ...], Setback]] = field(default_factory=list)

    def add(self, comparison: Comparison) -> None:
        """One more unit."""
        self.units += 1
        self.better += comparison.is_better
        self.worse += comparison.is_worse
        self.counts.update(comparison.counts)
        self.moved.update(comparison.moved)
        self.by_evidence += len(comparison.by_evidence)
        self.same += comparison.same
        for doubt in comparison.doubts:
            self.doubts.setdefault(doubt, Named()).add(comparison.new.name)
        self._changes(comparison)
        if comparison.is_worse:
            self._compare(comparison)

    @property
    def worst(self) -> list[Setback]:
        """The units with most of what is gravest new or worse, the worst first; of equal ones the first met."""
        return [setback for _, setback in sorted(self._worst, key=lambda entry: entry[0], reverse=True)]

    @property
    def frequent(self) -> list[tuple[str, Spread]]:
        """Rules newly violated, the most frequent first."""
        return sorted(self.rules.items(), key=lambda entry: (-entry[1].units, -entry[1].duties, entry[0]))

    def _changes(self, comparison: Comparison) -> None:
        broken: set[str] = set()
        for change in comparison.changes:
            self.put_right += change.put_right
            if change.kind is Kind.FIXED and not change.put_right:
                self.hidden[change.after.status if change.after else None] += 1
            if change.kind is Kind.NEW:
                self.newly_due += change.newly_due
                rule = self.rules.setdefault(change.duty.rule, Spread(change.duty.title))
                rule.duties += 1
                rule.units += change.duty.rule not in broken
                broken.add(change.duty.rule)

    def _compare(self, comparison: Comparison) -> None:
        failing = [*comparison.of(Kind.NEW), *comparison.of(Kind.WORSE)]
        levels = Counter(_WEIGHT.index(change.duty.severity) for change in failing)
        grounds = (*(levels[level] for level in range(len(_WEIGHT) - 1, -1, -1)), -self.units)
        setback = Setback(comparison.new.name, comparison.new.path, comparison.counts)
        keep = heapq.heappush if len(self._worst) < MOST_NAMED else heapq.heappushpop
        keep(self._worst, (grounds, setback))
