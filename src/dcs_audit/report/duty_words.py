"""What every format for people says of a duty in the same words. Nothing here is escaped."""

from __future__ import annotations

from collections.abc import Mapping

from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import SCREEN, screen
from dcs_audit.report.words import about, citations, distance, open_checks, timing
from dcs_audit.verdicts.model import CheckResult, DutyResult, RecordRef, Report, Status, WaiverNote


def named(family: str, value: object, lang: Lang) -> str:
    """The words for a value of the unit file; a value without words stands for itself."""
    if value is None:
        return ""
    key = f"{family}.{value}"
    return screen(key, lang) if key in SCREEN else str(value)


def kind(unit: Mapping[str, object], lang: Lang) -> str:
    """The unit's type, and its form where it says which."""
    return " – ".join(filter(None, (named(key, unit.get(key), lang) for key in ("type", "subtype"))))


def group_titles(report: Report, lang: Lang) -> dict[str, str]:
    """The title of each group of duties by its id, in the order of the rulebook."""
    return {group.id: say(group.title, lang) for group in report.groups}


def grouped(report: Report, lang: Lang) -> list[tuple[str, list[DutyResult]]]:
    """Violations under the titles of their groups; a group that the report does not list comes last."""
    titles = group_titles(report, lang)
    found: dict[str, list[DutyResult]] = {group: [] for group in titles}
    for result in report.results:
        if result.is_violation:
            found.setdefault(result.group, []).append(result)
    return [(titles.get(group, group), results) for group, results in found.items() if results]


def titled(result: DutyResult, year: int, lang: Lang) -> str:
    """The duty's title, and what tells it from others of its rule in the audited `year`."""
    which, title = about(result, year, lang), say(result.title, lang)
    return f"{title} – {which}" if which else title


def case(result: DutyResult, lang: Lang) -> str:
    """What is said of one of several violations that are alike: its deadline, or else the message."""
    when = timing(result.status, result.due, result.days, lang)
    return screen("due", lang, when=when) if when else say(result.message, lang)


def reason(result: DutyResult, lang: Lang) -> str:
    """Why a person must look at it, and the clause that says so."""
    if result.reason is None:
        return say(result.message, lang)
    legal = citations(result.reason_basis, lang)
    return say(result.reason, lang) + (f" ({legal})" if legal else "")


def waiver(note: WaiverNote, lang: Lang) -> str:
    """Why something is waived, by whom, until when."""
    return f"{note.reason} ({screen('waiver', lang, who=note.approved_by, until=day(note.until))})"


def underlying(status: Status, lang: Lang) -> str:
    """The verdict that stands beneath a waiver."""
    return screen("underlying", lang, status=screen(f"status.{status}", lang))


def verdict(check: CheckResult, lang: Lang) -> list[str]:
    """The verdict on a check, and how far off its deadline is."""
    far = distance(check.status, check.days, lang)
    if check.status is Status.LATE and far:  # "late 4 days" needs no "late" before it
        return [far]
    return [part for part in (screen(f"status.{check.status}", lang), far) if part]


def weight(check: CheckResult, lang: Lang) -> str:
    """How much a check weighs that does not weigh as its duty does."""
    return screen("weight", lang, severity=screen(f"severity.{check.severity}", lang))


def check_basis(check: CheckResult, lang: Lang) -> str:
    """The clauses of a check, and that they were not compared with the text, where that is so."""
    return citations(check.basis, lang) + ("" if check.verified else f" ({screen('unverified', lang)})")


def left_records(result: DutyResult) -> list[RecordRef]:
    """The records of a duty that none of its open checks names."""
    named = {check.record for check in open_checks(result)}
    return [record for record in result.records if record.path not in named]
