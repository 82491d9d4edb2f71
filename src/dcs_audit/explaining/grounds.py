"""Why a duty applies, why it does not, or why nobody can say: type, days in force, period, gates and their facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dcs_audit.duties.attributes import NAMED_BY
from dcs_audit.duties.blueprint import Exit
from dcs_audit.duties.schedule import Duty, counts
from dcs_audit.duties.select import Candidate
from dcs_audit.engine.program import NO, YES
from dcs_audit.explaining.left_out import beside, left_out
from dcs_audit.explaining.model import Step
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import (
    conditions_words,
    fact_words,
    field_words,
    plain,
    section_words,
    type_words,
    value_words,
    values_words,
)
from dcs_audit.law.basics import Condition, Conditions, Where
from dcs_audit.law.facts import FACTS
from dcs_audit.law.model import Rule
from dcs_audit.locale.phrases import Phrase, Text, phrase
from dcs_audit.verdicts.model import DutyResult, Status


def grounds(scene: Scene, duty: Duty, result: DutyResult) -> Iterator[Step]:
    """Everything that decides whether the duty arises, each with its fact and line."""
    rule, unit = duty.plan.rule, scene.context.unit
    others = tuple(type_words(kind) for kind in rule.applies_to if kind != unit.type)
    text = phrase("x.type_among" if others else "x.type", type=type_words(unit.type), others=others)
    yield scene.step("type", text, "unit.type", type=unit.type)
    yield _in_force_step(scene, rule)
    yield from _period(scene, duty)
    plan = duty.plan
    for role, exits in (("requires", (plan.requires,)), ("exempt", plan.exempt)):
        for exit_ in exits:
            if exit_ is not None:
                yield from _gate(scene, role, exit_)
    if duty.moot is not None:
        yield scene.step("moot", phrase("x.moot", reason=_words(duty.moot)))
    if duty.unsettled is not None and duty.entry is None:
        yield scene.step("unknown", phrase("x.unknown", fact=duty.unsettled), duty.unsettled)
    yield from _absence(scene, duty, result)


def _in_force_step(scene: Scene, rule: Rule) -> Step:
    """Since when the rule holds, and until when."""
    start, end = rule.in_force.from_, rule.in_force.to
    key = "x.in_force" if rule.in_force.holds_on(scene.as_of) else "x.in_force_then"
    text = phrase(f"{key}.from", start=start, as_of=scene.as_of) if end is None else None
    if end is not None:
        text = phrase(f"{key}.span", start=start, end=end, as_of=scene.as_of)
    assert text is not None
    return scene.step("in_force", text, start=start.isoformat(), end=end.isoformat() if end else None)


def _period(scene: Scene, duty: Duty) -> Iterator[Step]:
    """For what stretch of the year the duty is owed, and about what."""
    rule, span = duty.plan.rule, duty.period.span
    if rule.every == "standing":
        yield scene.step("period", phrase("x.standing"))
    elif span.opens > span.first:
        yield scene.step("period", phrase("x.window", first=span.first, opens=span.opens, last=span.last))
    else:
        text = phrase("x.period", label=span.label, first=span.first, last=span.last)
        yield scene.step("period", text, period=span.label)
    if duty.entry is not None:
        yield scene.step("subject", phrase("x.subject.record", subject=duty.subject or ""), duty.entry.path)
    elif rule.per == "project" and duty.subject is not None:
        at = f"unit.projects[{duty.number - 1}]"
        yield scene.step("subject", phrase("x.subject.project", subject=duty.subject), at, subject=duty.subject)
    elif duty.subject is not None:
        yield scene.step("subject", phrase("x.subject.item", subject=value_words(duty.subject)), subject=duty.subject)


def _gate(scene: Scene, role: str, exit_: Exit) -> Iterator[Step]:
    """A gate of the rule, whether it is open, and the facts that make it so."""
    gate, reason = exit_.source, _words(exit_.source.reason)
    if not counts(exit_, scene.as_of):
        assert gate.from_ is not None
        text = phrase("x.gate.later", when=conditions_words(gate.when), start=gate.from_)
        yield scene.step(role, text, basis=exit_.basis, holds=None)
        return
    truth = scene.scales.truth(exit_.gate) if exit_.gate in scene.case.gates else None
    state = "yes" if truth == YES else "no" if truth == NO else "unknown"
    text = phrase(f"x.gate.{role}.{state}", when=conditions_words(gate.when), reason=reason)
    yield scene.step(role, text, basis=exit_.basis, holds=None if state == "unknown" else state == "yes")
    yield from condition_steps(scene, gate.when)


def condition_steps(scene: Scene, conditions: Conditions) -> tuple[Step, ...]:
    """Each fact that conditions ask about: its value and where it stands in the file."""
    return tuple(_condition(scene, condition) for condition in conditions)


def _condition(scene: Scene, condition: Condition) -> Step:
    name = condition.fact
    known = scene.context.fact(name)
    of = fact_words(name)
    if known is None:
        return scene.step("fact", phrase("x.fact_unknown", of=of), FACTS[name], fact=name, value=None)
    shown = _fact_value(scene, name, known)
    text = phrase("x.fact", of=of, value=value_words(shown))
    return scene.step("fact", text, FACTS[name], fact=name, value=plain(shown))


def _fact_value(scene: Scene, name: str, known: int) -> Any:
    """A fact as the file gives it: yes or no, a number, the length of a list."""
    found = getattr(scene.context.unit, name, None)
    return found if isinstance(found, (bool, str)) else known


def _absence(scene: Scene, duty: Duty, result: DutyResult) -> Iterator[Step]:
    """What it means that nothing was submitted, where that is not simply missing."""
    if result.records or result.status not in (Status.NOT_APPLICABLE, Status.NEEDS_REVIEW):
        return
    review = duty.review
    if review is not None:
        yield from _gate(scene, "absent_review", review)
    rule = duty.plan.rule
    if duty.moot is None and rule.absent != "missing" and not barred(scene, duty):
        reason = _words(rule.absent_reason) if rule.absent_reason else phrase("reason.none")
        yield scene.step("absent", phrase(f"x.absent.{rule.absent}", reason=reason))


def barred(scene: Scene, duty: Duty) -> bool:
    """Whether a gate has decided already."""
    plan = duty.plan
    gates = [(one, NO) for one in (plan.requires,) if one is not None] + [(one, YES) for one in plan.exempt]
    return any(
        one.gate in scene.case.gates and scene.scales.truth(one.gate) == truth
        for one, truth in gates
        if counts(one, scene.as_of)
    )


def _words(words: Any) -> Text:
    return Text(words.vi, words.en)


def gates_of(duty: Duty) -> Iterator[tuple[str, Exit]]:
    """The gates that take the duty away or call it into question, in effect on the day of the audit."""
    plan, as_of = duty.plan, duty.period.as_of
    if plan.requires is not None and counts(plan.requires, as_of):
        yield "requires", plan.requires
    for exit_ in plan.exempt:
        if counts(exit_, as_of):
            yield "exempt", exit_
    if duty.review is not None:
        yield "absent_review", duty.review


# --- the records ----------------------------------------------------------------------------------------------------


def records(scene: Scene, duty: Duty, result: DutyResult) -> Iterator[Step]:
    """Which records are looked for, which were found, and which of them count for this duty."""
    rule = duty.plan.rule
    yield scene.step("wanted", wanted(duty), f"records.{rule.record.section}")
    used = {record.path for record in result.records}
    found = [one for one in scene.case.candidates if one.plan is duty.plan]
    told = 0
    for candidate in found:
        for entry in candidate.entries:
            key = _use(scene, duty, candidate, entry.path in used)
            if key is None:
                continue
            told += 1
            day = candidate.day
            dated = phrase("x.dated", day=day) if day is not None else phrase("x.undated")
            name = _name(rule, entry.record)
            if key == "beside":
                text = phrase(
                    "x.record.beside", name=name, dated=dated, why=beside(scene, duty, candidate, others=bool(used))
                )
            else:
                text = phrase(f"x.record.{key}", name=name, dated=dated, field=candidate.open_field or "")
            yield scene.step("record", text, entry.path, used=key == "used", day=day.isoformat() if day else None)
    if not told:
        yield scene.step("record", phrase("x.no_record"))
    for entry, why in left_out(scene, duty):
        day = duty.plan.date_of(entry.record)
        dated = phrase("x.dated", day=day) if day is not None else phrase("x.undated")
        text = phrase("x.record.left_out", name=_name(rule, entry.record), dated=dated, why=why)
        yield scene.step("record", text, entry.path, used=False, day=day.isoformat() if day else None)


def _use(scene: Scene, duty: Duty, candidate: Candidate, used: bool) -> str | None:
    """How a record bears on the duty; None where it is about another period or subject."""
    if duty.entry is not None and candidate.entries[0].path != duty.entry.path:
        return None
    if candidate.open_field is not None:
        return "open" if candidate.may_be_for(duty.period.span) else None
    if candidate.period != duty.period.span.key or candidate.subject != duty.number:
        return None
    if used:
        return "used"
    if candidate.day is not None and candidate.day > scene.as_of:
        return "future"
    return "beside"


def wanted(duty: Duty) -> Phrase:
    """Which records answer the duty, in words."""
    rule, chosen = duty.plan.rule, duty.plan.rule.record
    asked = dict(chosen.where)
    if duty.subject is not None and rule.per == "item":
        asked["item"] = (duty.subject,)
    elif duty.subject is not None and chosen.subject is not None:
        asked[chosen.subject] = (duty.subject,)
    where = _filters(asked) if asked else phrase("x.any_record")
    text = phrase("x.wanted", section=section_words(chosen.section), where=where)
    return phrase("x.wanted_except", wanted=text, where=_filters(chosen.except_)) if chosen.except_ else text


def _filters(where: Where) -> Phrase:
    told = (phrase("x.filter", field=field_words(path), values=values_words(of)) for path, of in where.items())
    return phrase("x.list", items=tuple(told))


def _name(rule: Rule, record: Any) -> Any:
    """What the record calls itself."""
    named = getattr(record, NAMED_BY[rule.record.section], None)
    return value_words(named) if named is not None and named != rule.id else rule.id
