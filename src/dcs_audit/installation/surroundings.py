"""What the program runs in: Python, the terminal, the clock, the folder of its cache."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dcs_audit import __version__
from dcs_audit.fleet.failure import both
from dcs_audit.installation.finding import Finding, fault, note, ok
from dcs_audit.law.cache import VARIABLE, folder_of, hindrance

SAMPLE = "Điều 11 khoản 2: Ủy ban nhân dân xã Phú Hòa Đông đã niêm yết, ữ ỗ ặ ỵ"
"""Composed letters (NFC) with two marks each: what a terminal that cannot show Vietnamese gets wrong first."""
_NARROW = 80
_EARLIEST, _LATEST = date(2026, 1, 1), date(2100, 12, 31)
"""No run of this version was before the first; the calendar ends with the last."""
_VIETNAM = timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where stdout goes: `charset` of the terminal (Python's name for it), None where it is none; columns; colours."""

    charset: str | None
    columns: int
    colour: bool


def program() -> Finding:
    """The program, its Python and the platform."""
    home = str(Path(__file__).resolve().parents[1])
    return ok("program", "doctor.program.ok", version=__version__, python=python(), platform=machine(), folder=home)


def python() -> str:
    """The interpreter and its version."""
    return f"{platform.python_implementation()} {platform.python_version()}"


def machine() -> str:
    """The system and the processor."""
    return f"{platform.system()} {platform.release()} {platform.machine()}"


def screen_of(found: Screen) -> Iterator[Finding]:
    """Whether stdout can show Vietnamese, and how wide it is."""
    if found.charset is None:
        yield ok("output", "doctor.output.piped", columns=found.columns)
        return
    if found.charset.lower().replace("-", "").replace("_", "") == "utf8":
        yield ok("output", "doctor.output.ok", sample=SAMPLE)
    else:
        lost = "" if _holds(found.charset) else both("doctor.output.lost")
        yield note("output", "doctor.output.charset", _utf8(), charset=found.charset, lost=lost, sample=SAMPLE)
    colour = both("doctor.terminal.colour" if found.colour else "doctor.terminal.plain")
    if found.columns < _NARROW:
        yield note("terminal", "doctor.terminal.narrow", "doctor.terminal.widen", columns=found.columns, colour=colour)
    else:
        yield ok("terminal", "doctor.terminal.ok", columns=found.columns, colour=colour)


def _holds(charset: str) -> bool:
    try:
        SAMPLE.encode(charset)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _utf8() -> str:
    return "doctor.output.codepage" if sys.platform == "win32" else "doctor.output.locale"


def clock(today: date, offset: timedelta | None) -> Finding:
    """The day in Vietnam, by which reports without --as-of are made, and the zone of this machine."""
    if not _EARLIEST <= today <= _LATEST:
        return fault("clock", "doctor.clock.wrong", "doctor.clock.set", today=_day(today))
    if offset != _VIETNAM:
        zone = "?" if offset is None else _signed(offset)
        return note("clock", "doctor.clock.zone", today=_day(today), zone=zone)
    return ok("clock", "doctor.clock.ok", today=_day(today))


def _day(day: date) -> str:
    return f"{day:%d/%m/}{day.year:04d}"


def _signed(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def cache(environment: Mapping[str, str]) -> Finding:
    """Whether anything can be kept between runs. Without it all is as with it, only slower."""
    folder = folder_of(environment)
    if folder is None:
        off = environment.get(VARIABLE, "").strip().lower() == "off"
        key = "doctor.cache.off" if off else "doctor.cache.nowhere"
        return note("cache", key, None if off else "doctor.cache.name", variable=VARIABLE)
    why = hindrance(folder)
    if why is None:
        return ok("cache", "doctor.cache.ok", folder=folder)
    mend = "doctor.cache.name" if why != "foreign" or sys.platform == "win32" else "doctor.cache.own"
    return note("cache", f"doctor.cache.{why}", mend, folder=folder, variable=VARIABLE)
