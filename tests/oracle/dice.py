"""Chance with a seed: what is drawn, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from .days import end_of_month
from .verdict import Data

T = TypeVar("T")


class Dice:
    """The audited year, the day of the audit, and everything by chance; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.year = 2026 if self.chance(0.9) else 2025
        first = date(self.year, 1, 1)
        self.as_of = first + timedelta(days=self.random.randint(0, 480))
        if self.chance(0.4):
            edges = [end_of_month(self.year, month) for month in (1, 3, 4, 6, 7, 8, 9, 10, 12, 13)]
            self.as_of = self.random.choice(edges) + timedelta(days=self.random.choice((-1, 0, 0, 1)))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, values: Sequence[T]) -> T:
        return self.random.choice(values)

    def maybe(self, record: Data, key: str, value: object, share: float = 0.93) -> None:
        """Sets a field, most of the time: what is left out is unknown."""
        if self.chance(share):
            record[key] = value

    def flag(self) -> bool | None:
        return self.one((True, True, True, False, None))

    def text(self, day: date) -> str:
        return day.isoformat() if self.chance(0.5) else f"{day:%d/%m/%Y}"

    def some_day(self) -> date:
        """A day of the audited year or around it, often just before the day of the audit."""
        if self.chance(0.3):
            return self.as_of - timedelta(days=self.random.randint(-2, 40))
        return date(self.year - 1, 12, 1) + timedelta(days=self.random.randint(0, 400))

    def about(self, day: date) -> date:
        """A day, the one before or the one after it."""
        return day + timedelta(days=self.one((-5, -1, -1, 0, 0, 0, 0, 1, 3)))
