"""The draft of a unit file as an Excel workbook, and a unit file written into one.

What each sheet and column is stands in hidden keys (see `records.xlsx_layout`), so that the words people see, the order
of columns and the names of sheets may change without harm.
"""

from __future__ import annotations

from functools import partial

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.workbook_looks import GIVEN, INPUT, READ, key_cell, page_setup, protect
from dcs_audit.drafting.workbook_plan import Plan, plan
from dcs_audit.drafting.workbook_sheets import Drawer
from dcs_audit.drafting.workbook_words import sheet_name
from dcs_audit.locale.languages import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.records import UnitFile
from dcs_audit.report.workbook import Look, cell_text, saved
from dcs_audit.report.workbook_height import height

_STEPS = 8
_WIDTH = 110.0


def write(request: Request, unit: UnitFile | None = None) -> bytes:
    """The workbook, the same bytes for the same content; with `unit`, filled in with what that file says.

    Raises `workbook_rows.Unwritable` for a value that no cell can hold.
    """
    planned = plan(request, unit)
    workbook = Workbook()
    guide = workbook.worksheets[0]
    guide.title = sheet_name("guide", request.lang)
    drawer = Drawer(request, planned, workbook)
    drawer.draw()
    title = _guide(guide, request, planned, drawer)
    return saved(workbook, title, None)


def _book(lang: Lang, key: str, /, **blanks: object) -> str:
    return screen(f"book.{key}", lang, **blanks)


def _guide(sheet: Worksheet, request: Request, planned: Plan, drawer: Drawer) -> str:
    """How to fill the workbook in; gives its title."""
    briefing = Briefing(request.rulebook, request.want.year, request.lang, slugs=False)
    kind = briefing.kind(request.want.unit_type)
    word = partial(_book, request.lang)
    title = word("title", year=request.want.year, kind=kind)
    packs = "".join(f" --pack {folder}" for folder in request.folders)
    key_cell(sheet, 1, 1, "guide", "text")
    lines: list[tuple[str, str]] = [("title", title)]
    titles = "; ".join(briefing.words(pack.file.title) for pack in request.rulebook.packs)
    lines.append(("text", briefing.say("by_packs", packs=titles)))
    lines.append(("head", word("guide.how")))
    lines += [("text", f"{number}. {word(f'guide.{number}', packs=packs)}") for number in range(1, _STEPS + 1)]
    lines.append(("head", word("guide.colours")))
    lines += [(colour, word(f"guide.{name}")) for colour, name in ((INPUT, "input"), (GIVEN, "given"), (READ, "read"))]
    lines.append(("head", word("guide.sheets")))
    for page in planned.pages:
        asked = sum(1 for line in page.lines if line.guide)
        told = drawer.names[page.sheet.key]
        lines.append(("text", f"{told}: {word('guide.rows', number=asked)}" if asked else told))
    for row, (look, told) in enumerate(lines, start=2):
        _guide_line(sheet, row, look, told)
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.column_dimensions["B"].width = _WIDTH
    sheet.sheet_view.showGridLines = False
    page_setup(sheet)
    protect(sheet)
    return title


def _guide_line(sheet: Worksheet, row: int, look: str, told: str) -> None:
    cell = sheet.cell(row, 2)
    cell.value = cell_text(told)
    cell.data_type = "s"
    size = {"title": 14, "head": 11}.get(look, 10)
    bold = look in ("title", "head")
    cell.font = Font(name="Arial", sz=size, b=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if look not in ("title", "head", "text"):
        side = Side("thin", color="BFBFBF")
        cell.fill, cell.border = PatternFill("solid", fgColor=look), Border(side, side, side, side)
    sheet.row_dimensions[row].height = height(told, _WIDTH, Look(size=size, bold=bold)) + (8 if look == "head" else 2)
