"""Tiny packs and unit files for tests where an exact verdict matters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from dcs_audit.auditor import Auditor
from dcs_audit.law.loader import read_pack
from dcs_audit.law.rulebook import Rulebook, assemble
from dcs_audit.records import Loaded, load
from dcs_audit.verdicts.model import DutyResult, Report

Data = dict[str, Any]

CITE = {"source": "luat", "article": 1}
FOREVER = {"from": "2020-01-01"}
SOURCES = [
    {"id": "luat", "title": {"vi": "Luật", "en": "Law"}, "short": {"vi": "Luật", "en": "Law"},
     "in_force": FOREVER, "text": "original"}
]  # fmt: skip
SCORING = {
    "weights": {"critical": 5, "major": 3, "minor": 1},
    "critical_cap": 49.9,
    "ratings": [{"id": "tot", "title": {"vi": "Tốt", "en": "Good"}, "at_least": 90}],
}
VOCABULARY = {
    "documents": ["democracy_regulation", "board_report", "disclosure_plan", "a", "b"],
    "activities": ["citizen_reception", "training", "inspection"],
}


def words(text: str) -> Data:
    """The same text in both languages."""
    return {"vi": text, "en": text}


def rule(rule_id: str = "R", **over: Any) -> Data:
    """A standing duty of an agency to have a democracy regulation, but for what `over` says."""
    base: Data = {
        "id": rule_id,
        "title": words(f"title {rule_id}"),
        "message": words(f"message {rule_id}"),
        "remedy": words(f"remedy {rule_id}"),
        "basis": CITE,
        "group": "g",
        "severity": "major",
        "applies_to": ["state_agency"],
        "in_force": FOREVER,
        "every": "standing",
        "record": {"section": "documents", "where": {"kind": "democracy_regulation"}},
        "verified": True,
    }
    return base | over


def check(name: str, *options: Data, **over: Any) -> Data:
    """A check with these options."""
    return {"name": name, "id": name, "title": words(name), "basis": CITE, "options": list(options)} | over


def parameter(name: str, unit: str, value: int, **over: Any) -> Data:
    """A number that never changes."""
    values = [{"from": "2000-01-01", "value": value, "basis": CITE}]
    return {"id": name, "title": words(name), "unit": unit, "values": values} | over


def gate(*conditions: Data, **over: Any) -> Data:
    """A gate with these conditions."""
    return {"when": list(conditions), "reason": words("reason")} | over


def write_pack(
    folder: Path,
    rules: Iterable[Data] = (),
    checks: Iterable[Data] = (),
    parameters: Iterable[Data] = (),
    **pack: Any,
) -> Path:
    """A pack's folder with one rule file."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "name": folder.name,
        "title": words("pack"),
        "status": words("status"),
        "groups": [{"id": "g", "title": words("group")}],
        "scoring": SCORING,
        "vocabulary": VOCABULARY,
    }
    _write(folder / "pack.yaml", about | pack)
    _write(folder / "sources.yaml", {"sources": SOURCES})
    _write(folder / "a.yaml", {"rules": list(rules), "checks": list(checks), "parameters": list(parameters)})
    return folder


def _write(path: Path, content: Data) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def rulebook(
    folder: Path,
    rules: Iterable[Data] = (),
    checks: Iterable[Data] = (),
    parameters: Iterable[Data] = (),
    **pack: Any,
) -> Rulebook:
    """The rulebook of a pack written into `folder`."""
    return assemble((read_pack(str(write_pack(folder, rules, checks, parameters, **pack))),))


def unit_file(
    unit: Mapping[str, Any] | None = None,
    records: Mapping[str, Any] | None = None,
    year: int = 2026,
    waivers: Sequence[Data] = (),
) -> Loaded:
    """A unit file of an agency, read as users' files are but for the vocabulary of packs."""
    data = {
        "unit": {"name": "Sở A", "type": "state_agency", **(unit or {})},
        "year": year,
        "records": dict(records or {}),
        "waivers": list(waivers),
    }
    return load_data(data)


def load_data(data: Mapping[str, Any]) -> Loaded:
    """A unit file out of plain data; any word is known. It must be valid."""
    raw = json.dumps(data, default=date.isoformat).encode()
    loaded = load(raw, "unit.json", None, "json")  # type: ignore[arg-type]
    assert not loaded.problems, [problem.text("en") for problem in loaded.problems]
    return loaded


def audited(
    book: Rulebook,
    loaded: Loaded,
    as_of: date | str = "2026-06-15",
    engine: Literal["both", "durable", "reference"] = "reference",
) -> Report:
    """The report on a unit file."""
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return Auditor(book, engine).audit(loaded, day)


def only(report: Report) -> DutyResult:
    """The only duty of a report."""
    assert len(report.results) == 1, [result.duty for result in report.results]
    return report.results[0]


def statuses(report: Report) -> dict[str, str]:
    """Status by duty."""
    return {result.duty: str(result.status) for result in report.results}
