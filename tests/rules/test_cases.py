"""Every case beside the rules of every shipped pack, with both engines."""

from pathlib import Path

import pytest

from dcs_audit.audit import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.law.cases import Placed, read_cases, run_case
from dcs_audit.law.loader import read_pack, shipped


def _case_files() -> list[Path]:
    return sorted(shipped().glob("*/*.test.yaml"))


VIOLATIONS = {"missing", "late", "defective"}
CASES = [placed for path in _case_files() for placed in read_cases(path)]


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(load_rulebook())


@pytest.mark.parametrize("placed", CASES, ids=[f"{p.file.name}:{p.line} {p.label}" for p in CASES])
def test_case_gives_the_verdict_of_the_law(placed: Placed, auditor: Auditor) -> None:
    assert run_case(placed, auditor) == []


def test_labels_of_cases_are_unique() -> None:
    labels = [placed.label for placed in CASES]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("folder", sorted(p.parent for p in shipped().glob("*/pack.yaml")), ids=lambda p: p.name)
def test_every_rule_has_a_case_that_passes_and_one_that_does_not(folder: Path) -> None:
    rules = {rule.id for rule in read_pack(folder.name).rules}
    outcomes: dict[str, set[str]] = {}
    for placed in CASES:
        expect = placed.case.expect
        outcomes.setdefault(placed.case.rule, set()).update([expect] if isinstance(expect, str) else expect.values())
    assert sorted(rule for rule in rules if "passed" not in outcomes.get(rule, ())) == []
    assert sorted(rule for rule in rules if not VIOLATIONS & outcomes[rule]) == []
