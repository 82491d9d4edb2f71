"""`rules list` and `rules show`: the rulebook, for the people who write it and those who are checked by it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from dcs_audit.cli import exits
from dcs_audit.cli.check import add_format
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import Parser, one_of, unknown
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.screen import SCREEN, screen

UNIT_TYPES = tuple(key.removeprefix("type.") for key in SCREEN if key.startswith("type."))


def add_commands(parser: Parser) -> None:
    """`list` and `show` under `rules`."""
    lang = parser.lang
    commands = parser.add_subparsers(
        title=screen("help.commands", lang), metavar=screen("help.command", lang), dest="action", required=True
    )

    def add(name: str, run: Callable[[argparse.Namespace, Terminal], int]) -> argparse._ArgumentGroup:
        told = screen(f"help.rules_{name}", lang)
        command = commands.add_parser(name, lang=lang, help=told, description=told)
        command.set_defaults(run=run)
        which = command.add_argument_group(screen("help.which", lang))
        pack = screen("meta.pack", lang)
        which.add_argument("--pack", action="append", default=[], metavar=pack, help=screen("help.pack", lang))
        add_format(command.general, lang)
        return which

    types = one_of(UNIT_TYPES, lang)
    kind = screen("meta.type", lang)
    add("list", list_rules).add_argument("--type", type=types, metavar=kind, help=screen("help.type", lang))
    add("show", show_rule).add_argument("id", metavar=screen("meta.id", lang), help=screen("help.id", lang))


def list_rules(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Every rule of the packs, or those for one type of unit."""
    rulebook = Shelf(arguments.pack).base
    chosen = [rule for rule in rulebook.rules if arguments.type is None or arguments.type in rule.applies_to]
    if arguments.format == "json":
        from dcs_audit.report.rules_json import render as as_json

        terminal.hand_over(as_json(chosen, rulebook), None)
    else:
        from dcs_audit.report.rules_text import render_list

        terminal.hand_over(render_list(chosen, rulebook, terminal.lang, *terminal.shape(None)), None)
    return exits.CLEAN


def show_rule(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """One rule in full, in each of its versions."""
    rulebook = Shelf(arguments.pack).base
    versions = [rule for rule in rulebook.rules if rule.id == arguments.id]
    if not versions:
        raise UsageError(unknown(arguments.id, rulebook.rule_ids, terminal.lang))
    if arguments.format == "json":
        from dcs_audit.report.rules_json import render as as_json

        terminal.hand_over(as_json(versions, rulebook), None)
    else:
        from dcs_audit.report.rules_text import render_rule

        terminal.hand_over(render_rule(versions, rulebook, terminal.lang, *terminal.shape(None)), None)
    return exits.CLEAN
