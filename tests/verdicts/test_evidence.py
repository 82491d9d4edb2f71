"""What rests on evidence that was not there is not clean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import only, rule, rulebook, unit_file

from dcs_audit.auditor import Auditor
from dcs_audit.locale.phrases import Phrase, say
from dcs_audit.verdicts.evidence import weigh_evidence
from dcs_audit.verdicts.model import EvidenceLedger, EvidenceNote, EvidenceStatus, Report, Status

Data = dict[str, Any]
AS_OF = date(2026, 6, 15)
DONE: Data = {"kind": "report", "date": "2026-02-01"}
PATH = "records.documents[0]"
FOUND = EvidenceNote(PATH, "a.pdf", EvidenceStatus.PRESENT, 3, "ab" * 32)
GONE = EvidenceNote(PATH, "b.pdf", EvidenceStatus.MISSING)
LINK = EvidenceNote(PATH, "https://x.example", EvidenceStatus.URL)
EMPTY = EvidenceNote(PATH, "c.pdf", EvidenceStatus.PRESENT, 0, "cd" * 32)


def report(tmp_path: Path, *notes: EvidenceNote, record: Data | None = None, waivers: Any = (), **over: Any) -> Report:
    plain: Data = {"every": "year", "record": {"section": "documents"}}
    book = rulebook(tmp_path / "p", [rule(**(plain | over))])
    named = [note.path for note in notes] or ["a.pdf"]
    loaded = unit_file(records={"documents": [(record or DONE) | {"evidence": named}]}, waivers=waivers)
    ledger = EvidenceLedger(notes) if notes else None
    return Auditor(book, "reference").audit(loaded, AS_OF, evidence=ledger)


def limits(made: Report) -> list[str]:
    return [one.key for one in made.not_checked if isinstance(one, Phrase) and "evidence" in one.key]


def test_what_is_there_changes_nothing_but_is_shown(tmp_path: Path) -> None:
    made = report(tmp_path, FOUND, LINK)
    assert only(made).status == "passed"
    assert only(made).evidence == (FOUND, LINK)
    assert limits(made) == ["limit.evidence_content", "limit.evidence_links"]


@pytest.mark.parametrize("status", [status for status in EvidenceStatus if status not in ("present", "url")])
def test_a_clean_verdict_needs_review_without_its_evidence(tmp_path: Path, status: EvidenceStatus) -> None:
    made = report(tmp_path, FOUND, EvidenceNote(PATH, "b.pdf", status))
    result = only(made)
    assert result.status == "needs_review"
    assert result.reason is not None
    for told in (say(result.reason, "vi"), say(result.message, "en")):
        assert "b.pdf" in told and PATH in told and "a.pdf" not in told
    assert (made.summary.counts[result.status], made.summary.score) == (1, None)


def test_an_empty_file_proves_nothing(tmp_path: Path) -> None:
    assert only(report(tmp_path, EMPTY)).status == "needs_review"


def test_a_violation_keeps_its_status_and_shows_the_note(tmp_path: Path) -> None:
    due = {"by": "01-31", "done": "date"}
    made = report(tmp_path, GONE, due=due)
    assert (only(made).status, only(made).evidence) == ("late", (GONE,))
    assert made.summary.counts[only(made).status] == 1


def test_a_waiver_covers_what_lacks_evidence_and_shows_it(tmp_path: Path) -> None:
    waiver = {"rule": "R", "reason": "flood", "approved_by": "the Chairman", "until": "2026-12-31"}
    result = only(report(tmp_path, GONE, waivers=[waiver]))
    assert (result.status, result.underlying, result.evidence) == ("waived", "needs_review", (GONE,))


def test_that_a_duty_does_not_apply_may_rest_on_evidence_too(tmp_path: Path) -> None:
    passed = only(report(tmp_path, FOUND))
    moot = replace(passed, status=Status.NOT_APPLICABLE, evidence=())
    bare = replace(moot, records=())
    assert [one.status for one in weigh_evidence([moot, bare], EvidenceLedger((GONE,)))] == [
        "needs_review",
        "not_applicable",
    ]


def test_evidence_of_another_record_decides_nothing_but_is_told(tmp_path: Path) -> None:
    other = EvidenceNote("records.meetings[0]", "b.pdf", EvidenceStatus.OUTSIDE)
    made = report(tmp_path, FOUND, other)
    assert only(made).status == "passed"
    keys = [notice.key for notice in made.notices if isinstance(notice, Phrase)]
    assert keys == ["notice.evidence", "notice.evidence_lacking"]
    assert "1 unusable" in say(made.notices[0], "en")


def test_a_run_that_did_not_look_says_so_where_there_was_something_to_look_at(tmp_path: Path) -> None:
    made = report(tmp_path)
    assert (only(made).status, only(made).evidence, made.evidence) == ("passed", (), None)
    assert limits(made) == ["limit.evidence_unread"]
    book = rulebook(tmp_path / "p", [rule()])
    assert limits(Auditor(book, "reference").audit(unit_file(), AS_OF)) == []


def test_unused_files_are_told(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", [rule()])
    ledger = EvidenceLedger((), ("thua.pdf",), 7)
    made = Auditor(book, "reference").audit(unit_file(), AS_OF, evidence=ledger)
    assert limits(made) == ["limit.evidence_unused_more"]
    assert say(made.not_checked[-1], "vi").endswith("thua.pdf và 7 tệp khác.")
