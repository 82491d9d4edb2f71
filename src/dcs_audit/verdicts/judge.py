"""One verdict for each duty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dcs_audit.duties.blueprint import Exit, text
from dcs_audit.duties.casefile import CaseFile, Duty, counts
from dcs_audit.duties.select import Candidate
from dcs_audit.engine.interface import Outcome
from dcs_audit.engine.program import YES
from dcs_audit.locale.phrases import Phrase, Sentence, phrase
from dcs_audit.verdicts.findings import sort_out
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, Citation, DutyResult, RecordRef, Status
from dcs_audit.verdicts.weigh import RANK, LineOf, RecordVerdict, Scales, heaviest, weigh_record, worst

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


def judge(case: CaseFile, outcome: Outcome, line: LineOf) -> list[DutyResult]:
    """The results of all duties in the order of the rulebook. Raises AuditError where the engine left anything open."""
    findings = sort_out(case, outcome)
    scales = Scales.of(case, findings)
    decided: dict[str, frozenset[str]] = {}
    results = []
    for number, duty in enumerate(case.duties):
        verdicts = _verdicts(scales, number, duty, line)
        if duty.plan.rule.follows is None:
            decided[duty.plan.rule.id] = _paths(_best(verdicts))
        results.append(_written(case, duty, _ruling(scales, number, duty, verdicts, decided), line))
    return results


def _preference(verdict: RecordVerdict) -> tuple[int, date]:
    return RANK[verdict.status], verdict.candidate.day or date.min


def _best(verdicts: list[RecordVerdict]) -> list[RecordVerdict]:
    """The records with the best verdict, the latest of them; several where they are of one day."""
    top = max(map(_preference, verdicts), default=None)
    return [verdict for verdict in verdicts if _preference(verdict) == top]


def _paths(verdicts: list[RecordVerdict]) -> frozenset[str]:
    return frozenset(verdict.candidate.entries[0].path for verdict in verdicts)


def _verdicts(scales: Scales, number: int, duty: Duty, line: LineOf) -> list[RecordVerdict]:
    findings = scales.findings
    return [
        weigh_record(scales, duty, candidate, findings.punctuality.get((number, candidate)), line)
        for candidate in sorted(findings.answers.get(number, ()))
    ]


def _ruling(
    scales: Scales, number: int, duty: Duty, verdicts: list[RecordVerdict], decided: dict[str, frozenset[str]]
) -> Ruling:
    rule, findings = duty.plan.rule, scales.findings
    if duty.moot is not None:
        return Ruling(Status.NOT_APPLICABLE, reason=text(duty.moot))
    if number in findings.barred:
        return _barred(duty, *findings.barred[number][0])
    if number in findings.doubted:
        facts = tuple(fact for gate in findings.doubted[number] for fact in scales.gate_facts(gate))
        return Ruling(Status.NEEDS_REVIEW, facts=tuple(dict.fromkeys(facts)))
    if duty.unsettled is not None:
        return _unsettled(duty)
    wanted = decided.get(rule.follows) if rule.follows is not None else None
    if wanted:
        verdicts = [verdict for verdict in verdicts if verdict.candidate.entries[0].path in wanted]
    if not verdicts:
        return _absent(scales, number, duty)
    ruling = _answered(duty, verdicts, scales.case.context.as_of)
    if number in findings.loose and _may_change(duty, ruling.status):
        return _loose(scales, number)
    return ruling


def _may_change(duty: Duty, status: Status) -> bool:
    """Whether a record that may be meant but does not say so could change the verdict."""
    record = duty.plan.rule.record
    if record.total is not None:
        return status in VIOLATIONS
    every_one_counts = duty.plan.rule.judge == "each" or record.pick in ("newest", "current_or_newest")
    return every_one_counts and status is Status.PASSED


def _unsettled(duty: Duty) -> Ruling:
    assert duty.unsettled is not None
    fact = duty.unsettled if duty.entry is None else f"{duty.entry.path}.{duty.unsettled}"
    return Ruling(Status.NEEDS_REVIEW, facts=(fact,))


def _barred(duty: Duty, kind: str, gate: int) -> Ruling:
    plan = duty.plan
    exits = (plan.requires,) if kind == "scope" else plan.exempt
    exit_ = next(one for one in exits if one is not None and one.gate == gate)
    return Ruling(Status.NOT_APPLICABLE, reason=text(exit_.source.reason), reason_basis=exit_.basis or plan.basis)


def _absent(scales: Scales, number: int, duty: Duty) -> Ruling:
    """Nothing submitted answers the duty."""
    rule, as_of = duty.plan.rule, scales.case.context.as_of
    reason = text(rule.absent_reason) if rule.absent_reason else None
    if scales.findings.absent.get(number) == "pending":
        assert duty.due is not None
        return Ruling(Status.PENDING, due=duty.due, days=(duty.due - as_of).days)
    if number in scales.findings.loose:
        return _loose(scales, number)
    if rule.absent == "not_applicable":
        return Ruling(Status.NOT_APPLICABLE, reason=reason)
    review = _review_of_absence(scales, duty.plan.absent_review)
    if review is not None:
        return review
    if rule.absent == "needs_review":
        facts = (UNANSWERED,) if rule.attest is not None else ()
        return Ruling(Status.NEEDS_REVIEW, reason=reason, facts=facts)
    overdue = (as_of - duty.due).days if duty.due is not None else None
    return Ruling(Status.MISSING, due=duty.due, days=overdue)


def _loose(scales: Scales, number: int) -> Ruling:
    """Records may be meant for the duty but do not say so."""
    found = [scales.case.candidates[one] for one in sorted(scales.findings.loose[number])]
    facts = tuple(f"{one.entries[0].path}.{one.open_field}" for one in found)
    return Ruling(Status.NEEDS_REVIEW, records=tuple(found), facts=facts)


def _review_of_absence(scales: Scales, exit_: Exit | None) -> Ruling | None:
    if exit_ is None or not counts(exit_, scales.case.context.as_of) or scales.truth(exit_.gate) != YES:
        return None
    return Ruling(Status.NEEDS_REVIEW, reason=text(exit_.source.reason), reason_basis=exit_.basis)


def _answered(duty: Duty, verdicts: list[RecordVerdict], as_of: date) -> Ruling:
    """Records answer the duty: the best one counts, or each and the worst decides."""
    rule = duty.plan.rule
    if rule.moot is not None and not any(verdict.checks for verdict in verdicts):
        records = tuple(verdict.candidate for verdict in verdicts)
        return Ruling(Status.NOT_APPLICABLE, records=records, reason=text(rule.moot))
    if rule.follows is not None:
        latest = max(verdict.candidate.day or date.min for verdict in verdicts)
        verdicts = [verdict for verdict in verdicts if (verdict.candidate.day or date.min) == latest]
    elif rule.judge == "any" and rule.record.pick not in ("newest", "current_or_newest"):
        verdicts = _best(verdicts)[:1]
    status = worst(verdict.status for verdict in verdicts)
    checks = tuple(check for verdict in verdicts for check in verdict.checks)
    deciding = [check for check in checks if check.status is status]
    dated = next((check for check in deciding if check.due is not None), None)
    due = dated.due if dated else duty.due if status is Status.PENDING else None
    reasons = [check.reason for check in deciding if check.reason is not None]
    return Ruling(
        status,
        checks=checks,
        records=tuple(verdict.candidate for verdict in verdicts),
        reason=reasons[0] if reasons else None,
        facts=_facts(deciding) if status is Status.NEEDS_REVIEW else (),
        due=due,
        days=dated.days if dated else (due - as_of).days if due else None,
    )


def _facts(checks: list[CheckResult]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for check in checks for fact in check.facts))


# --- in writing -----------------------------------------------------------------------------------------------------


def _written(case: CaseFile, duty: Duty, ruling: Ruling, line: LineOf) -> DutyResult:
    plan = duty.plan
    rule = plan.rule
    ruling = _with_reason(ruling)
    failing = [check for check in ruling.checks if check.status in VIOLATIONS]
    severity = heaviest(failing, plan.severity) if ruling.status in VIOLATIONS and ruling.checks else plan.severity
    return DutyResult(
        rule=rule.id,
        duty=_name(duty),
        group=rule.group,
        severity=severity,
        status=ruling.status,
        title=plan.title,
        period=duty.span.label,
        subject=duty.subject,
        basis=plan.basis,
        checks=ruling.checks,
        records=tuple(
            RecordRef(entry.path, line(entry.path)) for candidate in ruling.records for entry in candidate.entries
        ),
        message=_message(duty, ruling),
        remedy=plan.remedy,
        verified=_verified(duty, ruling),
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
    if "-" in duty.span.label:
        name += f"@{duty.span.label}"
    return name if duty.subject is None else f"{name}#{duty.subject}"


def _verified(duty: Duty, ruling: Ruling) -> bool:
    value = duty.due_value
    return duty.plan.rule.verified and (value is None or value.verified) and all(c.verified for c in ruling.checks)


def _with_reason(ruling: Ruling) -> Ruling:
    if ruling.reason is not None or ruling.status is not Status.NEEDS_REVIEW:
        return ruling
    return replace(ruling, reason=phrase("reason.fill_in", facts=ruling.facts))


def _message(duty: Duty, ruling: Ruling) -> Phrase:
    """What the duty is and how it stands, in one or two sentences."""
    what = duty.plan.message
    status = ruling.status
    if status in (Status.NEEDS_REVIEW, Status.NOT_APPLICABLE):
        why = ruling.reason or phrase("reason.none")
        return phrase(f"message.{status}", duty=what, reason=why)
    if status is Status.LATE and ruling.days is not None:
        return phrase("message.late", duty=what, days=ruling.days)
    if status is Status.PENDING:
        key = "message.pending" if ruling.due is not None else "message.pending_open"
        return phrase(key, duty=what, due=ruling.due or "", days=ruling.days or 0)
    if status is Status.MISSING:
        key = "message.missing" if ruling.due is None else "message.missing_overdue"
        return phrase(key, duty=what, due=ruling.due or "", days=ruling.days or 0)
    return phrase(f"message.{status}", duty=what)
