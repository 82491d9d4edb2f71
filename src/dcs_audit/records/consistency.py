"""What a unit record says in two places that cannot both be true.

Looks at plain data, not at the model, so that a mistake elsewhere in the file never hides one of these; a value that
cannot be read is left to the model to report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from dcs_audit.records import scalars
from dcs_audit.records.positions import Loc
from dcs_audit.records.problems import Finding
from dcs_audit.records.slugs import COMMUNE_ITEMS, DISCLOSURE_ITEMS

T = TypeVar("T")

_NOT_MORE_THAN = {
    "meetings": (("attended", "entitled"), ("in_favour", "attended")),
    "decisions": (
        ("attended", "households"),
        ("in_favour", "households"),
        ("villages_in_favour", "villages"),
        ("online_agreed", "households"),
    ),
}
"""The first count of each pair cannot exceed the second."""


def check(data: Any) -> Iterator[Finding]:
    """All contradictions in the plain data of one unit record."""
    unit = _mapping(_mapping(data).get("unit"))
    records = _mapping(_mapping(data).get("records"))
    yield from _unit(unit)
    yield from _disclosures(records, _read(scalars.text, unit.get("type")))
    yield from _counts(records)
    yield from _orders(unit, records)
    yield from _ids(records)
    if isinstance(unit.get("villages"), list):
        known = [name for _, name in _names(unit["villages"], "name")]
        yield from _members_of(known, _villages_used(records), "unknown_village")
    if isinstance(unit.get("projects"), list):
        known = [name for _, name in _names(unit["projects"], "id")]
        used = (
            (("records", section, at, "project"), record.get("project"))
            for section in ("boards", "documents")
            for at, record in _each(records, section)
        )
        yield from _members_of(known, used, "unknown_project")


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _each(parent: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    items = parent.get(key)
    if isinstance(items, list | tuple):
        for at, item in enumerate(items):
            if isinstance(item, dict):
                yield at, item


def _read(parse: Callable[[object], T | None], value: object) -> T | None:
    try:
        return parse(value)
    except ValueError:
        return None


def _names(items: Iterable[Any], key: str) -> Iterator[tuple[int, str]]:
    for at, item in enumerate(items):
        name = _read(scalars.text, _mapping(item).get(key))
        if name is not None:
            yield at, name


def _unit(unit: dict[str, Any]) -> Iterator[Finding]:
    kind = _read(scalars.text, unit.get("type"))
    if kind in DISCLOSURE_ITEMS and kind != "commune" and unit.get("subtype") is not None:
        yield Finding(("unit", "subtype"), "subtype_not_commune", at_key=True)
    for section, key, code in (("villages", "name", "duplicate_village"), ("projects", "id", "duplicate_project")):
        items = unit.get(section)
        if isinstance(items, list | tuple):
            yield from _duplicates(("unit", section), key, _names(items, key), code)


def _duplicates(loc: Loc, key: str, names: Iterable[tuple[int, str]], code: str) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for at, name in names:
        first = seen.setdefault(name, at)
        if first != at:
            yield Finding((*loc, at, key), code, {"value": name, "first": f"{loc[-1]}[{first}]"})


def _disclosures(records: dict[str, Any], unit_type: str | None) -> Iterator[Finding]:
    if unit_type not in DISCLOSURE_ITEMS:
        # Which items are right hangs on the type; without it, only what no type knows is wrong.
        known = tuple(dict.fromkeys((*COMMUNE_ITEMS, *(item for items in DISCLOSURE_ITEMS.values() for item in items))))
    else:
        known = DISCLOSURE_ITEMS[unit_type]
    for at, disclosure in _each(records, "disclosures"):
        item = _read(scalars.text, disclosure.get("item"))
        if item is None or item in known:
            continue
        loc = ("records", "disclosures", at, "item")
        if known:
            yield Finding(loc, "unknown_item", {"value": item}, word=item, known=lambda: known)
        else:
            yield Finding(loc, "no_disclosures_of_village")


def _counts(records: dict[str, Any]) -> Iterator[Finding]:
    for section, pairs in _NOT_MORE_THAN.items():
        for at, record in _each(records, section):
            for part, whole in pairs:
                if record.get(part) is None or record.get(whole) is None:
                    continue
                few, many = _read(scalars.count, record[part]), _read(scalars.count, record[whole])
                if few is not None and many is not None and few > many:
                    args = {"part": part, "few": str(few), "whole": whole, "many": str(many)}
                    yield Finding(("records", section, at, part), "more_than", args)


def _orders(unit: dict[str, Any], records: dict[str, Any]) -> Iterator[Finding]:
    for at, project in _each(unit, "projects"):
        yield from _order(project, "started_on", "finished_on", ("unit", "projects", at))
    for section in ("boards", "appointments"):
        for at, record in _each(records, section):
            yield from _order(_mapping(record.get("term")), "from", "until", ("records", section, at, "term"))
    for at, consultation in _each(records, "consultations"):
        yield from _order(consultation, "from", "until", ("records", "consultations", at))


def _order(record: dict[str, Any], first: str, last: str, loc: Loc) -> Iterator[Finding]:
    start, end = _read(scalars.day, record.get(first)), _read(scalars.day, record.get(last))
    if start is not None and end is not None and end < start:
        args = {"first": first, "start": f"{start:%d/%m/%Y}", "end": f"{end:%d/%m/%Y}"}
        yield Finding((*loc, last), "ends_before_start", args)


def _ids(records: dict[str, Any]) -> Iterator[Finding]:
    for section, items in records.items():
        if isinstance(items, list | tuple):
            yield from _duplicates(("records", section), "id", _names(items, "id"), "duplicate_id")


def _villages_used(records: dict[str, Any]) -> Iterator[tuple[Loc, Any]]:
    for at, disclosure in _each(records, "disclosures"):
        for which, posting in _each(disclosure, "postings"):
            names = posting.get("villages")
            if isinstance(names, list | tuple):
                loc = ("records", "disclosures", at, "postings", which, "villages")
                yield from (((*loc, place), name) for place, name in enumerate(names))
    for at, board in _each(records, "boards"):
        for which, member in _each(board, "members"):
            yield ("records", "boards", at, "members", which, "village"), member.get("village")
    for section in ("decisions", "appointments"):
        for at, record in _each(records, section):
            yield ("records", section, at, "village"), record.get("village")


def _members_of(known: list[str], used: Iterable[tuple[Loc, Any]], code: str) -> Iterator[Finding]:
    allowed = frozenset(known)
    for loc, value in used:
        name = _read(scalars.text, value)
        if name is not None and name not in allowed:
            yield Finding(loc, code, {"value": name}, word=name, known=lambda: known)
