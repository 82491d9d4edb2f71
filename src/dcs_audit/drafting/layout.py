"""Lines of a draft in YAML: explanations behind `##`, templates behind `# `, both no wider than a screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

WIDTH = 100
"""Columns that no line of a draft goes beyond, but for a word that is longer."""
EXPLAINED = "## "
COMMENTED = "# "

# Words that YAML reads as they are typed; all else is put in quotes.
_BARE = re.compile(r"[^\W_][\w./ -]*[\w./]|\w")
_NO_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})

Remarks = Callable[[str], Iterable[str]]
"""What may stand beside the line of an attribute of a template, the fullest first."""


def explained(text: str, indent: int = 0, hang: str = "") -> Iterator[str]:
    """An explanation in as many lines as it takes; further ones begin with `hang`."""
    margin = " " * indent + EXPLAINED
    lines = wrap(text, WIDTH - len(margin), subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    yield from (margin + line for line in lines)


def commented(lines: Iterable[str], indent: int) -> Iterator[str]:
    """A template: removing `# ` from each of its lines makes it part of the file."""
    yield from (" " * indent + COMMENTED + line for line in lines)


def entry(record: Mapping[str, Any], room: int, remarks: Remarks) -> Iterator[str]:
    """A record as an entry of a list, an attribute a line; `room` are the columns that its lines may take."""
    lead = "- "
    for key, value in record.items():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            yield _beside(f"{lead}{key}:", remarks(key), room)
            yield from (f"    - {flow(one)}" for one in value)
        else:
            yield _beside(f"{lead}{key}: {flow(value)}", remarks(key), room)
        lead = "  "


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else scalar(value)


def scalar(text: str) -> str:
    """A text as YAML has it, in quotes where it could be read as something else."""
    if _BARE.fullmatch(text) and text.casefold() not in _NO_WORDS and not _is_number(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_number(text: str) -> bool:
    """Whether some reader of YAML may take it for a number; years are meant as one."""
    return text[:1].isdigit() and not re.search(r"[^\W\d_]|/", text) and not re.fullmatch(r"(19|2[01])\d\d", text)


def _beside(line: str, remarks: Iterable[str], room: int) -> str:
    """The line with the fullest remark beside it for which there is room."""
    told = (f"{line:<38}  # {remark}" for remark in remarks if remark)
    return next((one for one in told if len(one) <= room), line)
