"""The YAML parser's complaints, said so that the person who typed the file can mend it."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from dcs_audit.records.positions import Place
from dcs_audit.records.problems import Finding
from dcs_audit.records.reading import missing_space

_QUOTED_END = re.compile(r".*[\"'][ ]*\Z")

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


def explain(error: MarkedYAMLError, text: str) -> Finding:
    """The likely mistake behind a parser error, at the place where it should be mended."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line, mark.column) if mark else Place(0, 0)
    # The parser counts lines by \n, \r and the Unicode breaks alike.
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    line = lines[place.line] if place.line < len(lines) else ""
    reason = error.problem or ""
    char = line[place.column : place.column + 1]
    if char == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return _finding("tab", Place(place.line, line.index("\t")))
    if "mapping values are not allowed" in reason:
        return _stray_colon(lines, place)
    for phrase, code in _BY_PHRASE:
        if phrase in reason:
            if code in _OF_OPENING and error.context_mark is not None:
                place = Place(error.context_mark.line, error.context_mark.column)
            if code == "no_colon" and (key := missing_space(lines[place.line])):
                return _finding("missing_space", place, key=key)
            return _finding(code, place)
    if "cannot start any token" in reason:
        return _finding("bad_start", place, char=char)
    if error.context in _OF_SYMBOL and error.context_mark is not None:
        place = Place(error.context_mark.line, error.context_mark.column)
        return _finding("bad_start", place, char=line[place.column : place.column + 1])
    return _misplaced(line, place, reason)


def _stray_colon(lines: list[str], place: Place) -> Finding:
    """A colon where no key can be: a second one on its line, or one below a line that swallowed this one."""
    before = lines[place.line][: place.column]
    if ": " in before:
        return _finding("colon_in_text", place)
    above = next((at for at in range(place.line - 1, -1, -1) if lines[at].strip()), None)
    if above is not None and (key := missing_space(lines[above])):
        return _finding("missing_space", Place(above, lines[above].index(key)), key=key)
    return _finding("bad_indent", Place(place.line, len(before) - len(before.lstrip())))


def _misplaced(line: str, place: Place, reason: str) -> Finding:
    before = line[: place.column]
    if _QUOTED_END.match(before):
        return _finding("text_after_quote", place)
    if not before.strip() and "expected" in reason and "node content" not in reason:
        return _finding("bad_indent", place)
    return _finding("yaml_syntax", place)


def _finding(code: str, place: Place, **args: str) -> Finding:
    return Finding((), code, args, at=(place.line + 1, place.column + 1))
