"""The gates of a case as facts: their conditions, and what is known of the unit that these ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcs_audit.duties.blueprint import ALWAYS, Blueprint
from dcs_audit.duties.context import Context
from dcs_audit.engine.interface import Fact
from dcs_audit.engine.program import OPS
from dcs_audit.law import basics

if TYPE_CHECKING:
    from dcs_audit.duties.casefile import CaseFile


def add_gates(case: CaseFile, blueprint: Blueprint) -> None:
    """The gates that this case needs, and what their conditions meet in the unit."""
    names: dict[str, int] = {}
    case.gates.discard(ALWAYS)
    for conditions, gate in blueprint.gates.items():
        if gate in case.gates:
            case.facts.append(Fact("gate", (gate,)))
            # Two conditions on one unknown fact are the same fact.
            case.facts += dict.fromkeys([_condition(case.context, gate, asked, names) for asked in conditions])
    case.fact_names = list(names)


def _condition(context: Context, gate: int, condition: basics.Condition, names: dict[str, int]) -> Fact:
    name, op, value = _asked(condition)
    known = _fact(context, name)
    number = names.setdefault(name, len(names))
    margin = 0 if known is None else known - value
    return Fact("condition", (gate, number, int(known is not None), op, margin))


def _asked(condition: basics.Condition) -> tuple[str, int, int]:
    """Name of the fact, number of the comparison, and the value compared with."""
    if condition.is_ is not None:
        return condition.fact, OPS["eq"], int(condition.is_)
    if condition.present is not None:
        return f"{condition.fact}?", OPS["eq"], int(condition.present)
    for value, op in (
        (condition.at_most, OPS["le"]),
        (condition.at_least, OPS["ge"]),
        (condition.less_than, OPS["lt"]),
        (condition.more_than, OPS["gt"]),
    ):
        if value is not None:
            return condition.fact, op, value
    raise AssertionError("the rule model admits exactly one comparison")


def _fact(context: Context, name: str) -> int | None:
    """The value of a fact; `name?` asks whether it is given at all, which is always known."""
    return int(context.fact(name[:-1]) is not None) if name.endswith("?") else context.fact(name)
