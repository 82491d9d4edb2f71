"""What to do, in words: each remedy with what it cures, how much that weighs, its clause and its deadline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import titled
from dcs_audit.report.outline_entries import Fact
from dcs_audit.report.proof import waiting_for_evidence
from dcs_audit.report.tasks import Task, gaps, tasks, to_look_at
from dcs_audit.report.words import about, citations, timing
from dcs_audit.verdicts.model import DutyResult, Report, Severity


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `why` is the duty, or the duties that wait; `rule` and what follows it only a remedy has.

    `cases` are the violations that one remedy cures, where they are several. `statuses`, `levels` and `groups` are
    those of the duties concerned.
    """

    what: str
    why: str
    statuses: tuple[str, ...]
    groups: tuple[str, ...]
    levels: tuple[str, ...] = ()
    rule: str = ""
    anchor: str = ""
    severity: Severity | None = None
    weight: str = ""
    word: str = ""
    when: str = ""
    basis: str = ""
    cases: tuple[Fact, ...] = ()


def steps(report: Report, anchors: Mapping[str, str], lang: Lang) -> tuple[Step, ...]:
    """Remedies first, by weight and date; then what to fill in or supply; then what a person must decide."""
    results = report.results
    found = [_remedy(task, report.year, anchors, lang) for task in tasks(results)]
    for gap in gaps(results):
        rules = ", ".join(dict.fromkeys(result.rule for result in gap.results))
        what, why = screen("fill_in", lang, fact=gap.fact), screen("to_settle", lang, rules=rules)
        found.append(Step(what, why, *_kinds(gap.results)))
    lacking, waiting = waiting_for_evidence(results)
    if lacking:
        rules = ", ".join(dict.fromkeys(result.rule for result in waiting))
        what = screen("supply_evidence", lang, files=", ".join(lacking))
        found.append(Step(what, screen("evidence_of", lang, rules=rules), *_kinds(waiting)))
    unclear = to_look_at(results)
    if unclear:
        why = "; ".join(f"{titled(result, report.year, lang)} ({result.rule})" for result in unclear)
        found.append(Step(screen("look_at", lang), why, *_kinds(unclear)))
    return tuple(found)


def _remedy(task: Task, year: int, anchors: Mapping[str, str], lang: Lang) -> Step:
    first, several = task.first, len(task.results) > 1
    statuses, groups = _kinds(task.results)
    return Step(
        what=say(first.remedy, lang),
        why=say(first.title, lang) if several else titled(first, year, lang),
        statuses=statuses,
        groups=groups,
        levels=tuple(dict.fromkeys(str(result.severity) for result in task.results)),
        rule=first.rule,
        anchor=anchors.get(first.rule, ""),
        severity=first.severity,
        weight=screen(f"severity.{first.severity}", lang),
        word=", ".join(screen(f"status.{status}", lang) for status in statuses),
        when="" if several else timing(first.status, first.due, first.days, lang),
        basis=citations((place for result in task.results for place in result.basis), lang),
        cases=tuple(_case(result, year, lang) for result in task.results) if several else (),
    )


def _case(result: DutyResult, year: int, lang: Lang) -> Fact:
    status = screen(f"status.{result.status}", lang)
    when = timing(result.status, result.due, result.days, lang)
    return Fact(about(result, year, lang) or titled(result, year, lang), f"{when} ({status})" if when else status)


def _kinds(results: Iterable[DutyResult]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    met = list(results)
    return tuple(dict.fromkeys(str(r.status) for r in met)), tuple(dict.fromkeys(r.group for r in met))
