"""Two fleets compared, for people: counts, rules and the worst units, a few pages whatever the number of units."""

from __future__ import annotations

from collections.abc import Sequence

from dcs_audit import __version__
from dcs_audit.fleet.movement import Movement
from dcs_audit.fleet.tally import MOST_NAMED
from dcs_audit.locale.phrases import Lang
from dcs_audit.report.diff_text import count_line, totals
from dcs_audit.report.diff_words import fleet_doubts
from dcs_audit.report.page import BAD, DOUBTFUL, GOOD, STRONG, Page
from dcs_audit.report.words import counted
from dcs_audit.verdicts.comparing import Kind
from dcs_audit.verdicts.matching import Who


def render(
    movement: Movement,
    paths: tuple[str, str],
    sizes: tuple[int, int],
    only: tuple[Sequence[Who], Sequence[Who]],
    not_audited: Sequence[str],
    lang: Lang,
    width: int,
    colour: bool,
) -> str:
    """The whole comparison. `sizes` are units of the old and the new fleet, `only` those that only one of them has."""
    page = Page(lang, width, colour)
    page.paragraph((page.word("compare.title"), STRONG))
    page.blank()
    for key, path, size in zip(("old", "new"), paths, sizes, strict=True):
        told = page.word("compare.runs", units=counted("unit", size, lang), path=path)
        page.labelled(page.word(f"compare.label.{key}"), told)
    for sentence in fleet_doubts(movement, len(only[0]), not_audited, lang):
        page.labelled(page.word("label.note"), (sentence, DOUBTFUL))
    _units(page, movement)
    _counts(page, movement)
    _rules(page, movement)
    _worst(page, movement)
    _only(page, "only_new", only[1], with_violations=True)
    _only(page, "only_old", only[0], with_violations=False)
    page.blank()
    page.paragraph(f"dcs-audit {__version__}")
    return page.text()


def _units(page: Page, movement: Movement) -> None:
    page.heading(page.word("compare.units", units=counted("unit", movement.units, page.lang)))
    rows = (
        ("worse", movement.worse, BAD),
        ("better", movement.better, GOOD),
        ("same", movement.units - movement.worse - movement.better, ""),
    )
    for name, number, style in rows:
        count_line(page, f"{number:>5}", page.word(f"compare.units.{name}"), style if number else "")


def _counts(page: Page, movement: Movement) -> None:
    page.heading(page.word("compare.heading.totals"))
    counts = movement.counts
    rows = [
        ("new", counts[Kind.NEW], BAD),
        ("newly_due", movement.newly_due, ""),
        ("worse", counts[Kind.WORSE], BAD),
        ("fixed", movement.put_right, GOOD),
        ("hidden", movement.hidden.total(), ""),
        ("eased", counts[Kind.EASED], ""),
        ("open", counts[Kind.OPEN], ""),
        ("moved", movement.moved.total(), ""),
        ("by_evidence", movement.by_evidence, ""),
        ("same", movement.same, ""),
    ]
    totals(page, rows)


def _rules(page: Page, movement: Movement) -> None:
    frequent = movement.frequent
    if not frequent:
        return
    page.heading(page.word("compare.heading.rules"))
    rows = [
        [f"{page.say(entry.title)} ({rule})", str(entry.units), str(entry.duties)]
        for rule, entry in frequent[:MOST_NAMED]
    ]
    page.table([page.word("compare.violation"), page.word("fleet.units"), page.word("compare.duties")], rows)
    more = len(frequent) - MOST_NAMED
    if more > 0:
        page.paragraph(page.word("fleet.more_rules", number=counted("rule", more, page.lang)), indent=1)


def _worst(page: Page, movement: Movement) -> None:
    if not movement.worst:
        return
    page.heading(page.word("compare.heading.worst"))
    kinds = (Kind.NEW, Kind.WORSE, Kind.FIXED)
    head = [page.word("label.unit"), *(page.word(f"compare.column.{kind}") for kind in kinds)]
    rows = [
        [
            f"{unit.name} ({unit.path})",
            *(str(unit.counts[kind]) for kind in kinds),
            str(unit.counts[Kind.OPEN] + unit.counts[Kind.EASED]),
        ]
        for unit in movement.worst
    ]
    page.table([*head, page.word("compare.column.open")], rows)
    more = movement.worse - len(rows)
    if more > 0:
        page.paragraph(page.word("fleet.more_units", number=counted("unit", more, page.lang)), indent=1)


def _only(page: Page, name: str, units: Sequence[Who], *, with_violations: bool) -> None:
    if not units:
        return
    page.heading(page.word(f"compare.heading.{name}", number=counted("unit", len(units), page.lang)))
    ranked = sorted(units, key=lambda unit: -unit.violations) if with_violations else units
    for unit in ranked[:MOST_NAMED]:
        violations = counted("violation", unit.violations, page.lang)
        page.bullet(
            page.word("compare.with_violations", name=f"{unit.name} ({unit.path})", violations=violations), indent=1
        )
    more = len(units) - MOST_NAMED
    if more > 0:
        page.paragraph(page.word("fleet.more_units", number=counted("unit", more, page.lang)), indent=1)
