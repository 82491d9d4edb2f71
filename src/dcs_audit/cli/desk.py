"""What is done with one record of a run, in whatever process: read, audited, rendered, and cut down to its share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack
from dcs_audit.cli.only import unowed
from dcs_audit.cli.units import Item, Shelf, Submitted, read
from dcs_audit.fleet.failure import Failure, both, origin
from dcs_audit.fleet.share import Share, share_of
from dcs_audit.locale.phrases import LANGS, Lang, Text, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import BadTemplate, Format, Options, Part, style
from dcs_audit.report.narrow import Filter, Threshold
from dcs_audit.report.words import counted
from dcs_audit.verdicts.model import Report

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.evidence.folder import Folder
    from dcs_audit.fleet.goals import Goal
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.records import UnitFile
    from dcs_audit.verdicts.model import EvidenceLedger


@dataclass(frozen=True, slots=True)
class Show:
    """One output of a run: a format, how it is to look, and the file, None for stdout."""

    format: str
    options: Options
    output: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What a run asks of every record; able to travel. `fleet`: the record is one of several.

    `evidence` is the folder of the evidence that records name, None where nobody looks at it. `strict`: what may be a
    slip of the pen makes the run fail too.
    """

    packs: tuple[str, ...]
    engine: Literal["both", "durable", "reference"]
    as_of: date
    year: int | None
    verify: bool
    """Whether every unit is put to both engines anew."""
    kept: Filter
    threshold: Threshold
    lang: Lang
    shows: tuple[Show, ...]
    fleet: bool
    evidence: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record: its share and its part of each output, or its failure; what else to tell; exit codes.

    `packs` are those that the record names beyond the run's own. `unusable`: what is wrong with the run's own packs.
    """

    name: str
    share: Share | None = None
    failure: Failure | None = None
    parts: tuple[Part, ...] = ()
    lines: tuple[str, ...] = ()
    codes: tuple[int, ...] = ()
    packs: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()


class Desk:
    """Does a run's work on one record at a time. To another process it goes as its brief, and reads the packs anew."""

    def __init__(self, brief: Brief, shelf: Shelf | None = None) -> None:
        self._brief = brief
        self._shelf = shelf or Shelf(brief.packs, at_once=False)
        self._lang = brief.lang
        self._auditors: dict[int, tuple[Auditor, tuple[Goal, ...]]] = {}
        self._evidence: Folder | None = None

    def __reduce__(self) -> tuple[type[Desk], tuple[Brief]]:
        return Desk, (self._brief,)

    def __call__(self, item: Item) -> Outcome:
        """What becomes of a record; never raises."""
        try:
            return self._outcome(item)
        except BadTemplate as error:  # of a fleet used for one unit, or the other way round
            return _refused(exits.UNUSABLE, item, Text(*(f"--template: {error.told(lang)}" for lang in LANGS)))
        except Exception as error:  # a bug costs the unit that met it, not the others
            return _failed(Failure(item.name, reason=origin(error), bug=True))

    def ready(self) -> None:
        """Makes beforehand what processes that are forked from this one share. Raises BadPack."""
        _ = self._shelf.base.blueprint

    def lost(self, item: Item, seconds: float | None) -> Outcome:
        """What becomes of a record that kills whoever audits it, or keeps them for more than `seconds`."""
        if seconds is None:
            why = both("error.crashed")
        else:
            why = both("error.timed_out", seconds=Text(f"{seconds:g}".replace(".", ","), f"{seconds:g}"))
        return _refused(exits.UNUSABLE, item, both("error.audit", path=item.name, reason=why))

    @cached_property
    def _styles(self) -> list[Format]:
        return [style(show.format) for show in self._brief.shows]

    def _outcome(self, item: Item) -> Outcome:
        try:
            _ = self._shelf.base
        except BadPack as error:
            return Outcome(item.name, unusable=error.problems)
        if item.empty:
            return _refused(exits.UNREADABLE, item, both(item.empty, path=item.path))
        try:
            submitted = read(item, self._shelf)
        except BadPack as error:
            from dcs_audit.law.told import in_both

            told = (both("error.pack", problem=in_both(problem)) for problem in error.problems)
            return _refused(exits.UNUSABLE, item, *(Text(*(f"{item.name}: {said}" for said in note)) for note in told))
        report = self._judged(item, submitted)
        if isinstance(report, Failure):
            return _failed(report)
        return self._reported(item, report, submitted)

    def _judged(self, item: Item, submitted: Submitted) -> Report | Failure:
        from dcs_audit.engine.interface import EngineError
        from dcs_audit.fleet.many import judged

        if submitted.loaded.unit is None:
            return Failure(submitted.loaded.name, submitted.loaded.problems)
        try:
            auditor, _ = self._auditor(submitted.rulebook)
        except EngineError as error:
            return Failure(submitted.loaded.name, reason=str(error))
        evidence = self._looked_up(item, submitted.loaded.unit)
        return judged(auditor, submitted.loaded, self._brief.as_of, self._brief.year, evidence)

    def _looked_up(self, item: Item, unit: UnitFile) -> EvidenceLedger | None:
        """The evidence of a unit, None where the run does not look at any."""
        if self._brief.evidence is None:
            return None
        from dcs_audit.evidence.folder import Folder
        from dcs_audit.evidence.ledger import folder_for, look_up

        if self._evidence is None:
            self._evidence = Folder(self._brief.evidence)
        folder, alone = folder_for(self._evidence, item.path, self._brief.fleet)
        outputs = (show.output for show in self._brief.shows if show.output is not None)
        return look_up(unit, folder, (item.path, *outputs) if alone and item.line is None else None).ledger

    def _auditor(self, rulebook: Rulebook) -> tuple[Auditor, tuple[Goal, ...]]:
        from dcs_audit.auditor import Auditor
        from dcs_audit.fleet.goals import goals_of

        if id(rulebook) not in self._auditors:
            self._auditors[id(rulebook)] = (
                Auditor(rulebook, self._brief.engine, fresh=self._brief.verify),
                goals_of(rulebook),
            )
        return self._auditors[id(rulebook)]

    def _reported(self, item: Item, report: Report, submitted: Submitted) -> Outcome:
        brief, codes, lines = self._brief, [], []
        if not report.results:  # no violation because nothing was looked at: that is no success
            lines.append(screen("error.nothing", self._lang, path=report.input_path, year=report.year))
            codes.append(exits.UNUSABLE)
        if any(brief.threshold.fails(result) for result in report.results if brief.kept.asked(result)):
            codes.append(exits.VIOLATIONS)
        if brief.strict and report.oddities:
            places = counted("oddity", len(report.oddities), self._lang)
            lines.append(screen("talk.strict", self._lang, path=report.input_path, places=places))
            codes.append(exits.VIOLATIONS)
        packs = self._shelf.beyond(pack.name for pack in submitted.rulebook.packs)
        goals = self._auditor(submitted.rulebook)[1]
        shown = brief.kept.narrowed(report)
        told = unowed(brief.kept.only, report, submitted.rulebook) if brief.kept.only else ()
        if not brief.fleet:
            lines.extend(f"{report.input_path}: {say(sentence, self._lang)}" for sentence in told)
        owes_nothing = bool(told) and len(told) == len(brief.kept.only)
        pairs = zip(brief.shows, self._styles, strict=True)
        parts = tuple(self._part(item, shown, _with(show.options, told, owes_nothing), form) for show, form in pairs)
        share = share_of(report, goals)._replace(unowed=owes_nothing)
        return Outcome(report.input_path, share, None, parts, tuple(lines), tuple(codes), packs)

    def _part(self, item: Item, report: Report, options: Options, form: Format) -> Part:
        if not self._brief.fleet:
            return form.alone(report, options)
        most = 0 if options.summary and form.most is not None else form.most
        return None if most is not None and item.number >= most else form.part(report, options)


def _with(options: Options, told: tuple[Text, ...], unowed: bool) -> Options:
    """The options of one unit: with what must be said of it beside what is said of all."""
    return replace(options, filters=(*options.filters, *told), unowed=unowed) if told else options


def _failed(failure: Failure) -> Outcome:
    code = exits.UNREADABLE if failure.problems else exits.UNUSABLE
    return Outcome(failure.name, failure=failure, codes=(code,))


def _refused(code: int, item: Item, *notes: Text) -> Outcome:
    return Outcome(item.name, failure=Failure(item.name, notes=notes), codes=(code,))
