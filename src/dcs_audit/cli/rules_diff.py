"""`rules diff`: which duties are added, removed and changed between two days."""

from __future__ import annotations

import argparse

from dcs_audit.cli import exits
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import day, one_of
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.phrases import day as written
from dcs_audit.locale.screen import SCREEN, screen


def add(adder: Adder) -> None:
    """`diff` under `rules`."""
    lang = adder.lang
    which = adder("diff", run)
    on, kind = screen("meta.day", lang), screen("meta.type", lang)
    types = one_of((key.removeprefix("type.") for key in SCREEN if key.startswith("type.")), lang)
    typed = day(lang)
    which.add_argument(
        "--from", dest="start", required=True, type=typed, metavar=on, help=screen("help.diff_from", lang)
    )
    which.add_argument("--to", dest="end", required=True, type=typed, metavar=on, help=screen("help.diff_to", lang))
    which.add_argument("--type", type=types, metavar=kind, help=screen("help.type", lang))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Compares the duties of two days, and says so where nothing differs."""
    start, end = arguments.start, arguments.end
    if start > end:
        raise UsageError(terminal.word("usage.diff_order", start=written(start), end=written(end)))
    rulebook = Shelf(arguments.pack).base
    from dcs_audit.law.changes import compare

    changes = compare(rulebook, start, end, arguments.type)
    if arguments.format == "json":
        from dcs_audit.report.rules_diff_json import render as as_json

        terminal.hand_over(as_json(changes, rulebook, arguments.type), None)
    else:
        from dcs_audit.report.rules_diff_text import render

        terminal.hand_over(render(changes, rulebook, arguments.type, terminal.lang, *terminal.shape(None)), None)
    return exits.CLEAN
