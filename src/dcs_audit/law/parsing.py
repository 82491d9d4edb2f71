"""One file of a pack, as far as it can be read: what is right in it is kept, what is wrong is told.

What holds a fault is left out, and the names in it are kept, so that nobody who uses one is told that it is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dcs_audit.law.places import Place
from dcs_audit.law.told import Told, joined, of_problem, told
from dcs_audit.records.positions import Loc, Positions, path_loc, path_text
from dcs_audit.records.problems import Finding, Problem
from dcs_audit.records.source import decode

if TYPE_CHECKING:
    from pydantic import BaseModel

    from dcs_audit.records.reading import Reading

M = TypeVar("M", bound="BaseModel")

_NAMING = ("id", "name", "parameter", "rule")
"""Keys that name an entry."""
_SUBJECTS = {
    "rules": "rule",
    "checks": "check",
    "parameters": "parameter",
    "informational": "informational",
    "restated": "restated",
    "sources": "source",
    "targets": "target",
    "amends": "amends",
    "groups": "group",
    "subtypes": "subtype",
    "cases": "case",
}
_WORD = re.compile(r"[\w-]+")
_OF_PACKS = {
    "empty_file": "empty_pack_file",
    "several_documents": "several_pack_documents",
    "too_many_values": "too_many_pack_values",
}
"""Problems of unit files that are said otherwise of packs."""


@dataclass(frozen=True, slots=True)
class Parsed(Generic[M]):
    """What a file holds, None where nothing of it can be used; where that stands; what is wrong.

    `unread` are words of what was left out: names that may be defined there.
    """

    content: M | None
    place: Place
    problems: tuple[Told, ...] = ()
    unread: frozenset[str] = frozenset()


def parse(shown: str, data: bytes, model: type[M], instead: Mapping[str, Any] | None = None) -> Parsed[M]:
    """The content of a file that messages call `shown`. `instead` stands for what must be there and is not right."""
    # Imported here: a rulebook that was kept from an earlier run is not parsed.
    from dcs_audit.records.yaml_reader import read_yaml

    nowhere = Place(shown, Positions(lambda: None), ())
    text = decode(data, shown)
    if isinstance(text, Problem):
        words = frozenset(_WORD.findall(data.decode("utf-8", "replace")))
        return Parsed(_only(model, instead), nowhere, (_line(text, None),), words)
    reading = read_yaml(text)
    if not reading.readable:
        problems = tuple(_lines(shown, [_of_pack(one, model) for one in reading.findings], reading))
        return Parsed(_only(model, instead), nowhere, problems, frozenset(_WORD.findall(text)))
    return _validated(shown, reading, model, instead)


def _validated(shown: str, reading: Reading, model: type[M], instead: Mapping[str, Any] | None) -> Parsed[M]:
    from pydantic import ValidationError

    from dcs_audit.law.shapes import findings

    place = Place(shown, reading.positions, ())
    try:
        content = model.model_validate(reading.data)
        return Parsed(content, place, tuple(_lines(shown, reading.findings, reading)))
    except ValidationError as error:
        wrong = findings(error.errors(include_url=False), reading.data, model)
    lines = tuple(_lines(shown, [*reading.findings, *wrong], reading))
    left, place, unread = _rest(reading, model, [one.loc for one in wrong], instead, place)
    return Parsed(left, place, lines, unread)


def _only(model: type[M], instead: Mapping[str, Any] | None) -> M | None:
    return None if instead is None else model.model_validate(instead)


# --- what can be used -----------------------------------------------------------------------------------------------


def _rest(
    reading: Reading, model: type[M], wrong: Collection[Loc], instead: Mapping[str, Any] | None, place: Place
) -> tuple[M | None, Place, frozenset[str]]:
    """The content without the entries of lists, and the keys, in which something is wrong."""
    from pydantic import ValidationError

    data = reading.data
    if not isinstance(data, dict):
        return _only(model, instead), place, frozenset()
    entries = {loc[:2] for loc in wrong if len(loc) > 1 and isinstance(data.get(loc[0]), list)}
    keys = {loc[0] for loc in wrong if loc and loc[:2] not in entries}
    kept: dict[str, Any] = {**(instead or {})}
    for key, value in data.items():
        if key not in keys:
            left = (
                [one for at, one in enumerate(value) if (key, at) not in entries] if isinstance(value, list) else value
            )
            kept[key] = left
    unread = {word for key in keys for word in _words(data.get(key))}
    unread |= {word for key, at in entries for word in _names(data[key][at])}
    try:
        content = model.model_validate(kept)
    except ValidationError:  # a list that is empty now, or what belongs together
        return _only(model, instead), place, frozenset(_words(data))
    return content, replace(place, positions=reading.positions.without(entries)), frozenset(unread)


def _words(data: object) -> Iterator[str]:
    """Every key and text in it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _words(value)
    elif isinstance(data, list):
        for one in data:
            yield from _words(one)
    elif isinstance(data, str):
        yield data


def _names(entry: object) -> Iterator[str]:
    """What an entry is called, or what it is where it is a word."""
    if isinstance(entry, dict):
        yield from (str(entry[key]) for key in _NAMING if entry.get(key) is not None)
    elif isinstance(entry, str):
        yield entry


# --- what is told ---------------------------------------------------------------------------------------------------


def _of_pack(finding: Finding, model: type[BaseModel]) -> Finding:
    code = _OF_PACKS.get(finding.code, finding.code)
    if code == "empty_pack_file":
        keys = ", ".join(f"`{field.alias or name}:`" for name, field in list(model.model_fields.items())[-3:])
        return replace(finding, code=code, args={"keys": keys})
    return replace(finding, code=code)


def _lines(shown: str, findings: Collection[Finding], reading: Reading) -> Iterator[Told]:
    """Each finding as a line, in the order of the file."""
    # Imported here: only where something is wrong.
    from dcs_audit.records.problems import to_problems

    known = {path_text(one.loc): one.known for one in findings if one.code == "unknown_slug" and one.known}
    for problem in to_problems(shown, findings, reading.positions):
        if problem.path in known and problem.code == "unknown_slug" and "allowed" not in dict(problem.args):
            first = problem.suggestion
            words = sorted(known[problem.path](), key=lambda word: word != first)
            problem = replace(problem, args=(*problem.args, ("allowed", ", ".join(words))))
        yield _line(problem, reading.data)


def _line(problem: Problem, data: object) -> Told:
    where = problem.file if problem.line is None else f"{problem.file}:{problem.line}:{problem.column}"
    return joined(where, *subject(path_loc(problem.path) or (), data), of_problem(problem))


def subject(loc: Loc, data: object) -> Iterator[str]:
    """What the place is about: the rule or whatever it is by its name, and the way from there."""
    entry = data.get(loc[0], ()) if isinstance(data, dict) and loc else ()
    named = entry[loc[1]] if isinstance(entry, list) and len(loc) > 1 and isinstance(loc[1], int) else None
    name = next(_names(named), None) if isinstance(named, dict) else None
    kind = _SUBJECTS.get(str(loc[0])) if loc else None
    if name is None or kind is None:
        yield path_text(loc)
    else:
        yield told(f"subject.{kind}", name=name)
        yield path_text(loc[2:])
