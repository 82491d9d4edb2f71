"""The second opinion: the same programs evaluated in plain Python, set at a time, with hash joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, repeat
from operator import add, itemgetter
from typing import Any

from dcs_audit.engine._plan import Derivation, Grouping, Plan, Planner, Residue, Row, Schema, Selection, Step
from dcs_audit.engine.compiler import CompiledProgram
from dcs_audit.engine.interface import EngineError, Fact, Match, Outcome

_Groups = Mapping[Any, list[Row]]

# A named tuple from a plain one; `_make` and the constructor do the same a good deal more slowly.
_fact = partial(tuple.__new__, Fact)
_match = partial(tuple.__new__, Match)


class ReferenceEngine:
    """Evaluates a compiled program directly; needs nothing but Python."""

    name = "reference"

    def __init__(self, compiled: CompiledProgram) -> None:
        self._schema = compiled.program.schema
        level = {kind: number for number, kinds in enumerate(compiled.levels) for kind in kinds}
        planner = Planner(self._schema)
        batches: list[list[Plan]] = [[] for _ in compiled.levels]
        for number, rule in enumerate(compiled.program.rules):
            batch = max(level[pattern.kind] for pattern in rule.patterns)
            batches[batch].append(planner.plan(number, rule))
        self._batches = tuple(map(tuple, batches))
        self._rules = len(compiled.program.rules)

    def run(self, facts: Sequence[Fact]) -> Outcome:
        """All matches over `facts` and what they derive. Raises EngineError for facts outside the schema."""
        rows = _rows(facts, self._schema)
        known = dict.fromkeys(facts)
        if len(known) != len(facts):
            raise EngineError("two of the given facts are equal")
        memory = _Memory(rows)
        matches: list[Iterable[Match]] = [()] * self._rules
        for plans in self._batches:
            derived: set[Fact] = set()
            for plan in plans:
                found = _evaluate(plan, memory)
                # Rows are joined in the order of their indexes, so a rule's matches come out sorted.
                matches[plan.number] = map(_match, zip(repeat(plan.number), map(plan.indexes, found)))
                if plan.derivation is not None:
                    derived.update(_derive(plan.derivation, found))
            for fact in sorted([fact for fact in derived if fact not in known]):
                rows[fact.kind].append((len(known), *fact.values))
                known[fact] = None
        return Outcome(tuple(known), tuple(chain.from_iterable(matches)))


class _Memory:
    """The facts that patterns ask for, selected and grouped when first asked for.

    No kind is asked for before the batch in which all its facts are known, so nothing kept here goes stale.
    """

    __slots__ = ("_groups", "_rows", "_selected")

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        self._rows = rows
        self._selected: dict[Selection, list[Row]] = {}
        self._groups: dict[Grouping, _Groups] = {}

    def select(self, selection: Selection) -> list[Row]:
        """The rows that pass the tests, by index."""
        rows = self._selected.get(selection)
        if rows is None:
            if selection.grouping is None:
                rows = self._rows[selection.kind]
            else:
                rows = self.groups(selection.grouping).get(selection.group, [])
            for at, compare, value in selection.others:
                rows = [row for row in rows if compare(row[at], value)]
            self._selected[selection] = rows
        return rows

    def groups(self, grouping: Grouping) -> _Groups:
        """The selected rows by key, each group by index."""
        groups = self._groups.get(grouping)
        if groups is None:
            rows = self.select(grouping.selection)
            grouped: dict[Any, list[Row]] = defaultdict(list)
            for key, row in zip(map(grouping.key, rows), rows, strict=True):
                grouped[key].append(row)
            groups = self._groups[grouping] = grouped
        return groups


def _rows(facts: Sequence[Fact], schema: Schema) -> dict[str, list[Row]]:
    """The given facts by kind, checked against the schema."""
    rows: dict[str, list[Row]] = {kind: [] for kind in schema}
    try:
        for index, (kind, values) in enumerate(facts):
            rows[kind].append((index, *values))
    except KeyError as error:
        raise EngineError(f"unknown kind {error}") from None
    for kind, group in rows.items():
        if not set(map(len, group)) <= {1 + len(schema[kind])}:
            raise EngineError(f"a fact of kind {kind!r} does not have {len(schema[kind])} values")
    # How large a number is makes no difference here, but a truth value or a fraction is a slip of the caller.
    if not set(map(type, chain.from_iterable(map(itemgetter(1), facts)))) <= {int}:
        raise EngineError("a fact has a value that is not a plain integer")
    return rows


def _evaluate(plan: Plan, memory: _Memory) -> list[Row]:
    found = memory.select(plan.first)
    for step in plan.steps:
        if not found:
            break
        found = _exclude(found, step, memory) if step.negated else _extend(found, step, memory)
    return found


def _extend(found: list[Row], step: Step, memory: _Memory) -> list[Row]:
    groups, key = memory.groups(step.grouping), step.key
    rows = [left + right for left in found for right in groups.get(key(left), ())]
    for residue in step.residues:
        rows = _passing(rows, residue)
    return rows


def _exclude(found: list[Row], step: Step, memory: _Memory) -> list[Row]:
    groups, key = memory.groups(step.grouping), step.key
    if not step.residues:
        return [left for left in found if key(left) not in groups]
    return [left for left in found if not _any_holds(left, groups.get(key(left), ()), step.residues)]


def _any_holds(left: Row, candidates: Iterable[Row], residues: tuple[Residue, ...]) -> bool:
    rows = [left + right for right in candidates]
    for residue in residues:
        rows = _passing(rows, residue)
    return bool(rows)


def _passing(rows: list[Row], residue: Residue) -> list[Row]:
    at, compare, other, plus = residue.at, residue.compare, residue.other, residue.plus
    if not plus:
        return [row for row in rows if compare(row[at], row[other])]
    return [row for row in rows if compare(row[at], row[other] + plus)]


def _derive(derivation: Derivation, found: list[Row]) -> Iterable[Fact]:
    rows: Iterable[Row] = map(add, found, repeat(derivation.constants)) if derivation.constants else found
    return map(_fact, zip(repeat(derivation.kind), map(derivation.values, rows)))
