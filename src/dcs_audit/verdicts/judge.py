"""One verdict for each duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dcs_audit.duties.attributes import NATURAL_DATE
from dcs_audit.duties.blueprint import text
from dcs_audit.duties.casefile import CaseFile
from dcs_audit.duties.schedule import Duty
from dcs_audit.duties.select import UNPLACED, Candidate, named_period
from dcs_audit.engine.interface import Outcome
from dcs_audit.engine.program import YES
from dcs_audit.locale.phrases import Phrase, Sentence, phrase
from dcs_audit.verdicts.doubts import doubts
from dcs_audit.verdicts.findings import Findings, sort_out
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, Citation, DutyResult, Status
from dcs_audit.verdicts.newest import hangs_on_days, newest
from dcs_audit.verdicts.quick import maker
from dcs_audit.verdicts.weigh import (
    DEFECTIVE,
    LATE,
    MISSING,
    NEEDS_REVIEW,
    PASSED,
    PENDING,
    LineOf,
    RecordVerdict,
    Scales,
    heaviest,
    rank,
    weigh_record,
    worst,
)

NOT_APPLICABLE = Status.NOT_APPLICABLE

_duty_result = maker(DutyResult)

UNANSWERED = "records.attestations"
"""What to fill in where a question awaits an answer."""


@dataclass(slots=True)
class Ruling:
    """A verdict in the making."""

    status: Status
    checks: tuple[CheckResult, ...] = ()
    records: tuple[Candidate, ...] = ()
    reason: Sentence | None = None
    reason_basis: tuple[Citation, ...] = ()
    facts: tuple[str, ...] = ()
    due: date | None = None
    days: int | None = None


class Lack(NamedTuple):
    """What keeps a duty from being answered, as far as the unit decides it."""

    barred: tuple[str, int] | None
    """`scope` or `exemption`, and the gate."""
    doubted: tuple[str, ...] | None
    """The facts whose absence leaves open whether the duty applies, None where that is clear."""
    absent: str | None
    """`missing` or `pending`."""
    review: bool
    """The absence is no violation but to be looked at."""


def judge(case: CaseFile, outcome: Outcome, line: LineOf) -> list[DutyResult]:
    """The results of all duties in the order of the rulebook. Raises AuditError where the engine left anything open.

    `outcome` is what an engine found in all the facts of the case.
    """
    return decide(case, sort_out(case, outcome), line)


def decide(case: CaseFile, findings: Findings, line: LineOf) -> list[DutyResult]:
    """The results of all duties, from findings that are complete."""
    scales = Scales(case, findings, doubts(case.context))
    decided: dict[str, frozenset[str]] = {}
    results = []
    for duty, number in zip(case.duties, case.demanded, strict=True):
        plan, verdicts = duty.plan, []
        if number in findings.answers or number in findings.loose or duty.unsettled is not None:
            verdicts = _verdicts(scales, number, duty, line)
            result = _written(duty, _ruling(scales, number, duty, verdicts, decided), line)
        else:
            result = _unanswered(scales, number, duty, line)
        if plan.leads and plan.rule.follows is None:
            decided[plan.rule.id] = _paths(_best(verdicts))
        results.append(result)
    return results


def _unanswered(scales: Scales, number: int | None, duty: Duty, line: LineOf) -> DutyResult:
    """The result of a duty for which nothing was submitted; the same for all units that lack the same."""
    lack = _lack(scales, number, duty)
    known = duty.unanswered.get(lack)
    if known is None:
        known = duty.unanswered[lack] = _written(duty, _lacking(duty, lack), line)
    return known


_NO_LACK = Lack(None, None, None, False)


def _lack(scales: Scales, number: int | None, duty: Duty) -> Lack:
    if number is None:
        return _NO_LACK
    findings, doubted, review = scales.findings, None, duty.review
    if number in findings.doubted:
        facts = (fact for gate in findings.doubted[number] for fact in scales.gate_facts(gate))
        doubted = tuple(dict.fromkeys(facts))
    barred = findings.barred[number][0] if number in findings.barred else None
    return Lack(barred, doubted, findings.absent.get(number), review is not None and scales.truth(review.gate) == YES)


def _preference(verdict: RecordVerdict) -> tuple[int, date]:
    return rank(verdict.status), verdict.candidate.day or date.min


def _best(verdicts: list[RecordVerdict]) -> list[RecordVerdict]:
    """The records with the best verdict, the latest of them; several where they are of one day."""
    if len(verdicts) < 2:
        return verdicts
    top = max(map(_preference, verdicts))
    return [verdict for verdict in verdicts if _preference(verdict) == top]


def _paths(verdicts: list[RecordVerdict]) -> frozenset[str]:
    return frozenset([verdict.candidate.entries[0].path for verdict in verdicts])


def _verdicts(scales: Scales, number: int | None, duty: Duty, line: LineOf) -> list[RecordVerdict]:
    findings = scales.findings
    if number is None:
        return []
    return [
        weigh_record(scales, duty, candidate, findings.punctuality.get((number, candidate)), line)
        for candidate in sorted(findings.answers.get(number, ()))
    ]


def _ruling(
    scales: Scales,
    number: int | None,
    duty: Duty,
    verdicts: list[RecordVerdict],
    decided: dict[str, frozenset[str]],
) -> Ruling:
    rule, findings = duty.plan.rule, scales.findings
    if number in findings.barred or number in findings.doubted:
        return _lacking(duty, _lack(scales, number, duty))
    if duty.unsettled is not None and (duty.entry is not None or not verdicts):
        return _unsettled(duty)
    wanted = decided.get(rule.follows) if rule.follows is not None else None
    if wanted:
        verdicts = [verdict for verdict in verdicts if verdict.candidate.entries[0].path in wanted]
    loose = findings.loose.get(number) if number is not None else None
    if not verdicts:
        lack = _lack(scales, number, duty)
        return _loose(scales, loose) if loose and lack.absent != "pending" else _lacking(duty, lack)
    ruling = _answered(duty, verdicts, duty.period.as_of)
    if duty.unsettled is not None and ruling.status is not PASSED:  # it may be that nothing was owed
        return Ruling(NEEDS_REVIEW, ruling.checks, ruling.records, facts=_unsettled(duty).facts)
    if loose and _may_change(duty, ruling.status):
        return _loose(scales, loose)
    return ruling


def _may_change(duty: Duty, status: Status) -> bool:
    """Whether a record that may be meant but does not say so could change the verdict."""
    record = duty.plan.rule.record
    if duty.plan.rule.per == "record":  # another record is another duty
        return False
    if record.total is not None:
        return status in VIOLATIONS
    every_one_counts = duty.plan.rule.judge != "any" or record.pick in ("newest", "current_or_newest")
    return every_one_counts and status is PASSED


def _unsettled(duty: Duty) -> Ruling:
    assert duty.unsettled is not None
    fact = duty.unsettled if duty.entry is None else f"{duty.entry.path}.{duty.unsettled}"
    return Ruling(NEEDS_REVIEW, facts=(fact,))


def _barred(duty: Duty, kind: str, gate: int) -> Ruling:
    plan = duty.plan
    exits = (plan.requires,) if kind == "scope" else plan.exempt
    exit_ = next(one for one in exits if one is not None and one.gate == gate)
    return Ruling(NOT_APPLICABLE, reason=text(exit_.source.reason), reason_basis=exit_.basis or plan.basis)


def _lacking(duty: Duty, lack: Lack) -> Ruling:
    """The duty does not apply, or nobody knows whether it does, or nothing submitted answers it."""
    rule, due, as_of = duty.plan.rule, duty.period.due, duty.period.as_of
    if duty.moot is not None:
        return Ruling(NOT_APPLICABLE, reason=text(duty.moot))
    if lack.barred is not None:
        return _barred(duty, *lack.barred)
    if lack.doubted is not None:
        return Ruling(NEEDS_REVIEW, facts=lack.doubted)
    if lack.absent == "pending":
        assert due is not None
        return Ruling(PENDING, due=due, days=(due - as_of).days)
    reason = text(rule.absent_reason) if rule.absent_reason else None
    if rule.absent == "not_applicable":
        return Ruling(NOT_APPLICABLE, reason=reason)
    if lack.review:
        assert duty.review is not None
        return Ruling(NEEDS_REVIEW, reason=text(duty.review.source.reason), reason_basis=duty.review.basis)
    if rule.absent == "needs_review":
        facts = (UNANSWERED,) if rule.attest is not None else ()
        return Ruling(NEEDS_REVIEW, reason=reason, facts=facts)
    return Ruling(MISSING, due=due, days=(as_of - due).days if due is not None else None)


def _loose(scales: Scales, numbers: list[int]) -> Ruling:
    """Records may be meant for the duty but do not say so."""
    found = [scales.case.candidates[number] for number in sorted(numbers)]
    facts = tuple(f"{one.entries[0].path}.{one.open_field}" for one in found)
    named = next((named for one in found if (named := named_period(one.plan, one.record)) is not None), None)
    coarse = named is not None and found[0].period == UNPLACED
    reason = phrase("reason.too_coarse", period=named.label, facts=facts) if named is not None and coarse else None
    return Ruling(NEEDS_REVIEW, records=tuple(found), reason=reason, facts=facts)


def _answered(duty: Duty, verdicts: list[RecordVerdict], as_of: date) -> Ruling:
    """Records answer the duty: the best one counts, or each and the worst decides."""
    rule = duty.plan.rule
    if rule.judge == "newest":
        verdicts = newest(verdicts)
        if hangs_on_days(verdicts):
            return _undated(verdicts)
    if rule.moot is not None and not any(verdict.checks for verdict in verdicts):
        records = tuple(verdict.candidate for verdict in verdicts)
        return Ruling(NOT_APPLICABLE, records=records, reason=text(rule.moot))
    if rule.follows is not None:
        latest = max(verdict.candidate.day or date.min for verdict in verdicts)
        verdicts = [verdict for verdict in verdicts if (verdict.candidate.day or date.min) == latest]
    elif rule.judge == "any" and rule.record.pick not in ("newest", "current_or_newest"):
        verdicts = _best(verdicts)[:1]
    status = worst([verdict.status for verdict in verdicts])
    checks = verdicts[0].checks if len(verdicts) == 1 else tuple([c for verdict in verdicts for c in verdict.checks])
    deciding = [check for check in checks if check.status is status]
    dated = next((check for check in deciding if check.due is not None), None)
    due = dated.due if dated else duty.period.due if status is PENDING else None
    reasons = [check.reason for check in deciding if check.reason is not None]
    return Ruling(
        status,
        checks=checks,
        records=tuple([verdict.candidate for verdict in verdicts]),
        reason=reasons[0] if reasons else None,
        facts=_facts(deciding) if status is NEEDS_REVIEW else (),
        due=due,
        days=dated.days if dated else (due - as_of).days if due else None,
    )


def _undated(verdicts: list[RecordVerdict]) -> Ruling:
    """What to fill in so that it is clear which record is the newest."""
    found = [verdict.candidate for verdict in verdicts if verdict.candidate.day is None]
    facts = tuple(f"{one.entries[0].path}.{NATURAL_DATE[one.plan.rule.record.section][0]}" for one in found)
    return Ruling(NEEDS_REVIEW, records=tuple(found), facts=facts)


def _facts(checks: list[CheckResult]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for check in checks for fact in check.facts))


# --- in writing -----------------------------------------------------------------------------------------------------


def _written(duty: Duty, ruling: Ruling, line: LineOf) -> DutyResult:
    plan = duty.plan
    rule = plan.rule
    if ruling.reason is None and ruling.status is NEEDS_REVIEW:
        ruling.reason = phrase("reason.fill_in", facts=ruling.facts)
    severity = plan.severity
    if ruling.status in VIOLATIONS:
        severity = heaviest([check for check in ruling.checks if check.status in VIOLATIONS], severity)
    return _duty_result(
        rule=rule.id,
        duty=_name(duty),
        group=rule.group,
        severity=severity,
        status=ruling.status,
        title=plan.title,
        period=duty.period.span.label,
        subject=duty.subject,
        basis=plan.basis,
        checks=ruling.checks,
        records=tuple([line(entry.path) for candidate in ruling.records for entry in candidate.entries]),
        message=_message(duty, ruling),
        remedy=plan.remedy,
        verified=_verified(duty) and False not in [check.verified for check in ruling.checks],
        due=ruling.due,
        days=ruling.days,
        reason=ruling.reason,
        reason_basis=ruling.reason_basis,
        facts=ruling.facts,
        attested=rule.attest is not None,
    )


def _name(duty: Duty) -> str:
    """The rule id, with the part of the year and the subject where there are several duties of it."""
    name = duty.plan.rule.id
    if "-" in duty.period.span.label:
        name += f"@{duty.period.span.label}"
    return name if duty.subject is None else f"{name}#{duty.subject}"


def _verified(duty: Duty) -> bool:
    value = duty.period.due_value
    return duty.plan.rule.verified and (value is None or value.verified)


def _days(number: int) -> Phrase:
    return phrase("message.days.one" if number == 1 else "message.days", number=number)


def _message(duty: Duty, ruling: Ruling) -> Phrase:
    """What the duty is and how it stands, in one or two sentences."""
    what = duty.plan.message
    status = ruling.status
    if status is PASSED:
        return phrase("message.passed", duty=what)
    if status is DEFECTIVE and duty.plan.rule.attest is not None:
        return phrase("message.attested_no", duty=what)
    if status in (NEEDS_REVIEW, NOT_APPLICABLE):
        why = ruling.reason or phrase("reason.none")
        return phrase(f"message.{status}", duty=what, reason=why)
    if status is LATE and ruling.days is not None:
        return phrase("message.late", duty=what, days=_days(ruling.days))
    if status is PENDING:
        key = "message.pending" if ruling.due is not None else "message.pending_open"
        return phrase(key, duty=what, due=ruling.due or "", days=_days(ruling.days or 0))
    if status is MISSING:
        key = "message.missing" if ruling.due is None else "message.missing_overdue"
        return phrase(key, duty=what, due=ruling.due or "", days=_days(ruling.days or 0))
    return phrase(f"message.{status}", duty=what)
