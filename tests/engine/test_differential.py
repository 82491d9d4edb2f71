"""Both engines and a third, naive evaluator on random programs and facts: every match and derived fact compared.

DCS_FUZZ_CASES sets the number of random cases; the seed is fixed, so a longer run begins with the same cases.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dcs_audit.engine.compiler import CompiledProgram, compile_program
from dcs_audit.engine.durable import DurableEngine, available
from dcs_audit.engine.interface import (
    Emit,
    Engine,
    Fact,
    Join,
    Match,
    Op,
    Outcome,
    Pattern,
    Program,
    ProgramError,
    Ref,
    Rule,
)
from dcs_audit.engine.interface import Test as Check
from dcs_audit.engine.reference import ReferenceEngine

CASES = int(os.environ.get("DCS_FUZZ_CASES", "300"))

OPS: tuple[Op, ...] = ("eq", "ne", "lt", "le", "gt", "ge")
# Given and derived kinds in the order in which a well-formed rule uses them: negated, matched, derived.
SCHEMA = {
    "waiver": ("item", "mark"),
    "record": ("item", "day", "size"),
    "duty": ("item", "due", "least"),
    "answer": ("item", "day"),
    "owed": ("item", "due"),
    "clock": ("day",),
    "verdict": ("item", "day", "mark"),
}
KINDS = tuple(SCHEMA)


def holds(op: Op, left: int, right: int) -> bool:
    if op in ("lt", "le"):
        return left < right or (op == "le" and left == right)
    if op in ("gt", "ge"):
        return left > right or (op == "ge" and left == right)
    return (left == right) == (op == "eq")


class Naive:
    """Tries every fact for every pattern; knows nothing of indexes, levels apart."""

    name = "naive"

    def __init__(self, compiled: CompiledProgram) -> None:
        self.program = compiled.program
        self.levels = compiled.levels

    def run(self, facts: Sequence[Fact]) -> Outcome:
        known = list(facts)
        matches: list[Match] = []
        for batch, _ in enumerate(self.levels):
            derived: set[Fact] = set()
            seen = set(chain.from_iterable(self.levels[: batch + 1]))
            for number, rule in enumerate(self.program.rules):
                positive = {pattern.kind for pattern in rule.patterns if not pattern.negated}
                if positive <= seen and positive & set(self.levels[batch]):
                    for bound in self.bindings(rule.patterns, {}, known):
                        matches.append(Match(number, tuple(bound.values())))
                        if rule.emit is not None:
                            derived.add(self.derived(rule, rule.emit, bound, known))
            known += sorted(derived - set(known))
        return Outcome(tuple(known), tuple(sorted(matches)))

    def bindings(
        self, patterns: Sequence[Pattern], bound: dict[str, int], known: Sequence[Fact]
    ) -> Iterator[dict[str, int]]:
        if not patterns:
            yield bound
            return
        pattern, *rest = patterns
        fitting = [index for index in range(len(known)) if self.fits(pattern, index, bound, known)]
        if pattern.negated:
            if not fitting:
                yield from self.bindings(rest, bound, known)
            return
        for index in fitting:
            if index not in bound.values():
                yield from self.bindings(rest, {**bound, pattern.alias: index}, known)

    def fits(self, pattern: Pattern, index: int, bound: dict[str, int], known: Sequence[Fact]) -> bool:
        def value(at: int, field: str) -> int:
            return known[at].values[self.program.schema[known[at].kind].index(field)]

        return (
            known[index].kind == pattern.kind
            and all(holds(test.op, value(index, test.field), test.value) for test in pattern.tests)
            and all(
                holds(join.op, value(index, join.field), value(bound[join.alias], join.other) + join.plus)
                for join in pattern.joins
            )
        )

    def derived(self, rule: Rule, emit: Emit, bound: dict[str, int], known: Sequence[Fact]) -> Fact:
        kinds = {pattern.alias: pattern.kind for pattern in rule.patterns}

        def value(ref: Ref) -> int:
            return known[bound[ref.alias]].values[self.program.schema[kinds[ref.alias]].index(ref.field)]

        return Fact(emit.kind, tuple(value(each) if isinstance(each, Ref) else each for each in emit.values))


class Maker:
    """Random programs of which most, but not all, are well-formed."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def program(self) -> Program:
        return Program(SCHEMA, tuple(self.rule(f"rule{number}") for number in range(self.random.randint(3, 14))))

    def rule(self, name: str) -> Rule:
        least = self.random.randint(0, len(KINDS) - 3)
        most = self.random.randint(least, min(least + 2, len(KINDS) - 1))
        patterns = [self.pattern("p0", self.random.choice(KINDS[least : most + 1]), {})]
        positive = {"p0": patterns[0].kind}
        for number in range(1, self.random.choice((1, 2, 2, 2, 3, 3, 4))):
            negated = least > 0 and self.random.random() < 0.4
            kinds = KINDS[:least] if negated else KINDS[least : most + 1]
            patterns.append(self.pattern(f"p{number}", self.random.choice(kinds), positive, negated))
            if not negated:
                positive[f"p{number}"] = patterns[-1].kind
        # One in a while a rule derives what it should not.
        first = most + 1 if self.random.random() < 0.97 else 0
        emits = first < len(KINDS) and self.random.random() < 0.5
        return Rule(name, tuple(patterns), self.emit(self.random.choice(KINDS[first:]), positive) if emits else None)

    def pattern(self, alias: str, kind: str, earlier: dict[str, str], negated: bool = False) -> Pattern:
        some = (0, 0, 0, 0, 1, 1, 2)
        tests = tuple(
            Check(self.random.choice(SCHEMA[kind]), self.random.choice(OPS), self.random.randint(-2, 5))
            for _ in range(self.random.choice(some))
        )
        joins = tuple(self.join(kind, earlier) for _ in range(self.random.choice((1, 1, 1, 2, 3)))) if earlier else ()
        return Pattern(alias, kind, tests, joins, negated)

    def join(self, kind: str, earlier: dict[str, str]) -> Join:
        alias = self.random.choice(tuple(earlier))
        op = self.random.choice((*OPS, "eq", "eq", "eq"))
        plus = self.random.choice((0, 0, 0, 1, -2))
        return Join(self.random.choice(SCHEMA[kind]), op, alias, self.random.choice(SCHEMA[earlier[alias]]), plus)

    def emit(self, kind: str, positive: dict[str, str]) -> Emit:
        def value() -> Ref | int:
            alias = self.random.choice(tuple(positive))
            if self.random.random() < 0.2:
                return self.random.randint(-1, 3)
            return Ref(alias, self.random.choice(SCHEMA[positive[alias]]))

        return Emit(kind, tuple(value() for _ in SCHEMA[kind]))

    def facts(self) -> list[Fact]:
        def value() -> int:
            return self.random.randint(-1, 5) if self.random.random() < 0.97 else self.random.choice((-(2**62), 2**62))

        made = [
            Fact(kind, tuple(value() for _ in SCHEMA[kind]))
            for kind in KINDS
            for _ in range(self.random.choice((0, 5, 10, 15)))
        ]
        facts = list(dict.fromkeys(made))
        self.random.shuffle(facts)
        return facts


def engines(compiled: CompiledProgram) -> list[Engine]:
    return [ReferenceEngine(compiled), *([DurableEngine(compiled)] if available() else [])]


def assert_sound(compiled: CompiledProgram) -> None:
    """Every kind comes after what rules that match it negate, and a batch after what rules that derive it need."""
    batch = {kind: number for number, kinds in enumerate(compiled.levels) for kind in kinds}
    place = {kind: number for number, kind in enumerate(chain.from_iterable(compiled.levels))}
    for rule in compiled.program.rules:
        positive = {pattern.kind for pattern in rule.patterns if not pattern.negated}
        negated = {pattern.kind for pattern in rule.patterns if pattern.negated}
        assert all(place[before] < place[after] for before in negated for after in positive)
        if rule.emit is not None and rule.emit.kind in batch:
            assert all(batch[kind] < batch[rule.emit.kind] for kind in positive | negated)


def compare(compiled: CompiledProgram, fact_sets: Sequence[Sequence[Fact]]) -> list[Outcome]:
    """The outcomes, once all engines agree on them."""
    assert_sound(compiled)
    expected = [Naive(compiled).run(facts) for facts in fact_sets]
    for engine in engines(compiled):
        assert [engine.run(facts) for facts in fact_sets] == expected, engine.name
        if isinstance(engine, DurableEngine):
            engine.close()
    return expected


@pytest.mark.skipif(
    not available(), reason="durable_rules cannot be loaded here; the reference is still compared below"
)
def test_random_programs_in_all_engines() -> None:
    random_programs(CASES)


@pytest.mark.skipif(available(), reason="durable_rules is compared as well above")
def test_random_programs_in_the_reference_alone() -> None:
    random_programs(CASES)


def random_programs(cases: int) -> None:
    refused = matches = derived = batches = 0
    for seed in range(cases):
        make = Maker(Random(seed))
        try:
            compiled = compile_program(make.program())
        except ProgramError:
            refused += 1
            continue
        fact_sets = [make.facts(), make.facts()]
        for facts, outcome in zip(fact_sets, compare(compiled, fact_sets), strict=True):
            matches += len(outcome.matches)
            derived += len(outcome.facts) - len(facts)
        batches += len(compiled.levels) > 1
    print(f"{cases} cases, {refused} refused, {batches} in several batches, {matches} matches, {derived} derived facts")
    assert 0 < refused < cases / 4
    assert batches > cases / 4
    assert matches > 50 * cases
    assert derived > 2 * cases


SMALL = {"n": ("a", "b"), "p": ("a", "b"), "q": ("a", "b"), "d": ("a", "b")}
NUMBERS = st.integers(0, 2)
FIELDS = st.sampled_from(("a", "b"))
TESTS = st.lists(st.builds(Check, FIELDS, st.sampled_from(OPS), NUMBERS), max_size=2).map(tuple)


def joins_on(*aliases: str) -> st.SearchStrategy[tuple[Join, ...]]:
    join = st.builds(Join, FIELDS, st.sampled_from(OPS), st.sampled_from(aliases), FIELDS, st.integers(-1, 1))
    return st.lists(join, min_size=1, max_size=3).map(tuple)


@st.composite
def small_rules(draw: st.DrawFn, matched: str, negated: str, derived: str | None) -> Rule:
    """One, two or three patterns of given kinds."""
    patterns = [Pattern("x", draw(st.sampled_from(matched)), draw(TESTS))]
    if draw(st.booleans()):
        patterns.append(Pattern("y", draw(st.sampled_from(matched)), draw(TESTS), draw(joins_on("x"))))
    if draw(st.booleans()):
        aliases = [pattern.alias for pattern in patterns]
        patterns.append(
            Pattern("z", draw(st.sampled_from(negated)), draw(TESTS), draw(joins_on(*aliases)), negated=True)
        )
    emit = Emit(derived, (Ref("x", draw(FIELDS)), draw(NUMBERS))) if derived else None
    return Rule(draw(st.text("abc", min_size=8, max_size=8)), tuple(patterns), emit)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(
    st.lists(small_rules("pq", "n", "d"), max_size=2),
    st.lists(small_rules("d", "pqn", None), min_size=1, max_size=2),
    st.lists(st.builds(Fact, st.sampled_from(tuple(SMALL)), st.tuples(NUMBERS, NUMBERS)), unique=True, max_size=12),
)
def test_small_programs(first: list[Rule], second: list[Rule], facts: list[Fact]) -> None:
    rules = {rule.name: rule for rule in (*first, *second)}
    compare(compile_program(Program(SMALL, tuple(rules.values()))), [facts, facts[::-1]])
