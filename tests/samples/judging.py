"""What tests of samples share: the names of statuses, the report on a sample, and what both engines must give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dcs_audit.auditor import Auditor
from dcs_audit.engine.durable import available
from dcs_audit.engine.pair import Choice
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded, load_path
from dcs_audit.verdicts.model import Report

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AS_OF = date(2026, 11, 20)
"""The day on which samples are judged that name no plan."""

PASSED, MISSING, LATE, DEFECTIVE = "passed", "missing", "late", "defective"
PENDING, REVIEW, NOT_HERE, WAIVED = "pending", "needs_review", "not_applicable", "waived"

with_durable = pytest.mark.skipif(not available(), reason="durable_rules is not installed")


def each(status: str, rules: str, *subjects: str) -> dict[str, str]:
    """One status for the duties of one reason: these rules, for each of these subjects if there are any."""
    return {f"{rule}#{subject}" if subject else rule: status for rule in rules.split() for subject in subjects or ("",)}


@cache
def rulebook(*packs: str) -> Rulebook:
    """The national rulebook with these packs."""
    return load_rulebook(list(packs))


@cache
def loaded(name: str, *packs: str) -> Loaded:
    """A sample by its path below `samples/`, without its ending."""
    return load_path(SAMPLES / f"{name}.yaml", rulebook(*packs).vocabulary)


@cache
def _auditor(engine: Choice, *packs: str) -> Auditor:
    return Auditor(rulebook(*packs), engine)


@cache
def report(name: str, engine: Choice = "reference", as_of: date = AS_OF, packs: tuple[str, ...] = ()) -> Report:
    """The report on a sample."""
    return _auditor(engine, *packs).audit(loaded(name, *packs), as_of)


def statuses(of: Report, prefix: str = "") -> dict[str, str]:
    """The status of every duty whose rule begins with `prefix`; no duty comes twice."""
    results = [result for result in of.results if result.rule.startswith(prefix)]
    found = {result.duty: str(result.status) for result in results}
    assert len(found) == len(results)
    return found


def deadline(of: Report, duty: str) -> tuple[date | None, int | None]:
    """The due date of a duty, and the days late or left."""
    result = next(result for result in of.results if result.duty == duty)
    return result.due, result.days


def check_engines(name: str, as_of: date = AS_OF, packs: tuple[str, ...] = ()) -> None:
    """Both engines together, and each alone, give one report."""
    alone = report(name, "reference", as_of, packs)
    choices: tuple[Choice, ...] = ("durable", "both")
    for engine in choices:
        other = report(name, engine, as_of, packs)
        assert other.engine != alone.engine
        assert replace(other, engine=alone.engine) == alone
