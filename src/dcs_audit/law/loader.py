"""Packs on disk: a folder with `pack.yaml`, `sources.yaml`, and rule files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from dcs_audit.law.basics import Parameter
from dcs_audit.law.calendar import AnnouncedDay
from dcs_audit.law.model import Informational, Restated, Rule, RuleFile, Source, SourceFile
from dcs_audit.law.packs import CalendarFile, PackFile
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check
from dcs_audit.records.problems import Problem
from dcs_audit.records.source import read_bytes

if TYPE_CHECKING:
    from pydantic import BaseModel

M = TypeVar("M", bound="BaseModel")

APART = ("pack.yaml", "sources.yaml", "calendar.yaml", "coverage.yaml")
"""Files of a pack that hold no rules; `*.test.yaml` hold cases."""
MOST_BYTES = 2 * 1024 * 1024
"""Of one file of a pack; the largest of ours is a twentieth of that."""
MOST_FILES = 200
"""Of one pack; the largest of ours has thirty."""


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
    informational: tuple[Informational, ...]
    restated: tuple[Restated, ...]
    announced: tuple[AnnouncedDay, ...]
    digest: str
    problems: tuple[str, ...]
    places: Mapping[str, tuple[Place, ...]] = field(compare=False, repr=False)
    """Where each of `rules`, `checks`, `parameters`, `sources` and `informational` stands, in their order; `pack` is
    where `file` begins."""

    def placed_rules(self) -> Iterator[tuple[Rule, Place]]:
        """The rules, each with its place."""
        return zip(self.rules, self.places["rules"], strict=True)

    def placed_checks(self) -> Iterator[tuple[Check, Place]]:
        """The checks, each with its place."""
        return zip(self.checks, self.places["checks"], strict=True)

    def placed_parameters(self) -> Iterator[tuple[Parameter, Place]]:
        """The parameters, each with its place."""
        return zip(self.parameters, self.places["parameters"], strict=True)

    def placed_informational(self) -> Iterator[tuple[Informational, Place]]:
        """The informational entries, each with its place."""
        return zip(self.informational, self.places["informational"], strict=True)

    def placed_restated(self) -> Iterator[tuple[Restated, Place]]:
        """The restated duties, each with its place."""
        return zip(self.restated, self.places["restated"], strict=True)

    def placed_sources(self) -> Iterator[tuple[Source, Place]]:
        """The sources, each with its place."""
        return zip(self.sources, self.places["sources"], strict=True)


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


@dataclass(frozen=True, slots=True)
class PackText:
    """The bytes of a pack, before anything is made of them: every file that counts, by its name in messages."""

    folder: Path
    files: Mapping[str, bytes]
    digest: str
    """`sha256:` of names and contents, in the order of `files`."""


def pack_text(name_or_path: str) -> PackText:
    """The bytes of a pack. Raises PackError where there is none, or where a file cannot be read."""
    folder = folder_of(name_or_path)
    listed = [folder / name for name in ("pack.yaml", "sources.yaml", "calendar.yaml")]
    paths = [*(path for path in listed if path.name == "pack.yaml" or path.exists()), *rule_files(folder)]
    if len(paths) > MOST_FILES:
        raise PackError((f"{folder.name}: more than {MOST_FILES} files: nobody could read such a pack",))
    files: dict[str, bytes] = {}
    hashed = sha256()
    for path in paths:
        shown = f"{path.parent.name}/{path.name}"
        files[shown] = file_bytes(path)
        hashed.update(shown.encode() + b"\0" + files[shown] + b"\0")
    return PackText(folder, files, "sha256:" + hashed.hexdigest())


def file_bytes(path: Path) -> bytes:
    """The bytes of a file of a pack. Raises PackError where it is no file, lies elsewhere, or is too large.

    A pack may come from anywhere: through a link it could show what whoever runs it may read, or never end.
    """
    shown = f"{path.parent.name}/{path.name}"
    home = os.path.realpath(path.parent)
    if os.path.dirname(os.path.realpath(path)) != home and os.path.dirname(home) != os.path.realpath(shipped()):
        raise PackError((f"{shown}: leads out of the pack: put a copy of the file in its place",))
    data = read_bytes(path, MOST_BYTES)
    if isinstance(data, Problem):
        reason = "larger than 2 MB" if data.code == "file_too_large" else data.text("en")
        raise PackError((f"{shown}: cannot be read: {reason}",))
    return data


def read_pack(name_or_path: str) -> Pack:
    """A pack with all its files; what is wrong in them is listed in `problems`. Raises PackError without pack.yaml."""
    return parse_pack(pack_text(name_or_path))


def parse_pack(text: PackText) -> Pack:
    """As `read_pack`, of bytes that were read."""
    problems: list[str] = []
    top, rest = f"{text.folder.name}/", dict(text.files)

    def taken(name: str, model: type[M]) -> tuple[M | None, Place | None]:
        data = rest.pop(top + name, None)
        return _parsed(top + name, data, model, problems) if data is not None else (None, None)

    file, file_at = taken("pack.yaml", PackFile)
    sources, sources_at = taken("sources.yaml", SourceFile)
    days, _ = taken("calendar.yaml", CalendarFile)
    files = [_parsed(shown, data, RuleFile, problems) for shown, data in rest.items()]
    if file is None:
        raise PackError(tuple(problems))
    found = [one for one, _ in files if one is not None]

    def places(kind: str) -> tuple[Place, ...]:
        return tuple(at for one, top in files if one and top for at in _places(top, kind, len(getattr(one, kind))))

    return Pack(
        name=file.name,
        folder=text.folder,
        file=file,
        rules=tuple(rule for one in found for rule in one.rules),
        checks=tuple(check for one in found for check in one.checks),
        parameters=tuple(parameter for one in found for parameter in one.parameters),
        sources=sources.sources if sources else (),
        informational=tuple(entry for one in found for entry in one.informational),
        restated=tuple(entry for one in found for entry in one.restated),
        announced=tuple(AnnouncedDay(d.day, d.working, d.title) for d in days.announced) if days else (),
        digest=text.digest,
        problems=tuple(problems),
        places={
            **{kind: places(kind) for kind in ("rules", "checks", "parameters", "informational", "restated")},
            "sources": _places(sources_at, "sources", len(sources.sources)) if sources and sources_at else (),
            "pack": (file_at,) if file_at else (),
        },
    )


def _places(top: Place, kind: str, count: int) -> tuple[Place, ...]:
    return tuple(Place(top.file, top.positions, (kind, number)) for number in range(count))


def rule_files(folder: Path) -> list[Path]:
    """The files of a pack that hold rules, in the order of their names."""
    files = (p for p in folder.glob("*.yaml") if p.name not in APART and not p.name.endswith(".test.yaml"))
    return sorted(files, key=lambda path: path.stem)


def read_model(path: Path, model: type[M], problems: list[str]) -> tuple[M | None, Place | None]:
    """The content of one file of a pack and its first place; adds to `problems` what is wrong in it."""
    try:
        return _parsed(f"{path.parent.name}/{path.name}", file_bytes(path), model, problems)
    except PackError as error:
        problems.extend(error.problems)
        return None, None


def _parsed(shown: str, data: bytes, model: type[M], problems: list[str]) -> tuple[M | None, Place | None]:
    # Imported here: a rulebook that was kept from an earlier run is not parsed.
    from pydantic import ValidationError

    from dcs_audit.records.problems import to_problems
    from dcs_audit.records.yaml_reader import read_yaml

    try:
        content = read_yaml(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        problems.append(f"{shown}: not UTF-8 at byte {error.start}")
        return None, None
    problems.extend(problem.render("en") for problem in to_problems(shown, content.findings, content.positions))
    if content.findings or not content.readable:
        return None, None
    try:
        return model.model_validate(content.data), Place(shown, content.positions, ())
    except ValidationError as error:
        for entry in _own(error.errors()):
            line, column = content.positions.of(entry["loc"], nearest=True) or (1, 1)
            where = ".".join(str(part) for part in entry["loc"])
            problems.append(f"{shown}:{line}:{column}: {where}: {entry['msg'].removeprefix('Value error, ')}")
        return None, None


def _own(errors: list[Any]) -> list[Any]:
    """`errors` without those of lists that are too short only because an entry of theirs is wrong."""
    wrong = {entry["loc"][:length] for entry in errors for length in range(len(entry["loc"]))}
    return [entry for entry in errors if entry["type"] != "too_short" or entry["loc"] not in wrong]
