"""What was found of one part of an installation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dcs_audit.fleet.failure import both
from dcs_audit.locale.phrases import Text


class Level(StrEnum):
    """How a part is: `fault` where the program, or what was asked of it, cannot be relied on as it is installed."""

    OK = "ok"
    NOTE = "note"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """`part` is its name in data; `mend` says what to do about it, where something can be done."""

    part: str
    level: Level
    told: Text
    mend: Text | None = None


def ok(part: str, key: str, **blanks: object) -> Finding:
    """A part that is as it should be; `key` is that of a message."""
    return Finding(part, Level.OK, both(key, **blanks))


def note(part: str, key: str, mend: str | None = None, **blanks: object) -> Finding:
    """Something to know; `mend` is the key of what can be done about it, with the same blanks."""
    return Finding(part, Level.NOTE, both(key, **blanks), both(mend, **blanks) if mend else None)


def fault(part: str, key: str, mend: str | None = None, **blanks: object) -> Finding:
    """Something that must be mended, as `note`."""
    return Finding(part, Level.FAULT, both(key, **blanks), both(mend, **blanks) if mend else None)
