"""Units that come twice in a fleet: told, and still counted, for nobody can say which of the two is meant."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from hashlib import blake2b

MOST_TOLD = 20
"""Twins that are named."""
_MOST_FIRST = 1000
"""Units whose file is remembered, to be named beside a later twin."""
_DIGEST = 8
_SLOTS = 1 << 10


def mark_of(*traits: object) -> int:
    """A number that stands for a unit, from all that it is known by; 64 bits are too many for a chance twin."""
    text = "\0".join("" if trait is None else " ".join(str(trait).split()).casefold() for trait in traits)
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()) or 1


@dataclass(slots=True)
class Twins:
    """Which units were met before. Keeps eight to sixteen bytes a unit, and the first of them by name."""

    number: int = 0
    told: list[tuple[str, str]] = field(default_factory=list)
    """The first twins, each with the file that it repeats; that is empty where it was too long ago."""
    _first: dict[int, str] = field(default_factory=dict)
    _slots: array[int] = field(default_factory=lambda: array("Q", bytes(_DIGEST * _SLOTS)))
    _used: int = 0

    def add(self, mark: int, path: str) -> None:
        """One more unit."""
        if self._place(mark):
            self.number += 1
            if len(self.told) < MOST_TOLD:
                self.told.append((path, self._first.get(mark, "")))
        elif len(self._first) < _MOST_FIRST:
            self._first[mark] = path

    def _place(self, mark: int) -> bool:
        """Notes a mark; says whether it was there."""
        if self._used * 3 > len(self._slots) * 2:
            marks, self._used = [old for old in self._slots if old], 0
            self._slots = array("Q", bytes(_DIGEST * 2 * len(self._slots)))
            for old in marks:
                self._place(old)
        slot = mark % len(self._slots)
        while self._slots[slot]:
            if self._slots[slot] == mark:
                return True
            slot = (slot + 1) % len(self._slots)
        self._slots[slot] = mark
        self._used += 1
        return False
