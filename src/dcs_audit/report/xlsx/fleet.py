"""The workbook on a fleet. Results go out as units come, the sheets about all units when the last has gone by.

What those sheets need of each unit waits in a temporary file without a name, which vanishes with the process.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import NamedTuple

from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import Options
from dcs_audit.report.workbook import Marked
from dcs_audit.report.workbook_stream import PLAIN, Book, Column, Sheet
from dcs_audit.report.xlsx.fleet_summary import write_summary
from dcs_audit.report.xlsx.fleet_tables import write_frequent, write_not_checked, write_targets
from dcs_audit.report.xlsx.fleet_units import write_matrix, write_units
from dcs_audit.report.xlsx.looks import STRONG
from dcs_audit.report.xlsx.results import RESULT_COLUMNS, Row, Rows, columns
from dcs_audit.report.xlsx.spool import Entry, entry_of
from dcs_audit.verdicts.model import Report, Status

_SHEETS = ("summary", "units", "matrix", "targets", "frequent", "results", "not_checked")
_SETTLED = (Status.PASSED, Status.NOT_APPLICABLE)


class Part(NamedTuple):
    """What a unit adds: rows of results, notices, and what was not checked of it."""

    rows: tuple[Row, ...]
    notices: tuple[str, ...]
    limits: tuple[str, ...]


def part(report: Report, options: Options) -> Part:
    """The duties of a unit that somebody must look at, and what is said about it."""
    lang = options.lang
    rows, name = Rows(report, lang), str(report.unit.get("name", ""))
    shown = [result for result in report.results if result.status not in _SETTLED]
    return Part(
        tuple((name, *rows.duty(result), report.input_path) for result in shown),
        tuple(say(sentence, lang) for sentence in report.notices),
        tuple(say(sentence, lang) for sentence in report.not_checked),
    )


class ExcelFrame:
    """Keeps one row at a time, whatever the number of units."""

    def __init__(self, options: Options) -> None:
        self._options = options
        lang = options.lang
        self._titles = {name: screen(f"xlsx.sheet.{name}", lang) for name in _SHEETS}
        title = screen("fleet.title", lang)
        self._book = Book(
            list(self._titles.values()), title, screen("xlsx.page", lang, page="&P", pages="&N"), options.as_of
        )
        self._results = self._book.sheet(self._titles["results"])
        self._left_out = 0
        self._spool = TemporaryFile(prefix="dcs-audit-")  # noqa: SIM115 - it lives as long as the frame

    def begin(self) -> bytes:
        """Nothing yet: a file with a header alone is of no use to anybody."""
        lang = self._options.lang
        ends = Column(screen("xlsx.unit", lang), 24, STRONG), Column(screen("xlsx.file", lang), 22, PLAIN)
        self._results.table([ends[0], *columns(RESULT_COLUMNS, lang), ends[1]], frozen=3)
        return b""

    def unit(self, part: Part, share: Share) -> bytes:
        """The unit's results, as far as they fit."""
        self._left_out += self._results.fill(part.rows)
        pickle.dump(entry_of(share, part.notices, part.limits, self._options.lang), self._spool)
        return self._book.taken()

    def end(self, tally: Tally) -> bytes:
        """The rest of the results and all other sheets."""
        lang, rows = self._options.lang, self._results.rows
        if self._left_out:
            self._results.row((Marked(self._said_left_out(lang), STRONG),))
        self._results.filtered(rows)
        write_summary(self._sheet("summary"), tally, self._options, self._said_left_out(lang))
        write_units(self._sheet("units"), self._entries(), tally, lang)
        write_matrix(self._sheet("matrix"), self._entries(), tally, lang)
        write_targets(self._sheet("targets"), tally, lang)
        write_frequent(self._sheet("frequent"), tally, lang)
        write_not_checked(self._sheet("not_checked"), self._entries, tally, lang)
        self._spool.close()
        return self._book.close()

    def _sheet(self, name: str) -> Sheet:
        return self._book.sheet(self._titles[name])

    def _said_left_out(self, lang: Lang) -> str:
        return screen("xlsx.fleet.left_out", lang, number=self._left_out) if self._left_out else ""

    def _entries(self) -> Iterator[Entry]:
        """The units in their order, read back one by one."""
        self._spool.seek(0)
        while True:
            try:
                yield pickle.load(self._spool)  # written by this very object
            except EOFError:
                return
