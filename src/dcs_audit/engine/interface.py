"""What an inference engine is asked and what it answers.

A program is a set of forward-chaining rules over flat facts. A fact is a kind and a tuple of integers whose
meaning the program's schema gives. A rule matches one fact per positive pattern, no fact for a negated one, and may
derive a new fact from each match. An engine returns every match; what the matches mean is not its business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

Op = Literal["eq", "ne", "lt", "le", "gt", "ge"]


class Fact(NamedTuple):
    """One fact: its kind and its values in the order of the schema's fields, |value| < 2**63."""

    kind: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Test:
    """A field of the pattern's fact compared with a constant: `field op value`, |value| < 2**31."""

    field: str
    op: Op
    value: int


@dataclass(frozen=True, slots=True)
class Join:
    """A field compared with one of an earlier positive pattern's fact: `field op alias.other + plus`."""

    field: str
    op: Op
    alias: str
    other: str
    plus: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one fact must look like; with `negated`, that no fact looks so. Two patterns never bind the same fact."""

    alias: str
    kind: str
    tests: tuple[Test, ...] = ()
    joins: tuple[Join, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """The value of a field of the fact bound to `alias`."""

    alias: str
    field: str


@dataclass(frozen=True, slots=True)
class Emit:
    """The fact that each match of a rule derives: one value per field of the kind's schema, in that order."""

    kind: str
    values: tuple[Ref | int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """All patterns must hold; the first is positive. `emit` makes a derived fact, equal ones being one fact."""

    name: str
    patterns: tuple[Pattern, ...]
    emit: Emit | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """Schema (kind to field names) and rules. Facts of a kind may be given, derived, or both."""

    schema: Mapping[str, tuple[str, ...]]
    rules: tuple[Rule, ...]


class Match(NamedTuple):
    """A rule that held, and the index in `Outcome.facts` of the fact bound to each positive pattern, in order."""

    rule: int
    facts: tuple[int, ...]


class Outcome(NamedTuple):
    """Given facts in their order, then derived facts in the engine-independent order of `levels`; sorted matches."""

    facts: tuple[Fact, ...]
    matches: tuple[Match, ...]


class ProgramError(ValueError):
    """A program outside the subset in which the engines are known to be exact; the message says where."""


class EngineError(RuntimeError):
    """An engine could not answer, or answered something impossible. The unit was not audited."""


class Engine(Protocol):
    """One compiled program, ready to be run on any number of fact sets."""

    name: str

    def run(self, facts: Sequence[Fact]) -> Outcome:
        """All matches over `facts` and what they derive. Raises EngineError; keeps nothing between calls."""
        ...
