"""The calendar as data, `dcs-audit/calendar@1`."""

from __future__ import annotations

from typing import Any

from dcs_audit import __version__
from dcs_audit.locale.phrases import LANGS, both
from dcs_audit.report.calendar_words import limits
from dcs_audit.report.json_parts import anything
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.agenda import Agenda, Aside, Entry

SCHEMA = "dcs-audit/calendar@1"


def render(agenda: Agenda) -> str:
    """One object and a newline. `unit` of an entry is a 0-based place in `units`."""
    places = {report.input_path: place for place, report in enumerate(agenda.reports)}
    data = {
        "schema": SCHEMA,
        "tool": {"name": "dcs-audit", "version": __version__},
        "as_of": agenda.as_of.isoformat(),
        "until": agenda.until.isoformat(),
        "units": [
            {
                "unit": {key: report.unit[key] for key in ("name", "type", "parent") if key in report.unit},
                "year": report.year,
                "input": {"path": report.input_path, "digest": report.input_digest},
                "engine": report.engine,
                "rulebook": {"packs": [pack.name for pack in report.packs], "digest": report.rulebook_digest},
            }
            for report in agenda.reports
        ],
        "due": [_entry(entry, places) for entry in agenda.due],
        "overdue": [_entry(entry, places) for entry in agenda.overdue],
        "not_in_calendar": {reason.value: agenda.aside[reason] for reason in Aside},
        "notices": [dict(zip(LANGS, told, strict=True)) for told in zip(*_limits(agenda), strict=True)],
    }
    return anything(data, 0) + "\n"


def _limits(agenda: Agenda) -> list[list[str]]:
    return [limits(agenda, lang) for lang in LANGS]


def _entry(entry: Entry, places: dict[str, int]) -> dict[str, Any]:
    result = entry.result
    return {
        "date": entry.due.isoformat(),
        "weekday": entry.due.isoweekday(),
        "days": entry.days,
        "unit": places[entry.report.input_path],
        "year": entry.report.year,
        "rule": result.rule,
        "duty": result.duty,
        "group": result.group,
        "severity": result.severity.value,
        "status": result.status.value,
        "title": dict(both(result.title)),
        "period": result.period,
        "subject": result.subject,
        "basis": [article_first(place) for place in result.basis],
        "checks": [
            {
                "id": check.id,
                "title": dict(both(check.title)),
                "record": check.record,
                "line": check.line,
                "basis": [article_first(place) for place in check.basis],
            }
            for check in entry.checks
        ],
        "remedy": dict(both(result.remedy)),
        "verified": result.verified,
    }
