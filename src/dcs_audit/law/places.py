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
        """`pack/file.yaml:LINE:COLUMN` of what stands at `inner` in the entry, or of what holds it.

        A lone entry, which stands for a list of one, has no number in the file.
        """
        written = self.loc
        for step in inner:
            if isinstance(step, str) or self.positions.of((*written, step)) is not None:
                written = (*written, step)
        line, column = self.positions.of(written, nearest=True) or (1, 1)
        return f"{self.file}:{line}:{column}"
