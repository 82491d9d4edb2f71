"""Mutants: a rulebook with one slip in it. A good set of cases notices every one of them.

A mutant is of a rule, of a check, or of a parameter; `targets` are the rules whose verdicts it may change. Left out are
slips that the loader refuses and those that provably change no verdict (see `law.idle`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dcs_audit.law.basics import Model, Parameter
from dcs_audit.law.edits import Edit, edits
from dcs_audit.law.idle import changes_nothing
from dcs_audit.law.model import Rule
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check
from dcs_audit.law.rulebook import Rulebook

Entry: TypeAlias = Rule | Check | Parameter
Kind = Literal["rule", "check", "parameter"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip in one entry of a pack."""

    entry: Entry
    place: Place
    edit: Edit
    targets: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """What the entry is."""
        return "rule" if isinstance(self.entry, Rule) else "check" if isinstance(self.entry, Check) else "parameter"

    @property
    def name(self) -> str:
        """The name by which the pack knows the entry."""
        return self.entry.name if isinstance(self.entry, Check) else self.entry.id

    @property
    def file(self) -> str:
        """The rule file in which the entry stands, `pack/file.yaml`."""
        return self.place.file


class Uses:
    """Which rules depend on which checks, parameters and other rules."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rules: dict[str, list[Rule]] = {}
        """The versions of each rule."""
        self.of_check: dict[str, list[str]] = {}
        self.of_parameter: dict[str, list[str]] = {}
        self._followers: dict[str, list[str]] = {}
        texts = {name: frozenset(_texts(check.options)) for name, check in rulebook.checks.items()}
        for rule in rulebook.rules:
            self.rules.setdefault(rule.id, []).append(rule)
            if rule.follows is not None:
                self._followers.setdefault(rule.follows, []).append(rule.id)
            said = set(_texts(rule.due))
            for use in rule.checks:
                _note(self.of_check, use.check, rule.id)
                said |= texts[use.check]
            for name in sorted(said & rulebook.parameters.keys()):
                _note(self.of_parameter, name, rule.id)

    def touched(self, rules: Iterable[str]) -> tuple[str, ...]:
        """These rules and all that judge the record that one of them decided on."""
        found: dict[str, None] = {}
        waiting = list(rules)
        while waiting:
            rule = waiting.pop(0)
            if rule not in found:
                found[rule] = None
                waiting.extend(self._followers.get(rule, ()))
        return tuple(found)

    def needed(self, rules: Iterable[str]) -> frozenset[str]:
        """These rules and all that they follow."""
        found: set[str] = set()
        waiting = list(rules)
        while waiting:
            rule = waiting.pop()
            if rule not in found:
                found.add(rule)
                waiting.extend(version.follows for version in self.rules[rule] if version.follows is not None)
        return frozenset(found)


def _note(uses: dict[str, list[str]], name: str, rule: str) -> None:
    users = uses.setdefault(name, [])
    if rule not in users:
        users.append(rule)


def _texts(value: object) -> Iterator[str]:
    """Every text in a part of an entry: among them, the names of the parameters that it uses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)


def mutants(rulebook: Rulebook, uses: Uses, only: frozenset[str] | None = None) -> list[Mutant]:
    """Every mutant in the order of packs and files; with `only`, those that may change a verdict of these rules.

    A mutant of something shared has all rules that use it for targets, whatever `only` says.
    """
    found: list[Mutant] = []
    for pack in rulebook.packs:
        placed: list[tuple[Entry, Place, Collection[str]]] = [
            *((rule, place, [rule.id]) for rule, place in pack.placed_rules()),
            *((check, place, uses.of_check.get(check.name, ())) for check, place in pack.placed_checks()),
            *((entry, place, uses.of_parameter.get(entry.id, ())) for entry, place in pack.placed_parameters()),
        ]
        for entry, place, users in placed:
            if not users or (only is not None and only.isdisjoint(users)):
                continue
            targets = uses.touched(users)
            found += [
                Mutant(entry, place, edit, targets)
                for edit in edits(entry, _written(entry, place))
                if not changes_nothing(entry, edit, rulebook, users)
            ]
    order = {file: number for number, file in enumerate(dict.fromkeys(mutant.file for mutant in found))}
    return sorted(found, key=lambda mutant: order[mutant.file])


def _written(entry: Entry, place: Place) -> frozenset[str] | None:
    """The keys of an attested rule as its author wrote them, the others being made of them; None for the rest."""
    if getattr(entry, "attest", None) is None:
        return None
    keys = (field.alias or name for name, field in type(entry).model_fields.items())
    return frozenset(key for key in keys if place.positions.of((*place.loc, key)) is not None)
