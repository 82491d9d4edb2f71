"""Sentences in two languages whose parts are filled in at the last moment.

A `Phrase` is a key of a catalogue and its arguments; nothing is formatted until a report asks for a language and a
style of dates. A `Text` is a sentence that the rulebook already holds in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from dcs_audit.locale.languages import LANGS as LANGS
from dcs_audit.locale.languages import Lang as Lang
from dcs_audit.locale.verdicts import SENTENCES


class Text(NamedTuple):
    """One sentence, in Vietnamese and in English."""

    vi: str
    en: str


class Phrase(NamedTuple):
    """A sentence of the catalogue `dcs_audit.locale.verdicts` and the values of its blanks."""

    key: str
    args: tuple[tuple[str, Argument], ...] = ()


Argument: TypeAlias = "str | int | date | Text | Phrase | tuple[Argument, ...]"
Sentence: TypeAlias = Text | Phrase


def phrase(key: str, **args: Argument) -> Phrase:
    """A phrase from keyword arguments."""
    # As `Phrase(key, …)`, without the detour over its own constructor: an audit makes hundreds.
    return tuple.__new__(Phrase, (key, tuple(args.items())))


def word(slug: str, family: str = "value") -> Sentence:
    """A slug of a pack or a record in words; itself where the catalogue has none."""
    key = f"{family}.{slug}"
    return Phrase(key) if key in SENTENCES else Text(slug, slug)


def say(sentence: Sentence, lang: Lang, *, iso_dates: bool = False) -> str:
    """The sentence in `lang`; dates as dd/mm/yyyy, or as yyyy-mm-dd with `iso_dates`."""
    if isinstance(sentence, Text):
        return sentence.vi if lang == "vi" else sentence.en
    blanks = {name: _written(value, lang, iso_dates) for name, value in sentence.args}
    return SENTENCES[sentence.key][lang].format_map(blanks).strip()


def day(value: date, *, iso: bool = False) -> str:
    """A date as people in Vietnam write it, dd/mm/yyyy, or as data has it, yyyy-mm-dd."""
    return value.isoformat() if iso else f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def _written(value: Argument, lang: Lang, iso_dates: bool) -> str:
    if isinstance(value, date):
        return day(value, iso=iso_dates)
    if isinstance(value, (Text, Phrase)):
        return say(value, lang, iso_dates=iso_dates)
    if isinstance(value, tuple):
        between = "; " if any(isinstance(item, (Phrase, Text)) for item in value) else ", "
        return between.join(_written(item, lang, iso_dates) for item in value)
    return str(value)


def both(sentence: Sentence, *, iso_dates: bool = False) -> Mapping[str, str]:
    """The sentence in every language, keyed by language."""
    return {lang: say(sentence, lang, iso_dates=iso_dates) for lang in LANGS}
