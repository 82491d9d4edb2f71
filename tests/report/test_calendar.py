"""The calendar: screens against files that were read by a person, and files for calendar programs read again."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from rich.cells import cell_len

from dcs_audit.locale.phrases import Lang, Text
from dcs_audit.report import calendar_ics, calendar_json, calendar_text
from dcs_audit.verdicts.agenda import Agenda, Audit, agenda
from dcs_audit.verdicts.model import DutyResult, Report, Severity, Status

from .builders import agency, commune, duty, report_on

GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2026, 11, 20)


def following(report: Report) -> Report:
    """The next year of the commune, as far as it is known in the old one."""
    month = duty(
        "LTCD-D15-K2",
        Status.PENDING,
        Text("Chủ tịch UBND cấp xã tiếp công dân", "Citizen reception (tiếp công dân) by the chairman"),
        duty="LTCD-D15-K2@2027-M01",
        period="2027-M01",
        due=date(2027, 1, 31),
        days=72,
        verified=False,
    )
    return replace(report, year=2027, results=(month,))


def of(*reports: Report, days: int = 90) -> Agenda:
    return agenda([Audit(report, 0) for report in reports], AS_OF, days)


def one() -> Agenda:
    return agenda([Audit(commune(), 0), Audit(following(commune()), 1)], AS_OF, 90)


def several() -> Agenda:
    other = replace(commune(), unit={"name": "Xã Bình Minh", "type": "commune"}, input_path="b.yaml")
    return of(commune(), other, agency())


SCREENS = {
    "calendar-one-vi-80": (one, "vi", 80),
    "calendar-one-en-120": (one, "en", 120),
    "calendar-several-vi-100": (several, "vi", 100),
    "calendar-nothing-vi-80": (lambda: of(agency()), "vi", 80),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """GOLDEN_UPDATE=1 writes the files anew; read every line of the difference before keeping it."""
    monkeypatch.setattr("dcs_audit.report.calendar_text.__version__", "0.1.0")
    make, lang, width = SCREENS[name]
    shown = calendar_text.render(make(), lang, width, False)  # type: ignore[arg-type]
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN_UPDATE"):
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_page(lang: Lang, width: int) -> None:
    shown = calendar_text.render(several(), lang, width, False)
    assert max(cell_len(line) for line in shown.splitlines()) <= width


def test_nothing_audited_is_not_nothing_due() -> None:
    shown = calendar_text.render(of(), "en", 80, False)
    assert "No unit was audited" in shown


def test_many_units_with_the_same_duty_are_told_once() -> None:
    units = [
        replace(commune(), unit={"name": f"Xã {number}", "type": "commune"}, input_path=f"{number}.yaml")
        for number in range(300)
    ]
    shown = calendar_text.render(of(*units), "vi", 120, False)
    assert shown.count("Báo cáo Hội đồng nhân dân về thực hiện dân chủ") == 1
    assert "… và 280 nữa" in shown
    assert len(shown.splitlines()) < 80


# --- data -------------------------------------------------------------------------------------------------------------


def test_data() -> None:
    data = json.loads(calendar_json.render(one()))
    assert data["schema"] == "dcs-audit/calendar@1"
    assert (data["as_of"], data["until"]) == ("2026-11-20", "2027-02-18")
    assert [(entry["date"], entry["weekday"], entry["days"], entry["rule"]) for entry in data["due"]] == [
        ("2026-11-20", 5, 0, "LDC-D11-K5"),
        ("2026-12-31", 4, 41, "LDC-D14-K3"),
        ("2027-01-31", 7, 72, "LTCD-D15-K2"),
    ]
    assert [entry["duty"] for entry in data["overdue"]] == ["LTCD-D15-K2:2026-M01", "LTCD-D15-K2:2026-M02"]
    assert data["not_in_calendar"]["needs_review"] == 2
    assert data["not_in_calendar"]["undated_missing"] == 1
    assert {unit["unit"]["name"] for unit in data["units"]} == {"Ủy ban nhân dân xã An Bình"}


# --- iCalendar --------------------------------------------------------------------------------------------------------


def events(data: bytes) -> Sequence[Event]:
    return [part for part in Calendar.from_ical(data.decode()).walk() if isinstance(part, Event)]


def test_an_event_for_each_duty_and_day_read_by_the_library() -> None:
    found = events(calendar_ics.render(one(), "vi"))
    assert [event.decoded("dtstart") for event in found] == [
        date(2026, 11, 20), date(2026, 12, 31), date(2027, 1, 31)
    ]  # fmt: skip
    report = found[1]
    assert report.decoded("dtend") == date(2027, 1, 1)
    assert report.decoded("dtstamp") == datetime(2026, 11, 20, tzinfo=UTC)
    assert str(report["summary"]) == "Hạn: Báo cáo Hội đồng nhân dân về thực hiện dân chủ"
    assert "Căn cứ: khoản 1 Điều 11 Luật 10/2022/QH15 · mã LDC-D14-K3" in str(report["description"])
    assert "Cần làm: Lập hồ sơ và niêm yết công khai." in str(report["description"])
    alarms = report.walk("VALARM")
    assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(days=-days) for days in (30, 7, 1)]
    assert str(alarms[1]["description"]).startswith("Còn 7 ngày: Báo cáo")


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    data = calendar_ics.render(several(), "vi")
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # no letter is cut in two


def test_the_same_bytes_every_time() -> None:
    assert calendar_ics.render(one(), "vi") == calendar_ics.render(one(), "vi")


def uids(*reports: Report, as_of: date = AS_OF) -> list[str]:
    found = agenda([Audit(replace(report, as_of=as_of), 0) for report in reports], as_of, 90)
    return [calendar_ics.uid(entry) for entry in found.due]


def test_an_event_keeps_its_name_whatever_the_day_file_and_weight() -> None:
    usual = uids(commune())
    moved = replace(
        commune(),
        input_path="/elsewhere/xa.yaml",
        results=tuple(
            replace(result, due=result.due and result.due + timedelta(days=1), severity=Severity.MINOR)
            for result in commune().results
        ),
    )
    assert uids(moved, as_of=AS_OF - timedelta(days=3)) == usual
    assert len(set(usual)) == len(usual)


def test_names_of_events_are_those_that_calendars_out_there_hold() -> None:
    assert uids(commune()) == [
        "25628db7-d8da-553c-8890-6055dfc99275",
        "559df75d-7cb6-5cd3-a0e6-cccfaefa4ff3",
    ]


def test_events_of_other_units_years_and_days_have_other_names() -> None:
    other = replace(commune(), unit={"name": "Xã B", "type": "commune"}, input_path="b.yaml")
    later = replace(
        commune(), results=tuple(replace(result, period="2027") for result in commune().results), input_path="c.yaml"
    )
    assert len({*uids(commune()), *uids(other), *uids(later)}) == 6


def hostile(text: str) -> DutyResult:
    title = Text(text, text)
    return duty("A", Status.PENDING, title, due=date(2026, 12, 1), subject=text, remedy=title)


def test_hostile_text_stays_text() -> None:
    text = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y;z,\\n \x1b[31m\u202e\ud800"
    report = report_on({"name": text, "type": "commune"}, (hostile(text),))
    (event,) = events(calendar_ics.render(of(report), "vi"))
    assert "x  END:VEVENT  BEGIN:VEVENT  SUMMARY:y;z,\\n \\x1b[31m\\ud800" in str(event["summary"])


def test_what_the_list_does_not_hold_is_told_in_the_file() -> None:
    whole = Calendar.from_ical(calendar_ics.render(one(), "en").decode())
    told = str(whole["x-wr-caldesc"])
    assert "2 duties overdue and not done" in told and "2 duties under review" in told
