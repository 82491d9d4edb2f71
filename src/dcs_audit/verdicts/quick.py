"""Frozen data classes made as fast as others.

The constructor of a frozen data class goes through `object.__setattr__` for every field, which takes three to five
times as long. Results of checks and duties are made by the dozen for each unit.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, field, fields, make_dataclass
from typing import Any, TypeVar, cast

T = TypeVar("T")


def maker(frozen: type[T]) -> type[T]:
    """A function with the arguments of the constructor of `frozen`, a frozen data class with slots, and its result.

    It makes an instance of a twin that is not frozen and then says which class it is of. Raises TypeError for a class
    whose instances hold anything but its own fields.
    """
    twin = make_dataclass(
        frozen.__name__,
        [(one.name, Any, _as_given(one)) for one in fields(cast(Any, frozen))],
        slots=True,
    )

    def make(*values: Any, **named: Any) -> T:
        made: Any = twin(*values, **named)
        made.__class__ = frozen
        return cast(T, made)

    return cast("type[T]", make)


def _as_given(one: Field[Any]) -> Any:
    """A field with the same default."""
    if one.default_factory is not MISSING:
        return field(default_factory=one.default_factory)
    return field() if one.default is MISSING else field(default=one.default)
