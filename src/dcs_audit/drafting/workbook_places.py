"""Where the columns of a table are drawn, and how wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dcs_audit.drafting.workbook_plan import DUE, DUTY, Page
from dcs_audit.drafting.workbook_rows import code
from dcs_audit.records.xlsx_layout import CODE, MARK, PARENT, Column

KEYS, INTRO, HEADS, FIRST = 1, 2, 3, 4
"""Rows of a table: hidden keys, words, headings, the first of data."""
_WIDTHS = {"day": 13.0, "count": 10.0, "flag": 11.0, "period": 20.0, "month_day": 12.0}
_WIDE = ("item", "kind", "title", "subject", "reason", "note", "rule", "name")


@dataclass(slots=True)
class Place:
    """Where a column is drawn: of the model, or one of the tool's own by its key."""

    key: str
    number: int
    column: Column | None


def placed(page: Page) -> Iterator[Place]:
    """Columns from left to right: the tool's mark, the code, what a row is, what the law asks, what to fill in."""
    own = [MARK]
    if page.sheet.parent is not None:
        own.append(PARENT)
    elif code(page.sheet, 1) is not None:
        own.append(CODE)
    columns: list[tuple[str, Column | None]] = [(key, None) for key in own]
    shown = [(column.key, column) for column in page.columns]
    guide: list[tuple[str, Column | None]] = [(DUTY, None), (DUE, None)] if page.guided else []
    columns += [*shown[:1], *guide, *shown[1:], *((column.key, column) for column in page.tucked)]
    for number, (key, column) in enumerate(columns, start=1):
        yield Place(key, number, column)


def of_model(places: Sequence[Place]) -> list[Place]:
    """Those that a unit file has too."""
    return [place for place in places if place.column is not None]


def width_of(place: Place) -> float:
    """Characters that a column is wide."""
    if place.column is None:
        return {MARK: 4.0, CODE: 9.0, PARENT: 11.0, DUTY: 46.0, DUE: 20.0}[place.key]
    if place.column.path[-1] in _WIDE and len(place.column.path) == 1:
        return 32.0
    return _WIDTHS.get(place.column.kind, 20.0) if not place.column.many else 22.0
