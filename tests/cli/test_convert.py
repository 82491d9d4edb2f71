"""`convert`: from each format into each other without loss, never over a file, and what `check` says of a workbook."""

from __future__ import annotations

import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.cli.main import main
from dcs_audit.installation.commands import with_extra

from .conftest import Ran

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = date(2026, 11, 20)
SMALL = "# ghi chú\nunit: {name: Thôn A, type: village}\nyear: 2026\n"


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DCS_AUDIT_LANG", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def run(*argv: Any, stdin: bytes = b"") -> Ran:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    source = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    err = io.StringIO()
    code = main([str(word) for word in argv], source, out, err, lambda: TODAY)
    raw = out.buffer.getvalue()  # type: ignore[attr-defined]
    return Ran(code, raw.decode("utf-8", "replace"), err.getvalue())


def verdicts(path: Path) -> list[tuple[str, str, str | None]]:
    report = json.loads(run("check", path, "--format", "json", "--engine", "reference", "--as-of", "2026-11-20").out)
    return [(duty["duty"], duty["status"], duty.get("due")) for duty in report["results"]]


@pytest.mark.parametrize("name", ["xa-gan-dat", "truong-hoc", "thon-tot", "doanh-nghiep-nha-nuoc-nhieu-ton-tai"])
def test_there_and_back_the_verdicts_are_the_same(name: str, tmp_path: Path) -> None:
    source = SAMPLES / f"{name}.yaml"
    steps = [tmp_path / "a.xlsx", tmp_path / "b.json", tmp_path / "c.xlsx", tmp_path / "d.yaml"]
    before = source
    for step in steps:
        assert run("convert", before, step).code == 0
        before = step
    expected = verdicts(source)
    assert expected
    assert [verdicts(step) == expected for step in steps] == [True] * 4
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "c.xlsx").read_bytes()


def test_a_plan_that_the_file_names_goes_along(tmp_path: Path) -> None:
    source = next((SAMPLES / "ke-hoach" / "binh-giang-2026").glob("*.yaml"))
    target = tmp_path / "a.xlsx"
    assert run("convert", source, target).code == 0
    assert run("convert", target, tmp_path / "b.json").code == 0
    assert "binh-giang-2026" in json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["packs"]
    assert verdicts(target) == verdicts(source)


def test_comments_are_lost_and_that_is_said_once(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(SMALL, encoding="utf-8")
    ran = run("convert", source, tmp_path / "b.json")
    assert ran.err.count("Lời ghi chú sau dấu #") == 1
    source.write_text(SMALL.replace("# ghi chú\n", "").replace("Thôn A", '"Thôn #1"'), encoding="utf-8")
    assert "Lời ghi chú" not in run("convert", source, tmp_path / "c.json").err


def test_a_file_that_exists_is_left_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "a.yaml", tmp_path / "b.json"
    source.write_text(SMALL, encoding="utf-8")
    target.write_text("giữ", encoding="utf-8")
    ran = run("convert", source, target)
    assert ran.code == 2
    assert "tệp đã có" in ran.err
    assert target.read_text(encoding="utf-8") == "giữ"
    assert run("convert", source, target, "--force").code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["unit"]["name"] == "Thôn A"


def test_from_stdin_to_stdout() -> None:
    ran = run("convert", "-", "-", "--from", "yaml", "--to", "json", stdin=SMALL.encode())
    assert ran.code == 0
    assert json.loads(ran.out) == {"unit": {"name": "Thôn A", "type": "village"}, "year": 2026}
    assert run("convert", "-", "-", "--to", "json", stdin=SMALL.encode()).code == 2


@pytest.mark.parametrize(("source", "target"), [("a.txt", "b.json"), ("a.yaml", "b.doc"), ("a.yaml", "b")])
def test_an_unknown_kind_is_asked_back_about(source: str, target: str, tmp_path: Path) -> None:
    (tmp_path / source).write_text(SMALL, encoding="utf-8")
    ran = run("convert", tmp_path / source, tmp_path / target)
    assert ran.code == 2
    assert "không rõ dạng tệp" in ran.err


def test_what_is_wrong_with_the_source_is_told_and_nothing_written(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(SMALL + "records: {meetings: [{kind: hop}]}\n", encoding="utf-8")
    ran = run("convert", source, tmp_path / "b.xlsx")
    assert ran.code == 3
    assert f"{source}:4:" in ran.err
    assert not (tmp_path / "b.xlsx").exists()
    assert run("convert", tmp_path / "none.yaml", tmp_path / "b.xlsx").code == 3


def test_what_a_workbook_cannot_hold_is_refused_by_its_path(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    unit = {"unit": {"name": "A\ufffe", "type": "village"}, "year": 2026}
    source.write_text(json.dumps(unit), encoding="utf-8")
    ran = run("convert", source, tmp_path / "b.xlsx")
    assert ran.code == 2
    assert "unit.name" in ran.err
    assert not (tmp_path / "b.xlsx").exists()


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(SMALL, encoding="utf-8")
    for name in [name for name in sys.modules if name.startswith("dcs_audit.drafting.workbook")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("dcs_audit.drafting.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ran = run("convert", source, tmp_path / "b.xlsx")
    assert ran.code == 2
    assert with_extra("excel") in ran.err


def test_init_writes_a_workbook_that_check_reads(tmp_path: Path) -> None:
    target = tmp_path / "don-vi.xlsx"
    assert run("init", "--type", "village", "--year", "2026", "--format", "xlsx", "-o", target).code == 0
    ran = run("check", target, "--engine", "reference", "--summary")
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err


def test_workbooks_in_folders_and_on_stdin(tmp_path: Path) -> None:
    folder = tmp_path / "toan-tinh"
    folder.mkdir()
    assert run("convert", SAMPLES / "thon-tot.yaml", folder / "b.xlsx").code == 0
    shutil.copy(SAMPLES / "xa-trong.yaml", folder / "a.yaml")
    (folder / "~$b.xlsx").write_bytes(b"lock")
    (folder / "c.xlsx").write_bytes(b"PK\x03\x04")
    ran = run("check", folder, "--format", "json", "--engine", "reference")
    assert ran.code == 3
    assert f"{folder / 'c.xlsx'}: tệp hỏng" in ran.err
    assert "~$" not in ran.err
    assert ran.out.count('"duties"') or json.loads(ran.out)
    data = (folder / "b.xlsx").read_bytes()
    assert run("check", "-", "--engine", "reference", stdin=data).code in (0, 1)


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsm").write_bytes(b"PK\x03\x04")
    ran = run("check", tmp_path / "a.xlsm")
    assert ran.code == 3
    assert "a.xlsm: " in ran.err
