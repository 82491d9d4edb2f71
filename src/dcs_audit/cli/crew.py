"""Worker processes of which one may die, or never end, without harm to the others' work. Results keep their order.

The standard library's pools either wait for ever for a dead worker or give up all work in progress. Here each worker
has its own pipes and answers after each task, so that it is known which task cost whose life.
"""

from __future__ import annotations

import os
import re
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dcs_audit.cli.garbage import seldom_tidied
from dcs_audit.cli.interrupts import ended_together

if TYPE_CHECKING:
    from dcs_audit.cli.worker import Worker

T = TypeVar("T")
R = TypeVar("R")

SECONDS = 300.0
"""That one record may take: tens of thousands of times what it does take."""
LIMIT_VARIABLE = "DCS_AUDIT_SECONDS"
"""Names another limit, in seconds."""

_LOAD = 8
"""Tasks handed out at a time where there are several workers."""
_AHEAD = 4
"""Loads per worker that may be under way or wait for an earlier one: what bounds memory."""
_NUMBER = re.compile(r"[0-9]{1,5}(\.[0-9])?")

Lost = Callable[[T, float | None], R]
"""What becomes of a task that no worker came back from: None if they died, else the seconds it was given."""


def time_limit(environment: Mapping[str, str]) -> float:
    """Seconds that one record may take, as the environment has it."""
    asked = environment.get(LIMIT_VARIABLE, "")
    return (float(asked) if _NUMBER.fullmatch(asked) else 0.0) or SECONDS


def can_fork() -> bool:
    """Whether a process of its own costs a record next to nothing here."""
    return hasattr(os, "fork")


@dataclass(slots=True)
class _Load(Generic[T]):
    """Tasks of load `number`, from place `first` on. `again`: a task that was under way when a worker was lost."""

    number: int
    first: int
    tasks: Sequence[T]
    again: bool = False


@dataclass(slots=True, eq=False)
class _Post(Generic[T, R]):
    """The place of a worker, its load, how much of that is done, and when the next task must be (monotonic seconds)."""

    worker: Worker[T, R]
    load: _Load[T] | None = None
    done: int = 0
    until: float = 0.0


class _Crew(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], tasks: Iterable[T], jobs: int, lost: Lost[T, R], seconds: float) -> None:
        """Raises OSError where not one process can be had."""
        self._work, self._lost, self._seconds = work, lost, seconds
        self._kind = _kind()
        self._tasks = iter(tasks)
        self._load = _LOAD if jobs > 1 else 1  # alone, a worker has nothing to hurry ahead for
        self._most = jobs * _AHEAD
        self._again: deque[_Load[T]] = deque()
        self._begun = self._given = 0
        self._results: dict[int, list[R | None]] = {}
        self._open: dict[int, int] = {}
        self._posts: list[_Post[T, R]] = []
        for _ in range(jobs):
            self._hire()

    def run(self) -> Iterator[R]:
        """Every result, in order; ends the workers however it ends itself."""
        try:
            with ended_together(lambda: [post.worker.kill for post in self._posts]):
                while self._hand_out():
                    self._wait()
                    yield from self._in_order()
        finally:
            for post in self._posts:
                post.worker.end()

    def _hire(self) -> None:
        """One worker more. Where no more can be had there are fewer; raises OSError where there would be none."""
        try:
            self._posts.append(_Post(self._kind(self._work, self._seconds, [post.worker for post in self._posts])))
        except OSError:
            if not self._posts:
                raise

    def _hand_out(self) -> bool:
        """Gives every idle worker a load, as far as there are any. Says whether anyone is at work."""
        for post in self._posts:
            if post.load is None and (load := self._next()) is not None:
                post.load, post.done, post.until = load, 0, time.monotonic() + self._seconds
                post.worker.give(load.tasks)
        return any(post.load is not None for post in self._posts)

    def _next(self) -> _Load[T] | None:
        if self._again:
            return self._again.popleft()
        if self._begun - self._given >= self._most:
            return None
        tasks = list(islice(self._tasks, self._load))
        if not tasks:
            return None
        load = _Load(self._begun, 0, tasks)
        self._results[load.number] = [None] * len(tasks)
        self._open[load.number] = len(tasks)
        self._begun += 1
        return load

    def _wait(self) -> None:
        """Takes what has been done meanwhile, and ends the workers that have had their time."""
        busy = {post.worker.pipe: post for post in self._posts if post.load is not None}
        left = min(post.until for post in busy.values()) - time.monotonic()
        for pipe in self._kind.wait(busy, max(left, 0.0)):
            self._receive(busy.pop(pipe))
        now = time.monotonic()
        for post in busy.values():
            if post.until <= now:
                self._give_up(post, self._seconds)

    def _receive(self, post: _Post[T, R]) -> None:
        load = post.load
        assert load is not None
        try:
            result = post.worker.take()
        except (EOFError, OSError):  # it has died
            self._give_up(post, None)
            return
        self._settle(load, post.done, result)
        post.done += 1
        post.until = time.monotonic() + self._seconds
        if post.done == len(load.tasks):
            post.load = None

    def _settle(self, load: _Load[T], place: int, result: R) -> None:
        self._results[load.number][load.first + place] = result
        self._open[load.number] -= 1

    def _give_up(self, post: _Post[T, R], seconds: float | None) -> None:
        """Another worker in the place of one that has died or been at a task for `seconds`.

        That task is tried once more, alone: it may have been chance, or the machine that stood still. What the worker
        had not come to is nobody's second try.
        """
        load, at = post.load, post.done
        assert load is not None
        if load.again:
            self._settle(load, at, self._lost(load.tasks[at], seconds))
        else:
            self._again.append(_Load(load.number, load.first + at, load.tasks[at : at + 1], again=True))
        if rest := load.tasks[at + 1 :]:
            self._again.append(_Load(load.number, load.first + at + 1, rest))
        post.worker.end()
        self._posts.remove(post)
        self._hire()

    def _in_order(self) -> Iterator[R]:
        while self._open.get(self._given) == 0:
            del self._open[self._given]
            for result in self._results.pop(self._given):
                assert result is not None
                yield result
            self._given += 1


def _kind() -> type[Worker[Any, Any]]:
    if can_fork():
        from dcs_audit.cli.forked import Forked

        return Forked
    from dcs_audit.cli.spawned import Spawned

    return Spawned


def spread(
    work: Callable[[T], R],
    tasks: Iterable[T],
    jobs: int,
    lost: Lost[T, R],
    *,
    apart: bool = False,
    seconds: float = SECONDS,
) -> Generator[R, None, None]:
    """The result of `work` on each task, in their order, from `jobs` processes; with one job, from this process.

    `apart`: with one job too from a process of its own, so that nothing a task does can end this one. Tasks are taken
    as they are needed. A task whose worker dies, or is at it for more than `seconds`, is tried once more, alone; if
    that ends the same way, its result is that of `lost`. `work` must not raise, and can be pickled where processes are
    not forked.
    """
    if jobs > 1 or apart:
        try:
            crew = _Crew(work, tasks, max(jobs, 1), lost, seconds)
        except OSError:  # no process is to be had: as where there are none
            pass
        else:
            yield from crew.run()
            return
    with seldom_tidied():
        yield from map(work, tasks)
