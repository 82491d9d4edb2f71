"""The sheet Tổng hợp of one unit: who, the numbers, the score, notices, what was not checked, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import kind
from dcs_audit.report.interface import Options
from dcs_audit.report.trust import marks
from dcs_audit.report.words import counted, decimal
from dcs_audit.report.workbook import Marked
from dcs_audit.report.workbook_stream import BARE, Sheet
from dcs_audit.report.xlsx.looks import NUMBER, STATUS, STRONG
from dcs_audit.report.xlsx.page import Leaf
from dcs_audit.verdicts.model import VIOLATIONS, Report, Severity, Status, Summary

_BOLD = replace(BARE, bold=True)
_STRONG_NUMBER = replace(NUMBER, bold=True)


def write_summary(sheet: Sheet, report: Report, options: Options) -> None:
    """Everything that is said about the unit as a whole."""
    lang, leaf = options.lang, Leaf(sheet)
    _who(leaf, report, lang)
    _numbers(leaf, report.summary, lang)
    for sentence in options.filters:
        leaf.pair(screen("label.note", lang), say(sentence, lang))
    for key, sentences in (("notices", report.notices), ("not_checked", report.not_checked)):
        if sentences:
            leaf.heading(screen(f"heading.{key}", lang))
            leaf.items(say(sentence, lang) for sentence in sentences)
    leaf.heading(screen("heading.trust", lang))
    for mark in marks(report, lang):
        leaf.pair(mark.label, mark.value)


def _who(leaf: Leaf, report: Report, lang: Lang) -> None:
    unit = report.unit
    leaf.title(screen("title", lang), str(unit.get("name", "")))
    leaf.gap()
    leaf.pair(screen("label.type", lang), kind(unit, lang))
    leaf.pair(screen("label.year", lang), screen("year_as_of", lang, year=report.year, day=day(report.as_of)))
    label = screen("label.packs", lang)
    for pack in report.packs:
        leaf.pair(label, (f"{say(pack.title, lang)} ({pack.name})", say(pack.status, lang)))
        label = ""


def _numbers(leaf: Leaf, summary: Summary, lang: Lang) -> None:
    leaf.heading(screen("heading.numbers", lang, duties=counted("duty", summary.duties, lang)))
    if not summary.duties:
        leaf.warning(screen("no_duty", lang))
    status_table(leaf, summary.counts, lang)
    leaf.gap()
    severity_table(leaf, summary.violations, lang)
    leaf.gap()
    if summary.score is None:
        leaf.pair(screen("label.score", lang), screen("no_score", lang))
    else:
        rating = f" – {say(summary.rating_title, lang)}" if summary.rating_title else ""
        leaf.pair(screen("label.score", lang), Marked(f"{decimal(summary.score, lang)}/100{rating}", _BOLD))
    leaf.pair("", say(summary.how, lang))


def status_table(leaf: Leaf, counts: Mapping[Status, int], lang: Lang) -> None:
    """Every status with its count, violations first, and their sum."""
    order = [*VIOLATIONS, *(status for status in Status if status not in VIOLATIONS)]
    rows = [
        (Marked(screen(f"status.{status}", lang), replace(STATUS[status], across="left")), counts[status])
        for status in order
    ]
    total = (Marked(screen("xlsx.total", lang), STRONG), Marked(sum(counts.values()), _STRONG_NUMBER))
    leaf.table([screen("xlsx.status", lang), screen("xlsx.duties", lang)], [*rows, total])


def severity_table(leaf: Leaf, violations: Mapping[Severity, int], lang: Lang) -> None:
    """Violations by severity, and their sum."""
    rows = [(screen(f"severity.{level}", lang), violations.get(level, 0)) for level in Severity]
    total = (Marked(screen("xlsx.total", lang), STRONG), Marked(sum(violations.values()), _STRONG_NUMBER))
    leaf.table([screen("xlsx.severity", lang), screen("xlsx.violations", lang)], [*rows, total])
