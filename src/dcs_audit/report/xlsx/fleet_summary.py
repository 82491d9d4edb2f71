"""The sheet Tổng hợp of a fleet."""

from __future__ import annotations

from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import MOST_NAMED, Slice, Tally, largest, merged
from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import named
from dcs_audit.report.fleet_notes import fleet_notes
from dcs_audit.report.interface import Options
from dcs_audit.report.trust import fleet_marks
from dcs_audit.report.words import counted
from dcs_audit.report.workbook import Marked, Value
from dcs_audit.report.workbook_stream import Sheet
from dcs_audit.report.xlsx.looks import SCORE, percent_cell
from dcs_audit.report.xlsx.page import Leaf
from dcs_audit.report.xlsx.summary import severity_table, status_table
from dcs_audit.verdicts.model import Severity


def write_summary(sheet: Sheet, tally: Tally, options: Options, left_out: str) -> None:
    """Everything that is said about all units together; `left_out` says which results found no room, if any."""
    lang, leaf = options.lang, Leaf(sheet)
    leaf.title(screen("fleet.title", lang))
    if not tally.complete:
        leaf.warning(screen("fleet.broken_off", lang))
    leaf.gap()
    if options.as_of:
        leaf.pair(screen("fleet.as_of", lang), day(options.as_of))
    label = screen("label.packs", lang)
    for pack in tally.packs.values():
        leaf.pair(label, (f"{say(pack.title, lang)} ({pack.name})", say(pack.status, lang)))
        label = ""
    for sentence in (*options.filters, *fleet_notes(tally)):
        leaf.pair(screen("label.note", lang), say(sentence, lang))
    leaf.pair(screen("xlsx.sheet.results", lang), screen("xlsx.fleet.results", lang))
    if left_out:
        leaf.warning(left_out)
    if tally.not_audited:
        number = counted("file", len(tally.not_audited), lang)
        leaf.warning(screen("fleet.heading.not_audited", lang, number=number))
    _figures(leaf, tally, lang)
    leaf.heading(screen("heading.trust", lang))
    for mark in fleet_marks(tally, lang):
        leaf.pair(mark.label, mark.value)


def _figures(leaf: Leaf, tally: Tally, lang: Lang) -> None:
    leaf.heading(screen("heading.fleet", lang, number=counted("unit", tally.units, lang)))
    if not tally.units:
        return
    status_table(leaf, tally.counts, lang)
    leaf.gap()
    severity_table(leaf, tally.violations, lang)
    leaf.heading(screen("fleet.heading.ratings", lang))
    leaf.table(
        [screen(key, lang) for key in ("fleet.rating", "fleet.units", "fleet.share")],
        [
            (
                say(rating.title, lang) if rating.title else screen("fleet.unrated", lang),
                rating.units,
                percent_cell(rating.units, tally.units),
            )
            for _, rating in tally.rated
        ],
    )
    _slices(leaf, "type", tally.types, lang)
    _slices(leaf, "province", tally.provinces, lang)
    _slices(leaf, "parent", tally.parents, lang)
    if tally.worst:
        leaf.heading(screen("fleet.heading.worst", lang))
        heads = [screen("label.unit", lang), *(screen(f"severity.{level}", lang) for level in Severity)]
        leaf.table([*heads, screen("label.score", lang)], [_worst(share) for share in tally.worst])


def _worst(share: Share) -> tuple[Value | Marked, ...]:
    levels = (share.summary.violations.get(level, 0) for level in Severity)
    score = share.summary.score
    return (share.name, *levels, Marked("–" if score is None else score, SCORE))


def _slices(leaf: Leaf, kind: str, table: dict[str | None, Slice], lang: Lang) -> None:
    """Units by what they have in common, the largest first, all others as one row."""
    if len(table) < 2 and kind != "type":
        return
    shown, more = largest(table, MOST_NAMED)
    rows = [(_name(kind, value, lang), part) for value, part in shown]
    if more:
        kept = {value for value, _ in shown}
        others = merged([part for value, part in table.items() if value not in kept])
        rows.append((screen("fleet.others", lang, number=more), others))
    leaf.heading(screen(f"fleet.heading.{kind}", lang))
    leaf.table(
        [screen(f"fleet.{key}", lang) for key in (kind, "units", "faulty", "violations")],
        [(name, part.units, part.faulty, part.violations.total()) for name, part in rows],
    )


def _name(kind: str, value: str | None, lang: Lang) -> str:
    if value is None:
        return screen("fleet.unsaid", lang)
    return named(kind, value, lang) if kind == "type" else value
