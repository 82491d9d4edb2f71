"""The rows of the sheets Kết quả and Tiêu chí: one for each duty, one for each check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report import duty_words
from dcs_audit.report.proof import evidence_lines
from dcs_audit.report.tasks import unanswered
from dcs_audit.report.words import about, citations, open_checks, period_words, place
from dcs_audit.report.workbook import Marked, Value
from dcs_audit.report.workbook_stream import PLAIN, Column
from dcs_audit.report.xlsx.looks import (
    CENTRED,
    DAY,
    STRONG,
    day_cell,
    days_cell,
    severity_cell,
    status_cell,
    verified_cell,
)
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, DutyResult, Report, Status

Row = tuple[Value | Marked, ...]

RESULT_COLUMNS = (
    ("rule", 15, STRONG),
    ("duty", 32, PLAIN),
    ("group", 15, PLAIN),
    ("period", 10, CENTRED),
    ("subject", 13, PLAIN),
    ("status", 12, CENTRED),
    ("severity", 12, CENTRED),
    ("due", 11, DAY),
    ("days", 16, CENTRED),
    ("basis", 20, PLAIN),
    ("why", 52, PLAIN),
    ("record", 19, PLAIN),
    ("remedy", 38, PLAIN),
    ("verified", 11, CENTRED),
    ("attested", 10, CENTRED),
)
STATUS_COLUMN = 6
"""Where the verdict stands, from 1."""

CHECK_COLUMNS = (
    ("rule", 15, STRONG),
    ("duty", 28, PLAIN),
    ("period", 10, CENTRED),
    ("subject", 13, PLAIN),
    ("check", 28, PLAIN),
    ("status", 12, CENTRED),
    ("severity", 12, CENTRED),
    ("expected", 30, PLAIN),
    ("actual", 30, PLAIN),
    ("due", 11, DAY),
    ("days", 16, CENTRED),
    ("reason", 26, PLAIN),
    ("basis", 20, PLAIN),
    ("record", 19, PLAIN),
    ("line", 7, CENTRED),
    ("verified", 11, CENTRED),
)


def columns(table: tuple[tuple[str, int, object], ...], lang: Lang) -> list[Column]:
    """Columns with their headings in words."""
    return [Column(screen(f"xlsx.{key}", lang), width, look) for key, width, look in table]  # type: ignore[arg-type]


class Rows:
    """Makes rows from the duties of one report."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self._lang = lang
        self._report = report
        self._groups: Mapping[str, str] = {group.id: say(group.title, lang) for group in report.groups}

    def duty(self, result: DutyResult) -> Row:
        """A duty, in the order of RESULT_COLUMNS."""
        lang = self._lang
        return (
            result.rule,
            say(result.title, lang),
            self._groups.get(result.group, result.group),
            *self._which(result),
            status_cell(result.status, lang),
            severity_cell(result.severity, lang),
            day_cell(result.due, result.status in (Status.MISSING, Status.LATE)),
            days_cell(result.status, result.days, lang),
            citations(result.basis, lang),
            self._why(result),
            self._records(result),
            say(result.remedy, lang) if result.is_violation else None,
            verified_cell(result.verified, lang),
            screen("attested", lang) if result.attested and not unanswered(result) else None,
        )

    def checks(self, result: DutyResult) -> Iterator[Row]:
        """Every check of a duty, in the order of CHECK_COLUMNS."""
        lang = self._lang
        for check in result.checks:
            legal, facts = citations(check.basis, lang), ", ".join(check.facts)
            yield (
                result.rule,
                say(result.title, lang),
                *self._which(result),
                say(check.title, lang),
                status_cell(check.status, lang),
                severity_cell(check.severity, lang),
                say(check.expected, lang),
                say(check.actual, lang),
                day_cell(check.due, check.status in (Status.MISSING, Status.LATE)),
                days_cell(check.status, check.days, lang),
                (
                    say(check.reason, lang) if check.reason else "",
                    screen("xlsx.fill_in", lang, facts=facts) if facts else "",
                ),
                legal,
                check.record,
                check.line,
                verified_cell(check.verified, lang),
            )

    def _records(self, result: DutyResult) -> tuple[str, ...]:
        """A line for each record, then one for each piece of evidence."""
        label = screen("label.evidence", self._lang)
        places = (place(record.path, record.line, self._lang) for record in result.records)
        return (*places, *(f"{label}: {line}" for line in evidence_lines(result, self._lang)))

    def _which(self, result: DutyResult) -> tuple[str, str]:
        """The period and the subject."""
        period = period_words(result.period, self._lang) if result.period else ""
        return period, about(replace(result, period=""), self._report.year, self._lang)

    def _why(self, result: DutyResult) -> tuple[str, ...]:
        """All that led to the verdict, a line for each reason and for each check that is not met."""
        facts = ", ".join(result.facts) if not unanswered(result) else ""
        return (
            *self._reason(result),
            *(self._open(check, result) for check in open_checks(result)),
            screen("xlsx.fill_in", self._lang, facts=facts) if facts else "",
        )

    def _reason(self, result: DutyResult) -> Iterator[str]:
        lang = self._lang
        if result.underlying is not None:
            yield duty_words.underlying(result.underlying, lang)
        if result.waiver is not None:
            note = result.waiver
            told = screen("waiver", lang, who=note.approved_by, until=day(note.until))
            yield screen("xlsx.waived", lang, reason=note.reason, waiver=told)
        if result.reason is not None:
            told = duty_words.reason(result, lang)
            yield screen("xlsx.to_attest", lang, question=told) if unanswered(result) else told
        elif result.status not in (Status.PASSED, Status.WAIVED):
            yield say(result.message, lang)

    def _open(self, check: CheckResult, result: DutyResult) -> str:
        lang = self._lang
        verdict = duty_words.verdict(check, lang)
        if check.severity != result.severity and check.status in VIOLATIONS:
            verdict.append(duty_words.weight(check, lang))
        wants = screen("wants", lang, expected=say(check.expected, lang), actual=say(check.actual, lang))
        return f"• {say(check.title, lang)} – {', '.join(verdict)}: {wants}"
