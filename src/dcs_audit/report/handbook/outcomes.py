"""Which verdicts a duty can come to, and what leads to each."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit.law.model import Rule
from dcs_audit.report.handbook.questions import conditions
from dcs_audit.report.handbook.speech import Speech


def outcomes(speech: Speech, rule: Rule) -> Iterator[str]:
    """A line for each status that the rule can give, the good one first."""
    told = (
        ("passed", _passed(rule)),
        ("missing", _missing(rule)),
        ("late", _late(speech, rule)),
        ("defective", _defective(speech, rule)),
        ("pending", _pending(speech, rule)),
    )
    for status, key in told:
        if key is not None:
            yield _line(speech, status, speech.say(f"v.{status}.{key}"))
    for sentence in _reviews(speech, rule):
        yield _line(speech, "needs_review", sentence)
    for sentence in _not_applicable(speech, rule):
        yield _line(speech, "not_applicable", sentence)


def _line(speech: Speech, status: str, sentence: str) -> str:
    word = speech.screen(f"status.{status}")
    return speech.say("v.line", status=word[0].upper() + word[1:], what=sentence)


def _passed(rule: Rule) -> str:
    if rule.attest is not None:
        return "attest"
    if not rule.checks:
        return "record"
    return rule.judge


def _missing(rule: Rule) -> str | None:
    if rule.absent != "missing" or rule.per == "record":
        return None
    if rule.due is not None:
        return "due"
    return "standing" if rule.every == "standing" else "period"


def _deadlines(speech: Speech, rule: Rule) -> bool:
    """Whether a check of the rule judges a time limit."""
    options = (option for use in rule.checks for option in speech.book.checks[use.check].options)
    return any(option.deadline is not None and option.deadline.judged for option in options)


def _late(speech: Speech, rule: Rule) -> str | None:
    if rule.due is not None and rule.due.late_as == "late":
        return "due"
    return "check" if _deadlines(speech, rule) else None


def _defective(speech: Speech, rule: Rule) -> str | None:
    if rule.attest is not None:
        return "attest_nil" if rule.attest.nil else "attest"
    checks = (speech.book.checks[use.check] for use in rule.checks)
    return "check" if any(check.fails_as == "defective" for check in checks) else None


def _pending(speech: Speech, rule: Rule) -> str | None:
    if rule.due is not None:
        return "due"
    return "check" if _deadlines(speech, rule) else None


def _reviews(speech: Speech, rule: Rule) -> Iterator[str]:
    if rule.attest is not None:
        yield speech.say("v.review.attest")
        return
    yield speech.say("v.review.unknown")
    if rule.absent == "needs_review":
        yield _because(speech, rule, "v.review.absent")
    if rule.absent_review is not None:
        yield speech.say("v.review.gate", when=conditions(speech, rule.absent_review.when))
    if rule.due is not None and rule.due.late_as == "needs_review":
        yield speech.say("v.review.late")
    if rule.due is not None and rule.due.early_as is not None:
        yield speech.say("v.review.early")
    for use in rule.checks:
        check = speech.book.checks[use.check]
        if check.fails_as == "needs_review":
            yield speech.say("v.review.check", check=speech.text(check.title))


def _not_applicable(speech: Speech, rule: Rule) -> Iterator[str]:
    if rule.none is not None:
        yield speech.text(rule.none)
    if rule.absent == "not_applicable":
        yield _because(speech, rule, "v.na.absent")
    if rule.moot is not None:
        yield speech.text(rule.moot)
    if rule.requires is not None:
        yield speech.say("v.na.requires", reason=speech.text(rule.requires.reason))
    for gate in rule.exempt:
        yield speech.say("v.na.exempt", reason=speech.text(gate.reason))


def _because(speech: Speech, rule: Rule, key: str) -> str:
    reason = "" if rule.absent_reason is None else speech.text(rule.absent_reason)
    return f"{speech.say(key)} {reason}".strip()
