"""Whether a bundle still holds what its index says."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from dcs_audit.evidence.folder import PIECE, opened
from dcs_audit.evidence.layout import INDEX, Packed
from dcs_audit.locale.system_errors import reason

BUNDLE_SCHEMA = "dcs-audit/bundle@1"
_LONGEST_INDEX = 64 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What reading an entry of a damaged or forged zip file raises."""


class NoBundle(Exception):
    """The file is no bundle; `key` is a message of the screen."""

    def __init__(self, key: str, reason: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason


class Difference(NamedTuple):
    """A file that is not as the index says; `key` is a message of the screen."""

    path: str
    key: str


class Verified(NamedTuple):
    """How many files the index lists, and what differs."""

    files: int
    differences: tuple[Difference, ...]


def verify(path: str) -> Verified:
    """Compares every file of a bundle with its index. Raises NoBundle where there is nothing to compare with."""
    try:
        with opened(os.path.realpath(path)) as file, zipfile.ZipFile(file) as archive:
            listed = _listed(archive)
            return Verified(len(listed), tuple(_differences(archive, listed)))
    except OSError as error:
        raise NoBundle("bundle.unreadable_file", reason(error)) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise NoBundle("bundle.no_zip") from error


def _listed(archive: zipfile.ZipFile) -> dict[str, Packed]:
    """The files of the index by path. Raises NoBundle."""
    if [entry.filename for entry in archive.infolist()].count(INDEX) != 1:
        raise NoBundle("bundle.no_index")
    try:
        with archive.open(INDEX) as file:
            data = file.read(_LONGEST_INDEX + 1)
        index: Any = json.loads(data) if len(data) <= _LONGEST_INDEX else None
        if index["schema"] != BUNDLE_SCHEMA:
            raise NoBundle("bundle.bad_index")
        files = [_entry(entry) for entry in index["files"]]
    except (*_BROKEN, RecursionError, KeyError, TypeError) as error:
        raise NoBundle("bundle.bad_index") from error
    listed = {entry.path: entry for entry in files}
    if len(listed) != len(files) or INDEX in listed:
        raise NoBundle("bundle.bad_index")
    return listed


def _entry(entry: Any) -> Packed:
    path, size, sha256 = entry["path"], entry["size"], entry["sha256"]
    if not (isinstance(path, str) and type(size) is int and isinstance(sha256, str) and _DIGEST.fullmatch(sha256)):
        raise NoBundle("bundle.bad_index")
    return Packed(path, size, sha256)


def _differences(archive: zipfile.ZipFile, listed: dict[str, Packed]) -> Iterator[Difference]:
    times = Counter(entry.filename for entry in archive.infolist())
    for path in sorted({*listed, *times}):
        if path == INDEX:
            continue
        if path not in listed:
            yield Difference(path, "bundle.extra")
        elif times[path] != 1:
            yield Difference(path, "bundle.twice" if times[path] else "bundle.gone")
        elif not _same(archive, listed[path]):
            yield Difference(path, "bundle.changed")


def _same(archive: zipfile.ZipFile, listed: Packed) -> bool:
    """Reads no more than the index promises: a forged entry may unpack to any length."""
    size, digest = 0, hashlib.sha256()
    try:
        with archive.open(listed.path) as file:
            while size <= listed.size and (piece := file.read(PIECE)):
                size += len(piece)
                digest.update(piece)
    except _BROKEN:
        return False
    return (size, digest.hexdigest()) == (listed.size, listed.sha256)
