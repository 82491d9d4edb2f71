"""What facts demand that an engine finds, counted again in the plainest way.

Not a third engine to choose from: a guard. Whatever decides which duties are owed and which records answer them must
have been found, once each; a match lost on the way would otherwise make a false report.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable

from dcs_audit.engine.interface import Fact
from dcs_audit.engine.program import NO, OPS, UNKNOWN, YES

Row = tuple[int, ...]

_COMPARE: dict[int, Callable[[int, int], bool]] = {number: getattr(operator, op) for op, number in OPS.items()}


def recount(facts: Iterable[Fact]) -> dict[str, list[Row]]:
    """By name of an engine rule (all failing comparisons as one), what each of its matches is about, sorted."""
    rows: dict[str, list[Row]] = {}
    for kind, values in facts:
        rows.setdefault(kind, []).append(values)
    found = _gates(rows)
    out = {
        duty for name in ("out_of_scope", "exempted", "scope_unknown", "exemption_unknown") for duty, _ in found[name]
    }
    standing = [row for row in rows.get("claim", ()) if row[0] not in out]
    found["claim_stands"] = [row[:1] for row in standing]
    found |= _answers(rows, [*rows.get("owed", ()), *standing])
    return {name: sorted(about) for name, about in found.items()}


def _gates(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    failing = [row for row in rows.get("condition", ()) if row[2] and not _holds(row)]
    unknown = [row[:2] for row in rows.get("condition", ()) if not row[2]]
    truth = {row[0]: row[1] for row in rows.get("truth", ())}
    truth |= {gate: YES for (gate,) in rows.get("gate", ())}
    truth |= {row[0]: UNKNOWN for row in unknown}
    truth |= {row[0]: NO for row in failing}

    def behind(kind: str, value: int) -> list[Row]:
        return [row for row in rows.get(kind, ()) if truth[row[1]] == value]

    return {
        "condition_fails": failing,
        "condition_unknown": unknown,
        "out_of_scope": behind("scope", NO),
        "exempted": behind("exemption", YES),
        "scope_unknown": behind("scope", UNKNOWN),
        "exemption_unknown": behind("exemption", UNKNOWN),
    }


def _holds(condition: Row) -> bool:
    *_, op, margin = condition
    return _COMPARE[op](margin, 0)


def _answers(rows: dict[str, list[Row]], owed: Iterable[Row]) -> dict[str, list[Row]]:
    records: dict[int, list[int]] = {}
    for candidate, slot, day, _ in rows.get("record", ()):
        if day <= 0:
            records.setdefault(slot, []).append(candidate)
    tenures: dict[int, list[int]] = {}
    for candidate, slot, first, last in rows.get("tenure", ()):
        if first <= 0 <= last:
            tenures.setdefault(slot, []).append(candidate)
    loose: dict[int, list[int]] = {}
    for candidate, area in rows.get("loose", ()):
        loose.setdefault(area, []).append(candidate)
    found: dict[str, list[Row]] = {"answered": [], "answered_by_tenure": [], "left_open": []}
    for duty, slot, area, *_ in owed:
        found["answered"] += [(duty, candidate) for candidate in records.get(slot, ())]
        found["answered_by_tenure"] += [(duty, candidate) for candidate in tenures.get(slot, ())]
        found["left_open"] += [(duty, candidate) for candidate in loose.get(area, ())]
    return found
