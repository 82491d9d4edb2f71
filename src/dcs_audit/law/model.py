"""The rule language: what a legal officer may write in a pack, and nothing else.

Every model is closed (an unknown key is an error) and frozen. Python holds the vocabulary (which questions can be
asked of a record); numbers, channels, severities, dates and citations are data in the pack.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

UnitType = Literal[
    "commune", "village", "state_agency", "public_service_unit", "state_owned_enterprise", "employer"
]
Section = Literal[
    "disclosures", "meetings", "boards", "documents", "consultations", "decisions", "petitions", "activities"
]
SeverityName = Literal["critical", "major", "minor"]
Part = Literal["H1", "H2", "Q1", "Q2", "Q3", "Q4"]


def _listed(value: Any) -> Any:
    """A lone entry stands for a list of one, so that rule files read naturally."""
    return value if isinstance(value, (list, tuple)) or value is None else [value]


def _named(value: Any) -> Any:
    return {"check": value} if isinstance(value, str) else value


class Model(BaseModel):
    """Closed and frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Words(Model):
    """One sentence or title in both languages."""

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Cite(Model):
    """A place in a source: Điều (article), khoản (clause), điểm (point)."""

    source: str
    article: int | None = None
    clause: int | str | None = None
    point: str | None = None


Cites = Annotated[tuple[Cite, ...], BeforeValidator(_listed)]


class Window(Model):
    """Days on which a rule or text is in force, both ends included; no `to` means still in force."""

    from_: date = Field(alias="from")
    to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether `day` lies in the window."""
        return self.from_ <= day and (self.to is None or day <= self.to)


class DatedValue(Model):
    """The value of a parameter from a day on, with the clause that sets it."""

    from_: date = Field(alias="from")
    value: int
    basis: Cites
    verified: bool = True


class Parameter(Model):
    """A number of the law that changes over time. `unit` says what it counts; values are in order of their dates."""

    id: str
    title: Words
    unit: Literal["days", "working_days", "months", "years", "people", "times", "villages"]
    values: tuple[DatedValue, ...] = Field(min_length=1)
    practice: bool = False
    """True for a number that no text sets: the pack's own choice, shown as such."""

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
            raise ValueError("a condition takes exactly one of: is, at_most, at_least, less_than, more_than, present")
        return self


Conditions = Annotated[tuple[Condition, ...], BeforeValidator(_listed)]


class Gate(Model):
    """Conditions that must all hold, with the clause that says so and the words for the report."""

    when: Conditions = Field(min_length=1)
    basis: Cites = ()
    reason: Words
    from_: date | None = Field(default=None, alias="from")
    """The gate counts only in audits as of this day or later."""


Where = dict[str, Annotated[tuple[str, ...], BeforeValidator(lambda v: tuple(str(x) for x in _listed(v)))]]
"""Attribute path of a record to the values it may have."""


class Selector(Model):
    """Which records answer a duty: a section of the unit file, filtered by attributes."""

    section: Section
    where: Where = {}
    except_: Where = Field(default={}, alias="except")
    open_if_absent: tuple[str, ...] = ()
    """Attributes of `where` whose absence leaves the question open instead of excluding the record."""
    pick: Literal["all", "current", "current_or_newest", "newest"] = "all"
    """For boards: those whose term covers the day of the audit, the newest, or all."""
    subject: str | None = None
    """The attribute that names the subject (a project) when the duty is per subject."""
    total: str | None = None
    """Records of a period count as one, adding up this attribute (an absent value counts 1)."""


class Amount(Model):
    """A number: written out, a parameter, or a fact of the unit."""

    value: int | None = None
    parameter: str | None = None
    fact: str | None = None

    @model_validator(mode="after")
    def _one(self) -> Amount:
        if sum(x is not None for x in (self.value, self.parameter, self.fact)) != 1:
            raise ValueError("an amount is one of: a number, {parameter: …}, {fact: …}")
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
    since_audited_year: bool = False
    """Asked only of events in the audited year or later."""

    @model_validator(mode="after")
    def _one_anchor(self) -> Deadline:
        if (self.after is None) == (self.before is None):
            raise ValueError("a deadline takes exactly one of: after, before")
        return self


class Posted(Model):
    """A posting on a channel, for a number of consecutive days where `for` names a parameter."""

    channel: str
    for_: str | None = Field(default=None, alias="for")
    villages: Literal["all"] | None = None
    """Every village of the unit must be covered."""
    still: bool = False
    """It must be up on the day of the audit, since that day or earlier."""


class Count(Model):
    """How many entries a list has."""

    of: str
    equal_to: str | None = None
    """Only entries with this value."""
    at_least: Quantity | None = None
    at_most: Quantity | None = None


class Share(Model):
    """A ratio of two counts, compared without rounding: at least, or more than, a fraction."""

    part: str
    of: str
    at_least: tuple[int, int] | None = None
    more_than: tuple[int, int] | None = None

    @model_validator(mode="after")
    def _one(self) -> Share:
        if (self.at_least is None) == (self.more_than is None):
            raise ValueError("a share takes exactly one of: at_least, more_than")
        return self


class OneOf(Model):
    """An attribute has one of these values."""

    of: str
    values: tuple[str, ...] = Field(min_length=1)


class AllOf(Model):
    """A list holds all of these values."""

    of: str
    values: tuple[str, ...] = Field(min_length=1)


class NoneOf(Model):
    """No entry of a list holds any of these values."""

    of: str
    values: tuple[str, ...] = Field(min_length=1)


class NotBefore(Model):
    """A date on or after a fixed day."""

    of: str
    day: date


class Number(Model):
    """An integer attribute within bounds."""

    of: str
    at_least: Quantity | None = None
    at_most: Quantity | None = None


class UnitFact(Model):
    """A fact of the unit is true, asked as part of an alternative."""

    fact: str
    is_: bool = Field(alias="is")


class Represented(Model):
    """Every village of the unit is named by some entry of a list."""

    by: str


class TermLimit(Model):
    """A board's term is at most so long, and not over on the day of the audit."""

    at_most: str


class Option(Model):
    """One way to satisfy a check: every question in it answered yes, where `when` allows the way at all."""

    when: Conditions = ()
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
    term: TermLimit | None = None
    both: tuple[Posted, ...] = ()
    """Several postings, all required."""
    review: bool = False
    """Satisfied in this way, the check still needs a human eye."""


class Check(Model):
    """A condition on a record, shared by rules. `id` is what reports print; several checks may share one."""

    name: str
    id: str
    title: Words
    basis: Cites = Field(min_length=1)
    severity: SeverityName | None = None
    when: Conditions = ()
    """Asked only where these hold; where they are unknown, a record that meets the check anyway passes."""
    options: tuple[Option, ...] = Field(min_length=1)
    verified: bool = True
    fails_as: Literal["defective", "needs_review"] = "defective"


class CheckUse(Model):
    """A check as a rule uses it: for all its records, or some."""

    check: str
    only: Where = {}
    except_: Where = Field(default={}, alias="except")


class Due(Model):
    """The day by which a duty must be done.

    `by` and `before` are fixed days (MM-DD) of the audited year; `before` excludes the day itself. `period_end` is the
    last day of the period; `after_period` counts a parameter from there (for a working year: from its end). `done` is
    the record's attribute that shows the day of completion, else the record's own date.
    """

    by: str | None = None
    before: str | None = None
    after_period: str | None = None
    period_end: bool | None = None
    done: str | None = None
    late_as: Literal["late", "needs_review"] = "late"
    early_as: Literal["needs_review"] | None = None
    basis: Cites = ()

    @model_validator(mode="after")
    def _one(self) -> Due:
        if sum(x is not None for x in (self.by, self.before, self.after_period, self.period_end)) != 1:
            raise ValueError("a due date takes exactly one of: by, before, after_period, period_end")
        return self


Every = Literal["standing", "year", "half", "quarter", "month", "working_year"] | tuple[Part, ...]


class Rule(Model):
    """One duty of the law or of a plan."""

    id: str
    title: Words
    message: Words
    """What the law demands of whom, in one sentence."""
    remedy: Words
    """Who does what with which document to put it right."""
    basis: Cites = Field(min_length=1)
    group: str
    severity: SeverityName
    applies_to: Annotated[tuple[UnitType, ...], BeforeValidator(_listed)] = Field(min_length=1)
    in_force: Window
    every: Every = "year"
    per: Literal["project", "record"] | None = None
    """One duty for each project of the unit, or for each record selected; else one for each period."""
    none: Words | None = None
    """Why no duty arises where there is no such project or record."""
    record: Selector
    judge: Literal["any", "each"] = "any"
    follows: str | None = None
    """Judge the record that decided this other rule's duty."""
    requires: Gate | None = None
    exempt: tuple[Gate, ...] = ()
    absent: Literal["missing", "needs_review", "not_applicable"] = "missing"
    absent_reason: Words | None = None
    absent_review: Gate | None = None
    """Where this gate is open, an absent record needs review instead."""
    nil: Literal["accepted", "refused"] | None = None
    """Whether a record may say that nothing arose in the year."""
    due: Due | None = None
    moot: Words | None = None
    """Why the duty does not apply where none of its checks arises; without it, the record alone satisfies the duty."""
    checks: Annotated[
        tuple[Annotated[CheckUse, BeforeValidator(_named)], ...], BeforeValidator(_listed)
    ] = ()
    verified: bool
    note: str | None = None


class RuleFile(Model):
    """One YAML file of a pack."""

    checks: tuple[Check, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[Rule, ...] = ()


class Source(Model):
    """A legal text: full title, short name, days in force, and how well its wording was checked."""

    id: str
    title: Words
    short: Words
    in_force: Window
    text: Literal["original", "consolidated", "not_read"]
    note: Words | None = None


class SourceFile(Model):
    """`sources.yaml` of a pack."""

    sources: tuple[Source, ...]


class GroupEntry(Model):
    """A heading under which rules are shown."""

    id: str
    title: Words


class Rating(Model):
    """A name for scores from `at_least` up."""

    id: str
    title: Words
    at_least: float


class Scoring(Model):
    """How the score is computed: a help beside the counts, not a scale of the law."""

    weights: dict[SeverityName, int]
    critical_cap: float
    ratings: tuple[Rating, ...]


class Vocabularies(Model):
    """Kinds of records that the pack's rules speak of."""

    documents: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    petitions: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()


class PackFile(Model):
    """`pack.yaml`: what the pack is, its groups, its scoring, its vocabulary, and what it does not check."""

    name: str
    title: Words
    status: Words
    extends: str | None = None
    groups: tuple[GroupEntry, ...] = ()
    scoring: Scoring | None = None
    vocabulary: Vocabularies = Vocabularies()
    not_checked: tuple[Words, ...] = ()




class AnnouncedEntry(Model):
    """A day that a public notice makes a day off or a working day."""

    day: date
    working: bool
    title: str
    source: str
    verified: bool


class CalendarFile(Model):
    """`calendar.yaml` of a pack: days that the `holidays` library lacks."""

    announced: tuple[AnnouncedEntry, ...]
