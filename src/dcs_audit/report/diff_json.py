"""A comparison as data, `dcs-audit/diff@1`: units as they come, and at the end what they come to together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dcs_audit import __version__
from dcs_audit.fleet.movement import Movement
from dcs_audit.locale.phrases import LANGS
from dcs_audit.report.diff_words import doubts, fleet_doubts
from dcs_audit.report.json_parts import anything, pad, quoted
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.comparing import Change, Comparison, Doubt, Kind
from dcs_audit.verdicts.matching import Who
from dcs_audit.verdicts.model import Status
from dcs_audit.verdicts.saved import SavedDuty, SavedReport

SCHEMA = "dcs-audit/diff@1"


class JsonDiff:
    """Gives the output piece by piece, so that nothing of a unit must be kept."""

    def __init__(self) -> None:
        self._between = ""

    def begin(self, old: str, new: str) -> str:
        """The beginning of the object; `old` and `new` are the files compared."""
        tool = anything({"name": "dcs-audit", "version": __version__}, 1)
        return (
            f'{{{pad(1)}"schema": "{SCHEMA}",{pad(1)}"tool": {tool},{pad(1)}"old": {quoted(old)},'
            f'{pad(1)}"new": {quoted(new)},{pad(1)}"units": ['
        )

    def unit(self, comparison: Comparison) -> str:
        """One more unit."""
        text = f"{self._between}{pad(2)}{anything(_unit(comparison), 2)}"
        self._between = ","
        return text

    def end(self, movement: Movement, only: tuple[Sequence[Who], Sequence[Who]], not_audited: Sequence[str]) -> str:
        """The rest of the object."""
        rest = {
            "only_old": [_who(unit) for unit in only[0]],
            "only_new": [_who(unit) for unit in only[1]],
            "not_audited": list(not_audited),
            "warnings": [
                dict(zip(LANGS, told, strict=True))
                for told in zip(
                    *(fleet_doubts(movement, len(only[0]), not_audited, lang) for lang in LANGS), strict=True
                )
            ],
            "summary": _summary(movement),
        }
        close = f"{pad(1)}]" if self._between else "]"
        parts = "".join(f",{pad(1)}{quoted(name)}: {anything(value, 1)}" for name, value in rest.items())
        return f"{close}{parts}\n}}\n"


def _unit(comparison: Comparison) -> dict[str, Any]:
    new = comparison.new
    return {
        "name": new.name,
        "type": new.type,
        "parent": new.parent or None,
        "old": _run(comparison.old),
        "new": _run(new),
        "warnings": [
            {"code": doubt.value, **dict(zip(LANGS, told, strict=True))}
            for doubt, told in zip(
                comparison.doubts, zip(*(doubts(comparison, lang) for lang in LANGS), strict=True), strict=True
            )
        ],
        "counts": {kind.value: comparison.counts[kind] for kind in Kind},
        "newly_due": sum(change.newly_due for change in comparison.changes),
        "changes": [_change(change) for change in comparison.changes],
        "other": _moved(comparison.moved),
        "by_evidence": [_by_evidence(*pair) for pair in comparison.by_evidence],
        "same": comparison.same,
    }


def _run(report: SavedReport) -> dict[str, Any]:
    return {
        "name": report.name,
        "path": report.path,
        "year": report.year,
        "as_of": report.as_of.isoformat(),
        "rulebook": {"packs": list(report.packs), "digest": report.digest},
        "violations": report.violations,
    }


def _change(change: Change) -> dict[str, Any]:
    duty = change.duty
    return {
        "kind": change.kind.value,
        "newly_due": change.newly_due,
        "put_right": change.put_right,
        "rule": duty.rule,
        "duty": duty.duty,
        "title": {"vi": duty.title.vi, "en": duty.title.en},
        "period": duty.period,
        "subject": duty.subject,
        "before": _verdict(change.before),
        "after": _verdict(change.after),
        "basis": [article_first(place) for place in duty.basis],
        "remedy": {"vi": duty.remedy.vi, "en": duty.remedy.en},
    }


def _verdict(duty: SavedDuty | None) -> dict[str, Any] | None:
    if duty is None:
        return None
    return {
        "status": duty.status.value,
        "severity": duty.severity.value,
        "due": duty.due.isoformat() if duty.due else None,
        "days": duty.days,
        "failed_checks": duty.failed,
        "evidence_lacking": list(duty.lacking),
    }


def _by_evidence(before: SavedDuty, after: SavedDuty) -> dict[str, Any]:
    return {
        "rule": after.rule,
        "duty": after.duty,
        "title": {"vi": after.title.vi, "en": after.title.en},
        "period": after.period,
        "subject": after.subject,
        "before": _verdict(before),
        "after": _verdict(after),
    }


def _moved(moved: Counter[tuple[Status | None, Status | None]]) -> list[dict[str, Any]]:
    ordered = sorted(moved.items(), key=lambda entry: (-entry[1], str(entry[0])))
    return [{"before": before, "after": after, "duties": number} for (before, after), number in ordered]


def _who(unit: Who) -> dict[str, Any]:
    return {"name": unit.name, "path": unit.path, "year": unit.year, "violations": unit.violations}


def _summary(movement: Movement) -> dict[str, Any]:
    return {
        "units": movement.units,
        "better": movement.better,
        "worse": movement.worse,
        "counts": {kind.value: movement.counts[kind] for kind in Kind},
        "newly_due": movement.newly_due,
        "put_right": movement.put_right,
        "gone_not_passed": [
            {"after": status, "duties": number}
            for status, number in sorted(movement.hidden.items(), key=lambda entry: str(entry[0]))
        ],
        "other": _moved(movement.moved),
        "by_evidence": movement.by_evidence,
        "same": movement.same,
        "doubts": {doubt.value: movement.doubts[doubt].units for doubt in Doubt if doubt in movement.doubts},
        "rules": [
            {
                "rule": rule,
                "title": {"vi": entry.title.vi, "en": entry.title.en},
                "units": entry.units,
                "duties": entry.duties,
            }
            for rule, entry in movement.frequent
        ],
        "worst": [
            {"name": unit.name, "path": unit.path, "counts": {kind.value: unit.counts[kind] for kind in Kind}}
            for unit in movement.worst
        ],
    }
