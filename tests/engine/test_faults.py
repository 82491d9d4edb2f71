"""The known faults of durable_rules 2.0.28: the adapter must refuse the program or facts, or answer rightly.

Cases that would crash an unguarded process run in one of their own, with freed memory overwritten.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

import dcs_audit
from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.durable import DurableEngine, available
from dcs_audit.engine.interface import EngineError, Fact, Join, Match, Pattern, Program, ProgramError, Rule
from dcs_audit.engine.interface import Test as Check

pytestmark = pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here")

SOURCE = Path(dcs_audit.__file__).parents[1]


def durable(schema: dict[str, tuple[str, ...]], *rules: Rule) -> DurableEngine:
    return DurableEngine(compile_program(Program(schema, rules)))


def missing(alias: str) -> Rule:
    record = Pattern("r", "record", joins=(Join("item", "eq", alias, "item"),), negated=True)
    return Rule("missing", (Pattern(alias, "duty"), record))


def run_apart(script: str, **environment: str) -> str:
    """What the script prints; fails if its process does."""
    prelude = (
        "from dcs_audit.engine.compiler import compile_program\n"
        "from dcs_audit.engine.durable import DurableEngine\n"
        "from dcs_audit.engine.interface import *\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", prelude + script],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("alias", ["o", "e"])
def test_fault_1_a_negated_fact_given_after_the_positive_one_still_counts(alias: str) -> None:
    engine = durable({"duty": ("item",), "record": ("item",)}, missing(alias))
    facts = [Fact("duty", (1,)), Fact("duty", (2,)), Fact("record", (1,))]
    for order in permutations(facts):
        assert engine.run(order).matches == (Match(0, (order.index(Fact("duty", (2,))),)),)


def test_fault_2_negation_in_one_rule_takes_no_match_from_another() -> None:
    others = (Rule("any", (Pattern("e", "duty"),)), Rule("named", (Pattern("u", "duty", (Check("item", "eq", 1),)),)))
    engine = durable({"duty": ("item",), "record": ("item",)}, missing("e"), *others)
    for order in permutations([Fact("duty", (1,)), Fact("record", (1,))]):
        duty = order.index(Fact("duty", (1,)))
        assert engine.run(order).matches == (Match(1, (duty,)), Match(2, (duty,)))


def test_a_kind_cannot_be_negated_before_and_matched_after_itself() -> None:
    """No order of facts would be safe for both rules."""
    other = Rule(
        "unasked",
        (Pattern("r", "record"), Pattern("d", "duty", joins=(Join("item", "eq", "r", "item"),), negated=True)),
    )
    with pytest.raises(ProgramError, match="need each other"):
        durable({"duty": ("item",), "record": ("item",)}, missing("d"), other)


FAULT_3 = """
def rule(name, least, op):
    return Rule(name, (
        Pattern("first", "a", (Test("amount", "gt", least),)),
        Pattern("second", "b", (), (Join("amount", op, "first", "amount"),)),
    ))
engine = DurableEngine(compile_program(Program(
    {"a": ("amount",), "b": ("amount",)}, (rule("r1", 10, "gt"), rule("r2", 50, "lt"))
)))
for _ in range(500):
    outcome = engine.run([Fact("a", (100,)), Fact("b", (200,)), Fact("a", (20,)), Fact("b", (5,))])
    assert outcome.matches == (Match(0, (0, 1)), Match(0, (2, 1)), Match(1, (0, 3))), outcome.matches
print("right")
"""

FAULT_4 = """
for _ in range(20):
    engine = DurableEngine(compile_program(Program({"f": ("x",), "g": ("x",)}, (Rule("r", (Pattern("f", "f"),)),))))
    for _ in range(20):
        assert engine.run([Fact("g", (1,))]).matches == ()
        assert engine.run([]).matches == ()
    engine.close()
print("right")
"""


@pytest.mark.parametrize("script", [FAULT_3, FAULT_4], ids=["fault_3_failing_last_join", "fault_4_no_match_at_all"])
@pytest.mark.parametrize("perturb", ["0", "85", "165"])
def test_faults_that_crash(script: str, perturb: str) -> None:
    assert run_apart(script, MALLOC_PERTURB_=perturb) == "right"


@pytest.mark.parametrize("value", [1e16, 1e-07, float("inf"), True, None, "1", 2**63])
def test_fault_6_a_value_that_would_cut_the_batch_off_is_refused(value: object) -> None:
    engine = durable({"f": ("x",)}, Rule("r", (Pattern("f", "f"),)))
    with pytest.raises(EngineError):
        engine.run([Fact("f", (1,)), Fact("f", (value,)), Fact("f", (3,))])  # type: ignore[arg-type]
    assert len(engine.run([Fact("f", (1,)), Fact("f", (2,)), Fact("f", (3,))]).matches) == 3


def test_fault_6_a_fact_of_too_many_properties_is_refused() -> None:
    """From 255 on the batch is cut off; as many fields as are allowed are read to the end."""
    fields = tuple(f"f{number}" for number in range(200))
    every = [
        Rule(f"r{at}", (Pattern("f", "f", tuple(Check(field, "eq", 1) for field in fields[at : at + 20])),))
        for at in range(0, 200, 20)
    ]
    assert len(durable({"f": fields}, *every).run([Fact("f", (1,) * 200)]).matches) == 10
    with pytest.raises(ProgramError, match="201 fields"):
        durable({"f": (*fields, "more")}, *every)


def test_fault_7_distinct_facts_are_all_kept() -> None:
    engine = durable({"f": ("x",)}, Rule("r", (Pattern("f", "f"),)))
    facts = [Fact("f", (number * 7919,)) for number in range(8000)]
    assert engine.run(facts).matches == tuple(Match(0, (number,)) for number in range(8000))


def test_fault_8_names_of_equal_hash_are_refused() -> None:
    with pytest.raises(ProgramError, match="same hash"):
        durable({"f": ("costarring", "liquid")}, Rule("r", (Pattern("f", "f", (Check("liquid", "eq", 1),)),)))


def joined(number: int) -> Rule:
    return Rule(f"r{number}", (Pattern("o", "duty"), Pattern("r", "record", joins=(Join("item", "eq", "o", "item"),))))


def test_fault_10_too_many_joins_on_one_path_are_refused() -> None:
    schema = {"duty": ("item",), "record": ("item",)}
    engine = durable(schema, *(joined(number) for number in range(60)))
    assert len(engine.run([Fact("record", (1,)), Fact("duty", (1,)), Fact("duty", (2,))]).matches) == 60
    with pytest.raises(ProgramError, match="65 paths at once"):
        durable(schema, *(joined(number) for number in range(65)))


def test_fault_10_the_widest_tree_allowed_works_and_one_that_hangs_is_refused() -> None:
    def rules(count: int) -> list[Rule]:
        return [Rule(f"r{number}", (Pattern("f", "f", (Check("x", "eq", number),)),)) for number in range(count)]

    engine = durable({"f": ("x",)}, *rules(400))
    assert engine.run([Fact("f", (399,)), Fact("f", (400,)), Fact("f", (0,))]).matches == (
        Match(0, (2,)),
        Match(399, (0,)),
    )
    with pytest.raises(ProgramError, match="512 different conditions"):
        durable({"f": ("x",)}, *rules(512))


def test_fault_10_as_many_patterns_on_one_path_as_are_allowed_work() -> None:
    def rules(count: int) -> list[Rule]:
        return [Rule(f"r{number}", (Pattern("f", "f"),)) for number in range(count)]

    assert len(durable({"f": ("x",)}, *rules(200)).run([Fact("f", (1,))]).matches) == 200
    with pytest.raises(ProgramError, match="257 patterns"):
        durable({"f": ("x",)}, *rules(257))
