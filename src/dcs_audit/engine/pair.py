"""Two engines as one that answers only what both agree on, and the choice of an engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.durable import DurableEngine, available
from dcs_audit.engine.interface import Engine, EngineError, Fact, Match, Outcome, Program
from dcs_audit.engine.reference import ReferenceEngine

Choice = Literal["both", "durable", "reference"]

_SHOWN: Final = 5


class PairEngine:
    """Runs both engines on every unit; any difference is an error, so neither's fault can pass for a result."""

    def __init__(self, first: Engine, second: Engine, program: Program) -> None:
        """`program` is what both run; it names the rules of differing matches."""
        self.name = f"{first.name}+{second.name}"
        self._first = first
        self._second = second
        self._program = program

    def run(self, facts: Sequence[Fact]) -> Outcome:
        """The answer both give. Raises EngineError when they differ or one of them raises it."""
        first, second = self._first.run(facts), self._second.run(facts)
        if first != second:
            raise EngineError(f"engine disagreement: {'; '.join(self._differences(first, second))}")
        return first

    def _differences(self, first: Outcome, second: Outcome) -> list[str]:
        sides = ((self._first, first, second), (self._second, second, first))
        lines = [
            f"only {engine.name}: {line}"
            for engine, ours, theirs in sides
            for line in sorted(self._lines(ours) - self._lines(theirs))
        ]
        if not lines:
            return ["the same matches are numbered, ordered or counted differently"]
        hidden = len(lines) - _SHOWN
        return lines[:_SHOWN] + ([f"and {hidden} more"] if hidden > 0 else [])

    def _lines(self, outcome: Outcome) -> set[str]:
        """Matches and facts by content, as equal facts may be numbered differently."""
        matches = {self._line(match, outcome) for match in outcome.matches}
        return matches | {f"fact {_text(fact)}" for fact in outcome.facts}

    def _line(self, match: Match, outcome: Outcome) -> str:
        facts = ", ".join(_text(outcome.facts[index]) for index in match.facts)
        return f"rule {self._program.rules[match.rule].name!r} on {facts}"


def make_engine(program: Program, choice: Choice) -> Engine:
    """The engine to run `program` with.

    With "both", where durable_rules cannot be loaded, the reference engine alone: its name then tells. With "durable"
    that is an EngineError. Raises ProgramError as compile_program does.
    """
    compiled = compile_program(program)
    if choice == "durable":
        return DurableEngine(compiled)
    if choice == "reference" or not available():
        return ReferenceEngine(compiled)
    return PairEngine(DurableEngine(compiled), ReferenceEngine(compiled), program)


def _text(fact: Fact) -> str:
    return f"{fact.kind}{fact.values}"
