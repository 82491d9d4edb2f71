"""What one unit's report adds to the report on all: small, and able to travel between processes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dcs_audit.fleet.goals import Goal, Standing, standings
from dcs_audit.fleet.twins import mark_of
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Group, PackNote, Report, Severity, Summary

_KNOWN_BY = ("type", "name", "parent", "province", "code")
_BY_WEIGHT = {level: place for place, level in enumerate(Severity)}


class Broken(NamedTuple):
    """A rule that a unit violates, in `duties` of its duties; the severity is that of the worst."""

    rule: str
    title: Text
    group: str
    severity: Severity
    duties: int


# Named tuples: every unit's share travels from the process that audited it, and data classes are slow travellers.
class Share(NamedTuple):
    """One unit's part in a fleet: who it is, its counts, the rules it violates, how it stands towards targets.

    `province` and `parent` are None where the record does not say.
    """

    path: str
    name: str
    type: str
    province: str | None
    parent: str | None
    summary: Summary
    broken: tuple[Broken, ...]
    goals: tuple[tuple[Goal, Standing], ...]
    groups: tuple[Group, ...]
    packs: tuple[PackNote, ...]
    rulebook: str
    engine: str
    unverified: tuple[str, ...]
    """Rules whose text was not compared with the official wording."""
    mark: int
    """Stands for the unit and its year, by all that it is known by."""
    unowed: bool = False
    """Whether the unit has no duty of what the run asks for."""


def share_of(report: Report, goals: Iterable[Goal]) -> Share:
    """The part of a unit whose report holds all its results."""
    unit = report.unit
    return Share(
        path=report.input_path,
        name=str(unit.get("name", "")),
        type=str(unit.get("type", "")),
        province=_text(unit.get("province")),
        parent=_text(unit.get("parent")),
        summary=report.summary,
        broken=_broken(report),
        goals=standings(goals, unit.get("type"), report.results),
        groups=report.groups,
        packs=report.packs,
        rulebook=report.rulebook_digest,
        engine=report.engine,
        unverified=tuple(dict.fromkeys(result.rule for result in report.results if not result.verified)),
        mark=mark_of(report.year, *map(unit.get, _KNOWN_BY)),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _broken(report: Report) -> tuple[Broken, ...]:
    found: dict[str, Broken] = {}
    for result in report.results:
        if result.is_violation:
            before = found.get(result.rule)
            worst = min((result.severity, *([before.severity] if before else [])), key=_BY_WEIGHT.__getitem__)
            duties = 1 + (before.duties if before else 0)
            found[result.rule] = Broken(result.rule, result.title, result.group, worst, duties)
    return tuple(found.values())
