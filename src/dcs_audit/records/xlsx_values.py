"""What one cell of a workbook means, and what a cell shows for a value: each the other's inverse.

Nothing is guessed: a number that may be a year or a day, a text that the program turned into a date, is asked back
about. What is left for the model to judge (31/02/2026, a negative count) is handed on as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, TypeAlias
from unicodedata import normalize

from dcs_audit.locale import record_words
from dcs_audit.locale.languages import Lang
from dcs_audit.locale.workbook_words import (
    ALL,
    NOTHING,
    TRUTHS,
    UNKNOWN,
    folded,
    labels,
    means,
    period_label,
    periods_of,
    slugs_of,
    truth_of,
)
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.records.vocabulary import Vocabulary
from dcs_audit.records.xlsx_cells import Cell, serial_day
from dcs_audit.records.xlsx_layout import Column

Shown: TypeAlias = str | int | date | None
"""What a cell holds."""

FIRST_DAY = date(1950, 1, 1)
"""Earlier days are written as text: as numbers they look like years (serial 2026 is a day of 1905)."""
_FIRST_SERIAL = (FIRST_DAY - date(1899, 12, 30)).days
_MOST_EXACT = 10**15
_NOUGHTS = re.compile(r"(-?[0-9]+)[.,]0{1,2}")
_YEAR = re.compile("(?:19|20|21|22)[0-9]{2}")
_DAY_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_SEPARATOR = re.compile(r"[;\n]")
_LABELLED = re.compile(r"(.+) \[([a-z0-9]+(?:[-_][a-z0-9]+)*)\]", re.DOTALL)
_NEVER_SLUGS = ("id", "note", "name", "number", "title", "evidence", "url", "place", "rule")


@dataclass(frozen=True, slots=True)
class Bad(Exception):
    """A cell that cannot be read: the code of the problem, what its message names, the words it should be one of."""

    code: str
    args_: dict[str, str] = field(default_factory=dict)
    word: str = ""
    known: Callable[[], Collection[str]] | None = None


def words_of(column: Column, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The only slugs that the column may hold; none where it takes any text."""
    return tuple(sorted(getattr(vocabulary, column.sort))) if column.sort else column.words


# --- reading -------------------------------------------------------------------------------------------------------


def decode(column: Column, cell: Cell, vocabulary: Vocabulary, from_1904: bool = False) -> Any:
    """What the model is to be given for the cell: None where it says that the fact is unknown. Raises Bad."""
    if cell.kind == "formula":
        raise Bad("xlsx_formula")
    if cell.kind == "error":
        raise Bad("xlsx_error", {"value": str(cell.value)})
    if cell.kind == "text" and means(str(cell.value), (UNKNOWN,)):
        return None
    if column.many:
        return _many(column, cell, vocabulary)
    match column.kind:
        case "day":
            return _day(cell, from_1904)
        case "flag":
            return _flag(cell)
        case "word":
            return _word(column, _typed(cell), vocabulary)
        case "count":
            return _NOUGHTS.sub(r"\1", typed) if _NOUGHTS.fullmatch(typed := _typed(cell)) else typed
        case "period":
            return _period(_typed(cell))
        case "month_day":
            return _month_day(cell)
        case _:
            return unquoted(_typed(cell))


def _typed(cell: Cell) -> str:
    """What was typed, as text."""
    value = cell.value
    if isinstance(value, date):
        raise Bad("xlsx_became_day", {"value": f"{value:%d/%m/%Y}"})
    if isinstance(value, bool):
        raise Bad("xlsx_became_truth", {"value": str(value).upper()})
    if isinstance(value, float):
        if not value.is_integer() or abs(value) >= _MOST_EXACT:
            raise Bad("xlsx_became_number", {"value": f"{value:.15g}"})
        return str(int(value))
    return normalize("NFC", value).strip()


def _day(cell: Cell, from_1904: bool) -> date | str:
    if cell.kind == "text":
        return _typed(cell)
    day = cell.value
    if isinstance(day, float):
        found = serial_day(day, from_1904) if day >= _FIRST_SERIAL else None
        if found is None:
            raise Bad("xlsx_no_day", {"value": f"{day:.15g}"})
        if not day.is_integer():
            raise Bad("xlsx_day_and_time", {"value": f"{day:.15g}", "day": f"{found:%d/%m/%Y}"})
        return found
    if not isinstance(day, date) or day < FIRST_DAY:
        raise Bad("xlsx_no_day", {"value": f"{day:%d/%m/%Y}" if isinstance(day, date) else str(day).upper()})
    return day


def _flag(cell: Cell) -> bool:
    if isinstance(cell.value, bool):
        return cell.value
    truth = truth_of(_typed(cell))
    if truth is None:
        raise Bad("xlsx_no_truth", {"value": _typed(cell)})
    return truth


def _word(column: Column, typed: str, vocabulary: Vocabulary) -> str:
    known = words_of(column, vocabulary)
    slug = slugs_of(column.path[-1], known).get(folded(typed))
    if slug is None and column.path[-1] == "answer" and (truth := truth_of(typed)) is not None:
        return "yes" if truth else "no"
    if slug is None:
        code = "unknown_kind" if column.sort else "unknown_slug"
        raise Bad(code, {"value": typed}, typed, lambda: tuple(labels(column.path[-1], known, "vi").values()))
    return slug


def _period(typed: str) -> str:
    year = _YEAR.search(typed)
    return typed if year is None else periods_of(int(year[0])).get(folded(typed), typed)


def _month_day(cell: Cell) -> str:
    if isinstance(cell.value, date):
        return f"{cell.value:%m-%d}"
    typed = _typed(cell)
    found = _DAY_MONTH.fullmatch(typed)
    if found is None:
        raise Bad("xlsx_no_month_day", {"value": typed})
    return f"{int(found[2]):02d}-{int(found[1]):02d}"


def _many(column: Column, cell: Cell, vocabulary: Vocabulary) -> list[str] | str:
    typed = _typed(cell)
    if column.none_differs and means(typed, (NOTHING,)):
        return []
    if column.all_allowed and means(typed, (ALL,)):
        return "all"
    entries = list(_entries(typed))
    if column.kind != "word":
        return [unquoted(entry) for entry in entries]
    slugs = slugs_of(column.path[-1], words_of(column, vocabulary))
    known = [entry for entry in entries if folded(entry) not in slugs]
    if known:  # a list of letters is often written with commas
        entries = [piece.strip() for entry in entries for piece in (entry.split(",") if entry in known else [entry])]
    return [_word(column, entry, vocabulary) for entry in entries if entry]


def _entries(typed: str) -> list[str]:
    """The entries of `a; b; "c; d"`, each on a line of its own or after a semicolon. Raises Bad."""
    entries: list[str] = []
    rest = typed.strip()
    while rest:
        if rest.startswith('"'):
            found = re.match(r'("(?:[^"]|"")*")\s*(?:[;\n]|\Z)', rest)
            if found is None:
                raise Bad("xlsx_open_quote")
            entries.append(found[1][1:-1].replace('""', '"'))
            rest = rest[found.end() :].strip()
            continue
        entry, rest = [*_SEPARATOR.split(rest, maxsplit=1), ""][:2]
        if entry.strip():
            entries.append(entry.strip())
        rest = rest.strip()
    return entries


@cache
def _meant(text: str) -> str | None:
    """The slug in `tình hình thực hiện [thuc-hien]`; None for all else."""
    found = _LABELLED.fullmatch(text)
    if found is None:
        return None
    words = (record_words.value(found[2], "vi"), record_words.value(found[2], "en"))
    return found[2] if found[1] in words else None


def _special(text: str) -> bool:
    """Whether a cell with this text would be read as something else than this text."""
    return means(text, (UNKNOWN, NOTHING)) or _meant(text) is not None or _keeps(text)


def _keeps(text: str) -> bool:
    """Whether the quotes around a text are there to keep what is in them as it is."""
    return len(text) > 1 and text[0] == text[-1] == '"' and _special(text[1:-1])


def unquoted(text: str) -> str:
    """The text that a cell means: a slug behind its label, the inside of quotes that keep a special text as it is."""
    return _meant(text) or (text[1:-1] if _keeps(text) else text)


# --- writing -------------------------------------------------------------------------------------------------------


def encode(column: Column, value: Any, vocabulary: Vocabulary, lang: Lang) -> Shown:
    """What the cell shows for a value of the model, None where it stays empty."""
    if value is None:
        return None
    if column.many:
        return _listed(column, value, vocabulary, lang)
    match value:
        case bool():
            return TRUTHS[value][lang]
        case int():
            return value
        case date():
            return value if value >= FIRST_DAY else value.isoformat()
        case Period():
            return period_label(value, lang)
        case MonthDay():
            return f"{value.day:02d}/{value.month:02d}"
    return _shown(column, value, vocabulary, lang)


def _shown(column: Column, value: str, vocabulary: Vocabulary, lang: Lang) -> str:
    if column.kind == "word":
        return labels(column.path[-1], words_of(column, vocabulary), lang).get(value, value)
    if column.path[-1] not in _NEVER_SLUGS and column.kind == "text":
        word = record_words.value(value, lang)
        if word is not None and word != value and _meant(f"{word} [{value}]") == value:
            return f"{word} [{value}]"
    return quoted(value)


def quoted(text: str) -> str:
    """`text` for a cell, in quotes where it would be read as something else."""
    return f'"{text}"' if _special(text) else text


def _listed(column: Column, value: Any, vocabulary: Vocabulary, lang: Lang) -> str | None:
    if value == "all" and column.all_allowed:
        return ALL[lang]
    if not value:
        return NOTHING[lang] if column.none_differs else None
    shown = [_shown(column, entry, vocabulary, lang) for entry in value]
    alone = len(shown) == 1 and means(shown[0], (NOTHING, ALL, UNKNOWN))
    return "; ".join(
        _apart(entry) if alone or entry[0] == '"' or _SEPARATOR.search(entry) else entry for entry in shown
    )


def _apart(entry: str) -> str:
    """An entry in quotes, so that nothing in it ends it."""
    return '"' + entry.replace('"', '""') + '"'
