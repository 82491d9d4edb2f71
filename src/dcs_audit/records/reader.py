"""From bytes to a unit record, or to everything that is wrong with them. Nothing here raises for bad input."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import Any, Literal, get_args

from pydantic import ValidationError

from dcs_audit.records import consistency
from dcs_audit.records.model import UnitFile
from dcs_audit.records.positions import Loc, Positions, path_loc
from dcs_audit.records.problems import Finding, Problem, to_problems
from dcs_audit.records.reading import Reading, missing_space
from dcs_audit.records.source import decode, digest, read_bytes, size_limit, too_large
from dcs_audit.records.unit import Part
from dcs_audit.records.vocabulary import Vocabulary
from dcs_audit.records.yaml_mending import spaced_colon

Format = Literal["yaml", "json", "xlsx"]
_BY_ENDING: dict[str, Format] = {".json": "json", ".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xlsx"}

_MOST_FINDINGS = 5000
"""Of each kind of check. Far more than are shown, so that those shown are the first of any file a person typed."""

_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "model_type": "not_mapping",
    "tuple_type": "not_list",
}
"""Pydantic's own errors that a model of this shape can give; the others carry our codes already."""


def _nowhere() -> Positions:
    return Positions(lambda: None)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one file: the unit record, or the problems that keep it from being one.

    `digest` is `sha256:` and 64 hexadecimal digits of the file's bytes, None where they could not be read.
    """

    name: str
    unit: UnitFile | None
    problems: tuple[Problem, ...]
    digest: str | None
    positions: Positions = field(default_factory=_nowhere, repr=False, compare=False)

    def line_of(self, path: str) -> int | None:
        """1-based line of the value at `path`, e.g. `records.disclosures[1].postings[0].from`; None if there is none.

        A list or mapping under a key stands at its key, a mapping in a list at its own first key.
        """
        loc = path_loc(path)
        place = None if loc is None else self.positions.of(loc)
        return self.positions.told(place)[0] if place else None


def load_path(
    path: str | os.PathLike[str], vocabulary: Vocabulary, format: Format | None = None, limit: int | None = None
) -> Loaded:
    """The unit record of a file of at most `limit` bytes (None: the usual).

    Without `format`, the ending of its name tells it.
    """
    name = os.fspath(path)
    data = read_bytes(path, limit)
    if isinstance(data, Problem):
        return Loaded(name, None, (data,), None)
    return load(data, name, vocabulary, format or format_of(name), limit)


def format_of(name: str) -> Format:
    """The format that the ending of a file's name stands for: JSON, a workbook, and for all else YAML."""
    return _BY_ENDING.get(os.path.splitext(name)[1].lower(), "yaml")


def load(data: bytes, name: str, vocabulary: Vocabulary, format: Format, limit: int | None = None) -> Loaded:
    """The unit record that `data` holds; `name` is what problems call the file."""
    limit = size_limit() if limit is None else limit
    if len(data) > limit:
        return Loaded(name, None, (too_large(name, limit),), digest(data))
    if format == "xlsx":
        return _load_workbook(data, name, vocabulary)
    text = decode(data, name)
    if isinstance(text, Problem):
        return Loaded(name, None, _undecoded(text, data), digest(data))
    reading = _read(text, format)
    unit, findings = judge(reading, vocabulary)
    problems = _told(name, findings, reading, text, format) if findings else ()
    return Loaded(name, unit, problems, digest(data), reading.positions)


def _load_workbook(data: bytes, name: str, vocabulary: Vocabulary) -> Loaded:
    from dcs_audit.records.xlsx_reader import read_workbook

    reading = read_workbook(data, vocabulary)
    unit, findings = judge(reading, vocabulary)
    return Loaded(name, unit, to_problems(name, findings, reading.positions), digest(data), reading.positions)


def _told(name: str, findings: list[Finding], reading: Reading, text: str, format: Format) -> tuple[Problem, ...]:
    # Imported here: only where something is wrong.
    from dcs_audit.records.excerpts import with_excerpts

    return with_excerpts(to_problems(name, findings, reading.positions), text, format)


def _undecoded(problem: Problem, data: bytes) -> tuple[Problem, ...]:
    from dcs_audit.records.excerpts import with_excerpts

    return with_excerpts((problem,), data.decode("utf-8-sig", "backslashreplace"), "json")


def _read(text: str, format: Format) -> Reading:
    # Imported here: a run over JSON does not pay for PyYAML, nor the other way round.
    if format == "json":
        from dcs_audit.records.json_reader import read_json

        return read_json(text)
    from dcs_audit.records.yaml_reader import read_yaml

    return read_yaml(text)


def judge(reading: Reading, vocabulary: Vocabulary) -> tuple[UnitFile | None, list[Finding]]:
    """The model of what was read, or everything that is wrong with it."""
    findings = list(reading.findings)
    if not reading.readable:
        return None, findings
    unit = None
    try:
        unit = UnitFile.model_validate(reading.data, context=vocabulary)
    except ValidationError as error:
        found = (_finding(one) for one in error.errors(include_url=False)[:_MOST_FINDINGS])
        findings.extend(one for one in found if one.loc not in reading.told)
    findings.extend(islice(consistency.check(reading.data), _MOST_FINDINGS))
    return (None if findings else unit), findings


_FOR_EDITORS = "yaml-language-server"
"""What the line begins with, behind its `#`, that tells editors the schema."""


def _finding(error: Mapping[str, Any]) -> Finding:
    loc: Loc = error["loc"]
    code = _CODES.get(error["type"], error["type"])
    context: dict[str, Any] = error.get("ctx", {})
    if code == "unknown_key":
        word = str(loc[-1])
        if word[:1] == "-" and word[1:2].isalpha():
            return Finding(loc, "no_dash_space", {"key": word[1:], "mended": f"- {word[1:]}: …"}, at_key=True)
        if word == _FOR_EDITORS:
            return Finding(loc, "for_editors", {"key": word, "mended": f"# {word}: …"}, at_key=True)
        args = {"key": word, **_home(loc, word)}
        return Finding(loc, code, args, at_key=True, word=word, known=partial(_keys_at, loc[:-1]))
    if code == "not_mapping":
        return _not_mapping(loc, error["input"])
    if code == "not_list" and isinstance(error["input"], dict) and error["input"]:
        first = next(iter(error["input"]))
        return Finding((*loc, first), "no_dash", {"key": str(first)}, at_key=True)
    args = {name: value for name, value in context.items() if isinstance(value, str)}
    known: Collection[str] | None = context.get("known")
    if known is None:
        return Finding(loc, code, args)
    # A Literal's words stay in the contract's order; a set's have none of their own, and are sorted if ever shown.
    words = known
    return Finding(
        loc, code, args, word=args["value"], known=lambda: words if isinstance(words, tuple) else sorted(words)
    )


def _not_mapping(loc: Loc, value: object) -> Finding:
    """Text where a mapping belongs is most often a key without its colon, or its space, or a name without its key."""
    known = partial(_keys_at, loc)
    if not isinstance(value, str) or not value.strip():
        return Finding(loc, "not_mapping", known=known)
    if key := missing_space(value):
        return Finding(loc, "missing_space", {"key": key, "mended": spaced_colon(value, key)})
    first, _, rest = value.partition(" ")
    if rest and first in known():
        return Finding(loc, "no_colon", {"mended": f"{first}: {rest.strip()}"})
    model = _model_at(loc)
    needed = [name for name, field in model.model_fields.items() if field.is_required()] if model else []
    if len(needed) == 1 and isinstance(loc[-1], int):
        return Finding(loc, "not_mapping", {"mended": f"{needed[0]}: {value.strip()}"})
    return Finding(loc, "not_mapping", known=known)


def _home(loc: Loc, word: str) -> dict[str, str]:
    """Where the key `word` at `loc` would be right: beside what it stands in (`level`), or inside what is beside it."""
    for depth in range(len(loc) - 2, -1, -1):
        if isinstance(loc[depth], str) and word in _keys_at(loc[:depth]):
            return {"level": str(loc[depth])}
    model = _model_at(loc[:-1])
    inside = [key for key, inner in _fields(model).items() if inner and word in _fields(inner)] if model else []
    return {"inside": ", ".join(inside)} if inside else {}


def _keys_at(loc: Loc) -> tuple[str, ...]:
    """The keys that the mapping at `loc` may have, as they are written."""
    model = _model_at(loc)
    return tuple(_fields(model)) if model is not None else ()


def _model_at(loc: Loc) -> type[Part] | None:
    model: type[Part] | None = UnitFile
    for step in loc:
        if isinstance(step, str) and model is not None:
            model = _fields(model).get(step)
    return model


@cache
def _fields(model: type[Part]) -> dict[str, type[Part] | None]:
    """Each key of `model` as it is written, and the model of what it holds, if that is one."""
    return {
        field.validation_alias if isinstance(field.validation_alias, str) else name: next(
            _models_in(field.annotation), None
        )
        for name, field in model.model_fields.items()
    }


def _models_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
