"""A fault of a pack: where it stands, what kind it is, and what would be right, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dcs_audit.law.told import in_language
from dcs_audit.locale.phrases import LANGS, Text
from dcs_audit.locale.rules_lint import WORDS

UNLOADABLE = "unloadable"
"""The code of what loading refuses and no other code names better."""

_TOLD = re.compile(r"(?P<place>[^:]+:\d+:\d+|[^:]+\.yaml(?::\d+)?|[^:]+): (?P<message>.*)", re.DOTALL)
_LOADING_CODES = (
    ("unknown source `", "unknown-source"),
    ("unknown ", "unknown-name"),
    ("is defined twice", "duplicate"),
    ("two versions are in force", "overlapping-windows"),
)
"""What a message of loading holds, and the code of its fault."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault; `line` and `column` count from 1. Faults sort by file, then by line."""

    file: str
    line: int
    column: int
    code: str
    message: Text


def fault(place: str, code: str, **blanks: object) -> Fault:
    """A fault at `FILE:LINE:COLUMN`, told by the message of its code."""
    said = WORDS[f"lint.{code}"]
    return fault_in_words(place, code, Text(*(said[lang].format_map(blanks) for lang in LANGS)))


def of_loading(problems: Iterable[str]) -> Iterator[Fault]:
    """The faults that loading tells as lines of text; one that it tells in one language alone is so in both."""
    for problem in problems:
        found = _TOLD.fullmatch(problem)
        place, message = (found["place"], found["message"]) if found else ("", str(problem))
        start = len(problem) - len(message)
        code = next((code for words, code in _LOADING_CODES if words in message), UNLOADABLE)
        yield fault_in_words(place, code, Text(*(in_language(problem, lang)[start:] for lang in LANGS)))


def fault_in_words(place: str, code: str, message: Text) -> Fault:
    """A fault at `FILE:LINE:COLUMN`, or at the beginning of `FILE`, in its own words."""
    parts = place.split(":")
    numbers = [int(part) for part in parts[1:]]
    line, column = (*numbers, 1, 1)[:2]
    return Fault(parts[0], line, column, code, message)
