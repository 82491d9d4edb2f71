"""How the calendar puts its entries into words, whatever the format."""

from __future__ import annotations

from datetime import date

from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import about, citations, counted
from dcs_audit.verdicts.agenda import Agenda, Aside, Entry
from dcs_audit.verdicts.model import Report


def unit_name(report: Report) -> str:
    """The unit's name as submitted."""
    return str(report.unit.get("name", ""))


def asked_year(agenda: Agenda) -> int:
    """The year that needs no mention because all files are of it; 0, which is no year, where they differ."""
    years = {report.year for report in agenda.reports}
    return years.pop() if len(years) == 1 else 0


def weekday(on: date, lang: Lang) -> str:
    """The day of the week."""
    return screen(f"calendar.weekday.{on.isoweekday()}", lang)


def left(entry: Entry, lang: Lang) -> str:
    """Days left, in words."""
    if entry.days == 0:
        return screen("distance.last_day", lang)
    return screen("distance.pending", lang, days=counted("day", entry.days, lang))


def duty(entry: Entry, asked: int, lang: Lang) -> str:
    """What is due, with its period unless that is the year `asked` for; the subject is left to the caller."""
    result = entry.result
    which = about(result, asked, lang) if result.subject is None else ""
    return say(result.title, lang) + (f" – {which}" if which else "")


def basis(entry: Entry, lang: Lang) -> str:
    """The clauses of the duty, and of the checks that wait for the day."""
    return citations([*entry.result.basis, *(place for check in entry.checks for place in check.basis)], lang)


def waits_for(entry: Entry, lang: Lang) -> list[str]:
    """What each check still wants, a sentence for each."""
    return [
        f"{say(check.title, lang)}: "
        + screen("wants", lang, expected=say(check.expected, lang), actual=say(check.actual, lang))
        for check in entry.checks
    ]


def limits(agenda: Agenda, lang: Lang) -> list[str]:
    """What the list does not hold, a sentence for each reason, so that nobody takes it for complete."""
    years = sorted({report.year for report in agenda.reports})
    blanks = {"day": day(agenda.until), "year": ", ".join(str(year - 1) for year in years)}
    told = [
        screen(f"calendar.aside.{reason}", lang, duties=counted("duty", agenda.aside[reason], lang), **blanks)
        for reason in Aside
        if agenda.aside[reason]
    ]
    filed = {(report.input_path, report.year) for report in agenda.reports}
    foreseen = {entry.report.year for entry in agenda.due if (entry.report.input_path, entry.report.year) not in filed}
    if foreseen:
        told.append(
            screen("calendar.next_year", lang, years=", ".join(map(str, sorted(foreseen))), day=day(agenda.as_of))
        )
    return told
