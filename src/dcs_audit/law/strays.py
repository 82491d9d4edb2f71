"""Files in the folder of a pack that look like rules or cases and would never be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dcs_audit.law.told import joined, told

_READ = ".yaml"
_MEANT = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""Endings that people and their editors give to such files. Copies that editors keep end otherwise."""


def strays(folder: Path) -> Iterator[str]:
    """One line for each of them, and what to do. What is hidden, and what editors leave behind, is passed over."""
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in found:
        if os.path.isdir(entry.path):  # entry.is_dir() raises for links in a ring
            inside = _inside(entry.path)
            if inside is not None:
                yield joined(f"{folder.name}/{entry.name}{inside}", told("stray_folder"))
        elif _meant(entry.name) and not entry.name.endswith(_READ):
            yield joined(f"{folder.name}/{entry.name}", told("stray_ending", right=_right(entry.name)))


def _meant(name: str) -> bool:
    return not name.startswith((".", "#")) and name.lower().endswith(_MEANT)


def _right(name: str) -> str:
    """The name with the one ending that is read."""
    ending = max((ending for ending in _MEANT if name.lower().endswith(ending)), key=len)
    return name[: -len(ending)] + _READ


def _inside(folder: str) -> str | None:
    """The end of the path of the first such file below `folder`; empty for a link, which is not followed."""
    if os.path.islink(folder):
        return ""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        first = min((name for name in files if _meant(name)), default=None)
        if first is not None:
            return os.path.join(here, first)[len(folder) :].replace(os.sep, "/")
    return None
