"""Văn bản: plans, regulations, programmes, and reports that come back every quarter or half-year."""

from __future__ import annotations

from datetime import date
from functools import partial

from .days import end_of_month, period, read
from .verdict import (
    DEFECTIVE,
    LATE,
    MISSING,
    NOT_HERE,
    PASSED,
    PENDING,
    REVIEW,
    Data,
    Duty,
    Verdicts,
    awaited,
    best,
    section,
    worst,
)


def _come(file: Data, kind: str, as_of: date) -> list[Data]:
    """Documents of a kind, but for those whose day has not come."""
    return [document for document in section(file, "documents", kind=kind) if not _lies_ahead(document, as_of)]


def _lies_ahead(document: Data, as_of: date) -> bool:
    day = read(document.get("date"))
    if day is None and document.get("period"):
        day = period(document["period"])[0]
    return day is not None and day > as_of


def _is_of(document: Data, span: str, parts_count: bool) -> bool | None:
    """Whether a document belongs to a period: by what it says, else by its day; None where neither stands.

    Where parts count, what is of a quarter is of its year as well.
    """
    said = document.get("period")
    if said is not None:
        return bool(said == span or (parts_count and said.startswith(f"{span}-")))
    day = read(document.get("date"))
    if day is None:
        return None
    first, last = period(span)
    return first <= day <= last


def _of(file: Data, kind: str, span: str, as_of: date, parts_count: bool = False) -> tuple[list[Data], bool]:
    """The documents of a period, and whether some other one may be of it as well."""
    documents = _come(file, kind, as_of)
    belongs = [_is_of(document, span, parts_count) for document in documents]
    return [document for document, mine in zip(documents, belongs, strict=True) if mine], None in belongs


def standing(file: Data, as_of: date, rule: str, kind: str) -> Verdicts:
    """One document of the year, owed all the year: without it the duty is missing on any day."""
    found, unsure = _of(file, kind, str(file["year"]), as_of)
    return {rule: PASSED if found else REVIEW if unsure else MISSING}


def disclosure_plan(file: Data, as_of: date) -> Verdicts:
    """Điều 14 khoản 1: the commune has a plan for making information public, every year."""
    return standing(file, as_of, "LDC-D14-K1", "disclosure_plan")


def if_there_is_a_council(file: Data, duty: Duty, as_of: date) -> Verdicts:
    """A duty towards the People's Council: there is none where there is no council."""
    council = file["unit"].get("has_council")
    verdicts = duty(file, as_of)
    if council:
        return verdicts
    return dict.fromkeys(verdicts, REVIEW if council is None else NOT_HERE)


def council_report(file: Data, as_of: date) -> Verdicts:
    """Điều 14 khoản 3: report on disclosure at the next regular session, sent to the Fatherland Front as well.

    There are two sessions a year: a report on a part of the year is one of the year.
    """

    due = date(file["year"], 12, 31)

    def sent(document: Data) -> str:
        day = read(document.get("date"))
        when = PASSED if (day or as_of) <= due else REVIEW if day is None else LATE
        if document.get("sent") is None:
            return worst(when, REVIEW)
        had = {to["to"] for to in document["sent"]}

        def got(body: str, may_come: bool) -> str:
            return PASSED if body in had else PENDING if may_come and as_of <= due else DEFECTIVE

        # A session may still come; but the Front gets it at the same time ("đồng thời"), or was left out.
        return worst(when, got("council", True), got("mttq", not had))

    found, unsure = _of(file, "council_report", str(file["year"]), as_of, parts_count=True)
    return {"LDC-D14-K3": best(*map(sent, found)) if found else unless_unsure(unsure, due, as_of)}


def council_measures(file: Data, as_of: date) -> Verdicts:
    """Điều 86 khoản 1 điểm a: the People's Council decides the measures that secure democracy, once for all years."""
    return {"LDC-D86-K1A": PASSED if _come(file, "council_measures_resolution", as_of) else MISSING}


def democracy_regulation(file: Data, as_of: date, rule: str) -> Verdicts:
    """Điều 35 khoản 2 điểm c, Điều 59 khoản 1 điểm a, Điều 81 khoản 1 điểm a: there is a regulation under this law.

    One from before the law came into force, on 1 July 2023, is out of date. It need not be of the year.
    """

    def under_the_law(document: Data) -> str:
        day = read(document.get("date"))
        return REVIEW if day is None else PASSED if day >= date(2023, 7, 1) else DEFECTIVE

    found = [under_the_law(document) for document in _come(file, "democracy_regulation", as_of)]
    return {rule: best(*found) if found else MISSING}


def small_employer_regulation(file: Data, as_of: date) -> Verdicts:
    """Điều 48 NĐ 145/2020: an employer of 10 people and more has a regulation on democracy at the workplace."""
    headcount = file["unit"].get("headcount")
    if headcount is None or headcount < 10:
        return {"N145-D48": REVIEW if headcount is None else NOT_HERE}
    return {"N145-D48": PASSED if _come(file, "democracy_regulation", as_of) else MISSING}


def periodic(file: Data, as_of: date, rule: str, kind: str, parts: str) -> Verdicts:
    """Hằng quý, 06 tháng: no day is set by law, so nobody is late.

    A document of the period is enough; one dated more than a month after its end is for a person to look at. Where
    there is none, a month after the end of the period it is missing.
    """
    verdicts = {}
    for part in parts.split():
        span = f"{file['year']}-{part}"
        last = period(span)[1]
        grace = end_of_month(last.year, last.month + 1) if last.month == 3 else _a_month_after(last)
        found, unsure = _of(file, kind, span, as_of)
        statuses = [_in_good_time(read(document.get("date")), grace) for document in found]
        verdicts[f"{rule}@{span}"] = best(*statuses) if found else unless_unsure(unsure, grace, as_of)
    return verdicts


def _a_month_after(last: date) -> date:
    end = end_of_month(last.year, last.month + 1)
    return end.replace(day=min(last.day, end.day))


def _in_good_time(day: date | None, grace: date) -> str:
    return REVIEW if day is not None and day > grace else PASSED


def unless_unsure(unsure: bool, due: date, as_of: date) -> str:
    """Nothing was submitted for sure; after the last good day, something undated may have been meant."""
    return REVIEW if unsure and as_of > due else awaited(due, as_of)


QUARTERS = "Q1 Q2 Q3 Q4"

_disclosure_register = partial(periodic, rule="LDC-D13-K2-DANHSACH", kind="disclosure_register", parts=QUARTERS)
"""Điều 13 khoản 2: the list of what was made public is drawn up every quarter."""

_commune_board_report = partial(periodic, rule="N59-D14-K3", kind="board_report", parts=QUARTERS)
"""Điều 14 khoản 3 NĐ 59/2023: the commune's inspection board reports every quarter."""

_commune_board_programme = partial(standing, rule="N59-D14-K1", kind="board_programme")
"""Điều 14 khoản 1 NĐ 59/2023: the board has a plan of work every year."""

OF_COMMUNE: tuple[Duty, ...] = (
    disclosure_plan,
    lambda file, as_of: if_there_is_a_council(file, council_report, as_of),
    lambda file, as_of: if_there_is_a_council(file, council_measures, as_of),
    partial(democracy_regulation, rule="LDC-D35-K2C"),
    _disclosure_register,
    _commune_board_report,
    _commune_board_programme,
)
OF_AGENCY: tuple[Duty, ...] = (partial(democracy_regulation, rule="LDC-D59-K1A"),)
OF_ENTERPRISE: tuple[Duty, ...] = (partial(democracy_regulation, rule="LDC-D81-K1A"),)
OF_EMPLOYER: tuple[Duty, ...] = (small_employer_regulation,)
