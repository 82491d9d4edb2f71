"""The order of Vietnamese names: Ă and Â after A, Đ after D; tones count only where the letters are the same.

No collation of a library at hand has this order: the Unicode default takes Ă for an A with an accent.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng, in the order of dictionaries."""
_SHAPES = {"\u0306": {"a": "ă"}, "\u0302": {"a": "â", "e": "ê", "o": "ô"}, "\u031b": {"o": "ơ", "u": "ư"}}
"""Signs that make another letter, where tones do not."""
_PLACE = {letter: place for place, letter in enumerate(_LETTERS)}
_PIECE = re.compile(r"\d{1,18}|.", re.ASCII | re.DOTALL)
_OTHER, _NUMBER, _LETTER = range(3)
_REMEMBERED = 1024
"""Names of villages and places, which one unit asks for again and again."""

Key: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


@lru_cache(_REMEMBERED)
def vietnamese(text: str) -> Key:
    """What to sort a name by. Numbers count by value: Thôn 2 before Thôn 10."""
    composed = unicodedata.normalize("NFC", text)
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for piece in _PIECE.findall(composed.casefold()):
        if piece.isdecimal() and piece.isascii():
            letters.append((_NUMBER, int(piece)))
            tones.append(0)
        else:
            letter, tone = _letter(piece)
            letters.append((_LETTER, _PLACE[letter]) if letter in _PLACE else (_OTHER, ord(letter)))
            tones.append(tone)
    return tuple(letters), tuple(tones), composed


def _letter(sign: str) -> tuple[str, int]:
    """A sign without its tone, and the tone's place; 0 for the level one."""
    base, *marks = list(unicodedata.normalize("NFD", sign))
    tone = 0
    for mark in marks:
        if mark in _TONES:
            tone = _TONES.index(mark) + 1
        else:
            base = _SHAPES.get(mark, {}).get(base, base)
    return base, tone
