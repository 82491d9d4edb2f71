"""The sheets with a row for each unit: Đơn vị (counts, score, targets) and Ma trận (violations by group)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from openpyxl.formatting.rule import ColorScaleRule

from dcs_audit.fleet.goals import Goal, Standing
from dcs_audit.fleet.tally import Tally, merged
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import named
from dcs_audit.report.words import counted
from dcs_audit.report.workbook import Look, Marked, Value
from dcs_audit.report.workbook_stream import PLAIN, Column, Sheet
from dcs_audit.report.xlsx.looks import CENTRED, NUMBER, SCORE, STATUS, STRONG
from dcs_audit.report.xlsx.results import Row
from dcs_audit.report.xlsx.spool import Entry
from dcs_audit.verdicts.model import VIOLATIONS, Severity, Status

_STATUSES = tuple(Status)
_NOTHING = replace(NUMBER, colour="A6A6A6")
_TOTAL = replace(NUMBER, bold=True, fill="EDEDED")
_REMARK = Look(italic=True, wrap=False, lines=False)
_TOTAL_NAME = replace(STRONG, fill="EDEDED")
_STANDINGS = {
    Standing.ACHIEVED: STATUS[Status.PASSED],
    Standing.WAIVED: STATUS[Status.WAIVED],
    Standing.BEHIND: STATUS[Status.MISSING],
    Standing.NEEDS_REVIEW: STATUS[Status.NEEDS_REVIEW],
    Standing.PENDING: STATUS[Status.PENDING],
    Standing.EXEMPT: STATUS[Status.NOT_APPLICABLE],
}


def write_units(sheet: Sheet, entries: Iterable[Entry], tally: Tally, lang: Lang) -> None:
    """One row for each unit, in the order of the run; a column for each target of its packs."""
    goals = list(tally.goals)
    order = [*VIOLATIONS, *(status for status in Status if status not in VIOLATIONS)]
    sheet.table(
        [
            Column(screen("xlsx.number", lang), 6, CENTRED),
            Column(screen("xlsx.unit", lang), 36, STRONG),
            Column(screen("label.type", lang), 22, PLAIN),
            Column(screen("fleet.province", lang), 16, PLAIN),
            Column(screen("fleet.parent", lang), 24, PLAIN),
            *(Column(screen(f"severity.{level}", lang).capitalize(), 9, NUMBER) for level in Severity),
            Column(screen("xlsx.score", lang), 8, SCORE),
            Column(screen("fleet.rating", lang), 12, CENTRED),
            *(Column(screen(f"status.{status}", lang).capitalize(), 9, NUMBER) for status in order),
            Column(screen("xlsx.duties", lang), 9, NUMBER),
            *(Column(f"{goal.id}: {say(goal.title, lang)}", 18, CENTRED) for goal in goals),
            Column(screen("xlsx.file", lang), 30, PLAIN),
        ],
        frozen=2,
    )
    _rest(sheet, sheet.fill(_units(entries, order, goals, lang)), lang)


def _units(entries: Iterable[Entry], order: Sequence[Status], goals: Sequence[Goal], lang: Lang) -> Iterator[Row]:
    for number, entry in enumerate(entries, start=1):
        counts = dict(zip(_STATUSES, entry.counts, strict=True))
        yield (
            number,
            entry.name,
            named("type", entry.type, lang),
            entry.province,
            entry.parent,
            *entry.levels,
            "–" if entry.score is None else entry.score,
            entry.rating or screen("fleet.unrated", lang),
            *(_status(status, counts[status]) for status in order),
            sum(entry.counts),
            *(_standing(entry.goals.get(goal.id), lang) for goal in goals),
            entry.path,
        )


def _rest(sheet: Sheet, left: int, lang: Lang) -> None:
    """Ends the filter, and says how many units found no room."""
    sheet.filtered()
    if left:
        told = screen("fleet.more_units", lang, number=counted("unit", left, lang))
        sheet.row((Marked(told, STRONG),))


def _status(status: Status, number: int) -> Marked:
    """A count, in the colour of its status where it is not nought."""
    look = replace(NUMBER, colour=STATUS[status].colour, fill=STATUS[status].fill) if number else _NOTHING
    return Marked(number, look)


def _standing(standing: str | None, lang: Lang) -> Value | Marked:
    """Where a unit stands towards a target; "–" where the target is not meant for it."""
    if standing is None:
        return "–"
    return Marked(screen(f"xlsx.goal.{standing}", lang), _STANDINGS[Standing(standing)])


def write_matrix(sheet: Sheet, entries: Iterable[Entry], tally: Tally, lang: Lang) -> None:
    """Violations of each unit by group of duties, and what a nought may hide: duties under review or not yet due."""
    whole = merged(list(tally.types.values())).groups
    groups = [*tally.groups, *(group for group in whole if group not in tally.groups)]
    apart = (Status.NEEDS_REVIEW, Status.PENDING)
    titles = [say(tally.groups[group], lang) if group in tally.groups else group for group in groups]
    sheet.table(
        [
            Column(screen("xlsx.unit", lang), 36, STRONG),
            *(Column(title, 13, NUMBER) for title in titles),
            Column(screen("xlsx.violations", lang), 10, replace(NUMBER, bold=True)),
            *(Column(screen(f"status.{status}", lang).capitalize(), 10, NUMBER) for status in apart),
        ],
        frozen=1,
    )
    totals = (*(whole[group] for group in groups), tally.violations.total(), *(tally.counts[s] for s in apart))
    name = Marked(screen("xlsx.all_units", lang), _TOTAL_NAME)
    sheet.row((name, *(Marked(number, _TOTAL) for number in totals)))
    left = sheet.fill(_found(entries, groups, apart))
    if sheet.rows > 2 and groups:
        first, last = sheet.area(2, 3).partition(":")[0], sheet.area(len(groups) + 1).partition(":")[2]
        ends = {"start_type": "num", "start_value": 0, "end_type": "max"}
        scale = ColorScaleRule(**ends, start_color="FFFFFF", end_color="F1948A")  # type: ignore[no-untyped-call]
        sheet.colour(f"{first}:{last}", scale)
    _rest(sheet, left, lang)
    if not sheet.full:
        sheet.row((Marked(screen("xlsx.matrix", lang), _REMARK),))


def _found(entries: Iterable[Entry], groups: Sequence[str], apart: Sequence[Status]) -> Iterator[Row]:
    for entry in entries:
        counts = dict(zip(_STATUSES, entry.counts, strict=True))
        found = [_nought(entry.groups.get(group, 0)) for group in groups]
        yield (entry.name, *found, sum(entry.levels), *(_status(status, counts[status]) for status in apart))


def _nought(number: int) -> Marked:
    return Marked(number, NUMBER if number else _NOTHING)
