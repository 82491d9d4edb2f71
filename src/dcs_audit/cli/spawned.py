"""Worker processes where there is no `fork`: each starts Python anew and is told everything it needs."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from dcs_audit.cli.garbage import seldom_tidied
from dcs_audit.cli.worker import Worker

T = TypeVar("T")
R = TypeVar("R")


class Spawned(Worker[T, R]):
    """A new Python. The work can be pickled; limits of time and other workers are no matter of this one's."""

    def __init__(self, work: Callable[[T], R], seconds: float, others: Iterable[Worker[T, R]]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, tasks: Sequence[T]) -> None:
        with suppress(OSError):
            self.pipe.send(tasks)

    def take(self) -> R:
        result: R = self.pipe.recv()
        return result

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    @staticmethod
    def wait(pipes: Iterable[Any], seconds: float) -> list[Any]:
        return wait(list(pipes), seconds)


def _serve(work: Callable[[T], R], pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    with suppress(EOFError, OSError), seldom_tidied():
        while True:
            for task in pipe.recv():
                pipe.send(work(task))
