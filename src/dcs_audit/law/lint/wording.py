"""Sentences and ids that a reader or a report would stumble over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from dcs_audit.law.basics import Model, Words
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.model import Informational, Rule
from dcs_audit.law.walk import parts
from dcs_audit.records.positions import Loc

LONGEST_TITLE = 120
"""Characters of a title of a rule, a check, a parameter: more do not stand on a line."""

_RULE_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)+")
_SENTENCES = ("message", "remedy", "text")
_ENDS = (".", "?", "!", ".”", ".)")


def find(book: Book) -> Iterator[Fault]:
    """not-nfc, stray-space, not-vietnamese, not-translated, long-title, no-full-stop, rule-id."""
    for _, entry, place in book.entries():
        for loc, words in _written(entry):
            for lang, said in words:
                yield from (fault(place.at(*loc, lang), code) for code in _letters(said))
    for _, entry, place in book.entries_of_rule_files():
        for loc, words in _written(entry):
            yield from (fault(place.at(*loc, lang), code) for lang, code in _said(words, str(loc[-1])))
        if isinstance(entry, (Rule, Informational)) and not _RULE_ID.fullmatch(entry.id):
            yield fault(place.at("id"), "rule-id", rule=entry.id)


def _written(entry: Model) -> Iterator[tuple[Loc, Words]]:
    """The sentences that the file holds; some of an attested rule are only made out of its question."""
    made = {"absent_reason", "moot"} if isinstance(entry, Rule) and entry.attest is not None else set()
    yield from ((loc, words) for loc, words in parts(entry, Words) if loc[0] not in made)


def _letters(said: str) -> Iterator[str]:
    if normalize("NFC", said) != said:
        yield "not-nfc"
    if said != " ".join(said.split()):
        yield "stray-space"


def _said(words: Words, key: str) -> Iterator[tuple[str, str]]:
    if words.vi == words.en:
        yield "en", "not-translated"
    elif words.vi.isascii():
        yield "vi", "not-vietnamese"
    for lang, said in words:
        if key == "title" and len(said) > LONGEST_TITLE:
            yield lang, "long-title"
        if key in _SENTENCES and not said.endswith(_ENDS):
            yield lang, "no-full-stop"
