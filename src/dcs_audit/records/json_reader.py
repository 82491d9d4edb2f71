"""JSON, read by the standard library."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from json.decoder import scanstring  # type: ignore[attr-defined]  # the standard library's own, untyped
from typing import Any, NoReturn

from dcs_audit.records.json_places import json_root
from dcs_audit.records.positions import LineIndex, Mark, Node, Place, Positions
from dcs_audit.records.problems import Finding
from dcs_audit.records.reading import DEPTH_LIMIT, NODE_LIMIT, Reading, key_text

# An open string runs to the end, so that no bracket inside it counts. Possessive: a string is never tried twice. It
# matches at every place, so that a search for all brackets never begins inside a string.
_TO_BRACKET = re.compile(r'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\(?:.|\Z))*+(?:"|\Z))*+([\[\]{}]|\Z)', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1, "": 0}
_TOKEN = re.compile(r'[ \t\n\r,:]*+(["\[\]{}]|[^\s,:"\[\]{}]+)')

_BY_PHRASE = (
    ("Expecting ',' delimiter", "json_comma"),
    ("Expecting ':' delimiter", "json_colon"),
    ("Expecting property name", "json_key"),
    ("Illegal trailing comma", "json_trailing_comma"),
    ("Unterminated string", "unclosed_quote"),
    ("Invalid control character", "json_control"),
    ("escape", "bad_escape"),
    ("Extra data", "json_extra"),
)


class _NoNumber(Exception):
    """NaN or Infinity, which no JSON has."""


class _Twice(Exception):
    """A key that its mapping already has."""


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    # Where all keys are plain words, as they should be, none needs a look of its own.
    words = "".join(mapping)
    if not (words.isascii() and words.isidentifier()):
        mapping = {key_text(typed): value for typed, value in pairs}
    if len(mapping) < len(pairs):
        raise _Twice
    return mapping


def _first_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for typed, value in pairs:
        mapping.setdefault(key_text(typed), value)
    return mapping


def _no_number(name: str) -> NoReturn:
    raise _NoNumber(name)


def read_json(text: str) -> Reading:
    """The one value of `text`, numbers as text as they were typed; what is wrong with it as findings."""
    if not text.strip():
        return Reading.refused(Finding((), "empty_file", at=(1, 1)))
    if (refused := _too_much(text)) is not None:
        return Reading.refused(refused)
    positions = Positions(lambda: json_root(text), only_line=None if "\n" in text.rstrip("\n") else 1)
    try:
        return Reading(_loads(text, _mapping, _no_number), positions)
    except (_Twice, _NoNumber):
        data: Any = None
    except json.JSONDecodeError as error:
        return Reading.refused(explain(error))
    try:
        data = _loads(text, _first_of_each, str)
    except json.JSONDecodeError as error:
        return Reading.refused(explain(error))
    return Reading(data, positions, tuple(_scan(text).findings))


def _loads(text: str, mapping: Callable[[list[tuple[str, Any]]], Any], constant: Callable[[str], Any]) -> Any:
    return json.loads(text, object_pairs_hook=mapping, parse_int=str, parse_float=str, parse_constant=constant)


def _too_much(text: str) -> Finding | None:
    """Nesting or size that the standard library's reader should not be given."""
    if text.count(",") > NODE_LIMIT:
        return Finding((), "too_many_values", {"limit": str(NODE_LIMIT)}, at=(1, 1))
    depths = accumulate(map(_STEPS.__getitem__, _TO_BRACKET.findall(text)))
    if max(depths) <= DEPTH_LIMIT:
        return None
    depth = 0
    for found in _TO_BRACKET.finditer(text):
        depth += _STEPS[found[1]]
        if depth > DEPTH_LIMIT:
            return _finding("too_deep", LineIndex(text).place(found.end() - 1), limit=str(DEPTH_LIMIT))
    return None


def explain(error: json.JSONDecodeError) -> Finding:
    """What is wrong, from what the standard library says."""
    code = next((code for phrase, code in _BY_PHRASE if phrase in error.msg), "json_syntax")
    return _finding(code, Place(error.lineno - 1, error.colno - 1))


def _finding(code: str, place: Place, **args: str) -> Finding:
    return Finding((), code, args, at=(place.line + 1, place.column + 1))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Node
    key: str | None = None
    key_mark: Mark | None = None


@dataclass(slots=True)
class _Scan:
    """Keys given twice and numbers that are none, in a text that is otherwise known to be JSON."""

    findings: list[Finding] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def open(self, place: Place, bracket: str) -> None:
        """A list or mapping begins."""
        self.stack.append(_Open(Node(place, keys={}) if bracket == "{" else Node(place, items=[])))

    def close(self) -> None:
        """The innermost list or mapping ends."""
        self.add(self.stack.pop().node)

    def string(self, place: Place, value: str) -> None:
        """A text: a key where one is due, else a value."""
        top = self.stack[-1] if self.stack else None
        if top is not None and top.node.keys is not None and top.key is None:
            top.key, top.key_mark = key_text(value), place
        else:
            self.add(Node(place))

    def literal(self, place: Place, word: str) -> None:
        """A number, true, false or null."""
        if word.endswith(("NaN", "Infinity")):
            self.findings.append(_at(self._loc(), _finding("not_json_number", place, value=word)))
        self.add(Node(place))

    def add(self, node: Node) -> None:
        """A whole value."""
        if not self.stack:
            return
        top = self.stack[-1]
        if top.node.items is not None:
            top.node.items.append(node)
            return
        keys = top.node.keys
        assert keys is not None and top.key is not None and isinstance(top.key_mark, Place)
        if top.key in keys:
            line = str(keys[top.key][0].line + 1)
            self.findings.append(_at(self._loc(), _finding("duplicate_key", top.key_mark, key=top.key, line=line)))
        else:
            keys[top.key] = (top.key_mark, node)
        top.key = None

    def _loc(self) -> tuple[str | int, ...]:
        return tuple(len(level.node.items) if level.node.items is not None else level.key or "" for level in self.stack)


def _at(loc: tuple[str | int, ...], finding: Finding) -> Finding:
    return Finding(loc, finding.code, finding.args, at=finding.at)


def _scan(text: str) -> _Scan:
    scan, index, end = _Scan(), LineIndex(text), 0
    while found := _TOKEN.match(text, end):
        place, token, end = index.place(found.start(1)), found[1], found.end()
        if token == '"':
            value, end = scanstring(text, end)
            scan.string(place, value)
        elif token in "[{":
            scan.open(place, token)
        elif token in "]}":
            scan.close()
        else:
            scan.literal(place, token)
    return scan
