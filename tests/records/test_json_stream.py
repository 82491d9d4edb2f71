"""JSON read one value at a time."""

from __future__ import annotations

import io
import json
import re

import pytest

from dcs_audit.records import json_stream
from dcs_audit.records.json_stream import BadJson, JsonStream


def stream(data: str | bytes) -> JsonStream:
    return JsonStream(io.BytesIO(data.encode() if isinstance(data, str) else data), "t.json")


def problem(data: str | bytes) -> str:
    reader = stream(data)
    with pytest.raises(BadJson) as raised:
        while not reader.next_is(""):
            reader.value()
    return raised.value.problem.render("en")


@pytest.fixture(params=[1, 3, 1 << 20])
def piece(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """The bytes read at a time: no value may hang on where a piece ends."""
    monkeypatch.setattr(json_stream, "_PIECE", request.param)
    return int(request.param)


VALUES = [{"a": [1, 2.5, -3e7], "b": "Xã\n\\ 😀"}, 12345, "phường", None, [], {}]


def test_values_one_after_the_other(piece: int) -> None:
    reader = stream("\ufeff" + "\n \n ".join(json.dumps(value) for value in VALUES) + "\n")
    found = []
    while not reader.next_is(""):
        found.append(reader.value())
    assert [value.data for value in found] == VALUES
    assert [(value.line, value.column) for value in found] == [(1, 1), *((line, 2) for line in range(3, 12, 2))]
    assert json.loads(found[0].text) == VALUES[0]


def test_items_of_a_list(piece: int) -> None:
    reader = stream('[ {"a": 1},\n 22 , "x"] ')
    assert [value.data for value in reader.items()] == [{"a": 1}, 22, "x"]
    assert reader.next_is("")
    assert list(stream("[]").items()) == []


def test_a_place_inside_a_value(piece: int) -> None:
    reader = stream('7\n {"a":\n  [1,\n   {"b": 2}]}')
    reader.value()
    value = reader.value()
    assert value.place(("a", 1, "b")) == (4, 10)
    assert value.place(("a",)) == (3, 3)
    assert value.place(()) == (2, 2)
    assert value.place(("a", 9, "c")) == (3, 3)


@pytest.mark.parametrize(
    ("data", "where", "words"),
    [
        ('{"a": 1,\n "b" 2}', "t.json:2:6", "colon"),
        ('1\n{"a": "x', "t.json:2:7", "not closed"),
        ('{"a": [1, 2', "t.json:1:12", "comma"),
        (b'"ok"\n"x\xe3\x28"', "t.json:2:3", "0xE3"),
        ("nope", "t.json:1:1", "no JSON"),
        ("9" * 5000, "t.json:1:1", "no JSON"),
        ("[" * 200_000, "t.json:1:1", "deep"),
        ('"xã"'.encode("utf-16"), "t.json", "UTF-16"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(piece: int, data: str | bytes, where: str, words: str) -> None:
    if piece == 1 and len(data) > 1000:
        pytest.skip("too many pieces")
    told = problem(data)
    assert told.startswith(f"{where}: ") and re.search(words, told)


def test_an_early_fault_does_not_read_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_PIECE", 100)
    file = io.BytesIO(b'{"a": nope' + b" " * 100_000)
    with pytest.raises(BadJson):
        JsonStream(file, "t.json").value()
    assert file.tell() == 100


def test_a_value_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_PIECE", 10)
    monkeypatch.setattr(json_stream, "VALUE_LIMIT", 50)
    assert "larger" in problem(json.dumps("x" * 200))
    reader = stream(json.dumps(["x" * 20] * 10))  # as long, but in items
    assert len(list(reader.items())) == 10
