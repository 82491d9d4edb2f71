"""`diff`: what changed between two saved reports, on one unit or on a fleet."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.parser import Parser, one_of
from dcs_audit.cli.terminal import Terminal
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.cli.saved import Archive
    from dcs_audit.cli.sink import Sink
    from dcs_audit.fleet.movement import Movement
    from dcs_audit.verdicts.comparing import Comparison
    from dcs_audit.verdicts.matching import Matching, Who
    from dcs_audit.verdicts.saved import SavedReport

FORMATS = ("text", "json")


def add_arguments(parser: Parser) -> None:
    """The arguments of `diff`."""
    lang = parser.lang

    def told(key: str) -> str:
        return screen(key, lang)

    parser.epilog = told("help.diff_exits")
    compared = parser.add_argument_group(told("help.compared"))
    compared.add_argument("old", metavar=told("meta.old"), help=told("help.old"))
    compared.add_argument("new", metavar=told("meta.new"), help=told("help.new"))
    shown = parser.add_argument_group(told("help.shown"))
    shown.add_argument(
        "--format",
        type=one_of(FORMATS, lang),
        default=FORMATS[0],
        metavar="|".join(FORMATS),
        help=screen("help.rules_format", lang, default=FORMATS[0]),
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Reads both files twice: first who is in them, then one pair of reports after the other."""
    from dcs_audit.cli.saved import Archive, Unusable

    files = Archive(arguments.old, terminal.lang), Archive(arguments.new, terminal.lang)
    try:
        return _told(_surveyed(*files), arguments.format, terminal)
    except Unusable as error:
        terminal.talk(str(error))
        return exits.UNREADABLE


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two files and which report of one belongs to which of the other."""

    old: Archive
    new: Archive
    who: tuple[list[Who], list[Who]]
    matching: Matching

    @property
    def alone(self) -> bool:
        """Whether each file is the report on one unit."""
        return not (self.old.fleet or self.new.fleet)

    @property
    def only(self) -> tuple[list[Who], list[Who]]:
        """Units that only one of the files has."""
        old, new = self.who
        return [old[place] for place in self.matching.only_old], [new[place] for place in self.matching.only_new]

    def pairs(self) -> Iterator[tuple[SavedReport, SavedReport]]:
        """Each pair once both are read. Files in the same order are read side by side, and nothing is kept."""
        new_of = {old: new for new, old in self.matching.old_of.items()}
        waiting: tuple[dict[int, SavedReport], dict[int, SavedReport]] = {}, {}
        for (side, place), report in _in_turn(self.old, self.new):
            partner = (new_of, self.matching.old_of)[side].get(place)
            if partner is None:
                continue
            if partner in waiting[1 - side]:
                other = waiting[1 - side].pop(partner)
                yield (report, other) if side == 0 else (other, report)
            else:
                waiting[side][place] = report


def _in_turn(old: Archive, new: Archive) -> Iterator[tuple[tuple[int, int], SavedReport]]:
    """The reports of both files by turns, each with its file (0 or 1) and its place."""
    sources = [(0, enumerate(old)), (1, enumerate(new))]
    while sources:
        for source in list(sources):
            side, reports = source
            found = next(reports, None)
            if found is None:
                sources.remove(source)
            else:
                yield (side, found[0]), found[1]


def _surveyed(old: Archive, new: Archive) -> _Compared:
    from dcs_audit.verdicts.matching import Matching, match, who

    units = [who(report) for report in old], [who(report) for report in new]
    if old.fleet or new.fleet:
        return _Compared(old, new, units, match(*units))
    return _Compared(old, new, units, Matching({0: 0}, (), ()))  # two reports were named: these are to be compared


def _told(compared: _Compared, form: str, terminal: Terminal) -> int:
    from dcs_audit.fleet.movement import Movement

    movement = Movement()
    with terminal.writing(None) as sink:
        write = _write_json if form == "json" else _write_text
        warnings = write(compared, movement, sink, terminal)
    for sentence in warnings:
        terminal.talk(terminal.word("talk.compared_with_care", warning=sentence))
    fell_back = movement.worse or any(unit.violations for unit in compared.only[1])
    return exits.VIOLATIONS if fell_back else exits.CLEAN


def _write_json(compared: _Compared, movement: Movement, sink: Sink, terminal: Terminal) -> list[str]:
    """The output, unit by unit; gives what to warn of."""
    from dcs_audit.report.diff_json import JsonDiff
    from dcs_audit.verdicts.comparing import compare

    frame, last = JsonDiff(), None
    sink.write(frame.begin(compared.old.path, compared.new.path))
    for pair in compared.pairs():
        last = compare(*pair)
        movement.add(last)
        sink.write(frame.unit(last))
    sink.write(frame.end(movement, compared.only, compared.new.not_audited))
    return _warnings(compared, movement, last, terminal)


def _write_text(compared: _Compared, movement: Movement, sink: Sink, terminal: Terminal) -> list[str]:
    """The same for people: of one unit everything, of a fleet what it comes to."""
    from dcs_audit.verdicts.comparing import compare

    last = None
    for pair in compared.pairs():
        last = compare(*pair)
        movement.add(last)
    shape = terminal.shape(None)
    if compared.alone and last is not None:
        from dcs_audit.report.diff_text import render

        sink.write(render(last, terminal.lang, *shape))
    else:
        from dcs_audit.report.diff_fleet_text import render as render_fleet

        paths, sizes = (compared.old.path, compared.new.path), (len(compared.who[0]), len(compared.who[1]))
        not_audited = compared.new.not_audited
        sink.write(render_fleet(movement, paths, sizes, compared.only, not_audited, terminal.lang, *shape))
    return _warnings(compared, movement, last, terminal)


def _warnings(compared: _Compared, movement: Movement, last: Comparison | None, terminal: Terminal) -> list[str]:
    from dcs_audit.report.diff_words import doubts, fleet_doubts

    if compared.alone and last is not None:
        return doubts(last, terminal.lang)
    return list(fleet_doubts(movement, len(compared.only[0]), compared.new.not_audited, terminal.lang))
