"""The reference engine on cases small enough to check by eye."""

from __future__ import annotations

import pytest

from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.interface import Emit, EngineError, Fact, Join, Match, Op, Pattern, Program, Ref, Rule
from dcs_audit.engine.interface import Test as Check
from dcs_audit.engine.reference import ReferenceEngine

SCHEMA = {"a": ("x", "y"), "b": ("x", "y"), "c": ("x",), "none": ()}
SAME_X = Join("x", "eq", "a", "x")


def engine(*patterns: Pattern, emit: Emit | None = None) -> ReferenceEngine:
    return ReferenceEngine(compile_program(Program(SCHEMA, (Rule("rule", patterns, emit),))))


def bound(patterns: list[Pattern], *facts: Fact) -> list[tuple[int, ...]]:
    return [match.facts for match in engine(*patterns).run(facts).matches]


def a(x: int, y: int = 0) -> Fact:
    return Fact("a", (x, y))


def b(x: int, y: int = 0) -> Fact:
    return Fact("b", (x, y))


@pytest.mark.parametrize(
    ("op", "expected"), [("eq", [1]), ("ne", [0, 2]), ("lt", [0]), ("le", [0, 1]), ("gt", [2]), ("ge", [1, 2])]
)
def test_tests_and_joins_by_operator(op: Op, expected: list[int]) -> None:
    facts = (a(4), a(5), a(6))
    assert bound([Pattern("a", "a", (Check("x", op, 5),))], *facts) == [(index,) for index in expected]
    joined = [Pattern("a", "c"), Pattern("b", "a", joins=(Join("x", op, "a", "x", 2),))]
    assert bound(joined, Fact("c", (3,)), *facts) == [(0, 1 + index) for index in expected]


def test_contradicting_equalities_match_nothing() -> None:
    assert bound([Pattern("a", "a", (Check("x", "eq", 1), Check("x", "eq", 2)))], a(1), a(2)) == []
    assert bound([Pattern("a", "a", (Check("x", "eq", 1), Check("x", "eq", 1), Check("y", "eq", 2)))], a(1, 2)) == [
        (0,)
    ]


def test_several_equalities_and_a_shift_make_one_key() -> None:
    patterns = [Pattern("a", "a"), Pattern("b", "b", joins=(SAME_X, Join("y", "eq", "a", "y", -1)))]
    assert bound(patterns, a(1, 5), b(1, 4), b(1, 5), b(2, 4)) == [(0, 1)]


def test_two_patterns_never_bind_the_same_fact() -> None:
    pair = [Pattern("a", "a"), Pattern("b", "a", joins=(SAME_X,))]
    assert bound(pair, a(1, 1), a(1, 2), a(2)) == [(0, 1), (1, 0)]


def test_negation_excludes_by_key_and_by_other_joins() -> None:
    without_later = [Pattern("a", "a"), Pattern("b", "b", joins=(SAME_X, Join("y", "gt", "a", "y")), negated=True)]
    assert bound(without_later, a(1, 5), a(2, 5), a(3, 5), b(1, 6), b(2, 5)) == [(1,), (2,)]
    without = [Pattern("a", "a"), Pattern("b", "b", (Check("y", "gt", 5),), (SAME_X,), negated=True)]
    assert bound(without, a(1), a(2), b(1, 6), b(2, 5)) == [(1,)]


def test_a_join_may_reach_past_a_negation() -> None:
    patterns = [
        Pattern("a", "a"),
        Pattern("n", "c", joins=(SAME_X,), negated=True),
        Pattern("b", "b", joins=(Join("y", "ge", "a", "y"), SAME_X)),
    ]
    assert bound(patterns, a(1), a(2), b(1), b(2), Fact("c", (2,))) == [(0, 2)]


def test_derived_facts_are_numbered_by_batch_then_by_value() -> None:
    program = Program(
        {"a": ("x",), "z": ("x",), "b": ("x",), "end": ("x",)},
        (
            Rule("second", (Pattern("z", "z"),), Emit("end", (Ref("z", "x"),))),
            Rule("first", (Pattern("a", "a"),), Emit("z", (Ref("a", "x"),))),
            Rule("other", (Pattern("a", "a"),), Emit("b", (3,))),
        ),
    )
    outcome = ReferenceEngine(compile_program(program)).run([Fact("a", (9,)), Fact("z", (9,)), Fact("a", (-1,))])
    given = (Fact("a", (9,)), Fact("z", (9,)), Fact("a", (-1,)))
    assert outcome.facts == (*given, Fact("b", (3,)), Fact("z", (-1,)), Fact("end", (-1,)), Fact("end", (9,)))
    assert outcome.matches == (
        Match(0, (1,)),
        Match(0, (4,)),
        Match(1, (0,)),
        Match(1, (2,)),
        Match(2, (0,)),
        Match(2, (2,)),
    )


def test_kinds_without_fields_can_be_given_and_derived() -> None:
    outcome = engine(Pattern("a", "a"), emit=Emit("none", ())).run([a(1), a(2)])
    assert outcome.facts == (a(1), a(2), Fact("none", ()))


def test_no_facts_no_matches() -> None:
    assert engine(Pattern("a", "a")).run([]) == ((), ())


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ([Fact("d", (1,))], "unknown kind 'd'"),
        ([Fact("a", (1,))], "does not have 2 values"),
        ([Fact("a", (1, True))], "not a plain integer"),
        ([Fact("a", (1, 1e16))], "not a plain integer"),
        ([a(1), a(2), a(1)], "equal"),
    ],
)
def test_facts_outside_the_schema_are_refused(facts: list[Fact], message: str) -> None:
    with pytest.raises(EngineError, match=message):
        engine(Pattern("a", "a")).run(facts)


def test_runs_are_independent() -> None:
    run = engine(Pattern("a", "a"), emit=Emit("c", (Ref("a", "x"),))).run
    first = run([a(1)])
    run([a(2), a(3)])
    assert run([a(1)]) == first
