"""What was probably meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from unicodedata import combining, normalize

# Beyond these a suggestion costs more than it helps: no one mistypes a paragraph.
_LONGEST_WORD = 80
_MOST_KNOWN = 2000


def fold(word: str) -> str:
    """Lower case, without diacritics (đ is d), blanks and underscores as hyphens."""
    bare = "".join(char for char in normalize("NFD", word.casefold()) if not combining(char)).replace("đ", "d")
    return bare.replace("_", "-").replace(" ", "-")


def nearest(word: str, known: Collection[str]) -> str | None:
    """The word of `known` closest to `word` in spelling, diacritics and case aside; None if none is close."""
    if len(word) > _LONGEST_WORD or len(known) > _MOST_KNOWN:
        return None
    if word == "đ" and "dd" in known:
        return "dd"  # the slug of a letter that slugs cannot spell
    by_fold: dict[str, str] = {}
    for candidate in sorted(known):
        by_fold.setdefault(fold(candidate), candidate)
    close = get_close_matches(fold(word), by_fold, n=1)
    return by_fold[close[0]] if close else None
