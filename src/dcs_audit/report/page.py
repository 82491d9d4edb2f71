"""The sheet that text is laid out on: paragraphs with hanging indents, labels, headings, lists and tables.

Everything that reaches the sheet passes `plain` here, so no text of a unit file can move the cursor, set a colour or
break a line. Colours never stand without a word beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dcs_audit.locale.phrases import Lang, Sentence, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import plain

Part = str | tuple[str, str]
"""Words, or words and their style."""

STRONG = "bold"
BAD, DOUBTFUL = "bold red", "magenta"
"""The terminal's own red and magenta, which read on a dark and on a light ground whatever its palette."""
GOOD, SOON, OPEN = "color(28)", "color(30)", "color(130)"
"""Green, cyan and brown of the fixed 256 colours: those of many palettes are too bright for a light ground, yellow of
all. These stand off from black and from white alike, by 4 to 1 at least."""
LABEL_COLUMNS = 13
"""Columns of a label that text hangs from, the gap included."""

_NARROWEST, _WIDEST = 40, 120


class Page:
    """Collects lines; `text()` hands them over. Widths are in terminal columns."""

    def __init__(self, lang: Lang, width: int, colour: bool) -> None:
        self.lang: Lang = lang
        # Lines past 120 columns tire the eye, and below 40 nothing is left beside the labels.
        self.width = min(max(width, _NARROWEST), _WIDEST)
        self._colour = colour
        self._sheet = StringIO()
        self._console = Console(
            file=self._sheet,
            width=self.width,
            force_terminal=colour,
            force_jupyter=False,
            color_system="256" if colour else None,
            no_color=not colour,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
        )

    def word(self, key: str, **blanks: object) -> str:
        """A message of the screen in the page's language."""
        return screen(key, self.lang, **blanks)

    def say(self, sentence: Sentence) -> str:
        """A sentence of the audit in the page's language."""
        return say(sentence, self.lang)

    def text(self) -> str:
        """Everything written so far, without blanks at line ends."""
        written = self._sheet.getvalue()
        return written if self._colour else "".join(f"{line.rstrip()}\n" for line in written.splitlines())

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def paragraph(self, *parts: Part, indent: int = 0) -> None:
        """Text whose every line starts at `indent`."""
        self._hang(Text(" " * indent), parts)

    def labelled(self, label: str, *parts: Part, indent: int = 0, columns: int = LABEL_COLUMNS) -> None:
        """A label, and text hanging `columns` to the right of where the label starts."""
        head = " " * indent + plain(label)
        gap = max(1, columns - cell_len(plain(label)))
        self._hang(Text(head + " " * gap), parts)

    def bullet(self, *parts: Part, mark: str = "-", indent: int = 2) -> None:
        """An entry of a list."""
        self.labelled(mark, *parts, indent=indent, columns=len(mark) + 1)

    def heading(self, title: str) -> None:
        """The title of a section, over a line across the page."""
        self.blank()
        self.paragraph((title, STRONG))
        self._console.print("─" * self.width)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Rows of cells: the first column wraps, the others are numbers and do not."""
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=STRONG, expand=False)
        for index, title in enumerate(head):
            table.add_column(
                Text(plain(title)),
                justify="left" if index == 0 else "right",
                overflow="fold",
                no_wrap=index > 0,
            )
        for row in rows:
            table.add_row(*(Text(plain(cell)) for cell in row))
        self._console.print(table)

    def _hang(self, head: Text, parts: Sequence[Part]) -> None:
        margin = cell_len(head.plain)
        body = Text.assemble(*(_safe(part) for part in parts))
        lines = body.wrap(self._console, self.width - margin, overflow="fold") if body.plain else [Text("")]
        for number, line in enumerate(lines):
            line.rstrip()
            start = head if number == 0 else Text(" " * margin)
            self._console.print(Text.assemble(start, line), soft_wrap=True)


def _safe(part: Part) -> Part:
    return plain(part) if isinstance(part, str) else (plain(part[0]), part[1])
