"""Finding keys and ids of rules in a line of text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

_CODE = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[\w.-]*\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, a key, or the id of a rule."""

    kind: Literal["text", "code", "rule"]
    text: str


def pieces(line: str, ids: Collection[str]) -> Iterator[Piece]:
    """The line cut where a key or the id of a rule stands; put together again, it says the same."""
    at = 0
    for found in _CODE.finditer(line):
        yield from _rules(line[at : found.start()], ids)
        yield Piece("rule" if found[1] in ids else "code", found[1])
        at = found.end()
    yield from _rules(line[at:], ids)


def _rules(text: str, ids: Collection[str]) -> Iterator[Piece]:
    at = 0
    for found in _WORD.finditer(text):
        if found[0] in ids:
            if found.start() > at:
                yield Piece("text", text[at : found.start()])
            yield Piece("rule", found[0])
            at = found.end()
    if at < len(text):
        yield Piece("text", text[at:])
