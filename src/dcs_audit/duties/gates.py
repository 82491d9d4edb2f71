"""The gates of a case: their conditions, and what is known of the unit that these ask about."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from dcs_audit.engine.program import OPS
from dcs_audit.law import basics

if TYPE_CHECKING:
    from dcs_audit.duties.blueprint import Blueprint
    from dcs_audit.duties.context import Context


class Asking(NamedTuple):
    """A condition in numbers: of its fact's name, of the comparison, and the value compared with."""

    fact: str
    present: bool
    """Whether it asks only if the fact is given at all, which is always known."""
    name: int
    op: int
    value: int


def askings(gates: Iterable[tuple[basics.Condition, ...]]) -> tuple[tuple[tuple[Asking, ...], ...], tuple[str, ...]]:
    """The conditions of each gate in numbers, and the names of the facts that they ask about."""
    names: dict[str, int] = {}
    made = tuple([tuple([_asking(condition, names) for condition in conditions]) for conditions in gates])
    return made, tuple(names)


def conditions(
    blueprint: Blueprint, context: Context, gates: Collection[int]
) -> dict[int, tuple[tuple[int, ...], ...]]:
    """By gate, in the order of the rulebook, what its conditions meet in the unit, as facts of kind `condition`."""
    # Two conditions on one unknown fact are the same fact.
    return {
        gate: tuple(dict.fromkeys([_met(context, gate, asking) for asking in blueprint.asked[gate]]))
        for gate in sorted(gates)
    }


def _met(context: Context, gate: int, asked: Asking) -> tuple[int, ...]:
    known = context.fact(asked.fact)
    if asked.present:
        known = int(known is not None)
    if known is None:
        return gate, asked.name, 0, asked.op, 0
    return gate, asked.name, 1, asked.op, known - asked.value


def _asking(condition: basics.Condition, names: dict[str, int]) -> Asking:
    present = condition.present is not None
    name = f"{condition.fact}?" if present else condition.fact
    return Asking(condition.fact, present, names.setdefault(name, len(names)), *_comparison(condition))


def _comparison(condition: basics.Condition) -> tuple[int, int]:
    if condition.is_ is not None:
        return OPS["eq"], int(condition.is_)
    if condition.present is not None:
        return OPS["eq"], int(condition.present)
    for value, op in (
        (condition.at_most, OPS["le"]),
        (condition.at_least, OPS["ge"]),
        (condition.less_than, OPS["lt"]),
        (condition.more_than, OPS["gt"]),
    ):
        if value is not None:
            return op, value
    raise AssertionError("the rule model admits exactly one comparison")
