"""What an engine found, sorted by what it is about, and checked for completeness.

Every duty, gate, answer and question must have been settled exactly once, and what decides them found as often as the
facts demand. Where that is not so, something was lost on the way and nothing may be said about the unit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dcs_audit.duties.casefile import CaseFile
from dcs_audit.duties.inquiry import KINDS, READING, TERM, Inquiry, Key
from dcs_audit.engine.interface import Outcome
from dcs_audit.engine.program import NO, RULE_NAMES, UNKNOWN, YES
from dcs_audit.verdicts.model import AuditError
from dcs_audit.verdicts.recount import recount

PUNCTUALITY = frozenset({"done_early", "done_in_time", "done_late", "undone_ahead", "undone_past"})
READINGS = frozenset({"met", "hopeful", "short"})
TERMS = frozenset({"kept", "broken", "awaited", "lapsed"})
TRUTHS = {"gate_shut": NO, "gate_open": YES, "gate_unsure": UNKNOWN}


@dataclass(slots=True)
class Findings:
    """Matches by subject; duties are those of the facts, which are demands."""

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
    settled: dict[Key, str] = field(default_factory=dict)
    """What was asked to its answer."""
    seen: dict[str, list[tuple[int, ...]]] = field(default_factory=dict)
    """By engine rule, what its matches are about, where that is counted again."""


def sort_out(asked: CaseFile | Inquiry, outcome: Outcome) -> Findings:
    """The findings of one run. Raises AuditError where anything is settled twice or not at all."""
    findings = Findings(owed={fact.values[0] for fact in outcome.facts if fact.kind == "owed"})
    facts = outcome.facts
    for number, bound in sorted(outcome.matches):
        _take(findings, RULE_NAMES[number], [facts[index].values for index in bound])
    _complete(asked, findings)
    return findings


def _take(findings: Findings, name: str, values: list[tuple[int, ...]]) -> None:
    first = values[0]
    if name in READINGS:
        _once(findings.settled, (READING, *first), name)
    elif name in TERMS:
        _once(findings.settled, (TERM, *first), name)
    elif name in PUNCTUALITY:
        _once(findings.punctuality, (first[0], values[1][0]), name)
    elif name in ("missing", "pending"):
        _once(findings.absent, first[0], name)
    elif name in TRUTHS:
        findings.truth[first[0]] = TRUTHS[name]
    else:
        _take_counted(findings, name, values)


def _take_counted(findings: Findings, name: str, values: list[tuple[int, ...]]) -> None:
    """A match whose like are counted again in the end."""
    first = values[0]
    about: tuple[int, ...] = first[:2]
    if name.startswith("condition_") and name.endswith("_fails"):
        name, about = "condition_fails", first
    elif name == "condition_unknown":
        findings.unknown_facts.setdefault(first[0], []).append(first[1])
    elif name == "claim_stands":
        about = first[:1]
    elif name in ("answered", "answered_by_tenure"):
        about = (first[0], values[1][0])
        findings.answers.setdefault(first[0], []).append(values[1][0])
    elif name == "left_open":
        about = (first[0], values[1][0])
        findings.loose.setdefault(first[0], []).append(values[1][0])
    elif name in ("out_of_scope", "exempted"):
        findings.barred.setdefault(first[0], []).append(("scope" if name == "out_of_scope" else "exemption", first[1]))
    else:
        findings.doubted.setdefault(first[0], []).append(first[1])
    findings.seen.setdefault(name, []).append(about)


def _once(found: dict[Any, str], key: Any, value: str) -> None:
    if key in found:
        raise AuditError(f"settled twice: {key}: {found[key]} and {value}")
    found[key] = value


def _complete(asked: CaseFile | Inquiry, findings: Findings) -> None:
    lost = [name for name, about in recount(asked.facts).items() if about != sorted(findings.seen.get(name, ()))]
    lost += [f"gate {gate}" for gate in asked.gates if gate not in findings.truth]
    lost += [f"{KINDS[key[0]]} {key[1:]}" for key in asked.questions if key not in findings.settled]
    for demand, number in asked.demands.items():
        owed, answered = number in findings.owed, findings.answers.get(number, ())
        if owed == (number in findings.barred or number in findings.doubted):
            lost.append(f"duty {number}")
        if owed and bool(answered) == (number in findings.absent):
            lost.append(f"duty {number}")
        if owed and demand.claim.dated:
            lost += [f"duty {number} record {c}" for c in answered if (number, c) not in findings.punctuality]
    if lost:
        raise AuditError(f"the engine left open: {', '.join(lost[:5])}")
