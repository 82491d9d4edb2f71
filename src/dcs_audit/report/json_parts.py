"""Parts of the JSON report, written once where they come again: titles, citations and sentences of the rules.

The standard library indents in Python and takes longer over a report than the audit takes to make it. Here each part
is text with its indentation, remembered as long as it is likely to come again, and a report is put together of them.
The bytes are those of `json.dumps(…, ensure_ascii=False, indent=2)`; tests hold the two against each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Generic, TypeVar

from dcs_audit.locale.phrases import LANGS, Lang, Sentence, say
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.model import Citation

T = TypeVar("T")

# Valid in JSON as they are, but a terminal obeys the first range and UTF-8 has no bytes for the last.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
FLAT = -1000
"""The depth of what is to stand on one line: whatever it holds is still above the first level of indentation."""
REMEMBERED = 8192
"""Far more than a rulebook has sentences; what hangs on one unit's dates and names is forgotten in time."""


class Shared(Generic[T]):
    """Writes things that many reports share, each once: they are known by identity, which is cheaper than by value."""

    def __init__(self, write: Callable[..., str]) -> None:
        """`write(thing, *how)` gives the text."""
        self._write = write
        self._known: dict[tuple[Hashable, ...], tuple[T, str]] = {}

    def __call__(self, thing: T, *how: Hashable) -> str:
        """The text of `thing`."""
        key = (id(thing), *how)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            # The thing is kept with its text: else another could come to have its identity.
            known = self._known[key] = thing, self._write(thing, *how)
        return known[1]


@lru_cache(REMEMBERED)
def quoted(text: str) -> str:
    """A JSON string, safe to print."""
    written: str = encode_basestring(text)
    return written if written.isascii() else safe(written)


def safe(written: str) -> str:
    """JSON in which everything that a terminal would obey, or UTF-8 has no bytes for, is escaped."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def word(value: str | None) -> str:
    """A JSON string, or null."""
    return "null" if value is None else quoted(value)


def number(value: int | None) -> str:
    """A JSON number, or null."""
    return "null" if value is None else str(value)


def flag(value: bool) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


def pad(depth: int) -> str:
    """What begins a line at this depth; nothing for what is to stand on one line."""
    return "" if depth < 0 else "\n" + "  " * depth


def fields(entries: Iterable[tuple[str, str]], depth: int) -> str:
    """Names with their written values, which stand at `depth`."""
    return f",{pad(depth)}".join([f"{quoted(name)}: {value}" for name, value in entries])


def mapping(entries: Iterable[tuple[str, str]], depth: int) -> str:
    """A mapping of names to written values; `depth` is that of its closing brace."""
    inner, outer = pad(depth + 1), pad(depth)
    body = fields(entries, depth + 1)
    return f"{{{inner}{body}{outer}}}" if body else "{}"


def listing(items: Iterable[str], depth: int) -> str:
    """A list of written values; `depth` is that of its closing bracket."""
    inner, outer = pad(depth + 1), pad(depth)
    body = f",{inner}".join(items)
    return f"[{inner}{body}{outer}]" if body else "[]"


def anything(value: object, depth: int) -> str:
    """Any value that JSON has, as the standard library writes it."""
    indent = None if depth < 0 else 2
    return safe(json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)).replace("\n", pad(depth))


@lru_cache(REMEMBERED)
def said(sentence: Sentence, lang: Lang) -> str:
    """A sentence in one language, with ISO dates."""
    return quoted(say(sentence, lang, iso_dates=True))


@lru_cache(REMEMBERED)
def both(sentence: Sentence, depth: int) -> str:
    """A sentence in every language, with ISO dates."""
    return mapping([(lang, said(sentence, lang)) for lang in LANGS], depth)


def _citations(places: tuple[Citation, ...], depth: int) -> str:
    return listing([_citation(place, depth + 1) for place in places], depth)


citations: Shared[tuple[Citation, ...]] = Shared(_citations)
"""Places in legal texts, to be called as `citations(places, depth)`."""


def _citation(place: Citation, depth: int) -> str:
    # A clause is a number as the contract has it; an inserted one such as "2a" stays text.
    clause = place.clause if place.clause is not None and place.clause.isdecimal() else None
    entries = (
        ("source", quoted(place.source)),
        ("article", number(place.article)),
        ("clause", word(place.clause) if clause is None else str(int(clause))),
        ("point", word(place.point)),
        ("label", quoted(article_first(place))),
    )
    return mapping(entries, depth)
