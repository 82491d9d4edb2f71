"""Where the parts of an entry stand in its file. `law.inside` walks the same models without their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from dcs_audit.law.basics import Model
from dcs_audit.records.positions import Loc

M = TypeVar("M", bound=Model)


def parts(value: object, kind: type[M], loc: Loc = ()) -> Iterator[tuple[Loc, M]]:
    """Every part of that kind in an entry, itself included, with the way to it as the file writes it."""
    if isinstance(value, kind):
        yield loc, value
    if isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from parts(getattr(value, name), kind, (*loc, field.alias or name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from parts(one, kind, (*loc, number))
