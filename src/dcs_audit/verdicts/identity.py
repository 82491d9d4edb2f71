"""Who a unit is, wherever its file lies: what two runs know it by."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple


class Identity(NamedTuple):
    """A unit's name, type and parent, as spelling habits leave them; what the record does not give is empty."""

    name: str
    type: str
    parent: str = ""


def identity(unit: Mapping[str, object]) -> Identity:
    """The identity of a unit as submitted. Capitals, blanks and the way accents are encoded make no difference."""
    return Identity(_same(unit.get("name")), _same(unit.get("type")), _same(unit.get("parent")))


def _same(value: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(value or "")).casefold().split())
