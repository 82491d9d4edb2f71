"""Hội nghị và đối thoại: Điều 51, 69 (hội nghị), 32 (đối thoại với Nhân dân), 33 (hội nghị thôn), 73 (đối thoại)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from .days import days_after, end_of_month, read, working_days_after
from .papers import periodic, unless_unsure
from .verdict import (
    DEFECTIVE,
    LATE,
    NOT_HERE,
    PASSED,
    REVIEW,
    Data,
    Duty,
    Verdicts,
    best,
    done,
    holds,
    section,
    worst,
)

# --- hội nghị cán bộ, công chức, viên chức, người lao động ------------------------------------------------------------


def window(file: Data) -> tuple[date, date]:
    """Điều 51 khoản 1: after the end of the working year, not later than 3 months into the next one."""
    month = int(file["unit"].get("work_year_end", "12-31")[:2])
    end = end_of_month(file["year"] - (month == 12), month)
    return end + timedelta(days=1), end_of_month(end.year, end.month + 3)


def _conferences(file: Data, kind: str, as_of: date) -> list[Data]:
    """Conferences of the working year that were held by the day of the audit; extraordinary ones are another matter."""
    earliest, latest = window(file)[0] - timedelta(days=60), date(file["year"], 12, 31)
    days = ((one, read(one.get("held_on"))) for one in _regular(file, kind))
    return [one for one, day in days if day is None or (earliest <= day <= latest and day <= as_of)]


def _regular(file: Data, kind: str) -> list[Data]:
    return [one for one in section(file, "meetings", kind=kind) if not one.get("extraordinary")]


def _held(file: Data, meeting: Data, led_by_head: bool) -> str:
    """Điều 51 khoản 1: in time; held before the working year was over is for a person to look at. Led by the head."""
    first, last = window(file)
    day = read(meeting.get("held_on"))
    when = REVIEW if day is None or day < first else PASSED if day <= last else LATE
    chair = meeting.get("chaired_by")
    return worst(when, holds(None if chair is None else chair == "head")) if led_by_head else when


def _plenary(unit: Data, least: int, meeting: Data) -> str:
    """Điều 51 khoản 2 điểm a, b: all staff, where they are fewer than 100 and not scattered.

    An agency's staff of 7 or fewer (điểm đ) may meet as they like: `least` is 8 there.
    """
    headcount, dispersed, mode = unit.get("headcount"), unit.get("dispersed"), meeting.get("mode")
    if dispersed or (headcount is not None and not least <= headcount < 100):
        return NOT_HERE
    if mode == "plenary":
        return PASSED
    # Điều 50, 68 khoản 2: ballots are sent where no conference could be held; whether it could is for a person to say.
    return REVIEW if headcount is None or dispersed is None or mode in (None, "ballot") else DEFECTIVE


def _quorum(meeting: Data) -> str:
    """Điều 51 khoản 2 điểm c: two thirds of all, or of the delegates summoned, are there."""
    entitled, attended = meeting.get("entitled"), meeting.get("attended")
    return REVIEW if entitled is None or attended is None else holds(attended * 3 >= entitled * 2)


def _majority(meeting: Data) -> str:
    """Điều 51 khoản 2 điểm c: more than half of those who are there are in favour."""
    attended, in_favour = meeting.get("attended"), meeting.get("in_favour")
    return REVIEW if attended is None or in_favour is None else holds(in_favour * 2 > attended)


def _agenda(meeting: Data) -> str:
    """Điều 51 khoản 3, điểm a đến e; điểm g is up to the conference."""
    agenda = meeting.get("agenda")
    return REVIEW if agenda is None else holds({"a", "b", "c", "d", "dd", "e"} <= set(agenda))


def _yearly(file: Data, found: list[Data], statuses: list[str], as_of: date) -> str:
    dated = [status for one, status in zip(found, statuses, strict=True) if one.get("held_on")]
    return best(*dated) if dated else unless_unsure(bool(found), window(file)[1], as_of)


def _of_the_best(found: list[Data], statuses: list[str], rest: dict[str, Callable[[Data], str]]) -> Verdicts:
    """How the conference that counts was held: the best one, of equals the latest. Undated ones cannot be told."""
    if not found:
        return dict.fromkeys(rest, NOT_HERE)
    days = ((read(one.get("held_on")), status, one) for one, status in zip(found, statuses, strict=True))
    dated = [(day, status, one) for day, status, one in days if day is not None]
    if not dated:
        return dict.fromkeys(rest, REVIEW)
    top = best(*(status for _, status, _ in dated))
    latest = max(day for day, status, _ in dated if status == top)
    judged = [one for day, status, one in dated if status == top and day == latest]
    verdicts = {rule: [judge(one) for one in judged] for rule, judge in rest.items()}
    return {rule: made[0] if NOT_HERE in made else worst(*made) for rule, made in verdicts.items()}


def review_of_resolution(file: Data, as_of: date, rule: str, kind: str) -> Verdicts:
    """Điều 52 khoản 3, 70 khoản 3: every six months it is looked at how the conference's resolution is carried out.

    Where no conference was held, there is no resolution.
    """
    duties = periodic(file, as_of, rule, "resolution_review", "H1 H2")
    found = _conferences(file, kind, as_of)
    return duties if found else dict.fromkeys(duties, NOT_HERE)


def staff_conference(file: Data, as_of: date) -> Verdicts:
    """Điều 51: the yearly conference of cán bộ, công chức, viên chức, người lao động, and how it was held.

    Up to 7 people may do without it (khoản 2 điểm đ).
    """
    unit = file["unit"]
    found = _conferences(file, "staff_conference", as_of)
    headcount = unit.get("headcount")
    small = headcount is not None and headcount <= 7
    statuses = [_held(file, one, led_by_head=True) for one in found]
    unclear = NOT_HERE if small else REVIEW if headcount is None else None
    held = unclear or _yearly(file, found, statuses, as_of)
    rest: dict[str, Callable[[Data], str]] = {
        "LDC-D51-K2-THANHPHAN": partial(_plenary, unit, 8),
        "LDC-D51-K2-TUCSO": _quorum,
        "LDC-D51-K2-BIEUQUYET": _majority,
        "LDC-D51-K3": _agenda,
    }
    # Where it is not owed, or nobody knows, none of them is the better one.
    equal = [REVIEW] * len(found) if unclear else statuses
    return {"LDC-D51-K1": held} | _of_the_best(found, equal, rest)


def employee_conference(file: Data, as_of: date) -> Verdicts:
    """Điều 69: the yearly conference of a state-owned enterprise's workers; no size is exempt."""
    found = _conferences(file, "employee_conference", as_of)
    statuses = [_held(file, one, led_by_head=False) for one in found]
    rest: dict[str, Callable[[Data], str]] = {
        "LDC-D69-K2-THANHPHAN": partial(_plenary, file["unit"], 0),
        "LDC-D69-K2-TUCSO": _quorum,
        "LDC-D69-K2-BIEUQUYET": _majority,
    }
    return {"LDC-D69-K1": _yearly(file, found, statuses, as_of)} | _of_the_best(found, statuses, rest)


# --- một lần trong năm -----------------------------------------------------------------------------------------------


def _of_year(file: Data, kind: str, as_of: date) -> list[Data]:
    """Meetings held in the audited year by the day of the audit, and those whose day is not told."""
    days = ((one, read(one.get("held_on"))) for one in _regular(file, kind))
    return [one for one, day in days if day is None or (day.year == file["year"] and day <= as_of)]


def once_a_year(file: Data, as_of: date, rule: str, kind: str) -> Verdicts:
    """Hằng năm: at least one in the year, by 31 December."""
    found = _of_year(file, kind, as_of)
    if any(one.get("held_on") for one in found):
        return {rule: PASSED}
    return {rule: unless_unsure(bool(found), date(file["year"], 12, 31), as_of)}


def employers_conference(file: Data, as_of: date) -> Verdicts:
    """Điều 47 NĐ 145/2020: a conference every year where 10 people and more work."""
    headcount = file["unit"].get("headcount")
    if headcount is None or headcount < 10:
        return {"N145-D47": REVIEW if headcount is None else NOT_HERE}
    return once_a_year(file, as_of, "N145-D47", "employee_conference")


_dialogue_with_people = partial(once_a_year, rule="LDC-D32-K1", kind="people_dialogue")
"""Điều 32 khoản 1: at least one conference of dialogue with the people every year."""

_village_conference = partial(once_a_year, rule="LDC-D33-K1", kind="village_conference")
"""Điều 33 khoản 1: the community's conference once a year."""

_enterprise_dialogue = partial(once_a_year, rule="LDC-D73-K1", kind="workplace_dialogue")
"""Điều 73 khoản 1: dialogue at the workplace every year."""

_employers_dialogue = partial(once_a_year, rule="N145-D39", kind="workplace_dialogue")
"""Điều 39 NĐ 145/2020: dialogue at the workplace every year, whatever the size."""


# --- mỗi cuộc --------------------------------------------------------------------------------------------------------


def _each(file: Data, kind: str, as_of: date, rules: Data) -> Verdicts:
    """Each meeting of the year by itself; without one there is nothing to judge."""
    found = _of_year(file, kind, as_of)
    if not found:
        return dict.fromkeys(rules, NOT_HERE)
    return {
        f"{rule}#{one['id']}": judge(one, as_of) if one.get("held_on") else REVIEW
        for rule, judge in rules.items()
        for one in found
    }


def _invited_before(days: int, meeting: Data, as_of: date) -> str:
    """So many days before a meeting that was held; where no day is told, nobody was called."""
    held = read(meeting["held_on"])
    assert held is not None
    return done(read(meeting.get("invited_on")), held - timedelta(days=days), as_of)


def _announced(due_of: Callable[[date], date], meeting: Data, as_of: date) -> str:
    held = read(meeting["held_on"])
    assert held is not None
    return done(read(meeting.get("announced_on")), due_of(held), as_of)


def _seven_in_ten(meeting: Data, as_of: date) -> str:
    entitled, attended = meeting.get("entitled"), meeting.get("attended")
    return REVIEW if entitled is None or attended is None else holds(attended * 10 > entitled * 7)


def dialogues_with_people(file: Data, as_of: date) -> Verdicts:
    """Điều 43 Luật Tổ chức chính quyền địa phương 2025: told 7 days before, results told within 10 days.

    The law is in force from 1 July 2025: before that day nothing of it is owed.
    """
    since = date(2025, 7, 1)
    if as_of < since:
        return {}
    later = [one for one in section(file, "meetings") if (read(one.get("held_on")) or as_of) >= since]
    return _each(
        file | {"records": {"meetings": later}},
        "people_dialogue",
        as_of,
        {
            "TCQDP-D43-BAO": partial(_invited_before, 7),
            "TCQDP-D43-KQ": partial(_announced, partial(days_after, count=10)),
        },
    )


def dialogues_at_work(file: Data, as_of: date) -> Verdicts:
    """Điều 39 khoản 4, 5 NĐ 145/2020: more than 70 % of each side; made known within 3 working days."""
    return _each(
        file,
        "workplace_dialogue",
        as_of,
        {"N145-D39-K4": _seven_in_ten, "N145-D39-K5": partial(_announced, partial(working_days_after, count=3))},
    )


def called_to_village_conference(file: Data, as_of: date) -> Verdicts:
    """Điều 11 khoản 1 điểm c NĐ 59/2023: households are called at least 5 days before."""
    found = _of_year(file, "village_conference", as_of)
    dated = [one for one in found if one.get("held_on")]
    if not dated:
        return {"N59-D10": REVIEW if found else NOT_HERE}
    latest = max(read(one["held_on"]) for one in dated)  # type: ignore[type-var]
    return {"N59-D10": worst(*(_invited_before(5, one, as_of) for one in dated if read(one["held_on"]) == latest))}


OF_COMMUNE: tuple[Duty, ...] = (_dialogue_with_people, dialogues_with_people)
OF_AGENCY: tuple[Duty, ...] = (
    staff_conference,
    partial(review_of_resolution, rule="LDC-D52-K3", kind="staff_conference"),
)
OF_ENTERPRISE: tuple[Duty, ...] = (
    employee_conference,
    partial(review_of_resolution, rule="LDC-D70-K3", kind="employee_conference"),
    _enterprise_dialogue,
    dialogues_at_work,
)
OF_EMPLOYER: tuple[Duty, ...] = (employers_conference, _employers_dialogue, dialogues_at_work)
OF_VILLAGE: tuple[Duty, ...] = (_village_conference, called_to_village_conference)
