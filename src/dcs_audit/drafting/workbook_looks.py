"""How the cells of a workbook look and what they accept: colours, locks, drop-down lists on a hidden sheet."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dcs_audit.records.xlsx_layout import PREFIX, Column
from dcs_audit.records.xlsx_values import Shown
from dcs_audit.report.workbook import DATE

INPUT, GIVEN, READ, HEAD = "FFF9DB", "FFFFFF", "EEEEEE", "1F4E79"
"""Fills: to fill in, filled in already, to read, headings."""
_CODED = "_x005F_"
_SIDE = Side("thin", color="BFBFBF")
_EDGE = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_PLAIN, _BOLD = Font(name="Arial", sz=10), Font(name="Arial", sz=10, b=True)
_WHITE, _GREY = Font(name="Arial", sz=10, b=True, color="FFFFFF"), Font(name="Arial", sz=9, color="404040")
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_ASKS_TO_BE_COMPUTED = ("=", "+", "-", "@")
_FORMATS = {"day": DATE, "count": "0"}
_A4 = 9


def number_format(column: Column) -> str:
    """The format of a column's cells: text, so that no program makes a day of `12/05`, but for days and numbers."""
    return "@" if column.many else _FORMATS.get(column.kind, "@")


class Looks:
    """How cells look. Each look is made once and then copied: openpyxl takes its time over every font and border."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Any] = {}

    def input(self, cell: Any, column: Column, given: bool) -> None:
        """A cell to fill in."""
        fill = GIVEN if given else INPUT
        self._wear(cell, ("input", fill, number_format(column)), _PLAIN, _TOP, fill, False, number_format(column))

    def read(self, cell: Any) -> None:
        """A cell to read."""
        self._wear(cell, ("read",), _GREY, _TOP, READ, True, "@")

    def head(self, cell: Any) -> None:
        """A heading."""
        self._wear(cell, ("head",), _WHITE, _MIDDLE, HEAD, True, "General")

    def words(self, cell: Any, bold: bool = False) -> None:
        """Words beside a table."""
        self._wear(cell, ("words", str(bold)), _BOLD if bold else _PLAIN, _TOP, None, True, "General")

    def _wear(
        self, cell: Any, key: tuple[str, ...], font: Font, place: Alignment, fill: str | None, locked: bool, number: str
    ) -> None:
        quoted = isinstance(cell.value, str) and cell.value.lstrip().startswith(_ASKS_TO_BE_COMPUTED)
        key = (*key, str(quoted))
        if key not in self._known:
            cell.font, cell.alignment, cell.protection, cell.number_format = font, place, Protection(locked), number
            if fill is not None:
                cell.fill, cell.border = PatternFill("solid", fgColor=fill), _EDGE
            if quoted:
                cell.quotePrefix = True
            self._known[key] = copy(cell._style)
        cell._style = copy(self._known[key])


def put(cell: Any, shown: Shown) -> None:
    """Gives a cell its value; text stays text, whatever it begins with."""
    if not isinstance(shown, str):
        cell.value = shown
        return
    cell.value = coded(shown)
    cell.data_type = "s"  # openpyxl takes a leading "=" for a formula


def coded(text: str) -> str:
    """Excel reads `_x000D_` within a text as the character of that number."""
    at = text.find("_x")
    return text if at < 0 else text.replace("_x", f"{_CODED}x")


def key_cell(sheet: Worksheet, row: int, column: int, name: str, key: str) -> None:
    """The hidden name of a column."""
    sheet.cell(row, column).value = f"{PREFIX}{name}/{key}"


def protect(sheet: Worksheet) -> None:
    """Locks what is not to be filled in, without a password; everything that does no harm stays allowed."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatCells = guard.formatColumns = guard.formatRows = False
    guard.insertRows = guard.sort = guard.autoFilter = False


def page_setup(sheet: Worksheet, pages: int = 1) -> None:
    """A4 on its side, so many pages wide."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    margins = sheet.page_margins
    margins.left = margins.right = 0.4


class Lists:
    """The sheet that holds what drop-down lists offer."""

    def __init__(self, workbook: Workbook, title: str) -> None:
        self._sheet: Worksheet = workbook.create_sheet(title)
        self._sheet.sheet_state = "hidden"
        key_cell(self._sheet, 1, 1, "lists", "words")
        self._known: dict[tuple[str, ...], str] = {}

    def range_of(self, words: Sequence[str]) -> str:
        """The cells that hold these words."""
        wanted = tuple(words)
        if wanted not in self._known:
            column = len(self._known) + 2
            for row, word in enumerate(wanted, start=2):
                put(self._sheet.cell(row, column), word)
            letter = get_column_letter(column)
            area = f"${letter}$2:${letter}${len(wanted) + 1}"
            self._known[wanted] = f"{quote_sheetname(self._sheet.title)}!{area}"
        return self._known[wanted]


def listed(area: str, cells: str, told: str, strict: bool) -> DataValidation:
    """A drop-down list; where it is not `strict`, other words may be typed too."""
    rule = DataValidation("list", formula1=cells, allow_blank=True, showErrorMessage=strict, sqref=area)
    rule.error = told
    return rule


def checked(area: str, kind: Literal["date", "whole"], told: str) -> DataValidation:
    """Days or whole numbers; anything else is asked about, since “unknown” may be typed."""
    first = "18264" if kind == "date" else "0"
    rule = DataValidation(kind, operator="greaterThanOrEqual", formula1=first, allow_blank=True, sqref=area)
    rule.showErrorMessage, rule.errorStyle, rule.error = True, "warning", told
    return rule


def area(column: int, first: int, last: int) -> str:
    """Cells of a column."""
    letter = get_column_letter(column)
    return f"{letter}{first}:{letter}{last}"


def open_below(sheet: Worksheet, column: int, given: Column) -> None:
    """Cells below the table may be filled in as well."""
    dimension: Any = sheet.column_dimensions[get_column_letter(column)]
    dimension.protection = Protection(locked=False)
    dimension.number_format = number_format(given)
