"""Names that rules use and nobody defines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from dcs_audit.law.basics import Cite, Condition, Gate, Parameter
from dcs_audit.law.model import Rule, Source
from dcs_audit.law.questions import Check, Option

FACT_NAMES = frozenset(
    {
        "headcount",
        "dispersed",
        "has_trade_union",
        "has_portal",
        "has_intranet",
        "has_loudspeaker",
        "has_council",
        "special_area",
        "state_budget_salaries",
        "households",
        "villages",
        "projects",
        "special_case_without_board",
        "boards",
        "conferences",
    }
)
"""Facts of a unit that conditions may ask about."""


def dangling(
    rules: Collection[Rule],
    checks: Mapping[str, Check],
    parameters: Mapping[str, Parameter],
    sources: Mapping[str, Source],
    groups: Collection[str],
) -> list[str]:
    """One line for each name that is used but not defined, with the nearest known one."""
    ids = {rule.id for rule in rules}
    problems: list[str] = []

    def need(where: str, what: str, name: str, known: Collection[str]) -> None:
        if name not in known:
            near = get_close_matches(name, list(known), n=1)
            problems.append(f"{where}: unknown {what} `{name}`" + (f"; did you mean `{near[0]}`?" if near else ""))

    for parameter in parameters.values():
        for value in parameter.values:
            for cite in value.basis:
                need(f"parameter {parameter.id}", "source", cite.source, sources)
    for check in checks.values():
        where = f"check {check.name}"
        for cite in check.basis:
            need(where, "source", cite.source, sources)
        for condition in check.when:
            need(where, "fact", condition.fact, FACT_NAMES)
        for option in check.options:
            for name in _parameters_of(option):
                need(where, "parameter", name, parameters)
            for name in _facts_of(option):
                need(where, "fact", name, FACT_NAMES)
    for rule in rules:
        where = f"rule {rule.id}"
        need(where, "group", rule.group, groups)
        for cite in _cites_of(rule):
            need(where, "source", cite.source, sources)
        for use in rule.checks:
            need(where, "check", use.check, checks)
        if rule.follows is not None:
            need(where, "rule", rule.follows, ids)
        if rule.due is not None and rule.due.after_period is not None:
            need(where, "parameter", rule.due.after_period, parameters)
        for condition in _conditions_of(rule):
            need(where, "fact", condition.fact, FACT_NAMES)
    return problems


def _gates_of(rule: Rule) -> Iterator[Gate]:
    yield from (gate for gate in (rule.requires, *rule.exempt, rule.absent_review) if gate is not None)


def _cites_of(rule: Rule) -> Iterator[Cite]:
    yield from rule.basis
    for gate in _gates_of(rule):
        yield from gate.basis
    if rule.due is not None:
        yield from rule.due.basis


def _conditions_of(rule: Rule) -> Iterator[Condition]:
    for gate in _gates_of(rule):
        yield from gate.when


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


def _facts_of(option: Option) -> Iterator[str]:
    yield from (condition.fact for condition in option.when)
    if option.fact is not None:
        yield option.fact.fact
    for bounded in (option.count, option.number):
        if bounded is not None:
            yield from (a.fact for a in (bounded.at_least, bounded.at_most) if a is not None and a.fact)
