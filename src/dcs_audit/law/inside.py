"""What stands inside a model of the rule language, at any depth.

The models are walked, not listed: a word that the language gains tomorrow is walked too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from dcs_audit.law.basics import Cite


def values(model: BaseModel) -> Iterator[tuple[BaseModel, str, Any]]:
    """Every single value in `model`: whose it is, under which field, and the value. Lists give one for each entry."""
    for name in type(model).model_fields:
        for value in _entries(getattr(model, name)):
            yield model, name, value
            if isinstance(value, BaseModel):
                yield from values(value)


def _entries(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple)):
        for entry in value:
            yield from _entries(entry)
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from _entries(entry)
    elif value is not None:
        yield value


def cites(model: BaseModel) -> Iterator[Cite]:
    """The citations in `model`, in order."""
    yield from (value for _, _, value in values(model) if isinstance(value, Cite))


def names(model: BaseModel, known: Collection[str]) -> tuple[str, ...]:
    """Those of the `known` names, such as ids of parameters, that `model` mentions, each once and in order."""
    found = (value for _, _, value in values(model) if isinstance(value, str) and value in known)
    return tuple(dict.fromkeys(found))
