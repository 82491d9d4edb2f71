"""What a workbook holds before it is drawn: which sheets, which columns in which order, which rows with what beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dcs_audit.drafting.blocks import Block, blocks
from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.samples import first_postings
from dcs_audit.drafting.wanted import Demand
from dcs_audit.drafting.workbook_rows import Line, code, rows_of
from dcs_audit.duties.attributes import NAMED_BY
from dcs_audit.locale.phrases import day
from dcs_audit.locale.screen import screen
from dcs_audit.records import UnitFile
from dcs_audit.records.parts import Record
from dcs_audit.records.period import Period
from dcs_audit.records.xlsx_layout import FACTS, Column, Sheet, sheets
from dcs_audit.records.xlsx_reader import BARE, DRAFTED, identity
from dcs_audit.records.xlsx_values import Shown, encode
from dcs_audit.report.words import period_words

SPARE, SPARE_BELOW = 20, 60
"""Empty rows for more: on a sheet of records, and on one of entries of records."""
DUTY, DUE = "_duty", "_due"
"""Columns for people alone: what the law asks, and until when."""
_LAST = ("id", "note", "evidence")
_SPECIAL = ("mode", "clusters", "proposed_by")


@dataclass(slots=True)
class Page:
    """One sheet as it will be drawn: columns in sight, then those tucked away, and its rows."""

    sheet: Sheet
    columns: tuple[Column, ...]
    tucked: tuple[Column, ...]
    lines: list[Line] = field(default_factory=list)
    spare: int = SPARE
    guided: bool = False
    """Whether rows say what the law asks."""
    offers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By column, words that its duties know, where any text may stand."""
    remarks: tuple[str, ...] = ()
    """Duties that any row may answer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The facts of the unit by key, which of them decide something, and the pages."""

    facts: dict[str, Shown]
    asked: tuple[str, ...]
    pages: tuple[Page, ...]


def plan(request: Request, unit: UnitFile | None = None) -> Plan:
    """The workbook for a request; with `unit`, with what that file says. Raises Unwritable."""
    briefing = Briefing(request.rulebook, request.want.year, request.lang, slugs=False)
    vocabulary = request.rulebook.vocabulary
    filled = rows_of(unit or _blank(request), vocabulary, request.lang)
    by_section: dict[str, tuple[Block, ...]] = dict(blocks(request.want, request.rulebook.checks))
    pages = []
    for sheet in sheets().values():
        if sheet.key == FACTS:
            continue
        found = by_section.get(sheet.path[1], ()) if len(sheet.path) == 2 and sheet.path[0] == "records" else ()
        lines = filled.get(sheet.key, [])
        page = _page(sheet, tuple(found), lines, request)
        if page is not None:
            drafted = _drafted(sheet, found, briefing, request)
            _mark_bare(sheet, lines, drafted)
            page.lines = [*lines, *_not_yet(drafted, lines)]
            for number, line in enumerate(page.lines, start=1):
                line.code = code(sheet, number)
            page.guided = bool(drafted)
            page.offers = (
                _offers(sheet, by_section.get(sheet.path[1], ()), request) if sheet.path[0] == "records" else {}
            )
            page.remarks = tuple(_of_all(found, briefing))
            pages.append(page)
    facts = filled[FACTS][0].cells
    asked = tuple(f"unit.{name}" for name in request.want.facts)
    return Plan(facts, asked, tuple(page for page in pages if _belongs(page, pages)))


def _blank(request: Request) -> UnitFile:
    """The record of the unit that says nothing yet."""
    nameless = screen("init.nameless", request.lang)
    unit = {"name": request.name or nameless, "type": request.want.unit_type, "subtype": request.subtype}
    return UnitFile.model_validate(
        {"schema": "dcs-audit/unit@1", "unit": unit, "year": request.want.year, "packs": list(request.packs)}
    )


def _page(sheet: Sheet, found: tuple[Block, ...], lines: list[Line], request: Request) -> Page | None:
    """The page of a sheet; None where nothing is asked and nothing was said."""
    wanted = _wanted_always(sheet, request)
    if sheet.parent is None and not (found or lines or wanted):
        return None
    used = _used(sheet, found) if found else None
    said = {key for line in lines for key in line.cells}
    shown = [column for column in sheet.columns if _in_sight(column, sheet, used, said)]
    named = NAMED_BY.get(sheet.path[-1]) if len(sheet.path) == 2 else None
    order = {key: place for place, key in enumerate(_order(sheet, named))}
    shown.sort(key=lambda column: 1000 if column.key in _LAST and not column.required else order.get(column.key, 9))
    tucked = tuple(column for column in sheet.columns if column not in shown)
    return Page(sheet, tuple(shown), tucked, spare=SPARE if sheet.parent is None else SPARE_BELOW)


def _wanted_always(sheet: Sheet, request: Request) -> bool:
    return sheet.key == "waivers" or (sheet.path[0] == "unit" and sheet.path[-1] in request.want.facts)


def _order(sheet: Sheet, named: str | None) -> Iterator[str]:
    if named is not None:
        yield named
    yield from ("part", "period")


def _in_sight(column: Column, sheet: Sheet, used: set[str] | None, said: set[str]) -> bool:
    if column.key in said or (column.required and "@" not in column.path[0]):
        return True
    if used is None:  # nothing is known of what is asked: all but what only some units need
        return "@" not in column.path[0] or sheet.key != "records.disclosures"
    return column.key in used or column.key in _LAST


def _used(sheet: Sheet, found: Iterable[Block]) -> set[str]:
    """The columns that the duties look at."""
    used: set[str] = set()
    for block in found:
        used |= {*block.keys, *block.where}
        used |= {f"postings@{posted.channel}.{end}" for posted in first_postings(block) for end in _ENDS}
        if any(demand.rule.nil == "accepted" for demand in block.demands):
            used.add("nil")
        if any(_dated(demand) for demand in block.demands):
            used.add("period")
    heads = {path.partition(".")[0] for path in used}
    for group in sheet.inline:
        if group.by is None and group.field in heads:
            used |= {column.key for column in sheet.columns if column.path[0] in group.steps}
    # A document is known by its number as much as by its day.
    used |= {f"{path.removesuffix('.date')}.number" for path in used if path.endswith(".date")}
    used |= {"number", "title"} if sheet.path[-1] == "documents" else set()
    return used | {key for key in heads if key in sheet.by_key}


_ENDS = ("from", "until", "villages")


def _dated(demand: Demand) -> bool:
    return len([due for _, due in demand.periods if due is not None]) > 1


def _belongs(page: Page, pages: list[Page]) -> bool:
    """Whether a sheet of entries has the sheet that it refers to."""
    return page.sheet.parent is None or any(other.sheet.path == page.sheet.parent for other in pages)


def _offers(sheet: Sheet, found: Iterable[Block], request: Request) -> dict[str, tuple[str, ...]]:
    """The words that duties look for in columns of free text, as cells show them."""
    known: dict[str, dict[str, None]] = {}
    for block in found:
        for path, values in _asked_for(block):
            known.setdefault(path, {}).update(dict.fromkeys(values))
    offers = {}
    for column in sheet.columns:
        path = ".".join((*sheet.path[2:], *(step.partition("@")[0] for step in column.path)))
        if column.kind == "text" and path in known:
            shown = (
                encode(column, _entry(column, word), request.rulebook.vocabulary, request.lang) for word in known[path]
            )
            offers[column.key] = tuple(str(word) for word in shown)
    return offers


def _entry(column: Column, word: str) -> object:
    return (word,) if column.many else word


def _asked_for(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The paths that a template's duties compare with words, and the words."""
    yield from ((path, (value,)) for path, value in block.where.items())
    for use in block.uses:
        yield from (*use.how.only.items(), *use.how.except_.items())
        for option in use.check.options:
            yield from ((asked.of, asked.values) for asked in (option.one_of, option.all_of) if asked is not None)


# --- drafted rows --------------------------------------------------------------------------------------------------


def _drafted(sheet: Sheet, found: Iterable[Block], briefing: Briefing, request: Request) -> list[Line]:
    """A row for each item of the law and each of its periods, with what is asked beside it."""
    return [
        line
        for block in found
        if not set(block.where) & set(_SPECIAL)
        for name in block.names
        for line in _lines(sheet, block, name, briefing, request)
    ]


def _lines(sheet: Sheet, block: Block, name: str, briefing: Briefing, request: Request) -> Iterator[Line]:
    fixed: dict[str, str] = {NAMED_BY[block.section]: name, **block.where}
    columns = sheet.by_key
    dated = next((demand for demand in block.demands if _dated(demand)), None) if "period" in columns else None
    due = "\n".join(dict.fromkeys(briefing.due(block, demand) for demand in block.demands))
    if dated is None:
        yield _line(sheet, fixed, block, briefing, request, due)
        return
    for label, last in dated.periods:
        told = period_words(label, request.lang)
        when = "" if last is None else day(last)
        yield _line(sheet, {**fixed, "period": label}, block, briefing, request, f"{told}: {when}" if when else told)


def _line(sheet: Sheet, fixed: dict[str, str], block: Block, briefing: Briefing, request: Request, due: str) -> Line:
    cells: dict[str, Shown] = {}
    for key, value in fixed.items():
        column = sheet.by_key.get(key)
        if column is not None:
            cells[key] = encode(column, _typed(column, value), request.rulebook.vocabulary, request.lang)
    mark = DRAFTED + identity({key: str(shown) for key, shown in cells.items()})
    titles = dict.fromkeys(_title(demand, briefing) for demand in block.demands)
    remark = "\n".join(dict.fromkeys(_remark(demand, briefing) for demand in block.demands))
    return Line(cells=cells, mark=mark, guide={DUTY: "\n".join(titles), DUE: due}, remark=remark)


def _typed(column: Column, value: str) -> object:
    if column.kind == "flag":
        return value == "true"
    return Period.parse(value) if column.kind == "period" else value


def _title(demand: Demand, briefing: Briefing) -> str:
    asked = demand.question if demand.question is not None else demand.title
    return f"{briefing.text(asked)} ({briefing.clause(demand)})"


def _remark(demand: Demand, briefing: Briefing) -> str:
    return f"{demand.rule.id} – {briefing.clause(demand)}: {briefing.text(demand.message)}"


def _not_yet(drafted: list[Line], lines: list[Line]) -> Iterator[Line]:
    """The drafted rows that no record answers yet; one of a period only by a record of that period."""
    there = [{key: str(shown) for key, shown in line.cells.items()} for line in lines]
    for line in drafted:
        wanted = {key: str(shown) for key, shown in line.cells.items()}
        if not any(wanted.items() <= cells.items() for cells in there):
            yield line


def _mark_bare(sheet: Sheet, lines: Iterable[Line], drafted: Iterable[Line]) -> None:
    """Marks the records that say no more than a drafted row does, so that they still count as records."""
    told_apart = {column.key for column in sheet.columns if column.required}
    told_apart |= {key for line in drafted for key in line.cells}
    for line in lines:
        if issubclass(sheet.part, Record) and line.cells.keys() <= told_apart:
            line.mark = BARE


def _of_all(found: Iterable[Block], briefing: Briefing) -> Iterator[str]:
    """What holds for rows of any name."""
    for block in found:
        if not block.names:
            yield from (_title(demand, briefing) for demand in block.demands)
