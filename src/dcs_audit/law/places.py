"""Where the entries of a pack stand in its files."""

from __future__ import annotations

from dataclasses import dataclass

from dcs_audit.records.positions import Loc, Positions


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one rule, check, parameter or source. Lines are worked out only when a message needs them."""

    file: str
    positions: Positions
    loc: Loc

    def at(self, *inner: str | int) -> str:
        """`pack/file.yaml:LINE:COLUMN` of what stands at `inner` in the entry, or of what holds it."""
        line, column = self.positions.of((*self.loc, *inner), nearest=True) or (1, 1)
        return f"{self.file}:{line}:{column}"
