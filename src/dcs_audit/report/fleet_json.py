"""Several reports as data, written as they come: `dcs-audit/fleet@1` around them, or one on each line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dcs_audit.fleet.goals import Goal, Standing
from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import Progress, Slice, Tally, largest
from dcs_audit.locale.phrases import both, say
from dcs_audit.report.fleet_notes import fleet_notes
from dcs_audit.report.interface import Options
from dcs_audit.report.json import render_line, report_object
from dcs_audit.report.json_parts import anything, listing, pad
from dcs_audit.report.problems_json import of_file
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.model import Report, Severity, Status

FLEET_SCHEMA = "dcs-audit/fleet@1"


# Parts are the bytes that are written: they are made where the unit is audited, and nobody need look at them again.


def part(report: Report, options: Options) -> bytes:
    """A unit's object, indented as it stands in a fleet."""
    return report_object(report, options, 2).encode("utf-8")


def line(report: Report, options: Options) -> bytes:
    """A unit's line."""
    return render_line(report, options).encode("utf-8")


class JsonFrame:
    """Units first, as they come; targets, summary and failures when all have gone by."""

    def __init__(self, options: Options) -> None:
        self._between, self._lang = "", options.lang

    def begin(self) -> str:
        """The beginning of the object."""
        return f'{{{pad(1)}"schema": "{FLEET_SCHEMA}",{pad(1)}"units": ['

    def unit(self, part: bytes, share: Share) -> bytes:
        """One more unit."""
        between = f"{self._between}{pad(2)}".encode()
        self._between = ","
        return between + part

    def end(self, tally: Tally) -> str:
        """The rest of the object. `behind` of a target holds 0-based places in `units`.

        `not_audited` names every file without a report, `problems` says of the first of them what is wrong.
        """
        close = f"{pad(1)}]" if self._between else "]"
        targets = listing((anything(_target(*entry), 2) for entry in tally.goals.items()), 1)
        notices = [say(sentence, self._lang) for sentence in fleet_notes(tally)]
        return (
            f'{close},{pad(1)}"targets": {targets},{pad(1)}"summary": {anything(summary(tally), 1)},'
            f'{pad(1)}"notices": {anything(notices, 1)},{pad(1)}"not_audited": {anything(tally.not_audited, 1)},'
            f'{pad(1)}"problems": {anything([of_file(failure) for failure in tally.failures], 1)}\n}}\n'
        )


class LinesFrame:
    """JSON Lines: each unit is whole by itself."""

    def __init__(self, options: Options) -> None:
        pass

    def begin(self) -> str:
        """Nothing."""
        return ""

    def unit(self, part: bytes, share: Share) -> bytes:
        """The unit's line."""
        return part

    def end(self, tally: Tally) -> str:
        """Nothing: whatever reads lines would take it for a unit."""
        return ""


def _target(goal: Goal, progress: Progress) -> dict[str, Any]:
    return {
        "id": goal.id,
        "title": dict(both(goal.title)),
        "basis": [article_first(place) for place in goal.basis],
        "rules": list(goal.rules),
        "types": list(goal.types),
        "percent": goal.percent,
        "reached": progress.reached,
        "of": progress.counted,
        "met": progress.met(goal),
        "counts": {standing.value: progress.counts[standing] for standing in Standing},
        "behind": list(progress.behind),
    }


def summary(tally: Tally) -> dict[str, Any]:
    """What the units come to together, as plain data."""
    return {
        "units": tally.units,
        "duties": tally.duties,
        "counts": {status.value: tally.counts[status] for status in Status},
        "violations": _levels(tally.violations),
        "complete": tally.complete,
        "ratings": [
            {"rating": name, "title": dict(both(entry.title)) if entry.title else None, "units": entry.units}
            for name, entry in tally.rated
        ],
        "types": _slices("type", tally.types),
        "provinces": _slices("province", tally.provinces),
        "parents": _slices("parent", tally.parents),
        "rules": [
            {
                "rule": rule,
                "title": dict(both(entry.title)),
                "group": entry.group,
                "severity": entry.severity.value,
                "units": entry.units,
                "duties": entry.duties,
            }
            for rule, entry in tally.frequent
        ],
        "worst": [_unit(share) for share in tally.worst],
    }


def _levels(violations: Any) -> dict[str, int]:
    return {level.value: violations.get(level, 0) for level in Severity}


def _slices(kind: str, table: dict[str | None, Slice]) -> list[dict[str, Any]]:
    return [_slice(kind, entry) for entry in largest(table, len(table))[0]]


def _slice(kind: str, entry: tuple[str | None, Slice]) -> dict[str, Any]:
    name, part = entry
    return {
        kind: name,
        "units": part.units,
        "with_violations": part.faulty,
        "violations": _levels(part.violations),
        "groups": _counts(part.groups.items()),
    }


def _counts(entries: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(sorted(entries))


def _unit(share: Share) -> dict[str, Any]:
    return {
        "name": share.name,
        "path": share.path,
        "violations": _levels(share.summary.violations),
        "score": share.summary.score,
    }
