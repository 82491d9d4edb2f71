"""Records that look as if they answered a duty and yet do not, or do not decide it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from dcs_audit.duties.schedule import Duty
from dcs_audit.duties.select import WITH_PERIOD, Candidate, Entry, covers
from dcs_audit.explaining.scene import Scene
from dcs_audit.locale.phrases import Phrase, phrase


def left_out(scene: Scene, duty: Duty) -> Iterator[tuple[Entry, Phrase]]:
    """The records that the rule selects and that answer none of its duties, each with the reason."""
    if duty.entry is not None:  # this duty is about one record
        return
    mine = [one for one in scene.case.candidates if one.plan is duty.plan and one.period != 0]
    placed = {entry.path for one in mine for entry in one.entries}
    for entry in scene.case.files.of(duty.plan):
        if entry.path not in placed:
            yield entry, _why(scene, duty, entry.record)


def _why(scene: Scene, duty: Duty, record: Any) -> Phrase:
    plan, context = duty.plan, scene.context
    rule, day = plan.rule, plan.date_of(record)
    if rule.attest is not None and record.answer is None:
        return phrase("x.left.unanswered")
    return (
        _other_period(rule.record.section, record, day, duty, context.year)
        or _other_time(duty, day, scene.as_of)
        or _other_subject(plan.subject_of(record) if plan.subject_of is not None else None)
        or phrase("x.left.elsewhere")
    )


def _other_period(section: str, record: Any, day: date | None, duty: Duty, year: int) -> Phrase | None:
    """The period that it names is another one; without one, its day lies outside."""
    every, span = duty.plan.rule.every, duty.period.span
    if every == "standing":
        return None
    named = record.period if section in WITH_PERIOD else None
    if named is not None:
        if named.year != year:
            return phrase("x.left.period_year", period=named.label, year=year)
        return phrase("x.left.period", period=named.label, wanted=span.label) if named.label != span.label else None
    if day is None or section == "disclosures":
        return None
    if every == "working_year":
        outside = not span.first <= day <= span.last
        return phrase("x.left.window", first=span.first, last=span.last) if outside else None
    return phrase("x.left.year", year=year) if day.year != year else None


def _other_time(duty: Duty, day: date | None, as_of: date) -> Phrase | None:
    window = duty.plan.rule.in_force
    if day is None:
        return None
    if day > as_of:
        return phrase("x.left.future")
    if window.to is not None and day > window.to:
        return phrase("x.left.ended", end=window.to)
    if day < window.from_:
        return phrase("x.left.before_rule", start=window.from_)
    pick = duty.plan.rule.record.pick
    return phrase("x.left.newer") if pick in ("newest", "current", "current_or_newest") else None


def _other_subject(subject: str | None) -> Phrase | None:
    return phrase("x.left.subject", subject=subject) if subject is not None else None


def beside(scene: Scene, duty: Duty, candidate: Candidate, *, others: bool) -> Phrase:
    """Why a record that matches does not decide. `others`: some other record does."""
    rule, record = duty.plan.rule, candidate.record
    if rule.record.pick == "current" and not covers(record, candidate.day, scene.as_of):
        end = record.term.until if record.term is not None else None
        if end is not None and end < scene.as_of:
            return phrase("x.beside.term_over", end=end)
    if not others:
        return phrase("x.beside.unneeded")
    if rule.follows is not None:
        return phrase("x.beside.follows", rule=rule.follows)
    if rule.judge == "newest" or rule.record.pick != "all":
        return phrase("x.beside.newer")
    return phrase("x.beside.better")
