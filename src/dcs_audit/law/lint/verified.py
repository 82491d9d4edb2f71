"""Numbers that no clause sets, and claims about how well a text was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dcs_audit.law.basics import Cite, Model
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.model import Rule
from dcs_audit.law.walk import parts


def find(book: Book) -> Iterator[Fault]:
    """value-without-reference, verified-unread, unverified-unexplained."""
    for parameter, place in book.parameters.values():
        for number, value in enumerate(parameter.values):
            if not value.basis and not parameter.practice:
                yield fault(place.at("values", number), "value-without-reference", parameter=parameter.id)
    for name, entry, place in book.entries():
        for loc, part in parts(entry, Model):
            basis = getattr(part, "basis", ())
            if getattr(part, "verified", False) and (unread := _unread(book, basis)):
                yield fault(place.at(*loc, "verified"), "verified-unread", name=name, source=", ".join(unread))
    for rule, place in book.rules:
        if not rule.verified and rule.note is None and not _excused(book, rule):
            yield fault(place.at("verified"), "unverified-unexplained", rule=rule.id)


def _unread(book: Book, basis: Iterable[Cite]) -> list[str]:
    cited = dict.fromkeys(cite.source for cite in basis)
    return [name for name in cited if name in book.sources and book.sources[name].text == "not_read"]


def _excused(book: Book, rule: Rule) -> bool:
    """Whether the rule, a check of it or a source's own note tells why its text counts as unverified."""
    cites = [cite for _, cite in parts(rule, Cite)]
    cites += [cite for _, _, check in book.used(rule) for _, cite in parts(check, Cite)]
    return bool(_unread(book, cites))
