"""`diff`, on files that the report formats wrote."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from report.builders import agency, commune, fleet_of, report_on
from report.test_diff import before

from dcs_audit.cli.main import main
from dcs_audit.cli.saved import Archive
from dcs_audit.report.interface import Options
from dcs_audit.report.json import render, render_line
from dcs_audit.verdicts.model import Report, Status

from .conftest import Ran

Save = Callable[..., str]


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DCS_AUDIT_LANG", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Writes what is given to a file and gives its path."""

    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


def diff(*argv: str) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    code = main(["diff", *argv], io.StringIO(), out, err)
    return Ran(code, out.getvalue(), err.getvalue())


def alone(report: Report) -> str:
    return render(report, Options())


def named(report: Report, name: str) -> Report:
    return replace(report, unit={**report.unit, "name": name}, input_path=f"{name}.yaml")


def lines(*reports: Report) -> str:
    return "".join(render_line(report, Options()) for report in reports)


def test_a_report_and_itself(save: Save) -> None:
    path = save("a.json", alone(commune()))
    ran = diff(path, path)
    assert (ran.code, ran.err) == (0, "")
    assert "Không có tồn tại nào mới, nặng hơn hoặc đã khắc phục." in ran.out


def test_new_and_worse_is_1_and_turned_round_it_is_told_that_the_order_may_be_wrong(save: Save) -> None:
    old, new = save("old.json", alone(before())), save("new.json", alone(commune()))
    ran = diff(old, new)
    assert (ran.code, ran.err) == (1, "")
    assert "Tồn tại mới (2)" in ran.out and "Nặng hơn (1)" in ran.out
    back = diff(new, old)
    assert back.code == 1 and "đảo thứ tự" in back.err and "đảo thứ tự" in back.out


def test_only_fixed_is_0(save: Save) -> None:
    results = tuple(
        replace(result, status=Status.PASSED) if result.is_violation else result for result in commune().results
    )
    better = report_on(dict(commune().unit), results)
    ran = diff(save("old.json", alone(commune())), save("new.json", alone(better)), "--format", "json")
    data = json.loads(ran.out)
    assert ran.code == 0
    assert data["summary"]["counts"] == {"new": 0, "worse": 0, "fixed": 5, "eased": 0, "open": 0}
    assert data["summary"]["put_right"] == 5 and data["summary"]["better"] == 1


def test_two_reports_are_compared_whoever_they_are_of_with_a_warning(save: Save) -> None:
    ran = diff(save("old.json", alone(commune())), save("new.json", alone(agency())), "--lang", "en")
    assert "different units" in ran.err and "different units" in ran.out
    assert ran.code == 0  # everything is gone, and nothing of it put right
    assert "No violation any more, but not passed either (5)" in ran.out


def written(form: str, *reports: Report) -> str:
    if form == "jsonl":
        return lines(*reports)
    text = fleet_of("json", reports, not_audited=["hong.yaml"])
    # As other tools write it again: keys in another order, so that it is not read in pieces.
    return json.dumps(json.loads(text), sort_keys=True) if form == "sorted" else text


@pytest.mark.parametrize("old_form", ["json", "jsonl", "sorted"])
@pytest.mark.parametrize("new_form", ["json", "jsonl"])
def test_fleets_in_whatever_order_and_form(save: Save, old_form: str, new_form: str) -> None:
    old = written(old_form, named(before(), "Xã A"), agency(), named(commune(), "Xã B"))
    new = written(new_form, named(commune(), "Xã B"), named(commune(), "Xã A"), agency())
    ran = diff(save(f"old.{old_form}", old), save(f"new.{new_form}", new), "--format", "json")
    data = json.loads(ran.out)
    assert ran.code == 1
    summary = data["summary"]
    assert (summary["units"], summary["better"], summary["worse"]) == (3, 0, 1)
    assert summary["worst"][0]["name"] == "Xã A"
    assert data["only_old"] == data["only_new"] == []
    assert data["not_audited"] == (["hong.yaml"] if new_form == "json" else [])


def test_units_of_one_side_are_listed(save: Save) -> None:
    both, path = named(agency(), "Sở A"), save("old.jsonl", lines(named(agency(), "Sở A"), named(commune(), "Xã B")))
    ran = diff(path, save("new.jsonl", lines(both)), "--lang", "en")
    assert ran.code == 0
    assert "Only before, not audited now (1 unit)" in ran.out and "do not count as put right" in ran.err
    ran = diff(save("new.jsonl", lines(both)), path, "--lang", "en")
    assert ran.code == 1  # a unit that was not there before brings violations
    assert "Xã B (Xã B.yaml): 5 violations" in ran.out


def test_one_unit_out_of_a_fleet_with_a_report_of_its_own(save: Save) -> None:
    fleet = written("json", named(commune(), "Xã A"), named(agency(), "Sở B"))
    ran = diff(save("old.json", fleet), save("new.json", alone(named(commune(), "Xã A"))), "--format", "json")
    data = json.loads(ran.out)
    assert ran.code == 0
    assert [unit["name"] for unit in data["units"]] == ["Xã A"]
    assert [unit["name"] for unit in data["only_old"]] == ["Sở B"]


def test_fleets_in_the_same_order_are_read_side_by_side(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    units = [named(agency(), f"Sở {number}") for number in range(40)]
    path, other = save("a.jsonl", lines(*units)), save("b.jsonl", lines(*units))
    alive = most = 0

    def counting(self: Archive) -> Any:
        nonlocal alive, most
        for report in inner(self):
            alive += 1
            yield report

    inner = Archive.__iter__
    monkeypatch.setattr(Archive, "__iter__", counting)

    from dcs_audit.verdicts import comparing

    real = comparing.compare

    def compare(old: Any, new: Any) -> Any:
        nonlocal alive, most
        most = max(most, alive - 80)  # the first reading takes 80
        alive -= 2
        return real(old, new)

    monkeypatch.setattr(comparing, "compare", compare)
    assert diff(path, other).code == 0
    assert most == 2


# --- files that are no reports ----------------------------------------------------------------------------------------

GOOD = json.loads(alone(commune()))


def changed(**more: Any) -> str:
    return json.dumps({**GOOD, **more}, indent=1, ensure_ascii=False)


def result(**more: Any) -> str:
    return changed(results=[{**GOOD["results"][0], **more}, *GOOD["results"][1:]])


BAD = {
    "empty": (b"", r"t.json: the file is empty"),
    "blank": (b" \n", r"t.json: the file is empty"),
    "truncated": (alone(commune())[:2000].encode(), r"t.json:\d+:\d+: "),
    "unclosed": (alone(commune()).rstrip()[:-1].encode(), r"t.json:\d+:\d+: .*comma"),
    "yaml": (b"unit: {name: X}\n", r"t.json:1:1: .*no JSON"),
    "utf16": (alone(commune()).encode("utf-16"), r"t.json: .*UTF-16"),
    "bytes": (b'{"a": "\xe3\x28"}', r"t.json:1:8: .*0xE3"),
    "deep": (b"[" * 100_000, r"t.json:1:1: .*deep"),
    "list": (b"[1]", r"t.json:1:1: no report"),
    "unit file": (b'{"unit": {"name": "X", "type": "commune"}}', r"t.json:1:1: no report"),
    "later version": (changed(schema="dcs-audit/report@2"), r"t.json:2:12: schema: .*report@2 is not of this version"),
    "other data": (changed(schema="dcs-audit/diff@1"), r"t.json:2:12: schema: .*no audit report"),
    "no year": (json.dumps({k: v for k, v in GOOD.items() if k != "year"}), r"t.json:1:1: year: is missing"),
    "bad status": (result(status="fine"), r"t.json:\d+:\d+: results\[0\].status: is not what"),
    "bad day": (result(due="2026-02-30"), r"t.json:\d+:\d+: results\[0\].due: is not what"),
    "day as number": (result(due=20260101), r"results\[0\].due: is not what"),
    "bad clause": (result(basis=[{"source": "x", "label": "x", "clause": [1]}]), r"results\[0\].basis\[0\].clause: "),
    "tampered": (result(status="passed"), r"t.json:\d+:\d+: summary: the counts do not fit"),
    "narrowed": (changed(results=GOOD["results"][:3]), r"results: holds only 3 of 12 duties"),
    "no units": (b'{"schema": "dcs-audit/fleet@1", "summary": {}}', r"t.json: .*without its list of units"),
    "units no list": (b'{"units": 1, "schema": "dcs-audit/fleet@1"}', r"t.json: .*without its list of units"),
    "bad unit": (
        b'{"schema": "dcs-audit/fleet@1",\n"units": [\n {"schema": "dcs-audit/report@1"}]}',
        r"t.json:3:2: .*is missing",
    ),
    "fleet cut off": (b'{"schema": "dcs-audit/fleet@1", "units": [', r"t.json:1:43: "),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_report_is_3_with_its_place(save: Save, name: str) -> None:
    content, told = BAD[name]
    bad, good = save("t.json", content), save("good.json", alone(commune()))
    for pair in ((bad, good), (good, bad)):
        ran = diff(*pair, "--lang", "en")
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.count("\n") == 1

        assert re.search(told, ran.err), ran.err


@pytest.mark.parametrize("name", ["nicht-da.json", "."])
def test_a_file_that_cannot_be_read_is_3(save: Save, tmp_path: Path, name: str) -> None:
    ran = diff(save("good.json", alone(commune())), str(tmp_path / name))
    assert ran.code == 3 and ran.err.startswith(str(tmp_path)) and "Traceback" not in ran.err


def test_usage(save: Save) -> None:
    path = save("good.json", alone(commune()))
    assert diff(path).code == 2
    assert diff(path, path, "--format", "xml").code == 2


def test_what_a_terminal_would_obey_is_shown(save: Save) -> None:
    report = replace(commune(), unit={"name": "\x1b[31mXã\u202e", "type": "commune"}, as_of=date(2026, 1, 1))
    path, other = save("a.json", alone(report)), save("b.json", alone(commune()))
    for ran in (diff(path, other), diff(other, path)):
        assert "\x1b" not in ran.out + ran.err and "\u202e" not in ran.out + ran.err
    assert "\x1b" not in diff(path, other, "--format", "json").out


def test_help_fits_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = diff("--help")
    assert ran.code == 0 and max(map(len, ran.out.splitlines())) <= 84
    assert "Mã kết thúc:" in ran.out
