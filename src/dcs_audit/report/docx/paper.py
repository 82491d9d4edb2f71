"""A page of A4 as the decree wants it, and the kinds of paragraphs that a report puts on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.docx.archive import dated, saved
from dcs_audit.report.docx.ooxml import (
    Cell,
    Element,
    Line,
    Piece,
    Shape,
    fonts,
    node,
    page_number,
    paragraph,
    table,
)

TOP = BOTTOM = 20.0
LEFT, RIGHT = 30.0, 15.0
"""PL I.I.3: 20–25 mm above and below, 30–35 left, 15–20 right."""
WIDTH = 210 - LEFT - RIGHT
"""What is left for the text, in millimetres."""

TEXT, SMALL = 14, 13
"""PL I.II.6.e: 13–14 points; the smaller ones in tables."""
_HEADER = 10
_ORDINAL, _NARROW = 12, 40
"""Up to this width a table's first column, and any other, holds numbers or a word or two: they are centred."""
_FIRST_LINE = 12.7
_BLANK = re.compile(r"(\[[^\[\]]*\])")
_HEAD, _CELL, _NUMBER = Shape("Table", "center"), Shape("Table"), Shape("Table", "center")


def blanks(text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> list[Piece]:
    """Our own words, with what stands in brackets as places to fill in. Not for words out of a unit file."""
    parts = _BLANK.split(text)
    return [Piece(part, bold, italic, number % 2 == 1, size) for number, part in enumerate(parts) if part]


def roman(number: int) -> str:
    """Below 40, which is more than a report has parts."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


class Paper:
    """A document that grows downwards."""

    def __init__(self, lang: Lang, title: str, as_of: date | None) -> None:
        """`title` and `as_of` go into the file's properties."""
        self.lang = lang
        self._document = _document(lang)
        dated(self._document, title, as_of)
        self._parts = self._items = 0

    def word(self, key: str, **blanks: object) -> str:
        """A message of the catalogue."""
        return screen(key, self.lang, **blanks)

    def part(self, title: str) -> None:
        """PL I.V.6.b: "I. TITLE"."""
        self._parts, self._items = self._parts + 1, 0
        self.add(paragraph([f"{roman(self._parts)}. {title.upper()}"], Shape("Heading1")))

    def item(self, title: str) -> None:
        """PL I.V.6.b: "1. Title", counted anew in each part."""
        self._items += 1
        self.add(paragraph([f"{self._items}. {title}"], Shape("Heading2")))

    def text(self, *line: Piece | str, keep_next: bool = False) -> None:
        """An ordinary paragraph."""
        self.add(paragraph(line, Shape("BodyText", keep_next=keep_next)))

    def lead(self, text: str) -> None:
        """The words above a table."""
        self.add(paragraph([text], Shape("BodyText", after=4, keep_next=True)))

    def bullets(self, lines: Iterable[str]) -> None:
        """Paragraphs that begin with a dash."""
        for line in lines:
            self.text(f"- {line}")

    def left(self, *line: Piece | str) -> None:
        """A paragraph whose words are not drawn apart: digests and paths, which no line break may stretch."""
        self.add(paragraph(line, Shape("BodyText", align="left")))

    def table(
        self, head: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str | Sequence[Line]]]
    ) -> None:
        """A table over the whole width; plain text in a cell is one paragraph."""
        shapes = [
            _NUMBER if width <= (_NARROW if column else _ORDINAL) else _CELL for column, width in enumerate(widths)
        ]
        top = [Cell([paragraph([Piece(word, bold=True)], _HEAD)], shaded=True) for word in head]
        body = [[_cell(content, shape) for content, shape in zip(row, shapes, strict=True)] for row in rows]
        self.add(table(widths, [(top, True), *((cells, False) for cells in body)]))
        self.gap()  # else the next table would grow out of this one

    def gap(self, keep_next: bool = False) -> None:
        """A little space."""
        self.add(paragraph([], Shape("Table", before=0, after=0, height=8, keep_next=keep_next)))

    def section(self) -> None:
        """A new page whose number begins at 1: an appendix (PL I.III.1.đ)."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        layout = section._sectPr
        for copied in layout.findall(qn("w:pgNumType")):
            layout.remove(copied)
        layout.find(qn("w:pgMar")).addnext(node("pgNumType", start=1))

    def add(self, element: Element) -> None:
        """An element below all others."""
        self._document.element.body.sectPr.addprevious(element)

    def file(self) -> bytes:
        """The document as a file."""
        return saved(self._document)


def _cell(content: str | Sequence[Line], shape: Shape) -> Cell:
    lines = [[content]] if isinstance(content, str) else content
    return Cell([paragraph(line, shape) for line in lines])


def _document(lang: Lang) -> Document:
    document = docx.Document()
    _default_fonts(document, lang)
    for name, size, more in (
        ("Normal", TEXT, {}),
        ("Body Text", TEXT, {"before": 6, "align": "both", "indent": True}),
        ("Heading 1", TEXT, {"before": 12, "indent": True, "bold": True}),
        ("Heading 2", TEXT, {"before": 6, "after": 4, "indent": True, "bold": True}),
        ("Table", SMALL, {"before": 2, "after": 2}),
    ):
        _style(document, name, size, **more)
    _page(document.sections[0])
    return document


def _default_fonts(document: Document, lang: Lang) -> None:
    """The theme's typeface goes, so that nothing falls back on it."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(defaults):
        defaults.remove(child)
    tongue = "vi-VN" if lang == "vi" else "en-GB"
    defaults.extend([fonts(), node("lang", val=tongue, eastAsia=tongue, bidi="ar-SA")])


def _style(
    document: Document,
    name: str,
    size: int,
    *,
    before: float = 0,
    after: float = 0,
    align: str = "left",
    indent: bool = False,
    bold: bool = False,
) -> None:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, 1)
    assert isinstance(style, ParagraphStyle)
    element = style.element
    for tag in ("w:pPr", "w:rPr"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    layout = node("pPr", *([node("keepNext")] if bold else []))
    layout.append(node("spacing", before=round(before * 20), after=round(after * 20), line=240, lineRule="auto"))
    if indent:
        layout.append(node("ind", firstLine=round(_FIRST_LINE * 1440 / 25.4)))
    layout.append(node("jc", val=align))
    if name.startswith("Heading"):
        layout.append(node("outlineLvl", val=int(name[-1]) - 1))
    look = node("rPr", fonts(), *([node("b"), node("bCs")] if bold else []))
    look.extend([node("color", val="000000"), node("sz", val=size * 2), node("szCs", val=size * 2)])
    element.extend([layout, look])


def _page(section: Section) -> None:
    """PL I.I.1, I.I.3 and I.I.7: A4 upright, margins, an Arabic number above the text of every page but the first."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(_HEADER)
    section.different_first_page_header_footer = True
    header = section.header
    header.is_linked_to_previous = False
    for old in list(header._element):
        header._element.remove(old)
    line = paragraph([], Shape(align="center"))
    line.append(page_number())
    header._element.append(line)
