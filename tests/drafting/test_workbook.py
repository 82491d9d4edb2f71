"""The drafted workbook: what it asks, that it says nothing yet, and what an official's answers come to."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.auditor import Auditor
from dcs_audit.drafting import workbook
from dcs_audit.records import Loaded, load
from dcs_audit.records.slugs import DISCLOSURE_ITEMS, UNIT_TYPES

from .workbooks import (
    answer,
    book,
    bytes_of,
    columns,
    drafted,
    fill,
    first_spare,
    opened,
    read,
    request,
    row_of,
)

AS_OF = date(2026, 11, 20)

YAML = """
schema: dcs-audit/unit@1
unit:
  name: Xã Phú Hòa Đông
  type: commune
  subtype: xa
  has_portal: true
  has_loudspeaker: false
  villages: [{name: Thôn Phú Lộc, households: 182}, {name: Thôn Phú Xuân}]
  projects: [{id: duong, name: Đường liên thôn}]
year: 2026
records:
  disclosures:
    - item: kinh-te-xa-hoi
      document: {number: 12/NQ-HĐND, date: 12/01/2026}
      postings:
        - {channel: notice_board, from: 14/01/2026, until: 20/02/2026}
        - {channel: village_notice_board, from: 14/01/2026, until: 20/02/2026, villages: all}
        - {channel: portal, from: 14/01/2026}
        - {channel: portal, from: 01/03/2026, url: https://x.gov.vn}
    - {item: ngan-sach, part: thuc-hien, period: 2026-Q1, document: {date: 10/04/2026}}
    - {item: tai-san-cong, nil: true}
  boards:
    - kind: peoples_inspection
      elected_on: 05/03/2026
      term: {from: 10/03/2026, until: 09/03/2028}
      members:
        - {name: Nguyễn Văn An, role: head, village: Thôn Phú Lộc, positions: []}
        - {name: Trần Thị Bình, role: member, village: Thôn Phú Xuân}
  documents:
    - {kind: democracy_regulation, number: 77/QĐ-UBND, date: 15/09/2025, sent: [{to: mttq, on: 20/09/2025}]}
  attestations:
    - {rule: LDC-D8-K3, answer: yes, by: Chánh Văn phòng, on: 10/11/2026}
"""


def filled_in() -> bytes:
    """The workbook of a commune after an official has typed all that YAML says."""
    made = opened(drafted("commune"))
    answer(made, "unit.name", "Xã Phú Hòa Đông")
    answer(made, "unit.subtype", "xã")
    answer(made, "unit.has_portal", "có")
    answer(made, "unit.has_loudspeaker", "Không")
    fill(made, "unit.villages", 4, name="Thôn Phú Lộc", households=182)
    fill(made, "unit.villages", 6, name="Thôn Phú Xuân")
    fill(made, "unit.projects", 4, id="duong", name="Đường liên thôn")
    key = "records.disclosures"
    row = row_of(made, key, "item", "kế hoạch phát triển kinh tế - xã hội")
    sheet, found = columns(made, key)
    cells: dict[str, Any] = {
        "document.number": "12/NQ-HĐND",
        "document.date": datetime(2026, 1, 12),
        "postings@notice_board.from": datetime(2026, 1, 14),
        "postings@notice_board.until": "20/02/2026",
        "postings@village_notice_board.from": "14/01/2026",
        "postings@village_notice_board.until": "2026-02-20",
        "postings@village_notice_board.villages": "tất cả",
        "postings@portal.from": 46036,
    }
    for name, value in cells.items():
        sheet.cell(row, found[name]).value = value
    code = sheet.cell(row, found["_row"]).value
    fill(made, f"{key}.postings", 4, _of=code, channel="cổng, trang thông tin điện tử", url="https://x.gov.vn")
    fill(made, f"{key}.postings", 4, **{"from": datetime(2026, 3, 1)})
    fill(made, key, row_of(made, key, "period", "Quý I/2026"), document__date="10/04/2026")
    fill(made, key, row_of(made, key, "item", "tài sản công"), nil="x")
    _boards(made)
    key = "records.documents"
    row = row_of(made, key, "kind", "quy chế thực hiện dân chủ")
    sheet = fill(made, key, row, number="77/QĐ-UBND", date=datetime(2025, 9, 15))
    _, found = columns(made, key)
    sheet.cell(row, found["sent@1.to"]).value = "mttq"
    sheet.cell(row, found["sent@1.on"]).value = datetime(2025, 9, 20)
    row = row_of(made, "records.attestations", "rule", "LDC-D8-K3")
    fill(made, "records.attestations", row, answer="có", by="Chánh Văn phòng", on=datetime(2026, 11, 10))
    return bytes_of(made)


def _boards(made: Any) -> None:
    row = row_of(made, "records.boards", "kind", "Ban Thanh tra nhân dân")
    sheet = fill(made, "records.boards", row, elected_on="5/3/2026", term__from="10/03/2026", term__until="09/03/2028")
    code = sheet.cell(row, columns(made, "records.boards")[1]["_row"]).value
    key = "records.boards.members"
    fill(made, key, 4, _of=code, name="Nguyễn Văn An", role="trưởng ban", village="Thôn Phú Lộc", positions="không có")
    fill(made, key, 5, _of=code, name="Trần Thị Bình", role="thành viên", village="Thôn Phú Xuân")


def verdicts(loaded: Loaded) -> list[tuple[Any, ...]]:
    """What an audit of the record comes to, without the places in the file."""
    assert loaded.unit is not None, [problem.render("vi") for problem in loaded.problems]
    report = Auditor(book(), engine="reference").audit(loaded, AS_OF)
    return [(result.duty, result.status, result.due, result.days) for result in report.results]


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_a_draft_says_nothing_yet_and_is_valid(kind: str) -> None:
    loaded = read(drafted(kind))
    assert loaded.problems == ()
    assert loaded.unit is not None
    assert loaded.unit.unit.type == kind
    assert not any(getattr(loaded.unit.records, name) for name in type(loaded.unit.records).model_fields)


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_a_draft_has_a_row_for_each_content_of_the_law(kind: str) -> None:
    made = opened(drafted(kind))
    if not DISCLOSURE_ITEMS[kind]:
        with pytest.raises(KeyError):
            columns(made, "records.disclosures")
        return
    sheet, found = columns(made, "records.disclosures")
    shown = [sheet.cell(row, found["item"]).value for row in range(4, 60)]
    asked = [wanted for wanted in request(kind).want.records if wanted.section == "disclosures"]
    assert len(set(filter(None, shown))) == len(asked) >= 7


def test_the_same_draft_has_the_same_bytes() -> None:
    assert workbook.write(request("village")) == drafted("village")


def test_an_officials_answers_are_the_record_that_the_yaml_is() -> None:
    loaded = read(filled_in())
    assert [problem.render("vi") for problem in loaded.problems] == []
    expected = load(YAML.encode(), "u.yaml", book().vocabulary, "yaml")
    assert expected.problems == ()
    assert loaded.unit == expected.unit
    assert verdicts(loaded) == verdicts(expected)


def test_a_row_below_the_prepared_ones_counts_too() -> None:
    made = opened(drafted("commune"))
    row = first_spare(made, "records.petitions")
    fill(made, "records.petitions", row, kind="khiếu nại, tố cáo", received_on="02/02/2026")
    fill(made, "records.petitions", row + 70, kind="complaint", received_on="03/02/2026")
    loaded = read(bytes_of(made))
    assert loaded.unit is not None
    assert [petition.received_on for petition in loaded.unit.records.petitions] == [date(2026, 2, 2), date(2026, 2, 3)]


def test_headings_are_locked_and_answers_are_not() -> None:
    made = opened(drafted("commune"))
    for sheet in made.worksheets:
        assert sheet.protection.sheet or sheet.sheet_state == "hidden"
        assert not sheet.protection.password
    sheet, found = columns(made, "records.disclosures")
    assert sheet.row_dimensions[1].hidden
    assert sheet.cell(3, found["item"]).protection.locked
    assert not sheet.cell(4, found["document.date"]).protection.locked
    assert sheet.cell(4, found["document.date"]).number_format == "dd/mm/yyyy"
    assert sheet.cell(4, found["item"]).comment is not None
    assert "khoản 1 Điều 11" in sheet.cell(4, found["item"]).comment.text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["xlsx:Calc MS Excel 2007 XML", "xlsx:Calc Office Open XML"])
def test_it_says_the_same_after_libreoffice_saved_it(tmp_path: Path, form: str) -> None:
    source, target = tmp_path / "xa.xlsx", tmp_path / "saved"
    source.write_bytes(filled_in())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    argv = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(target), str(source)]
    subprocess.run(argv, check=True, capture_output=True, timeout=300)
    saved = read((target / "xa.xlsx").read_bytes())
    assert [problem.render("vi") for problem in saved.problems] == []
    assert saved.unit == load(YAML.encode(), "u.yaml", book().vocabulary, "yaml").unit
