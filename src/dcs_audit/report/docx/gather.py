"""Puts a unit's report into the words that a document of an office needs, none of them with a control character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import TypeVar, cast

from dcs_audit.locale.phrases import Lang, Sentence, say
from dcs_audit.locale.screen import screen
from dcs_audit.report import duty_words, tasks, trust
from dcs_audit.report.docx.content import Check, Content, Count, Entry, Group, GroupCount, Labelled, Task
from dcs_audit.report.docx.letter import long_day
from dcs_audit.report.interface import Options
from dcs_audit.report.proof import evidence_told
from dcs_audit.report.words import about, citations, decimal, open_checks, place, plain, timing
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, Citation, DutyResult, Report, Severity, Status

T = TypeVar("T")

MAIN_SOURCES = ("luat-10-2022-qh15", "nd-59-2023", "nd-61-2023")
"""Texts whose full names stand among the legal bases."""


def gather(report: Report, options: Options) -> Content:
    """Everything that a document on this unit says."""
    return _clean(_Gatherer(report, options.lang).content(options.filters))


def _clean(part: T) -> T:
    """The same with every text in it made plain."""
    if isinstance(part, str):
        return cast(T, plain(part))
    if isinstance(part, tuple):
        return cast(T, tuple(map(_clean, part)))
    if is_dataclass(part) and not isinstance(part, type):
        return type(part)(**{field.name: _clean(getattr(part, field.name)) for field in fields(part)})
    return part


class _Gatherer:
    def __init__(self, report: Report, lang: Lang) -> None:
        self._report, self._lang = report, lang
        self._titles = duty_words.group_titles(report, lang)

    def content(self, filters: Iterable[Sentence]) -> Content:
        report, lang, summary = self._report, self._lang, self._report.summary
        results = report.results
        review = [result for result in results if result.status is Status.NEEDS_REVIEW]
        return Content(
            unit=str(report.unit.get("name", "")),
            type=duty_words.kind(report.unit, lang),
            province=str(report.unit.get("province") or ""),
            parent=str(report.unit.get("parent") or ""),
            year=str(report.year),
            as_of=long_day(report.as_of, lang),
            packs=tuple(Labelled(f"{self._say(p.title)} ({p.name})", self._say(p.status)) for p in report.packs),
            filters=tuple(map(self._say, filters)),
            bases=self._bases(),
            other_bases=self._other_bases(),
            duties=summary.duties,
            violations=sum(summary.counts[status] for status in VIOLATIONS),
            counts=tuple(Count(self._word(f"status.{status}"), summary.counts[status]) for status in Status),
            severities=tuple(Count(self._word(f"severity.{s}"), summary.violations.get(s, 0)) for s in Severity),
            score=decimal(summary.score, lang) if summary.score is not None else "",
            rating=self._say(summary.rating_title) if summary.rating_title else "",
            how=self._say(summary.how),
            group_counts=self._group_counts(),
            groups=self._groups(),
            tasks=tuple(map(self._task, tasks.tasks(results))),
            passed=self._entries(Status.PASSED),
            attested=sum(result.attested and result.status is Status.PASSED for result in results),
            pending=tuple(map(self._entry, tasks.pending(results))),
            to_fill_in=tuple(self._entry(r) for r in review if r.facts and not tasks.unanswered(r)),
            to_look_at=tuple(map(self._entry, tasks.to_look_at(results))),
            questions=tuple(self._entry(r) for r in review if tasks.unanswered(r)),
            waived=self._entries(Status.WAIVED),
            not_applicable=self._entries(Status.NOT_APPLICABLE),
            notices=tuple(map(self._say, report.notices)),
            not_checked=tuple(map(self._say, report.not_checked)),
            trust=tuple(Labelled(mark.label, mark.value) for mark in trust.marks(report, lang)),
        )

    def _say(self, sentence: Sentence) -> str:
        return say(sentence, self._lang)

    def _word(self, key: str, **blanks: object) -> str:
        return screen(key, self._lang, **blanks)

    def _cited(self) -> set[str]:
        return {place.source for result in self._report.results for place in result.basis}

    def _bases(self) -> tuple[str, ...]:
        cited = self._cited()
        return tuple(self._word(f"docx.basis.{source}") for source in MAIN_SOURCES if source in cited)

    def _other_bases(self) -> str:
        """The short names of the other texts, in the order met."""
        places = (place for result in self._report.results for place in result.basis)
        return "; ".join(dict.fromkeys(self._say(place.short) for place in places if place.source not in MAIN_SOURCES))

    def _group_counts(self) -> tuple[GroupCount, ...]:
        found: dict[str, list[Status]] = {group: [] for group in self._titles}
        for result in self._report.results:
            found.setdefault(result.group, []).append(result.status)
        return tuple(
            GroupCount(
                title=self._titles.get(group, group),
                passed=statuses.count(Status.PASSED),
                violations=sum(statuses.count(status) for status in VIOLATIONS),
                pending=statuses.count(Status.PENDING),
                needs_review=statuses.count(Status.NEEDS_REVIEW),
                waived=statuses.count(Status.WAIVED),
                not_applicable=statuses.count(Status.NOT_APPLICABLE),
                duties=len(statuses),
            )
            for group, statuses in found.items()
            if statuses
        )

    def _groups(self) -> tuple[Group, ...]:
        return tuple(
            Group(title, len(results), tuple(self._alike(list(alike)) for _, alike in groupby(results, tasks.alike_in)))
            for title, results in duty_words.grouped(self._report, self._lang)
        )

    def _alike(self, results: Sequence[DutyResult]) -> Entry:
        """One violation, or neighbours that differ in nothing but their period or subject."""
        return self._entry(results[0], results if len(results) > 1 else ())

    def _entries(self, status: Status) -> tuple[Entry, ...]:
        return tuple(self._entry(result) for result in self._report.results if result.status is status)

    def _entry(self, result: DutyResult, cases: Sequence[DutyResult] = ()) -> Entry:
        lang = self._lang
        return Entry(
            rule=result.rule,
            title=self._say(result.title) if cases else duty_words.titled(result, self._report.year, lang),
            group=self._titles.get(result.group, result.group),
            status=self._word(f"status.{result.status}"),
            severity=self._word(f"severity.{result.severity}"),
            text="" if cases else self._text(result),
            when="" if cases else timing(result.status, result.due, result.days, lang),
            basis=citations(self._places(result), lang),
            note="; ".join(self._notes(result)),
            fill_in=", ".join(() if tasks.unanswered(result) else result.facts),
            cases=tuple(map(self._case, cases)),
            checks=tuple(map(self._check, open_checks(result))),
            records="; ".join(place(record.path, record.line, lang) for record in result.records),
        )

    def _case(self, result: DutyResult) -> str:
        which, told = about(result, self._report.year, self._lang), duty_words.case(result, self._lang)
        return f"{which}: {told}" if which else told

    def _text(self, result: DutyResult) -> str:
        if result.waiver is not None:
            return duty_words.waiver(result.waiver, self._lang)
        if result.reason is not None and result.status is Status.NOT_APPLICABLE:
            return self._say(result.reason)
        return duty_words.reason(result, self._lang)

    def _places(self, result: DutyResult) -> Sequence[Citation]:
        """The clause that decides: of a duty that does not apply, the one that says so."""
        return (result.status is Status.NOT_APPLICABLE and result.reason_basis) or result.basis

    def _notes(self, result: DutyResult) -> Iterable[str]:
        if result.attested and result.records:
            yield self._word("attested")
        if result.underlying is not None:
            yield duty_words.underlying(result.underlying, self._lang)
        if not result.verified:
            yield self._word("unverified")
        if result.evidence:
            yield f"{self._word('label.evidence')}: {evidence_told(result, self._lang)}"

    def _check(self, check: CheckResult) -> Check:
        lang = self._lang
        return Check(
            title=self._say(check.title),
            verdict=", ".join(duty_words.verdict(check, lang)),
            expected=self._say(check.expected),
            actual=self._say(check.actual),
            basis=duty_words.check_basis(check, lang),
            record=place(check.record, check.line, lang) if check.record else "",
        )

    def _task(self, task: tasks.Task) -> Task:
        first, lang = task.first, self._lang
        if len(task.results) == 1:
            duties = duty_words.titled(first, self._report.year, lang)
            when = timing(first.status, first.due, first.days, lang)
        else:
            which = dict.fromkeys(about(result, self._report.year, lang) for result in task.results)
            duties = f"{self._say(first.title)} – {', '.join(filter(None, which))}"
            when = ""
        return Task(
            remedy=self._say(first.remedy),
            duties=f"{duties} ({first.rule})",
            severity=self._word(f"severity.{first.severity}"),
            when=when,
            basis=citations(first.basis, lang),
        )
