"""The Excel workbook, opened again by the library and by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from dcs_audit.fleet.failure import Failure
from dcs_audit.fleet.goals import Goal
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.locale.screen import SCREEN
from dcs_audit.report import workbook_stream
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.report.trust import fleet_marks, marks
from dcs_audit.verdicts.model import Report, Severity, Status

from . import builders
from .builders import cite, duty, report_on

AS_OF = date(2026, 11, 20)
GOAL = Goal("CT-1", Text("100% xã công khai", "All communes disclose"), (cite(11),), ("LDC-D11-K1",), ("commune",), 100)


def alone(report: Report, lang: Lang = "vi", **more: Any) -> bytes:
    made = FORMATS["xlsx"]().alone(report, Options(lang=lang, **more))
    assert isinstance(made, bytes)
    return made


def fleet(reports: list[Report], lang: Lang = "vi", failed: tuple[str, ...] = (), complete: bool = True) -> bytes:
    style, options, tally = FORMATS["xlsx"](), Options(lang=lang, as_of=AS_OF), Tally(complete=complete)
    frame = style.frame(options)
    pieces = [frame.begin()]
    for report in reports:
        share = share_of(report, (GOAL,))
        tally.add(share)
        pieces.append(frame.unit(style.part(report, options), share))
    for path in failed:
        tally.fail(Failure(path))
    pieces.append(frame.end(tally))
    return b"".join(piece for piece in pieces if isinstance(piece, bytes))


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def table(sheet: Any) -> list[dict[str, Any]]:
    """The rows below the header, by their headings."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def texts(sheet: Any) -> str:
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("vi", ["Tổng hợp", "Kết quả", "Kế hoạch khắc phục", "Lịch", "Tiêu chí"]),
        ("en", ["Summary", "Results", "Action plan", "Calendar", "Checks"]),
    ],
)
def test_sheets_of_a_unit(commune: Report, lang: Lang, titles: list[str]) -> None:
    assert opened(alone(commune, lang)).sheetnames == titles


@pytest.mark.parametrize("lang", LANGS)
def test_every_duty_stands_once_and_the_counts_are_those_of_the_summary(commune: Report, lang: Lang) -> None:
    workbook = opened(alone(commune, lang))
    rows = list(workbook.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [result.rule for result in commune.results]
    words = {SCREEN[f"status.{status}"][lang]: status for status in Status}
    found = Counter(words[row[5]] for row in rows)
    assert found == {status: number for status, number in commune.summary.counts.items() if number}
    summary = {row[0]: row[1] for row in workbook.worksheets[0].iter_rows(values_only=True)}
    assert {words[word]: summary[word] for word in words} == commune.summary.counts
    assert sum(summary[SCREEN[f"severity.{level}"][lang]] for level in Severity) == sum(
        commune.summary.violations.values()
    )


def test_results_can_be_filtered_and_keep_their_header_in_sight(commune: Report) -> None:
    sheet = opened(alone(commune))["Kết quả"]
    assert sheet.auto_filter.ref == f"A1:O{len(commune.results) + 1}"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C2", "$1:$1")
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.center.text == "Trang &P/&N"
    assert all(cell.alignment.vertical == "top" and cell.alignment.wrap_text for cell in sheet[2])


def test_a_late_duty_in_full(commune: Report) -> None:
    sheet = opened(alone(commune))["Kết quả"]
    row = table(sheet)[1]
    assert row["Thời hạn"].date() == date(2026, 1, 19)
    assert row["Số ngày"] == 4
    assert (sheet["H3"].number_format, sheet["I3"].number_format) == ("dd/mm/yyyy", '"trễ "0" ngày"')
    assert row["Kỳ"] == "năm 2026"
    assert row["Mức độ"] == "nghiêm trọng"
    assert row["Căn cứ"] == "khoản 2 Điều 11 Luật 10/2022/QH15"
    assert row["Hồ sơ"] == "records.disclosures[1], dòng 55"
    assert row["Khắc phục"].startswith("Niêm yết lại đủ 30 ngày")
    assert row["Đối chiếu văn bản"] == "đã đối chiếu"
    assert "• Công khai trong 05 ngày làm việc – trễ 4 ngày: yêu cầu ≤ 19/01/2026" in row["Lý do; yêu cầu và thực tế"]
    assert "chưa đúng quy định, mức lớn: yêu cầu 30 ngày" in row["Lý do; yêu cầu và thực tế"]


def test_colours_go_with_the_verdict(commune: Report) -> None:
    fills = {}
    for row in opened(alone(commune))["Kết quả"].iter_rows(min_row=2):
        fills.setdefault(row[5].value, set()).add(row[5].fill.fgColor.rgb)
    assert len(fills) == 8
    assert len(set.union(*fills.values())) == 8


def test_what_is_no_pass_does_not_look_like_one(commune: Report) -> None:
    rows = {row["Mã"]: row for row in table(opened(alone(commune))["Kết quả"])}
    why = "Lý do; yêu cầu và thực tế"
    assert rows["LDC-D13-K2-DANHSACH"]["Kết luận"] == "được miễn trừ"
    assert "thiếu, nếu không có miễn trừ" in rows["LDC-D13-K2-DANHSACH"][why]
    assert "Quyết định 12/QĐ-UBND đồng ý, đến hết ngày 31/12/2026" in rows["LDC-D13-K2-DANHSACH"][why]
    assert "Cần điền: unit.has_loudspeaker" in rows["LDC-D11-K8"][why]
    assert rows["LDC-D36-K1"]["Đối chiếu văn bản"] == "chưa đối chiếu"
    assert "khoản 1 Điều 41" in rows["LDC-D41-K1"][why]


def test_attested_duties_are_marked_and_open_questions_are_not() -> None:
    fact = ("records.attestations",)
    told = duty("A", Status.PASSED, Text("Việc", "Thing"), attested=True)
    asked = duty("B", Status.NEEDS_REVIEW, Text("Việc", "Thing"), attested=True, facts=fact, reason=Text("Có?", "So?"))
    workbook = opened(alone(report_on({"name": "Xã"}, (told, asked))))
    rows = table(workbook["Kết quả"])
    assert [row["Theo xác nhận"] for row in rows] == ["theo xác nhận của đơn vị", None]
    assert rows[1]["Lý do; yêu cầu và thực tế"] == "Cần xác nhận: Có?"
    (plan,) = table(workbook["Kế hoạch khắc phục"])
    assert (plan["Loại việc"], plan["Việc cần làm"]) == (
        "Trả lời xác nhận",
        "Trả lời câu hỏi trong records.attestations: Có?",
    )


def test_every_check_has_a_row_with_its_line(commune: Report) -> None:
    rows = table(opened(alone(commune))["Tiêu chí"])
    checks = [check for result in commune.results for check in result.checks]
    assert [(row["Tiêu chí"], row["Dòng"]) for row in rows] == [(check.title.vi, check.line) for check in checks]
    assert rows[0]["Thực tế"] == "23/01/2026"
    assert rows[1]["Căn cứ"] == "khoản 2 Điều 13 Luật 10/2022/QH15"


def test_the_plan_holds_violations_then_gaps_then_what_a_person_decides(commune: Report) -> None:
    sheet = opened(alone(commune))["Kế hoạch khắc phục"]
    rows = table(sheet)
    assert [row["Loại việc"] for row in rows] == [*["Khắc phục tồn tại"] * 4, "Bổ sung thông tin", "Xem lại"]
    assert {row["Trạng thái"] for row in rows} == {"Chưa làm"}
    assert all(row["Người chịu trách nhiệm"] is row["Hạn hoàn thành"] is row["Ghi chú"] is None for row in rows)
    budget = next(row for row in rows if "LDC-D11-K2)" in row["Để khắc phục, làm rõ"])
    assert budget["Thời hạn theo quy định"].date() == date(2026, 1, 19)
    assert budget["Tình trạng thời hạn"] == "trễ 4 ngày"
    several = next(row for row in rows if "LTCD-D15-K2" in row["Để khắc phục, làm rõ"])
    assert several["Tình trạng thời hạn"] == "quá hạn 296 ngày (sớm nhất trong 2 trường hợp)"
    assert several["Để khắc phục, làm rõ"].endswith("\n• tháng 02/2026: thiếu, quá hạn 265 ngày")
    states, days = sorted(sheet.data_validations.dataValidation, key=lambda rule: rule.type, reverse=True)
    assert (states.formula1, str(states.sqref)) == ('"Chưa làm,Đang làm,Đã xong,Vướng mắc"', "K2:K7")
    assert str(days.sqref) == "J2:J7"
    assert sheet["J2"].number_format == "dd/mm/yyyy"
    assert sheet.auto_filter.ref == "A1:L7"


@pytest.mark.parametrize(
    ("results", "filters", "said"),
    [
        ((), (), "Không có nghĩa vụ nào phát sinh"),
        ((duty("A", Status.PASSED, Text("Việc", "Thing")),), (), "Hiện không có tồn tại"),
        ((duty("A", Status.PASSED, Text("Việc", "Thing")),), (Text("Bớt", "Less"),), "Trong phần được hiển thị"),
    ],
)
def test_an_empty_plan_does_not_sound_better_than_it_is(results: Any, filters: Any, said: str) -> None:
    workbook = opened(alone(report_on({"name": "Xã"}, results), filters=filters))
    assert table(workbook["Kế hoạch khắc phục"])[0]["Việc cần làm"].startswith(said)
    assert all(filter.vi in texts(workbook["Tổng hợp"]) for filter in filters)


def test_the_calendar_goes_by_date_and_counts_the_days_left(commune: Report) -> None:
    sheet = opened(alone(commune))["Lịch"]
    assert [(row["Ngày"].date(), row["Còn lại"], row["Mã"]) for row in table(sheet)] == [
        (date(2026, 11, 20), 0, "LDC-D11-K5"),
        (date(2026, 12, 31), 41, "LDC-D14-K3"),
    ]
    assert sheet["B2"].number_format.endswith('"hết hạn trong ngày"')


def test_a_pending_check_with_a_date_of_its_own_stands_in_the_calendar() -> None:
    late = builders.BUDGET
    waits = replace(late.checks[1], status=Status.PENDING, due=date(2026, 12, 1), days=11)
    undated = duty("C", Status.PENDING, Text("Việc", "Thing"))
    workbook = opened(alone(report_on({"name": "Xã"}, (undated, replace(late, checks=(late.checks[0], waits))))))
    first, second = table(workbook["Lịch"])
    assert (first["Mã"], first["Ngày"].date(), first["Còn lại"]) == (late.rule, date(2026, 12, 1), 11)
    assert (second["Mã"], second["Ngày"]) == ("C", "chưa rõ ngày")


@pytest.mark.parametrize("lang", LANGS)
def test_the_summary_says_who_how_what_was_not_checked_and_on_what_grounds(commune: Report, lang: Lang) -> None:
    told = texts(opened(alone(commune, lang)).worksheets[0])
    assert str(commune.unit["name"]) in told
    assert ("49,9/100" if lang == "vi" else "49.9/100") in told
    for sentence in (*commune.notices, *commune.not_checked, commune.summary.how):
        assert isinstance(sentence, Text)
        assert getattr(sentence, lang) in told
    assert all(mark.value in told for mark in marks(commune, lang))


def test_the_same_report_gives_the_same_bytes(commune: Report, agency: Report) -> None:
    assert alone(commune) == alone(commune)
    assert fleet([commune, agency]) == fleet([commune, agency])
    assert opened(alone(commune)).properties.created.date() == AS_OF


def test_hostile_text_stays_text() -> None:
    evil = "=cmd|' /C calc'!A0"
    bad = duty("R", Status.MISSING, Text("T", "T"), subject=evil)
    report = report_on({"name": f"{evil}\n&P<script>\x1b"}, (bad,), input_path="=1+1.yaml")
    for data in (alone(report), fleet([report, report], failed=("@bad.yaml",))):
        with ZipFile(BytesIO(data)) as file:
            sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
        cells = [c for sheet in opened(data) for row in sheet.iter_rows() for c in row if c.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
        assert risky
        assert all(cell.quotePrefix for cell in risky if cell.data_type == "s")
    sheet = opened(alone(report))["Kết quả"]
    assert sheet["E2"].value == evil
    assert "&&P<script>" in sheet.oddHeader.center.text


def test_sheets_of_a_fleet(commune: Report, agency: Report) -> None:
    assert opened(fleet([commune, agency])).sheetnames == [
        "Tổng hợp",
        "Đơn vị",
        "Ma trận",
        "Chỉ tiêu",
        "Tồn tại thường gặp",
        "Kết quả",
        "Chưa kiểm tra được",
    ]


def test_a_fleet_has_a_row_for_each_unit_and_for_each_duty_to_look_at(commune: Report, agency: Report) -> None:
    workbook = opened(fleet([commune, agency], failed=("hong.yaml",)))
    units = table(workbook["Đơn vị"])
    assert [row["Đơn vị"] for row in units] == [commune.unit["name"], agency.unit["name"]]
    assert units[0]["Nghĩa vụ"] == len(commune.results)
    assert (units[0]["Thiếu"], units[0]["Cần xem lại"], units[1]["Thiếu"]) == (3, 2, 0)
    assert units[0]["CT-1: 100% xã công khai"] == "chưa đạt"
    assert units[1]["CT-1: 100% xã công khai"] == "–"
    settled = (Status.PASSED, Status.NOT_APPLICABLE)
    kept = [result.rule for result in commune.results if result.status not in settled]
    results = workbook["Kết quả"]
    assert [(row["Đơn vị"], row["Mã"]) for row in table(results)] == [(commune.unit["name"], rule) for rule in kept]
    assert results.auto_filter.ref == f"A1:Q{len(kept) + 1}"
    assert table(workbook["Chưa kiểm tra được"])[0]["Đơn vị"] == "hong.yaml"
    assert "Chưa kiểm tra được 1 tệp hồ sơ" in texts(workbook["Tổng hợp"])


def test_a_matrix_adds_up(commune: Report, agency: Report) -> None:
    total, first, second, *_ = table(opened(fleet([commune, agency]))["Ma trận"])
    groups = ("Công khai thông tin", "Kiểm tra, giám sát của Nhân dân")
    assert [first[group] for group in groups] == [2, 3]
    assert [second[group] for group in groups] == [0, 0]
    for key in (*groups, "Tồn tại", "Cần xem lại", "Chưa đến hạn"):
        assert total[key] == first[key] + second[key]
    assert (first["Tồn tại"], first["Cần xem lại"], first["Chưa đến hạn"]) == (5, 2, 2)


def test_targets_say_how_many_and_who_is_behind(commune: Report, agency: Report) -> None:
    good = report_on({"name": "Xã Tốt", "type": "commune"}, (duty("LDC-D11-K1", Status.PASSED, Text("Việc", "Thing")),))
    (row,) = table(opened(fleet([commune, good, agency]))["Chỉ tiêu"])
    assert (row["Đạt"], row["Tính trên"], row["Tỷ lệ"], row["Yêu cầu"]) == (1, 2, 0.5, 1)
    assert row["Kết quả"] == "chưa đạt chỉ tiêu 100 %"
    assert row["Đơn vị chưa đạt"] == commune.unit["name"]


def test_frequent_violations_the_most_frequent_first(commune: Report, agency: Report) -> None:
    rows = table(opened(fleet([commune, agency]))["Tồn tại thường gặp"])
    assert rows[0]["Mã"] == "LTCD-D15-K2"
    assert (rows[0]["Đơn vị"], rows[0]["Tỷ lệ"], rows[0]["Nghĩa vụ"]) == (1, 0.5, 2)
    assert len(rows) == 4


def test_what_was_not_checked_stands_once_for_all_whom_it_concerns(commune: Report, agency: Report) -> None:
    rows = table(opened(fleet([commune, agency]))["Chưa kiểm tra được"])
    assert [row["Loại"] for row in rows] == ["Không kiểm tra được", "Chưa được kiểm tra", "Thông báo"]
    assert rows[0]["Nội dung"] == "Mọi tệp hồ sơ đều đã kiểm tra được."
    assert rows[1]["Đơn vị"] == f"2 đơn vị: {commune.unit['name']}; {agency.unit['name']}"
    assert rows[2]["Nội dung"] == commune.notices[0].vi  # type: ignore[union-attr]


def test_the_summary_of_a_fleet_adds_up_and_says_what_it_rests_on(commune: Report, agency: Report) -> None:
    sheet = opened(fleet([commune, agency], complete=False))["Tổng hợp"]
    found: dict[Any, Any] = {}
    for row in sheet.iter_rows(values_only=True):
        found.setdefault(row[0], row[1])
    assert {status: found[SCREEN[f"status.{status}"]["vi"]] for status in Status} == {
        status: commune.summary.counts[status] + agency.summary.counts[status] for status in Status
    }
    tally = Tally()
    tally.add(share_of(commune, ()))
    told = texts(sheet)
    assert all(mark.value in told for mark in fleet_marks(tally, "vi"))
    assert "bị dừng giữa chừng" in told


def test_rows_that_find_no_room_are_counted(commune: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_stream, "MOST_ROWS", 80)
    workbook = opened(fleet([commune] * 10))
    rows = list(workbook["Kết quả"].iter_rows(values_only=True))
    said = "Còn 22 dòng kết quả không ghi vừa một trang tính; dùng --format csv để có đủ."
    assert (len(rows), rows[-1][0]) == (80, said)
    assert workbook["Kết quả"].auto_filter.ref == "A1:Q79"
    assert said in texts(workbook["Tổng hợp"])


def test_a_fleet_of_nobody(commune: Report) -> None:
    workbook = opened(fleet([], failed=("hong.yaml",)))
    assert table(workbook["Đơn vị"]) == []
    assert table(workbook["Chưa kiểm tra được"])[0]["Loại"] == "Không kiểm tra được"
    assert "Các bộ quy định được dùng không đặt chỉ tiêu nào." in texts(workbook["Chỉ tiêu"])


def test_a_fleet_in_english(commune: Report, agency: Report) -> None:
    workbook = opened(fleet([commune, agency], lang="en"))
    assert workbook.sheetnames[:3] == ["Summary", "Units", "Matrix"]
    assert "Thời hạn" not in texts(workbook["Results"])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(commune: Report, agency: Report, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(alone(commune))
    (tmp_path / "b.xlsx").write_bytes(fleet([commune, agency]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", profile, "--headless", "--convert-to", every_sheet]
    subprocess.run([*command, "--outdir", str(tmp_path), "a.xlsx", "b.xlsx"], cwd=tmp_path, check=True, timeout=120)
    results = (tmp_path / "a-Kết quả.csv").read_text(encoding="utf-8")
    assert "trễ 4 ngày" in results
    assert "19/01/2026" in results
    assert (tmp_path / "b-Ma trận.csv").exists()
