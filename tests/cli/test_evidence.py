"""`check --evidence`: what the reports say of the files that records name."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from .evidence_files import ARGUMENTS, RULE, commune, folder, run

BAD = "[anh/1.jpg, thieu.jpg, https://xa.example/tin]"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return folder(tmp_path / "minh-chung", anh__1=b"jpg", thua=b"x")


def report(*argv: str | Path) -> dict[str, Any]:
    data = json.loads(run("check", *argv, *ARGUMENTS, "--format", "json").out)
    assert isinstance(data, dict)
    return data


def duty(data: dict[str, Any], rule: str = RULE) -> dict[str, Any]:
    return next(result for result in data["results"] if result["rule"] == rule)


def test_json_holds_size_digest_and_status(tmp_path: Path, here: Path) -> None:
    data = report(commune(tmp_path / "xa.yaml", BAD), "--evidence", here)
    at = {"record": "records.disclosures[0]"}
    sha256 = hashlib.sha256(b"jpg").hexdigest()
    pieces = [
        {"path": "anh/1.jpg", "size": 3, "sha256": sha256, "status": "present"} | at,
        {"path": "thieu.jpg", "size": None, "sha256": None, "status": "missing"} | at,
        {"path": "https://xa.example/tin", "size": None, "sha256": None, "status": "url"} | at,
    ]
    assert duty(data)["evidence"] == pieces
    assert data["evidence"] == {"files": pieces, "unused": ["thua.jpg"], "more_unused": 0}
    assert duty(data)["status"] == "needs_review"
    assert "thieu.jpg (records.disclosures[0])" in duty(data)["reason"]["vi"]
    assert sum(data["summary"]["counts"].values()) == data["summary"]["duties"] == len(data["results"])


def test_without_the_option_the_verdict_stands_and_the_report_says_that_nobody_looked(tmp_path: Path) -> None:
    data = report(commune(tmp_path / "xa.yaml", BAD))
    assert duty(data)["status"] == "passed"
    assert "evidence" not in data and not any("evidence" in result for result in data["results"])
    assert any("--evidence" in limit and "3" in limit for limit in data["not_checked"])


@pytest.mark.parametrize("form", ["text", "csv", "html", "md", "junit", "sarif"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_format_for_people_tells_of_it(tmp_path: Path, here: Path, form: str, lang: str) -> None:
    unit = commune(tmp_path / "xa.yaml", BAD)
    ran = run("check", unit, "--evidence", here, *ARGUMENTS, "--format", form, "--lang", lang)
    shown = " ".join(ran.out.split())
    assert "thieu.jpg" in shown
    assert {"vi": "không có trong thư mục minh chứng", "en": "not in the folder of evidence"}[lang] in shown


def test_missing_evidence_can_make_the_run_fail(tmp_path: Path, here: Path) -> None:
    good, bad = (commune(tmp_path / f"{n}.yaml", f"[{n}.jpg]") for n in ("anh/1", "thieu"))
    asked = ("--evidence", here, *ARGUMENTS, "--only", RULE)
    assert run("check", good, *asked, "--fail-on", "needs_review").code == 0
    assert run("check", bad, *asked).code == 0, "as other duties under review"
    assert run("check", bad, *asked, "--fail-on", "needs_review").code == 1


def test_in_a_fleet_each_unit_has_its_own_folder(tmp_path: Path) -> None:
    units = tmp_path / "ho-so"
    commune(units / "a.yaml", "[1.jpg]")
    commune(units / "b.yaml", "[1.jpg]")
    commune(units / "c.yaml", "[1.jpg]")
    here = folder(tmp_path / "minh-chung", a__1=b"a", b__2=b"b")
    data = report(units, "--evidence", here, "--jobs", "2")
    assert [unit["evidence"]["files"][0]["status"] for unit in data["units"]] == ["present", "missing", "missing"]
    assert [unit["evidence"]["unused"] for unit in data["units"]] == [[], ["2.jpg"], None]


def test_two_units_do_not_share_one_folder_by_accident(tmp_path: Path) -> None:
    for place in ("x", "y"):
        commune(tmp_path / place / "a.yaml", "[1.jpg]")
    here = folder(tmp_path / "minh-chung", a__1=b"a")
    ran = run("check", tmp_path / "x", tmp_path / "y", "--evidence", here, *ARGUMENTS)
    assert ran.code == 2 and "a.yaml" in ran.err and ran.out == ""
    here = folder(tmp_path / "chung")
    assert run("check", tmp_path / "x", tmp_path / "y", "--evidence", here, *ARGUMENTS, "--summary").code == 1


def test_the_unit_file_and_the_report_may_stand_beside_the_evidence(tmp_path: Path) -> None:
    here = folder(tmp_path / "minh-chung", anh__1=b"jpg")
    unit = commune(here / "xa.yaml", "[anh/1.jpg]")
    output = here / "bao-cao.json"
    for _ in range(2):  # the second time it is there already, and no evidence
        run("check", unit, "--evidence", here, *ARGUMENTS, "--output", output)
    assert json.loads(output.read_text(encoding="utf-8"))["evidence"]["unused"] == []


@pytest.mark.parametrize("what", ["khong-co", "anh/1.jpg"])
def test_what_is_no_folder_is_a_usage_error(tmp_path: Path, here: Path, what: str) -> None:
    ran = run("check", commune(tmp_path / "xa.yaml", "[]"), "--evidence", here / what, *ARGUMENTS)
    assert (ran.code, ran.out) == (2, "")
    assert "--evidence" in ran.err and "Traceback" not in ran.err


def test_hostile_names_reach_no_terminal(tmp_path: Path, here: Path) -> None:
    (here / "\x1b[31m\n<script>.txt").write_bytes(b"x")
    unit = commune(tmp_path / "xa.yaml", '["=1+1", "<script>x</script>", "a\\nb"]')
    for form in ("text", "csv", "html", "md"):
        out = run("check", unit, "--evidence", here, *ARGUMENTS, "--format", form).out
        assert "\x1b" not in out
        assert form in ("text", "csv") or "<script>x" not in out
        assert not any(row.startswith("=") for row in re.split(r'[\n,"]', out)) or form != "csv"
