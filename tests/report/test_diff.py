"""Comparisons: screens against files that were read by a person, and data read again."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from dcs_audit.fleet.movement import Movement
from dcs_audit.fleet.tally import MOST_NAMED
from dcs_audit.locale.phrases import Lang
from dcs_audit.report import diff_fleet_text, diff_text
from dcs_audit.report.diff_json import JsonDiff
from dcs_audit.report.fleet_json import FLEET_SCHEMA as FLEET_WRITTEN
from dcs_audit.report.interface import Options
from dcs_audit.report.json import REPORT_SCHEMA as REPORT_WRITTEN
from dcs_audit.report.json import render_line
from dcs_audit.verdicts.comparing import Comparison, Kind, compare
from dcs_audit.verdicts.matching import who
from dcs_audit.verdicts.model import DutyResult, Report, Status
from dcs_audit.verdicts.saved import FLEET_SCHEMA, REPORT_SCHEMA, NoReport, SavedReport, read_report

from .builders import agency, commune, report_on

GOLDEN = Path(__file__).parent / "golden"


def saved(report: Report) -> SavedReport:
    return read_report(json.loads(render_line(report, Options())))


def before() -> Report:
    """The commune five months earlier."""
    changes: dict[str, dict[str, object]] = {
        "LDC-D11-K1": {"status": Status.PASSED},
        "LDC-D11-K2": {"days": 2},
        "LDC-D36-K1": {"status": Status.MISSING, "checks": ()},
        "LDC-D11-K13": {"status": Status.MISSING},
        "LDC-D41-K1": {"status": Status.DEFECTIVE},
        "LDC-D11-K8": {"status": Status.PENDING},
    }

    def earlier(result: DutyResult) -> DutyResult:
        if result.duty == "LTCD-D15-K2:2026-M02":
            return replace(result, status=Status.PENDING, days=8)
        if result.duty == "LTCD-D15-K2:2026-M01":
            return replace(result, days=296 - 153)
        return replace(result, **changes.get(result.rule, {}))  # type: ignore[arg-type]

    results = tuple(earlier(result) for result in commune().results)
    return replace(report_on(dict(commune().unit), results), as_of=date(2026, 6, 20))


def one() -> Comparison:
    return compare(saved(before()), saved(commune()))


def doubtful() -> Comparison:
    new = replace(agency(), as_of=date(2026, 1, 2), year=2025, rulebook_digest="sha256:" + "ab" * 32)
    return compare(saved(agency()), saved(replace(new, unit={"name": "Sở Y tế", "type": "state_agency"})))


SCREENS = {
    "diff-one-vi-80": (one, "vi", 80),
    "diff-one-en-120": (one, "en", 120),
    "diff-doubtful-vi-80": (doubtful, "vi", 80),
}


def held_against_golden(name: str, shown: str) -> None:
    """GOLDEN_UPDATE=1 writes the files anew; read every line of the difference before keeping it."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN_UPDATE"):
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dcs_audit.report.diff_text.__version__", "0.1.0")
    make, lang, width = SCREENS[name]
    held_against_golden(name, diff_text.render(make(), lang, width, False))  # type: ignore[arg-type]


def fleet(number: int) -> tuple[Movement, list[SavedReport], list[SavedReport]]:
    """So many communes that fell back, and an agency that did not change."""
    movement, old, new = Movement(), [saved(agency())], [saved(agency())]
    for place in range(number):
        named = {**commune().unit, "name": f"Xã {place}"}
        old.append(saved(replace(before(), unit=named, input_path=f"{place}.yaml")))
        new.append(saved(replace(commune(), unit=named, input_path=f"{place}.yaml")))
    for pair in zip(old, new, strict=True):
        movement.add(compare(*pair))
    return movement, old, new


def fleet_screen(number: int, lang: Lang = "vi", width: int = 80) -> str:
    movement, old, new = fleet(number)
    gone, come = [who(report) for report in old[:1]], [who(report) for report in new[-1:]]
    paths, sizes = ("cu.jsonl", "moi.json"), (len(old) + 1, len(new) + 1)
    return diff_fleet_text.render(movement, paths, sizes, (gone, come), ("hong.yaml",), lang, width, False)


def test_screen_of_a_fleet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dcs_audit.report.diff_fleet_text.__version__", "0.1.0")
    held_against_golden("diff-fleet-vi-80", fleet_screen(3))


def test_a_large_fleet_takes_no_more_room() -> None:
    lines = fleet_screen(60).splitlines()
    assert len(lines) < 50 + MOST_NAMED * 2
    assert " … và 40 đơn vị khác" in lines


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_page(lang: Lang, width: int) -> None:
    shown = [diff_text.render(make(), lang, width, False) for make in (one, doubtful)]
    shown.append(fleet_screen(3, lang, width))
    assert max(cell_len(line) for text in shown for line in text.splitlines()) <= width


def test_data() -> None:
    movement, old, _ = fleet(2)
    frame = JsonDiff()
    pieces = [frame.begin("a.json", "b.json"), frame.unit(one()), frame.unit(doubtful())]
    text = "".join([*pieces, frame.end(movement, ([who(old[0])], []), ("hong.yaml",))])
    data = json.loads(text)
    assert data["schema"] == "dcs-audit/diff@1"
    unit, strange = data["units"]
    assert unit["counts"] == {"new": 2, "worse": 1, "fixed": 2, "eased": 1, "open": 1}
    assert unit["newly_due"] == 1
    kinds = {change["duty"]: (change["kind"], change["put_right"]) for change in unit["changes"]}
    assert kinds["LDC-D11-K13"] == ("fixed", True)
    assert kinds["LDC-D41-K1"] == ("fixed", False)
    assert [warning["code"] for warning in strange["warnings"]] == ["unit", "year", "rulebook", "order"]
    assert data["summary"]["units"] == 3 and data["summary"]["worse"] == 2
    assert data["only_old"][0]["name"] == "Sở Tài chính tỉnh Đồng Tháp"
    assert data["not_audited"] == ["hong.yaml"]
    assert len(data["warnings"]) == 2


def test_data_of_nothing_is_whole() -> None:
    frame = JsonDiff()
    assert json.loads(frame.begin("a", "b") + frame.end(Movement(), ([], []), ()))["units"] == []


# --- a report read again ----------------------------------------------------------------------------------------------


def test_what_is_written_is_what_is_read() -> None:
    assert (REPORT_SCHEMA, FLEET_SCHEMA) == (REPORT_WRITTEN, FLEET_WRITTEN)
    report, again = commune(), saved(commune())
    assert (again.name, again.year, again.as_of) == (report.unit["name"], report.year, report.as_of)
    assert [(one.duty, one.status, one.due, one.days) for one in again.duties.values()] == [
        (result.duty, result.status, result.due, result.days) for result in report.results
    ]
    budget = again.duties["LDC-D11-K2"]
    assert budget.failed == 2
    assert (budget.basis[0].article, budget.basis[0].clause, budget.basis[0].short.vi) == (11, "2", "Luật 10/2022/QH15")


def test_a_report_that_was_narrowed_or_changed_is_none() -> None:
    data = json.loads(render_line(commune(), Options()))
    shorter = {**data, "results": data["results"][1:]}
    with pytest.raises(NoReport, match=r"saved\.narrowed"):
        read_report(shorter)
    first = {**data["results"][0], "status": "passed"}
    with pytest.raises(NoReport, match=r"saved\.changed"):
        read_report({**data, "results": [first, *data["results"][1:]]})
    with pytest.raises(NoReport, match=r"saved\.changed"):
        read_report({**data, "results": [*data["results"], data["results"][0]]})


def test_duties_of_two_years_are_the_same_but_for_the_year() -> None:
    duty = replace(commune().results[0], duty="A@2026-Q1", period="2026-Q1")
    later = replace(duty, duty="A@2027-Q1", period="2027-Q1")
    old = saved(report_on({"name": "Xã", "type": "commune"}, (duty,)))
    new = saved(report_on({"name": "Xã", "type": "commune"}, (later,), year=2027))
    assert compare(old, new).counts == {Kind.OPEN: 1}


def test_duties_with_one_name_are_kept_apart() -> None:
    twice = (commune().results[0], replace(commune().results[0], status=Status.PASSED))
    assert len(saved(report_on({"name": "Xã", "type": "commune"}, twice)).duties) == 2
