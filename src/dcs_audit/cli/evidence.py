"""The option `--evidence`: which folder holds the evidence of which unit."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.terminal import Terminal

if TYPE_CHECKING:
    from dcs_audit.evidence.folder import Folder


def folder_of(path: str, terminal: Terminal) -> Folder:
    """Raises UsageError for what is no folder or cannot be read."""
    from dcs_audit.evidence.folder import Folder

    try:
        return Folder(path)
    except (OSError, ValueError) as error:
        from dcs_audit.locale.system_errors import why

        reason = why(error, terminal.lang)
        raise UsageError(terminal.word("usage.evidence", path=path, reason=reason)) from error


def outside(paths: Iterable[str], folder: str | None) -> list[str]:
    """Those of the paths that do not lead into the folder of evidence."""
    if folder is None:
        return list(paths)
    inside = os.path.join(os.path.realpath(folder), "")
    return [path for path in paths if not os.path.realpath(path).startswith(inside)]


def check_folders(path: str, units: Iterable[str], terminal: Terminal) -> None:
    """Raises UsageError for a folder that cannot be read, or one of which nobody knows whose evidence it holds."""
    root = folder_of(path, terminal)
    seen: dict[str, str] = {}
    for unit in units:
        stem = normalize("NFC", Path(unit).stem)
        first = seen.setdefault(stem, unit)
        if first != unit and root.below(stem) is not None:
            raise UsageError(terminal.word("usage.evidence_shared", first=first, second=unit, name=stem))
