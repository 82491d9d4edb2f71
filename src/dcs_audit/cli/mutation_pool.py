"""Tries mutants in several processes; the answers come in the order of the mutants, whatever their number."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dcs_audit.law.mutation import Fate, Laboratory
    from dcs_audit.law.rulebook import Rulebook

_CHUNK = 12
"""Mutants handed out at a time: neighbours, which the same cases tend to kill."""

_laboratory: Laboratory | None = None


def laboratory(rulebook: Rulebook, only: frozenset[str] | None) -> Laboratory:
    """The mutants of a rulebook and its cases, tried with the reference engine. Raises PackError."""
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.casebook import collect
    from dcs_audit.law.mutation import Laboratory

    return Laboratory(collect(rulebook), Auditor(rulebook, "reference"), only)


def fates(
    lab: Laboratory, packs: Sequence[str], only: frozenset[str] | None, jobs: int, watch: Callable[[int], None]
) -> list[Fate]:
    """The fate of each of the laboratory's mutants; `watch` is told how many are known.

    Other processes read the packs anew: a rulebook does not travel.
    """
    total = len(lab.mutants)
    chunks = [range(start, min(start + _CHUNK, total)) for start in range(0, total, _CHUNK)]
    found: list[Fate] = []
    for part in _parts(lab, chunks, packs, only, min(jobs, len(chunks))):
        found += part
        watch(len(found))
    return found


def _parts(
    lab: Laboratory, chunks: Sequence[range], packs: Sequence[str], only: frozenset[str] | None, jobs: int
) -> Iterator[list[Fate]]:
    if jobs <= 1:
        yield from ([lab.fate(lab.mutants[number]) for number in chunk] for chunk in chunks)
        return
    with multiprocessing.Pool(jobs, _begin, (tuple(packs), only)) as pool:
        yield from pool.imap(_try, chunks)


def _begin(packs: Sequence[str], only: frozenset[str] | None) -> None:
    global _laboratory
    from dcs_audit.law.rulebook import load_rulebook

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _laboratory = laboratory(load_rulebook(packs), only)


def _try(chunk: range) -> list[Fate]:
    assert _laboratory is not None
    return [_laboratory.fate(_laboratory.mutants[number]) for number in chunk]
