"""`explain`: why one duty of one unit has its verdict."""

from __future__ import annotations

import argparse
import os
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import normalize

from dcs_audit.cli import exits
from dcs_audit.cli.endings import format_asked
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.overwriting import check_outputs
from dcs_audit.cli.parser import Parser, day, one_of, unknown, year
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.cli.units import Item, Shelf, Submitted
    from dcs_audit.explaining.model import Explanation
    from dcs_audit.explaining.story import NoSuchRule
    from dcs_audit.verdicts.model import EvidenceLedger

FORMATS = ("text", "json")
_ENGINES = ("both", "durable", "reference")
_MOST_NAMED = 12


def add_arguments(parser: Parser) -> None:
    """The arguments of `explain`."""
    lang = parser.lang

    def told(key: str) -> str:
        return screen(key, lang)

    parser.epilog = told("help.explain_exits")
    scope = parser.add_argument_group(told("help.scope"))
    scope.add_argument("unit", metavar=told("meta.one_unit"), help=told("help.explain_unit"))
    scope.add_argument("rule", metavar=told("meta.rule"), help=told("help.explain_rule"))
    scope.add_argument("--as-of", type=day(lang), metavar=told("meta.day"), help=told("help.as_of"))
    scope.add_argument("--year", type=year(lang), metavar=told("meta.year"), help=told("help.year"))
    scope.add_argument("--pack", action="append", default=[], metavar=told("meta.pack"), help=told("help.pack"))
    scope.add_argument(
        "--engine", type=one_of(_ENGINES, lang), default="both", metavar="|".join(_ENGINES), help=told("help.engine")
    )
    scope.add_argument("--evidence", metavar=told("meta.folder"), help=told("help.explain_evidence"))
    shown = parser.add_argument_group(told("help.shown"))
    shown.add_argument(
        "--format",
        type=one_of(FORMATS, lang),
        metavar="|".join(FORMATS),
        help=told("help.explain_format"),
    )
    shown.add_argument("--force", action="store_true", help=told("help.force"))
    shown.add_argument("--output", metavar=told("meta.file"), help=told("help.output"))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Audits the unit, explains what was asked about, and tells nothing where it could not be audited."""
    from dcs_audit.cli.evidence import folder_of
    from dcs_audit.cli.units import Shelf, read
    from dcs_audit.evidence.ledger import look_up
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.records.problems import MOST_MARKED

    item = _only_item(arguments, terminal)
    form = format_asked(arguments, FORMATS, terminal)
    check_outputs([arguments.output], terminal, force=arguments.force, evidence=arguments.evidence)
    folder = folder_of(arguments.evidence, terminal) if arguments.evidence is not None else None
    if item.empty:
        terminal.talk(terminal.word(item.empty, path=item.path))
        return exits.UNREADABLE
    shelf = Shelf(arguments.pack)
    submitted = read(item, shelf)
    if submitted.loaded.unit is None:
        for line in Failure(submitted.loaded.name, submitted.loaded.problems).shown(terminal.lang, MOST_MARKED):
            terminal.talk(line)
        return exits.UNREADABLE
    # Files that no record names are no duty's: nobody looks for them.
    ledger = look_up(submitted.loaded.unit, folder, None).ledger if folder is not None else None
    explanation = _explained(arguments, submitted, ledger, shelf, terminal)
    if explanation is None:
        return exits.UNUSABLE
    terminal.hand_over(_rendered(explanation, form, arguments.output, terminal), arguments.output)
    if arguments.output not in (None, STDOUT):
        terminal.talk(terminal.word("talk.written", path=arguments.output))
    return exits.CLEAN


def _only_item(arguments: argparse.Namespace, terminal: Terminal) -> Item:
    """The one record that is meant. Raises UsageError where there are several, or where the output would replace it."""
    from dcs_audit.cli.units import find, items

    paths = list(find([arguments.unit]))
    output = arguments.output
    if output not in (None, STDOUT) and os.path.realpath(output) in map(os.path.realpath, paths):
        raise UsageError(terminal.word("usage.overwrites", path=output))
    found = list(islice(items(paths, terminal.stdin_bytes, None), 2)) if len(paths) == 1 else []
    if len(found) != 1:
        raise UsageError(terminal.word("usage.explain_one", path=arguments.unit))
    return found[0]


def _explained(
    arguments: argparse.Namespace,
    submitted: Submitted,
    evidence: EvidenceLedger | None,
    shelf: Shelf,
    terminal: Terminal,
) -> Explanation | None:
    """The explanation; None where the unit could not be judged, which is told. Raises UsageError for an unknown id."""
    from dcs_audit.auditor import Auditor
    from dcs_audit.engine.interface import EngineError
    from dcs_audit.explaining.scene import look_at
    from dcs_audit.explaining.story import NoSuchRule, explain
    from dcs_audit.verdicts.model import AuditError

    loaded = submitted.loaded
    try:
        auditor = Auditor(submitted.rulebook, engine=arguments.engine)
        scene = look_at(auditor, loaded, arguments.as_of or terminal.today(), arguments.year, evidence)
        return explain(scene, normalize("NFC", arguments.rule).strip())
    except NoSuchRule as error:
        raise UsageError(_nearest(error, shelf, terminal)) from error
    except (AuditError, EngineError) as error:
        terminal.talk(terminal.word("error.audit", path=loaded.name, reason=str(error)))
        return None


def _nearest(error: NoSuchRule, shelf: Shelf, terminal: Terminal) -> str:
    """What to say about an id that is not known here: the pack that has it, the nearest id, the unit's duties."""
    from dcs_audit.explaining.story import known_ids
    from dcs_audit.law.rulebook import known_packs

    asked, lang = error.asked, terminal.lang
    if error.duties:
        named = ", ".join(error.duties[:_MOST_NAMED])
        more = "" if len(error.duties) <= _MOST_NAMED else ", …"
        return terminal.word("usage.explain_duties", value=asked, duties=named + more)
    for pack in shelf.beyond(known_packs()):
        try:
            book = shelf.book((pack,))
        except BadPack:  # a pack that cannot be read knows no ids
            continue
        if asked in known_ids(book):
            return terminal.word("usage.explain_other_pack", value=asked, pack=pack)
    return unknown(asked, error.known, lang)


def _rendered(explanation: Explanation, form: str, output: str | None, terminal: Terminal) -> str:
    if form == "json":
        from dcs_audit.report.explain_json import render as as_json

        return as_json(explanation, terminal.lang)
    from dcs_audit.report.explain_text import render

    return render(explanation, terminal.lang, *terminal.shape(output))
