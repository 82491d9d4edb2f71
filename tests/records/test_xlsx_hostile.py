"""Files that are no workbook, or one made to do harm: one clear line each, in bounded time and memory."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from drafting.workbooks import drafted, read

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
ROOT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="xl/workbook.xml"/></Relationships>'
)
BOOK = b'<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
RELS = (
    b'<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>'
    b'<Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def package(sheet: bytes = b"<worksheet><sheetData/></worksheet>", **more: bytes) -> bytes:
    """A small workbook with a sheet of this XML; `more` are parts by name, in which two underscores are a slash."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELS,
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": b"<sst/>",
        **{name.replace("__", "/"): content for name, content in more.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def code_of(data: bytes) -> str:
    loaded = read(data)
    assert loaded.unit is None
    (problem,) = loaded.problems
    for lang in ("vi", "en"):
        assert "\n" not in problem.render(lang)  # type: ignore[arg-type]
    return problem.code


def bomb(size: int) -> bytes:
    return package(b"<worksheet><sheetData>" + b" " * size + b"</sheetData></worksheet>")


def lying(data: bytes) -> bytes:
    """The sizes of the parts in the directory made small."""
    out = bytearray(data)
    at = out.find(b"PK\x01\x02")
    while at >= 0:
        out[at + 24 : at + 28] = (100).to_bytes(4, "little")
        at = out.find(b"PK\x01\x02", at + 4)
    return bytes(out)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (c, c - 1, c - 1, c - 1, c - 1) for c in range(98, 120))
    + b"]><workbook>&w;</workbook>"
)
OUTSIDE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xlsx_not_workbook"),
        (b"unit: {name: A}\n", "xlsx_not_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "xlsx_locked"),
        (b"PK\x03\x04 and nothing more", "xlsx_broken"),
        (package(xl__vbaProject_bin=b"x").replace(b"vbaProject_bin", b"vbaProject.bin"), "xlsx_macros"),
        (package(**{"[Content_Types].xml": TYPES.replace(b"/>", b"><Override PartName='/xl/workbook.xml' ContentType="
         b"'application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>")}), "xlsx_macros"),
        (package(**{"_rels/.rels": ROOT.replace(b"xl/workbook.xml", b"word/document.xml")}), "xlsx_not_workbook"),
        (package(**{"_rels/.rels": b"<Relationships/>"}), "xlsx_not_workbook"),
        (package(**{"xl/workbook.xml": LAUGHS}), "xlsx_entities"),
        (package(**{"xl/workbook.xml": OUTSIDE}), "xlsx_entities"),
        (package(**{"xl/workbook.xml": LAUGHS.decode().encode("utf-16")}), "xlsx_entities"),
        (package(**{"xl/workbook.xml": b"<workbook>"}), "xlsx_broken"),
        (package(**{"xl/workbook.xml": b"\xff\xff\xff"}), "xlsx_broken"),
        (package(b"<worksheet><sheetData><row><c t='s'><v>9</v></c></row></sheetData></worksheet>"), "xlsx_broken"),
        (package(b"<worksheet><sheetData><row r='1'><c r='XFD1' t='str'><v>a</v></c></row></sheetData></worksheet>"),
         "xlsx_far_cell"),
        (package(b"<worksheet><sheetData>" + b"<row/>" * 800_000 + b"</sheetData></worksheet>"), "xlsx_too_many_cells"),
        (package(b"<a>" * 20_000 + b"</a>" * 20_000), "xlsx_not_ours"),
        (bomb(100_000_000), "xlsx_too_large"),
        (lying(bomb(15_000_000)), "xlsx_broken"),
        (package(), "xlsx_not_ours"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_one_clear_line_in_bounded_time(data: bytes, code: str) -> None:
    start = time.monotonic()
    assert code_of(data) == code
    assert time.monotonic() - start < 10  # a loose bound for a busy machine; the limits are what keeps it


def test_what_is_cut_off_anywhere_is_broken_and_never_a_crash() -> None:
    whole = drafted("village")
    for end in range(4, len(whole), len(whole) // 40):
        assert code_of(whole[:end]) == "xlsx_broken"


def test_flipped_bytes_never_crash() -> None:
    whole = drafted("village")
    for at in range(0, len(whole), len(whole) // 150):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        read(bytes(damaged))  # problems or a record, never an exception


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(package())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert code_of(bytes(data)) == "xlsx_locked"


@pytest.mark.parametrize("make", [lambda: bomb(15_000_000), lambda: package(b"<row/>" * 2_000_000)])
def test_memory_is_bounded(make: Callable[[], bytes]) -> None:
    data = make()
    tracemalloc.start()
    read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000_000
