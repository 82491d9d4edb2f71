"""What stands in a pack and no rule uses."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit.law.inside import names
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.packs import Vocabularies
from dcs_audit.law.places import Place
from dcs_audit.records.slugs import BOARD_KINDS, MEETING_KINDS, PETITION_KINDS

_CONTRACT = {"meetings": MEETING_KINDS, "boards": BOARD_KINDS, "petitions": PETITION_KINDS}
"""Kinds that the unit record itself names."""


def find(book: Book) -> Iterator[Fault]:
    """unused-parameter, unused-check, unused-group, unused-kind."""
    if not book.all_read:
        return
    yield from _parameters_and_checks(book)
    groups = {rule.group for rule, _ in book.rules}
    for number, pack in enumerate(book.packs):
        for top in pack.places["pack"]:
            for at, entry in enumerate(pack.file.groups):
                if entry.id not in groups:
                    yield fault(top.at("groups", at), "unused-group", name=entry.id)
            if number:  # the first pack, the national one, names kinds for all that may come
                yield from _kinds(book, pack.file.vocabulary, top)


def _parameters_and_checks(book: Book) -> Iterator[Fault]:
    checks = {use.check for rule, _ in book.rules for use in rule.checks}
    asking = [rule.due for rule, _ in book.rules if rule.due is not None]
    options = [option for check, _ in book.checks.values() for option in check.options]
    parameters = {name for part in (*asking, *options) for name in names(part, book.parameters)}
    for name, (_, place) in book.checks.items():
        if name not in checks:
            yield fault(place.at("name"), "unused-check", name=name)
    for name, (_, place) in book.parameters.items():
        if name not in parameters:
            yield fault(place.at("id"), "unused-parameter", name=name)


def _kinds(book: Book, vocabulary: Vocabularies, top: Place) -> Iterator[Fault]:
    """Kinds of records that the pack adds and no rule speaks of."""
    for section, kinds in vocabulary:
        spoken = set(_CONTRACT.get(section, ()))
        for rule, _ in book.rules:
            if rule.record.section == section:
                filters = [rule.record.where, *(use.only for use in rule.checks)]
                spoken.update(kind for where in filters for kind in where.get("kind", ()))
        for at, kind in enumerate(kinds):
            if kind not in spoken:
                yield fault(top.at("vocabulary", section, at), "unused-kind", name=kind)
