"""The sheet Kế hoạch khắc phục: what is to be done, with columns to write in; and Lịch: the dates ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import titled
from dcs_audit.report.tasks import Task, gaps, pending, tasks, to_look_at, unanswered
from dcs_audit.report.words import about, citations, distance, open_checks
from dcs_audit.report.workbook import Marked, Value, any_day, choice
from dcs_audit.report.workbook_stream import PLAIN, Column, Sheet
from dcs_audit.report.xlsx.looks import (
    CENTRED,
    DAY,
    STRONG,
    TO_FILL,
    TO_FILL_DAY,
    day_cell,
    days_cell,
    severity_cell,
)
from dcs_audit.report.xlsx.results import columns
from dcs_audit.verdicts.model import CheckResult, Citation, DutyResult, Report, Severity, Status

_PLAN = (
    ("number", 6, CENTRED),
    ("kind", 16, CENTRED),
    ("task", 50, STRONG),
    ("for", 42, PLAIN),
    ("basis", 22, PLAIN),
    ("severity", 12, CENTRED),
    ("law_due", 12, DAY),
    ("standing", 16, CENTRED),
    ("who", 20, TO_FILL),
    ("until", 13, TO_FILL_DAY),
    ("progress", 13, TO_FILL),
    ("note", 24, TO_FILL),
)
_CALENDAR = (
    ("day", 12, DAY),
    ("left", 18, CENTRED),
    ("rule", 16, STRONG),
    ("duty", 50, PLAIN),
    ("awaits", 60, PLAIN),
    ("severity", 12, CENTRED),
    ("basis", 30, PLAIN),
)
_PROGRESS = ("open", "begun", "done", "stuck")
_COLOURS = {"begun": "FCE6B0", "done": "C6E0B4", "stuck": "F6BDB8"}
_WEIGHT = {level: place for place, level in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class _Step:
    """One row of the plan."""

    kind: str
    what: str
    why: tuple[str, ...]
    results: tuple[DutyResult, ...]
    due: date | None = None
    overdue: bool = False
    standing: str = ""


def write_plan(sheet: Sheet, report: Report, nothing: str, lang: Lang) -> None:
    """One row for each remedy, then each fact to fill in, each question to answer, each duty to look at."""
    sheet.table(columns(_PLAN, lang), frozen=3)
    state = screen("xlsx.progress.open", lang)
    steps = list(_steps(report, lang))
    for number, step in enumerate(steps, start=1):
        severity = min((result.severity for result in step.results), key=_WEIGHT.__getitem__)
        sheet.row(
            (
                number,
                screen(f"xlsx.kind.{step.kind}", lang),
                step.what,
                step.why,
                _basis(step.results, lang),
                severity_cell(severity, lang),
                day_cell(step.due, step.overdue),
                step.standing,
                None,
                None,
                state,
                None,
            )
        )
    if steps:
        _to_fill_in(sheet, lang)
    else:
        sheet.row((None, None, screen(nothing, lang), *[None] * (len(_PLAN) - 3)))
    sheet.filtered()


def _to_fill_in(sheet: Sheet, lang: Lang) -> None:
    words = {name: screen(f"xlsx.progress.{name}", lang) for name in _PROGRESS}
    keys = [key for key, _, _ in _PLAN]
    until, progress = (sheet.area(keys.index(key) + 1) for key in ("until", "progress"))
    sheet.validate(any_day(until, screen("xlsx.prompt.until", lang)))
    sheet.validate(choice(words.values(), progress, screen("xlsx.prompt.progress", lang)))
    first = progress.partition(":")[0]
    for name, colour in _COLOURS.items():
        fill = PatternFill("solid", bgColor=colour)
        rule = FormulaRule([f'{first}="{words[name]}"'], fill=fill, font=Font(b=True))  # type: ignore[no-untyped-call]
        sheet.colour(progress, rule)


def _steps(report: Report, lang: Lang) -> Iterator[_Step]:
    year = report.year
    for task in tasks(report.results):
        yield _remedy(task, year, lang)
    questions = [result for result in report.results if unanswered(result)]
    others = [result for result in report.results if not unanswered(result)]
    for gap in gaps(others):
        what = screen("fill_in", lang, fact=gap.fact)
        yield _Step("gap", what, tuple(_titled(result, year, lang) for result in gap.results), gap.results)
    for result in questions:
        asked = say(result.reason or result.title, lang)
        what = screen("xlsx.answer", lang, question=asked)
        yield _Step("question", what, (_titled(result, year, lang),), (result,))
    for result in to_look_at(others):
        reason = say(result.reason or result.message, lang)
        yield _Step("look", screen("look_at", lang), (_titled(result, year, lang), reason), (result,))


def _remedy(task: Task, year: int, lang: Lang) -> _Step:
    """A remedy and the violations it puts right; the date is the earliest that the law has set for any of them."""
    dated = [result for result in task.results if result.due is not None]
    first = min(dated, key=lambda result: result.due or date.max, default=task.first)
    standing = distance(first.status, first.days, lang) or ("" if first.due else screen("xlsx.no_due", lang))
    if len(task.results) > 1 and first.due:
        standing = screen("xlsx.earliest", lang, timing=standing, number=len(task.results))
    why = _violations(task, year, lang)
    overdue = first.status in (Status.MISSING, Status.LATE)
    return _Step("violation", say(task.first.remedy, lang), why, task.results, first.due, overdue, standing)


def _violations(task: Task, year: int, lang: Lang) -> tuple[str, ...]:
    """The only violation on one line, or the duty and a line for each."""
    if len(task.results) == 1:
        return (f"{_titled(task.first, year, lang)}: {_verdict(task.first, lang)}",)
    each = (f"• {about(result, year, lang)}: {_verdict(result, lang)}" for result in task.results)
    return (f"{say(task.first.title, lang)} ({task.first.rule})", *each)


def _verdict(result: DutyResult, lang: Lang) -> str:
    word, far = screen(f"status.{result.status}", lang), distance(result.status, result.days, lang)
    if result.status is Status.LATE and far:  # "late 4 days" needs no "late" before it
        return far
    return f"{word}, {far}" if far else word


def _titled(result: DutyResult, year: int, lang: Lang) -> str:
    return f"{titled(result, year, lang)} ({result.rule})"


def _basis(results: Sequence[DutyResult], lang: Lang) -> str:
    places: dict[Citation, None] = {}
    for result in results:
        places.update(dict.fromkeys(result.basis))
    return citations(places, lang)


def write_calendar(sheet: Sheet, report: Report, lang: Lang) -> None:
    """Duties that are pending, and pending checks whose date is not that of their duty; the nearest first."""
    table: list[Column] = columns(_CALENDAR, lang)
    sheet.table(table, frozen=3)
    rows = sorted(_ahead(report, lang), key=lambda entry: entry[0])
    for _, row in rows:
        sheet.row(row)
    if not rows:
        sheet.row((None, None, None, screen("xlsx.nothing_ahead", lang), *[None] * (len(table) - 4)))
    sheet.filtered()


def _ahead(report: Report, lang: Lang) -> Iterator[tuple[date, tuple[Value | Marked, ...]]]:
    """Rows and the dates they are sorted by; what has no date comes last."""
    for result in pending(report.results):
        waits = tuple(_wants(check, lang) for check in open_checks(result))
        yield result.due or date.max, _event(result, result.due, result.days, waits, report.year, lang)
    for result in report.results:
        if result.status in (Status.WAIVED, Status.NOT_APPLICABLE):
            continue
        for check in result.checks:
            own = result.status is not Status.PENDING or check.due != result.due
            if check.status is Status.PENDING and check.due and own:
                waits = (_wants(check, lang),)
                yield check.due, _event(result, check.due, check.days, waits, report.year, lang)


def _event(
    result: DutyResult, due: date | None, days: int | None, waits: tuple[str, ...], year: int, lang: Lang
) -> tuple[Value | Marked, ...]:
    left = days_cell(Status.PENDING, days, lang)
    return (
        Marked(due, DAY) if due else Marked(screen("no_date", lang), CENTRED),
        left,
        result.rule,
        titled(result, year, lang),
        waits or (say(result.message, lang),),
        severity_cell(result.severity, lang),
        citations(result.basis, lang),
    )


def _wants(check: CheckResult, lang: Lang) -> str:
    told = screen("wants", lang, expected=say(check.expected, lang), actual=say(check.actual, lang))
    return f"{say(check.title, lang)}: {told}"
