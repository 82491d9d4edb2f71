"""From the arguments of `check` to unit records: which files or lines, with which rulebook, read or refused."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BufferedIOBase
from typing import TYPE_CHECKING, Literal

from dcs_audit.cli.exits import BadPack
from dcs_audit.cli.ours import Kind, is_saved_report, kind_of

if TYPE_CHECKING:
    from dcs_audit.cli.terminal import Terminal
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.records.problems import Problem
    from dcs_audit.records.reader import Loaded

STDIN = "-"
STDIN_FORMATS = ("yaml", "json", "jsonl", "xlsx")
_STDIN_NAME = "<stdin>"
_LINES = ".jsonl"
_SUFFIXES = (".yaml", ".yml", ".json", ".xlsx", _LINES)
_NOT_READ = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".txt", ".doc", ".docx", ".odt")
"""What people keep tables and texts in, which no record can be read from."""
_MOST_PASSED_OVER = 5
"""Files of folders that are named where they were not read."""
_LOCK_FILE = "~$"
"""What the name of a file begins with that Excel keeps beside an open workbook."""
_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Shelf:
    """Rulebooks by the packs they hold: the national one and those of the command line, and more where asked."""

    def __init__(self, packs: Sequence[str], *, at_once: bool = True) -> None:
        """Raises BadPack. Unless `at_once`, nothing is read, nor found bad, before it is asked for."""
        self._packs = tuple(packs)
        self._books: dict[tuple[str, ...], Rulebook] = {}
        if at_once:
            self._book(())

    @property
    def base(self) -> Rulebook:
        """The rulebook of the run. Raises BadPack."""
        return self._book(())

    def book(self, named: Iterable[str]) -> Rulebook:
        """The rulebook for a unit file that names these packs. Raises BadPack."""
        return self._book(self.beyond(named))

    def beyond(self, named: Iterable[str]) -> tuple[str, ...]:
        """Those of the packs named that the base does not hold. Raises BadPack."""
        held = {pack.name for pack in self.base.packs}
        return tuple(dict.fromkeys(name for name in named if name not in held))

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
class Item:
    """One record to audit: a file, or bytes that were read from a line or from stdin; able to travel.

    `line` is the 1-based line of `path` that the record stands on. `empty` says that there is none, as the key of a
    message: a folder without unit files, a file without lines.
    """

    number: int
    path: str
    data: bytes | None = None
    format: Literal["yaml", "json", "xlsx"] | None = None
    line: int | None = None
    empty: Literal["", "error.empty_folder", "error.no_records"] = ""

    @property
    def name(self) -> str:
        """What reports call the record."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Submitted:
    """One unit file as read, and the rulebook that it is to be audited with."""

    loaded: Loaded
    rulebook: Rulebook


def find(arguments: Sequence[str], passed_over: list[str] | None = None) -> Iterator[str]:
    """The unit files that the arguments name, each once, in order; a folder without any is named itself.

    A folder stands for every .yaml, .yml, .json, .jsonl and .xlsx below it, in the order of their names, hidden ones
    and Excel's lock files aside; a pattern for what it matches. Files of a folder that could be meant for records but
    are of no kind that is read, and no reports of this program, are added to `passed_over`.
    """
    seen: set[str] = set()
    for argument in arguments:
        for path in _meant(argument, passed_over):
            identity = path if path == STDIN else os.path.realpath(path)
            if identity not in seen:
                seen.add(identity)
                yield path


def _meant(argument: str, passed_over: list[str] | None) -> Iterator[str]:
    if argument == STDIN or os.path.lexists(argument) or not glob.has_magic(argument):
        matches = [argument]
    else:
        matches = sorted(glob.glob(argument, recursive=True)) or [argument]
    for match in matches:
        found = _below(match, passed_over) if match != STDIN and os.path.isdir(match) else iter((match,))
        first = next(found, match)
        yield first
        yield from found


def _below(folder: str, passed_over: list[str] | None) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path, ending = os.path.join(here, name), name.lower()
            if name.startswith((".", _LOCK_FILE)):
                continue
            if ending.endswith(_SUFFIXES):
                if not is_saved_report(path):
                    yield path
            elif passed_over is not None and ending.endswith(_NOT_READ) and kind_of(path) is not Kind.OURS:
                passed_over.append(path)


def tell_passed_over(paths: Sequence[str], terminal: Terminal) -> None:
    """Names the first files of folders that were not read, on one line: whoever put them there may think otherwise."""
    if paths:
        named = ", ".join(paths[:_MOST_PASSED_OVER])
        if (more := len(paths) - _MOST_PASSED_OVER) > 0:
            named = terminal.word("talk.and_more", named=named, more=more)
        terminal.talk(terminal.word("talk.passed_over", number=len(paths), named=named))


def many(paths: Sequence[str], stdin_format: str | None) -> bool:
    """Whether the paths can hold several records: then the output is that of a fleet, whatever their number."""
    return len(paths) > 1 or any(_is_lines(path) or (path == STDIN and stdin_format == "jsonl") for path in paths)


def countable(paths: Sequence[str]) -> bool:
    """Whether each path is one record."""
    return not any(_is_lines(path) or path == STDIN for path in paths)


def _is_lines(path: str) -> bool:
    return path != STDIN and path.lower().endswith(_LINES) and not os.path.isdir(path)


def items(paths: Iterable[str], stdin: Callable[[], BufferedIOBase], stdin_format: str | None) -> Iterator[Item]:
    """Every record of the paths, one at a time. Nothing is read ahead but the first line of stdin."""
    number = 0
    for path in paths:
        for item in _items(path, stdin, stdin_format):
            yield replace(item, number=number)
            number += 1


def _items(path: str, stdin: Callable[[], BufferedIOBase], stdin_format: str | None) -> Iterator[Item]:
    if path == STDIN:
        yield from _from_stdin(stdin(), stdin_format)
    elif _is_lines(path):
        yield from _from_lines(path)
    else:
        # A folder that is named itself is without unit files: `find` names others by what they hold.
        yield Item(0, path, empty="error.empty_folder" if os.path.isdir(path) else "")


def _from_lines(path: str) -> Iterator[Item]:
    from dcs_audit.records.problems import Problem
    from dcs_audit.records.source import read_bytes

    probe = read_bytes(path, 0)
    if isinstance(probe, Problem) and probe.code != "file_too_large":
        yield Item(0, path)  # reading it will say what is wrong with it
        return
    with open(path, "rb") as file:
        yield from _lines(path, file)


def _from_stdin(stdin: BufferedIOBase, asked: str | None) -> Iterator[Item]:
    from dcs_audit.cli.lines import whole_object

    if asked == "jsonl":
        yield from _lines(_STDIN_NAME, stdin)
        return
    first = stdin.readline() if asked is None else b""
    second = stdin.readline() if asked is None and whole_object(first) else b""
    if second.strip():
        yield from _lines(_STDIN_NAME, stdin, (first, second))
        return
    data = first + second + stdin.read()
    yield Item(0, _STDIN_NAME, data, _format(data, asked))


def _format(data: bytes, asked: str | None) -> Literal["yaml", "json", "xlsx"]:
    """The format that was asked for, else the one that the first bytes give away."""
    if asked == "xlsx" or (asked is None and data.startswith(_ZIP)):
        return "xlsx"
    return "json" if asked == "json" or (asked is None and _is_json(data)) else "yaml"


def _lines(path: str, file: BufferedIOBase, already: Sequence[bytes] = ()) -> Iterator[Item]:
    from dcs_audit.cli.lines import numbered

    none = True
    for number, line in numbered(file, already):
        none = False
        if number == 1 and line.startswith(_UTF16):  # said once, not of every half character
            yield Item(0, path, line, "json")
            return
        yield Item(0, path, line, "json", number)
    if none:
        yield Item(0, path, empty="error.no_records")


def read(item: Item, shelf: Shelf) -> Submitted:
    """One record, or what is wrong with it, and its rulebook. Raises BadPack for a pack that it names.

    The words a file may use depend on its packs, and its packs stand in the file: it is read with the words at hand
    first, and once more where that fails and it names further packs.
    """
    source = _Source(item)
    loaded = source.load(shelf.base)
    if loaded.unit is not None:
        return Submitted(loaded, shelf.book(loaded.unit.packs))
    shipped = shelf.base.vocabulary.pack_names
    rulebook = shelf.book(name for name in source.named_packs() if name in shipped)
    return Submitted(loaded if rulebook is shelf.base else source.load(rulebook), rulebook)


class _Source:
    """A record that can be read more than once."""

    def __init__(self, item: Item) -> None:
        self._item = item

    def load(self, rulebook: Rulebook) -> Loaded:
        from dcs_audit.records.reader import load, load_path

        item = self._item
        if item.data is None:
            return load_path(item.path, rulebook.vocabulary)
        loaded = load(item.data, item.name, rulebook.vocabulary, item.format or "yaml")
        if item.line is None or not loaded.problems:
            return loaded
        return replace(loaded, problems=tuple(_on_its_line(problem, item) for problem in loaded.problems))

    def named_packs(self) -> tuple[str, ...]:
        """The packs that the record names, as far as it can be read at all."""
        from dcs_audit.records.reader import format_of
        from dcs_audit.records.source import decode, read_bytes

        item = self._item
        data = item.data if item.data is not None else read_bytes(item.path)
        form = item.format or format_of(item.path)
        if form == "xlsx":
            return _packs_in(self._workbook(data)) if isinstance(data, bytes) else ()
        text = decode(data, item.path) if isinstance(data, bytes) else data
        if not isinstance(text, str) or "packs" not in text:
            return ()
        return _packs_in(self._content(text, form))

    def _workbook(self, data: bytes) -> object:
        from dcs_audit.records.vocabulary import Vocabulary
        from dcs_audit.records.xlsx_reader import read_workbook

        return read_workbook(data, Vocabulary()).data

    def _content(self, text: str, form: str) -> object:
        if form == "json":
            from dcs_audit.records.json_reader import read_json

            return read_json(text).data
        from dcs_audit.records.yaml_reader import read_yaml

        return read_yaml(text).data


def _packs_in(content: object) -> tuple[str, ...]:
    named = content.get("packs") if isinstance(content, dict) else None
    return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()


def _on_its_line(problem: Problem, item: Item) -> Problem:
    """A problem of a line of JSON Lines, told as one of the file."""
    return replace(problem, file=item.path, line=item.line, column=problem.column or 1)


def _is_json(data: bytes) -> bool:
    from dcs_audit.fleet.many import is_json

    return is_json(data)
