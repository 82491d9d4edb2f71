"""Findings about one record and the time it claims: posted too early, filed for the wrong period, said twice over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from dcs_audit.locale.phrases import phrase
from dcs_audit.records import Activity, Disclosure, Document
from dcs_audit.records.period import Period
from dcs_audit.verdicts.model import Oddity

_LOOKS_BACK = ("_report", "_register", "_review", "_statistics")
"""How the kinds of documents end that tell what was done; a plan comes before its period."""
_ONCE_A_DAY = "citizen_reception"
"""The kind of activity of which a day can hold one only: its count is of days."""


def misplaced(record: Any, path: str, year: int) -> Iterator[Oddity]:
    """What is odd about the time of one record of any section, in an audit of `year`."""
    if isinstance(record, Disclosure):
        yield from _posted_early(record, path)
        yield from _nothing_and_something(record, path)
        yield from _of_another_year(record, path, year)
    elif isinstance(record, Document):
        yield from _before_its_period(record, path)
    elif isinstance(record, Activity):
        yield from _too_often(record, path)


def _odd(path: str, key: str, **args: Any) -> Oddity:
    return Oddity(key, path, phrase(f"odd.{key}", **args))


def _posted_early(record: Disclosure, path: str) -> Iterator[Oddity]:
    """The first posting comes before the document that it posts."""
    issued = record.document.date if record.document is not None else None
    starts = [(posting.from_, at) for at, posting in enumerate(record.postings) if posting.from_ is not None]
    if issued is not None and starts:
        first, at = min(starts)
        if first < issued:
            yield _odd(f"{path}.postings[{at}].from", "posted_early", start=first, issued=issued)


def _nothing_and_something(record: Disclosure, path: str) -> Iterator[Oddity]:
    """The record says both that nothing arose and what was disclosed."""
    document = record.document
    named = document is not None and (document.number is not None or document.date is not None)
    if record.nil is True and (record.postings or named):
        yield _odd(f"{path}.nil", "nil", other=phrase("odd.field", path="postings" if record.postings else "document"))


def _of_another_year(record: Disclosure, path: str, year: int) -> Iterator[Oddity]:
    """Nothing in the record happened in the audited year, and it does not say that it is of that year all the same."""
    if record.period is not None:
        return
    days = [day for posting in record.postings for day in (posting.from_, posting.until) if day is not None]
    if record.document is not None and record.document.date is not None:
        days.append(record.document.date)
    still_up = any(posting.from_ is not None and posting.until is None for posting in record.postings)
    if days and not still_up and max(days) < date(year, 1, 1):
        yield _odd(path, "old", last=max(days), year=year)


def _before_its_period(record: Document, path: str) -> Iterator[Oddity]:
    """A report on a part of a year that is dated before that part began."""
    period = _part(record)
    if period is None or record.date is None or not record.kind.endswith(_LOOKS_BACK):
        return
    if record.date < period.first:
        yield _odd(f"{path}.date", "before_period", day=record.date, period=period.label, first=period.first)


def _too_often(record: Activity, path: str) -> Iterator[Oddity]:
    """More days of reception than the period has days."""
    period = record.period
    if period is None or record.kind != _ONCE_A_DAY or record.count is None:
        return
    days = (period.last - period.first).days + 1
    if record.count > days:
        yield _odd(f"{path}.count", "too_often", count=record.count, period=period.label, days=days)


def _part(record: Document) -> Period | None:
    """The part of a year that the record names; None where it names none, or a whole year."""
    return record.period if record.period is not None and record.period.part else None
