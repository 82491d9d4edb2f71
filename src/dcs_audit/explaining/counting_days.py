"""How a due date was counted, step by step, from the same functions that judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from dcs_audit.duties.schedule import Duty
from dcs_audit.explaining.model import Step
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import on, runs
from dcs_audit.law.basics import DatedValue, Parameter
from dcs_audit.law.due import Trace, describe, trace, trace_plain
from dcs_audit.law.periods import add_months
from dcs_audit.locale.phrases import Sentence, Text, phrase
from dcs_audit.verdicts.model import AuditError

SATURDAY = 5
_MOST_LISTED = 12
"""Working days that are counted one by one; of more only the first and the last are named."""


def agreed(shown: object, judged: object, what: str) -> None:
    """Raises AuditError where an explanation comes to another result than the verdict: then neither may be shown."""
    if shown != judged:
        raise AuditError(f"the explanation of {what} gives {shown}, the verdict {judged}")


def number_step(scene: Scene, parameter: Parameter, value: DatedValue) -> Step:
    """The dated number that is counted: its clause, since when, and how well it is known."""
    known = "practice" if parameter.practice else "verified" if value.verified else "unverified"
    text = phrase(
        f"x.number.{known}",
        title=Text(parameter.title.vi, parameter.title.en),
        value=describe(parameter, value) if parameter.unit in _TIMES else phrase("x.plain", value=value.value),
        since=value.from_,
    )
    return scene.step(
        "number",
        text,
        basis=scene.cite(value.basis),
        parameter=parameter.id,
        unit=parameter.unit,
        value=value.value,
        since=value.from_.isoformat(),
        known=known,
    )


Way = Literal["after", "before", "plain"]
"""How time is counted: after an event, before it, or after it without ever moving."""
_TIMES = frozenset({"days", "working_days", "months", "years"})


def counted(scene: Scene, counting: Trace, parameter: Parameter, value: DatedValue, way: Way) -> Iterator[Step]:
    """From the trigger to the due date: the rule of counting, the days counted, the days passed over and why."""
    side, before = ("before" if way == "before" else "after"), way == "before"
    yield number_step(scene, parameter, value)
    yield scene.step("rule", phrase(f"x.rule.{way}.{_kind(parameter.unit)}", length=describe(parameter, value)))
    if parameter.unit == "working_days":
        yield _working_days(scene, counting, before)
        yield from _passed_over(scene, counting.skipped, "skipped")
        yield from _made_up(scene, counting.counted)
    else:
        text = phrase(
            f"x.count.{side}", event=counting.event, length=describe(parameter, value), plain=on(counting.plain)
        )
        yield scene.step("count", text, plain=counting.plain.isoformat())
    if counting.moved_over:
        yield _moved(scene, counting)
        yield from _passed_over(scene, counting.moved_over, "moved_over")
    yield due_step(scene, counting.due)


def _moved(scene: Scene, counting: Trace) -> Step:
    """That the deadline moves past days off, and by which clause."""
    by = scene.context.rulebook.day_off
    key = "x.moved" if by is None or by.verified else "x.moved_unverified"
    return scene.step(
        "moved",
        phrase(key, plain=on(counting.plain), due=on(counting.due)),
        basis=() if by is None else scene.cite(by.basis),
        days=tuple(day.isoformat() for day in counting.moved_over),
    )


def _kind(unit: str) -> str:
    return "working_days" if unit == "working_days" else "days" if unit == "days" else "months"


def due_step(scene: Scene, due: date, *, soft: bool = False) -> Step:
    """The last good day; a soft one is no deadline, but what comes after it is looked at."""
    return scene.step("due", phrase("x.due_soft" if soft else "x.due", day=on(due)), due=due.isoformat())


def _working_days(scene: Scene, counting: Trace, before: bool) -> Step:
    days = counting.counted[::-1] if before else counting.counted
    if len(days) <= _MOST_LISTED:
        told = tuple(phrase("x.nth", number=number, day=on(day)) for number, day in enumerate(days, start=1))
        text = phrase("x.list", items=told)
    else:
        text = phrase("x.count.working_days", number=len(days), first=on(days[0]), last=on(days[-1]))
    return scene.step("count", text, days=tuple(day.isoformat() for day in days))


def _passed_over(scene: Scene, days: Sequence[date], key: str) -> Iterator[Step]:
    """Weekends together, every other day off by its name."""
    calendar = scene.context.rulebook.calendar
    weekends = [day for day in days if day.weekday() >= SATURDAY and calendar.name(day) is None]
    if weekends:
        text = phrase("x.weekends", number=len(weekends), days=runs(weekends))
        yield scene.step(key, text, kind="weekend", days=tuple(day.isoformat() for day in weekends))
    for day in days:
        if day not in weekends:
            name = calendar.name(day) or phrase("x.day_off")
            text = phrase("x.holiday", day=on(day), name=name)
            yield scene.step(key, text, kind="holiday", days=(day.isoformat(),))


def _made_up(scene: Scene, days: Sequence[date]) -> Iterator[Step]:
    """Weekend days on which offices worked, and which were counted therefore."""
    for day in days:
        if day.weekday() >= SATURDAY:
            name = scene.context.rulebook.calendar.name(day) or phrase("x.swapped")
            text = phrase("x.made_up", day=on(day), name=name)
            yield scene.step("counted", text, kind="swapped", days=(day.isoformat(),))


def done_steps(
    scene: Scene,
    due: date,
    done: date | None,
    field: Sentence,
    at: str | None,
    *,
    opens: date | None = None,
    soft: bool = False,
) -> Iterator[Step]:
    """The day on which it was done, and how far that is from the due date."""
    if done is None:
        yield scene.step("done", phrase("x.not_done", field=field, as_of=scene.as_of), at)
        days = (scene.as_of - due).days
        key = "x.overdue" if days > 0 else "x.left" if days < 0 else "x.last_day"
        yield scene.step("difference", phrase(key, days=abs(days), as_of=scene.as_of, due=due), days=days)
        return
    yield scene.step("done", phrase("x.done", field=field, day=on(done)), at, done=done.isoformat())
    days = (done - due).days
    late = "x.past" if soft else "x.late"
    key = late if days > 0 else "x.early" if days < 0 else "x.on_the_day"
    if opens is not None and done < opens:
        key = "x.too_early"
    text = phrase(key, days=abs(days), done=done, due=due, opens=opens or due)
    yield scene.step("difference", text, days=days)


# --- the deadline of a duty itself ----------------------------------------------------------------------------------


def duty_deadline(scene: Scene, duty: Duty) -> tuple[Step, ...]:
    """How the rule's own due date came about in the period of the duty; nothing where the rule has none."""
    rule, period = duty.plan.rule, duty.period
    if rule.due is None or period.due is None:
        return ()
    steps = tuple(_deadline(scene, duty))
    agreed(steps[-1].data.get("due"), period.due.isoformat(), f"the due date of {rule.id}")
    if rule.due.late_as == "needs_review":
        return (*steps[:-1], due_step(scene, period.due, soft=True))
    return steps


def _deadline(scene: Scene, duty: Duty) -> Iterator[Step]:
    rule, span, value = duty.plan.rule, duty.period.span, duty.period.due_value
    due = rule.due
    assert due is not None
    fixed = due.by or due.before
    if fixed is not None:
        day = date(scene.context.year, int(fixed[:2]), int(fixed[3:]))
        key = "by" if due.by else "before"
        yield scene.step("rule", phrase(f"x.fixed.{key}", day=on(day)), basis=duty.plan.due_basis)
        yield due_step(scene, day if due.by else day - timedelta(days=1))
        return
    if due.after_period is None or value is None:
        yield scene.step("rule", phrase("x.period_end", day=on(span.last)), basis=duty.plan.due_basis)
        yield due_step(scene, span.last)
        return
    parameter = scene.context.parameter(due.after_period)
    if rule.every == "working_year":
        yield from _working_year(scene, duty, parameter, value)
        return
    yield scene.step("trigger", phrase("x.trigger.period", day=on(span.last)), date=span.last.isoformat())
    if parameter.practice:
        yield from counted(scene, trace_plain(span.last, parameter, value), parameter, value, "plain")
    else:
        counting = trace(span.last, parameter, value, scene.context.rulebook.calendar)
        yield from counted(scene, counting, parameter, value, "after")


def _working_year(scene: Scene, duty: Duty, parameter: Parameter, value: DatedValue) -> Iterator[Step]:
    """The months after a working year end with the day before the one on which they began."""
    opens = duty.period.span.opens
    closing = opens - timedelta(days=1)
    yield scene.step(
        "trigger", phrase("x.trigger.working_year", day=on(closing)), "unit.work_year_end", date=closing.isoformat()
    )
    yield number_step(scene, parameter, value)
    after = add_months(opens, value.value)
    text = phrase("x.count.working_year", opens=on(opens), length=describe(parameter, value), after=on(after))
    yield scene.step("count", text, opens=opens.isoformat())
    yield due_step(scene, after - timedelta(days=1))
