"""Rulebooks and holidays kept from earlier runs: reading hundreds of rules and checking them costs more than an audit.

What is kept is what came out, never what was asked: a rulebook is found again only by the bytes of all its files, so a
changed rule counts at once. The digest that reports print is that of the files and knows nothing of this.
"""

from __future__ import annotations

import gc
import io
import json
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from dcs_audit import __version__
from dcs_audit.law.cache import Cache, folder_of
from dcs_audit.law.loader import Pack, PackText
from dcs_audit.law.places import Place
from dcs_audit.records.positions import Loc, Positions

if TYPE_CHECKING:
    from dcs_audit.law.rulebook import Rulebook

DaysOff = tuple[frozenset[date], frozenset[date]]
"""Of a year: the days off, and the Saturdays worked instead."""

_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MAKERS = ("law", "records", "locale", "verdicts", "duties")
"""Packages whose code decides what a rulebook is; while they are being worked on, the version does not tell."""
_CLASSES = tuple(f"dcs_audit.law.{name}" for name in ("basics", "calendar", "model", "packs", "questions"))
_PLAIN = ("name", "file", "rules", "checks", "parameters", "sources", "informational", "restated", "announced")
"""Fields of a pack that are kept as they are; the others come from the files, or are nothing in a sound rulebook."""


def user_cache() -> Cache:
    """The cache of whoever runs the program, as the environment names it."""
    return Cache(folder_of(os.environ))


class KeptRulebook:
    """The place of one rulebook in a cache."""

    def __init__(self, cache: Cache, texts: Sequence[PackText]) -> None:
        self._cache, self._texts = cache, texts
        self._name = "rulebook-" + _hashed(_HOME, sys.version, *(os.path.realpath(text.folder) for text in texts))[:16]

    def load(self) -> Rulebook | None:
        """The rulebook that these very files gave before; None where it is not known or what was kept is damaged."""
        kept = self._cache.read(self._name, self._key) if self._key else None
        if kept is None:
            return None
        try:
            with _no_collection():
                return _restored(_Reader(io.BytesIO(kept)).load(), self._texts)
        except Exception:  # damage of whatever kind: it is made anew
            return None

    def save(self, book: Rulebook) -> None:
        """Keeps what the files gave."""
        if self._key:
            self._cache.write(self._name, self._key, pickle.dumps(_state(book), protocol=5))

    @cached_property
    def _key(self) -> str:
        """Stands for all that makes the rulebook what it is; empty where that cannot be known."""
        from pydantic import VERSION

        files = [(text.digest, [(name, len(data)) for name, data in text.files.items()]) for text in self._texts]
        try:
            code = _code()
        except OSError:
            return ""
        return _hashed("rulebook 1", __version__, sys.version, VERSION, code, json.dumps(files))


def _hashed(*parts: str) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()


def _code() -> str:
    """Name, size and day of change of every module that has a say in what a rulebook is."""
    found = []
    for package in _MAKERS:
        with os.scandir(os.path.join(_HOME, package)) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    known = entry.stat()
                    found.append(f"{package}/{entry.name} {known.st_size} {known.st_mtime_ns}")
    return "\n".join(sorted(found))


def _state(book: Rulebook) -> dict[str, Any]:
    return {
        "packs": [
            {name: getattr(pack, name) for name in _PLAIN}
            | {"places": {kind: [(at.file, at.loc) for at in places] for kind, places in pack.places.items()}}
            for pack in book.packs
        ],
        "rules": book.rules,
        "checks": dict(book.checks),
        "parameters": dict(book.parameters),
        "sources": dict(book.sources),
        "announced": tuple(book.calendar.announced),
        "digest": book.digest,
    }


def _restored(state: Mapping[str, Any], texts: Sequence[PackText]) -> Rulebook:
    from dcs_audit.law.calendar import WorkingCalendar
    from dcs_audit.law.rulebook import Rulebook

    return Rulebook(
        packs=tuple(_pack(kept, text) for kept, text in zip(state["packs"], texts, strict=True)),
        rules=state["rules"],
        checks=state["checks"],
        parameters=state["parameters"],
        sources=state["sources"],
        calendar=WorkingCalendar(state["announced"]),
        digest=state["digest"],
    )


def _pack(kept: dict[str, Any], text: PackText) -> Pack:
    positions = {name: _Later(data) for name, data in text.files.items()}
    places = {
        kind: tuple(Place(file, positions[file], loc) for file, loc in found)
        for kind, found in kept.pop("places").items()
    }
    return Pack(**kept, folder=text.folder, digest=text.digest, problems=(), places=places)


class _Later(Positions):
    """The places in a file of a pack, which is read for them at the first question; most runs ask none."""

    def __init__(self, data: bytes) -> None:
        super().__init__(lambda: None)
        self._data = data

    @cached_property
    def _read(self) -> Positions:
        from dcs_audit.records.yaml_reader import read_yaml

        return read_yaml(self._data.decode("utf-8-sig")).positions

    def of(self, loc: Loc, *, nearest: bool = False, key: bool = False) -> tuple[int, int] | None:
        return self._read.of(loc, nearest=nearest, key=key)


class _Reader(pickle.Unpickler):
    """Makes models of the law and days, and calls nothing else, whatever the file says."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("datetime", "date"):
            return date
        found = getattr(import_module(module), name, None) if module in _CLASSES else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a rulebook")
        return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing of what is being read is garbage: looking for it would take longer than the reading."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def kept_days(cache: Cache, library: Callable[[int], DaysOff]) -> Callable[[int], DaysOff]:
    """`library`, asked only for years that no earlier run has asked this version of it for.

    What it knows of a year is the same in every run, and to load it takes longer than to audit a unit.
    """
    name = "holidays-" + _hashed(_HOME, sys.version)[:16]
    known: dict[int, DaysOff] = {}

    def days_off_of(year: int) -> DaysOff:
        if year not in known:
            key = _holidays_key()
            known.update(_read_days(cache.read(name, key) if key else None))
            if year not in known:
                known[year] = library(year)
                plain = {str(y): [sorted(map(date.isoformat, days)) for days in known[y]] for y in sorted(known)}
                if key:
                    cache.write(name, key, json.dumps(plain).encode())
        return known[year]

    return days_off_of


def _holidays_key() -> str:
    """Stands for the library as it is installed; empty where that is not known."""
    try:
        return _hashed("holidays 1", sys.version, version("holidays"))
    except PackageNotFoundError:
        return ""


def _read_days(kept: bytes | None) -> dict[int, DaysOff]:
    try:
        return {int(year): (_days(off), _days(on)) for year, (off, on) in json.loads(kept or b"{}").items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _days(written: Sequence[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, written))
