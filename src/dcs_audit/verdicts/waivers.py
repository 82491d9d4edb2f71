"""Waivers: what a competent body has excused, shown with the status beneath, never hiding it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from dcs_audit.locale.phrases import Sentence, phrase
from dcs_audit.verdicts.model import DutyResult, Status, WaiverNote

COVERED = (Status.MISSING, Status.LATE, Status.DEFECTIVE, Status.PENDING, Status.NEEDS_REVIEW)
"""Statuses that a waiver can cover; a duty that passed or does not apply needs none."""


def waive(
    results: Iterable[DutyResult], waivers: Iterable[Any], as_of: date
) -> tuple[list[DutyResult], list[Sentence]]:
    """The results under the file's waivers, and what is to be said of those without effect.

    A waiver needs a reason, who approved it, and a last day (inclusive); one that lacks any, or is over, has no effect.
    """
    valid: dict[str, WaiverNote] = {}
    notices: list[Sentence] = []
    for waiver in waivers:
        lacking = tuple(name for name in ("reason", "approved_by", "until") if not getattr(waiver, name))
        if lacking:
            notices.append(phrase("notice.waiver_malformed", rule=waiver.rule, fields=lacking))
        elif waiver.until < as_of:
            notices.append(phrase("notice.waiver_expired", rule=waiver.rule, until=waiver.until))
        else:
            valid[waiver.rule] = WaiverNote(waiver.reason, waiver.approved_by, waiver.until)
    used: set[str] = set()
    waived = [_waived(result, valid, used) for result in results]
    notices += [phrase("notice.waiver_unused", rule=rule) for rule in valid if rule not in used]
    return waived, notices


def _waived(result: DutyResult, valid: dict[str, WaiverNote], used: set[str]) -> DutyResult:
    note = valid.get(result.rule)
    if note is None or result.status not in COVERED:
        return result
    used.add(result.rule)
    message = phrase("message.waived", message=result.message, reason=note.reason, until=note.until)
    return replace(result, status=Status.WAIVED, underlying=result.status, waiver=note, message=message)
