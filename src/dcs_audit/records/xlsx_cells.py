"""The cells of a workbook as a person sees them: texts, numbers, days, yes and no, errors, formulas. None is computed.

Knows nothing of records. What Excel, LibreOffice and their kin write for the same cell comes out the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from dcs_audit.records.xlsx_package import Package, Refused

Kind: TypeAlias = Literal["text", "number", "day", "truth", "error", "formula"]

MOST_ROWS, MOST_COLUMNS = 20_000, 400
"""Cells below or to the right of these are refused; no unit file needs them."""

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 2_958_465
_BUILT_IN_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_OF_DAYS = re.compile("[dmyhs]", re.IGNORECASE)
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,40})?(?:[Ee][+-]?[0-9]{1,3})?")
_ISO_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?")
_MIDNIGHT = re.compile(r"T00:00(:00(\.0*)?)?Z?")


class Cell(NamedTuple):
    """A cell that holds something; row and column count from 1. A day's value is a `date`, an error's what it shows."""

    row: int
    column: int
    kind: Kind
    value: str | float | bool | date


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name, and its cells that hold anything, in the order of the file."""

    title: str
    cells: tuple[Cell, ...]
    from_1904: bool = False
    """Whether serial numbers of days count from 1904."""


def letters(column: int) -> str:
    """The letters of a column that counts from 1: A, B, … Z, AA, …"""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def serial_day(serial: float, from_1904: bool = False) -> date | None:
    """The day of a serial number without hours; None outside what Excel knows."""
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=int(serial))


def read_grids(data: bytes) -> tuple[Grid, ...]:
    """Every sheet of a workbook, hidden ones too. Raises Refused."""
    package = Package(data)
    outline = _Outline()
    package.parse(package.main, outline.start)
    targets = package.targets(package.main)
    by_kind = {kind.rpartition("/")[2]: part for kind, part in targets.values()}
    strings, formats = _Strings(), _Formats()
    if (part := by_kind.get("sharedStrings")) is not None:
        package.parse(part, strings.start, strings.end, strings.text)
    if (part := by_kind.get("styles")) is not None:
        package.parse(part, formats.start, formats.end)
    grids = []
    for title, target in outline.sheets:
        kind, part = targets.get(target, ("", ""))
        if not kind.endswith("/worksheet"):
            continue  # a chart has no cells
        sheet = _Sheet(strings.found, formats.days(), outline.from_1904)
        with suppress(_Read):
            package.parse(part, sheet.start, sheet.end, sheet.text)
        grids.append(Grid(title, tuple(sheet.cells), outline.from_1904))
    return tuple(grids)


class _Read(Exception):
    """All cells of the sheet have been seen; what follows them is of no interest."""


@dataclass(slots=True)
class _Outline:
    """Names of the sheets with the ids of their parts, and how days are counted."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    from_1904: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")


@dataclass(slots=True)
class _Strings:
    """The texts that cells share."""

    found: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _open: bool = False
    _aside: bool = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":  # how an East Asian text is read aloud
            self._aside = True
        self._open = tag == "t" and not self._aside

    def end(self, tag: str) -> None:
        self._open = False
        if tag == "rPh":
            self._aside = False
        elif tag == "si":
            self.found.append(_decoded("".join(self._pieces)))

    def text(self, piece: str) -> None:
        if self._open:
            self._pieces.append(piece)


@dataclass(slots=True)
class _Formats:
    """Which styles show a number as a day."""

    _codes: dict[str, str] = field(default_factory=dict)
    _cells: list[str] = field(default_factory=list)
    _in_cells: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            self._cells.append(attributes.get("numFmtId", "0"))
        elif tag == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cells = False

    def days(self) -> frozenset[str]:
        return frozenset(str(style) for style, number in enumerate(self._cells) if self._is_day(number))

    def _is_day(self, number: str) -> bool:
        code = self._codes.get(number)
        if code is None:
            return number.isdecimal() and int(number) in _BUILT_IN_DAYS
        return bool(_OF_DAYS.search(_NOT_FORMAT.sub("", code.partition(";")[0]).replace("General", "")))


class _Sheet:
    """Takes the elements of a sheet in, keeps the cells that hold something."""

    def __init__(self, strings: list[str], days: frozenset[str], from_1904: bool) -> None:
        self._strings, self._days, self._from_1904 = strings, days, from_1904
        self.cells: list[Cell] = []
        self._row = self._column = 0
        self._type = self._style = ""
        self._within: list[str] = []
        self._value: list[str] = []
        self._formula = self._aside = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._within.append(tag)
        if tag == "c":
            self._locate(attributes.get("r", ""))
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._value, self._formula = [], False
        elif tag == "row":
            typed = attributes.get("r", "")
            self._row = int(typed) if typed.isdecimal() and len(typed) < 8 else self._row + 1
            self._column = 0
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._aside = True

    def end(self, tag: str) -> None:
        self._within.pop()
        if tag == "c":
            self._close()
        elif tag == "rPh":
            self._aside = False
        elif tag == "sheetData":
            raise _Read

    def text(self, piece: str) -> None:
        if self._within and self._within[-1] in ("v", "t") and not self._aside:
            self._value.append(piece)

    def _locate(self, reference: str) -> None:
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            self._column += 1
            return
        self._row, self._column = int(found[2]), 0
        for letter in found[1]:
            self._column = 26 * self._column + ord(letter) - ord("A") + 1

    def _close(self) -> None:
        read = ("formula", "".join(self._value)) if self._formula else self._read("".join(self._value))
        if read is None:
            return
        kind, value = read
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            raise Refused("xlsx_far_cell", cell=f"{letters(self._column)}{self._row}")
        self.cells.append(Cell(self._row, self._column, kind, value))

    def _read(self, typed: str) -> tuple[Kind, str | float | bool | date] | None:
        if self._type == "s":
            place = int(typed) if typed.isdecimal() and len(typed) < 9 else -1
            if not 0 <= place < len(self._strings):
                raise Refused("xlsx_broken")
            text = self._strings[place]
            return ("text", text) if text.strip() else None
        if self._type in ("str", "inlineStr"):
            return ("text", _decoded(typed)) if typed.strip() else None
        typed = typed.strip()
        if not typed:
            return None
        if self._type == "b":
            return "truth", typed in ("1", "true")
        if self._type == "d" and (found := _ISO_DAY.fullmatch(typed)):
            return "text", found[1] if not found[2] or _MIDNIGHT.fullmatch(found[2]) else typed
        if self._type == "n" and _NUMBER.fullmatch(typed):
            number = float(typed)
            # A day with a time of day stays a number: which day it means is for the column to ask back about.
            dated = self._style in self._days and number.is_integer()
            if dated and (day := serial_day(number, self._from_1904)) is not None:
                return "day", day
            return "number", number
        return "error", typed


def _decoded(text: str) -> str:
    """Excel writes `_x000D_` for the character of that number."""
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
