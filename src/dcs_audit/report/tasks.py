"""The list of things to do that closes a report: what weighs most and has waited longest comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dcs_audit.verdicts.judge import UNANSWERED
from dcs_audit.verdicts.model import DutyResult, Severity, Status

_WEIGHT = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Task:
    """The violations of one rule, which one remedy puts right. Never empty; worst and oldest first."""

    results: tuple[DutyResult, ...]

    @property
    def first(self) -> DutyResult:
        """The violation that decides the task's place in the list."""
        return self.results[0]


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact missing from the unit file, and the duties that wait for it."""

    fact: str
    results: tuple[DutyResult, ...]


def tasks(results: Iterable[DutyResult]) -> list[Task]:
    """One task for each rule with violations, by severity, then due date (none comes last), then the law's order."""
    by_rule: dict[str, list[DutyResult]] = {}
    for result in results:
        if result.is_violation:
            by_rule.setdefault(result.rule, []).append(result)
    return sorted((Task(tuple(sorted(found, key=_urgency))) for found in by_rule.values()), key=_task_urgency)


def gaps(results: Iterable[DutyResult]) -> list[Gap]:
    """One entry for each fact that duties under review ask for, in the order met."""
    by_fact: dict[str, list[DutyResult]] = {}
    for result in _under_review(results):
        for fact in result.facts:
            by_fact.setdefault(fact, []).append(result)
    return [Gap(fact, tuple(waiting)) for fact, waiting in by_fact.items()]


def to_look_at(results: Iterable[DutyResult]) -> list[DutyResult]:
    """Duties under review that no fact would settle: a person must decide."""
    return [result for result in _under_review(results) if not result.facts]


def unanswered(result: DutyResult) -> bool:
    """Whether the duty waits for nothing but somebody's answer."""
    return result.attested and result.status is Status.NEEDS_REVIEW and result.facts == (UNANSWERED,)


def alike_in(result: DutyResult) -> object:
    """Equal for neighbours that can be told together: one rule, one verdict, and no record to speak of."""
    if result.checks or result.records:
        return object()  # equal to no other
    return result.rule, result.status, result.severity


def pending(results: Iterable[DutyResult]) -> list[DutyResult]:
    """Duties whose time has not come, the nearest date first, those without a date last."""
    waiting = [result for result in results if result.status is Status.PENDING]
    return sorted(waiting, key=lambda result: result.due or date.max)


def _under_review(results: Iterable[DutyResult]) -> Sequence[DutyResult]:
    return [result for result in results if result.status is Status.NEEDS_REVIEW]


def _urgency(result: DutyResult) -> tuple[int, date]:
    return _WEIGHT[result.severity], result.due or date.max


def _task_urgency(task: Task) -> tuple[int, date]:
    return _urgency(task.first)
