"""The sheets Chỉ tiêu, Tồn tại thường gặp and Chưa kiểm tra được of a fleet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dcs_audit.fleet.goals import Goal, Standing
from dcs_audit.fleet.tally import Progress, Tally
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import citations, counted
from dcs_audit.report.workbook import Marked, Value
from dcs_audit.report.workbook_stream import PLAIN, Column, Sheet
from dcs_audit.report.xlsx.looks import CENTRED, NUMBER, PERCENT, STATUS, STRONG, percent_cell, severity_cell
from dcs_audit.report.xlsx.spool import Entry
from dcs_audit.verdicts.model import Status

_APART = (Standing.WAIVED, Standing.NEEDS_REVIEW, Standing.PENDING, Standing.EXEMPT)
_MOST_SHARED = 5_000
_NAMES = 3


def write_targets(sheet: Sheet, tally: Tally, lang: Lang) -> None:
    """One row for each target: how many of how many units fulfil it, whether that is enough, and who is behind."""
    sheet.table(
        [
            Column(screen("xlsx.rule", lang), 14, STRONG),
            Column(screen("xlsx.target", lang), 44, PLAIN),
            Column(screen("xlsx.asked", lang), 9, PERCENT),
            Column(screen("xlsx.reached", lang), 9, NUMBER),
            Column(screen("xlsx.counted", lang), 9, NUMBER),
            Column(screen("fleet.share", lang), 9, PERCENT),
            Column(screen("xlsx.outcome", lang), 26, CENTRED),
            Column(screen("xlsx.behind", lang), 9, NUMBER),
            *(Column(screen(f"xlsx.goal.{standing}", lang).capitalize(), 11, NUMBER) for standing in _APART),
            Column(screen("xlsx.behind_names", lang), 50, PLAIN),
            Column(screen("xlsx.basis", lang), 26, PLAIN),
        ],
        frozen=2,
    )
    for goal, progress in tally.goals.items():
        sheet.row(_target(goal, progress, lang))
    if not tally.goals:
        sheet.row((None, screen("xlsx.no_targets", lang), *[None] * 12))
    sheet.filtered()


def _target(goal: Goal, progress: Progress, lang: Lang) -> tuple[Value | Marked, ...]:
    behind = progress.counts[Standing.BEHIND]
    more = behind - len(progress.names)
    rest = screen("fleet.more_units", lang, number=counted("unit", more, lang)) if more else ""
    return (
        goal.id,
        say(goal.title, lang),
        goal.percent / 100,
        progress.reached,
        progress.counted,
        percent_cell(progress.reached, progress.counted),
        _outcome(goal, progress, lang),
        behind,
        *(progress.counts[standing] for standing in _APART),
        (*progress.names, rest),
        citations(goal.basis, lang),
    )


def _outcome(goal: Goal, progress: Progress, lang: Lang) -> Marked:
    met = progress.met(goal)
    if met is None:
        return Marked(screen("target.nobody", lang), STATUS[Status.NOT_APPLICABLE])
    key, status = ("met", Status.PASSED) if met else ("not_met", Status.MISSING)
    if not met and progress.can_meet(goal):
        key, status = "open", Status.NEEDS_REVIEW
    return Marked(screen(f"target.{key}", lang, percent=goal.percent), STATUS[status])


def write_frequent(sheet: Sheet, tally: Tally, lang: Lang) -> None:
    """Every violated rule, the most frequent first."""
    sheet.table(
        [
            Column(screen("xlsx.number", lang), 6, CENTRED),
            Column(screen("xlsx.rule", lang), 18, STRONG),
            Column(screen("xlsx.duty", lang), 70, PLAIN),
            Column(screen("xlsx.group", lang), 30, PLAIN),
            Column(screen("xlsx.severity", lang), 13, CENTRED),
            Column(screen("fleet.units", lang), 10, NUMBER),
            Column(screen("fleet.share", lang), 10, PERCENT),
            Column(screen("xlsx.duties", lang), 10, NUMBER),
        ],
        frozen=3,
    )
    for number, (rule, entry) in enumerate(tally.frequent, start=1):
        group = tally.groups.get(entry.group)
        sheet.row(
            (
                number,
                rule,
                say(entry.title, lang),
                say(group, lang) if group else entry.group,
                severity_cell(entry.severity, lang),
                entry.units,
                percent_cell(entry.units, tally.units),
                entry.duties,
            )
        )
    if not tally.rules:
        sheet.row((None, None, screen("fleet.no_violation", lang), *[None] * 5))
    sheet.filtered()


def write_not_checked(sheet: Sheet, entries: Callable[[], Iterable[Entry]], tally: Tally, lang: Lang) -> None:
    """Files without a verdict, then what was not checked in the others, then notices; what many share stands once."""
    sheet.table(
        [
            Column(screen("xlsx.what", lang), 22, CENTRED),
            Column(screen("xlsx.unit", lang), 50, STRONG),
            Column(screen("xlsx.content", lang), 90, PLAIN),
        ],
        frozen=1,
    )
    failed = Marked(screen("xlsx.what.failed", lang), STATUS[Status.MISSING])
    left = sheet.fill((failed, path, screen("xlsx.failed", lang)) for path in tally.not_audited)
    if not tally.not_audited:
        sheet.row((Marked(screen("xlsx.what.failed", lang), CENTRED), None, screen("xlsx.nothing_failed", lang)))
    left += sheet.fill((screen(f"xlsx.what.{kind}", lang), whose, what) for kind, whose, what in _said(entries, lang))
    sheet.filtered()
    if left:
        sheet.row((Marked(screen("xlsx.fleet.more_lines", lang, number=left), STRONG),))


def _said(entries: Callable[[], Iterable[Entry]], lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The kind of a sentence, whose it is, and the sentence."""
    shared: dict[str, list[str]] = {}
    units: dict[str, int] = {}
    for entry in entries():
        for sentence in entry.limits:
            if sentence in shared or len(shared) < _MOST_SHARED:
                names = shared.setdefault(sentence, [])
                units[sentence] = units.get(sentence, 0) + 1
                if len(names) < _NAMES:
                    names.append(entry.name)
    for sentence, names in sorted(shared.items(), key=lambda item: -units[item[0]]):
        yield "limit", _whose(names, units[sentence], lang), sentence
    for entry in entries():
        for sentence in entry.limits:
            if sentence not in shared:
                yield "limit", entry.name, sentence
        for sentence in entry.notices:
            yield "notice", entry.name, sentence


def _whose(names: list[str], units: int, lang: Lang) -> str:
    if units == 1:
        return names[0]
    return f"{counted('unit', units, lang)}: {'; '.join(names)}{'; …' if units > len(names) else ''}"
