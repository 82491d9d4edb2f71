"""The rulebook by which the cases of a pack are judged: that of the packs it builds on, without any beside it.

A plan that changes a number of the law says nothing against the law's own cases, which were written before it.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dcs_audit.law.building import built_on
from dcs_audit.law.loader import Pack, PackError
from dcs_audit.law.rulebook import Rulebook, assemble

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.cases import Trial


class Homes:
    """The packs of a run, and which of them judge the cases of each."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._whole = rulebook
        self._kept: dict[str, tuple[Pack, ...]] = {}
        self._books: dict[tuple[str, ...], Rulebook] = {}
        self._auditors: dict[tuple[str, ...], Auditor] = {}

    def packs(self, trial: Trial) -> tuple[Pack, ...]:
        """The packs by which a case or window is judged."""
        folder = trial.file.partition("/")[0]
        if folder not in self._kept:
            self._kept[folder] = self._of(self._by_folder[folder])
        return self._kept[folder]

    def rulebook(self, trial: Trial) -> Rulebook:
        """The rulebook of these packs."""
        return self._book(self.packs(trial))

    def auditor(self, auditor: Auditor, trial: Trial) -> Auditor:
        """`auditor` with that rulebook; always the same one is to be given."""
        names = _names(self.packs(trial))
        if names not in self._auditors:
            own = self._auditors[names] = copy(auditor)
            own.rulebook = self.rulebook(trial)
        return self._auditors[names]

    @cached_property
    def _by_folder(self) -> dict[str, Pack]:
        return {pack.folder.name: pack for pack in self._whole.packs}

    def _of(self, pack: Pack) -> tuple[Pack, ...]:
        """What `pack` builds on. One that uses names of other packs without saying so is judged with all before it."""
        packs = self._whole.packs
        for kept in (built_on(pack, packs), packs[: packs.index(pack) + 1]):
            try:
                self._book(kept)
            except PackError:
                continue
            return kept
        return packs

    def _book(self, packs: tuple[Pack, ...]) -> Rulebook:
        names = _names(packs)
        if len(packs) == len(self._whole.packs):
            return self._whole
        if names not in self._books:
            self._books[names] = with_days_of(assemble(packs), self._whole)
        return self._books[names]


def with_days_of(book: Rulebook, other: Rulebook) -> Rulebook:
    """`book`, asking the list of holidays where `other` does, so that it is loaded once."""
    if book.calendar.announced == other.calendar.announced:
        return replace(book, calendar=other.calendar)
    book.calendar.days_off_of = other.calendar.days_off_of
    return book


def _names(packs: tuple[Pack, ...]) -> tuple[str, ...]:
    return tuple(pack.name for pack in packs)
