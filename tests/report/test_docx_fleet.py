"""The Word document on many units."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from dcs_audit.fleet.failure import Failure
from dcs_audit.fleet.goals import Goal
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.report.docx.fleet import WordFrame
from dcs_audit.report.interface import Options
from dcs_audit.verdicts.model import Report

from .builders import agency, cite, commune

GOAL = Goal("CT-01", Text("100 % xã công khai", "All disclose"), (cite(11, "1"),), ("LDC-D11-K1",), ("commune",), 100)


def fleet(
    reports: Sequence[Report],
    options: Options | None = None,
    failed: Sequence[str] = (),
    goals: Sequence[Goal] = (),
    complete: bool = True,
) -> bytes:
    frame = WordFrame(options or Options(as_of=date(2026, 2, 5)))
    tally = Tally(complete=complete)
    assert frame.begin() == b""
    for report in reports:
        share = share_of(report, goals)
        tally.add(share)
        assert frame.unit(None, share) == b""
    for path in failed:
        tally.fail(Failure(path))
    return frame.end(tally)


def texts(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(node.text or "" for node in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def test_the_parts_come_in_order() -> None:
    document = docx.Document(io.BytesIO(fleet([commune(), agency()], goals=[GOAL])))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "I. KẾT QUẢ CHUNG",
        "II. CHỈ TIÊU",
        "III. KẾT QUẢ THEO NHÓM ĐƠN VỊ",
        "IV. TỒN TẠI THƯỜNG GẶP NHẤT",
        "V. DANH SÁCH ĐƠN VỊ",
        "VI. ĐƠN VỊ CHƯA KIỂM TRA ĐƯỢC",
        "VII. NỘI DUNG CHƯA KIỂM TRA VÀ CƠ SỞ CỦA BÁO CÁO",
    ]


def test_figures_targets_and_units() -> None:
    shown = texts(fleet([commune(), agency()], failed=["hỏng.yaml"], goals=[GOAL]))
    assert any("tính đến ngày 05 tháng 02 năm 2026" in line for line in shown)
    assert "15 nghĩa vụ của 2 đơn vị: 5 tồn tại (4 nghiêm trọng, 1 lớn, 0 nhỏ)." in shown
    assert "0 / 1 đơn vị (0,0 %) – chưa đạt chỉ tiêu 100 %." in shown
    assert "Ủy ban nhân dân xã An Bình" in shown and "Sở Tài chính tỉnh Đồng Tháp" in shown
    assert "- hỏng.yaml" in shown
    assert any(commune().rulebook_digest in line for line in shown)


def test_rows_of_the_matrix_come_to_their_sums_however_many_groups_there_are() -> None:
    broken = commune().results[0]
    results = tuple(replace(broken, rule=f"R{n}", group=f"nhom-{n}") for n in range(10))
    report = replace(commune(), results=results)
    document = docx.Document(io.BytesIO(fleet([report])))
    matrix = next(t for t in document.tables if t.rows[0].cells[1].text == "(1)")
    assert [cell.text for cell in matrix.rows[0].cells] == [
        "Loại hình",
        *(f"({n})" for n in range(1, 7)),
        "Khác",
        "Tồn tại",
    ]
    assert [cell.text for cell in matrix.rows[1].cells][1:] == ["1"] * 6 + ["4", "10"]


def test_nothing_audited_sounds_like_it() -> None:
    shown = texts(fleet([], failed=["a.yaml"]))
    assert "Chưa kiểm tra được đơn vị nào." in shown
    assert not any("Không có tồn tại" in line for line in shown)


def test_a_run_broken_off_and_filters_are_said() -> None:
    options = Options(filters=(Text("Chỉ hiển thị công khai.", "Disclosure only."),))
    shown = texts(fleet([agency()], options, complete=False))
    assert any("bị dừng giữa chừng" in line for line in shown)
    assert "Lưu ý: Chỉ hiển thị công khai." in shown


@pytest.mark.parametrize("lang", LANGS)
def test_same_bytes_and_fixed_times(lang: Lang) -> None:
    options = Options(lang, as_of=date(2026, 11, 20))
    data = fleet([commune(), agency()], options)
    assert data == fleet([commune(), agency()], options)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_names_and_paths_stay_words() -> None:
    report = replace(agency(), unit={"name": "<w:t>\n\x1b]0;x", "type": "state_agency"}, input_path="a\u202e\x07.yaml")
    shown = texts(fleet([report], failed=["b\n\x00.yaml"]))
    assert "<w:t> \\x1b]0;x" in shown
    assert "a\\x07.yaml" in shown and "- b \\x00.yaml" in shown
