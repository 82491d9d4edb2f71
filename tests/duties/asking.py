"""Puts one question of the rule language to one record and says how it comes out."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tiny_packs import parameter, rulebook, unit_file

from dcs_audit.duties.context import Context
from dcs_audit.duties.items import Item, Timing
from dcs_audit.duties.measures import Probe, compile_option
from dcs_audit.law.questions import Option
from dcs_audit.law.rulebook import Rulebook

NUMBERS = [
    parameter("three-days", "days", 3),
    parameter("thirty-days", "days", 30),
    parameter("five-working-days", "working_days", 5),
    parameter("seven-days", "days", 7),
    parameter("two-years", "years", 2),
    parameter("five-people", "people", 5),
]


@cache
def _book() -> Rulebook:
    with TemporaryDirectory() as folder:
        return rulebook(Path(folder) / "p", parameters=NUMBERS)


def ask(
    option: dict[str, Any],
    section: str,
    record: dict[str, Any],
    unit: dict[str, Any] | None = None,
    as_of: date = date(2026, 6, 15),
    grace: date | None = None,
) -> str:
    """`met`, `unknown`, `pending`, `failed`, `late`, `missing`, or `not asked`: the worst of its parts."""
    found = items(option, section, record, unit, as_of, grace)
    if found is None:
        return "not asked"
    order = ["missing", "late", "failed", "pending", "unknown", "met"]
    return min((settle(item, as_of) for item in found), key=order.index)


def items(
    option: dict[str, Any],
    section: str,
    record: dict[str, Any],
    unit: dict[str, Any] | None = None,
    as_of: date = date(2026, 6, 15),
    grace: date | None = None,
) -> tuple[Item, ...] | None:
    """What the question makes of the record."""
    file = unit_file(unit, {section: [record]}).unit
    assert file is not None
    (made,) = getattr(file.records, section)
    probe = Probe(Context(file, file.year, as_of, _book()), as_of, grace)
    found: list[Item] = []
    for measure in compile_option(Option.model_validate(option)):
        part = measure(made, probe)
        if part is None:
            return None
        found.extend(part)
    return tuple(found)


def settle(item: Item, as_of: date) -> str:
    """How one part comes out, by what its numbers mean."""
    if isinstance(item, Timing):
        if item.done is not None:
            return "met" if item.done <= item.due else "late"
        return "pending" if as_of <= item.due else "missing"
    if item.value is None:
        return "unknown"
    if item.value >= item.bound:
        return "met"
    return "pending" if item.hope >= item.bound else "failed"
