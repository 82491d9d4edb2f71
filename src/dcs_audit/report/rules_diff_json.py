"""Changes between two days as data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dcs_audit.report.words import article_first

if TYPE_CHECKING:
    from dcs_audit.law.basics import Cite, DatedValue
    from dcs_audit.law.changes import Changed, Changes, NumberChange, Opening, Turn
    from dcs_audit.law.model import Rule
    from dcs_audit.law.rulebook import Rulebook

SCHEMA = "dcs-audit/rules-diff@1"


def render(changes: Changes, rulebook: Rulebook, unit_type: str | None) -> str:
    """Every type of unit with a change, and the texts and subtypes that begin or end."""
    data = {
        "schema": SCHEMA,
        "packs": [pack.name for pack in rulebook.packs],
        "digest": rulebook.digest,
        "from": changes.start.isoformat(),
        "to": changes.end.isoformat(),
        "type": unit_type,
        "types": {
            one.unit_type: {
                "added": [_rule(rule, rulebook) for rule in one.added],
                "removed": [_rule(rule, rulebook) for rule in one.removed],
                "changed": [_changed(pair, rulebook) for pair in one.changed],
            }
            for one in changes.types
        },
        "sources": [_turn(turn) for turn in changes.sources],
        "subtypes": [_turn(turn) for turn in changes.subtypes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title.model_dump(),
        "severity": rule.severity,
        "applies_to": list(rule.applies_to),
        "in_force": rule.in_force.model_dump(mode="json", by_alias=True, exclude_none=True),
        "basis": _cited(rule.basis, rulebook),
        "verified": rule.verified,
    }


def _changed(pair: Changed, rulebook: Rulebook) -> dict[str, Any]:
    return {
        **_rule(pair.after, rulebook),
        "words": [{"path": list(word.path), "before": word.before, "after": word.after} for word in pair.words],
        "checks_added": list(pair.checks_added),
        "checks_removed": list(pair.checks_removed),
        "parameters": [_number(number, rulebook) for number in pair.numbers],
        "openings": [_opening(opening) for opening in pair.openings],
        "sources": [_turn(turn) for turn in pair.sources],
    }


def _number(change: NumberChange, rulebook: Rulebook) -> dict[str, Any]:
    def dated(value: DatedValue) -> dict[str, Any]:
        return {
            "from": value.from_.isoformat(),
            "value": value.value,
            "basis": _cited(value.basis, rulebook),
            "verified": value.verified,
        }

    parameter = change.parameter
    return {
        "parameter": parameter.id,
        "title": parameter.title.model_dump(),
        "unit": parameter.unit,
        "before": dated(change.before),
        "after": dated(change.after),
    }


def _opening(opening: Opening) -> dict[str, Any]:
    return {
        "check": None if opening.check is None else opening.check.name,
        "path": list(opening.path),
        "from": opening.day.isoformat(),
        "part": opening.part.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {"id": turn.entry.id, "title": turn.entry.title.model_dump(), "begins": turn.begins, "day": str(turn.day)}


def _cited(basis: Iterable[Cite], rulebook: Rulebook) -> list[dict[str, Any]]:
    return [{**cite.model_dump(exclude_none=True), "label": article_first(rulebook.cite(cite))} for cite in basis]
