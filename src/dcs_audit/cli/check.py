"""`check`: audits one unit record or a hundred thousand, and says with its exit code whether all is well."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain, islice

from dcs_audit.cli import only, outputs
from dcs_audit.cli.crew import can_fork, spread, time_limit
from dcs_audit.cli.desk import Brief, Desk, Show
from dcs_audit.cli.evidence import check_folders, outside
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import Parser, day, one_of, processes, year
from dcs_audit.cli.progress import Progress
from dcs_audit.cli.running import Running, write_alone, write_fleet
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import STDIN_FORMATS, Item, Shelf, countable, find, items, many, tell_passed_over
from dcs_audit.fleet.failure import both
from dcs_audit.locale.phrases import Sentence
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import Options
from dcs_audit.report.narrow import Filter, Threshold, at_least
from dcs_audit.verdicts.model import Severity, Status

ENGINES = ("both", "durable", "reference")
_ALSO_FAIL = (Status.NEEDS_REVIEW, Status.PENDING)
_FEW = 16
"""Records below which starting processes costs more than it saves."""


def add_arguments(parser: Parser) -> None:
    """The arguments of `check`."""
    lang = parser.lang

    def told(key: str) -> str:
        return screen(key, lang)

    scope = parser.add_argument_group(told("help.scope"))
    scope.add_argument("units", nargs="+", metavar=told("meta.unit"), help=told("help.units"))
    scope.add_argument("--as-of", type=day(lang), metavar=told("meta.day"), help=told("help.as_of"))
    scope.add_argument("--year", type=year(lang), metavar=told("meta.year"), help=told("help.year"))
    scope.add_argument("--pack", action="append", default=[], metavar=told("meta.pack"), help=told("help.pack"))
    scope.add_argument(
        "--engine", type=one_of(ENGINES, lang), default="both", metavar="|".join(ENGINES), help=told("help.engine")
    )
    scope.add_argument("--verify", action="store_true", help=told("help.verify"))
    scope.add_argument("--evidence", metavar=told("meta.folder"), help=told("help.evidence"))
    scope.add_argument("--only", action="append", default=[], metavar=told("meta.only"), help=told("help.only"))
    scope.add_argument(
        "--fail-on",
        action="append",
        default=[],
        type=one_of((*Severity, *_ALSO_FAIL), lang),
        metavar=told("meta.fail_on"),
        help=told("help.fail_on"),
    )
    scope.add_argument("--strict", action="store_true", help=told("help.strict"))
    scope.add_argument(
        "--stdin-format",
        type=one_of(STDIN_FORMATS, lang),
        metavar="|".join(STDIN_FORMATS),
        help=told("help.stdin_format"),
    )
    scope.add_argument("--jobs", type=processes(lang), metavar=told("meta.number"), help=told("help.check_jobs"))
    shown = parser.add_argument_group(told("help.shown"))
    outputs.add_arguments(shown, parser)
    shown.add_argument(
        "--severity", type=one_of(Severity, lang), metavar=told("meta.severity"), help=told("help.severity")
    )
    shown.add_argument("--all", action="store_true", help=told("help.all"))
    shown.add_argument("--summary", action="store_true", help=told("help.summary"))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Records come one at a time and are forgotten once written: what is kept does not grow with their number."""
    _two_engines(arguments.verify, terminal)
    passed_over: list[str] = []
    paths = list(find(arguments.units, passed_over))
    shelf = Shelf(arguments.pack, at_once=False)
    arguments.only = only.names(arguments.only)
    arguments.all |= only.check_known(arguments.only, shelf, terminal)  # who asks for a rule wants to see it
    shows = outputs.shows(arguments, _options(arguments, terminal), paths, terminal)
    found = items(paths, terminal.stdin_bytes, arguments.stdin_format)
    fleet = many(paths, arguments.stdin_format)
    if not fleet:  # stdin may hold several without having been said to
        found, fleet = _several(found)
    outputs.try_template(arguments, shows, fleet, terminal)
    tell_passed_over(outside(passed_over, arguments.evidence), terminal)
    if arguments.evidence is not None:
        check_folders(arguments.evidence, paths if fleet else (), terminal)
    brief = _brief(arguments, terminal, tuple(shows), fleet)
    desk = Desk(brief, shelf)
    jobs, found = _jobs(arguments.jobs, found)
    if jobs > 1:
        desk.ready()  # else whoever audits reads the law, and is small when it begins
    progress = Progress(terminal, len(paths) if countable(paths) or not fleet else None)
    # Of many files in a pipe each problem is one line, to be searched and counted.
    state = Running(terminal, progress, marking=not fleet or terminal.stderr.isatty())
    apart = _engine_in_c(brief) and can_fork()
    with closing(spread(desk, found, jobs, desk.lost, apart=apart, seconds=time_limit(os.environ))) as outcomes:
        check = partial(only.check_met, arguments.only, shelf, state.packs, terminal)
        if fleet:
            return write_fleet(outcomes, shows, state, check)
        return write_alone(outcomes, shows, state, check)


def _two_engines(wanted: bool, terminal: Terminal) -> None:
    """Raises UsageError where both engines are insisted on and one cannot run."""
    if wanted:
        from dcs_audit.engine.durable import available

        if not available():
            raise UsageError(terminal.word("usage.verify", engine="reference"))


def _several(found: Iterator[Item]) -> tuple[Iterator[Item], bool]:
    first = list(islice(found, 2))
    return chain(first, found), len(first) > 1


def _jobs(asked: int | None, found: Iterator[Item]) -> tuple[int, Iterator[Item]]:
    """No more processes than there are records; without a wish, one where there are few."""
    first = list(islice(found, asked or _FEW))
    jobs = min(asked, len(first)) if asked else ((os.cpu_count() or 1) if len(first) == _FEW else 1)
    return jobs, chain(first, found)


def _engine_in_c(brief: Brief) -> bool:
    """Whether an engine is run that could end the process which it runs in."""
    from dcs_audit.engine.native import installed

    return brief.engine != "reference" and installed()


def _options(arguments: argparse.Namespace, terminal: Terminal) -> Options:
    return Options(
        lang=terminal.lang,
        show_all=arguments.all,
        filters=_told(arguments),
        summary=arguments.summary,
        as_of=arguments.as_of or terminal.today(),
    )


def _told(arguments: argparse.Namespace) -> tuple[Sentence, ...]:
    """What readers of any report must know about how it was asked for."""
    strict = (both("filter.strict"),) if arguments.strict else ()
    return (*_filter(arguments).sentences(), *strict)


def _filter(arguments: argparse.Namespace) -> Filter:
    return Filter(tuple(arguments.only), arguments.severity)


def _brief(arguments: argparse.Namespace, terminal: Terminal, shows: tuple[Show, ...], fleet: bool) -> Brief:
    as_of = shows[0].options.as_of
    assert as_of is not None
    return Brief(
        packs=tuple(arguments.pack),
        engine="both" if arguments.verify else arguments.engine,
        as_of=as_of,
        year=arguments.year,
        verify=arguments.verify,
        kept=_filter(arguments),
        threshold=_threshold(arguments.fail_on),
        lang=terminal.lang,
        shows=shows,
        fleet=fleet,
        strict=arguments.strict,
        evidence=arguments.evidence,
    )


def _threshold(fail_on: Sequence[Severity | Status]) -> Threshold:
    """Levels narrow what counts as a failure, statuses widen it."""
    levels = [at_least(entry) for entry in fail_on if isinstance(entry, Severity)]
    statuses = frozenset(entry for entry in fail_on if isinstance(entry, Status))
    return Threshold(frozenset().union(*levels) if levels else frozenset(Severity), statuses)
