"""The SARIF log, read by a model of the standard that is not ours. The official schema was tried by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pysarif
import pytest

from dcs_audit.locale.phrases import Text
from dcs_audit.report.interface import Options
from dcs_audit.report.sarif import render
from dcs_audit.verdicts.model import Report, Status, WaiverNote

from .builders import duty, fleet_of, report_on

ENGLISH = Options(lang="en")
GAPS = {"$schema", "properties", "status"}
"""What the standard has and the model lacks: bags of properties, and the state of a suppression."""
ALL = Options(lang="en", show_all=True)


def log(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text)
    assert _kept(data, pysarif.save_to_dict(pysarif.load_from_dict(data))), "holds what the standard does not know"
    (run,) = data["runs"]
    assert isinstance(run, dict)
    return run


def _kept(ours: Any, theirs: Any) -> bool:
    """Whether a model of the standard kept everything; it adds defaults and drops what it does not know."""
    if isinstance(ours, dict):
        known = ours.keys() - GAPS
        return isinstance(theirs, dict) and all(key in theirs and _kept(ours[key], theirs[key]) for key in known)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(_kept, ours, theirs))
    return bool(ours == theirs)


def kinds(run: dict[str, Any]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for result in run["results"]:
        found.setdefault(result["properties"]["status"], set()).add((result["kind"], result["level"]))
    return found


def test_kind_and_level_follow_the_verdict(commune: Report) -> None:
    found = kinds(log(render(commune, ALL)))
    assert ("fail", "error") in found["missing"]
    assert found["late"] == {("fail", "error"), ("fail", "warning")}
    assert found["needs_review"] == {("review", "none")}
    assert found["pending"] == {("open", "none")}
    assert found["passed"] == {("pass", "none")}
    assert found["not_applicable"] == {("notApplicable", "none")}


def test_settled_duties_only_where_all_is_asked_for(commune: Report) -> None:
    assert {"passed", "not_applicable"}.isdisjoint(kinds(log(render(commune, ENGLISH))))
    duties = {result["properties"]["duty"] for result in log(render(commune, ALL))["results"]}
    assert duties == {result.duty for result in commune.results}


def test_findings_stand_on_lines_of_the_unit_file(commune: Report) -> None:
    run = log(render(commune, ENGLISH))
    lines = [
        result["locations"][0]["physicalLocation"]["region"]["startLine"]
        for result in run["results"]
        if result["ruleId"] == "LDC-D11-K2"
    ]
    assert lines == [57, 61]  # one for each open check; the passed one is no finding
    assert run["artifacts"][0]["hashes"]["sha-256"] == commune.input_digest.removeprefix("sha256:")


def test_every_rule_is_told(commune: Report) -> None:
    run = log(render(commune, ENGLISH))
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {result["ruleId"] for result in run["results"]}


def test_fingerprints_tell_findings_apart_and_last(commune: Report) -> None:
    def prints(text: str) -> list[str]:
        return [result["partialFingerprints"]["dutyCheck/v1"] for result in log(text)["results"]]

    first = prints(render(commune, ENGLISH))
    assert len(set(first)) == len(first)
    assert prints(render(replace(commune, as_of=date(2026, 12, 1)), ENGLISH)) == first


def test_a_waiver_is_a_suppression() -> None:
    waived = duty(
        "A",
        Status.WAIVED,
        Text("A", "A"),
        underlying=Status.MISSING,
        waiver=WaiverNote("mưa lũ", "UBND tỉnh", date(2026, 12, 31)),
    )
    (result,) = log(render(report_on({"name": "A", "type": "commune"}, (waived,)), ENGLISH))["results"]
    assert (result["kind"], result["level"]) == ("fail", "error")
    assert result["suppressions"][0]["justification"] == "mưa lũ – UBND tỉnh – 2026-12-31"


def test_what_was_not_checked_is_told(commune: Report) -> None:
    (invocation,) = log(render(commune, ENGLISH))["invocations"]
    told = [entry["message"]["text"] for entry in invocation["toolExecutionNotifications"]]
    assert any("What documents say" in text for text in told)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("xã an bình/hồ sơ.yaml", "x%C3%A3%20an%20b%C3%ACnh/h%E1%BB%93%20s%C6%A1.yaml"),
        ("a\\b.yaml", "a/b.yaml"),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),
        ("-", "-"),
    ],
)
def test_paths_become_references(agency: Report, path: str, uri: str) -> None:
    run = log(render(replace(agency, input_path=path), ENGLISH))
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_a_fleet_is_one_run(commune: Report, agency: Report) -> None:
    run = log(fleet_of("sarif", [commune, replace(agency, input_path="b.yaml")], ALL, not_audited=["hong.yaml"]))
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]} == {
        "xa-an-binh.yaml",
        "b.yaml",
    }
    last = run["invocations"][0]["toolExecutionNotifications"][-1]
    assert last["level"] == "error"
    assert "hong.yaml" in last["message"]["text"]


def test_an_empty_fleet_and_one_broken_off(commune: Report) -> None:
    assert log(fleet_of("sarif", [], ENGLISH, not_audited=["a.yaml"]))["results"] == []
    assert log(fleet_of("sarif", [commune], ENGLISH, complete=False))["invocations"][0]["executionSuccessful"] is False
