"""The format that the ending of a file's name stands for."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Mapping

from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.terminal import STDOUT, Terminal

_TEXT = {"": "text", "txt": "text", "log": "text"}
"""Endings of files that hold text."""
_ENDING = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9]{1,6}")
"""What is an ending and no part of the name: a day (`bao-cao.2026`) or a longer word is none."""


def format_asked(arguments: argparse.Namespace, formats: Iterable[str], terminal: Terminal) -> str:
    """What `--format` says, else the ending of `--output`, else text. Raises UsageError for an ending that none has."""
    asked: str | None = arguments.format
    if asked is not None or arguments.output in (None, STDOUT):
        return asked or "text"
    return format_of(arguments.output, {**_TEXT, **{name: name for name in formats}}, terminal)


def format_of(output: str, formats: Mapping[str, str], terminal: Terminal) -> str:
    """The format by the ending of `output`, of those in `formats`, where "" stands for a name without an ending.

    Raises UsageError for an ending that none has.
    """
    ending = os.path.splitext(output)[1].removeprefix(".")
    ending = ending.lower() if _ENDING.fullmatch(ending) else ""
    if ending not in formats:
        known = ", ".join(f".{one}" for one in formats if one)
        raise UsageError(terminal.word("usage.ending", path=output, ending=f".{ending}", endings=known))
    return formats[ending]
