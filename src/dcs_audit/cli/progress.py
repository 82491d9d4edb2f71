"""How far a long run has come, on a terminal only: one line of stderr that is written over and over."""

from __future__ import annotations

import time
from collections.abc import Callable

from dcs_audit.cli.terminal import Terminal
from dcs_audit.report.words import decimal

_EVERY = 0.2
_CLEAR = "\r\x1b[K"


class Progress:
    """Counts units; shows nothing of a single one, or where stderr is no terminal. `clock` gives seconds."""

    def __init__(self, terminal: Terminal, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._terminal, self._total, self._clock = terminal, total, clock
        self._shows = terminal.stderr.isatty()
        if total == 1:  # over before anyone could read it
            self._shows = False
        self._began = self._last = clock()
        self._done = 0

    def step(self) -> None:
        """One more unit is done."""
        self._done += 1
        if not self._shows:
            return
        now = self._clock()
        if now - self._last >= _EVERY:
            self._last = now
            self._terminal.hint(_CLEAR + self._line(max(now - self._began, 1e-9)))

    def clear(self) -> None:
        """Makes room for what is to stay on the screen."""
        if self._shows:
            self._terminal.hint(_CLEAR)

    def _line(self, seconds: float) -> str:
        rate = self._done / seconds
        shown = decimal(rate, self._terminal.lang)
        if self._total is None:
            return self._terminal.word("progress.so_far", done=self._done, rate=shown)
        left = _clock_face((self._total - self._done) / rate)
        return self._terminal.word("progress.of", done=self._done, all=self._total, rate=shown, left=left)


def _clock_face(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"
