"""`rules lint` on tiny packs, one of which takes the place of the national one."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dcs_audit.cli.main import main

from .conftest import Ran

sys.path.append(str(Path(__file__).parent.parent / "law"))

from lint_packs import good_check, good_rule, pack

Lint = Callable[..., Ran]


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Runs `rules lint` with the pack `quoc-gia` of the test's own folder as the national one."""
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)
    monkeypatch.setattr("dcs_audit.law.rulebook.NATIONAL", str(tmp_path / "quoc-gia"))

    def run(*argv: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        code = main(("rules", "lint", *argv), io.StringIO(), out, err, lambda: date(2026, 11, 20))
        return Ran(code, out.getvalue(), err.getvalue())

    return run


def test_without_fault(lint: Lint, tmp_path: Path) -> None:
    pack(tmp_path / "quoc-gia")
    assert lint() == Ran(0, "1 quy định, 1 tiêu chí, 0 tham số, 2 ca kiểm tra: không có lỗi\n", "")
    assert lint("--lang", "en") == Ran(0, "1 rules, 1 checks, 0 parameters, 2 cases: no fault\n", "")
    assert lint("--format", "json") == Ran(0, "[]\n", "")


def test_faults_in_the_language_of_the_run(lint: Lint, tmp_path: Path) -> None:
    pack(tmp_path / "quoc-gia", checks=[good_check(), good_check("thua")])
    ran = lint()
    assert ran.code == 2
    assert ran.out == (
        "quoc-gia/a.yaml:42:9: unused-check: không quy định nào dùng tiêu chí `thua`: dùng nó hoặc bỏ đi\n"
    )
    assert ran.err == "1 lỗi trong 1 quy định, 2 tiêu chí, 0 tham số, 2 ca kiểm tra\n"
    assert lint("--lang", "en").out == (
        "quoc-gia/a.yaml:42:9: unused-check: no rule uses the check `thua`: use it or leave it out\n"
    )


def test_faults_as_data(lint: Lint, tmp_path: Path) -> None:
    pack(tmp_path / "quoc-gia", checks=[good_check(), good_check("thua")])
    ran = lint("--format", "json")
    (fault,) = json.loads(ran.out)
    assert ran.code == 2
    assert list(fault) == ["file", "line", "column", "code", "message"]
    assert (fault["file"], fault["line"], fault["code"]) == ("quoc-gia/a.yaml", 42, "unused-check")
    assert sorted(fault["message"]) == ["en", "vi"]


def test_every_pack_that_is_named(lint: Lint, tmp_path: Path) -> None:
    pack(tmp_path / "quoc-gia")
    local = pack(tmp_path / "xa", [good_rule("qc-2")], [], scoring=None, groups=[], vocabulary={})
    (local / "sources.yaml").unlink()
    ran = lint("--pack", str(local), "--lang", "en")
    assert ran.code == 2
    assert ran.out.startswith("xa/a.yaml:2:7: rule-id: ") and ran.out.count("\n") == 1


def test_a_pack_that_is_not_there_is_a_fault(lint: Lint, tmp_path: Path) -> None:
    pack(tmp_path / "quoc-gia")
    ran = lint("--pack", "khong-co")
    assert ran.code == 2
    assert ran.out.startswith("khong-co:1:1: unloadable: không có bộ quy định này: ") and ran.out.count("\n") == 1
    (fault,) = json.loads(lint("--pack", "khong-co", "--format", "json").out)
    assert (fault["file"], fault["code"]) == ("khong-co", "unloadable")
    assert "pack.yaml" in fault["message"]["en"] and fault["message"]["en"] != fault["message"]["vi"]


def test_a_broken_pack_yaml_is_told_as_data_beside_the_faults_of_its_rules(lint: Lint, tmp_path: Path) -> None:
    pack(tmp_path / "quoc-gia")
    local = pack(tmp_path / "xa", [good_rule("QC-2", severity="grave")], [], scoring=None, groups=[], vocabulary={})
    (local / "sources.yaml").unlink()
    about = (local / "pack.yaml").read_text(encoding="utf-8")
    for broken in ("nme: xa\n" + about.replace("name: xa\n", ""), about.replace("title:", "title: ["), ""):
        (local / "pack.yaml").write_text(broken, encoding="utf-8")
        ran = lint("--pack", str(local), "--format", "json")
        told = json.loads(ran.out)
        assert ran.code == 2
        assert {fault["file"] for fault in told} == {"xa/a.yaml", "xa/pack.yaml"}
        assert {fault["code"] for fault in told} == {"unloadable"}, broken
        assert all(fault["message"]["vi"] != fault["message"]["en"] for fault in told)


def test_a_key_of_a_case_that_no_record_has_is_told_at_its_place(lint: Lint, tmp_path: Path) -> None:
    folder = pack(tmp_path / "quoc-gia")
    cases = (folder / "a.test.yaml").read_text(encoding="utf-8")
    (folder / "a.test.yaml").write_text(cases.replace("date: '2022-01-01'", "daet: '2022-01-01'"), encoding="utf-8")
    line = next(at for at, text in enumerate(cases.splitlines(), start=1) if "2022-01-01" in text)
    told = lint("--lang", "en").out.splitlines()
    assert told[0].startswith(f"quoc-gia/a.test.yaml:{line}:")
    assert "unreadable-case: QC-D1: defective: records.documents[0].daet: there is no key `daet` here" in told[0]
    assert "did you mean `date`?" in told[0]
