"""What a document says, in words and in one language; templates of offices see these very names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """A status, a severity or a rating, and how many there are."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Check:
    """A condition that is not met."""

    title: str
    verdict: str
    expected: str
    actual: str
    basis: str
    record: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A duty, or the same thing missing in several periods, whose `cases` are then told one by one.

    `text` is the message, or why it does not apply, is waived or must be looked at. `when` is the deadline and how far
    off it is. `note`: attested, not checked against the text, the verdict but for the waiver. `fill_in`: the facts that
    would settle it. Whatever is not there is empty.
    """

    rule: str
    title: str
    group: str
    status: str
    severity: str
    text: str
    when: str
    basis: str
    note: str
    fill_in: str
    cases: tuple[str, ...]
    checks: tuple[Check, ...]
    records: str


@dataclass(frozen=True, slots=True)
class GroupCount:
    """The duties of a group by verdict."""

    title: str
    passed: int
    violations: int
    pending: int
    needs_review: int
    waived: int
    not_applicable: int
    duties: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group of duties and its `number` violations."""

    title: str
    number: int
    violations: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do, for which violations, by which clauses. `when` are the deadlines that the law set."""

    remedy: str
    duties: str
    severity: str
    when: str
    basis: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of what the report rests on."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Content:
    """The report on one unit. Every duty of it stands in one of the lists."""

    unit: str
    type: str
    province: str
    parent: str
    year: str
    as_of: str
    packs: tuple[Labelled, ...]
    filters: tuple[str, ...]
    bases: tuple[str, ...]
    other_bases: str
    duties: int
    violations: int
    counts: tuple[Count, ...]
    severities: tuple[Count, ...]
    score: str
    rating: str
    how: str
    group_counts: tuple[GroupCount, ...]
    groups: tuple[Group, ...]
    tasks: tuple[Task, ...]
    passed: tuple[Entry, ...]
    attested: int
    pending: tuple[Entry, ...]
    to_fill_in: tuple[Entry, ...]
    to_look_at: tuple[Entry, ...]
    questions: tuple[Entry, ...]
    waived: tuple[Entry, ...]
    not_applicable: tuple[Entry, ...]
    notices: tuple[str, ...]
    not_checked: tuple[str, ...]
    trust: tuple[Labelled, ...]
