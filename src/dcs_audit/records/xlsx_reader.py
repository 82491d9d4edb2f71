"""An Excel workbook as plain data with places, as the readers of YAML and JSON give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dcs_audit.locale.workbook_words import NOTHING, UNKNOWN, folded, means
from dcs_audit.records.parts import Record
from dcs_audit.records.positions import Loc, Node, Place, Positions
from dcs_audit.records.problems import Finding
from dcs_audit.records.reading import Reading
from dcs_audit.records.vocabulary import Vocabulary
from dcs_audit.records.xlsx_cells import Cell, letters, read_grids
from dcs_audit.records.xlsx_layout import CODE, FACTS, PARENT, VALUE, Column, Inline, sheets
from dcs_audit.records.xlsx_package import Refused
from dcs_audit.records.xlsx_tables import ROWS_OF_SHEET, Row, Table, Tables, at, facts, tables_of
from dcs_audit.records.xlsx_values import Bad, decode

BARE = "+"
"""In the hidden column: the row is a record although it says no more than what kind of record it is."""
DRAFTED = "="
"""In the hidden column, before what `identity` gives: the tool filled these cells in; where nothing else is said, the
row is no record."""


class CellPositions(Positions):
    """Places in a workbook, told as sheet and cell."""

    def __init__(self, root: Node | None, titles: tuple[str, ...]) -> None:
        super().__init__(lambda: root)
        self._titles = titles

    def told(self, place: tuple[int, int]) -> tuple[int | None, int | None, str | None]:
        """The row, the column and `Sheet!B7` of a place; all None for the file as a whole."""
        line, column = place
        if line < 1:
            return None, None, None
        sheet, row = divmod(line - 1, ROWS_OF_SHEET)
        return row + 1, column, f"{self._titles[sheet]}!{letters(column)}{row + 1}"


def identity(cells: dict[str, str]) -> str:
    """What tells a drafted row from others: the texts of the cells that the tool filled in, by key."""
    return "|".join(f"{key}:{folded(cells[key])}" for key in sorted(cells))


def read_workbook(data: bytes, vocabulary: Vocabulary) -> Reading:
    """The unit file that a workbook holds as dicts, lists, text, days and truths; what is wrong with it as findings."""
    try:
        grids = read_grids(data)
    except Refused as refused:
        return _refused(Finding((), refused.code, refused.args_, at=(0, 0)), ())
    titles = tuple(grid.title for grid in grids)
    tables = tables_of(grids)
    if not tables.by_key:
        return _refused(Finding((), "xlsx_not_ours", at=(0, 0)), titles)
    if FACTS not in tables.by_key:  # without the unit nothing else makes sense
        gone = Finding((), "xlsx_no_facts", at=(0, 0))
        return Reading(None, CellPositions(None, titles), (*tables.findings, gone), readable=False)
    builder = _Builder(vocabulary, tables)
    root = builder.build()
    findings = (*tables.findings, *builder.findings)
    return Reading(root.data, CellPositions(root.node, titles), findings, told=frozenset(builder.told))


def _refused(finding: Finding, titles: tuple[str, ...]) -> Reading:
    return Reading(None, CellPositions(None, titles), (finding,), readable=False)


@dataclass(frozen=True, slots=True)
class _Built:
    """A mapping under way, with where it stands."""

    data: dict[str, Any]
    node: Node

    def inner(self, step: str, mark: Place, filled: bool = True) -> _Built:
        """The mapping under a key, made where there is none; its data belong to it only if it is `filled`."""
        assert self.node.keys is not None
        node = self.node.keys.setdefault(step, (mark, Node(mark, keys={})))[1]
        return _Built(self.data.setdefault(step, {}) if filled else {}, node)

    def put(self, step: str, mark: Place, value: Any = None, items: list[Node] | None = None) -> None:
        """A value under a key, or only the place for one."""
        assert self.node.keys is not None
        self.node.keys[step] = (mark, Node(mark, items=items))
        if value is not None:
            self.data[step] = value


class _Builder:
    """Puts the rows of all sheets together."""

    def __init__(self, vocabulary: Vocabulary, tables: Tables) -> None:
        self._vocabulary, self._tables = vocabulary, tables
        self._below = {key: self._by_parent(table) for key, table in tables.by_key.items() if table.sheet.parent}
        self.findings: list[Finding] = []
        self.told: set[Loc] = set()

    def build(self) -> _Built:
        """The whole file."""
        root = _Built({}, Node(Place(0, 0), keys={}))
        for key, number, cell, table in facts(self._tables):
            column = table.sheet.by_key[key]
            mark = table.place(number, table.columns[VALUE])
            if len(column.path) > 1:
                root.inner(column.path[0], mark)
            self._field(root, (), column, mark, cell, table)
        for sheet in sheets().values():
            found = self._tables.by_key.get(sheet.key)
            if found is not None and sheet.parent is None and sheet.key != FACTS:
                self._top(root, found)
        self._without_parent()
        return root

    # --- lists -----------------------------------------------------------------------------------------------------

    def _top(self, root: _Built, table: Table) -> None:
        """The list that a sheet of its own holds."""
        *groups, name = table.sheet.path
        mark = table.place(1, 1)
        entries, nodes = self._entries(table, self._records(table), table.sheet.path, 0)
        holder = root
        for step in groups:
            holder = holder.inner(step, mark, filled=bool(entries))
        if entries:
            self._not_none(holder, name, (*groups, name))
            holder.put(name, mark, entries, nodes)

    def _entries(self, table: Table, rows: list[Row], loc: Loc, first: int) -> tuple[list[Any], list[Node]]:
        built = [self._entry(table, row, (*loc, first + number)) for number, row in enumerate(rows)]
        return [entry.data for entry in built], [entry.node for entry in built]

    def _entry(self, table: Table, row: Row, loc: Loc) -> _Built:
        """What one row says, with the rows below it on other sheets."""
        sheet = table.sheet
        entry = _Built({}, Node(table.place(row.number, min(table.columns.values())), keys={}))
        inline = {step for group in sheet.inline for step in group.steps}
        for column in sheet.columns:
            if column.key in table.columns and column.path[0] not in inline:
                mark = table.place(row.number, table.columns[column.key])
                self._field(entry, loc, column, mark, row.cells.get(column.key), table)
        for group in sheet.inline:
            self._inline(entry, loc, group, table, row)
        for steps in sheet.lists:
            self._children(entry, loc, steps[-1], table, row)
        return entry

    def _inline(self, entry: _Built, loc: Loc, group: Inline, table: Table, row: Row) -> None:
        """The entries of a list that have columns in the row itself."""
        entries: list[Any] = []
        nodes: list[Node] = []
        for step in group.steps:
            columns = [column for column in table.sheet.columns if column.path[0] == step]
            cells = {column: row.cells[column.key] for column in columns if column.key in row.cells}
            if not cells:
                continue
            marks = {column: table.place(row.number, table.columns[column.key]) for column in cells}
            if group.by is None and group.field in table.sheet.none_differs and _says(cells.values(), NOTHING):
                entry.put(group.field, next(iter(marks.values())), [], [])
                continue
            inner = _Built({}, Node(next(iter(marks.values())), keys={}))
            if group.by is not None:
                inner.put(group.by, inner.node.mark, group.word(step))  # type: ignore[arg-type]  # a Place
            place = (*loc, group.field, len(entries))
            for column, cell in cells.items():
                self._value(inner, place, column, column.path[-1], marks[column], cell, table)
            entries.append(inner.data)
            nodes.append(inner.node)
        if entries:
            self._not_none(entry, group.field, (*loc, group.field))
            entry.put(group.field, table.place(row.number, 1), entries, nodes)

    def _children(self, entry: _Built, loc: Loc, name: str, table: Table, row: Row) -> None:
        """The rows of another sheet that belong to this one."""
        below = self._tables.by_key.get(f"{table.sheet.key}.{name}")
        code = _text(row.cells.get(CODE))
        if below is None or not code:
            return
        rows = self._below[below.sheet.key].pop(folded(code), [])
        if not rows:
            return
        self._not_none(entry, name, (*loc, name))
        already = entry.data.get(name) or []
        entries, nodes = self._entries(below, rows, (*loc, name), len(already))
        assert entry.node.keys is not None
        known = entry.node.keys.get(name)
        before = (known[1].items or []) if known is not None else []
        entry.put(name, below.place(rows[0].number, 1), [*already, *entries], [*before, *nodes])

    def _not_none(self, entry: _Built, name: str, loc: Loc) -> None:
        """A list that is said to be empty has no entries."""
        if entry.data.get(name) == []:
            self._note(loc, Bad("xlsx_none_and_rows"), None)

    # --- rows ------------------------------------------------------------------------------------------------------

    def _records(self, table: Table) -> list[Row]:
        """The rows of a sheet that are entries: those in which somebody said something."""
        sheet = table.sheet
        drafts = {row.mark.removeprefix(DRAFTED) for row in table.rows if row.mark.startswith(DRAFTED)}
        required = {column.key for column in sheet.columns if column.required}
        told_apart = required | {pair.partition(":")[0] for draft in drafts for pair in draft.split("|")}
        kept = []
        for row in table.rows:
            said = {key for key in row.cells if not key.startswith("_")}
            if self._has_children(table, row) or not said <= told_apart:
                kept.append(row)
            elif not said:
                if row.mark == BARE and not required:
                    kept.append(row)
            elif row.mark == BARE or not issubclass(sheet.part, Record):
                kept.append(row)
            elif identity({key: _text(row.cells[key]) for key in said}) not in drafts:
                cell = row.cells[min(said)]
                self.findings.append(Finding((), "xlsx_bare_row", at=at(table.order, cell)))
        return kept

    def _has_children(self, table: Table, row: Row) -> bool:
        code = folded(_text(row.cells.get(CODE)))
        return bool(code) and any(code in self._below.get(f"{table.sheet.key}.{s[-1]}", {}) for s in table.sheet.lists)

    def _by_parent(self, table: Table) -> dict[str, list[Row]]:
        """The rows of a sheet by the code of the row that each belongs to; under no code those that name none."""
        found: dict[str, list[Row]] = {}
        for row in table.rows:
            if any(not key.startswith("_") for key in row.cells) or PARENT in row.cells:
                found.setdefault(folded(_text(row.cells.get(PARENT))), []).append(row)
        return found

    def _without_parent(self) -> None:
        """Rows that belong to no row, or to several."""
        for key, by_code in self._below.items():
            table = self._tables.by_key[key]
            for code, rows in by_code.items():
                for row in rows:
                    cell = row.cells.get(PARENT) or min(row.cells.values(), key=lambda found: found.column)
                    args = {"value": _text(cell)} if code else {}
                    wrong = "xlsx_unknown_parent" if code else "xlsx_no_parent"
                    self.findings.append(Finding((), wrong, args, at=at(table.order, cell)))

    # --- cells -----------------------------------------------------------------------------------------------------

    def _field(self, holder: _Built, loc: Loc, column: Column, mark: Place, cell: Cell | None, table: Table) -> None:
        """One field of a record: its place at least, its value where the cell holds one."""
        *groups, name = column.path
        for step in groups:
            holder = holder.inner(step, mark, filled=cell is not None)
        if cell is None:
            holder.put(name, mark)
        else:
            self._value(holder, (*loc, *groups), column, name, mark, cell, table)

    def _value(
        self, holder: _Built, loc: Loc, column: Column, name: str, mark: Place, cell: Cell, table: Table
    ) -> None:
        try:
            if column.key in table.sheet.none_differs:
                holder.put(name, mark, _nothing(cell))
            else:
                holder.put(name, mark, decode(column, cell, self._vocabulary, table.from_1904))
        except Bad as bad:
            holder.put(name, mark)
            self._note((*loc, name), bad, at(table.order, cell))

    def _note(self, loc: Loc, bad: Bad, where: tuple[int, int] | None) -> None:
        self.told.add(loc)
        self.findings.append(Finding(loc, bad.code, bad.args_, at=where, word=bad.word, known=bad.known))


def _text(cell: Cell | None) -> str:
    """What a cell shows."""
    if cell is None:
        return ""
    value = cell.value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _says(cells: Any, words: Any) -> bool:
    """Whether these cells are one that holds one of the words."""
    found = list(cells)
    return len(found) == 1 and found[0].kind == "text" and means(str(found[0].value), (words,))


def _nothing(cell: Cell) -> list[Any] | None:
    """The answer of a cell that can only say that a list is empty."""
    if _says([cell], NOTHING):
        return []
    if _says([cell], UNKNOWN):
        return None
    raise Bad("xlsx_only_none")
