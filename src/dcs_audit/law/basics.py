"""Words that every part of the rule language uses: sentences, citations, dated numbers, conditions.

Every model is closed (an unknown key is an error) and frozen.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from dcs_audit.law.refusal import refused
from dcs_audit.records.period import MonthDay

SeverityName = Literal["critical", "major", "minor"]


def listed(value: Any) -> Any:
    """A lone entry stands for a list of one, so that rule files read naturally."""
    return value if isinstance(value, (list, tuple)) or value is None else [value]


class Model(BaseModel):
    """Closed and frozen. A key is written as the guide has it (`from`), never by its name in Python (`from_`)."""

    # Validators are built at first use: a rulebook that was kept from an earlier run needs none.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Words(Model):
    """One sentence or title in both languages."""

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Cite(Model):
    """A place in a source: Điều (article), khoản (clause), điểm (point); of a plan, its own section or appendix row."""

    source: str
    article: int | None = None
    clause: int | str | None = None
    point: str | None = None
    section: str | None = None


Cites = Annotated[tuple[Cite, ...], BeforeValidator(listed)]


def _day_of_every_year(value: str) -> str:
    if MonthDay.parse(value) is None:
        raise refused("not_day_of_year", value=value)
    return value


DayOfYear = Annotated[str, AfterValidator(_day_of_every_year)]
"""A day of the audited year, as `06-10`."""


class Window(Model):
    """Days on which a rule or text is in force, both ends included; no `to` means still in force."""

    from_: date = Field(alias="from")
    to: date | None = None

    @model_validator(mode="after")
    def _forwards(self) -> Window:
        if self.to is not None and self.to < self.from_:
            raise refused("window_backwards")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether `day` lies in the window."""
        return self.from_ <= day and (self.to is None or day <= self.to)


class DatedValue(Model):
    """The value of a parameter from a day on, with the clause that sets it."""

    from_: date = Field(alias="from")
    value: int = Field(ge=0)
    basis: Cites
    verified: bool = True


Asks = Literal["more", "less", "same", "otherwise"]


class AmendedValue(DatedValue):
    """A value that a pack puts in the place of the law's, and what the law's is on the day from which it holds.

    `asks` is what it asks of units beside the law; `otherwise` where more and less cannot be told apart.
    """

    pack: str
    law: DatedValue
    asks: Asks


Unit = Literal["days", "working_days", "months", "years", "people", "times", "villages"]

_CENTURY: dict[str, int] = {"days": 36_525, "working_days": 36_525, "months": 1_200, "years": 100}
"""The longest time that a parameter may set: further off, the calendar ends."""


class Parameter(Model):
    """A number of the law that changes over time. `unit` says what it counts; values are in order of their dates."""

    id: str
    title: Words
    unit: Unit
    values: tuple[DatedValue, ...] = Field(min_length=1)
    practice: bool = False
    """True for a number that no text sets: the pack's own choice, shown as such."""

    @model_validator(mode="after")
    def _in_order(self) -> Parameter:
        if any(earlier.from_ >= later.from_ for earlier, later in pairwise(self.values)):
            raise refused("values_out_of_order")
        longest = _CENTURY.get(self.unit)
        if longest is not None and any(value.value > longest for value in self.values):
            raise refused("longer_than_century", most=longest, unit=self.unit)
        return self

    def on(self, day: date) -> DatedValue:
        """The value in force on `day`; the first one for days before it."""
        current = self.values[0]
        for value in self.values:
            if value.from_ <= day:
                current = value
        return current


class Condition(Model):
    """A question about a fact of the unit, true, false or unknown. Exactly one comparison."""

    fact: str
    is_: bool | None = Field(default=None, alias="is")
    at_most: int | None = None
    at_least: int | None = None
    less_than: int | None = None
    more_than: int | None = None
    present: bool | None = None

    @model_validator(mode="after")
    def _one_comparison(self) -> Condition:
        given = [self.is_, self.at_most, self.at_least, self.less_than, self.more_than, self.present]
        if sum(value is not None for value in given) != 1:
            raise refused("one_of_keys", what="condition", keys="is, at_most, at_least, less_than, more_than, present")
        return self


Conditions = Annotated[tuple[Condition, ...], BeforeValidator(listed)]


class Gate(Model):
    """Conditions that must all hold, with the clause that says so and the words for the report."""

    when: Conditions = Field(min_length=1)
    basis: Cites = ()
    reason: Words
    from_: date | None = Field(default=None, alias="from")
    """The gate counts only in audits as of this day or later."""


Where = dict[str, Annotated[tuple[str, ...], BeforeValidator(lambda v: tuple(str(x) for x in listed(v)))]]
"""Attribute path of a record to the values it may have."""
