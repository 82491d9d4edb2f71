"""Where the values of a JSON text stand, worked out only along the ways that someone asks about.

What lies beside the way is skipped over by the standard library's scanner, which is far quicker than any of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]  # the standard library's own, untyped

from dcs_audit.records.positions import LineIndex, Place
from dcs_audit.records.reading import key_text

_TO_NEXT = re.compile(r"[ \t\n\r,:]*")
_skip = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).scan_once  # type: ignore[attr-defined]


class JsonNode:
    """The value that begins at `start` of a text known to be JSON but for NaN and Infinity."""

    def __init__(self, text: str, start: int, index: LineIndex) -> None:
        self._text = text
        self._start = start
        self._index = index

    @property
    def mark(self) -> Place:
        """Its first character."""
        return self._index.place(self._start)

    @cached_property
    def items(self) -> list[JsonNode] | None:
        """Its values, if it is a list."""
        if self._text[self._start] != "[":
            return None
        return [JsonNode(self._text, start, self._index) for start in self._values()]

    @cached_property
    def keys(self) -> dict[str, tuple[Place, JsonNode]] | None:
        """Its keys with their places and values, if it is a mapping; of equal ones the first."""
        if self._text[self._start] != "{":
            return None
        found: dict[str, tuple[Place, JsonNode]] = {}
        for at in self._values(keyed=True):
            typed, end = scanstring(self._text, at + 1)
            key = key_text(typed)
            if key not in found:
                found[key] = (self._index.place(at), JsonNode(self._text, self._next(end), self._index))
        return found

    def _values(self, *, keyed: bool = False) -> Iterator[int]:
        """Where each value begins; with `keyed`, where its key does."""
        at = self._next(self._start + 1)
        while self._text[at] not in "]}":
            yield at
            if keyed:
                at = self._next(scanstring(self._text, at + 1)[1])
            at = self._next(_skip(self._text, at)[1])

    def _next(self, at: int) -> int:
        """The first character from `at` on that is no blank, comma or colon."""
        found = _TO_NEXT.match(self._text, at)
        return at if found is None else found.end()


def json_root(text: str) -> JsonNode:
    """The one value of a text."""
    found = _TO_NEXT.match(text)
    return JsonNode(text, 0 if found is None else found.end(), LineIndex(text))
