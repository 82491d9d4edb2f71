"""The shape of a pack's files as JSON Schema, for the editors of those who write rules.

One schema for all files of a pack: which kind a file is shows in the keys that it has, since its name is nothing that a
schema can see. Made from the models; that names are defined, windows do not overlap and cases hold is for the program.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from dcs_audit.law import questions
from dcs_audit.law.cases import CaseFile
from dcs_audit.law.coverage import CoverageFile
from dcs_audit.law.facts import FACTS
from dcs_audit.law.model import RuleFile, SourceFile
from dcs_audit.law.packs import CalendarFile, PackFile
from dcs_audit.records.schema import DIALECT, Shape, linked, named, ref
from dcs_audit.verdicts.model import Status

_SCALAR: JsonSchemaValue = {"type": ["string", "integer", "number", "boolean"]}

NOTATIONS: dict[str, JsonSchemaValue] = {
    "IsoDay": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-07-01"]},
    "DayOfYear": {
        "type": "string",
        "pattern": "^(?!02-29)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
        "examples": ["12-31"],
    },
    "Where": {
        "type": "object",
        "additionalProperties": {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]},
        "examples": [{"kind": "board_report"}, {"item": ["ngan-sach", "tai-san-cong"]}],
    },
}
"""How single values are written, by the name under `$defs`."""

_EXACTLY_ONE: dict[str, tuple[str, ...]] = {
    "Amount": ("value", "parameter", "fact"),
    "Condition": ("is", "at_most", "at_least", "less_than", "more_than", "present"),
    "Deadline": ("after", "before"),
    "Due": ("by", "before", "after_period", "period_end"),
    "Share": ("at_least", "more_than", "less_than"),
}
"""Of these keys a part takes one and no more."""
_AT_LEAST_ONE: dict[str, tuple[str, ...]] = {
    "Count": ("at_least", "at_most"),
    "Number": ("at_least", "at_most"),
    "Option": tuple(name for name in questions.Option.model_fields if name not in questions.NO_QUESTION),
}
_STANDS_FOR = ("record", "checks", "due", "every", "per", "judge", "absent", "moot", "nil")
"""What `attest` says in place of a rule."""


_SHORT: dict[str, JsonSchemaValue] = {
    "listed": {},
    "_amount": {"type": "integer", "minimum": 0},
    "_named": {"type": "string", "minLength": 1},
    "_letters": {"type": "string", "minLength": 1},
    "_numbered": {"type": "integer", "minimum": 1},
}
"""What may stand in short for a list or a mapping, by the name of the function that reads it; {}: a lone entry."""


class _FromText(Shape):
    """Asked what the models take of YAML whose words are all text."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        short = _SHORT.get(getattr(schema["function"]["function"], "__name__", ""))
        return {"anyOf": [inner["items"] if short == {} else short, inner]} if short is not None else inner

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        if getattr(schema["function"]["function"], "__name__", "") == "_day_of_every_year":
            return named("DayOfYear")
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**_SCALAR, **({"minLength": schema["min_length"]} if "min_length" in schema else {})}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        return named("IsoDay")

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        values = schema.get("values_schema")
        if values is not None and values["type"] == "function-before":
            return named("Where")  # the letters of an inventory's clauses are written alike
        shape = {"type": "object"} | ({"additionalProperties": self.generate_inner(values)} if values else {})
        keys = schema.get("keys_schema")
        names = self.generate_inner(keys).get("enum") if keys is not None else None
        return shape | ({"propertyNames": {"enum": names}} if names else {})


_FILES = (RuleFile, PackFile, CaseFile, CalendarFile, SourceFile, CoverageFile)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every YAML file of a pack, without words."""
    files = [(file, "validation") for file in _FILES]
    _, shapes = models_json_schema(files, by_alias=True, schema_generator=_FromText)  # type: ignore[arg-type]
    parts: dict[str, Any] = linked(shapes["$defs"]) | NOTATIONS
    for part in parts.values():
        part.pop("description", None)  # the docstring of a model
    _narrow(parts)
    return {"$schema": DIALECT, "type": "object", **_by_keys(), "$defs": parts}


def _narrow(parts: dict[str, Any]) -> None:
    """What the models check as a whole, where a schema can say it."""
    for name, keys in _EXACTLY_ONE.items():
        parts[name]["oneOf"] = [{"required": [key]} for key in keys]
    for name, keys in _AT_LEAST_ONE.items():
        parts[name]["anyOf"] = [{"required": [key]} for key in keys]
    for name, key in (("Condition", "fact"), ("UnitFact", "fact"), ("Amount", "fact"), ("Share", "of_fact")):
        parts[name]["properties"][key] = {"enum": list(FACTS)}
    rule = parts["Rule"]
    rule["required"] = [key for key in rule["required"] if key != "record"]
    rule["if"] = {"required": ["attest"]}
    rule["then"] = {"not": {"anyOf": [{"required": [key]} for key in _STANDS_FOR]}}
    rule["else"] = {"required": ["record"]}
    case = parts["Case"]["properties"]
    statuses = {"enum": [str(status) for status in Status]}
    case["expect"] = {"anyOf": [statuses, {"type": "object", "additionalProperties": statuses}]}
    case["checks"] = {"type": "object", "additionalProperties": {"enum": [*statuses["enum"], "not asked"]}}


def _by_keys() -> dict[str, Any]:
    """Which file it is: the rule file where no other one shows."""
    kinds: list[tuple[dict[str, Any], str]] = [
        ({"anyOf": [{"required": [key]} for key in ("name", "title", "status", "scoring", "groups")]}, "PackFile"),
        ({"anyOf": [{"required": [key]} for key in ("bases", "cases", "windows")]}, "CaseFile"),
        ({"required": ["announced"]}, "CalendarFile"),
        (
            {"required": ["sources"], "properties": {"sources": {"contains": {"required": ["articles"]}}}},
            "CoverageFile",
        ),
        ({"required": ["sources"]}, "SourceFile"),
    ]
    shape: dict[str, Any] = ref("RuleFile")
    for asked, name in reversed(kinds):
        shape = {"if": asked, "then": ref(name), "else": shape}
    return shape
