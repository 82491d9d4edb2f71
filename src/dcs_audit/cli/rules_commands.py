"""What all commands under `rules` have in common."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from dcs_audit.cli.parser import Parser, one_of
from dcs_audit.cli.terminal import Terminal
from dcs_audit.locale.screen import screen

Run = Callable[[argparse.Namespace, Terminal], int]


class Adder:
    """Adds commands under `rules`, each with `--pack`, `--format` and the general options."""

    def __init__(self, parser: Parser) -> None:
        self.lang = parser.lang
        self._commands = parser.add_subparsers(
            title=screen("help.commands", self.lang),
            metavar=screen("help.command", self.lang),
            dest="action",
            required=True,
        )

    def __call__(self, name: str, run: Run, formats: Sequence[str] = ("text", "json")) -> argparse._ArgumentGroup:
        """A command that calls `run`; its own arguments go into the group returned. The first format is the default."""
        lang = self.lang
        told = screen(f"help.rules_{name}", lang)
        command: Parser = self._commands.add_parser(name, lang=lang, help=told, description=told)
        command.set_defaults(run=run)
        which = command.add_argument_group(screen("help.which", lang))
        pack = screen("meta.pack", lang)
        which.add_argument("--pack", action="append", default=[], metavar=pack, help=screen("help.pack", lang))
        command.general.add_argument(
            "--format",
            type=one_of(formats, lang),
            default=formats[0],
            metavar="|".join(formats),
            help=screen("help.rules_format", lang, default=formats[0]),
        )
        return which
