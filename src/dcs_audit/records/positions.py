"""Where in a file each value stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys as written and 0-based places in lists."""


class Mark(Protocol):
    """A place in a text; line and column count from 0, columns in code points. PyYAML's marks are such."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Place(NamedTuple):
    """A place in a text, 0-based."""

    line: int
    column: int


class Tree(Protocol):
    """A value's first character, and what it holds. Children of a mapping stand with the mark of their key."""

    @property
    def mark(self) -> Mark: ...
    @property
    def items(self) -> Sequence[Tree] | None: ...
    @property
    def keys(self) -> Mapping[str, tuple[Mark, Tree]] | None: ...


class Node(NamedTuple):
    """A `Tree` made as a whole."""

    mark: Mark
    items: list[Node] | None = None
    keys: dict[str, tuple[Mark, Node]] | None = None


_STEP = re.compile(r"\.?([^.\[\]]+)|\[([0-9]{1,9})\]")


def path_text(loc: Loc) -> str:
    """`records.disclosures[1].item` for ("records", "disclosures", 1, "item")."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc).removeprefix(".")


def path_loc(path: str) -> Loc | None:
    """The inverse of `path_text`; None where `path` is not one."""
    loc: list[str | int] = []
    end = 0
    while end < len(path):
        step = _STEP.match(path, end)
        if step is None:
            return None
        loc.append(step[1] if step[2] is None else int(step[2]))
        end = step.end()
    return tuple(loc)


class Positions:
    """The places of all values of one file, worked out at the first question."""

    def __init__(self, build: Callable[[], Tree | None], only_line: int | None = None) -> None:
        """`only_line` is the 1-based line on which all values stand, None where there may be several."""
        self._build = build
        self.only_line = only_line

    @cached_property
    def _root(self) -> Tree | None:
        return self._build()

    def without(self, gone: Collection[tuple[str | int, ...]]) -> Positions:
        """The places of the same file where those entries of its top level's lists, given as (key, number), are left
        out and the others counted anew.
        """

        def build() -> Tree | None:
            root = self._root
            if root is None or root.keys is None:
                return root
            kept = dict[str, tuple[Mark, Node]]()
            for key, (mark, node) in root.keys.items():
                items = node.items and [one for number, one in enumerate(node.items) if (key, number) not in gone]
                kept[key] = mark, Node(node.mark, items, node.keys)  # type: ignore[arg-type]  # whole trees alone
            return Node(root.mark, None, kept)

        return Positions(build, self.only_line)

    def told(self, place: tuple[int, int]) -> tuple[int | None, int | None, str | None]:
        """Line, column and, in a file that is no text, the words for a place that `of` gives."""
        return *place, None

    def of(self, loc: Loc, *, nearest: bool = False, key: bool = False) -> tuple[int, int] | None:
        """1-based line and column of the value at `loc`, or None where there is none.

        A list or mapping under a key stands at its key, a mapping in a list at its own first key. With `nearest`, the
        innermost existing value around `loc`; with `key`, the key of the value instead of the value.
        """
        node = self._root
        if node is None:
            return None
        key_mark: Mark | None = None
        for step in loc:
            found = _step(node, step)
            if found is None:
                if nearest:
                    break
                return None
            key_mark, node = found
        # Whether a value holds more is asked last: for JSON it takes reading the value.
        at_key = key_mark is not None and (key or node.items is not None or node.keys is not None)
        mark = key_mark if key_mark is not None and at_key else node.mark
        return mark.line + 1, mark.column + 1


def _step(node: Tree, step: str | int) -> tuple[Mark | None, Tree] | None:
    if isinstance(step, str):
        return node.keys.get(step) if node.keys is not None else None
    return (None, node.items[step]) if node.items is not None and step < len(node.items) else None


class LineIndex:
    """Turns offsets in a text into places."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """The 0-based line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset) - 1
        return Place(line, offset - self._starts[line])
