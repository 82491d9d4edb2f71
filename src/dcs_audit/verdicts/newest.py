"""Of records of which each takes the place of those before it, the one that counts."""

from __future__ import annotations

from dcs_audit.verdicts.model import VIOLATIONS
from dcs_audit.verdicts.weigh import RecordVerdict


def newest(verdicts: list[RecordVerdict]) -> list[RecordVerdict]:
    """The newest record and all of its day; with them those of unknown day, any of which may be newer."""
    last = max((day for verdict in verdicts if (day := verdict.candidate.day) is not None), default=None)
    return [verdict for verdict in verdicts if verdict.candidate.day in (last, None)]


def hangs_on_days(verdicts: list[RecordVerdict]) -> bool:
    """Whether days that nobody wrote down tell which record counts, and with it the verdict."""
    if all(verdict.candidate.day is not None for verdict in verdicts):
        return False
    outcomes = {(verdict.status, not verdict.checks) for verdict in verdicts}
    return len(outcomes) > 1 and not all(verdict.status in VIOLATIONS for verdict in verdicts)
