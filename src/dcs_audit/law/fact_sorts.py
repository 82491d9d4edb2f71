"""Conditions and amounts must ask of a fact what it can answer: a number is never `true`, a yes or no never counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dcs_audit.law.basics import Condition
from dcs_audit.law.facts import COUNTED, FACTS
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule
from dcs_audit.law.paths import of_unit
from dcs_audit.law.questions import Amount, Check
from dcs_audit.law.told import joined, told

FactSort = Literal["flag", "number", "list", "text", "count"]

_BOUNDS = ("at_most", "at_least", "less_than", "more_than")
_ASKED: dict[FactSort, tuple[str, ...]] = {
    "flag": ("is", "present"),
    "number": (*_BOUNDS, "present"),
    "list": (*_BOUNDS, "present"),
    "text": ("present",),
    "count": _BOUNDS,
}
_NUMBERS: tuple[FactSort, ...] = ("number", "list", "count")

_Told = Iterator[tuple[tuple[str | int, ...], str]]
"""Where in the entry, and what is wrong."""


def sort_of(fact: str) -> FactSort:
    """What a fact of the unit is; a `count` is counted in the records. Raises KeyError for one that nobody knows."""
    if fact in COUNTED:
        return "count"
    sort = of_unit(FACTS[fact].removeprefix("unit.")).sort
    assert sort in ("flag", "number", "list", "text"), fact
    return sort


def strange_facts(packs: Sequence[Pack]) -> list[str]:
    """One line with its place for each question that its fact can never answer. Unknown facts are told elsewhere."""
    problems: list[str] = []
    for pack in packs:
        for rule, place in pack.placed_rules():
            problems += [
                joined(place.at(*loc), told("subject.rule", name=rule.id), what) for loc, what in _of_rule(rule)
            ]
        for check, place in pack.placed_checks():
            problems += [
                joined(place.at(*loc), told("subject.check", name=check.name), what) for loc, what in _of_check(check)
            ]
    return problems


def _of_rule(rule: Rule) -> _Told:
    for key in ("requires", "absent_review"):
        gate = getattr(rule, key)
        if gate is not None:
            yield from _of_conditions(gate.when, key)
    for number, gate in enumerate(rule.exempt):
        yield from _of_conditions(gate.when, "exempt", number)


def _of_check(check: Check) -> _Told:
    yield from _of_conditions(check.when)
    for number, option in enumerate(check.options):
        at = ("options", number)
        yield from _of_conditions(option.when, *at)
        if option.fact is not None and _known(option.fact.fact) and sort_of(option.fact.fact) != "flag":
            yield (*at, "fact"), told("fact_no_flag", fact=option.fact.fact, flags=_named(("flag",)))
        if option.share is not None:
            yield from _counted(option.share.of_fact, *at, "share", "of_fact")
        for key, bounded in (("count", option.count), ("number", option.number)):
            for bound in ("at_least", "at_most"):
                amount: Amount | None = getattr(bounded, bound, None)
                yield from _counted(amount.fact if amount is not None else None, *at, key, bound)


def _of_conditions(conditions: Iterable[Condition], *at: str | int) -> _Told:
    for number, condition in enumerate(conditions):
        if not _known(condition.fact):
            continue
        sort = sort_of(condition.fact)
        key = next(key for key in ("is", "present", *_BOUNDS) if _given(condition, key) is not None)
        if key not in _ASKED[sort]:
            yield (*at, "when", number, key), told(f"fact_{sort}", fact=condition.fact, key=key)


def _given(condition: Condition, key: str) -> object:
    return getattr(condition, "is_" if key == "is" else key)


def _counted(fact: str | None, *at: str | int) -> _Told:
    if fact is not None and _known(fact) and sort_of(fact) not in _NUMBERS:
        yield at, told("fact_no_number", fact=fact, numbers=_named(_NUMBERS))


def _known(fact: str) -> bool:
    return fact in FACTS


def _named(sorts: Iterable[FactSort]) -> str:
    wanted = tuple(sorts)
    return ", ".join(f"`{fact}`" for fact in FACTS if sort_of(fact) in wanted)
