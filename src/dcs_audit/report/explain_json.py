"""Why a duty has its verdict, as data: schema `dcs-audit/explain@1`.

Sentences about the rule come in both languages, those about this unit in the language of the run; dates are ISO.
"""

from __future__ import annotations

import json
from typing import Any

from dcs_audit import __version__
from dcs_audit.explaining.model import Change, CheckStory, Clause, Explanation, Question, Step, Story, Way
from dcs_audit.law.basics import Words
from dcs_audit.locale.phrases import Lang, Sentence, say
from dcs_audit.locale.phrases import both as in_both
from dcs_audit.report.json_parts import safe
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.model import Citation, DutyResult

EXPLAIN_SCHEMA = "dcs-audit/explain@1"


def render(explanation: Explanation, lang: Lang) -> str:
    """One object, indented, and a newline."""
    report, rule = explanation.report, explanation.rule
    data = {
        "schema": EXPLAIN_SCHEMA,
        "tool": {"name": "dcs-audit", "version": __version__, "engine": report.engine},
        "rulebook": {"packs": [pack.name for pack in report.packs], "digest": report.rulebook_digest},
        "input": {"path": report.input_path, "digest": report.input_digest},
        "unit": dict(report.unit),
        "year": report.year,
        "as_of": report.as_of.isoformat(),
        "asked": explanation.asked,
        "rule": {
            "id": rule.id if rule is not None else explanation.asked,
            "title": _both(explanation.title),
            "message": _both(explanation.message),
            "remedy": _words(rule.remedy) if rule is not None else None,
            "note": _words(rule.note) if rule is not None and rule.note is not None else None,
            "verified": rule.verified if rule is not None else None,
            "clauses": [_clause(clause) for clause in explanation.law],
        },
        "duties": [_story(story, lang) for story in explanation.stories],
        "no_duty": [_step(step, lang) for step in explanation.instead],
    }
    return safe(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _both(sentence: Sentence | None) -> Any:
    return None if sentence is None else dict(in_both(sentence, iso_dates=True))


def _words(words: Words) -> dict[str, str]:
    return {"vi": words.vi, "en": words.en}


def _cited(place: Citation) -> dict[str, Any]:
    return {
        "source": place.source,
        "article": place.article,
        "clause": place.clause,
        "point": place.point,
        "label": article_first(place),
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        **_cited(clause.place),
        "title": _both(clause.title),
        "source_title": _words(clause.source.title),
        "text": clause.source.text,
    }


def _story(story: Story, lang: Lang) -> dict[str, Any]:
    return {
        **_result(story.result),
        "why": [_step(step, lang) for step in story.why],
        "records": [_step(step, lang) for step in story.records],
        "evidence": [_step(step, lang) for step in story.evidence],
        "deadline": [_step(step, lang) for step in story.deadline],
        "checks": [_check(check, lang) for check in story.checks],
        "not_asked": [_step(step, lang) for step in story.unasked],
        "changes": [_change(change, lang) for change in story.changes],
        "cure": [_step(step, lang) for step in story.cure],
    }


def _result(result: DutyResult) -> dict[str, Any]:
    waiver = result.waiver
    return {
        "duty": result.duty,
        "period": result.period,
        "subject": result.subject,
        "status": result.status.value,
        "severity": result.severity.value,
        "due": result.due.isoformat() if result.due else None,
        "days": result.days,
        "message": _both(result.message),
        "reason": _both(result.reason),
        "reason_basis": [_cited(place) for place in result.reason_basis],
        "facts": list(result.facts),
        "underlying": result.underlying.value if result.underlying else None,
        "waiver": None
        if waiver is None
        else {"reason": waiver.reason, "approved_by": waiver.approved_by, "until": waiver.until.isoformat()},
    }


def _step(step: Step, lang: Lang) -> dict[str, Any]:
    told: dict[str, Any] = {"step": step.key, "text": say(step.text, lang, iso_dates=True)}
    if step.data:
        told["data"] = dict(step.data)
    if step.path is not None:
        told |= {"path": step.path, "line": step.line}
    if step.basis:
        told["basis"] = [_cited(place) for place in step.basis]
    return told


def _check(check: CheckStory, lang: Lang) -> dict[str, Any]:
    result = check.result
    return {
        "id": result.id,
        "title": _both(result.title),
        "status": result.status.value,
        "severity": result.severity.value,
        "expected": say(result.expected, lang, iso_dates=True),
        "actual": say(result.actual, lang, iso_dates=True),
        "record": result.record,
        "line": result.line,
        "basis": [_cited(place) for place in result.basis],
        "verified": result.verified,
        "due": result.due.isoformat() if result.due else None,
        "days": result.days,
        "conditions": [_step(step, lang) for step in check.gate],
        "steps": [_step(step, lang) for step in check.steps],
        "ways": [_way(way, lang) for way in check.ways],
    }


def _way(way: Way, lang: Lang) -> dict[str, Any]:
    return {
        "open": way.open,
        "conditions": [_step(step, lang) for step in way.gate],
        "questions": [_question(question, lang) for question in way.questions],
    }


def _question(question: Question, lang: Lang) -> dict[str, Any]:
    return {
        "expected": say(question.expected, lang, iso_dates=True),
        "actual": say(question.actual, lang, iso_dates=True),
        "answer": question.answer,
        "steps": [_step(step, lang) for step in question.steps],
    }


def _change(change: Change, lang: Lang) -> dict[str, Any]:
    return {
        "text": say(change.text, lang, iso_dates=True),
        "check": _both(change.about),
        "path": change.path,
        "line": change.line,
        "value": change.value,
        "status": change.status.value if change.status else None,
        "days": change.days,
        "check_status": change.check.value if change.check else None,
        "then": say(change.then, lang, iso_dates=True) if change.then is not None else None,
    }
