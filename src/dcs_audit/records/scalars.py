"""What one typed word means: text, whole number, yes or no, day, period.

Every parser takes what a reader hands over (text as typed, or a Python value of the right kind), answers None for an
unknown fact (null, or nothing but blanks) and raises a coded error for what cannot be read. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from unicodedata import normalize

from pydantic_core import PydanticCustomError

from dcs_audit.records.period import MonthDay, Period

# Newline and tab are text; the direction overrides and the Unicode line breaks forge lines in a report.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHOLE = re.compile(r"0|-?[1-9][0-9]*")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOCAL_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_MAX_DIGITS = 9
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_TRUTH_WORDS = ("true", "false")


def problem(code: str, **args: object) -> PydanticCustomError:
    """The error `code`, with `args` for its message; pydantic adds where it happened."""
    return PydanticCustomError(code, "problem", args)  # the catalogue holds the words


def text(value: object) -> str | None:
    """What was typed, in NFC and without blanks around; None if that is nothing."""
    if value.__class__ is str:
        typed = str(value)
        if not (typed.isascii() and typed.isprintable()):
            typed = _cleaned(typed)
        return typed.strip() or None
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    raise problem("not_text")


def _cleaned(typed: str) -> str:
    typed = normalize("NFC", typed).replace("\r\n", "\n")
    if found := _SURROGATE.search(typed):
        raise problem("lone_surrogate", char=f"U+{ord(found[0]):04X}")
    if found := _CONTROL.search(typed):
        raise problem("control_character", char=f"U+{ord(found[0]):04X}")
    return typed


def required(parse: Callable[[object], object]) -> Callable[[object], object]:
    """`parse`, for a place where the contract does not allow an unknown fact."""

    def parsed(value: object) -> object:
        result = parse(value)
        if result is None:
            raise problem("missing")
        return result

    return parsed


def whole(value: object) -> int | None:
    """A whole number written in plain decimal digits, at most nine of them."""
    typed = text(value)
    if typed is None:
        return None
    if not _WHOLE.fullmatch(typed):
        raise problem("not_whole_number", value=typed)
    if len(typed.lstrip("-")) > _MAX_DIGITS:
        raise problem("number_too_large", value=typed)
    return int(typed)


def count(value: object) -> int | None:
    """How many there are of something: a whole number, 0 or more."""
    number = whole(value)
    if number is not None and number < 0:
        raise problem("negative", value=str(number))
    return number


def ordinal(value: object) -> int | None:
    """Which one in a row: a whole number, 1 or more."""
    number = whole(value)
    if number is not None and number < 1:
        raise problem("below_one", value=str(number))
    return number


def audited_year(value: object) -> int | None:
    """A calendar year that this law could be audited for, 2000 to 2100."""
    number = whole(value)
    if number is not None and not 2000 <= number <= 2100:
        raise problem("year_out_of_range", value=str(number))
    return number


def truth(value: object) -> bool | None:
    """`true` or `false`; `yes`, `no`, `có` are text to be asked back about."""
    if isinstance(value, bool):
        return value
    typed = text(value)
    if typed is None:
        return None
    if typed not in _TRUTHS:
        raise problem("not_bool", value=typed, known=_TRUTH_WORDS)
    return _TRUTHS[typed]


def day(value: object) -> date | None:
    """A day written `2026-04-08` or `08/04/2026`, day before month, between 1900 and 2200."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    typed = text(value)
    if typed is None:
        return None
    return _parsed_day(typed)


# The same few hundred days come up again and again in the files of a year.
@lru_cache(maxsize=4096)
def _parsed_day(typed: str) -> date:
    if iso := _ISO_DAY.fullmatch(typed):
        return _day(typed, int(iso[1]), int(iso[2]), int(iso[3]))
    if local := _LOCAL_DAY.fullmatch(typed):
        return _day(typed, int(local[3]), int(local[2]), int(local[1]))
    raise problem("not_date", value=typed)


def _day(typed: str, year: int, month: int, day_of_month: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise problem("date_out_of_range", value=typed)
    try:
        return date(year, month, day_of_month)
    except ValueError:
        if "/" in typed and month > 12 and 1 <= day_of_month <= 12:
            raise problem("date_month_first", value=typed, near=f"{month:02d}/{day_of_month:02d}/{year:04d}") from None
        raise problem("impossible_date", value=f"{day_of_month:02d}/{month:02d}/{year:04d}") from None


def period(value: object) -> Period | None:
    """A year, half, quarter or month: `2026`, `2026-H1`, `2026-Q1`, `2026-M03`."""
    if isinstance(value, Period):
        return value
    typed = text(value)
    if typed is None:
        return None
    parsed = Period.parse(typed)
    if parsed is None:
        raise problem("not_period", value=typed)
    if not _FIRST_YEAR <= parsed.year <= _LAST_YEAR:
        raise problem("date_out_of_range", value=typed)
    return parsed


def month_day(value: object) -> MonthDay | None:
    """A day of every year, `MM-DD`."""
    if isinstance(value, MonthDay):
        return value
    typed = text(value)
    if typed is None:
        return None
    parsed = MonthDay.parse(typed)
    if parsed is None:
        raise problem("not_month_day", value=typed)
    return parsed
