"""The calendar for people: first what is overdue, then what falls due month by month, then what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, day
from dcs_audit.locale.screen import SCREEN
from dcs_audit.report.calendar_words import asked_year, basis, duty, left, limits, unit_name, waits_for, weekday
from dcs_audit.report.page import BAD, SOON, STRONG, Page
from dcs_audit.report.words import counted, timing
from dcs_audit.verdicts.agenda import Agenda, Entry
from dcs_audit.verdicts.model import Status

_INDENT = 4
_MOST_OVERDUE = 20
_MOST_NAMES = 20
_DIGEST_SHOWN = len("sha256:") + 12


def render(agenda: Agenda, lang: Lang, width: int, colour: bool) -> str:
    """The whole calendar. What several units, or several cases, owe by the same day is told once."""
    page = Page(lang, width, colour)
    asked = asked_year(agenda)
    _title(page, agenda)
    _overdue(page, agenda, asked)
    for (year, month), entries in groupby(agenda.due, key=lambda entry: (entry.due.year, entry.due.month)):
        _month(page, f"{month:02d}", year, list(entries), asked, len(agenda.reports) > 1)
    if not agenda.due:
        page.blank()
        page.paragraph(page.word("calendar.nothing" if agenda.reports else "calendar.nobody"))
    _aside(page, agenda)
    _trust(page, agenda)
    return page.text()


def _title(page: Page, agenda: Agenda) -> None:
    page.paragraph((page.word("calendar.title"), STRONG))
    if len(agenda.reports) == 1:
        page.paragraph((unit_name(agenda.reports[0]), STRONG))
    page.blank()
    kinds = {str(report.unit.get("type", "")) for report in agenda.reports}
    if len(agenda.reports) == 1:
        kind = kinds.pop()
        page.labelled(page.word("label.type"), page.word(f"type.{kind}") if f"type.{kind}" in SCREEN else kind)
    elif agenda.reports:
        page.labelled(page.word("label.unit"), counted("unit", len(agenda.reports), page.lang))
    days = counted("day", (agenda.until - agenda.as_of).days, page.lang)
    span = page.word("calendar.span", start=day(agenda.as_of), end=day(agenda.until), days=days)
    page.labelled(page.word("calendar.label.from"), span)


def _overdue(page: Page, agenda: Agenda, asked: int) -> None:
    """A short list, an entry for each rule: what to do about it stands in the report."""
    if not agenda.overdue:
        return
    page.heading(page.word("calendar.heading.overdue", number=len(agenda.overdue)))
    by_rule: dict[str, list[Entry]] = {}
    for entry in agenda.overdue:
        by_rule.setdefault(entry.result.rule, []).append(entry)
    for entries in list(by_rule.values())[:_MOST_OVERDUE]:
        first = entries[0]
        title = page.say(first.result.title) if len(entries) > 1 else duty(first, asked, page.lang)
        page.bullet(
            (timing(Status.MISSING, first.due, first.days, page.lang), BAD),
            f": {title} ({first.result.rule}) · ",
            page.word(f"severity.{first.result.severity}"),
            indent=1,
        )
        _others(page, entries, len(agenda.reports) > 1)
    left_out = list(by_rule.values())[_MOST_OVERDUE:]
    if left_out:
        page.paragraph(page.word("calendar.more", number=sum(map(len, left_out))), indent=1)


def _others(page: Page, entries: Sequence[Entry], several: bool) -> None:
    """Whom a missing duty concerns: units where there are several, else cases, or the days where that is not one."""
    if several:
        told = list(dict.fromkeys(unit_name(entry.report) for entry in entries))
    elif len(entries) > 1:
        told = [", ".join([day(entry.due), *_who([entry], several)]) for entry in entries]
    else:
        told = _who(entries, several)
    if told:
        page.paragraph(_listed(page, told), indent=3)


def _listed(page: Page, names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMES
    return "; ".join([*names[:_MOST_NAMES], *([page.word("calendar.more_names", number=more)] if more > 0 else [])])


def _month(page: Page, month: str, year: int, entries: Sequence[Entry], asked: int, several: bool) -> None:
    number = counted("calendar.entry", len(entries), page.lang)
    page.heading(page.word("calendar.heading.month", month=month, year=year, number=number))
    for place, alike in enumerate(_alike(entries)):
        if place:
            page.blank()
        _entry(page, alike, asked, several)


def _alike(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries that differ in nothing but unit and subject, in the order of the first of each."""
    found: dict[object, list[Entry]] = {}
    for entry in entries:
        result = entry.result
        key = (entry.due, result.rule, result.period, result.severity, entry.checks or result.status)
        found.setdefault(key, []).append(entry)
    return list(found.values())


def _entry(page: Page, alike: Sequence[Entry], asked: int, several: bool) -> None:
    first, lang = alike[0], page.lang
    when = f"{weekday(first.due, lang)} {day(first.due)}"
    page.paragraph(
        (when[:1].upper() + when[1:], STRONG),
        ", ",
        (left(first, lang), SOON),
        f" · {page.word(f'severity.{first.result.severity}')} · ",
        (duty(first, asked, lang), STRONG),
    )
    who = _who(alike, several)
    if who:
        label = page.word("calendar.label.units" if several else "calendar.label.subjects")
        page.labelled(label, _listed(page, who), indent=_INDENT)
    page.labelled(
        page.word("label.basis"), f"{basis(first, lang)} · {page.word('rule_id', id=first.result.rule)}", indent=_INDENT
    )
    if not first.result.verified:
        page.labelled(page.word("label.note"), page.word("unverified"), indent=_INDENT)
    for sentence in waits_for(first, lang):
        page.labelled(page.word("calendar.label.check"), sentence, indent=_INDENT)
    page.labelled(page.word("calendar.label.do"), page.say(first.result.remedy), indent=_INDENT)


def _who(entries: Iterable[Entry], several: bool) -> list[str]:
    """Units where there are several, and subjects."""
    named = ((unit_name(entry.report) if several else "", entry.result.subject or "") for entry in entries)
    return list(dict.fromkeys(", ".join(filter(None, parts)) for parts in named if any(parts)))


def _aside(page: Page, agenda: Agenda) -> None:
    told = limits(agenda, page.lang)
    if told:
        page.heading(page.word("calendar.heading.aside"))
    for sentence in told:
        page.bullet(sentence, indent=1)


def _trust(page: Page, agenda: Agenda) -> None:
    reports = agenda.reports
    parts = [f"dcs-audit {__version__}", *(report.engine for report in reports)]
    parts += [report.rulebook_digest[:_DIGEST_SHOWN] for report in reports]
    page.blank()
    page.paragraph(" · ".join(dict.fromkeys(parts)))
