"""Lines of a draft: explanations wrapped, templates an attribute a line, values as YAML reads them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.drafting.layout import WIDTH, commented, entry, explained, flow, scalar


def nothing(path: str) -> list[str]:
    return []


def test_an_explanation_is_wrapped_behind_two_signs() -> None:
    lines = list(explained("từ " * 60, 4, "  "))
    assert len(lines) == 2 and all(len(line) <= WIDTH for line in lines)
    assert lines[0].startswith("    ## từ") and lines[1].startswith("    ##   từ")


def test_a_template_is_commented_out_where_it_will_stand() -> None:
    assert list(commented(["- a: 1", "  b: 2"], 4)) == ["    # - a: 1", "    #   b: 2"]


def test_the_fullest_remark_for_which_there_is_room_stands_beside() -> None:
    remarks = ["rất dài " * 12, "ngắn"]
    assert list(entry({"a": 1}, 90, lambda path: remarks)) == [f"{'- a: 1':<38}  # ngắn"]
    assert list(entry({"a": 1}, 20, lambda path: remarks)) == ["- a: 1"]


@pytest.mark.parametrize(
    "text", ["yes", "No", "12", "1.5", "a: b", "x #y", "- a", "", 'A "b"', "[a]", "null", "~", "\\"]
)
def test_a_text_that_yaml_would_read_as_something_else_is_quoted(text: str) -> None:
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=20))
def test_any_text_is_read_back(text: str) -> None:
    assert yaml.safe_load(f"a: {{b: {scalar(text)}}}") == {"a": {"b": text}}


def test_a_record_is_read_back() -> None:
    record: dict[str, Any] = {
        "kind": "k",
        "nil": True,
        "document": {"number": "00/VÍ-DỤ", "date": "06/04/2026"},
        "sent": [{"to": "mttq", "from": "07/04/2026"}],
        "positions": [],
        "count": 4,
    }
    assert yaml.safe_load("\n".join(entry(record, 90, nothing))) == [record]
    assert yaml.safe_load(flow(record)) == record
