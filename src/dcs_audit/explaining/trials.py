"""What another audit says of the unit file with something in it changed: nothing is foretold, it is tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dcs_audit.duties.schedule import Duty
from dcs_audit.explaining.editing import Edit
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import fact_words, field_words, status_words
from dcs_audit.locale.phrases import Sentence, Text, phrase
from dcs_audit.verdicts.model import AuditError, CheckResult, DutyResult, EvidenceLedger, Report, Status

if TYPE_CHECKING:
    from dcs_audit.records import Loaded


class Tried(NamedTuple):
    """How the duty came out of a trial. `status` None: it is not a duty any more, `others` tells which there are."""

    status: Status | None
    days: int | None
    then: Sentence | None
    checks: tuple[CheckResult, ...]

    def of_check(self, check: CheckResult) -> Status | None:
        """The verdict on the same check of the same record."""
        found = [one.status for one in self.checks if (one.id, one.record) == (check.id, check.record)]
        return found[0] if found else None

    def only(self, title: Text | None) -> bool:
        """Whether the check of this title is all that is not met."""
        return {check.title for check in self.checks if check.status is not Status.PASSED} == {title}


@dataclass(slots=True)
class Trials:
    """Audits what might be; waivers are left aside, so that the verdict beneath one is seen."""

    scene: Scene
    _days: dict[date, Report] = field(default_factory=dict)

    def changed(self, duty: Duty, result: DutyResult, edit: Edit) -> Tried | None:
        """The duty after a change of the file; None where the change cannot be made or judged."""
        file = self.scene.loaded.unit
        changed = edit(file) if file is not None else None
        if changed is None:
            return None
        loaded = replace(self.scene.loaded, unit=changed.model_copy(update={"waivers": ()}))
        try:
            report = self._audited(loaded, self.scene.as_of, self.scene.report.evidence)
        except AuditError:
            return None
        return _tried(report, result)

    def proven(self, result: DutyResult, evidence: EvidenceLedger) -> Tried | None:
        """The duty with other evidence, and nothing changed."""
        try:
            return _tried(self._audited(self._unwaived(), self.scene.as_of, evidence), result)
        except AuditError:
            return None

    def on(self, result: DutyResult, day: date) -> Tried | None:
        """The duty on another day, with nothing changed."""
        if day not in self._days:
            try:
                self._days[day] = self._audited(self._unwaived(), day, self.scene.report.evidence)
            except AuditError:
                return None
        return _tried(self._days[day], result)

    def _unwaived(self) -> Loaded:
        file = self.scene.loaded.unit
        assert file is not None
        return replace(self.scene.loaded, unit=file.model_copy(update={"waivers": ()}))

    def _audited(self, loaded: Loaded, day: date, evidence: EvidenceLedger | None) -> Report:
        return self.scene.auditor.audit(loaded, day, self.scene.context.year, evidence)


def _tried(report: Report, result: DutyResult) -> Tried:
    same = [one for one in report.results if one.duty == result.duty]
    if same:
        return Tried(same[0].status, same[0].days, _why(same[0]), same[0].checks)
    others = [one for one in report.results if one.rule == result.rule]
    counts = Counter(one.status for one in others)
    told = tuple(phrase("x.number_of", number=counts[s], status=status_words(s)) for s in Status if counts[s])
    then = phrase("x.then.others", number=len(others), counts=told) if told else phrase("x.then.none")
    return Tried(None, None, then, ())


def _why(result: DutyResult) -> Sentence | None:
    """What is still open, or why it does not apply."""
    if result.status is Status.NEEDS_REVIEW and result.facts:
        return phrase("x.then.fill_in", facts=result.facts)
    if result.status in (Status.NEEDS_REVIEW, Status.NOT_APPLICABLE):
        return result.reason
    if result.is_violation:
        open_checks = tuple(dict.fromkeys(check.title for check in _unmet(result)))
        return phrase("x.then.checks", checks=open_checks) if open_checks else None
    return None


def _unmet(result: DutyResult) -> Iterator[CheckResult]:
    return (check for check in result.checks if check.status not in (Status.PASSED, Status.NOT_APPLICABLE))


def named(path: str) -> Sentence:
    """What stands at a path, in words: a fact of the unit or an attribute of a record."""
    if path.startswith("unit."):
        return fact_words(path.removeprefix("unit."))
    head, _, tail = path.partition("].")
    return field_words(tail or head)
