"""Looks and cells that the sheets share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.workbook import DATE, Look, Marked
from dcs_audit.report.workbook_stream import PLAIN
from dcs_audit.verdicts.model import Severity, Status

CENTRED = Look(across="center")
NUMBER = Look(across="right", number="#,##0")
SCORE = Look(across="right", number="0.0")
PERCENT = Look(across="right", number="0.0%")
DAY = Look(across="center", number=DATE)
STRONG = Look(bold=True)
TO_FILL = Look(fill="FFFBE6")
TO_FILL_DAY = Look(fill="FFFBE6", across="center", number=DATE)

_PALETTE = {
    Status.MISSING: ("9C0006", "F6BDB8"),
    Status.LATE: ("7F3F00", "FAD3AE"),
    Status.DEFECTIVE: ("7A5200", "FCE6B0"),
    Status.PENDING: ("1F4E79", "DDEBF7"),
    Status.NEEDS_REVIEW: ("4B2E83", "E4DFEC"),
    Status.PASSED: ("2F5D1E", "E2F0D9"),
    Status.NOT_APPLICABLE: ("595959", "EDEDED"),
    Status.WAIVED: ("595959", "E3E3E3"),
}
STATUS = {
    status: Look(bold=True, colour=colour, fill=fill, across="center") for status, (colour, fill) in _PALETTE.items()
}
"""Colours of verdicts; the word always stands beside them."""

_SEVERITY = {
    Severity.CRITICAL: Look(bold=True, colour="9C0006", across="center"),
    Severity.MAJOR: Look(colour="7F3F00", across="center"),
    Severity.MINOR: CENTRED,
}
_UNVERIFIED = Look(italic=True, colour="7F3F00", across="center")
_OVERDUE = replace(DAY, bold=True, colour="9C0006")


def status_cell(status: Status, lang: Lang) -> Marked:
    """The verdict in its colour."""
    return Marked(screen(f"status.{status}", lang), STATUS[status])


def severity_cell(severity: Severity, lang: Lang) -> Marked:
    """The severity; the graver, the stronger."""
    return Marked(screen(f"severity.{severity}", lang), _SEVERITY[severity])


def day_cell(day: date | None, overdue: bool) -> Marked:
    """A day, in red once it is past without being kept."""
    return Marked(day, _OVERDUE if overdue else DAY)


def days_cell(status: Status, days: int | None, lang: Lang) -> Marked:
    """Days late, overdue or left: a number that can be sorted, shown with the word for it; empty for other statuses."""
    if days is None or status not in (Status.LATE, Status.MISSING, Status.PENDING):
        return Marked(None, CENTRED)
    return Marked(days, replace(CENTRED, number=screen(f"xlsx.days.{status}", lang)))


def verified_cell(verified: bool, lang: Lang) -> Marked:
    """Whether the rule's text was checked against the official wording."""
    key = "xlsx.is_verified" if verified else "xlsx.is_unverified"
    return Marked(screen(key, lang), CENTRED if verified else _UNVERIFIED)


def percent_cell(part: int, whole: int) -> Marked:
    """A share that can be computed with; only all of them are 100,0 %."""
    if not whole:
        return Marked(None, PLAIN)
    return Marked(1.0 if part == whole else min(round(part / whole, 3), 0.999), PERCENT)
