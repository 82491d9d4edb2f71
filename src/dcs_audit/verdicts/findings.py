"""What an engine found, sorted by what it is about, and checked for completeness.

Every duty, gate, answer and question must have been settled exactly once. Where one was not, something was lost on
the way and nothing may be said about the unit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dcs_audit.duties.casefile import CaseFile
from dcs_audit.engine.interface import Outcome
from dcs_audit.engine.program import RULE_NAMES
from dcs_audit.verdicts.model import AuditError

PUNCTUALITY = frozenset({"done_early", "done_in_time", "done_late", "undone_ahead", "undone_past"})
SETTLED = frozenset({"kept", "broken", "awaited", "lapsed", "met", "hopeful", "short", "unread"})


@dataclass(slots=True)
class Findings:
    """Matches by subject; numbers are positions in the case file."""

    truth: dict[int, int] = field(default_factory=dict)
    """Gate to 0 no, 1 yes, 2 unknown."""
    unknown_facts: dict[int, list[int]] = field(default_factory=dict)
    """Gate to the facts that leave it unknown."""
    barred: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    """Duty to (`scope` or `exemption`, gate) that takes it out."""
    doubted: dict[int, list[int]] = field(default_factory=dict)
    """Duty to the gates that leave its applicability unknown."""
    owed: set[int] = field(default_factory=set)
    answers: dict[int, list[int]] = field(default_factory=dict)
    loose: dict[int, list[int]] = field(default_factory=dict)
    """Duty to candidates that may be meant for it but do not say so."""
    absent: dict[int, str] = field(default_factory=dict)
    """Duty to `missing` or `pending`."""
    punctuality: dict[tuple[int, int], str] = field(default_factory=dict)
    """Duty and candidate to when it was done."""
    settled: dict[int, str] = field(default_factory=dict)
    """Question to its answer."""


def sort_out(case: CaseFile, outcome: Outcome) -> Findings:
    """The findings of one run. Raises AuditError where anything is settled twice or not at all."""
    findings = Findings()
    facts = outcome.facts
    for number, bound in outcome.matches:
        _take(findings, RULE_NAMES[number], [facts[index].values for index in bound])
    _complete(case, findings)
    return findings


def _take(findings: Findings, name: str, values: list[tuple[int, ...]]) -> None:
    first = values[0]
    if name in SETTLED:
        item = (values[1] if name in ("met", "hopeful", "short") else first)[0]
        _once(findings.settled, item, name)
    elif name in ("answered", "answered_by_current"):
        findings.answers.setdefault(first[0], []).append(values[1][0])
    elif name in PUNCTUALITY:
        _once(findings.punctuality, (first[0], values[1][1]), name)
    elif name == "owed":
        findings.owed.add(first[0])
    elif name in ("missing", "pending"):
        _once(findings.absent, first[0], name)
    elif name in ("unplaced", "left_open"):
        findings.loose.setdefault(first[0], []).append(values[1][0])
    elif name in ("gate_shut", "gate_open", "gate_unsure"):
        findings.truth[first[0]] = {"gate_shut": 0, "gate_open": 1, "gate_unsure": 2}[name]
    elif name == "condition_unknown":
        findings.unknown_facts.setdefault(first[0], []).append(first[1])
    elif name in ("out_of_scope", "exempted"):
        findings.barred.setdefault(first[0], []).append(("scope" if name == "out_of_scope" else "exemption", first[1]))
    elif name in ("scope_unknown", "exemption_unknown"):
        findings.doubted.setdefault(first[0], []).append(first[1])


def _once(found: dict[Any, str], key: Any, value: str) -> None:
    if key in found:
        raise AuditError(f"settled twice: {key}: {found[key]} and {value}")
    found[key] = value


def _complete(case: CaseFile, findings: Findings) -> None:
    lost: list[str] = []
    lost += [f"gate {gate}" for gate in case.gates if gate not in findings.truth]
    lost += [f"question {number}" for number in range(len(case.questions)) if number not in findings.settled]
    for number, duty in enumerate(case.duties):
        if duty.moot is not None or duty.unsettled is not None:
            continue
        out = number in findings.barred or number in findings.doubted
        if out == (number in findings.owed):
            lost.append(f"duty {number}")
        answered = findings.answers.get(number, ())
        if not out and bool(answered) == (number in findings.absent):
            lost.append(f"duty {number}")
        if not out and duty.plan.rule.due is not None and duty.plan.rule.record.total is None:
            lost += [f"duty {number} record {c}" for c in answered if (number, c) not in findings.punctuality]
    if lost:
        raise AuditError(f"the engine left open: {', '.join(lost[:5])}")
