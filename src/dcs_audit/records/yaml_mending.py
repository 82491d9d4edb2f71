"""A line as it should have been typed, where there is no doubt; else nothing."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\"'#\[\]{}]+")
_SECOND_ENTRY = re.compile(r", *\w+:( |$)")
_DASHED = re.compile(r" *-(?=[^\s\-])")
_HASHED = re.compile(r"(?<=[:\-\[{,])[ \t]+(#[^\s,\]}]*\d[^\s,\]}]*)")
"""A sign and then text with a digit and without a space, where a value should stand: `number: #12/NQ-HĐND`."""
_CLOSE = {"[": "]", "{": "}"}


def spaced_colon(line: str, key: str) -> str:
    """`key:value` with a space after the first colon."""
    before, _, after = line.partition(f"{key}:")
    return f"{before}{key}: {after.lstrip()}".strip()


def spaced_dash(line: str) -> str:
    """`-item: x` with a space after the dash; nothing where the line does not begin so."""
    found = _DASHED.match(line)
    return f"- {line[found.end() :]}".strip() if found else ""


def quoted_value(line: str, start: int) -> str:
    """The line with all of its value, from `start` on, in quotes; nothing where it has quotes or brackets already."""
    before, value = line[:start], line[start:].strip()
    if "\\" in value or _SECOND_ENTRY.search(value) or not before.rstrip().endswith((":", "-")):
        return ""
    return f'{before}"{value}"'.strip() if _PLAIN.fullmatch(before) and _PLAIN.fullmatch(value) else ""


def closed_quote(line: str, start: int) -> str:
    """The line with the quote at `start` closed at its end; nothing where quotes or a comment make that doubtful."""
    quote, rest = line[start : start + 1], line[start + 1 :].rstrip()
    if not quote or not rest or quote in rest or re.search(r"[\[\]{}#,\\]", rest) or ": " in rest:
        return ""
    return f"{line.rstrip()}{quote}".strip()


def may_be_hashed(text: str) -> bool:
    """Whether a value of the text may begin with `#`."""
    return _HASHED.search(text) is not None


def hashed_value(line: str, start: int) -> tuple[int, str] | None:
    """Where a value at or right after `start` begins with `#`, which YAML takes for a comment; and the line mended."""
    found = _HASHED.match(line, start)
    if found is None:
        return None
    rest = line[found.end() :]
    whole = not rest.strip() or rest.lstrip()[0] in ",]}"
    return found.start(1), f'{line[: found.start(1)]}"{found[1]}"{rest}'.strip() if whole else ""


def hashed_inside(line: str) -> tuple[int, str] | None:
    """As `hashed_value`, for the first such value anywhere on the line."""
    found = _HASHED.search(line)
    return None if found is None else hashed_value(line, found.start())


def closed_bracket(line: str) -> str:
    """The line with its open brackets closed at its end; nothing where it may go on below, or has quotes."""
    bare, opened = line.rstrip(), []
    if re.search(r"[\"'#]", bare) or bare.endswith((",", "[", "{", ":")):
        return ""
    for sign in bare:
        if sign in _CLOSE:
            opened.append(_CLOSE[sign])
        elif sign in "]}" and (not opened or opened.pop() != sign):
            return ""
    return (bare + "".join(reversed(opened))).strip() if opened else ""
