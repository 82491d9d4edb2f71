"""The Word document on one unit, reopened by a library that did not write it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dcs_audit.locale.phrases import LANGS, Lang, Text, say
from dcs_audit.report.docx.gather import gather
from dcs_audit.report.docx.letter import long_day
from dcs_audit.report.docx.render import render
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.report.narrow import Filter
from dcs_audit.verdicts.model import Report, Severity, Status

from .builders import agency, commune, duty, report_on


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def texts(document: Document) -> list[str]:
    """Every paragraph of the body, those in tables too."""
    return ["".join(node.text or "" for node in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]


def whole(data: bytes) -> str:
    return "\n".join(texts(opened(data)))


def highlighted(document: Document) -> list[str]:
    runs = document.element.body.iter(qn("w:r"))
    return [
        "".join(t.text for t in r.iter(qn("w:t")))
        for r in runs
        if r.find(f"{qn('w:rPr')}/{qn('w:highlight')}") is not None
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (date(2026, 11, 20), "ngày 20 tháng 11 năm 2026"),
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 9, 30), "ngày 30 tháng 9 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_zero(value: date, told: str) -> None:
    assert long_day(value, "vi") == told


def test_english_dates_are_those_of_the_screen() -> None:
    assert long_day(date(2026, 3, 9), "en") == "09/03/2026"


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_that_of_the_decree(commune: Report, lang: Lang) -> None:
    for section in opened(render(commune, Options(lang))).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert Mm(20) - 400 <= section.top_margin <= Mm(25)
        assert Mm(20) - 400 <= section.bottom_margin <= Mm(25)
        assert Mm(30) - 400 <= section.left_margin <= Mm(35)
        assert Mm(15) - 400 <= section.right_margin <= Mm(20)


def test_pages_have_an_arabic_number_in_the_middle_above_but_the_first_has_none(commune: Report) -> None:
    document = opened(render(commune, Options()))
    assert [section.different_first_page_header_footer for section in document.sections] == [True] * 3
    header = document.sections[0].header
    assert [field.get(qn("w:instr")).strip() for field in header._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert header.paragraphs[0].alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert "".join(p.text for p in document.sections[0].first_page_header.paragraphs) == ""


def test_each_appendix_counts_its_pages_anew(commune: Report) -> None:
    document = opened(render(commune, Options()))
    starts = [[n.get(qn("w:start")) for n in s._sectPr.iter(qn("w:pgNumType"))] for s in document.sections]
    assert starts == [[], ["1"], ["1"]]
    assert all(section.header.is_linked_to_previous for section in list(document.sections)[1:])


def test_every_letter_is_times_new_roman_of_an_allowed_size(commune: Report) -> None:
    document = opened(render(commune, Options()))
    for name in ("Normal", "Body Text", "Heading 1", "Heading 2", "Table"):
        style = document.styles[name]
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert style.font.size in (Pt(13), Pt(14))
    assert not list(document.element.body.iter(qn("w:rFonts")))
    sizes = {node.get(qn("w:val")) for node in document.element.body.iter(qn("w:sz"))}
    assert sizes == {"22", "24", "26"}  # 11 and 12 for nơi nhận and the names of bodies, 13 for number and place


def test_paragraphs_are_justified_and_hold_no_line_break(commune: Report) -> None:
    document = opened(render(commune, Options()))
    assert document.styles["Body Text"].paragraph_format.alignment is WD_ALIGN_PARAGRAPH.JUSTIFY
    assert not list(document.element.body.iter(qn("w:br")))
    assert "\n" not in "".join(texts(document))


def test_tables_keep_their_widths_repeat_their_heads_and_break_no_row(commune: Report) -> None:
    document = opened(render(commune, Options()))
    assert len(document.tables) > 6
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert sum(grid) <= round(165 * 1440 / 25.4) + len(grid)
        for row in table.rows:
            assert [int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) for cell in row._tr.tc_lst] == grid
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    heads = [table for table in document.tables if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert len(heads) == len(document.tables) - 2  # but the letterhead and the signature


def test_the_letterhead(commune: Report) -> None:
    document = opened(render(commune, Options()))
    cells = [[p.text for p in cell.paragraphs if p.text] for row in document.tables[0].rows for cell in row.cells]
    assert cells == [
        ["[CƠ QUAN CHỦ QUẢN TRỰC TIẾP]", "ỦY BAN NHÂN DÂN XÃ AN BÌNH"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        ["Số: […]/BC-[…]"],
        ["[Địa danh], ngày […] tháng […] năm […]"],
    ]
    place = document.tables[0].rows[1].cells[1].paragraphs[0]
    assert all(run.italic for run in place.runs)
    rules = list(document.element.body.iter(qn("w:pBdr")))
    assert len(rules) == 3


@pytest.mark.parametrize("name", ["Xã An Bình", "Phường 1", "", "Thôn Đông"])
def test_which_body_of_a_territory_reports_is_for_the_office_to_say(commune: Report, name: str) -> None:
    shown = opened(render(replace(commune, unit={"name": name, "type": "commune"}), Options()))
    issuer = shown.tables[0].rows[0].cells[0].paragraphs[1]
    assert issuer.text.strip() == f"[CƠ QUAN BAN HÀNH] {name.upper()}".strip()
    assert [run.text for run in issuer.runs if run.font.highlight_color is WD_COLOR_INDEX.YELLOW] == [
        "[CƠ QUAN BAN HÀNH]"
    ]


def test_an_agency_and_its_superior_stand_as_the_record_names_them(agency: Report) -> None:
    unit = {**agency.unit, "parent": "Ủy ban nhân dân tỉnh Đồng Tháp"}
    cell = opened(render(replace(agency, unit=unit), Options())).tables[0].rows[0].cells[0]
    assert [p.text for p in cell.paragraphs[:2]] == ["ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "SỞ TÀI CHÍNH TỈNH ĐỒNG THÁP"]


def test_what_only_the_office_knows_is_marked_and_not_guessed(commune: Report) -> None:
    document = opened(render(commune, Options()))
    blanks = highlighted(document)
    assert all(blank.startswith("[") and blank.endswith("]") for blank in blanks)
    wanted = {
        "[Địa danh]",
        "[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]",
        "[Họ và tên]",
        "[kế hoạch, văn bản chỉ đạo tự kiểm tra]",
    }
    assert wanted <= set(blanks)
    tasks = next(t for t in document.tables if "Việc cần làm" in t.rows[0].cells[1].text)
    assert len(tasks.rows) == 1 + 4  # one for each violated rule
    assert {cell.text for row in tasks.rows[1:] for cell in row.cells[2:]} == {"[…]"}


def test_brackets_of_a_unit_file_are_no_blanks(agency: Report) -> None:
    unit = {"name": "Sở [Nội vụ]", "type": "state_agency"}
    assert not any("Nội vụ" in blank for blank in highlighted(opened(render(replace(agency, unit=unit), Options()))))


def test_the_parts_come_in_order(commune: Report) -> None:
    document = opened(render(commune, Options()))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "I. KẾT QUẢ CHUNG",
        "II. NỘI DUNG ĐẠT",
        "III. TỒN TẠI THEO TỪNG NHÓM NỘI DUNG",
        "IV. VIỆC CẦN LÀM",
        "V. NỘI DUNG CẦN XEM LẠI, CHỜ XÁC NHẬN",
        "VI. NỘI DUNG CHƯA ĐẾN HẠN",
        "VII. NỘI DUNG ĐƯỢC MIỄN TRỪ",
        "VIII. NỘI DUNG CHƯA KIỂM TRA VÀ CƠ SỞ CỦA BÁO CÁO",
    ]
    assert "Phụ lục I" in whole(render(commune, Options()))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("make", [commune, agency])
def test_every_duty_is_told(lang: Lang, make: type) -> None:
    report = make()
    shown = whole(render(report, Options(lang)))
    for result in report.results:
        assert say(result.title, lang) in shown
        assert f" {result.rule})" in shown


def test_counts_are_those_of_the_summary(commune: Report) -> None:
    content = gather(commune, Options())
    assert [count.number for count in content.counts] == [commune.summary.counts[status] for status in Status]
    assert sum(group.number for group in content.groups) == content.violations == 5
    lists = (content.passed, content.pending, content.to_fill_in, content.to_look_at, content.questions, content.waived)
    assert content.violations + sum(map(len, (*lists, content.not_applicable))) == content.duties
    assert [sum(getattr(group, name) for group in content.group_counts) for name in ("violations", "duties")] == [5, 12]
    assert "1 đạt; 3 thiếu; 1 trễ hạn; 1 chưa đúng quy định; 2 chưa đến hạn; 2 cần xem lại; 1 không áp dụng" in whole(
        render(commune, Options())
    )


def test_a_check_is_told_with_what_was_expected_and_found(commune: Report) -> None:
    shown = whole(render(commune, Options()))
    assert "- Công khai trong 05 ngày làm việc: trễ 4 ngày; yêu cầu ≤ 19/01/2026" in shown
    assert "thực tế 17 ngày; thiếu thôn Thượng, thôn Hạ (khoản 2 Điều 13 Luật 10/2022/QH15 (chưa đối chiếu" in shown


def test_periods_of_one_violation_are_told_together_but_each(commune: Report) -> None:
    shown = texts(opened(render(commune, Options())))
    assert "- tháng 01/2026: thời hạn 28/01/2026, quá hạn 296 ngày" in shown
    assert "- tháng 02/2026: thời hạn 28/02/2026, quá hạn 265 ngày" in shown
    assert sum("Chủ tịch UBND cấp xã tiếp công dân (thiếu" in line for line in shown) == 1


def test_the_waived_show_what_is_beneath(commune: Report) -> None:
    shown = whole(render(commune, Options()))
    assert "Trụ sở bị ngập (Quyết định 12/QĐ-UBND đồng ý, đến hết ngày 31/12/2026)" in shown
    assert "(thiếu, nếu không có miễn trừ)" in shown


def test_what_was_only_attested_is_marked(agency: Report) -> None:
    asked = replace(agency.results[0], attested=True, records=commune().results[1].records)
    shown = whole(render(report_on(dict(agency.unit), (asked, *agency.results[1:])), Options()))
    assert "Trong đó 1 nghĩa vụ chỉ dựa vào xác nhận của đơn vị" in shown
    assert "(theo xác nhận của đơn vị)" in shown


def test_a_question_nobody_answered_stands_under_review_and_not_among_the_passed(agency: Report) -> None:
    from dcs_audit.verdicts.judge import UNANSWERED

    asked = duty("LDC-D9", Status.NEEDS_REVIEW, Text("Hành vi bị cấm", "Acts"), attested=True, facts=(UNANSWERED,))
    report = report_on(dict(agency.unit), (asked, *agency.results))
    content = gather(report, Options())
    assert [entry.rule for entry in content.questions] == ["LDC-D9"]
    assert "LDC-D9" not in [entry.rule for entry in content.passed]
    assert "1. Chờ xác nhận (1 nghĩa vụ)" in whole(render(report, Options()))


def test_no_duty_is_no_success(agency: Report) -> None:
    shown = whole(render(report_on(dict(agency.unit), ()), Options()))
    assert shown.count("chưa có gì được kiểm tra") == 3
    assert "không có tồn tại" not in shown


def test_what_was_left_out_is_said(commune: Report) -> None:
    kept = Filter(severity=Severity.CRITICAL)
    options = Options(filters=kept.sentences())
    shown = whole(render(kept.narrowed(commune), options))
    assert "Lưu ý: Chỉ hiển thị tồn tại từ mức nghiêm trọng trở lên" in shown
    assert "Kết quả theo từng nhóm" not in shown  # its sums would not be those of the summary


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_what_it_rests_on_and_what_was_not_checked(commune: Report, lang: Lang) -> None:
    shown = whole(render(commune, Options(lang)))
    for words in (
        commune.rulebook_digest,
        commune.input_digest,
        "LDC-D36-K1",
        *(say(s, lang) for s in commune.not_checked),
    ):
        assert words in shown
    assert say(commune.notices[0], lang) in shown


def test_english_says_that_it_is_a_translation(commune: Report) -> None:
    assert "Courtesy translation" in whole(render(commune, Options("en")))
    assert "Bản dịch" not in whole(render(commune, Options()))


def test_legal_bases_are_those_cited_in_full(commune: Report, agency: Report) -> None:
    assert "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;" in texts(
        opened(render(agency, Options()))
    )
    assert "59/2023" not in whole(render(agency, Options()))
    shown = whole(render(commune, Options()))
    assert "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ" in shown
    assert "Văn bản khác được viện dẫn: Luật 42/2013/QH13." in shown


@pytest.mark.parametrize(
    "name",
    [
        "Sở\nhai dòng",
        "A\x1b[31m\x00\u202eB",
        "<w:p/>&amp; <script>",
        "{{ 7*7 }} {% for %}",
        "=cmd|' /C calc'!A0",
        "x" * 5000,
    ],
)
def test_hostile_names_stay_words(agency: Report, name: str) -> None:
    data = render(replace(agency, unit={"name": name, "type": "state_agency"}), Options())
    shown = texts(opened(data))
    assert all(sign.isprintable() for line in shown for sign in line)
    visible = name.replace("\n", " ").replace("\x1b", "\\x1b").replace("\x00", "\\x00").replace("\u202e", "")
    assert any(visible in line for line in shown)


def test_everything_is_nfc_even_where_the_file_is_not(agency: Report) -> None:
    name = unicodedata.normalize("NFD", "Sở Nội vụ tỉnh Điện Biên")
    shown = whole(render(replace(agency, unit={"name": name, "type": "state_agency"}), Options()))
    assert unicodedata.is_normalized("NFC", shown)
    assert "SỞ NỘI VỤ TỈNH ĐIỆN BIÊN" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_report_gives_the_same_bytes_without_clock_or_author(commune: Report, lang: Lang) -> None:
    data = render(commune, Options(lang))
    assert data == render(commune, Options(lang))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    told = opened(data).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("", "", "")
    assert told.created.replace(tzinfo=None) == told.modified.replace(tzinfo=None) == datetime(2026, 11, 20)


def test_the_format_is_registered_as_bytes() -> None:
    style = FORMATS["docx"]()
    assert style.binary and style.most == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_pages_of_it(commune: Report, tmp_path: Path) -> None:
    (tmp_path / "bao-cao.docx").write_bytes(render(commune, Options()))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "bao-cao.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    pdf = (tmp_path / "bao-cao.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 5
