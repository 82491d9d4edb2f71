"""What is said twice, so that one of the two is never seen or a report cannot tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from dcs_audit.law.basics import Words
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule
from dcs_audit.law.places import Place


def find(book: Book) -> Iterator[Fault]:
    """duplicate, same-title."""
    for pack in book.packs:
        yield from _of_pack_file(pack)
    yield from _groups(book)
    yield from _repeated(_ids(book))
    yield from _repeated((case.label, f"{case.file}:{case.line}:1") for case in book.cases or ())
    for rule, place in book.rules:
        yield from _uses(book, rule, place)
    for (first, _), (second, place) in combinations(book.rules, 2):
        if _alike(first, second):
            yield fault(place.at("title"), "same-title", rule=second.id, other=first.id)


def _repeated(named: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """A fault for each name that came before; `named` gives names with their places."""
    seen: dict[str, str] = {}
    for name, where in named:
        if name in seen:
            yield fault(where, "duplicate", name=name, first=seen[name])
        seen.setdefault(name, where)


def _of_pack_file(pack: Pack) -> Iterator[Fault]:
    """Entries of `pack.yaml` that stand in it twice."""
    for top in pack.places["pack"]:
        for key in ("groups", "subtypes"):
            entries = getattr(pack.file, key)
            yield from _repeated(((e.id, top.at(key, number)) for number, e in enumerate(entries)))
        ratings = pack.file.scoring.ratings if pack.file.scoring is not None else ()
        placed = [(rating, top.at("scoring", "ratings", number)) for number, rating in enumerate(ratings)]
        yield from _repeated(((rating.id, where) for rating, where in placed))
        yield from _repeated(((f"at_least: {rating.at_least}", where) for rating, where in placed))
        for section, kinds in pack.file.vocabulary:
            places = (top.at("vocabulary", section, number) for number in range(len(kinds)))
            yield from _repeated(zip(kinds, places, strict=True))


def _groups(book: Book) -> Iterator[Fault]:
    """Groups of one id to which two packs give different titles: only the first is shown."""
    seen: dict[str, tuple[Words, str]] = {}
    for pack in book.packs:
        for top in pack.places["pack"]:
            for number, entry in enumerate(pack.file.groups):
                where = top.at("groups", number)
                title, first = seen.setdefault(entry.id, (entry.title, where))
                if title != entry.title and first.split(":")[0] != where.split(":")[0]:
                    yield fault(where, "duplicate", name=entry.id, first=first)


def _ids(book: Book) -> Iterator[tuple[str, str]]:
    """Ids of rules and informational entries; several versions of a rule share one, which is no fault."""
    rules = {rule.id: place for rule, place in reversed(book.rules)}
    yield from ((rule_id, place.at("id")) for rule_id, place in rules.items())
    for pack in book.packs:
        yield from ((entry.id, place.at("id")) for entry, place in pack.placed_informational())


def _uses(book: Book, rule: Rule, place: Place) -> Iterator[Fault]:
    """Checks that a rule uses twice in the same way."""
    for (first, use, _), (second, other, _) in combinations(book.used(rule), 2):
        if use == other:
            yield fault(place.at("checks", second), "duplicate", name=use.check, first=place.at("checks", first))


def _alike(first: Rule, second: Rule) -> bool:
    """Whether a report would show two different rules under one title side by side."""
    apart = first.id == second.id or first.group != second.group
    return not apart and first.title.vi == second.title.vi and not set(first.applies_to).isdisjoint(second.applies_to)
