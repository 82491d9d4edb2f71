"""The evidence that a unit's records name, looked up in its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dcs_audit.evidence.folder import Folder, Found, measured
from dcs_audit.evidence.names import steps_to
from dcs_audit.verdicts.evidence import named_evidence
from dcs_audit.verdicts.model import EvidenceLedger, EvidenceNote, EvidenceStatus

if TYPE_CHECKING:
    from dcs_audit.records import UnitFile

_MOST_UNUSED = 200
"""Names of unused files that a report lists; the others are counted."""


class Kept(NamedTuple):
    """A ledger, and the ways to the files in it, by what records call them."""

    ledger: EvidenceLedger
    real: dict[str, str]


def look_up(unit: UnitFile, folder: Folder, aside: Iterable[str] | None = ()) -> Kept:
    """Every piece of evidence, each file read once. Never raises for what is or is not in the folder.

    `aside` are files that no record need name, as the unit file itself; None: do not look for unused files.
    """
    found: dict[str, Found] = {}
    measures: dict[str, tuple[int, str] | None] = {}
    notes = []
    for record, name in named_evidence(unit):
        what = found[name] if name in found else found.setdefault(name, folder.find(name))
        notes.append(_noted(record, name, what, measures))
    real = {name: what.real for name, what in found.items() if what.real is not None}
    if aside is None:
        return Kept(EvidenceLedger(tuple(notes), None), real)
    named = {"/".join(steps) for name in found if isinstance(steps := steps_to(name), tuple)}
    known = {*real.values(), *map(os.path.realpath, aside)}
    unused = sorted(name for name, way in folder.files() if name not in named and os.path.realpath(way) not in known)
    return Kept(EvidenceLedger(tuple(notes), tuple(unused[:_MOST_UNUSED]), len(unused[_MOST_UNUSED:])), real)


def folder_for(root: Folder, path: str, fleet: bool) -> tuple[Folder, bool]:
    """The folder of a unit's evidence, and whether it is that unit's alone: in a fleet the one named as its file."""
    own = root.below(Path(path).stem) if fleet else None
    return (own or root), own is not None or not fleet


def _noted(record: str, name: str, what: Found, measures: dict[str, tuple[int, str] | None]) -> EvidenceNote:
    """With size and SHA-256; those of a file that was met before, under whatever name, are in `measures`."""
    if what.real is None:
        return EvidenceNote(record, name, what.status, near=what.near)
    if what.real not in measures:
        try:
            measures[what.real] = measured(what.real)
        except OSError:
            measures[what.real] = None
    measure = measures[what.real]
    return EvidenceNote(record, name, *((what.status, *measure) if measure else (EvidenceStatus.UNREADABLE,)))
