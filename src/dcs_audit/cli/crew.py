"""Worker processes of which one may die without harm to the others' work. Results come in the order of the tasks.

The standard library's pools either wait for ever for a dead worker or give up all work in progress. Here each worker
has its own pipe and one load at a time, so that it is known whose death cost what.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LOAD = 8
"""Tasks handed out at a time."""
_AHEAD = 4
"""Loads per worker that may be under way or wait for an earlier one: what bounds memory."""

_ALLOCATIONS = 50_000
"""Objects that are made, less those that are gone, before Python looks for garbage: those of some ten units."""


@dataclass(slots=True)
class _Load(Generic[T]):
    """Tasks of load `number`, from place `first` on. `again`: a task that was under way when a worker died."""

    number: int
    first: int
    tasks: list[T]
    again: bool = False


class _Worker(Generic[T, R]):
    """A process that does one load after the other."""

    def __init__(self, work: Callable[[T], R]) -> None:
        ours, theirs = multiprocessing.Pipe()
        self.pipe: Connection = ours
        self.load: _Load[T] | None = None
        self._process = multiprocessing.Process(target=_serve, args=(work, theirs, ours), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, load: _Load[T]) -> None:
        """Hands out a load. A worker that has died is found out when its answer is due."""
        self.load = load
        with suppress(OSError):
            self.pipe.send(load.tasks)

    def dismiss(self) -> None:
        """Ends the process, whatever it is doing."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()
        self._process.close()


def _serve(work: Callable[[T], R], pipe: Connection, other_end: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    other_end.close()  # else this process would never see that the first one has gone
    with suppress(EOFError, OSError), _seldom_tidied():
        while True:
            pipe.send([work(task) for task in pipe.recv()])


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    """Python looks for garbage in circles less often: a task makes many objects, and nearly none of them is in one.

    What is there already, as the rulebook, is not looked at again.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


class _Crew(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], tasks: Iterable[T], jobs: int, lost: Callable[[T], R]) -> None:
        self._work, self._lost = work, lost
        self._tasks = iter(tasks)
        self._most = jobs * _AHEAD
        self._again: deque[_Load[T]] = deque()
        self._begun = self._given = 0
        self._results: dict[int, list[R | None]] = {}
        self._open: dict[int, int] = {}
        self._workers: list[_Worker[T, R]] = [_Worker(work) for _ in range(jobs)]

    def run(self) -> Iterator[R]:
        """Every result, in order; ends the workers however it ends itself."""
        try:
            while self._hand_out():
                busy = {worker.pipe: worker for worker in self._workers if worker.load is not None}
                for pipe in wait(list(busy)):
                    assert isinstance(pipe, Connection)
                    self._receive(busy[pipe])
                yield from self._in_order()
        finally:
            for worker in self._workers:
                worker.dismiss()

    def _hand_out(self) -> bool:
        """Gives every idle worker a load, as far as there are any. Says whether anyone is at work."""
        for worker in self._workers:
            if worker.load is None and (load := self._next()) is not None:
                worker.give(load)
        return any(worker.load is not None for worker in self._workers)

    def _next(self) -> _Load[T] | None:
        if self._again:
            return self._again.popleft()
        if self._begun - self._given >= self._most:
            return None
        tasks = list(islice(self._tasks, _LOAD))
        if not tasks:
            return None
        load = _Load(self._begun, 0, tasks)
        self._results[load.number] = [None] * len(tasks)
        self._open[load.number] = len(tasks)
        self._begun += 1
        return load

    def _receive(self, worker: _Worker[T, R]) -> None:
        load = worker.load
        assert load is not None
        try:
            results = worker.pipe.recv()
        except (EOFError, OSError):  # it has died
            self._replace(worker)
            if not load.again:  # each of its tasks gets a second chance, alone
                self._again.extend(_Load(load.number, load.first + n, [t], True) for n, t in enumerate(load.tasks))
                return
            results = [self._lost(task) for task in load.tasks]
        worker.load = None
        self._results[load.number][load.first : load.first + len(results)] = results
        self._open[load.number] -= len(results)

    def _replace(self, worker: _Worker[T, R]) -> None:
        worker.dismiss()
        self._workers[self._workers.index(worker)] = _Worker(self._work)

    def _in_order(self) -> Iterator[R]:
        while self._open.get(self._given) == 0:
            del self._open[self._given]
            for result in self._results.pop(self._given):
                assert result is not None
                yield result
            self._given += 1


def spread(work: Callable[[T], R], tasks: Iterable[T], jobs: int, lost: Callable[[T], R]) -> Generator[R, None, None]:
    """The result of `work` on each task, in their order, from `jobs` processes; with one job, from this process.

    Tasks are taken as they are needed. A task whose worker dies is tried once more, alone; if that worker dies too, its
    result is that of `lost`. `work` must not raise, and can be pickled where processes are not forked.
    """
    if jobs <= 1:
        with _seldom_tidied():
            yield from map(work, tasks)
    else:
        yield from _Crew(work, tasks, jobs, lost).run()
