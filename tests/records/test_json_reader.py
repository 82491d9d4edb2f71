"""JSON: the same record as YAML, the same places, nothing hostile."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dcs_audit.records.json_reader import read_json
from dcs_audit.records.yaml_reader import read_yaml

UNIT = '{"unit": {"name": "A", "type": "commune"}, "year": 2026'


def test_json_and_yaml_give_equal_records(accept: Any, full_contract: str) -> None:
    as_json = json.dumps(read_yaml(full_contract).data, ensure_ascii=False)
    assert accept(as_json, "json") == accept(full_contract)
    assert accept(as_json) == accept(full_contract)


def test_numbers_and_truths_as_json_has_them(accept: Any) -> None:
    file = accept(
        '{"unit": {"name": 3.10, "type": "village", "has_portal": true, "code": false}, "year": 2026}', "json"
    )
    assert (file.unit.name, file.unit.has_portal, file.unit.code, file.year) == ("3.10", True, "false", 2026)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 empty_file"]),
        (" \n", ["1:1 empty_file"]),
        ("null", ["1:1 not_mapping"]),
        ("[1]", ["1:1 not_mapping"]),
        ('{"a" 1}', ["1:6 json_colon"]),
        ('{"a": 1 "b": 2}', ["1:9 json_comma"]),
        ("{a: 1}", ["1:2 json_key"]),
        ('{"a": "x\ny"}', ["1:9 json_control"]),
        ('{"a": "\\q"}', ["1:8 bad_escape"]),
        ('{"a": 1}}', ["1:9 json_extra"]),
        ('{"a": "x', ["1:7 unclosed_quote"]),
        ('{"a":\n tru}', ["2:2 json_syntax"]),
        (UNIT + ',\n "year": 2027}', ["2:2 duplicate_key year"]),
        (UNIT + ',\n "x": {"a\u0301": 1, "\\u00e1": 2}}', ["2:2 unknown_key x", "2:17 duplicate_key x.á"]),
        (UNIT + ',\n "waivers": [NaN]}', ["2:14 not_json_number waivers[0]", "2:14 not_mapping waivers[0]"]),
        (
            '{"unit": {"name": "A", "type": "commune"},\n "year": -Infinity}',
            ["2:10 not_json_number year", "2:10 not_whole_number year"],
        ),
        ('{"unit": {"name": "\\ud800", "type": "commune"}, "year": 2026}', ["1:19 lone_surrogate unit.name"]),
        (UNIT + ', "\\udc00": 1}', ["1:58 unknown_key \ufffd"]),
        ('{"unit": {"name": "A", "type": "commune"}, "year": 2026.0}', ["1:52 not_whole_number year"]),
        ('{"unit": {"name": "A", "type": "commune"}, "year": "2026-01"}', ["1:52 not_whole_number year"]),
        ('{"unit": {"name": "a\u0085b", "type": "commune"}, "year": 2026}', ["1:19 control_character unit.name"]),
    ],
)  # fmt: skip
def test_notation(refuse: Any, text: str, expected: list[str]) -> None:
    assert refuse(text, "json") == expected


def test_trailing_comma(refuse: Any) -> None:
    (problem,) = refuse('{"a": 1,}', "json")
    assert problem.split()[1] in ("json_key", "json_trailing_comma")  # newer Pythons say more


def test_huge_number(refuse: Any) -> None:
    text = f'{{"unit": {{"name": "A", "type": "commune"}}, "year": {"9" * 100_000}}}'
    assert refuse(text, "json") == ["1:52 number_too_large year"]


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"a":[{"[[[":'])
def test_deep_nesting(refuse: Any, opening: str) -> None:
    (problem,) = refuse(opening * 20_000, "json")
    assert problem.endswith("too_deep")


def test_brackets_in_text_are_no_nesting(accept: Any) -> None:
    name = "[" * 40 + '\\"{' + "{" * 40
    assert accept(f'{{"unit": {{"name": "{name}", "type": "village"}}, "year": 2026}}', "json")


def test_too_many_values(refuse: Any) -> None:
    assert refuse("[" + "1," * 500_001 + "1]", "json") == ["1:1 too_many_values"]


def test_the_same_text_has_the_same_places_in_both_readers(full_contract: str) -> None:
    data = read_yaml(full_contract).data
    text = json.dumps(data, indent=1, ensure_ascii=False)
    as_json, as_yaml = read_json(text).positions, read_yaml(text).positions
    stack: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while stack:
        loc, value = stack.pop()
        assert as_json.of(loc) == as_yaml.of(loc) is not None
        if isinstance(value, dict):
            stack.extend(((*loc, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*loc, at), inner) for at, inner in enumerate(value))
