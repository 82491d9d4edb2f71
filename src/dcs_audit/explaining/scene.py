"""One audit with all that is needed to explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dcs_audit.duties.casefile import CaseFile
from dcs_audit.duties.context import Context
from dcs_audit.duties.schedule import Duty
from dcs_audit.explaining.model import Plain, Step
from dcs_audit.law.coverage import Inventory, read_inventory
from dcs_audit.locale.phrases import Sentence
from dcs_audit.verdicts.doubts import doubts
from dcs_audit.verdicts.findings import sort_out
from dcs_audit.verdicts.model import Citation, DutyResult, EvidenceLedger, Report
from dcs_audit.verdicts.weigh import Scales

if TYPE_CHECKING:
    from datetime import date

    from dcs_audit.auditor import Auditor
    from dcs_audit.records import Loaded


@dataclass(frozen=True, slots=True)
class Scene:
    """The unit file, its audit, and the auditor for further ones."""

    auditor: Auditor
    loaded: Loaded
    report: Report
    case: CaseFile
    scales: Scales
    inventory: Inventory
    """The articles of the texts, whose titles the packs hold."""

    @property
    def context(self) -> Context:
        """What is known about the unit and the run."""
        return self.case.context

    @property
    def as_of(self) -> date:
        """The day of the audit."""
        return self.report.as_of

    def duties(self) -> Iterator[tuple[Duty, int | None, DutyResult]]:
        """Every duty with its number in the facts and its verdict."""
        return zip(self.case.duties, self.case.demanded, self.report.results, strict=True)

    def step(
        self, key: str, text: Sentence, at: str | None = None, basis: Sequence[Citation] = (), **data: Plain
    ) -> Step:
        """A line of an explanation; `at` is the place in the unit file, which need not exist."""
        line = self.loaded.line_of(at) if at is not None else None
        return Step(key, text, data, at, line, tuple(basis))

    def cite(self, basis: Sequence[Any]) -> tuple[Citation, ...]:
        """Citations of the packs as reports show them."""
        return tuple(map(self.context.rulebook.cite, basis))


def look_at(
    auditor: Auditor, loaded: Loaded, as_of: date, year: int | None, evidence: EvidenceLedger | None = None
) -> Scene:
    """Audits a unit file and keeps what the verdicts came from; `evidence` as in `Auditor.audit`. Raises AuditError."""
    report, case, outcome = auditor.examine(loaded, as_of, year, evidence)
    scales = Scales(case, sort_out(case, outcome), doubts(case.context))
    inventory = read_inventory(auditor.rulebook.packs)
    return Scene(auditor, loaded, report, case, scales, inventory)
