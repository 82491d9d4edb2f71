"""Workbooks to test with: drafted ones, and what an official's hand does to them."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from dcs_audit.drafting import workbook
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.wanted import want
from dcs_audit.law.rulebook import Rulebook, load_rulebook
from dcs_audit.locale.languages import Lang
from dcs_audit.records import Loaded, UnitFile, load
from dcs_audit.records.xlsx_layout import FACTS, PREFIX, Column, Sheet, sheets
from dcs_audit.records.xlsx_values import words_of

LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"]), min_size=1, max_size=12)
AWKWARD = st.sampled_from(
    [
        "chưa rõ", "CHƯA RÕ", "không có", "tất cả", '"chưa rõ"', '""không có""', "all", "=1+1", "+84", "-", "@x", "'x",
        "01", "12.0", "1e5", "TRUE", "#REF!", "_x000D_", "_x005F_x000D_", "a; b", 'a"b', '"', '"a', "dòng 1\ndòng 2",
        "tình hình thực hiện [thuc-hien]", "thuc-hien", "abc [thuc-hien]", "05/2026", "2026-01-05", "null", "~", "x: y",
        "# không", "{a}", "[b]", "dcs:x/y", "12,5", "😀", "\u00a0x", "Thôn “A”", "a\tb", "a;b;c", ";", "\n;",
    ]
)  # fmt: skip
TEXTS = AWKWARD | LETTERS
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
"""From the first day that a unit file takes to the last."""


@cache
def book(packs: tuple[str, ...] = ()) -> Rulebook:
    return load_rulebook(packs)


@cache
def request(unit_type: str, lang: Lang = "vi", year: int = 2026, packs: tuple[str, ...] = ()) -> Request:
    rules = book(packs)
    return Request(rules, want(rules, unit_type, year), lang, name="Đơn vị thử", packs=packs)


@cache
def drafted(unit_type: str, lang: Lang = "vi") -> bytes:
    return workbook.write(request(unit_type, lang))


def read(data: bytes, name: str = "u.xlsx") -> Loaded:
    return load(data, name, book().vocabulary, "xlsx")


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def bytes_of(filled: Workbook) -> bytes:
    target = io.BytesIO()
    filled.save(target)
    return target.getvalue()


def columns(filled: Workbook, key: str) -> tuple[Any, dict[str, int]]:
    """A sheet by its hidden key, and the numbers of its columns by theirs."""
    for sheet in filled.worksheets:
        found = {
            str(cell.value).removeprefix(f"{PREFIX}{key}/"): cell.column
            for cell in sheet[1]
            if str(cell.value).startswith(f"{PREFIX}{key}/")
        }
        if found:
            return sheet, found
    raise KeyError(key)


def answer(filled: Workbook, fact: str, value: Any) -> Any:
    """Fills in a fact of the unit; gives its cell."""
    sheet, _ = columns(filled, FACTS)
    row = next(row for row in range(2, 60) if sheet.cell(row, 2).value == fact)
    sheet.cell(row, 4).value = value
    return sheet.cell(row, 4)


def fill(filled: Workbook, key: str, row: int, **cells: Any) -> Any:
    """Fills in cells of a row; `document__date` is the column `document.date`."""
    sheet, found = columns(filled, key)
    for name, value in cells.items():
        sheet.cell(row, found[name.replace("__", ".")]).value = value
    return sheet


def row_of(filled: Workbook, key: str, column: str, word: str) -> int:
    """The first row whose cell in a column shows this."""
    sheet, found = columns(filled, key)
    return next(row for row in range(4, 200) if sheet.cell(row, found[column]).value == word)


def first_spare(filled: Workbook, key: str) -> int:
    """The first row in which nothing is filled in."""
    sheet, found = columns(filled, key)
    own = [number for name, number in found.items() if not name.startswith("_")]
    return next(row for row in range(4, 300) if all(sheet.cell(row, number).value is None for number in own))


# --- any unit file that the model can hold -------------------------------------------------------------------------


def _value(column: Column) -> st.SearchStrategy[Any]:
    words = words_of(column, book().vocabulary)
    one: st.SearchStrategy[Any]
    texts = TEXTS.filter(str.strip) if column.required else TEXTS  # what is required is not blank
    if words:
        one = st.sampled_from(words)
    else:
        one = {
            "flag": st.booleans(),
            "count": st.integers(2000, 2100) if "year" in column.path[-1] else st.integers(1, 999_999_999),
            "day": DAYS,
            "period": st.sampled_from(["2026", "2025-H2", "2027-Q3", "1999-M02"]),
            "month_day": st.sampled_from(["12-31", "05-31", "02-28"]),
        }.get(column.kind, texts)  # type: ignore[call-overload]
    if column.path == ("rule",):
        one = st.sampled_from(sorted(book().vocabulary.rule_ids))
    if column.path == ("packs",):
        one = st.sampled_from(sorted(book().vocabulary.pack_names))
    if not column.many:
        return one
    several = st.lists(one, max_size=3)
    return several | st.just("all") if column.all_allowed else several


@st.composite
def _entry(draw: st.DrawFn, sheet: Sheet, most: int) -> dict[str, Any]:
    """An entry of a list with any of its fields."""
    entry: dict[str, Any] = {}
    inline = {step for group in sheet.inline for step in group.steps}
    for column in sheet.columns:
        if column.path[0] in inline or column.key in sheet.none_differs:
            continue
        if not (column.required or draw(st.integers(0, 4)) == 0):
            continue
        inner = entry
        for step in column.path[:-1]:
            inner = inner.setdefault(step, {})
        if draw(st.integers(0, 5)) or column.required:
            inner[column.path[-1]] = draw(_value(column))
    for steps in sheet.lists:
        if sheet.key != FACTS and draw(st.booleans()):
            below = sheets()[f"{sheet.key}.{steps[-1]}"]
            entry[steps[-1]] = draw(st.lists(_entry(below, most), max_size=most))
    return entry


@st.composite
def unit_files(draw: st.DrawFn, most: int = 3) -> UnitFile:
    """Any unit file that the model takes, contradictions between its parts included."""
    data = draw(_entry(sheets()[FACTS], most))
    for sheet in sheets().values():
        if sheet.parent is None and sheet.key != FACTS and draw(st.integers(0, 2)) == 0:
            inner = data
            for step in sheet.path[:-1]:
                inner = inner.setdefault(step, {})
            inner[sheet.path[-1]] = draw(st.lists(_entry(sheet, most), max_size=most))
    return UnitFile.model_validate(data, context=book().vocabulary)
