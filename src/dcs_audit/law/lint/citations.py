"""Citations of places that a source does not have, and sources that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit.law.basics import Cite
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.places import Place
from dcs_audit.law.walk import parts
from dcs_audit.records.positions import Loc


def find(book: Book) -> Iterator[Fault]:
    """no-such-article, no-such-clause, no-such-point, no-article, unused-source."""
    cited: set[str] = set()
    for _, entry, place in book.entries():
        for loc, cite in parts(entry, Cite):
            cited.add(cite.source)
            yield from _misplaced(book, cite, place, loc)
    if not book.all_read:
        return
    for pack in book.packs:
        for source, place in pack.placed_sources():
            if source.id not in cited:
                yield fault(place.at(), "unused-source", source=source.id)


def _misplaced(book: Book, cite: Cite, place: Place, loc: Loc) -> Iterator[Fault]:
    source = book.sources.get(cite.source)
    if source is None:
        return
    if cite.article is None:
        if source.text != "not_read" and cite.section is None:
            yield fault(place.at(*loc), "no-article", source=source.id)
        return
    steps = (("article", None, None), ("clause", cite.clause, None), ("point", cite.clause, cite.point))
    for key, clause, point in steps:
        if book.inventory.exists(source.id, cite.article, clause, point) is False:
            yield fault(place.at(*loc, key), f"no-such-{key}", source=source.id, article=cite.article,
                        clause=clause, point=point)  # fmt: skip
            return
