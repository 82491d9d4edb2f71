"""`init`: the draft is written whole, beside nothing and over nothing, and filled in it can be checked at once."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dcs_audit.cli.main import main
from dcs_audit.law.loader import shipped

from .conftest import Ran

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DCS_AUDIT_LANG", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def run(*argv: str) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err, lambda: TODAY)
    return Ran(code, out.getvalue(), err.getvalue())


def test_a_draft_goes_to_stdout_for_the_year_of_today() -> None:
    ran = run("init", "--type", "village", "--name", "Thôn Đồng Tiến")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("#\tyaml-language-server: $schema=unit.schema.json\n")
    assert "\nyear: 2026\n" in ran.out
    assert "  name: Thôn Đồng Tiến" in ran.out


def test_what_is_given_stands_in_the_draft(tmp_path: Path) -> None:
    output = tmp_path / "xa.yaml"
    argv = ("--type", "commune", "--subtype", "xa", "--year", "2027", "--pack", "diem-he-2026", "-o", str(output))
    ran = run("init", *argv)
    text = output.read_text(encoding="utf-8")
    assert (ran.code, ran.out) == (0, "")
    assert f"dcs-audit check {output}" in ran.err
    assert "subtype: xa" in text and "year: 2027" in text and "packs: [diem-he-2026]" in text
    assert [path.name for path in tmp_path.iterdir()] == ["xa.yaml"]


def test_a_draft_can_be_checked_at_once_and_filled_in_bit_by_bit(tmp_path: Path) -> None:
    output = tmp_path / "xa.yaml"
    run("init", "--type", "commune", "-o", str(output))
    assert passed(output) == []
    lines = output.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if "- kind: training " in line)
    for number in (start, start + 1):
        lines[number] = lines[number].replace("# ", "", 1)
    lines[lines.index("  has_council:")] += " true"
    output.write_text("\n".join(lines), encoding="utf-8")
    assert passed(output) == ["LDC-D8-K1"]


def passed(path: Path) -> list[str]:
    """The rules that the record fulfils."""
    ran = run("check", str(path), "--format", "json", "--engine", "reference")
    assert (ran.code, ran.err) == (1, "")
    return [result["rule"] for result in json.loads(ran.out)["results"] if result["status"] == "passed"]


def test_a_file_that_exists_is_left_alone_unless_told(tmp_path: Path) -> None:
    output = tmp_path / "xa.yaml"
    output.write_text("của tôi", encoding="utf-8")
    ran = run("init", "--type", "village", "-o", str(output))
    assert ran.code == 2
    assert "tệp đã có" in ran.err and "--force" in ran.err
    assert output.read_text(encoding="utf-8") == "của tôi"
    assert run("init", "--type", "village", "-o", str(output), "--force").code == 0
    assert "type: village" in output.read_text(encoding="utf-8")


def test_a_link_to_nowhere_is_a_name_that_is_taken(tmp_path: Path) -> None:
    output = tmp_path / "xa.yaml"
    output.symlink_to(tmp_path / "nowhere.yaml")
    assert run("init", "--type", "village", "-o", str(output)).code == 2


def test_a_folder_that_is_not_there_is_no_traceback(tmp_path: Path) -> None:
    ran = run("init", "--type", "village", "-o", str(tmp_path / "không" / "có.yaml"))
    assert ran.code == 2
    assert "Traceback" not in ran.err and "có.yaml" in ran.err


def test_without_a_type_all_are_told_with_what_they_are() -> None:
    ran = run("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "dcs-audit: --type: cần loại hình đơn vị; chọn một trong:"
    assert "  public_service_unit     đơn vị sự nghiệp công lập" in ran.err.splitlines()
    assert len(ran.err.splitlines()) == 7


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("comune", "có phải ý bạn là `commune`?"),
        ("xã", "--type commune --subtype xa"),
        ("Phường", "--type commune --subtype phuong"),
        ("zzz", "chính quyền cấp xã"),
    ],
)
def test_a_type_that_is_not_known_is_met_with_the_right_one(typed: str, told: str) -> None:
    ran = run("init", "--type", typed)
    assert ran.code == 2
    assert told in ran.err


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("--type", "village", "--subtype", "xa"), "--subtype"),
        (("--type", "commune", "--name", " "), "--name"),
        (("--type", "commune", "--name", "A\x1b[31m"), "--name"),
        (("--type", "commune", "--year", "1999"), "--year"),
        (("--type", "commune", "--format", "docx"), "--format"),
        (("--type", "commune", "--pack", "khong-co"), "khong-co"),
    ],
)
def test_what_makes_no_sense_is_refused(argv: tuple[str, ...], told: str) -> None:
    ran = run("init", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err and "\x1b" not in ran.err


def test_a_pack_that_asks_nothing_of_the_unit_is_told() -> None:
    ran = run("init", "--type", "employer", "--pack", "vinh-linh-2025")
    assert ran.code == 0
    assert "vinh-linh-2025" in ran.err and "employer" in ran.err


def test_english() -> None:
    ran = run("init", "--type", "village", "--lang", "en")
    assert "===== THE UNIT =====" in ran.out
    assert run("init", "--lang", "en").err.startswith("dcs-audit: --type: the type of unit is needed; one of:")


def test_a_pack_from_a_folder_is_named_on_the_command_line_only(tmp_path: Path) -> None:
    folder = tmp_path / "vinh-linh-2025"
    shutil.copytree(str(shipped() / "vinh-linh-2025"), folder)
    ran = run("init", "--type", "state_agency", "--year", "2025", "--pack", str(folder))
    assert ran.code == 0
    assert "packs:" not in ran.out
    assert "--pack" in ran.out


def test_the_ending_of_the_name_tells_the_format(tmp_path: Path) -> None:
    output = tmp_path / "hồ-sơ.xlsx"
    assert run("init", "--type", "village", "-o", str(output)).code == 0
    assert zipfile.is_zipfile(output)


def test_a_workbook_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("dcs_audit.drafting.workbook")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("dcs_audit.drafting.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ran = run("init", "--type", "village", "--format", "xlsx")
    assert ran.code == 2 and "openpyxl" in ran.err and "--format yaml" in ran.err


def test_help_names_every_option() -> None:
    ran = run("init", "--help")
    assert ran.code == 0
    for option in ("--type", "--subtype", "--pack", "--year", "--name", "--format", "-o", "--output", "--force"):
        assert option in ran.out


def test_an_ending_that_no_draft_has(tmp_path: Path) -> None:
    for name in ("xa.json", "xa.pdf", "xa.docx"):
        ran = run("init", "--type", "village", "-o", str(tmp_path / name))
        assert (ran.code, ".yaml" in ran.err and ".xlsx" in ran.err, (tmp_path / name).exists()) == (2, True, False)
    for name in ("a", "a.YML", "a.yaml"):
        assert run("init", "--type", "village", "-o", str(tmp_path / name)).code == 0


def test_every_line_may_be_taken_up_at_once(tmp_path: Path) -> None:
    output = tmp_path / "xa.yaml"
    assert run("init", "--type", "commune", "-o", str(output)).code == 0
    lines = output.read_text(encoding="utf-8").splitlines()
    output.write_text("\n".join(re.sub(r"^( *)# ", r"\1", line) for line in lines), encoding="utf-8")
    assert run("check", str(output), "--engine", "reference", "--as-of", "2026-11-20").code == 1
    assert lines[0].startswith("#\tyaml-language-server:")


@pytest.mark.parametrize("bare", ["yaml-language-server: $schema=unit.schema.json", "yaml-language-server: x"])
def test_the_line_for_editors_without_its_mark_is_told_as_such(tmp_path: Path, bare: str) -> None:
    output = tmp_path / "xa.yaml"
    output.write_text(f"{bare}\nunit: {{name: A, type: village}}\nyear: 2026\n", encoding="utf-8")
    ran = run("check", str(output))
    assert (ran.code, "trình soạn thảo" in ran.err, "# yaml-language-server" in ran.err) == (3, True, True)
