"""Cells and files that hold foreign text without obeying it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from dcs_audit.report import workbook_stream
from dcs_audit.report.workbook import DATE, MOST_SIGNS, FixedZip, Look, Marked, cell_text, put, saved
from dcs_audit.report.workbook_height import height
from dcs_audit.report.workbook_stream import Book, Column

DAY = date(2026, 11, 20)


def book(*rows: tuple[object, ...], widths: int = 1) -> bytes:
    made = Book(["A"], "Tên", "&P/&N", DAY)
    sheet = made.sheet("A")
    sheet.table([Column(f"c{number}", 20) for number in range(widths)], frozen=1)
    for row in rows:
        sheet.row(row)  # type: ignore[arg-type]
    return made.close()


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "#N/A", "=", "1")


@pytest.mark.parametrize("text", FORMULAS)
def test_text_stays_text_and_is_not_computed_when_edited(text: str) -> None:
    cell = load_workbook(BytesIO(book((text,))))["A"]["A2"]
    assert (cell.data_type, cell.value) == ("s", cell_text(text))
    assert cell.quotePrefix is text.strip().startswith(("=", "+", "-", "@"))


def test_text_is_never_written_as_a_formula() -> None:
    with ZipFile(BytesIO(book(("=1+1",)))) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\\x00b"),
        ("a\x1b[31m", "a\\x1b[31m"),
        ("a\ud800", "a\\ud800"),
        ("a\ufffe", "a\\ufffe"),
        ("a\nb\tc", "a b c"),
        ("<script>&amp;", "<script>&amp;"),
        ("_x000D_", "_x005F_x000D_"),
    ],
)
def test_what_xml_forbids_or_excel_decodes_is_shown(text: str, shown: str) -> None:
    assert cell_text(text) == shown
    assert load_workbook(BytesIO(book((text,))))["A"]["A2"].value == shown


def test_lines_stay_lines() -> None:
    assert load_workbook(BytesIO(book((("một", "", "hai\nba"),))))["A"]["A2"].value == "một\nhai ba"


@pytest.mark.parametrize("sign", ["a", "😀"])
def test_a_text_too_long_is_cut_and_says_so(sign: str) -> None:
    text = cell_text(sign * 40_000)
    assert text.endswith(" […]")
    assert MOST_SIGNS - 1 <= len(text.encode("utf-16-le")) // 2 <= MOST_SIGNS
    assert cell_text("a" * MOST_SIGNS) == "a" * MOST_SIGNS


def test_too_many_lines_are_cut() -> None:
    text = cell_text(*["a"] * 300)
    assert text == "\n".join(["a"] * 250) + " […]"


def test_days_are_days_unless_excel_does_not_know_them() -> None:
    look = Look(number=DATE)
    known, old = Marked(date(2026, 1, 2), look), Marked(date(1899, 1, 2), look)
    sheet = load_workbook(BytesIO(book((known, old), widths=2)))["A"]
    assert (sheet["A2"].value.date(), sheet["A2"].number_format) == (date(2026, 1, 2), "dd/mm/yyyy")
    assert sheet["B2"].value == "1899-01-02"


def test_the_same_content_gives_the_same_bytes_without_a_clock() -> None:
    data = book(("a",), ("b",))
    assert data == book(("a",), ("b",))
    with ZipFile(BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in file.infolist()} == {3}
    properties = load_workbook(BytesIO(data)).properties
    assert properties.created.date() == properties.modified.date() == DAY
    assert properties.creator == "dcs-audit"


def test_an_ordinary_workbook_is_saved_alike() -> None:
    def made() -> bytes:
        workbook = Workbook()
        put(workbook.active["A1"], "=1+1")  # type: ignore[index]
        return saved(workbook, "Mẫu", DAY)

    assert made() == made()
    cell = load_workbook(BytesIO(made())).active["A1"]  # type: ignore[index]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_file_goes_into_the_zip_without_its_time(tmp_path) -> None:  # type: ignore[no-untyped-def]
    source, target = tmp_path / "a", BytesIO()
    source.write_bytes(b"x" * 100_000)
    with FixedZip(target) as file:
        file.write(str(source), "b")
    with ZipFile(target) as file:
        assert file.read("b") == source.read_bytes()
        assert file.getinfo("b").date_time == (1980, 1, 1, 0, 0, 0)


def test_sheets_keep_their_order_whatever_was_written_first() -> None:
    made = Book(["Một", "Hai"], "Tên & <đơn vị>", "&P", DAY)
    for title in ("Hai", "Một"):
        made.sheet(title).row((title,))
    workbook = load_workbook(BytesIO(made.close()))
    assert [sheet.title for sheet in workbook] == ["Một", "Hai"]
    assert [sheet["A1"].value for sheet in workbook] == ["Một", "Hai"]
    assert workbook["Hai"].oddHeader.center.text == "Tên && <đơn vị> – Hai"


def test_pieces_come_while_rows_are_written() -> None:
    made = Book(["A"], "Tên", "&P", DAY)
    sheet, pieces = made.sheet("A"), []
    for number in range(20_000):
        sheet.row((f"dòng {number} {hash((number,))}",))
        pieces.append(made.taken())
    rest = made.close()
    assert len(b"".join(pieces)) > len(rest)
    again = load_workbook(BytesIO(b"".join(pieces) + rest), read_only=True)["A"]
    assert again["A20000"].value.startswith("dòng 19999 ")


def test_a_full_sheet_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_stream, "MOST_ROWS", 3)
    made = Book(["A"], "Tên", "&P", DAY)
    sheet, told = made.sheet("A"), []
    for _ in range(3):
        told.append(sheet.full)
        sheet.row(("a",))
    assert told == [False, False, True]
    with pytest.raises(ValueError, match="no more rows"):
        sheet.row(("a",))


def test_a_book_given_up_half_way_is_silent() -> None:
    program = (
        "from dcs_audit.report.workbook_stream import Book\n"
        "book = Book(['A'], 'x', '', None)\nbook.sheet('A').row(('a',))\ndel book\n"
        "other = Book(['A'], 'x', '', None)\nsheet = other.sheet('A')\nsheet.row(('a',))\nraise SystemExit(0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("ngắn", 1), ("từ " * 20, 7), ("dài" * 20, 6), (("a", "b", "c"), 3)],
)
def test_a_row_is_as_high_as_its_text(text: str | tuple[str, ...], lines: int) -> None:
    assert height(text, 8, Look()) == pytest.approx(lines * 12.8 + 3, abs=0.1)


def test_no_row_is_higher_than_excel_shows() -> None:
    assert height("từ " * 10_000, 8, Look()) == 409
