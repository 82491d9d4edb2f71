"""`calendar`: what falls due when, for one unit or several."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.endings import format_asked
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.overwriting import check_outputs
from dcs_audit.cli.parser import Parser, day, one_of, year
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.cli.units import Item, Shelf, Submitted
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.report.interface import Content
    from dcs_audit.verdicts.agenda import Agenda, Audit

FORMATS = ("text", "json", "ics")
_DEFAULT_DAYS = 90
_MOST_DAYS = 1096
"""Three years: rules of later ones are anybody's guess."""


def add_arguments(parser: Parser) -> None:
    """The arguments of `calendar`."""
    lang = parser.lang

    def told(key: str) -> str:
        return screen(key, lang)

    parser.epilog = told("help.calendar_exits")
    scope = parser.add_argument_group(told("help.scope"))
    scope.add_argument("units", nargs="+", metavar=told("meta.unit"), help=told("help.units"))
    scope.add_argument(
        "--next", type=_days(lang), default=_DEFAULT_DAYS, metavar=told("meta.days"), help=told("help.next")
    )
    scope.add_argument("--as-of", type=day(lang), metavar=told("meta.day"), help=told("help.as_of"))
    scope.add_argument("--year", type=year(lang), metavar=told("meta.year"), help=told("help.year"))
    scope.add_argument("--pack", action="append", default=[], metavar=told("meta.pack"), help=told("help.pack"))
    shown = parser.add_argument_group(told("help.shown"))
    shown.add_argument(
        "--format",
        type=one_of(FORMATS, lang),
        metavar="|".join(FORMATS),
        help=told("help.calendar_format"),
    )
    shown.add_argument("--force", action="store_true", help=told("help.force"))
    shown.add_argument("--output", metavar=told("meta.file"), help=told("help.calendar_output"))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Audits every unit for the years that the days reach into. A file that cannot be read costs only its own unit."""
    from dcs_audit.cli.units import Shelf, find, items, tell_passed_over

    # First: what cannot be written need not be audited.
    render = _renderer(format_asked(arguments, FORMATS, terminal), terminal)
    passed_over: list[str] = []
    paths = list(find(arguments.units, passed_over))
    if arguments.output not in (None, STDOUT) and os.path.realpath(arguments.output) in map(os.path.realpath, paths):
        raise UsageError(terminal.word("usage.overwrites", path=arguments.output))
    check_outputs([arguments.output], terminal, force=arguments.force)
    tell_passed_over(passed_over, terminal)
    from dcs_audit.verdicts.agenda import agenda

    desk = _Desk(Shelf(arguments.pack), arguments, terminal)
    audits = [audit for item in items(paths, terminal.stdin_bytes, None) for audit in desk.audits(item)]
    made = agenda(audits, desk.as_of, arguments.next)
    terminal.hand_over(render(made, arguments.output), arguments.output)
    return exits.worst(desk.codes)


def _renderer(form: str, terminal: Terminal) -> Callable[[Agenda, str | None], Content]:
    if form == "ics":
        try:
            from dcs_audit.report.calendar_ics import render as as_ics
        except ImportError as error:
            from dcs_audit.installation.commands import with_extra

            raise UsageError(terminal.word("usage.calendar_extra", command=with_extra("calendar"))) from error
        return lambda agenda, _: as_ics(agenda, terminal.lang)
    if form == "json":
        from dcs_audit.report.calendar_json import render as as_json

        return lambda agenda, _: as_json(agenda)
    from dcs_audit.report.calendar_text import render

    return lambda agenda, output: render(agenda, terminal.lang, *terminal.shape(output))


class _Desk:
    """Reads and audits one unit after the other, and tells what went wrong with them."""

    def __init__(self, shelf: Shelf, arguments: argparse.Namespace, terminal: Terminal) -> None:
        self.as_of = arguments.as_of or terminal.today()
        self._until = self.as_of + timedelta(days=arguments.next)
        self.codes: set[int] = set()
        self._shelf = shelf
        self._year: int | None = arguments.year
        self._terminal = terminal
        self._auditors: dict[str, Auditor] = {}

    def audits(self, item: Item) -> Iterator[Audit]:
        """The reports on one unit; none where it cannot be audited."""
        from dcs_audit.cli.units import read
        from dcs_audit.records.problems import MOST_MARKED

        if item.empty:
            self._refuse(exits.UNREADABLE, self._terminal.word(item.empty, path=item.path))
            return
        try:
            submitted = read(item, self._shelf)
        except BadPack as error:
            from dcs_audit.law.told import in_language

            said = (in_language(problem, self._terminal.lang) for problem in error.problems)
            told = (self._terminal.word("error.pack", problem=problem) for problem in said)
            self._refuse(exits.UNUSABLE, *(f"{item.name}: {line}" for line in told))
            return
        found, failure = self._audited(submitted)
        if failure is not None:
            lines = failure.shown(self._terminal.lang, MOST_MARKED)
            self._refuse(exits.UNREADABLE if failure.problems else exits.UNUSABLE, *lines)
            return
        yield from found

    def _audited(self, submitted: Submitted) -> tuple[list[Audit], Failure | None]:
        """The report of each year, or why there is none of some year: then nothing is said about the unit."""
        from dcs_audit.engine.interface import EngineError
        from dcs_audit.fleet.failure import Failure
        from dcs_audit.fleet.many import judged
        from dcs_audit.verdicts.agenda import Audit, years

        loaded, found = submitted.loaded, []
        if loaded.unit is None:
            return [], Failure(loaded.name, loaded.problems)
        asked = self._year or loaded.unit.year
        try:
            auditor = self._auditor(submitted)
        except EngineError as error:
            return [], Failure(loaded.name, reason=str(error))
        for audited in years(asked, self.as_of, self._until):
            report = judged(auditor, loaded, self.as_of, audited)
            if isinstance(report, Failure):
                return [], report
            if audited == asked and not report.results:  # nothing is due because nothing was looked at
                self._refuse(exits.UNUSABLE, self._terminal.word("error.nothing", path=loaded.name, year=asked))
                return [], None
            found.append(Audit(report, audited - asked))
        return found, None

    def _auditor(self, submitted: Submitted) -> Auditor:
        from dcs_audit.auditor import Auditor

        digest = submitted.rulebook.digest
        if digest not in self._auditors:
            self._auditors[digest] = Auditor(submitted.rulebook)
        return self._auditors[digest]

    def _refuse(self, code: int, *lines: str) -> None:
        self.codes.add(code)
        for line in lines:
            self._terminal.talk(line)


def _days(lang: Lang) -> Callable[[str], int]:
    """A type of argument: how many days to look ahead."""

    def parse(typed: str) -> int:
        if typed.isascii() and typed.isdigit() and len(typed) < 6 and int(typed) <= _MOST_DAYS:
            return int(typed)
        raise argparse.ArgumentTypeError(screen("usage.next", lang, value=typed, most=_MOST_DAYS))

    return parse
