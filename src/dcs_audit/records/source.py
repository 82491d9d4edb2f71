"""From bytes to text: what a file must be before anyone looks for records in it."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from dcs_audit.records.problems import Problem, printable

SIZE_LIMIT = 20
"""MB. A unit record of a year is some kilobytes; what is a thousand times that is no unit record."""
LIMIT_VARIABLE = "DCS_AUDIT_MAX_MB"
"""Names another limit, a whole number of MB."""

# Letters that only Vietnamese in Unicode has: a text without any is either short or something else.
_TODAYS = re.compile("[\u1ea0-\u1ef9\u0300-\u0323]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def size_limit() -> int:
    """Bytes that a unit file may have."""
    asked = os.environ.get(LIMIT_VARIABLE, "")
    megabytes = int(asked) if asked.isascii() and asked.isdecimal() and 0 < int(asked) <= 4096 else SIZE_LIMIT
    return megabytes * 1024 * 1024


def digest(data: bytes) -> str:
    """`sha256:` and the 64 hexadecimal digits of the bytes as they came."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def read_bytes(path: str | os.PathLike[str], limit: int | None = None) -> bytes | Problem:
    """The bytes of a regular file of at most `limit` bytes (None: `size_limit`), or what is wrong with it."""
    name = os.fspath(path)
    limit = size_limit() if limit is None else limit
    try:
        mode = os.stat(path).st_mode  # first: opening a pipe would wait for someone to write to it
        if stat.S_ISDIR(mode):
            return _about(name, "is_directory")
        if not stat.S_ISREG(mode):
            return _about(name, "not_regular_file")
        with Path(path).open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        return _about(name, "file_not_found")
    except PermissionError:
        return _about(name, "no_permission")
    except (OSError, ValueError) as error:
        from dcs_audit.locale.system_errors import reason

        return _about(name, "cannot_read", reason=printable(reason(error)))
    return data if len(data) <= limit else too_large(name, limit)


def too_large(name: str, limit: int) -> Problem:
    """The problem of a file of more than `limit` bytes."""
    return _about(name, "file_too_large", limit=f"{limit / 1024 / 1024:g}")


def _about(name: str, code: str, **args: str) -> Problem:
    return Problem(name, None, None, "", code, tuple(args.items()))


def decode(data: bytes, name: str) -> str | Problem:
    """The text of UTF-8 bytes, with or without a byte order mark, or why they are none."""
    if data.startswith(_UTF16_MARKS) or _is_unmarked_utf16(data):
        return _about(name, "utf16")
    nul = data.find(b"\0")
    if nul >= 0:
        return _at_byte(data, nul, name, "nul_byte")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the mark.
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        byte = f"0x{data[start]:02X}"
        if (encoding := _old_encoding(data)) is not None:
            return _at_byte(data, start, name, "old_encoding", byte=byte, encoding=encoding)
        return _at_byte(data, start, name, "not_utf8", byte=byte)
    if not text.isascii() and _TODAYS.search(text) is None and (encoding := _disguised(text)) is not None:
        return _about(name, "disguised", encoding=encoding)
    return text


def _disguised(text: str) -> str | None:
    from dcs_audit.records.legacy import disguised

    return disguised(text)


def _old_encoding(data: bytes) -> str | None:
    from dcs_audit.records.legacy import named  # loaded where something is wrong

    return named(data)


def _is_unmarked_utf16(data: bytes) -> bool:
    # Most letters of a Vietnamese text have a zero for their upper byte, and none has one for its lower byte.
    even, odd = data[0:64:2], data[1:64:2]
    zeros = sorted((even.count(0), odd.count(0)))
    return zeros[0] == 0 and zeros[1] > 1 and zeros[1] * 2 >= len(odd)


def _at_byte(data: bytes, offset: int, name: str, code: str, **args: str) -> Problem:
    line_start = data.rfind(b"\n", 0, offset) + 1
    before = data[line_start:offset].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    line = data.count(b"\n", 0, offset) + 1
    return Problem(name, line, len(before) + 1, "", code, tuple(args.items()))
