"""What evidence (minh chứng) does to verdicts: nothing is clean that rests on what was not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dcs_audit.locale.phrases import Phrase, Sentence, phrase
from dcs_audit.verdicts.model import DutyResult, EvidenceLedger, EvidenceNote, EvidenceStatus, Status

if TYPE_CHECKING:
    from dcs_audit.records import UnitFile

REASON = "reason.evidence"
"""The reason of a duty that needs review for nothing but evidence that is lacking."""
_CLEAN = (Status.PASSED, Status.NOT_APPLICABLE)
"""Verdicts that ask for nothing; that a duty does not apply may rest on records too."""


def named_evidence(unit: UnitFile) -> Iterator[tuple[str, str]]:
    """Every record that names evidence, by its path, with each name once, in the order of the file."""
    for section in type(unit.records).model_fields:
        for place, record in enumerate(getattr(unit.records, section)):
            for name in dict.fromkeys(record.evidence):
                yield f"records.{section}[{place}]", name


def weigh_evidence(results: Iterable[DutyResult], ledger: EvidenceLedger) -> list[DutyResult]:
    """The results, each with the evidence of its records. What asks for nothing without it needs review instead."""
    by_record: dict[str, list[EvidenceNote]] = {}
    for note in ledger.notes:
        by_record.setdefault(note.record, []).append(note)
    return [_weighed(result, by_record) for result in results]


def _weighed(result: DutyResult, by_record: dict[str, list[EvidenceNote]]) -> DutyResult:
    records = dict.fromkeys(record.path for record in result.records)
    notes = tuple(note for record in records for note in by_record.get(record, ()))
    if not notes:
        return result
    lacking = tuple(note for note in notes if note.lacking)
    if not lacking or result.status not in _CLEAN:
        return replace(result, evidence=notes)
    reason = phrase(REASON, files=tuple(map(_named, lacking)))
    message = phrase("message.evidence", message=result.message, reason=reason)
    return replace(
        result, status=Status.NEEDS_REVIEW, evidence=notes, reason=reason, reason_basis=(), facts=(), message=message
    )


def evidence_notices(results: Sequence[DutyResult], ledger: EvidenceLedger) -> Iterator[Sentence]:
    """How many pieces were looked at, and those lacking that no duty tells of."""
    notes = ledger.notes
    lacking = [note for note in notes if note.lacking]
    links = sum(note.status is EvidenceStatus.URL for note in notes)
    found = len(notes) - len(lacking) - links
    yield phrase("notice.evidence", named=len(notes), found=found, lacking=len(lacking), links=links)
    told = {note for result in results for note in result.evidence}
    for note in lacking:
        if note not in told:
            yield phrase("notice.evidence_lacking", named=_named(note))


def evidence_limits(unit: UnitFile, ledger: EvidenceLedger | None) -> Iterator[Sentence]:
    """What was not checked: all evidence where the run did not look at any; else what stands in it, and addresses."""
    if ledger is None:
        number = sum(1 for _ in named_evidence(unit))
        if number:
            yield phrase("limit.evidence_unread", number=number)
        return
    if ledger.notes:
        yield phrase("limit.evidence_content")
    links = dict.fromkeys(note.path for note in ledger.notes if note.status is EvidenceStatus.URL)
    if links:
        yield phrase("limit.evidence_links", links=tuple(links))
    if ledger.unused:
        if ledger.more_unused:
            yield phrase("limit.evidence_unused_more", files=ledger.unused, number=ledger.more_unused)
        else:
            yield phrase("limit.evidence_unused", files=ledger.unused)


def _named(note: EvidenceNote) -> Phrase:
    return phrase("evidence.named", file=note.path, record=note.record, what=state_of(note))


def state_of(note: EvidenceNote) -> Phrase:
    """What became of a piece of evidence, in words."""
    if note.status is EvidenceStatus.PRESENT:
        if not note.size:
            return phrase("evidence.empty")
        return phrase("evidence.present", size=note.size, digest=(note.sha256 or "")[:_DIGEST_SHOWN])
    if note.near:
        return phrase("evidence.case", near=note.near)
    return phrase(f"evidence.{note.status}")


_DIGEST_SHOWN = 12
"""Hexadecimal digits of a SHA-256 on the screen; the JSON report has all."""
