"""What the public functions take: a wrong argument is told at the call, by its name and with what would be right."""

from __future__ import annotations

from datetime import date, datetime

from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded


def need_day(as_of: object) -> None:
    """Raises TypeError for what is no `date`; a `datetime` is none, for an audit knows no hours."""
    if isinstance(as_of, datetime):
        raise TypeError(f"as_of is a datetime: give its day, as_of.date(), here date({_numbers(as_of)})")
    if isinstance(as_of, date):
        return
    hint = ""
    if isinstance(as_of, str):
        try:
            hint = f", here date({_numbers(date.fromisoformat(as_of))})"
        except ValueError:
            hint = ', or date.fromisoformat("2026-11-20")'
    raise TypeError(f"as_of is {_told(as_of)}: give a datetime.date{hint}")


def need_record(unit: object) -> None:
    """Raises TypeError for what `load_unit` does not give."""
    if not isinstance(unit, Loaded):
        raise TypeError(f"unit is {_told(unit)}: give what load_unit(path) returns")


def need_rulebook(rulebook: object) -> None:
    """Raises TypeError for what `load_rulebook` does not give."""
    if not isinstance(rulebook, Rulebook):
        raise TypeError(f"rulebook is {_told(rulebook)}: give what load_rulebook([...]) returns")


def _told(value: object) -> str:
    return (
        f"a {type(value).__name__} ({value!r:.60})"
        if isinstance(value, (str, bytes, int))
        else f"a {type(value).__name__}"
    )


def _numbers(day: date) -> str:
    return f"{day.year}, {day.month}, {day.day}"
