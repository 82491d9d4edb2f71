"""What a case's facts demand that an engine finds, counted again in the plainest way.

Not a third engine to choose from: a guard. Whatever decides which duties are owed and which records answer them must
have been found, once each; a match lost on the way would otherwise make a false report.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable

from dcs_audit.duties.casefile import CaseFile
from dcs_audit.engine.program import NO, OPS, UNKNOWN, UNPLACED, YES

Row = tuple[int, ...]

_COMPARE: dict[int, Callable[[int, int], bool]] = {number: getattr(operator, op) for op, number in OPS.items()}


def recount(case: CaseFile) -> dict[str, list[Row]]:
    """By name of an engine rule (all failing comparisons as one), what each of its matches is about, sorted."""
    rows: dict[str, list[Row]] = {}
    for kind, values in case.facts:
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
    facts = {name: (known, value) for name, known, value in rows.get("fact", ())}
    failing = [row for row in rows.get("condition", ()) if facts[row[1]][0] and not _holds(row, facts[row[1]][1])]
    unknown = [row[:2] for row in rows.get("condition", ()) if not facts[row[1]][0]]
    truth = {gate: YES for (gate,) in rows.get("gate", ())}
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


def _holds(condition: Row, value: int) -> bool:
    _, _, op, wanted = condition
    return _COMPARE[op](value, wanted)


def _answers(rows: dict[str, list[Row]], owed: Iterable[Row]) -> dict[str, list[Row]]:
    ((today,),) = rows["today"]
    by_slot: dict[int, list[int]] = {}
    for candidate, slot, day, _ in rows.get("record", ()):
        if day <= today:
            by_slot.setdefault(slot, []).append(candidate)
    tenures: dict[int, list[int]] = {}
    for candidate, slot, first, last in rows.get("tenure", ()):
        if first <= today <= last:
            tenures.setdefault(slot, []).append(candidate)
    loose = rows.get("loose", ())
    found: dict[str, list[Row]] = {"answered": [], "answered_by_tenure": [], "unplaced": [], "left_open": []}
    for duty, slot, topic, period, *_ in owed:
        found["answered"] += [(duty, candidate) for candidate in by_slot.get(slot, ())]
        found["answered_by_tenure"] += [(duty, candidate) for candidate in tenures.get(slot, ())]
        for candidate, about, when in loose:
            if about == topic and when == UNPLACED:
                found["unplaced"].append((duty, candidate))
            elif about == topic and when == period:
                found["left_open"].append((duty, candidate))
    return found
