"""Numbers of one pack that another changes: a plan may ask for more, for less only where a text says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from dcs_audit.law.basics import DatedValue, Parameter
from dcs_audit.law.loader import Pack
from dcs_audit.law.packs import Amended
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check, Option

Stricter = Literal["more", "less"]


def amended(packs: Sequence[Pack]) -> tuple[dict[str, Parameter], list[str]]:
    """The parameters of all packs with what later packs change in them, and a line for each change that may not be."""
    parameters = {parameter.id: parameter for pack in packs for parameter in pack.parameters}
    stricter = _directions(packs)
    problems: list[str] = []
    for pack in packs:
        for number, change in enumerate(pack.file.amends):
            at = _place(pack, number).at()
            parameter = parameters.get(change.parameter)
            if parameter is None:
                problems.append(f"{at}: amends: unknown parameter `{change.parameter}`")
                continue
            if not change.basis and _loosens(change, parameter, stricter.get(change.parameter, set())):
                problems.append(f"{at}: amends `{change.parameter}`: it asks for less than the law and cites no text")
            try:
                parameters[change.parameter] = _with(parameter, change)
            except ValueError:
                problems.append(f"{at}: amends `{change.parameter}`: it must begin after the last value it follows")
    return parameters, problems


def _place(pack: Pack, number: int) -> Place:
    top = pack.places["pack"][0]
    return Place(top.file, top.positions, ("amends", number))


def _with(parameter: Parameter, change: Amended) -> Parameter:
    """The parameter with the change as its value from that day on."""
    value = DatedValue.model_validate({"from": change.from_, "value": change.value, "basis": change.basis})
    earlier = tuple(one for one in parameter.values if one.from_ < change.from_)
    return Parameter.model_validate({**dict(parameter), "values": (*earlier, value)})


def _loosens(change: Amended, parameter: Parameter, stricter: set[Stricter]) -> bool:
    """Whether less is asked than before; also where it cannot be told."""
    before = parameter.on(change.from_).value
    if change.value == before:
        return False
    return stricter != {"more" if change.value > before else "less"}


def _directions(packs: Sequence[Pack]) -> Mapping[str, set[Stricter]]:
    """By parameter, whether more or less of it is stricter, as the checks and rules use it."""
    found: dict[str, set[Stricter]] = {}
    for pack in packs:
        for check in pack.checks:
            for name, direction in _of_check(check):
                found.setdefault(name, set()).add(direction)
        for rule in pack.rules:
            if rule.due is not None and rule.due.after_period is not None:
                found.setdefault(rule.due.after_period, set()).add("less")
    return found


def _of_check(check: Check) -> Iterator[tuple[str, Stricter]]:
    for option in check.options:
        yield from _of_option(option)


def _of_option(option: Option) -> Iterator[tuple[str, Stricter]]:
    if option.deadline is not None:
        yield option.deadline.within, "more" if option.deadline.before else "less"
    for posted in (option.posted, *option.both):
        if posted is not None and posted.for_ is not None:
            yield posted.for_, "more"
    if option.lasted is not None:
        yield option.lasted.for_, "more"
    if option.term is not None:
        yield option.term.at_most, "less"
    for bounded in (option.count, option.number):
        if bounded is not None and bounded.at_least is not None and bounded.at_least.parameter is not None:
            yield bounded.at_least.parameter, "more"
        if bounded is not None and bounded.at_most is not None and bounded.at_most.parameter is not None:
            yield bounded.at_most.parameter, "less"
