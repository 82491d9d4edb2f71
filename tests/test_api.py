"""The public functions, and the examples of the README in Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
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


# --- wrong arguments ------------------------------------------------------------------------------------------------

SAMPLE = ROOT / "samples" / "xa-gan-dat.yaml"
VILLAGE = {"unit": {"name": "A", "type": "village"}, "year": 2026}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda unit, book: dcs_audit.audit(unit, "2026-11-20"), r"as_of is a str .* date\(2026, 11, 20\)"),
        (lambda unit, book: dcs_audit.audit(unit, "20/11/2026"), r"as_of is a str .* date\.fromisoformat"),
        (lambda unit, book: dcs_audit.audit(unit, datetime(2026, 11, 20, 8)), r"as_of\.date\(\)"),
        (lambda unit, book: dcs_audit.audit(unit, None), "as_of is a NoneType: give a datetime.date"),
        (lambda unit, book: dcs_audit.audit("a.yaml", DAY), r"unit is a str \('a.yaml'\): give what load_unit"),
        (lambda unit, book: dcs_audit.audit(unit, DAY, "quoc-gia"), "rulebook is a str .* load_rulebook"),
        (lambda unit, book: dcs_audit.load_unit(SAMPLE, "quoc-gia"), "rulebook is a str .* load_rulebook"),
        (lambda unit, book: dcs_audit.audit_many([VILLAGE], book, "2026-11-20"), r"date\(2026, 11, 20\)"),
        (lambda unit, book: dcs_audit.audit_many([VILLAGE], "quoc-gia", DAY), "rulebook is a str"),
        (lambda unit, book: dcs_audit.audit_many(VILLAGE, book, DAY), r"one dict: .* \[record\]"),
        (lambda unit, book: dcs_audit.audit_many("a.yaml", book, DAY), "one str"),
    ],
)
def test_a_wrong_argument_is_told_at_the_call(call: Callable[[Any, Any], Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        call(dcs_audit.load_unit(SAMPLE), dcs_audit.load_rulebook())


def test_one_pack_needs_no_list() -> None:
    listed = dcs_audit.load_rulebook(["binh-giang-2026"])
    for one in ("binh-giang-2026", ROOT / "rules" / "binh-giang-2026", [ROOT / "rules" / "binh-giang-2026"]):
        assert dcs_audit.load_rulebook(one).digest == listed.digest


def test_a_failure_says_why() -> None:
    bad = [{"unit": {"name": "A", "type": "thôn"}, "year": 2026}, VILLAGE | {"packs": ["my-hao-2024"]}, 7]
    told = [str(failure) for failure in dcs_audit.audit_many(bad, dcs_audit.load_rulebook(), DAY)]
    assert told[0].startswith("<1>:") and "village" in told[0]
    assert "my-hao-2024" in told[1] and "int" in told[2]


def test_the_public_names_are_listed() -> None:
    names = [name for name in dir(dcs_audit) if not name.startswith("__")]
    assert names == ["Failure", "audit", "audit_many", "load_rulebook", "load_unit"]


# --- threads --------------------------------------------------------------------------------------------------------


def test_threads_get_the_reports_that_one_thread_gets() -> None:
    units = [dcs_audit.load_unit(path) for path in sorted((ROOT / "samples").glob("*.yaml"))]
    units = [unit for unit in units if unit.unit is not None and not unit.unit.packs][:4] * 3
    alone = [dcs_audit.audit(unit, DAY) for unit in units]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda unit: dcs_audit.audit(unit, DAY), units)) == alone
