"""What a page of the handbook holds, whatever it is written in.

Text is one line; what stands between backticks in it is a key or slug as unit files write it. Writers make links of
the ids of rules wherever they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["critical", "major", "minor", "warn", "plain"]


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark beside a title. The tone colours it and never says anything that the text does not."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and one or more lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One of several things of a kind, such as a check: a title, marks, and what is to be known of it."""

    title: str
    badges: tuple[Badge, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: facts, then cards, then lines (a list, or a lead to `code`), then a piece of a unit file."""

    title: str
    facts: tuple[Fact, ...] = ()
    cards: tuple[Card, ...] = ()
    lines: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A rule as it stands for some time. `title` is empty where there is only one version."""

    title: str
    lead: str
    badges: tuple[Badge, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """One rule in all its versions, the newest first."""

    id: str
    stem: str
    """The name of its file, without the ending."""
    title: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule in a list of the index."""

    id: str
    title: str
    cited: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rules under a heading; `note` counts them."""

    title: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text and the ids of the rules that rest on it."""

    cited: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The first page."""

    title: str
    facts: tuple[Fact, ...]
    listings: tuple[Listing, ...]
    clauses_title: str
    clauses: tuple[Clause, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """The whole handbook. `words` are the few labels that writers need: `back`, `language`, `footer`."""

    index: Index
    pages: tuple[RulePage, ...]
    words: dict[str, str] = field(default_factory=dict)

    @property
    def stems(self) -> dict[str, str]:
        """The name of each rule's file, by its id."""
        return {page.id: page.stem for page in self.pages}
