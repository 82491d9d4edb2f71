"""The questions that a pack can put to a record, and the checks made of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from dcs_audit.law.basics import Cites, Conditions, Model, SeverityName, Where, Words
from dcs_audit.law.refusal import refused


class Amount(Model):
    """A number: written out, a parameter, or a fact of the unit."""

    value: int | None = Field(default=None, ge=0)
    parameter: str | None = None
    fact: str | None = None

    @model_validator(mode="after")
    def _one(self) -> Amount:
        if sum(x is not None for x in (self.value, self.parameter, self.fact)) != 1:
            raise refused("one_of_keys", what="amount", keys="value, parameter, fact")
        return self


def _amount(value: Any) -> Any:
    return {"value": value} if isinstance(value, (int, str)) else value


Quantity = Annotated[Amount, BeforeValidator(_amount)]


class Deadline(Model):
    """`done` no later than some time after an event, or no later than some time before it."""

    done: str
    after: str | None = None
    before: str | None = None
    within: str
    """The parameter that gives the time and its unit."""
    unless_given: str | None = None
    """The attribute that tells when it was settled that the event will not come: given without the event, this is not
    asked."""
    since_audited_year: bool = False
    """What was done about events before the audited year is not asked; what was never done still is."""
    judged: bool = True
    """False where another rule judges it: here it only tells until when a first posting may still come."""

    @model_validator(mode="after")
    def _one_anchor(self) -> Deadline:
        if (self.after is None) == (self.before is None):
            raise refused("one_of_keys", what="deadline", keys="after, before")
        return self


class Posted(Model):
    """A posting on a channel, for a number of consecutive days where `for` names a parameter."""

    channel: str
    for_: str | None = Field(default=None, alias="for")
    villages: Literal["all"] | None = None
    """Every village of the unit must be covered."""
    still: bool = False
    """It must be up on the day of the audit, since that day or earlier."""


class Bounded(Model):
    """A number within bounds, at least one of them given."""

    of: str
    at_least: Quantity | None = None
    at_most: Quantity | None = None

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        low, high = self.at_least, self.at_most
        if low is None and high is None:
            raise refused("no_bound")
        if low and high and low.value is not None and high.value is not None and low.value > high.value:
            raise refused("bounds_crossed")
        return self


class Count(Bounded):
    """How many entries a list has."""

    equal_to: str | None = None
    """Only entries with this value."""


class Share(Model):
    """A ratio of two counts, compared without rounding: at least, more than, or less than, a fraction."""

    part: str
    of: str | None = None
    of_fact: str | None = None
    """The whole is a fact of the unit (its headcount, its households); with `of`, only where the record is silent."""
    at_least: tuple[int, int] | None = None
    more_than: tuple[int, int] | None = None
    less_than: tuple[int, int] | None = None

    @model_validator(mode="after")
    def _one(self) -> Share:
        given = [fraction for fraction in (self.at_least, self.more_than, self.less_than) if fraction is not None]
        if len(given) != 1:
            raise refused("one_of_keys", what="share", keys="at_least, more_than, less_than")
        if self.of is None and self.of_fact is None:
            raise refused("share_without_whole")
        top, bottom = given[0]
        if not 0 < top <= bottom:
            raise refused("share_not_fraction")
        return self


class OneOf(Model):
    """An attribute has one of these values."""

    of: str
    values: tuple[str, ...] = Field(min_length=1)


class AllOf(Model):
    """A list holds all of these values. Receivers may still be added until the day by which it is to be sent."""

    of: str
    values: tuple[str, ...] = Field(min_length=1)
    together: bool = False
    """For receivers: all get it at the same time, so who is left out once others have it has been left out."""

    @model_validator(mode="after")
    def _sent(self) -> AllOf:
        if self.together and not self.of.endswith(".to"):
            raise refused("together_elsewhere", at="together")
        return self


class NoneOf(Model):
    """No entry of a list holds any of these values."""

    of: str
    values: tuple[str, ...] = Field(min_length=1)


class NotBefore(Model):
    """A date on or after a fixed day."""

    of: str
    day: date


class Number(Bounded):
    """An integer attribute within bounds."""


class UnitFact(Model):
    """A fact of the unit is true, asked as part of an alternative."""

    fact: str
    is_: bool = Field(alias="is")


class Given(Model):
    """The record says something here, whatever it says; where it does not, the check needs review."""

    of: str


class Ordered(Model):
    """One day no later than another; with `strict`, before it."""

    first: str
    then: str
    strict: bool = False


class Lasted(Model):
    """From one day to another at least so long. `first_day` says whether the first day is counted."""

    from_: str = Field(alias="from")
    until: str
    for_: str = Field(alias="for")
    first_day: Literal["counted", "not_counted"]


class Represented(Model):
    """Every village of the unit is named by some entry of a list."""

    by: str


class TermLimit(Model):
    """A term of office is at most so long, and not over on the day of the audit."""

    at_most: str
    running: bool = True
    """False where a term that is over may have been kept as well."""


NO_QUESTION = frozenset({"when", "since", "review", "reason"})
"""Fields of an option that ask nothing of a record."""


class Option(Model):
    """One way to satisfy a check: every question in it answered yes, where `when` allows the way at all."""

    when: Conditions = ()
    since: date | None = None
    """The way is open only to records dated on this day or later."""
    deadline: Deadline | None = None
    posted: Posted | None = None
    count: Count | None = None
    share: Share | None = None
    one_of: OneOf | None = None
    all_of: AllOf | None = None
    none_of: NoneOf | None = None
    not_before: NotBefore | None = None
    number: Number | None = None
    fact: UnitFact | None = None
    represented: Represented | None = None
    given: Given | None = None
    ordered: Ordered | None = None
    lasted: Lasted | None = None
    term: TermLimit | None = None
    both: tuple[Posted, ...] = Field(default=(), min_length=1)
    """Several postings, all required."""
    review: bool = False
    """Satisfied in this way, the check still needs a human eye."""
    reason: Words | None = None
    """With `review`: what that eye must look for."""

    @model_validator(mode="after")
    def _asks(self) -> Option:
        if not any(getattr(self, name) for name in self.model_fields_set - NO_QUESTION):
            raise refused("asks_nothing")
        if self.reason is not None and not self.review:
            raise refused("reason_without_review")
        return self


class Check(Model):
    """A condition on a record, shared by rules. `id` is what reports print; several checks may share one."""

    name: str
    id: str
    title: Words
    basis: Cites = ()
    """Empty: the clause of the rule that uses it."""
    severity: SeverityName | None = None
    when: Conditions = ()
    """Asked only where these hold; where they are unknown, a record that meets the check anyway passes."""
    options: tuple[Option, ...] = Field(min_length=1)
    verified: bool = True
    fails_as: Literal["defective", "needs_review"] = "defective"


class CheckUse(Model):
    """A check as a rule uses it: for all its records, or some."""

    check: str
    since: date | None = None
    """Not asked of records dated before this day."""
    only: Where = Field(default_factory=dict)
    except_: Where = Field(default_factory=dict, alias="except")
