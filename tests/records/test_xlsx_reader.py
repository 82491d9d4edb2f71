"""Workbooks as officials and their programs leave them: read as meant, or refused with sheet and cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from unicodedata import normalize

import pytest
from drafting.workbooks import answer, bytes_of, columns, drafted, fill, opened, read, row_of

from dcs_audit.records import UnitFile

KEY = "records.petitions"
DOCUMENTS = "records.documents"


def commune(change: Callable[[Any], Any]) -> list[str]:
    """What is wrong with a drafted workbook after a change."""
    made = opened(drafted("commune"))
    change(made)
    return [problem.render("vi") for problem in read(bytes_of(made)).problems]


def taken(change: Callable[[Any], Any]) -> UnitFile:
    """The unit file of a drafted workbook after a change that it must take."""
    made = opened(drafted("commune"))
    change(made)
    loaded = read(bytes_of(made))
    assert loaded.unit is not None, [problem.render("vi") for problem in loaded.problems]
    return loaded.unit


def complaint(made: Any, **cells: Any) -> Any:
    return fill(made, KEY, row_of(made, KEY, "kind", "khiếu nại, tố cáo"), **cells)


@pytest.mark.parametrize(
    "typed",
    [
        "05/01/2026", "5/1/2026", "2026-01-05", datetime(2026, 1, 5), date(2026, 1, 5),
        46027, 46027.0, " 05/01/2026 ", "05/01/2026\u00a0",
    ],
)  # fmt: skip
def test_a_day_in_any_clear_form(typed: Any) -> None:
    def change(made: Any) -> None:
        sheet = complaint(made, received_on=typed)
        if isinstance(typed, float | int):
            row, found = row_of(made, KEY, "kind", "khiếu nại, tố cáo"), columns(made, KEY)[1]
            sheet.cell(row, found["received_on"]).number_format = "General"

    assert taken(change).records.petitions[0].received_on == date(2026, 1, 5)


@pytest.mark.parametrize(
    "typed", [2026, 20260105, datetime(1905, 7, 18), True, "cuối tháng", "31/02/2026", "01/13/2026"]
)
def test_what_is_no_clear_day_is_asked_back_about(typed: Any) -> None:
    (problem,) = commune(lambda made: complaint(made, received_on=typed))
    assert problem.startswith("u.xlsx: Kiến nghị, yêu cầu!E5: "), problem


@pytest.mark.parametrize("typed", [datetime(2026, 1, 5, 12), 46000.5])
def test_a_day_with_a_time_of_day_is_asked_back_about(typed: Any) -> None:
    (problem,) = commune(lambda made: complaint(made, received_on=typed))
    assert problem.startswith("u.xlsx: Kiến nghị, yêu cầu!E5: ") and "kèm giờ trong ngày" in problem, problem


@pytest.mark.parametrize(("typed", "number"), [(12, 12), ("12", 12), ("12.0", 12), (12.0, 12), ("12,00", 12), ("0", 0)])
def test_numbers_however_stored(typed: Any, number: int) -> None:
    assert taken(lambda made: complaint(made, note="x", signatories=typed)).records.petitions[0].signatories == number


@pytest.mark.parametrize("typed", ["1.000", "1,250", 12.5, "-1", "khoảng 10", datetime(1900, 1, 12)])
def test_what_is_no_whole_number_is_refused(typed: Any) -> None:
    assert len(commune(lambda made: complaint(made, signatories=typed))) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("có", True), ("CÓ", True), ("x", True), (True, True), ("TRUE", True), ("yes", True), (False, False),
     ("không", False), (normalize("NFD", "không"), False), ("no", False), ("chưa rõ", None), ("unknown", None),
     ("co", True), ("X", True), ("1", True), (1, True), ("khong", False), ("Ko", False), ("0", False), (0, False)],
)  # fmt: skip
def test_yes_and_no(typed: Any, meant: bool | None) -> None:
    assert taken(lambda made: answer(made, "unit.has_portal", typed)).unit.has_portal is meant


@pytest.mark.parametrize("typed", ["có lẽ", "2", 2, "v", "không có"])
def test_what_is_neither_yes_nor_no(typed: Any) -> None:
    (problem,) = commune(lambda made: answer(made, "unit.has_portal", typed))
    assert "Đơn vị!D11" in problem and "không rõ là có hay không" in problem


def test_words_in_either_language_and_any_notation() -> None:
    for word in ("Khiếu nại, tố cáo", normalize("NFD", "khiếu nại,  tố cáo"), "complaint", "COMPLAINT"):
        unit = taken(lambda made, word=word: fill(made, KEY, 30, kind=word, received_on="01/02/2026"))
        assert unit.records.petitions[0].kind == "complaint"
    (problem,) = commune(lambda made: fill(made, KEY, 25, kind="khiếu nại tố cáo", received_on="01/02/2026"))
    assert "Kiến nghị, yêu cầu!B25" in problem and "khiếu nại, tố cáo" in problem


@pytest.mark.parametrize("typed", ["Quý I/2026", "quý 1/2026", "2026-Q1", "QUÝ I/2026"])
def test_periods(typed: str) -> None:
    unit = taken(lambda made: fill(made, DOCUMENTS, 45, kind="board_report", period=typed, number="1"))
    assert unit.records.documents[0].period is not None
    assert unit.records.documents[0].period.label == "2026-Q1"


def test_what_the_program_made_of_a_text_is_asked_back_about() -> None:
    for typed, code in ((datetime(2026, 5, 12), "12/05/2026"), (3.1, "3.1"), (True, "TRUE")):
        (problem,) = commune(lambda made, typed=typed: fill(made, DOCUMENTS, 45, kind="board_report", number=typed))
        assert code in problem and "Văn bản!" in problem
    unit = taken(lambda made: fill(made, DOCUMENTS, 45, kind="board_report", number=77))
    assert unit.records.documents[0].number == "77"


def test_formulas_are_never_computed_and_errors_never_read() -> None:
    (problem,) = commune(lambda made: complaint(made, signatories="=1+1"))
    assert problem == (
        "u.xlsx: Kiến nghị, yêu cầu!K5: ô chứa công thức: chép ô rồi dán giá trị (Paste Special – Values), "
        "hoặc gõ thẳng giá trị"
    )
    (problem,) = commune(lambda made: complaint(made, signatories="#REF!"))
    assert "ô báo lỗi #REF!" in problem


def test_renamed_sheets_moved_columns_hidden_and_empty_rows() -> None:
    def change(made: Any) -> None:
        sheet = complaint(made, received_on="01/02/2026", signatories=4)
        sheet.title = "Đơn thư"
        sheet.move_range("D1:D60", cols=30)
        sheet.insert_rows(5, 3)
        sheet.row_dimensions[8].hidden = True
        made.move_sheet(sheet, offset=-6)

    unit = taken(change)
    assert [(one.kind, one.signatories) for one in unit.records.petitions] == [("complaint", 4)]


def test_merged_cells_count_once() -> None:
    def change(made: Any) -> None:
        sheet = complaint(made, received_on="01/02/2026")
        sheet.merge_cells("E5:E6")

    assert len(taken(change).records.petitions) == 1


def test_what_stands_outside_the_form_is_told() -> None:
    def beside(made: Any) -> None:
        complaint(made, received_on="01/02/2026").cell(7, 60).value = "xem thêm"

    (problem,) = commune(beside)
    assert problem.startswith("u.xlsx: Kiến nghị, yêu cầu!BH7: `xem thêm` đứng ngoài các cột của mẫu")
    (problem,) = commune(lambda made: made.create_sheet("Nháp").append(["", "ghi tạm"]))
    assert problem.startswith("u.xlsx: Nháp!B1: trang tính `Nháp` không thuộc mẫu")
    (problem,) = commune(lambda made: made.copy_worksheet(made["Kiến nghị, yêu cầu"]))
    assert "là bản sao của `Kiến nghị, yêu cầu`" in problem
    assert commune(lambda made: made.create_sheet("Trống")) == []


def test_a_sheet_whose_hidden_row_is_gone_is_not_passed_over() -> None:
    def change(made: Any) -> None:
        complaint(made, received_on="01/02/2026").delete_rows(1)

    (problem,) = commune(change)
    assert "trang tính `Kiến nghị, yêu cầu` không thuộc mẫu" in problem


def test_prepared_rows_count_only_when_something_is_said() -> None:
    assert taken(lambda made: None).records.petitions == ()
    (problem,) = commune(lambda made: fill(made, KEY, 25, kind="khiếu nại, tố cáo") and fill(made, KEY, 26, kind="?"))[
        :1
    ]
    assert "Kiến nghị, yêu cầu!B26" in problem or "dòng này mới chọn nội dung" in problem


@pytest.mark.parametrize(("key", "column"), [(KEY, "_mark"), ("file", "_value"), ("file", "_key"), ("file", "_mark")])
def test_a_sheet_whose_hidden_column_is_gone_is_not_passed_over(key: str, column: str) -> None:
    def change(made: Any) -> None:
        sheet, found = columns(made, key)
        sheet.delete_cols(found[column])

    problems = commune(change)
    assert any("cột ẩn của trang" in problem for problem in problems)
    assert len(problems) == (2 if key == "file" else 1)


def test_entries_know_the_row_that_they_belong_to() -> None:
    members = "records.boards.members"
    (problem,) = commune(lambda made: fill(made, members, 4, name="An"))
    assert "Thành viên ban!C4: chưa biết dòng này thuộc mục nào" in problem
    (problem,) = commune(lambda made: fill(made, members, 4, name="An", _of="BAN-99"))
    assert "Thành viên ban!B4: không có dòng nào mang mã `BAN-99`" in problem
    unit = taken(lambda made: fill(made, members, 4, name="An", _of="ban-01"))
    assert [member.name for member in unit.records.boards[0].members or ()] == ["An"]

    def both(made: Any) -> None:
        fill(made, "records.boards", 4, members="không có")
        fill(made, members, 4, name="An", _of="BAN-01")

    assert "vừa ghi là không có" in commune(both)[0]


def test_lists_in_a_cell() -> None:
    def change(made: Any) -> None:
        fill(made, "records.documents", 45, kind="village_convention", contents="a; b;đ", number="1")
        fill(made, "records.documents", 46, kind="village_convention", contents="a, b, đ", number="2")
        fill(made, "records.documents", 47, kind="village_convention", contents="không có", number="3")
        fill(made, "records.documents", 48, kind="village_convention", contents="điểm a\nđiểm c", number="4")

    found = [document.contents for document in taken(change).records.documents]
    assert found == [("a", "b", "dd"), ("a", "b", "dd"), (), ("a", "c")]


def test_problems_of_the_model_name_the_cell_too() -> None:
    def change(made: Any) -> None:
        fill(made, "unit.villages", 4, name="Thôn A")
        fill(made, "unit.villages", 5, name="Thôn A")
        answer(made, "unit.name", None)

    problems = commune(change)
    assert [problem.split(": ")[1] for problem in problems] == ["Đơn vị!D4", "Thôn, tổ dân phố!B5"]


def test_a_line_is_the_row_of_its_sheet() -> None:
    made = opened(drafted("commune"))
    complaint(made, received_on="01/02/2026")
    loaded = read(bytes_of(made))
    assert loaded.line_of("records.petitions[0].received_on") == 5
    assert loaded.line_of("records.petitions[1]") is None
