"""What goes to durable_rules and what comes back: facts as JSON text, activations as fact indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from dcs_audit.engine.compiler import SENTINEL
from dcs_audit.engine.interface import EngineError, Fact, Program, Ref, Rule

# One state at a time, always of the same name: two names of equal hash would share a state.
SID: Final = "0"

# durable_rules knows a fact by the 32-bit hash of its id; ids below this number, and the sentinels', all differ in it.
MAX_FACTS: Final = 100_000

# A fact as it is written: its index, then its values.
Row = tuple[int, ...]
# The indexes of the facts bound to a rule's positive patterns, in the order of the patterns.
Bound = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How facts of a kind are written: `template % shown(row)`, every row having `width` numbers."""

    width: int
    template: str
    shown: Callable[[Row], Any]

    def write(self, rows: Iterable[Row]) -> list[str]:
        template, shown = self.template, self.shown
        return [template % shown(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The fact that a match derives; each value is a constant or (positive pattern, position in its fact's values)."""

    kind: str
    values: tuple[int | tuple[int, int], ...]

    def derive(self, bounds: Iterable[Bound], facts: Sequence[Fact]) -> set[Fact]:
        places = self.values
        return {
            Fact(self.kind, tuple([at if isinstance(at, int) else facts[bound[at[0]]].values[at[1]] for at in places]))
            for bound in bounds
        }


@dataclass(frozen=True, slots=True)
class Reader:
    """How a rule's activations are read."""

    number: int
    aliases: tuple[str, ...]
    derivation: Derivation | None

    def read(self, frames: Sequence[Mapping[str, Mapping[str, Any]]], total: int) -> list[Bound]:
        """What each activation bound. Raises EngineError unless they are different matches of `total` facts."""
        columns = [[frame[alias]["id"] for frame in frames] for alias in self.aliases]
        bounds = list(zip(*columns, strict=True))
        if len(set(bounds)) != len(bounds):
            raise EngineError(f"durable_rules fired rule {self.number} twice for the same facts")
        if any(min(column) < 0 or max(column) >= total for column in columns):
            raise EngineError(f"durable_rules fired rule {self.number} for a fact that was not given")
        return bounds


def forms(program: Program) -> dict[str, Form]:
    """By kind. Only fields that some condition reads are written; what matches mean is looked up by index."""
    read: dict[str, set[str]] = {kind: set() for kind in program.schema}
    for rule in program.rules:
        kinds = {pattern.alias: pattern.kind for pattern in rule.patterns}
        for pattern in rule.patterns:
            read[pattern.kind].update(test.field for test in pattern.tests)
            for join in pattern.joins:
                read[pattern.kind].add(join.field)
                read[kinds[join.alias]].add(join.other)
    return {kind: _form(kind, fields, read[kind]) for kind, fields in program.schema.items()}


def _form(kind: str, fields: tuple[str, ...], read: set[str]) -> Form:
    places = [1 + place for place, field in enumerate(fields) if field in read]
    template = f'{{"id":%d,"sid":"{SID}","kind":"{kind}"' + "".join(f',"{fields[place - 1]}":%d' for place in places)
    return Form(1 + len(fields), template + "}", itemgetter(0, *places))


def readers(program: Program) -> dict[str, Reader]:
    """By the name that the compiler gave the rule."""
    return {f"r{number}": _reader(number, rule, program) for number, rule in enumerate(program.rules)}


def _reader(number: int, rule: Rule, program: Program) -> Reader:
    positive = {pattern.alias: pattern.kind for pattern in rule.patterns if not pattern.negated}
    aliases = tuple(positive)
    if rule.emit is None:
        return Reader(number, aliases, None)
    places = tuple(
        (aliases.index(value.alias), program.schema[positive[value.alias]].index(value.field))
        if isinstance(value, Ref)
        else value
        for value in rule.emit.values
    )
    return Reader(number, aliases, Derivation(rule.emit.kind, places))


def batch(number: int, facts: Iterable[str]) -> str:
    """One batch of facts with its sentinel, by which the end of the batch is known to have been read."""
    sentinel = f'{{"id":"~{number}","sid":"{SID}","kind":"{SENTINEL}"}}'
    return f"[{','.join([*facts, sentinel])}]"


def rows_by_kind(facts: Sequence[Fact], kinds: Mapping[str, Form], limit: int) -> dict[str, list[Row]]:
    """The facts as rows. Raises EngineError for one outside the schema or with a value not within ±limit."""
    if len(facts) > MAX_FACTS:
        raise EngineError(f"{len(facts)} facts, more than {MAX_FACTS}")
    rows: dict[str, list[Row]] = {kind: [] for kind in kinds}
    for index, (kind, values) in enumerate(facts):
        if kind not in rows:
            raise EngineError(f"fact {index}: unknown kind {kind!r}")
        rows[kind].append((index, *values))
    for kind, form in kinds.items():
        if not set(map(len, rows[kind])) <= {form.width}:
            raise EngineError(f"a fact of kind {kind!r} does not have {form.width - 1} values")
    # Anything but an integer that C can hold would be read as another value, or end the batch.
    numbers = list(chain.from_iterable([fact.values for fact in facts]))
    if not set(map(type, numbers)) <= {int}:
        raise EngineError("a fact has a value that is not a plain integer")
    if numbers and (max(numbers) >= limit or min(numbers) <= -limit):
        raise EngineError(f"a fact has a value not within ±{limit}")
    return rows
