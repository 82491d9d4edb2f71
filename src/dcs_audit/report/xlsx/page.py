"""A sheet that is read like a page: headings, lines with a label, lists and small tables of figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dcs_audit.report.workbook import Look, Marked, Value
from dcs_audit.report.workbook_height import height
from dcs_audit.report.workbook_stream import BARE, HEAD, Sheet
from dcs_audit.report.xlsx.looks import NUMBER

_WIDTHS = (40, 14, 14, 14, 14, 14, 30)

_TITLE = Look(bold=True, size=15, colour="1F4E79", lines=False)
_NAME = Look(bold=True, size=13, lines=False)
_HEADING = Look(bold=True, size=11, colour="1F4E79", fill="DDEBF7", lines=False)
_LABEL = Look(bold=True, lines=False)
_WARNING = Look(bold=True, colour="9C0006", lines=False)
_LEFT_HEAD = replace(HEAD, across="left")


class Leaf:
    """Writes such a page. Rows whose cells span columns get a height for their text: Excel would give them one line."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        sheet.widths(_WIDTHS)

    def title(self, text: str, name: str = "") -> None:
        """What the page is, and of whom."""
        self._line(text, _TITLE)
        if name:
            self._line(name, _NAME)

    def heading(self, text: str) -> None:
        """The beginning of a section."""
        self.gap()
        self._line(text, _HEADING)

    def gap(self) -> None:
        """An empty row."""
        self._sheet.row(())

    def text(self, text: str, look: Look = BARE) -> None:
        """A paragraph over the whole width."""
        self._line(text, look)

    def warning(self, text: str) -> None:
        """A paragraph that nobody may miss."""
        self._line(text, _WARNING)

    def items(self, texts: Iterable[str]) -> None:
        """A list."""
        for text in texts:
            self._line(f"• {text}", BARE)

    def pair(self, label: str, value: Value | Marked) -> None:
        """A label and what it is about; long text may go on below."""
        told = value if isinstance(value, Marked) else Marked(value, BARE)
        high = height(told.value, sum(_WIDTHS[1:]), told.look)
        self._sheet.row((Marked(label, _LABEL), told, *[None] * (len(_WIDTHS) - 2)), high)
        self._sheet.span(2, len(_WIDTHS))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[Value | Marked]]) -> None:
        """A small table; the first column is text, the others are figures."""
        self._sheet.row([Marked(head, HEAD if place else _LEFT_HEAD) for place, head in enumerate(heads)])
        for row in rows:
            first = row[0].value if isinstance(row[0], Marked) else row[0]
            cells = [
                cell if isinstance(cell, Marked) else Marked(cell, NUMBER if place else Look())
                for place, cell in enumerate(row)
            ]
            self._sheet.row(cells, height(first, _WIDTHS[0], Look()))

    def _line(self, text: str, look: Look) -> None:
        self._sheet.row(
            (Marked(text, look), *[Marked(None, look)] * (len(_WIDTHS) - 1)),
            height(text, sum(_WIDTHS), look),
        )
        self._sheet.span(1, len(_WIDTHS))
