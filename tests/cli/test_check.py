"""`check`: which files, which packs, what is shown, how it ends."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from report.builders import duty

from dcs_audit.cli.main import main
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Severity, Status

from .conftest import TODAY, Bench, audit_error, other, violation

Writer = Callable[..., str]


def test_clean_is_zero_and_a_violation_is_one(bench: Bench, unit_file: Writer) -> None:
    path = unit_file()
    assert bench.run("check", path).code == 0
    bench.results = (violation(),)
    ran = bench.run("check", path)
    assert (ran.code, ran.err) == (1, "")
    assert "THIẾU · nghiêm trọng" in ran.out


def test_the_clock_is_asked_only_where_no_day_is_given(bench: Bench, unit_file: Writer) -> None:
    path = unit_file()
    for arguments, day in (
        ((), TODAY),
        (("--as-of", "2026-03-04"), date(2026, 3, 4)),
        (("--as-of", "04/03/2026"), date(2026, 3, 4)),
    ):
        bench.run("check", path, *arguments)
        assert bench.audits[-1]["as_of"] == day


def test_year_and_engine_reach_the_auditor(bench: Bench, unit_file: Writer) -> None:
    bench.run("check", unit_file(), "--year", "2025", "--engine", "reference")
    assert (bench.audits[0]["year"], bench.audits[0]["engine"]) == (2025, "reference")
    bench.run("check", unit_file())
    assert (bench.audits[1]["year"], bench.audits[1]["engine"]) == (None, "both")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--as-of", "2026-02-30"), "--as-of: không có ngày `2026-02-30`"),
        (("--as-of", ""), "--as-of: không có ngày ``"),
        (("--year", "26"), "--year: không có năm `26`"),
        (("--engine", "drools"), "--engine: không có `drools`"),
        (("--format", "jsn"), "có phải ý bạn là `json`?"),
        (("--severity", "crit"), "--severity: không có `crit`"),
        (("--fail-on", "late"), "--fail-on: không có `late`"),
        (("--only", "LDC-D11-K9"), "có phải ý bạn là `LDC-D11-K1`?"),
        (("--only", "giam-sot"), "có phải ý bạn là `giam-sat`?"),
        (("--frmat", "json"), "không có tham số --frmat json"),
        (("--form", "json"), "không có tham số --form json"),
        (("--format",), "--format: cần một giá trị"),
        (("--all=1",), "--all: không nhận giá trị '1'"),
    ],
)
def test_usage_errors(bench: Bench, unit_file: Writer, arguments: tuple[str, ...], complaint: str) -> None:
    ran = bench.run("check", unit_file(), *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err
    assert len(ran.err.splitlines()) == 1


def test_only_narrows_what_is_shown_and_what_fails(bench: Bench, unit_file: Writer) -> None:
    bench.results = (violation("LDC-D11-K1"), violation("LDC-D36-K1", Severity.MAJOR, "giam-sat"))
    path = unit_file()
    for name in ("LDC-D36-K1", "giam-sat"):
        ran = bench.run("check", path, "--only", name, "--format", "json", "--lang", "en")
        data = json.loads(ran.out)
        assert [result["rule"] for result in data["results"]] == ["LDC-D36-K1"]
        assert data["notices"][0].startswith(f"Only {name} shown")
        assert data["summary"]["violations"] == {"critical": 1, "major": 1, "minor": 0}
        assert ran.code == 1
    bench.results = (violation("LDC-D11-K1"),)
    ran = bench.run("check", path, "--only", "giam-sat")
    assert (ran.code, "chưa kiểm tra được gì" in ran.err) == (2, True)


def test_severity_narrows_only_what_is_shown(bench: Bench, unit_file: Writer) -> None:
    bench.results = (violation(severity=Severity.MINOR), other(Status.PASSED))
    ran = bench.run("check", unit_file(), "--severity", "major", "--format", "json")
    data = json.loads(ran.out)
    assert [result["status"] for result in data["results"]] == ["passed"]
    assert "--severity" in data["notices"][0]
    assert (data["summary"]["violations"]["minor"], ran.code) == (1, 1)


@pytest.mark.parametrize(
    ("status", "severity", "fail_on", "code"),
    [
        ("missing", "minor", (), 1),
        ("missing", "minor", ("major",), 0),
        ("missing", "major", ("major",), 1),
        ("missing", "critical", ("major",), 1),
        ("missing", "minor", ("critical", "minor"), 1),
        ("missing", "minor", ("pending",), 1),
        ("missing", "minor", ("critical", "pending"), 0),
        ("pending", "critical", (), 0),
        ("pending", "critical", ("critical",), 0),
        ("pending", "critical", ("pending",), 1),
        ("needs_review", "minor", ("pending",), 0),
        ("needs_review", "minor", ("needs_review",), 1),
        ("waived", "critical", ("minor",), 0),
    ],
)
def test_fail_on(
    bench: Bench, unit_file: Writer, status: str, severity: str, fail_on: tuple[str, ...], code: int
) -> None:
    from report.builders import Text, duty

    bench.results = (duty("LDC-D11-K1", Status(status), Text("a", "a"), severity=Severity(severity)),)
    options = [word for entry in fail_on for word in ("--fail-on", entry)]
    assert bench.run("check", unit_file(), *options).code == code


def test_an_unreadable_file_is_three_and_the_others_are_audited(bench: Bench, unit_file: Writer) -> None:
    bench.results = (violation(),)
    good, bad = unit_file(), unit_file("hong.yaml", "foo: 1\n")
    ran = bench.run("check", bad, good, "khong-co.yaml")
    assert ran.code == 3
    assert [entry["unit"] for entry in bench.audits] == ["Xã A"]
    lines = ran.err.splitlines()
    assert lines[0].startswith(f"{bad}:3:1: foo: ")
    assert lines[1].startswith("khong-co.yaml: ")
    assert lines[2] == "2 lỗi trong 2 tệp hồ sơ; phần này chưa được kiểm tra."
    assert "Chưa kiểm tra được 2 tệp hồ sơ" in ran.out


@pytest.mark.parametrize("form", ["text", "csv", "md", "html", "docx", "xlsx"])
def test_one_unreadable_file_alone_gives_no_report(bench: Bench, tmp_path: Path, form: str) -> None:
    output = tmp_path / "report"
    ran = bench.run("check", "khong-co.yaml", "--format", form, "--output", str(output))
    assert (ran.code, ran.out, output.exists()) == (3, "", False)


def test_an_engine_failure_is_two_over_three_over_one(bench: Bench, unit_file: Writer) -> None:
    bench.results = (violation(),)
    bench.fail = audit_error("Xã B")
    a, b = unit_file("a.yaml"), unit_file("b.yaml", unit="Xã B")
    assert bench.run("check", a, "khong-co.yaml").code == 3
    ran = bench.run("check", a, b, "khong-co.yaml", "--format", "json", "--lang", "en")
    data = json.loads(ran.out)
    assert ran.code == 2
    assert [unit["unit"]["name"] for unit in data["units"]] == ["Xã A"]
    assert data["not_audited"] == [b, "khong-co.yaml"]
    assert f"{b}: could not be audited: the engines disagree" in ran.err


def test_a_bug_costs_one_unit_and_shows_no_traceback(bench: Bench, unit_file: Writer) -> None:
    def fail(name: str) -> None:
        if name == "Xã B":
            raise ZeroDivisionError("division by zero")

    bench.fail = fail
    ran = bench.run("check", unit_file("a.yaml"), unit_file("b.yaml", unit="Xã B"))
    assert ran.code == 2
    assert "Traceback" not in ran.err and "ZeroDivisionError: division by zero (conftest.py:" not in ran.out
    assert "ZeroDivisionError: division by zero (test_check.py:" in ran.err
    assert "Xã A" in ran.out


def test_a_bad_pack_of_the_command_line_ends_the_run(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--pack", "hong")
    assert (ran.code, ran.out, bench.audits) == (2, "", [])
    assert len(ran.err.splitlines()) == 2
    assert "hong/pack.yaml:3:1" in ran.err


def test_a_bad_pack_of_a_unit_file_costs_that_unit(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file("a.yaml"), unit_file("b.yaml", "packs: [hong]\n"))
    assert ran.code == 2
    assert len(bench.audits) == 1


def test_packs_of_a_file_are_loaded_once_for_all_files(bench: Bench, unit_file: Writer) -> None:
    local = "packs: [binh-giang-2026]\nrecords:\n  documents:\n    - kind: report_of_the_pack\n"
    paths = [unit_file("a.yaml", local), unit_file("b.yaml", local), unit_file("c.yaml")]
    bench.results = (duty("BG-BC-01", Status.PASSED, Text("Báo cáo", "Report")),)
    assert bench.run("check", *paths, "--only", "BG-BC-01").code == 0
    assert bench.packs == [(), ("binh-giang-2026",)]
    assert [len(entry["packs"]) for entry in bench.audits] == [2, 2, 1]


def test_a_pack_given_twice_is_loaded_once(bench: Bench, unit_file: Writer) -> None:
    bench.run("check", unit_file("a.yaml", "packs: [binh-giang-2026]\n"), "--pack", "binh-giang-2026")
    assert bench.packs == [("binh-giang-2026",)]


def test_json_files_with_packs(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"unit": {"name": "Xã A", "type": "commune"}, "year": 2026, "packs": ["binh-giang-2026"],'
        ' "records": {"documents": [{"kind": "report_of_the_pack"}]}}',
        encoding="utf-8",
    )
    assert bench.run("check", str(path)).code == 0


def test_folders(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    for name in ("b/x.yml", "b/a.YAML", "a.json", ".hidden/a.yaml", "b/.a.yaml", "b/readme.txt", "c.yaml"):
        unit_file(name, unit=name)
    (tmp_path / "a.json").write_text('{"unit": {"name": "json", "type": "commune"}, "year": 2026}')
    assert bench.run("check", str(tmp_path), str(tmp_path / "c.yaml")).code == 0
    assert [entry["unit"] for entry in bench.audits] == ["json", "c.yaml", "b/a.YAML", "b/x.yml"]


def test_an_empty_folder_is_not_clean(bench: Bench, tmp_path: Path) -> None:
    ran = bench.run("check", str(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    for ending in (".yaml", ".yml", ".json", ".jsonl", ".xlsx"):
        assert ending in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "unit: {name: Xã A, type: commune}\nyear: 2026\npacks: [binh-giang-2026]\n",
        '\n {"unit": {"name": "Xã A", "type": "commune"}, "year": 2026}',
        "unit: {name: Xã A, type: commune}\nyear: 2026\npacks: [binh-giang-2026]\n"
        "records: {documents: [{kind: report_of_the_pack}]}\n",
    ],
)
def test_stdin(bench: Bench, text: str) -> None:
    bench.stdin = text
    ran = bench.run("check", "-", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["input"]["path"] == "<stdin>"


def test_one_unit_is_an_object_and_several_a_fleet(bench: Bench, unit_file: Writer) -> None:
    a, b = unit_file("a.yaml"), unit_file("b.yaml")
    assert json.loads(bench.run("check", a, a, "--format", "json").out)["schema"] == "dcs-audit/report@1"
    assert json.loads(bench.run("check", a, b, "--format", "json").out)["schema"] == "dcs-audit/fleet@1"
    assert json.loads(bench.run("check", a, "x.yaml", "--format", "json").out)["schema"] == "dcs-audit/fleet@1"


def test_all_lists_what_is_passed(bench: Bench, unit_file: Writer) -> None:
    bench.results = (other(Status.PASSED),)
    path = unit_file()
    assert "(LDC-D11-K2)" not in bench.run("check", path).out
    assert "(LDC-D11-K2)" in bench.run("check", path, "--all").out


def test_output_is_written_whole_or_not_at_all(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    output = folder / "bao-cao.txt"
    output.write_text("dcs-audit")
    bench.results = (violation(),)
    ran = bench.run("check", unit_file(), "--output", str(output))
    assert (ran.code, ran.out, ran.err) == (1, "", f"Đã ghi báo cáo vào {output}.\n")
    assert output.read_bytes().decode().startswith("KẾT QUẢ TỰ KIỂM TRA")
    assert [path.name for path in folder.iterdir()] == ["bao-cao.txt"]


def test_output_that_cannot_be_written(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    for output in (tmp_path / "none" / "x.txt", tmp_path):
        ran = bench.run("check", unit_file(), "--output", str(output))
        assert ran.code == 2
        assert f"không ghi được {output}" in ran.err


def test_output_never_overwrites_a_unit_file(bench: Bench, unit_file: Writer) -> None:
    path = unit_file()
    before = Path(path).read_bytes()
    assert bench.run("check", path, "--output", path).code == 2
    assert Path(path).read_bytes() == before


def test_output_follows_a_link_and_writes_to_a_device(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(target)
    assert bench.run("check", unit_file(), "--output", str(link)).code == 0
    assert link.is_symlink() and target.read_text(encoding="utf-8").startswith("KẾT QUẢ")
    assert bench.run("check", unit_file(), "--output", os.devnull).code == 0
    assert not Path(os.devnull).is_file()
    assert bench.run("check", unit_file(), "--output", "-").out.startswith("KẾT QUẢ")


def test_width_of_a_pipe(bench: Bench, unit_file: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = unit_file()
    assert max(map(len, bench.run("check", path).out.splitlines())) == 100
    monkeypatch.setenv("COLUMNS", "72")
    assert max(map(len, bench.run("check", path).out.splitlines())) == 72
    monkeypatch.setenv("COLUMNS", "x")
    assert max(map(len, bench.run("check", path).out.splitlines())) == 100


@pytest.mark.parametrize(
    ("variable", "value", "coloured"), [("TERM", "xterm", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False)]
)
def test_a_terminal_decides_on_width_and_colour(
    bench: Bench, unit_file: Writer, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, coloured: bool
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv(variable, value)
    screen = Screen()
    main(["check", unit_file()], io.StringIO(), screen, io.StringIO(), lambda: TODAY)
    assert ("\x1b[" in screen.getvalue()) == coloured
    assert max(line.count("─") for line in screen.getvalue().splitlines()) == 90


def test_text_of_a_file_name_cannot_command_the_terminal(bench: Bench) -> None:
    ran = bench.run("check", "a\x1b[2J\n.yaml")
    assert ran.code == 3
    assert "\x1b" not in ran.err and len(ran.err.splitlines()) == 2


def test_verify_insists_on_both_engines(
    bench: Bench, unit_file: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dcs_audit.engine.durable.available", lambda: True)
    assert bench.run("check", unit_file(), "--verify", "--engine", "reference").code == 0
    assert (bench.audits[-1]["engine"], bench.audits[-1]["fresh"]) == ("both", True)
    monkeypatch.setattr("dcs_audit.engine.durable.available", lambda: False)
    ran = bench.run("check", unit_file(), "--verify")
    assert (ran.code, ran.out) == (2, "")
    assert "--verify: máy này chỉ chạy được bộ suy luận reference" in ran.err
