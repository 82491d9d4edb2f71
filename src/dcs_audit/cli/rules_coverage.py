"""`rules coverage`: what answers for each clause and point of the law. Anything unaccounted for ends with 1."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.parser import unknown
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.law.accounting import Account
    from dcs_audit.law.rulebook import Rulebook


def add(adder: Adder) -> None:
    """`coverage` under `rules`."""
    lang = adder.lang
    which = adder("coverage", run, ("text", "json", "md"))
    which.add_argument(
        "--article",
        type=partial(_number, lang),
        metavar=screen("meta.article", lang),
        help=screen("help.coverage_article", lang),
    )
    which.add_argument(
        "--source",
        metavar=screen("meta.source", lang),
        help=screen("help.coverage_source", lang),
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """The coverage of all inventoried texts, or of the one source or article named. Raises BadPack, UsageError."""
    rulebook = Shelf(arguments.pack).base
    whole = _account(rulebook)
    if not whole.articles:
        raise UsageError(terminal.word("usage.no_inventory"))
    if arguments.source is not None and arguments.source not in whole.sources:
        raise UsageError(f"--source: {unknown(arguments.source, whole.sources, terminal.lang)}")
    shown = whole.narrowed(arguments.source, arguments.article)
    if not shown.articles:
        raise UsageError(f"--article: {terminal.word('usage.article', article=arguments.article)}")
    terminal.hand_over(_rendered(shown, rulebook, arguments.format, terminal), None)
    if not shown.unaccounted:
        return exits.CLEAN
    from dcs_audit.report.words import counted

    terminal.talk(terminal.word("talk.unaccounted", leaves=counted("leaf", shown.unaccounted, terminal.lang)))
    return exits.VIOLATIONS


def _account(rulebook: Rulebook) -> Account:
    from dcs_audit.law.accounting import account, misplaced
    from dcs_audit.law.coverage import read_inventory

    inventory = read_inventory(rulebook.packs)
    # Where the inventory itself is wrong, what it seems to lack would mislead.
    problems = inventory.problems or misplaced(rulebook.packs, inventory)
    if problems:
        raise BadPack(problems)
    return account(rulebook, inventory)


def _rendered(account: Account, rulebook: Rulebook, form: str, terminal: Terminal) -> str:
    if form == "json":
        from dcs_audit.report.coverage_json import render as as_json

        return as_json(account, rulebook)
    if form == "md":
        from dcs_audit.report.coverage_md import render as as_markdown

        return as_markdown(account, rulebook, terminal.lang)
    from dcs_audit.report.coverage_text import render as as_text

    return as_text(account, rulebook, terminal.lang, *terminal.shape(None))


def _number(lang: Lang, typed: str) -> int:
    """A type of argument: an article's number."""
    if typed.isascii() and typed.isdecimal():
        return int(typed)
    raise argparse.ArgumentTypeError(screen("usage.article", lang, article=typed))
