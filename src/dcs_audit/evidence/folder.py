"""A folder of evidence: its files by the names that records use, and nothing beyond it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple
from unicodedata import normalize

from dcs_audit.evidence.names import steps_to
from dcs_audit.verdicts.model import EvidenceStatus

PIECE = 1024 * 1024
"""Bytes that are read at a time: memory does not grow with the size of a file."""

# What waits for a writer is not waited for; what became a link meanwhile is not followed.
_FLAGS = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


class Found(NamedTuple):
    """What stands under a name. `real` is the way to open it, of a file only; `near` as in EvidenceNote."""

    status: EvidenceStatus
    real: str | None = None
    near: tuple[str, ...] = ()


class _Listing(NamedTuple):
    """The names in a folder: those in NFC with those on the disk, those without regard to case with those in NFC."""

    names: dict[str, list[str]]
    folded: dict[str, list[str]]


class Folder:
    """Names are compared in NFC, as files made on a Mac have them otherwise, and opened as the disk has them."""

    def __init__(self, path: str) -> None:
        """Raises OSError for what is no folder or cannot be listed."""
        with os.scandir(path):
            pass
        self.path = path
        self._real = os.path.realpath(path)
        self._listings: dict[str, _Listing] = {}

    def find(self, name: str) -> Found:
        """The file that a record names, or why there is none. A link is followed as long as it stays inside."""
        steps = steps_to(name)
        if isinstance(steps, EvidenceStatus):
            return Found(steps)
        here = self._real
        try:
            for place, step in enumerate(steps):
                listing = self._listing(here)
                matches = listing.names.get(step, [])
                if len(matches) > 1:
                    return Found(EvidenceStatus.AMBIGUOUS)
                if not matches:
                    near = listing.folded.get(step.casefold(), ())
                    return Found(EvidenceStatus.MISSING, near=tuple("/".join((*steps[:place], n)) for n in near))
                here = os.path.realpath(os.path.join(here, matches[0]))
                if not self._holds(here):
                    return Found(EvidenceStatus.OUTSIDE)
            regular = stat.S_ISREG(os.stat(here).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return Found(EvidenceStatus.MISSING)
        except OSError:
            return Found(EvidenceStatus.UNREADABLE)
        return Found(EvidenceStatus.PRESENT, here) if regular else Found(EvidenceStatus.NOT_A_FILE)

    def below(self, name: str) -> Folder | None:
        """The folder of that name right below, if there is one that is no link."""
        matches = self._listing(self._real).names.get(normalize("NFC", name), [])
        path = os.path.join(self.path, matches[0]) if len(matches) == 1 else ""
        return Folder(path) if path and not os.path.islink(path) and os.path.isdir(path) else None

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file and link below, hidden ones aside: its name as records have it, and the way to it."""
        waiting = [("", self._real)]
        while waiting:
            above, here = waiting.pop()
            try:
                with os.scandir(here) as entries:
                    found = [entry for entry in entries if not entry.name.startswith(".")]
            except OSError:  # a name that leads there is told of; nothing else is known of it
                continue
            for entry in found:
                name = f"{above}{normalize('NFC', entry.name)}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{name}/", entry.path))
                else:
                    yield name, entry.path

    def _listing(self, folder: str) -> _Listing:
        known = self._listings.get(folder)
        if known is None:
            known = _Listing({}, {})
            for name in sorted(os.listdir(folder)):
                known.names.setdefault(normalize("NFC", name), []).append(name)
            for name in known.names:
                known.folded.setdefault(name.casefold(), []).append(name)
            self._listings[folder] = known
        return known

    def _holds(self, real: str) -> bool:
        return real.startswith(self._real.rstrip(os.sep) + os.sep)


@contextmanager
def opened(real: str) -> Iterator[BinaryIO]:
    """A regular file for reading, by the way that `find` gave. Raises OSError, also where it is one no more."""
    with os.fdopen(os.open(real, _FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("no regular file")
        yield file


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file, at most PIECE bytes at a time."""
    while piece := file.read(PIECE):
        yield piece


def measured(real: str) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file, read in pieces. Raises OSError."""
    size, digest = 0, hashlib.sha256()
    with opened(real) as file:
        for piece in pieces(file):
            size += len(piece)
            digest.update(piece)
    return size, digest.hexdigest()
