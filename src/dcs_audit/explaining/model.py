"""What is told about a verdict, ready for any format: every line is a sentence and the same as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dcs_audit.law.model import Rule, Source
from dcs_audit.locale.phrases import Sentence, Text
from dcs_audit.verdicts.model import CheckResult, Citation, DutyResult, Report, Status

Plain: TypeAlias = "str | int | bool | tuple[Plain, ...] | None"
"""A value of a step as data; dates are ISO."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation. `key` says what it is; `path` and `line` where in the unit file it is read."""

    key: str
    text: Sentence
    data: Mapping[str, Plain] = field(default_factory=dict)
    path: str | None = None
    line: int | None = None
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A place in a legal text that a rule cites: the title of its article where the packs have it, and the text."""

    place: Citation
    title: Text | None
    source: Source


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a check: what was expected and found, the engine's answer, the arithmetic behind it."""

    expected: Sentence
    actual: Sentence
    answer: str
    """`met`, `short`, `hopeful` for readings; `kept`, `broken`, `awaited`, `lapsed` for terms; `unread`."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to satisfy a check, with what opens or closes it."""

    gate: tuple[Step, ...]
    open: bool | None
    """None: a fact that decides this is unknown."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class CheckStory:
    """A check with its verdict; `steps` are for a deadline of the duty itself, which has no ways."""

    result: CheckResult
    gate: tuple[Step, ...] = ()
    ways: tuple[Way, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What would change the verdict. `status` is what a second audit gave with the change made; None: not tried.

    `about` is the check that the change is meant for, and `check` the verdict on it then.
    """

    text: Sentence
    path: str | None = None
    line: int | None = None
    value: Plain = None
    status: Status | None = None
    days: int | None = None
    then: Sentence | None = None
    """What is to be said of the outcome beside its status."""
    about: Text | None = None
    check: Status | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One duty explained."""

    result: DutyResult
    rule: Rule
    why: tuple[Step, ...]
    records: tuple[Step, ...]
    evidence: tuple[Step, ...]
    deadline: tuple[Step, ...]
    checks: tuple[CheckStory, ...]
    unasked: tuple[Step, ...]
    changes: tuple[Change, ...]
    cure: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to one question: the duties explained, or why the rule gives none."""

    asked: str
    report: Report
    rule: Rule | None
    """The version of the rule that is told about; None for what is never judged by itself."""
    title: Text
    message: Text | None
    law: tuple[Clause, ...]
    stories: tuple[Story, ...]
    instead: tuple[Step, ...] = ()
    """Why there is no duty to explain."""
