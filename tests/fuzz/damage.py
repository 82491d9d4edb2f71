"""Files with bytes changed, cut out, doubled or put in, and workbooks with that done to their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from random import Random

TOKENS = (
    *(b"{", b"}", b"[", b"]", b":", b": ", b",", b"- ", b"\n", b"\t", b'"', b"'", b"|", b">", b"&a ", b"*a", b"!!int "),
    *(
        b"<<: ",
        b"? ",
        b"%YAML 1.1\n",
        b"---\n",
        b"...\n",
        b"#",
        b"\r",
        b"\x00",
        b"\xff",
        b"\xc3",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
    ),
    *(b"\\u0000", b"\\ud800", b"1e999", b"-0", b"NaN", b"null", b"true", b"9" * 40, b"2026-02-30", b"on", b"=", b"@"),
    *(b"</t>", b"<c", b"<!DOCTYPE x [", b"&amp;", b"&#0;", b"]]>", b"xmlns=", b'r="A1"', b't="s"', b'ref="A1:XFD9"'),
)


def damaged(data: bytes, corpus: Sequence[bytes], random: Random) -> bytes:
    """`data` after one to six small changes."""
    for _ in range(random.randint(1, 6)):
        data = _once(data, corpus, random)
    return data


def _once(data: bytes, corpus: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    to = min(len(data), at + random.choice((1, 1, 2, 5, 20, 200)))
    what = random.randrange(7)
    if what == 0:
        return data[:at] + random.choice(TOKENS) + data[at:]
    if what == 1:
        return data[:at] + data[to:]
    if what == 2:
        return data[:at] + bytes(random.randrange(256) for _ in range(to - at)) + data[to:]
    if what == 3:
        return data[:to] + data[at:to] * random.choice((1, 2, 50)) + data[to:]
    if what == 4:
        return data[:at] + random.choice(TOKENS) + data[to:]
    if what == 5:
        return data[:at]
    other = random.choice(corpus)
    start = random.randint(0, len(other))
    return data[:at] + other[start : start + random.choice((3, 30, 300))] + data[to:]


def damaged_workbook(data: bytes, random: Random) -> bytes:
    """A workbook with a part of it changed inside; now and then the whole file, as any other."""
    if random.random() < 0.2:
        return damaged(data, (data,), random)
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = [(info.filename, old.read(info)) for info in old.infolist()]
    chosen = random.randrange(len(parts))
    name, content = parts[chosen]
    what = random.random()
    if what < 0.8:
        parts[chosen] = name, damaged(content, [part for _, part in parts], random)
    elif what < 0.9:
        del parts[chosen]
    else:
        parts[chosen] = random.choice(("../x", "xl/vbaProject.bin", "/etc/x", name.upper())), content
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts:
            new.writestr(name, content)
    return made.getvalue()
