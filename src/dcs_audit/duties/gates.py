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
    """The gates that this case needs, their conditions, and the facts of the unit these ask about."""
    names: dict[str, int] = {}
    case.gates.discard(ALWAYS)
    for conditions, gate in blueprint.gates.items():
        if gate not in case.gates:
            continue
        case.facts.append(Fact("gate", (gate,)))
        for condition in conditions:
            name, op, value = _asked(condition)
            number = names.setdefault(name, len(names))
            case.facts.append(Fact("condition", (gate, number, op, value)))
    case.fact_names = list(names)
    for name, number in names.items():
        known = _fact(case.context, name)
        case.facts.append(Fact("fact", (number, int(known is not None), known or 0)))


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
