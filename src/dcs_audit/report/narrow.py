"""Which results are shown, and which of them make a run fail. Counts and scores are never narrowed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dcs_audit.locale.phrases import LANGS, Lang, Sentence, Text
from dcs_audit.locale.screen import screen
from dcs_audit.verdicts.model import DutyResult, Report, Severity, Status

_LEVELS = tuple(Severity)


def at_least(level: Severity) -> frozenset[Severity]:
    """`level` and what weighs more."""
    return frozenset(_LEVELS[: _LEVELS.index(level) + 1])


@dataclass(frozen=True, slots=True)
class Filter:
    """`only` keeps the duties of these rules and groups; `severity` hides violations that weigh less."""

    only: tuple[str, ...] = ()
    severity: Severity | None = None

    def asked(self, result: DutyResult) -> bool:
        """Whether the run asks about this duty at all."""
        return not self.only or result.rule in self.only or result.group in self.only

    def narrowed(self, report: Report) -> Report:
        """The report with the results to show; everything else as it was."""
        return replace(report, results=tuple(result for result in report.results if self._shows(result)))

    def sentences(self) -> tuple[Sentence, ...]:
        """What the reader must know about what is left out."""
        told: list[Sentence] = []
        if self.only:
            names = ", ".join(self.only)
            told.append(Text(*(screen("filter.only", lang, names=names) for lang in LANGS)))
        if self.severity is not None:
            told.append(Text(*(self._hidden(lang) for lang in LANGS)))
        return tuple(told)

    def _hidden(self, lang: Lang) -> str:
        return screen("filter.severity", lang, severity=screen(f"severity.{self.severity}", lang))

    def _shows(self, result: DutyResult) -> bool:
        light = self.severity is not None and result.is_violation and result.severity not in at_least(self.severity)
        return self.asked(result) and not light


@dataclass(frozen=True, slots=True)
class Threshold:
    """What makes a run fail: violations of these severities, and duties of these other statuses."""

    levels: frozenset[Severity] = frozenset(Severity)
    statuses: frozenset[Status] = frozenset()

    def fails(self, result: DutyResult) -> bool:
        """Whether this duty alone makes the run fail."""
        return result.severity in self.levels if result.is_violation else result.status in self.statuses
