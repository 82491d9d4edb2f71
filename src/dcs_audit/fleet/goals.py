"""Targets of plans (chỉ tiêu): how a unit stands towards one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import VIOLATIONS, Citation, DutyResult, Status

if TYPE_CHECKING:
    from dcs_audit.law.rulebook import Rulebook


class Standing(StrEnum):
    """Where one unit stands towards one target."""

    ACHIEVED = "achieved"
    WAIVED = "waived"
    """Achieved, but for some duty only a waiver says so."""
    BEHIND = "behind"
    NEEDS_REVIEW = "needs_review"
    PENDING = "pending"
    EXEMPT = "exempt"
    """None of the target's duties applies to the unit: it does not count."""


REACHED = (Standing.ACHIEVED, Standing.WAIVED)
"""Standings that count as fulfilling the target."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A target as reports show it: so many of a hundred units of `types` that fulfil `rules`."""

    id: str
    title: Text
    basis: tuple[Citation, ...]
    rules: tuple[str, ...]
    types: tuple[str, ...]
    percent: int


def goals_of(rulebook: Rulebook) -> tuple[Goal, ...]:
    """The targets of all packs of a rulebook, in their order."""
    return tuple(
        Goal(
            target.id,
            Text(target.title.vi, target.title.en),
            tuple(rulebook.cite(cite) for cite in target.basis),
            target.rules,
            target.applies_to,
            target.percent,
        )
        for target in rulebook.targets
    )


def standings(
    goals: Iterable[Goal], unit_type: object, results: Sequence[DutyResult]
) -> tuple[tuple[Goal, Standing], ...]:
    """How a unit stands towards each target that is meant for its type."""
    meant = [goal for goal in goals if unit_type in goal.types]
    if not meant:
        return ()
    found: dict[str, set[Status]] = {}
    for result in results:
        found.setdefault(result.rule, set()).add(result.status)
    return tuple((goal, _standing(goal, found)) for goal in meant)


def _standing(goal: Goal, found: Mapping[str, set[Status]]) -> Standing:
    """Any violation leaves the unit behind; then what is unknown counts, then what is not yet due."""
    statuses = set().union(*(found.get(rule, set()) for rule in goal.rules)) - {Status.NOT_APPLICABLE}
    if not statuses:
        return Standing.EXEMPT
    if statuses & set(VIOLATIONS):
        return Standing.BEHIND
    if Status.NEEDS_REVIEW in statuses:
        return Standing.NEEDS_REVIEW
    if Status.PENDING in statuses:
        return Standing.PENDING
    return Standing.WAIVED if Status.WAIVED in statuses else Standing.ACHIEVED
