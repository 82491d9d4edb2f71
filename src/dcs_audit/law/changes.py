"""What the law asks on one day and no longer, or otherwise, on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from dcs_audit.law import inside
from dcs_audit.law.basics import DatedValue, Model, Parameter, Window
from dcs_audit.law.model import Rule, Source, UnitType
from dcs_audit.law.packs import SubtypeEntry
from dcs_audit.law.questions import Check, CheckUse
from dcs_audit.law.rulebook import Rulebook

UNIT_TYPES: tuple[str, ...] = get_args(UnitType)
Path = tuple[str, ...]

_OPENERS = frozenset({"from_", "since"})
"""Fields with the day from which a word counts."""

W = TypeVar("W", Source, SubtypeEntry)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a rule that the later version writes otherwise. None: absent there."""

    path: Path
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A parameter with another value on the later day, or the same one by another clause."""

    parameter: Parameter
    before: DatedValue
    after: DatedValue

    @property
    def same_number(self) -> bool:
        """Whether only the clause that sets it is another."""
        return self.before.value == self.after.value


@dataclass(frozen=True, slots=True)
class Opening:
    """A part of a rule or check that counts only from a day between the two; `path` says where it stands."""

    path: Path
    part: Model
    day: date
    check: Check | None = None
    """The check that it belongs to; None where it is the rule's own."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A text or a subtype of unit that is in force on only one of the two days."""

    entry: Source | SubtypeEntry
    begins: bool

    @property
    def day(self) -> date:
        """Its first day in force, or its last one."""
        window = self.entry.in_force
        return window.from_ if self.begins or window.to is None else window.to


@dataclass(frozen=True, slots=True)
class Changed:
    """A duty in force on both days that asks something else on the later one."""

    before: Rule
    after: Rule
    words: tuple[Word, ...] = ()
    checks_added: tuple[str, ...] = ()
    checks_removed: tuple[str, ...] = ()
    """Names of checks."""
    numbers: tuple[NumberChange, ...] = ()
    openings: tuple[Opening, ...] = ()
    sources: tuple[Turn, ...] = ()
    """Texts that the later version cites and that begin or end between the days."""


@dataclass(frozen=True, slots=True)
class OfType:
    """The changes for one type of unit, in the rulebook's order."""

    unit_type: str
    added: tuple[Rule, ...]
    removed: tuple[Rule, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two days; types of unit without a change are left out."""

    start: date
    end: date
    types: tuple[OfType, ...]
    sources: tuple[Turn, ...]
    subtypes: tuple[Turn, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.types or self.sources or self.subtypes)


def compare(rulebook: Rulebook, start: date, end: date, unit_type: str | None = None) -> Changes:
    """The duties of `start` and `end` side by side, for every type of unit or one. Raises ValueError if start > end."""
    if start > end:
        raise ValueError("the first day lies after the second")
    sources = _turns(rulebook.sources.values(), start, end)
    subtypes = [entry for pack in rulebook.packs for entry in pack.file.subtypes]
    judge = _Comparison(rulebook, start, end, {turn.entry.id: turn for turn in sources})
    wanted = UNIT_TYPES if unit_type is None else (unit_type,)
    types = tuple(one for name in wanted if (one := judge.of_type(name)) is not None)
    return Changes(start, end, types, sources, _turns(subtypes, start, end))


class _Comparison:
    """Two days of one rulebook."""

    def __init__(self, rulebook: Rulebook, start: date, end: date, turns: Mapping[str, Turn]) -> None:
        self._rulebook, self._start, self._end, self._turns = rulebook, start, end, turns
        self._pairs: dict[str, Changed | None] = {}

    def of_type(self, unit_type: str) -> OfType | None:
        before, after = self._in_force(self._start, unit_type), self._in_force(self._end, unit_type)
        pairs = (self._changed(before[name], rule) for name, rule in after.items() if name in before)
        found = OfType(
            unit_type,
            tuple(rule for name, rule in after.items() if name not in before),
            tuple(rule for name, rule in before.items() if name not in after),
            tuple(pair for pair in pairs if pair is not None),
        )
        return found if found.added or found.removed or found.changed else None

    def _in_force(self, day: date, unit_type: str) -> dict[str, Rule]:
        rules = self._rulebook.rules
        return {rule.id: rule for rule in rules if rule.in_force.holds_on(day) and unit_type in rule.applies_to}

    def _changed(self, before: Rule, after: Rule) -> Changed | None:
        if after.id not in self._pairs:
            self._pairs[after.id] = self._compared(before, after)
        return self._pairs[after.id]

    def _compared(self, before: Rule, after: Rule) -> Changed | None:
        old, new = ([use.check for use in rule.checks] for rule in (before, after))
        found = Changed(
            before,
            after,
            tuple(_words(before, after)),
            tuple(name for name in new if name not in old),
            tuple(name for name in old if name not in new),
            tuple(self._numbers(after)),
            tuple(self._openings(after)),
            tuple(self._texts(after)),
        )
        parts = (found.words, found.checks_added, found.checks_removed, found.numbers, found.openings, found.sources)
        return found if any(parts) else None

    def _numbers(self, rule: Rule) -> Iterator[NumberChange]:
        for parameter in parameters_of(rule, self._rulebook):
            old, new = parameter.on(self._start), parameter.on(self._end)
            if (old.value, old.basis) != (new.value, new.basis):
                yield NumberChange(parameter, old, new)

    def _openings(self, rule: Rule) -> Iterator[Opening]:
        for path, part, day in _opened(rule, self._start, self._end):
            check = self._rulebook.checks[part.check] if isinstance(part, CheckUse) else None
            yield Opening(path, part, day, check)
        for use in rule.checks:
            check = self._rulebook.checks[use.check]
            for path, part, day in _opened(check, self._start, self._end):
                yield Opening(path, part, day, check)

    def _texts(self, rule: Rule) -> Iterator[Turn]:
        used = (rule, *(self._rulebook.checks[use.check] for use in rule.checks))
        cited = dict.fromkeys(cite.source for model in used for cite in inside.cites(model))
        yield from (self._turns[source] for source in cited if source in self._turns)


def parameters_of(rule: Rule, rulebook: Rulebook) -> tuple[Parameter, ...]:
    """The dated numbers that a rule or its checks use, each once."""
    found = list(inside.names(rule.due, rulebook.parameters)) if rule.due is not None else []
    for use in rule.checks:
        for option in rulebook.checks[use.check].options:
            found += inside.names(option, rulebook.parameters)
    return tuple(rulebook.parameters[name] for name in dict.fromkeys(found))


def _turns(entries: Iterable[W], start: date, end: date) -> tuple[Turn, ...]:
    """The entries in force on only one of the days, in the order in which they begin or end."""
    found = []
    for entry in entries:
        before, after = entry.in_force.holds_on(start), entry.in_force.holds_on(end)
        if before != after:
            found.append(Turn(entry, begins=after))
    return tuple(sorted(found, key=lambda turn: turn.day))


def _opened(model: Model, start: date, end: date) -> Iterator[tuple[Path, Model, date]]:
    """The parts of `model` that count from a day after `start` and no later than `end`."""
    for path, owner, day in _days(model, ()):
        if start < day <= end:
            yield path, owner, day


def _days(model: Model, path: Path) -> Iterator[tuple[Path, Model, date]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, date) and name in _OPENERS:
            yield path, model, value
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Model) and not isinstance(entry, Window):
                yield from _days(entry, (*path, _key(model, name)))


def _key(model: BaseModel, name: str) -> str:
    return type(model).model_fields[name].alias or name


def _words(before: Rule, after: Rule) -> Iterator[Word]:
    """The words of two versions that differ. The days in force differ always, and checks are told by their names."""
    if before is after:
        return
    written = (_dump(before, written=True), _dump(after, written=True))
    meant = (_dump(before, written=False), _dump(after, written=False))
    yield from _differing(written, meant, ())


def _dump(rule: Rule, *, written: bool) -> dict[str, Any]:
    """The words that the pack writes, or also those that go without saying."""
    data = rule.model_dump(mode="json", by_alias=True, exclude={"in_force"}, exclude_defaults=written)
    if rule.attest is not None:
        data.pop("absent_reason", None)  # the question itself, written out by the model
    uses = data.pop("checks", [])
    # Only how a check is used can differ for the same check; which checks there are is told apart from it.
    data["checks"] = {use["check"]: {key: value for key, value in use.items() if key != "check"} for use in uses}
    return data


def _differing(written: tuple[Any, Any], meant: tuple[Any, Any], path: Path) -> Iterator[Word]:
    """The leaves that differ. What one version leaves out and the other writes has the value that it stands for."""
    old, new = written
    if old == new:
        return
    if _is_part(old) and _is_part(new):
        shared = {*old} & {*new} if path == ("checks",) else {*old, *new}
        for key in [key for key in dict.fromkeys((*old, *new)) if key in shared]:
            below = (meant[0].get(key), meant[1].get(key))
            yield from _differing((old.get(key), new.get(key)), below, (*path, key))
    else:
        before, after = (
            there if there is not None else stands or None for there, stands in zip(written, meant, strict=True)
        )
        yield Word(path, before, after)


def _is_part(value: Any) -> bool:
    """Whether a value has words of its own; a sentence in two languages is one word."""
    return isinstance(value, dict) and not {"vi", "en"} & {*value}
