"""What a report on a fleet says, in words and in order: figures, targets, tables, and the units worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dcs_audit.fleet.goals import Goal, Standing
from dcs_audit.fleet.tally import MOST_NAMED, Progress, Slice, Tally, largest, merged
from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import named
from dcs_audit.report.fleet_notes import fleet_notes
from dcs_audit.report.interface import Options
from dcs_audit.report.outline import Count, counts, levels
from dcs_audit.report.outline_entries import Fact
from dcs_audit.report.roster import Roster
from dcs_audit.report.trust import Mark, fleet_limits, fleet_marks
from dcs_audit.report.words import citations, counted, decimal
from dcs_audit.verdicts.model import VIOLATIONS, Severity, Status

_MOST_GROUPS = 12
"""Groups of duties that stand side by side; the rest are added up."""
_SHADES = 4
"""Steps by which the ground behind a number grows darker."""
_APART = (Standing.WAIVED, Standing.NEEDS_REVIEW, Standing.PENDING, Standing.EXEMPT)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells: numbers, but for words in the first `texts` columns and in the last `tail`.

    `percents` has a bar for each row; `shades` says of each number how it compares: zero, shade1 … shade4, or nothing.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1
    tail: int = 0
    percents: tuple[float, ...] = ()
    shades: tuple[tuple[str, ...], ...] = ()
    note: str = ""

    def numeric(self, column: int) -> bool:
        """Whether a column, counted from 0, holds numbers."""
        return self.texts <= column < len(self.head) - self.tail


@dataclass(frozen=True, slots=True)
class Target:
    """A target of a plan and how the fleet stands: `tone` is met, not_met, open or nobody."""

    title: str
    reached: str
    verdict: str
    tone: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FleetOutline:
    """A report on a fleet. `broken_off` is a warning, or empty; `figures` is false where nothing was audited."""

    title: str
    units: str
    facts: tuple[Fact, ...]
    filters: tuple[str, ...]
    broken_off: str
    figures: bool
    total: str
    violations: str
    levels: str
    counts: tuple[Count, ...]
    ratings: Table
    targets: tuple[Target, ...]
    slices: tuple[Table, ...]
    legend: tuple[str, ...]
    matrices: tuple[Table, ...]
    frequent: Table
    roster: Table
    not_audited: tuple[str, ...]
    more_files: str
    not_audited_title: str
    not_checked: tuple[str, ...]
    trust: tuple[Mark, ...]


def fleet_outline(tally: Tally, roster: Roster, options: Options) -> FleetOutline:
    """The report in the language of the options; `roster` holds the units that are named."""
    lang = options.lang
    legend, matrices = _matrices(tally, lang)
    more = len(tally.not_audited) - roster.most
    return FleetOutline(
        title=screen("fleet.title", lang),
        units=screen("heading.fleet", lang, number=counted("unit", tally.units, lang)),
        facts=_facts(tally, options),
        filters=tuple(say(sentence, lang) for sentence in (*options.filters, *fleet_notes(tally))),
        broken_off="" if tally.complete else screen("fleet.broken_off", lang),
        figures=tally.units > 0,
        total=screen(
            "fleet.total", lang, duties=counted("duty", tally.duties, lang), units=counted("unit", tally.units, lang)
        ),
        violations=counted("violation", sum(tally.counts[status] for status in VIOLATIONS), lang),
        levels=levels(tally.violations.get, lang),
        counts=counts(tally.counts.__getitem__, tally.duties, lang),
        ratings=_ratings(tally, lang),
        targets=tuple(_target(goal, progress, lang) for goal, progress in tally.goals.items()),
        slices=tuple(_slices(tally, lang)),
        legend=legend,
        matrices=matrices,
        frequent=_frequent(tally, lang),
        roster=_roster(roster, lang),
        not_audited=tuple(tally.not_audited[: roster.most]),
        more_files=screen("fleet.more_files", lang, number=counted("file", more, lang)) if more > 0 else "",
        not_audited_title=screen(
            "fleet.heading.not_audited", lang, number=counted("file", len(tally.not_audited), lang)
        ),
        not_checked=_not_checked(tally, lang),
        trust=tuple(fleet_marks(tally, lang)),
    )


def _facts(tally: Tally, options: Options) -> tuple[Fact, ...]:
    lang = options.lang
    facts = [Fact(screen("fleet.as_of", lang), day(options.as_of))] if options.as_of else []
    # What state a pack's texts are in stands among the trust marks, where length does no harm.
    packs = "; ".join(f"{say(pack.title, lang)} ({pack.name})" for pack in tally.packs.values())
    facts += [Fact(screen("label.packs", lang), packs)] if packs else []
    return tuple(facts)


def _not_checked(tally: Tally, lang: Lang) -> tuple[str, ...]:
    review, pending = (counted("duty", tally.counts[s], lang) for s in (Status.NEEDS_REVIEW, Status.PENDING))
    undecided = screen("outline.undecided", lang, review=review, pending=pending)
    return undecided, *(say(limit, lang) for limit in fleet_limits(tally)), screen("outline.elsewhere", lang)


def _ratings(tally: Tally, lang: Lang) -> Table:
    rows = tuple(
        (
            say(rating.title, lang) if rating.title else screen("fleet.unrated", lang),
            str(rating.units),
            _percent(rating.units, tally.units, lang),
        )
        for _, rating in tally.rated
    )
    percents = tuple(round(100 * rating.units / tally.units, 2) for _, rating in tally.rated)
    head = _head(("rating", "units", "share"), lang)
    return Table(screen("fleet.heading.ratings", lang), head, rows, percents=percents)


def _target(goal: Goal, progress: Progress, lang: Lang) -> Target:
    met, reached = progress.met(goal), ""
    if met is None:
        tone, verdict = "nobody", screen("target.nobody", lang)
    else:
        tone = "met" if met else "open" if progress.can_meet(goal) else "not_met"
        units = counted("unit", progress.counted, lang)
        percent = _tenths(progress.reached, progress.counted, lang)
        reached = screen("target.reached", lang, reached=progress.reached, counted=units, percent=percent)
        verdict = screen(f"target.{tone}", lang, percent=goal.percent)
    facts = []
    if behind := progress.counts[Standing.BEHIND]:
        more = behind - len(progress.names)
        rest = " " + screen("fleet.more_units", lang, number=counted("unit", more, lang)) if more else ""
        told = f"{counted('unit', behind, lang)}: {'; '.join(progress.names)}{rest}"
        facts.append(Fact(screen("target.behind", lang), told))
    apart = [screen(f"target.apart.{s}", lang, number=progress.counts[s]) for s in _APART if progress.counts[s]]
    if apart:
        facts.append(Fact(screen("target.apart", lang), "; ".join(apart)))
    facts.append(Fact(screen("label.basis", lang), f"{citations(goal.basis, lang)} · {goal.id}"))
    return Target(say(goal.title, lang), reached, verdict, tone, tuple(facts))


def _slices(tally: Tally, lang: Lang) -> list[Table]:
    """Units by what they have in common; left out where nothing tells them apart."""
    tables = []
    for kind, table in (("type", tally.types), ("province", tally.provinces), ("parent", tally.parents)):
        if len(table) < 2 and kind != "type":
            continue
        rows = tuple(
            (name, str(part.units), str(part.faulty), str(part.violations.total()))
            for name, part in _rows(kind, table, lang)
        )
        head = _head((kind, "units", "faulty", "violations"), lang)
        tables.append(Table(screen(f"fleet.heading.{kind}", lang), head, rows))
    return tables


def _rows(kind: str, table: dict[str | None, Slice], lang: Lang) -> list[tuple[str, Slice]]:
    """The largest, and all others as one row."""
    shown, more = largest(table, MOST_NAMED)
    rows = [(screen("fleet.unsaid", lang) if value is None else _named(kind, value, lang), s) for value, s in shown]
    if more:
        kept = {value for value, _ in shown}
        others = merged([part for value, part in table.items() if value not in kept])
        rows.append((screen("fleet.others", lang, number=more), others))
    return rows


def _named(kind: str, value: str, lang: Lang) -> str:
    return named("type", value, lang) if kind == "type" else value


def _matrices(tally: Tally, lang: Lang) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    """The groups of duties with the most violations, numbered, and for types and parents how many of each."""
    whole = merged(list(tally.types.values())).groups
    order = {group: place for place, group in enumerate(tally.groups)}
    ranked = sorted(whole, key=lambda group: (-whole[group], order.get(group, len(order))))
    top, rest = ranked[:_MOST_GROUPS], ranked[_MOST_GROUPS:]
    if not top:
        return (), ()
    titles = [say(tally.groups[group], lang) if group in tally.groups else group for group in top]
    kinds = [("type", tally.types), *([("parent", tally.parents)] if len(tally.parents) > 1 else [])]
    tables = []
    for kind, table in kinds:
        numbers = tuple(f"({number})" for number in range(1, len(top) + 1))
        other = (screen("fleet.other", lang),) if rest else ()
        head = (*_head((kind,), lang), *numbers, *other, screen("fleet.violations", lang))
        rows = tuple(_row(name, part, top, rest) for name, part in _rows(kind, table, lang))
        tables.append(Table(screen("fleet.heading.matrix", lang), head, rows, shades=_shades(rows)))
    return tuple(f"({number}) {title}" for number, title in enumerate(titles, start=1)), tuple(tables)


def _row(name: str, part: Slice, top: Sequence[str], rest: Sequence[str]) -> tuple[str, ...]:
    others = [str(sum(part.groups[group] for group in rest))] if rest else []
    return name, *(str(part.groups[group]) for group in top), *others, str(part.groups.total())


def _shades(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Up to the largest number of a matrix; the sums in its last column are not compared."""
    numbers = [[int(cell) for cell in row[1:-1]] for row in rows]
    most = max((number for row in numbers for number in row), default=0)
    steps = [[f"shade{-(-number * _SHADES // most)}" if number else "zero" for number in row] for row in numbers]
    return tuple((*row, "") for row in steps)


def _frequent(tally: Tally, lang: Lang) -> Table:
    frequent = tally.frequent
    rows = tuple(
        (
            f"{say(entry.title, lang)} ({rule})",
            screen(f"severity.{entry.severity}", lang),
            str(entry.units),
            _percent(entry.units, tally.units, lang),
        )
        for rule, entry in frequent[:MOST_NAMED]
    )
    more = len(frequent) - len(rows)
    note = screen("fleet.more_rules", lang, number=counted("rule", more, lang)) if more else ""
    head = _head(("violation", "severity", "units", "share"), lang)
    return Table(screen("fleet.heading.frequent", lang), head, rows, texts=2, note=note)


def _roster(roster: Roster, lang: Lang) -> Table:
    head = (
        screen("label.unit", lang),
        screen("fleet.rating", lang),
        *(screen(f"severity.{level}", lang) for level in Severity),
        *(screen(f"status.{status}", lang) for status in (Status.NEEDS_REVIEW, Status.PENDING)),
        screen("label.score", lang),
        screen("fleet.type", lang),
        screen("outline.file", lang),
    )
    rows = tuple(
        (
            line.name,
            say(line.rating, lang) if line.rating else screen("fleet.unrated", lang),
            *map(str, (*line.violations, line.needs_review, line.pending)),
            "–" if line.score is None else decimal(line.score, lang),
            named("type", line.type, lang),
            line.path,
        )
        for line in roster.lines
    )
    shown, left = counted("unit", len(rows), lang), counted("unit", roster.left, lang)
    key, blanks = ("some", {"shown": shown, "left": left}) if roster.left else ("all", {"number": shown})
    note = screen(f"outline.units_{key}", lang, **blanks)
    return Table(screen("outline.units", lang), head, rows, texts=2, tail=2, note=note)


def _head(keys: Sequence[str], lang: Lang) -> tuple[str, ...]:
    return tuple(screen(f"fleet.{key}", lang) for key in keys)


def _percent(part: int, whole: int, lang: Lang) -> str:
    return f"{_tenths(part, whole, lang)} %"


def _tenths(part: int, whole: int, lang: Lang) -> str:
    """A percentage; only all of them are 100,0."""
    return decimal(100.0 if part == whole else min(round(100 * part / whole, 1), 99.9), lang)
