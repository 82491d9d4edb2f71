"""What every workbook needs: text that cannot become a formula, looks, drop-down lists, and files without a clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import ExcelWriter

from dcs_audit.report.words import plain

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_SIGNS = 32_767
"""UTF-16 code units that a cell holds."""
_MOST_LINES = 250
_CUT = " […]"

DATE = "dd/mm/yyyy"
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_LAST_DAY = date(9999, 12, 31)
_EPOCH = (1980, 1, 1, 0, 0, 0)

# Excel reads `_x000D_` within a text as the character of that number.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ASKS_TO_BE_COMPUTED = ("=", "+", "-", "@")

Value: TypeAlias = str | tuple[str, ...] | int | float | date | None
"""What a cell shows; a tuple is several lines of text."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. Colours are RRGGBB, `size` is in points, `number` an Excel number format."""

    bold: bool = False
    italic: bool = False
    size: int = 10
    colour: str = "000000"
    fill: str | None = None
    number: str | None = None
    across: str = "left"
    down: str = "top"
    wrap: bool = True
    lines: bool = True
    """Thin lines around it."""


class Marked(NamedTuple):
    """A value with a look of its own, which goes before that of its column."""

    value: Value
    look: Look


def cell_text(*lines: str) -> str:
    """`lines` as the text of one cell: nothing in it that XML forbids or Excel decodes, cut where a cell ends."""
    kept = [line for line in lines if line]
    text = "\n".join(plain(line) for line in kept[:_MOST_LINES])
    if len(kept) > _MOST_LINES:
        text += _CUT
    return _cut(_CODED.sub("_x005F_", text))


def _cut(text: str) -> str:
    """At most as much as a cell holds; what is cut ends in a sign that says so."""
    if 2 * len(text) <= MOST_SIGNS:
        return text
    coded = text.encode("utf-16-le")
    if len(coded) <= 2 * MOST_SIGNS:
        return text
    return coded[: 2 * (MOST_SIGNS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def put(cell: Cell, value: Value) -> None:
    """Gives a cell its value. Text stays text, whatever it begins with; a day that Excel does not know is text too."""
    if isinstance(value, date) and not _FIRST_DAY <= value <= _LAST_DAY:
        value = value.isoformat()
    if not isinstance(value, (str, tuple)):
        cell.value = value
        return
    text = cell_text(*value) if isinstance(value, tuple) else cell_text(value)
    cell.value = text
    cell.data_type = "s"  # openpyxl takes a leading "=" for a formula and "#N/A" for an error


def asks_to_be_computed(value: Value) -> bool:
    """Whether Excel would compute the text as soon as somebody edited it, so that its cell must be marked as text."""
    text = value[0] if isinstance(value, tuple) and value else value
    return isinstance(text, str) and plain(text).lstrip().startswith(_ASKS_TO_BE_COMPUTED)


def wear(cell: Cell, look: Look, as_text: bool = False) -> None:
    """Gives a cell its look; `as_text` keeps Excel from computing what is in it when somebody edits it."""
    cell.font = Font(name="Arial", sz=look.size, b=look.bold, i=look.italic, color=look.colour)
    indent = int(look.across == "right")  # else a number touches the text beside it
    cell.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=look.wrap, indent=indent)
    if look.fill is not None:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.number is not None:
        cell.number_format = look.number
    if look.lines:
        side = Side("thin", color="BFBFBF")
        cell.border = Border(side, side, side, side)
    if as_text:
        cell.quotePrefix = True


def choice(words: Iterable[str], area: str, prompt: str = "") -> DataValidation:
    """A drop-down list over the cells of `area`. No word may hold a comma; all of them fit in 255 characters."""
    listed = ",".join(words)
    rule = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True, sqref=area)
    if prompt:
        rule.prompt, rule.showInputMessage = prompt, True
    return rule


def any_day(area: str, prompt: str = "") -> DataValidation:
    """Only dates in the cells of `area`."""
    rule = DataValidation(
        "date", operator="greaterThan", formula1="36526", allow_blank=True, showErrorMessage=True, sqref=area
    )
    if prompt:
        rule.prompt, rule.showInputMessage = prompt, True
    return rule


REPORT = "dcs-audit/report"
"""The keyword that tells a report from a workbook to fill in."""


def sign(workbook: Workbook, title: str, created: date | None) -> None:
    """What the file says of itself: no author, and `created` instead of the clock; what has a day is a report."""
    moment = datetime.combine(created or date(*_EPOCH[:3]), time())
    properties = workbook.properties
    properties.creator, properties.title = "dcs-audit", cell_text(title)
    properties.created = properties.modified = moment
    properties.keywords = REPORT if created is not None else None


class FixedZip(ZipFile):
    """A zip file whose bytes hang on nothing but what is in it: no time of day, no system."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)

    def __del__(self) -> None:
        """Given up half-way, it is left as it is: ZipFile would complain of the entry that is still open."""

    def entry(self, name: str) -> ZipInfo:
        """A new entry, to be opened for writing."""
        info = ZipInfo(name, _EPOCH)
        info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
        return info

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """An entry as a whole."""
        super().writestr(self.entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """A file as an entry; whatever is no path was written already."""
        if isinstance(filename, str):
            with open(filename, "rb") as source, self.open(self.entry(arcname), "w") as target:
                while piece := source.read(1 << 16):
                    target.write(piece)


def saved(workbook: Workbook, title: str, created: date | None) -> bytes:
    """The bytes of a workbook, the same for the same content."""
    sign(workbook, title, created)
    file = BytesIO()
    ExcelWriter(workbook, FixedZip(file)).save()
    return file.getvalue()
