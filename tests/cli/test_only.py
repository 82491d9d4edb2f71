"""`--only`: one rule or several, and units that owe nothing by them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from report.builders import duty

from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Status

from .conftest import Bench, violation

Writer = Callable[..., str]
SCHOOL = "unit: {name: Trường A, type: public_service_unit}\nyear: 2026\n"
FORMATS_FOR_PEOPLE = ("text", "md", "html", "json", "csv", "sarif", "junit")


def test_a_unit_without_the_duty_is_not_clean_and_the_reason_is_told(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--only", "LDC-D36-K1")
    assert ran.code == 2
    assert "không có nghĩa vụ nào theo LDC-D36-K1 (--only)" in ran.err
    assert "hồ sơ không ghi việc nào làm phát sinh" in ran.err
    assert "Trong phần được hiển thị không có tồn tại" not in ran.out
    assert "nên chưa có gì được kiểm tra" in ran.out
    assert "không có nghĩa vụ nào theo LDC-D36-K1" in " ".join(ran.out.split())


@pytest.mark.parametrize("form", FORMATS_FOR_PEOPLE)
def test_every_format_says_so(bench: Bench, unit_file: Writer, form: str) -> None:
    ran = bench.run("check", unit_file(), "--only", "LDC-D36-K1", "--format", form, "--lang", "en")
    assert ran.code == 2
    assert "This unit has no duty of LDC-D36-K1" in " ".join(ran.out.split())


def test_a_rule_that_was_in_force_once(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--only", "LDC-D11-K1", "--as-of", "2023-01-01", "--lang", "en")
    assert ran.code == 0  # the stand-in answers with a duty of it
    bench.results = (duty("LDC-D36-K1", Status.PASSED, Text("Khác", "Other"), group="giam-sat"),)
    ran = bench.run("check", unit_file(), "--only", "LDC-D11-K1", "--as-of", "2023-01-01", "--lang", "en")
    assert (ran.code, "it is not in force on 01/01/2023" in ran.err) == (2, True)


def test_several_names_in_one_option(bench: Bench, unit_file: Writer) -> None:
    bench.results = (violation("LDC-D11-K1"), violation("LDC-D36-K1", group="giam-sat"))
    ran = bench.run("check", unit_file(), "--only", "LDC-D11-K1, giam-sat,", "--format", "json")
    assert [result["rule"] for result in json.loads(ran.out)["results"]] == ["LDC-D11-K1", "LDC-D36-K1"]
    for typed, told in (("LDC-D11-K1,LDC-D11-K9", "`LDC-D11-K9`"), (",", "``"), ("", "``")):
        ran = bench.run("check", unit_file(), "--only", typed)
        assert (ran.code, told in ran.err) == (2, True)


def test_of_several_rules_one_without_a_duty_is_told_and_the_other_decides(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--only", "LDC-D11-K1,LDC-D36-K1")
    assert (ran.code, "LDC-D36-K1" in ran.err, "theo LDC-D11-K1" in ran.err) == (0, True, False)


def test_a_rule_is_shown_though_it_passed_and_a_group_is_folded(bench: Bench, unit_file: Writer) -> None:
    path = unit_file()
    assert "Đạt (1)" in bench.run("check", path, "--only", "LDC-D11-K1").out
    folded = bench.run("check", path, "--only", "cong-khai").out
    assert "Đạt (1)" not in folded and "--all" in folded


def test_in_a_fleet_only_where_no_unit_has_the_duty(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    school = tmp_path / "b.yaml"
    school.write_text(SCHOOL, encoding="utf-8")
    units = (unit_file("a.yaml"), str(school))
    none = bench.run("check", *units, "--only", "LDC-D36-K1", "--summary")
    assert (none.code, "2 trong 2 đơn vị không có nghĩa vụ" in none.err) == (2, True)
    assert "2 trong 2 đơn vị không có nghĩa vụ" in " ".join(none.out.split())

    def results(name: str) -> None:
        rule = "LDC-D11-K1" if name == "Xã A" else "LDC-D36-K1"
        bench.results = (duty(rule, Status.PASSED, Text("Việc", "Thing"), group="giam-sat"),)

    bench.fail = results
    for more in (("--format", "jsonl"), ("--format", "csv"), ("--summary",), ("--format", "md"), ("--format", "sarif")):
        ran = bench.run("check", *units, "--only", "LDC-D11-K1", *more)
        assert ran.code == 0, ran.err
        said = " ".join((ran.err if more[-1] == "jsonl" else ran.out).split())
        assert "1 trong 2 đơn vị không có nghĩa vụ" in said, more
