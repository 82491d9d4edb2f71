"""`bundle`: records, reports and evidence of one unit in a zip file, and whether such a file is still intact."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.evidence import folder_of
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.parser import Parser, day, one_of, year
from dcs_audit.cli.terminal import Terminal
from dcs_audit.locale.screen import screen
from dcs_audit.locale.system_errors import in_words, why

if TYPE_CHECKING:
    from dcs_audit.cli.units import Item, Submitted
    from dcs_audit.evidence.ledger import Kept
    from dcs_audit.verdicts.model import Report

_ENGINES = ("both", "durable", "reference")


def add_arguments(parser: Parser) -> None:
    """The arguments of `bundle`."""
    lang = parser.lang

    def told(key: str) -> str:
        return screen(key, lang)

    parser.epilog = told("help.bundle_exits")
    packing = parser.add_argument_group(told("help.bundle_packing"))
    packing.add_argument("unit", nargs="?", metavar=told("meta.one_unit"), help=told("help.bundle_unit"))
    packing.add_argument("--evidence", metavar=told("meta.folder"), help=told("help.bundle_evidence"))
    packing.add_argument("-o", "--output", metavar=told("meta.zip"), help=told("help.bundle_output"))
    packing.add_argument("--force", action="store_true", help=told("help.force"))
    packing.add_argument("--as-of", type=day(lang), metavar=told("meta.day"), help=told("help.as_of"))
    packing.add_argument("--year", type=year(lang), metavar=told("meta.year"), help=told("help.year"))
    packing.add_argument("--pack", action="append", default=[], metavar=told("meta.pack"), help=told("help.pack"))
    packing.add_argument(
        "--engine", type=one_of(_ENGINES, lang), default="both", metavar="|".join(_ENGINES), help=told("help.engine")
    )
    checking = parser.add_argument_group(told("help.bundle_checking"))
    checking.add_argument("--verify", metavar=told("meta.zip"), help=told("help.bundle_verify"))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Packs, or verifies what was packed. Raises UsageError."""
    packs = (arguments.unit, arguments.evidence, arguments.output)
    if arguments.verify is not None:
        if any(given is not None for given in packs):
            raise UsageError(terminal.word("usage.bundle_verify"))
        return _verify(arguments.verify, terminal)
    if any(given is None for given in packs):
        raise UsageError(terminal.word("usage.bundle_unit"))
    return _pack(arguments, terminal)


# --- packing --------------------------------------------------------------------------------------------------------


def _pack(arguments: argparse.Namespace, terminal: Terminal) -> int:
    from dcs_audit.cli.units import Shelf, read
    from dcs_audit.evidence.ledger import look_up
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.records.problems import MOST_MARKED

    item = _only_item(arguments.unit, terminal)
    _check_output(arguments, item, terminal)
    folder = folder_of(arguments.evidence, terminal)
    if item.empty:
        terminal.talk(terminal.word(item.empty, path=item.path))
        return exits.UNREADABLE
    submitted = read(item, Shelf(arguments.pack))
    unit = submitted.loaded.unit
    if unit is None:
        for line in Failure(submitted.loaded.name, submitted.loaded.problems).shown(terminal.lang, MOST_MARKED):
            terminal.talk(line)
        return exits.UNREADABLE
    kept = look_up(unit, folder, (item.path, arguments.output))
    output = os.path.realpath(arguments.output)
    if output in kept.real.values():
        raise UsageError(terminal.word("usage.bundle_evidence_file", path=arguments.output))
    report = _audited(arguments, submitted, kept, terminal)
    if report is None:
        return exits.UNUSABLE
    record = _record(item, submitted, terminal)
    number, digest = _written(report, record, kept, output, terminal)
    return _told(report, arguments.output, number, digest, terminal)


def _only_item(path: str, terminal: Terminal) -> Item:
    """The one record that is meant. Raises UsageError where there are several."""
    from dcs_audit.cli.units import find, items

    paths = list(islice(find([path]), 2))
    found = list(islice(items(paths, terminal.stdin_bytes, None), 2)) if len(paths) == 1 else []
    if len(found) != 1:
        raise UsageError(terminal.word("usage.bundle_one", path=path))
    return found[0]


def _check_output(arguments: argparse.Namespace, item: Item, terminal: Terminal) -> None:
    output = arguments.output
    if os.path.realpath(output) == os.path.realpath(item.path):
        raise UsageError(terminal.word("usage.overwrites", path=output))
    if os.path.lexists(output):
        if not arguments.force:
            raise UsageError(terminal.word("usage.exists", path=output))
        if not os.path.isfile(output):
            raise UsageError(terminal.word("usage.bundle_no_file", path=output))


def _audited(arguments: argparse.Namespace, submitted: Submitted, kept: Kept, terminal: Terminal) -> Report | None:
    """The report, the unit file in it without its folder; None where nothing could be judged, which is told."""
    from dcs_audit.auditor import Auditor
    from dcs_audit.engine.interface import EngineError
    from dcs_audit.verdicts.model import AuditError

    loaded, as_of = submitted.loaded, arguments.as_of or terminal.today()
    try:
        auditor = Auditor(submitted.rulebook, engine=arguments.engine)
        report = auditor.audit(loaded, as_of=as_of, year=arguments.year, evidence=kept.ledger)
    except (AuditError, EngineError) as error:
        reason = str(error).removeprefix(f"{loaded.name}: ")
        terminal.talk(terminal.word("error.audit", path=loaded.name, reason=reason))
        return None
    if not report.results:
        terminal.talk(terminal.word("error.nothing", path=loaded.name, year=report.year))
        return None
    return replace(report, input_path=Path(loaded.name).name)


def _record(item: Item, submitted: Submitted, terminal: Terminal) -> tuple[str, bytes]:
    """The record's name in the bundle and its bytes, the very ones that were audited."""
    from dcs_audit.records.source import digest

    if item.data is not None:
        return f"ho-so.{item.format or 'yaml'}", item.data
    try:
        data = Path(item.path).read_bytes()
    except OSError as error:
        raise UsageError(terminal.word("error.bundle_read", reason=why(error, terminal.lang))) from error
    if digest(data) != submitted.loaded.digest:
        raise UsageError(terminal.word("error.bundle_changed", path=item.path))
    return Path(item.path).name, data


def _written(report: Report, record: tuple[str, bytes], kept: Kept, output: str, terminal: Terminal) -> tuple[int, str]:
    """Writes the bundle beside its place and then moves it there. Gives the number of files and the SHA-256."""
    from dcs_audit.evidence.archive import Changed, write
    from dcs_audit.evidence.assembly import assemble
    from dcs_audit.evidence.folder import measured

    made, copies = assemble(report, record, kept.real, terminal.lang)
    beside = Path(output).with_name(f".{Path(output).name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            try:
                write(file, made, copies)
                file.flush()
                os.fsync(file.fileno())
                digest = measured(str(beside))[1]
                beside.replace(output)
            finally:
                beside.unlink(missing_ok=True)
    except Changed as error:
        raise UsageError(terminal.word("error.bundle_changed", path=error)) from error
    except OSError as error:
        raise UsageError(terminal.word("error.bundle_read", reason=why(error, terminal.lang))) from error
    return len(made) + len(copies), digest


def _told(report: Report, output: str, number: int, digest: str, terminal: Terminal) -> int:
    from dcs_audit.locale.phrases import say
    from dcs_audit.report.words import counted
    from dcs_audit.verdicts.evidence import state_of

    terminal.talk(terminal.word("talk.packed", number=number, path=output, digest=digest))
    lacking = [note for note in (report.evidence.notes if report.evidence else ()) if note.lacking]
    for note in lacking:
        what = say(state_of(note), terminal.lang)
        terminal.talk(terminal.word("talk.lacking", file=note.path, record=note.record, what=what))
    violations = sum(result.is_violation for result in report.results)
    if violations:
        told = counted("violation", violations, terminal.lang)
        terminal.talk(terminal.word("talk.bundle_violations", violations=told))
    return exits.VIOLATIONS if lacking or violations else exits.CLEAN


# --- verifying ------------------------------------------------------------------------------------------------------


def _verify(path: str, terminal: Terminal) -> int:
    """Data is a line for each file that differs; how it stands goes to stderr."""
    from dcs_audit.evidence.folder import measured
    from dcs_audit.evidence.verify import NoBundle, verify
    from dcs_audit.report.words import plain

    try:
        found = verify(path)
        digest = measured(os.path.realpath(path))[1]
    except NoBundle as error:
        raise UsageError(f"{path}: {terminal.word(error.key, reason=in_words(error.reason, terminal.lang))}") from error
    except OSError as error:
        told = terminal.word("bundle.unreadable_file", reason=why(error, terminal.lang))
        raise UsageError(f"{path}: {told}") from error
    lines = [f"{plain(one.path)}: {terminal.word(one.key)}\n" for one in found.differences]
    terminal.hand_over("".join(lines), None)
    how = "bundle.differs" if lines else "bundle.intact"
    terminal.talk(terminal.word(how, path=path, number=found.files, differing=len(lines), digest=digest))
    return exits.VIOLATIONS if lines else exits.CLEAN
