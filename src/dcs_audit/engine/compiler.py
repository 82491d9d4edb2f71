"""Checks a program, orders its kinds and writes it as a durable_rules ruleset.

Only programs inside the subset in which durable_rules is known to be exact are let through; most of what lies outside
does not fail there but silently gives wrong matches.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from dcs_audit.engine._checks import program_problems
from dcs_audit.engine._conditions import ordered_joins, ordered_tests
from dcs_audit.engine._network import network_problems
from dcs_audit.engine._strata import Levels, stratify
from dcs_audit.engine.interface import Join, Op, Pattern, Program, ProgramError, Rule, Test

SENTINEL: Final = "~end"

# All activations of a rule in one answer; without it each is a call of its own.
_CAP: Final = 60_000

_OPERATORS: Final[dict[Op, str]] = {"eq": "$eq", "ne": "$neq", "lt": "$lt", "le": "$lte", "gt": "$gt", "ge": "$gte"}


@dataclass(frozen=True, slots=True)
class CompiledProgram:
    """A program that both engines can run exactly.

    `levels` are batches of kinds. Facts become known batch by batch and, within one, kind by kind: a kind comes after
    every kind that a rule matching it negates, and in a later batch than every kind that a rule deriving it matches
    or negates. Kinds that no pattern matches are in no batch. A rule's matches are found in the last batch that holds
    one of its kinds.

    The numbering of `Outcome.facts` follows: given facts keep their index 0..n-1; derived facts are numbered on in
    the order of the batch whose matches derive them first, within it by (kind, values). A derived fact equal to a
    known one is that one.

    `durable_json` is the same program as `create_ruleset` takes it: rule number i is called `r<i>`, and `~end` fires
    for the sentinel fact that ends each batch.
    """

    program: Program
    levels: Levels
    durable_json: str


def compile_program(program: Program) -> CompiledProgram:
    """Raises ProgramError with every problem of the program, one per line."""
    levels, cycles = stratify(program)
    problems = program_problems(program) + cycles + network_problems(program)
    if problems:
        raise ProgramError("\n".join(problems))
    return CompiledProgram(program, levels, _durable_json(program))


def _durable_json(program: Program) -> str:
    ruleset = {f"r{number}": _rule(rule) for number, rule in enumerate(program.rules)}
    ruleset[SENTINEL] = {"all": [{"end": {"$and": [{"kind": SENTINEL}]}}], "cap": _CAP}
    return json.dumps(ruleset, separators=(",", ":"))


def _rule(rule: Rule) -> dict[str, Any]:
    names = [pattern.alias + ("$not" if pattern.negated else "") for pattern in rule.patterns]
    bodies = map(_pattern, rule.patterns)
    return {"all": [{name: body} for name, body in zip(names, bodies, strict=True)], "cap": _CAP}


def _pattern(pattern: Pattern) -> dict[str, Any]:
    """Tests before joins: they split the engine's tree, and its stack holds every join open at one place."""
    conditions: list[dict[str, Any]] = [{"kind": pattern.kind}]
    conditions += map(_test, ordered_tests(pattern))
    conditions += map(_join, ordered_joins(pattern))
    return {"$and": conditions}


def _test(test: Test) -> dict[str, Any]:
    return {_OPERATORS[test.op]: {test.field: test.value}} if test.op != "eq" else {test.field: test.value}


def _join(join: Join) -> dict[str, Any]:
    other: dict[str, Any] = {join.alias: join.other}
    return {_OPERATORS[join.op]: {join.field: {"$add": {"$l": other, "$r": join.plus}} if join.plus else other}}
