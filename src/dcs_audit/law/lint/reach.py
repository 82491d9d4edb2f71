"""Duties that can never arise, checks that are never asked, and ways that are never open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dcs_audit.law.basics import Condition, Gate, Model, Where
from dcs_audit.law.inside import values
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.conditions import contradictory, opposite
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.model import Rule
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check, Option
from dcs_audit.records.positions import Loc
from dcs_audit.records.slugs import DISCLOSURE_ITEMS

_ONLY_OF = {"villages": "commune", "households": "village"}
"""Facts that one type of unit has and no other."""


def find(book: Book) -> Iterator[Fault]:
    """never-holds, always-exempt, wrong-item, no-disclosures, wrong-fact."""
    for check, place in book.checks.values():
        yield from _of_check(check, place)
    for rule, place in book.rules:
        yield from _gates(rule, place)
        yield from _always_exempt(rule, place)
        yield from _uses(book, rule, place)
        yield from _items(rule, place)
        yield from _facts(book, rule, place)


def _conditions(option: Option) -> tuple[Condition, ...]:
    """What must be so where this way is to be open, and taken."""
    asked = option.fact
    if asked is None:
        return option.when
    return (*option.when, Condition.model_validate({"fact": asked.fact, "is": asked.is_}))


def _of_check(check: Check, place: Place) -> Iterator[Fault]:
    if (fact := contradictory(check.when)) is not None:
        yield fault(place.at("when"), "never-holds", name=check.name, fact=fact)
        return
    for number, option in enumerate(check.options):
        if (fact := contradictory((*check.when, *_conditions(option)))) is not None:
            yield fault(place.at("options", number), "never-holds", name=check.name, fact=fact)


def _gates(rule: Rule, place: Place) -> Iterator[Fault]:
    scope = rule.requires.when if rule.requires is not None else ()
    if (fact := contradictory(scope)) is not None:
        yield fault(place.at("requires"), "never-holds", name=rule.id, fact=fact)
        return
    keyed: list[tuple[Loc, Gate]] = [(("exempt", number), gate) for number, gate in enumerate(rule.exempt)]
    if rule.absent_review is not None:
        keyed.append((("absent_review",), rule.absent_review))
    for loc, gate in keyed:
        if (fact := contradictory((*scope, *gate.when))) is not None:
            yield fault(place.at(*loc), "never-holds", name=rule.id, fact=fact)


def _always_exempt(rule: Rule, place: Place) -> Iterator[Fault]:
    """Gates that are open wherever the rule applies, one alone or all together."""
    scope = rule.requires.when if rule.requires is not None else ()
    if contradictory(scope) is not None:
        return
    lasting = [(number, gate) for number, gate in enumerate(rule.exempt) if _lasts(gate, rule)]
    for number, gate in lasting:
        if all(contradictory((*scope, opposite(condition))) is not None for condition in gate.when):
            yield fault(place.at("exempt", number), "always-exempt", rule=rule.id)
            return
    spared = [opposite(gate.when[0]) for _, gate in lasting if len(gate.when) == 1]
    if spared and contradictory((*scope, *spared)) is not None:
        yield fault(place.at("exempt"), "always-exempt", rule=rule.id)


def _lasts(gate: Gate, rule: Rule) -> bool:
    return gate.from_ is None or gate.from_ <= rule.in_force.from_


def _uses(book: Book, rule: Rule, place: Place) -> Iterator[Fault]:
    """Checks that no unit to which the rule applies is ever asked."""
    if rule.requires is None:
        return
    for number, _, check in book.used(rule):
        apart = (contradictory(rule.requires.when), contradictory(check.when))
        both = contradictory((*rule.requires.when, *check.when))
        if both is not None and apart == (None, None):
            yield fault(place.at("checks", number), "never-holds", name=rule.id, fact=both)


def _items(rule: Rule, place: Place) -> Iterator[Fault]:
    """Contents that no unit of the rule's types discloses."""
    if rule.record.section != "disclosures":
        return
    for number, unit_type in enumerate(rule.applies_to):
        if not DISCLOSURE_ITEMS[unit_type]:
            yield fault(place.at("applies_to", number), "no-disclosures", rule=rule.id, type=unit_type)
    known = set(chain.from_iterable(DISCLOSURE_ITEMS[unit_type] for unit_type in rule.applies_to))
    named: list[tuple[Loc, Where]] = [
        (("record", "where", "item"), rule.record.where),
        (("items",), {"item": rule.items}),
        *((("checks", number), use.only) for number, use in enumerate(rule.checks)),
    ]
    for loc, where in named:
        items = where.get("item", ())
        for item in items:
            if item not in known:
                yield fault(place.at(*loc), "wrong-item", rule=rule.id, item=item, types=", ".join(rule.applies_to))
        if items and known.intersection(items):
            yield from (
                fault(place.at(*loc), "wrong-item", rule=rule.id, item=", ".join(items), types=unit_type)
                for unit_type in rule.applies_to
                if DISCLOSURE_ITEMS[unit_type] and not set(items).intersection(DISCLOSURE_ITEMS[unit_type])
            )


def _facts(book: Book, rule: Rule, place: Place) -> Iterator[Fault]:
    """Facts that no unit of the rule's types has."""
    asked: list[tuple[Loc, Model]] = [(("exempt", number), gate) for number, gate in enumerate(rule.exempt)]
    asked += [((key,), gate) for key in ("requires", "absent_review") if (gate := getattr(rule, key)) is not None]
    for number, _, check in book.used(rule):
        asked += [(("checks", number), condition) for condition in check.when]
        if len(check.options) == 1:  # with several, another way may be meant for this type
            asked.append((("checks", number), check.options[0]))
    for loc, fact in dict.fromkeys((loc, fact) for loc, part in asked for fact in _facts_of(part)):
        owner = _ONLY_OF.get(fact)
        if owner is not None and owner not in rule.applies_to:
            yield fault(place.at(*loc), "wrong-fact", rule=rule.id, fact=fact, type=owner)


def _facts_of(part: Model) -> Iterator[str]:
    """The facts of the unit that a gate, a condition or an option asks about."""
    yield from (value for _, name, value in values(part) if name in ("fact", "of_fact") and isinstance(value, str))
