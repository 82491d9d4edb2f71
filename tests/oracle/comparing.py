"""The oracle's verdicts against the product's, on the oracle's own units."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dcs_audit.auditor import Auditor
from dcs_audit.law.rulebook import load_rulebook

from .engines import read
from .law import judge
from .making import Maker


@dataclass(slots=True)
class Agreement:
    """How often they were asked about each rule, and where they did not agree."""

    units: int = 0
    duties: Counter[str] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


class Court:
    """Puts units to the product, with both engines, and to the oracle."""

    def __init__(self) -> None:
        self.found = Agreement()
        self._auditor = Auditor(load_rulebook(), "both")

    def run(self, seed: int) -> None:
        """One unit; the file is judged as a person would have typed it."""
        maker = Maker(seed)
        file = maker.file()
        loaded = read(file, f"unit {seed}", self._auditor)
        assert loaded.unit is not None, [problem.text("en") for problem in loaded.problems]
        wanted = judge(file, maker.as_of)
        rules = {rule_of(duty) for duty in wanted}
        report = self._auditor.audit(loaded, maker.as_of)
        given = {result.duty: str(result.status) for result in report.results if result.rule in rules}
        self.found.units += 1
        for duty in sorted(wanted.keys() | given.keys()):
            oracle, product = wanted.get(duty, "absent"), given.get(duty, "absent")
            self.found.duties[rule_of(duty)] += 1
            self.found.statuses[rule_of(duty), oracle] += 1
            if oracle != product:
                where = f"seed {seed}, {file['unit']['type']}, {maker.as_of}"
                self.found.differences.append(f"{where}: {duty}: {oracle} by the law, {product} by the product")


def rule_of(duty: str) -> str:
    """The rule of a duty: what stands before its period or its record."""
    return duty.partition("@")[0].partition("#")[0]
