"""Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng: Điều 36–41, 60–62, 77–79; NĐ 59/2023 Điều 13, 21, 25."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from .days import read, working_days_after
from .papers import QUARTERS, periodic, standing
from .verdict import (
    DEFECTIVE,
    MISSING,
    NOT_HERE,
    PASSED,
    REVIEW,
    Data,
    Duty,
    Verdicts,
    done,
    holds,
    section,
    worst,
)

CLERKS = {"commune_official", "part_time_official", "village_official"}
LEADERS = {"unit_head", "unit_deputy", "chief_accountant"}
MANAGERS = {"unit_head", "manager", "chief_accountant"}


def _term(board: Data) -> tuple[date | None, date | None]:
    term = board.get("term") or {}
    return read(term.get("from")), read(term.get("until"))


def in_office(board: Data, as_of: date) -> bool | None:
    """Whether the board's term covers the day: one without an end is open, of one without a beginning nobody knows."""
    first, last = _term(board)
    if (first is not None and first > as_of) or (last is not None and last < as_of):
        return False
    return None if first is None else True


def _inspection(file: Data, as_of: date) -> list[Data]:
    """The inspection boards that had come into office by the day of the audit."""
    return [
        board
        for board in section(file, "boards", kind="peoples_inspection")
        if not ((start := _term(board)[0]) is not None and start > as_of)
    ]


def _newest(boards: list[Data]) -> list[Data]:
    """The board whose term began last; several where they began together."""
    if not boards:
        return []
    starts = [_term(board)[0] or date.min for board in boards]
    return [board for board, start in zip(boards, starts, strict=True) if start == max(starts)]


def _before_the_decree(board: Data) -> bool:
    """NĐ 59 Điều 29 khoản 2: boards of before 15 August 2023 go on as they are until a new one is elected."""
    day = read(board.get("elected_on")) or _term(board)[0]
    return day is not None and day < date(2023, 8, 15)


def _seated(boards: list[Data], as_of: date) -> list[Data]:
    """The boards in office: of those that surely are only the newest, which has taken the place of the others."""
    sure = _newest([board for board in boards if in_office(board, as_of)])
    return [board for board in boards if board in sure or in_office(board, as_of) is None]


def _the_board(boards: list[Data], as_of: date) -> list[Data]:
    """The board that every clause looks at: the one in office; where none is, the newest."""
    return _seated(boards, as_of) or _newest(boards)


# --- cấp xã ----------------------------------------------------------------------------------------------------------


def _size_in_commune(villages: int | None, members: int) -> str:
    """Điều 36 khoản 1: one for each village and at least 5. NĐ 59 Điều 13 khoản 2: at most 5 if villages are fewer."""
    if villages is None:
        return holds(members >= 5)
    return holds(members == 5 if villages < 5 else members >= villages)


def _villages_represented(unit: Data, members: list[Data]) -> str:
    """NĐ 59 Điều 13 khoản 2: every village has somebody on the board."""
    if unit.get("villages") is None:
        return REVIEW
    left = {village["name"] for village in unit["villages"]} - {member.get("village") for member in members}
    unknown = sum(member.get("village") is None for member in members)
    return PASSED if not left else REVIEW if len(left) <= unknown else DEFECTIVE


def _made_up(unit: Data, board: Data) -> str:
    if _before_the_decree(board):
        return PASSED
    members = board.get("members")
    if members is None:
        return REVIEW
    villages = None if unit.get("villages") is None else len(unit["villages"])
    return worst(_size_in_commune(villages, len(members)), _villages_represented(unit, members))


def _without(barred: set[str], doubtful: set[str], board: Data) -> str:
    """No member holds an office that bars from the board; offices that are not told may be such ones."""
    members = board.get("members")
    if members is None:
        return REVIEW
    offices = [member.get("positions") for member in members]
    held = {office for known in offices if known is not None for office in known}
    if held & barred:
        return DEFECTIVE
    return REVIEW if None in offices or held & doubtful else PASSED


def _led(board: Data) -> str:
    """NĐ 59 Điều 13 khoản 3: a head, and one or two deputies."""
    members = board.get("members")
    if _before_the_decree(board):
        return NOT_HERE
    if members is None:
        return REVIEW
    roles = [member.get("role") for member in members]
    return worst(_between(1, 1, roles, "head"), _between(1, 2, roles, "deputy"))


def _between(least: int, most: int, roles: list[str | None], role: str) -> str:
    """So many members have a role; those whose role is not told may have it or not."""
    sure = roles.count(role)
    if sure > most or sure + roles.count(None) < least:
        return DEFECTIVE
    return PASSED if sure >= least and None not in roles else REVIEW


def _sat(board: Data, status: str, as_of: date) -> str:
    """A board that is no board of today answers for nothing; one of unknown days is for a person to look at."""
    office = in_office(board, as_of)
    return worst(status, REVIEW) if office is None else status if office else MISSING


def inspection_of_commune(file: Data, as_of: date) -> Verdicts:
    """Điều 36 khoản 1, 37 khoản 2; NĐ 59 Điều 13 khoản 3: the commune has an inspection board, rightly made up."""
    boards = _inspection(file, as_of)
    if not boards:
        return {"LDC-D36-K1": MISSING, "LDC-D37-K2": NOT_HERE, "N59-D13-K3": NOT_HERE}
    same = _the_board(boards, as_of)
    return {
        "LDC-D36-K1": worst(*(_sat(board, _made_up(file["unit"], board), as_of) for board in same)),
        "LDC-D37-K2": worst(*(_without(CLERKS, set(), board) for board in same)),
        "N59-D13-K3": _unless_none(_led(board) for board in same),
    }


def _unless_none(statuses: Iterable[str]) -> str:
    """The worst of those to which a clause applies."""
    found = [status for status in statuses if status != NOT_HERE]
    return worst(*found) if found else NOT_HERE


def _of_project(boards: list[Data]) -> str:
    """A project has one board: the newest takes the place of others. Where a day is not told, nobody knows which."""
    days = [_term(board)[0] or read(board.get("elected_on")) for board in boards]
    newest = max((day for day in days if day is not None), default=None)
    sizes = [board.get("members") for board, day in zip(boards, days, strict=True) if day in (newest, None)]
    found = {holds(None if members is None else len(members) >= 5) for members in sizes}
    return worst(*found) if len(found) == 1 or None not in days else REVIEW


def investment_supervision(file: Data, as_of: date) -> Verdicts:
    """Điều 41 khoản 1: a board of 5 and more for each project that runs in the year."""
    projects = file["unit"].get("projects")
    if not projects:
        return {"LDC-D41-K1": REVIEW if projects is None else NOT_HERE}
    verdicts = {}
    for project in projects:
        start, end = read(project.get("started_on")), read(project.get("finished_on"))
        if (start and start > date(file["year"], 12, 31)) or (end and end < date(file["year"], 1, 1)):
            continue
        boards = section(file, "boards", kind="investment_supervision", project=project["id"])
        found = _of_project(boards) if boards else MISSING
        # It ran in the year if it ended there; else nobody knows whether it has begun, and only a good board answers.
        runs = start is not None or (end is not None and end <= min(as_of, date(file["year"], 12, 31)))
        verdicts[f"LDC-D41-K1#{project['id']}"] = found if runs or found == PASSED else REVIEW
    return verdicts or {"LDC-D41-K1": NOT_HERE}


# --- cơ quan, đơn vị, doanh nghiệp nhà nước --------------------------------------------------------------------------


def _size_at_work(unit: Data, board: Data) -> str:
    """Điều 60 khoản 1, 77 khoản 1: 3 to 9; more where work is scattered or special and the conference decided it."""
    if board.get("members") is None:
        return REVIEW
    size = len(board["members"])
    if size <= 9:
        return holds(size >= 3)
    approved = board.get("conference_approved_size")
    if approved is False:
        return DEFECTIVE
    # A unit that is not scattered may still be of a special nature, which its file cannot say.
    return PASSED if approved and unit.get("dispersed") else REVIEW


def _two_years(board: Data, as_of: date) -> str:
    """Điều 60 khoản 3, 77 khoản 3: a term of two years at most, and not over."""
    first, last = _term(board)
    if last is not None and last < as_of:
        return DEFECTIVE
    if first is None:
        return REVIEW
    # A term that begins on 29 February ends on the last day of the month (Điều 148 khoản 3 BLDS 2015).
    leap_day = (first.month, first.day) == (2, 29)
    longest = first.replace(year=first.year + 2, day=28 if leap_day else first.day)
    return holds((last or as_of) <= longest) if last or as_of > longest else PASSED


def _recognised(unit: Data, board: Data, as_of: date) -> str:
    """NĐ 59 Điều 21 khoản 1, 25 khoản 1: the union recognises the board within 5 working days of its election.

    A board elected before the decree came into force, on 15 August 2023, goes on until a new one is elected (Điều 29
    khoản 2). Where there is no union, who recognises a board since 1 July 2025 is not known (Luật 97/2025/QH15).
    """
    elected = read(board.get("elected_on"))
    if elected is None:
        return REVIEW
    if elected < date(2023, 8, 15):
        return NOT_HERE
    status = done(read(board.get("recognised_on")), working_days_after(elected, 5), as_of)
    no_union = unit.get("has_trade_union") is False and elected >= date(2025, 7, 1)
    return REVIEW if no_union and status != PASSED else status


def _at_work(
    file: Data, as_of: date, names: tuple[str, ...], barred: set[str], doubtful: set[str], exempt: str | None
) -> Verdicts:
    unit = file["unit"]
    boards = _inspection(file, as_of)
    same = _the_board(boards, as_of)
    there = worst(*(_sat(board, _size_at_work(unit, board), as_of) for board in same)) if boards else MISSING
    if there == MISSING and unit.get("has_trade_union") is False and as_of >= date(2025, 7, 1):
        there = REVIEW
    verdicts = {names[0]: exempt or there}
    if not boards:
        return verdicts | dict.fromkeys(names[1:4], NOT_HERE)
    return verdicts | {
        names[1]: worst(*(_without(barred, doubtful, board) for board in same)),
        names[2]: worst(*(_two_years(board, as_of) for board in _newest(boards))),
        names[3]: _unless_none(_recognised(unit, board, as_of) for board in same),
    }


def inspection_of_agency(file: Data, as_of: date) -> Verdicts:
    """Điều 60; NĐ 59 Điều 21 khoản 1. Up to 7 people, and special cases that the union decided, have no board."""
    unit = file["unit"]
    headcount = unit.get("headcount")
    exempt = None
    if unit.get("special_case_without_board") or (headcount is not None and headcount <= 7):
        exempt = NOT_HERE
    elif headcount is None:
        exempt = REVIEW
    return _at_work(file, as_of, ("LDC-D60-K1", "LDC-D60-K2", "LDC-D60-K3", "N59-D21-K1"), LEADERS, set(), exempt)


def inspection_of_enterprise(file: Data, as_of: date) -> Verdicts:
    """Điều 77; NĐ 59 Điều 25 khoản 1: whatever the size.

    Whether a deputy head is of the management that khoản 2 shuts out is for a person to say.
    """
    names = ("LDC-D77-K1", "LDC-D77-K2", "LDC-D77-K3", "N59-D25-K1")
    return _at_work(file, as_of, names, MANAGERS, {"unit_deputy"}, None)


def where_there_is_a_board(duty: Duty, file: Data, as_of: date) -> Verdicts:
    """What a board owes is owed by none where there is no board."""
    if _inspection(file, as_of):
        return duty(file, as_of)
    return dict.fromkeys(duty(file, as_of), NOT_HERE)


_programme_of_agency = partial(standing, rule="LDC-D62-K2", kind="board_programme")
"""Điều 62 khoản 2: the board has a programme of work for the year."""


def reports_to_the_union(file: Data, as_of: date, rule: str) -> Verdicts:
    """NĐ 59 Điều 22, 26 khoản 3: the board reports to the union's committee every quarter.

    Where there is no union, to whom since 1 July 2025 is not known (Luật 97/2025/QH15).
    """
    verdicts = periodic(file, as_of, rule, "board_report", QUARTERS)
    if file["unit"].get("has_trade_union") is not False or as_of < date(2025, 7, 1):
        return verdicts
    return {duty: REVIEW if status == MISSING else status for duty, status in verdicts.items()}


_reports_of_agency = partial(reports_to_the_union, rule="N59-D22-K3")

_programme_of_enterprise = partial(standing, rule="LDC-D79-K2", kind="board_programme")
"""Điều 79 khoản 2: likewise in a state-owned enterprise."""

_reports_of_enterprise = partial(reports_to_the_union, rule="N59-D26-K3")

OF_COMMUNE: tuple[Duty, ...] = (inspection_of_commune, investment_supervision)
OF_AGENCY: tuple[Duty, ...] = (
    inspection_of_agency,
    partial(where_there_is_a_board, _programme_of_agency),
    partial(where_there_is_a_board, _reports_of_agency),
)
OF_ENTERPRISE: tuple[Duty, ...] = (
    inspection_of_enterprise,
    partial(where_there_is_a_board, _programme_of_enterprise),
    partial(where_there_is_a_board, _reports_of_enterprise),
)
