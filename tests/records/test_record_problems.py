"""What the person reads: whole lines, all of them, in order, in both languages."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dcs_audit
from dcs_audit.locale.problems import HINTS, PROBLEMS
from dcs_audit.records import Problem, Vocabulary, load
from dcs_audit.records.nearest import nearest
from dcs_audit.records.positions import path_loc, path_text

MANY_MISTAKES = """\
unit:
  name: UBND xã A
  type: commune
  has_portal: yes
  vilages: []
year: 2026
records:
  disclosures:
    - item: ngan-sac
      document: {number: 010, date: 31/02/2026}
      postings:
        - chanel: portal
          channel: portall
          form: 04/20/2026
  meetings:
    - kind: staff_conferenc
      attended: 10
      entitled: 5
      entitled: 6
      summons: 010
"""


def test_all_problems_in_one_run(load_as: Any) -> None:
    assert [problem.render("vi") for problem in load_as(MANY_MISTAKES).problems] == [
        "u.yaml:4:15: unit.has_portal: `yes` không phải `true` (có) hoặc `false` (không); "
        "chưa biết thì bỏ trống: ghi `true`",
        "u.yaml:5:3: unit.vilages: không có khóa `vilages` ở đây: có phải muốn ghi `villages`?",
        "u.yaml:9:13: records.disclosures[0].item: `ngan-sac` không phải mã nội dung công khai của loại đơn vị này: "
        "có phải muốn ghi `ngan-sach`?",
        "u.yaml:10:37: records.disclosures[0].document.date: không có ngày 31/02/2026: kiểm tra lại ngày, tháng",
        "u.yaml:12:11: records.disclosures[0].postings[0].chanel: không có khóa `chanel` ở đây: "
        "có phải muốn ghi `channel`?",
        "u.yaml:13:20: records.disclosures[0].postings[0].channel: `portall` không có trong danh mục được dùng ở đây: "
        "có phải muốn ghi `portal`?",
        "u.yaml:14:11: records.disclosures[0].postings[0].form: không có khóa `form` ở đây: có phải muốn ghi `from`?",
        "u.yaml:16:13: records.meetings[0].kind: `staff_conferenc` không phải mã loại có trong các bộ quy định "
        "đang dùng: có phải muốn ghi `staff_conference`?",
        "u.yaml:17:17: records.meetings[0].attended: `attended` (10) lớn hơn `entitled` (5): kiểm tra lại hai số",
        "u.yaml:19:7: records.meetings[0].entitled: khóa `entitled` đã có ở dòng 18: chỉ giữ một",
        "u.yaml:20:16: records.meetings[0].summons: `010` không phải số nguyên: "
        "chỉ ghi chữ số, không có số 0 ở đầu, dấu chấm hay dấu phẩy, ví dụ `120`: "
        "có phải muốn ghi `10`?",
    ]


def test_in_english(load_as: Any) -> None:
    problems = load_as(MANY_MISTAKES).problems
    assert problems[3].render("en") == (
        "u.yaml:10:37: records.disclosures[0].document.date: "
        "there is no day 31/02/2026 (day/month/year): check day and month"
    )
    assert not any("Input should" in problem.text("en") for problem in problems)


def test_allowed_values_where_nothing_is_near(load_as: Any) -> None:
    (problem,) = load_as("unit: {name: A, type: commune, subtype: zzzz}\nyear: 2026\n").problems
    assert problem.text("vi") == (
        "unit.subtype: `zzzz` không có trong danh mục được dùng ở đây: "
        "chỉ dùng một trong: xa, phuong, thi_tran, dac_khu"
    )


def test_the_month_came_first(load_as: Any) -> None:
    (problem,) = load_as(
        "unit: {name: A, type: commune, projects: [{id: p, started_on: 04/20/2026}]}\nyear: 2026"
    ).problems
    assert problem.text("vi").endswith(
        "`04/20/2026` ghi tháng trước ngày: ghi ngày trước, tháng sau: có phải muốn ghi `20/04/2026`?"
    )


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("ngan-sac", ["ngan-sach", "tai-san-cong"], "ngan-sach"),
        ("Ngân sách", ["ngan-sach"], "ngan-sach"),
        ("ngan_sach", ["ngan-sach"], "ngan-sach"),
        ("Thon Đong", ["Thôn Đông", "Thôn Đoài"], "Thôn Đông"),
        ("đ", ["d", "dd"], "dd"),
        ("zzz", ["ngan-sach"], None),
        ("x" * 81, ["x" * 80], None),
        ("a", [], None),
    ],
)
def test_nearest(word: str, known: list[str], expected: str | None) -> None:
    assert nearest(word, known) == expected


def test_capped_with_a_closing_line(load_as: Any) -> None:
    problems = load_as("".join(f"k{n}: 1\n" for n in range(1000))).problems
    assert len(problems) == 201
    assert [problem.line for problem in problems[:200]] == sorted(problem.line for problem in problems[:200])
    assert problems[-1].render("en") == "u.yaml: there are more problems than the 200 shown: mend these and run again"


def test_one_line_whatever_is_in_the_file(vocabulary: Vocabulary) -> None:
    loaded = load(
        b'"a\\nb\\e[31m\\u202e{x}": 1\nunit: {name: A, type: "x\\ny"}\nyear: 2026\n', "d\n\x1b.y", vocabulary, "yaml"
    )
    lines = [problem.render("en") for problem in loaded.problems]
    assert len(lines) == 2
    assert all(line.isprintable() and line.startswith("d\\n\\x1b.y:") for line in lines)
    assert "{x}" in lines[0]


def test_long_values_are_cut(load_as: Any) -> None:
    (problem,) = load_as(f"unit: {{name: A, type: {'x' * 10_000}}}\nyear: 2026\n").problems
    assert len(problem.text("vi")) < 300


def test_catalogue_is_complete() -> None:
    fields = {lang: {} for lang in ("vi", "en")}
    for code, texts in {**PROBLEMS, **HINTS}.items():
        assert set(texts) == {"vi", "en"}
        for lang, text in texts.items():
            fields[lang][code] = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    assert fields["vi"] == fields["en"]


def test_no_message_is_left_over() -> None:
    package = Path(dcs_audit.__file__).parent
    sources = [path for path in package.rglob("*.py") if path.parent.name != "locale"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    families = tuple(re.findall(r'told\(f"([a-z_.]+)\{', source))  # the kind of name, or of entry, ends the code
    assert families
    assert [code for code in PROBLEMS if f'"{code}"' not in source and not code.startswith(families)] == []


def test_render_without_a_place() -> None:
    assert Problem("a.yaml", None, None, "", "is_directory").render("vi") == (
        "a.yaml: đây là thư mục: hãy chỉ tới một tệp hồ sơ"
    )


def test_paths() -> None:
    loc = ("records", "disclosures", 1, "postings", 0, "from")
    assert path_text(loc) == "records.disclosures[1].postings[0].from"
    assert path_loc(path_text(loc)) == loc
    assert path_loc("") == ()
    assert path_loc("a[") is None


def test_reading_yaml_needs_no_json_and_words_only_when_shown() -> None:
    code = (
        "import sys; from dcs_audit.records import load, Vocabulary;"
        "load(b'unit: {name: A, type: village}\\nyear: 2026\\n', 'u', Vocabulary(), 'yaml');"
        "sys.exit('dcs_audit.locale.problems' in sys.modules or 'dcs_audit.records.json_reader' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
