"""`rules lint`."""

from __future__ import annotations

import argparse

from dcs_audit.cli import exits
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal


def add(adder: Adder) -> None:
    """`lint` under `rules`."""
    adder("lint", run)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Not written yet."""
    return exits.CLEAN
