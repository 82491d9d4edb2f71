"""The units that a report on a fleet names: all of a small one, of a large one those with the gravest violations."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from dcs_audit.fleet.share import Share
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Severity, Status

MOST_LISTED = 2_000
"""Units named in one file; more make it slow to open and nobody reads them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One unit's line: `violations` from critical to minor."""

    name: str
    path: str
    type: str
    rating: Text | None
    violations: tuple[int, ...]
    needs_review: int
    pending: int
    score: float | None


class Roster:
    """Keeps at most `most` units while they go by, whatever their number."""

    def __init__(self, most: int = MOST_LISTED) -> None:
        self.most = most
        self._met = 0
        self._kept: list[tuple[tuple[float, ...], Line]] = []

    def add(self, share: Share) -> None:
        """One more unit."""
        line = _line(share)
        # No score means that nothing was due; the place makes every entry different, so lines are never compared.
        grounds = (*line.violations, 0.0 if line.score is None else -line.score, line.needs_review, -self._met)
        self._met += 1
        keep = heapq.heappush if len(self._kept) < self.most else heapq.heappushpop
        keep(self._kept, (grounds, line))

    @property
    def lines(self) -> list[Line]:
        """The worst first; of equal ones the first of the input."""
        return [line for _, line in sorted(self._kept, key=lambda entry: entry[0], reverse=True)]

    @property
    def left(self) -> int:
        """Units that are not kept."""
        return self._met - len(self._kept)


def _line(share: Share) -> Line:
    summary = share.summary
    return Line(
        name=share.name,
        path=share.path,
        type=share.type,
        rating=summary.rating_title,
        violations=tuple(summary.violations.get(level, 0) for level in Severity),
        needs_review=summary.counts[Status.NEEDS_REVIEW],
        pending=summary.counts[Status.PENDING],
        score=summary.score,
    )
