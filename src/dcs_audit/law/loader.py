"""Packs on disk: a folder with `pack.yaml`, `sources.yaml`, and rule files."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dcs_audit.law.basics import Parameter
from dcs_audit.law.calendar import AnnouncedDay
from dcs_audit.law.model import CalendarFile, PackFile, Rule, RuleFile, Source, SourceFile
from dcs_audit.law.questions import Check
from dcs_audit.records.problems import to_problems
from dcs_audit.records.yaml_reader import read_yaml

M = TypeVar("M", bound=BaseModel)

APART = ("pack.yaml", "sources.yaml", "calendar.yaml", "coverage.yaml")
"""Files of a pack that hold no rules; `*.test.yaml` hold cases."""


class PackError(ValueError):
    """A pack that cannot be used. `problems` are lines for the person who writes it."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack as read, with what is wrong in its files."""

    name: str
    folder: Path
    file: PackFile
    rules: tuple[Rule, ...]
    checks: tuple[Check, ...]
    parameters: tuple[Parameter, ...]
    sources: tuple[Source, ...]
    announced: tuple[AnnouncedDay, ...]
    digest: str
    problems: tuple[str, ...]


def shipped() -> Path:
    """The folder of the packs that come with the program: inside the wheel, or beside the sources."""
    inside = Path(__file__).resolve().parent.parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "rules"


def folder_of(name_or_path: str) -> Path:
    """The folder of a shipped pack by its name, or of one given by path. Raises PackError."""
    by_name = shipped() / name_or_path
    folder = by_name if "/" not in name_or_path and by_name.is_dir() else Path(name_or_path)
    if not (folder / "pack.yaml").is_file():
        known = ", ".join(sorted(path.name for path in shipped().iterdir() if path.is_dir()))
        raise PackError((f"{name_or_path}: no such pack (a folder with pack.yaml); shipped packs: {known}",))
    return folder


def read_pack(name_or_path: str) -> Pack:
    """A pack with all its files; what is wrong in them is listed in `problems`. Raises PackError without pack.yaml."""
    folder = folder_of(name_or_path)
    problems: list[str] = []
    hashed = sha256()
    file = _read(folder / "pack.yaml", PackFile, problems, hashed)
    sources = (
        _read(folder / "sources.yaml", SourceFile, problems, hashed) if (folder / "sources.yaml").exists() else None
    )
    calendar = folder / "calendar.yaml"
    days = _read(calendar, CalendarFile, problems, hashed) if calendar.exists() else None
    files = [_read(path, RuleFile, problems, hashed) for path in rule_files(folder)]
    if file is None:
        raise PackError(tuple(problems))
    found = [one for one in files if one is not None]
    return Pack(
        name=file.name,
        folder=folder,
        file=file,
        rules=tuple(rule for one in found for rule in one.rules),
        checks=tuple(check for one in found for check in one.checks),
        parameters=tuple(parameter for one in found for parameter in one.parameters),
        sources=sources.sources if sources else (),
        announced=tuple(AnnouncedDay(d.day, d.working, d.title) for d in days.announced) if days else (),
        digest="sha256:" + hashed.hexdigest(),
        problems=tuple(problems),
    )


def rule_files(folder: Path) -> list[Path]:
    """The files of a pack that hold rules, in the order of their names."""
    files = (p for p in folder.glob("*.yaml") if p.name not in APART and not p.name.endswith(".test.yaml"))
    return sorted(files, key=lambda path: path.stem)


def _read(path: Path, model: type[M], problems: list[str], hashed: Any) -> M | None:
    shown = f"{path.parent.name}/{path.name}"
    data = path.read_bytes()
    hashed.update(shown.encode() + b"\0" + data + b"\0")
    try:
        content = read_yaml(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        problems.append(f"{shown}: not UTF-8 at byte {error.start}")
        return None
    problems.extend(problem.render("en") for problem in to_problems(shown, content.findings, content.positions))
    if content.findings or not content.readable:
        return None
    try:
        return model.model_validate(content.data)
    except ValidationError as error:
        for entry in error.errors():
            line, column = content.positions.of(entry["loc"], nearest=True) or (1, 1)
            where = ".".join(str(part) for part in entry["loc"])
            problems.append(f"{shown}:{line}:{column}: {where}: {entry['msg']}")
        return None
