"""What stands around the words of every administrative document, by Phụ lục I of Nghị định 30/2020/NĐ-CP.

What only the office knows (number, place, day, who signs, who gets it) is left for it to fill in: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dcs_audit.locale.phrases import Lang, day
from dcs_audit.locale.screen import screen
from dcs_audit.report.docx.ooxml import Cell, Element, Piece, Shape, paragraph, table
from dcs_audit.report.docx.paper import WIDTH, Paper, blanks

_LEFT, _RIGHT = 70.0, WIDTH - 70.0
_CENTRE = Shape(align="center", before=0, after=0)
_MOTTO_WIDTH = {"vi": 53.1, "en": 72.8}
"""Millimetres of the motto in bold letters of 13 points: its rule is as long as the words (PL I.II.1.b)."""
_OF_THE_LINE = 0.4
"""PL I.II.2.b and I.II.5.b: the rule is a third to a half as long as the line above it."""
_EM_CAPITALS, _EM_SMALL = 0.58, 0.42
"""How wide a bold letter is on the average, in its size."""
_MM = 25.4 / 72
_LINES_TO_SIGN = 5


def long_day(value: date, lang: Lang) -> str:
    """A date in words. PL I.II.4.b: days below 10 and the months 1 and 2 get a zero in front, other months none."""
    if lang == "en":
        return day(value)
    month = f"{value.month:02d}" if value.month <= 2 else str(value.month)
    return screen("docx.day", lang, day=f"{value.day:02d}", month=month, year=f"{value.year:04d}")


def head(paper: Paper, parent: Sequence[Piece], issuer: Sequence[Piece]) -> None:
    """PL I.II.1–4: motto, the names of both bodies, number, place and day."""
    name = "".join(piece.text for piece in issuer)
    bodies = [
        paragraph([replace(piece, size=12) for piece in parent], _CENTRE),
        paragraph([replace(piece, size=12, bold=True) for piece in issuer], _CENTRE),
        _rule(_line_width(name, 12 * _EM_CAPITALS, _LEFT) * _OF_THE_LINE, _LEFT),
    ]
    motto = [
        paragraph([Piece(paper.word("docx.country"), bold=True, size=12)], _CENTRE),
        paragraph([Piece(paper.word("docx.motto"), bold=True, size=13)], _CENTRE),
        _rule(_MOTTO_WIDTH[paper.lang], _RIGHT),
    ]
    number = paragraph(blanks(paper.word("docx.number"), size=13), Shape(align="center", before=6))
    place = paragraph(blanks(paper.word("docx.place"), italic=True, size=13), Shape(align="center", before=6))
    rows = [([Cell(bodies), Cell(motto)], False), ([Cell([number]), Cell([place])], False)]
    paper.add(table((_LEFT, _RIGHT), rows, bordered=False))


def title(paper: Paper, kind: str, subject: str) -> None:
    """PL I.II.5: the kind of document, what it is about, and a rule."""
    paper.add(paragraph([Piece(kind, bold=True)], Shape(align="center", before=18)))
    paper.add(paragraph([Piece(subject, bold=True)], Shape(align="center")))
    paper.add(_rule(_line_width(subject, 14 * _EM_SMALL, WIDTH) * _OF_THE_LINE, WIDTH))
    if paper.lang == "en":
        paper.add(paragraph([Piece(paper.word("docx.courtesy"), italic=True)], Shape(align="center", before=6)))
    paper.add(paragraph(blanks(paper.word("docx.to")), Shape(align="center", before=12, after=6)))


def bases(paper: Paper, lines: Sequence[str]) -> None:
    """PL I.II.6.a: in italics, a line each, with a semicolon; the last, which the office adds, with a full stop."""
    for line in lines:
        paper.text(Piece(f"{line};", italic=True))
    paper.text(*blanks(paper.word("docx.basis.other"), italic=True))


def closing(paper: Paper) -> None:
    """PL I.II.7 and I.II.9: who signs on the right, who gets it on the left."""
    centre = Shape(align="center")
    getting = [
        paragraph([Piece(paper.word("docx.recipients"), bold=True, italic=True, size=12)]),
        *(paragraph(blanks(line, size=11)) for line in paper.word("docx.recipients.list").split("\n")),
    ]
    signing = [
        paragraph(blanks(paper.word("docx.signer"), bold=True), centre),
        *(paragraph([], centre) for _ in range(_LINES_TO_SIGN)),
        paragraph(blanks(paper.word("docx.signer.name"), bold=True), centre),
    ]
    paper.gap(keep_next=True)
    paper.add(table((75.0, WIDTH - 75.0), [([Cell(getting), Cell(signing)], False)], bordered=False))
    paper.gap()


def appendix(paper: Paper, number: str, name: str) -> None:
    """PL I.III.1.b–c: a new page, the appendix's number and name, and the document it belongs to."""
    paper.section()
    paper.add(paragraph([Piece(number, bold=True)], Shape(align="center")))
    paper.add(paragraph([Piece(name.upper(), bold=True)], Shape(align="center")))
    belongs = blanks(paper.word("docx.belongs"), italic=True)
    paper.add(paragraph(belongs, Shape(align="center", after=12)))


def _line_width(text: str, letter: float, most: float) -> float:
    return min(len(text) * letter * _MM, most)


def _rule(length: float, column: float) -> Element:
    """A rule so long, in the middle of its column."""
    return paragraph([], Shape(before=2, after=0, indent=(column - length) / 2, height=2, ruled=True))
