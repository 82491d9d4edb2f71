"""Numbers of one pack that another changes: a plan may ask for more, or for less, where a text of its own says so.

Nothing is changed without a word: who changes a number cites a text in force by then, and says what holds from every
later day on which the law itself changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Literal, NamedTuple

from pydantic import ValidationError

from dcs_audit.law.basics import AmendedValue, Asks, DatedValue, Model, Parameter
from dcs_audit.law.inside import names
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule, Source
from dcs_audit.law.packs import Amended
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check, Option
from dcs_audit.law.told import joined, told

Stricter = Literal["more", "less"]


class _Change(NamedTuple):
    """An entry of `amends`, whose it is, and where it stands."""

    pack: str
    amended: Amended
    place: Place

    def wrong(self, what: str, *at: str) -> str:
        return joined(self.place.at(*at), told("subject.amends", name=self.amended.parameter), what)


def amended(packs: Sequence[Pack]) -> tuple[dict[str, Parameter], list[str]]:
    """The parameters of all packs with what packs change in them, and a line for each change that may not be.

    The order of the packs decides nothing.
    """
    parameters = {parameter.id: parameter for pack in packs for parameter in pack.parameters}
    sources = {source.id: source for pack in packs for source in pack.sources}
    stricter = _directions(packs)
    problems: list[str] = []
    for name, found in _by_parameter(packs).items():
        parameter = parameters.get(name)
        if parameter is None:
            problems += [change.wrong(_unknown(name, parameters), "parameter") for change in found]
            continue
        refused = [*_without_text(found, sources), *_at_once(found), *_left_open(found, parameter)]
        problems += refused
        if not refused:
            try:
                parameters[name] = _with(parameter, found, sources, stricter.get(name, set()))
            except ValidationError as error:
                wrong = error.errors()[0]
                problems.append(found[-1].wrong(told(wrong["type"], **wrong["ctx"]["told"]), "value"))
    return parameters, problems


def amending(pack: Pack) -> Iterator[tuple[Amended, Place]]:
    """What a pack changes in numbers, each entry with its place."""
    top = pack.places["pack"][0] if pack.file.amends else None
    for number, change in enumerate(pack.file.amends):
        assert top is not None
        yield change, Place(top.file, top.positions, ("amends", number))


def _unknown(name: str, known: Mapping[str, Parameter]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return told("amends_unknown", name=name, **({"near": near[0]} if near else {}))


def _by_parameter(packs: Sequence[Pack]) -> dict[str, list[_Change]]:
    """The changes of each parameter, by their days."""
    found: dict[str, list[_Change]] = {}
    for pack in packs:
        for change, place in amending(pack):
            found.setdefault(change.parameter, []).append(_Change(pack.name, change, place))
    return {name: sorted(changes, key=lambda change: change.amended.from_) for name, changes in found.items()}


def amended_by_rule(
    rules: Iterable[Rule], checks: Mapping[str, Check], parameters: Mapping[str, Parameter]
) -> dict[str, tuple[Parameter, ...]]:
    """By rule, the parameters it uses that some pack has changed; without such a pack nothing is looked through."""
    changed = {name: one for name, one in parameters.items() if any(isinstance(v, AmendedValue) for v in one.values)}
    found: dict[str, dict[str, Parameter]] = {}
    for rule in rules if changed else ():
        parts: list[Model] = [checks[use.check] for use in rule.checks]
        parts += [rule.due] if rule.due is not None else []
        for name in (name for part in parts for name in names(part, changed)):
            found.setdefault(rule.id, {})[name] = changed[name]
    return {rule: tuple(used.values()) for rule, used in found.items()}


# --- what may not be ------------------------------------------------------------------------------------------------


def _without_text(changes: Sequence[_Change], sources: Mapping[str, Source]) -> Iterator[str]:
    """Changes that no text sets on the day they begin. Unknown sources are told elsewhere."""
    for change in changes:
        begins = change.amended.from_
        if not change.amended.basis:
            yield change.wrong(told("amends_no_text"), "basis")
            continue
        cited = {c.source: sources[c.source].in_force for c in change.amended.basis if c.source in sources}
        if cited and not any(window.holds_on(begins) for window in cited.values()):
            known = ", ".join(f"{name}: {window.from_} .. {window.to or ''}".rstrip() for name, window in cited.items())
            yield change.wrong(told("amends_before_text", begins=begins, windows=known), "from")


def _at_once(changes: Sequence[_Change]) -> Iterator[str]:
    """Changes of one number from one day that do not agree: who is right, the order of packs must not decide."""
    for day, group in groupby(changes, key=lambda change: change.amended.from_):
        first, *others = group
        for other in others:
            if other.amended.value != first.amended.value:
                values = {"value": other.amended.value, "other": first.amended.value}
                yield other.wrong(told("amends_two_numbers", begins=day, first=first.place.at(), **values))


def _left_open(changes: Sequence[_Change], parameter: Parameter) -> Iterator[str]:
    """Later values of the number itself, of which no change says whether they or the change holds from then."""
    days = {change.amended.from_ for change in changes}
    for value in parameter.values:
        before = [change for change in changes if change.amended.from_ < value.from_]
        if before and value.from_ not in days:
            begins = before[-1].amended.from_
            what = told("amends_left_open", begins=begins, later=value.from_, value=value.value)
            yield before[-1].wrong(what, "from")


# --- what then holds ------------------------------------------------------------------------------------------------


def _with(
    parameter: Parameter, changes: Sequence[_Change], sources: Mapping[str, Source], stricter: set[Stricter]
) -> Parameter:
    """The parameter with the changes as its values from their days on."""
    start = changes[0].amended.from_
    values: list[DatedValue] = [one for one in parameter.values if one.from_ < start]
    for day, group in groupby(changes, key=lambda change: change.amended.from_):
        same = tuple(group)
        first, law = same[0], parameter.on(day)
        basis = tuple(dict.fromkeys(cite for change in same for cite in change.amended.basis))
        values.append(
            AmendedValue.model_validate(
                {
                    "from": day,
                    "value": first.amended.value,
                    "basis": basis,
                    "verified": all(c.source not in sources or sources[c.source].text != "not_read" for c in basis),
                    "pack": first.pack,
                    "law": law,
                    "asks": _asks(first.amended.value, law.value, stricter),
                }
            )
        )
    return Parameter.model_validate({**dict(parameter), "values": tuple(values)})


def _asks(value: int, law: int, stricter: set[Stricter]) -> Asks:
    """What the value asks beside the law's; `otherwise` where a number is used in both directions, or in none."""
    if value == law:
        return "same"
    if len(stricter) != 1:
        return "otherwise"
    return "more" if stricter == {"more" if value > law else "less"} else "less"


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
