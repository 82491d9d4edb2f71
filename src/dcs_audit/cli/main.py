"""The command line: which command, in which language, and how a run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from io import TextIOWrapper
from typing import TextIO

from dcs_audit import __version__
from dcs_audit.cli import check, exits, rules
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.parser import Answer, Parser
from dcs_audit.cli.sink import silence
from dcs_audit.cli.terminal import Terminal
from dcs_audit.fleet.failure import origin
from dcs_audit.locale.phrases import LANGS, Lang
from dcs_audit.locale.screen import screen

PROGRAM = "dcs-audit"
# Vietnam has had no summer time since 1975; a fixed offset needs no time zone database, which Windows lacks.
_VIETNAM = timezone(timedelta(hours=7))


def vietnam_today() -> date:
    """Today in Asia/Ho_Chi_Minh."""
    return datetime.now(_VIETNAM).date()


def entry() -> None:
    """The console command: runs with the real streams and clock, and ends the process."""
    stdin, stdout, stderr = (_open(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))
    code = main(sys.argv[1:], stdin, stdout, stderr, vietnam_today)
    for stream in (stdout, stderr):
        try:
            stream.flush()
        except OSError:
            silence(stream)
    sys.exit(code)


def _open(stream: TextIO | None) -> TextIO:
    """The stream, speaking UTF-8; nowhere for one that the caller closed, which Python gives as None."""
    if stream is None:
        return open(os.devnull, "r+", encoding="utf-8")
    if isinstance(stream, TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def main(
    argv: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO, today: Callable[[], date] = vietnam_today
) -> int:
    """Runs one command and gives its exit code. `today` is asked only where the command line names no day."""
    terminal = Terminal(stdin, stdout, stderr, today, _language(argv, os.environ))
    try:
        return _run(argv, terminal)
    except UsageError as error:
        terminal.talk(f"{PROGRAM}: {error}")
    except BadPack as error:
        for problem in error.problems:
            terminal.talk(f"{PROGRAM}: {terminal.word('error.pack', problem=problem)}")
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except Exception as error:  # a bug must not greet an official with a traceback
        terminal.talk(f"{PROGRAM}: {terminal.word('error.internal', error=origin(error))}")
    return exits.UNUSABLE


def _run(argv: Sequence[str], terminal: Terminal) -> int:
    asked = os.environ.get("DCS_AUDIT_LANG")
    if asked and asked not in LANGS:
        raise UsageError(terminal.word("usage.lang", value=asked))
    try:
        arguments = _parser(terminal.lang).parse_args(argv)
    except Answer as answer:
        terminal.hand_over(f"{str(answer).rstrip()}\n", None)
        return exits.CLEAN
    command: Callable[..., int] = arguments.run
    return command(arguments, terminal)


def _language(argv: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """The language to speak, known before the arguments are read so that their errors can be told in it."""
    asked = environment.get("DCS_AUDIT_LANG", "")
    for word, following in zip(argv, (*argv[1:], ""), strict=False):
        if word == "--":
            break
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return next((lang for lang in LANGS if lang == asked), "vi")


def _parser(lang: Lang) -> Parser:
    """Every command and its arguments."""
    epilog = screen("help.exits", lang)
    parser = Parser(lang=lang, prog=PROGRAM, description=screen("help.program", lang), epilog=epilog)
    parser.add_answer("--version", f"{PROGRAM} {__version__}", screen("help.version", lang))
    name = screen("help.command", lang)
    commands = parser.add_subparsers(
        title=screen("help.commands", lang), metavar=name, dest="command", required=True, parser_class=Parser
    )
    told = screen("help.check", lang)
    checking = commands.add_parser("check", lang=lang, help=told, description=told, epilog=epilog)
    check.add_arguments(checking)
    checking.set_defaults(run=check.run)
    told = screen("help.rules", lang)
    rules.add_commands(commands.add_parser("rules", lang=lang, help=told, description=told))
    return parser
