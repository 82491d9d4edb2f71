"""The rule language: what a legal officer may write in a pack, and nothing else.

Python holds the vocabulary (which questions can be asked of a record, in `questions`); numbers, channels, severities,
dates and citations are data in the pack.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from dcs_audit.law.basics import Cites, DayOfYear, Gate, Model, Parameter, SeverityName, Where, Window, Words, listed
from dcs_audit.law.questions import Check, CheckUse
from dcs_audit.law.refusal import refused

UnitType = Literal["commune", "village", "state_agency", "public_service_unit", "state_owned_enterprise", "employer"]
Section = Literal[
    "disclosures",
    "meetings",
    "boards",
    "documents",
    "consultations",
    "decisions",
    "petitions",
    "activities",
    "appointments",
    "attestations",
]
Part = Literal["H1", "H2", "Q1", "Q2", "Q3", "Q4"]


def _named(value: Any) -> Any:
    return {"check": value} if isinstance(value, str) else value


class Selector(Model):
    """Which records answer a duty: a section of the unit file, filtered by attributes."""

    section: Section
    where: Where = Field(default_factory=dict)
    except_: Where = Field(default_factory=dict, alias="except")
    open_if_absent: tuple[str, ...] = ()
    """Attributes of `where` whose absence leaves the question open instead of excluding the record."""
    pick: Literal["all", "current", "current_or_newest", "newest"] = "all"
    """For boards: those whose term covers the day of the audit, the newest, or all."""
    subject: str | None = None
    """The attribute that names the subject (a project) when the duty is per subject."""
    parts: tuple[Part, ...] = ()
    """The parts of the year that a document may name where the duty is one of the year, such as the first half."""
    total: str | None = None
    """Records of a period count as one, adding up this attribute (an absent value counts 1)."""

    @model_validator(mode="after")
    def _fits_the_section(self) -> Selector:
        if self.pick != "all" and self.section != "boards":
            raise refused("pick_of_boards", at="pick", pick=self.pick)
        if self.parts and self.section != "documents":
            raise refused("parts_of_documents", at="parts")
        stray = next((path for path in self.open_if_absent if path not in self.where), None)
        if stray is not None:
            raise refused("open_without_where", at="open_if_absent", path=stray)
        return self


class Due(Model):
    """The day by which a duty must be done.

    `by` and `before` are fixed days (MM-DD) of the audited year; `before` excludes the day itself. `period_end` is the
    last day of the period; `after_period` counts a parameter from there (for a working year: from its end). `done` is
    the record's attribute that shows the day of completion, else the record's own date.
    """

    by: DayOfYear | None = None
    before: DayOfYear | None = None
    after_period: str | None = None
    period_end: bool | None = None
    done: str | None = None
    late_as: Literal["late", "needs_review"] = "late"
    early_as: Literal["needs_review"] | None = None
    late_reason: Words | None = None
    """Why what is done late needs review instead."""
    basis: Cites = ()

    @model_validator(mode="after")
    def _one(self) -> Due:
        if sum(x is not None for x in (self.by, self.before, self.after_period, self.period_end)) != 1:
            raise refused("one_of_keys", what="due", keys="by, before, after_period, period_end")
        if self.period_end is False:
            raise refused("period_end_false", at="period_end")
        if self.late_reason is not None and self.late_as != "needs_review":
            raise refused("late_reason_alone", at="late_reason")
        return self


class Attest(Model):
    """A question that only a person can answer, for what no record proves. Without an answer the duty needs review."""

    question: Words
    nil: bool = False
    """Whether the answer may be that the matter did not arise in the year: then the duty does not apply."""


ATTEST_CHECK = "xac-nhan"
"""The check of every attested duty: answered yes, by somebody named."""

_NOT_ARISEN = {
    "vi": "Đơn vị xác nhận việc này không phát sinh.",
    "en": "The unit attests that the matter did not arise.",
}


Every = (
    Literal["standing", "year", "half", "quarter", "month", "working_year"]
    | Annotated[tuple[Part, ...], Field(min_length=1)]
)


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
    applies_to: Annotated[tuple[UnitType, ...], BeforeValidator(listed)] = Field(min_length=1)
    in_force: Window
    every: Every = "year"
    per: Literal["project", "record", "item"] | None = None
    """One duty for each project of the unit, each record selected, or each of `items`; else one for each period."""
    items: tuple[str, ...] = ()
    """The contents to be disclosed, one duty each."""
    none: Words | None = None
    """Why no duty arises where there is no such project or record."""
    record: Selector
    judge: Literal["any", "each", "newest"] = "any"
    """One good record is enough; or the worst of all decides; or the newest alone, which takes the place of others."""
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
    checks: Annotated[tuple[Annotated[CheckUse, BeforeValidator(_named)], ...], BeforeValidator(listed)] = ()
    verified: bool
    note: Words | None = None
    attest: Attest | None = None
    """The question to put; it takes the place of `record`, `checks` and whatever else says how records are judged."""

    @model_validator(mode="before")
    @classmethod
    def _attested(cls, data: Any) -> Any:
        """Writes out what `attest` stands for."""
        if not isinstance(data, dict) or data.get("attest") is None:
            return data
        spare = sorted({"record", "checks", "due", "every", "per", "judge", "absent", "moot", "nil"} & data.keys())
        if spare:
            raise refused("attest_beside", at=spare[0], keys=", ".join(spare))
        try:
            asked = Attest.model_validate(data["attest"])
        except ValidationError:  # said where it stands, when the field itself is read
            asked = Attest(question=Words(vi="?", en="?"))
        return {
            **data,
            "record": {"section": "attestations", "where": {"rule": [data.get("id")]}},
            "every": "standing",
            "judge": "each",
            "absent": "needs_review",
            "absent_reason": asked.question,
            "moot": _NOT_ARISEN if asked.nil else None,
            "checks": [{"check": ATTEST_CHECK, "except": {"answer": ["none"]}} if asked.nil else ATTEST_CHECK],
        }

    @model_validator(mode="after")
    def _whole(self) -> Rule:
        if self.every == "working_year" and self.follows is None and (self.due is None or not self.due.after_period):
            raise refused("working_year_due", at="every")
        if self.per == "record" and (self.every != "year" or self.none is None):
            raise refused("per_record", at="per")
        if self.per == "project" and (self.every not in ("standing", "year") or self.record.subject is None):
            raise refused("per_project", at="per")
        if (self.per == "item") != bool(self.items):
            raise refused("per_item", at="items" if self.items else "per")
        if self.per == "item" and (self.record.section != "disclosures" or self.every != "year"):
            raise refused("per_item_elsewhere", at="per")
        if self.nil is not None and self.record.section != "disclosures":
            raise refused("nil_elsewhere", at="nil")
        return self


class Informational(Model):
    """A duty of somebody who is no unit, or a provision that explains: told, never judged."""

    id: str
    title: Words
    text: Words
    """Who owes what, in one sentence."""
    basis: Cites = Field(min_length=1)
    verified: bool


class Restated(Model):
    """A duty of a local plan that says again what national rules demand: they judge it, nothing is judged twice."""

    id: str
    title: Words
    basis: Cites = Field(min_length=1)
    rules: Annotated[tuple[str, ...], BeforeValidator(listed)] = Field(min_length=1)
    """The rules that judge it."""
    note: Words | None = None


class RuleFile(Model):
    """One YAML file of a pack."""

    informational: tuple[Informational, ...] = ()
    restated: tuple[Restated, ...] = ()
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
