"""One duty in words, for each kind of verdict. What cures a violation stands in the list of things to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report import duty_words
from dcs_audit.report.proof import evidence_told
from dcs_audit.report.tasks import alike_in
from dcs_audit.report.words import about, citations, open_checks, place, timing
from dcs_audit.verdicts.model import CheckResult, DutyResult, RecordRef, Report, Severity, Status


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it; `literal` where that is a place or a key of the unit file."""

    label: str
    text: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """A check that is not met: its verdict in words, what was expected, found, by which clause, and where."""

    title: str
    status: Status
    verdict: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A duty, or several violations of one rule that differ in nothing but period or subject (`cases`).

    `severity` and its word `weight` are those of a violation; other verdicts have none. `when` is the deadline and
    how far off it is, `attested` the words for a verdict that rests on somebody's answer. `duties` counts results.
    """

    anchor: str
    status: Status
    word: str
    group: str
    title: str
    rule: str
    lead: str
    facts: tuple[Fact, ...]
    severity: Severity | None = None
    weight: str = ""
    when: str = ""
    attested: str = ""
    cases: tuple[Fact, ...] = ()
    checks: tuple[Criterion, ...] = ()
    duties: int = 1


class Entries:
    """Puts the duties of a report into words; anchors are numbered as they come."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self._year = report.year
        self._lang = lang
        self._numbers = count(1)

    def violations(self, results: Iterable[DutyResult]) -> Iterator[Entry]:
        """Every violation in full; the same thing missing in several periods once, with a line for each."""
        for _, alike in groupby(results, key=alike_in):
            duties = tuple(alike)
            yield self._violation(duties[0]) if len(duties) == 1 else self._alike(duties)

    def pending(self, result: DutyResult) -> Entry:
        """A duty whose time has not come: the date, the days left, and what still waits."""
        when = timing(result.status, result.due, result.days, self._lang) or self._word("no_date")
        facts = [*self._basis(result), *self._evidence(result)]
        return self._entry(result, "", facts, when=when, checks=self._checks(result))

    def review(self, result: DutyResult) -> Entry:
        """A duty that a person must look at: why, and the facts that would settle it."""
        facts = [*self._fact("label.fill_in", ", ".join(result.facts), literal=True), *self._basis(result)]
        facts += self._records(result)
        return self._entry(result, duty_words.reason(result, self._lang), facts, checks=self._checks(result))

    def question(self, result: DutyResult) -> Entry:
        """A question that nobody has answered yet."""
        return self._entry(result, say(result.reason, self._lang) if result.reason else "", self._basis(result))

    def waived(self, result: DutyResult) -> Entry:
        """A waived duty: the waiver, and the verdict that stands beneath it."""
        facts, lead = [*self._basis(result), *self._records(result)], ""
        if result.waiver is not None:
            facts = [*self._fact("label.waiver", duty_words.waiver(result.waiver, self._lang)), *facts]
        if result.underlying is not None:
            lead = f"{self._word('label.verdict')}: {duty_words.underlying(result.underlying, self._lang)}"
        return self._entry(result, lead, facts, checks=self._checks(result))

    def settled(self, result: DutyResult) -> Entry:
        """A duty that is passed or does not apply."""
        legal = citations(result.reason_basis or result.basis, self._lang)
        facts = [*self._fact("label.basis", legal), *self._unverified(result)]
        facts += self._fact("label.record", self._places(result.records), literal=True) + self._evidence(result)
        return self._entry(result, say(result.reason, self._lang) if result.reason else "", facts)

    def _violation(self, result: DutyResult) -> Entry:
        return self._entry(
            result,
            say(result.message, self._lang),
            [*self._basis(result), *self._records(result)],
            severity=result.severity,
            weight=self._word(f"severity.{result.severity}"),
            when=timing(result.status, result.due, result.days, self._lang),
            checks=self._checks(result),
        )

    def _alike(self, results: Sequence[DutyResult]) -> Entry:
        first, lang = results[0], self._lang
        cases = tuple(Fact(about(result, self._year, lang), duty_words.case(result, lang)) for result in results)
        how_many = self._word("subjects" if first.subject is not None else "times", number=len(results))
        return self._entry(
            first,
            "",
            self._basis(first),
            which=how_many,
            severity=first.severity,
            weight=self._word(f"severity.{first.severity}"),
            cases=cases,
            duties=len(results),
        )

    def _entry(
        self,
        result: DutyResult,
        lead: str,
        facts: Sequence[Fact],
        *,
        which: str | None = None,
        severity: Severity | None = None,
        weight: str = "",
        when: str = "",
        cases: tuple[Fact, ...] = (),
        checks: tuple[Criterion, ...] = (),
        duties: int = 1,
    ) -> Entry:
        which = about(result, self._year, self._lang) if which is None else which
        title = say(result.title, self._lang)
        return Entry(
            anchor=f"d{next(self._numbers)}",
            status=result.status,
            word=self._word(f"status.{result.status}"),
            group=result.group,
            title=f"{title} – {which}" if which else title,
            rule=result.rule,
            lead=lead,
            facts=tuple(facts),
            severity=severity,
            weight=weight,
            when=when,
            attested=self._word("attested") if result.attested and result.records else "",
            cases=cases,
            checks=checks,
            duties=duties,
        )

    def _word(self, key: str, **blanks: object) -> str:
        return screen(key, self._lang, **blanks)

    def _fact(self, key: str, text: str, *, literal: bool = False) -> list[Fact]:
        return [Fact(self._word(key), text, literal)] if text else []

    def _basis(self, result: DutyResult) -> list[Fact]:
        return [*self._fact("label.basis", citations(result.basis, self._lang)), *self._unverified(result)]

    def _unverified(self, result: DutyResult) -> list[Fact]:
        return [] if result.verified else self._fact("label.note", self._word("unverified"))

    def _checks(self, result: DutyResult) -> tuple[Criterion, ...]:
        return tuple(self._check(check, result) for check in open_checks(result))

    def _check(self, check: CheckResult, result: DutyResult) -> Criterion:
        lang = self._lang
        verdict = duty_words.verdict(check, lang)
        if result.is_violation and check.severity != result.severity:
            verdict.append(duty_words.weight(check, lang))
        facts = [
            *self._fact("label.expected", say(check.expected, lang)),
            *self._fact("label.actual", say(check.actual, lang)),
            *self._fact("label.basis", duty_words.check_basis(check, lang).strip()),
            *self._fact("label.record", place(check.record, check.line, lang) if check.record else "", literal=True),
        ]
        return Criterion(say(check.title, lang), check.status, ", ".join(verdict), tuple(facts))

    def _records(self, result: DutyResult) -> list[Fact]:
        """The records that no check has named yet, and the evidence of all."""
        left = self._places(duty_words.left_records(result))
        return self._fact("label.record", left, literal=True) + self._evidence(result)

    def _evidence(self, result: DutyResult) -> list[Fact]:
        return self._fact("label.evidence", evidence_told(result, self._lang))

    def _places(self, records: Sequence[RecordRef]) -> str:
        return "; ".join(place(record.path, record.line, self._lang) for record in records)
