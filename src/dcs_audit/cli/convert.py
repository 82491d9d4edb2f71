"""`convert`: a unit file in another of the formats that it can have, without loss, or not at all."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from dcs_audit.cli import exits
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import Parser, one_of
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.cli.units import Submitted
    from dcs_audit.records.model import UnitFile
    from dcs_audit.records.reader import Format

FORMATS = ("yaml", "json", "xlsx")
_ENDINGS = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".xlsx": "xlsx"}


def add_arguments(parser: Parser) -> None:
    """The arguments of `convert`."""
    lang = parser.lang

    def told(key: str) -> str:
        return screen(key, lang)

    kinds = "|".join(FORMATS)
    parser.epilog = told("help.convert_exits")
    parser.add_argument("source", metavar=told("meta.convert_from"), help=told("help.convert_from"))
    parser.add_argument("target", metavar=told("meta.convert_to"), help=told("help.convert_to"))
    parser.add_argument(
        "--from", dest="from_", type=one_of(FORMATS, lang), metavar=kinds, help=told("help.convert_source")
    )
    parser.add_argument("--to", type=one_of(FORMATS, lang), metavar=kinds, help=told("help.convert_target"))
    parser.add_argument("--pack", action="append", default=[], metavar=told("meta.pack"), help=told("help.pack"))
    parser.add_argument("--force", action="store_true", help=told("help.init_force"))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Reads the one, writes the other whole or not at all; a file that exists is left alone unless told otherwise."""
    from dcs_audit.cli.units import Item, Shelf, read

    source, target = _kind(arguments.source, arguments.from_, "--from", terminal), _target(arguments, terminal)
    data = terminal.stdin_bytes().read() if arguments.source == STDOUT else _file(arguments.source)
    name = "<stdin>" if arguments.source == STDOUT else arguments.source
    submitted = read(Item(0, name, data, source), Shelf(arguments.pack))
    if submitted.loaded.unit is None:
        for problem in submitted.loaded.problems:
            terminal.talk(problem.render(terminal.lang))
        return exits.UNREADABLE
    content = _content(submitted, submitted.loaded.unit, target, name, arguments.pack, terminal)
    terminal.hand_over(content, arguments.target)
    if source == "yaml" and data is not None and _has_comments(data):
        terminal.talk(terminal.word("talk.convert_comments", path=name))
    if arguments.target != STDOUT:
        terminal.talk(terminal.word("talk.convert_done", path=arguments.target))
    return exits.CLEAN


def _kind(path: str, asked: str | None, option: str, terminal: Terminal) -> Any:
    """What is asked for, else what the ending of the name says. Raises UsageError."""
    kind = asked or _ENDINGS.get(os.path.splitext(path)[1].lower())
    if kind is None:
        raise UsageError(terminal.word("usage.convert_kind", path=path, option=option))
    return kind


def _target(arguments: argparse.Namespace, terminal: Terminal) -> Format:
    """The format to write, where it may be written. Raises UsageError."""
    kind: Format = _kind(arguments.target, arguments.to, "--to", terminal)
    if arguments.target == STDOUT:
        if kind == "xlsx" and terminal.stdout.isatty():
            raise UsageError(terminal.word("usage.binary", format=kind))
    elif not arguments.force and os.path.lexists(arguments.target):
        raise UsageError(terminal.word("usage.convert_exists", path=arguments.target))
    return kind


def _file(path: str) -> bytes | None:
    """The bytes of a file; None where reading it is to say what is wrong with it."""
    from dcs_audit.records.source import read_bytes

    data = read_bytes(path)
    return data if isinstance(data, bytes) else None


def _content(
    submitted: Submitted, unit: UnitFile, kind: Format, name: str, packs: list[str], terminal: Terminal
) -> str | bytes:
    """The file to write, which was read once more and says the same. Raises UsageError."""
    from dcs_audit.records.reader import load

    if kind == "xlsx":
        content: str | bytes = _workbook(submitted, unit, name, packs, terminal)
    else:
        from dcs_audit.drafting import text_file

        content = text_file.as_json(unit) if kind == "json" else text_file.as_yaml(unit)
    data = content if isinstance(content, bytes) else content.encode()
    back = load(data, name, submitted.rulebook.vocabulary, kind)
    if back.unit != unit:
        where = back.problems[0].render(terminal.lang) if back.problems else _difference(unit, back.unit)
        raise UsageError(terminal.word("usage.convert_lost", path=name, where=where))
    return content


def _workbook(submitted: Submitted, unit: UnitFile, name: str, packs: list[str], terminal: Terminal) -> bytes:
    from dcs_audit.drafting.request import Request
    from dcs_audit.drafting.wanted import want
    from dcs_audit.law.rulebook import known_packs

    try:
        from dcs_audit.drafting import workbook
    except ModuleNotFoundError as error:
        from dcs_audit.installation.commands import with_extra

        raise UsageError(
            terminal.word("usage.convert_library", library=error.name, command=with_extra("excel"))
        ) from error
    from dcs_audit.drafting.workbook_rows import Unwritable

    wanted = want(submitted.rulebook, unit.unit.type, unit.year)
    folders = tuple(pack for pack in packs if pack not in known_packs())
    request = Request(submitted.rulebook, wanted, terminal.lang, folders=folders)
    try:
        return workbook.write(request, unit)
    except Unwritable as error:
        raise UsageError(terminal.word("usage.convert_unwritable", path=name, where=error.path)) from error


def _difference(left: Any, right: Any, path: str = "") -> str:
    """The path of the first value in which two models differ."""
    from pydantic import BaseModel

    if isinstance(left, BaseModel) and type(left) is type(right):
        for key in type(left).model_fields:
            if getattr(left, key) != getattr(right, key):
                return _difference(getattr(left, key), getattr(right, key), f"{path}.{key}".lstrip("."))
    if isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            if one != other:
                return _difference(one, other, f"{path}[{number}]")
    return path


def _has_comments(data: bytes) -> bool:
    """Whether a YAML file that could be read holds comments."""
    import yaml

    text = data.decode("utf-8-sig")
    if "#" not in text:
        return False
    end = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if "#" in text[end : token.start_mark.index]:
            return True
        end = max(end, token.end_mark.index)
    return "#" in text[end:]
