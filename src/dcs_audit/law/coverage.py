"""The inventory of the law: every article, clause and point of the texts that a pack answers for (`coverage.yaml`).

Beside each article stand notes on what no rule encodes, and why. Which rules answer for what is worked out in
`accounting`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from dcs_audit.law.basics import Model, Words, listed
from dcs_audit.law.loader import Pack, read_model
from dcs_audit.law.places import Place
from dcs_audit.law.told import joined, told, unknown

FILE = "coverage.yaml"

NoteKind = Literal["informational", "not_checkable"]


def _letters(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


def _numbered(value: Any) -> Any:
    return list(map(str, range(1, int(value) + 1))) if isinstance(value, str) and value.isdecimal() else value


class Note(Model):
    """Why no rule encodes some leaves of an article.

    `informational`: it puts no duty on a unit that is audited (a right, a principle, a definition, a list, somebody
    else's duty). `not_checkable`: it does, but no record could prove or disprove it.
    """

    at: Annotated[tuple[str, ...], BeforeValidator(listed)] = ()
    """Clauses (`2`, with all its points) and points (`2.b`); the whole article where none is named."""
    as_: NoteKind = Field(alias="as")
    reason: Words


class Article(Model):
    """One article (Điều): its own title, its clauses (khoản), their points (điểm)."""

    article: int = Field(ge=1)
    title: Words
    clauses: Annotated[tuple[str, ...], BeforeValidator(_numbered)] = ()
    """How many there are, or their numbers where one was put in between, as [1, 1a, 2]."""
    points: dict[str, Annotated[tuple[str, ...], BeforeValidator(_letters)]] = Field(default_factory=dict)
    """By clause, the letters of its points."""
    notes: tuple[Note, ...] = ()

    def leaves(self, source: str) -> tuple[Leaf, ...]:
        """The smallest parts: points, clauses without points, or the article itself where it has no clauses."""
        if not self.clauses:
            return (Leaf(source, self.article, None, None),)
        return tuple(
            Leaf(source, self.article, clause, point)
            for clause in self.clauses
            for point in self.points.get(clause) or (None,)
        )


class Text(Model):
    """All articles of one source."""

    source: str
    articles: tuple[Article, ...] = Field(min_length=1)


class CoverageFile(Model):
    """`coverage.yaml` of a pack."""

    sources: tuple[Text, ...]


class Leaf(NamedTuple):
    """A smallest part of a text: a point, a clause without points, or an article without clauses."""

    source: str
    article: int
    clause: str | None
    point: str | None


@dataclass(frozen=True, slots=True)
class Inventory:
    """The texts that some pack has inventoried, and what is wrong in the files."""

    texts: Mapping[str, Mapping[int, Article]]
    notes: Mapping[Leaf, tuple[Note, ...]]
    problems: tuple[str, ...] = ()
    """Lines with their places, for the person who writes the pack."""
    _leaves: Mapping[tuple[str, int], tuple[Leaf, ...]] = field(default_factory=dict, repr=False)

    def articles(self) -> Iterator[tuple[str, Article]]:
        """Every article with its source, in the order of the files."""
        return ((source, article) for source, articles in self.texts.items() for article in articles.values())

    def leaves(
        self, source: str, article: int | None, clause: int | str | None = None, point: str | None = None
    ) -> tuple[Leaf, ...]:
        """The leaves that a citation covers: those of the whole clause or article where it names no less."""
        if article is None:
            return ()
        return tuple(
            leaf
            for leaf in self._leaves.get((source, article), ())
            if (clause is None or leaf.clause == str(clause)) and (point is None or leaf.point == point)
        )

    def exists(
        self, source: str, article: int | None, clause: int | str | None = None, point: str | None = None
    ) -> bool | None:
        """Whether the text has that article, clause or point; None where nobody has inventoried the source."""
        if source not in self.texts:
            return None
        return article is None or bool(self.leaves(source, article, clause, point))


def read_inventory(packs: Sequence[Pack]) -> Inventory:
    """The inventories of the packs, put together. What is wrong in them is listed in its `problems`."""
    unread = frozenset[str]().union(*(pack.unread for pack in packs))
    found = _Found({source.id for pack in packs for source in pack.sources}, unread)
    for pack in packs:
        path = pack.folder / FILE
        if path.is_file():
            found.read(path)
    return Inventory(
        found.texts, {leaf: tuple(notes) for leaf, notes in found.notes.items()}, tuple(found.problems), found.leaves
    )


class _Found:
    """What was read so far."""

    def __init__(self, sources: set[str], unread: frozenset[str]) -> None:
        self.texts: dict[str, dict[int, Article]] = {}
        self.leaves: dict[tuple[str, int], tuple[Leaf, ...]] = {}
        self.notes: dict[Leaf, list[Note]] = {}
        self.problems: list[str] = []
        self._sources = sources
        self._unread = unread

    def read(self, path: Path) -> None:
        """One file."""
        file, top = read_model(path, CoverageFile, self.problems)
        if file is None or top is None:
            return
        for number, text in enumerate(file.sources):
            place = Place(top.file, top.positions, ("sources", number))
            if text.source not in self._sources:
                if text.source not in self._unread:
                    self.problems.append(joined(place.at("source"), unknown("source", text.source, self._sources)))
            elif text.source in self.texts:
                self.problems.append(joined(place.at("source"), told("inventoried_twice", name=text.source)))
            else:
                self._take(text, place)

    def _take(self, text: Text, place: Place) -> None:
        articles = self.texts.setdefault(text.source, {})
        for number, article in enumerate(text.articles):
            at = Place(place.file, place.positions, (*place.loc, "articles", number))
            if article.article in articles:
                self.problems.append(joined(at.at("article"), told("article_twice", number=article.article)))
                continue
            articles[article.article] = article
            leaves = self.leaves[text.source, article.article] = article.leaves(text.source)
            subject = f"Điều {article.article}"
            self.problems += [joined(at.at(*loc), subject, what) for loc, what in _strange(article)]
            for index, note in enumerate(article.notes):
                self._note(note, leaves, Place(at.file, at.positions, (*at.loc, "notes", index)))

    def _note(self, note: Note, leaves: tuple[Leaf, ...], place: Place) -> None:
        for number, at in enumerate(note.at or ("",)):
            clause, _, point = at.partition(".")
            meant = [leaf for leaf in leaves if clause in ("", leaf.clause) and point in ("", leaf.point)]
            if not meant:
                what = told("no_such_place", at=at)
                self.problems.append(joined(place.at("at", number), f"Điều {leaves[0].article}", what))
            for leaf in meant:
                if leaf in self.notes:
                    what = told("second_note", at=at)
                    self.problems.append(joined(place.at("at", number), f"Điều {leaf.article}", what))
                    break
                self.notes[leaf] = [note]


def _strange(article: Article) -> Iterator[tuple[tuple[str, ...], str]]:
    """Numbers and letters that stand twice, and points of clauses that are not there."""
    for number in _repeated(article.clauses):
        yield ("clauses",), told("clause_twice", number=number)
    for clause, letters in article.points.items():
        if clause not in article.clauses:
            yield ("points", clause), told("no_such_clause", number=clause)
        for letter in _repeated(letters):
            yield ("points", clause), told("point_twice", letter=letter, clause=clause)


def _repeated(names: Sequence[str]) -> list[str]:
    return [name for place, name in enumerate(names) if name in names[:place]]
