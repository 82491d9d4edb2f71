"""The báo cáo tổng hợp on many units, on the same letterhead; units have reports of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.screen import screen
from dcs_audit.report.docx import letter
from dcs_audit.report.docx.letter import long_day
from dcs_audit.report.docx.ooxml import Line, Piece
from dcs_audit.report.docx.paper import WIDTH, Paper, blanks
from dcs_audit.report.fleet_outline import FleetOutline, Table, fleet_outline
from dcs_audit.report.interface import Options
from dcs_audit.report.roster import Roster

_MOST_LISTED = 100
"""Units named in one document; the rest are counted."""
_MOST_GROUPS = 6
"""Columns of groups that leave room for numbers of five figures."""


class WordFrame:
    """A document about what the units come to together."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._roster = Roster(_MOST_LISTED)

    def begin(self) -> bytes:
        """Nothing yet."""
        return b""

    def unit(self, part: None, share: Share) -> bytes:
        """Nothing yet: a document is written whole."""
        self._roster.add(share)
        return b""

    def end(self, tally: Tally) -> bytes:
        """The document. Raises BadTemplate."""
        outline = fleet_outline(tally, self._roster, self._options)
        if self._options.template is not None:
            from dcs_audit.report.docx.template import filled

            return filled(self._options.template, outline)
        return _Document(outline, tally, self._options).file()


class _Document:
    def __init__(self, outline: FleetOutline, tally: Tally, options: Options) -> None:
        self._outline = outline
        subject = screen("docx.fleet.subject", options.lang)
        self._paper = paper = Paper(options.lang, subject, options.as_of)
        letter.head(paper, blanks(paper.word("docx.parent")), blanks(paper.word("docx.issuer")))
        letter.title(paper, paper.word("docx.report"), subject)
        letter.bases(paper, [paper.word("docx.basis.luat-10-2022-qh15")] if "quoc-gia" in tally.packs else [])
        until = (
            screen("docx.fleet.until", options.lang, as_of=long_day(options.as_of, options.lang))
            if options.as_of
            else ""
        )
        paper.text(*blanks(paper.word("docx.fleet.intro", until=until)))

    def file(self) -> bytes:
        """All parts, in the order in which an office reads them."""
        self._results()
        if self._outline.figures:
            self._targets()
            self._slices()
            self._frequent()
            self._units()
        self._not_audited()
        self._not_checked()
        self._paper.text(self._paper.word("docx.fleet.end"), keep_next=True)
        letter.closing(self._paper)
        return self._paper.file()

    def _results(self) -> None:
        paper, outline = self._paper, self._outline
        paper.part(paper.word("docx.part.results"))
        for warning in (*([outline.broken_off] if outline.broken_off else []), *outline.filters):
            paper.text(Piece(f"{paper.word('label.note')}: {warning}", bold=True))
        if not outline.figures:
            paper.text(Piece(paper.word("docx.fleet.nothing"), bold=True))
            return
        for fact in outline.facts:
            paper.text(f"{fact.label}: {fact.text}.")
        paper.text(f"{outline.total}: {outline.violations} ({outline.levels}).")
        counts = "; ".join(f"{count.number} {count.word}" for count in outline.counts)
        paper.text(paper.word("docx.counts", counts=counts))
        paper.lead(f"{outline.ratings.title}:")
        self._table(outline.ratings, (85, 40, 40))

    def _targets(self) -> None:
        paper = self._paper
        if self._outline.targets:
            paper.part(paper.word("fleet.heading.targets"))
        for target in self._outline.targets:
            paper.item(target.title)
            paper.text(" – ".join(filter(None, (target.reached, target.verdict))) + ".")
            paper.bullets(f"{fact.label}: {fact.text}" for fact in target.facts)

    def _slices(self) -> None:
        paper, outline = self._paper, self._outline
        paper.part(paper.word("docx.fleet.slices"))
        for table in outline.slices:
            paper.item(table.title)
            self._table(table, (75, 30, 30, 30))
        if outline.matrices:
            paper.item(outline.matrices[0].title)
            paper.lead("; ".join(outline.legend[:_MOST_GROUPS]) + ".")
        for table in outline.matrices:
            self._matrix(table)

    def _matrix(self, table: Table) -> None:
        """The first groups; the others added up, so that every row still comes to its sum."""
        last = _MOST_GROUPS + 1
        rest = len(table.head) > last + 1
        head = [*table.head[:last], *([self._paper.word("fleet.other")] if rest else []), table.head[-1]]
        rows = [[*row[:last], *([str(sum(map(int, row[last:-1])))] if rest else []), row[-1]] for row in table.rows]
        widths = [*[14.0] * (last - 1), *([17.0] if rest else []), 24.0][-(len(head) - 1) :]
        self._paper.table(head, (WIDTH - sum(widths), *widths), rows)

    def _frequent(self) -> None:
        paper, table = self._paper, self._outline.frequent
        paper.part(table.title)
        if not table.rows:
            paper.text(paper.word("fleet.no_violation"))
            return
        self._table(table, (95, 26, 22, 22))
        if table.note:
            paper.text(table.note)

    def _units(self) -> None:
        """Each with its rating and what is open; its file stands below its name."""
        paper, table = self._paper, self._outline.roster
        paper.part(table.title)
        paper.lead(table.note)
        rows: list[list[str | Sequence[Line]]] = []
        for row in table.rows:
            name: list[Line] = [[row[0]], [Piece(row[-1], italic=True)]]
            rows.append([name, *row[1:-2]])
        paper.table(table.head[:-2], (37, 18, 20, 16, 16, 19, 21, 18), rows)

    def _not_audited(self) -> None:
        paper, outline = self._paper, self._outline
        paper.part(paper.word("docx.fleet.not_audited"))
        if not outline.not_audited:
            paper.text(paper.word("docx.none"))
            return
        paper.text(f"{outline.not_audited_title}:")
        for path in outline.not_audited:
            paper.left(f"- {path}")
        if outline.more_files:
            paper.text(outline.more_files)

    def _not_checked(self) -> None:
        paper, outline = self._paper, self._outline
        paper.part(paper.word("docx.part.not_checked"))
        paper.item(paper.word("heading.not_checked"))
        paper.bullets(outline.not_checked)
        paper.item(paper.word("heading.trust"))
        for mark in outline.trust:
            paper.left(f"- {mark.label}: {mark.value}")

    def _table(self, table: Table, widths: Sequence[float]) -> None:
        self._paper.table(table.head, widths, table.rows)
