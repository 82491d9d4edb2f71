"""Puts a unit's report into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from dcs_audit.locale.phrases import Lang, Sentence, day, say
from dcs_audit.locale.screen import SCREEN, screen
from dcs_audit.report import tasks, trust
from dcs_audit.report.docx.content import Check, Content, Count, Entry, Group, GroupCount, Labelled, Task
from dcs_audit.report.docx.letter import long_day
from dcs_audit.report.interface import Options
from dcs_audit.report.proof import evidence_told
from dcs_audit.report.words import about, citations, decimal, distance, open_checks, place, plain, timing
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, Citation, DutyResult, Report, Severity, Status

MAIN_SOURCES = ("luat-10-2022-qh15", "nd-59-2023", "nd-61-2023")
"""Texts whose full names stand among the legal bases."""


def gather(report: Report, options: Options) -> Content:
    """Everything that a document on this unit says."""
    return _Gatherer(report, options.lang).content(options.filters)


class _Gatherer:
    def __init__(self, report: Report, lang: Lang) -> None:
        self._report, self._lang = report, lang
        self._titles = {group.id: self._say(group.title) for group in report.groups}

    def content(self, filters: Iterable[Sentence]) -> Content:
        report, lang, summary = self._report, self._lang, self._report.summary
        results = report.results
        review = [result for result in results if result.status is Status.NEEDS_REVIEW]
        return Content(
            unit=plain(str(report.unit.get("name", ""))),
            type=self._type(),
            province=plain(str(report.unit.get("province") or "")),
            parent=plain(str(report.unit.get("parent") or "")),
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
            trust=tuple(Labelled(plain(mark.label), plain(mark.value)) for mark in trust.marks(report, lang)),
        )

    def _say(self, sentence: Sentence) -> str:
        return plain(say(sentence, self._lang))

    def _word(self, key: str, **blanks: object) -> str:
        return screen(key, self._lang, **blanks)

    def _type(self) -> str:
        return plain(" – ".join(filter(None, (self._named(family) for family in ("type", "subtype")))))

    def _named(self, family: str) -> str:
        value = self._report.unit.get(family)
        key = f"{family}.{value}"
        return self._word(key) if key in SCREEN else str(value or "")

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
        found: dict[str, list[DutyResult]] = {group: [] for group in self._titles}
        for result in self._report.results:
            if result.is_violation:
                found.setdefault(result.group, []).append(result)
        return tuple(
            Group(
                self._titles.get(group, group),
                len(results),
                tuple(self._alike(list(alike)) for _, alike in groupby(results, key=_kind)),
            )
            for group, results in found.items()
            if results
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
            title=self._say(result.title) if cases else self._titled(result),
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

    def _titled(self, result: DutyResult) -> str:
        which = plain(about(result, self._report.year, self._lang))
        return f"{self._say(result.title)} – {which}" if which else self._say(result.title)

    def _case(self, result: DutyResult) -> str:
        when = timing(result.status, result.due, result.days, self._lang)
        told = self._word("due", when=when) if when else self._say(result.message)
        which = plain(about(result, self._report.year, self._lang))
        return f"{which}: {told}" if which else told

    def _text(self, result: DutyResult) -> str:
        if result.waiver is not None:
            note = result.waiver
            told = self._word("waiver", who=plain(note.approved_by), until=day(note.until))
            return f"{plain(note.reason)} ({told})"
        if result.reason is not None:
            legal = citations(result.reason_basis, self._lang)
            beside = f" ({legal})" if legal and result.status is not Status.NOT_APPLICABLE else ""
            return self._say(result.reason) + beside
        return self._say(result.message)

    def _places(self, result: DutyResult) -> Sequence[Citation]:
        """The clause that decides: of a duty that does not apply, the one that says so."""
        return (result.status is Status.NOT_APPLICABLE and result.reason_basis) or result.basis

    def _notes(self, result: DutyResult) -> Iterable[str]:
        if result.attested and result.records:
            yield self._word("attested")
        if result.underlying is not None:
            yield self._word("underlying", status=self._word(f"status.{result.underlying}"))
        if not result.verified:
            yield self._word("unverified")
        if result.evidence:
            yield f"{self._word('label.evidence')}: {plain(evidence_told(result, self._lang))}"

    def _check(self, check: CheckResult) -> Check:
        lang = self._lang
        told = [self._word(f"status.{check.status}"), distance(check.status, check.days, lang)]
        if check.status is Status.LATE and told[1]:  # "late 4 days" needs no "late" before it
            del told[0]
        legal = citations(check.basis, lang) + ("" if check.verified else f" ({self._word('unverified')})")
        return Check(
            title=self._say(check.title),
            verdict=", ".join(filter(None, told)),
            expected=self._say(check.expected),
            actual=self._say(check.actual),
            basis=legal,
            record=place(check.record, check.line, lang) if check.record else "",
        )

    def _task(self, task: tasks.Task) -> Task:
        first, lang = task.first, self._lang
        if len(task.results) == 1:
            duties, when = self._titled(first), timing(first.status, first.due, first.days, lang)
        else:
            which = dict.fromkeys(plain(about(result, self._report.year, lang)) for result in task.results)
            duties = f"{self._say(first.title)} – {', '.join(filter(None, which))}"
            when = ""
        return Task(
            remedy=self._say(first.remedy),
            duties=f"{duties} ({first.rule})",
            severity=self._word(f"severity.{first.severity}"),
            when=when,
            basis=citations(first.basis, lang),
        )


def _kind(result: DutyResult) -> object:
    """Equal for neighbours that can be told together: one rule, one verdict, and no record to speak of."""
    if result.checks or result.records:
        return object()  # equal to no other
    return result.rule, result.status, result.severity
