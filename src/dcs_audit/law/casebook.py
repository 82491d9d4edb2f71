"""All cases and windows of the packs of a run, by the rule files beside which they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dcs_audit.law.cases import Placed, Trial, case_files, read_cases
from dcs_audit.law.homes import Homes
from dcs_audit.law.loader import PackError
from dcs_audit.law.told import joined, unknown
from dcs_audit.law.trials import TrialResult, run_trial
from dcs_audit.verdicts.model import VIOLATIONS

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.rulebook import Rulebook

OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "passed": ("passed",),
    "violation": tuple(str(status) for status in VIOLATIONS),
    "pending": ("pending",),
    "needs_review": ("needs_review",),
    "not_applicable": ("not_applicable",),
}
"""What cases are to show of a rule, and the statuses that show it."""


@dataclass(frozen=True, slots=True)
class FileSummary:
    """The cases of one rule file: its rules, how many trials ran and failed, and which rules show which outcome."""

    file: str
    rules: tuple[str, ...]
    cases: int
    windows: int
    failed: int
    shown: Mapping[str, tuple[str, ...]]
    """By outcome (see OUTCOMES), the rules of the file of which some case expects it."""


@dataclass(frozen=True)
class Casebook:
    """The trials of a rulebook, in the order of packs, files and lines."""

    rulebook: Rulebook
    trials: tuple[Trial, ...]

    @cached_property
    def by_rule(self) -> Mapping[str, tuple[Trial, ...]]:
        """The trials of each rule that has any."""
        found: dict[str, list[Trial]] = {}
        for trial in self.trials:
            found.setdefault(trial.rule, []).append(trial)
        return {rule: tuple(trials) for rule, trials in found.items()}

    @cached_property
    def outcomes(self) -> Mapping[str, frozenset[str]]:
        """The statuses that the cases of each rule expect."""
        cases = {rule: [t.case for t in trials if isinstance(t, Placed)] for rule, trials in self.by_rule.items()}
        return {rule: frozenset(status for case in found for status in case.statuses) for rule, found in cases.items()}

    def matching(self, text: str) -> Casebook:
        """Only the trials whose rule or name holds `text`, in capitals or not."""
        sought = text.casefold()
        kept = (t for t in self.trials if sought in t.rule.casefold() or sought in t.name.casefold())
        return Casebook(self.rulebook, tuple(kept))

    def run(self, auditor: Auditor, watch: Callable[[int], None] = lambda done: None) -> list[TrialResult]:
        """Every trial's result in order, by the packs that its own one builds on; `watch` is told how many are done."""
        results, homes = [], Homes(self.rulebook)
        for number, trial in enumerate(self.trials, start=1):
            results.append(run_trial(trial, homes.auditor(auditor, trial)))
            watch(number)
        return results

    def summaries(self, results: Iterable[TrialResult]) -> list[FileSummary]:
        """One summary for each rule file that has rules or trials among `results`, in the order of packs and names."""
        by_file: dict[str, list[TrialResult]] = {}
        for result in results:
            by_file.setdefault(rule_file_of(result.trial), []).append(result)
        rules = self._rules_by_file()
        return [self._summary(file, rules.get(file, ()), by_file[file]) for file in self._files(rules, by_file)]

    def _files(self, rules: Iterable[str], by_file: Mapping[str, object]) -> Iterator[str]:
        """The files with results; those with rules first come in the order of the rules' packs."""
        yield from (file for file in rules if file in by_file)
        yield from (file for file in by_file if file not in frozenset(rules))

    def _rules_by_file(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for pack in self.rulebook.packs:
            for rule, place in pack.placed_rules():
                found.setdefault(place.file, {})[rule.id] = None
        return {file: tuple(ids) for file, ids in found.items()}

    def _summary(self, file: str, rules: tuple[str, ...], results: list[TrialResult]) -> FileSummary:
        cases = sum(isinstance(result.trial, Placed) for result in results)
        shown = {
            outcome: tuple(rule for rule in rules if not self.outcomes.get(rule, frozenset()).isdisjoint(statuses))
            for outcome, statuses in OUTCOMES.items()
        }
        failed = sum(not result.holds for result in results)
        return FileSummary(file, rules, cases, len(results) - cases, failed, shown)


def rule_file_of(trial: Trial) -> str:
    """The rule file (`pack/file.yaml`) beside which a trial stands."""
    return trial.file.removesuffix(".test.yaml") + ".yaml"


def collect(rulebook: Rulebook) -> Casebook:
    """The casebook of every pack of `rulebook`. Raises PackError with every problem of every case file."""
    trials: list[Trial] = []
    problems: list[str] = []
    for pack in rulebook.packs:
        for path in case_files(pack.folder):
            try:
                trials.extend(read_cases(path))
            except PackError as error:
                problems.extend(error.problems)
    problems.extend(
        joined(f"{trial.file}:{trial.line}:1", unknown("rule", trial.rule, rulebook.rule_ids))
        for trial in trials
        if trial.rule not in rulebook.rule_ids
    )
    if problems:
        raise PackError(tuple(problems))
    return Casebook(rulebook, tuple(trials))
