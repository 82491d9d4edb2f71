"""Bounds on the network that durable_rules builds from a program; past them it fails, hangs or overruns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dcs_audit.engine._conditions import ordered_joins, ordered_tests
from dcs_audit.engine.interface import Pattern, Program, Test

# Each is well below the measured limit of durable_rules 2.0.28, given behind it.
MAX_STACK = 60  # 64
MAX_CHILDREN = 400  # 511
MAX_PATTERNS_PER_PATH = 200  # 255
MAX_CONDITIONS = 30  # 28 joins and the repeated one, with the test of the kind


@dataclass(slots=True)
class _Node:
    """One condition of the discrimination tree: what may follow it and how many patterns end with it."""

    path: str
    tests: dict[Test, _Node] = field(default_factory=dict)
    joins: list[_Node] = field(default_factory=list)
    patterns: int = 0

    def children(self) -> list[_Node]:
        return [*self.tests.values(), *self.joins]


def network_problems(program: Program) -> list[str]:
    """Every way in which the program's patterns together exceed what durable_rules can hold."""
    roots: dict[str, _Node] = {}
    for rule in program.rules:
        for pattern in rule.patterns:
            _insert(roots.setdefault(pattern.kind, _Node(pattern.kind)), pattern)
    problems = [problem for root in roots.values() for problem in _size_problems(root)]
    for kind, root in roots.items():
        bound = _stack_bound(root)
        if bound > MAX_STACK:
            problems.append(f"kind {kind!r}: one fact may open {bound} paths at once, more than {MAX_STACK}")
    return problems


def _insert(root: _Node, pattern: Pattern) -> None:
    node = root
    for test in ordered_tests(pattern):
        path = f"{node.path}, {test.field} {test.op} {test.value}"
        node = node.tests.setdefault(test, _Node(path))
    # durable_rules shares equal tests between patterns, but never joins.
    for join in ordered_joins(pattern):
        following = _Node(f"{node.path}, {join.field} {join.op} {join.alias}.{join.other}")
        node.joins.append(following)
        node = following
    node.patterns += 1


def _size_problems(node: _Node) -> Iterator[str]:
    children = node.children()
    if len(children) > MAX_CHILDREN:
        yield f"{len(children)} different conditions follow ({node.path}), more than {MAX_CHILDREN}"
    if node.patterns > MAX_PATTERNS_PER_PATH:
        yield f"{node.patterns} patterns end with ({node.path}), more than {MAX_PATTERNS_PER_PATH}"
    for child in children:
        yield from _size_problems(child)


def _stack_bound(node: _Node) -> int:
    """The most entries a fact passing `node` can have on the engine's stack, the entry of `node` counted.

    All children whose condition holds are pushed, then taken off one by one, each with its own children. Of several
    equalities on one field at most one holds; a join is not evaluated here and always counts.
    """
    children = node.children()
    if not children:
        return 1
    equalities = Counter(test.field for test in node.tests if test.op == "eq")
    together = len(children) - equalities.total() + len(equalities)
    return together - 1 + max(_stack_bound(child) for child in children)
