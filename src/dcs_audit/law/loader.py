"""Packs on disk: a folder with `pack.yaml`, `sources.yaml`, and rule files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from dcs_audit.law.basics import Parameter
from dcs_audit.law.calendar import AnnouncedDay
from dcs_audit.law.model import Informational, Restated, Rule, RuleFile, Source, SourceFile
from dcs_audit.law.packs import CalendarFile, PackFile
from dcs_audit.law.parsing import Parsed, parse
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check
from dcs_audit.law.strays import strays
from dcs_audit.law.told import joined, named, of_problem, told
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
    unread: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Words of what could not be read, among them names that may be defined there; empty where nothing is wrong."""

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
        known = sorted(path.name for path in shipped().iterdir() if path.is_dir())
        near = {one: text for one, text in named(name_or_path, known).items() if one == "near"}
        raise PackError((joined(name_or_path, told("no_such_pack", packs=", ".join(known), **near)),))
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
        raise PackError((joined(folder.name, told("too_many_pack_files", most=MOST_FILES)),))
    if unread := tuple(strays(folder)):
        raise PackError(unread)
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
        raise PackError((joined(shown, told("leads_out_of_pack")),))
    data = read_bytes(path, MOST_BYTES)
    if isinstance(data, Problem):
        what = told("pack_file_too_large") if data.code == "file_too_large" else of_problem(data)
        raise PackError((joined(shown, what),))
    return data


def read_pack(name_or_path: str) -> Pack:
    """A pack with all its files, as far as they can be read; what is wrong in them is listed in `problems`.

    Raises PackError where there is no pack, or one of its files cannot be opened.
    """
    return parse_pack(pack_text(name_or_path))


def parse_pack(text: PackText) -> Pack:
    """As `read_pack`, of bytes that were read."""
    top, rest = f"{text.folder.name}/", dict(text.files)
    about = _about(top, rest.pop(f"{top}pack.yaml"))
    sources = parse(f"{top}sources.yaml", rest.pop(f"{top}sources.yaml", b"sources: []"), SourceFile, {"sources": ()})
    days = parse(
        f"{top}calendar.yaml", rest.pop(f"{top}calendar.yaml", b"announced: []"), CalendarFile, {"announced": ()}
    )
    files = [parse(shown, data, RuleFile, {}) for shown, data in rest.items()]
    parts: tuple[Parsed[Any], ...] = (about, sources, days, *files)
    assert about.content is not None and sources.content is not None and days.content is not None

    def entries(kind: str) -> tuple[Any, ...]:
        return tuple(entry for one in files for entry in getattr(one.content, kind))

    def places(kind: str, files: Iterable[Parsed[Any]]) -> tuple[Place, ...]:
        return tuple(at for one in files for at in _places(one.place, kind, len(getattr(one.content, kind))))

    return Pack(
        name=about.content.name,
        folder=text.folder,
        file=about.content,
        rules=entries("rules"),
        checks=entries("checks"),
        parameters=entries("parameters"),
        sources=sources.content.sources,
        informational=entries("informational"),
        restated=entries("restated"),
        announced=tuple(AnnouncedDay(d.day, d.working, d.title) for d in days.content.announced),
        digest=text.digest,
        problems=tuple(problem for part in parts for problem in part.problems),
        places={
            **{kind: places(kind, files) for kind in ("rules", "checks", "parameters", "informational", "restated")},
            "sources": places("sources", (sources,)),
            "pack": (about.place,),
        },
        unread=frozenset[str]().union(*(part.unread for part in parts)),
    )


def _about(top: str, data: bytes) -> Parsed[PackFile]:
    """What the pack says of itself. Where it does not even say its name, the folder's name stands for it."""
    unsaid = {"vi": "?", "en": "?"}
    return parse(f"{top}pack.yaml", data, PackFile, {"name": top.rstrip("/"), "title": unsaid, "status": unsaid})


def _places(top: Place, kind: str, count: int) -> tuple[Place, ...]:
    return tuple(Place(top.file, top.positions, (kind, number)) for number in range(count))


def rule_files(folder: Path) -> list[Path]:
    """The files of a pack that hold rules, in the order of their names."""
    files = (p for p in folder.glob("*.yaml") if p.name not in APART and not p.name.endswith(".test.yaml"))
    return sorted(files, key=lambda path: path.stem)


def read_model(path: Path, model: type[M], problems: list[str]) -> tuple[M | None, Place | None]:
    """The content of one file of a pack and its first place; adds to `problems` what is wrong in it."""
    try:
        found = parse(f"{path.parent.name}/{path.name}", file_bytes(path), model)
    except PackError as error:
        problems.extend(error.problems)
        return None, None
    problems.extend(found.problems)
    return (None, None) if found.problems else (found.content, found.place)
