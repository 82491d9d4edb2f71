"""Which sheets and columns a workbook of one unit file has: read off the models, so that every field has its place.

A sheet holds what a list of the unit file holds, a row for each entry; the first one what stands in no list, a row for
each fact. A list within an entry is a sheet of its own, whose rows name the row that they belong to; the first few
entries of some lists have columns in that row as well, which is what people fill in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import WrapValidator
from pydantic.fields import FieldInfo

from dcs_audit.records.model import UnitFile
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.records.slugs import DISCLOSURE_ITEMS
from dcs_audit.records.unit import Part

Kind: TypeAlias = Literal["text", "word", "flag", "count", "day", "period", "month_day"]

PREFIX = "dcs:"
"""What the hidden keys of sheets and columns begin with: `dcs:records.boards/term.from`."""
MARK, CODE, PARENT, VALUE = "_mark", "_row", "_of", "_value"
"""Columns beside those of the records: what the tool knows of a row, its code, the code of the row that it belongs to;
on the sheet of facts the one that holds the values. Other names with an underscore are for people alone."""
FACTS = "file"
"""The sheet of what stands in no list."""

_BY_TYPE: dict[Any, Kind] = {date: "day", bool: "flag", int: "count", Period: "period", MonthDay: "month_day"}
_OPEN_WORDS = {
    ("records.meetings", "kind"): "meeting_kinds",
    ("records.boards", "kind"): "board_kinds",
    ("records.documents", "kind"): "document_kinds",
    ("records.petitions", "kind"): "petition_kinds",
    ("records.activities", "kind"): "activity_kinds",
}
"""The fields whose words the packs contribute, and the vocabulary's name for them; all others are read as they are."""
_INLINE_BY = {("records.disclosures", "postings"): "channel"}
"""Lists of which some entries have columns of their own, one group for each word of that field."""
_INLINE_FIRST = {("records.documents", "sent"): 2, ("records.consultations", "plan_sent"): 2}
"""Lists of which so many entries have columns of their own."""
_INLINE_FIELDS = ("from", "until", "villages")
_COVERS_VILLAGES = ("village_notice_board",)


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record: `path` leads to it, lists and groups of fields on the way.

    A step `postings@portal` or `sent@1` is an entry of a list. `words` are the only ones allowed, where there are such;
    `sort` names those of the vocabulary. `optional` are the groups on the way that may be absent as a whole.
    """

    path: tuple[str, ...]
    kind: Kind
    words: tuple[str, ...] = ()
    sort: str = ""
    many: bool = False
    """A list of single values in one cell."""
    none_differs: bool = False
    """An empty list says something else than no list."""
    all_allowed: bool = False
    """`all` may stand for the list."""
    required: bool = False
    optional: tuple[tuple[str, ...], ...] = ()

    @property
    def key(self) -> str:
        """Its name in the hidden row."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Inline:
    """Entries of a list with columns in the row of their parent: each group's step, with the field that it settles."""

    field: str
    steps: tuple[str, ...]
    by: str | None
    """The field that the group's name settles; None where groups are but counted."""

    def word(self, step: str) -> str:
        """What stands behind the sign of a step."""
        return step.partition("@")[2]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one list: where it stands in the file, whose entries hold it, and its columns."""

    path: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: tuple[str, ...] | None = None
    inline: tuple[Inline, ...] = ()
    lists: tuple[tuple[str, ...], ...] = ()
    """The lists within an entry that have sheets of their own."""
    none_differs: tuple[str, ...] = ()
    """Those of `lists` of which an empty one says something else than none."""
    part: type[Part] = Part

    @property
    def key(self) -> str:
        """Its name in the hidden keys."""
        return ".".join(self.path) or FACTS

    @property
    def by_key(self) -> Mapping[str, Column]:
        """Its columns by their names."""
        return _by_key(self)


@cache
def _by_key(sheet: Sheet) -> Mapping[str, Column]:
    return {column.key: column for column in sheet.columns}


@cache
def sheets() -> Mapping[str, Sheet]:
    """Every sheet by its key, that of the facts first, lists within entries after the list that holds them."""
    found: dict[str, Sheet] = {}
    _add_sheet(found, (), UnitFile, None)
    return found


def _add_sheet(
    found: dict[str, Sheet], path: tuple[str, ...], part: type[Part], parent: tuple[str, ...] | None
) -> None:
    columns: list[Column] = []
    nested: list[tuple[tuple[str, ...], type[Part], bool]] = []
    _walk(part, (), (), ".".join(path), columns, nested)
    inline = [_inline(".".join(path), steps[-1], inner) for steps, inner, _ in nested]
    for group, (steps, inner, differs) in zip(inline, nested, strict=True):
        if group is not None:
            columns.extend(_inline_columns(group, inner))
        elif differs:
            columns.append(Column(steps, "word", many=True, none_differs=True))
    sheet = Sheet(
        path,
        tuple(columns),
        parent,
        tuple(group for group in inline if group is not None),
        tuple(steps for steps, _, _ in nested),
        tuple(".".join(steps) for steps, _, differs in nested if differs),
        part,
    )
    found[sheet.key] = sheet
    for steps, inner, _ in nested:
        _add_sheet(found, (*path, *steps), inner, path if path else None)


def _walk(
    part: type[Part],
    path: tuple[str, ...],
    optional: tuple[tuple[str, ...], ...],
    sheet: str,
    columns: list[Column],
    nested: list[tuple[tuple[str, ...], type[Part], bool]],
) -> None:
    seen: set[str] = set()
    for name, field in part.model_fields.items():
        key = written(name, field)
        if key in seen:
            continue  # a second look at the same key
        seen.add(key)
        here = (*path, key)
        bare, may_lack = _bare(field.annotation)
        entry = _entry(bare)
        if entry is not None and _is_part(entry):
            nested.append((here, entry, field.default is None))
        elif _is_part(bare):
            _walk(bare, here, (*optional, here) if may_lack else optional, sheet, columns, nested)
        else:
            columns.append(_column(here, bare, entry, field, optional, sheet))


def _column(
    path: tuple[str, ...], bare: Any, entry: Any, field: FieldInfo, optional: tuple[tuple[str, ...], ...], sheet: str
) -> Column:
    inner = bare if entry is None else entry
    words: tuple[str, ...] = get_args(inner) if get_origin(inner) is Literal else ()
    sort = _OPEN_WORDS.get((sheet, ".".join(path)), "")
    if (sheet, path) == ("records.disclosures", ("item",)):
        words = tuple(dict.fromkeys(item for items in DISCLOSURE_ITEMS.values() for item in items))
    return Column(
        path,
        "word" if words or sort else _BY_TYPE.get(inner, "text"),
        words,
        sort,
        many=entry is not None,
        none_differs=entry is not None and field.default is None,
        all_allowed=entry is not None and _has_all(field.annotation),
        required=field.is_required(),
        optional=optional,
    )


def _inline(sheet: str, name: str, part: type[Part]) -> Inline | None:
    if (by := _INLINE_BY.get((sheet, name))) is not None:
        words = get_args(_bare(part.model_fields[by].annotation)[0])
        return Inline(name, tuple(f"{name}@{word}" for word in words), by)
    if (first := _INLINE_FIRST.get((sheet, name))) is not None:
        return Inline(name, tuple(f"{name}@{number}" for number in range(1, first + 1)), None)
    return None


def _inline_columns(group: Inline, part: type[Part]) -> Iterator[Column]:
    columns: list[Column] = []
    _walk(part, (), (), "", columns, [])
    for step in group.steps:
        for column in columns:
            name = column.path[0]
            if group.by is not None and not _has_column(name, group.word(step)):
                continue
            yield Column(
                (step, name),
                column.kind,
                column.words,
                many=column.many,
                none_differs=column.none_differs,
                all_allowed=column.all_allowed,
                optional=((step,),),
            )


def _has_column(name: str, word: str) -> bool:
    """Whether a field of an entry has a column in the row of its parent."""
    return name in _INLINE_FIELDS and (name != "villages" or word in _COVERS_VILLAGES)


def written(name: str, field: FieldInfo) -> str:
    """A field's key in the unit file."""
    return field.validation_alias if isinstance(field.validation_alias, str) else name


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _bare(annotation: Any) -> tuple[Any, bool]:
    """The type without its readers and without None, and whether None is allowed."""
    may_lack = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            inner = [kind for kind in get_args(annotation) if kind is not type(None)]
            may_lack = may_lack or len(inner) < len(get_args(annotation))
            annotation = inner[0]
        else:
            return annotation, may_lack


def _entry(bare: Any) -> Any:
    """What a list holds; None for what is no list."""
    return _bare(get_args(bare)[0])[0] if get_origin(bare) is tuple else None


def _has_all(annotation: Any) -> bool:
    return any(isinstance(inner, WrapValidator) or _has_all(inner) for inner in get_args(annotation))
