"""What must hold of any bytes: a report that adds up and every format can show, or problems; never an exception."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from dcs_audit.auditor import Auditor
from dcs_audit.law.rulebook import Rulebook, load_rulebook
from dcs_audit.records import load
from dcs_audit.records.reader import Format
from dcs_audit.report.interface import FORMATS, Options, style
from dcs_audit.verdicts.model import Report, Status

from .making import PACKS

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DAY = date(2026, 11, 20)
# What a terminal obeys, or what turns text round; tab and newline are ours.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Trial:
    """Reads, audits and shows what it is given, and counts what became of it."""

    def __init__(self, engine: Literal["both", "reference"] = "reference") -> None:
        self._engine = engine
        self.became: Counter[str] = Counter()

    @cached_property
    def rulebook(self) -> Rulebook:
        return load_rulebook(PACKS)

    @cached_property
    def _auditor(self) -> Auditor:
        return Auditor(self.rulebook, self._engine)

    @cached_property
    def corpus(self) -> list[bytes]:
        """The samples, good and bad."""
        return [path.read_bytes() for path in sorted(SAMPLES.rglob("*.yaml"))]

    def tried(self, data: bytes, format: Format, shown: Sequence[str] = ("json",)) -> Report | None:
        """The report on the bytes, None where there are problems instead. Raises AssertionError."""
        loaded = load(data, "u", self.rulebook.vocabulary, format)
        if loaded.unit is None:
            assert loaded.problems
            for problem in loaded.problems:
                for lang in ("vi", "en"):
                    line = problem.render(lang)
                    assert line.startswith("u") and "\n" not in line and not OBEYED.search(line), line
            self.became["problems"] += 1
            return None
        assert not loaded.problems
        report = self._auditor.audit(loaded, DAY)
        adds_up(report)
        for name in shown:
            self._shown(report, name)
        self.became["report"] += 1
        return report

    def _shown(self, report: Report, name: str) -> None:
        form = style(name)
        for lang in ("vi", "en"):
            content = form.alone(report, Options(lang=lang))
            assert content
            if isinstance(content, str):
                assert not OBEYED.search(content.replace("\r\n", "\n").removeprefix("\ufeff")), name
                content.encode("utf-8")


def adds_up(report: Report) -> None:
    """One status for each duty, and counts that say so. Raises AssertionError."""
    duties = [result.duty for result in report.results]
    assert len(set(duties)) == len(duties) == report.summary.duties
    counted = Counter(result.status for result in report.results)
    assert all(report.summary.counts[status] == counted[status] for status in Status)
    assert sum(report.summary.counts.values()) == report.summary.duties


ALL_FORMATS = tuple(FORMATS)
