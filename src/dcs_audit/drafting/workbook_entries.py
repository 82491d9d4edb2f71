"""What may be entered in the cells of a workbook: drop-down lists, dates and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from dcs_audit.drafting.request import Request
from dcs_audit.drafting.workbook_looks import Lists, area, checked, listed
from dcs_audit.drafting.workbook_places import FIRST, Place
from dcs_audit.drafting.workbook_plan import Plan
from dcs_audit.locale.screen import screen
from dcs_audit.locale.workbook_words import NOTHING, TRUTHS, UNKNOWN, labels, period_label
from dcs_audit.records.period import Period
from dcs_audit.records.xlsx_layout import CODE, PARENT, Column, Sheet
from dcs_audit.records.xlsx_values import words_of

_PARTS = ("", "H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"M{month:02d}" for month in range(1, 13)))


class Entries:
    """Says of the cells of one workbook what they take. `names` and `columns` are those of its sheets, by key."""

    def __init__(
        self,
        request: Request,
        plan: Plan,
        lists: Lists,
        names: Mapping[str, str],
        columns: Mapping[str, Sequence[Place]],
    ) -> None:
        self._request, self._plan, self._lists = request, plan, lists
        self._names, self._columns = names, columns
        self._lang = request.lang

    def limit(self, sheet: Worksheet, model: Sheet, place: Place, last: int) -> None:
        """The cells of a column of a table, down to row `last`."""
        cells = area(place.number, FIRST, last)
        if place.key == PARENT and model.parent is not None:
            codes = self._cells_of(".".join(model.parent), CODE)
            if codes:
                sheet.add_data_validation(listed(cells, codes, screen("book.choose", self._lang), True))
        if place.column is not None:
            self.limit_column(sheet, model, place.column, cells)

    def limit_column(self, sheet: Worksheet, model: Sheet, column: Column, cells: str) -> None:
        """The given cells, which hold values of a column."""
        choose = screen("book.choose", self._lang)
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
            sheet.add_data_validation(checked(cells, kind, screen(f"book.{column.kind}", self._lang)))

    def _words(self, column: Column) -> tuple[str, ...]:
        """What a drop-down list of a column offers."""
        unknown = (UNKNOWN[self._lang],)
        if column.kind == "flag":
            return (TRUTHS[True][self._lang], TRUTHS[False][self._lang], *unknown)
        if column.kind == "period":
            year = self._request.want.year
            return tuple(period_label(Period(year, part), self._lang) for part in _PARTS)
        nothing = (NOTHING[self._lang],) if column.none_differs else ()
        if column.kind != "word":
            return nothing if column.key == _sole_none(column) else ()
        known = words_of(column, self._request.rulebook.vocabulary)
        shown = labels(column.path[-1], known, self._lang)
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
        letter, last = get_column_letter(place.number), FIRST + len(page.lines) + page.spare - 1
        return f"{quote_sheetname(self._names[key])}!${letter}${FIRST}:${letter}${last}"


def _sole_none(column: Column) -> str:
    """The key of a column that only says that a list is empty."""
    return column.key if column.many and column.none_differs and not column.all_allowed else ""
