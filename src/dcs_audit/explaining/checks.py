"""Each check of a duty: what was asked, by which way it could be met, and the sum behind the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dcs_audit.duties.attributes import NATURAL_DATE
from dcs_audit.duties.blueprint import ALWAYS, OptionPlan
from dcs_audit.duties.casefile import Asked
from dcs_audit.duties.items import Timing
from dcs_audit.duties.measures import Probe, asked_in
from dcs_audit.duties.schedule import Duty
from dcs_audit.duties.select import Candidate
from dcs_audit.engine.program import NO, UNKNOWN
from dcs_audit.explaining.arithmetic import Put, arithmetic, done_at
from dcs_audit.explaining.counting_days import agreed, done_steps
from dcs_audit.explaining.grounds import condition_steps
from dcs_audit.explaining.model import CheckStory, Question, Step, Way
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import field_words
from dcs_audit.law import questions
from dcs_audit.locale.phrases import Phrase, phrase
from dcs_audit.verdicts.amended import due_basis
from dcs_audit.verdicts.doubts import DOUBT_CHECK
from dcs_audit.verdicts.model import CheckResult, DutyResult
from dcs_audit.verdicts.weigh import PUNCTUALITY_CHECK


class Meant(NamedTuple):
    """A check result with the candidate and the questions that it came from."""

    result: CheckResult
    candidate: Candidate
    asked: Asked | None
    """None for the deadline of the duty itself, and for a doubt about the record."""


def meant(scene: Scene, duty: Duty, result: DutyResult) -> Iterator[Meant]:
    """Where each check result of a duty came from. Raises AuditError where that cannot be told."""
    case = scene.case
    numbers = [
        number
        for number, candidate in enumerate(case.candidates)
        if candidate.plan is duty.plan and candidate.open_field is None
    ]
    for check in result.checks:
        found = _found(scene, duty, check, numbers)
        agreed(found is not None, True, f"{result.duty}: {check.id}")
        if found is not None:
            yield found


def _found(scene: Scene, duty: Duty, check: CheckResult, numbers: Sequence[int]) -> Meant | None:
    for number in numbers:
        candidate = scene.case.candidates[number]
        if candidate.entries[0].path != check.record:
            continue
        deadline = check.id == PUNCTUALITY_CHECK and check.basis == due_basis(duty, scene.context.rulebook)
        if deadline or check.id == DOUBT_CHECK:
            return Meant(check, candidate, None)
        for asked in scene.case.asked[number]:
            if asked.check.check.id == check.id and _tells(asked, check):
                return Meant(check, candidate, asked)
    return None


def _tells(asked: Asked, check: CheckResult) -> bool:
    """Whether the result can have come from these questions: of several checks under one id, the one."""
    law = check.basis[-len(asked.check.basis) :]  # before it stands the text that sets another number, if any does
    if asked.check.title != check.title or asked.check.basis != law:
        return False
    said = {item.expected for way in asked.ways for item, _ in way}
    items = dict(check.expected.args).get("items") if isinstance(check.expected, Phrase) else None
    parts = items if isinstance(items, tuple) else ()
    return not said or check.expected in said or not parts or any(part in said for part in parts)


def check_stories(scene: Scene, duty: Duty, result: DutyResult) -> tuple[CheckStory, ...]:
    """All checks that were judged, in the order of the report."""
    return tuple(_story(scene, duty, one) for one in meant(scene, duty, result))


def _story(scene: Scene, duty: Duty, one: Meant) -> CheckStory:
    if one.result.id == DOUBT_CHECK:
        return CheckStory(one.result)
    if one.asked is None:
        return CheckStory(one.result, steps=tuple(_punctuality(scene, duty, one.candidate)))
    plan = one.asked.check
    gate = condition_steps(scene, plan.check.when) if plan.gate != ALWAYS else ()
    ways = zip(plan.options, one.asked.ways, options_of(one.asked), strict=True)
    return CheckStory(one.result, gate, tuple(_way(scene, one.candidate, plan, way, spec) for plan, way, spec in ways))


def options_of(asked: Asked) -> tuple[questions.Option, ...]:
    """The ways of the check as the pack writes them, without those that were not open yet."""
    written, plan = asked.check.check.options, asked.check
    if len(written) == len(plan.options):
        return written
    kept = {option.since for option in plan.options}
    return tuple(option for option in written if option.since in kept)


def _way(scene: Scene, candidate: Candidate, plan: OptionPlan, way: Sequence[Any], spec: questions.Option) -> Way:
    truth = scene.scales.truth(plan.gate)
    asked = tuple(put_to(scene, candidate, plan, spec))
    answers = scene.scales.answers(way)
    agreed(len(asked), len(answers), "the questions of a check")
    told = tuple(
        Question(item.expected, item.actual, answer, arithmetic(Put(scene, candidate, item), question))
        for question, (item, answer) in zip(asked, answers, strict=True)
    )
    opened: bool | None = None if truth == UNKNOWN else truth != NO
    return Way(condition_steps(scene, spec.when) if plan.gate != ALWAYS else (), opened, told)


def put_to(scene: Scene, candidate: Candidate, plan: OptionPlan, spec: questions.Option) -> Iterator[Any]:
    """The question that each item of a way answers; a question with several bounds gives several items."""
    probe = Probe(scene.context, candidate.day or scene.as_of)
    for question, measure in zip(asked_in(spec), plan.measures, strict=True):
        yield from [question] * len(measure(candidate.record, probe) or ())


def _punctuality(scene: Scene, duty: Duty, candidate: Candidate) -> Iterator[Step]:
    """The day on which the duty was done against its own due date; how that came about is told with the duty."""
    due, rule = duty.period.due, duty.plan.rule
    assert due is not None and rule.due is not None
    done = candidate.done if candidate.done is not None and candidate.done <= scene.as_of else None
    field = rule.due.done or NATURAL_DATE[rule.record.section][0]
    span = duty.period.span
    opens = span.opens if span.opens > span.first else None
    timing = Timing(due, done, phrase("x.blank"), phrase("x.blank"))
    yield from done_steps(
        scene,
        due,
        done,
        field_words(field),
        done_at(Put(scene, candidate, timing), field),
        opens=opens,
        soft=rule.due.late_as != "late",
    )


def unasked(scene: Scene, duty: Duty, stories: Sequence[CheckStory]) -> Iterator[Step]:
    """The checks of the rule that were not asked of the records which were judged, and why where that is a gate."""
    judged = {story.result.id for story in stories} - {PUNCTUALITY_CHECK, DOUBT_CHECK}
    if not stories:
        return
    for plan in duty.plan.checks:
        if plan.check.id in judged or plan.about_nil:
            continue
        judged.add(plan.check.id)
        shut = plan.gate != ALWAYS and plan.gate in scene.case.gates and scene.scales.truth(plan.gate) == NO
        if shut:
            yield scene.step(
                "unasked", phrase("x.unasked.gate", check=plan.title), basis=plan.basis, check=plan.check.id
            )
            yield from condition_steps(scene, plan.check.when)
        else:
            yield scene.step(
                "unasked", phrase("x.unasked.record", check=plan.title), basis=plan.basis, check=plan.check.id
            )
