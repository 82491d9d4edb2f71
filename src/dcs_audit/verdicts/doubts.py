"""Records on which nothing clean can rest, whatever they say: of another year, or not of the unit at all.

A doubt turns `passed` and `not_applicable` into a question; what is a violation without it stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from dcs_audit.locale.phrases import Sentence, Text, phrase
from dcs_audit.records.slugs import SAMPLE_NUMBER
from dcs_audit.verdicts.model import CheckResult, RecordRef, Status
from dcs_audit.verdicts.quick import maker
from dcs_audit.verdicts.references import references

if TYPE_CHECKING:
    from dcs_audit.duties.blueprint import RulePlan
    from dcs_audit.duties.context import Context
    from dcs_audit.duties.select import Candidate

DOUBT_CHECK = "ho-so"
"""The id under which reports show why nothing clean can rest on a record."""
_TITLE = Text("Hồ sơ dùng được cho năm kiểm tra", "The record can be relied on for the audited year")

_check_result = maker(CheckResult)


class Doubt(NamedTuple):
    """Why nothing clean rests on a record, what was found in it, and the field to put right."""

    expected: Sentence
    actual: Sentence
    reason: Sentence
    field: str
    alone: bool = False
    """Whether nothing else that is found of the record says anything."""


_NO_SUCH_ANSWER = Doubt(
    phrase("expected.answer"), phrase("actual.answered_none"), phrase("reason.answered_none"), "answer", alone=True
)
"""`none`, where the question cannot have that answer."""


def doubt_of(candidate: Candidate, known: Mapping[str, Doubt]) -> Doubt | None:
    """The doubt about a record as an answer to its rule; `known` are those that hang on no rule."""
    asked = candidate.plan.rule.attest
    if asked is not None and not asked.nil and candidate.record.answer == "none":
        return _NO_SUCH_ANSWER
    if not known:
        return None
    return next((known[entry.path] for entry in candidate.entries if entry.path in known), None)


def doubtful(plan: RulePlan, doubt: Doubt, record: RecordRef) -> CheckResult:
    """A doubt as a check on the record."""
    return _check_result(
        id=DOUBT_CHECK,
        title=_TITLE,
        status=Status.NEEDS_REVIEW,
        severity=plan.severity,
        expected=doubt.expected,
        actual=doubt.actual,
        record=record.path,
        line=record.line,
        basis=plan.basis,
        verified=True,
        facts=(f"{record.path}.{doubt.field}",),
        reason=doubt.reason,
    )


def doubts(context: Context) -> dict[str, Doubt]:
    """The records in doubt, by their paths; of several doubts about one the first."""
    found: dict[str, Doubt] = {}
    for path, doubt in _found(context):
        found.setdefault(path, doubt)
    return found


def _found(context: Context) -> Iterator[tuple[str, Doubt]]:
    records = context.file.records
    for place, attestation in enumerate(records.attestations):
        doubt = _vouched(attestation, context)
        if doubt is not None:
            yield f"records.attestations[{place}]", doubt
    for place, disclosure in enumerate(records.disclosures):
        doubt = _elsewhen(disclosure, context.year)
        if doubt is not None:
            yield f"records.disclosures[{place}]", doubt
    for section in type(records).model_fields:
        for place, record in enumerate(getattr(records, section)):
            for field, document in references(section, record):
                if document.number == SAMPLE_NUMBER:
                    yield f"records.{section}[{place}]", _sample(field)


def _sample(field: str) -> Doubt:
    """A template that was taken up and not filled in."""
    return Doubt(
        phrase("expected.own_number"),
        phrase("actual.document_number", number=SAMPLE_NUMBER),
        phrase("reason.sample", number=SAMPLE_NUMBER),
        f"{field}.number" if field else "number",
    )


def _vouched(attestation: Any, context: Context) -> Doubt | None:
    """Nobody can say beforehand what happens in a year; of another file's year, only what is dated in it counts."""
    first, on = date(context.year, 1, 1), attestation.on
    if on is not None and on < first:
        return Doubt(
            phrase("expected.vouched", year=context.year),
            phrase("actual.date", date=on),
            phrase("reason.vouched_before", year=context.year, date=on),
            "on",
        )
    if on is None and context.file.year != context.year:
        return Doubt(
            phrase("expected.vouched", year=context.year),
            phrase("actual.field_absent", field="on"),
            phrase("reason.vouched_undated", year=context.year),
            "on",
        )
    return None


def _elsewhen(disclosure: Any, year: int) -> Doubt | None:
    """A disclosure that names no period and was made and taken down in years that are not the audited one.

    What was decided in the year before may be this year's plan (core page), so only what is older still, or begins
    after the year, is in doubt.
    """
    if disclosure.period is not None:
        return None
    starts = [posting.from_ for posting in disclosure.postings]
    if not starts or None in starts:
        return None
    ends = [posting.until or date.max for posting in disclosure.postings]
    document = disclosure.document.date if disclosure.document is not None else None
    days = starts if document is None else [*starts, document]
    earliest, latest = min(days), max([*ends, *days])
    if date(year - 1, 1, 1) <= latest and earliest <= date(year, 12, 31):
        return None
    return Doubt(
        phrase("expected.of_year", year=year),
        phrase("actual.date", date=document or starts[0]),
        phrase("reason.other_year", year=year),
        "period",
    )
