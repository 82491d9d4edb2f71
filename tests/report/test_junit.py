"""The JUnit report, read by a parser that is not ours."""

from __future__ import annotations

from dataclasses import replace

from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite

from dcs_audit.locale.phrases import Text
from dcs_audit.report.interface import Options
from dcs_audit.report.junit import render
from dcs_audit.verdicts.model import VIOLATIONS, Report, Status

from .builders import duty, fleet_of, report_on

ENGLISH = Options(lang="en")


def suites(text: str) -> list[TestSuite]:
    return list(JUnitXml.fromstring(text.encode("utf-8")))


def test_a_case_for_each_duty(commune: Report) -> None:
    (suite,) = suites(render(commune, ENGLISH))
    counts = commune.summary.counts
    assert suite.tests == len(list(suite)) == len(commune.results)
    assert suite.failures == sum(counts[status] for status in VIOLATIONS)
    assert suite.tests - suite.failures - suite.skipped == counts[Status.PASSED]


def test_only_passed_duties_look_passed(commune: Report) -> None:
    (suite,) = suites(render(commune, ENGLISH))
    for case, result in zip(suite, commune.results, strict=True):
        kinds = [type(entry) for entry in case.result]
        expected = [] if result.status is Status.PASSED else [Failure] if result.is_violation else [Skipped]
        assert kinds == expected, result.duty
        assert f"[{result.duty}]" in case.name


def test_a_failure_says_what_and_where(commune: Report) -> None:
    (suite,) = suites(render(commune, Options()))
    late = next(case for case in suite if "[LDC-D11-K2]" in case.name)
    (failure,) = late.result
    assert failure.type == "late.critical"
    assert "Thời hạn: 19/01/2026, trễ 4 ngày" in failure.text
    assert "[records.disclosures[1], dòng 57]" in failure.text
    assert "Khắc phục: Niêm yết lại đủ 30 ngày liên tục" in failure.text


def test_trust_and_limits(commune: Report) -> None:
    (suite,) = suites(render(commune, ENGLISH))
    told = {entry.name: entry.value for entry in suite.properties()}
    assert told["Rulebook digest"] == commune.rulebook_digest
    assert commune.input_digest in told["Unit file"]
    assert "LDC-D36-K1" in told["Rules not checked against the text"]
    assert "What documents say" in suite._elem.findtext("system-out")


def test_hostile_names_stay_names() -> None:
    name = '</testcase><x>&\x00\x1b]]>\ufffe\ud800 "'
    result = duty(name, Status.MISSING, Text(name, name))
    (suite,) = suites(render(report_on({"name": name, "type": "commune"}, (result,)), ENGLISH))
    (case,) = suite
    assert case.name.startswith("</testcase><x>&")
    assert len(case.result) == 1


def test_a_fleet(commune: Report, agency: Report) -> None:
    found = suites(fleet_of("junit", [commune, replace(agency, input_path="b")], ENGLISH, not_audited=["hong.yaml"]))
    assert len(found) == 3
    (failed,) = found[-1]
    assert failed.name == "hong.yaml"
    assert [type(entry) for entry in failed.result] == [Error]


def test_a_fleet_that_was_broken_off(commune: Report) -> None:
    assert suites(fleet_of("junit", [commune], ENGLISH, complete=False))[-1].errors == 1
