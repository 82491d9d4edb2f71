"""Whether the law as data is whole, and whether the calendar knows the years that are being judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dcs_audit.fleet.failure import both, origin
from dcs_audit.installation.commands import pip, reinstalled
from dcs_audit.installation.finding import Finding, fault, note, ok
from dcs_audit.installation.libraries import version_of
from dcs_audit.locale.phrases import LANGS, Text
from dcs_audit.locale.system_errors import why

if TYPE_CHECKING:
    from dcs_audit.law.calendar import AnnouncedDay
    from dcs_audit.law.loader import Pack
    from dcs_audit.law.rulebook import Rulebook

_LEGAL_DAYS = 11
"""Public holidays of a year by Điều 112 Bộ luật Lao động 2019: a calendar with fewer lacks some."""
_OLDEST = (0, 108)
"""The version of `holidays` that calendar.yaml of the packs was written beside: earlier ones lack days of 2026."""
REQUIREMENT = f"holidays>={_OLDEST[0]}.{_OLDEST[1]},<1"


def law(today: date) -> Iterator[Finding]:
    """The packs that come with the program, read anew from their files and not from any cache, and the calendar."""
    from dcs_audit.law.loader import PackError, read_pack
    from dcs_audit.law.rulebook import NATIONAL, assemble, known_packs
    from dcs_audit.law.told import in_language

    command = reinstalled()
    books: dict[str, Rulebook] = {}
    national: Pack | None = None
    try:
        national = read_pack(NATIONAL)
        for name in (NATIONAL, *(name for name in known_packs() if name != NATIONAL)):
            books[name] = assemble((national,) if name == NATIONAL else (national, read_pack(name)))
    except PackError as error:
        told = Text(*("; ".join(in_language(line, lang) for line in error.problems[:3]) for lang in LANGS))
        yield fault("rulebook", "doctor.law.broken", "doctor.reinstall", reason=told, command=command)
    except OSError as error:
        reason = Text(*(why(error, lang) for lang in LANGS))
        yield fault("rulebook", "doctor.law.broken", "doctor.reinstall", reason=reason, command=command)
    if NATIONAL in books:
        yield _rulebook(books[NATIONAL])
        yield _packs(books)
        yield from calendar(today, books[NATIONAL].packs[0].announced)


def _rulebook(book: Rulebook) -> Finding:
    cases = both("doctor.law.rules", rules=len(book.rule_ids), sources=len(book.sources))
    return ok("rulebook", "doctor.law.ok", pack=book.packs[0].name, counts=cases, digest=book.digest)


def _packs(books: dict[str, Rulebook]) -> Finding:
    local = {name: book.packs[-1] for name, book in books.items() if len(book.packs) > 1}
    counts = ", ".join(f"{name} {len({rule.id for rule in pack.rules})}" for name, pack in local.items())
    return ok("packs", "doctor.packs.ok", number=len(local), counts=counts)


def calendar(today: date, announced: Sequence[AnnouncedDay]) -> Iterator[Finding]:
    """Whether this year and the next have their public holidays, and days off that were swapped by public notice."""
    version = version_of("holidays") or "?"
    try:
        from dcs_audit.law.calendar import WorkingCalendar

        known = WorkingCalendar(announced)
        years = {year: known.of_year(year) for year in (today.year, today.year + 1)}
    except Exception as error:
        command = pip("holidays", options=("--force-reinstall",))
        yield fault("calendar", "doctor.calendar.fails", "doctor.run", reason=origin(error), command=command)
        return
    update = pip(REQUIREMENT, options=("--upgrade",))
    if _release(version) < _OLDEST:
        oldest = ".".join(map(str, _OLDEST))
        yield fault("calendar", "doctor.calendar.old", "doctor.run", version=version, oldest=oldest, command=update)
        return
    bare = [str(year) for year, (off, _) in years.items() if len(off) < _LEGAL_DAYS]
    if bare:
        yield fault("calendar", "doctor.calendar.bare", "doctor.run", years=", ".join(bare), command=update)
        return
    days = {
        year: both("doctor.calendar.year", year=year, off=len(off), on=len(on)) for year, (off, on) in years.items()
    }
    first, second = days.values()
    yield ok("calendar", "doctor.calendar.ok", version=version, announced=len(announced), first=first, second=second)
    unswapped = [str(year) for year, (_, on) in years.items() if not on]
    if unswapped:
        yield note(
            "calendar", "doctor.calendar.unswapped", "doctor.calendar.swaps", years=", ".join(unswapped), command=update
        )


def _release(version: str) -> tuple[int, ...]:
    """The numbers that a version begins with; of one that cannot be told none, which is before all others."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()
