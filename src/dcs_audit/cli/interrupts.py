"""Ctrl-C that waits while a unit is being written, so that what was finished stays readable; SIGTERM for all."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType


class Interrupts:
    """Within `held`, Ctrl-C is put off to its end; a second one is not. Elsewhere it is KeyboardInterrupt as ever."""

    def __init__(self) -> None:
        self._busy = self._asked = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Stands in for the usual handler; leaves a Ctrl-C that the caller has switched off alone."""
        import threading

        usual = signal.getsignal(signal.SIGINT)
        if threading.current_thread() is not threading.main_thread() or usual is not signal.default_int_handler:
            yield
            return
        signal.signal(signal.SIGINT, self._note)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, usual)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Not to be broken off."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
        if self._asked:
            self._asked = False
            raise KeyboardInterrupt

    def put_off(self) -> None:
        """What is left to do is short and is to be done: from here on, only a second Ctrl-C breaks off."""
        self._busy, self._asked = True, False

    def _note(self, number: int, frame: FrameType | None) -> None:
        if not self._busy or self._asked:
            raise KeyboardInterrupt
        self._asked = True


@contextmanager
def ended_together(others: Callable[[], Iterable[Callable[[], None]]]) -> Iterator[None]:
    """Who ends this process with SIGTERM ends the other ones too, even those that would never end by themselves.

    `others` gives what ends each. A SIGTERM that the caller has seen to is left alone.
    """

    def end(number: int, frame: FrameType | None) -> None:
        for kill in others():
            kill()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    watching = False
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        with suppress(ValueError):  # in a thread of somebody's
            signal.signal(signal.SIGTERM, end)
            watching = True
    try:
        yield
    finally:
        if watching:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
