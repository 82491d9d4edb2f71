"""What can still be put right, and what can only be explained."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit.duties.schedule import Duty
from dcs_audit.explaining.evidence import decides, lacking
from dcs_audit.explaining.model import CheckStory, Step
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import on
from dcs_audit.law.questions import Check
from dcs_audit.locale.phrases import Phrase, phrase
from dcs_audit.verdicts.judge import UNANSWERED
from dcs_audit.verdicts.model import VIOLATIONS, DutyResult, Status

_REDO = frozenset({"posted", "both"})
_EVENTS = frozenset({"meetings", "decisions", "consultations"})
_FIXED = frozenset({"share", "number", "ordered", "lasted", "not_before"})
"""Questions about how an event went: it cannot be changed, only held again."""


def cure(scene: Scene, duty: Duty, result: DutyResult, stories: tuple[CheckStory, ...]) -> Iterator[Step]:
    """What is left to do about the duty, said plainly; nothing where there is nothing to put right."""
    status = result.underlying or result.status
    if result.waiver is not None:
        yield scene.step("waiver", phrase("x.cure.waiver", until=on(result.waiver.until)))
    if status in (Status.PASSED, Status.NOT_APPLICABLE):
        yield scene.step("nothing", phrase(f"x.cure.{status}"))
        return
    if missing := lacking(result):
        yield scene.step("evidence", phrase("x.cure.evidence", files=missing), files=missing)
    if decides(result):  # nothing else is wrong: there is nothing to do over
        return
    if status is Status.PENDING:
        due = result.due or duty.period.due
        key = "x.cure.pending" if due is not None else "x.cure.pending_open"
        yield scene.step("pending", phrase(key, due=on(due) if due else ""))
    elif status is Status.NEEDS_REVIEW:
        yield scene.step("review", _review(duty, result))
    elif not stories:
        yield scene.step("missing", _missing(scene, duty, result))
    checks = {plan.title: plan.check for plan in duty.plan.checks}
    for story in stories:
        if story.result.status in VIOLATIONS:
            yield scene.step(
                "check",
                _failed(scene, story, checks.get(story.result.title), duty.plan.rule.record.section),
                story.result.record,
                check=story.result.id,
            )
    yield scene.step("remedy", phrase("x.cure.remedy", remedy=result.remedy))


def _review(duty: Duty, result: DutyResult) -> Phrase:
    if result.facts == (UNANSWERED,):
        return phrase("x.cure.answer", path=UNANSWERED)
    if result.facts:
        return phrase("x.cure.fill_in", facts=result.facts)
    return phrase("x.cure.look")


def _missing(scene: Scene, duty: Duty, result: DutyResult) -> Phrase:
    """Nothing was submitted: it can still be done, and whether that will be called late."""
    due, rule = duty.period.due, duty.plan.rule
    if due is None or rule.due is None or rule.record.total is not None:
        return phrase("x.cure.missing")
    days = (scene.as_of - due).days
    key = "x.cure.missing_late" if rule.due.late_as == "late" else "x.cure.missing_review"
    return phrase(key, due=on(due), days=days, as_of=scene.as_of)


def _failed(scene: Scene, story: CheckStory, check: Check | None, section: str) -> Phrase:
    result = story.result
    title = result.title
    if result.status is Status.LATE:
        return phrase("x.cure.late", check=title, days=result.days or 0)
    if result.status is Status.MISSING:
        late = (scene.as_of - result.due).days if result.due is not None else 0
        return phrase("x.cure.undone" if late > 0 else "x.cure.missing_check", check=title, days=late)
    asked = _asked(check)
    if asked & _REDO:
        return phrase("x.cure.redo", check=title)
    if "deadline" in asked:
        return phrase("x.cure.late_part", check=title)
    return phrase("x.cure.fixed" if section in _EVENTS and asked & _FIXED else "x.cure.mend", check=title)


def _asked(check: Check | None) -> set[str]:
    """What kinds of questions the first way of a check puts."""
    return set(check.options[0].model_fields_set) if check is not None else set()
