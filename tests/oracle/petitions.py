"""Kiến nghị của Ban Thanh tra nhân dân (Điều 40, 63, 81) và tiếp công dân (Luật Tiếp công dân Điều 15)."""

from __future__ import annotations

from datetime import date
from functools import partial

from .boards import where_there_is_a_board
from .days import days_after, period, read
from .verdict import DEFECTIVE, MISSING, NOT_HERE, PASSED, PENDING, REVIEW, Data, Duty, Verdicts, done, section


def recommendations_answered(file: Data, as_of: date, rule: str) -> Verdicts:
    """Điều 40 khoản 1 điểm c, 63 khoản 1 điểm c, 81 khoản 1 điểm d: each is answered within 15 days of receipt."""
    verdicts = {}
    for petition in section(file, "petitions", kind="board_recommendation"):
        received = read(petition.get("received_on"))
        if received is None:
            verdicts[f"{rule}#{petition['id']}"] = REVIEW
        elif received.year == file["year"] and received <= as_of:
            answered = read(petition.get("answered_on"))
            verdicts[f"{rule}#{petition['id']}"] = done(answered, days_after(received, 15), as_of)
    return verdicts or {rule: NOT_HERE}


def citizens_received(file: Data, as_of: date) -> Verdicts:
    """Luật Tiếp công dân Điều 15 khoản 2: the chairman receives citizens weekly; from July 2026 twice a month."""
    verdicts = {}
    for month in range(1, 13):
        span = f"{file['year']}-M{month:02}"
        least = 2 if (file["year"], month) >= (2026, 7) else 4
        mine = [one for one in section(file, "activities", kind="citizen_reception") if _in(one, span, as_of)]
        times = sum(one.get("count", 1) for one in mine if one.get("by") == "chairman")
        by_someone = any(one.get("by") is None for one in mine)
        if times >= least:
            status = PASSED
        elif as_of <= period(span)[1]:
            status = PENDING
        elif by_someone:
            status = REVIEW
        else:
            status = DEFECTIVE if any(one.get("by") == "chairman" for one in mine) else MISSING
        verdicts[f"LTCD-D15-K2@{span}"] = status
    return verdicts


def _in(activity: Data, span: str, as_of: date) -> bool:
    day = read(activity.get("held_on"))
    if day is not None and day > as_of:
        return False
    if activity.get("period") is not None:
        return bool(activity["period"] == span and period(span)[0] <= as_of)
    return day is not None and period(span)[0] <= day <= period(span)[1]


OF_COMMUNE: tuple[Duty, ...] = (partial(recommendations_answered, rule="LDC-D40-K1C"), citizens_received)
OF_AGENCY: tuple[Duty, ...] = (partial(where_there_is_a_board, partial(recommendations_answered, rule="LDC-D63-K1C")),)
OF_ENTERPRISE: tuple[Duty, ...] = (
    partial(where_there_is_a_board, partial(recommendations_answered, rule="LDC-D81-K1D")),
)
