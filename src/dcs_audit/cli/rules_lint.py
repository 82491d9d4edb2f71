"""`rules lint`: every fault of the packs, for those who write them. Any fault ends with 2."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal

if TYPE_CHECKING:
    from dcs_audit.law.loader import Pack


def add(adder: Adder) -> None:
    """`lint` under `rules`."""
    adder("lint", run)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Lints the national pack and every other one that is named; one that is not there is a fault like others."""
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.lint import lint
    from dcs_audit.report.rules_lint import as_json, as_text

    packs, absent = _read(arguments.pack)
    found = lint(packs, lambda rulebook: Auditor(rulebook, "reference"), absent)
    terminal.hand_over(as_json(found) if arguments.format == "json" else as_text(found, terminal.lang), None)
    if not found.faults:
        return exits.CLEAN
    terminal.talk(terminal.word("lint.count", **found.counts, faults=len(found.faults)))
    return exits.UNUSABLE


def _read(named: Sequence[str]) -> tuple[list[Pack], list[str]]:
    """The packs, and what is wrong with those that cannot be opened."""
    from dcs_audit.law.loader import PackError, read_pack
    from dcs_audit.law.rulebook import NATIONAL

    packs: list[Pack] = []
    problems: list[str] = []
    for name in dict.fromkeys((NATIONAL, *named)):
        try:
            packs.append(read_pack(name))
        except PackError as error:
            problems.extend(error.problems)
    return packs, problems
