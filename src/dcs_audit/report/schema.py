"""The shape of what `--format json` writes, as JSON Schema without words: reports on one unit and on several.

Closed: it has every key that this version writes and no other, so that whoever reads reports can hold a program to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from dcs_audit.fleet.goals import Standing
from dcs_audit.records.schema import DIALECT, ref
from dcs_audit.records.schema import json_schema as unit_schema
from dcs_audit.report.fleet_json import FLEET_SCHEMA
from dcs_audit.report.json import REPORT_SCHEMA
from dcs_audit.report.problems_json import PROBLEMS_SCHEMA
from dcs_audit.verdicts.model import Severity, Status

Shape: TypeAlias = dict[str, Any]

_TEXT: Shape = {"type": "string"}
_TRUTH: Shape = {"type": "boolean"}
_COUNT: Shape = {"type": "integer", "minimum": 0}
_DIGEST: Shape = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_TEXT_OR_NULL: Shape = {"type": ["string", "null"]}
_LINE: Shape = {"type": ["integer", "null"], "minimum": 1}
_DAYS: Shape = {"type": ["integer", "null"], "minimum": 0}
_SCORE: Shape = {"type": ["number", "null"], "minimum": 0, "maximum": 100}
_STATUS: Shape = {"enum": [str(status) for status in Status]}
_SEVERITY: Shape = {"enum": [str(level) for level in Severity]}
_WITH_REASON = (str(Status.NEEDS_REVIEW), str(Status.NOT_APPLICABLE))

_UNREAD: Shape = {"input": ref("Path"), "problems": {"type": "array", "minItems": 1, "items": ref("Problem")}}

NOTATIONS: Mapping[str, Shape] = {
    "IsoDay": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-11-20"]},
    "DayOrNull": {"anyOf": [{"type": "null"}, ref("IsoDay")]},
    "DayOfYear": {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$", "examples": ["12-31"]},
}
"""How single values are written, by the name under `$defs`."""


def _part(keys: Mapping[str, Shape], optional: Iterable[str] = ()) -> Shape:
    """A mapping of these keys and no others."""
    needed = [key for key in keys if key not in set(optional)]
    return {"type": "object", "additionalProperties": False, "properties": dict(keys), "required": needed}


def _list(items: Shape) -> Shape:
    return {"type": "array", "items": items}


def report_schema() -> Shape:
    """The JSON Schema (2020-12) of the report on one unit, or of what kept it from being audited.

    A line of JSON Lines is one of these too.
    """
    unread = {"required": ["schema"], "properties": {"schema": {"const": PROBLEMS_SCHEMA}}}
    whole = {"type": "object", "if": unread, "then": ref("Problems"), "else": ref("Report")}
    parts = {"Report": _report(), "Problems": _problems()} | _parts()
    return {"$schema": DIALECT} | whole | {"$defs": parts}


def _problems() -> Shape:
    return _part({"schema": {"const": PROBLEMS_SCHEMA}, "tool": ref("Program")} | _UNREAD)


def fleet_schema() -> Shape:
    """The JSON Schema (2020-12) of a report on several units."""
    keys = {
        "schema": {"const": FLEET_SCHEMA},
        "units": _list(ref("Report")),
        "targets": _list(ref("Target")),
        "summary": ref("FleetSummary"),
        "notices": _list(_TEXT),
        "not_audited": _list(_TEXT),
        "problems": _list(ref("Unread")),
    }
    return {"$schema": DIALECT} | _part(keys) | {"$defs": {"Report": _report()} | _parts() | _fleet_parts()}


def _report() -> Shape:
    return _part(
        {
            "schema": {"const": REPORT_SCHEMA},
            "tool": ref("Tool"),
            "rulebook": ref("Rulebook"),
            "input": ref("Input"),
            "unit": ref("Unit"),
            "year": {"type": "integer", "minimum": 2000, "maximum": 2100},
            "as_of": ref("IsoDay"),
            "summary": ref("Summary"),
            "results": _list(ref("Result")),
            "notices": _list(_TEXT),
            "not_checked": _list(_TEXT),
            "plausibility": _list(ref("Oddity")),
        }
    )


def _parts() -> Shape:
    sentence = ref("Sentence")
    return {
        "Tool": _part({"name": {"const": "dcs-audit"}, "version": _TEXT, "engine": _TEXT}),
        "Rulebook": _part({"packs": _list(_TEXT) | {"minItems": 1}, "digest": _DIGEST}),
        "Input": _part({"path": _TEXT, "digest": _DIGEST}),
        **_unit_parts(),
        "Summary": _part(
            {
                "duties": _COUNT,
                "counts": ref("Counts"),
                "violations": ref("Violations"),
                "score": _SCORE,
                "rating": _TEXT_OR_NULL,
                "how": sentence,
            }
        ),
        "Counts": _part({str(status): _COUNT for status in Status}),
        "Violations": _part({str(level): _COUNT for level in Severity}),
        "Result": _result(),
        "Check": _check(),
        "Record": _part({"path": _TEXT, "line": _LINE}),
        "Waiver": _part({"reason": _TEXT, "approved_by": _TEXT, "until": ref("DayOrNull")}),
        "Program": _part({"name": {"const": "dcs-audit"}, "version": _TEXT}),
        "Path": _part({"path": _TEXT}),
        "Problem": _problem(),
        "Oddity": _part({"code": _TEXT, "record": _TEXT, "line": _LINE, "text": sentence}),
        "Citation": _part(
            {
                "source": _TEXT,
                "article": {"type": ["integer", "null"], "minimum": 1},
                "clause": {"type": ["integer", "string", "null"]},
                "point": _TEXT_OR_NULL,
                "label": _TEXT,
            }
        ),
        "Sentence": _part({"vi": _TEXT, "en": _TEXT}),
        **NOTATIONS,
    }


def _problem() -> Shape:
    keys = {
        "file": _TEXT,
        "line": _LINE,
        "column": _LINE,
        "path": _TEXT,
        "code": _TEXT,
        "message": ref("Sentence"),
        "value": _TEXT,
        "suggestion": _TEXT,
    }
    return _part(keys, ("value", "suggestion"))


def _result() -> Shape:
    sentence, cited = ref("Sentence"), _list(ref("Citation"))
    sometimes = {
        "underlying": _STATUS,
        "waiver": ref("Waiver"),
        "reason": {"anyOf": [sentence, {"type": "null"}]},
        "reason_basis": cited,
        "facts": _list(_TEXT),
    }
    always = {
        "rule": _TEXT,
        "duty": _TEXT,
        "group": _TEXT,
        "severity": _SEVERITY,
        "status": _STATUS,
        "title": sentence,
        "period": _TEXT,
        "subject": _TEXT_OR_NULL,
        "due": ref("DayOrNull"),
        "days": _DAYS,
        "basis": cited,
        "checks": _list(ref("Check")),
        "records": _list(ref("Record")),
        "message": sentence,
        "remedy": sentence,
        "verified": _TRUTH,
        "attested": _TRUTH,
    }
    waived = {"underlying", "waiver"}
    doubtful = {"reason", "reason_basis", "facts"}
    return _part(always | sometimes, sometimes) | {
        "allOf": [
            {
                "if": {"properties": {"status": {"const": str(Status.WAIVED)}}},
                "then": {"required": sorted(waived)},
                "else": {"properties": dict.fromkeys(sorted(waived), False)},
            },
            {
                "if": {"properties": {"status": {"enum": list(_WITH_REASON)}}},
                "then": {"required": sorted(doubtful)},
            },
        ]
    }


def _check() -> Shape:
    return _part(
        {
            "id": _TEXT,
            "status": _STATUS,
            "expected": _TEXT,
            "actual": _TEXT,
            "record": _TEXT,
            "line": _LINE,
            "basis": _list(ref("Citation")),
            "title": ref("Sentence"),
            "severity": _SEVERITY,
            "due": ref("DayOrNull"),
            "days": _DAYS,
            "verified": _TRUTH,
        }
    )


_AS_WRITTEN: Mapping[str, Shape] = {
    "RequiredText": _TEXT,
    "Text": _TEXT,
    "Count": _COUNT,
    "Flag": _TRUTH,
    "Day": ref("IsoDay"),
    "DayOfYear": ref("DayOfYear"),
}
"""What a value of the unit file is in a report, by how it is written there."""


def _unit_parts() -> Shape:
    """The unit as its file gives it, unknown facts left out."""
    parts = unit_schema()["$defs"]
    return {
        name: _part(
            {key: _submitted(shape) for key, shape in parts[name]["properties"].items()}, _unneeded(parts[name])
        )
        for name in ("Unit", "Village", "Project")
    }


def _unneeded(part: Shape) -> list[str]:
    return [key for key in part["properties"] if key not in part["required"]]


def _submitted(shape: Shape) -> Shape:
    name = shape.get("$ref", "").rpartition("/")[2]
    if name in _AS_WRITTEN:
        return _AS_WRITTEN[name]
    first: Shape = next((option for option in shape.get("anyOf", ()) if option != {"type": "null"}), shape)
    return {key: "array" if key == "type" and "items" in first else value for key, value in first.items()}


def _fleet_parts() -> Shape:
    sentence, violations = ref("Sentence"), ref("Violations")
    place = {"units": _COUNT, "with_violations": _COUNT, "violations": violations, "groups": ref("Groups")}
    return {
        "Unread": _part(_UNREAD),
        "Target": _part(
            {
                "id": _TEXT,
                "title": sentence,
                "basis": _list(_TEXT),
                "rules": _list(_TEXT),
                "types": _list(_TEXT),
                "percent": {"type": "integer", "minimum": 1, "maximum": 100},
                "reached": _COUNT,
                "of": _COUNT,
                "met": {"type": ["boolean", "null"]},
                "counts": ref("Standings"),
                "behind": _list(_COUNT),
            }
        ),
        "Standings": _part({str(standing): _COUNT for standing in Standing}),
        "FleetSummary": _part(
            {
                "units": _COUNT,
                "duties": _COUNT,
                "counts": ref("Counts"),
                "violations": violations,
                "complete": _TRUTH,
                "ratings": _list(ref("RatingCount")),
                "types": _list(ref("TypeCount")),
                "provinces": _list(ref("ProvinceCount")),
                "parents": _list(ref("ParentCount")),
                "rules": _list(ref("RuleCount")),
                "worst": _list(ref("WorstUnit")),
            }
        ),
        "RatingCount": _part(
            {"rating": _TEXT_OR_NULL, "title": {"anyOf": [sentence, {"type": "null"}]}, "units": _COUNT}
        ),
        "TypeCount": _part({"type": _TEXT_OR_NULL, **place}),
        "ProvinceCount": _part({"province": _TEXT_OR_NULL, **place}),
        "ParentCount": _part({"parent": _TEXT_OR_NULL, **place}),
        "Groups": {"type": "object", "additionalProperties": _COUNT},
        "RuleCount": _part(
            {
                "rule": _TEXT,
                "title": sentence,
                "group": _TEXT,
                "severity": _SEVERITY,
                "units": _COUNT,
                "duties": _COUNT,
            }
        ),
        "WorstUnit": _part({"name": _TEXT, "path": _TEXT, "violations": violations, "score": _SCORE}),
    }
