"""The rows of a workbook that a unit file becomes: every field of it, or a refusal that names the field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from dcs_audit.locale.languages import Lang
from dcs_audit.locale.workbook_words import NOTHING, UNKNOWN
from dcs_audit.records import UnitFile
from dcs_audit.records.model import Waiver
from dcs_audit.records.positions import Loc, path_text
from dcs_audit.records.vocabulary import Vocabulary
from dcs_audit.records.xlsx_layout import FACTS, Column, Inline, Sheet, sheets, written
from dcs_audit.records.xlsx_values import Shown, encode

MOST_UNITS = 32_767
"""UTF-16 code units that a cell of Excel holds."""
# What XML 1.0 has no way to write, and what programs change when they save: a carriage return, halves of characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_CODES = {
    "records.disclosures": "CK",
    "records.boards": "BAN",
    "records.documents": "VB",
    "records.consultations": "YK",
}
"""What the codes of rows begin with, on sheets whose rows other sheets refer to."""


class Unwritable(Exception):
    """A value that no cell can hold; `path` is where it stands in the unit file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(slots=True)
class Line:
    """A row to write: its code, the code of the row that it belongs to, its cells by column, what the tool notes."""

    code: str | None = None
    parent: str | None = None
    cells: dict[str, Shown] = field(default_factory=dict)
    mark: str = ""
    guide: dict[str, str] = field(default_factory=dict)
    """Columns for people alone."""
    remark: str = ""
    """A comment on the first cell."""


def code(sheet: Sheet, number: int) -> str | None:
    """The code of a sheet's row, counted from 1; None where no row of another sheet refers to it."""
    if not sheet.lists or sheet.key == FACTS:
        return None
    return f"{_CODES.get(sheet.key, sheet.path[-1][:3].upper())}-{number:02d}"


def rows_of(unit: UnitFile, vocabulary: Vocabulary, lang: Lang) -> dict[str, list[Line]]:
    """The rows of each sheet; those of the facts are one. Raises Unwritable."""
    writer = _Writer(vocabulary, lang)
    facts = Line(cells=writer.cells(sheets()[FACTS], unit, ()))
    found: dict[str, list[Line]] = {FACTS: [facts]}
    for sheet in sheets().values():
        if sheet.parent is None and sheet.key != FACTS:
            entries = _at(unit, sheet.path)
            if not entries:
                if entries is not None and ".".join(sheet.path) in sheets()[FACTS].none_differs:
                    facts.cells[".".join(sheet.path)] = NOTHING[lang]
                continue
            for number, entry in enumerate(entries):
                writer.add(found, sheet, entry, (*sheet.path, number), None)
    return found


class _Writer:
    def __init__(self, vocabulary: Vocabulary, lang: Lang) -> None:
        self._vocabulary, self._lang = vocabulary, lang

    def add(self, found: dict[str, list[Line]], sheet: Sheet, entry: BaseModel, loc: Loc, parent: str | None) -> None:
        """The row of one entry, and below it those of its lists."""
        lines = found.setdefault(sheet.key, [])
        line = Line(code(sheet, len(lines) + 1), parent)
        lines.append(line)
        line.cells = self.cells(sheet, entry, loc)
        inline = {group.field: group for group in sheet.inline}
        for steps in sheet.lists:
            name = steps[-1]
            entries = _at(entry, steps)
            below = sheets()[f"{sheet.key}.{name}"]
            taken = 0
            if name in inline and entries:
                taken = self._inline(line, sheet, inline[name], entries, (*loc, name))
            elif entries is not None and not entries and name in sheet.none_differs:
                line.cells[self._none_cell(sheet, name, inline.get(name))] = NOTHING[self._lang]
            for number, inner in enumerate(entries or ()):
                if number >= taken:
                    self.add(found, below, inner, (*loc, name, number), line.code)

    def cells(self, sheet: Sheet, entry: BaseModel, loc: Loc) -> dict[str, Shown]:
        """The cells of the entry's own fields."""
        steps = {step for group in sheet.inline for step in group.steps}
        found: dict[str, Shown] = {}
        for column in sheet.columns:
            if column.path[0] in steps or column.key in sheet.none_differs:
                continue
            shown = self._shown(column, _at(entry, column.path), (*loc, *column.path))
            if isinstance(entry, Waiver) and column.key == "until" and shown is None:
                shown = self._shown(column, entry.until_text, (*loc, "until"))
            if shown is not None:
                found[column.key] = shown
        self._empty_groups(sheet, entry, found, steps)
        return found

    def _empty_groups(self, sheet: Sheet, entry: BaseModel, found: dict[str, Shown], steps: set[str]) -> None:
        """A group of which nothing is known is told from none by a word in its first cell."""
        for column in sheet.columns:
            for group in column.optional:
                keys = [other.key for other in sheet.columns if other.path[: len(group)] == group]
                if group[0] not in steps and _at(entry, group) is not None and not found.keys() & set(keys):
                    found[keys[0]] = UNKNOWN[self._lang]

    def _inline(self, line: Line, sheet: Sheet, group: Inline, entries: tuple[BaseModel, ...], loc: Loc) -> int:
        """Writes the first entries into columns of the row itself; gives how many found room there, in their order."""
        steps = list(group.steps)
        taken = 0
        for number, entry in enumerate(entries):
            word = getattr(entry, group.by) if group.by is not None else str(number + 1)
            step = f"{group.field}@{word}"
            if step not in steps:
                break
            columns = {column.path[-1]: column for column in sheet.columns if column.path[0] == step}
            said = {key for key, value in _said(entry) if key != group.by}
            if not said <= columns.keys():
                break
            del steps[: steps.index(step) + 1]
            for key, column in columns.items():
                shown = self._shown(column, _at(entry, (key,)), (*loc, number, key))
                if shown is not None:
                    line.cells[column.key] = shown
            if not said:
                line.cells[next(iter(columns.values())).key] = UNKNOWN[self._lang]
            taken = number + 1
        return taken

    def _none_cell(self, sheet: Sheet, name: str, group: Inline | None) -> str:
        if group is None:
            return name
        return next(column.key for column in sheet.columns if column.path[0] == group.steps[0])

    def _shown(self, column: Column, value: Any, loc: Loc) -> Shown:
        shown = encode(column, value, self._vocabulary, self._lang)
        if isinstance(shown, str) and not _fits(shown):
            raise Unwritable(path_text(loc))
        return shown


def _fits(text: str) -> bool:
    return not _UNWRITABLE.search(text) and len(text.encode("utf-16-le")) // 2 <= MOST_UNITS


def _said(entry: BaseModel) -> Iterator[tuple[str, Any]]:
    """The keys of an entry that say something, as the unit file writes them."""
    for name, info in type(entry).model_fields.items():
        value = getattr(entry, name)
        if value is not None:
            yield written(name, info), value


def _at(model: BaseModel, path: tuple[str, ...]) -> Any:
    """The value at a path of keys as the unit file writes them; None where any part is absent."""
    value: Any = model
    for step in path:
        if value is None:
            return None
        value = getattr(value, _attributes(type(value))[step])
    return value


_KNOWN: dict[type[BaseModel], Mapping[str, str]] = {}


def _attributes(part: type[BaseModel]) -> Mapping[str, str]:
    if part not in _KNOWN:
        found: dict[str, str] = {}
        for name, info in part.model_fields.items():
            found.setdefault(written(name, info), name)
        _KNOWN[part] = found
    return _KNOWN[part]
