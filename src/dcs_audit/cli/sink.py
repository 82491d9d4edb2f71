"""Where data goes, piece by piece: to stdout, or to a file that is either written whole or left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from dcs_audit.report.interface import Content


class Unwritable(Exception):
    """The output cannot be written; the message is the reason, as the system says it."""


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        from dcs_audit.locale.system_errors import reason

        raise Unwritable(reason(error)) from error


class Sink:
    """Raises Unwritable where it must; a reader who has gone, as with `| head`, is no error."""

    def __init__(self, stdout: TextIO, output: str | None) -> None:
        """`output` is the file's path, None for `stdout`."""
        self._stdout = stdout
        self._target = None if output is None else Path(output)
        self._file: BinaryIO | None = None
        self._beside: Path | None = None
        self.begun = False
        self.closed = False
        """Nobody reads stdout any more."""

    def write(self, content: Content) -> None:
        """A piece; an empty one is nothing. Text goes out as UTF-8."""
        if not content or self.closed:
            return
        self.begun = True
        with _told():
            if self._target is not None:
                file = self._opened(self._target)
                file.write(content.encode("utf-8") if isinstance(content, str) else content)
            else:
                self._print(content)

    def commit(self) -> None:
        """Everything is written: the file gets its name."""
        if self._file is None or self._target is None:
            return
        with _told():
            self._file.flush()
            if self._beside is not None:
                os.fsync(self._file.fileno())
            self._file.close()
            if self._beside is not None:
                self._beside.replace(os.path.realpath(self._target))  # a link stays a link
        self._beside = None

    def abandon(self) -> None:
        """Leaves no trace of what was not committed."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        if self._beside is not None:
            self._beside.unlink(missing_ok=True)

    def _print(self, content: Content) -> None:
        try:
            below = getattr(self._stdout, "buffer", None)
            if isinstance(content, str):
                self._stdout.write(content)
            elif below is not None:
                below.write(content)
            else:  # a stream of text alone
                self._stdout.write(content.decode("utf-8"))
            self._stdout.flush()
        except BrokenPipeError:
            self.closed = True
            silence(self._stdout)

    def _opened(self, target: Path) -> BinaryIO:
        if self._file is None:
            if target.exists() and not target.is_file():  # a device or a pipe, which a rename would replace
                self._file = target.open("wb")
            else:
                whole = Path(os.path.realpath(target))
                beside = whole.with_name(f".{whole.name}.{os.getpid()}.tmp")
                self._file = beside.open("xb")
                self._beside = beside
        return self._file


def silence(stream: TextIO) -> None:
    """Sends what is still to be written nowhere, so that Python does not complain about a closed pipe when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
