"""Every case and window beside the rules of every shipped pack, with both engines."""

from pathlib import Path

import pytest

from dcs_audit.audit import Auditor
from dcs_audit.law import Rulebook, load_rulebook
from dcs_audit.law.casebook import OUTCOMES, Casebook, collect
from dcs_audit.law.cases import Trial
from dcs_audit.law.loader import read_pack, shipped
from dcs_audit.law.model import Rule
from dcs_audit.law.trials import run_trial

PACKS = sorted(path.parent for path in shipped().glob("*/pack.yaml"))
RULEBOOK: Rulebook = load_rulebook([pack.name for pack in PACKS])
CASEBOOK: Casebook = collect(RULEBOOK)


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(RULEBOOK)


@pytest.mark.parametrize("trial", CASEBOOK.trials, ids=[f"{t.file}:{t.line} {t.label}" for t in CASEBOOK.trials])
def test_case_gives_the_verdict_of_the_law(trial: Trial, auditor: Auditor) -> None:
    assert run_trial(trial, auditor).differences == ()


def test_labels_of_cases_are_unique() -> None:
    labels = [trial.label for trial in CASEBOOK.trials]
    assert sorted(label for label in set(labels) if labels.count(label) > 1) == []


@pytest.mark.parametrize("folder", PACKS, ids=lambda pack: pack.name)
def test_every_rule_has_a_case_that_passes_and_one_that_is_violated(folder: Path) -> None:
    rules = read_pack(folder.name).rules
    assert sorted({rule.id for rule in rules if _lacks(rule, "passed")}) == []
    assert sorted({rule.id for rule in rules if _can_be_violated(rule) and _lacks(rule, "violation")}) == []


def _lacks(rule: Rule, outcome: str) -> bool:
    return CASEBOOK.outcomes.get(rule.id, frozenset()).isdisjoint(OUTCOMES[outcome])


def _can_be_violated(rule: Rule) -> bool:
    """Whether an absent record is a violation, or some check of the rule can fail as one.

    Elsewhere nothing is missing, late or defective by the rule's own words: it can only pass, wait or need review.
    """
    checks = [RULEBOOK.checks[use.check] for use in rule.checks]
    late = rule.due is not None and rule.due.late_as == "late"
    return rule.absent == "missing" or late or any(check.fails_as == "defective" for check in checks)
