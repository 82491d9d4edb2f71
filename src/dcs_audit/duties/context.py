"""What is known about the unit and the run while its duties are prepared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dcs_audit.duties.attributes import natural_date
from dcs_audit.law.basics import Parameter
from dcs_audit.law.questions import Amount

if TYPE_CHECKING:
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.records import Unit, UnitFile


@dataclass(frozen=True)
class Context:
    """The unit file, the audited year, the clock and the rulebook of one audit."""

    file: UnitFile
    year: int
    as_of: date
    rulebook: Rulebook

    @property
    def unit(self) -> Unit:
        """The audited unit."""
        return self.file.unit

    @cached_property
    def project_numbers(self) -> dict[str, int]:
        """The unit's projects by their ids, numbered from 1."""
        return {project.id: number for number, project in enumerate(self.unit.projects or (), 1)}

    def fact(self, name: str) -> int | None:
        """The value of a fact as a number (yes 1, no 0, a list its length, a text 1), None where unknown."""
        if name in ("boards", "conferences"):
            return self._boards if name == "boards" else self._conferences
        value = getattr(self.unit, name)
        if value is None:
            return None
        if isinstance(value, (bool, int)):
            return int(value)
        return len(value) if isinstance(value, tuple) else 1

    @cached_property
    def _boards(self) -> int:
        begun = (natural_date("boards")(b) for b in self.file.records.boards if b.kind == "peoples_inspection")
        return sum(day is None or day <= self.as_of for day in begun)

    @cached_property
    def _conferences(self) -> int:
        meetings = (m for m in self.file.records.meetings if m.kind in ("staff_conference", "employee_conference"))
        return sum(not m.extraordinary and (m.held_on is None or m.held_on <= self.as_of) for m in meetings)

    @cached_property
    def villages(self) -> frozenset[str] | None:
        """The names of the unit's villages, None where unknown."""
        found = self.unit.villages
        return None if found is None else frozenset(village.name for village in found)

    def parameter(self, name: str) -> Parameter:
        """A parameter of the rulebook."""
        return self.rulebook.parameters[name]

    def amount(self, amount: Amount, day: date) -> int | None:
        """The number that `amount` stands for on `day`; None where it is an unknown fact."""
        if amount.value is not None:
            return amount.value
        if amount.parameter is not None:
            return self.rulebook.parameters[amount.parameter].on(day).value
        assert amount.fact is not None
        return self.fact(amount.fact)
