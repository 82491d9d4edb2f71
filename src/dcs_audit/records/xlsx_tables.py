"""From the cells of a workbook to rows of named values: sheets and columns are known by their hidden keys.

So a sheet may be renamed, a column moved, a row hidden or sorted; what stands where no key is, is a problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dcs_audit.records.positions import Place
from dcs_audit.records.problems import Finding
from dcs_audit.records.xlsx_cells import Cell, Grid
from dcs_audit.records.xlsx_layout import FACTS, MARK, PREFIX, VALUE, Sheet, sheets

ROWS_OF_SHEET = 1 << 21
"""More rows than a sheet has: a place in a workbook counts the rows of all sheets before its own as so many."""
ASIDE = ("guide", "lists")
"""Sheets of the tool that hold no records."""
NOT_DATA = "#"
"""In the hidden column: the row is a heading."""
ROW_KEY = "_key"
"""The hidden column of the sheet of facts that says which fact a row holds."""


class Row(NamedTuple):
    """A row with something in it: its number, its cells by the keys of their columns, what the tool noted of it."""

    number: int
    cells: dict[str, Cell]
    mark: str


@dataclass(slots=True)
class Table:
    """The rows of one sheet of a list, or of the facts. `order` is the sheet's place in the file."""

    sheet: Sheet
    order: int
    title: str
    columns: dict[str, int]
    from_1904: bool
    rows: list[Row] = field(default_factory=list)

    def place(self, row: int, column: int) -> Place:
        """A cell's place as one of the whole workbook."""
        return place(self.order, row, column)


def place(order: int, row: int, column: int) -> Place:
    """The 0-based place of a cell of the sheet `order` (from 0); row and column count from 1."""
    return Place(order * ROWS_OF_SHEET + row - 1, column - 1)


def at(order: int, cell: Cell) -> tuple[int, int]:
    """The same, 1-based, as findings have it."""
    mark = place(order, cell.row, cell.column)
    return mark.line + 1, mark.column + 1


@dataclass(slots=True)
class Tables:
    """All sheets of the file that are known, by key, and what is wrong with the others."""

    by_key: dict[str, Table] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def tables_of(grids: tuple[Grid, ...]) -> Tables:
    """The rows of all sheets."""
    found = Tables()
    for order, grid in enumerate(grids):
        if grid.cells:
            _take(found, grid, order)
    return found


def _take(found: Tables, grid: Grid, order: int) -> None:
    key_cells = [cell for cell in grid.cells if isinstance(cell.value, str) and cell.value.startswith(PREFIX)]
    if not key_cells:
        found.findings.append(_wrong("xlsx_unknown_sheet", order, grid.cells[0], sheet=grid.title))
        return
    key_row = key_cells[0].row
    keys = [(cell, *_split(cell)) for cell in key_cells if cell.row == key_row]
    name = keys[0][1]
    if name in ASIDE:
        return
    sheet = sheets().get(name)
    if sheet is None or any(other != name for _, other, _ in keys):
        found.findings.append(_wrong("xlsx_unknown_sheet", order, key_cells[0], sheet=grid.title))
        return
    if name in found.by_key:
        first = found.by_key[name].title
        found.findings.append(_wrong("xlsx_sheet_twice", order, key_cells[0], sheet=grid.title, first=first))
        return
    needed = (MARK, ROW_KEY, VALUE) if name == FACTS else (MARK,)
    if not {column for _, _, column in keys}.issuperset(needed):
        found.findings.append(_wrong("xlsx_hidden_gone", order, key_cells[0], sheet=grid.title))
        return
    table = Table(sheet, order, grid.title, {}, grid.from_1904)
    for cell, _, column in keys:
        if column in table.columns:
            found.findings.append(_wrong("xlsx_column_twice", order, cell))
        elif not column.startswith("_") and column not in sheet.by_key:
            found.findings.append(_wrong("xlsx_unknown_column", order, cell))
        table.columns.setdefault(column, cell.column)
    found.by_key[name] = table
    found.findings.extend(_rows(table, grid, key_row))


def _split(cell: Cell) -> tuple[str, str]:
    name, _, column = str(cell.value).strip().removeprefix(PREFIX).partition("/")
    return name, column


def _rows(table: Table, grid: Grid, key_row: int) -> Iterator[Finding]:
    names = {column: key for key, column in table.columns.items()}
    by_row: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        if cell.row != key_row:
            by_row.setdefault(cell.row, []).append(cell)
    told: set[int] = set()
    for number in sorted(by_row):
        cells = {names[cell.column]: cell for cell in by_row[number] if cell.column in names}
        mark = str(cells[MARK].value).strip() if MARK in cells else ""
        if mark == NOT_DATA:
            continue
        for cell in by_row[number]:
            if cell.column not in names and cell.column not in told:
                told.add(cell.column)
                yield _wrong("xlsx_stray_cell", table.order, cell, value=str(cell.value))
        own = {
            key: cell for key, cell in cells.items() if not key.startswith("_") or key in _KEPT
        }  # what else begins with a line is guidance
        if own or mark:
            table.rows.append(Row(number, own, mark))


_KEPT = ("_row", "_of", VALUE, ROW_KEY)


def _wrong(code: str, order: int, cell: Cell, **args: str) -> Finding:
    return Finding((), code, args, at=at(order, cell))


def facts(tables: Tables) -> Iterator[tuple[str, int, Cell | None, Table]]:
    """Each row of the sheet of facts: the key of its fact, its number, the cell that answers it, and the sheet."""
    table = tables.by_key.get(FACTS)
    if table is None:
        return
    seen: set[str] = set()
    for row in table.rows:
        key_cell, value = row.cells.get(ROW_KEY), row.cells.get(VALUE)
        key = "" if key_cell is None else str(key_cell.value).strip()
        if key in table.sheet.by_key and key not in seen:
            seen.add(key)
            yield key, row.number, value, table
        elif value is not None:
            tables.findings.append(_wrong("xlsx_stray_cell", table.order, value, value=str(value.value)))
