"""How explanations name days, fields, facts and values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from dcs_audit.duties.attributes import DERIVED
from dcs_audit.explaining.model import Plain
from dcs_audit.law.basics import Condition
from dcs_audit.law.facts import FACTS
from dcs_audit.locale import record_words
from dcs_audit.locale.phrases import LANGS, Argument, Phrase, Sentence, Text, phrase
from dcs_audit.locale.screen import screen
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.verdicts.model import Status

_UNWRITTEN = frozenset({*DERIVED, "total", "period.last"})
"""Attributes that are worked out: no unit file holds a key for them."""
_MOST_LISTED = 12
"""Of longer lists the rest is counted."""


def on(day: date) -> Phrase:
    """A day with its weekday: "thứ Hai, 12/01/2026"."""
    return phrase("x.day", weekday=phrase(f"x.weekday.{day.weekday()}"), day=day)


def field_words(path: str) -> Text:
    """An attribute of a record, with its key if the file holds it."""
    vi, en = (record_words.field(path, lang) for lang in LANGS)
    if path in _UNWRITTEN and vi is not None and en is not None:
        return Text(vi, en)
    return _keyed(path, vi, en)


def fact_words(name: str) -> Text:
    """A fact of the unit, with where it stands in the file."""
    return _keyed(FACTS.get(name, name), *(record_words.fact(name, lang) for lang in LANGS))


def section_words(key: str) -> Text:
    """A section of the unit file, with its key."""
    return _keyed(f"records.{key}", *(record_words.section(key, lang) for lang in LANGS))


def type_words(kind: str) -> Text:
    """A type of unit."""
    return Text(screen(f"type.{kind}", "vi"), screen(f"type.{kind}", "en"))


def status_words(status: Status) -> Text:
    """A verdict."""
    return Text(screen(f"status.{status}", "vi"), screen(f"status.{status}", "en"))


def value_words(value: Any) -> Sentence | str | int | date:
    """A value of the unit file in words."""
    if isinstance(value, bool):
        return phrase("value.true" if value else "value.false")
    if isinstance(value, (int, date)):
        return value
    if isinstance(value, (Period, MonthDay)):
        return value.label
    if isinstance(value, tuple):
        return phrase("x.entries", number=len(value))
    return _keyed(str(value), *(record_words.value(str(value), lang) for lang in LANGS))


def values_words(slugs: Iterable[str]) -> Argument:
    """Slugs one after another, each in words."""
    return tuple(_keyed(slug, *(record_words.value(slug, lang) for lang in LANGS)) for slug in slugs)


def _keyed(key: str, vi: str | None, en: str | None) -> Text:
    return Text(f"{vi} ({key})" if vi and vi != key else key, f"{en} ({key})" if en and en != key else key)


def plain(value: Any) -> Plain:
    """A value of the unit file as data."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Period, MonthDay)):
        return value.label
    return len(value) if isinstance(value, tuple) else str(value)


def condition_words(condition: Condition) -> Text:
    """A question about a fact of the unit, as a sentence."""
    of = fact_words(condition.fact)
    for key, flag in (("is", condition.is_), ("present", condition.present)):
        if flag is not None:
            return _told(f"doc.c.{key}_{'yes' if flag else 'no'}", of)
    for key in ("at_most", "at_least", "less_than", "more_than"):
        number = getattr(condition, key)
        if number is not None:
            return _told(f"doc.c.{key}", of, number)
    raise AssertionError("the rule model admits exactly one comparison")


def _told(key: str, of: Text, number: int = 0) -> Text:
    return Text(screen(key, "vi", of=of.vi, number=number), screen(key, "en", of=of.en, number=number))


def conditions_words(conditions: Iterable[Condition]) -> Phrase:
    """Conditions that must all hold."""
    return phrase("x.all", items=tuple(map(condition_words, conditions)))


def runs(days: Sequence[date]) -> Phrase:
    """Days as stretches: "17/01/2026–18/01/2026; 24/01/2026"; of many, the rest is counted."""
    stretches: list[tuple[date, date]] = []
    for day in days:
        if stretches and day - stretches[-1][1] == timedelta(days=1):
            stretches[-1] = (stretches[-1][0], day)
        else:
            stretches.append((day, day))
    told: list[Argument] = [
        phrase("x.one_day", day=first) if first == last else phrase("x.stretch", first=first, last=last)
        for first, last in stretches[:_MOST_LISTED]
    ]
    if len(stretches) > _MOST_LISTED:
        told.append(phrase("x.more", number=len(stretches) - _MOST_LISTED))
    return phrase("x.list", items=tuple(told))
