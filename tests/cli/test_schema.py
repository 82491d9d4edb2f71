"""`schema`: every key has words in both languages, what is shipped is accepted, and what is broken is refused."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from dcs_audit.cli.main import main
from dcs_audit.cli.schema import SCHEMAS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").rglob("*.yaml") if path.stem != "loi-dinh-dang")
RULE_FILES = sorted((ROOT / "rules").rglob("*.yaml"))


def run(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


@cache
def schema(*argv: str) -> dict[str, Any]:
    code, out, err = run("schema", *argv)
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


@cache
def validator(*argv: str) -> Draft202012Validator:
    return Draft202012Validator(schema(*argv))


class Plain(yaml.SafeLoader):
    """YAML 1.2 more or less, as editors and check-jsonschema read it: a day is what was typed, `on` is a word."""


Plain.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].rpartition(":")[2] not in ("timestamp", "bool")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def content(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Plain)


def faults(data: object, *argv: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(*argv).iter_errors(data)]


def parts(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield whole
    yield from whole["$defs"].values()


def closed_lists(shape: Any) -> Iterator[dict[str, Any]]:
    if isinstance(shape, dict):
        if isinstance(shape.get("enum"), list):
            yield shape
        for key, value in shape.items():
            if key not in ("if", "then", "else", "propertyNames", "examples"):
                yield from closed_lists(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from closed_lists(value)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_and_every_word_is_explained(name: str, lang: str) -> None:
    whole = schema(name, "--lang", lang)
    Draft202012Validator.check_schema(whole)
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert whole["$id"] == f"urn:dcs-audit:{name}@1:{lang}"
    assert list(whole)[:4] == ["$schema", "$id", "title", "description"]
    for part in parts(whole):
        for told in (part, *(part.get("properties", {}).values() if "additionalProperties" in part else ())):
            assert told["title"].strip() and told["description"].startswith(told["title"])
            assert "  " not in told["description"] and "{" not in told["title"]
    for shape in closed_lists({key: value for key, value in whole.items() if key != "allOf"}):
        assert len(shape["enumDescriptions"]) == len(shape["enum"])
        slugs = zip(shape["enum"], shape["enumDescriptions"], strict=True)
        assert [word for word, told in slugs if not told.strip() or ("_" in told)] == []


def test_both_languages_have_the_same_shape() -> None:
    def bare(shape: Any) -> Any:
        if isinstance(shape, list):
            return [bare(item) for item in shape]
        if not isinstance(shape, dict):
            return shape
        words = ("$id", "title", "description", "enumDescriptions", "patternErrorMessage")
        return {key: bare(value) for key, value in shape.items() if key not in words or isinstance(value, dict)}

    for name in SCHEMAS:
        vi, en = schema(name), schema(name, "--lang", "en")
        assert vi != en
        assert bare(vi) == bare(en)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_accepted(path: Path) -> None:
    data = content(path)
    assert faults(data, "unit") == []
    assert faults(data, "unit", "--type", data["unit"]["type"]) == []


def test_the_bad_sample_is_refused() -> None:
    told = faults(content(ROOT / "samples" / "loi-dinh-dang.yaml"), "unit")
    assert len(told) >= 6
    assert any("$.unit.type" in line for line in told)


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_rule_files_are_accepted(path: Path) -> None:
    assert faults(content(path), "rule") == []


@cache
def fleet() -> dict[str, Any]:
    argv = ("check", str(ROOT / "samples"), "--as-of", "2026-11-20", "--engine", "reference", "--format", "json")
    found: dict[str, Any] = json.loads(run(*argv)[1])
    return found


def test_reports_on_all_samples_are_accepted() -> None:
    report = fleet()
    assert len(report["units"]) == len(SAMPLES)
    assert faults(report, "fleet") == []
    statuses = {result["status"] for unit in report["units"] for result in unit["results"]}
    assert {"waived", "needs_review", "not_applicable", "late"} <= statuses
    for unit in report["units"][::9]:  # the fleet's schema holds that of its units
        assert faults(unit, "report") == []


def test_what_is_wrong_with_a_file_is_accepted() -> None:
    bad = str(ROOT / "samples" / "loi-dinh-dang.yaml")
    told = json.loads(run("check", bad, "--format", "json")[1])
    assert told["schema"] == "dcs-audit/problems@1"
    assert faults(told, "report") == []
    assert faults(changed(told, "problems.0.message", "x"), "report")
    assert faults(changed(told, "problems", []), "report")


def test_targets_of_a_plan_are_accepted() -> None:
    folder = str(ROOT / "samples" / "ke-hoach" / "my-hao-2024")
    argv = ("check", folder, "--pack", "my-hao-2024", "--engine", "reference", "--format", "json")
    report = json.loads(run(*argv, "--as-of", "2026-01-15")[1])
    assert report["targets"]
    assert faults(report, "fleet") == []


def changed(data: Any, path: str, value: object) -> Any:
    """A copy with the value at `path` replaced, or without it where `value` is Ellipsis; a new key is put in."""
    copy = deepcopy(data)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    node = copy
    for step in way:
        node = node[step]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return copy


RULE = {
    "id": "A-1",
    "title": {"vi": "Tên", "en": "Title"},
    "message": {"vi": "Phải làm.", "en": "To be done."},
    "remedy": {"vi": "Làm.", "en": "Do it."},
    "basis": {"source": "luat", "article": 1},
    "group": "g",
    "severity": "major",
    "applies_to": "commune",
    "in_force": {"from": "2023-07-01"},
    "record": {"section": "documents", "where": {"kind": "board_report"}},
    "due": {"by": "12-31"},
    "requires": {"when": {"fact": "has_portal", "is": True}, "reason": {"vi": "Vì", "en": "As"}},
    "checks": ["c", {"check": "d", "since": "2026-01-01"}],
    "verified": True,
}
CHECK = {
    "name": "c",
    "id": "c",
    "title": {"vi": "Tên", "en": "Title"},
    "options": [{"count": {"of": "members", "at_least": 3}}],
}
PACK: dict[str, Any] = {"rules": [RULE], "checks": [CHECK]}
ATTESTED = {key: value for key, value in RULE.items() if key not in ("record", "due", "checks")}
ATTESTED |= {"attest": {"question": {"vi": "Có không?", "en": "Is it so?"}, "nil": True}}

BROKEN_RULES = {
    "rules.0.severity": ["criticl", None],
    "rules.0.title": [..., "Tên", {"vi": "Tên"}, {"vi": "", "en": "x"}],
    "rules.0.record": [..., {"section": "document"}, {"section": "documents", "whre": {}}],
    "rules.0.folows": ["B"],
    "rules.0.in_force": [{"from": "01/07/2023"}, {"to": "2023-07-01"}],
    "rules.0.due": [{}, {"by": "12-31", "before": "11-15"}, {"by": "31-12"}, {"by": "02-29"}],
    "rules.0.requires.when": [{"fact": "has_portals", "is": True}, {"fact": "headcount"}, []],
    "rules.0.basis": [[], {"article": 1}, {"source": "luat", "article": "năm"}],
    "rules.0.applies_to": ["xa", []],
    "rules.0.every": ["week", [], ["Q5"]],
    "rules.0.verified": ["rồi", ...],
    "rules.0.attest": [{"question": {"vi": "?", "en": "?"}}],
    "checks.0.options": [[], [{}], [{"when": []}], [{"count": {"of": "members"}}]],
    "checks.0.options.0.count.at_least": [-1, {"value": 1, "fact": "headcount"}],
    "cheks": [[]],
}


def test_a_rule_is_accepted_in_short_and_in_full() -> None:
    assert faults(PACK, "rule") == []
    assert faults({"rules": [ATTESTED]}, "rule") == []
    assert faults(changed(PACK, "rules.0.requires.when", [{"fact": "headcount", "at_most": 7}]), "rule") == []


@pytest.mark.parametrize(("path", "values"), BROKEN_RULES.items(), ids=list(BROKEN_RULES))
def test_broken_rules_are_refused(path: str, values: list[object]) -> None:
    for value in values:
        assert faults(changed(PACK, path, value), "rule"), value


@pytest.mark.parametrize(
    "data",
    [
        {"name": "p", "title": {"vi": "x", "en": "x"}},  # pack.yaml without a status
        {"title": {"vi": "x", "en": "x"}},
        {"sources": [{"id": "luat"}]},
        {"sources": [{"source": "luat", "articles": []}]},
        {"announced": [{"day": "2026-01-01"}]},
        {"bases": {"x": {"as_of": "2026-01-01", "year": 2026}}},
        {"bases": {"x": {"as_of": "2026-01-01", "year": 2026, "unit": {}}}, "cases": [{"rule": "A"}]},
        {"bases": {}, "cases": [{"rule": "A", "name": "n", "base": "b", "expect": "pased"}]},
        [],
        "rules",
    ],
)
def test_broken_files_of_a_pack_are_refused(data: object) -> None:
    assert faults(data, "rule")


BROKEN_REPORTS = {
    "schema": ["dcs-audit/report@2", ...],
    "tool.name": ["other"],
    "rulebook.digest": ["sha256:00", "md5:0"],
    "rulebook.packs": [[]],
    "unit.type": ["town", ...],
    "as_of": ["20/11/2026", None],
    "summary.counts.passed": [..., -1, "1"],
    "summary.counts.unknown": [0],
    "summary.score": [101, "98,8"],
    "results.0.status": ["ok", ..., "waived"],
    "results.0.title": ["Tên", {"vi": "Tên"}],
    "results.0.basis.0.label": [...],
    "results.0.days": [-1],
    "results.0.extra": [1],
    "notices": [None],
    "extra": [1],
}


@pytest.mark.parametrize(("path", "values"), BROKEN_REPORTS.items(), ids=list(BROKEN_REPORTS))
def test_broken_reports_are_refused(path: str, values: list[object]) -> None:
    report = next(unit for unit in fleet()["units"] if unit["results"][0]["status"] == "passed")
    for value in values:
        broken = changed(report, path, value)
        assert faults(broken, "report"), value
        assert faults({**fleet(), "units": [broken]}, "fleet"), value


def test_a_status_that_needs_a_reason_has_one() -> None:
    report = next(unit for unit in fleet()["units"] if unit["results"][0]["status"] == "passed")
    for status in ("needs_review", "not_applicable"):
        assert faults(changed(report, "results.0.status", status), "report")


def test_a_type_takes_its_own_units_only() -> None:
    village = {"unit": {"name": "Thôn A", "type": "village"}, "year": 2026}
    assert faults(village, "unit", "--type", "village") == []
    assert faults(village, "unit", "--type", "commune")
    disclosed = village | {"records": {"disclosures": [{"item": "ngan-sach"}]}}
    assert faults(disclosed, "unit", "--type", "village")
    assert schema("unit", "--type", "village")["$id"] == "urn:dcs-audit:unit@1:village:vi"


def test_a_pack_narrows_the_words_to_its_own() -> None:
    kinds = schema("unit", "--pack", "quoc-gia")["$defs"]["Document"]["properties"]["kind"]["enum"]
    wider = schema("unit", "--pack", "my-hao-2024")["$defs"]["Document"]["properties"]["kind"]["enum"]
    assert set(kinds) < set(wider) < set(schema("unit")["$defs"]["Document"]["properties"]["kind"]["enum"])
    assert schema("unit", "--pack", "my-hao-2024")["$id"] == "urn:dcs-audit:unit@1:my-hao-2024:vi"


def test_a_pack_given_by_its_folder_leaves_no_path_behind() -> None:
    _, out, _ = run("schema", "unit", "--pack", str(ROOT / "rules" / "diem-he-2026"))
    assert json.loads(out)["$id"] == "urn:dcs-audit:unit@1:diem-he-2026:vi"
    assert str(ROOT) not in out


def test_the_same_question_has_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "unit.json"
    assert run("schema", "unit", "--output", str(file))[:2] == (0, "")
    assert file.read_text("utf-8") == run("schema", "unit")[1]
    assert run("schema", "unit", "--output", str(file))[0] == 0  # an earlier one is replaced


def test_no_record_is_replaced(tmp_path: Path) -> None:
    record = tmp_path / "xa.yaml"
    record.write_text("year: 2026\n", "utf-8")
    code, _, told = run("schema", "unit", "--output", str(record))
    assert (code, "--force" in told, record.read_text("utf-8")) == (2, True, "year: 2026\n")
    assert run("schema", "unit", "--output", str(record), "--force")[0] == 0


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("schema",), "unit|rule|report|fleet"),
        (("schema", "unti"), "`unit`"),
        (("schema", "unit", "--type", "comune"), "`commune`"),
        (("schema", "rule", "--type", "commune"), "--type"),
        (("schema", "report", "--pack", "quoc-gia"), "--pack"),
        (("schema", "unit", "--pack", "khong-co"), "khong-co"),
    ],
)
def test_usage_errors(argv: tuple[str, ...], words: str) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert words in err
