"""A unit file with one thing in it changed, for trying out what that would lead to."""

from __future__ import annotations

from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dcs_audit.records import UnitFile
from dcs_audit.records.positions import Loc, path_loc


def with_value(file: UnitFile, path: str, value: Any) -> UnitFile | None:
    """The file with `value` at `path`; a list on the way without a number means its entries that leave it open.

    None where there is no such place.
    """
    loc = path_loc(path)
    changed = None if loc is None else _set(file, loc, value)
    return changed if isinstance(changed, UnitFile) else None


def _set(node: Any, loc: Loc, value: Any) -> Any:
    """`node` with the value set below it, None where that cannot be."""
    if not loc:
        return value
    step, rest = loc[0], loc[1:]
    if isinstance(node, tuple):
        return _in_list(node, step, loc, value)
    if not isinstance(node, BaseModel) or not isinstance(step, str):
        return None
    name = _name(type(node), step)
    if name is None:
        return None
    inner = getattr(node, name)
    if rest and inner is None:
        inner = _empty(type(node), name)
    changed = _set(inner, rest, value)
    return None if changed is None and rest else node.model_copy(update={name: changed})


def _in_list(node: tuple[Any, ...], step: str | int, loc: Loc, value: Any) -> Any:
    if isinstance(step, int):
        if step >= len(node):
            return None
        changed = _set(node[step], loc[1:], value)
        return None if changed is None else (*node[:step], changed, *node[step + 1 :])
    entries = [_set(entry, loc, value) if _left_open(entry, step) else entry for entry in node]
    return None if not entries or None in entries else tuple(entries)


def _left_open(entry: Any, step: str) -> bool:
    name = _name(type(entry), step)
    return name is not None and getattr(entry, name) is None


def _name(model: type[BaseModel], key: str) -> str | None:
    """The attribute for a key of the unit file."""
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return name
    return None


def _empty(model: type[BaseModel], name: str) -> Any:
    """An empty part for an attribute that holds one, such as a document or a term."""
    for kind in _kinds(model.model_fields[name].annotation):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            try:
                return kind()
            except ValueError:
                return None
    return None


def _kinds(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return tuple(kind for inner in get_args(annotation) for kind in _kinds(inner))
    return (annotation,)


def kind_of(file: UnitFile, path: str) -> tuple[Any, ...]:
    """What may stand at `path`: `bool`, `int`, `date`, `str`, `tuple`, or the words of a closed list; () if nothing."""
    loc = path_loc(path)
    model: Any = type(file)
    annotation: Any = None
    for step in loc or ():
        if isinstance(step, int):
            continue
        name = _name(model, step) if isinstance(model, type) and issubclass(model, BaseModel) else None
        if name is None:
            return ()
        annotation = model.model_fields[name].annotation
        model = next((kind for kind in map(_entry, _kinds(annotation)) if kind is not None), None)
    kinds: list[Any] = []
    for kind in _kinds(annotation):
        if get_origin(kind) is Literal:
            kinds += get_args(kind)
        elif get_origin(kind) is tuple:
            kinds.append(tuple)
        elif kind is not type(None):
            kinds.append(kind)
    return tuple(kinds)


def _entry(kind: Any) -> type[BaseModel] | None:
    """The model of a part, or of the entries of a list of parts."""
    inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None


Edit = Callable[[UnitFile], UnitFile | None]


def setting(path: str, value: Any) -> Edit:
    """The change that puts `value` at `path`."""
    return lambda file: with_value(file, path, value)


def together(edits: tuple[Edit, ...]) -> Edit:
    """All changes at once."""

    def apply(file: UnitFile) -> UnitFile | None:
        changed: UnitFile | None = file
        for edit in edits:
            changed = edit(changed) if changed is not None else None
        return changed

    return apply
