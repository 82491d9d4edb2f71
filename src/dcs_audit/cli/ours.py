"""What an existing file is: something that this program wrote, a record, or somebody else's."""

from __future__ import annotations

import os
import re
from enum import Enum, auto
from io import BufferedIOBase

_NAME = b"dcs-audit"
"""Whatever this program writes names it somewhere, and what it rests on."""
_OURS = re.compile(rb'"schema"\s*:\s*"dcs-audit/(?!unit@)')
_HEAD = 200
_DATA = re.compile(rb'"(?:schema"\s*:\s*"dcs-audit/(?!unit@)|\$id"\s*:\s*"urn:dcs-audit:)')
_SARIF = re.compile(rb'"\$schema"\s*:\s*"[^"]*sarif')
_PIECE = 1 << 16
_ZIP = b"PK\x03\x04"
_WORKBOOK = ".xlsx"
_REPORT_WORKBOOK = b"<cp:keywords>dcs-audit/report"
_LONGEST_ABOUT = 1 << 16
_LONGEST_TEXT = 1 << 26
_YAML = (".yaml", ".yml")
_LINES = (".json", ".jsonl")


class Kind(Enum):
    """What a file is, as far as this program must know before it takes its place."""

    OURS = auto()
    RECORD = auto()
    OTHER = auto()


def is_saved_report(path: str) -> bool:
    """Whether this program wrote a file that is called as a record is: reports are often kept beside the records."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in (*_LINES, _WORKBOOK) or not os.path.isfile(path):
        return False
    try:
        if ending == _WORKBOOK:
            return _REPORT_WORKBOOK in _member(path, "docProps/core.xml", _LONGEST_ABOUT)
        with open(path, "rb") as file:
            return _OURS.search(file.read(_HEAD)) is not None
    except Exception:  # whatever is wrong with it is told when it is read
        return False


def kind_of(path: str) -> Kind:
    """What an existing file is. YAML and workbooks that are no reports are taken for records: people made them."""
    ending = os.path.splitext(path)[1].lower()
    if ending in _YAML:
        return Kind.RECORD
    if not os.path.isfile(path):  # opening a pipe would wait for someone to write to it
        return Kind.OTHER
    try:
        if ending == _WORKBOOK:
            return Kind.OURS if is_saved_report(path) else Kind.RECORD
        with open(path, "rb") as file:
            head = file.read(_PIECE)
            if head.startswith(_ZIP):
                document = _member(path, "word/document.xml", _LONGEST_TEXT)
                return Kind.OURS if _NAME in document else Kind.OTHER
            is_data = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
            if is_data and (kind := _data(head)) is not None:
                return kind
            file.seek(0)
            return Kind.OURS if _names_us(file) else Kind.OTHER
    except Exception:  # whatever it is, nobody can tell that it is ours
        return Kind.OTHER


def _data(head: bytes) -> Kind | None:
    """What JSON is by its beginning; None where it may name this program further on, as SARIF does."""
    if _DATA.search(head) is not None:
        return Kind.OURS
    if _SARIF.search(head[:_HEAD]) is not None:
        return None
    return Kind.RECORD if b'"unit"' in head and b'"year"' in head else Kind.OTHER


def _names_us(file: BufferedIOBase) -> bool:
    before = b""
    for _ in range(_LONGEST_TEXT // _PIECE):
        piece = file.read(_PIECE)
        if _NAME in before + piece:
            return True
        before = piece[-len(_NAME) :]
        if not piece:
            break
    return False


def _member(path: str, name: str, most: int) -> bytes:
    from zipfile import ZipFile

    with ZipFile(path) as archive, archive.open(name) as member:
        return member.read(most)
