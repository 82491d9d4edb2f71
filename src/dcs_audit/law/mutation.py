"""Tries mutants: which of them does some case notice, and which do all cases let pass."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from dcs_audit.law.casebook import rule_file_of
from dcs_audit.law.cases import PlacedWindow, Trial
from dcs_audit.law.homes import Homes, with_days_of
from dcs_audit.law.loader import PackError
from dcs_audit.law.mutants import Entry, Mutant, Uses, mutants
from dcs_audit.law.rulebook import Rulebook, assemble
from dcs_audit.law.trials import run_trial, submit

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.casebook import Casebook
    from dcs_audit.law.loader import Pack
    from dcs_audit.records.reader import Loaded

E = TypeVar("E")

_Built: TypeAlias = "dict[frozenset[str], Rulebook | None]"
"""By the names of packs, their rulebook with one mutant in it; None where it is refused."""


class Fate(StrEnum):
    """What became of a mutant: some case noticed it, none did, or no pack can hold it, since the loader refuses it."""

    KILLED = "killed"
    SURVIVED = "survived"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Toll:
    """How many mutants there were, and which survived; those that no pack can hold are not counted."""

    mutants: int
    survivors: tuple[Mutant, ...]

    @property
    def killed(self) -> int:
        """How many some case noticed."""
        return self.mutants - len(self.survivors)


def toll(tried: Iterable[tuple[Mutant, Fate]]) -> Toll:
    """The toll of mutants whose fates are known."""
    counted = [(mutant, fate) for mutant, fate in tried if fate is not Fate.REFUSED]
    return Toll(len(counted), tuple(mutant for mutant, fate in counted if fate is Fate.SURVIVED))


def toll_by(key: Callable[[Mutant], str], tried: Iterable[tuple[Mutant, Fate]]) -> dict[str, Toll]:
    """A toll for each value of `key` (file, operator), in the order of the mutants."""
    groups: dict[str, list[tuple[Mutant, Fate]]] = {}
    for mutant, fate in tried:
        groups.setdefault(key(mutant), []).append((mutant, fate))
    return {name: toll(group) for name, group in groups.items()}


class Laboratory:
    """A rulebook's mutants and the cases that are to kill them.

    The cases must hold of the rulebook itself. They are run on `auditor`'s engine, each on as few rules as its verdict
    depends on; unit files are read once.
    """

    def __init__(self, casebook: Casebook, auditor: Auditor, only: frozenset[str] | None = None) -> None:
        """`only`: the rules whose mutants are wanted, all without it."""
        self._casebook = casebook
        self._auditor = auditor
        self._only = only
        self._uses = Uses(casebook.rulebook)
        self._loaded: dict[int, Loaded] = {}
        self._order = {rule: list(trials) for rule, trials in casebook.by_rule.items()}
        self._narrowed: dict[frozenset[str], tuple[Pack, ...]] = {}
        self._homes = Homes(casebook.rulebook)

    @cached_property
    def mutants(self) -> list[Mutant]:
        """Every mutant to be tried, in the order of packs and files."""
        return mutants(self._casebook.rulebook, self._uses, self._only)

    @cached_property
    def trials(self) -> Casebook:
        """The cases and windows that may kill a mutant; they must hold before any is tried."""
        rules = {rule for mutant in self.mutants for rule in mutant.targets}
        kept = (trial for trial in self._casebook.trials if trial.rule in rules)
        return replace(self._casebook, trials=tuple(kept))

    def fate(self, mutant: Mutant) -> Fate:
        """What becomes of a mutant."""
        built: _Built = {}
        everything = frozenset(pack.name for pack in self._casebook.rulebook.packs)
        if self._rulebook(mutant, self._own.get(mutant.file, everything), built) is None:
            return Fate.REFUSED
        noticed = any(self._noticed(mutant, rule, built) for rule in mutant.targets)
        return Fate.KILLED if noticed else Fate.SURVIVED

    @cached_property
    def _own(self) -> dict[str, frozenset[str]]:
        """By rule file, the packs by which its cases are judged, where it has any."""
        found = {rule_file_of(trial): trial for trial in self._casebook.trials}
        return {file: frozenset(pack.name for pack in self._homes.packs(trial)) for file, trial in found.items()}

    def _rulebook(self, mutant: Mutant, names: frozenset[str], built: _Built) -> Rulebook | None:
        """The rulebook of these packs with the mutant in it, made once; None if it is refused."""
        if names not in built:
            built[names] = self._built(mutant, names)
        return built[names]

    def _built(self, mutant: Mutant, names: frozenset[str]) -> Rulebook | None:
        """The rulebook of the rules that the mutant concerns, checked as every rulebook is; None if it is refused."""
        needed = self._uses.needed(mutant.targets)
        if needed not in self._narrowed:
            packs = self._casebook.rulebook.packs
            used = {use.check for pack in packs for rule in pack.rules if rule.id in needed for use in rule.checks}
            self._narrowed[needed] = tuple(_narrowed(pack, needed, used) for pack in packs)
        kept = (pack for pack in self._narrowed[needed] if pack.name in names)
        try:
            book = assemble(tuple(_swapped(pack, mutant.entry, mutant.edit.value) for pack in kept))
        except PackError:
            return None
        return with_days_of(book, self._casebook.rulebook)

    def _noticed(self, mutant: Mutant, rule: str, built: _Built) -> bool:
        """Whether a case or window of `rule` no longer holds."""
        needed = self._uses.needed([rule])
        auditors: dict[frozenset[str], Auditor | None] = {}
        windows_first = mutant.edit.loc[0] == "in_force"
        trials = self._order.get(rule, [])
        for trial in sorted(trials, key=lambda trial: isinstance(trial, PlacedWindow) is not windows_first):
            names = frozenset(pack.name for pack in self._homes.packs(trial))
            if names not in auditors:
                auditors[names] = self._asking(self._rulebook(mutant, names, built), needed)
            auditor = auditors[names]
            if auditor is not None and self._fails(trial, auditor):
                trials.remove(trial)
                trials.insert(0, trial)  # what noticed one slip is likely to notice the next
                return True
        return False

    def _asking(self, rulebook: Rulebook | None, needed: frozenset[str]) -> Auditor | None:
        """An auditor that knows these rules alone; None where no pack of others can hold the mutant."""
        if rulebook is None:
            return None
        auditor = copy(self._auditor)
        auditor.rulebook = replace(rulebook, rules=tuple(one for one in rulebook.rules if one.id in needed))
        return auditor

    def _fails(self, trial: Trial, auditor: Auditor) -> bool:
        loaded = self._loaded.get(id(trial))
        if loaded is None:
            loaded = self._loaded[id(trial)] = submit(trial, self._homes.rulebook(trial).vocabulary)
        try:
            return not run_trial(trial, auditor, loaded).holds
        except Exception:  # a rulebook on which an audit breaks does not give the verdict that the case expects
            return True


def _narrowed(pack: Pack, rules: frozenset[str], used: Collection[str]) -> Pack:
    """The pack with these rules and the checks `used` by them alone, whichever pack the rules are in."""
    kept = [(rule, place) for rule, place in pack.placed_rules() if rule.id in rules]
    checks = [(check, place) for check, place in pack.placed_checks() if check.name in used]
    places = {
        **pack.places,
        "rules": tuple(at for _, at in kept),
        "checks": tuple(at for _, at in checks),
        "restated": (),
    }
    return replace(
        pack,
        file=pack.file.model_copy(update={"targets": ()}),  # these name rules that are not kept, and judge nothing
        rules=tuple(rule for rule, _ in kept),
        checks=tuple(check for check, _ in checks),
        restated=(),
        places=places,
    )


def _swapped(pack: Pack, entry: Entry, mutated: Entry) -> Pack:
    """The pack with `mutated` in the place of `entry`, if it holds it."""

    def swap(entries: tuple[E, ...]) -> tuple[E, ...]:
        return tuple(mutated if one is entry else one for one in entries)  # type: ignore[misc]

    return replace(pack, rules=swap(pack.rules), checks=swap(pack.checks), parameters=swap(pack.parameters))
