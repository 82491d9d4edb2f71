"""`rules lint`: every fault of the packs, for those who write them. Any fault ends with 2."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal

if TYPE_CHECKING:
    from dcs_audit.law.loader import Pack


def add(adder: Adder) -> None:
    """`lint` under `rules`."""
    adder("lint", run)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Lints the national pack and every other one that is named. Raises BadPack where one has no readable pack.yaml."""
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.lint import lint
    from dcs_audit.report.rules_lint import as_json, as_text

    found = lint(_read(arguments.pack), lambda rulebook: Auditor(rulebook, "reference"))
    terminal.hand_over(as_json(found) if arguments.format == "json" else as_text(found, terminal.lang), None)
    if not found.faults:
        return exits.CLEAN
    terminal.talk(terminal.word("lint.count", **found.counts, faults=len(found.faults)))
    return exits.UNUSABLE


def _read(named: Sequence[str]) -> list[Pack]:
    from dcs_audit.law.loader import PackError, read_pack
    from dcs_audit.law.rulebook import NATIONAL

    packs: list[Pack] = []
    problems: list[str] = []
    for name in dict.fromkeys((NATIONAL, *named)):
        try:
            packs.append(read_pack(name))
        except PackError as error:
            problems.extend(error.problems)
    if problems:
        raise BadPack((*problems, *(problem for pack in packs for problem in pack.problems)))
    return packs
