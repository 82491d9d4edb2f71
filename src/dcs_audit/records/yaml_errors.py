"""The YAML parser's complaints, said so that the person who typed the file can mend it."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from dcs_audit.records.positions import Place
from dcs_audit.records.problems import Finding
from dcs_audit.records.reading import missing_space, odd_space
from dcs_audit.records.yaml_mending import (
    closed_bracket,
    closed_quote,
    hashed_inside,
    quoted_value,
    spaced_colon,
    spaced_dash,
)

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_QUOTED_END = re.compile(r".*[\"'][ ]*\Z")
_WIDE_COLON = re.compile(r"[ \-]*\w[^:'\"]*(\uff1a)")

_BY_PHRASE = (
    ("found a tab character", "tab"),
    ("did not find expected ',' or", "unclosed_bracket"),
    ("expected ',' or", "unclosed_bracket"),
    ("found unexpected end of stream", "unclosed_quote"),
    ("found unexpected document indicator", "unclosed_quote"),
    ("found unknown escape", "bad_escape"),
    ("found invalid Unicode character escape", "bad_escape"),
    ("expected escape sequence", "bad_escape"),
    ("did not find expected hexdecimal number", "bad_escape"),
    ("entries are not allowed", "dash_in_value"),
    ("could not find expected ':'", "no_colon"),
)
_OF_SYMBOL = {f"while scanning {what}" for what in ("a block scalar", "an alias", "an anchor", "a tag", "a directive")}
"""Text that begins with `|`, `>`, `*`, `&`, `!` or `%` and was not meant to be what these begin."""
_OF_OPENING = {"unclosed_bracket", "unclosed_quote", "no_colon"}
"""These stand where the bracket, the quote or the key begins: the parser notices them lines later."""
_NO_MEND = ""
_LONGEST_MEND = 80
"""Longer lines are not shown as they should be: they would be cut."""


def lines_of(text: str) -> list[str]:
    """The lines as the parser counts them: \n, \r and the Unicode breaks alike end one."""
    return _BREAK.split(text)


def explain(error: MarkedYAMLError, text: str) -> Finding:
    """The likely mistake behind a parser error, at the place where it should be mended."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line, mark.column) if mark else Place(0, 0)
    lines = lines_of(text)
    line = lines[place.line] if place.line < len(lines) else ""
    reason = error.problem or ""
    char = line[place.column : place.column + 1]
    if char == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return _finding("tab", Place(place.line, line.index("\t")))
    if (odd := _oddly_indented(lines, place)) is not None:
        return _finding("odd_space", odd, char=f"U+{ord(lines[odd.line][odd.column]):04X}")
    if "mapping values are not allowed" in reason:
        return _stray_colon(lines, place)
    opening = Place(error.context_mark.line, error.context_mark.column) if error.context_mark else place
    if (error.context or "").startswith("while parsing a flow") and (found := _hashed(lines, opening, place)):
        return found
    for phrase, code in _BY_PHRASE:
        if phrase in reason:
            return _known(code, lines, place, opening)
    if "cannot start any token" in reason:
        return _finding("bad_start", place, quoted_value(line, place.column), char=char)
    if error.context in _OF_SYMBOL:
        char = lines[opening.line][opening.column : opening.column + 1]
        return _finding("bad_start", opening, quoted_value(lines[opening.line], opening.column), char=char)
    in_list = error.context == "while parsing a block collection" and opening.column == place.column
    return _misplaced(line, place, reason, in_list)


def _hashed(lines: list[str], opening: Place, place: Place) -> Finding | None:
    """A value within brackets that begins with `#`, which hides the rest of its line, the bracket's end included."""
    above = next((at for at in range(min(place.line, len(lines)) - 1, -1, -1) if lines[at].strip()), 0)
    for number in range(min(opening.line, above), min(place.line + 1, len(lines))):
        if (found := hashed_inside(lines[number])) is not None:
            return hash_value(Place(number, found[0]), found[1])
    return None


def _known(code: str, lines: list[str], place: Place, opening: Place) -> Finding:
    """A complaint whose words tell the mistake; `opening` is where the thing began that the parser was reading."""
    line = lines[opening.line]
    if code == "unclosed_bracket" and opening.line == place.line and _is_closed(line, opening.column):
        return _finding("missing_comma", place)
    if code not in _OF_OPENING:
        return _finding(code, place)
    if code == "unclosed_bracket":
        return _finding(code, opening, closed_bracket(line), char=line[opening.column : opening.column + 1])
    if code == "unclosed_quote":
        return _finding(code, opening, closed_quote(line, opening.column))
    if key := missing_space(line):
        return _missing_space(lines, opening.line, key)
    if wide := _WIDE_COLON.match(line):
        return _finding("wide_colon", Place(opening.line, wide.start(1)), line.replace("\uff1a", ": ", 1).strip())
    return _finding(code, opening)


def _is_closed(line: str, start: int) -> bool:
    """Whether the bracket at `start` has its end on the line, so that it is something inside that is wrong."""
    open_, close = line[start : start + 1], {"[": "]", "{": "}"}.get(line[start : start + 1], "")
    return bool(close) and line.count(open_, start) == line.count(close, start)


def _oddly_indented(lines: list[str], place: Place) -> Place | None:
    """A line at or right above the place that is indented with signs that only look like spaces."""
    for number in range(place.line, max(place.line - 3, -1), -1):
        if number < len(lines) and (column := odd_space(lines[number])) is not None:
            return Place(number, column)
    return None


def _stray_colon(lines: list[str], place: Place) -> Finding:
    """A colon where no key can be: a second one on its line, or one below a line that swallowed this one."""
    line = lines[place.line]
    before = line[: place.column]
    if ": " in before:
        return _finding("colon_in_text", place, quoted_value(line, before.index(": ") + 2))
    above = next((at for at in range(place.line - 1, -1, -1) if lines[at].strip()), None)
    indent = len(before) - len(before.lstrip())
    if above is None:
        return _finding("bad_indent", Place(place.line, indent))
    if key := missing_space(lines[above]):
        return _missing_space(lines, above, key)
    if wide := _WIDE_COLON.match(lines[above]):
        return _finding("wide_colon", Place(above, wide.start(1)), lines[above].replace("\uff1a", ": ", 1).strip())
    width = len(lines[above]) - len(lines[above].lstrip(" -"))
    if width < indent and ": " in lines[above]:
        return _finding(
            "indent_too_deep", Place(place.line, indent), above=str(above + 1), width=str(width), has=str(indent)
        )
    return _finding("bad_indent", Place(place.line, indent))


def _missing_space(lines: list[str], at: int, key: str) -> Finding:
    return _finding("missing_space", Place(at, lines[at].index(key)), spaced_colon(lines[at], key), key=key)


def _misplaced(line: str, place: Place, reason: str, in_list: bool) -> Finding:
    before, rest = line[: place.column], line[place.column :]
    if _QUOTED_END.match(before):
        return _finding("text_after_quote", place)
    if rest[:1] in ("]", "}"):
        return _finding("stray_bracket", place, char=rest[0])
    if in_list and not before.strip():
        if mended := spaced_dash(line):
            return _finding("no_dash_space", place, mended)
        return _finding("dash_missing", place)
    if not before.strip() and "expected" in reason and "node content" not in reason:
        return _finding("bad_indent", place)
    return _finding("yaml_syntax", place)


def hash_value(place: Place, mended: str) -> Finding:
    """A value that begins with `#`, which is read as a comment."""
    return _finding("hash_value", place, mended)


def _finding(code: str, place: Place, mended: str = _NO_MEND, **args: str) -> Finding:
    if 0 < len(mended) <= _LONGEST_MEND:
        args["mended"] = mended
    return Finding((), code, args, at=(place.line + 1, place.column + 1))
