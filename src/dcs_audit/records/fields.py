"""The types of the model's fields: how each is read, and which words each may hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_args

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WrapValidator

from dcs_audit.records import scalars
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.records.scalars import problem, required
from dcs_audit.records.slugs import AgendaPoint, Answer, Enclosure, Position, Signatory

T = TypeVar("T")
_YEAR_END = MonthDay(12, 31)


def slug(words: Any, *, needed: bool = False) -> BeforeValidator:
    """Reads one of `words`, a Literal; anything else is a problem that knows the right spellings."""
    known: tuple[str, ...] = get_args(words)
    allowed = frozenset(known)

    def read(value: object) -> str | None:
        typed = scalars.text(value)
        if typed is not None and typed not in allowed:
            raise problem("unknown_slug", value=typed, known=known)
        return typed

    return BeforeValidator(required(read) if needed else read)


def word_of(sort: str) -> BeforeValidator:
    """Reads a required word out of the vocabulary's set `sort`; without a vocabulary any word will do."""
    code = {"rule_ids": "unknown_rule", "pack_names": "unknown_pack"}.get(sort, "unknown_kind")

    def read(value: object, info: ValidationInfo) -> str:
        typed = scalars.text(value)
        if typed is None:
            raise problem("missing")
        if info.context is not None:
            known: frozenset[str] = getattr(info.context, sort)
            if typed not in known:
                raise problem(code, value=typed, known=known)
        return typed

    return BeforeValidator(read)


def _all_or_list(value: object, read_list: Callable[[object], object]) -> object:
    if isinstance(value, list | tuple):
        return read_list(value)
    if scalars.text(value) != "all":
        raise problem("not_list_or_all")
    return "all"


def _readable_day(value: object) -> date | None:
    try:
        return scalars.day(value)
    except ValueError:  # a PydanticCustomError is one
        scalars.text(value)  # a list or an unprintable text stays a problem
        return None


def _unreadable_day(value: object) -> str | None:
    return scalars.text(value) if _readable_day(value) is None else None


Name = Annotated[str, BeforeValidator(required(scalars.text))]
Text = Annotated[str | None, BeforeValidator(scalars.text)]
Count = Annotated[int | None, BeforeValidator(scalars.count)]
Ordinal = Annotated[int | None, BeforeValidator(scalars.ordinal)]
AuditedYear = Annotated[int, BeforeValidator(required(scalars.audited_year))]
Year = Annotated[int | None, BeforeValidator(scalars.audited_year)]
Flag = Annotated[bool | None, BeforeValidator(scalars.truth)]
Day = Annotated[date | None, BeforeValidator(scalars.day)]
LenientDay = Annotated[date | None, BeforeValidator(_readable_day)]
UnreadDay = Annotated[str | None, BeforeValidator(_unreadable_day)]
InPeriod = Annotated[Period | None, PlainValidator(scalars.period)]
YearEnd = Annotated[MonthDay, PlainValidator(lambda value: scalars.month_day(value) or _YEAR_END)]

Many = Annotated[tuple[T, ...], BeforeValidator(lambda value: () if value is None else value)]
"""A list whose absence says that there is nothing to read, as opposed to `tuple | None`, an unknown."""


_ANSWERS = get_args(Answer)


def _answered(value: object) -> str | None:
    """What a question was answered with; `unknown` is as good as no answer."""
    typed = scalars.text(value)
    if typed is not None and typed not in _ANSWERS:
        raise problem("unknown_slug", value=typed, known=_ANSWERS)
    return None if typed == "unknown" else typed


Answered = Annotated[Literal["yes", "no", "none"] | None, BeforeValidator(_answered)]

Agenda = tuple[Annotated[AgendaPoint, slug(AgendaPoint, needed=True)], ...] | None
Positions = tuple[Annotated[Position, slug(Position, needed=True)], ...] | None
Signatories = tuple[Annotated[Signatory, slug(Signatory, needed=True)], ...] | None
Enclosures = tuple[Annotated[Enclosure, slug(Enclosure, needed=True)], ...] | None

if TYPE_CHECKING:
    PostingVillages = tuple[str, ...] | Literal["all"] | None
else:
    # Wrapped by hand: a union would put its own branch names into the path of every problem below it.
    PostingVillages = Annotated[tuple[Name, ...], WrapValidator(_all_or_list)] | None
