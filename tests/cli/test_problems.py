"""What a run says and writes about files that cannot be audited, and `--strict`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from dcs_audit.cli.main import main
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Oddity

from .conftest import TODAY, Bench, audit_error

Writer = Callable[..., str]
ENTRY = {"file", "line", "column", "path", "code", "message"}


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_one_file_is_shown_with_its_lines(bench: Bench, unit_file: Writer) -> None:
    path = unit_file(more="foo: 1\nrecords:\n  hội nghị: []\n")
    ran = bench.run("check", path)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        f"{path}:3:1: foo: không có khóa `foo` ở đây: chỉ dùng một trong: schema, unit, year, packs, records, waivers",
        "    3 | foo: 1",
        "      | ^~~",
        f"{path}:5:3: records.hội nghị: không có khóa `hội nghị` ở đây: ghi `meetings`",
        "    5 |   hội nghị: []",
        "      |   ^~~~~~~~",
        "2 lỗi trong 1 tệp hồ sơ; phần này chưa được kiểm tra.",
    ]


def test_of_many_files_in_a_pipe_each_problem_is_one_line(bench: Bench, unit_file: Writer) -> None:
    paths = [unit_file("a.yaml", "foo: 1\n"), unit_file("b.yaml", "foo: 1\n")]
    lines = bench.run("check", *paths).err.splitlines()
    assert [line.partition(": ")[0] for line in lines[:2]] == [f"{path}:3:1" for path in paths]
    assert len(lines) == 3
    screen = Screen()
    main(["check", *paths], io.StringIO(), io.StringIO(), screen, lambda: TODAY)
    assert screen.getvalue().count("| ^~~\n") == 2


def test_on_a_terminal_only_the_first_twenty_of_a_run_are_marked(bench: Bench, unit_file: Writer) -> None:
    more = "".join(f"foo{number}: 1\n" for number in range(9))
    paths = [unit_file(f"{name}.yaml", more) for name in "abc"]
    screen = Screen()
    main(["check", *paths], io.StringIO(), io.StringIO(), screen, lambda: TODAY)
    assert screen.getvalue().count("| ^") == 20


def test_stdin_and_lines_of_json(bench: Bench, tmp_path: Path) -> None:
    bench.stdin = "year: 2026\nunit:\n  name:Xã A\n"
    assert bench.run("check", "-").err.splitlines()[1:3] == ["    3 |   name:Xã A", "      |   ^~~~~~~~~"]
    path = tmp_path / "a.jsonl"
    path.write_text('\n\n{"unit": {"name": "A", "type": "xã"}, "year": 2026}\n', encoding="utf-8")
    assert bench.run("check", str(path)).err.splitlines()[0].startswith(f"{path}:3:32: unit.type: ")
    screen = Screen()
    main(["check", str(path)], io.StringIO(), io.StringIO(), screen, lambda: TODAY)
    assert screen.getvalue().split("\n")[1:3] == [
        '    3 | {"unit": {"name": "A", "type": "xã"}, "year": 2026}',
        "      |                                ^~~~",
    ]


def test_nothing_of_a_file_commands_the_terminal(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"unit": {"name": "A", "type": "\u202e\u009b31m"}, "year": 2026, "\u200b": 1}', encoding="utf-8")
    said = bench.run("check", str(path)).err
    assert all(line.isprintable() for line in said.splitlines())
    assert "\\u202e\\x9b31m" in said


def test_one_file_as_data(bench: Bench, unit_file: Writer) -> None:
    path = unit_file(more="hồ sơ: {}\n")
    ran = bench.run("check", path, "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, data["schema"], data["input"]) == (3, "dcs-audit/problems@1", {"path": path})
    assert data["problems"] == [
        {
            "file": path,
            "line": 3,
            "column": 1,
            "path": "hồ sơ",
            "code": "unknown_key",
            "message": {
                "vi": "không có khóa `hồ sơ` ở đây: ghi `records`",
                "en": "there is no key `hồ sơ` here: write `records`",
            },
            "value": "hồ sơ",
            "suggestion": "records",
        }
    ]
    assert len(bench.run("check", path, "--format", "jsonl").out.splitlines()) == 1
    assert json.loads(bench.run("check", path, "--format", "jsonl").out) == data


def test_what_is_no_problem_of_the_file_is_data_too(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    bench.fail = audit_error("Xã A")
    (entry,) = json.loads(bench.run("check", unit_file(), "--format", "json").out)["problems"]
    assert (entry["code"], entry["line"]) == ("not_audited", None)
    assert "the engines disagree" in entry["message"]["vi"]
    (tmp_path / "none").mkdir()
    ran = bench.run("check", str(tmp_path / "none"), "--format", "json")
    assert (ran.code, json.loads(ran.out)["problems"][0]["code"]) == (3, "not_audited")


def test_a_fleet_names_the_file_and_says_what_is_wrong(bench: Bench, unit_file: Writer) -> None:
    good, bad = unit_file("a.yaml"), unit_file("b.yaml", "foo: 1\n")
    data = json.loads(bench.run("check", bad, good, "khong-co.yaml", "--format", "json").out)
    assert data["not_audited"] == [bad, "khong-co.yaml"]
    assert [entry["input"]["path"] for entry in data["problems"]] == data["not_audited"]
    assert [problem["code"] for entry in data["problems"] for problem in entry["problems"]] == [
        "unknown_key",
        "file_not_found",
    ]
    assert all(set(problem) >= ENTRY for entry in data["problems"] for problem in entry["problems"])


def test_json_lines_of_a_fleet_keep_the_order_and_can_be_compared(
    bench: Bench, unit_file: Writer, tmp_path: Path
) -> None:
    a, b, c = unit_file("a.yaml"), unit_file("b.yaml", "foo: 1\n"), unit_file("c.yaml", unit="Xã C")
    output = tmp_path / "out.jsonl"
    assert bench.run("check", a, b, c, "--format", "jsonl", "--output", str(output)).code == 3
    lines = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [line["schema"].partition("@")[0] for line in lines] == [
        "dcs-audit/report",
        "dcs-audit/problems",
        "dcs-audit/report",
    ]
    ran = bench.run("diff", str(output), str(output), "--format", "json")
    assert (ran.code, json.loads(ran.out)["not_audited"]) == (0, [b])


def test_one_object_of_problems_is_no_report_to_compare(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    bench.run("check", unit_file(more="foo: 1\n"), "--format", "json", "--output", str(output))
    ran = bench.run("diff", str(output), str(output))
    assert (ran.code, ran.out) == (3, "") and "dcs-audit/problems@1" in ran.err


def test_sarif_and_junit_tell_each_problem(bench: Bench, unit_file: Writer) -> None:
    bad, good = unit_file("b.yaml", "foo: 1\nbar: 2\n"), unit_file("a.yaml")
    for paths in ((bad,), (good, bad)):
        run = json.loads(bench.run("check", *paths, "--format", "sarif").out)["runs"][0]
        told = [entry for entry in run["invocations"][0]["toolExecutionNotifications"] if entry["level"] == "error"]
        lines = [entry["locations"][0]["physicalLocation"]["region"]["startLine"] for entry in told]
        assert lines == [3, 4] and "`foo`" in told[0]["message"]["text"]
        suites = fromstring(bench.run("check", *paths, "--format", "junit").out)
        (error,) = suites.iter("error")
        assert [line.partition(": ")[0] for line in (error.text or "").splitlines()] == [f"{bad}:3:1", f"{bad}:4:1"]


def _odd(bench: Bench, monkeypatch: pytest.MonkeyPatch, oddities: tuple[Oddity, ...]) -> None:
    made = bench.auditor

    def auditor(*arguments: Any, **more: Any) -> Any:
        from dataclasses import replace

        found = made(*arguments, **more)
        audit = found.audit
        found.audit = lambda *a, **m: replace(audit(*a, **m), oddities=oddities)
        return found

    monkeypatch.setattr("dcs_audit.auditor.Auditor", auditor)


@pytest.mark.parametrize(
    ("oddities", "strict", "code"), [(0, True, 0), (1, True, 1), (2, True, 1), (1, False, 0), (0, False, 0)]
)
def test_strict(
    bench: Bench, unit_file: Writer, monkeypatch: pytest.MonkeyPatch, oddities: int, strict: bool, code: int
) -> None:
    odd = Oddity("order", "records.meetings[0].minutes.date", Text("ngày lệch", "odd days"))
    _odd(bench, monkeypatch, (odd,) * oddities)
    path = unit_file()
    ran = bench.run("check", path, *(("--strict",) if strict else ()))
    assert ran.code == code
    assert ran.err == (
        f"{path}: {oddities} chỗ cần xem lại trong hồ sơ (xem Thông báo); do có --strict nên tính là chưa đạt.\n"
        if code
        else ""
    )
    assert ("Kiểm tra với --strict" in ran.out) == strict
