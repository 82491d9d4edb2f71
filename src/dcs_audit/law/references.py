"""Names that rules use and nobody defines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import get_close_matches
from functools import partial

from dcs_audit.law.basics import Cite, Gate
from dcs_audit.law.facts import FACTS
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule
from dcs_audit.law.questions import Option


def dangling(packs: Sequence[Pack]) -> list[str]:
    """One line with its place for each name that is used but not defined in any pack, with the nearest known one."""
    checks = {check.name for pack in packs for check in pack.checks}
    parameters = {parameter.id for pack in packs for parameter in pack.parameters}
    sources = {source.id for pack in packs for source in pack.sources}
    groups = {entry.id for pack in packs for entry in pack.file.groups}
    ids = {rule.id for pack in packs for rule in pack.rules}
    problems: list[str] = []

    def need(at: Callable[[], str], where: str, what: str, name: str, known: Collection[str]) -> None:
        if name not in known:
            problems.append(f"{at()}: {where}: unknown {what} `{name}`{did_you_mean(name, known)}")

    for pack in packs:
        for parameter, place in pack.placed_parameters():
            for number, value in enumerate(parameter.values):
                for cite in value.basis:
                    need(
                        partial(place.at, "values", number), f"parameter {parameter.id}", "source", cite.source, sources
                    )
        for check, place in pack.placed_checks():
            where = f"check {check.name}"
            for cite in check.basis:
                need(partial(place.at, "basis"), where, "source", cite.source, sources)
            for condition in check.when:
                need(partial(place.at, "when"), where, "fact", condition.fact, FACTS)
            for number, option in enumerate(check.options):
                for name in _parameters_of(option):
                    need(partial(place.at, "options", number), where, "parameter", name, parameters)
                for name in _facts_of(option):
                    need(partial(place.at, "options", number), where, "fact", name, FACTS)
        for entry, place in pack.placed_informational():
            for cite in entry.basis:
                need(partial(place.at, "basis"), f"informational {entry.id}", "source", cite.source, sources)
        for restated, place in pack.placed_restated():
            for cite in restated.basis:
                need(partial(place.at, "basis"), f"restated {restated.id}", "source", cite.source, sources)
            for name in restated.rules:
                need(partial(place.at, "rules"), f"restated {restated.id}", "rule", name, ids)
        for number, change in enumerate(pack.file.amends):
            for cite in change.basis:
                at = partial(pack.places["pack"][0].at, "amends", number)
                need(at, f"amends {change.parameter}", "source", cite.source, sources)
        for number, target in enumerate(pack.file.targets):
            at = partial(pack.places["pack"][0].at, "targets", number)
            for cite in target.basis:
                need(at, f"target {target.id}", "source", cite.source, sources)
            for name in target.rules:
                need(at, f"target {target.id}", "rule", name, ids)
        for rule, place in pack.placed_rules():
            where = f"rule {rule.id}"
            need(partial(place.at, "group"), where, "group", rule.group, groups)
            for key, cite in _cites_of(rule):
                need(partial(place.at, key), where, "source", cite.source, sources)
            for number, use in enumerate(rule.checks):
                need(partial(place.at, "checks", number), where, "check", use.check, checks)
            if rule.follows is not None:
                need(partial(place.at, "follows"), where, "rule", rule.follows, ids)
            if rule.due is not None and rule.due.after_period is not None:
                need(partial(place.at, "due", "after_period"), where, "parameter", rule.due.after_period, parameters)
            for key, gate in _gates_of(rule):
                for condition in gate.when:
                    need(partial(place.at, key), where, "fact", condition.fact, FACTS)
    return problems


def did_you_mean(name: str, known: Collection[str]) -> str:
    """The end of a message on an unknown name: the known one that is nearest, if any is near."""
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def _gates_of(rule: Rule) -> Iterator[tuple[str, Gate]]:
    """The gates of a rule, each with its key."""
    keyed = (("requires", rule.requires), *(("exempt", gate) for gate in rule.exempt))
    yield from ((key, gate) for key, gate in (*keyed, ("absent_review", rule.absent_review)) if gate is not None)


def _cites_of(rule: Rule) -> Iterator[tuple[str, Cite]]:
    """The citations of a rule, each with the key under which it stands."""
    yield from (("basis", cite) for cite in rule.basis)
    for key, gate in _gates_of(rule):
        yield from ((key, cite) for cite in gate.basis)
    if rule.due is not None:
        yield from (("due", cite) for cite in rule.due.basis)


def _parameters_of(option: Option) -> Iterator[str]:
    if option.deadline is not None:
        yield option.deadline.within
    for posted in (option.posted, *option.both):
        if posted is not None and posted.for_ is not None:
            yield posted.for_
    for bounded in (option.count, option.number):
        if bounded is not None:
            yield from (a.parameter for a in (bounded.at_least, bounded.at_most) if a is not None and a.parameter)
    if option.term is not None:
        yield option.term.at_most
    if option.lasted is not None:
        yield option.lasted.for_


def _facts_of(option: Option) -> Iterator[str]:
    yield from (condition.fact for condition in option.when)
    if option.fact is not None:
        yield option.fact.fact
    if option.share is not None and option.share.of_fact is not None:
        yield option.share.of_fact
    for bounded in (option.count, option.number):
        if bounded is not None:
            yield from (a.fact for a in (bounded.at_least, bounded.at_most) if a is not None and a.fact)
