"""Which unit of one fleet is which of another. Nothing is guessed: what could be several is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from dcs_audit.verdicts.identity import Identity
from dcs_audit.verdicts.saved import SavedReport


@dataclass(frozen=True, slots=True)
class Who:
    """What a unit can be known by, what it is called, and how many violations its report has."""

    identity: Identity
    code: str
    year: int
    path: str
    name: str
    violations: int


def who(report: SavedReport) -> Who:
    """What a report's unit can be known by."""
    return Who(report.identity, report.code, report.year, report.path, report.name, report.violations)


@dataclass(frozen=True, slots=True)
class Matching:
    """0-based places: of each new unit's old report; of units that only one side has."""

    old_of: dict[int, int]
    only_old: tuple[int, ...]
    only_new: tuple[int, ...]


def match(old: Sequence[Who], new: Sequence[Who]) -> Matching:
    """Units known by code, or by name, type and parent; of the same year if they can; by path as the last resort."""
    old_of: dict[int, int] = {}
    taken: set[int] = set()
    for key in _KEYS:
        before, after = _unique(old, key), _unique(new, key)
        for mark, place in after.items():
            if mark in before and before[mark] not in taken and place not in old_of:
                old_of[place] = before[mark]
                taken.add(before[mark])
    return Matching(
        old_of,
        tuple(place for place in range(len(old)) if place not in taken),
        tuple(place for place in range(len(new)) if place not in old_of),
    )


def _unique(units: Sequence[Who], key: Callable[[Who], Hashable]) -> dict[Hashable, int]:
    """The place of each unit that this key alone tells from all others of its side."""
    marks = [key(unit) for unit in units]
    times = Counter(marks)
    return {mark: place for place, mark in enumerate(marks) if mark is not None and times[mark] == 1}


def _by_path(unit: Who) -> Hashable:
    # A line of JSON Lines is no name: whoever comes first moves all others.
    head, _, line = unit.path.rpartition(":")
    return None if head and line.isdecimal() else (unit.path, unit.identity.type, unit.year)


_KEYS: tuple[Callable[[Who], Hashable], ...] = (
    lambda unit: (unit.code, unit.identity, unit.year) if unit.code else None,
    lambda unit: (unit.identity, unit.year),
    lambda unit: (unit.identity, unit.year, unit.path),
    lambda unit: (unit.code, unit.identity.type, unit.year) if unit.code else None,
    lambda unit: unit.identity,
    _by_path,
)
