"""Small slips in an entry of a pack: one word, number, day or part changed or left out.

Walks the models of the rule language field by field, so that a new word of the language is covered without a line
here. Only what no verdict depends on is left alone: names, sentences, citations, and what reports alone show.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from dcs_audit.law.basics import Model, Words
from dcs_audit.records.period import MonthDay
from dcs_audit.records.positions import Loc

M = TypeVar("M", bound=Model)

Operator = Literal["drop", "flip", "number", "day", "word", "comparison"]
OPERATORS: tuple[Operator, ...] = get_args(Operator)

DROPPED: Final = object()
"""The new value of what is left out."""

_SENTENCES = ("title", "message", "remedy", "reason", "absent_reason", "late_reason", "note", "question")
LEFT_ALONE = frozenset((*_SENTENCES, "id", "name", "basis", "group", "verified", "practice"))
"""Fields that no slip is made in: sentences, names, citations, and what the pack says about itself."""

ONE_OF_A_KIND = frozenset({"severity", "section", "unit", "per", "every"})
"""Fields whose word is not exchanged for another: nobody writes `meetings` for `boards` by a slip."""

ONLY_TO_FALSE = frozenset({"still", "together"})
"""Flags that are not added where they are absent: nobody asks by a slip for more than the law says."""

NOT_BY_SLIP = {"judge": frozenset({"newest"})}
"""By field, words that nobody writes by a slip, but may leave out: what counts alone is said on purpose."""

_COMPARISONS = {"at_least": "more_than", "more_than": "at_least"}


@dataclass(frozen=True, slots=True)
class Edit:
    """One slip: where (keys as written), of what sort, what stood there and what stands there now.

    `value` is the whole entry with the slip in it. `old` and `new` are values of the models; DROPPED is nothing.
    """

    loc: Loc
    operator: Operator
    old: Any
    new: Any
    value: Any


def edits(model: M, keys: Collection[str] | None = None) -> Iterator[Edit]:
    """Every slip in `model` that the model itself still accepts. `keys`: the only keys that are written in it."""
    for name, field in type(model).model_fields.items():
        key = field.alias or name
        value = getattr(model, name)
        if name in LEFT_ALONE or value is None or (keys is not None and key not in keys):
            continue
        found = [*_in_value(value, name, field.annotation)]
        if not field.is_required() and field.default is None:
            found.append(Edit((), "drop", value, DROPPED, DROPPED))
        for edit in found:
            yield from _placed(edit, model, key, {key: edit.value}, keys)
        if name in _COMPARISONS and _is_fraction(value) and _COMPARISONS[name] in type(model).model_fields:
            other = _COMPARISONS[name]
            swap = Edit((), "comparison", name, other, None)
            yield from _placed(swap, model, key, {key: DROPPED, other: value}, keys)


def _placed(
    edit: Edit, model: Model, key: str, changed: Mapping[str, Any], keys: Collection[str] | None
) -> Iterator[Edit]:
    """The edit of a part as an edit of `model`; none where the model does not accept it."""
    given = {
        (field.alias or name): getattr(model, name)
        for name, field in type(model).model_fields.items()
        if name in model.model_fields_set and (keys is None or (field.alias or name) in keys)
    }
    data = {name: value for name, value in {**given, **changed}.items() if value is not DROPPED}
    try:
        value = type(model).model_validate(data)
    except ValidationError:
        return
    if value != model:
        yield Edit((key, *edit.loc), edit.operator, edit.old, edit.new, value)


def _in_value(value: Any, name: str, annotation: Any) -> Iterator[Edit]:
    """Slips in the value of a field."""
    if isinstance(value, Words):
        return
    if isinstance(value, Model):
        yield from edits(value)
    elif isinstance(value, dict):
        yield from _in_filter(value)
    elif isinstance(value, tuple):
        yield from _in_fraction(value) if _is_fraction(value) else _in_list(value)
    else:
        yield from _in_scalar(value, name, annotation)


def _in_scalar(value: Any, name: str, annotation: Any) -> Iterator[Edit]:
    if isinstance(value, bool):
        if value or name not in ONLY_TO_FALSE:
            yield Edit((), "flip", value, not value, not value)
    elif isinstance(value, int):
        yield from (Edit((), "number", value, new, new) for new in (value - 1, value + 1))
    elif isinstance(value, date):
        days = (value - timedelta(days=1), value + timedelta(days=1))
        yield from (Edit((), "day", value, new, new) for new in days)
    elif isinstance(value, str) and name not in ONE_OF_A_KIND:
        others = (new for new in _words(annotation) if new != value and new not in NOT_BY_SLIP.get(name, ()))
        yield from (Edit((), "word", value, new, new) for new in others)
        yield from (Edit((), "day", value, new, new) for new in _days_beside(value))


def _in_list(value: tuple[Any, ...]) -> Iterator[Edit]:
    for number, entry in enumerate(value):
        rest = (*value[:number], *value[number + 1 :])
        yield Edit((number,), "drop", entry, DROPPED, rest)
        if isinstance(entry, Model):
            for edit in edits(entry):
                kept = (*value[:number], edit.value, *value[number + 1 :])
                yield Edit((number, *edit.loc), edit.operator, edit.old, edit.new, kept)


def _in_filter(where: dict[str, tuple[str, ...]]) -> Iterator[Edit]:
    for path, values in where.items():
        rest = {other: allowed for other, allowed in where.items() if other != path}
        yield Edit((path,), "drop", {path: values}, DROPPED, rest)
        if len(values) > 1:
            for number, word in enumerate(values):
                fewer = (*values[:number], *values[number + 1 :])
                yield Edit((path, number), "drop", word, DROPPED, where | {path: fewer})


def _is_fraction(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(type(part) is int for part in value)


def _in_fraction(value: tuple[int, int]) -> Iterator[Edit]:
    top, bottom = value
    yield from (Edit((), "number", value, (new, bottom), (new, bottom)) for new in (top - 1, top + 1))


def _words(annotation: Any) -> tuple[str, ...]:
    """The words that a field of one of several words may hold."""
    if get_origin(annotation) is Literal:
        return tuple(word for word in get_args(annotation) if isinstance(word, str))
    if get_origin(annotation) in (Union, UnionType):
        return tuple(word for part in get_args(annotation) for word in _words(part))
    return ()


def _days_beside(value: str) -> tuple[str, ...]:
    """The days before and after a day of every year, none for other text."""
    if MonthDay.parse(value) is None:
        return ()
    day = date(2023, int(value[:2]), int(value[3:]))  # no leap year: such a day comes every year
    return tuple(f"{day + timedelta(days=step):%m-%d}" for step in (-1, 1))
