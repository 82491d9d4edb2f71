"""How a value of the rule language could be written, in short: for messages that say what would be right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

_PLAIN: dict[Any, str] = {date: "2026-01-01", bool: "true", int: "5", float: "5", str: "…"}
_MOST_WORDS = 3
_DEEPEST = 2


def sample(kind: Any, depth: int = 0) -> str:
    """A value of that annotation: a word it may be, a date, `{key: …}` with the keys that must be there."""
    origin, inner = get_origin(kind), get_args(kind)
    made: Callable[..., str] | None = _MADE.get(origin)
    if made is not None:
        return made(inner, depth)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _mapping(kind, depth)
    return _PLAIN.get(kind, "…")


def _mapping(model: type[BaseModel], depth: int) -> str:
    if depth >= _DEEPEST:
        return "{…}"
    fields = model.model_fields.items()
    needed = [(field.alias or name, field.annotation) for name, field in fields if field.is_required()]
    return "{" + ", ".join(f"{name}: {sample(kind, depth + 1)}" for name, kind in needed) + "}" if needed else "{…}"


def _one_of(words: tuple[str, ...], depth: int) -> str:
    return " | ".join(words[:_MOST_WORDS]) + (" | …" if len(words) > _MOST_WORDS else "")


def _first(kinds: tuple[Any, ...], depth: int) -> str:
    return sample(next(kind for kind in kinds if kind is not type(None)), depth)


def _listed(kinds: tuple[Any, ...], depth: int) -> str:
    if kinds == (int, int):
        return "[2, 3]"
    return f"[{sample(kinds[0], depth + 1)}]"


_MADE: dict[Any, Callable[..., str]] = {
    Literal: _one_of,
    Annotated: _first,
    Union: _first,
    UnionType: _first,
    tuple: _listed,
    dict: lambda kinds, depth: "{…}",
}
