"""The line of a problem, and the mark under what is meant, for every kind of sign and length of line."""

from __future__ import annotations

from typing import Any

import pytest

from dcs_audit.records import Vocabulary, load
from dcs_audit.records.excerpts import excerpt
from dcs_audit.records.problems import MOST_MARKED, Excerpt


@pytest.mark.parametrize(
    ("line", "start", "length", "expected"),
    [
        ("a: b", 3, 1, Excerpt("a: b", 3, 1)),
        ("\ta\tb: c", 3, 1, Excerpt(" a b: c", 3, 1)),
        ("tên: 会议", 5, 2, Excerpt("tên: 会议", 5, 4)),
        ("会议: xx", 4, 2, Excerpt("会议: xx", 6, 2)),
        ("te\u0302n: xx", 6, 2, Excerpt("te\u0302n: xx", 5, 2)),
        ("a: \x1b[31m", 3, 5, Excerpt("a: \\x1b[31m", 3, 8)),
        ("a: \u202eb", 3, 2, Excerpt("a: \\u202eb", 3, 7)),
        ("", 0, 1, Excerpt("", 0, 1)),
    ],
)
def test_columns_are_those_of_the_screen(line: str, start: int, length: int, expected: Excerpt) -> None:
    assert excerpt(line, start, length) == expected


@pytest.mark.parametrize("start", [0, 30, 70, 100, 5_000, 9_990])
def test_a_long_line_is_cut_around_the_place(start: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(9_999))
    found = excerpt(line, start, 5)
    assert len(found.text) <= 78
    assert found.text[found.before : found.before + found.under] == line[start : start + 5]
    assert found.text.startswith("…") == (not line.startswith(found.text[:10]))


def test_only_the_first_problems_have_a_line(load_as: Any) -> None:
    problems = load_as("".join(f"k{n}: 1\n" for n in range(50))).problems
    marked = [bool(problem.marked()) for problem in problems if problem.code == "unknown_key"]
    assert marked == [True] * (MOST_MARKED - 2) + [False] * (52 - MOST_MARKED)


def test_what_the_file_lacks_has_no_line(load_as: Any) -> None:
    assert [(p.path, p.marked()) for p in load_as("year: 2026\n").problems] == [("unit", ())]


def test_json_with_windows_line_ends(load_as: Any) -> None:
    (problem,) = load_as('{"unit": {"name": "A",\r\n  "type": "comune"},\r\n "year": 2026}', "json").problems
    assert problem.marked() == ('    2 |   "type": "comune"},', "      |           ^~~~~~~~")


def test_bytes_that_are_no_text(vocabulary: Vocabulary) -> None:
    (problem,) = load(b"unit:\n  name: X\xe3 A\n", "u.yaml", vocabulary, "yaml").problems
    assert problem.marked() == ("    2 |   name: X\\xe3 A", "      |          ^~~~")
    (problem,) = load(b"unit: \x00\n", "u.yaml", vocabulary, "yaml").problems
    assert problem.marked() == ("    1 | unit: \\x00", "      |       ^~~~")
