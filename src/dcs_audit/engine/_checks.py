"""What is wrong with a program, said in one list so that its author mends it in one go."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from dcs_audit.engine._conditions import ordered_joins, ordered_tests
from dcs_audit.engine._network import MAX_CONDITIONS
from dcs_audit.engine.interface import Emit, Join, Op, Pattern, Program, Ref, Rule, Test

MAX_POSITIVE = 12
MAX_RULES = 4_000
MAX_FIELDS = 200
LITERAL_LIMIT = 2**31

Schema = Mapping[str, tuple[str, ...]]

# The engine's own properties of a fact; a condition on `id` or `sid` reads freed memory.
RESERVED = ("id", "sid", "kind")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_OPS = frozenset(get_args(Op))


def program_problems(program: Program) -> list[str]:
    """Everything wrong with the schema or with a rule by itself."""
    problems = list(_schema_problems(program.schema))
    if len(program.rules) > MAX_RULES:
        problems.append(f"{len(program.rules)} rules, more than {MAX_RULES}")
    problems += [f"rule name {name!r} is not unique" for name in _repeated(rule.name for rule in program.rules)]
    for number, rule in enumerate(program.rules):
        problems += [f"rule {rule.name or number!r}: {problem}" for problem in _rule_problems(rule, program.schema)]
    return problems


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash by which durable_rules knows names; it takes names of equal hash for one name."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 % 2**32
    return value


def _schema_problems(schema: Schema) -> Iterator[str]:
    yield from _name_problems("kind", schema)
    yield from _collisions("kinds", schema)
    yield from _collisions("fields", {*RESERVED, *(field for fields in schema.values() for field in fields)})
    for kind, fields in schema.items():
        yield from (f"kind {kind!r}: {problem}" for problem in _field_problems(fields))


def _field_problems(fields: tuple[str, ...]) -> Iterator[str]:
    yield from _name_problems("field", fields)
    yield from (f"field {field!r} is the engine's own" for field in fields if field in RESERVED)
    yield from (f"field {field!r} is listed twice" for field in _repeated(fields))
    if len(fields) > MAX_FIELDS:
        yield f"{len(fields)} fields, more than {MAX_FIELDS}"


def _rule_problems(rule: Rule, schema: Schema) -> Iterator[str]:
    if not rule.name:
        yield "has no name"
    if not rule.patterns:
        yield "has no pattern"
    elif rule.patterns[0].negated:
        yield "the first pattern is negated"
    aliases = [pattern.alias for pattern in rule.patterns]
    yield from _name_problems("alias", aliases)
    yield from (f"alias {alias!r} is used twice" for alias in _repeated(aliases))
    yield from _collisions("aliases", set(aliases))
    positive = {pattern.alias: pattern.kind for pattern in rule.patterns if not pattern.negated}
    if len(positive) > MAX_POSITIVE:
        yield f"{len(positive)} positive patterns, more than {MAX_POSITIVE}"
    both = set(positive.values()) & {pattern.kind for pattern in rule.patterns if pattern.negated}
    yield from (f"kind {kind!r} is both matched and negated" for kind in sorted(both))
    bound: dict[str, str] = {}
    for pattern in rule.patterns:
        yield from (f"pattern {pattern.alias!r}: {problem}" for problem in _pattern_problems(pattern, bound, schema))
        if not pattern.negated:
            bound[pattern.alias] = pattern.kind
    yield from _unjoined(rule)
    if rule.emit is not None:
        yield from (f"emit: {problem}" for problem in _emit_problems(rule.emit, positive, schema))


def _pattern_problems(pattern: Pattern, bound: Mapping[str, str], schema: Schema) -> Iterator[str]:
    if pattern.kind not in schema:
        yield f"unknown kind {pattern.kind!r}"
    for test in pattern.tests:
        yield from _condition_problems(test, test.value, pattern.kind, schema)
    for join in pattern.joins:
        yield from _condition_problems(join, join.plus, pattern.kind, schema)
        if join.alias not in bound:
            yield f"joins {join.alias!r}, which is no earlier positive pattern"
        else:
            yield from _unknown_field(bound[join.alias], join.other, schema)
    # One more for the test of the kind.
    conditions = 1 + len(ordered_tests(pattern)) + len(ordered_joins(pattern))
    if conditions > MAX_CONDITIONS:
        yield f"{conditions} conditions, more than {MAX_CONDITIONS}"


def _condition_problems(condition: Test | Join, literal: int, kind: str, schema: Schema) -> Iterator[str]:
    yield from _unknown_field(kind, condition.field, schema)
    if condition.op not in _OPS:
        yield f"unknown operator {condition.op!r}"
    yield from _literal_problems(literal)


def _unjoined(rule: Rule) -> Iterator[str]:
    """A pattern that neither joins nor is joined pairs every fact with every other: a slip, and slow."""
    joined = {join.alias for pattern in rule.patterns for join in pattern.joins}
    for pattern in rule.patterns[1:]:
        if not pattern.joins and (pattern.negated or pattern.alias not in joined):
            yield f"pattern {pattern.alias!r} is not joined to any other"


def _emit_problems(emit: Emit, positive: Mapping[str, str], schema: Schema) -> Iterator[str]:
    if emit.kind not in schema:
        yield f"unknown kind {emit.kind!r}"
    elif len(emit.values) != len(schema[emit.kind]):
        yield f"{len(emit.values)} values for the {len(schema[emit.kind])} fields of {emit.kind!r}"
    for value in emit.values:
        if not isinstance(value, Ref):
            yield from _literal_problems(value)
        elif value.alias not in positive:
            yield f"{value.alias!r} is no positive pattern"
        else:
            yield from _unknown_field(positive[value.alias], value.field, schema)


def _unknown_field(kind: str, field: str, schema: Schema) -> Iterator[str]:
    # An unknown kind is reported where it stands.
    if kind in schema and field not in schema[kind]:
        yield f"kind {kind!r} has no field {field!r}"


def _literal_problems(value: int) -> Iterator[str]:
    if type(value) is not int:
        yield f"{value!r} is not an integer"
    elif abs(value) >= LITERAL_LIMIT:
        yield f"{value} is not within ±2**31"


def _name_problems(what: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not _NAME.fullmatch(name):
            yield f"{what} {name!r} is not a letter followed by letters, digits, '_' or '-'"


def _collisions(what: str, names: Iterable[str]) -> Iterator[str]:
    same: dict[int, list[str]] = defaultdict(list)
    for name in sorted(names):
        same[fnv1a(name)].append(name)
    for group in same.values():
        if len(group) > 1:
            yield f"{what} {', '.join(map(repr, group))} have the same hash"


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
