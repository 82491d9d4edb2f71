"""What the sheets about all units need of each, small enough to be put aside."""

from __future__ import annotations

from typing import NamedTuple

from dcs_audit.fleet.share import Share
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.verdicts.model import Severity, Status


class Entry(NamedTuple):
    """One unit: `counts` in the order of Status, `levels` of Severity; `groups` has violations by group of duties."""

    name: str
    path: str
    type: str
    province: str | None
    parent: str | None
    counts: tuple[int, ...]
    levels: tuple[int, ...]
    score: float | None
    rating: str
    groups: dict[str, int]
    goals: dict[str, str]
    """Where it stands towards each target of its own, by the target's id."""
    notices: tuple[str, ...]
    limits: tuple[str, ...]


def entry_of(share: Share, notices: tuple[str, ...], limits: tuple[str, ...], lang: Lang) -> Entry:
    """The unit whose share that is."""
    summary = share.summary
    groups: dict[str, int] = {}
    for broken in share.broken:
        groups[broken.group] = groups.get(broken.group, 0) + broken.duties
    return Entry(
        share.name,
        share.path,
        share.type,
        share.province,
        share.parent,
        tuple(summary.counts.get(status, 0) for status in Status),
        tuple(summary.violations.get(level, 0) for level in Severity),
        summary.score,
        say(summary.rating_title, lang) if summary.rating_title else "",
        groups,
        {goal.id: standing.value for goal, standing in share.goals},
        notices,
        limits,
    )
