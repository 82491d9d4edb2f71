"""Draws the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.workbook_looks import (
    Lists,
    Looks,
    area,
    checked,
    key_cell,
    listed,
    open_below,
    page_setup,
    protect,
    put,
)
from dcs_audit.drafting.workbook_plan import DUE, DUTY, Page, Plan
from dcs_audit.drafting.workbook_rows import Line, code
from dcs_audit.drafting.workbook_words import concerns, heading, intro, sheet_name
from dcs_audit.locale.screen import screen
from dcs_audit.locale.workbook_words import NOTHING, TRUTHS, UNKNOWN, labels, period_label
from dcs_audit.records.period import Period
from dcs_audit.records.xlsx_layout import CODE, FACTS, MARK, PARENT, VALUE, Column, Sheet, sheets
from dcs_audit.records.xlsx_tables import NOT_DATA, ROW_KEY
from dcs_audit.records.xlsx_values import Shown, words_of
from dcs_audit.report.workbook import Look
from dcs_audit.report.workbook_height import height

_KEYS, _INTRO, _HEADS, _FIRST = 1, 2, 3, 4
"""Rows of a table: hidden keys, words, headings, the first of data."""
_WIDTHS = {"day": 13.0, "count": 10.0, "flag": 11.0, "period": 20.0, "month_day": 12.0}
_WIDE = ("item", "kind", "title", "subject", "reason", "note", "rule", "name")
_PARTS = ("", "H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"M{month:02d}" for month in range(1, 13)))
_REMARK = 300, 160
"""Width and height of a comment in points."""
_MOST_REMARK = 1500
_READABLE = 210.0
"""Units of width that a page shows in letters large enough."""


@dataclass(slots=True)
class _Place:
    """Where a column is drawn: of the model, or one of the tool's own by its key."""

    key: str
    number: int
    column: Column | None


class Drawer:
    """Draws one workbook."""

    def __init__(self, request: Request, plan: Plan, workbook: Workbook) -> None:
        self._request, self._plan, self._workbook = request, plan, workbook
        self.lang = request.lang
        self._briefing = Briefing(request.rulebook, request.want.year, request.lang)
        self._looks = Looks()
        keys = (FACTS, *(page.sheet.key for page in plan.pages))
        self.names = {key: sheet_name(key, self.lang) for key in keys}
        self._worksheets: dict[str, Worksheet] = {key: workbook.create_sheet(self.names[key]) for key in keys}
        self._lists = Lists(workbook, sheet_name("lists", self.lang))
        self._columns = {page.sheet.key: list(_places(page)) for page in plan.pages}

    def draw(self) -> None:
        """All sheets but the guide."""
        self._facts()
        for page in self._plan.pages:
            self._page(page)

    # --- tables ----------------------------------------------------------------------------------------------------

    def _page(self, page: Page) -> None:
        sheet, places = self._worksheets[page.sheet.key], self._columns[page.sheet.key]
        last = _FIRST + len(page.lines) + page.spare - 1
        for place in places:
            key_cell(sheet, _KEYS, place.number, page.sheet.key, place.key)
            self._head(sheet, page, place)
        self._intro(sheet, page, places)
        for row in range(_FIRST, last + 1):
            number = row - _FIRST
            line = page.lines[number] if number < len(page.lines) else Line(code(page.sheet, number + 1))
            self._line(sheet, page, places, row, line)
        for place in places:
            self._rules(sheet, page.sheet, place, last)
        sheet.row_dimensions[_KEYS].hidden = True
        sheet.column_dimensions["A"].hidden = True
        named = next((place.number for place in places if place.column is not None), 1)
        sheet.freeze_panes = f"{get_column_letter(named + 1)}{_FIRST}"
        sheet.print_title_rows = f"{_HEADS}:{_HEADS}"
        wide = sum(_width(place) for place in places[1:] if place.column not in page.tucked)
        pages = max(1, round(wide / _READABLE))
        if pages > 1:
            sheet.print_title_cols = f"B:{get_column_letter(named)}"
        self._finish(sheet, pages)

    def _head(self, sheet: Worksheet, page: Page, place: _Place) -> None:
        cell = sheet.cell(_HEADS, place.number)
        if place.key == MARK:
            cell.value = NOT_DATA
            return
        own = {CODE: "book.code", PARENT: "book.parent", DUTY: "book.duty", DUE: "book.due"}
        told = (
            screen(own[place.key], self.lang) if place.column is None else heading(page.sheet, place.column, self.lang)
        )
        put(cell, told)
        self._looks.head(cell)
        dimension = sheet.column_dimensions[get_column_letter(place.number)]
        dimension.width = _width(place)
        if place.column is not None:
            open_below(sheet, place.number, place.column)
            if place.column in page.tucked:
                dimension.outlineLevel, dimension.hidden = 1, True

    def _intro(self, sheet: Worksheet, page: Page, places: Sequence[_Place]) -> None:
        sheet.cell(_INTRO, 1).value = NOT_DATA
        told = intro(page, self.names, self.lang)
        first = sheet.cell(_INTRO, 2)
        put(first, told)
        self._looks.words(first)
        seen = [place for place in places[1:] if place.column is None or place.column not in page.tucked]
        across, width = 0, 0.0
        for place in seen:
            if width > 110 and across > 0:
                break
            across, width = across + 1, width + _width(place)
        sheet.merge_cells(start_row=_INTRO, end_row=_INTRO, start_column=2, end_column=1 + max(across, 1))
        sheet.row_dimensions[_INTRO].height = height(told, max(width, 20), Look())
        titles = [heading(page.sheet, p.column, self.lang) for p in seen if p.column is not None]
        tallest = max((height(t, _width(p), Look(bold=True)) for t, p in zip(titles, _of_model(seen), strict=True)))
        sheet.row_dimensions[_HEADS].height = tallest + 4

    def _line(self, sheet: Worksheet, page: Page, places: Sequence[_Place], row: int, line: Line) -> None:
        tall = 0.0
        for place in places:
            cell = sheet.cell(row, place.number)
            shown: Shown
            if place.column is None:
                own: dict[str, Shown] = {MARK: line.mark or None, CODE: line.code, PARENT: line.parent}
                shown = own[place.key] if place.key in own else line.guide.get(place.key)
                if shown is not None:
                    put(cell, shown)
                if place.key == MARK:
                    continue
                if place.key == PARENT:
                    self._looks.input(cell, _PARENT, bool(shown))
                else:
                    self._looks.read(cell)
            else:
                shown = line.cells.get(place.column.key)
                if shown is not None:
                    put(cell, shown)
                if place.column not in page.tucked or shown is not None:
                    self._looks.input(cell, place.column, shown is not None)
            if isinstance(shown, str):
                tall = max(
                    tall,
                    height(
                        shown.split("\n")[0] if "\n" not in shown else tuple(shown.split("\n")),
                        _width(place),
                        Look(size=9 if place.column is None else 10),
                    ),
                )
        if line.remark:
            self._remark(sheet, places, row, line.remark)
        sheet.row_dimensions[row].height = max(tall, 16.0)

    def _remark(self, sheet: Worksheet, places: Sequence[_Place], row: int, remark: str) -> None:
        """The words of the law, as a comment on the first cell to fill in."""
        first = next(place for place in places if place.column is not None)
        told = remark if len(remark) <= _MOST_REMARK else remark[: _MOST_REMARK - 1] + "…"
        comment = Comment(told, "dcs-audit", width=_REMARK[0], height=_REMARK[1])
        sheet.cell(row, first.number).comment = comment

    # --- rules about what is entered -------------------------------------------------------------------------------

    def _rules(self, sheet: Worksheet, model: Sheet, place: _Place, last: int) -> None:
        cells = area(place.number, _FIRST, last)
        if place.key == PARENT and model.parent is not None:
            codes = self._cells_of(".".join(model.parent), CODE)
            if codes:
                sheet.add_data_validation(listed(cells, codes, screen("book.choose", self.lang), True))
        if place.column is not None:
            self._rule(sheet, model, place.column, cells)

    def _rule(self, sheet: Worksheet, model: Sheet, column: Column, cells: str) -> None:
        choose = screen("book.choose", self.lang)
        strict = not column.many and column.kind != "text"
        words = self._words(column)
        if words:
            sheet.add_data_validation(listed(cells, self._lists.range_of(words), choose, strict))
            return
        offered = self._offered(model, column)
        if offered is not None:
            sheet.add_data_validation(listed(cells, offered, choose, False))
        elif column.kind in ("day", "count") and not column.many:
            kind: Literal["date", "whole"] = "date" if column.kind == "day" else "whole"
            sheet.add_data_validation(checked(cells, kind, screen(f"book.{column.kind}", self.lang)))

    def _words(self, column: Column) -> tuple[str, ...]:
        """What a drop-down list of a column offers."""
        unknown = (UNKNOWN[self.lang],)
        if column.kind == "flag":
            return (TRUTHS[True][self.lang], TRUTHS[False][self.lang], *unknown)
        if column.kind == "period":
            year = self._request.want.year
            return tuple(period_label(Period(year, part), self.lang) for part in _PARTS)
        nothing = (NOTHING[self.lang],) if column.none_differs else ()
        if column.kind != "word":
            return nothing if column.key == _sole_none(column) else ()
        known = words_of(column, self._request.rulebook.vocabulary)
        shown = labels(column.path[-1], known, self.lang)
        wanted = self._wanted(column, known)
        first = [shown[slug] for slug in known if slug in wanted]
        rest = [] if column.path[-1] == "item" and first else [shown[slug] for slug in known if slug not in wanted]
        return (*first, *rest, *nothing, *(() if column.required else unknown))

    def _wanted(self, column: Column, known: Sequence[str]) -> set[str]:
        """The words that units of this type use."""
        names = {wanted.name for wanted in self._request.want.records if wanted.key == column.path[-1]}
        return {word for word in known if word in names}

    def _offered(self, model: Sheet, column: Column) -> str | None:
        """The cells that hold what a column's entries may be: of another sheet, or words that duties know."""
        last = column.path[-1]
        page = next((page for page in self._plan.pages if page.sheet is model), None)
        if page is not None and column.key in page.offers:
            return self._lists.range_of(page.offers[column.key])
        if column.kind == "text" and last in ("village", "villages"):
            return self._cells_of("unit.villages", "name")
        if column.kind == "text" and last == "project":
            return self._cells_of("unit.projects", "id")
        return None

    def _cells_of(self, key: str, column: str) -> str | None:
        """All cells of a column of another sheet."""
        if key not in self._columns:
            return None
        place = next((place for place in self._columns[key] if place.key == column), None)
        page = next(page for page in self._plan.pages if page.sheet.key == key)
        if place is None:
            return None
        letter, last = get_column_letter(place.number), _FIRST + len(page.lines) + page.spare - 1
        return f"{quote_sheetname(self.names[key])}!${letter}${_FIRST}:${letter}${last}"

    # --- the facts -------------------------------------------------------------------------------------------------

    def _facts(self) -> None:
        sheet, model = self._worksheets[FACTS], sheets()[FACTS]
        for number, key in enumerate((MARK, ROW_KEY, "_label", VALUE, "_concerns"), start=1):
            key_cell(sheet, _KEYS, number, FACTS, key)
        for row in (_INTRO, _HEADS):
            sheet.cell(row, 1).value = NOT_DATA
        put(sheet.cell(_INTRO, 3), screen("book.intro.file", self.lang))
        self._looks.words(sheet.cell(_INTRO, 3))
        sheet.merge_cells(start_row=_INTRO, end_row=_INTRO, start_column=3, end_column=5)
        for number, key in ((3, "book.fact"), (4, "book.value"), (5, "book.concerns")):
            put(sheet.cell(_HEADS, number), screen(key, self.lang))
            self._looks.head(sheet.cell(_HEADS, number))
        row = _FIRST
        first, rest = self._sorted(model)
        for column in first:
            self._fact(sheet, model, column, row)
            row += 1
        sheet.cell(row, 1).value = NOT_DATA
        put(sheet.cell(row, 3), screen("book.other_facts", self.lang))
        self._looks.words(sheet.cell(row, 3), bold=True)
        for after, column in enumerate(rest, start=row + 1):
            self._fact(sheet, model, column, after)
        sheet.row_dimensions[_KEYS].hidden = True
        for letter, width in (("A", 4.0), ("B", 4.0), ("C", 42.0), ("D", 40.0), ("E", 70.0)):
            sheet.column_dimensions[letter].width = width
        sheet.column_dimensions["A"].hidden = sheet.column_dimensions["B"].hidden = True
        sheet.freeze_panes = f"A{_FIRST}"
        self._finish(sheet)

    def _sorted(self, model: Sheet) -> tuple[list[Column], list[Column]]:
        """Who the unit is and what decides something, then the rest."""
        always = ("unit.name", "unit.type", "unit.subtype", "year", "unit.code", "unit.province", "unit.parent")
        wanted = [*always, *self._plan.asked]
        first = [model.by_key[key] for key in wanted if key in model.by_key]
        if self._request.want.unit_type != "commune":
            first = [column for column in first if column.key != "unit.subtype"]
        if self._request.want.working_year:
            first.append(model.by_key["unit.work_year_end"])
        rest = [column for column in model.columns if column not in first]
        return first, sorted(rest, key=lambda column: column.key == "schema")

    def _fact(self, sheet: Worksheet, model: Sheet, column: Column, row: int) -> None:
        sheet.cell(row, 2).value = column.key
        shown = self._plan.facts.get(column.key)
        rules = self._request.want.hangs.get(column.path[-1], ()) if column.key in self._plan.asked else ()
        told = concerns(column, self._briefing, tuple(rules))
        put(sheet.cell(row, 3), heading(model, column, self.lang))
        put(sheet.cell(row, 5), told)
        for number in (3, 5):
            self._looks.read(sheet.cell(row, number))
        cell = sheet.cell(row, 4)
        if shown is not None:
            put(cell, shown)
        self._looks.input(cell, column, shown is not None)
        self._rule(sheet, model, column, f"D{row}")
        sheet.row_dimensions[row].height = max(height(told, 70, Look(size=9)), 16.0)

    def _finish(self, sheet: Worksheet, pages: int = 1) -> None:
        sheet.sheet_view.showGridLines = False
        page_setup(sheet, pages)
        protect(sheet)


_PARENT = Column((PARENT,), "text")


def _sole_none(column: Column) -> str:
    """The key of a column that only says that a list is empty."""
    return column.key if column.many and column.none_differs and not column.all_allowed else ""


def _places(page: Page) -> Iterator[_Place]:
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
        yield _Place(key, number, column)


def _of_model(places: Sequence[_Place]) -> list[_Place]:
    return [place for place in places if place.column is not None]


def _width(place: _Place) -> float:
    """Characters that a column is wide."""
    if place.column is None:
        return {MARK: 4.0, CODE: 9.0, PARENT: 11.0, DUTY: 46.0, DUE: 20.0}[place.key]
    if place.column.path[-1] in _WIDE and len(place.column.path) == 1:
        return 32.0
    return _WIDTHS.get(place.column.kind, 20.0) if not place.column.many else 22.0
