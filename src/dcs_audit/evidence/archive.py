"""A bundle as a zip file: the same content gives the same bytes, on any machine."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from typing import IO, BinaryIO

from dcs_audit.evidence.folder import opened, pieces
from dcs_audit.evidence.layout import Packed

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


class Changed(Exception):
    """A file of evidence is no longer the one that was audited; the message is the way to it."""


def packed(path: str, data: bytes) -> Packed:
    """A file whose content is at hand."""
    return Packed(path, len(data), hashlib.sha256(data).hexdigest())


def write(target: BinaryIO, made: Mapping[str, bytes], copies: Mapping[Packed, str]) -> None:
    """Writes a zip file: `made` are contents by path, `copies` files of evidence with the ways to them.

    Raises Changed, and OSError where something cannot be read or written.
    """
    # Stored, not deflated: versions of zlib differ in the bytes they make, and photographs gain nothing.
    entries: dict[str, tuple[int, bytes | tuple[Packed, str]]] = {
        path: (len(data), data) for path, data in made.items()
    }
    entries |= {copy.path: (copy.size, (copy, way)) for copy, way in copies.items()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(entries):
            size, content = entries[path]
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.create_system, entry.external_attr, entry.file_size = _UNIX, _READABLE, size
            with archive.open(entry, "w") as file:
                if isinstance(content, bytes):
                    file.write(content)
                else:
                    _copy(*content, file)


def _copy(copy: Packed, way: str, target: IO[bytes]) -> None:
    size, digest = 0, hashlib.sha256()
    with opened(way) as source:
        for piece in pieces(source):
            size += len(piece)
            if size > copy.size:
                raise Changed(way)
            digest.update(piece)
            target.write(piece)
    if (size, digest.hexdigest()) != (copy.size, copy.sha256):
        raise Changed(way)
