"""Where a command reads, writes and learns today's date. Data goes to stdout, talk to stderr."""

from __future__ import annotations

import os
import shutil
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from dcs_audit.cli.exits import UsageError
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import PIPE_WIDTH
from dcs_audit.report.words import plain

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Terminal:
    """The streams and the clock of one run, and the language it speaks."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    today: Callable[[], date]
    lang: Lang

    def word(self, key: str, **blanks: object) -> str:
        """A message of the screen in the language of the run."""
        return screen(key, self.lang, **blanks)

    def talk(self, line: str) -> None:
        """One line to stderr. Nobody listening is no error."""
        with suppress(BrokenPipeError, ValueError):
            print(plain(line), file=self.stderr, flush=True)

    def read_all(self) -> bytes:
        """Everything on stdin."""
        source = getattr(self.stdin, "buffer", None)
        return source.read() if source is not None else self.stdin.read().encode()

    def hand_over(self, text: str, output: str | None) -> None:
        """Data to stdout, or to a file that is either written whole or left alone. Raises UsageError.

        A reader who has gone, as with `| head`, is no error.
        """
        try:
            if output is None or output == STDOUT:
                self._print(text)
            else:
                _write_whole(Path(output), text.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(self.word("error.output", path=output or "stdout", reason=reason)) from error

    def _print(self, text: str) -> None:
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except BrokenPipeError:
            silence(self.stdout)

    def shape(self, output: str | None) -> tuple[int, bool]:
        """Columns of a text report, and whether it may hold colours."""
        if output in (None, STDOUT) and self.stdout.isatty():
            return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, self._shows_colour()
        columns = os.environ.get("COLUMNS", "")
        return int(columns) if columns.isdecimal() and int(columns) else PIPE_WIDTH, False

    def _shows_colour(self) -> bool:
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        if os.name != "nt":
            return True
        from rich.console import Console

        return not Console(file=self.stdout).legacy_windows  # an old Windows console prints the codes themselves


def origin(error: Exception) -> str:
    """An unforeseen error on one line: what it is and where it arose, for whoever must mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})"


def silence(stream: TextIO) -> None:
    """Sends what is still to be written nowhere, so that Python does not complain about a closed pipe when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _write_whole(path: Path, data: bytes) -> None:
    """Written beside and renamed; a device or a pipe, which a rename would replace, is written to directly."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    whole = Path(os.path.realpath(path))  # a link stays a link
    beside = whole.with_name(f".{whole.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(whole)
    finally:
        beside.unlink(missing_ok=True)
