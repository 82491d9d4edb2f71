"""`calendar`, with a stand-in for the auditor: files, arguments and output are real."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from report.builders import duty

from dcs_audit.installation.commands import with_extra
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Status

from .conftest import UNIT, Bench, audit_error

UnitFile = Callable[..., str]
DUE = duty("LDC-D14-K3", Status.PENDING, Text("Báo cáo", "Report"), due=date(2026, 12, 31))
OVERDUE = duty("LDC-D11-K1", Status.MISSING, Text("Công khai", "Disclosure"), due=date(2026, 3, 9))
DAY = ("--as-of", "2026-11-20")


@pytest.fixture
def bench(bench: Bench) -> Bench:
    bench.results = (DUE, OVERDUE)
    return bench


def test_what_falls_due_and_what_is_overdue(bench: Bench, unit_file: UnitFile) -> None:
    ran = bench.run("calendar", unit_file())
    assert (ran.code, ran.err) == (0, "")  # an overdue duty is no failure here: `check` is for that
    assert "Tháng 12/2026 (1 việc)" in ran.out
    assert ran.out.index("Đã quá hạn, chưa thực hiện (1)") < ran.out.index("Tháng 12/2026")


def test_the_years_that_the_days_reach_into_are_audited(bench: Bench, unit_file: UnitFile) -> None:
    bench.run("calendar", unit_file(), *DAY, "--next", "30")
    bench.run("calendar", unit_file(), *DAY, "--next", "60")
    bench.run("calendar", unit_file(), *DAY, "--next", "0", "--year", "2025")
    asked = [(audit["year"], audit["as_of"]) for audit in bench.audits]
    assert [year for year, _ in asked] == [2025, 2026, 2025, 2026, 2027, 2025, 2026]
    assert {as_of for _, as_of in asked} == {date(2026, 11, 20)}


def test_what_lies_beyond_the_days_is_only_counted(bench: Bench, unit_file: UnitFile) -> None:
    ran = bench.run("calendar", unit_file(), "--next", "40", "--lang", "en")
    assert "Nothing with a due date" in ran.out and "1 duty due after 30/12/2026" in ran.out


def test_json_of_several_units(bench: Bench, unit_file: UnitFile) -> None:
    ran = bench.run("calendar", unit_file(), unit_file("b.yaml", unit="Xã B"), "--format", "json")
    data = json.loads(ran.out)
    assert [unit["unit"]["name"] for unit in data["units"]] == ["Xã A", "Xã B"]
    assert [entry["unit"] for entry in data["due"]] == [0, 1]


def test_ics_to_a_file(bench: Bench, unit_file: UnitFile, tmp_path: Path) -> None:
    target = tmp_path / "lich.ics"
    ran = bench.run("calendar", unit_file(), "--format", "ics", "--output", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    whole = Calendar.from_ical(target.read_bytes().decode())
    assert len(whole.walk("VEVENT")) == 1


def test_ics_without_the_library_says_what_to_install(
    bench: Bench, unit_file: UnitFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "icalendar":
            raise ModuleNotFoundError("No module named 'icalendar'", name="icalendar")
        return real(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.delitem(__import__("sys").modules, "dcs_audit.report.calendar_ics", raising=False)
    ran = bench.run("calendar", unit_file(), "--format", "ics")
    assert ran.code == 2 and with_extra("calendar") in ran.err and "Traceback" not in ran.err
    assert bench.audits == []


def test_a_bad_file_costs_only_its_own_unit(bench: Bench, unit_file: UnitFile, tmp_path: Path) -> None:
    bad = tmp_path / "hong.yaml"
    bad.write_text("unit: {name: X, type: comune}\nyear: 2026\n")
    ran = bench.run("calendar", str(bad), unit_file())
    assert ran.code == 3 and f"{bad}:1:" in ran.err
    assert "31/12/2026" in ran.out


def test_a_unit_that_cannot_be_audited_is_not_shown_as_clean(bench: Bench, unit_file: UnitFile) -> None:
    bench.fail = audit_error("Xã A")
    ran = bench.run("calendar", unit_file(), "--lang", "en")
    assert ran.code == 2 and "the engines disagree" in ran.err
    assert "No unit was audited" in ran.out


def test_a_unit_without_any_duty_is_not_shown_as_clean(bench: Bench, unit_file: UnitFile) -> None:
    bench.results = ()
    ran = bench.run("calendar", unit_file(), "--lang", "en")
    assert ran.code == 2 and "No unit was audited" in ran.out


def test_an_empty_folder_and_a_bad_pack(bench: Bench, tmp_path: Path) -> None:
    assert bench.run("calendar", str(tmp_path)).code == 3
    assert bench.run("calendar", str(tmp_path), "--pack", "hong").code == 2


def test_packs_that_a_file_names_are_used(bench: Bench, unit_file: UnitFile) -> None:
    bench.run("calendar", unit_file(more="packs: [binh-giang-2026]\n"))
    assert bench.audits[0]["packs"] == ["quoc-gia", "binh-giang-2026"]
    assert bench.run("calendar", unit_file(more="packs: [hong]\n")).code == 2


def test_standard_input(bench: Bench) -> None:
    bench.stdin = UNIT.format(name="Xã A")
    assert "Xã A" in bench.run("calendar", "-").out


@pytest.mark.parametrize("days", ["-1", "x", "1.5", "1097", "9" * 30, ""])
def test_days_that_are_none(bench: Bench, unit_file: UnitFile, days: str) -> None:
    ran = bench.run("calendar", unit_file(), f"--next={days}")
    assert ran.code == 2 and "1096" in ran.err


def test_a_unit_file_is_not_overwritten(bench: Bench, unit_file: UnitFile) -> None:
    path = unit_file()
    content = Path(path).read_bytes()
    ran = bench.run("calendar", path, "--output", path)
    assert ran.code == 2 and Path(path).read_bytes() == content


def test_help_fits_80_columns(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = bench.run("calendar", "--help")
    assert ran.code == 0 and max(map(len, ran.out.splitlines())) <= 84
    assert "Mã kết thúc:" in ran.out


def test_the_ending_of_the_file_says_the_format(bench: Bench, unit_file: UnitFile, tmp_path: Path) -> None:
    for name, beginning in (("a.ics", "BEGIN:VCALENDAR"), ("a.json", "{"), ("a.txt", "LỊCH"), ("a", "LỊCH")):
        for _ in range(2):  # an earlier one is replaced
            assert bench.run("calendar", unit_file(), "--output", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)
    ran = bench.run("calendar", unit_file(), "--output", str(tmp_path / "a.pdf"))
    assert (ran.code, ".ics" in ran.err, (tmp_path / "a.pdf").exists()) == (2, True, False)


def test_what_people_made_is_kept(bench: Bench, unit_file: UnitFile, tmp_path: Path) -> None:
    other = Path(unit_file("khac.yaml"))
    before = other.read_bytes()
    argv = ("calendar", unit_file(), "--format", "text", "--output", str(other))
    ran = bench.run(*argv)
    assert (ran.code, "--force" in ran.err, other.read_bytes()) == (2, True, before)
    assert bench.run(*argv, "--force").code == 0
    assert other.read_bytes() != before


def test_files_of_a_folder_that_are_not_read_are_named(bench: Bench, unit_file: UnitFile, tmp_path: Path) -> None:
    unit_file("so/a.yaml")
    (tmp_path / "so" / "cu.xls").write_bytes(b"x")
    ran = bench.run("calendar", str(tmp_path / "so"))
    assert (ran.code, "cu.xls" in ran.err) == (0, True)
