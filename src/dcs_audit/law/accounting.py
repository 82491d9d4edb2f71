"""What answers for each leaf of the law: the rules that cite it, the questions, what is told, or why nothing does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from dcs_audit.law.basics import Cite
from dcs_audit.law.coverage import Article, Inventory, Leaf, Note
from dcs_audit.law.inside import cites, names
from dcs_audit.law.lint.book import Book
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.law.told import joined, told
from dcs_audit.law.walk import parts


class Standing(StrEnum):
    """How a leaf is accounted for; the first that holds."""

    ENCODED = "encoded"
    """A rule that looks at records cites it."""
    ATTEST = "attest"
    """A question to the unit cites it."""
    INFORMATIONAL = "informational"
    """It puts no duty on a unit: an informational entry cites it, or a note says so."""
    NOT_CHECKABLE = "not_checkable"
    """A note says why no record could show it."""
    UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that answers for a leaf: ids in the order of the packs, and the notes on it."""

    rules: tuple[str, ...] = ()
    attests: tuple[str, ...] = ()
    informational: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def standing(self) -> Standing:
        """What the leaf counts as: a note beside a rule adds to it."""
        if self.rules:
            return Standing.ENCODED
        if self.attests:
            return Standing.ATTEST
        if self.informational:
            return Standing.INFORMATIONAL
        return Standing(self.notes[0].as_) if self.notes else Standing.UNACCOUNTED


@dataclass(frozen=True, slots=True)
class Group:
    """Leaves that follow each other and have the same answer."""

    leaves: tuple[Leaf, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class ArticleAccount:
    """One article and what answers for each of its leaves, in their order."""

    source: str
    article: Article
    answers: tuple[tuple[Leaf, Answer], ...]

    def groups(self, only: Standing | None = None) -> Iterator[Group]:
        """Its leaves, those with the same answer together; only those of one standing where it is named."""
        for answer, members in groupby(self.answers, key=lambda entry: entry[1]):
            if only in (None, answer.standing):
                yield Group(tuple(leaf for leaf, _ in members), answer)


@dataclass(frozen=True, slots=True)
class Account:
    """The account of some articles."""

    articles: tuple[ArticleAccount, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the articles, each once."""
        return tuple(dict.fromkeys(article.source for article in self.articles))

    def of(self, source: str) -> tuple[ArticleAccount, ...]:
        """The articles of one source."""
        return tuple(article for article in self.articles if article.source == source)

    def counts(self, source: str | None = None) -> Counter[Standing]:
        """How many leaves have each standing, in one source or in all."""
        return Counter(
            answer.standing
            for article in self.articles
            if source in (None, article.source)
            for _, answer in article.answers
        )

    @property
    def unaccounted(self) -> int:
        """How many leaves nothing answers for."""
        return self.counts()[Standing.UNACCOUNTED]

    def narrowed(self, source: str | None, article: int | None) -> Account:
        """Only this source and the articles with this number."""
        return Account(
            tuple(
                one for one in self.articles if source in (None, one.source) and article in (None, one.article.article)
            )
        )


def account(rulebook: Rulebook, inventory: Inventory) -> Account:
    """What answers for each leaf of the inventory."""
    found: dict[Leaf, _Citing] = {}

    def put(cited: Iterator[Cite], kind: str, name: str) -> None:
        for cite in cited:
            for leaf in inventory.leaves(cite.source, cite.article, cite.clause, cite.point):
                found.setdefault(leaf, _Citing()).put(kind, name)

    for rule in rulebook.rules:
        put(_of_rule(rule, rulebook), "rules" if rule.attest is None else "attests", rule.id)
    for pack in rulebook.packs:
        for entry in pack.informational:
            put(cites(entry), "informational", entry.id)
    return Account(
        tuple(
            ArticleAccount(
                source,
                article,
                tuple(
                    (leaf, found.get(leaf, _Citing()).answer(inventory.notes.get(leaf, ())))
                    for leaf in article.leaves(source)
                ),
            )
            for source, article in inventory.articles()
        )
    )


def misplaced(packs: Sequence[Pack], inventory: Inventory) -> list[str]:
    """One line with its place for each citation of an article, clause or point that the inventory lacks."""
    return [
        joined(place.at(*loc, _deepest(cite)), name, told("not_inventoried", place=_label(cite), source=cite.source))
        for name, entry, place in Book(tuple(packs)).entries_of_rule_files()
        for loc, cite in parts(entry, Cite)
        if inventory.exists(cite.source, cite.article, cite.clause, cite.point) is False
    ]


def _label(cite: Cite) -> str:
    steps = (("Điều", cite.article), ("khoản", cite.clause), ("điểm", cite.point))
    return " ".join(f"{word} {number}" for word, number in steps if number is not None)


def _deepest(cite: Cite) -> str:
    return next((key for key in ("point", "clause") if getattr(cite, key) is not None), "article")


def _of_rule(rule: Rule, rulebook: Rulebook) -> Iterator[Cite]:
    """The citations of a rule, of its checks, and of the numbers they count with."""
    yield from cites(rule)
    if rule.attest is not None:  # its one check is the same for every question, whatever law that is about
        return
    used = [rulebook.checks[use.check] for use in rule.checks]
    for check in used:
        yield from cites(check)
    for parameter in dict.fromkeys(name for part in (rule, *used) for name in names(part, rulebook.parameters)):
        yield from cites(rulebook.parameters[parameter])


class _Citing:
    """Who cites a leaf, by kind; several versions of a rule count once."""

    def __init__(self) -> None:
        self._by_kind: dict[str, dict[str, None]] = {"rules": {}, "attests": {}, "informational": {}}

    def put(self, kind: str, name: str) -> None:
        self._by_kind[kind][name] = None

    def answer(self, notes: tuple[Note, ...]) -> Answer:
        return Answer(notes=notes, **{kind: tuple(found) for kind, found in self._by_kind.items()})
