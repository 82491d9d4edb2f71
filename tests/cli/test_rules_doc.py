"""`rules doc`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from law.tiny_packs import rule, rulebook, words

from dcs_audit.cli.main import main
from dcs_audit.installation.commands import with_extra

from .conftest import Ran

Run = Callable[..., Ran]
TWO = (rule("LDC-D1"), rule("LDC-D2"))
CASES = """\
bases: {b: {as_of: 2026-11-20, year: 2026, unit: {name: A, type: state_agency}}}
cases:
  - {rule: LDC-D1, base: b, name: có quy chế, expect: passed, records: {documents: [{kind: democracy_regulation}]}}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)

    def call(*argv: str, rules: Any = TWO, cases: str = CASES) -> Ran:
        book = rulebook(tmp_path / "goi", rules)
        (tmp_path / "goi" / "a.test.yaml").write_text(cases, encoding="utf-8")
        monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", lambda names=(): book)
        out, err = io.StringIO(), io.StringIO()
        code = main(["rules", "doc", *argv], io.StringIO(), out, err)
        return Ran(code, out.getvalue(), err.getvalue())

    return call


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_index_and_a_page_for_each_rule(run: Run, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "so" / "tay"
    ran = run("--output", str(folder), "--format", form)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Đã ghi 2 trang và mục lục vào {folder}.\n")
    assert names(folder) == [f"index.{form}", f"ldc-d1.{form}", f"ldc-d2.{form}"]
    text = (folder / f"ldc-d1.{form}").read_text(encoding="utf-8")
    assert "title LDC-D1" in text and "Ví dụ hồ sơ đạt" in text and "có quy chế" in text
    assert f"ldc-d2.{form}" in (folder / f"index.{form}").read_text(encoding="utf-8")


def test_in_english(run: Run, tmp_path: Path) -> None:
    assert run("--output", str(tmp_path / "en"), "--lang", "en").err.startswith("Wrote 2 pages and the index")
    assert "## The duty" in (tmp_path / "en" / "ldc-d1.md").read_text(encoding="utf-8")


def test_a_second_run_writes_the_same_and_leaves_other_files(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tay"
    folder.mkdir()
    (folder / "ghi-chu.md").write_text("của tôi", encoding="utf-8")
    run("--output", str(folder))
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run("--output", str(folder)).code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert first["ghi-chu.md"].decode() == "của tôi"


def test_output_that_cannot_be(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "tep"
    file.write_text("x", encoding="utf-8")
    ran = run("--output", str(file))
    assert (ran.code, ran.out) == (2, "") and "cần một thư mục" in ran.err
    assert file.read_text(encoding="utf-8") == "x"
    below = run("--output", str(file / "tay"))
    assert below.code == 2 and "không ghi được" in below.err
    assert run().code == 2
    in_the_way = tmp_path / "tay"
    (in_the_way / "ldc-d2.md").mkdir(parents=True)
    assert run("--output", str(in_the_way)).code == 2


def test_nothing_is_written_where_the_pack_is_bad(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tay"
    escaped = run("--output", str(folder), rules=[rule("../LDC")], cases=CASES.replace("LDC-D1", "../LDC"))
    assert escaped.code == 2 and "`../LDC`" in escaped.err
    broken = run("--output", str(folder), cases="bases: [")
    assert broken.code == 2 and "a.test.yaml:2:1: " in broken.err
    assert not folder.exists() and not (tmp_path / "ldc.md").exists()


def test_html_without_jinja(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "dcs_audit.report.handbook.html", raising=False)
    monkeypatch.delattr("dcs_audit.report.handbook.html", raising=False)
    ran = run("--output", str(tmp_path / "tay"), "--format", "html")
    assert ran.code == 2 and with_extra("reports") in ran.err
    assert not (tmp_path / "tay").exists()
    assert run("--output", str(tmp_path / "tay"), "--format", "md").code == 0


def test_versions_share_a_page(run: Run, tmp_path: Path) -> None:
    old = rule("LDC-D1", in_force={"from": "2020-01-01", "to": "2025-06-30"}, message=words("cũ"))
    assert run("--output", str(tmp_path / "t"), rules=[old, rule("LDC-D1", in_force={"from": "2025-07-01"})]).code == 0
    assert names(tmp_path / "t") == ["index.md", "ldc-d1.md"]


def test_pages_that_people_wrote_are_kept(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tay"
    folder.mkdir()
    (folder / "index.md").write_text("# Của tôi\n", encoding="utf-8")
    ran = run("--output", str(folder))
    assert (ran.code, names(folder)) == (2, ["index.md"])
    assert "index.md" in ran.err and "--force" in ran.err
    assert run("--output", str(folder), "--force").code == 0
    assert run("--output", str(folder)).code == 0  # our own are replaced
