"""Ten mistakes of people who never saw YAML: the whole message, in Vietnamese, with the place marked."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = "unit:\n  name: Xã A\n  type: commune\nyear: 2026\nrecords:\n"

MISTAKES = {
    "tab": (
        "unit:\n\tname: Xã A\n",
        "u.yaml:2:1: thụt dòng bằng phím Tab: xóa đi và gõ dấu cách, mỗi cấp 2 dấu cách\n"
        "    2 |  name: Xã A\n"
        "      | ^",
    ),
    "no space after the colon": (
        "unit:\n  name: Xã A\n  type:commune\nyear: 2026\n",
        "u.yaml:3:3: thiếu dấu cách sau dấu hai chấm của `type`: ghi `type: commune`\n"
        "    3 |   type:commune\n"
        "      |   ^~~~~~~~~~~~",
    ),
    "a colon in the text": (
        HEAD + "  documents:\n    - kind: board_report\n      số: 12/QĐ: về quy chế\n",
        "u.yaml:8:16: nội dung có dấu hai chấm và dấu cách nên bị đọc nhầm thành khóa: đặt cả nội dung trong dấu nháy: "
        'ghi `số: "12/QĐ: về quy chế"`\n'
        "    8 |       số: 12/QĐ: về quy chế\n"
        "      |                ^",
    ),
    "indented too far": (
        HEAD + "  documents:\n    - kind: board_report\n       number: 12/BC\n",
        "u.yaml:8:8: thụt 7 dấu cách, sâu hơn dòng 7, mà dòng 7 đã có giá trị nên không có cấp dưới: "
        "thụt 6 dấu cách cho thẳng cột với dòng 7, hoặc bỏ giá trị ở dòng 7\n"
        "    8 |        number: 12/BC\n"
        "      |        ^~~~~~~~~~~~~",
    ),
    "bracket not closed": (
        HEAD
        + "  disclosures:\n    - item: ngan-sach\n      document: {number: 1/QĐ, date: 05/01/2026\n      nil: false\n",
        "u.yaml:8:17: dấu ngoặc `{` mở ở đây chưa được đóng: ghi `document: {number: 1/QĐ, date: 05/01/2026}`\n"
        "    8 |       document: {number: 1/QĐ, date: 05/01/2026\n"
        "      |                 ^",
    ),
    "quote not closed": (
        'unit:\n  name: "Xã A\n  type: commune\nyear: 2026\n',
        'u.yaml:2:9: dấu nháy mở ở đây chưa được đóng: thêm dấu nháy ở cuối nội dung: ghi `name: "Xã A"`\n'
        '    2 |   name: "Xã A\n'
        "      |         ^",
    ),
    "text after the quote": (
        'unit:\n  name: "Xã" A\n  type: commune\nyear: 2026\n',
        "u.yaml:2:14: có chữ sau dấu nháy đóng: đặt cả nội dung trong một cặp dấu nháy, hoặc bỏ hết dấu nháy\n"
        '    2 |   name: "Xã" A\n'
        "      |              ^",
    ),
    "the same key twice": (
        "unit:\n  name: Xã A\n  type: commune\n  name: Xã B\nyear: 2026\n",
        "u.yaml:4:3: unit.name: khóa `name` đã có ở dòng 2: chỉ giữ một\n    4 |   name: Xã B\n      |   ^~~~",
    ),
    "a list without dashes": (
        HEAD + "  documents:\n    kind: board_report\n",
        "u.yaml:7:5: records.documents.kind: đây là danh sách: mỗi mục bắt đầu bằng dấu gạch và dấu cách, "
        "ghi `- kind: …` (trong JSON: `[{…}, …]`)\n"
        "    7 |     kind: board_report\n"
        "      |     ^~~~",
    ),
    "Vietnamese names": (
        "unit:\n  tên: Xã A\n  name: Xã A\n  type: xã\n  has_portal: có\nyear: 2026\nrecords:\n  disclosures:\n"
        "    - item: Ngân sách\n      postings: [{channel: loa truyền thanh, từ ngày: 5.1.2026}]\n",
        "u.yaml:2:3: unit.tên: không có khóa `tên` ở đây: ghi `name`\n"
        "    2 |   tên: Xã A\n"
        "      |   ^~~\n"
        "u.yaml:4:9: unit.type: `xã` không có trong danh mục được dùng ở đây: ghi `commune`\n"
        "    4 |   type: xã\n"
        "      |         ^~\n"
        "u.yaml:5:15: unit.has_portal: `có` không phải `true` (có) hoặc `false` (không); "
        "chưa biết thì bỏ trống: ghi `true`\n"
        "    5 |   has_portal: có\n"
        "      |               ^~\n"
        "u.yaml:9:13: records.disclosures[0].item: `Ngân sách` không phải mã nội dung công khai của loại đơn vị này: "
        "ghi `ngan-sach`\n"
        "    9 |     - item: Ngân sách\n"
        "      |             ^~~~~~~~~\n"
        "u.yaml:10:28: records.disclosures[0].postings[0].channel: `loa truyền thanh` không có trong danh mục "
        "được dùng ở đây: ghi `loudspeaker`\n"
        "   10 |       postings: [{channel: loa truyền thanh, từ ngày: 5.1.2026}]\n"
        "      |                            ^~~~~~~~~~~~~~~~\n"
        "u.yaml:10:46: records.disclosures[0].postings[0].từ ngày: không có khóa `từ ngày` ở đây: ghi `from`\n"
        "   10 |       postings: [{channel: loa truyền thanh, từ ngày: 5.1.2026}]\n"
        "      |                                              ^~~~~~~",
    ),
}


@pytest.mark.parametrize("which", MISTAKES)
def test_the_whole_message(load_as: Any, which: str) -> None:
    text, expected = MISTAKES[which]
    problems = load_as(text).problems
    assert "\n".join(line for problem in problems for line in (problem.render("vi"), *problem.marked())) == expected


MENDED = {
    "no space after the colon": ("type:commune", "type: commune"),
    "quote not closed": ('"Xã A', '"Xã A"'),
    "text after the quote": ('"Xã" A', '"Xã A"'),
    "tab": ("\tname: Xã A\n", "  name: Xã A\n  type: commune\nyear: 2026\n"),
    "the same key twice": ("  name: Xã B\n", ""),
    "indented too far": ("       number", "      number"),
    "bracket not closed": ("05/01/2026\n", "05/01/2026}\n"),
    "a list without dashes": ("    kind", "    - kind"),
    "a colon in the text": ("số: 12/QĐ: về quy chế", 'number: "12/QĐ: về quy chế"'),
}


@pytest.mark.parametrize("which", MENDED)
def test_the_advice_mends_the_file(load_as: Any, which: str) -> None:
    text, _ = MISTAKES[which]
    wrong, right = MENDED[which]
    assert load_as(text.replace(wrong, right)).problems == ()
