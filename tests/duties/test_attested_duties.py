"""Duties that rest on somebody's answer: never passed by silence, and shown for what they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import CITE, audited, check, only, rule, rulebook, unit_file, words

from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.phrases import Text

Data = dict[str, Any]

ATTESTED = check("xac-nhan", {"one_of": {"of": "answer", "values": ["yes"]}, "given": {"of": "by"}}, basis=[])


def asked(rule_id: str = "R", nil: bool = False, **over: Any) -> Data:
    made = rule(rule_id, **over) | {"attest": {"question": words("Is there a place to sit?"), "nil": nil}}
    return {key: value for key, value in made.items() if key not in ("record", "every")}


def book(folder: Path, *rules: Data) -> Rulebook:
    return rulebook(folder / "p", rules, [ATTESTED])


def answers(*given: Data) -> Any:
    return unit_file({}, {"attestations": [{"rule": "R", **one} for one in given]})


@pytest.mark.parametrize(
    ("answer", "nil", "expected"),
    [
        ({"answer": "yes", "by": "Chánh Văn phòng"}, False, "passed"),
        ({"answer": "yes"}, False, "needs_review"),
        ({"answer": "no", "by": "Chánh Văn phòng"}, False, "defective"),
        ({"answer": "no"}, False, "defective"),
        ({"answer": "unknown", "by": "Chánh Văn phòng"}, False, "needs_review"),
        ({"by": "Chánh Văn phòng"}, False, "needs_review"),
        ({"answer": "none", "by": "Chánh Văn phòng"}, False, "needs_review"),
        ({"answer": "none", "by": "Chánh Văn phòng"}, True, "not_applicable"),
        ({"answer": "yes", "by": "Chánh Văn phòng", "on": "2026-06-16"}, False, "needs_review"),
        ({"answer": "yes", "by": "Chánh Văn phòng", "on": "2026-01-01"}, False, "passed"),
        ({"answer": "yes", "by": "Chánh Văn phòng", "on": "2025-12-31"}, False, "needs_review"),
        ({"answer": "no", "by": "Chánh Văn phòng", "on": "2025-12-31"}, False, "defective"),
        ({"answer": "none", "by": "Chánh Văn phòng", "on": "2025-12-31"}, True, "needs_review"),
    ],
    ids=str,
)
def test_answers(tmp_path: Path, answer: Data, nil: bool, expected: str) -> None:
    result = only(audited(book(tmp_path, asked(nil=nil)), answers(answer)))
    assert (str(result.status), result.attested) == (expected, True)


def test_silence_needs_review_and_asks_the_question(tmp_path: Path) -> None:
    result = only(audited(book(tmp_path, asked()), unit_file()))
    assert str(result.status) == "needs_review"
    assert result.facts == ("records.attestations",)
    assert result.reason == Text("Is there a place to sit?", "Is there a place to sit?")


def test_of_two_answers_the_worse_decides(tmp_path: Path) -> None:
    file = answers({"answer": "yes", "by": "A"}, {"answer": "no", "by": "B"})
    assert str(only(audited(book(tmp_path, asked()), file)).status) == "defective"


def test_an_answer_belongs_to_its_rule_alone(tmp_path: Path) -> None:
    report = audited(book(tmp_path, asked(), asked("S")), answers({"answer": "yes", "by": "A"}))
    assert {result.rule: str(result.status) for result in report.results} == {"R": "passed", "S": "needs_review"}


def test_the_check_rests_on_the_clause_of_the_rule(tmp_path: Path) -> None:
    made = book(tmp_path, asked(basis={**CITE, "clause": 7}))
    result = only(audited(made, answers({"answer": "no", "by": "A"})))
    assert [cite.clause for cite in result.checks[0].basis] == ["7"]


def test_duties_from_records_are_not_attested(tmp_path: Path) -> None:
    assert only(audited(book(tmp_path, rule()), unit_file())).attested is False
