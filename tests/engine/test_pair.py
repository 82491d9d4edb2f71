"""The pair of engines, and the choice among them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from dcs_audit.engine.durable import available
from dcs_audit.engine.interface import EngineError, Fact, Match, Outcome, Pattern, Program, ProgramError, Rule
from dcs_audit.engine.pair import PairEngine, make_engine

PROGRAM = Program({"a": ("x",)}, (Rule("seen", (Pattern("a", "a"),)),))
FACTS = (Fact("a", (5,)), Fact("a", (6,)))
RIGHT = Outcome(FACTS, (Match(0, (0,)), Match(0, (1,))))
needs_durable = pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here")


class Fixed:
    """An engine that always gives the same answer."""

    def __init__(self, name: str, outcome: Outcome) -> None:
        self.name = name
        self._outcome = outcome

    def run(self, facts: Sequence[Fact]) -> Outcome:
        return self._outcome


def pair(first: Outcome, second: Outcome) -> PairEngine:
    return PairEngine(Fixed("one", first), Fixed("two", second), PROGRAM)


def test_what_both_say_is_the_answer() -> None:
    engine = pair(RIGHT, RIGHT)
    assert engine.name == "one+two"
    assert engine.run(FACTS) == RIGHT


def test_a_difference_is_an_error_that_names_rule_and_facts() -> None:
    with pytest.raises(EngineError) as caught:
        pair(RIGHT, Outcome(FACTS, RIGHT.matches[:1])).run(FACTS)
    assert str(caught.value) == "engine disagreement: only one: rule 'seen' on a(6,)"
    with pytest.raises(EngineError, match=r"only two: fact a\(7,\)"):
        pair(RIGHT, Outcome((*FACTS, Fact("a", (7,))), RIGHT.matches)).run(FACTS)


def test_a_difference_in_numbering_or_count_is_one_too() -> None:
    with pytest.raises(EngineError, match="numbered, ordered or counted differently"):
        pair(RIGHT, Outcome(FACTS[::-1], RIGHT.matches)).run(FACTS)
    with pytest.raises(EngineError, match="numbered, ordered or counted differently"):
        pair(RIGHT, Outcome(FACTS, RIGHT.matches * 2)).run(FACTS)


def test_only_the_first_differences_are_named() -> None:
    facts = tuple(Fact("a", (number,)) for number in range(9))
    with pytest.raises(EngineError) as caught:
        pair(Outcome(facts, tuple(Match(0, (number,)) for number in range(9))), Outcome(facts, ())).run(facts)
    assert str(caught.value).count("rule 'seen'") == 5
    assert str(caught.value).endswith("; and 4 more")


@needs_durable
@pytest.mark.parametrize(
    ("choice", "name"),
    [("both", "durable_rules+reference"), ("durable", "durable_rules"), ("reference", "reference")],
)
def test_the_choice_of_an_engine(choice: str, name: str) -> None:
    engine = make_engine(PROGRAM, choice)
    assert engine.name == name
    assert engine.run(FACTS) == RIGHT


def test_without_durable_rules_the_reference_runs_alone_unless_durable_was_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    engine = make_engine(PROGRAM, "both")
    assert engine.name == "reference"
    assert engine.run(FACTS) == RIGHT
    with pytest.raises(EngineError, match="choose the reference engine"):
        make_engine(PROGRAM, "durable")


@pytest.mark.parametrize("choice", ["both", "durable", "reference"])
def test_a_faulty_program_is_refused_whatever_the_engine(choice: str) -> None:
    with pytest.raises(ProgramError):
        make_engine(Program({}, (Rule("seen", (Pattern("a", "a"),)),)), choice)
