"""The workbook on one unit."""

from __future__ import annotations

from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import Options
from dcs_audit.report.workbook_stream import Book
from dcs_audit.report.xlsx.plan import write_calendar, write_plan
from dcs_audit.report.xlsx.results import CHECK_COLUMNS, RESULT_COLUMNS, Rows, columns
from dcs_audit.report.xlsx.summary import write_summary
from dcs_audit.verdicts.model import Report

_SHEETS = ("summary", "results", "plan", "calendar", "checks")


def render(report: Report, options: Options) -> bytes:
    """The bytes of the file."""
    lang = options.lang
    titles = {name: screen(f"xlsx.sheet.{name}", lang) for name in _SHEETS}
    book = Book(
        list(titles.values()),
        str(report.unit.get("name", "")),
        screen("xlsx.page", lang, page="&P", pages="&N"),
        report.as_of,
    )
    write_summary(book.sheet(titles["summary"]), report, options)
    rows = Rows(report, lang)
    sheet = book.sheet(titles["results"])
    sheet.table(columns(RESULT_COLUMNS, lang), frozen=2)
    for result in report.results:
        sheet.row(rows.duty(result))
    sheet.filtered()
    write_plan(book.sheet(titles["plan"]), report, options.nothing(report.summary.duties), lang)
    write_calendar(book.sheet(titles["calendar"]), report, lang)
    sheet = book.sheet(titles["checks"])
    sheet.table(columns(CHECK_COLUMNS, lang), frozen=2)
    for result in report.results:
        for row in rows.checks(result):
            sheet.row(row)
    sheet.filtered()
    return book.close()
