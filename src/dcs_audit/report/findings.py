"""One duty on the screen, for each kind of verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from dcs_audit.report import duty_words
from dcs_audit.report.page import BAD, DOUBTFUL, GOOD, LABEL_COLUMNS, SOON, STRONG, Page, Part
from dcs_audit.report.proof import evidence_told
from dcs_audit.report.tasks import alike_in
from dcs_audit.report.words import about, citations, distance, open_checks, place, timing
from dcs_audit.verdicts.model import CheckResult, DutyResult, Status

STYLES = {
    Status.MISSING: BAD,
    Status.LATE: BAD,
    Status.DEFECTIVE: BAD,
    Status.PENDING: SOON,
    Status.NEEDS_REVIEW: DOUBTFUL,
    Status.PASSED: GOOD,
    Status.NOT_APPLICABLE: "",
    Status.WAIVED: "",
}
"""Colours that read on a dark and on a light ground."""

_INDENT = 4
_DETAIL_COLUMNS = 10


class Findings:
    """Writes duties on a page; `year` is the audited one, whose period needs no mention."""

    def __init__(self, page: Page, year: int) -> None:
        self._page = page
        self._year = year

    def violations(self, results: Iterable[DutyResult]) -> None:
        """Every violation in full. The same thing missing in several periods is told once, with a line for each."""
        for number, (_, alike) in enumerate(groupby(results, key=alike_in)):
            duties = tuple(alike)
            if number:
                self._page.blank()
            if len(duties) == 1:
                self._violation(duties[0])
            else:
                self._violations_alike(duties)

    def _violation(self, result: DutyResult) -> None:
        self._head(result, result.severity, about(result, self._year, self._page.lang))
        self._page.paragraph(self._page.say(result.message), indent=_INDENT)
        self._field("label.due", timing(result.status, result.due, result.days, self._page.lang))
        self._basis(result)
        self._checks(result)
        self._records(result)
        self._field("label.remedy", self._page.say(result.remedy))

    def _violations_alike(self, results: Sequence[DutyResult]) -> None:
        first = results[0]
        how_many = "subjects" if first.subject is not None else "times"
        self._head(first, first.severity, self._page.word(how_many, number=len(results)))
        for result in results:
            told = duty_words.case(result, self._page.lang)
            self._page.bullet((about(result, self._year, self._page.lang), STRONG), f": {told}", indent=_INDENT)
        self._basis(first)
        self._field("label.remedy", self._page.say(first.remedy))

    def review(self, result: DutyResult) -> None:
        """A duty that a person must look at: why, and the facts that would settle it."""
        self._head(result, None, about(result, self._year, self._page.lang))
        self._reason(result)
        self._field("label.fill_in", ", ".join(result.facts))
        self._basis(result)
        self._checks(result)
        self._records(result)

    def waived(self, result: DutyResult) -> None:
        """A waived duty: the waiver, and the verdict that stands beneath it."""
        self._head(result, None, about(result, self._year, self._page.lang))
        if result.waiver is not None:
            self._field("label.waiver", duty_words.waiver(result.waiver, self._page.lang))
        if result.underlying is not None:
            beneath = duty_words.underlying(result.underlying, self._page.lang)
            self._field("label.verdict", beneath, STYLES[result.underlying])
        self._basis(result)
        self._checks(result)
        self._records(result)

    def pending(self, result: DutyResult) -> None:
        """A duty whose time has not come: the date, the days left, and what still waits."""
        lang = self._page.lang
        left = distance(result.status, result.days, lang)
        when = timing(result.status, result.due, result.days, lang) or self._page.word("no_date")
        self._page.bullet(
            (when, STYLES[result.status] if left else ""), ": ", self._titled(result), f" ({result.rule})"
        )
        for check in open_checks(result):
            expected, actual = self._page.say(check.expected), self._page.say(check.actual)
            told = self._page.word("wants", expected=expected, actual=actual)
            self._page.paragraph(f"{self._page.say(check.title)}: {told}", indent=_INDENT)
        self._evidence(result)

    def question(self, result: DutyResult) -> None:
        """A question that nobody has answered yet."""
        asked = self._page.say(result.reason) if result.reason else self._titled(result)
        self._page.bullet(asked, f" ({result.rule}; {citations(result.basis, self._page.lang)})")

    def settled(self, result: DutyResult) -> None:
        """A duty that is passed or does not apply, in one entry."""
        why = f": {self._page.say(result.reason)}" if result.reason else ""
        legal = citations(result.reason_basis or result.basis, self._page.lang)
        word = f" – {self._page.word('attested')}" if result.attested and result.records else ""
        self._page.bullet(self._titled(result), f" ({result.rule}){word}{why}")
        self._page.paragraph(legal, indent=_INDENT)
        self._records(result)

    def _head(self, result: DutyResult, severity: str | None, which: str) -> None:
        word = self._page.word(f"status.{result.status}").upper()
        parts: list[Part] = [(word, STYLES[result.status])]
        if severity is not None:
            parts.append(f" · {self._page.word(f'severity.{severity}')}")
        parts.extend([" · ", (self._page.say(result.title), STRONG)])
        if which:
            parts.append(f" – {which}")
        self._page.paragraph(*parts)

    def _titled(self, result: DutyResult) -> str:
        return duty_words.titled(result, self._year, self._page.lang)

    def _field(self, key: str, text: str, style: str = "") -> None:
        if text:
            self._page.labelled(self._page.word(key), (text, style), indent=_INDENT)

    def _reason(self, result: DutyResult) -> None:
        if result.reason is None:
            self._page.paragraph(self._page.say(result.message), indent=_INDENT)
            return
        self._field("label.reason", duty_words.reason(result, self._page.lang))

    def _basis(self, result: DutyResult) -> None:
        legal = citations(result.basis, self._page.lang)
        self._field("label.basis", f"{legal} · {self._page.word('rule_id', id=result.rule)}")
        if not result.verified:
            self._field("label.note", self._page.word("unverified"))

    def _checks(self, result: DutyResult) -> None:
        for check in open_checks(result):
            self._check(check, result)

    def _check(self, check: CheckResult, result: DutyResult) -> None:
        lang, page = self._page.lang, self._page
        verdict = duty_words.verdict(check, lang)
        if check.severity != result.severity:
            verdict.append(duty_words.weight(check, lang))
        title, told = f"{page.say(check.title)}: ", ", ".join(verdict)
        page.labelled(page.word("label.check"), title, (told, STYLES[check.status]), indent=_INDENT)
        self._detail("label.expected", page.say(check.expected))
        self._detail("label.actual", page.say(check.actual))
        self._detail("label.basis", duty_words.check_basis(check, lang))
        self._detail("label.record", place(check.record, check.line, lang) if check.record else "")

    def _detail(self, key: str, text: str) -> None:
        if text:
            head = f"{self._page.word(key)}:"
            self._page.labelled(head, text, indent=_INDENT + LABEL_COLUMNS, columns=_DETAIL_COLUMNS)

    def _records(self, result: DutyResult) -> None:
        """The records that no check has named yet, and the evidence of all."""
        left = duty_words.left_records(result)
        self._field("label.record", "; ".join(place(record.path, record.line, self._page.lang) for record in left))
        self._evidence(result)

    def _evidence(self, result: DutyResult) -> None:
        self._field("label.evidence", evidence_told(result, self._page.lang))
