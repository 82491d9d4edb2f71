"""A unit file that gave no report, as data, `dcs-audit/problems@1`: every problem with its place."""

from __future__ import annotations

from typing import Any

from dcs_audit import __version__
from dcs_audit.fleet.failure import Failure
from dcs_audit.locale.phrases import LANGS
from dcs_audit.locale.phrases import both as in_both
from dcs_audit.records.problems import Problem
from dcs_audit.report.interface import Options
from dcs_audit.report.json_parts import FLAT, anything

PROBLEMS_SCHEMA = "dcs-audit/problems@1"
NOT_AUDITED = "not_audited"
"""The code of an entry that is about the audit, not about a place in the file."""


def render(failure: Failure, options: Options) -> str:
    """One object, indented, and a newline."""
    return anything(_whole(failure), 0) + "\n"


def render_line(failure: Failure, options: Options) -> str:
    """The same object on one line: a line of JSON Lines."""
    return anything(_whole(failure), FLAT) + "\n"


def of_file(failure: Failure) -> dict[str, Any]:
    """What a fleet says about the file."""
    return {"input": {"path": failure.name}, "problems": _entries(failure)}


def _whole(failure: Failure) -> dict[str, Any]:
    return {"schema": PROBLEMS_SCHEMA, "tool": {"name": "dcs-audit", "version": __version__}, **of_file(failure)}


def _entries(failure: Failure) -> list[dict[str, Any]]:
    if failure.problems:
        return [_entry(problem) for problem in failure.problems]
    place = {"file": failure.name, "line": None, "column": None, "path": "", "code": NOT_AUDITED}
    return [{**place, "message": dict(in_both(told))} for told in failure.told]


def _entry(problem: Problem) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "code": problem.code,
        "message": {lang: problem.message(lang) for lang in LANGS},
    }
    if problem.cell is not None:
        entry["cell"] = problem.cell
    if problem.value is not None:
        entry["value"] = problem.value
    if problem.suggestion is not None:
        entry["suggestion"] = problem.suggestion
    return entry
