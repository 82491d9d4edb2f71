"""The main job: one unit's records, judged against a rulebook on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from dcs_audit.duties.blueprint import text
from dcs_audit.duties.casefile import CaseFile, prepare
from dcs_audit.duties.context import Context
from dcs_audit.duties.select import Entry
from dcs_audit.engine.interface import EngineError, Outcome
from dcs_audit.engine.pair import Choice, make_engine
from dcs_audit.engine.program import PROGRAM
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.phrases import Sentence, Text, phrase
from dcs_audit.records.period import MonthDay
from dcs_audit.verdicts import amended
from dcs_audit.verdicts.evidence import evidence_limits, evidence_notices, weigh_evidence
from dcs_audit.verdicts.findings import sort_out
from dcs_audit.verdicts.judge import decide, judge
from dcs_audit.verdicts.memory import Memory
from dcs_audit.verdicts.model import AuditError, DutyResult, EvidenceLedger, Oddity, PackNote, Report
from dcs_audit.verdicts.plausibility import oddities
from dcs_audit.verdicts.summary import summarize
from dcs_audit.verdicts.waivers import waive
from dcs_audit.verdicts.weigh import LineOf

if TYPE_CHECKING:
    from dcs_audit.law.packs import PackFile
    from dcs_audit.records import Loaded, Unit


class Examined(NamedTuple):
    """A report with what it was made from, for those who explain it."""

    report: Report
    case: CaseFile
    outcome: Outcome


class Auditor:
    """A rulebook and an engine, ready for any number of units."""

    def __init__(self, rulebook: Rulebook, engine: Choice = "both", *, fresh: bool = False) -> None:
        """`engine` is `both` (they must agree), `durable` or `reference`. Raises EngineError if it is not available.

        `fresh`: every unit is put to the engine as a whole, though the same may have been asked before.
        """
        self.rulebook = rulebook
        self.engine = make_engine(PROGRAM, engine)
        self._packs = tuple(_note(pack.name, pack.file, rulebook) for pack in rulebook.packs)
        self._memory = None if fresh else Memory()
        self._notices: tuple[Sentence, ...] = ()
        if engine == "both" and "+" not in self.engine.name:
            self._notices = (phrase("notice.one_engine", engine=self.engine.name),)

    def audit(
        self, loaded: Loaded, as_of: date, year: int | None = None, evidence: EvidenceLedger | None = None
    ) -> Report:
        """The report on one unit file. `as_of` is the only clock; `year` replaces the audited year of the file.

        `evidence` is what became of the evidence that the records name, None where nobody looked.
        Raises AuditError if the unit could not be judged: then nothing is known about it, least of all that it is
        clean.
        """
        case = self._case(loaded, as_of, year)
        try:
            if self._memory is None:
                findings = sort_out(case, self.engine.run(case.facts))
            else:
                findings = self._memory.findings(case, self.engine)
        except EngineError as error:
            raise AuditError(f"{loaded.name}: engine error: {error}") from error
        return self._report(loaded, case, decide(case, findings, _lines(loaded)), evidence)

    def examine(
        self, loaded: Loaded, as_of: date, year: int | None = None, evidence: EvidenceLedger | None = None
    ) -> Examined:
        """As `audit`, with the case and what the engine found of it. Raises AuditError."""
        case = self._case(loaded, as_of, year)
        try:
            outcome = self.engine.run(case.facts)
        except EngineError as error:
            raise AuditError(f"{loaded.name}: engine error: {error}") from error
        decided = judge(case, outcome, _lines(loaded))
        return Examined(self._report(loaded, case, decided, evidence), case, outcome)

    def _case(self, loaded: Loaded, as_of: date, year: int | None) -> CaseFile:
        file = loaded.unit
        if file is None:
            raise AuditError(f"{loaded.name}: the file has problems and was not audited")
        return prepare(self.rulebook.blueprint, Context(file, year or file.year, as_of, self.rulebook))

    def _report(
        self, loaded: Loaded, case: CaseFile, decided: list[DutyResult], evidence: EvidenceLedger | None = None
    ) -> Report:
        context, rulebook = case.context, self.rulebook
        decided = amended.told(case, decided)
        if evidence is not None:  # before the waivers: what only they excuse is told of
            decided = weigh_evidence(decided, evidence)
        results, notices = waive(decided, context.file.waivers, context.as_of)
        if evidence is not None:
            notices += evidence_notices(results, evidence)
        odd = _oddities(loaded, context)
        book_notices = (*self._notices, *amended.notices(context, results), *_subtype(context, rulebook))
        told = (*book_notices, *_unknown_parts(case), *_postponed(case), *notices)
        return Report(
            engine=self.engine.name,
            packs=self._packs,
            rulebook_digest=rulebook.digest,
            groups=rulebook.groups,
            input_path=loaded.name,
            input_digest=loaded.digest or "",
            unit=_as_submitted(context.unit),
            year=context.year,
            as_of=context.as_of,
            summary=summarize(results, rulebook.scoring),
            results=tuple(results),
            notices=(*told, *map(_odd_notice, odd)),
            not_checked=(*_not_checked(case, results), *evidence_limits(context.file, evidence)),
            oddities=odd,
            evidence=evidence,
        )


def _lines(loaded: Loaded) -> LineOf:
    return LineOf(loaded.line_of, loaded.positions.only_line)


def _oddities(loaded: Loaded, context: Context) -> tuple[Oddity, ...]:
    found = oddities(context.file, context.as_of, context.rulebook.calendar, context.year)
    return tuple(replace(odd, line=loaded.line_of(odd.record)) for odd in found)


def _odd_notice(odd: Oddity) -> Sentence:
    where = odd.record if odd.line is None else phrase("odd.place", record=odd.record, line=odd.line)
    return phrase("notice.odd", where=where, told=odd.told)


def _note(name: str, file: PackFile, rulebook: Rulebook) -> PackNote:
    limits: list[Sentence] = [text(words) for words in file.not_checked]
    limits += amended.of_pack(name, rulebook)
    return PackNote(name, text(file.title), text(file.status), tuple(limits))


def _as_submitted(unit: Unit) -> dict[str, object]:
    """The unit's facts as the file gives them, absent ones left out."""
    given = {name: getattr(unit, name) for name in type(unit).model_fields if name in unit.model_fields_set}
    return {name: _plain(value) for name, value in given.items() if value is not None}


def _plain(value: object) -> object:
    """A value of the record as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, BaseModel):
        return {name: _plain(item) for name, item in value if item is not None}
    if isinstance(value, date):
        return value.isoformat()
    return value.label if isinstance(value, MonthDay) else value


def _subtype(context: Context, rulebook: Rulebook) -> Iterator[Sentence]:
    """That the unit calls itself something that the law no longer, or not yet, knows."""
    for entry in (entry for pack in rulebook.packs for entry in pack.file.subtypes):
        if entry.id == context.unit.subtype and not entry.in_force.holds_on(context.as_of):
            start, end = entry.in_force.from_, entry.in_force.to
            window = phrase("window.from", start=start) if end is None else phrase("window.until", end=end)
            basis = rulebook.cite(entry.basis[0]).short
            title = Text(entry.title.vi, entry.title.en)
            yield phrase("notice.subtype", subtype=title, window=window, basis=basis)


def _unknown_parts(case: CaseFile) -> Iterator[Sentence]:
    """Parts of disclosures that no rule speaks of: they are judged as if they named none."""
    known = case.context.rulebook.parts
    for index, record in enumerate(case.context.file.records.disclosures):
        if record.part is not None and record.part not in known:
            path = f"records.disclosures[{index}].part"
            yield phrase("notice.unknown_part", record=path, part=record.part, known=tuple(sorted(known)))


def _postponed(case: CaseFile) -> Iterator[Sentence]:
    """Records whose day has not come on the day of the audit, unless what is odd about their documents says so."""
    from dcs_audit.duties.attributes import natural_date
    from dcs_audit.verdicts.references import references

    for section, entry in case.files.all():
        day = natural_date(section)(entry.record)
        if day is not None and day > case.context.as_of:
            if any(document.date == day for _, document in references(section, entry.record)):
                continue
            yield phrase("notice.future_record", record=entry.path, date=day)


def _unanswered(entry: Entry) -> bool:
    """Whether it is a question answered with `unknown`: its duty says so already."""
    from dcs_audit.records import Attestation

    return isinstance(entry.record, Attestation) and entry.record.answer is None


def _not_checked(case: CaseFile, results: list[DutyResult]) -> tuple[Sentence, ...]:
    """The limits of this run: what the packs leave out, records no rule looked at, rules whose text was not read."""
    limits: list[Sentence] = [text(words) for pack in case.context.rulebook.packs for words in pack.file.not_checked]
    used = {entry.path for candidate in case.candidates for entry in candidate.entries}
    unused = tuple(entry.path for _, entry in case.files.all() if entry.path not in used and not _unanswered(entry))
    if unused:
        limits.append(phrase("limit.unused", records=unused))
    unverified = tuple(dict.fromkeys(result.rule for result in results if not result.verified))
    if unverified:
        limits.append(phrase("limit.unverified", rules=unverified))
    return tuple(limits)
