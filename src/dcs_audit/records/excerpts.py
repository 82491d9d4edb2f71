"""The line that a problem is about, as it was typed, and the mark to put under the place that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from dcs_audit.records.problems import MOST_MARKED, Excerpt, Problem, printable

_WIDEST = 76
_FAR = 200
"""Characters on either side of the place that could be shown."""
_BEFORE = 40
"""Columns of a line that is too long that are shown before the place."""

# The YAML parser counts all of these as line breaks; JSON only knows the first.
_YAML_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_WORD = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?:[^\s,\[\]{}:]|:(?=[^\s,\[\]{}]))+")
_ONE_SIGN = frozenset(
    {"unclosed_quote", "unclosed_bracket", "missing_comma", "colon_in_text", "bad_start", "dash_in_value", "tab"}
)
"""The mark of these is one sign, whatever word it stands in."""
_WHOLE_LINE = frozenset({"missing_space", "wide_colon", "indent_too_deep", "bad_indent", "no_colon", "no_dash_space"})
"""The mark of these goes to the end of the line."""


def with_excerpts(problems: Sequence[Problem], text: str, format: str) -> tuple[Problem, ...]:
    """The problems of `text`, the first of them with the lines they stand on, as the format's reader counts them."""
    if all(problem.line is None for problem in problems):
        return tuple(problems)
    lines = text.split("\n") if format == "json" else _YAML_BREAK.split(text)
    marked = [_marked(problem, lines) for problem in problems[:MOST_MARKED]]
    return (*marked, *problems[MOST_MARKED:])


def _marked(problem: Problem, lines: Sequence[str]) -> Problem:
    # What the file lacks as a whole stands on no line of it.
    absent = problem.code == "missing" and "." not in problem.path
    if absent or problem.line is None or problem.column is None or problem.line > len(lines):
        return problem
    line = lines[problem.line - 1].rstrip()
    if not line.strip():
        return problem
    start = min(problem.column - 1, len(line))
    return replace(problem, excerpt=excerpt(line, start, length(problem, line, start)))


def length(problem: Problem, line: str, start: int) -> int:
    """How many characters of `line` from `start` on the problem is about; 1 where that is not known."""
    if problem.code in _ONE_SIGN:
        return 1
    if problem.code in _WHOLE_LINE:
        return max(len(line) - start, 1)
    if problem.code in ("not_utf8", "old_encoding"):
        return len("\\xff")
    for name, value in problem.args:
        if name in ("key", "value", "tag") and value and line.startswith(value, start):
            return len(value)
    word = _WORD.match(line, start)
    return len(word[0]) if word else 1


def excerpt(line: str, start: int, length: int) -> Excerpt:
    """The part of `line` around `start` that fits on a screen; what would not show is written as an escape."""
    from rich.cells import cell_len  # knows what is two columns wide and what none; loaded where something is wrong

    # What is far off is not looked at: a line may be the whole file.
    cut = max(start - _FAR, 0)
    more = (cut > 0, len(line) > start + _FAR)
    line, start = line[cut : start + _FAR], start - cut
    signs = [_sign(char) for char in line]
    widths = [cell_len(sign) for sign in signs]
    first, last = _window(widths, start)
    # A sign without width belongs to the letter before it: the mark begins under the letter that is meant.
    before = sum(widths[first:start])
    under = sum(widths[start : min(start + length, last)])
    left, right = "…" if first or more[0] else "", "…" if last < len(line) or more[1] else ""
    return Excerpt(left + "".join(signs[first:last]) + right, before + len(left), max(under, 1))


def _sign(char: str) -> str:
    return " " if char == "\t" else printable(char)


def _window(widths: Sequence[int], start: int) -> tuple[int, int]:
    """The first character to show and the one after the last."""
    ends = [0, *accumulate(widths)]
    if ends[-1] <= _WIDEST:
        return 0, len(widths)
    first = _last_where(lambda at: ends[start] - ends[at] > _BEFORE, start) if ends[start] > _WIDEST - 20 else 0
    last = first
    while last < len(widths) and ends[last + 1] - ends[first] <= _WIDEST:
        last += 1
    return first, last


def _last_where(far: Callable[[int], bool], start: int) -> int:
    first = start
    while first and not far(first - 1):
        first -= 1
    return first
