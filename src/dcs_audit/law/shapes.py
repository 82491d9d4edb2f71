"""What pydantic finds wrong in a file of a pack, as problems that a person can mend: place, fault, what would be right.

The file is data in the notation of `records`: mappings, lists, text, nothing. The words are those of unit files where
the fault is the same one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from dcs_audit.law.samples import sample
from dcs_audit.records.guesses import day_meant, hints
from dcs_audit.records.positions import Loc
from dcs_audit.records.problems import Finding

CODES: Mapping[str, str] = {
    "model_type": "not_mapping",
    "dict_type": "not_mapping",
    "extra_forbidden": "unknown_key",
    "missing": "missing",
    "string_type": "not_text",
    "string_unicode": "not_text",
    "string_too_short": "nothing_written",
    "int_type": "not_whole_number",
    "int_parsing": "not_whole_number",
    "int_parsing_size": "number_too_large",
    "int_from_float": "not_whole_number",
    "float_type": "not_number",
    "float_parsing": "not_number",
    "finite_number": "not_number",
    "bool_type": "not_bool",
    "bool_parsing": "not_bool",
    "date_type": "not_pack_date",
    "date_parsing": "not_pack_date",
    "date_from_datetime_parsing": "not_pack_date",
    "date_from_datetime_inexact": "not_pack_date",
    "literal_error": "unknown_slug",
    "enum": "unknown_slug",
    "tuple_type": "not_list",
    "too_short": "nothing_listed",
    "too_long": "not_fraction",
    "greater_than_equal": "below_bound",
    "less_than_equal": "above_bound",
}
"""Pydantic's own errors that the models of a pack can give; the others carry codes of ours already."""

UNFORESEEN = "strange_value"
_ONE_VALUE = frozenset({"not_whole_number", "not_number", "not_bool", "not_pack_date", "unknown_slug", "not_text"})
_QUOTED = re.compile(r"'([^']*)'")
_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))? ?%")
_RATIO = re.compile(r"([0-9]{1,4}) ?[/:] ?([0-9]{1,4})")
_DECIMAL = re.compile(r"0[.,]([0-9]{1,3})")
_DAY_OF_YEAR = re.compile(r"(?:ngày )?([0-9]{1,2})[/.]([0-9]{1,2})")


def findings(errors: Iterable[Any], data: object, model: type[BaseModel]) -> list[Finding]:
    """One finding for each thing wrong. `errors` are those of a ValidationError of `model` over `data`."""
    found = [_placed(error, data, model) for error in _chosen(errors, data)]
    named = {(one.loc[:-1], word) for one in found if one.code == "unknown_key" for word in _meant(one)}
    kept = (one for one in found if one.code != "missing" or (one.loc[:-1], one.loc[-1]) not in named)
    return list(_commas(kept, data))


def written(loc: Loc, data: object, *, lacking: bool = False) -> Loc:
    """`loc` as the file has it: without the list made of a lone entry, and without the name of a union's branch.

    With `lacking`, its end is a key that is not there.
    """
    here, way = data, list[str | int]()
    for number, step in enumerate(loc):
        last = lacking and number == len(loc) - 1
        if isinstance(here, dict) and isinstance(step, str) and (step in here or last):
            way.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            way.append(step)
            here = here[step]
    return tuple(way)


def at(data: object, loc: Loc) -> Any:
    """The value at a written `loc`; None where there is none."""
    for step in loc:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


# --- which errors count ---------------------------------------------------------------------------------------------


def _chosen(errors: Iterable[Any], data: object) -> list[tuple[Loc, Any]]:
    """The errors with their written places: of a union's branches the one that went furthest, of a list none that is
    too short only because an entry of it is wrong.
    """
    placed = [(written(error["loc"], data, lacking=error["type"] == "missing"), error) for error in errors]
    wrong = {loc[:length] for loc, _ in placed for length in range(len(loc))}
    chosen: dict[Loc, Any] = {}
    for loc, error in placed:
        branch = any(isinstance(step, str) and step not in loc for step in error["loc"])
        if (branch or error["type"] == "too_short") and loc in wrong:
            continue
        chosen.setdefault(loc, error)
    return list(chosen.items())


def _meant(finding: Finding) -> Collection[str]:
    known = () if finding.known is None else finding.known()
    found = hints(finding.code, finding.args, finding.word, known)
    return {found[name] for name in ("meant", "near") if name in found} | {*found.get("any_of", "").split(", ")}


# --- what they are --------------------------------------------------------------------------------------------------


def _placed(placed: tuple[Loc, Any], data: object, model: type[BaseModel]) -> Finding:
    loc, error = placed
    code = CODES.get(error["type"])
    value = at(data, loc)
    if code is None:
        return _ours(loc, error, value)
    if code == "unknown_key":
        word = str(loc[-1])
        return Finding(loc, code, {"key": word}, at_key=True, word=word, known=partial(_keys, model, loc[:-1]))
    if code == "missing":
        return _missing(loc, error, data, model)
    if _is_pair(_kind_at(model, loc)) and not isinstance(value, dict):
        return Finding(loc, "not_fraction", _fraction(value))
    if value is None or (isinstance(value, str) and not value.strip()):
        return _missing(loc, error, data, model)
    if isinstance(value, (dict, list)) and code in _ONE_VALUE:
        return Finding(loc, "not_text", _mended(loc, model))
    if code == "not_mapping":
        return Finding(loc, code, _mended(loc, model), known=partial(_keys, model, loc))
    return _of_value(loc, code, error.get("ctx", {}), "" if isinstance(value, (dict, list)) else str(value))


def _of_value(loc: Loc, code: str, context: Mapping[str, Any], value: str) -> Finding:
    if code == "unknown_slug":
        words = tuple(_QUOTED.findall(str(context.get("expected", ""))))
        return Finding(loc, code, {"value": value}, word=value, known=lambda: words)
    if code == "not_bool":
        return Finding(loc, code, {"value": value}, word=value, known=lambda: ("true", "false"))
    if code == "not_pack_date":
        return Finding(loc, *_day(value))
    if code in ("below_bound", "above_bound"):
        return Finding(loc, code, {"value": value, "bound": f"{context.get('ge', context.get('le')):g}"})
    return Finding(loc, code, {"value": value})


def _ours(loc: Loc, error: Any, value: object) -> Finding:
    """An error of `refusal`, whose arguments are told; what some validator says in its own words; or the unforeseen."""
    context = error.get("ctx", {})
    if "told" in context:
        args = dict(context["told"])
        loc = (*loc, *args.pop("at", "").split())
        if error["type"] == "not_day_of_year" and (found := _DAY_OF_YEAR.fullmatch(str(value).strip())):
            args["near"] = f'"{int(found[2]):02d}-{int(found[1]):02d}"'
        return Finding(loc, error["type"], args)
    if error["type"] in ("value_error", "assertion_error"):
        return Finding(loc, "said", {"what": str(context.get("error", ""))})
    return Finding(loc, UNFORESEEN)


def _missing(loc: Loc, error: Any, data: object, model: type[BaseModel]) -> Finding:
    if isinstance(error["loc"][-1], int):  # one number of the two of a fraction
        return Finding(loc, "not_fraction", _fraction(at(data, loc)))
    if loc[-1:] in (("vi",), ("en",)):
        return Finding(loc, "one_language", {"key": str(loc[-1])})
    return Finding(loc, "missing", _mended(loc, model))


def _day(value: str) -> tuple[str, dict[str, str]]:
    """What is wrong with a day, and the day that was meant, as packs write it."""
    try:
        return "day_with_time", {"value": value, "near": f"{datetime.fromisoformat(value):%Y-%m-%d}"}
    except ValueError:
        pass
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        year, month, day = value.split("-")
        return "impossible_date", {"value": f"{day}/{month}/{year}"}
    meant = day_meant(value)
    near = {} if meant is None else {"near": date(int(meant[6:]), int(meant[3:5]), int(meant[:2])).isoformat()}
    return "not_pack_date", {"value": value, **near}


def _fraction(value: object) -> dict[str, str]:
    """What `80 %`, `2/3` or `0,8` would be as `[top, bottom]`."""
    typed = str(value).strip()
    if found := _RATIO.fullmatch(typed):
        return {"value": typed, "mended": f"[{int(found[1])}, {int(found[2])}]"}
    if found := _PERCENT.fullmatch(typed):
        digits = found[2] or ""
        return {"value": typed, "mended": f"[{int(found[1] + digits)}, {10 ** (2 + len(digits))}]"}
    if found := _DECIMAL.fullmatch(typed):
        return {"value": typed, "mended": f"[{int(found[1])}, {10 ** len(found[1])}]"}
    return {"value": typed if isinstance(value, str) else "…"}


def _mended(loc: Loc, model: type[BaseModel]) -> dict[str, str]:
    """How the key at `loc` could be written."""
    kind = _kind_at(model, loc)
    if kind is None or not loc or not isinstance(loc[-1], str):
        return {}
    return {"mended": f"{loc[-1]}: {sample(kind)}"}


# --- text cut off by a comma ----------------------------------------------------------------------------------------


def _commas(found: Iterable[Finding], data: object) -> Iterator[Finding]:
    """As found, but keys that are the rest of a sentence, cut off at a comma within `{…}`, told as that."""
    told: set[Loc] = set()
    for one in found:
        if one.loc in told:
            continue
        rest = _cut_off(one.loc, data) if one.code == "unknown_key" else ()
        if not rest:
            yield one
            continue
        told.update((*one.loc[:-1], key) for key in rest)
        yield Finding(one.loc, "comma_in_text", {"key": str(one.loc[-1]), **_quoted(one.loc, data, rest)}, at_key=True)


def _cut_off(loc: Loc, data: object) -> tuple[str, ...]:
    """The key at `loc` and those after it that hold nothing and are no name of a key."""
    around, key = at(data, loc[:-1]), loc[-1]
    if not isinstance(around, dict) or not isinstance(key, str):
        return ()
    keys = [str(one) for one in around]
    rest = []
    for name in keys[keys.index(key) :]:
        if around[name] is not None or (not {"vi", "en"} & around.keys() and name.isidentifier() and name.isascii()):
            break
        rest.append(name)
    return tuple(rest)


def _quoted(loc: Loc, data: object, rest: tuple[str, ...]) -> dict[str, str]:
    around = at(data, loc[:-1])
    keys = list(around)
    before = keys[keys.index(rest[0]) - 1] if keys.index(rest[0]) else None
    if before is None or not isinstance(around[before], str):
        return {}
    return {"mended": f'{before}: "{", ".join((around[before], *rest))}"'}


# --- models ---------------------------------------------------------------------------------------------------------


def _keys(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The keys that the mapping at `loc` may have, as they are written."""
    return tuple(name for inner in models_in(_kind_at(model, loc)) for name in fields(inner))


def fields(model: type[BaseModel]) -> dict[str, Any]:
    """The keys of a model as they are written, each with what it takes."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _kind_at(model: type[BaseModel], loc: Loc) -> Any:
    """The annotation of what stands at `loc`, the outermost list left out; None where there is none."""
    kind: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        if (values := _values_of(kind)) is not None:
            kind = values
            continue
        kind = next((fields(inner)[step] for inner in models_in(kind) if step in fields(inner)), None)
    return kind


def _values_of(kind: Any) -> Any:
    """What the values of a mapping with free keys are; None for what is no such mapping."""
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    return next((found for one in get_args(kind) if (found := _values_of(one)) is not None), None)


def _is_pair(kind: Any) -> bool:
    return (get_origin(kind) is tuple and get_args(kind) == (int, int)) or any(map(_is_pair, get_args(kind)))


def models_in(kind: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation speaks of."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from models_in(inner)
