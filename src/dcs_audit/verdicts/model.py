"""What an audit says: statuses, the result of each duty, the report of one unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dcs_audit.locale.phrases import Sentence, Text


class Status(StrEnum):
    """The one verdict of a duty."""

    PASSED = "passed"
    MISSING = "missing"
    LATE = "late"
    DEFECTIVE = "defective"
    PENDING = "pending"
    NEEDS_REVIEW = "needs_review"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"


class Severity(StrEnum):
    """How much a violation weighs."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


VIOLATIONS = (Status.MISSING, Status.LATE, Status.DEFECTIVE)
"""Statuses that are violations (tồn tại)."""

WORST_FIRST = (
    Status.MISSING,
    Status.LATE,
    Status.DEFECTIVE,
    Status.PENDING,
    Status.NEEDS_REVIEW,
    Status.PASSED,
)
"""The order in which the worst check decides a record, and the worst record an `each` duty."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a legal text: article (Điều), clause (khoản), point (điểm), or a plan's section.

    `short` is the text's short name.
    """

    source: str
    short: Text
    article: int | None = None
    clause: str | None = None
    point: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One condition on one record: what was expected, what was found, and where in the unit file."""

    id: str
    title: Text
    status: Status
    severity: Severity
    expected: Sentence
    actual: Sentence
    record: str
    line: int | None
    basis: tuple[Citation, ...]
    verified: bool
    due: date | None = None
    days: int | None = None
    facts: tuple[str, ...] = ()
    """What to fill in so that the check can be made."""
    reason: Sentence | None = None
    """Why it needs review, where that is not an absent fact."""


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record that answers a duty: its path in the unit file and its line."""

    path: str
    line: int | None


class EvidenceStatus(StrEnum):
    """What became of a piece of evidence (minh chứng) that a record names."""

    PRESENT = "present"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    """Several files have the name, written with different code points."""
    OUTSIDE = "outside"
    """The name, or a link, leads out of the folder; it was not opened."""
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    URL = "url"
    """An address, which is never opened."""


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """A piece of evidence as `record` names it. Size (bytes) and SHA-256 (hexadecimal) are those of a file found.

    `near` are files whose names differ from it by case only, or those of which nobody knows which one is meant.
    """

    record: str
    path: str
    status: EvidenceStatus
    size: int | None = None
    sha256: str | None = None
    near: tuple[str, ...] = ()

    @property
    def lacking(self) -> bool:
        """Whether nothing can rest on it: not found, not to be read, or empty. Of an address nobody knows."""
        return self.status is not EvidenceStatus.URL and not self.size


@dataclass(frozen=True, slots=True)
class EvidenceLedger:
    """All evidence that a unit's records name, in their order, and the files that none names.

    `unused` holds the first of those by name, `more_unused` counts the others; None: not looked for, as in a folder
    that several units share.
    """

    notes: tuple[EvidenceNote, ...]
    unused: tuple[str, ...] | None = ()
    more_unused: int = 0


@dataclass(frozen=True, slots=True)
class WaiverNote:
    """The waiver that covers a duty."""

    reason: str
    approved_by: str
    until: date


@dataclass(frozen=True, slots=True)
class DutyResult:
    """A duty and its verdict.

    `severity` is that of the verdict: a check may weigh less than its rule. `due` and `days` tell the deadline that
    decides the status: days late, days overdue, or days left. `reason` says why a duty does not apply or needs review;
    `facts` are the unit's facts (or record fields) that would settle it. `underlying` is the status beneath a waiver.
    """

    rule: str
    duty: str
    group: str
    severity: Severity
    status: Status
    title: Text
    period: str
    subject: str | None
    basis: tuple[Citation, ...]
    checks: tuple[CheckResult, ...]
    records: tuple[RecordRef, ...]
    message: Sentence
    remedy: Text
    verified: bool
    due: date | None = None
    days: int | None = None
    reason: Sentence | None = None
    reason_basis: tuple[Citation, ...] = ()
    facts: tuple[str, ...] = ()
    underlying: Status | None = None
    waiver: WaiverNote | None = None
    attested: bool = False
    """The verdict rests on what somebody answered, not on records."""
    evidence: tuple[EvidenceNote, ...] = ()
    """What its records name, where the run looked at evidence."""

    @property
    def is_violation(self) -> bool:
        """Whether the verdict is missing, late or defective."""
        return self.status in VIOLATIONS


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in the records that may be a slip of the pen: to be looked at, never a violation.

    `code` names the kind of slip, `record` the path of what looks odd.
    """

    code: str
    record: str
    told: Sentence
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a report. `counts` holds every status and sums to `duties`; `score` is None where nothing was due."""

    duties: int
    counts: Mapping[Status, int]
    violations: Mapping[Severity, int]
    score: float | None
    rating: str | None
    rating_title: Text | None
    how: Sentence
    """In one sentence, how the score was computed."""


@dataclass(frozen=True, slots=True)
class PackNote:
    """A pack of the run: its name, its title, one line on the state of its legal texts, and what it leaves out."""

    name: str
    title: Text
    status: Text
    not_checked: tuple[Sentence, ...] = ()
    """What reports on several units say of it: its limits, and the numbers it puts in the place of the law's."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading under which duties are shown; reports keep the order of the rulebook."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report on one unit shows, whatever its format."""

    engine: str
    packs: tuple[PackNote, ...]
    rulebook_digest: str
    groups: tuple[Group, ...]
    input_path: str
    input_digest: str
    unit: Mapping[str, object]
    """The unit's facts as submitted (name, type, …), absent ones left out; JSON-ready."""
    year: int
    as_of: date
    summary: Summary
    results: tuple[DutyResult, ...]
    notices: tuple[Sentence, ...]
    not_checked: tuple[Sentence, ...]
    """What the run did not check: limits of the packs, unused records, unverified rules."""
    oddities: tuple[Oddity, ...] = ()
    """What looks like a slip of the pen; `notices` tell it too."""
    evidence: EvidenceLedger | None = None
    """None: the run did not look at evidence."""


class AuditError(RuntimeError):
    """The unit could not be audited; nothing may be reported about it. The message is for people."""
