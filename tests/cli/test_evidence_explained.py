"""`explain` and `diff` beside `check --evidence`: none says that something passes which rests on what is not there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .evidence_files import ARGUMENTS, RULE, commune, folder, run

pytestmark = pytest.mark.usefixtures("wide")
NAMES = '[anh/1.jpg, anh/2.jpg, "https://a.vn/x"]'
LACKING = {
    "vi": ("anh/2.jpg: không có trong thư mục minh chứng", "CẦN XEM LẠI · ", "liên kết, không mở để kiểm tra"),
    "en": ("anh/2.jpg: not in the folder of evidence", "NEEDS REVIEW · ", "a link, not opened"),
}


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    return commune(tmp_path / "xa.yaml", NAMES)


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """One of the two files."""
    return folder(tmp_path / "half", anh__1=b"jpg")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return folder(tmp_path / "whole", anh__1=b"jpg", anh__2=b"jpg")


def explained(unit: Path, *more: str | Path) -> dict[str, Any]:
    ran = run("explain", unit, RULE, *ARGUMENTS, "--format", "json", *more)
    assert (ran.code, ran.err) == (0, "")
    (duty,) = json.loads(ran.out)["duties"]
    assert isinstance(duty, dict)
    return duty


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_verdict_is_the_one_after_the_evidence(unit: Path, half: Path, lang: str) -> None:
    ran = run("explain", unit, RULE, *ARGUMENTS, "--evidence", half, "--lang", lang)
    assert ran.code == 0
    for told in LACKING[lang]:
        assert told in " ".join(ran.out.split())


def test_explain_and_check_agree(unit: Path, half: Path, whole: Path) -> None:
    for folder_, status in ((half, "needs_review"), (whole, "passed")):
        checked = json.loads(run("check", unit, *ARGUMENTS, "--evidence", folder_, "--format", "json").out)
        (result,) = (result for result in checked["results"] if result["rule"] == RULE)
        duty = explained(unit, "--evidence", folder_)
        assert duty["status"] == result["status"] == status
        assert duty["message"] == result["message"]


def test_each_piece_says_what_was_found(unit: Path, half: Path) -> None:
    found = {step["data"]["file"]: step["data"] for step in explained(unit, "--evidence", half)["evidence"]}
    assert {name: data["status"] for name, data in found.items()} == {
        "anh/1.jpg": "present",
        "anh/2.jpg": "missing",
        "https://a.vn/x": "url",
    }
    assert found["anh/1.jpg"]["size"] == 3 and len(found["anh/1.jpg"]["sha256"]) == 64


def test_all_that_is_left_to_do_is_to_supply_it(unit: Path, half: Path) -> None:
    """The duty itself is done: nobody is told to do it over."""
    duty = explained(unit, "--evidence", half)
    assert [(change["status"], "anh/2.jpg" in change["text"]) for change in duty["changes"]] == [("passed", True)]
    assert [(step["step"], step["data"]) for step in duty["cure"]] == [("evidence", {"files": ["anh/2.jpg"]})]


def test_without_the_option_it_says_that_nobody_looked(unit: Path) -> None:
    duty = explained(unit)
    assert duty["status"] == "passed"
    told = [step["text"] for step in duty["evidence"]]
    assert told[:2] == [f"anh/{number}.jpg: chưa đối chiếu; thêm --evidence THƯ_MỤC" for number in (1, 2)]
    assert "liên kết" in told[2]


def test_what_is_tried_is_tried_with_the_evidence(tmp_path: Path, half: Path) -> None:
    """A violation put right in a copy of the file still lacks its evidence."""
    unit = commune(tmp_path / "xa.yaml", NAMES)
    text = unit.read_text(encoding="utf-8")
    unit.write_text(text.replace("until: 30/01/2026", "until: 10/01/2026", 1), encoding="utf-8")
    assert explained(unit)["status"] == explained(unit, "--evidence", half)["status"] == "defective"
    assert {change["status"] for change in explained(unit)["changes"]} == {"passed"}
    assert {change["status"] for change in explained(unit, "--evidence", half)["changes"]} == {"needs_review"}


@pytest.mark.parametrize("what", ["nothing", "anh/1.jpg"])
def test_what_is_no_folder_is_a_usage_error(unit: Path, half: Path, what: str) -> None:
    ran = run("explain", unit, RULE, *ARGUMENTS, "--evidence", half / what)
    assert (ran.code, ran.out) == (2, "") and "--evidence" in ran.err and "Traceback" not in ran.err


# --- diff -----------------------------------------------------------------------------------------------------------


def saved(path: Path, unit: Path, *more: str | Path) -> Path:
    path.write_text(run("check", unit, *ARGUMENTS, "--format", "json", *more).out, encoding="utf-8")
    return path


def test_a_verdict_that_evidence_changed_is_told_as_such(unit: Path, half: Path, whole: Path, tmp_path: Path) -> None:
    old = saved(tmp_path / "old.json", unit, "--evidence", whole)
    new = saved(tmp_path / "new.json", unit, "--evidence", half)
    ran = run("diff", old, new)
    assert ran.code == 0
    out = " ".join(ran.out.split())
    assert "đạt (31/12/2025) → cần xem lại (31/12/2025, minh chứng không dùng được: anh/2.jpg)" in out
    assert "1 trong đó chỉ do minh chứng có dùng được hay không" in out
    (compared,) = json.loads(run("diff", old, new, "--format", "json").out)["units"]
    (changed,) = compared["by_evidence"]
    assert (changed["rule"], changed["before"]["status"], changed["after"]["status"]) == (
        RULE,
        "passed",
        "needs_review",
    )
    assert changed["after"]["evidence_lacking"] == ["anh/2.jpg"]
    assert run("diff", old, old).out.count("minh chứng") == 0


def test_only_one_of_the_runs_looked_at_evidence(unit: Path, half: Path, tmp_path: Path) -> None:
    old, new = saved(tmp_path / "old.json", unit), saved(tmp_path / "new.json", unit, "--evidence", half)
    out = " ".join(run("diff", old, new).out.split())
    assert "Minh chứng (--evidence): lần trước không đối chiếu, lần này có đối chiếu" in out


def test_evidence_that_was_changed_by_hand_is_no_report(unit: Path, half: Path, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.json", unit, "--evidence", half)
    path.write_text(path.read_text(encoding="utf-8").replace('"status": "missing"', '"status": "x"'), encoding="utf-8")
    ran = run("diff", path, path)
    assert ran.code == 3 and "Traceback" not in ran.err
