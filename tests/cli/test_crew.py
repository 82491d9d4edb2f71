"""Worker processes: order, bounds, the death of a worker, and one that never ends."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dcs_audit.cli import crew
from dcs_audit.cli.crew import SECONDS, spread, time_limit
from dcs_audit.cli.forked import Forked
from dcs_audit.cli.spawned import Spawned

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs processes that are forked")
SOON = 0.6


def double(number: int) -> int:
    return 2 * number


def lost(number: int, seconds: float | None) -> int:
    return -number if seconds is None else -number - 1000


def dies_of_five(number: int) -> int:
    if number == 5:
        os._exit(3)
    return double(number)


def hangs_at(*numbers: int) -> Callable[[int], int]:
    """Work that never ends with some tasks, as it would in an endless loop."""

    def work(number: int) -> int:
        if number in numbers:
            threading.Event().wait()
        return double(number)

    return work


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that a test forks."""
    fork, made = os.fork, []

    def noted() -> int:
        pid = fork()
        if pid:
            made.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noted)
    return made


def all_gone(forks: list[int]) -> bool:
    """Whether every process that was forked has ended and been seen to; that there were any."""
    for pid in forks:
        with suppress(ProcessLookupError):
            os.kill(pid, 0)
            return False
    return bool(forks)


@pytest.fixture(params=["forked", "spawned"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either kind of process; the second is that of systems without fork."""
    if request.param == "spawned":
        monkeypatch.setattr(crew, "can_fork", lambda: False)
        assert crew._kind() is Spawned
    else:
        assert crew._kind() is Forked
    name: str = request.param
    return name


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("apart", [False, True])
def test_results_come_in_the_order_of_the_tasks(jobs: int, apart: bool, forks: list[int]) -> None:
    assert list(spread(double, range(101), jobs, lost, apart=apart)) == [2 * n for n in range(101)]
    assert list(spread(double, (), jobs, lost, apart=apart)) == []
    assert all_gone(forks) == (apart or jobs > 1)


def test_a_worker_that_is_not_forked_does_the_same(kind: str) -> None:
    expected = [-5 if n == 5 else 2 * n for n in range(20)]
    assert list(spread(dies_of_five, range(20), 2, lost)) == expected


def test_only_a_task_set_apart_leaves_this_process() -> None:
    here = os.getpid()
    assert list(spread(lambda n: os.getpid() == here, [1, 2], 1, lambda n, s: False)) == [True, True]
    assert list(spread(lambda n: os.getpid() == here, [1, 2], 1, lambda n, s: False, apart=True)) == [False, False]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_kills_its_worker_costs_no_other_its_result(jobs: int, forks: list[int]) -> None:
    def work(number: int) -> int:
        if number in (5, 6, 29):
            os._exit(3)
        return double(number)

    expected = [-n if n in (5, 6, 29) else 2 * n for n in range(40)]
    assert list(spread(work, range(40), jobs, lost, apart=True)) == expected
    assert all_gone(forks)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_never_ends_costs_no_other_its_result(jobs: int, forks: list[int]) -> None:
    found = list(spread(hangs_at(5, 18), range(20), jobs, lost, apart=True, seconds=SOON))
    assert found == [-n - 1000 if n in (5, 18) else 2 * n for n in range(20)]
    assert all_gone(forks)


def test_what_a_lost_worker_had_not_come_to_has_two_tries_of_its_own(tmp_path: Path) -> None:
    """Of a load of eight, the third kills its worker once, the fourth ever after."""
    tries = tmp_path / "tries"
    tries.mkdir()

    def work(number: int) -> int:
        (tries / f"{number}-{os.getpid()}").touch()
        if number == 3 or (number == 2 and len(list(tries.glob("2-*"))) == 1):
            os.kill(os.getpid(), signal.SIGKILL)
        return double(number)

    assert list(spread(work, range(8), 2, lost)) == [0, 2, 4, -3, 8, 10, 12, 14]
    assert [len(list(tries.glob(f"{number}-*"))) for number in range(8)] == [1, 1, 2, 2, 1, 1, 1, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_whose_worker_was_killed_by_chance_is_tried_again(jobs: int, tmp_path: Path) -> None:
    once = tmp_path / "once"

    def work(number: int) -> int:
        if number == 6 and not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return double(number)

    assert list(spread(work, range(20), jobs, lost, apart=True)) == [2 * n for n in range(20)]
    assert once.exists()


def test_results_of_any_size_come_back_whole() -> None:
    sizes = [0, 1, 1 << 16, (1 << 22) + 1]
    assert [len(text) for text in spread("x".__mul__, sizes, 2, lambda n, s: "")] == sizes
    assert list(spread(len, ["x" * size for size in sizes], 1, lambda n, s: -1, apart=True)) == sizes


def test_who_reads_the_results_may_take_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is the time that a task takes, not how long its result lies there."""
    told, tell = os.pipe()
    late = 0.0
    clock = time.monotonic
    monkeypatch.setattr(crew.time, "monotonic", lambda: clock() + late)

    def work(number: int) -> int:
        os.write(tell, b"!")
        return double(number)

    running = spread(work, range(16), 2, lost)
    assert next(running) == 0
    begun = 0
    while begun < 16:  # each worker has begun its last task: results of the others lie there
        begun += len(os.read(told, 16))
    late = 10 * SECONDS
    assert list(running) == [2 * n for n in range(1, 16)]
    os.close(told)
    os.close(tell)


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_taken_only_as_they_are_needed(jobs: int, forks: list[int]) -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        while taken < 10_000:
            yield taken
            taken += 1

    running = spread(double, tasks(), jobs, lost, apart=True)
    assert [next(running) for _ in range(3)] == [0, 2, 4]
    assert taken < (100 if jobs > 1 else 3), "alone, a worker does not hurry ahead"
    running.close()
    assert all_gone(forks)


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    before = len(os.listdir("/dev/fd")) if os.path.isdir("/dev/fd") else 0
    assert list(spread(lambda n: os.getpid(), [1], 2, lambda n, s: 0)) == [os.getpid()]
    assert (len(os.listdir("/dev/fd")) if before else 0) == before, "no pipe is left open"


def test_where_fewer_processes_can_be_had_they_do_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, made = os.fork, 0

    def sometimes() -> int:
        nonlocal made
        made += 1
        if made > 1:
            raise BlockingIOError
        return fork()

    monkeypatch.setattr(os, "fork", sometimes)
    assert list(spread(double, range(40), 3, lost)) == [2 * n for n in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_garbage_is_looked_for_as_before_once_all_is_done(jobs: int) -> None:
    before = gc.get_threshold()
    running = spread(double, range(20), jobs, lost)
    next(running)
    running.close()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_garbage_is_looked_for_less_often_meanwhile() -> None:
    usual = gc.get_threshold()[0]
    assert min(spread(lambda number: gc.get_threshold()[0], range(9), 1, lost)) > usual
    assert min(spread(lambda number: gc.get_threshold()[0], range(9), 2, lost)) > usual


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("", SECONDS), ("60", 60), ("0.5", 0.5), ("0", SECONDS), ("-1", SECONDS), ("1e9", SECONDS), ("năm", SECONDS)],
)
def test_the_time_limit_is_that_of_the_environment(asked: str, seconds: float) -> None:
    assert time_limit({"DCS_AUDIT_SECONDS": asked}) == seconds
    assert time_limit({}) == SECONDS == 300


def ended_by(end: signal.Signals, seconds: float) -> None:
    """Ends a process whose worker never answers; returns when the worker too has gone, and with it the last end."""
    reading, writing = os.pipe()
    told, tell = os.pipe()

    def work(number: int) -> int:
        os.write(tell, b"!")
        return hangs_at(number)(number)

    first = os.fork()
    if not first:  # pragma: no cover
        os.close(reading)
        list(spread(work, [1], 1, lost, apart=True, seconds=seconds))
        os._exit(0)
    os.close(writing)
    os.read(told, 1)
    os.kill(first, end)
    assert os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]) == -end
    assert os.read(reading, 1) == b"", "whoever held the other end has ended"
    for pipe in (reading, told, tell):
        os.close(pipe)


def test_sigterm_ends_the_workers_too() -> None:
    ended_by(signal.SIGTERM, SECONDS)


def test_a_worker_does_not_outlive_by_much_a_first_process_that_was_killed() -> None:
    ended_by(signal.SIGKILL, SOON)


def test_sigterm_is_left_as_it_was() -> None:
    before = signal.getsignal(signal.SIGTERM)
    list(spread(double, range(3), 1, lost, apart=True))
    assert signal.getsignal(signal.SIGTERM) is before
