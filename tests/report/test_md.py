"""The Markdown report: a Markdown reader finds its tables and lists, and nothing that acts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.report.words import plain
from dcs_audit.verdicts.model import Report, Status

from .builders import fleet_of

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = "x\n# y | <script>alert(1)</script> [a](http://b.vn) ![i](//c) **d** `e` www.f.vn\x1b[31m"


def told(report: Report, **options: object) -> str:
    content = FORMATS["md"]().alone(report, Options(**options))  # type: ignore[arg-type]
    assert isinstance(content, str)
    return content


def seen(source: str) -> str:
    """The words that a reader sees, a line for each paragraph, cell or heading."""
    inline = [token.children or [] for token in READER.parse(source) if token.type == "inline"]
    return "\n".join("".join(leaf.content for leaf in leaves) for leaves in inline)


def tables(source: str) -> list[list[list[str]]]:
    """The cells of every table."""
    found: list[list[list[str]]] = []
    for token in READER.parse(source):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and token.level and found and token.map is None:
            found[-1][-1].append(token.content)
        elif token.type == "inline" and token.level == 4 and found:
            found[-1][-1].append("".join(leaf.content for leaf in token.children or []))
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_counts_is_that_of_the_summary(commune: Report, lang: Lang) -> None:
    (counts,) = tables(told(commune, lang=lang))
    numbers = [int(row[1]) for row in counts[1:]]
    assert sorted(numbers) == sorted(commune.summary.counts.values())
    assert sum(numbers) == commune.summary.duties


def test_every_result_is_named(commune: Report) -> None:
    words = seen(told(commune))
    for result in commune.results:
        assert result.title.vi in words
        assert result.rule in words


def test_sections_come_in_the_order_in_which_they_are_needed(commune: Report) -> None:
    heads = [line for line in told(commune).splitlines() if line.startswith("## ")]
    assert [head[3:].partition(" (")[0] for head in heads] == [
        "Tổng hợp 12 nghĩa vụ",
        "Việc cần làm",
        "Tồn tại",
        "Chưa đến hạn",
        "Cần xem lại",
        "Được miễn trừ",
        "Đạt",
        "Không áp dụng",
        "Thông báo",
        "Những gì chưa được kiểm tra",
        "Cơ sở của báo cáo này",
    ]


def test_a_check_says_what_was_expected_and_found_and_where(commune: Report) -> None:
    words = seen(told(commune))
    assert "Yêu cầu: ≤ 19/01/2026 (05 ngày làm việc từ 12/01/2026)" in words
    assert "Thực tế: 17 ngày; thiếu thôn Thượng, thôn Hạ" in words
    assert "Hồ sơ: records.disclosures[1], dòng 57" in words
    assert "Thời hạn: 19/01/2026, trễ 4 ngày" in words


def test_a_waived_duty_shows_what_is_beneath(commune: Report) -> None:
    assert "Kết luận: thiếu, nếu không có miễn trừ" in seen(told(commune))


def test_filters_are_said_and_an_empty_list_does_not_sound_clean(agency: Report) -> None:
    shown = seen(told(agency, filters=(Text("Chỉ một phần.", "Only a part."),)))
    assert "Chỉ một phần." in shown
    assert "Trong phần được hiển thị không có tồn tại nào." in shown
    assert "Không có tồn tại nào." in seen(told(agency))


def test_hostile_text_stays_text(commune: Report) -> None:
    results = tuple(replace(result, subject=HOSTILE) for result in commune.results)
    report = replace(commune, unit={**commune.unit, "name": HOSTILE, "parent": HOSTILE}, results=results)
    source = told(replace(report, input_path=HOSTILE))
    tokens = [leaf for token in READER.parse(source) for leaf in (token, *(token.children or []))]
    kinds = {token.type for token in tokens}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "fence", "code_block"}
    assert plain(HOSTILE) in seen(source)
    heads = [line for line in source.splitlines() if line.startswith("#")]
    assert not [head for head in heads if head.startswith("# y")]
    assert "\x1b" not in source


def test_a_fleet_is_a_roll_up_whose_table_names_every_unit(commune: Report, agency: Report) -> None:
    source = fleet_of("md", [agency, commune], not_audited=["hong|hóc.yaml"])
    roster = tables(source)[-1]
    assert [row[0] for row in roster[1:]] == ["Ủy ban nhân dân xã An Bình", "Sở Tài chính tỉnh Đồng Tháp"]
    assert {len(row) for row in roster} == {10}
    assert "hong|hóc.yaml" in seen(source)
    counts = tables(source)[0]
    assert sum(int(row[1]) for row in counts[1:]) == commune.summary.duties + agency.summary.duties


def test_a_fleet_without_a_unit_shows_no_figures() -> None:
    source = fleet_of("md", [], not_audited=["a.yaml"])
    assert tables(source) == []
    assert "a.yaml" in source


def test_a_fleet_that_was_broken_off_says_so(commune: Report) -> None:
    assert "bị dừng giữa chừng" in fleet_of("md", [commune], complete=False)


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_report_gives_the_same_bytes(commune: Report, lang: Lang) -> None:
    assert told(commune, lang=lang) == told(commune, lang=lang)
    assert all(not line.endswith(" ") for line in told(commune, lang=lang).splitlines())


def test_what_nobody_answered_is_not_under_passed(commune: Report) -> None:
    passed = told(commune).partition("## Đạt")[2].partition("## Không áp dụng")[0]
    for result in commune.results:
        assert (f"({result.rule})" in passed) == (result.status is Status.PASSED)
