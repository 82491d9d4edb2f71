"""The shape of a unit file as JSON Schema, for editors and for other people's checkers; `locale.describing` adds words.

Made from the models, and corrected where their types do not say what their readers take: a day has two notations, a
number may be digits in quotes, `year: "2026"` is a year. The schema knows the shape, not the sense: that a village
exists, that `attended` is at most `entitled` or that 31/02 is no day is still for the program to say. A slug with
blanks around it, which the program forgives, is the one thing that the schema refuses and the program takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from dcs_audit.records import fields, scalars
from dcs_audit.records.model import Disclosure, UnitFile
from dcs_audit.records.slugs import DISCLOSURE_ITEMS, Answer
from dcs_audit.records.vocabulary import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_CENTURIES = r"(?:(?:19|2[01])[0-9]{2}|2200)"
_DAY_AND_MONTH = r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])"
_MONTH_AND_DAY = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"

_NULL: JsonSchemaValue = {"type": "null"}
_WORD_TYPES = ["string", "integer", "number", "boolean"]
"""A text. `number: 12` and `number: 3.10` are read as typed, but other readers of YAML make numbers of them."""


def _needed(pattern: str, *types: str, **bounds: int) -> JsonSchemaValue:
    """A string that holds `pattern`, blanks around it aside, or a value of `types` within `bounds`."""
    return {"type": [*types, "string"], "pattern": rf"^\s*(?:{pattern})\s*$", **bounds}


def _fact(pattern: str, *types: str, **bounds: int) -> JsonSchemaValue:
    """As `_needed`, or an unknown fact: null, or a text of nothing but blanks.

    One schema and not several under `anyOf`, of which editors would show each.
    """
    return _needed(f"(?:{pattern})?", *types, "null", **bounds)


_YEARS = {"minimum": 2000, "maximum": 2100}
_YEAR = "20[0-9]{2}|2100"

NOTATIONS: dict[str, JsonSchemaValue] = {
    "RequiredText": {"type": _WORD_TYPES, "pattern": r"\S"},
    "Text": {"type": [*_WORD_TYPES, "null"]},
    "AuditedYear": _needed(_YEAR, "integer", **_YEARS) | {"examples": [2026]},
    "Year": _fact(_YEAR, "integer", **_YEARS) | {"examples": [2026]},
    "DayOfYear": _fact(_MONTH_AND_DAY) | {"examples": ["12-31", "05-31"]},
    "Day": _fact(f"{_CENTURIES}-{_MONTH_AND_DAY}|{_DAY_AND_MONTH}/{_CENTURIES}")
    | {"examples": ["08/04/2026", "2026-04-08"]},
    "Answer": {"enum": [*get_args(Answer), "", None]},
    "Count": _fact("0|[1-9][0-9]{0,8}", "integer", minimum=0, maximum=999_999_999) | {"examples": [42]},
    "Ordinal": _fact("[1-9][0-9]{0,8}", "integer", minimum=1, maximum=999_999_999) | {"examples": [1]},
    "Flag": _fact("true|True|TRUE|false|False|FALSE", "boolean") | {"examples": [True, False]},
    "Period": _fact(f"{_CENTURIES}(?:-(?:H[12]|Q[1-4]|M0[1-9]|M1[0-2]))?", "integer", minimum=1900, maximum=2200)
    | {"examples": ["2026", "2026-H1", "2026-Q1", "2026-M03"]},
}
"""How single values are written, by the name under `$defs`."""


def _reader(alias: Any) -> Any:
    """The function that reads the values of one of the field types in `fields`."""
    return get_args(alias)[1].func


_BY_READER: dict[Any, str] = {
    _reader(fields.Name): "RequiredText",
    _reader(fields.AuditedYear): "AuditedYear",
    _reader(fields.YearEnd): "DayOfYear",
    _reader(fields.LenientDay): "Text",
    _reader(fields.UnreadDay): "Text",
    scalars.text: "Text",
    _reader(fields.Answered): "Answer",
    scalars.count: "Count",
    scalars.ordinal: "Ordinal",
    scalars.audited_year: "Year",
    scalars.truth: "Flag",
    scalars.day: "Day",
    scalars.period: "Period",
}
"""What the functions that read single values take."""

_MANY = _reader(fields.Many)
"""The reader that makes an empty list of null."""


def ref(name: str) -> JsonSchemaValue:
    """Whatever stands under this name in `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """A list takes null as a second type: with `anyOf`, checkers no longer say which of its items is wrong."""
    return schema | {"type": ["array", "null"]} if schema.get("type") == "array" else {"anyOf": [schema, _NULL]}


class Shape(GenerateJsonSchema):
    """Pydantic's generator, without what it would say in words: titles, and the docstrings of the models."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        shape: dict[str, Any] = linked({"$schema": DIALECT} | super().generate(schema, mode))
        for part in (shape, *shape.get("$defs", {}).values()):
            part.pop("description", None)
        return shape

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # an absent fact is unknown; the schema suggests no value for it

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def named(notation: str) -> JsonSchemaValue:
    """A mark where a notation is to be referred to; pydantic would miss its own models behind other references."""
    return {"$comment": notation}


def linked(shape: Any) -> Any:
    """`shape` with references in place of marks."""
    if isinstance(shape, list):
        return [linked(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    return ref(shape["$comment"]) if "$comment" in shape else {key: linked(value) for key, value in shape.items()}


class _FromReaders(Shape):
    """Asked what the readers take instead of what they give."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        reader: Callable[..., Any] = schema["function"]["function"]
        if reader in _BY_READER:
            return named(_BY_READER[reader])
        inner = self.generate_inner(schema["schema"])
        return _or_null(inner) if reader is _MANY else inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return _or_null(self.generate_inner(schema["schema"]))

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        return named(_BY_READER[schema["function"]["function"]])

    def function_wrap_schema(self, schema: core_schema.WrapValidatorFunctionSchema) -> JsonSchemaValue:
        # The only one is the villages of a posting.
        return {"anyOf": [self.generate_inner(schema["schema"]), {"const": "all"}]}


_KINDS = {
    "Meeting": "meeting_kinds",
    "Board": "board_kinds",
    "Document": "document_kinds",
    "Petition": "petition_kinds",
    "Activity": "activity_kinds",
}


def json_schema(vocabulary: Vocabulary | None = None, unit_type: str | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a unit file, without words.

    With a vocabulary, kinds, rule ids and packs are closed lists too; with a type, only its own units are accepted.
    """
    schema = UnitFile.model_json_schema(by_alias=True, schema_generator=_FromReaders)
    parts: dict[str, Any] = schema["$defs"]
    parts.update(deepcopy(NOTATIONS))
    for part, kinds in _KINDS.items():
        parts[part]["properties"]["kind"] = _word(getattr(vocabulary, kinds) if vocabulary else ())
    parts["RuleId"] = _word(vocabulary.rule_ids if vocabulary else ())
    for part in ("Attestation", "Waiver"):
        parts[part]["properties"]["rule"] = ref("RuleId")
    schema["properties"]["packs"]["items"] = _word(vocabulary.pack_names if vocabulary else ())
    parts["Records"]["type"] = ["object", "null"]  # for the same reason as in `_or_null`
    schema["properties"]["records"] = ref("Records")
    _say_items(schema, unit_type)
    return schema


def _word(words: Iterable[str]) -> JsonSchemaValue:
    known = sorted(words)
    return {"enum": known} if known else ref("RequiredText")


def _say_items(schema: JsonSchemaValue, unit_type: str | None) -> None:
    """Which contents are disclosed: by the one type, or by the type that the file names."""
    parts = schema["$defs"]
    item = parts[Disclosure.__name__]["properties"]
    if unit_type is not None:
        parts["Unit"]["properties"]["type"] = {"enum": [unit_type]}
        if DISCLOSURE_ITEMS[unit_type]:
            item["item"] = {"enum": list(DISCLOSURE_ITEMS[unit_type])}
            return
    items = (known for type_items in DISCLOSURE_ITEMS.values() for known in type_items)
    item["item"] = {"enum": list(dict.fromkeys(items))}
    types = DISCLOSURE_ITEMS if unit_type is None else (unit_type,)
    schema["allOf"] = [_items_of(name, DISCLOSURE_ITEMS[name]) for name in types]


def _items_of(unit_type: str, known: tuple[str, ...]) -> JsonSchemaValue:
    """Units of this type disclose these items; without any, nothing at all."""
    disclosures: JsonSchemaValue
    disclosures = {"items": {"properties": {"item": {"enum": list(known)}}}} if known else {"maxItems": 0}
    return {
        "if": _at("unit", {"properties": {"type": {"const": unit_type}}, "required": ["type"]}),
        "then": {"properties": {"records": {"properties": {"disclosures": disclosures}}}},
    }


def _at(key: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    return {"properties": {key: schema}, "required": [key]}
