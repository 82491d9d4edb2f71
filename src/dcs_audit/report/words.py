"""How formats put dates, numbers, periods, citations and foreign text into words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from dcs_audit.locale.phrases import Lang, day
from dcs_audit.locale.screen import SCREEN, screen
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, Citation, DutyResult, Status

_PERIOD = re.compile(r"(\d{4})-(?:(H)([12])|(Q)([1-4])|(M)(0[1-9]|1[0-2]))", re.ASCII)
_QUARTERS = ("I", "II", "III", "IV")

# Characters that reorder or hide what stands around them; an unit's name has no use for them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def plain(text: str) -> str:
    """`text` as one line that a terminal cannot mistake for a command: NFC, nothing invisible.

    Line breaks and tabs become a space; other control characters are shown as `\\x1b`.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():  # no control, format, surrogate or separator character besides the space
        return composed
    visible = (_visible(sign) for sign in _INVISIBLE.sub("", composed))
    return "".join(visible)


def _visible(sign: str) -> str:
    if sign.isprintable():
        return sign
    if sign.isspace():
        return " "
    return sign.encode("unicode_escape").decode("ascii")


def citation(place: Citation, lang: Lang) -> str:
    """The way a Vietnamese text cites, smallest first: "điểm c khoản 2 Điều 51 Luật 10/2022/QH15"."""
    parts = _parts(place, lang)
    return (" " if lang == "vi" else ", ").join([*reversed(parts), _short(place, lang)])


def citations(places: Iterable[Citation], lang: Lang) -> str:
    """All of them, in order, each once."""
    return "; ".join(dict.fromkeys(citation(place, lang) for place in places))


def article_first(place: Citation) -> str:
    """The label that data carries, largest first: "Điều 11 khoản 2 Luật 10/2022/QH15"."""
    return " ".join([*_parts(place, "vi"), place.short.vi])


def _parts(place: Citation, lang: Lang) -> list[str]:
    numbers = (("cite.article", place.article), ("cite.clause", place.clause), ("cite.point", place.point))
    told = [screen(key, lang, number=number) for key, number in numbers if number is not None]
    return [*told, place.section] if place.section is not None else told  # a plan's own words, such as "mục II.3"


def _short(place: Citation, lang: Lang) -> str:
    return place.short.vi if lang == "vi" else place.short.en


def decimal(value: float, lang: Lang) -> str:
    """One place after a decimal comma in Vietnamese, a point in English."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if lang == "vi" else text


def counted(noun: str, number: int, lang: Lang) -> str:
    """A number and its noun, which English puts in the plural: "1 day", "4 days"."""
    key = f"{noun}.one" if number == 1 else f"{noun}.many"
    return screen(key, lang, number=number)


def period_words(period: str, lang: Lang) -> str:
    """`2026-Q1` as "quý I/2026"; a period of another shape stays as it is."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        return screen("period.year", lang, year=period) if period.isdecimal() else period
    year, _, half, _, quarter, _, month = found.groups()
    if half:
        return screen(f"period.half{half}", lang, year=year)
    if quarter:
        number = _QUARTERS[int(quarter) - 1] if lang == "vi" else quarter
        return screen("period.quarter", lang, number=number, year=year)
    return screen("period.month", lang, number=month, year=year)


def about(result: DutyResult, year: int, lang: Lang) -> str:
    """What tells a duty from others of its rule: its period unless that is the audited year, and its subject."""
    parts = [] if result.period in ("", str(year)) else [period_words(result.period, lang)]
    return " – ".join([*parts, *([_subject(result.subject, lang)] if result.subject else [])])


def _subject(subject: str, lang: Lang) -> str:
    """A subject as people know it: a content to be disclosed in words, anything else by the name in the file."""
    from dcs_audit.locale.record_words import value
    from dcs_audit.records.slugs import ENTERPRISE_ITEMS

    return (value(subject, lang) if subject in ENTERPRISE_ITEMS else None) or subject


def timing(status: Status, due: date | None, days: int | None, lang: Lang) -> str:
    """The deadline and how far off it is: "19/01/2026, trễ 4 ngày"; empty where there is neither."""
    return ", ".join(part for part in (day(due) if due else "", distance(status, days, lang)) if part)


def distance(status: Status, days: int | None, lang: Lang) -> str:
    """Days late, overdue or left, in words; empty for other statuses."""
    key = f"distance.{status}"
    if days is None or key not in SCREEN:
        return ""
    if days == 0 and status is Status.PENDING:
        return screen("distance.last_day", lang)
    return screen(key, lang, days=counted("day", days, lang))


def place(path: str, line: int | None, lang: Lang) -> str:
    """Where in the unit file: "records.disclosures[1], dòng 57"."""
    return f"{path}, {screen('line', lang, line=line)}" if line is not None else path


def open_checks(result: DutyResult) -> list[CheckResult]:
    """The checks that are not met: failed ones first, then those that wait for time or for a person."""
    unmet = [check for check in result.checks if check.status not in (Status.PASSED, Status.NOT_APPLICABLE)]
    return sorted(unmet, key=lambda check: check.status not in VIOLATIONS)
