"""Where the values of a JSON text stand, on random texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.records.json_places import json_root
from dcs_audit.records.json_reader import read_json
from dcs_audit.records.positions import Loc, Positions

TEXTS = st.text('ab"\\[]{},: \n\té', max_size=5)
SCALARS = st.none() | st.booleans() | st.integers(-99, 99) | st.floats(-9, 9) | TEXTS
KEYS = st.text('ab"{', max_size=3)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


def _values(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every value with the way to it."""
    yield loc, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*loc, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _values(inner, (*loc, at))


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1


@given(VALUES, st.sampled_from([None, 0, 2]), st.sampled_from([", ", " ,"]), st.sampled_from(["", "\n ", " "]))
def test_every_value_stands_where_it_is_written(data: Any, indent: int | None, comma: str, before: str) -> None:
    text = before + json.dumps(data, ensure_ascii=False, indent=indent, separators=(comma, " : ")) + before
    positions = Positions(lambda: json_root(text))
    read = json.JSONDecoder().raw_decode
    for loc, value in _values(data):
        place = positions.of(loc)
        assert place is not None
        found, _ = read(text, _offset(text, *place))
        # What holds more and stands under a key is shown at its key.
        at_key = bool(loc) and isinstance(loc[-1], str) and isinstance(value, list | dict)
        assert found == (loc[-1] if at_key else value), (loc, place)


@given(VALUES)
def test_what_is_not_there_stands_nowhere(data: Any) -> None:
    positions = Positions(lambda: json_root(json.dumps(data)))
    for loc, value in _values(data):
        if not isinstance(value, dict):
            assert positions.of((*loc, "z")) is None
        if not isinstance(value, list):
            assert positions.of((*loc, 0)) is None
        else:
            assert positions.of((*loc, len(value))) is None


def test_of_equal_keys_the_first_one_stands() -> None:
    positions = Positions(lambda: json_root('{"a": 1,\n "b": NaN,\n "a": 2, " c ": Infinity}'))
    assert [positions.of((key,)) for key in "abc"] == [(1, 7), (2, 7), (3, 17)]


@given(
    st.sampled_from(['{"a": [1, {"b": "x\\n"}]}', '{"a": [1,\n {"b": 2}]}', '\n{"a": [1, {"b": 2}]}']),
    st.text("\n", max_size=2),
)
def test_the_only_line_is_where_every_value_stands(text: str, end: str) -> None:
    positions = read_json(text + end).positions
    lines = {positions.of(loc)[0] for loc in (("a",), ("a", 0), ("a", 1), ("a", 1, "b"))}  # type: ignore[index]
    assert positions.only_line in (None, *lines)
    assert (positions.only_line is None) == ("\n" in text)
