"""A report that was written as `dcs-audit/report@1` and read again: what of it two runs are compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictInt, StrictStr, ValidationError

from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.identity import Identity, identity
from dcs_audit.verdicts.model import VIOLATIONS, Citation, EvidenceNote, EvidenceStatus, Severity, Status

REPORT_SCHEMA = "dcs-audit/report@1"
FLEET_SCHEMA = "dcs-audit/fleet@1"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class NoReport(ValueError):
    """Data is no report. `path` leads to what is wrong in it, `key` is a message of the screen, `blanks` its blanks."""

    def __init__(self, path: tuple[str | int, ...], key: str, **blanks: object) -> None:
        super().__init__(key)
        self.path = path
        self.key = key
        self.blanks = blanks


@dataclass(frozen=True, slots=True)
class SavedDuty:
    """A duty and its verdict as saved. `failed` counts the checks that were not met."""

    key: str
    """The duty's name without the audited year, which tells it from others of its report."""
    duty: str
    rule: str
    title: Text
    period: str
    subject: str | None
    status: Status
    severity: Severity
    due: date | None
    days: int | None
    failed: int
    basis: tuple[Citation, ...]
    remedy: Text
    lacking: tuple[str, ...] = ()
    """Of a duty under review for which no fact is asked: the evidence that nothing can rest on."""

    @property
    def is_violation(self) -> bool:
        """Whether the verdict is missing, late or defective."""
        return self.status in VIOLATIONS


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report as saved."""

    name: str
    type: str
    parent: str
    code: str
    path: str
    year: int
    as_of: date
    packs: tuple[str, ...]
    digest: str
    """Of the rulebook."""
    duties: Mapping[str, SavedDuty]
    evidence: bool = False
    """Whether the run looked at evidence."""

    @property
    def identity(self) -> Identity:
        """Who the unit is."""
        return identity({"name": self.name, "type": self.type, "parent": self.parent})

    @property
    def violations(self) -> int:
        """How many duties are violated."""
        return sum(duty.is_violation for duty in self.duties.values())


def read_report(data: object) -> SavedReport:
    """The report that plain JSON data is. Raises NoReport, also for one that was narrowed or changed by hand."""
    _check_schema(data)
    try:
        file = _Report.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise NoReport(
            _way(data, first["loc"]), "saved.lacks" if first["type"] == "missing" else "saved.bad_value"
        ) from None
    _check_counts(file)
    duties: dict[str, SavedDuty] = {}
    times: Counter[str] = Counter()
    for result in file.results:
        key = result.duty.replace(f"@{file.year}-", "@", 1)
        times[key] += 1
        key = key if times[key] == 1 else f"{key} ({times[key]})"
        duties[key] = result.saved(key)
    unit = file.unit
    return SavedReport(
        unit.name,
        unit.type,
        unit.parent or "",
        unit.code or "",
        file.input.path,
        file.year,
        file.as_of,
        tuple(file.rulebook.packs),
        file.rulebook.digest,
        duties,
        file.evidence is not None,
    )


def _check_schema(data: object) -> None:
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(schema, str) or not schema.startswith("dcs-audit/"):
        raise NoReport((), "saved.no_report")
    if schema == REPORT_SCHEMA:
        return
    if schema.startswith(("dcs-audit/report@", "dcs-audit/fleet@")) and schema != FLEET_SCHEMA:
        raise NoReport(("schema",), "saved.version", schema=schema, known=f"{REPORT_SCHEMA}, {FLEET_SCHEMA}")
    raise NoReport(("schema",), "saved.other", schema=schema)


def _way(data: Any, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """As much of the way as the data has, and one step more; what follows is how the shape was tried."""
    for length, step in enumerate(loc):
        try:
            data = data[step]
        except (LookupError, TypeError):
            return loc[: length + isinstance(data, dict)]
    return loc


def _check_counts(file: _Report) -> None:
    """A violation that is left out of the list would look as if it had been put right."""
    summary = file.summary
    if len(file.results) < summary.duties:
        raise NoReport(("results",), "saved.narrowed", shown=len(file.results), duties=summary.duties)
    found = Counter(result.status for result in file.results)
    wrong = len(file.results) != summary.duties or any(
        summary.counts.get(status.value, 0) != found[status] for status in Status
    )
    if wrong:
        raise NoReport(("summary",), "saved.changed")


# --- the shape of the file ------------------------------------------------------------------------------------------


def _iso(value: object) -> date:
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise ValueError("no date")
    return date.fromisoformat(value)


_Day = Annotated[date, BeforeValidator(_iso)]


@lru_cache(4096)
def _cited(source: str, article: int | None, clause: int | str | None, point: str | None, label: str) -> Citation:
    """A citation whose text is named as the label ends."""
    number = None if clause is None else str(clause)
    parts = (("Điều", article), ("khoản", number), ("điểm", point))
    head = " ".join(f"{word} {value}" for word, value in parts if value is not None)
    if not head or not label.startswith(f"{head} "):
        return Citation(source, Text(label, label))
    short = label.removeprefix(head).strip()
    return Citation(source, Text(short, short), article, number, point)


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Words(_Part):
    vi: StrictStr
    en: StrictStr


class _Place(_Part):
    source: StrictStr
    article: StrictInt | None = None
    clause: StrictInt | StrictStr | None = None
    point: StrictStr | None = None
    label: StrictStr

    def citation(self) -> Citation:
        """The place in the law."""
        return _cited(self.source, self.article, self.clause, self.point, self.label)


class _Check(_Part):
    status: Status


class _Evidence(_Part):
    path: StrictStr
    record: StrictStr
    status: EvidenceStatus
    size: StrictInt | None = None

    @property
    def lacking(self) -> bool:
        """As of `EvidenceNote`."""
        return EvidenceNote(self.record, self.path, self.status, self.size).lacking


class _Duty(_Part):
    rule: StrictStr
    duty: StrictStr
    severity: Severity
    status: Status
    title: _Words
    period: StrictStr
    subject: StrictStr | None
    due: _Day | None
    days: StrictInt | None
    basis: list[_Place]
    checks: list[_Check]
    remedy: _Words
    facts: list[StrictStr] = []
    evidence: list[_Evidence] = []

    def saved(self, key: str) -> SavedDuty:
        """The duty as comparisons know it."""
        return SavedDuty(
            key,
            self.duty,
            self.rule,
            Text(self.title.vi, self.title.en),
            self.period,
            self.subject,
            self.status,
            self.severity,
            self.due,
            self.days,
            sum(check.status in VIOLATIONS for check in self.checks),
            tuple(place.citation() for place in self.basis),
            Text(self.remedy.vi, self.remedy.en),
            self._lacking(),
        )

    def _lacking(self) -> tuple[str, ...]:
        if self.status is not Status.NEEDS_REVIEW or self.facts:
            return ()
        return tuple(dict.fromkeys(note.path for note in self.evidence if note.lacking))


class _Unit(_Part):
    name: StrictStr
    type: StrictStr
    parent: StrictStr | None = None
    code: StrictStr | None = None


class _Rulebook(_Part):
    packs: list[StrictStr]
    digest: StrictStr


class _Input(_Part):
    path: StrictStr


class _Summary(_Part):
    duties: StrictInt
    counts: dict[str, Any]


class _Report(_Part):
    rulebook: _Rulebook
    input: _Input
    unit: _Unit
    year: StrictInt
    as_of: _Day
    summary: _Summary
    results: list[_Duty]
    evidence: dict[str, Any] | None = None
