"""What the name of a piece of evidence says before anyone looks for it."""

from __future__ import annotations

import re
from unicodedata import normalize

from dcs_audit.verdicts.model import EvidenceStatus

# Nothing else is an address: what only looks like one is looked for as a file, and is not there.
_ADDRESS = re.compile(r"(?:https?|ftps?)://", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:|file:", re.IGNORECASE)
_SEPARATOR = re.compile(r"[/\\]")


def steps_to(name: str) -> tuple[str, ...] | EvidenceStatus:
    """The folders and the file that `name` leads through, in NFC; or what is known of it already.

    Paths are relative. A backslash separates as a slash does, on every system: records travel between them.
    """
    if _ADDRESS.match(name):
        return EvidenceStatus.URL
    if "\0" in name:
        return EvidenceStatus.NOT_A_FILE
    steps = tuple(step for step in _SEPARATOR.split(normalize("NFC", name)) if step not in ("", "."))
    if _ABSOLUTE.match(name) or ".." in steps:
        return EvidenceStatus.OUTSIDE
    return steps or EvidenceStatus.NOT_A_FILE
