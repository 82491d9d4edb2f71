"""Foreign text stays text: whatever it is, a Markdown reader shows it as it was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dcs_audit.report.markdown import code, table, text, whole
from dcs_audit.report.words import plain

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WILD = st.text(st.sampled_from("a1 \\`*_[]()<>#|~$&!-+=.:;@/\n\t\"'ạw")) | st.text()


def leaves(source: str) -> list[Token]:
    blocks = READER.parse(source)
    return [
        leaf
        for block in blocks
        for leaf in ((block.children or []) if block.type == "inline" else [block])
        if not leaf.nesting
    ]


def shown(source: str) -> str:
    """What a reader sees; raises where anything but text and code is there."""
    found = leaves(source)
    assert {leaf.type for leaf in found} <= {"text", "text_special", "code_inline"}, source
    return "".join(leaf.content for leaf in found)


@given(WILD)
def test_text_is_shown_as_written_wherever_it_stands(value: str) -> None:
    expected = plain(value).strip()
    for before in ("", "- ", "1. ", "> ", "# ", "- **x:** "):
        label = "x:" if "x" in before else ""
        seen = shown(f"{before}{text(value)}\n")
        assert seen.removeprefix(label).strip() == expected, before


@given(WILD, WILD)
def test_a_cell_is_one_cell(value: str, other: str) -> None:
    source = whole(table(["a", "b"], [[text(value), text(other)]], [1]))
    cells = [token.children or [] for token in READER.parse(source) if token.type == "inline"]
    assert len(cells) == 4
    assert "".join(leaf.content for leaf in cells[2]) == plain(value).strip()
    assert "".join(leaf.content for leaf in cells[3]) == plain(other).strip()


@given(WILD)
def test_code_is_shown_as_written(value: str) -> None:
    expected = plain(value).strip()
    assert shown(f"- {code(value)}\n") == expected


@pytest.mark.parametrize(
    "value",
    [
        "http://x.vn/a",
        "xem www.x.vn nhé",
        "a.b@x.vn",
        "@ai-do",
        "mailto:a@x.vn",
        "việc #12",
        "(https://x.vn)",
        "HTTPS://X",
    ],
)
def test_what_github_makes_a_link_of_stands_as_code(value: str) -> None:
    outside = re.sub(r"`[^`]*`", "", text(value))
    assert not re.search(r"://|www\.|@|#\d", outside, re.IGNORECASE)
    assert shown(text(value)) == value


@pytest.mark.parametrize("value", ["has_portal", "12/QĐ-UBND", "Xã Phú Hòa Đông – quý I/2026 (LDC-D11-K2)", "98,8/100"])
def test_plain_words_are_not_touched(value: str) -> None:
    assert text(value) == value


def test_a_file_ends_with_one_line_break_and_has_no_gaps() -> None:
    assert whole(["a", "", "", "", "b", ""]) == "a\n\nb\n"
