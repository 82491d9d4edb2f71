"""What a record says that may be a slip of the pen: to be looked at again (cần xem lại), never a violation.

The duties judge what was done; this asks whether what was written down can be so. Every finding names its record, and
none changes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from dcs_audit.duties.attributes import attribute, natural_date
from dcs_audit.law.calendar import WorkingCalendar
from dcs_audit.locale.phrases import Phrase, phrase
from dcs_audit.records import UnitFile
from dcs_audit.records.slugs import SAMPLE_NUMBER
from dcs_audit.verdicts.misplaced import misplaced
from dcs_audit.verdicts.model import Oddity
from dcs_audit.verdicts.references import references

_FEWEST_ALIKE = 5
"""Dated entries from which it is odd that all bear one date."""
_TET = "Tết Nguyên Đán"
_STAFF = ("staff_conference", "employee_conference")
_MET = ("meetings", "decisions", "activities")

# What cannot come before what, by section: the earlier, the later.
_ORDER: dict[str, tuple[tuple[str, str], ...]] = {
    "meetings": (("held_on", "minutes.date"), ("held_on", "resolution.date"), ("held_on", "announced_on")),
    "boards": (("elected_on", "recognised_on"),),
    "appointments": (("elected_on", "recognised_on"),),
    "decisions": (
        ("sent_on", "received_on"),
        ("received_on", "recognised_on"),
        ("received_on", "refused_on"),
        ("held_on", "sent_on"),
    ),
    "petitions": (("received_on", "answered_on"),),
    "consultations": (("from", "summary_published_on"), ("from", "decided_on")),
    "documents": (("consulted_on", "date"),),
}
# Of whom there cannot be more, by section: the part, the whole.
_AT_MOST: dict[str, tuple[tuple[str, str], ...]] = {
    "decisions": (("in_favour", "attended"), ("online_agreed", "attended")),
    "petitions": (("signatories", "entitled"),),
}
_SPANS: dict[str, tuple[str, ...]] = {"documents": ("posted",), "decisions": ("draft_posted",)}


class _Entry(NamedTuple):
    section: str
    record: Any
    path: str


def oddities(file: UnitFile, as_of: date, calendar: WorkingCalendar, year: int | None = None) -> Iterator[Oddity]:
    """Everything odd in a unit's records, in the order of the file; then what only several records show together.

    `year` is the audited year where it is not that of the file.
    """
    entries = [
        _Entry(section, record, f"records.{section}[{place}]")
        for section in type(file.records).model_fields
        for place, record in enumerate(getattr(file.records, section))
    ]
    for entry in entries:
        yield from _order(entry)
        yield from _counts(entry, file)
        yield from _postings(entry)
        yield from _future(entry, as_of)
        yield from _sample(entry)
        yield from _at_tet(entry, calendar)
        yield from misplaced(entry.record, entry.path, year or file.year)
    yield from _same_document(entries)
    yield from _one_date(entries)


def _odd(path: str, key: str, **args: Any) -> Oddity:
    return Oddity(key, path, phrase(f"odd.{key}", **args))


# --- one record -----------------------------------------------------------------------------------------------------


def _order(entry: _Entry) -> Iterator[Oddity]:
    for first, last in _ORDER.get(entry.section, ()):
        start, end = attribute(first)(entry.record), attribute(last)(entry.record)
        if start is not None and end is not None and end < start:
            yield _odd(f"{entry.path}.{last}", "order", first=_name(first), start=start, last=_name(last), end=end)


def _name(path: str) -> Phrase:
    return phrase("odd.field", path=path)


def _counts(entry: _Entry, file: UnitFile) -> Iterator[Oddity]:
    for part, whole in _AT_MOST.get(entry.section, ()):
        few, many = getattr(entry.record, part), getattr(entry.record, whole)
        if few is not None and many is not None and few > many:
            yield _odd(f"{entry.path}.{part}", "more", part=_name(part), few=few, whole=_name(whole), many=many)
    yield from _people(entry, file)


def _people(entry: _Entry, file: UnitFile) -> Iterator[Oddity]:
    """Counts of people or households, against those whom the unit or the village has."""
    record, unit = entry.record, file.unit
    if entry.section == "meetings" and record.kind in _STAFF and unit.headcount is not None:
        for field in ("entitled", "attended"):
            if (count := getattr(record, field)) is not None and count > unit.headcount:
                yield _odd(f"{entry.path}.{field}", "headcount", count=count, headcount=unit.headcount)
                return
    if entry.section == "decisions" and record.households is not None:
        known = unit.households
        if record.village is not None and unit.villages is not None:
            known = next((v.households for v in unit.villages if v.name == record.village), None)
        if known is not None and record.households > known:
            yield _odd(f"{entry.path}.households", "households", count=record.households, households=known)


def _postings(entry: _Entry) -> Iterator[Oddity]:
    spans = [(f"{entry.path}.{field}", getattr(entry.record, field)) for field in _SPANS.get(entry.section, ())]
    if entry.section == "disclosures":
        spans += [(f"{entry.path}.postings[{place}]", posting) for place, posting in enumerate(entry.record.postings)]
    for path, span in spans:
        if span is not None and span.from_ is not None and span.until is not None and span.until < span.from_:
            yield _odd(f"{path}.until", "posting", start=span.from_, end=span.until)


def _future(entry: _Entry, as_of: date) -> Iterator[Oddity]:
    """Documents that are not yet written. A meeting may be planned, a document has its day."""
    day_of_record = natural_date(entry.section)(entry.record)
    for path, document in _refs(entry):
        if document.date is not None and document.date > as_of:
            told = phrase("odd.future_record" if document.date == day_of_record else "odd.future", day=document.date)
            yield Oddity("future", f"{path}.date", told)


def _sample(entry: _Entry) -> Iterator[Oddity]:
    """A template that was taken up and not filled in."""
    for path, document in _refs(entry):
        if document.number == SAMPLE_NUMBER:
            yield _odd(f"{path}.number", "sample", number=SAMPLE_NUMBER)


def _refs(entry: _Entry) -> Iterator[tuple[str, Any]]:
    for field, document in references(entry.section, entry.record):
        yield f"{entry.path}.{field}" if field else entry.path, document


def _at_tet(entry: _Entry, calendar: WorkingCalendar) -> Iterator[Oddity]:
    held = entry.record.held_on if entry.section in _MET else None
    # The new year falls between 21 January and 20 February; its days off end within two weeks of that.
    if held is None or not (1, 14) <= (held.month, held.day) <= (3, 5):
        return
    name = calendar.name(held)
    if name is not None and _TET in name.vi and not calendar.is_working(held):
        yield _odd(f"{entry.path}.held_on", "tet", day=held, name=name)


# --- several records ------------------------------------------------------------------------------------------------


def _same_document(entries: Iterable[_Entry]) -> Iterator[Oddity]:
    """One number and date under different items or kinds of one section; what is issued may also be disclosed."""
    found: dict[tuple[str, str, date | None], dict[str, str]] = {}
    shown: dict[tuple[str, str, date | None], str] = {}
    for entry in entries:
        what = getattr(entry.record, "item", None) or getattr(entry.record, "kind", None)
        if what is None:
            continue
        for path, document in _refs(entry):
            if document.number is not None and document.number != SAMPLE_NUMBER:
                key = (entry.section, "".join(document.number.split()).casefold(), document.date)
                found.setdefault(key, {}).setdefault(what, path)
                shown.setdefault(key, document.number)
    for key, places in found.items():
        if len(places) > 1:
            first, *others = places.values()
            yield _odd(first, "number", number=shown[key], others=tuple(others))


def _one_date(entries: Iterable[_Entry]) -> Iterator[Oddity]:
    """Whether everything happened on one day."""
    days = [day for entry in entries if (day := natural_date(entry.section)(entry.record)) is not None]
    if len(days) >= _FEWEST_ALIKE and len(set(days)) == 1:
        yield _odd("records", "one_date", number=len(days), day=days[0])
