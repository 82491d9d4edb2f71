"""What the compiler lets through, in which order it puts kinds, and what it writes for durable_rules."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.interface import Emit, Join, Pattern, Program, ProgramError, Ref, Rule
from dcs_audit.engine.interface import Test as Check

SCHEMA = {"duty": ("item", "due"), "record": ("item", "day"), "waiver": ("item",), "owed": ("item", "due")}
DUTY = Pattern("d", "duty")
RECORD = Pattern("r", "record", joins=(Join("item", "eq", "d", "item"),))
WAIVER = Pattern("w", "waiver", joins=(Join("item", "eq", "d", "item"),), negated=True)


def rule(*patterns: Pattern, emit: Emit | None = None) -> Rule:
    return Rule("rule", patterns, emit)


def problems(*rules: Rule, schema: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    with pytest.raises(ProgramError) as caught:
        compile_program(Program(schema or SCHEMA, rules))
    return str(caught.value).splitlines()


def levels(*rules: Rule) -> tuple[tuple[str, ...], ...]:
    kinds = {pattern.kind for each in rules for pattern in each.patterns} | {
        each.emit.kind for each in rules if each.emit
    }
    return compile_program(Program(dict.fromkeys(kinds, ("x",)), rules)).levels


def on_x(name: str, positive: str, *negated: str, emit: str = "") -> Rule:
    """A rule over one positive kind and some negated ones, all joined on their only field."""
    body = [Pattern(f"n{i}", kind, joins=(Join("x", "eq", "p", "x"),), negated=True) for i, kind in enumerate(negated)]
    return Rule(name, (Pattern("p", positive), *body), Emit(emit, (Ref("p", "x"),)) if emit else None)


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (rule(), "has no pattern"),
        (Rule("", (DUTY,)), "has no name"),
        (rule(replace(WAIVER, joins=()), DUTY), "the first pattern is negated"),
        (rule(Pattern("d", "dutty")), "pattern 'd': unknown kind 'dutty'"),
        (rule(Pattern("d", "duty", (Check("date", "eq", 1),))), "pattern 'd': kind 'duty' has no field 'date'"),
        (rule(Pattern("d", "duty", (Check("due", "is", 1),))), "pattern 'd': unknown operator 'is'"),
        (rule(Pattern("d", "duty", (Check("due", "eq", 2**31),))), "pattern 'd': 2147483648 is not within ±2**31"),
        (rule(Pattern("d", "duty", (Check("due", "eq", True),))), "pattern 'd': True is not an integer"),
        (rule(Pattern("d", "duty", (Check("due", "eq", 1.5),))), "pattern 'd': 1.5 is not an integer"),
        (rule(DUTY, replace(RECORD, alias="d")), "alias 'd' is used twice"),
        (rule(Pattern("d$not", "duty")), "alias 'd$not' is not a letter followed by letters, digits, '_' or '-'"),
        (rule(RECORD, DUTY), "pattern 'r': joins 'd', which is no earlier positive pattern"),
        (
            rule(DUTY, WAIVER, Pattern("r", "record", joins=(Join("item", "eq", "w", "item"),))),
            "pattern 'r': joins 'w', which is no earlier positive pattern",
        ),
        (rule(DUTY, replace(RECORD, joins=(Join("day", "le", "d", "day"),))), "kind 'duty' has no field 'day'"),
        (rule(DUTY, replace(RECORD, joins=(Join("day", "le", "d", "due", -(2**31)),))), "is not within ±2**31"),
        (rule(DUTY, Pattern("r", "record")), "pattern 'r' is not joined to any other"),
        (rule(DUTY, replace(WAIVER, joins=())), "pattern 'w' is not joined to any other"),
        (
            rule(DUTY, replace(RECORD, kind="duty", joins=(Join("due", "lt", "d", "due"),), negated=True)),
            "both matched",
        ),
        (rule(DUTY, emit=Emit("owned", ())), "emit: unknown kind 'owned'"),
        (rule(DUTY, emit=Emit("owed", (1,))), "emit: 1 values for the 2 fields of 'owed'"),
        (rule(DUTY, emit=Emit("owed", (Ref("d", "item"), Ref("d", "day")))), "emit: kind 'duty' has no field 'day'"),
        (rule(DUTY, WAIVER, emit=Emit("owed", (Ref("w", "item"), 1))), "emit: 'w' is no positive pattern"),
        (rule(DUTY, emit=Emit("owed", (1, 2**31))), "emit: 2147483648 is not within ±2**31"),
        (rule(DUTY, emit=Emit("duty", (1, 2))), "kinds need each other before themselves: duty -> duty"),
    ],
)
def test_a_faulty_rule_is_refused(bad: Rule, expected: str) -> None:
    assert any(expected in problem for problem in problems(bad))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"duty": ("id",)}, "kind 'duty': field 'id' is the engine's own"),
        ({"duty": ("sid",)}, "kind 'duty': field 'sid' is the engine's own"),
        ({"duty": ("kind",)}, "kind 'duty': field 'kind' is the engine's own"),
        ({"duty": ("item", "item")}, "kind 'duty': field 'item' is listed twice"),
        ({"duty": ("a.b",)}, "kind 'duty': field 'a.b' is not a letter"),
        ({"nghĩa vụ": ("item",)}, "kind 'nghĩa vụ' is not a letter"),
        ({"~end": ("item",)}, "kind '~end' is not a letter"),
        ({"duty": tuple(f"f{number}" for number in range(201))}, "kind 'duty': 201 fields, more than 200"),
        ({"duty": ("costarring",), "record": ("liquid",)}, "fields 'costarring', 'liquid' have the same hash"),
        ({"declinate": ("a",), "macallums": ("a",)}, "kinds 'declinate', 'macallums' have the same hash"),
    ],
)
def test_a_faulty_schema_is_refused(schema: dict[str, tuple[str, ...]], expected: str) -> None:
    assert any(expected in problem for problem in problems(schema=schema))


def test_aliases_of_equal_hash_are_refused_within_a_rule_only() -> None:
    first, second = Pattern("altarage", "duty"), Pattern("zinke", "duty", joins=(Join("due", "lt", "altarage", "due"),))
    assert "rule 'rule': aliases 'altarage', 'zinke' have the same hash" in problems(rule(first, second))
    compile_program(Program(SCHEMA, (Rule("a", (first,)), Rule("b", (replace(second, joins=()),)))))


def test_all_problems_are_said_at_once() -> None:
    found = problems(
        rule(Pattern("d", "dutty")),
        rule(Pattern("d", "duty", (Check("date", "eq", 2**40),))),
        on_x("loop", "waiver", emit="waiver"),
    )
    for expected in ("not unique", "unknown kind", "no field 'date'", "1099511627776", "need each other"):
        assert any(expected in problem for problem in found), expected


def test_sizes_at_the_limit_pass_and_beyond_it_do_not() -> None:
    fields = tuple(f"f{number}" for number in range(30))
    schema = {"a": fields, "b": fields}

    def joining(count: int) -> Rule:
        joins = tuple(Join(field, "eq", "a", field) for field in fields[:count])
        return rule(Pattern("a", "a"), Pattern("b", "b", joins=joins))

    def chain(count: int) -> Rule:
        later = [Pattern(f"a{i}", "a", joins=(Join("f0", "eq", "a0", "f0"),)) for i in range(1, count)]
        return rule(Pattern("a0", "a"), *later)

    compile_program(Program(schema, (joining(28),)))
    assert any("31 conditions, more than 30" in problem for problem in problems(joining(29), schema=schema))
    compile_program(Program(schema, (chain(12),)))
    assert any("13 positive patterns, more than 12" in problem for problem in problems(chain(13), schema=schema))


def test_too_many_rules_are_refused() -> None:
    tests = [(Check("item", "eq", number // 64), Check("due", "eq", number % 64)) for number in range(4001)]
    rules = [Rule(f"r{number}", (Pattern("d", "duty", each),)) for number, each in enumerate(tests)]
    compile_program(Program(SCHEMA, tuple(rules[:4000])))
    assert problems(*rules) == ["4001 rules, more than 4000"]


def test_the_stack_bound_counts_joins_and_tests_that_may_hold_together() -> None:
    """Each join of one path is open at once; of equalities on one field only one can be."""

    def joined(number: int, *tests: Check) -> Rule:
        return Rule(f"r{number}", (DUTY, replace(RECORD, tests=tests)))

    compile_program(Program(SCHEMA, tuple(joined(number) for number in range(60))))
    found = problems(*(joined(number) for number in range(61)))
    assert found == ["kind 'record': one fact may open 61 paths at once, more than 60"]
    compile_program(Program(SCHEMA, tuple(joined(number, Check("day", "eq", number)) for number in range(61))))
    assert "61 paths" in problems(*(joined(number, Check("day", "ge", number)) for number in range(61)))[0]


def test_the_tree_is_bounded_in_width_and_in_patterns_per_path() -> None:
    wide = [Rule(f"r{number}", (Pattern("d", "duty", (Check("due", "eq", number),)),)) for number in range(401)]
    assert problems(*wide) == ["401 different conditions follow (duty), more than 400"]
    compile_program(Program(SCHEMA, tuple(wide[:400])))
    same = [Rule(f"r{number}", (Pattern("d", "duty", (Check("due", "eq", 1),)),)) for number in range(201)]
    assert problems(*same) == ["201 patterns end with (duty, due eq 1), more than 200"]
    compile_program(Program(SCHEMA, tuple(same[:200])))


def test_a_pattern_may_stand_unjoined_if_a_later_one_joins_it() -> None:
    unjoined = Pattern("r", "record")
    last = Pattern("w", "waiver", joins=(Join("item", "eq", "d", "item"), Join("item", "ge", "r", "item")))
    compile_program(Program(SCHEMA, (rule(DUTY, unjoined, last),)))


def test_negation_orders_kinds_within_one_batch() -> None:
    assert levels(on_x("r", "a", "b", "c")) == (("b", "c", "a"),)
    assert levels(on_x("r", "a", "b"), on_x("s", "b", "c")) == (("c", "b", "a"),)


def test_derivation_starts_a_batch_and_only_where_awaited() -> None:
    assert levels(on_x("r", "a", emit="z"), on_x("s", "z"), on_x("t", "b")) == (("a", "b"), ("z",))
    assert levels(on_x("r", "a", emit="z")) == (("a",),), "nothing awaits z"
    assert levels(on_x("r", "b", "c", emit="a"), on_x("s", "d", "a"), on_x("t", "d", emit="e"), on_x("u", "e")) == (
        ("c", "b"),
        ("a", "d"),
        ("e",),
    )


def test_cycles_through_negation_or_derivation_are_refused() -> None:
    schema = {"a": ("x",), "b": ("x",)}
    for rules in (
        (on_x("r", "a", "b"), on_x("s", "b", "a")),
        (on_x("r", "a", emit="b"), on_x("s", "b", emit="a")),
        (on_x("r", "a", "b", emit="b"),),
        (on_x("r", "a", emit="b"), on_x("s", "a", "b")),
    ):
        assert any("need each other before themselves" in problem for problem in problems(*rules, schema=schema))


def test_the_ruleset_text() -> None:
    late = Rule(
        "late",
        (
            Pattern("d", "duty", (Check("due", "ge", -5), Check("item", "eq", 7), Check("item", "eq", 7))),
            Pattern("r", "record", joins=(Join("day", "gt", "d", "due", 3), Join("item", "eq", "d", "item"))),
            WAIVER,
        ),
    )
    text = compile_program(Program(SCHEMA, (late, rule(DUTY)))).durable_json
    after = {"$gt": {"day": {"$add": {"$l": {"d": "due"}, "$r": 3}}}}
    same = {"$eq": {"item": {"d": "item"}}}
    assert json.loads(text) == {
        "r0": {
            "all": [
                {"d": {"$and": [{"kind": "duty"}, {"item": 7}, {"$gte": {"due": -5}}]}},
                {"r": {"$and": [{"kind": "record"}, same, after, after]}},
                {"w$not": {"$and": [{"kind": "waiver"}, same, same]}},
            ],
            "cap": 60000,
        },
        "r1": {"all": [{"d": {"$and": [{"kind": "duty"}]}}], "cap": 60000},
        "~end": {"all": [{"end": {"$and": [{"kind": "~end"}]}}], "cap": 60000},
    }


def test_compiling_does_not_depend_on_hash_order() -> None:
    joins = tuple(Join(field, "eq", "d", other) for field in SCHEMA["record"] for other in SCHEMA["duty"])
    forward = Program(SCHEMA, (rule(DUTY, replace(RECORD, joins=joins)),))
    backward = Program(SCHEMA, (rule(DUTY, replace(RECORD, joins=joins[::-1])),))
    assert compile_program(forward).durable_json == compile_program(backward).durable_json
