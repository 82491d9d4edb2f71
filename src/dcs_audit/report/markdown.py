"""Foreign text in GitHub-flavoured Markdown: it stays the text that it is, raw and rendered."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from dcs_audit.report.words import plain

# Within a word an underscore is none but itself; elsewhere it may begin emphasis.
_SPECIAL = re.compile(r"([\\`*\[\]<>#|~$&]|(?<![^\W_])_|_(?![^\W_]))")
# At its beginning a line may become a list, a quotation, a rule or the underline of a heading.
_FIRST = re.compile(r"^([-+=]|\d+(?=[.)]))")
# GitHub makes links of addresses, mentions and issue numbers whatever the backslashes; code it leaves alone.
_LINKABLE = re.compile(r"[^\s`|\\]*(?:@|://|www\.|#\d)[^\s`|\\]*", re.IGNORECASE)


def text(value: str) -> str:
    """`value` on one line, shown literally; what would become a link stands as code."""
    line, pieces, end = plain(value).strip(), [], 0
    for found in _LINKABLE.finditer(line):
        pieces += [_escaped(line[end : found.start()], end == 0), f"`{found.group()}`"]
        end = found.end()
    return "".join([*pieces, _escaped(line[end:], end == 0)])


def code(value: str) -> str:
    """`value` as code, between more backticks than it holds. Not for a table: its cells end at a pipe even in code."""
    line = plain(value).strip()
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}" if line else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Container[int]) -> Iterator[str]:
    """The lines of a table of cells that are Markdown already; `numbers` are the columns of numbers, from 0."""
    yield _row(head)
    yield _row(["---:" if column in numbers else "---" for column in range(len(head))])
    yield from map(_row, rows)


def whole(lines: Iterable[str]) -> str:
    """The lines as a file: never two empty lines in a row, a line break at the end."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(line: str, first: bool) -> str:
    shown = _SPECIAL.sub(r"\\\1", line)
    return _FIRST.sub(_lead, shown) if first else shown


def _lead(found: re.Match[str]) -> str:
    mark = found.group()
    return f"{mark}\\" if mark[-1].isdigit() else f"\\{mark}"
