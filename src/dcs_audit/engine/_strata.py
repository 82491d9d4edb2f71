"""The order in which facts of each kind must become known for negation and derivation to be sound."""

from __future__ import annotations

from collections import defaultdict
from graphlib import CycleError, TopologicalSorter

from dcs_audit.engine.interface import Program, Rule

Levels = tuple[tuple[str, ...], ...]

# kind -> kind that must be known before it -> how many batches before it (0: the same batch, but earlier in it)
_Needs = dict[str, dict[str, int]]


def stratify(program: Program) -> tuple[Levels, list[str]]:
    """Batches of the kinds that patterns match, as few as possible, and what makes that impossible."""
    needs = _needs(program)
    try:
        order = _topological(needs)
    except CycleError as error:
        return (), ["kinds need each other before themselves: " + " -> ".join(error.args[1])]
    level: dict[str, int] = {}
    batches: dict[int, list[str]] = defaultdict(list)
    for kind in order:
        level[kind] = max((level[other] + gap for other, gap in needs[kind].items()), default=0)
        batches[level[kind]].append(kind)
    return tuple(tuple(batches[number]) for number in sorted(batches)), []


def _needs(program: Program) -> _Needs:
    needs: _Needs = {pattern.kind: {} for rule in program.rules for pattern in rule.patterns}
    for rule in program.rules:
        for before, after, gap in _orderings(rule):
            # A kind that no pattern matches is never waited for.
            if after in needs:
                needs[after][before] = max(gap, needs[after].get(before, 0))
    return needs


def _orderings(rule: Rule) -> list[tuple[str, str, int]]:
    """(kind, later kind, batches between): negated before positive, all of the body in a batch before the derived."""
    body = {pattern.kind for pattern in rule.patterns}
    negated = {pattern.kind for pattern in rule.patterns if pattern.negated}
    positive = {pattern.kind for pattern in rule.patterns if not pattern.negated}
    orderings = [(before, after, 0) for before in negated for after in positive]
    if rule.emit is not None:
        orderings += [(before, rule.emit.kind, 1) for before in body]
    return orderings


def _topological(needs: _Needs) -> list[str]:
    sorter = TopologicalSorter({kind: sorted(others) for kind, others in sorted(needs.items())})
    sorter.prepare()
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        sorter.done(*ready)
        order += ready
    return order
