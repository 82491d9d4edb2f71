"""The CSV report, read again by the standard library."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from dcs_audit.locale.phrases import Text
from dcs_audit.report.csv import COLUMNS, render
from dcs_audit.report.interface import Options
from dcs_audit.verdicts.model import Report, Status, WaiverNote

from .builders import duty, fleet_of, report_on

ENGLISH = Options(lang="en")


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_row_for_each_duty(commune: Report) -> None:
    found = [row for row in rows(render(commune, ENGLISH)) if row["Row"] == "duty"]
    assert [(row["Duty"], row["Status"]) for row in found] == [(r.duty, r.status.value) for r in commune.results]
    assert {row["Rulebook digest"] for row in found} == {commune.rulebook_digest}
    assert {row["Unit file digest"] for row in found} == {commune.input_digest}


def test_what_was_not_checked_stands_below(commune: Report) -> None:
    shown = replace(commune, notices=(Text("Một", "One"),), not_checked=(Text("Hai", "Two"),))
    found = rows(render(shown, Options(lang="en", filters=(Text("Ba", "Three"),))))
    last = [(row["Row"], row["Finding"], row["Duty"]) for row in found[len(commune.results) :]]
    assert last == [("filter", "Three", ""), ("notice", "One", ""), ("not checked", "Two", "")]


def test_a_duty_in_full(commune: Report) -> None:
    late = next(row for row in rows(render(commune, Options())) if row["Mã nghĩa vụ"] == "LDC-D11-K2")
    assert (late["Kết luận"], late["Thời hạn"], late["Số ngày trễ hoặc còn lại"]) == ("trễ hạn", "2026-01-19", "4")
    assert late["Căn cứ"] == "khoản 2 Điều 11 Luật 10/2022/QH15"
    assert "Công khai trong 05 ngày làm việc: trễ hạn, yêu cầu ≤ 19/01/2026" in late["Tiêu chí chưa đạt"]
    assert "cổng thông tin" not in late["Tiêu chí chưa đạt"]  # a check that passed is not open
    assert late["Hồ sơ"] == "records.disclosures[1], dòng 55"


def test_a_waiver_does_not_hide_what_lies_beneath() -> None:
    waived = duty(
        "A",
        Status.WAIVED,
        Text("A", "A"),
        underlying=Status.MISSING,
        waiver=WaiverNote("mưa lũ", "UBND tỉnh", date(2026, 12, 31)),
    )
    row = rows(render(report_on({"name": "Xã A", "type": "commune"}, (waived,)), Options()))[0]
    assert (row["Kết luận"], row["Kết luận nếu không miễn trừ"]) == ("được miễn trừ", "thiếu")
    assert row["Miễn trừ"] == "mưa lũ – UBND tỉnh – 2026-12-31"


def test_nothing_is_calculated_and_no_row_is_broken() -> None:
    for name in ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "a\nb", "\x1b[2J", '"x",y'):
        report = report_on({"name": name, "type": "commune"}, (duty(name, Status.PASSED, Text(name, name)),))
        row = rows(render(report, ENGLISH))[0]
        for column in ("Unit", "Title", "Rule"):
            assert not row[column].startswith(("=", "+", "-", "@", "\t"))
            assert row[column].isprintable()
            assert name.strip().strip("'")[-1] in row[column]


def test_a_fleet_has_one_head(commune: Report, agency: Report) -> None:
    text = fleet_of("csv", [commune, agency], ENGLISH, not_audited=["hong.yaml"])
    found = rows(text)
    duties = [row for row in found if row["Row"] == "duty"]
    assert len(duties) == len(commune.results) + len(agency.results)
    assert text.count("Days late or left") == 1
    failed = found[-1]
    assert (failed["Row"], failed["Unit file"]) == ("not audited", "hong.yaml")


def test_a_fleet_tells_the_limits_of_its_packs_once(commune: Report) -> None:
    pack = replace(commune.packs[0], not_checked=(Text("Không xem nội dung", "Contents were not read"),))
    units = [replace(commune, packs=(pack,)), replace(commune, packs=(pack,))]
    found = [row["Finding"] for row in rows(fleet_of("csv", units, ENGLISH)) if row["Row"] == "not checked"]
    unverified = "Rules whose text was not compared with the official wording: LDC-D36-K1."
    assert found == ["Contents were not read", unverified]


def test_every_column_is_filled_by_something(commune: Report) -> None:
    found = rows(render(commune, ENGLISH))
    empty = [head for head in found[0] if not any(row[head] for row in found)]
    assert len(found[0]) == len(COLUMNS)
    assert empty == ["Subject", "Evidence"]  # no duty of this commune has either
