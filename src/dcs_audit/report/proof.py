"""Evidence in reports: the pieces that a duty's records name, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable

from dcs_audit.locale.phrases import Lang, say
from dcs_audit.verdicts.evidence import state_of
from dcs_audit.verdicts.model import DutyResult


def evidence_lines(result: DutyResult, lang: Lang) -> tuple[str, ...]:
    """A line for each piece, each once; empty where the run did not look at evidence."""
    return tuple(dict.fromkeys(f"{note.path} – {say(state_of(note), lang)}" for note in result.evidence))


def waiting_for_evidence(results: Iterable[DutyResult]) -> tuple[tuple[str, ...], list[DutyResult]]:
    """The pieces that are lacking, and the duties whose records name them."""
    waiting = [result for result in results if any(note.lacking for note in result.evidence)]
    return tuple(dict.fromkeys(note.path for r in waiting for note in r.evidence if note.lacking)), waiting


def evidence_told(result: DutyResult, lang: Lang) -> str:
    """All of them on one line."""
    return "; ".join(evidence_lines(result, lang))
