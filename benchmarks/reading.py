"""The same units from each format that a record can have, as `dcs-audit convert` writes them, beside a validator."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.machine import AS_OF
from benchmarks.running import Done, run
from benchmarks.units import plausible
from dcs_audit.drafting import text_file
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.wanted import want
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import UnitFile, load
from dcs_audit.records.schema import json_schema

_ROUNDS = 3
_FILES = ("yaml", "json", "xlsx")
_VALIDATED = ("yaml", "json")
"""Formats that check-jsonschema reads as well."""
_GOALS = {"yaml": " (target 3)"}


def measure(folder: Path, units: int) -> Iterator[str]:
    """Units a second of whole processes; each of the rounds takes all formats and both programs in turn.

    Ours reads, checks, judges and writes the reports; check-jsonschema only holds the files against the schema. Raises
    RuntimeError unless every format leads to the same verdicts.
    """
    formats = [name for name in (*_FILES, "jsonl") if name != "xlsx" or find_spec("openpyxl")]
    sources = _written(folder, units, formats)
    commands: dict[tuple[str, str], list[str]] = {}
    for name in formats:
        commands["dcs-audit", name] = _check(sources[name], folder / f"of-{name}.jsonl")
        if name in _VALIDATED and find_spec("check_jsonschema"):
            commands["check-jsonschema", name] = _validate(sources[name], folder / "unit.schema.json")
    taken: dict[tuple[str, str], list[Done]] = {key: [] for key in commands}
    for _ in range(_ROUNDS):
        for key, command in commands.items():
            taken[key].append(run(command, (0, 1) if key[0] == "dcs-audit" else (0,)))
    _compare(folder, formats)
    yield f"    the same {units} units from each format, one process, median of {_ROUNDS}; the same verdicts from all"
    seconds = {key: median(done.seconds for done in runs) for key, runs in taken.items()}
    for name in formats:
        rate = units / seconds["dcs-audit", name]
        yield f"    {name:<6} dcs-audit {rate:7.1f} units a second{_beside(name, units, seconds)}"
    if "xlsx" not in formats:
        yield "    xlsx   not measured: openpyxl is not installed"


def _beside(name: str, units: int, seconds: dict[tuple[str, str], float]) -> str:
    ours, theirs = seconds["dcs-audit", name], seconds.get(("check-jsonschema", name))
    if theirs is None:
        return ""
    rate = f"   check-jsonschema {units / theirs:7.1f}   ours {theirs / ours:5.2f} times as fast"
    return rate + _GOALS.get(name, "")


def _check(source: Path, target: Path) -> list[str]:
    options = ["--as-of", AS_OF.isoformat(), "--format", "jsonl", "--jobs", "1", "--output", str(target)]
    return [sys.executable, "-m", "dcs_audit", "check", str(source), *options]


def _validate(source: Path, schema: Path) -> list[str]:
    return [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, sorted(source.iterdir()))]


def _written(folder: Path, units: int, formats: list[str]) -> dict[str, Path]:
    """The units in every format: a folder of files each, JSON Lines one file; and the schema for the validator."""
    book = load_rulebook()
    (folder / "unit.schema.json").write_text(json.dumps(json_schema(book.vocabulary)), encoding="utf-8")
    sources = {name: folder / name for name in formats}
    sources["jsonl"] = folder / "all.jsonl"
    for name in formats:
        if name != "jsonl":
            sources[name].mkdir()
    with sources["jsonl"].open("w", encoding="utf-8") as lines:
        for number, unit in enumerate(_units(book, units)):
            for name in formats:
                if name == "jsonl":
                    lines.write(json.dumps(json.loads(text_file.as_json(unit)), ensure_ascii=False) + "\n")
                else:
                    (sources[name] / f"{number:05d}.{name}").write_bytes(_WRITERS[name](book, unit))
    return sources


def _units(book: Rulebook, number: int) -> Iterator[UnitFile]:
    for record in plausible(number):
        loaded = load(json.dumps(record).encode(), "unit.json", book.vocabulary, "json")
        if loaded.unit is None:
            raise RuntimeError(f"no valid unit: {loaded.problems[0].render('en')}")
        yield loaded.unit


def _workbook(book: Rulebook, unit: UnitFile) -> bytes:
    from dcs_audit.drafting import workbook

    return workbook.write(Request(book, want(book, unit.unit.type, unit.year), "vi"), unit)


_WRITERS: dict[str, Callable[[Rulebook, UnitFile], bytes]] = {
    "yaml": lambda _, unit: text_file.as_yaml(unit).encode(),
    "json": lambda _, unit: text_file.as_json(unit).encode(),
    "xlsx": _workbook,
}


def _compare(folder: Path, formats: list[str]) -> None:
    """That the reports of all formats say the same of each unit. Raises RuntimeError."""
    first, *others = (_verdicts(folder / f"of-{name}.jsonl") for name in formats)
    for name, verdicts in zip(formats[1:], others, strict=True):
        if verdicts != first:
            raise RuntimeError(f"other verdicts from {name} than from {formats[0]}")


def _verdicts(reports: Path) -> list[list[Any]]:
    """The verdict on every duty of every unit, in the order of the units."""
    with reports.open(encoding="utf-8") as lines:
        return [[(result["duty"], result["status"]) for result in json.loads(line)["results"]] for line in lines]
