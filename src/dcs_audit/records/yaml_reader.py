"""YAML as the person typed it: every plain word stays text, every value knows its place.

Built from the parser's events and not from its constructors, so that no word turns into a date, a number in base 60 or
a boolean behind anyone's back, and without recursion, so that no nesting can exhaust the stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from dcs_audit.records.positions import LineIndex, Loc, Mark, Node, Place, Positions
from dcs_audit.records.problems import Finding
from dcs_audit.records.reading import DEPTH_LIMIT, NODE_LIMIT, Reading, key_text, odd_space
from dcs_audit.records.yaml_errors import explain, hash_value, lines_of
from dcs_audit.records.yaml_mending import hashed_value, may_be_hashed

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


class _Refused(Exception):
    """Reading cannot go on; carries the problem."""

    def __init__(self, code: str, mark: Mark, **args: str) -> None:
        self.finding = Finding((), code, args, at=(mark.line + 1, mark.column + 1))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet. `height` counts the levels of what it holds."""

    value: list[Any] | dict[str, Any]
    node: Node
    anchor: str | None
    nodes_before: int
    key: str | None = None
    key_mark: Mark | None = None
    height: int = 0


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that aliases may repeat, with its number of nodes and its levels of nesting."""

    value: Any
    node: Node
    size: int
    height: int


@dataclass(slots=True)
class _Builder:
    """Takes events in, holds the value built so far."""

    findings: list[Finding] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, _Anchored] = field(default_factory=dict)
    nodes: int = 0
    documents: int = 0
    root: Any = None
    root_node: Node | None = None
    lines: list[str] = field(default_factory=list)
    """The lines of the text, where a value of it may begin with `#`."""

    def take_all(self, parser: Any) -> None:
        """All events of the parser. Raises _Refused, yaml.YAMLError."""
        while (event := parser.get_event()).__class__ is not yaml.StreamEndEvent:
            self.take(event)

    def take(self, event: Any) -> None:
        """One event of the parser. Raises _Refused."""
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise _Refused("several_documents", event.start_mark)

    def _scalar(self, event: Any) -> None:
        self._spend(1, event.start_mark)
        if event.tag is not None:
            self._tagged(event)
        value: str | None = event.value
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is None and top.value.__class__ is dict:
            self._key(top, event)
            return
        if not event.style and value in _NULLS:
            if not value and self.lines:
                self._hashed(event.start_mark)
            value = None
        node = Node(event.start_mark)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(value, node, 1, 0)
        self._add(value, node)

    def _hashed(self, mark: Mark) -> None:
        """Whether an empty value is one that was typed with `#` before it."""
        found = hashed_value(self.lines[mark.line], mark.column) if mark.line < len(self.lines) else None
        if found is not None:
            self.findings.append(replace(hash_value(Place(mark.line, found[0]), found[1]), loc=self._loc()))

    def _key(self, top: _Open, event: Any) -> None:
        key: str = event.value
        if key == "<<" and not event.style:
            raise _Refused("merge_key", event.start_mark)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(key, Node(event.start_mark), 1, 0)
        if not event.style and (odd := odd_space(key)) is not None:
            self._note("odd_space", event.start_mark, char=f"U+{ord(key[odd]):04X}")
        top.key = key_text(key)
        top.key_mark = event.start_mark

    def _open(self, event: Any, value: list[Any] | dict[str, Any]) -> None:
        self._spend(1, event.start_mark)
        if event.tag is not None:
            self._tagged(event)
        self._no_key_here(event)
        if len(self.stack) == DEPTH_LIMIT:
            raise _Refused("too_deep", event.start_mark, limit=str(DEPTH_LIMIT))
        mark = event.start_mark
        node = Node(mark, keys={}) if isinstance(value, dict) else Node(mark, items=[])
        self.stack.append(_Open(value, node, event.anchor, self.nodes))

    def _close(self) -> None:
        closed = self.stack.pop()
        height = closed.height + 1
        if closed.anchor is not None:
            size = self.nodes - closed.nodes_before + 1
            self.anchors[closed.anchor] = _Anchored(closed.value, closed.node, size, height)
        self._add(closed.value, closed.node, height)

    def _alias(self, event: Any) -> None:
        self._no_key_here(event)
        if any(level.anchor == event.anchor for level in self.stack):
            raise _Refused("cyclic_alias", event.start_mark, name=event.anchor)
        anchored = self.anchors.get(event.anchor)
        if anchored is None:
            raise _Refused("unknown_alias", event.start_mark, name=event.anchor)
        self._spend(anchored.size, event.start_mark)
        if len(self.stack) + anchored.height > DEPTH_LIMIT:
            raise _Refused("too_deep", event.start_mark, limit=str(DEPTH_LIMIT))
        node = anchored.node._replace(mark=event.start_mark)
        self._add(anchored.value, node, anchored.height)

    def _add(self, value: Any, node: Node, height: int = 0) -> None:
        if not self.stack:
            self.root, self.root_node = value, node
            return
        top = self.stack[-1]
        top.height = max(top.height, height)
        if isinstance(top.value, list):
            top.value.append(value)
            assert top.node.items is not None
            top.node.items.append(node)
            return
        assert top.key is not None and top.key_mark is not None and top.node.keys is not None
        if top.key in top.value:
            first = top.node.keys[top.key][0]
            self._note("duplicate_key", top.key_mark, key=top.key, line=str(first.line + 1))
        else:
            top.value[top.key] = value
            top.node.keys[top.key] = (top.key_mark, node)
        top.key = None

    def _no_key_here(self, event: Any) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is None and isinstance(top.value, dict):
            raise _Refused("complex_key", event.start_mark)

    def _spend(self, nodes: int, mark: Mark) -> None:
        self.nodes += nodes
        if self.nodes > NODE_LIMIT:
            raise _Refused("too_many_values", mark, limit=str(NODE_LIMIT))

    def _tagged(self, event: Any) -> None:
        self._note("yaml_tag", event.start_mark, tag=event.tag)

    def _note(self, code: str, mark: Mark, **args: str) -> None:
        self.findings.append(Finding(self._loc(), code, args, at=(mark.line + 1, mark.column + 1)))

    def _loc(self) -> Loc:
        """The way to what is being read."""
        return tuple(level.key or "" if isinstance(level.value, dict) else len(level.value) for level in self.stack)


def read_yaml(text: str) -> Reading:
    """The one document of `text` as dicts with text keys, lists, text and None; what is wrong with it as findings."""
    if found := _FORBIDDEN.search(text):
        place = LineIndex(text).place(found.start())
        char = f"U+{ord(found[0]):04X}"
        return Reading.refused(Finding((), "control_character", {"char": char}, at=(place.line + 1, place.column + 1)))
    builder = _Builder(lines=lines_of(text) if may_be_hashed(text) else [])
    try:
        builder.take_all(_LOADER(text))
    except _Refused as refused:
        return Reading.refused(*builder.findings, refused.finding)
    except yaml.MarkedYAMLError as error:
        return Reading.refused(*builder.findings, explain(error, text))
    except yaml.YAMLError:
        return Reading.refused(*builder.findings, Finding((), "yaml_syntax", at=(1, 1)))
    if builder.root is None:
        return Reading.refused(*builder.findings, Finding((), "empty_file", at=(1, 1)))
    root_node = builder.root_node
    return Reading(builder.root, Positions(lambda: root_node), tuple(builder.findings))
