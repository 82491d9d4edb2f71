"""Worker processes: order, bounds, and the death of a worker."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dcs_audit.cli.crew import spread

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs processes that are forked")


def double(number: int) -> int:
    return 2 * number


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(spread(double, range(101), jobs, lost)) == [2 * n for n in range(101)]
    assert list(spread(double, (), jobs, lost)) == []
    assert multiprocessing.active_children() == []


def test_a_task_that_kills_its_worker_costs_no_other_its_result() -> None:
    def work(number: int) -> int:
        if number in (5, 6, 29):
            os._exit(3)
        return double(number)

    expected = [-n if n in (5, 6, 29) else 2 * n for n in range(40)]
    assert list(spread(work, range(40), 2, lost)) == expected


def test_a_task_whose_worker_was_killed_by_chance_is_tried_again(tmp_path: Path) -> None:
    once = tmp_path / "once"

    def work(number: int) -> int:
        if number == 6 and not once.exists():
            once.touch()
            os.kill(os.getpid(), 9)
        return double(number)

    assert list(spread(work, range(20), 2, lost)) == [2 * n for n in range(20)]
    assert once.exists()


def test_tasks_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        while taken < 10_000:
            yield taken
            taken += 1

    with_two = spread(double, tasks(), 2, lost)
    assert [next(with_two) for _ in range(3)] == [0, 2, 4]
    assert taken < 100
    with_two.close()
    assert multiprocessing.active_children() == []


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
