"""Every case and window beside the rules of every shipped pack, with both engines; and packs without a fault."""

from functools import partial

import pytest

from dcs_audit.auditor import Auditor
from dcs_audit.law import Rulebook, load_rulebook
from dcs_audit.law.casebook import Casebook, collect
from dcs_audit.law.cases import Trial
from dcs_audit.law.lint import lint
from dcs_audit.law.loader import shipped
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


def test_the_packs_have_no_fault() -> None:
    assert lint(RULEBOOK.packs, partial(Auditor, engine="reference")).faults == ()
