"""How the reference engine evaluates a rule: every field resolved to a position in a row, once per program.

A fact is a row of integers, its index first and its values behind. A partial match is the rows of its facts one after
the other, so that every field a later pattern asks for has a fixed position.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dcs_audit.engine.interface import Emit, Join, Op, Pattern, Ref, Rule

Row = tuple[int, ...]
Compare = Callable[[int, int], bool]
Schema = Mapping[str, tuple[str, ...]]

_COMPARE: Final[dict[Op, Compare]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


# Selections and groupings are made once per program and shared by all rules that need them; eq=False because being
# the same is being the same object, which makes them cheap to look up.


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The facts of a kind that pass a pattern's tests: those in `group` of `grouping`, if any, then the others."""

    kind: str
    grouping: Grouping | None
    group: Any
    others: tuple[tuple[int, Compare, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """The selected facts by key."""

    selection: Selection
    key: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Residue:
    """A join that no lookup answers, on the row of the match with the candidate's behind it.

    It says `row[at] compare row[other] + plus`.
    """

    at: int
    compare: Compare
    other: int
    plus: int


@dataclass(frozen=True, slots=True)
class Step:
    """A pattern after the first: candidates whose key in `grouping` is the match's `key`, less `residues`."""

    grouping: Grouping
    key: Callable[[Row], Any]
    residues: tuple[Residue, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Derivation:
    """The fact that a match derives: `values` picks from the match's row with `constants` appended."""

    kind: str
    constants: Row
    values: Callable[[Row], Row]


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule ready to be evaluated; `indexes` picks the fact indexes of a complete match."""

    number: int
    first: Selection
    steps: tuple[Step, ...]
    indexes: Callable[[Row], Row]
    derivation: Derivation | None


class Planner:
    """Makes the plans of one program's rules."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._selections: dict[object, Selection] = {}
        self._groupings: dict[object, Grouping] = {}

    def plan(self, number: int, rule: Rule) -> Plan:
        """The plan of a rule that compile_program let through."""
        layout = _Layout(self._schema)
        layout.bind(rule.patterns[0])
        steps: list[Step] = []
        for pattern in rule.patterns[1:]:
            steps.append(self._step(pattern, layout))
            if not pattern.negated:
                layout.bind(pattern)
        first = self._select(rule.patterns[0])
        derivation = None if rule.emit is None else _derivation(rule.emit, layout)
        return Plan(number, first, tuple(steps), _pick_all(tuple(layout.starts.values())), derivation)

    def _select(self, pattern: Pattern) -> Selection:
        tests = [(_position(self._schema, pattern.kind, test.field), test.op, test.value) for test in pattern.tests]
        # Of several equalities on one field the lookup takes the first; the others are then ordinary tests.
        equal = {at: value for at, op, value in reversed(tests) if op == "eq"}
        others = tuple((at, _COMPARE[op], value) for at, op, value in tests if op != "eq" or equal[at] != value)
        all_of_kind = self._selection(pattern.kind, None, None, ())
        if not equal:
            return self._selection(pattern.kind, None, None, others)
        grouping = self._grouping(all_of_kind, tuple((at, 0) for at in equal))
        group = next(iter(equal.values())) if len(equal) == 1 else tuple(equal.values())
        return self._selection(pattern.kind, grouping, group, others)

    def _step(self, pattern: Pattern, layout: _Layout) -> Step:
        """A join `field == other + plus` is looked up as `field - plus == other`."""
        equalities = [join for join in pattern.joins if join.op == "eq"]
        key = _pick(tuple(layout.position(join.alias, join.other) for join in equalities))
        shifted = tuple((_position(self._schema, pattern.kind, join.field), join.plus) for join in equalities)
        residues = [_residue(join, pattern, layout) for join in pattern.joins if join.op != "eq"]
        if not pattern.negated:
            # Two patterns never bind the same fact; a negated pattern's kind differs from every positive one's.
            same = [layout.starts[alias] for alias, kind in layout.kinds.items() if kind == pattern.kind]
            residues += [Residue(layout.width, operator.ne, start, 0) for start in same]
        return Step(self._grouping(self._select(pattern), shifted), key, tuple(residues), pattern.negated)

    def _selection(self, kind: str, grouping: Grouping | None, group: Any, others: tuple[Any, ...]) -> Selection:
        key = (kind, grouping, group, others)
        return self._selections.setdefault(key, Selection(*key))

    def _grouping(self, selection: Selection, shifted: tuple[tuple[int, int], ...]) -> Grouping:
        return self._groupings.setdefault((selection, shifted), Grouping(selection, _pick_shifted(shifted)))


def _pick(positions: tuple[int, ...]) -> Callable[[Row], Any]:
    """A lookup key: the bare value at one position, else the tuple of the values at all of them."""
    return operator.itemgetter(*positions) if positions else _nothing


def _pick_shifted(positions: tuple[tuple[int, int], ...]) -> Callable[[Row], Any]:
    """As `_pick`, with each value lessened by the number beside its position."""
    if not any(less for _, less in positions):
        return _pick(tuple(at for at, _ in positions))
    if len(positions) == 1:
        ((only, shift),) = positions
        return lambda row: row[only] - shift
    return lambda row: tuple([row[at] - less for at, less in positions])


def _pick_all(positions: tuple[int, ...]) -> Callable[[Row], Row]:
    """The values at the positions, always as a tuple."""
    if len(positions) == 1:
        # A slice of one, unlike an item, is a tuple.
        return operator.itemgetter(slice(positions[0], positions[0] + 1))
    return _pick(positions)


def _nothing(row: Row) -> Row:
    return ()


class _Layout:
    """Where each bound pattern's fact begins in the row of a partial match."""

    __slots__ = ("kinds", "schema", "starts", "width")

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.kinds: dict[str, str] = {}
        self.starts: dict[str, int] = {}
        self.width = 0

    def bind(self, pattern: Pattern) -> None:
        self.kinds[pattern.alias] = pattern.kind
        self.starts[pattern.alias] = self.width
        self.width += 1 + len(self.schema[pattern.kind])

    def position(self, alias: str, field: str) -> int:
        return self.starts[alias] + _position(self.schema, self.kinds[alias], field)


def _position(schema: Schema, kind: str, field: str) -> int:
    return 1 + schema[kind].index(field)


def _residue(join: Join, pattern: Pattern, layout: _Layout) -> Residue:
    at = layout.width + _position(layout.schema, pattern.kind, join.field)
    return Residue(at, _COMPARE[join.op], layout.position(join.alias, join.other), join.plus)


def _derivation(emit: Emit, layout: _Layout) -> Derivation:
    constants = tuple(value for value in emit.values if not isinstance(value, Ref))
    free = iter(range(layout.width, layout.width + len(constants)))
    places = [
        layout.position(value.alias, value.field) if isinstance(value, Ref) else next(free) for value in emit.values
    ]
    return Derivation(emit.kind, constants, _pick_all(tuple(places)))
