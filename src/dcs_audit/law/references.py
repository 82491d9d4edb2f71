"""Names that rules use and nobody defines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from dcs_audit.law.basics import Cite, Condition, Model
from dcs_audit.law.facts import FACTS
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Amount, Option
from dcs_audit.law.told import joined, told, unknown
from dcs_audit.law.walk import parts
from dcs_audit.records.positions import Loc


def dangling(packs: Sequence[Pack]) -> list[str]:
    """One line with its place for each name that is used but not defined in any pack, with the nearest known one.

    A name that may be defined in what could not be read is passed over.
    """
    known: Mapping[str, Collection[str]] = {
        "check": {check.name for pack in packs for check in pack.checks},
        "parameter": {parameter.id for pack in packs for parameter in pack.parameters},
        "source": {source.id for pack in packs for source in pack.sources},
        "group": {entry.id for pack in packs for entry in pack.file.groups},
        "rule": {rule.id for pack in packs for rule in pack.rules},
        "fact": FACTS,
    }
    unread = frozenset[str]().union(*(pack.unread for pack in packs))
    return [
        joined(place.at(*loc), subject, unknown(kind, name, known[kind]))
        for pack in packs
        for place, subject, loc, kind, name in _uses(pack)
        if name not in known[kind] and name not in unread
    ]


_Use = tuple[Place, str, Loc, str, str]
"""Where an entry stands and what it is called; there, which kind of name is used, and the name."""


def _uses(pack: Pack) -> Iterator[_Use]:
    """Every name that a pack uses."""
    for parameter, place in pack.placed_parameters():
        subject = told("subject.parameter", name=parameter.id)
        yield from ((place, subject, loc, "source", cite.source) for loc, cite in _cites(parameter))
    for check, place in pack.placed_checks():
        subject = told("subject.check", name=check.name)
        yield from ((place, subject, loc, "source", cite.source) for loc, cite in _cites(check))
        yield from ((place, subject, loc, "fact", name) for loc, name in _conditions(check))
        for number, option in enumerate(check.options):
            yield from ((place, subject, ("options", number, *at), kind, name) for at, kind, name in _of_option(option))
    for kind, entries in (("informational", pack.placed_informational()), ("restated", pack.placed_restated())):
        for entry, place in entries:
            subject = told(f"subject.{kind}", name=entry.id)
            yield from ((place, subject, loc, "source", cite.source) for loc, cite in _cites(entry))
    for restated, place in pack.placed_restated():
        subject = told("subject.restated", name=restated.id)
        yield from ((place, subject, ("rules", at), "rule", name) for at, name in enumerate(restated.rules))
    for rule, place in pack.placed_rules():
        subject = told("subject.rule", name=rule.id)
        yield from ((place, subject, *use) for use in _of_rule(rule))
    yield from _of_pack_file(pack)


def _of_pack_file(pack: Pack) -> Iterator[_Use]:
    top = pack.places["pack"][0]
    for number, change in enumerate(pack.file.amends):
        subject = told("subject.amends", name=change.parameter)
        cited = _cites(change, ("amends", number))
        yield from ((top, subject, loc, "source", cite.source) for loc, cite in cited)
    for number, target in enumerate(pack.file.targets):
        subject = told("subject.target", name=target.id)
        cited = _cites(target, ("targets", number))
        yield from ((top, subject, loc, "source", cite.source) for loc, cite in cited)
        yield from ((top, subject, ("targets", number, "rules", at), "rule", n) for at, n in enumerate(target.rules))
    if pack.file.day_off is not None:
        subject, cited = told("subject.day_off"), _cites(pack.file.day_off, ("day_off",))
        yield from ((top, subject, loc, "source", cite.source) for loc, cite in cited)


def _of_rule(rule: Rule) -> Iterator[tuple[Loc, str, str]]:
    yield ("group",), "group", rule.group
    yield from ((loc, "source", cite.source) for loc, cite in _cites(rule))
    for number, use in enumerate(rule.checks):
        at = ("checks", number, "check") if use.model_fields_set - {"check"} else ("checks", number)
        yield at, "check", use.check
    if rule.follows is not None:
        yield ("follows",), "rule", rule.follows
    if rule.due is not None and rule.due.after_period is not None:
        yield ("due", "after_period"), "parameter", rule.due.after_period
    yield from ((loc, "fact", name) for loc, name in _conditions(rule))


def _cites(entry: Model, loc: Loc = ()) -> Iterator[tuple[Loc, Cite]]:
    """The citations in an entry, each with the place of its source."""
    yield from (((*at, "source"), cite) for at, cite in parts(entry, Cite, loc))


def _conditions(entry: Model, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The facts that the conditions in an entry ask about. Those of options are told with the options."""
    for at, condition in parts(entry, Condition, loc):
        if "options" not in at:
            yield (*at, "fact"), condition.fact


def _of_option(option: Option) -> Iterator[tuple[Loc, str, str]]:
    """The parameters and facts that a way of satisfying a check uses."""
    yield from ((loc, "fact", name) for loc, name in _conditions(option))
    if option.deadline is not None:
        yield ("deadline", "within"), "parameter", option.deadline.within
    posted = [(("posted",), option.posted), *((("both", at), one) for at, one in enumerate(option.both))]
    yield from (((*loc, "for"), "parameter", one.for_) for loc, one in posted if one is not None and one.for_)
    if option.term is not None:
        yield ("term", "at_most"), "parameter", option.term.at_most
    if option.lasted is not None:
        yield ("lasted", "for"), "parameter", option.lasted.for_
    if option.fact is not None:
        yield ("fact", "fact"), "fact", option.fact.fact
    if option.share is not None and option.share.of_fact is not None:
        yield ("share", "of_fact"), "fact", option.share.of_fact
    for loc, amount in parts(option, Amount):
        if amount.parameter is not None:
            yield (*loc, "parameter"), "parameter", amount.parameter
        if amount.fact is not None:
            yield (*loc, "fact"), "fact", amount.fact
