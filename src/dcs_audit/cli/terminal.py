"""Where a command reads, writes and learns today's date. Data goes to stdout, talk to stderr."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from io import BufferedIOBase, BytesIO
from typing import TYPE_CHECKING, NamedTuple, TextIO

from dcs_audit.cli.exits import UsageError
from dcs_audit.locale.languages import Lang
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.cli.sink import Sink
    from dcs_audit.report.interface import Content

STDOUT = "-"


class Terminal(NamedTuple):
    """The streams and the clock of one run, and the language it speaks."""

    # What writes, and what words reports use, is imported where it is used: help and version do without.

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
        from dcs_audit.report.words import plain

        with suppress(BrokenPipeError, ValueError):
            print(plain(line), file=self.stderr, flush=True)

    def hint(self, text: str) -> None:
        """Passing words to a stderr that is a terminal; control codes reach it."""
        with suppress(OSError, ValueError):
            self.stderr.write(text)
            self.stderr.flush()

    def stdin_bytes(self) -> BufferedIOBase:
        """What comes on stdin."""
        source: BufferedIOBase | None = getattr(self.stdin, "buffer", None)
        return source if source is not None else BytesIO(self.stdin.read().encode())

    def hand_over(self, content: Content, output: str | None) -> None:
        """Data to stdout, or to a file that is either written whole or left alone. Raises UsageError.

        A reader who has gone, as with `| head`, is no error.
        """
        with self.writing(output) as sink:
            sink.write(content)

    @contextmanager
    def writing(self, output: str | None) -> Iterator[Sink]:
        """Data that comes in pieces, to stdout or to a file; the file is whole or, after an error, left alone.

        Raises UsageError where it cannot be written.
        """
        from dcs_audit.cli.sink import Sink, Unwritable

        sink = Sink(self.stdout, None if output == STDOUT else output)
        try:
            yield sink
            sink.commit()
        except Unwritable as error:
            from dcs_audit.locale.system_errors import in_words

            reason = in_words(str(error), self.lang)
            raise UsageError(self.word("error.output", path=output or "stdout", reason=reason)) from error
        finally:
            sink.abandon()

    def shape(self, output: str | None) -> tuple[int, bool]:
        """Columns of a text report, and whether it may hold colours."""
        import shutil

        from dcs_audit.report.interface import PIPE_WIDTH

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
