"""Runs cases and windows: what a rulebook says, beside what the law's text was read to say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from dcs_audit.law.cases import NOT_ASKED, Case, Placed, PlacedWindow, Trial, unit_data
from dcs_audit.records.reader import load
from dcs_audit.verdicts.model import AuditError

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.model import Rule
    from dcs_audit.records.problems import Problem
    from dcs_audit.records.reader import Loaded
    from dcs_audit.records.vocabulary import Vocabulary
    from dcs_audit.verdicts.model import DutyResult

Aspect = Literal[
    "unreadable",
    "failed",
    "duties",
    "status",
    "check",
    "severity",
    "verified",
    "due",
    "days",
    "facts",
    "declared",
    "arises",
    "ends",
]


class Difference(NamedTuple):
    """What was expected and what came, as data: statuses, ISO dates, ids. `of` names the duty, check or day meant."""

    aspect: Aspect
    of: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class TrialResult:
    """How a case or window came out: it holds where nothing differs. `results` are the duties of its rule."""

    trial: Trial
    differences: tuple[Difference, ...]
    results: tuple[DutyResult, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong in the unit file that the case makes; then nothing was judged."""

    @property
    def holds(self) -> bool:
        """Whether the rulebook says what was expected."""
        return not self.differences


def submit(trial: Trial, vocabulary: Vocabulary) -> Loaded:
    """The unit file of a case or window, read as users' files are. It depends on the rulebook's words only."""
    base = trial.base
    if isinstance(trial, Placed):
        case = trial.case
        data = {
            "unit": unit_data(base, case.unit),
            "year": case.year or base.year,
            "records": case.records,
            "waivers": case.waivers,
        }
    else:
        data = {"unit": unit_data(base, trial.window.unit), "year": base.year}
    return load(json.dumps(data, default=str).encode(), trial.label, vocabulary, "json")


def run_trial(trial: Trial, auditor: Auditor, loaded: Loaded | None = None) -> TrialResult:
    """The outcome of one case or window; `loaded` saves reading its unit file again."""
    loaded = loaded or submit(trial, auditor.rulebook.vocabulary)
    if loaded.problems:
        told = (Difference("unreadable", "", "", problem.text("en")) for problem in loaded.problems)
        return TrialResult(trial, tuple(told), problems=loaded.problems)
    try:
        if isinstance(trial, PlacedWindow):
            return TrialResult(trial, tuple(_outside(trial, auditor, loaded)))
        results = _duties(trial.rule, auditor, loaded, trial.case.as_of or trial.base.as_of)
    except AuditError as error:
        return TrialResult(trial, (Difference("failed", "", "", str(error).removeprefix(f"{loaded.name}: ")),))
    return TrialResult(trial, tuple(_differences(trial.case, results)), tuple(results))


def _duties(rule: str, auditor: Auditor, loaded: Loaded, as_of: date, year: int | None = None) -> list[DutyResult]:
    return [result for result in auditor.audit(loaded, as_of, year).results if result.rule == rule]


# --- cases ----------------------------------------------------------------------------------------------------------


def _differences(case: Case, results: list[DutyResult]) -> Iterator[Difference]:
    if isinstance(case.expect, str):
        if len(results) != 1:
            yield Difference("duties", "", case.expect, _told(results))
            return
        wanted: Mapping[str, str] = {results[0].duty: case.expect}
        found = {results[0].duty: results[0]}
    else:
        wanted, found = case.expect, {_key(result, case.expect): result for result in results}
    if not case.expect and results:
        yield Difference("duties", "", "", _told(results))
    for key, status in wanted.items():
        result = found.get(key)
        if result is None:
            yield Difference("status", key, status, "")
        elif str(result.status) != status:
            yield Difference("status", key, status, str(result.status))
        else:
            yield from _details(case, result)


def _told(results: Iterable[DutyResult]) -> str:
    return ", ".join(f"{result.duty} {result.status}" for result in results)


def _key(result: DutyResult, wanted: Mapping[str, str]) -> str:
    keys = [result.period, result.subject or "", f"{result.period}#{result.subject}", result.duty]
    return next((key for key in keys if key in wanted), result.duty)


def _details(case: Case, result: DutyResult) -> Iterator[Difference]:
    for name, status in case.checks.items():
        got = sorted({str(check.status) for check in result.checks if check.id == name}) or [NOT_ASKED]
        if status not in got:
            yield Difference("check", name, status, ", ".join(got))
    if case.verified is not None and result.verified is not case.verified:
        yield Difference("verified", result.duty, str(case.verified).lower(), str(result.verified).lower())
    if case.severity is not None and result.severity is not case.severity:
        yield Difference("severity", result.duty, str(case.severity), str(result.severity))
    if case.due is not None and result.due != case.due:
        yield Difference("due", result.duty, str(case.due), str(result.due or ""))
    if case.days is not None and result.days != case.days:
        yield Difference("days", result.duty, str(case.days), "" if result.days is None else str(result.days))
    if case.facts is not None and set(case.facts) != set(result.facts):
        yield Difference("facts", result.duty, ", ".join(case.facts), ", ".join(result.facts))


# --- windows --------------------------------------------------------------------------------------------------------


def _outside(trial: PlacedWindow, auditor: Auditor, loaded: Loaded) -> Iterator[Difference]:
    """Where the window is not the rule's.

    An audit shows that duties begin to arise on the first day and no longer arise in the year after the last one. That
    the last day itself is right, and the first one of a later version, no audit shows: a version may govern a period
    in which it ended. Therefore the days that the rule declares are compared as well.
    """
    versions = [rule for rule in auditor.rulebook.rules if rule.id == trial.rule]
    first, last = trial.window.from_, trial.window.to
    if all(rule.in_force != trial.window.declared for rule in versions):
        said = ", ".join(f"{rule.in_force.from_} .. {rule.in_force.to or ''}".strip() for rule in versions)
        yield Difference("declared", trial.rule, f"{first} .. {last or ''}".strip(), said)

    def arises(day: date, year: int) -> bool:
        return bool(_duties(trial.rule, auditor, loaded, day, year))

    if not arises(first, first.year) and not arises(date(first.year + 1, 12, 31), first.year + 1):
        yield Difference("arises", str(first), "", "")
    eve = first - timedelta(days=1)
    replaces = any(rule.in_force.to is not None and rule.in_force.to < first for rule in versions)
    if not replaces and arises(eve, eve.year):
        yield Difference("ends", str(eve), "", "")
    if last is None:
        return
    # A period of the last year may begin after the last day: then it is the year before that the rule governed.
    if not arises(last, last.year) and not arises(last, last.year - 1):
        yield Difference("arises", str(last), "", "")
    later = _year_after(last, versions)
    replaced = any(rule.in_force.from_ > last for rule in versions)
    if not replaced and arises(date(later, 12, 31), later):
        yield Difference("ends", f"{later}-12-31", "", "")


def _year_after(last: date, versions: Iterable[Rule]) -> int:
    """The first year no period of which can begin by `last`: a working year takes in the months before it opens."""
    return last.year + (2 if any(rule.every == "working_year" for rule in versions) else 1)
