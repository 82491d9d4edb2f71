"""`check`: audits unit files, prints the report, and says with its exit code whether all is well."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.parser import Parser, day, one_of, unknown, year
from dcs_audit.cli.terminal import STDOUT, Terminal, origin
from dcs_audit.cli.units import Shelf, Submitted, find, read
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.report.narrow import Filter, Threshold, at_least
from dcs_audit.report.words import counted
from dcs_audit.verdicts.model import AuditError, Report, Severity, Status

if TYPE_CHECKING:
    from dcs_audit.audit import Auditor
    from dcs_audit.law.rulebook import Rulebook

ENGINES = ("both", "durable", "reference")
_ALSO_FAIL = (Status.NEEDS_REVIEW, Status.PENDING)


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
    scope.add_argument("--only", action="append", default=[], metavar=told("meta.only"), help=told("help.only"))
    scope.add_argument(
        "--fail-on",
        action="append",
        default=[],
        type=one_of((*Severity, *_ALSO_FAIL), lang),
        metavar=told("meta.fail_on"),
        help=told("help.fail_on"),
    )
    shown = parser.add_argument_group(told("help.shown"))
    add_format(shown, lang)
    shown.add_argument("--output", metavar=told("meta.file"), help=told("help.output"))
    shown.add_argument(
        "--severity", type=one_of(Severity, lang), metavar=told("meta.severity"), help=told("help.severity")
    )
    shown.add_argument("--all", action="store_true", help=told("help.all"))


def add_format(group: argparse._ArgumentGroup, lang: Lang) -> None:
    """`--format`, the same for every command that has one."""
    group.add_argument(
        "--format",
        type=one_of(FORMATS, lang),
        default="text",
        metavar="|".join(FORMATS),
        help=screen("help.format", lang),
    )


@dataclass
class _Run:
    """What has happened so far: reports, files that gave none, and the codes to end with."""

    terminal: Terminal
    reports: list[Report] = field(default_factory=list)
    not_audited: list[str] = field(default_factory=list)
    codes: set[int] = field(default_factory=set)
    problems: int = 0

    def refuse(self, path: str, code: int, lines: Sequence[str]) -> None:
        """A unit that gives no report, and why."""
        for line in lines:
            self.terminal.talk(line)
        self.problems += len(lines)
        self.not_audited.append(path)
        self.codes.add(code)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Reads everything first, since what may be asked with --only depends on the packs that the files name."""
    paths = list(find(arguments.units))
    _keep_inputs(arguments.output, paths, terminal)
    shelf = Shelf(arguments.pack)
    state = _Run(terminal)
    submitted = [one for path in paths if (one := _read(path, shelf, state)) is not None]
    _known(arguments.only, shelf.books, terminal)
    _audit(submitted, arguments, state)
    _report(arguments, state, fleet=len(paths) > 1)
    if state.not_audited:
        problems = counted("problem", state.problems, terminal.lang)
        files = counted("file", len(state.not_audited), terminal.lang)
        terminal.talk(terminal.word("talk.problems", problems=problems, files=files))
    return exits.worst(state.codes)


def _keep_inputs(output: str | None, paths: Iterable[str], terminal: Terminal) -> None:
    if output not in (None, STDOUT) and os.path.realpath(output) in map(os.path.realpath, paths):
        raise UsageError(terminal.word("usage.overwrites", path=output))


def _read(path: str, shelf: Shelf, state: _Run) -> Submitted | None:
    if os.path.isdir(path):  # one without unit files: `find` names others by what they hold
        state.refuse(path, exits.UNREADABLE, [state.terminal.word("error.empty_folder", path=path)])
        return None
    try:
        submitted = read(path, shelf, state.terminal)
    except BadPack as error:
        lines = [state.terminal.word("error.pack", problem=problem) for problem in error.problems]
        state.refuse(path, exits.UNUSABLE, [f"{path}: {line}" for line in lines])
        return None
    if submitted.loaded.unit is None:
        lines = [problem.render(state.terminal.lang) for problem in submitted.loaded.problems]
        state.refuse(path, exits.UNREADABLE, lines)
        return None
    return submitted


def _known(only: Iterable[str], books: Sequence[Rulebook], terminal: Terminal) -> None:
    """Raises UsageError for an id or group that no rulebook of the run has."""
    known = {rule for book in books for rule in book.rule_ids} | {group.id for book in books for group in book.groups}
    for name in only:
        if name not in known:
            raise UsageError(f"--only: {unknown(name, known, terminal.lang)}")


def _audit(submitted: Iterable[Submitted], arguments: argparse.Namespace, state: _Run) -> None:
    from dcs_audit.audit import Auditor
    from dcs_audit.engine.interface import EngineError

    as_of = arguments.as_of or state.terminal.today()
    auditors: dict[int, Auditor] = {}
    for unit in submitted:
        path, rulebook = unit.loaded.name, unit.rulebook
        try:
            if id(rulebook) not in auditors:
                auditors[id(rulebook)] = Auditor(rulebook, engine=arguments.engine)
            state.reports.append(auditors[id(rulebook)].audit(unit.loaded, as_of=as_of, year=arguments.year))
        except (AuditError, EngineError) as error:
            reason = str(error).removeprefix(f"{path}: ")
        except Exception as error:  # a bug costs the unit that met it, not the others
            reason = state.terminal.word("error.internal", error=origin(error))
        else:
            continue
        state.refuse(path, exits.UNUSABLE, [state.terminal.word("error.audit", path=path, reason=reason)])


def _report(arguments: argparse.Namespace, state: _Run, *, fleet: bool) -> None:
    for report in state.reports:
        if not report.results:  # no violation because nothing was looked at: that is no success
            state.terminal.talk(state.terminal.word("error.nothing", path=report.input_path, year=report.year))
            state.codes.add(exits.UNUSABLE)
    kept = Filter(tuple(dict.fromkeys(arguments.only)), arguments.severity)
    threshold = _threshold(arguments.fail_on)
    asked = (result for report in state.reports for result in report.results if kept.asked(result))
    if any(threshold.fails(result) for result in asked):
        state.codes.add(exits.VIOLATIONS)
    width, colour = (0, False) if arguments.format == "json" else state.terminal.shape(arguments.output)
    options = Options(
        lang=state.terminal.lang,
        width=width,
        colour=colour,
        show_all=arguments.all,
        filters=kept.sentences(),
        fleet=fleet,
        not_audited=tuple(state.not_audited),
    )
    if not (state.reports or fleet):
        return  # the only unit could not be audited: there is nothing to report
    render = FORMATS[arguments.format]()
    text = render([kept.narrowed(report) for report in state.reports], options)
    state.terminal.hand_over(text, arguments.output)
    if arguments.output not in (None, STDOUT):
        state.terminal.talk(state.terminal.word("talk.written", path=arguments.output))


def _threshold(fail_on: Sequence[Severity | Status]) -> Threshold:
    """Levels narrow what counts as a failure, statuses widen it."""
    levels = [at_least(entry) for entry in fail_on if isinstance(entry, Severity)]
    statuses = frozenset(entry for entry in fail_on if isinstance(entry, Status))
    return Threshold(frozenset().union(*levels) if levels else frozenset(Severity), statuses)
