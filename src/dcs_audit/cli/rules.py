"""`rules list` and `rules show`: the rulebook, for the people who write it and those who are checked by it."""

from __future__ import annotations

import argparse

from dcs_audit.cli import exits, rules_coverage, rules_diff, rules_doc, rules_lint, rules_test
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import Parser, one_of, unknown
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.screen import SCREEN, screen

UNIT_TYPES = tuple(key.removeprefix("type.") for key in SCREEN if key.startswith("type."))


def add_commands(parser: Parser) -> None:
    """Every command under `rules`."""
    lang = parser.lang
    add = Adder(parser)
    types = one_of(UNIT_TYPES, lang)
    kind = screen("meta.type", lang)
    add("list", list_rules).add_argument("--type", type=types, metavar=kind, help=screen("help.type", lang))
    add("show", show_rule).add_argument("id", metavar=screen("meta.id", lang), help=screen("help.id", lang))
    for command in (rules_lint, rules_test, rules_coverage, rules_diff, rules_doc):
        command.add(add)


def _shelf(arguments: argparse.Namespace) -> Shelf:
    """The packs asked for; to look around, all that are shipped."""
    from dcs_audit.law.rulebook import known_packs

    return Shelf(arguments.pack or known_packs())


def list_rules(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Every rule of the packs, or those for one type of unit."""
    rulebook = _shelf(arguments).base
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
    rulebook = _shelf(arguments).base
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
