"""Work in a process of its own, of which it is known that it may die or never end."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")


class Died(Exception):
    """The process ended without an answer; `code` is as `multiprocessing.Process.exitcode` gives it."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


class Hangs(Exception):
    """No answer within the time allowed."""


def apart(work: Callable[[T], R], task: T, seconds: float) -> R:
    """What `work` gives. Raises Died, Hangs, or what `work` raised. Both must be able to travel."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_serve, args=(work, task, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise Hangs
        answer, error = ours.recv()
    except EOFError:
        process.join()
        raise Died(process.exitcode) from None
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()
    if error is not None:
        raise error
    return cast(R, answer)


def _serve(work: Callable[[T], R], task: T, pipe: Connection) -> None:
    try:
        pipe.send((work(task), None))
    except Exception as error:
        pipe.send((None, error))
