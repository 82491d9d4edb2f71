"""The public functions, and the examples of the README in Python."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import dcs_audit
from dcs_audit.law.loader import PackError
from dcs_audit.verdicts.model import AuditError, Status

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 20)


def test_a_file_is_loaded_and_audited() -> None:
    unit = dcs_audit.load_unit(ROOT / "samples" / "xa-gan-dat.yaml")
    report = dcs_audit.audit(unit, as_of=DAY)
    assert report.unit["name"] == "Xã Phú Hòa Đông"
    assert sum(report.summary.counts.values()) == report.summary.duties == len(report.results)
    assert report == dcs_audit.audit(unit, DAY, dcs_audit.load_rulebook())


def test_the_packs_of_the_file_are_used() -> None:
    path = ROOT / "samples" / "ke-hoach" / "binh-giang-2026" / "xa-binh-giang.yaml"
    report = dcs_audit.audit(dcs_audit.load_unit(path), as_of=DAY, engine="reference")
    assert [pack.name for pack in report.packs] == ["quoc-gia", "binh-giang-2026"]


def test_a_bad_file_is_told_and_never_audited() -> None:
    unit = dcs_audit.load_unit(str(ROOT / "samples" / "loi-dinh-dang.yaml"))
    assert unit.unit is None
    assert unit.problems[0].line == 4
    with pytest.raises(AuditError):
        dcs_audit.audit(unit, as_of=DAY)
    assert dcs_audit.load_unit(ROOT / "no-such-file.yaml").problems


def test_a_pack_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        dcs_audit.load_rulebook([str(tmp_path)])


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = dcs_audit.no_such_name


def test_the_examples_of_the_readme_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    names: dict[str, Any] = {}
    for example in examples:
        exec(example, names)
    assert "LDC-D11-K2-THUCHIEN late 2026-10-15" in capsys.readouterr().out
    assert names["report"].summary.counts[Status.LATE] == 1
