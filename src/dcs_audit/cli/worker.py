"""What a crew asks of a process that works for it, however it was made."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Worker(ABC, Generic[T, R]):
    """A process that does one load of tasks after the other, and answers after each task."""

    pipe: Any
    """Where its answers come from, for `wait`."""

    @abstractmethod
    def __init__(self, work: Callable[[T], R], seconds: float, others: Iterable[Worker[T, R]]) -> None:
        """`others` are the workers there are, `seconds` what each task may take. Raises OSError."""

    @abstractmethod
    def give(self, tasks: Sequence[T]) -> None:
        """Hands out a load. A worker that has died is found out when its answer is due."""

    @abstractmethod
    def take(self) -> R:
        """The next result. Raises EOFError or OSError where the worker has died."""

    @abstractmethod
    def kill(self) -> None:
        """Ends the process, whatever it is doing."""

    @abstractmethod
    def end(self) -> None:
        """Ends the process and leaves nothing of it."""

    @staticmethod
    @abstractmethod
    def wait(pipes: Iterable[Any], seconds: float) -> Sequence[Any]:
        """The pipes from which a result, or the end of the worker, can be read; waits at most so long for the first."""
