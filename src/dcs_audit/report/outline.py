"""What a report on one unit says, in words and in the order of its sections, before it is laid out on a page.

HTML and Markdown are laid out from it. Nothing here is escaped: text of a unit file stands in it as submitted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dcs_audit.locale.phrases import Lang, Sentence, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import group_titles, grouped, kind
from dcs_audit.report.interface import Options
from dcs_audit.report.outline_entries import Entries, Entry, Fact
from dcs_audit.report.outline_steps import Step, steps
from dcs_audit.report.tasks import pending, unanswered
from dcs_audit.report.trust import Mark, marks
from dcs_audit.report.words import counted, decimal, distance
from dcs_audit.verdicts.model import VIOLATIONS, DutyResult, Report, Severity, Status, Summary


@dataclass(frozen=True, slots=True)
class Count:
    """A status, how many duties have it, and how many in a hundred that is."""

    status: Status
    word: str
    number: int
    percent: float


@dataclass(frozen=True, slots=True)
class Group:
    """The violations of one group of duties."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All duties of one status; `settled` ones ask for nothing."""

    key: str
    title: str
    note: str
    entries: tuple[Entry, ...]
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A report on one unit. `counts` are those of the whole audit, also where `filters` left duties out below."""

    title: str
    unit: str
    facts: tuple[Fact, ...]
    duties: str
    violations: str
    levels: str
    counts: tuple[Count, ...]
    score: str
    how: str
    filters: tuple[str, ...]
    steps: tuple[Step, ...]
    nothing: str
    next_date: str
    found: str
    groups: tuple[Group, ...]
    sections: tuple[Section, ...]
    notices: tuple[str, ...]
    not_checked: tuple[str, ...]
    trust: tuple[Mark, ...]
    names: tuple[tuple[str, str], ...]
    """Ids and titles of the groups that have entries, in the order of the rulebook."""


def outline(report: Report, options: Options) -> Outline:
    """The report in the language of the options. Every result is in it exactly once."""
    lang = options.lang
    groups, sections, anchors = _entries(report, lang)
    wrong = sum(report.summary.counts[status] for status in VIOLATIONS)
    return Outline(
        title=screen("title", lang),
        unit=str(report.unit.get("name", "")),
        facts=_facts(report, lang),
        duties=screen("heading.numbers", lang, duties=counted("duty", report.summary.duties, lang)),
        violations=counted("violation", wrong, lang),
        levels=levels(report.summary.violations.get, lang),
        counts=counts(report.summary.counts.__getitem__, report.summary.duties, lang),
        score=_score(report.summary, lang),
        how=say(report.summary.how, lang),
        filters=_said(options.filters, lang),
        steps=steps(report, anchors, lang),
        nothing=screen(options.nothing(report.summary.duties), lang),
        next_date=_next_date(report, lang),
        found=screen("outline.violations", lang, number=sum(result.is_violation for result in report.results)),
        groups=groups,
        sections=sections,
        notices=_said(report.notices, lang),
        not_checked=_said(report.not_checked, lang),
        trust=tuple(marks(report, lang)),
        names=_names(report, lang),
    )


def counts(number: Callable[[Status], int], whole: int, lang: Lang) -> tuple[Count, ...]:
    """Every status with its count, violations first."""
    order = [*VIOLATIONS, *(status for status in Status if status not in VIOLATIONS)]
    return tuple(
        Count(status, screen(f"status.{status}", lang), number(status), round(100 * number(status) / max(whole, 1), 2))
        for status in order
    )


def levels(number: Callable[[Severity, int], int], lang: Lang) -> str:
    """How many violations of each weight: "2 nghiêm trọng, 5 lớn, 0 nhỏ"."""
    return ", ".join(f"{number(level, 0)} {screen(f'severity.{level}', lang)}" for level in Severity)


def _facts(report: Report, lang: Lang) -> tuple[Fact, ...]:
    unit = report.unit
    facts = [Fact(screen("label.type", lang), kind(unit, lang))]
    facts += [
        Fact(screen(f"fleet.{key}", lang), str(value)) for key in ("province", "parent") if (value := unit.get(key))
    ]
    facts.append(Fact(screen("label.year", lang), screen("year_as_of", lang, year=report.year, day=day(report.as_of))))
    facts += [
        Fact(screen("label.packs", lang), f"{say(pack.title, lang)} ({pack.name}): {say(pack.status, lang)}")
        for pack in report.packs
    ]
    return tuple(facts)


def _score(summary: Summary, lang: Lang) -> str:
    if summary.score is None:
        return screen("no_score", lang)
    rating = f" – {say(summary.rating_title, lang)}" if summary.rating_title else ""
    return f"{decimal(summary.score, lang)}/100{rating}"


def _said(sentences: Sequence[Sentence], lang: Lang) -> tuple[str, ...]:
    return tuple(say(sentence, lang) for sentence in sentences)


def _next_date(report: Report, lang: Lang) -> str:
    dated = [result for result in pending(report.results) if result.due]
    if not dated or dated[0].due is None:
        return ""
    return screen("next_date", lang, day=day(dated[0].due), left=distance(Status.PENDING, dated[0].days, lang))


def _entries(report: Report, lang: Lang) -> tuple[tuple[Group, ...], tuple[Section, ...], dict[str, str]]:
    """Violations by group, the other sections, and the anchor of the first violation of each rule."""
    entries = Entries(report, lang)
    groups = []
    for title, results in grouped(report, lang):
        heading = f"{title} ({counted('violation', len(results), lang)})"
        groups.append(Group(heading, tuple(entries.violations(results))))
    anchors: dict[str, str] = {}
    for group in groups:
        for entry in group.entries:
            anchors.setdefault(entry.rule, entry.anchor)
    return tuple(groups), tuple(_sections(report, entries, lang)), anchors


def _names(report: Report, lang: Lang) -> tuple[tuple[str, str], ...]:
    titles = group_titles(report, lang)
    used = dict.fromkeys(result.group for result in report.results)
    order = [*(group for group in titles if group in used), *(group for group in used if group not in titles)]
    return tuple((group, titles.get(group, group)) for group in order)


def _sections(report: Report, entries: Entries, lang: Lang) -> list[Section]:
    asked = [result for result in report.results if unanswered(result)]

    def of(status: Status) -> list[DutyResult]:
        return [result for result in report.results if result.status is status and not unanswered(result)]

    def section(status: Status, found: Sequence[DutyResult], show: Callable[[DutyResult], Entry]) -> Section:
        word = screen(f"status.{status}", lang)
        settled = status in (Status.PASSED, Status.NOT_APPLICABLE)
        title = f"{word[:1].upper()}{word[1:]} ({len(found)})"
        return Section(str(status), title, "", tuple(map(show, found)), settled)

    heading = screen("heading.unanswered", lang, number=len(asked))
    sections = [
        section(Status.PENDING, pending(report.results), entries.pending),
        section(Status.NEEDS_REVIEW, of(Status.NEEDS_REVIEW), entries.review),
        Section("unanswered", heading, screen("unanswered", lang), tuple(map(entries.question, asked))),
        section(Status.WAIVED, of(Status.WAIVED), entries.waived),
        section(Status.PASSED, of(Status.PASSED), entries.settled),
        section(Status.NOT_APPLICABLE, of(Status.NOT_APPLICABLE), entries.settled),
    ]
    return [section for section in sections if section.entries]
