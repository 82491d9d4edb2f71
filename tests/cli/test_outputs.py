"""`--format`, `--output` and `--report`: what is written, where, and what cannot be."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.report import interface
from dcs_audit.report.interface import Format, Options
from dcs_audit.verdicts.model import Report

from .conftest import Bench, violation

Writer = Callable[..., str]
SAMPLE = Path(__file__).parents[2] / "samples" / "reports" / "mau-bao-cao.docx"


def test_text_to_the_screen_and_reports_beside_it(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    bench.results = (violation(),)
    first, second = str(tmp_path / "a.json"), str(tmp_path / "b.csv")
    ran = bench.run("check", unit_file(), "--report", f"json:{first}", "--report", f"csv:{second}")
    assert ran.code == 1
    assert "KẾT QUẢ TỰ KIỂM TRA" in ran.out
    assert json.loads(Path(first).read_text(encoding="utf-8"))["unit"]["name"] == "Xã A"
    assert Path(second).read_bytes().startswith(b"\xef\xbb\xbf")
    assert ran.err == f"Đã ghi báo cáo vào {first}.\nĐã ghi báo cáo vào {second}.\n"
    assert len(bench.audits) == 1


def test_a_report_may_take_stdout(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    ran = bench.run("check", unit_file(), "--report", "json:-", "--report", f"csv:{tmp_path / 'b.csv'}")
    assert json.loads(ran.out)["schema"] == "dcs-audit/report@1"


def test_a_fleet_goes_to_every_output(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    bench.results = (violation(),)
    units = [unit_file(f"{name}.yaml", unit=name) for name in "abc"]
    ran = bench.run("check", *units, "--report", f"jsonl:{tmp_path / 'l'}", "--report", f"json:{tmp_path / 'j'}")
    assert ran.out.startswith("KẾT QUẢ") or "Tổng hợp" in ran.out
    lines = [json.loads(line)["unit"]["name"] for line in (tmp_path / "l").read_text(encoding="utf-8").splitlines()]
    whole = json.loads((tmp_path / "j").read_text(encoding="utf-8"))
    assert lines == [unit["unit"]["name"] for unit in whole["units"]] == ["a", "b", "c"]
    assert len(bench.audits) == 3


def test_the_ending_of_the_file_says_the_format(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    bench.run("check", unit_file(), "--output", str(tmp_path / "a.JSON"))
    assert json.loads((tmp_path / "a.JSON").read_text(encoding="utf-8"))
    bench.run("check", unit_file(), "--output", str(tmp_path / "a.txt"))
    assert "KẾT QUẢ" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    bench.run("check", unit_file(), "--format", "text", "--output", str(tmp_path / "b.json"))
    assert "KẾT QUẢ" in (tmp_path / "b.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("docs:a", "`docs`"),
        ("json", "--report json: còn thiếu tên tệp; viết như json:bao-cao.json"),
        ("json:", "còn thiếu tên tệp"),
        (":a.json", "--report :a.json"),
    ],
)
def test_reports_that_make_no_sense(bench: Bench, unit_file: Writer, argument: str, told: str) -> None:
    ran = bench.run("check", unit_file(), "--report", argument)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert bench.audits == []


def test_outputs_do_not_take_each_others_place(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    path = str(tmp_path / "a")
    link = tmp_path / "b"
    link.symlink_to(path)
    for first, second in ((path, path), (path, os.path.join(str(tmp_path), ".", "a")), (path, str(link))):
        ran = bench.run("check", unit_file(), "--report", f"json:{first}", "--report", f"csv:{second}")
        assert ran.code == 2
        assert "hai báo cáo cùng ghi vào" in ran.err
    ran = bench.run("check", unit_file(), "--report", "json:-", "--format", "text")
    assert (ran.code, "stdout" in ran.err) == (2, True)


def test_no_report_takes_the_place_of_a_record(bench: Bench, unit_file: Writer) -> None:
    unit = unit_file()
    before = Path(unit).read_bytes()
    ran = bench.run("check", unit, "--report", f"json:{unit}")
    assert ran.code == 2
    assert Path(unit).read_bytes() == before


def test_of_a_record_with_problems_data_says_so_and_reports_are_not_written(
    bench: Bench, unit_file: Writer, tmp_path: Path
) -> None:
    data, page = tmp_path / "a.json", tmp_path / "a.html"
    ran = bench.run("check", unit_file(more="sai: 1\n"), "--report", f"json:{data}", "--report", f"html:{page}")
    assert (ran.code, ran.out, page.exists()) == (3, "", False)
    assert '"schema": "dcs-audit/problems@1"' in data.read_text(encoding="utf-8")


def _bytes(report: Report, options: Options) -> bytes:
    return b"\x00\xff" + str(report.unit["name"]).encode()


@pytest.fixture
def binary(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format of bytes, as `xlsx` is."""
    form = Format(_bytes, _bytes, lambda options: None, binary=True)  # type: ignore[arg-type, return-value]
    monkeypatch.setattr(interface, "FORMATS", {**interface.FORMATS, "json": lambda: form})


def test_bytes_are_written_as_they_are(bench: Bench, unit_file: Writer, tmp_path: Path, binary: None) -> None:
    ran = bench.run("check", unit_file(), "--report", f"json:{tmp_path / 'a'}")
    assert ran.code == 0
    assert (tmp_path / "a").read_bytes() == b"\x00\xffX\xc3\xa3 A"


def test_a_library_that_is_not_there(
    bench: Bench, unit_file: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Any:
        raise ModuleNotFoundError("No module named 'openpyxl'", name="openpyxl.styles")

    monkeypatch.setattr(interface, "FORMATS", {**interface.FORMATS, "csv": missing})
    ran = bench.run("check", unit_file(), "--report", f"csv:{tmp_path / 'a'}")
    assert ran.code == 2
    assert "dạng csv cần thư viện openpyxl" in ran.err
    assert "pip install 'dcs-audit[reports]'" in ran.err


def test_a_template_without_a_word_report(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--template", "mau.docx")
    assert ran.code == 2
    assert "--template chỉ dùng cho báo cáo docx" in ran.err


def test_a_template_that_is_none(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    pytest.importorskip("docxtpl")
    template = tmp_path / "mau.docx"
    template.write_bytes(b"no zip")
    ran = bench.run("check", unit_file(), "--template", str(template), "--report", f"docx:{tmp_path / 'a.docx'}")
    assert ran.code == 2
    assert ran.err.startswith(f"dcs-audit: --template {template}: ")
    assert not (tmp_path / "a.docx").exists()
    ran = bench.run("check", unit_file(), "--template", str(tmp_path / "b"), "--report", f"docx:{tmp_path / 'a.docx'}")
    assert (ran.code, "No such file" in ran.err) == (2, True)


def test_a_template_for_one_unit_is_none_for_several(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    pytest.importorskip("docxtpl")
    units = [unit_file("a.yaml"), unit_file("b.yaml")]
    out = f"docx:{tmp_path / 'a.docx'}"
    assert bench.run("check", units[0], "--template", str(SAMPLE), "--report", out).code == 0
    ran = bench.run("check", *units, "--template", str(SAMPLE), "--report", out)
    assert ran.code == 2
    assert f"--template {SAMPLE}: " in ran.err
    assert bench.audits[1:] == []
