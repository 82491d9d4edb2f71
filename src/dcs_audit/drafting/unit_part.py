"""The part of a draft that says who the unit is: only the facts that decide something for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.layout import WIDTH, commented, explained, flow, scalar
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.samples import PROJECT, VILLAGES
from dcs_audit.records.slugs import Subtype
from dcs_audit.records.unit import Unit

_IN = 2
_MOST_RULES = 4
"""Duties that are named for a fact; of more, how many."""
_SAMPLES = {
    "villages": tuple({"name": name, "households": 100} for name in VILLAGES),
    "projects": ({"id": PROJECT, "name": "Đường liên thôn A - B"},),
}
_SORTS = {"tuple": "list", "bool": "flag", "int": "number", "str": "text"}
_COMMUNE = "commune"


def unit_lines(request: Request, briefing: Briefing) -> Iterator[str]:
    """The section `unit`, a fact a line; what is left empty is unknown."""
    want = request.want
    yield from ("", *explained(f"===== {briefing.say('unit').upper()} ====="), "unit:")
    yield _line("name", scalar(request.name or briefing.say("nameless")), briefing.say("name"))
    yield _line("type", want.unit_type, briefing.kind(want.unit_type))
    if want.unit_type == _COMMUNE:
        named = [f"{one} ({briefing.word(one)})" for one in _subtypes(request)]
        yield _line("subtype", request.subtype or "", briefing.say("or").join(named))
    for fact in ("code", "province", "parent"):
        yield _line(fact, "", briefing.say(fact))
    if want.working_year:
        yield from explained(briefing.say("work_year_end"), _IN, "  ")
        yield from commented(["work_year_end: 12-31"], _IN)
    for fact in want.facts:
        yield from _fact(fact, want.hangs[fact], briefing)


def _line(key: str, value: str, remark: str) -> str:
    line = f"{' ' * _IN}{key}: {value}".rstrip()
    told = f"{line:<30}  ## {remark}"
    return told if len(told) <= WIDTH else line


def _subtypes(request: Request) -> Iterator[str]:
    """The subtypes that the law knows at the end of the year."""
    last = date(request.want.year, 12, 31)
    gone = {
        entry.id for pack in request.rulebook.packs for entry in pack.file.subtypes if not entry.in_force.holds_on(last)
    }
    yield from (one for one in get_args(Subtype) if one not in gone)


def _sort(fact: str) -> str:
    """How the fact is written: `flag`, `number`, `text` or `list`."""
    named = str(Unit.model_fields[fact].annotation)
    return next(sort for word, sort in _SORTS.items() if word in named)


def _fact(fact: str, rules: tuple[str, ...], briefing: Briefing) -> Iterator[str]:
    """What is asked, how it is written, and which duties hang on it."""
    named = ", ".join(rules[:_MOST_RULES])
    if len(rules) > _MOST_RULES:
        named = briefing.say("more", rules=named, number=len(rules) - _MOST_RULES)
    told = briefing.say("fact", fact=briefing.fact(fact), how=briefing.say(f"sort.{_sort(fact)}"), rules=named)
    yield from explained(told, _IN, "  ")
    yield f"{' ' * _IN}{fact}:"
    if fact in _SAMPLES:
        yield from commented([f"- {flow(one)}" for one in _SAMPLES[fact]], _IN + 2)
