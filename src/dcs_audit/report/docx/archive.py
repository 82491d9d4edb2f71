"""The same document gives the same bytes: no clock and no author in the file."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def sealed(data: bytes) -> bytes:
    """A zip file with the same entries in the same order, all of them dated 01/01/1980, the earliest that zip knows."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for entry in source.infolist():
            kept = zipfile.ZipInfo(entry.filename, _EPOCH)
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.external_attr = _READABLE
            kept.create_system = 0  # else it tells the machine's
            archive.writestr(kept, source.read(entry))
    return target.getvalue()


def saved(document: Document) -> bytes:
    """The document as a file."""
    target = io.BytesIO()
    document.save(target)
    return sealed(target.getvalue())


def dated(document: Document, title: str, as_of: date | None) -> None:
    """Says in the file's properties what it is, and instead of when and by whom it was made, the day it tells of."""
    told = document.core_properties
    told.title, told.author, told.last_modified_by, told.comments = title, "", "", ""
    told.created = told.modified = datetime.combine(as_of or date(*_EPOCH[:3]), datetime.min.time(), UTC)
    told.revision = 1
