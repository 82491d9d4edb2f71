"""Where the records of a section name documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_FIELDS: dict[str, tuple[str, ...]] = {
    "disclosures": ("document",),
    "meetings": ("minutes", "resolution", "plan"),
    "boards": ("plan",),
    "consultations": ("plan",),
    "decisions": ("plan",),
    "activities": ("document",),
    "appointments": ("decision",),
    "attestations": ("document",),
}


def references(section: str, record: Any) -> Iterator[tuple[str, Any]]:
    """The documents that a record names, by field; a record of `documents` is one itself, under no field."""
    if section == "documents":
        yield "", record
    for field in _FIELDS.get(section, ()):
        document = getattr(record, field)
        if document is not None:
            yield field, document
