"""From the answers to single questions to the verdict on a check and on a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from dcs_audit.duties.attributes import DERIVED, NATURAL_DATE
from dcs_audit.duties.blueprint import ALWAYS, CheckPlan, text
from dcs_audit.duties.casefile import Asked, CaseFile
from dcs_audit.duties.inquiry import Key
from dcs_audit.duties.items import Item, Timing
from dcs_audit.duties.schedule import Duty
from dcs_audit.duties.select import Candidate
from dcs_audit.engine.program import NO, UNKNOWN, YES
from dcs_audit.law.facts import FACTS
from dcs_audit.law.model import Due
from dcs_audit.locale.phrases import Sentence, Text, phrase
from dcs_audit.verdicts.amended import due_basis, with_amending
from dcs_audit.verdicts.doubts import Doubt, doubt_of, doubtful
from dcs_audit.verdicts.findings import Findings
from dcs_audit.verdicts.model import VIOLATIONS, WORST_FIRST, CheckResult, RecordRef, Severity, Status
from dcs_audit.verdicts.quick import maker

# Looking a member up in its class takes long up to Python 3.11, and every check does so several times.
PASSED, PENDING, NEEDS_REVIEW = Status.PASSED, Status.PENDING, Status.NEEDS_REVIEW
MISSING, LATE, DEFECTIVE = Status.MISSING, Status.LATE, Status.DEFECTIVE

_check_result, _record_ref = maker(CheckResult), maker(RecordRef)

rank = WORST_FIRST.index
"""0 is worst. A search and no dict: the hash of a member is worked out in Python, each time anew."""

UNREAD = "unread"
"""The answer to a question about something the record does not say."""

_MEANING = {
    "met": Status.PASSED,
    "kept": Status.PASSED,
    "hopeful": Status.PENDING,
    "awaited": Status.PENDING,
    UNREAD: Status.NEEDS_REVIEW,
    "broken": Status.LATE,
    "lapsed": Status.MISSING,
    "short": Status.DEFECTIVE,
}

Answer: TypeAlias = tuple[Item, str]
"""An item and what the engine found of it."""

GOOD = frozenset({"met", "kept"})
"""Answers that satisfy a question."""

PUNCTUALITY_CHECK = "thoi-han"
"""The id under which reports show the deadline of a duty itself."""
_PUNCTUALITY_TITLE = Text("Thực hiện đúng thời hạn", "Done in time")


def worst(statuses: Sequence[Status]) -> Status:
    """The worst of several statuses, passed for none."""
    if len(statuses) == 1:
        return statuses[0]
    return min(statuses, key=rank, default=PASSED)


class RecordVerdict(NamedTuple):
    """The verdict on one record (or several added up) that answers a duty."""

    candidate: Candidate
    status: Status
    checks: tuple[CheckResult, ...]


@dataclass(slots=True)
class Scales:
    """A case file with its findings."""

    case: CaseFile
    findings: Findings
    doubts: Mapping[str, Doubt]
    """The records on which nothing clean can rest, by path."""

    def satisfied(self, way: Iterable[tuple[Item, Key | None]]) -> bool:
        """Whether the answers to all items of a way are good."""
        settled = self.findings.settled
        return not [key for _, key in way if key is None or settled[key] not in GOOD]

    def answers(self, way: Iterable[tuple[Item, Key | None]]) -> list[Answer]:
        """The items of one way to satisfy a check with their answers."""
        settled = self.findings.settled
        return [(item, UNREAD if key is None else settled[key]) for item, key in way]

    def truth(self, gate: int) -> int:
        """Whether a gate is open: 0 no, 1 yes, 2 unknown."""
        return YES if gate == ALWAYS else self.findings.truth[gate]

    def gate_facts(self, gate: int) -> tuple[str, ...]:
        """The facts of the unit that leave a gate unknown, by where to fill them in."""
        names = (self.case.fact_names[number] for number in self.findings.unknown_facts.get(gate, ()))
        return tuple(dict.fromkeys(FACTS[name] for name in names))


def weigh_record(scales: Scales, duty: Duty, number: int, punctuality: str | None, line: LineOf) -> RecordVerdict:
    """The verdict on candidate `number` as an answer to `duty`."""
    candidate = scales.case.candidates[number]
    ref = line(candidate.entries[0].path)
    results: list[CheckResult] = []
    if punctuality is not None:
        results.append(_punctuality(scales.case, duty, candidate, punctuality, ref))
    for asked in scales.case.asked[number]:
        result = _check(scales, asked, ref)
        if result is not None:
            results.append(result)
    status = worst([result.status for result in results])
    doubt = doubt_of(candidate, scales.doubts)
    if doubt is not None and (status is PASSED or doubt.alone):
        results = [*([] if doubt.alone else results), doubtful(candidate.plan, doubt, ref)]
        status = NEEDS_REVIEW
    return RecordVerdict(candidate, status, _by_id(results))


def _by_id(results: list[CheckResult]) -> tuple[CheckResult, ...]:
    """The results where several checks share an id: all that do not pass, the worst last; one of those that do."""
    if len(results) < 2 or len({result.id for result in results}) == len(results):
        return tuple(results)
    groups: dict[str, list[CheckResult]] = {}
    for result in results:
        groups.setdefault(result.id, []).append(result)
    kept: list[CheckResult] = []
    for group in groups.values():
        open_ones = [result for result in group if result.status is not PASSED]
        kept += sorted(open_ones, key=lambda result: -rank(result.status)) or group[:1]
    return tuple(kept)


class LineOf:
    """Where in the unit file a record stands; each is looked up once. Without a lookup, nowhere."""

    def __init__(self, lookup: Callable[[str], int | None] | None, only: int | None = None) -> None:
        """`only` is the line of every record, where the file has only one."""
        self._lookup = lookup
        self._only = only
        self._known: dict[str, RecordRef] = {}

    def __call__(self, path: str) -> RecordRef:
        """The path of a record with its line."""
        known = self._known.get(path)
        if known is None:
            line = self._lookup(path) if self._lookup is not None and self._only is None else self._only
            known = self._known[path] = _record_ref(path, line)
        return known


def _check(scales: Scales, asked: Asked, ref: RecordRef) -> CheckResult | None:
    """The verdict on one check, None where it is not asked of this unit."""
    check = asked.check
    asked_at_all = scales.truth(check.gate)
    if asked_at_all == NO:
        return None
    for way, option in zip(asked.ways, check.options, strict=True):
        if option.review is None and scales.satisfied(way) and scales.truth(option.gate) != NO:
            return _result(scales, check, PASSED, [item for item, _ in way], ref)
    ways = [
        _way(scales, scales.answers(way), option.gate, option.review, check)
        for way, option in zip(asked.ways, check.options, strict=True)
        if scales.truth(option.gate) != NO
    ]
    if not ways:
        return _result(scales, check, DEFECTIVE, [], ref)
    status, deciding, facts, reason = max(ways, key=_how_good)
    if asked_at_all == UNKNOWN and status is not PASSED:
        status, facts, reason = NEEDS_REVIEW, scales.gate_facts(check.gate), None
    return _result(scales, check, status, [item for item, _ in deciding], ref, facts, reason)


_Way = tuple[Status, tuple[Answer, ...], tuple[str, ...], Sentence | None]


def _how_good(way: _Way) -> int:
    """Of ways that all fail the first one speaks: it is the way the law means, the others are exceptions.

    But what was done in any of them, though late, is not missing.
    """
    status = way[0]
    return (-1 if status is LATE else -2) if status in VIOLATIONS else rank(status)


def _way(scales: Scales, answers: Sequence[Answer], gate: int, review: Sentence | None, check: CheckPlan) -> _Way:
    """How one way to satisfy a check came out: status, the items that decide, facts to fill in, reason for review."""
    statuses = [_meaning(outcome, check) for _, outcome in answers]
    status = worst(statuses)
    deciding = tuple(answer for answer, s in zip(answers, statuses, strict=True) if s is status)
    facts = tuple(field for item, _ in deciding if not isinstance(item, Timing) for field in item.fields)
    if status is PASSED and review is not None:
        return NEEDS_REVIEW, deciding, (), review
    if status is not PASSED and scales.truth(gate) == UNKNOWN:
        return NEEDS_REVIEW, deciding, scales.gate_facts(gate), None
    if status is NEEDS_REVIEW and not facts:
        return status, deciding, (), phrase("reason.check_unclear", check=check.title)
    if status is NEEDS_REVIEW:
        why = (item.why for item, _ in deciding if not isinstance(item, Timing))
        return status, deciding, facts, next((one for one in why if one is not None), None)
    return status, deciding, (), None


def _meaning(outcome: str, check: CheckPlan) -> Status:
    status = _MEANING[outcome]
    return NEEDS_REVIEW if status in VIOLATIONS and check.check.fails_as == "needs_review" else status


def _result(
    scales: Scales,
    check: CheckPlan,
    status: Status,
    items: Sequence[Item],
    ref: RecordRef,
    facts: Sequence[str] = (),
    reason: Sentence | None = None,
) -> CheckResult:
    due, days, verified, basis = None, None, check.check.verified, check.basis
    for item in items:
        if due is None and isinstance(item, Timing):
            due = item.due
            days = None if status is PASSED else _days(status, due, item.done, scales.case.context.as_of)
        verified = verified and item.verified
        if item.amended_by:
            basis = with_amending(item.amended_by, basis, scales.case.context.rulebook)
    return _check_result(
        id=check.check.id,
        title=check.title,
        status=status,
        severity=check.severity,
        expected=_joined([item.expected for item in items]),
        actual=_joined([item.actual for item in items]),
        record=ref.path,
        line=ref.line,
        basis=basis,
        verified=verified,
        due=due,
        days=days,
        facts=tuple([fact if fact.startswith(_WHOLE) else f"{ref.path}.{fact}" for fact in facts]) if facts else (),
        reason=reason,
    )


_WHOLE = ("unit.", "records.")
"""How the path of a fact begins that is no field of the record in question."""


def _joined(sentences: Sequence[Sentence]) -> Sentence:
    if len(sentences) == 1:
        return sentences[0]
    unique = tuple(dict.fromkeys(sentences))
    return unique[0] if len(unique) == 1 else phrase("joined", items=unique)


def _days(status: Status, due: date, done: date | None, as_of: date) -> int | None:
    """Days late, overdue or left, by status; None where none of these is meant."""
    if status is LATE and done is not None:
        return (done - due).days
    if status is MISSING:
        return (as_of - due).days
    return (due - as_of).days if status is PENDING else None


def _punctuality(case: CaseFile, duty: Duty, candidate: Candidate, outcome: str, ref: RecordRef) -> CheckResult:
    """The duty's own deadline as a check on the record that answers it."""
    span, due, rule = duty.period.span, duty.period.due, duty.plan.rule.due
    assert due is not None and rule is not None
    as_of = case.context.as_of
    done = candidate.done if candidate.done is not None and candidate.done <= as_of else None
    status, reason, facts = _punctuality_status(outcome, candidate, rule, due, as_of)
    expected = phrase("expected.by", due=due)
    if span.opens > span.first:
        expected = phrase("expected.window", opens=span.opens, due=due)
    return _check_result(
        id=PUNCTUALITY_CHECK,
        title=_PUNCTUALITY_TITLE,
        status=status,
        severity=duty.plan.severity,
        expected=expected,
        actual=phrase("actual.date", date=done) if done else phrase("actual.not_done", as_of=as_of),
        record=ref.path,
        line=ref.line,
        basis=due_basis(duty, case.context.rulebook),
        verified=duty.period.due_value is None or duty.period.due_value.verified,
        due=due,
        days=_days(status, due, done, as_of),
        facts=tuple([f"{ref.path}.{fact}" for fact in facts]),
        reason=reason,
    )


def _punctuality_status(
    outcome: str, candidate: Candidate, rule: Due, due: date, as_of: date
) -> tuple[Status, Sentence | None, tuple[str, ...]]:
    if outcome == "done_early":
        return NEEDS_REVIEW, phrase("reason.early"), ()
    if outcome == "done_late":
        if rule.late_as == "needs_review":
            return NEEDS_REVIEW, _why_not_late(rule, due), ()
        return LATE, None, ()
    if outcome == "undone_ahead":
        return PENDING, None, ()
    if outcome == "undone_past":
        return MISSING, None, ()
    # A record that was there in time shows that the duty was done in time, unless another day is to show it.
    told_apart = candidate.plan.done_of is not None
    matters = rule.late_as == "late" or rule.done in DERIVED
    if not candidate.done_known and (told_apart or (matters and as_of > due)):
        return NEEDS_REVIEW, None, (_done_field(candidate),)
    return PASSED, None, ()


def _why_not_late(rule: Due, due: date) -> Sentence:
    """What the pack says of what is done after the day; else whether a text sets that day at all."""
    if rule.late_reason is not None:
        return text(rule.late_reason)
    return phrase("reason.late_practice" if rule.after_period is not None else "reason.late_review", due=due)


def _done_field(candidate: Candidate) -> str:
    """The field that would tell when the duty was done."""
    rule = candidate.plan.rule
    done = rule.due.done if rule.due is not None else None
    return DERIVED[done].field if done in DERIVED else done or NATURAL_DATE[rule.record.section][0]


def heaviest(checks: Iterable[CheckResult], otherwise: Severity) -> Severity:
    """The heaviest severity among checks."""
    order = list(Severity)
    return min((check.severity for check in checks), key=order.index, default=otherwise)
