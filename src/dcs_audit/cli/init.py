"""`init`: a record of a unit yet to be filled in, with what is asked of it at each place."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from unicodedata import normalize

from dcs_audit.cli import exits
from dcs_audit.cli.endings import format_of
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import Parser, one_of, year
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.drafting.request import Request
    from dcs_audit.report.interface import Content

_TYPES = ("commune", "village", "state_agency", "public_service_unit", "state_owned_enterprise", "employer")
_SUBTYPES = ("xa", "phuong", "thi_tran", "dac_khu")
_WITH_SUBTYPES = "commune"


def _yaml(request: Request, terminal: Terminal) -> Content:
    from dcs_audit.drafting.draft import draft

    return draft(request)


def _xlsx(request: Request, terminal: Terminal) -> Content:
    """Raises UsageError where the library that writes workbooks is not there."""
    try:
        from dcs_audit.drafting import workbook
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        from dcs_audit.installation.commands import with_extra

        raise UsageError(terminal.word("usage.init_openpyxl", command=with_extra("excel"))) from error
    return workbook.write(request)


FORMATS: Mapping[str, Callable[[Request, Terminal], Content]] = {"yaml": _yaml, "xlsx": _xlsx}
"""What writes each kind of file."""
_BY_ENDING = {"": "yaml", "yaml": "yaml", "yml": "yaml", "xlsx": "xlsx"}
_BINARY = ("xlsx",)


def add_arguments(parser: Parser) -> None:
    """The arguments of `init`."""
    lang = parser.lang

    def told(key: str, **blanks: object) -> str:
        return screen(key, lang, **blanks)

    parser.epilog = told("help.init_exits")
    what = parser.add_argument_group(told("help.init_what"))
    what.add_argument("--type", metavar=told("meta.init_type"), help=told("help.init_type"))
    what.add_argument(
        "--subtype", type=one_of(_SUBTYPES, lang), metavar="|".join(_SUBTYPES), help=told("help.init_subtype")
    )
    what.add_argument("--pack", action="append", default=[], metavar=told("meta.pack"), help=told("help.pack"))
    what.add_argument("--year", type=year(lang), metavar=told("meta.year"), help=told("help.init_year"))
    what.add_argument("--name", metavar=told("meta.name"), help=told("help.init_name"))
    shown = parser.add_argument_group(told("help.shown"))
    shown.add_argument(
        "--format",
        type=one_of(FORMATS, lang),
        metavar="|".join(FORMATS),
        help=told("help.init_format", default=next(iter(FORMATS))),
    )
    shown.add_argument("-o", "--output", metavar=told("meta.file"), help=told("help.init_output"))
    shown.add_argument("--force", action="store_true", help=told("help.init_force"))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Writes the draft whole or not at all; a file that exists is left alone unless told otherwise."""
    if arguments.type not in _TYPES:
        return _ask_for_type(arguments.type, terminal)
    _sensible(arguments, terminal)
    form = arguments.format or _told_by(arguments.output, terminal)
    to_stdout = arguments.output in (None, STDOUT)
    if form in _BINARY and to_stdout and terminal.stdout.isatty():
        raise UsageError(terminal.word("usage.binary", format=form))
    request = _request(arguments, terminal)
    content = FORMATS[form](request, terminal)
    terminal.hand_over(content, arguments.output)
    if not to_stdout:
        terminal.talk(terminal.word("talk.init_next", path=arguments.output))
    return exits.CLEAN


def _ask_for_type(typed: str | None, terminal: Terminal) -> int:
    """Asks back with the type that is nearest, or with all of them and what they are. Raises UsageError."""
    from dcs_audit.records.nearest import fold, nearest

    meant = fold(typed or "").replace("-", "_")
    if typed and meant in _SUBTYPES:
        raise UsageError(terminal.word("usage.init_is_subtype", value=typed, type=_WITH_SUBTYPES, subtype=meant))
    if typed and (near := nearest(typed, _TYPES)):
        raise UsageError(f"--type: {terminal.word('usage.did_you_mean', value=typed, near=near)}")
    said = terminal.word("usage.unknown", value=typed) if typed else terminal.word("usage.init_no_type")
    terminal.talk(f"dcs-audit: --type: {said}{terminal.word('usage.init_types')}")
    for kind in _TYPES:
        terminal.talk(f"  {kind:<24}{terminal.word(f'type.{kind}')}")
    return exits.UNUSABLE


def _sensible(arguments: argparse.Namespace, terminal: Terminal) -> None:
    """Raises UsageError for what no draft can be made of, before anything is read."""
    if arguments.subtype is not None and arguments.type != _WITH_SUBTYPES:
        raise UsageError(terminal.word("usage.init_subtype", type=arguments.type))
    if arguments.name is not None and not (arguments.name.strip() and arguments.name.isprintable()):
        raise UsageError(terminal.word("usage.init_name"))
    output = arguments.output
    if output not in (None, STDOUT) and not arguments.force and os.path.lexists(output):
        raise UsageError(terminal.word("usage.init_exists", path=output))


def _told_by(output: str | None, terminal: Terminal) -> str:
    """The format that the ending of the file's name stands for. Raises UsageError."""
    return next(iter(FORMATS)) if output is None or output == STDOUT else format_of(output, _BY_ENDING, terminal)


def _request(arguments: argparse.Namespace, terminal: Terminal) -> Request:
    """Raises BadPack."""
    from dcs_audit.cli.units import Shelf
    from dcs_audit.drafting.request import Request
    from dcs_audit.drafting.wanted import want
    from dcs_audit.law.rulebook import NATIONAL, known_packs

    rulebook = Shelf(arguments.pack).base
    audited = arguments.year or terminal.today().year
    wanted = want(rulebook, arguments.type, audited)
    asked = {demand.rule.id for record in wanted.records for demand in record.demands}
    for pack in rulebook.packs[1:]:
        if asked.isdisjoint(rule.id for rule in pack.rules):
            terminal.talk(terminal.word("talk.init_idle", pack=pack.name, year=audited, type=arguments.type))
    named = [name for name in dict.fromkeys(arguments.pack) if name != NATIONAL]
    shipped = tuple(name for name in named if name in known_packs())
    name = normalize("NFC", arguments.name).strip() if arguments.name is not None else None
    folders = tuple(name for name in named if name not in shipped)
    return Request(rulebook, wanted, terminal.lang, arguments.subtype, name, shipped, folders)
