"""`rules test` and `rules test --mutate` on tiny packs; nothing stands in but the law and the streams."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from dcs_audit.cli.main import main

from .conftest import Ran

sys.path.append(str(Path(__file__).parent.parent / "law"))

from tiny_cases import case, documents, window, write_cases
from tiny_packs import Data, check, gate, rule, rulebook, words

GOOD = case("có quy chế", "passed", records=documents({}))
NONE = case("không có hồ sơ", "missing")
WRONG = case("chờ đợi nhầm", "passed")


class Screen(io.StringIO):
    """A stream on a screen."""

    def isatty(self) -> bool:
        return True


Pack = Callable[..., None]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    """Makes a tiny pack the only one."""
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)

    def make(
        cases: Iterable[Data], rules: Sequence[Data] = (rule(),), windows: Iterable[Data] = (), **more: object
    ) -> None:
        folder = tmp_path / "goi"
        book = rulebook(folder, rules, **more)  # type: ignore[arg-type]
        write_cases(folder, cases, windows)
        monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", lambda names=(): book)

    return make


def run(*argv: str, screen: bool = False) -> Ran:
    out, err = io.StringIO(), Screen() if screen else io.StringIO()
    code = main(["rules", "test", *argv], io.StringIO(), out, err, lambda: date(2026, 11, 20))
    return Ran(code, out.getvalue(), err.getvalue())


# --- cases ----------------------------------------------------------------------------------------------------------


def test_all_hold(pack: Pack) -> None:
    pack([GOOD, NONE], [rule(), rule("S")], [window("2020-01-01")])
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "goi/a.yaml\n"
        "    2 quy định kiểm tra, 2 ca, 1 thời hạn hiệu lực: đều đúng\n"
        "    đạt 1/2 · tồn tại 1/2 · chưa đến hạn 0/2 · cần xem lại 0/2 · không áp dụng 0/2\n"
        "\n"
        "Tổng cộng 2 ca, 1 thời hạn hiệu lực: đều đúng\n"
    )


def test_a_failing_case_is_explained(pack: Pack) -> None:
    asked = [check("so-hieu", {"one_of": {"of": "number", "values": ["7"]}})]
    wrong = case("số khác", "passed", records=documents({"number": "8"}))
    pack([GOOD | {"records": documents({"number": "7"})}, wrong], [rule(checks=["so-hieu"])], checks=asked)
    ran = run("--lang", "en")
    assert (ran.code, ran.err) == (1, "")
    assert "2 cases: 1 fails" in ran.out
    _, _, told = ran.out.partition("Cases that fail\n")
    lines = [line.strip() for line in told.splitlines()]
    assert lines[1].startswith("goi/a.test.yaml:") and lines[1].endswith(" R")
    assert lines[2:9] == [
        "số khác",
        "Differs      status R: expected passed; got defective",
        "Result       R: defective (defective)",
        "Record       records.documents[0]",
        "Check        so-hieu: defective – so-hieu",
        "Expected: 7",
        "Found:    8",
    ]


def test_reason_and_facts_are_told(pack: Pack) -> None:
    gated = rule(requires=gate({"fact": "headcount", "at_least": 5}))
    pack([case("chưa rõ", "passed")], [gated])
    ran = run()
    assert "Cần điền     unit.headcount" in ran.out and "Lý do" in ran.out
    assert "mong đợi passed; được needs_review" in ran.out


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_difference_has_its_words(pack: Pack, lang: str) -> None:
    cases = [
        case("a", {}),
        case("b", "missing", days=3),
        case("c", "missing", due="2026-01-01"),
        case("d", "missing", facts=["unit.headcount"]),
        case("e", "missing", severity="minor"),
        case("f", "missing", checks={"c": "passed"}),
        case("g", "missing", records={"documentz": []}),
    ]
    pack(cases, [rule(in_force={"from": "2020-01-01", "to": "2025-12-31"}, every="year")], [window("2026-07-01")])
    ran = run("--lang", lang)
    assert ran.code == 1 and ran.err == ""
    assert "{" not in ran.out


def test_a_window_is_named_in_words(pack: Pack) -> None:
    pack([GOOD], windows=[window("2020-01-02", to="2030-01-01")])
    assert "    Hiệu lực từ 02/01/2020 đến hết 01/01/2030\n" in run().out
    pack([GOOD], windows=[window("2020-01-02")])
    ran = run("--lang", "en")
    assert "    In force from 02/01/2020\n" in ran.out
    assert "in force R: expected 2020-01-02 ..; got 2020-01-01 .." in ran.out


def test_one_by_name(pack: Pack) -> None:
    pack([GOOD, NONE, WRONG])
    ran = run("-k", "CÓ QUY")
    assert ran.code == 0 and "1 ca: đều đúng" in ran.out
    assert run("-k", "nhầm").code == 1
    assert "3 ca: 1 sai" in run("-k", "r").out


@pytest.mark.parametrize("more", [(), ("--mutate",)])
def test_nothing_matched_is_no_success(pack: Pack, more: tuple[str, ...]) -> None:
    pack([GOOD])
    ran = run("-k", "khác hẳn", *more)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "dcs-audit: -k: không có quy định hoặc ca nào có “khác hẳn”; chưa kiểm tra được gì\n"


def test_no_cases_is_no_success(pack: Pack) -> None:
    pack([])
    assert run().code == 2


@pytest.mark.parametrize("more", [(), ("--mutate",)])
def test_unreadable_cases_are_named_with_their_place(pack: Pack, more: tuple[str, ...]) -> None:
    pack([case("a", "pased"), case("b", "passed", rule="RR"), case("c", "passed")])
    ran = run(*more)
    assert (ran.code, ran.out) == (2, "")
    [line] = ran.err.splitlines()
    assert line.startswith("dcs-audit: bộ quy định không dùng được: goi/a.test.yaml:")
    assert "ca kiểm tra a: expect: không có kết luận `pased`: có phải muốn ghi `passed`?" in line


def test_json(pack: Pack) -> None:
    pack([GOOD, WRONG])
    ran = run("--format", "json")
    data = json.loads(ran.out)
    assert ran.code == 1
    assert (data["schema"], data["packs"]) == ("dcs-audit/rules-test@1", ["goi"])
    assert data["summary"] == {"trials": 2, "failed": 1}
    assert data["files"][0]["file"] == "goi/a.yaml" and data["files"][0]["shown"]["passed"] == ["R"]
    [failure] = data["failures"]
    assert (failure["rule"], failure["name"]) == ("R", "chờ đợi nhầm")
    assert failure["differences"] == [{"aspect": "status", "of": "R", "expected": "passed", "got": "missing"}]
    assert failure["duties"][0]["status"] == "missing"


def test_progress_on_a_screen_only(pack: Pack) -> None:
    pack([GOOD, NONE])
    assert run(screen=True).err == "\rĐã chạy 1/2 ca\r\x1b[K"
    assert run().err == ""


# --- mutants --------------------------------------------------------------------------------------------------------


def test_survivors_with_their_places(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "84")
    many = [GOOD, NONE, case("khác loại", "missing", records=documents({"kind": "a"}))]
    pack(many, windows=[window("2020-01-01")])
    ran = run("--mutate", "--jobs", "1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "goi/a.yaml: 5 chỗ sửa; 5 bị phát hiện\n\nTổng cộng 5 chỗ sửa: 5 bị phát hiện\n"
    pack(many[:2], windows=[window("2020-01-01")])
    ran = run("--mutate", "-k", "r", "--jobs", "1")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[:4] == [
        "goi/a.yaml: 5 chỗ sửa; 4 bị phát hiện, 1 không ca nào phát hiện",
        "",
        "Không ca nào phát hiện",
        "─" * 84,
    ]
    assert ran.out.splitlines()[4:6] == [
        "goi/a.yaml:33:14 quy định R",
        "    bỏ record.where.kind: {kind: [democracy_regulation]}",
    ]


def test_cases_must_hold_before_mutants_are_tried(pack: Pack) -> None:
    pack([GOOD, WRONG])
    ran = run("--mutate")
    assert ran.code == 1
    assert "chờ đợi nhầm" in ran.out
    assert ran.err == "Có ca chưa đúng với bộ quy định hiện tại: sửa xong mới thử được --mutate.\n"


def test_each_sort_of_slip_in_words(pack: Pack) -> None:
    asked = [check("c", {"share": {"part": "attended", "of": "entitled", "at_least": [1, 2]}})]
    meeting = rule(record={"section": "meetings"}, every="year", due={"by": "06-10"}, checks=["c"])
    pack([case("không họp", "missing")], [meeting], checks=asked)
    ran = run("--mutate", "--lang", "en")
    assert ran.code == 1
    lines = [line.strip() for line in ran.out.splitlines()]
    for told in (
        "in_force.from: 2020-01-01 -> 2020-01-02",
        "due.by: 06-10 -> 06-09",
        "due.late_as: late -> needs_review",
        "options[0].share.at_least: [1, 2] -> [2, 2]",
        "comparison options[0].share.at_least: at_least -> more_than",
        "without checks[0]: {check: c}",
        "options[0].review: false -> true",
    ):
        assert told in lines
    check_line = next(line for line in lines if line.endswith(" check c"))
    assert check_line.startswith("goi/a.yaml:")


def test_mutants_as_json(pack: Pack) -> None:
    pack([GOOD, NONE], [rule(note=words("note"))])
    ran = run("--mutate", "--format", "json")
    data = json.loads(ran.out)
    assert ran.code == 1 and data["schema"] == "dcs-audit/rules-mutation@1"
    assert data["summary"]["mutants"] == sum(row["mutants"] for row in data["files"])
    assert data["summary"]["mutants"] == sum(row["mutants"] for row in data["operators"])
    assert data["summary"]["survived"] == len(data["survivors"])
    slip = next(s for s in data["survivors"] if s["path"] == "record.where.kind")
    assert slip["old"] == {"kind": ["democracy_regulation"]} and slip["new"] is None
    assert (slip["kind"], slip["name"], slip["operator"]) == ("rule", "R", "drop")
    assert slip["place"].startswith("goi/a.yaml:")


def test_several_processes_give_the_same_answer(tmp_path: Path) -> None:
    folder = tmp_path / "goi-nho"
    rulebook(folder, [rule("ZZ-THU")])
    write_cases(folder, [case("không có hồ sơ", "missing", rule="ZZ-THU")])
    asked = ("--mutate", "-k", "zz-thu", "--pack", str(folder), "--format", "json")
    alone, together = run(*asked, "--jobs", "1"), run(*asked, "--jobs", "2")
    assert (alone.code, alone.err) == (1, "")
    assert (together.code, together.out, together.err) == (alone.code, alone.out, alone.err)
    assert {slip["name"] for slip in json.loads(alone.out)["survivors"]} == {"ZZ-THU"}


@pytest.mark.parametrize("typed", ["0", "-1", "hai", ""])
def test_jobs_must_be_a_number(pack: Pack, typed: str) -> None:
    pack([GOOD])
    ran = run("--mutate", f"--jobs={typed}")
    assert (ran.code, ran.out) == (2, "")
    assert "số tiến trình" in ran.err


def test_jobs_without_mutants(pack: Pack) -> None:
    pack([GOOD])
    assert run("--jobs", "2").err == "dcs-audit: --jobs chỉ dùng cùng --mutate\n"
