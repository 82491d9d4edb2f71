"""The report as a table: one row for each duty, then rows for what was not checked. UTF-8 with a mark, as Excel asks.

Every row tells with which rulebook, engine and unit file it came about, so that rows stay true when they are sorted,
filtered and pasted elsewhere. Dates are ISO, which every spreadsheet knows for dates.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.fleet_notes import fleet_notes
from dcs_audit.report.interface import Options
from dcs_audit.report.proof import evidence_told
from dcs_audit.report.trust import fleet_limits
from dcs_audit.report.words import citations, open_checks, period_words, place, plain
from dcs_audit.verdicts.model import CheckResult, DutyResult, Report

if TYPE_CHECKING:
    from dcs_audit.fleet.share import Share
    from dcs_audit.fleet.tally import Tally

COLUMNS = (
    *("row", "path", "unit", "type", "year", "as_of", "duty", "rule", "group", "title", "period", "subject"),
    *("status", "status_id", "severity", "due", "days", "basis", "told", "checks", "records", "remedy"),
    *("evidence", "attested", "verified", "underlying", "waiver", "tool", "engine", "packs", "rulebook", "input"),
)
"""The columns by name; the screen's words head them."""

_BOM = "\ufeff"
_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet calculate instead of show."""

Row = Mapping[str, str]


def render(report: Report, options: Options) -> str:
    """One unit's table."""
    about, lang = _about(report), options.lang
    notes = [
        *(_note("filter", say(told, lang), about) for told in options.filters),
        *(_note("notice", say(told, lang), about) for told in report.notices),
        *(_note("not_checked", say(told, lang), about) for told in report.not_checked),
    ]
    return _head(lang) + part(report, options) + _written(notes, lang)


def part(report: Report, options: Options) -> str:
    """The rows of a unit's duties."""
    about, lang = _about(report), options.lang
    groups = {group.id: say(group.title, lang) for group in report.groups}
    rows = ({**about, **_duty(result, groups, lang)} for result in report.results)
    return _written(rows, lang)


class CsvFrame:
    """Rows of all units under one head; then what was left out and what could not be audited."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def begin(self) -> str:
        """The head."""
        return _head(self._options.lang)

    def unit(self, part: str, share: Share) -> str:
        """The unit's rows."""
        return part

    def end(self, tally: Tally) -> str:
        """The limits of the packs, and files without a report."""
        lang = self._options.lang
        rows = [
            *(_note("filter", say(told, lang), {}) for told in self._options.filters),
            *(_note("notice", say(told, lang), {}) for told in fleet_notes(tally)),
            *(_note("not_checked", say(told, lang), {}) for told in fleet_limits(tally)),
            *(_note("not_audited", screen("csv.no_report", lang), {"path": path}) for path in tally.not_audited),
        ]
        if not tally.complete:
            rows.append(_note("notice", screen("fleet.broken_off", lang), {}))
        return _written(rows, lang)


def _head(lang: Lang) -> str:
    return _BOM + _lines([[screen(f"csv.{name}", lang) for name in COLUMNS]])


def _about(report: Report) -> Row:
    """Which unit, and with what it was audited: the same in all its rows."""
    return {
        "path": report.input_path,
        "unit": str(report.unit.get("name", "")),
        "type": str(report.unit.get("type", "")),
        "year": str(report.year),
        "as_of": report.as_of.isoformat(),
        "tool": f"dcs-audit {__version__}",
        "engine": report.engine,
        "packs": " ".join(pack.name for pack in report.packs),
        "rulebook": report.rulebook_digest,
        "input": report.input_digest,
    }


def _note(kind: str, told: str, about: Row) -> Row:
    return {**about, "row": kind, "told": told}


def _duty(result: DutyResult, groups: Mapping[str, str], lang: Lang) -> Row:
    waiver = result.waiver
    return {
        "row": "duty",
        "duty": result.duty,
        "rule": result.rule,
        "group": groups.get(result.group, result.group),
        "title": say(result.title, lang),
        "period": period_words(result.period, lang),
        "subject": result.subject or "",
        "status": screen(f"status.{result.status}", lang),
        "status_id": result.status.value,
        "severity": screen(f"severity.{result.severity}", lang),
        "due": result.due.isoformat() if result.due else "",
        "days": "" if result.days is None else str(result.days),
        "basis": citations((*result.basis, *result.reason_basis), lang),
        "told": say(result.message, lang),
        "checks": "; ".join(_check(check, lang) for check in open_checks(result)),
        "records": "; ".join(place(record.path, record.line, lang) for record in result.records),
        "remedy": say(result.remedy, lang),
        "evidence": evidence_told(result, lang),
        "attested": _yes(result.attested, lang),
        "verified": _yes(result.verified, lang),
        "underlying": screen(f"status.{result.underlying}", lang) if result.underlying else "",
        "waiver": f"{waiver.reason} – {waiver.approved_by} – {waiver.until.isoformat()}" if waiver else "",
    }


def _check(check: CheckResult, lang: Lang) -> str:
    expected, actual = (say(sentence, lang, iso_dates=True) for sentence in (check.expected, check.actual))
    wants = screen("wants", lang, expected=expected, actual=actual)
    return f"{say(check.title, lang)}: {screen(f'status.{check.status}', lang)}, {wants}"


def _yes(value: bool, lang: Lang) -> str:
    return screen("csv.yes" if value else "csv.no", lang)


def _written(rows: Iterable[Row], lang: Lang) -> str:
    return _lines([_cell(name, row.get(name, ""), lang) for name in COLUMNS] for row in rows)


def _cell(name: str, value: str, lang: Lang) -> str:
    text = screen(f"csv.row.{value}", lang) if name == "row" else plain(value)
    return f"'{text}" if text.lstrip().startswith(_CALCULATED) else text  # some programs pass over blanks


def _lines(rows: Iterable[list[str]]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet).writerows(rows)
    return sheet.getvalue()
