"""Cases beside the rules: fragments of a unit record with the verdict that the law's text gives.

`FILE.test.yaml` stands beside `FILE.yaml`. It names bases and, for each rule, cases over them; see the rule author's
guide in the README.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import Field, ValidationError

from dcs_audit.law.basics import Model
from dcs_audit.law.loader import PackError
from dcs_audit.records import load
from dcs_audit.records.yaml_reader import read_yaml

if TYPE_CHECKING:
    from dcs_audit.audit import Auditor
    from dcs_audit.verdicts.model import DutyResult


class Base(Model):
    """A starting point of cases: a unit, a year, a day of audit."""

    as_of: date
    year: int
    unit: dict[str, Any]


class Case(Model):
    """One case: what differs from its base, the records, and the expected verdict."""

    rule: str
    name: str
    base: str
    as_of: date | None = None
    year: int | None = None
    unit: dict[str, Any] = Field(default_factory=dict)
    records: dict[str, Any] = Field(default_factory=dict)
    waivers: tuple[Any, ...] = ()
    expect: str | dict[str, str]
    """The status of the rule's only duty, or status by period, subject, or `period#subject`; `{}`: no duty arises."""
    checks: dict[str, str] = Field(default_factory=dict)
    due: date | None = None
    days: int | None = None
    facts: tuple[str, ...] | None = None


class CaseFile(Model):
    """One `*.test.yaml`."""

    bases: dict[str, Base] = Field(min_length=1)
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A case with the file and line where it stands."""

    file: Path
    line: int
    case: Case
    base: Base

    @property
    def label(self) -> str:
        """`RULE: name`, unique in a pack."""
        return f"{self.case.rule}: {self.case.name}"


def read_cases(path: Path) -> list[Placed]:
    """The cases of one file. Raises PackError with every problem of it."""
    content = read_yaml(path.read_text(encoding="utf-8"))
    if content.findings:
        raise PackError(tuple(f"{path.name}: {finding.code} {finding.args}" for finding in content.findings))
    try:
        file = CaseFile.model_validate(content.data)
    except ValidationError as error:
        raise PackError(tuple(_located(path, content.positions, entry) for entry in error.errors())) from None
    placed = []
    for number, case in enumerate(file.cases):
        line, _ = content.positions.of(("cases", number), nearest=True) or (1, 1)
        if case.base not in file.bases:
            raise PackError((f"{path.name}:{line}: unknown base `{case.base}`",))
        placed.append(Placed(path, line, case, file.bases[case.base]))
    return placed


def _located(path: Path, positions: Any, entry: Any) -> str:
    line, column = positions.of(entry["loc"], nearest=True) or (1, 1)
    return f"{path.name}:{line}:{column}: {'.'.join(map(str, entry['loc']))}: {entry['msg']}"


def run_case(placed: Placed, auditor: Auditor) -> list[str]:
    """What differs from the expected verdict, one line each; nothing where the case holds."""
    case, base = placed.case, placed.base
    data = {
        "unit": {name: value for name, value in {**base.unit, **case.unit}.items() if value is not None},
        "year": case.year or base.year,
        "records": case.records,
        "waivers": case.waivers,
    }
    loaded = load(json.dumps(data).encode(), placed.label, auditor.rulebook.vocabulary, "json")
    if loaded.problems:
        return [problem.text("en") for problem in loaded.problems]
    report = auditor.audit(loaded, case.as_of or base.as_of)
    return list(_differences(case, [result for result in report.results if result.rule == case.rule]))


def _differences(case: Case, results: list[DutyResult]) -> Iterator[str]:
    if isinstance(case.expect, str):
        if len(results) != 1:
            yield f"expected one duty, got {[(r.duty, str(r.status)) for r in results]}"
            return
        wanted: Mapping[str, str] = {results[0].duty: case.expect}
        found = {results[0].duty: results[0]}
    else:
        wanted, found = case.expect, {_key(result, case.expect): result for result in results}
    if not case.expect and results:
        yield f"expected no duty, got {[(r.duty, str(r.status)) for r in results]}"
    for key, status in wanted.items():
        result = found.get(key)
        if result is None:
            yield f"{key}: expected {status}, but there is no such duty; got {sorted(found)}"
        elif str(result.status) != status:
            yield f"{key}: expected {status}, got {result.status} {_why(result)}"
        else:
            yield from _details(case, result)


def _key(result: DutyResult, wanted: Mapping[str, str]) -> str:
    keys = [result.period, result.subject or "", f"{result.period}#{result.subject}", result.duty]
    return next((key for key in keys if key in wanted), result.duty)


def _why(result: DutyResult) -> str:
    checks = ", ".join(f"{c.id}={c.status}" for c in result.checks)
    return f"(due {result.due}, days {result.days}, facts {list(result.facts)}, checks {checks})"


def _details(case: Case, result: DutyResult) -> Iterator[str]:
    for name, status in case.checks.items():
        got = sorted({str(check.status) for check in result.checks if check.id == name}) or ["not asked"]
        if status not in got:
            yield f"{result.duty}: check {name}: expected {status}, got {', '.join(got)}"
    if case.due is not None and result.due != case.due:
        yield f"{result.duty}: due: expected {case.due}, got {result.due}"
    if case.days is not None and result.days != case.days:
        yield f"{result.duty}: days: expected {case.days}, got {result.days}"
    if case.facts is not None and set(case.facts) != set(result.facts):
        yield f"{result.duty}: facts: expected {list(case.facts)}, got {list(result.facts)}"
