"""The command line: which command, in which language, and how a run ends.

Everything that only one command needs is imported when that command is asked for: help and version are there at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from functools import partial
from io import TextIOWrapper
from typing import NoReturn, TextIO

from dcs_audit import __version__
from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.parser import Answer, Parser
from dcs_audit.cli.terminal import Terminal
from dcs_audit.locale.languages import LANGS, Lang
from dcs_audit.locale.screen import screen

PROGRAM = "dcs-audit"
_SELDOM = 100_000
"""Objects made before Python looks for garbage: by its own measure it looks all the time while it loads what stays."""
# Vietnam has had no summer time since 1975; a fixed offset needs no time zone database, which Windows lacks.
_VIETNAM = timezone(timedelta(hours=7))


def vietnam_today() -> date:
    """Today in Asia/Ho_Chi_Minh."""
    return datetime.now(_VIETNAM).date()


def entry() -> None:
    """The console command: runs with the real streams and clock, and ends the process."""
    gc.set_threshold(_SELDOM)
    # No other package has a say in how records and rules are read; to look for such takes longer than to audit a unit.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    stdin, stdout, stderr = _open(sys.stdin), _open(sys.stdout, os.O_RDONLY), _open(sys.stderr)
    code = main(sys.argv[1:], stdin, stdout, stderr, vietnam_today)
    for stream in (stdout, stderr):
        try:
            stream.flush()
        except OSError:
            _silence(stream)
    gc.freeze()  # all goes at once now; nobody need look for what could go first
    sys.exit(code)


def _silence(stream: TextIO) -> None:
    from dcs_audit.cli.sink import silence

    silence(stream)


def _open(stream: TextIO | None, access: int = os.O_RDWR) -> TextIO:
    """The stream, speaking UTF-8; nowhere, with that `access`, for one that the caller closed: Python has it as None.

    Where nowhere may not be written to, writing fails as it does on a full disk: nothing is delivered in silence.
    """
    if stream is None:
        nowhere = os.open(os.devnull, access)
        return open(nowhere, "w", encoding="utf-8") if access == os.O_RDONLY else open(nowhere, "r+", encoding="utf-8")
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
        from dcs_audit.law.told import in_language

        for problem in error.problems:
            told = terminal.word("error.pack", problem=in_language(problem, terminal.lang))
            terminal.talk(f"{PROGRAM}: {told}")
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except Exception as error:  # a bug must not greet an official with a traceback
        from dcs_audit.fleet.failure import origin

        terminal.talk(f"{PROGRAM}: {terminal.word('error.internal', error=origin(error))}")
    return exits.UNUSABLE


def _run(argv: Sequence[str], terminal: Terminal) -> int:
    asked = os.environ.get("DCS_AUDIT_LANG")
    if asked and asked not in LANGS:
        raise UsageError(terminal.word("usage.lang", value=asked))
    try:
        arguments = _parser(terminal.lang, argv).parse_args(argv)
    except Answer as answer:
        _say(f"{str(answer).rstrip()}\n", terminal)
        return exits.CLEAN
    command: Callable[..., int] = arguments.run
    return command(arguments, terminal)


def _say(text: str, terminal: Terminal) -> None:
    """A text to stdout, without what writing a report takes. Raises UsageError; a reader who has gone is no error."""
    try:
        terminal.stdout.write(text)
        terminal.stdout.flush()
    except BrokenPipeError:
        _silence(terminal.stdout)
    except OSError as error:
        from dcs_audit.locale.system_errors import why

        raise UsageError(terminal.word("error.output", path="stdout", reason=why(error, terminal.lang))) from error


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


def _check(parser: Parser) -> None:
    from dcs_audit.cli import check

    parser.epilog = screen("help.exits", parser.lang)
    check.add_arguments(parser)
    parser.set_defaults(run=check.run)


def _rules(parser: Parser) -> None:
    from dcs_audit.cli import rules

    rules.add_commands(parser)


def _diff(parser: Parser) -> None:
    from dcs_audit.cli import diff

    diff.add_arguments(parser)
    parser.set_defaults(run=diff.run)


def _calendar(parser: Parser) -> None:
    from dcs_audit.cli import calendar

    calendar.add_arguments(parser)
    parser.set_defaults(run=calendar.run)


def _explain(parser: Parser) -> None:
    from dcs_audit.cli import explain

    explain.add_arguments(parser)
    parser.set_defaults(run=explain.run)


def _init(parser: Parser) -> None:
    from dcs_audit.cli import init

    init.add_arguments(parser)
    parser.set_defaults(run=init.run)


def _convert(parser: Parser) -> None:
    from dcs_audit.cli import convert

    convert.add_arguments(parser)
    parser.set_defaults(run=convert.run)


def _schema(parser: Parser) -> None:
    from dcs_audit.cli import schema

    schema.add_arguments(parser)
    parser.set_defaults(run=schema.run)


def _bundle(parser: Parser) -> None:
    from dcs_audit.cli import bundle

    bundle.add_arguments(parser)
    parser.set_defaults(run=bundle.run)


def _doctor(parser: Parser) -> None:
    from dcs_audit.cli import doctor

    doctor.add_arguments(parser)
    parser.set_defaults(run=doctor.run)


def _completion(parser: Parser) -> None:
    from dcs_audit.cli import completion

    completion.add_arguments(parser)
    parser.set_defaults(run=completion.run, parser=whole_parser)


_COMMANDS: Mapping[str, Callable[[Parser], None]] = {
    "init": _init,
    "convert": _convert,
    "check": _check,
    "explain": _explain,
    "calendar": _calendar,
    "diff": _diff,
    "bundle": _bundle,
    "rules": _rules,
    "schema": _schema,
    "doctor": _doctor,
    "completion": _completion,
}
"""Every command, and what adds its arguments; its summary is the message `help.NAME`."""


def _version(_: Lang) -> str:
    return f"{PROGRAM} {__version__}"


def _versions(lang: Lang) -> str:
    from dcs_audit.cli.versions import versions

    return f"{PROGRAM} {__version__}\n{versions(lang)}"


def _verbose(lang: Lang) -> NoReturn:
    raise UsageError(screen("usage.verbose", lang, prog=PROGRAM))


def whole_parser(lang: Lang) -> Parser:
    """Every command with all its arguments."""
    return _parser(lang, tuple(_COMMANDS))


def _parser(lang: Lang, argv: Sequence[str]) -> Parser:
    """Every command, and the arguments of those that `argv` may mean: a command that is meant is named in full."""
    epilog = screen("help.exits", lang)
    parser = Parser(lang=lang, prog=PROGRAM, description=screen("help.program", lang), epilog=epilog)
    both = {"--version", "--verbose"} <= set(argv)
    parser.add_answer("--version", partial(_versions if both else _version, lang), screen("help.version", lang))
    parser.add_answer("--verbose", partial(_versions if both else _verbose, lang), screen("help.verbose", lang))
    commands = parser.add_subparsers(
        title=screen("help.commands", lang),
        metavar=screen("help.command", lang),
        dest="command",
        required=True,
        parser_class=Parser,
    )
    for name, add in _COMMANDS.items():
        told = screen(f"help.{name}", lang)
        command = commands.add_parser(name, lang=lang, help=told, description=told)
        if name in argv:
            add(command)
    return parser
