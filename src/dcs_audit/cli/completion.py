"""`completion`: a script for the shell that completes commands, options, their words and files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from dcs_audit.cli import exits
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import OneOf, Parser, one_of
from dcs_audit.cli.terminal import Terminal
from dcs_audit.locale.screen import screen

SHELLS = ("bash", "zsh", "fish")
_FILES = ("units", "unit", "old", "new", "template")
_ANYWHERE = ("output", "pack", "evidence")
"""Arguments that take files, and those that take files or folders."""


def add_arguments(parser: Parser) -> None:
    """The arguments of `completion`."""
    lang = parser.lang
    parser.epilog = screen("help.completion_use", lang)
    parser.add_argument(
        "shell", type=one_of(SHELLS, lang), metavar="|".join(SHELLS), help=screen("help.completion_shell", lang)
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Writes the script; it knows the commands as they are now and is to be made anew after an update."""
    try:
        import shtab
    except ImportError as error:
        from dcs_audit.installation.commands import with_extra

        raise UsageError(
            terminal.word("usage.completion", library="shtab", command=with_extra("completion"))
        ) from error
    parser: Parser = arguments.parser(terminal.lang)
    for one in _with_commands(parser):
        for action in one._actions:
            _make_known(action, shtab.FILE)
    terminal.hand_over(shtab.complete(parser, shell=arguments.shell).rstrip() + "\n", None)
    return exits.CLEAN


def _with_commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser, and those of all its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _with_commands(command)


def _make_known(action: argparse.Action, files: object) -> None:
    """Tells the library which words an argument takes; our parser checks them itself, in the user's language."""
    if isinstance(action.type, OneOf):
        action.choices = tuple(action.type.known)
    elif action.dest in _FILES or action.dest in _ANYWHERE:
        action.complete = files  # type: ignore[attr-defined]
