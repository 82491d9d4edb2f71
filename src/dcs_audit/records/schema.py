"""The JSON Schema of a unit file, for editors and for other people's checkers.

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
_WORDS: JsonSchemaValue = {"type": ["string", "integer", "number", "boolean"]}
"""A text. `number: 12` and `number: 3.10` are read as typed, but other readers of YAML make numbers of them."""


def _typed(pattern: str) -> JsonSchemaValue:
    """A string that holds `pattern`, blanks around it aside."""
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"}


def _optional(*kinds: JsonSchemaValue) -> JsonSchemaValue:
    """One of these, or an unknown fact: null, or a text of nothing but blanks."""
    return {"anyOf": [*kinds, _typed(""), _NULL]}


def _number(first: int, last: int, digits: str) -> tuple[JsonSchemaValue, JsonSchemaValue]:
    return {"type": "integer", "minimum": first, "maximum": last}, _typed(digits)


_YEAR = _number(2000, 2100, "20[0-9]{2}|2100")
_REQUIRED_TEXT: JsonSchemaValue = {"anyOf": [_WORDS], "not": _typed("")}
_DAY = _optional(_typed(f"{_CENTURIES}-{_MONTH_AND_DAY}|{_DAY_AND_MONTH}/{_CENTURIES}"))
_ANY_TEXT: JsonSchemaValue = {"anyOf": [_WORDS, _NULL]}


def _reader(alias: Any) -> Any:
    """The function that reads the values of one of the field types in `fields`."""
    return get_args(alias)[1].func


_BY_READER: dict[Any, JsonSchemaValue] = {
    _reader(fields.Name): _REQUIRED_TEXT,
    _reader(fields.AuditedYear): {"anyOf": list(_YEAR)},
    _reader(fields.YearEnd): _optional(_typed(_MONTH_AND_DAY)),
    _reader(fields.LenientDay): _ANY_TEXT,
    _reader(fields.UnreadDay): _ANY_TEXT,
    scalars.text: _ANY_TEXT,
    _reader(fields.Answered): {"enum": [*get_args(Answer), "", None]},
    scalars.count: _optional(*_number(0, 999_999_999, "0|[1-9][0-9]{0,8}")),
    scalars.ordinal: _optional(*_number(1, 999_999_999, "[1-9][0-9]{0,8}")),
    scalars.audited_year: _optional(*_YEAR),
    scalars.truth: _optional({"type": "boolean"}, _typed("true|True|TRUE|false|False|FALSE")),
    scalars.day: _DAY,
    scalars.period: _optional(
        {"type": "integer", "minimum": 1900, "maximum": 2200},
        _typed(f"{_CENTURIES}(?:-(?:H[12]|Q[1-4]|M0[1-9]|M1[0-2]))?"),
    ),
}
"""What the functions that read single values take."""

_MANY = _reader(fields.Many)
"""The reader that makes an empty list of null."""


def _or_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """A list takes null as a second type: with `anyOf`, checkers no longer say which of its items is wrong."""
    return schema | {"type": ["array", "null"]} if schema.get("type") == "array" else {"anyOf": [schema, _NULL]}


class _FromReaders(GenerateJsonSchema):
    """Pydantic's generator, asked what the readers take instead of what they give."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        return {"$schema": DIALECT} | super().generate(schema, mode)

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        reader: Callable[..., Any] = schema["function"]["function"]
        if reader in _BY_READER:
            return deepcopy(_BY_READER[reader])
        inner = self.generate_inner(schema["schema"])
        return _or_null(inner) if reader is _MANY else inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return _or_null(self.generate_inner(schema["schema"]))

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        return deepcopy(_BY_READER[schema["function"]["function"]])

    def function_wrap_schema(self, schema: core_schema.WrapValidatorFunctionSchema) -> JsonSchemaValue:
        # The only one is the villages of a posting.
        return {"anyOf": [self.generate_inner(schema["schema"]), {"const": "all"}]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # an absent fact is unknown; the schema suggests no value for it

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema(vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a unit file. With a vocabulary, kinds, rule ids and packs are closed lists too."""
    schema = UnitFile.model_json_schema(by_alias=True, schema_generator=_FromReaders)
    parts = schema["$defs"]
    kinds = {
        "Meeting": vocabulary.meeting_kinds if vocabulary else (),
        "Board": vocabulary.board_kinds if vocabulary else (),
        "Document": vocabulary.document_kinds if vocabulary else (),
        "Petition": vocabulary.petition_kinds if vocabulary else (),
        "Activity": vocabulary.activity_kinds if vocabulary else (),
    }
    for part, words in kinds.items():
        parts[part]["properties"]["kind"] = _word(words)
    parts["Attestation"]["properties"]["rule"] = _word(vocabulary.rule_ids if vocabulary else ())
    parts["Waiver"]["properties"]["rule"] = _word(vocabulary.rule_ids if vocabulary else ())
    schema["properties"]["packs"]["items"] = _word(vocabulary.pack_names if vocabulary else ())
    parts["Records"]["type"] = ["object", "null"]  # for the same reason as in `_or_null`
    schema["properties"]["records"] = {"$ref": "#/$defs/Records"}
    items = (item for known in DISCLOSURE_ITEMS.values() for item in known)
    parts[Disclosure.__name__]["properties"]["item"] = {"enum": list(dict.fromkeys(items))}
    schema["allOf"] = [_items_of(unit_type, known) for unit_type, known in DISCLOSURE_ITEMS.items()]
    return schema


def _word(words: Iterable[str]) -> JsonSchemaValue:
    known = sorted(words)
    return {"enum": known} if known else deepcopy(_REQUIRED_TEXT)


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
