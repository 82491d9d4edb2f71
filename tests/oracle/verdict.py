"""The words of a verdict, and how several of them make one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

PASSED, MISSING, LATE, DEFECTIVE = "passed", "missing", "late", "defective"
PENDING, REVIEW, NOT_HERE = "pending", "needs_review", "not_applicable"

Data = dict[str, Any]
Verdicts = dict[str, str]
"""The status of each duty: of the rule itself, `@` a period, or `#` a record or project."""

Duty = Callable[[Data, date], Verdicts]
"""What a rule makes of a unit file on the day of the audit."""

_WORST_FIRST = (MISSING, LATE, DEFECTIVE, PENDING, REVIEW, PASSED)


def worst(*statuses: str) -> str:
    """Of all checks of a record, or of all records that must each be right; passed where there is none."""
    return min(statuses, key=_WORST_FIRST.index, default=PASSED)


def best(*statuses: str) -> str:
    """Of several records of which one is enough."""
    return max(statuses, key=_WORST_FIRST.index)


def holds(true: bool | None) -> str:
    """A condition on what was done: met, broken, or not to be told."""
    return REVIEW if true is None else PASSED if true else DEFECTIVE


def awaited(due: date, as_of: date) -> str:
    """Nothing was done: that is a violation once the last good day is over."""
    return PENDING if as_of <= due else MISSING


def done(day: date | None, due: date, as_of: date) -> str:
    """A deed with a deadline, by the day on which it was done; what lies ahead has not been done yet."""
    if day is None or day > as_of:
        return awaited(due, as_of)
    return PASSED if day <= due else LATE


def section(file: Data, name: str, **wanted: str) -> list[Data]:
    """The records of a section with these values, in the order of the file."""
    records: list[Data] = file.get("records", {}).get(name, [])
    return [record for record in records if all(record.get(key) == value for key, value in wanted.items())]
