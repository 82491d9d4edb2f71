"""How high a row must be for its text: not every spreadsheet program finds out by itself when it opens a file."""

from __future__ import annotations

from dcs_audit.report.workbook import Look, Value, cell_text

_MOST = 409.0
"""Points; Excel shows no higher row."""
_LINE = 1.28
"""Lines are so much higher than their type."""
_PADDING = 3.0
_PER_UNIT = 1.25
"""Characters of 10 points that stand on a unit of a column's width. Too high a row does less harm than one too low."""
_BOLD = 0.93


def height(value: Value, width: float, look: Look) -> float:
    """Points that `value` needs in a cell `width` units wide."""
    if isinstance(value, str):
        texts = [value]
    elif isinstance(value, tuple):
        texts = cell_text(*value).split("\n")
    else:
        texts = [""]
    fit = max(1, int(width * _PER_UNIT * (10 / look.size) * (_BOLD if look.bold else 1)))
    lines = sum(_lines(text, fit) for text in texts) if look.wrap else len(texts)
    return min(_MOST, round(lines * look.size * _LINE + _PADDING, 1))


def _lines(text: str, fit: int) -> int:
    """Lines of `fit` characters, broken between words, and within a word that is longer than a line."""
    if len(text) <= fit:
        return 1
    lines, used = 1, 0
    for word in text.replace("-", "- ").split():
        size = len(word)
        if used and used + 1 + size > fit:
            lines, used = lines + 1, 0
        used += size + (1 if used else 0)
        lines, used = lines + (used - 1) // fit, (used - 1) % fit + 1
    return lines
