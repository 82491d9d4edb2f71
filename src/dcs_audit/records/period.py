"""Periods and yearly days as the unit record writes them: `2026`, `2026-H1`, `2026-Q3`, `2026-M03`, `05-31`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

_PERIOD = re.compile(r"([0-9]{4})(?:-(H[12]|Q[1-4]|M0[1-9]|M1[0-2]))?")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_MONTHS_IN = {"H": 6, "Q": 3, "M": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year (`part` empty) or a half (`H1`), quarter (`Q1`) or month (`M01`) of it."""

    year: int
    part: str = ""

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The period that `text` names exactly, else None."""
        match = _PERIOD.fullmatch(text)
        return cls(int(match[1]), match[2] or "") if match else None

    @property
    def months(self) -> tuple[int, int]:
        """First and last month, 1 to 12, both inside the period."""
        if not self.part:
            return 1, 12
        length = _MONTHS_IN[self.part[0]]
        last = int(self.part[1:]) * length
        return last - length + 1, last

    @property
    def first(self) -> date:
        """First day of the period."""
        return date(self.year, self.months[0], 1)

    @property
    def last(self) -> date:
        """Last day of the period, itself included."""
        month = self.months[1]
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def label(self) -> str:
        """As the unit record writes it, e.g. `2026-Q1`."""
        return f"{self.year:04d}-{self.part}" if self.part else f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that comes every year, hence never 29 February."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The day that `MM-DD` names if every year has it, else None."""
        match = _MONTH_DAY.fullmatch(text)
        if match is None:
            return None
        month, day = int(match[1]), int(match[2])
        # 2001 stands for any common year.
        return cls(month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(2001, month)[1] else None

    @property
    def label(self) -> str:
        """As the unit record writes it, e.g. `05-31`."""
        return f"{self.month:02d}-{self.day:02d}"
