"""The few elements of a Word document that this report is made of. Lengths in millimetres, letters in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dcs_audit.report.words import plain

Element: TypeAlias = Any
"""An lxml element; the library has no types of its own."""

FONT = "Times New Roman"
"""PL I.I.4."""

_TWIPS = 1440 / 25.4
_PADDING = 1.2
"""Millimetres between a cell's border and its words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph. `blank`: a place that the office fills in, marked so that nobody overlooks it."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: bool = False
    size: float | None = None


Line: TypeAlias = Sequence[Piece | str]
"""What a paragraph says."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph differs from its style. `indent` is that of both sides, in millimetres; `height` that of a line
    without words, in points."""

    style: str | None = None
    align: str | None = None
    before: float | None = None
    after: float | None = None
    indent: float | None = None
    height: float | None = None
    keep_next: bool = False
    ruled: bool = False


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * _TWIPS)


def node(tag: str, *children: Element, **attributes: object) -> Element:
    """`<w:tag>` with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def fonts() -> Element:
    """The one typeface, for every script."""
    return node("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def paragraph(line: Line, shape: Shape = Shape()) -> Element:
    """One paragraph."""
    made = node("p")
    properties = _paragraph_properties(shape)
    if len(properties):
        made.append(properties)
    made.extend(_run(piece if isinstance(piece, Piece) else Piece(piece)) for piece in line)
    return made


def _paragraph_properties(shape: Shape) -> Element:
    """In the order of the schema, which Word insists on."""
    made = node("pPr")
    if shape.style:
        made.append(node("pStyle", val=shape.style))
    if shape.keep_next:
        made.append(node("keepNext"))
    if shape.ruled:
        made.append(node("pBdr", node("bottom", val="single", sz=6, space=0, color="000000")))
    spacing = _spacing(shape)
    if spacing:
        made.append(node("spacing", **spacing))
    if shape.indent is not None:
        made.append(node("ind", left=twips(shape.indent), right=twips(shape.indent), firstLine=0))
    if shape.align:
        made.append(node("jc", val=shape.align))
    return made


def _spacing(shape: Shape) -> dict[str, object]:
    lengths = (("before", shape.before), ("after", shape.after), ("line", shape.height))
    told: dict[str, object] = {name: round(points * 20) for name, points in lengths if points is not None}
    return told if shape.height is None else told | {"lineRule": "exact"}


def _run(piece: Piece) -> Element:
    properties = node("rPr")
    if piece.bold:
        properties.extend([node("b"), node("bCs")])
    if piece.italic:
        properties.extend([node("i"), node("iCs")])
    if piece.size is not None:
        properties.extend([node("sz", val=round(piece.size * 2)), node("szCs", val=round(piece.size * 2))])
    if piece.blank:
        properties.append(node("highlight", val="yellow"))
    text = node("t")
    text.text = plain(piece.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node("r", *([properties] if len(properties) else []), text)


def page_number() -> Element:
    """The field that Word replaces by the number of the page."""
    return node("fldSimple", _run(Piece("2")), instr=" PAGE ")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and its paragraphs, at least one."""

    paragraphs: Sequence[Element]
    shaded: bool = False


def table(widths: Sequence[float], rows: Iterable[tuple[Sequence[Cell], bool]], *, bordered: bool = True) -> Element:
    """A table whose columns keep their widths whatever stands in them. Of each row: its cells, and whether it is a
    head that stands on every page."""
    margin = twips(_PADDING if bordered else 0)
    properties = node("tblPr", node("tblW", w=twips(sum(widths)), type="dxa"))
    properties.append(node("tblInd", w=margin, type="dxa"))  # the border, not the words, stands at the margin
    if bordered:
        lines = [node(edge, val="single", sz=4, space=0, color="000000") for edge in _EDGES]
        properties.append(node("tblBorders", *lines))
    properties.append(node("tblLayout", type="fixed"))
    properties.append(node("tblCellMar", node("left", w=margin, type="dxa"), node("right", w=margin, type="dxa")))
    grid = node("tblGrid", *(node("gridCol", w=twips(width)) for width in widths))
    return node("tbl", properties, grid, *(_row(widths, cells, head) for cells, head in rows))


_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _row(widths: Sequence[float], cells: Sequence[Cell], head: bool) -> Element:
    properties = node("trPr", node("cantSplit"), *([node("tblHeader")] if head else []))
    return node("tr", properties, *(_cell(width, cell) for width, cell in zip(widths, cells, strict=True)))


def _cell(width: float, cell: Cell) -> Element:
    properties = node("tcPr", node("tcW", w=twips(width), type="dxa"))
    if cell.shaded:
        properties.append(node("shd", val="clear", color="auto", fill="EDEDED"))
    return node("tc", properties, *(cell.paragraphs or [paragraph([])]))
