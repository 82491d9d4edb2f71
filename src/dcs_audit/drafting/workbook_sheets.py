"""Draws the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.workbook_entries import Entries
from dcs_audit.drafting.workbook_looks import (
    Lists,
    Looks,
    key_cell,
    open_below,
    page_setup,
    protect,
    put,
)
from dcs_audit.drafting.workbook_places import FIRST, HEADS, INTRO, KEYS, Place, of_model, placed, width_of
from dcs_audit.drafting.workbook_plan import DUE, DUTY, Page, Plan
from dcs_audit.drafting.workbook_rows import Line, code
from dcs_audit.drafting.workbook_words import concerns, heading, intro, sheet_name
from dcs_audit.locale.screen import screen
from dcs_audit.records.xlsx_layout import CODE, FACTS, MARK, PARENT, VALUE, Column, Sheet, sheets
from dcs_audit.records.xlsx_tables import NOT_DATA, ROW_KEY
from dcs_audit.records.xlsx_values import Shown
from dcs_audit.report.workbook import Look
from dcs_audit.report.workbook_height import height

_REMARK = 300, 160
"""Width and height of a comment in points."""
_MOST_REMARK = 1500
_READABLE = 210.0
"""Units of width that a page shows in letters large enough."""


class Drawer:
    """Draws one workbook."""

    def __init__(self, request: Request, plan: Plan, workbook: Workbook) -> None:
        self._request, self._plan, self._workbook = request, plan, workbook
        self.lang = request.lang
        self._briefing = Briefing(request.rulebook, request.want.year, request.lang, slugs=False)
        self._looks = Looks()
        keys = (FACTS, *(page.sheet.key for page in plan.pages))
        self.names = {key: sheet_name(key, self.lang) for key in keys}
        self._worksheets: dict[str, Worksheet] = {key: workbook.create_sheet(self.names[key]) for key in keys}
        lists = Lists(workbook, sheet_name("lists", self.lang))
        self._columns = {page.sheet.key: list(placed(page)) for page in plan.pages}
        self._entries = Entries(request, plan, lists, self.names, self._columns)

    def draw(self) -> None:
        """All sheets but the guide."""
        self._facts()
        for page in self._plan.pages:
            self._page(page)

    # --- tables ----------------------------------------------------------------------------------------------------

    def _page(self, page: Page) -> None:
        sheet, places = self._worksheets[page.sheet.key], self._columns[page.sheet.key]
        last = FIRST + len(page.lines) + page.spare - 1
        for place in places:
            key_cell(sheet, KEYS, place.number, page.sheet.key, place.key)
            self._head(sheet, page, place)
        self._intro(sheet, page, places)
        for row in range(FIRST, last + 1):
            number = row - FIRST
            line = page.lines[number] if number < len(page.lines) else Line(code(page.sheet, number + 1))
            self._line(sheet, page, places, row, line)
        for place in places:
            self._entries.limit(sheet, page.sheet, place, last)
        sheet.row_dimensions[KEYS].hidden = True
        sheet.column_dimensions["A"].hidden = True
        named = next((place.number for place in places if place.column is not None), 1)
        sheet.freeze_panes = f"{get_column_letter(named + 1)}{FIRST}"
        sheet.print_title_rows = f"{HEADS}:{HEADS}"
        wide = sum(width_of(place) for place in places[1:] if place.column not in page.tucked)
        pages = max(1, round(wide / _READABLE))
        if pages > 1:
            sheet.print_title_cols = f"B:{get_column_letter(named)}"
        self._finish(sheet, pages)

    def _head(self, sheet: Worksheet, page: Page, place: Place) -> None:
        cell = sheet.cell(HEADS, place.number)
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
        dimension.width = width_of(place)
        if place.column is not None:
            open_below(sheet, place.number, place.column)
            if place.column in page.tucked:
                dimension.outlineLevel, dimension.hidden = 1, True

    def _intro(self, sheet: Worksheet, page: Page, places: Sequence[Place]) -> None:
        sheet.cell(INTRO, 1).value = NOT_DATA
        told = intro(page, self.names, self.lang)
        first = sheet.cell(INTRO, 2)
        put(first, told)
        self._looks.words(first)
        seen = [place for place in places[1:] if place.column is None or place.column not in page.tucked]
        across, width = 0, 0.0
        for place in seen:
            if width > 110 and across > 0:
                break
            across, width = across + 1, width + width_of(place)
        sheet.merge_cells(start_row=INTRO, end_row=INTRO, start_column=2, end_column=1 + max(across, 1))
        sheet.row_dimensions[INTRO].height = height(told, max(width, 20), Look())
        titles = [heading(page.sheet, p.column, self.lang) for p in seen if p.column is not None]
        tallest = max((height(t, width_of(p), Look(bold=True)) for t, p in zip(titles, of_model(seen), strict=True)))
        sheet.row_dimensions[HEADS].height = tallest + 4

    def _line(self, sheet: Worksheet, page: Page, places: Sequence[Place], row: int, line: Line) -> None:
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
                        width_of(place),
                        Look(size=9 if place.column is None else 10),
                    ),
                )
        if line.remark:
            self._remark(sheet, places, row, line.remark)
        sheet.row_dimensions[row].height = max(tall, 16.0)

    def _remark(self, sheet: Worksheet, places: Sequence[Place], row: int, remark: str) -> None:
        """The words of the law, as a comment on the first cell to fill in."""
        first = next(place for place in places if place.column is not None)
        told = remark if len(remark) <= _MOST_REMARK else remark[: _MOST_REMARK - 1] + "…"
        comment = Comment(told, "dcs-audit", width=_REMARK[0], height=_REMARK[1])
        sheet.cell(row, first.number).comment = comment

    # --- the facts -------------------------------------------------------------------------------------------------

    def _facts(self) -> None:
        sheet, model = self._worksheets[FACTS], sheets()[FACTS]
        for number, key in enumerate((MARK, ROW_KEY, "_label", VALUE, "_concerns"), start=1):
            key_cell(sheet, KEYS, number, FACTS, key)
        for row in (INTRO, HEADS):
            sheet.cell(row, 1).value = NOT_DATA
        put(sheet.cell(INTRO, 3), screen("book.intro.file", self.lang))
        self._looks.words(sheet.cell(INTRO, 3))
        sheet.merge_cells(start_row=INTRO, end_row=INTRO, start_column=3, end_column=5)
        for number, key in ((3, "book.fact"), (4, "book.value"), (5, "book.concerns")):
            put(sheet.cell(HEADS, number), screen(key, self.lang))
            self._looks.head(sheet.cell(HEADS, number))
        row = FIRST
        first, rest = self._sorted(model)
        for column in first:
            self._fact(sheet, model, column, row)
            row += 1
        sheet.cell(row, 1).value = NOT_DATA
        put(sheet.cell(row, 3), screen("book.other_facts", self.lang))
        self._looks.words(sheet.cell(row, 3), bold=True)
        for after, column in enumerate(rest, start=row + 1):
            self._fact(sheet, model, column, after)
        sheet.row_dimensions[KEYS].hidden = True
        for letter, width in (("A", 4.0), ("B", 4.0), ("C", 42.0), ("D", 40.0), ("E", 70.0)):
            sheet.column_dimensions[letter].width = width
        sheet.column_dimensions["A"].hidden = sheet.column_dimensions["B"].hidden = True
        sheet.freeze_panes = f"A{FIRST}"
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
        self._entries.limit_column(sheet, model, column, f"D{row}")
        sheet.row_dimensions[row].height = max(height(told, 70, Look(size=9)), 16.0)

    def _finish(self, sheet: Worksheet, pages: int = 1) -> None:
        sheet.sheet_view.showGridLines = False
        page_setup(sheet, pages)
        protect(sheet)


_PARENT = Column((PARENT,), "text")
