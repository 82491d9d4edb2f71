"""The zip file that an Excel workbook is, opened so that no content can do harm: bounded, without macros or entities.

Read by the standard library and not by openpyxl, which builds objects of whatever a file declares (a million merged
cells, styles, links) before anyone can count: here nothing is parsed beyond the cells, and that only up to a limit.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

MOST_BYTES = 16 * 1024 * 1024
"""Bytes of all parts unpacked. A filled-in workbook has one or two million."""
MOST_ELEMENTS = 250_000
"""XML elements of all parts that are looked at; a cell is two."""
_MOST_PARTS = 2000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FLAG_ENCRYPTED = 1
_MAIN = "/officeDocument"

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Refused(Exception):
    """The file cannot be read as a workbook; carries the code of the problem and what its message names."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(code)
        self.code, self.args_ = code, args


class Package:
    """The parts of a workbook file, by name."""

    def __init__(self, data: bytes) -> None:
        """Raises Refused for what is no workbook, or one that is encrypted, too large or holds macros."""
        if data.startswith(_OLE):
            raise Refused("xlsx_locked")
        try:
            self._zip = ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeError) as error:
            raise Refused("xlsx_broken" if data.startswith(b"PK") else "xlsx_not_workbook") from error
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
            raise Refused("xlsx_too_large", limit=str(MOST_BYTES // 1024 // 1024))
        if any(info.flag_bits & _FLAG_ENCRYPTED for info in infos):
            raise Refused("xlsx_locked")
        self._parts = {info.filename: info for info in infos}
        if any(name.lower().endswith("vbaproject.bin") for name in self._parts):
            raise Refused("xlsx_macros")
        self._left = MOST_ELEMENTS
        self.main = self._find_main()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._parts

    def parse(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Calls back for each element of an XML part, with names without their namespace. Raises Refused.

        Whatever a handler raises ends the parsing and reaches the caller.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def started(tag: str, attributes: dict[str, str]) -> None:
            self._left -= 1
            if self._left < 0:
                raise Refused("xlsx_too_many_cells")
            start(_local(tag), {_local(key): value for key, value in attributes.items()})

        parser.StartElementHandler = started
        if end is not None:
            told = end
            parser.EndElementHandler = lambda tag: told(_local(tag))
        if text is not None:
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _no_doctype
        try:
            parser.Parse(self._read(name), True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise Refused("xlsx_broken") from error

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """By id, the type and the part that each relationship of the part `name` leads to; those outside are left out.

        Raises Refused.
        """
        folder, own = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{own}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
                found[attributes.get("Id", "")] = (attributes.get("Type", ""), target)

        if self.has(rels):
            self.parse(rels, start)
        return found

    def _find_main(self) -> str:
        main = next((part for kind, part in self.targets("").values() if kind.endswith(_MAIN)), None)
        if main is None or not main.endswith(".xml") or not self.has(main) or not self.has("[Content_Types].xml"):
            raise Refused("xlsx_not_workbook")
        self._look_at_types(main)
        return main

    def _look_at_types(self, main: str) -> None:
        def start(tag: str, attributes: Mapping[str, str]) -> None:
            kind = attributes.get("ContentType", "")
            if "macroenabled" in kind.lower():
                raise Refused("xlsx_macros")
            if tag == "Override" and attributes.get("PartName", "").lstrip("/") == main and "spreadsheet" not in kind:
                raise Refused("xlsx_not_workbook")

        self.parse("[Content_Types].xml", start)

    def _read(self, name: str) -> bytes:
        info = self._parts.get(name)
        if info is None or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused("xlsx_broken")
        try:
            with self._zip.open(info) as part:
                return part.read(info.file_size)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
            raise Refused("xlsx_broken") from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _no_doctype(*_: object) -> None:
    raise Refused("xlsx_entities")
