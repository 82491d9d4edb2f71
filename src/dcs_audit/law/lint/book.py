"""What lint looks at: the packs as read, their cases, and the inventory of the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dcs_audit.law.basics import Model, Parameter
from dcs_audit.law.cases import Placed
from dcs_audit.law.coverage import Inventory
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule, Source
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check, CheckUse
from dcs_audit.law.trials import TrialResult


@dataclass(frozen=True)
class Book:
    """Packs to lint together. Names that nobody defines are passed over: loading tells them."""

    packs: tuple[Pack, ...]
    inventory: Inventory = field(default_factory=lambda: Inventory({}, {}))
    """The articles, clauses and points that the sources are known to have."""
    cases: tuple[Placed, ...] | None = ()
    """The cases of all packs; None where some could not be read, so that what seems lacking may be there."""
    results: tuple[TrialResult, ...] | None = None
    """What the cases gave; None where they could not be run."""
    lacking: bool = False
    """Whether a pack that was asked for is not there."""

    @cached_property
    def rules(self) -> tuple[tuple[Rule, Place], ...]:
        """Every rule of every pack."""
        return tuple(placed for pack in self.packs for placed in pack.placed_rules())

    @cached_property
    def checks(self) -> dict[str, tuple[Check, Place]]:
        """Every check by its name."""
        return {check.name: (check, place) for pack in self.packs for check, place in pack.placed_checks()}

    @cached_property
    def parameters(self) -> dict[str, tuple[Parameter, Place]]:
        """Every parameter by its id."""
        placed = (one for pack in self.packs for one in pack.placed_parameters())
        return {parameter.id: (parameter, place) for parameter, place in placed}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by its id."""
        return {source.id: source for pack in self.packs for source in pack.sources}

    @property
    def all_read(self) -> bool:
        """Whether every file could be read: else what seems unused may be used in one that could not."""
        return not self.lacking and not any(pack.problems for pack in self.packs)

    @cached_property
    def unread(self) -> frozenset[str]:
        """Words of what could not be read: another version of a rule of that name may be there."""
        return frozenset[str]().union(*(pack.unread for pack in self.packs))

    def used(self, rule: Rule) -> Iterator[tuple[int, CheckUse, Check]]:
        """The checks of a rule, each with its number and as the rule uses it."""
        for number, use in enumerate(rule.checks):
            if use.check in self.checks:
                yield number, use, self.checks[use.check][0]

    def entries(self) -> Iterator[tuple[str, Model, Place]]:
        """Whatever stands in the packs' files: what it is called, itself, its place."""
        for pack in self.packs:
            for top in pack.places["pack"]:
                yield pack.name, pack.file, top
            yield from ((source.id, source, place) for source, place in pack.placed_sources())
        yield from self.entries_of_rule_files()

    def entries_of_rule_files(self) -> Iterator[tuple[str, Model, Place]]:
        """Parameters, checks, rules and informational entries."""
        for pack in self.packs:
            yield from ((parameter.id, parameter, place) for parameter, place in pack.placed_parameters())
            yield from ((check.name, check, place) for check, place in pack.placed_checks())
            yield from ((rule.id, rule, place) for rule, place in pack.placed_rules())
            yield from ((entry.id, entry, place) for entry, place in pack.placed_informational())
