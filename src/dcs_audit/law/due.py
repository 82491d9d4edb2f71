"""Due dates: how the law counts time from an event.

The day of the event is not counted. A deadline of calendar days, months or years that ends on a day off moves to the
next working day; days given for an act before an event do not move.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dcs_audit.law.basics import DatedValue, Parameter
from dcs_audit.law.calendar import WorkingCalendar
from dcs_audit.law.periods import add_months
from dcs_audit.locale.phrases import Phrase, phrase
from dcs_audit.locale.verdicts import SENTENCES


def add(event: date, parameter: Parameter, value: DatedValue, calendar: WorkingCalendar) -> date:
    """The last good day for something owed within `value` of `parameter`'s unit after `event`."""
    if parameter.unit == "working_days":
        return calendar.after(event, value.value)
    return calendar.next_working(add_plain(event, parameter, value))


def add_plain(event: date, parameter: Parameter, value: DatedValue) -> date:
    """As `add` for calendar units, without moving to a working day."""
    if parameter.unit == "days":
        return event + timedelta(days=value.value)
    if parameter.unit in ("months", "years"):
        return add_months(event, value.value * (12 if parameter.unit == "years" else 1))
    raise ValueError(f"parameter {parameter.id} counts {parameter.unit}, which is no length of time")


def before(event: date, parameter: Parameter, value: DatedValue, calendar: WorkingCalendar) -> date:
    """The last good day for something owed at least so long before `event`."""
    if parameter.unit == "working_days":
        return calendar.before(event, value.value)
    if parameter.unit == "days":
        return event - timedelta(days=value.value)
    return add_months(event, -value.value * (12 if parameter.unit == "years" else 1))


class Trace(NamedTuple):
    """How a due date was counted, as people do it by hand. All days are in order.

    `counted` are the working days that were counted, `skipped` the days off passed over meanwhile; both are empty
    where calendar days, months or years were counted. `plain` is where counting ended; where that is a day off and the
    deadline moves, `moved_over` are the days off from there on. `due` is the last good day.
    """

    event: date
    counted: tuple[date, ...]
    skipped: tuple[date, ...]
    plain: date
    moved_over: tuple[date, ...]
    due: date


def trace(event: date, parameter: Parameter, value: DatedValue, calendar: WorkingCalendar) -> Trace:
    """The steps by which `add` finds its day."""
    if parameter.unit == "working_days":
        due, skipped = calendar.counted_after(event, value.value)
        between = (event + timedelta(days=n) for n in range(1, (due - event).days + 1))
        return Trace(event, tuple(day for day in between if day not in skipped), skipped, due, (), due)
    plain = add_plain(event, parameter, value)
    due, moved_over = calendar.moved(plain)
    return Trace(event, (), (), plain, moved_over, due)


def trace_plain(event: date, parameter: Parameter, value: DatedValue) -> Trace:
    """The steps by which `add_plain` finds its day."""
    due = add_plain(event, parameter, value)
    return Trace(event, (), (), due, (), due)


def trace_before(event: date, parameter: Parameter, value: DatedValue, calendar: WorkingCalendar) -> Trace:
    """The steps by which `before` finds its day."""
    if parameter.unit == "working_days":
        due, skipped = calendar.counted_before(event, value.value)
        between = (due + timedelta(days=n) for n in range((event - due).days))
        return Trace(event, tuple(day for day in between if day not in skipped), skipped, due, (), due)
    due = before(event, parameter, value, calendar)
    return Trace(event, (), (), due, (), due)


def describe(parameter: Parameter, value: DatedValue) -> Phrase:
    """The length in words, such as "05 ngày làm việc"."""
    return _length(parameter.unit, value.value)


# Rulebooks hold few different lengths, and every check on a record names its own.
@lru_cache(maxsize=1024)
def _length(unit: str, value: int) -> Phrase:
    key = f"length.{unit}"
    return phrase(f"{key}.one" if value == 1 and f"{key}.one" in SENTENCES else key, number=f"{value:02d}", plain=value)
