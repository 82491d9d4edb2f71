"""Worker processes made by `fork`: they begin where this one stands, which costs a few milliseconds.

A worker never returns into the code of the process that it was forked from, and does not outlive it by much.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

from dcs_audit.cli.garbage import seldom_tidied
from dcs_audit.cli.worker import Worker

T = TypeVar("T")
R = TypeVar("R")

_HEAD = 8
"""Bytes before each message that say how long it is."""
_PATIENCE = 2
"""Limits of time after which a worker ends itself, should the first process no longer be there to do it."""


class Forked(Worker[T, R]):
    """A copy of this process, made at once."""

    def __init__(self, work: Callable[[T], R], seconds: float, others: Iterable[Worker[T, R]]) -> None:
        """The new one lets go of the pipes of `others`: else none of them would see that this process has gone."""
        tasks, self._tasks = os.pipe()
        self.pipe, results = os.pipe()
        try:
            self._pid = _fork()
            if not self._pid:
                known = [self, *(other for other in others if isinstance(other, Forked))]
                _serve_apart(work, seconds, tasks, results, known)
        except OSError:
            self._let_go()
            raise
        finally:
            os.close(tasks)
            os.close(results)

    def give(self, tasks: Sequence[T]) -> None:
        with suppress(OSError):
            _send(self._tasks, tasks)

    def take(self) -> R:
        result: R = _receive(self.pipe)
        return result

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def end(self) -> None:
        self._let_go()
        self.kill()
        with suppress(ChildProcessError):  # the caller may ignore children, who then leave nothing by themselves
            os.waitpid(self._pid, 0)

    def _let_go(self) -> None:
        os.close(self._tasks)
        os.close(self.pipe)

    @staticmethod
    def wait(pipes: Iterable[int], seconds: float) -> list[int]:
        poll = select.poll()
        for pipe in pipes:
            poll.register(pipe, select.POLLIN)
        return [pipe for pipe, _ in poll.poll(seconds * 1000)]


def _fork() -> int:
    """As os.fork. The new process ignores Ctrl-C, which the first one answers, and dies of other signals."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        pid = os.fork()
        if not pid:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        return pid
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve_apart(
    work: Callable[[T], R], seconds: float, tasks: int, results: int, known: Iterable[Forked[T, R]]
) -> NoReturn:
    """What the new process does, and all that it does: whatever happens, it ends here."""
    try:
        for worker in known:
            worker._let_go()
        with seldom_tidied():
            _serve(work, seconds, tasks, results)
    finally:
        os._exit(0)


def _serve(work: Callable[[T], R], seconds: float, tasks: int, results: int) -> None:
    while True:
        for task in _receive(tasks):
            signal.setitimer(signal.ITIMER_REAL, seconds * _PATIENCE)
            result = work(task)
            signal.setitimer(signal.ITIMER_REAL, 0)  # whoever reads the result may take their time
            _send(results, result)


def _send(pipe: int, content: object) -> None:
    data = pickle.dumps(content, protocol=5)
    left = memoryview(len(data).to_bytes(_HEAD, "big") + data)
    while left:
        left = left[os.write(pipe, left) :]


def _receive(pipe: int) -> Any:
    return pickle.loads(_bytes(pipe, int.from_bytes(_bytes(pipe, _HEAD), "big")))


def _bytes(pipe: int, number: int) -> bytes:
    parts = []
    while number:
        part = os.read(pipe, number)
        if not part:
            raise EOFError
        parts.append(part)
        number -= len(part)
    return b"".join(parts)
