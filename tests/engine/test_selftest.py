"""The self-test: both engines pass it, and a faulty one does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dcs_audit.engine import selftest
from dcs_audit.engine.compiler import CompiledProgram
from dcs_audit.engine.durable import available
from dcs_audit.engine.interface import EngineError, Fact, Outcome
from dcs_audit.engine.program import RULE_NAMES
from dcs_audit.engine.reference import ReferenceEngine
from dcs_audit.engine.selftest import exams, failures

Spoil = Callable[[Outcome], Outcome]


@pytest.mark.parametrize(
    "engine",
    [
        "reference",
        pytest.param(
            "durable_rules", marks=pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here")
        ),
    ],
)
def test_both_engines_pass(engine: str) -> None:
    assert failures(engine) == []


def spoilt(monkeypatch: pytest.MonkeyPatch, spoil: Spoil) -> list[str]:
    class Faulty(ReferenceEngine):
        def __init__(self, compiled: CompiledProgram) -> None:
            super().__init__(compiled)

        def run(self, facts: Sequence[Fact]) -> Outcome:
            return spoil(super().run(facts))

    monkeypatch.setattr(selftest, "ReferenceEngine", Faulty)
    return failures("reference")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda outcome: Outcome(outcome.facts, outcome.matches[1:]),
        lambda outcome: Outcome(outcome.facts, outcome.matches[:-1]),
        lambda outcome: Outcome(outcome.facts, outcome.matches + outcome.matches[:1]),
        lambda outcome: Outcome(outcome.facts, ()),
    ],
    ids=["first match lost", "last match lost", "a match twice", "no match at all"],
)
def test_an_engine_that_answers_wrongly_fails_every_exam_with_findings(
    spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = spoilt(monkeypatch, spoil)
    named = {line.partition(":")[0] for line in wrong}
    assert named == {exam.name for exam in exams() if exam.found}


def test_a_fact_taken_for_another_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def swap(outcome: Outcome) -> Outcome:
        return Outcome((outcome.facts[1], outcome.facts[0], *outcome.facts[2:]), outcome.matches)

    assert any(line.startswith("negation") for line in spoilt(monkeypatch, swap))


def test_an_engine_that_refuses_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(outcome: Outcome) -> Outcome:
        raise EngineError("code 303")

    wrong = spoilt(monkeypatch, refuse)
    assert {line.partition(":")[0] for line in wrong} == {exam.name for exam in exams()}
    assert all(line.endswith(": code 303") for line in wrong)


def test_the_program_of_every_audit_is_examined() -> None:
    """At least one rule of each step, so that a build which breaks only joins, or only negation, is found."""
    asked = {name for exam in exams() for name, _ in exam.found}
    assert asked >= {"gate_shut", "gate_open", "out_of_scope", "claim_stands", "answered", "done_late", "missing"}
    assert asked & set(RULE_NAMES) >= {"pending", "hopeful", "kept"}
