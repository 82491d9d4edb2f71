"""What a format's reader hands to the model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self
from unicodedata import normalize

from dcs_audit.records.positions import Loc, Positions
from dcs_audit.records.problems import Finding

DEPTH_LIMIT = 32
"""Levels of lists and mappings; the contract needs 6."""
NODE_LIMIT = 100_000
"""Values in one file, a repeated part counted each time: for so many, two seconds and 300 MB suffice."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD_SPACE = re.compile(r"[ \-]*([\u00a0\u2000-\u200b\u202f\u3000])")
_NO_SPACE = re.compile(r"[\s\-]*([A-Za-z_]\w*):[^\s:/]")


def key_text(typed: str) -> str:
    """A key in NFC without blanks around; half characters become U+FFFD, which no known key has."""
    if not typed.isascii():
        typed = _SURROGATE.sub("\ufffd", normalize("NFC", typed))
    return typed.strip()


def missing_space(line: str) -> str | None:
    """The key of a line like `key:value`, whose colon lacks its space; None for any other line."""
    found = _NO_SPACE.match(line)
    return found[1] if found else None


def odd_space(line: str) -> int | None:
    """Where in the indentation of a line stands a sign that only looks like a space; None for any other line."""
    found = _ODD_SPACE.match(line)
    return found.start(1) if found else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Plain data (dicts, lists, text, true, false, None), where it stands, and what is wrong with its notation.

    `readable` is False where the notation is so broken that the data cannot be looked at.
    """

    data: Any
    positions: Positions
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    told: frozenset[Loc] = frozenset()
    """Where a finding says already why there is no value."""

    @classmethod
    def refused(cls, *findings: Finding) -> Self:
        """No data, only what is wrong."""
        return cls(None, Positions(lambda: None), findings, readable=False)
