"""A workbook that is written row by row, sheet after sheet, and given away piece by piece: no more than a row stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Any
from weakref import finalize

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from dcs_audit.report.words import plain
from dcs_audit.report.workbook import FixedZip, Look, Marked, Value, asks_to_be_computed, cell_text, put, sign, wear
from dcs_audit.report.workbook_height import height

MOST_ROWS = 1_048_576
"""Rows of a sheet, its header among them."""
_MOST_BYTES = 2_000_000_000  # a larger entry needs an extension of zip that Excel refuses in a file made in one go
_HEADER = 125  # half of what Excel allows, as every "&" counts twice
_READABLE = 260  # units of width that a page shows in letters large enough
_A4 = 9

PLAIN = Look()
BARE = Look(lines=False)
HEAD = Look(bold=True, colour="FFFFFF", fill="1F4E79", across="center", down="center")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in characters, and how its cells look."""

    title: str
    width: float
    look: Look = PLAIN


class Sheet:
    """One sheet while it is written. Columns and page are settled when it is begun, everything else row by row."""

    def __init__(self, worksheet: Any, styles: _Styles, stream: _Counted) -> None:
        self._sheet = worksheet
        self._styles = styles
        self._stream = stream
        self._columns: Sequence[Column] = ()
        self.rows = 0
        """Rows written so far."""

    @property
    def full(self) -> bool:
        """Whether only one more row fits."""
        return self.rows >= MOST_ROWS - 1 or self._stream.size >= _MOST_BYTES

    def table(self, columns: Sequence[Column], frozen: int) -> None:
        """Begins a table with its header, which stays in sight and on every page, as do the first `frozen` columns.

        Printed, it is one page wide, or as many as keep it readable.
        """
        sheet, self._columns = self._sheet, columns
        self.widths([column.width for column in columns])
        sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.fitToWidth = pages = max(1, round(sum(column.width for column in columns) / _READABLE))
        if pages > 1:
            sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
        self.row([Marked(column.title, HEAD) for column in columns])

    def widths(self, widths: Iterable[float]) -> None:
        """The widths of the columns, in characters."""
        for number, width in enumerate(widths, start=1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width

    def row(self, values: Sequence[Value | Marked], high: float | None = None) -> None:
        """One row; `high` is in points, None for what the text of a table needs. Raises ValueError where it is full."""
        if self.rows >= MOST_ROWS:
            raise ValueError("no more rows fit")
        self.rows += 1
        told = [self._told(place, value) for place, value in enumerate(values)]
        if high is None and self._columns:
            pairs = zip(told, self._columns, strict=False)
            high = max((height(cell.value, column.width, cell.look) for cell, column in pairs), default=None)
        if high is not None:
            self._sheet.row_dimensions[self.rows].height = high
        self._begin()
        self._sheet.append([self._cell(cell) for cell in told])
        self._sheet.row_dimensions.pop(self.rows, None)  # a long sheet would keep them all

    def fill(self, rows: Iterable[Sequence[Value | Marked]]) -> int:
        """Rows as long as there is room, which leaves one to say the rest; gives how many found none."""
        left = 0
        for row in rows:
            if self.full:
                left += 1
            else:
                self.row(row)
        return left

    def filtered(self, rows: int | None = None) -> None:
        """Buttons on the header that filter the rows below it, or the first `rows` rows of the sheet."""
        if self._columns:
            self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{rows or self.rows}"

    def span(self, first: int, last: int) -> None:
        """Cells `first` to `last` (from 1) of the latest row are shown as one."""
        if last > first:
            ends = f"{get_column_letter(first)}{self.rows}:{get_column_letter(last)}{self.rows}"
            self._sheet.merged_cells.add(ends)

    def area(self, column: int, first: int = 2) -> str:
        """The cells of `column` (from 1) from row `first` on, as far as rows were written."""
        letter = get_column_letter(column)
        return f"{letter}{first}:{letter}{max(self.rows, first)}"

    def validate(self, rule: Any) -> None:
        """A rule about what may be entered."""
        self._sheet.data_validations.append(rule)

    def colour(self, area: str, rule: Any) -> None:
        """Colours that follow what is entered."""
        self._sheet.conditional_formatting.add(area, rule)

    def close(self) -> None:
        """No more rows."""
        self._begin()
        self._sheet.close()
        self._stream.close()

    def _begin(self) -> None:
        """Hands the sheet its own writer: openpyxl's would keep the rows in a file of its own."""
        if self._sheet._writer is None:
            self._sheet._writer = _Writer(self._sheet, self._stream)
            self._sheet._writer.write_top()

    def _told(self, place: int, given: Value | Marked) -> Marked:
        """The value with its own look, else that of its column."""
        if isinstance(given, Marked):
            return given
        return Marked(given, self._columns[place].look if place < len(self._columns) else BARE)

    def _cell(self, told: Marked) -> Any:
        value, look = told
        if value is None and look is BARE:
            return None
        cell: Any = WriteOnlyCell(self._sheet)
        if value is not None:
            put(cell, value)
        cell._style = self._styles.of(look, asks_to_be_computed(value))
        return cell


class Book:
    """Sheets in the order of `titles`, written in any order, one at a time.

    `name` stands at the head of every page, `page` at its foot, where "&P" is its number and "&N" that of all.
    """

    def __init__(self, titles: Sequence[str], name: str, page: str, created: date | None) -> None:
        self._drain = _Drain()
        self._zip = FixedZip(self._drain)  # type: ignore[arg-type]
        self._workbook = Workbook(write_only=True)
        sign(self._workbook, name, created)
        self._styles = _Styles(self._workbook)
        self._sheets = {title: self._workbook.create_sheet(title) for title in titles}
        for title, worksheet in self._sheets.items():
            _set_up(worksheet, f"{name} – {title}", page)
        self._open: list[Sheet] = []
        finalize(self, _finish, self._open)  # given up half-way, openpyxl's generators must end in order

    def sheet(self, title: str) -> Sheet:
        """Begins that sheet; the one before is done."""
        _finish(self._open)
        place = list(self._sheets).index(title) + 1
        entry = self._zip.entry(f"xl/worksheets/sheet{place}.xml")
        sheet = Sheet(self._sheets[title], self._styles, _Counted(self._zip.open(entry, "w")))
        self._open.append(sheet)
        return sheet

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        return self._drain.taken()

    def close(self) -> bytes:
        """The rest of the file."""
        _finish(self._open)
        ExcelWriter(self._workbook, self._zip).save()
        return self.taken()


def _finish(sheets: list[Sheet]) -> None:
    """Ends the sheet that is open."""
    while sheets:
        sheets.pop().close()


class _Styles:
    """Looks as openpyxl numbers them."""

    def __init__(self, workbook: Workbook) -> None:
        self._model = WriteOnlyCell(workbook.create_sheet("model"))
        workbook.remove(workbook["model"])
        self._known: dict[tuple[Look, bool], Any] = {}

    def of(self, look: Look, as_text: bool) -> Any:
        """The style of a cell that looks so."""
        if (look, as_text) not in self._known:
            cell: Any = WriteOnlyCell(self._model.parent)
            wear(cell, look, as_text)
            self._known[look, as_text] = cell._style
        return self._known[look, as_text]


class _Drain:
    """Keeps what is written until it is taken. Not a place to go back in, and zipfile knows it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def taken(self) -> bytes:
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


class _Counted:
    """A stream that knows how much went into it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.size = 0

    def write(self, data: Any, /) -> int:
        self.size += len(data)
        return self._stream.write(data)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self._stream.close()


class _Writer(WorksheetWriter):
    """Writes a sheet where it belongs at once, so that no file is left to clean up."""

    def cleanup(self) -> None:
        """Nothing."""


def _set_up(worksheet: Any, header: str, page: str) -> None:
    """A4 on its side, as wide as the page, numbered."""
    worksheet.page_setup.orientation, worksheet.page_setup.paperSize = "landscape", _A4
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = worksheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    worksheet.oddHeader.center.text = _for_margin(header)
    worksheet.oddFooter.center.text = page
    for part in (worksheet.oddHeader.center, worksheet.oddFooter.center):
        part.size = 9


def _for_margin(text: str) -> str:
    """Text at the head of a page, where "&" begins a command and few characters fit."""
    shown = cell_text(plain(text))
    return shown[:_HEADER].replace("&", "&&")
