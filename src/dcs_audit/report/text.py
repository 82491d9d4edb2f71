"""The report for people: first the numbers, then what is wrong and why, then what to do, then what was not checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dcs_audit import __version__
from dcs_audit.locale.phrases import Sentence, day
from dcs_audit.report.duty_words import grouped, kind, titled
from dcs_audit.report.findings import STYLES, Findings
from dcs_audit.report.interface import Options
from dcs_audit.report.page import BAD, STRONG, Page, Part
from dcs_audit.report.proof import waiting_for_evidence
from dcs_audit.report.tasks import Task, gaps, pending, tasks, to_look_at, unanswered
from dcs_audit.report.words import about, counted, decimal, distance, timing
from dcs_audit.verdicts.model import VIOLATIONS, DutyResult, Report, Severity, Status, Summary

_DIGEST_SHOWN = len("sha256:") + 12
_COUNT_COLUMNS = 34


def render(report: Report, options: Options) -> str:
    """The report on one unit."""
    page = Page(options.lang, options.width, options.colour)
    findings = Findings(page, report.year)
    _title(page, report)
    _numbers(page, report.summary)
    _filters(page, options.filters)
    for title, results in grouped(report, page.lang):
        page.heading(f"{title} ({counted('violation', len(results), page.lang)})")
        findings.violations(results)
    _pending(page, findings, report)
    _each(page, report, Status.NEEDS_REVIEW, findings.review)
    _unanswered(page, findings, report)
    _each(page, report, Status.WAIVED, findings.waived)
    _settled(page, findings, report, options.show_all)
    _to_do(page, report, options.nothing(report.summary.duties))
    _list(page, "heading.notices", report.notices)
    _list(page, "heading.not_checked", report.not_checked)
    _trust(page, report)
    return page.text()


def _title(page: Page, report: Report) -> None:
    unit = report.unit
    page.paragraph((page.word("title"), STRONG))
    page.paragraph((str(unit.get("name", "")), STRONG))
    page.blank()
    page.labelled(page.word("label.type"), kind(unit, page.lang))
    page.labelled(page.word("label.year"), page.word("year_as_of", year=report.year, day=day(report.as_of)))
    label = page.word("label.packs")
    for pack in report.packs:
        page.labelled(label, f"{page.say(pack.title)} ({pack.name})")
        page.labelled("", page.say(pack.status))
        label = ""


def _numbers(page: Page, summary: Summary) -> None:
    """Every status with its count, violations to the left, so that anyone can add them up."""
    page.heading(page.word("heading.numbers", duties=counted("duty", summary.duties, page.lang)))
    wrong = sum(summary.counts[status] for status in VIOLATIONS)
    levels = ", ".join(f"{summary.violations.get(level, 0)} {page.word(f'severity.{level}')}" for level in Severity)
    page.paragraph((counted("violation", wrong, page.lang), BAD if wrong else STRONG), f": {levels}", indent=2)
    page.blank()
    others = [status for status in Status if status not in VIOLATIONS]
    for row, status in enumerate(others):
        left = _count(page, summary, VIOLATIONS[row]) if row < len(VIOLATIONS) else [" " * _COUNT_COLUMNS]
        page.paragraph(*left, *_count(page, summary, status), indent=2)
    page.blank()
    _score(page, summary)


def _count(page: Page, summary: Summary, status: Status) -> list[Part]:
    number, word = summary.counts[status], page.word(f"status.{status}")
    return [f"{number:>4}  ", (word, STYLES[status] if number else ""), " " * (_COUNT_COLUMNS - 6 - len(word))]


def _score(page: Page, summary: Summary) -> None:
    if summary.score is None:
        page.labelled(page.word("label.score"), page.word("no_score"), indent=2)
    else:
        rating = f" – {page.say(summary.rating_title)}" if summary.rating_title else ""
        page.labelled(page.word("label.score"), (f"{decimal(summary.score, page.lang)}/100", STRONG), rating, indent=2)
    page.labelled("", page.say(summary.how), indent=2)


def _filters(page: Page, filters: Sequence[Sentence]) -> None:
    """What the reader does not see, said before the list that leaves it out."""
    if filters:
        page.blank()
    for sentence in filters:
        page.labelled(page.word("label.note"), page.say(sentence), indent=2)


def _pending(page: Page, findings: Findings, report: Report) -> None:
    waiting = pending(report.results)
    if waiting:
        _status_heading(page, Status.PENDING, len(waiting))
    for result in waiting:
        findings.pending(result)


def _each(page: Page, report: Report, status: Status, show: Callable[[DutyResult], None]) -> None:
    found = [result for result in report.results if result.status is status and not unanswered(result)]
    if found:
        _status_heading(page, status, len(found))
    for number, result in enumerate(found):
        if number:
            page.blank()
        show(result)


def _unanswered(page: Page, findings: Findings, report: Report) -> None:
    """Questions that wait for an answer, one line each: they need somebody to say so, not a search for a cause."""
    found = [result for result in report.results if unanswered(result)]
    if found:
        page.heading(page.word("heading.unanswered", number=len(found)))
        page.paragraph(page.word("unanswered"), indent=1)
    for result in found:
        findings.question(result)


def _settled(page: Page, findings: Findings, report: Report, show_all: bool) -> None:
    """Duties that ask for nothing: counted, or listed one by one."""
    for status in (Status.PASSED, Status.NOT_APPLICABLE):
        found = [result for result in report.results if result.status is status]
        if show_all and found:
            _status_heading(page, status, len(found))
            for result in found:
                findings.settled(result)
    if not show_all:
        page.blank()
        counts = report.summary.counts
        page.paragraph(page.word("folded", passed=counts[Status.PASSED], not_applicable=counts[Status.NOT_APPLICABLE]))


def _status_heading(page: Page, status: Status, number: int) -> None:
    word = page.word(f"status.{status}")
    page.heading(f"{word[:1].upper()}{word[1:]} ({number})")


def _to_do(page: Page, report: Report, nothing: str) -> None:
    page.heading(page.word("heading.to_do"))
    entries = [(page.say(task.first.remedy), _task(page, task, report.year)) for task in tasks(report.results)]
    for gap in gaps(report.results):
        rules = ", ".join(dict.fromkeys(result.rule for result in gap.results))
        entries.append((page.word("fill_in", fact=gap.fact), page.word("to_settle", rules=rules)))
    lacking, waiting = waiting_for_evidence(report.results)
    if lacking:
        rules = ", ".join(dict.fromkeys(result.rule for result in waiting))
        entries.append((page.word("supply_evidence", files=", ".join(lacking)), page.word("evidence_of", rules=rules)))
    unclear = [_which(page, result, report.year) for result in to_look_at(report.results)]
    if unclear:
        entries.append((page.word("look_at"), "; ".join(unclear)))
    columns = len(str(len(entries))) + 2
    for number, (what, why) in enumerate(entries, start=1):
        page.labelled(f"{number:>{columns - 2}}.", what, indent=1, columns=columns)
        page.labelled("", why, indent=1, columns=columns)
    if not entries:
        page.paragraph(page.word(nothing), indent=1)
    _next_date(page, report)


def _task(page: Page, task: Task, year: int) -> str:
    """What a remedy is for: the duty, its periods or its deadline, and how much it weighs."""
    first = task.first
    facts = [page.word(f"severity.{first.severity}"), page.word(f"status.{first.status}")]
    if len(task.results) > 1:
        facts.extend(dict.fromkeys(about(result, year, page.lang) for result in task.results))
        return f"{page.say(first.title)} ({first.rule}): {', '.join(fact for fact in facts if fact)}"
    when = timing(first.status, first.due, first.days, page.lang)
    facts.extend([page.word("due", when=when)] if when else [])
    return f"{_which(page, first, year)}: {', '.join(facts)}"


def _which(page: Page, result: DutyResult, year: int) -> str:
    return f"{titled(result, year, page.lang)} ({result.rule})"


def _next_date(page: Page, report: Report) -> None:
    waiting = [result for result in pending(report.results) if result.due]
    if waiting and waiting[0].due:
        left = distance(Status.PENDING, waiting[0].days, page.lang)
        page.paragraph(page.word("next_date", day=day(waiting[0].due), left=left), indent=1)


def _list(page: Page, key: str, sentences: Sequence[Sentence]) -> None:
    if sentences:
        page.heading(page.word(key))
    for sentence in sentences:
        page.bullet(page.say(sentence), indent=1)


def _trust(page: Page, report: Report) -> None:
    """What produced these verdicts, so that someone else can run the same again."""
    page.blank()
    page.paragraph(
        page.word(
            "trust",
            version=__version__,
            engine=report.engine,
            rulebook=report.rulebook_digest[:_DIGEST_SHOWN],
            path=report.input_path,
            input=report.input_digest[:_DIGEST_SHOWN],
        )
    )
