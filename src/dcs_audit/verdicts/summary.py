"""Counts and score of a report."""

from __future__ import annotations

from collections.abc import Sequence

from dcs_audit.law.packs import Scoring
from dcs_audit.locale.phrases import Phrase, Text, phrase
from dcs_audit.verdicts.model import AuditError, DutyResult, Severity, Status, Summary


def summarize(results: Sequence[DutyResult], scoring: Scoring) -> Summary:
    """Counts by status and severity, and the score: the weighted share of due duties that passed.

    Pending, not applicable, needing review and waived duties are left out; any critical violation caps the score.
    Raises AuditError if the counts do not sum to the number of duties.
    """
    counts = dict.fromkeys(Status, 0)
    violations = dict.fromkeys(Severity, 0)
    for result in results:
        counts[result.status] += 1
        if result.is_violation:
            violations[result.severity] += 1
    if sum(counts.values()) != len(results):
        raise AuditError("the counts of statuses do not sum to the number of duties")
    exact = _score(results, scoring)
    rating = None if exact is None else next((r for r in scoring.ratings if exact >= r.at_least), None)
    return Summary(
        duties=len(results),
        counts=counts,
        violations=violations,
        score=None if exact is None else _rounded(exact),
        rating=rating.id if rating else None,
        rating_title=Text(rating.title.vi, rating.title.en) if rating else None,
        how=_how(scoring),
    )


def _how(scoring: Scoring) -> Phrase:
    cap = str(scoring.critical_cap)
    weights = scoring.weights
    return phrase(
        "score.how",
        critical=weights["critical"],
        major=weights["major"],
        minor=weights["minor"],
        cap=Text(cap.replace(".", ","), cap),
    )


def _score(results: Sequence[DutyResult], scoring: Scoring) -> float | None:
    passed = owed = 0
    critical = False
    for result in results:
        if result.status is not Status.PASSED and not result.is_violation:
            continue
        weight = scoring.weights[result.severity.value]
        owed += weight
        if result.is_violation:
            critical |= result.severity is Severity.CRITICAL
        else:
            passed += weight
    if owed == 0:
        return None
    score = 100 * passed / owed
    return min(score, scoring.critical_cap) if critical else score


def _rounded(score: float) -> float:
    """To one decimal; but only a unit without any violation has 100."""
    return round(score, 1) if score == 100 else min(round(score, 1), 99.9)
