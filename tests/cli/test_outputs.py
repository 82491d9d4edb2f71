"""`--format`, `--output` and `--report`: what is written, where, and what cannot be."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.cli.ours import Kind, kind_of
from dcs_audit.installation.commands import with_extra
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

    monkeypatch.setattr(interface, "FORMATS", {**interface.FORMATS, "html": missing})
    ran = bench.run("check", unit_file(), "--report", f"html:{tmp_path / 'a'}")
    assert ran.code == 2
    assert "dạng html cần thư viện openpyxl" in ran.err
    assert with_extra("reports") in ran.err


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
    assert (ran.code, "không có tệp" in ran.err) == (2, True)


def test_a_template_for_one_unit_is_none_for_several(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    pytest.importorskip("docxtpl")
    units = [unit_file("a.yaml"), unit_file("b.yaml")]
    out = f"docx:{tmp_path / 'a.docx'}"
    assert bench.run("check", units[0], "--template", str(SAMPLE), "--report", out).code == 0
    ran = bench.run("check", *units, "--template", str(SAMPLE), "--report", out)
    assert ran.code == 2
    assert f"--template {SAMPLE}: " in ran.err
    assert bench.audits[1:] == []


@pytest.mark.parametrize("name", ["b.pdf", "b.doc", "b.xls", "b.yaml", "b.odt", "b.xml"])
def test_an_ending_that_no_format_has(bench: Bench, unit_file: Writer, tmp_path: Path, name: str) -> None:
    ran = bench.run("check", unit_file(), "--output", str(tmp_path / name))
    assert (ran.code, ran.out, (tmp_path / name).exists()) == (2, "", False)
    assert f".{name[2:]}" in ran.err and ".docx" in ran.err and ".txt" in ran.err and "--format" in ran.err
    assert bench.run("check", unit_file(), "--format", "text", "--output", str(tmp_path / name)).code == 0


@pytest.mark.parametrize("name", ["b", "b.txt", "b.log", "b.TXT", "bao-cao-20.11.2026", "tmp.Q1w2E3r4T5"])
def test_endings_of_text(bench: Bench, unit_file: Writer, tmp_path: Path, name: str) -> None:
    assert bench.run("check", unit_file(), "--output", str(tmp_path / name)).code == 0
    assert "KẾT QUẢ" in (tmp_path / name).read_text(encoding="utf-8")


FORMATS_OF_TEXT = ("text", "json", "jsonl", "csv", "md", "html", "sarif", "junit", "docx", "xlsx")


@pytest.mark.parametrize("form", FORMATS_OF_TEXT)
@pytest.mark.parametrize("units", [1, 2])
def test_an_earlier_report_is_replaced(bench: Bench, unit_file: Writer, tmp_path: Path, form: str, units: int) -> None:
    paths = [unit_file(f"{name}.yaml", unit=name) for name in "ab"[:units]]
    (tmp_path / "mc").mkdir()
    target = tmp_path / "mc" / f"r.{form}"
    for _ in range(2):
        ran = bench.run("check", *paths, "--report", f"{form}:{target}", "--evidence", str(tmp_path / "mc"))
        assert (ran.code, target.stat().st_size > 0) == (0, True), ran.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ho-so.yaml", "# dcs-audit\nunit: {name: A}\n"),
        ("ho-so.yml", "rules: []\n"),
        ("ho-so.json", '{"unit": {"name": "dcs-audit"}, "year": 2026}'),
        ("ho-so.jsonl", '{"schema": "dcs-audit/unit@1", "unit": {}, "year": 2026}\n'),
        ("ghi-chu.txt", "Họp ngày 20/11.\n"),
        ("cong-van.pdf", "%PDF-1.7\n"),
        ("package.json", '{"name": "x"}'),
    ],
)
def test_what_people_made_is_not_replaced_without_force(
    bench: Bench, unit_file: Writer, tmp_path: Path, name: str, content: str
) -> None:
    target = tmp_path / "cu" / name
    target.parent.mkdir()
    target.write_text(content, encoding="utf-8")
    for more in (("--format", "text", "--output", str(target)), ("--report", f"csv:{target}")):
        ran = bench.run("check", unit_file(), *more)
        assert (ran.code, ran.out, target.read_text(encoding="utf-8")) == (2, "", content)
        assert str(target) in ran.err and "--force" in ran.err and bench.audits == []
    ran = bench.run("check", unit_file(), "--report", f"csv:{target}", "--force")
    assert ran.code == 0
    assert target.read_text(encoding="utf-8") != content


def test_a_workbook_of_records_is_not_replaced(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    target = tmp_path / "ho-so.xlsx"
    openpyxl.Workbook().save(target)
    before = target.read_bytes()
    assert bench.run("check", unit_file(), "--output", str(target)).code == 2
    assert target.read_bytes() == before


def test_evidence_is_not_replaced_and_an_empty_file_is(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    (tmp_path / "mc").mkdir()
    proof, empty = tmp_path / "mc" / "bc-q1.pdf", tmp_path / "r.csv"
    for file in (proof, empty):
        file.touch()
    ran = bench.run("check", unit_file(), "--evidence", str(tmp_path / "mc"), "--report", f"csv:{proof}")
    assert (ran.code, proof.stat().st_size) == (2, 0)
    assert "minh chứng" in ran.err and "--force" in ran.err
    assert bench.run("check", unit_file(), "--report", f"csv:{empty}").code == 0


def test_force_does_not_take_what_the_run_reads(bench: Bench, unit_file: Writer) -> None:
    unit = unit_file()
    before = Path(unit).read_bytes()
    assert bench.run("check", unit, "--report", f"json:{unit}", "--force").code == 2
    assert Path(unit).read_bytes() == before


def test_what_files_are(tmp_path: Path) -> None:
    sarif = '{"$schema":"https://example.org/sarif-schema-2.1.0.json","runs":['
    files = {
        "a.sarif": (sarif + " " * 200_000 + '"dcs-audit"', Kind.OURS),
        "b.sarif": (sarif + " " * 200_000 + '"other"', Kind.OTHER),
        "c.html": ("<!DOCTYPE html>" + " " * 200_000 + "dcs-audit 0.1.0" + " " * 200_000, Kind.OURS),
        "d.txt": ("x" * (65_536 - 4) + "dcs-audit", Kind.OURS),
        "e.json": ('\n{"schema": "dcs-audit/report@1", "unit": {}, "year": 2026}', Kind.OURS),
        "f": ('{"unit": {}, "year": 2026}', Kind.RECORD),
        "g.docx": ("PK\x03\x04 broken", Kind.OTHER),
    }
    for name, (content, kind) in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert kind_of(str(tmp_path / name)) is kind, name
    os.mkfifo(tmp_path / "h.csv")
    assert kind_of(str(tmp_path / "h.csv")) is Kind.OTHER  # and nobody waits
