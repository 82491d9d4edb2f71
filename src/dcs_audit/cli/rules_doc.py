"""`rules doc`: the handbook, a page for each rule and an index, written into a folder."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.overwriting import check_outputs
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.report.handbook.pages import Volume


def add(adder: Adder) -> None:
    """`doc` under `rules`."""
    lang = adder.lang
    doc = adder("doc", run, ("md", "html"))
    doc.add_argument(
        "--output", required=True, metavar=screen("meta.folder", lang), help=screen("help.doc_output", lang)
    )
    doc.add_argument("--force", action="store_true", help=screen("help.force", lang))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Writes every page whole or not at all; files in the folder that are no pages of ours stay as they are."""
    folder = Path(arguments.output)
    files = list(_files(arguments.format, Shelf(arguments.pack).base, terminal))
    check_outputs((str(folder / name) for name, _ in files), terminal, force=arguments.force)
    _make(folder, terminal)
    for name, text in files:
        terminal.hand_over(text, str(folder / name))
    terminal.talk(terminal.word("doc.written", pages=len(files) - 1, path=folder))
    return exits.CLEAN


def _files(form: str, rulebook: Rulebook, terminal: Terminal) -> Iterator[tuple[str, str]]:
    """The name and text of every file. All are made before one is written."""
    if form == "md":
        from dcs_audit.report.handbook import markdown

        return markdown.render(_volume(rulebook, terminal))
    try:
        from dcs_audit.report.handbook import html
    except ModuleNotFoundError as error:
        if error.name not in ("jinja2", "markupsafe"):
            raise
        from dcs_audit.installation.commands import with_extra

        raise UsageError(terminal.word("usage.doc_jinja", command=with_extra("reports"))) from error
    return html.render(_volume(rulebook, terminal), terminal.lang)


def _volume(rulebook: Rulebook, terminal: Terminal) -> Volume:
    from dcs_audit.law.casebook import collect
    from dcs_audit.law.cases import Placed
    from dcs_audit.law.loader import PackError
    from dcs_audit.report.handbook.volume import UnnamedPage, bind

    try:
        cases = [trial for trial in collect(rulebook).trials if isinstance(trial, Placed)]
        return bind(rulebook, cases, terminal.lang)
    except PackError as error:
        raise BadPack(error.problems) from error
    except UnnamedPage as error:
        raise BadPack((terminal.word("doc.unnamed", rule=error.rule),)) from error


def _make(folder: Path, terminal: Terminal) -> None:
    """The folder, if it is not there. Raises UsageError where a file is in the way."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(terminal.word("usage.doc_folder", path=folder))
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        from dcs_audit.locale.system_errors import why

        raise UsageError(terminal.word("error.output", path=folder, reason=why(error, terminal.lang))) from error
