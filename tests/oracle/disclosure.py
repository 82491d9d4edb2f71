"""Công khai thông tin: Điều 11–14 (cấp xã), 46–48 (cơ quan, đơn vị), 64–66 (doanh nghiệp nhà nước)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from functools import partial

from .days import days_after, period, read, working_days_after
from .verdict import (
    DEFECTIVE,
    MISSING,
    PASSED,
    PENDING,
    REVIEW,
    Data,
    Duty,
    Verdicts,
    awaited,
    best,
    done,
    holds,
    section,
    worst,
)

COMMUNE = (
    "kinh-te-xa-hoi", "ngan-sach", "du-an-dat-dai", "quy-che-nhiem-vu", "quy-dong-gop", "tai-san-cong",
    "chinh-sach-an-sinh", "ho-tro-thien-tai", "nghia-vu-quan-su", "xu-ly-vi-pham", "lay-y-kien", "phi-le-phi",
    "thu-tuc-hanh-chinh", "noi-dung-khac",
)  # fmt: skip
"""The contents of Điều 11, khoản 1 to 14."""

AGENCY = (
    "chu-truong-phap-luat", "ke-hoach-cong-tac", "ngan-sach", "tai-san-cong", "dau-tu-cong", "cong-tac-can-bo",
    "ket-luan-ke-khai", "thanh-tra-khieu-nai", "noi-quy-quy-che", "giai-trinh-y-kien", "van-ban-cap-tren",
    "noi-dung-khac",
)  # fmt: skip
"""The contents of Điều 46, khoản 1 to 12."""

ENTERPRISE = {
    "A": "san-xuat-kinh-doanh", "B": "noi-quy-thang-luong", "C": "thoa-uoc-lao-dong", "D": "quy-phuc-loi",
    "DD": "kinh-phi-bao-hiem", "E": "thi-dua-ky-luat", "G": "quy-che-dan-chu", "H": "noi-dung-khac",
}  # fmt: skip
"""The contents of Điều 64 khoản 1, by điểm."""

Check = Callable[[Data], str]


def _counted(file: Data, item: str, as_of: date) -> list[Data]:
    """What was disclosed of a content for the audited year: all but what names another year or has not come yet."""
    year = str(file["year"])
    return [
        record
        for record in section(file, "disclosures", item=item)
        if record.get("period", year)[:4] == year and (issued(record) or as_of) <= as_of
    ]


def _of_the_year(record: Data, year: int, status: str) -> str:
    """Nothing is shown of a year by what names no period and lies wholly after it, or before the year before it."""
    if status != PASSED or "period" in record or not record.get("postings"):
        return status
    starts = [_day(posting["from"]) for posting in record["postings"]]
    ends = [read(posting.get("until")) or date.max for posting in record["postings"]]
    document = issued(record)
    days = starts if document is None else [document, *starts]
    outside = min(days) > date(year, 12, 31) or max(*days, *ends) < date(year - 1, 1, 1)
    return REVIEW if outside else PASSED


def issued(record: Data) -> date | None:
    """The day from which the content was there to be disclosed."""
    return read((record.get("document") or {}).get("date"))


def _postings(record: Data, as_of: date, *channels: str) -> list[Data]:
    """What was up by the day of the audit, on these channels or on any."""
    return [
        posting
        for posting in record.get("postings", [])
        if (not channels or posting["channel"] in channels) and _day(posting["from"]) <= as_of
    ]


def first_posted(record: Data, as_of: date) -> date | None:
    """The day on which the content was first made public, in any way."""
    return min((_day(posting["from"]) for posting in _postings(record, as_of)), default=None)


def _day(text: str) -> date:
    day = read(text)
    assert day is not None
    return day


def _still_up(posting: Data, as_of: date) -> bool:
    return posting.get("until") is None or _day(posting["until"]) >= as_of


def displayed(postings: list[Data], least: int, nowhere: str, as_of: date) -> str:
    """For at least so many days on end, first and last day included; pending while it is up and may still reach them.

    `nowhere` is what it means that it was not put up at all.
    """
    if not postings:
        return nowhere
    days: set[date] = set()
    planned: set[date] = set()
    for posting in postings:
        start, end = _day(posting["from"]), read(posting.get("until"))
        days |= _span(start, min(end or as_of, as_of))
        planned |= _span(start, end or as_of + timedelta(least))
    if _longest(days) >= least:
        return PASSED
    going_on = any(_still_up(posting, as_of) for posting in postings)
    return PENDING if going_on and _longest(planned) >= least else DEFECTIVE


def _span(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def _longest(days: set[date]) -> int:
    """The longest run of days on end."""
    longest = run = 0
    before = None
    for day in sorted(days):
        run = run + 1 if before is not None and (day - before).days == 1 else 1
        longest, before = max(longest, run), day
    return longest


# --- Điều 11–14: cấp xã ---------------------------------------------------------------------------------------------

_NIL_OF_COMMUNE = (3, 5, 7, 8, 9, 10, 11, 12, 14)
_POSTED_IN_VILLAGES = (1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12)
_POSTED_ALWAYS = (4, 13)
_BROADCAST = (7, 8, 9, 10, 11, 12)


def _commune_deadline(clause: int, year: int, record: Data) -> date | None:
    """Điều 12 khoản 3: 5 working days from the decision, unless another law sets the time.

    Budget (Luật NSNN 2015): 30 days for what was decided or approved, 15 days after the period for its execution.
    Public assets (NĐ 151/2017): 30 days.
    """
    if clause == 2 and record.get("part") == "thuc-hien" and record.get("period", str(year)) != str(year):
        return days_after(period(record["period"])[1], 15)
    day = issued(record)
    if day is None:
        return None
    if clause == 6 or (clause == 2 and record.get("part") in ("du-toan", "quyet-toan")):
        return days_after(day, 30)
    return working_days_after(day, 5)


def _timely(clause: int, year: int, record: Data, as_of: date) -> str:
    """Đăng trong thời hạn. What is posted all the time and older than the year, and budget execution, have none."""
    day = issued(record)
    if clause == 2 and record.get("part") == "thuc-hien":
        return PASSED
    if clause in _POSTED_ALWAYS and day is not None and day.year < year:
        return PASSED
    due = _commune_deadline(clause, year, record)
    first = first_posted(record, as_of)
    assert first is not None
    return REVIEW if due is None else done(first, due, as_of)


def _in_villages(file: Data, postings: list[Data], least: int, nowhere: str, as_of: date) -> str:
    """Điều 13 khoản 2: at the culture house or meeting place of every village."""
    names = [village["name"] for village in file["unit"]["villages"]] if file["unit"].get("villages") else None
    everywhere = [posting for posting in postings if posting.get("villages") == "all"]
    listed = [posting for posting in postings if isinstance(posting.get("villages"), list)]
    unsaid = [posting for posting in postings if posting.get("villages") is None]
    if not postings:
        return nowhere
    if names is None:
        # The villages that are named must each have it; whether there are others cannot be told.
        told = displayed(everywhere, least, nowhere, as_of)
        if told == PASSED or not (listed or unsaid):
            return told
        return worst(displayed(postings, least, nowhere, as_of), REVIEW)

    def at(name: str, *more: Data) -> str:
        there = [posting for posting in listed if name in posting["villages"]]
        return displayed([*everywhere, *there, *more], least, nowhere, as_of)

    sure = worst(*(at(name) for name in names))
    if sure == PASSED or not unsaid:
        return sure
    return worst(worst(*(at(name, *unsaid) for name in names)), REVIEW)


def _noticed(file: Data, record: Data, nowhere: str, as_of: date) -> str:
    """Điều 13 khoản 2: at the commune's seat and in the villages, 30 days on end; 20 for deferred conscripts."""
    least = 20 if record.get("part") == "tam-hoan-mien" else 30
    seat = displayed(_postings(record, as_of, "notice_board"), least, nowhere, as_of)
    return worst(seat, _in_villages(file, _postings(record, as_of, "village_notice_board"), least, nowhere, as_of))


def _always_posted(record: Data, as_of: date) -> str:
    """Điều 13 khoản 2, second paragraph: posted at the seat all the time."""
    return holds(any(_still_up(posting, as_of) for posting in _postings(record, as_of, "notice_board")))


def _if_there_is(fact: bool | None, status: str) -> str:
    """A duty of those who have the means: unknown means keep a failure from being one, never a success."""
    if fact is False:
        return PASSED
    return status if fact or status == PASSED else REVIEW


def _commune_record(file: Data, clause: int, record: Data, as_of: date) -> str:
    if record.get("nil"):
        return holds(clause in _NIL_OF_COMMUNE)
    unit, year = file["unit"], file["year"]
    due = _commune_deadline(clause, year, record)
    # Until the deadline the remaining ways may still follow.
    nowhere = PENDING if due is not None and as_of <= due else DEFECTIVE
    if first_posted(record, as_of) is None:
        # Whether the figures of a period came in time is for `budget_execution` to say.
        elsewhere = clause == 2 and record.get("part") == "thuc-hien"
        return REVIEW if due is None else nowhere if elsewhere else awaited(due, as_of)

    def there(*channels: str) -> bool:
        return bool(_postings(record, as_of, *channels))

    found = [_timely(clause, year, record, as_of)]
    found.append(_if_there_is(unit.get("has_portal"), PASSED if there("portal") else nowhere))
    if clause in _POSTED_IN_VILLAGES:
        found.append(_noticed(file, record, nowhere, as_of))
    if clause in _POSTED_ALWAYS:
        found.append(_always_posted(record, as_of) if there("notice_board") else nowhere)
    if clause in _BROADCAST:
        spoken = displayed(_postings(record, as_of, "loudspeaker"), 3, nowhere, as_of)
        found.append(_if_there_is(unit.get("has_loudspeaker"), spoken))
        found.append(PASSED if there("village_heads") else nowhere)
    return worst(*found)


def by_commune(clause: int, file: Data, as_of: date) -> Verdicts:
    """Điều 11, a khoản: the commune makes this content public; every record of it must be right.

    Nothing submitted is missing, but for khoản 14, an open list, of which nobody can say whether anything is missing.
    """
    records = _counted(file, COMMUNE[clause - 1], as_of)
    year = file["year"]
    found = [_of_the_year(record, year, _commune_record(file, clause, record, as_of)) for record in records]
    nothing = REVIEW if clause == 14 else MISSING
    return {f"LDC-D11-K{clause}": worst(*found) if found else nothing}


_BUDGET_PERIODS: dict[str, Callable[[int], date]] = {
    "Q1": lambda year: date(year, 3, 31),
    "H1": lambda year: date(year, 6, 30),
    "Q3": lambda year: date(year, 9, 30),
}


def budget_execution(file: Data, as_of: date) -> Verdicts:
    """Điều 11 khoản 2 và pháp luật ngân sách: figures of Q1, the half-year and Q3, 15 days after the period's end."""
    year, verdicts = file["year"], {}
    for part, end in _BUDGET_PERIODS.items():
        due = days_after(end(year), 15)
        records = [
            record
            for record in _counted(file, "ngan-sach", as_of)
            if record.get("part") == "thuc-hien" and record.get("period") == f"{year}-{part}"
        ]
        found = [done(first_posted(record, as_of), due, as_of) for record in records]
        verdicts[f"LDC-D11-K2-THUCHIEN@{year}-{part}"] = best(*found) if found else awaited(due, as_of)
    return verdicts


# --- Điều 46–48, 64–66: nội bộ cơ quan, đơn vị, doanh nghiệp nhà nước -------------------------------------------------


def _within(file: Data, record: Data, nowhere: str, as_of: date) -> str:
    """Điều 48 khoản 1, 2; Điều 66 khoản 1, 2: on the internal network for 20 days on end.

    Where there is none, on the notice board for 20 days, or in writing to all staff.
    """
    network = displayed(_postings(record, as_of, "intranet"), 20, nowhere, as_of)
    letters = PASSED if _postings(record, as_of, "all_staff_letter") else nowhere
    board = best(letters, displayed(_postings(record, as_of, "notice_board"), 20, nowhere, as_of))
    has_network = file["unit"].get("has_intranet")
    if has_network is None:
        return PASSED if PASSED in (network, board) else REVIEW
    return network if has_network else board


def _inside(file: Data, item: str, due: Callable[[date], date], nil_is_fine: bool, nothing: str, as_of: date) -> str:
    def judged(record: Data) -> str:
        if record.get("nil"):
            return holds(nil_is_fine)
        day, first = issued(record), first_posted(record, as_of)
        if day is None:
            return REVIEW if first is None else worst(REVIEW, _within(file, record, DEFECTIVE, as_of))
        if first is None:
            return awaited(due(day), as_of)
        nowhere = PENDING if as_of <= due(day) else DEFECTIVE
        return worst(done(first, due(day), as_of), _within(file, record, nowhere, as_of))

    found = [_of_the_year(record, file["year"], judged(record)) for record in _counted(file, item, as_of)]
    return worst(*found) if found else nothing


def by_agency(clause: int, file: Data, as_of: date) -> Verdicts:
    """Điều 46, a khoản; Điều 47 khoản 2: within 5 working days, public assets within 30 days."""
    due = partial(days_after, count=30) if clause == 4 else partial(working_days_after, count=5)
    nil_is_fine = clause in (4, 5, 7, 8, 10, 12)
    nothing = REVIEW if clause == 12 else MISSING
    return {f"LDC-D46-K{clause}": _inside(file, AGENCY[clause - 1], due, nil_is_fine, nothing, as_of)}


def by_enterprise(point: str, file: Data, as_of: date) -> Verdicts:
    """Điều 64 khoản 1, a điểm; Điều 65 khoản 2: within 15 days."""
    due = partial(days_after, count=15)
    nothing = REVIEW if point == "H" else MISSING
    return {f"LDC-D64-K1{point}": _inside(file, ENTERPRISE[point], due, point in ("C", "D", "H"), nothing, as_of)}


OF_COMMUNE: Collection[Duty] = (*(partial(by_commune, clause) for clause in range(1, 15)), budget_execution)
OF_AGENCY: Collection[Duty] = tuple(partial(by_agency, clause) for clause in range(1, 13))
OF_ENTERPRISE: Collection[Duty] = tuple(partial(by_enterprise, point) for point in ENTERPRISE)
