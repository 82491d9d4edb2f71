"""The report as data: one unit is `dcs-audit/report@1`, several are `dcs-audit/fleet@1`.

Keys keep the order of the contract, dates are ISO, and the same reports give the same bytes. Sentences about a rule
come in both languages; what was expected and found on a record, and the notices, come in the language of the run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, Sentence, both, say
from dcs_audit.report.interface import Options
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.model import CheckResult, Citation, DutyResult, Report, Severity, Status, Summary

REPORT_SCHEMA = "dcs-audit/report@1"
FLEET_SCHEMA = "dcs-audit/fleet@1"

# Valid in JSON as they are, but a terminal obeys the first range and UTF-8 has no bytes for the last.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def render(reports: Sequence[Report], options: Options) -> str:
    """One object for one unit, a fleet for several; nothing where the only unit could not be audited."""
    if options.fleet:
        return _written(_fleet(reports, options))
    return "".join(_written(_report(report, options)) for report in reports)


def _written(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _fleet(reports: Sequence[Report], options: Options) -> dict[str, Any]:
    summaries = [report.summary for report in reports]
    return {
        "schema": FLEET_SCHEMA,
        "units": [_report(report, options) for report in reports],
        "targets": [],
        "summary": {
            "units": len(reports),
            "duties": sum(summary.duties for summary in summaries),
            "counts": {status.value: sum(summary.counts[status] for summary in summaries) for status in Status},
            "violations": {
                level.value: sum(summary.violations.get(level, 0) for summary in summaries) for level in Severity
            },
        },
        "not_audited": list(options.not_audited),
    }


def _report(report: Report, options: Options) -> dict[str, Any]:
    lang = options.lang
    return {
        "schema": REPORT_SCHEMA,
        "tool": {"name": "dcs-audit", "version": __version__, "engine": report.engine},
        "rulebook": {"packs": [pack.name for pack in report.packs], "digest": report.rulebook_digest},
        "input": {"path": report.input_path, "digest": report.input_digest},
        "unit": dict(report.unit),
        "year": report.year,
        "as_of": report.as_of.isoformat(),
        "summary": _summary(report.summary),
        "results": [_result(result, lang) for result in report.results],
        "notices": [_said(notice, lang) for notice in (*options.filters, *report.notices)],
        "not_checked": [_said(limit, lang) for limit in report.not_checked],
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "duties": summary.duties,
        "counts": {status.value: summary.counts[status] for status in Status},
        "violations": {level.value: summary.violations.get(level, 0) for level in Severity},
        "score": summary.score,
        "rating": summary.rating,
        "how": _both(summary.how),
    }


def _result(result: DutyResult, lang: Lang) -> dict[str, Any]:
    return {
        "rule": result.rule,
        "duty": result.duty,
        "group": result.group,
        "severity": result.severity.value,
        "status": result.status.value,
        "title": _both(result.title),
        "period": result.period,
        "subject": result.subject,
        "due": _iso(result.due),
        "days": result.days,
        "basis": [_citation(place) for place in result.basis],
        "checks": [_check(check, lang) for check in result.checks],
        "records": [{"path": record.path, "line": record.line} for record in result.records],
        "message": _both(result.message),
        "remedy": _both(result.remedy),
        "verified": result.verified,
        "attested": result.attested,
        **_waiver(result),
        **_reason(result),
    }


def _waiver(result: DutyResult) -> dict[str, Any]:
    if result.waiver is None:
        return {}
    note = result.waiver
    return {
        "underlying": result.underlying.value if result.underlying else None,
        "waiver": {"reason": note.reason, "approved_by": note.approved_by, "until": note.until.isoformat()},
    }


def _reason(result: DutyResult) -> dict[str, Any]:
    """Why the duty does not apply or needs review, also where a waiver lies on top."""
    if not {result.status, result.underlying} & {Status.NEEDS_REVIEW, Status.NOT_APPLICABLE}:
        return {}
    return {
        "reason": _both(result.reason) if result.reason else None,
        "reason_basis": [_citation(place) for place in result.reason_basis],
        "facts": list(result.facts),
    }


def _check(check: CheckResult, lang: Lang) -> dict[str, Any]:
    return {
        "id": check.id,
        "status": check.status.value,
        "expected": _said(check.expected, lang),
        "actual": _said(check.actual, lang),
        "record": check.record,
        "line": check.line,
        "basis": [_citation(place) for place in check.basis],
        "title": _both(check.title),
        "severity": check.severity.value,
        "due": _iso(check.due),
        "days": check.days,
        "verified": check.verified,
    }


def _citation(place: Citation) -> dict[str, Any]:
    clause: int | str | None = place.clause
    if place.clause is not None and place.clause.isdecimal():
        clause = int(place.clause)  # as the contract has it; an inserted clause such as "2a" stays text
    return {
        "source": place.source,
        "article": place.article,
        "clause": clause,
        "point": place.point,
        "label": article_first(place),
    }


def _said(sentence: Sentence, lang: Lang) -> str:
    return say(sentence, lang, iso_dates=True)


def _both(sentence: Sentence) -> dict[str, str]:
    return dict(both(sentence, iso_dates=True))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
