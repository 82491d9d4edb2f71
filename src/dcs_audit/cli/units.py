"""From the arguments of `check` to unit records: which files, with which rulebook, read or refused."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dcs_audit.cli.exits import BadPack
from dcs_audit.cli.terminal import Terminal

if TYPE_CHECKING:
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.records.reader import Loaded

STDIN = "-"
_STDIN_NAME = "<stdin>"
_SUFFIXES = (".yaml", ".yml", ".json")


class Shelf:
    """Rulebooks by the packs they hold: the national one and those of the command line, and more where asked."""

    def __init__(self, packs: Sequence[str]) -> None:
        """Raises BadPack."""
        self._packs = tuple(packs)
        self._books: dict[tuple[str, ...], Rulebook] = {}
        self.base = self._book(())
        self._held = frozenset(pack.name for pack in self.base.packs)

    def book(self, named: Iterable[str]) -> Rulebook:
        """The rulebook for a unit file that names these packs. Raises BadPack."""
        return self._book(tuple(dict.fromkeys(name for name in named if name not in self._held)))

    @property
    def books(self) -> tuple[Rulebook, ...]:
        """Every rulebook asked for so far."""
        return tuple(self._books.values())

    def _book(self, more: tuple[str, ...]) -> Rulebook:
        # Imported here: help and version do without the models of the rules.
        from dcs_audit.law.loader import PackError
        from dcs_audit.law.rulebook import load_rulebook

        if more not in self._books:
            try:
                self._books[more] = load_rulebook((*self._packs, *more))
            except PackError as error:
                raise BadPack(error.problems) from error
        return self._books[more]


@dataclass(frozen=True, slots=True)
class Submitted:
    """One unit file as read, and the rulebook that it is to be audited with."""

    loaded: Loaded
    rulebook: Rulebook


def find(arguments: Sequence[str]) -> Iterator[str]:
    """The unit files that the arguments name, each once, in order; a folder without any is named itself.

    A folder stands for every .yaml, .yml and .json below it, in the order of their names, hidden ones aside.
    """
    seen: set[str] = set()
    for argument in arguments:
        found = list(_below(argument)) if argument != STDIN and os.path.isdir(argument) else [argument]
        for path in found or [argument]:
            identity = path if path == STDIN else os.path.realpath(path)
            if identity not in seen:
                seen.add(identity)
                yield path


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                yield os.path.join(here, name)


def read(path: str, shelf: Shelf, terminal: Terminal) -> Submitted:
    """One unit file, or what is wrong with it, and its rulebook. Raises BadPack for a pack that it names.

    The words a file may use depend on its packs, and its packs stand in the file: it is read with the words at hand
    first, and once more where that fails and it names further packs.
    """
    source = _Source(path, terminal)
    loaded = source.load(shelf.base)
    if loaded.unit is not None:
        return Submitted(loaded, shelf.book(loaded.unit.packs))
    shipped = shelf.base.vocabulary.pack_names
    rulebook = shelf.book(name for name in source.named_packs() if name in shipped)
    return Submitted(loaded if rulebook is shelf.base else source.load(rulebook), rulebook)


class _Source:
    """A unit file that can be read more than once, even from stdin."""

    def __init__(self, path: str, terminal: Terminal) -> None:
        self._path = path
        self._data = terminal.read_all() if path == STDIN else None

    def load(self, rulebook: Rulebook) -> Loaded:
        from dcs_audit.records.reader import load, load_path

        if self._data is None:
            return load_path(self._path, rulebook.vocabulary)
        return load(self._data, _STDIN_NAME, rulebook.vocabulary, "json" if self._is_json(self._data) else "yaml")

    def named_packs(self) -> tuple[str, ...]:
        """The packs that the file names, as far as it can be read at all."""
        from dcs_audit.records.source import decode, read_bytes

        data = self._data if self._data is not None else read_bytes(self._path)
        text = decode(data, self._path) if isinstance(data, bytes) else data
        if not isinstance(text, str) or "packs" not in text:
            return ()
        content = self._content(text)
        named = content.get("packs") if isinstance(content, dict) else None
        return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()

    def _content(self, text: str) -> object:
        json = self._path.lower().endswith(".json") if self._data is None else self._is_json(self._data)
        if json:
            from dcs_audit.records.json_reader import read_json

            return read_json(text).data
        from dcs_audit.records.yaml_reader import read_yaml

        return read_yaml(text).data

    @staticmethod
    def _is_json(data: bytes) -> bool:
        return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
