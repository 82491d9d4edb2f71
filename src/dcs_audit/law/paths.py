"""What stands at an attribute path of a record: the records' own model is asked, so that no list here can go stale.

`duties.attributes` follows the same paths in an audit; a path that is unknown here would crash there, or never match.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dcs_audit.records.model import Records
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.records.unit import Unit

Sort = Literal["text", "flag", "number", "day", "period", "part", "list"]

_SORTS: dict[object, Sort] = {str: "text", bool: "flag", int: "number", date: "day", Period: "period", MonthDay: "text"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The sort of a value; the only words it may be, where they are fixed; of a list, what each entry is."""

    sort: Sort
    words: tuple[str, ...] = ()
    entries: Shape | None = None
    part: type[BaseModel] | None = None


@cache
def single(section: str, path: str) -> Shape | None:
    """What a path without lists leads to in a record of `section`, None where there is no such attribute."""
    return _walk(_record(section), path)


@cache
def entries(section: str, path: str) -> Shape | None:
    """What each value is that a path to a list, or through one to an attribute of its entries, yields; else None."""
    head, _, tail = path.partition(".")
    found = _walk(_record(section), head)
    if found is None or found.entries is None:
        return None
    if not tail:
        return found.entries
    inner = _walk(found.entries, tail)
    return inner.entries if inner is not None and inner.sort == "list" else inner


@cache
def of_unit(name: str) -> Shape:
    """What a fact of the unit is. Raises KeyError where it has none of that name."""
    return _fields(Unit)[name]


def spellings(section: str) -> Iterable[str]:
    """The paths of a record of `section`, one step deep and through parts and lists: what a misspelling is near to."""
    part = _record(section).part
    for name, shape in _fields(part).items() if part is not None else ():
        yield name
        inner = shape.entries if shape.entries is not None else shape
        if inner.part is not None:
            yield from (f"{name}.{below}" for below in _fields(inner.part))
        elif shape.sort == "period":
            yield f"{name}.last"


def _walk(shape: Shape, path: str) -> Shape | None:
    found: Shape | None = shape
    for name in path.split("."):
        if found is not None and found.sort == "period" and name == "last":
            found = Shape("day")
        elif found is None or found.part is None:
            return None
        else:
            found = _fields(found.part).get(name)
    return found


@cache
def _record(section: str) -> Shape:
    shape = _shape(Records.model_fields[section].annotation).entries
    assert shape is not None
    return shape


@cache
def _fields(part: type[BaseModel]) -> dict[str, Shape]:
    """The attributes of a part of the record, by the names that unit files write."""
    return {field.alias or name: _shape(field.annotation) for name, field in part.model_fields.items()}


def _shape(annotation: Any) -> Shape:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inside[0])
    if origin in (Union, UnionType):
        return _shape(next(one for one in inside if one is not NoneType))
    if origin is Literal:
        return Shape("text", inside)
    if origin is tuple:
        return Shape("list", entries=_shape(inside[0]))
    if issubclass(annotation, BaseModel):
        return Shape("part", part=annotation)
    return Shape(_SORTS[annotation], ("true", "false") if annotation is bool else ())
