"""The evidence (minh chứng) that the records of a duty name: what was looked for, what was found, what it decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dcs_audit.evidence.names import steps_to
from dcs_audit.explaining.model import Change, Step
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.trials import Trials
from dcs_audit.locale.phrases import Phrase, phrase
from dcs_audit.verdicts.evidence import REASON, named_evidence, state_of
from dcs_audit.verdicts.model import DutyResult, EvidenceLedger, EvidenceNote, EvidenceStatus


def decides(result: DutyResult) -> bool:
    """Whether it needs review for nothing but evidence that is lacking."""
    return isinstance(result.reason, Phrase) and result.reason.key == REASON


def lacking(result: DutyResult) -> tuple[str, ...]:
    """The names of what nothing can rest on, each once."""
    return tuple(dict.fromkeys(note.path for note in result.evidence if note.lacking))


def evidence(scene: Scene, result: DutyResult) -> Iterator[Step]:
    """A line for each piece, and what was found; where nobody looked, that it was not looked for."""
    if scene.report.evidence is not None:
        for note in result.evidence:
            text = phrase("x.evidence", file=note.path, found=state_of(note))
            yield scene.step(
                "evidence", text, note.record, file=note.path, status=note.status, size=note.size, sha256=note.sha256
            )
        return
    file, records = scene.loaded.unit, {record.path for record in result.records}
    for record, name in named_evidence(file) if file is not None else ():
        if record in records:
            link = steps_to(name) is EvidenceStatus.URL
            text = phrase("x.evidence", file=name, found=phrase("evidence.url" if link else "x.evidence_unread"))
            yield scene.step("evidence", text, record, file=name, status=None)


def supplied(trials: Trials, result: DutyResult) -> Change:
    """What the duty comes to once all that is lacking of its evidence is there."""
    ledger = trials.scene.report.evidence
    assert ledger is not None
    tried = trials.proven(result, _whole(ledger, frozenset(lacking(result))))
    text = phrase("x.supply", files=lacking(result))
    if tried is None:
        return Change(text)
    return Change(text, status=tried.status, days=tried.days, then=tried.then)


def _whole(ledger: EvidenceLedger, names: frozenset[str]) -> EvidenceLedger:
    return replace(ledger, notes=tuple(_found(note) if note.path in names else note for note in ledger.notes))


def _found(note: EvidenceNote) -> EvidenceNote:
    """As if a file of one byte stood there: of what evidence holds nothing is asked."""
    return replace(note, status=EvidenceStatus.PRESENT, size=note.size or 1, near=())
