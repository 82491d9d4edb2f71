"""Evidence in the JSON report. A run that did not look at any has no such key."""

from __future__ import annotations

from collections.abc import Iterable

from dcs_audit.report.json_parts import listing, mapping, number, quoted, word
from dcs_audit.verdicts.model import EvidenceLedger, EvidenceNote


def evidence_object(ledger: EvidenceLedger, depth: int) -> str:
    """All that the records name, and the files that none names: null where these were not looked for."""
    unused = "null" if ledger.unused is None else listing(map(quoted, ledger.unused), depth + 1)
    entries = (
        ("files", evidence_list(ledger.notes, depth + 1)),
        ("unused", unused),
        ("more_unused", number(ledger.more_unused)),
    )
    return mapping(entries, depth)


def evidence_list(notes: Iterable[EvidenceNote], depth: int) -> str:
    """Pieces of evidence as the records name them; size in bytes and SHA-256 of those that were found."""
    return listing([_note(note, depth + 1) for note in notes], depth)


def _note(note: EvidenceNote, depth: int) -> str:
    entries = (
        ("path", quoted(note.path)),
        ("size", number(note.size)),
        ("sha256", word(note.sha256)),
        ("status", quoted(note.status.value)),
        ("record", quoted(note.record)),
    )
    return mapping(entries, depth)
