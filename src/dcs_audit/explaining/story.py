"""The answer to `explain`: which duties are meant, and everything there is to say about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dcs_audit.duties.schedule import Duty
from dcs_audit.explaining.changes import changes
from dcs_audit.explaining.checks import check_stories, unasked
from dcs_audit.explaining.counting_days import duty_deadline
from dcs_audit.explaining.cure import cure
from dcs_audit.explaining.evidence import evidence
from dcs_audit.explaining.grounds import grounds, records
from dcs_audit.explaining.law import clauses
from dcs_audit.explaining.model import Explanation, Step, Story
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.trials import Trials
from dcs_audit.explaining.words import status_words, type_words
from dcs_audit.law.model import Informational, Restated, Rule
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.phrases import Text, phrase
from dcs_audit.verdicts.model import Citation, DutyResult, Status

_APART = re.compile("[@#]")


class NoSuchRule(Exception):
    """Neither a rule nor a duty of the unit. `known` are the ids that might have been meant.

    `duties` are those that the unit has of the rule, in order, where only the period or subject is wrong.
    """

    def __init__(self, asked: str, known: frozenset[str], duties: tuple[str, ...] = ()) -> None:
        super().__init__(asked)
        self.asked = asked
        self.known = known
        self.duties = duties


class _Met(NamedTuple):
    duty: Duty
    result: DutyResult


def known_ids(rulebook: Rulebook) -> frozenset[str]:
    """Everything that can be asked about by its id, whatever the unit."""
    return frozenset((*rulebook.rule_ids, *_apart_entries(rulebook)))


def _apart_entries(rulebook: Rulebook) -> dict[str, Restated | Informational]:
    """What the packs hold that is never judged by itself."""
    found: dict[str, Restated | Informational] = {}
    for pack in rulebook.packs:
        found.update((entry.id, entry) for entry in pack.informational)
        found.update((entry.id, entry) for entry in pack.restated)
    return found


def explain(scene: Scene, asked: str) -> Explanation:
    """The duties that `asked` (a rule id or a duty id) means. Raises NoSuchRule, AuditError."""
    rulebook = scene.context.rulebook
    found = [_Met(duty, result) for duty, _, result in scene.duties() if asked in (result.duty, result.rule)]
    if found:
        return _explained(scene, asked, found)
    rule_id = _APART.split(asked, maxsplit=1)[0]
    own = tuple(result.duty for _, _, result in scene.duties() if result.rule == rule_id)
    if rule_id != asked and own:
        raise NoSuchRule(asked, frozenset(own), own)
    if rule_id in rulebook.rule_ids:
        return _not_owed(scene, asked, rulebook.rule(rule_id))
    entry = _apart_entries(rulebook).get(asked)
    if entry is not None:
        return _apart(scene, entry)
    raise NoSuchRule(asked, known_ids(rulebook))


def _explained(scene: Scene, asked: str, found: list[_Met]) -> Explanation:
    rule = found[-1].duty.plan.rule
    trials = Trials(scene)
    stories = tuple(_story(scene, trials, one.duty, one.result) for one in found)
    return Explanation(
        asked,
        scene.report,
        rule,
        Text(rule.title.vi, rule.title.en),
        Text(rule.message.vi, rule.message.en),
        clauses(scene, _cited(scene, stories)),
        stories,
    )


def _cited(scene: Scene, stories: tuple[Story, ...]) -> Iterator[Citation]:
    """The places that the duties rest on: those of their rule, then those of the checks that were judged."""
    for story in stories:
        yield from story.result.basis
        yield from scene.cite(story.rule.due.basis if story.rule.due is not None else ())
    for story in stories:
        yield from story.result.reason_basis
        for check in story.checks:
            yield from check.result.basis


def _story(scene: Scene, trials: Trials, duty: Duty, result: DutyResult) -> Story:
    checks = check_stories(scene, duty, result)
    return Story(
        result,
        duty.plan.rule,
        tuple(grounds(scene, duty, result)),
        tuple(records(scene, duty, result)) if duty.moot is None else (),
        tuple(evidence(scene, result)),
        duty_deadline(scene, duty) if result.status is not Status.NOT_APPLICABLE else (),
        checks,
        tuple(unasked(scene, duty, checks)),
        changes(trials, duty, result),
        tuple(cure(scene, duty, result, checks)),
    )


# --- no duty to explain ---------------------------------------------------------------------------------------------


def _not_owed(scene: Scene, asked: str, rule: Rule) -> Explanation:
    """A rule of the packs that gives this unit no duty, and why."""
    return Explanation(
        asked,
        scene.report,
        rule,
        Text(rule.title.vi, rule.title.en),
        Text(rule.message.vi, rule.message.en),
        clauses(scene, scene.cite(rule.basis)),
        (),
        tuple(_why_not(scene, rule)),
    )


def _why_not(scene: Scene, rule: Rule) -> Iterator[Step]:
    """Not for this type of unit, not in force, or no period of the audited year."""
    versions = [one for one in scene.context.rulebook.rules if one.id == rule.id]
    kind, year = scene.context.unit.type, scene.context.year
    kinds = tuple(dict.fromkeys(type_words(one) for version in versions for one in version.applies_to))
    own = [version for version in versions if kind in version.applies_to]
    if not own:
        text = phrase("x.not_for_type", type=type_words(kind), kinds=kinds)
        yield scene.step("type", text, "unit.type", type=kind)
        return
    for version in own:
        start, end = version.in_force.from_, version.in_force.to
        if start > scene.as_of:
            text = phrase("x.not_yet", start=start, as_of=scene.as_of)
        elif end is not None and end < scene.as_of:
            text = phrase("x.no_longer", end=end, as_of=scene.as_of)
        else:
            text = phrase("x.no_period", year=year, start=start)
        until = end.isoformat() if end else None
        yield scene.step("in_force", text, basis=scene.cite(version.basis), start=start.isoformat(), end=until)


def _apart(scene: Scene, entry: Restated | Informational) -> Explanation:
    """What is never judged by itself: said again by a plan, or told only."""
    message, steps = None, []
    if isinstance(entry, Informational):
        message = Text(entry.text.vi, entry.text.en)
        steps.append(scene.step("informational", phrase("x.informational")))
    else:
        steps.append(scene.step("restated", phrase("x.restated", rules=entry.rules), rules=entry.rules))
        steps += _judged_by(scene, entry)
        if entry.note is not None:
            steps.append(scene.step("note", Text(entry.note.vi, entry.note.en)))
    title = Text(entry.title.vi, entry.title.en)
    law = clauses(scene, scene.cite(entry.basis))
    return Explanation(entry.id, scene.report, None, title, message, law, (), tuple(steps))


def _judged_by(scene: Scene, entry: Restated) -> Iterator[Step]:
    """How the rules that judge it came out for this unit."""
    for rule_id in entry.rules:
        results = [result for _, _, result in scene.duties() if result.rule == rule_id]
        for result in results:
            status = status_words(result.status)
            text = phrase("x.judged", duty=result.duty, title=result.title, status=status)
            yield scene.step("judged", text, duty=result.duty, status=result.status.value)
        if not results:
            yield scene.step("judged", phrase("x.judged_not", rule=rule_id), duty=rule_id, status=None)
