"""JSON Lines as it comes: one record after the other, whatever the length of the whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from io import BufferedIOBase

from dcs_audit.records.source import size_limit

_PIECE = 1 << 20


def numbered(file: BufferedIOBase, already: Sequence[bytes] = ()) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their 1-based numbers; `already` were taken from the file before.

    Of a line that is too long for a record only so much is kept that reading it will say so.
    """
    number, limit = 0, size_limit()
    for line in already:
        number += 1
        if line.strip():
            yield number, line
    while line := file.readline(limit + 2):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := file.readline(_PIECE)):
            pass
        if line.strip():
            yield number, line if len(line) > limit else line.rstrip(b"\r\n")


def whole_object(line: bytes) -> bool:
    """Whether a line is a whole JSON object: then what follows it are further ones."""
    try:
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
