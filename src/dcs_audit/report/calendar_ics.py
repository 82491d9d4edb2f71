"""The calendar for calendar programs: iCalendar (RFC 5545), an all-day event for each duty and due date.

Needs the library icalendar, of the optional extra `calendar`; importing this module without it is an ImportError.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vText

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.calendar_words import asked_year, basis, duty, limits, unit_name, waits_for
from dcs_audit.report.words import counted, plain
from dcs_audit.verdicts.agenda import Agenda, Entry
from dcs_audit.verdicts.identity import identity

ALARMS = (30, 7, 1)
"""Days before the due date."""
_OURS = UUID("5e0a2a3a-7b0d-5c3e-9a53-1d3f0c8f6b1e")
"""The name space of our events: never to be changed, or every calendar shows each date twice."""
_FIRST_DAY = date(2020, 1, 1)
_PRIORITY = {"critical": 1, "major": 5, "minor": 9}


def render(agenda: Agenda, lang: Lang) -> bytes:
    """The whole file. A later one of the same units replaces the events of an earlier one where it is imported."""
    calendar = Calendar()
    calendar.add("prodid", f"-//dcs-audit//dcs-audit {__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(screen("calendar.title", lang)))
    told = limits(agenda, lang)
    if agenda.overdue:
        told.insert(0, screen("calendar.aside.overdue", lang, duties=counted("duty", len(agenda.overdue), lang)))
    if told:
        calendar.add("x-wr-caldesc", vText("\n".join([f"{screen('calendar.heading.aside', lang)}:", *told])))
    for entry in agenda.due:
        calendar.add_component(_event(entry, agenda, lang))
    written: bytes = calendar.to_ical()
    return written


def uid(entry: Entry) -> str:
    """The same for the same duty of the same unit in every run, wherever the file lies and whatever the day has become.

    It hangs on the unit's name, type and parent, on the duty and its period; where a duty has several days, on their
    order.
    """
    parts = [*identity(entry.report.unit), entry.result.duty, entry.result.period, entry.number]
    return str(uuid5(_OURS, json.dumps(parts, ensure_ascii=True)))


def _event(entry: Entry, agenda: Agenda, lang: Lang) -> Event:
    what = _what(entry, agenda, lang)
    event = Event()
    event.add("uid", uid(entry))
    # No clock: a run of a later day counts as the later edition.
    event.add("dtstamp", datetime.combine(agenda.as_of, time(), UTC))
    event.add("sequence", max(0, (agenda.as_of - _FIRST_DAY).days))
    event.add("dtstart", entry.due)
    event.add("dtend", entry.due + timedelta(days=1))
    event.add("summary", plain(screen("calendar.summary", lang, what=what)))
    event.add("description", _description(entry, lang))
    event.add("categories", [screen(f"severity.{entry.result.severity}", lang)])
    event.add("priority", _PRIORITY[entry.result.severity.value])
    event.add("transp", "TRANSPARENT")
    for days in ALARMS:
        event.add_component(_alarm(days, what, lang))
    return event


def _what(entry: Entry, agenda: Agenda, lang: Lang) -> str:
    several = [unit_name(entry.report)] if len(agenda.reports) > 1 else []
    subject = [entry.result.subject] if entry.result.subject is not None else []
    return " – ".join([duty(entry, asked_year(agenda), lang), *subject, *several])


def _description(entry: Entry, lang: Lang) -> str:
    def line(key: str, text: str) -> str:
        return plain(f"{screen(key, lang)}: {text}")

    result = entry.result
    lines = [
        line("label.unit", unit_name(entry.report)),
        line("label.basis", f"{basis(entry, lang)} · {screen('rule_id', lang, id=result.rule)}"),
        line("label.severity", screen(f"severity.{result.severity}", lang)),
        *(line("calendar.label.check", sentence) for sentence in waits_for(entry, lang)),
        line("calendar.label.do", say(result.remedy, lang)),
    ]
    if not result.verified:
        lines.append(line("label.note", screen("unverified", lang)))
    return "\n".join(lines)


def _alarm(days: int, what: str, lang: Lang) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", plain(screen("calendar.alarm", lang, days=counted("day", days, lang), what=what)))
    alarm.add("trigger", timedelta(days=-days))
    return alarm
