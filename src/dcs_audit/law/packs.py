"""What a pack says of itself and of its calendar, beside its rules."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from dcs_audit.law.basics import Cites, Model, SeverityName, Window, Words, listed
from dcs_audit.law.model import UnitType


class Target(Model):
    """A goal that a plan sets for all units of some types: so many of a hundred that fulfil these rules.

    Units to which none of the rules applies do not count; those under review or not yet due are counted apart.
    """

    id: str
    title: Words
    basis: Cites = Field(min_length=1)
    rules: Annotated[tuple[str, ...], BeforeValidator(listed)] = Field(min_length=1)
    applies_to: Annotated[tuple[UnitType, ...], BeforeValidator(listed)] = Field(min_length=1)
    percent: int = Field(default=100, ge=1, le=100)


class Alias(Model):
    """Another name of a body to which documents are sent, such as the one it had before a reform."""

    word: str
    means: str
    basis: Cites = ()


class Amended(Model):
    """Another value, from a day on, of a number that the national pack or an earlier one defines."""

    parameter: str
    from_: date = Field(alias="from")
    value: int = Field(ge=0)
    basis: Cites = ()
    """The text that sets it, which must be in force by then; without one the pack is refused."""


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


class SubtypeEntry(Model):
    """A subtype of unit and the days on which the law knows it."""

    id: str
    title: Words
    in_force: Window
    basis: Cites = Field(min_length=1)
    verified: bool


class DayOff(Model):
    """By what a deadline of calendar days, months or years that ends on a day off moves to the next working day."""

    basis: Cites = Field(min_length=1)
    verified: bool


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
    subtypes: tuple[SubtypeEntry, ...] = ()
    """Subtypes that exist only for a time: a unit that names another one is told so."""
    day_off: DayOff | None = None
    not_checked: tuple[Words, ...] = ()
    targets: tuple[Target, ...] = ()
    aliases: tuple[Alias, ...] = ()
    amends: tuple[Amended, ...] = ()
    choices: tuple[Words, ...] = ()
    """What the pack settles where its texts clash or leave a gap, and why."""


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
