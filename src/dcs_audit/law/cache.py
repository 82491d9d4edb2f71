"""A folder of files that spare work between runs: what may be lost at any time, and must never be believed blindly.

Whoever can write into the folder could decide what the law says. So a folder or file that belongs to somebody else, or
that somebody else may write to, is as good as absent; so is one that is damaged, or was made from anything but what the
key stands for. Nothing here ever fails: without a cache all is as it is with one, only slower.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import Literal

VARIABLE = "DCS_AUDIT_CACHE"
"""Names the folder, or is `off`."""

MOST_BYTES = 64 * 1024 * 1024
"""Larger than what any set of packs comes to: such a file is not ours."""
MOST_FILES = 32
"""Kept in the folder, the newest ones: every set of packs and every installation has a file of its own."""

_MAGIC = b"dcs-audit cache 1\n"
_SUFFIX, _UNFINISHED = ".cache", ".unfinished"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
_BESIDE_A_FOLDER = os.open in os.supports_dir_fd


def folder_of(environment: Mapping[str, str]) -> str | None:
    """Where the cache is: as the variable says, else the user's cache folder of the platform; None for nowhere."""
    asked = environment.get(VARIABLE, "").strip()
    if asked:
        return None if asked.lower() == "off" else os.path.abspath(os.path.expanduser(asked))
    if os.name == "nt":
        base = environment.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = environment.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # as the XDG specification has it
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "dcs-audit") if os.path.isabs(base) else None


def hindrance(folder: str) -> Literal["foreign", "unwritable"] | None:
    """What keeps a folder from being a cache, None where nothing does; tried out, and nothing of it stays.

    `foreign`: it is somebody else's, or others may write to it. `unwritable`: it is no folder, cannot be made, or
    nothing can be written there.
    """
    made: list[str] = []
    try:
        missing, above = [], folder
        while not os.path.lexists(above):
            missing.append(above)
            above = os.path.dirname(above)
        for path in reversed(missing):
            os.mkdir(path, 0o700)
            made.append(path)
        with _opened(folder) as beside:
            probe = _path(folder, f"probe-{os.getpid()}-{os.urandom(4).hex()}{_UNFINISHED}", beside)
            os.close(os.open(probe, _NEW, 0o600, dir_fd=beside))
            os.unlink(probe, dir_fd=beside)
    except OSError as error:
        return "foreign" if error.errno is None else "unwritable"  # only `_opened` raises one without a number
    finally:
        for path in reversed(made):
            with suppress(OSError):
                os.rmdir(path)
    return None


class Cache:
    """The files of one folder, each under a name with the key (64 hexadecimal digits) of what it was made from."""

    def __init__(self, folder: str | None) -> None:
        """None keeps nothing."""
        self._folder = folder

    def read(self, name: str, key: str) -> bytes | None:
        """What was kept under `name`, if it was made from what `key` stands for and nobody else could have made it."""
        if self._folder is None:
            return None
        with suppress(OSError), _opened(self._folder) as beside:
            kept = _content(_path(self._folder, name + _SUFFIX, beside), beside)
            head = _MAGIC + key.encode("ascii") + b"\n"
            if kept is not None and kept.startswith(head):
                start = len(head) + 32
                content = kept[start:]
                return content if sha256(content).digest() == kept[len(head) : start] else None
        return None

    def write(self, name: str, key: str, content: bytes) -> None:
        """Keeps `content` for later runs, if that can be done. Readers find the old file or the new one whole."""
        if self._folder is None or len(content) > MOST_BYTES // 2:
            return
        with suppress(OSError):
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            with _opened(self._folder) as beside:
                head = _MAGIC + key.encode("ascii") + b"\n"
                self._put(name + _SUFFIX, head + sha256(content).digest() + content, beside)
                self._prune()

    def _put(self, name: str, data: bytes, beside: int | None) -> None:
        assert self._folder is not None
        target = _path(self._folder, name, beside)
        unfinished = f"{target}.{os.getpid()}-{os.urandom(4).hex()}{_UNFINISHED}"
        try:
            with os.fdopen(os.open(unfinished, _NEW, 0o600, dir_fd=beside), "wb") as file:
                file.write(data)
            os.replace(unfinished, target, src_dir_fd=beside, dst_dir_fd=beside)
        except BaseException:  # an interrupt too leaves nothing behind
            with suppress(OSError):
                os.unlink(unfinished, dir_fd=beside)
            raise

    def _prune(self) -> None:
        """Removes the oldest files beyond the most that are kept, and what runs that were killed left unfinished."""
        assert self._folder is not None
        with os.scandir(self._folder) as entries:
            ours = [entry for entry in entries if entry.name.endswith((_SUFFIX, _UNFINISHED)) and entry.is_file()]
        ours.sort(key=lambda entry: (entry.stat(follow_symlinks=False).st_mtime_ns, entry.name))
        for entry in ours[:-MOST_FILES]:
            with suppress(OSError):
                os.unlink(entry.path)


@contextmanager
def _opened(folder: str) -> Iterator[int | None]:
    """The folder, held so that nobody can put another in its place. Raises PermissionError unless it is the user's."""
    if not _BESIDE_A_FOLDER:
        if not _in_profile(folder):
            raise PermissionError(folder)
        yield None
        return
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if not _own(os.fstat(held)):
            raise PermissionError(folder)
        yield held
    finally:
        os.close(held)


def _in_profile(folder: str) -> bool:
    """Whether it lies in the user's profile, which Windows closes to others; its owner cannot be asked for there."""
    profile = os.path.realpath(os.path.expanduser("~"))
    return os.path.normcase(os.path.realpath(folder)).startswith(os.path.normcase(os.path.join(profile, "")))


def _path(folder: str, name: str, beside: int | None) -> str:
    return name if beside is not None else os.path.join(folder, name)


def _content(path: str, beside: int | None) -> bytes | None:
    """The bytes of a file of the user's own of a possible size."""
    opened = os.open(path, _READ, dir_fd=beside)
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or not _own(found) or found.st_size > MOST_BYTES:
            return None
        return file.read(MOST_BYTES)


def _own(found: os.stat_result) -> bool:
    """Whether it belongs to the user and nobody else may write to it."""
    if sys.platform == "win32":
        return True  # see _in_profile
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
