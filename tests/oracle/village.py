"""Cộng đồng dân cư bàn và quyết định: Điều 15–21; NĐ 59/2023 Điều 3."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from .days import read, working_days_after
from .verdict import NOT_HERE, PASSED, REVIEW, Data, Duty, Verdicts, done, holds, section


def _decided(file: Data, as_of: date) -> list[Data]:
    """What was decided in the audited year by the day of the audit, and what nobody dated."""
    days = ((one, read(one.get("held_on"))) for one in section(file, "decisions"))
    return [one for one, day in days if day is None or (day.year == file["year"] and day <= as_of)]


def _each(rule: str, file: Data, as_of: date, judge: Callable[[Data], str | None]) -> Verdicts:
    """Each decision by itself; `judge` gives None for one that the clause does not speak of."""
    found = {f"{rule}#{one['id']}": judge(one) for one in _decided(file, as_of)}
    return {duty: status for duty, status in found.items() if status is not None} or {rule: NOT_HERE}


def carried(file: Data, as_of: date) -> Verdicts:
    """Điều 21 khoản 1: two thirds of all households for khoản 1 and 2 of Điều 15, more than half for the others."""

    def judge(one: Data) -> str:
        households, in_favour = one.get("households", file["unit"].get("households")), one.get("in_favour")
        if one.get("held_on") is None or households is None or in_favour is None or in_favour > households:
            return REVIEW
        if one["item"] in ("dong-gop-ha-tang", "thu-chi-dong-gop"):
            return holds(in_favour * 3 >= households * 2)
        return holds(in_favour * 2 > households)

    return _each("LDC-D21-K1", file, as_of, judge)


def online_only_for_self_rule(file: Data, as_of: date) -> Verdicts:
    """Điều 17 khoản 2: votes online are for khoản 6 of Điều 15 alone."""

    def judge(one: Data) -> str:
        form = one.get("form")
        if one.get("held_on") is None:
            return REVIEW
        if one["item"] == "tu-quan":
            return PASSED
        return holds(None if form is None else form != "online")

    return _each("LDC-D17-K2", file, as_of, judge)


def told_before_the_meeting(file: Data, as_of: date) -> Verdicts:
    """NĐ 59 Điều 3 khoản 3: a meeting is made known at least 2 days before."""

    def judge(one: Data) -> str | None:
        if one.get("form") not in ("meeting", None):
            return None
        held = read(one.get("held_on"))
        if held is None or one.get("form") is None:
            return REVIEW
        return done(read(one.get("notice_on")), held - timedelta(days=2), as_of)

    return _each("N59-D3-K3", file, as_of, judge)


def sent_to_the_commune(file: Data, as_of: date) -> Verdicts:
    """Điều 20 khoản 3: sent within 5 working days of the vote."""

    def judge(one: Data) -> str:
        held = read(one.get("held_on"))
        return REVIEW if held is None else done(read(one.get("sent_on")), working_days_after(held, 5), as_of)

    return _each("LDC-D20-K3", file, as_of, judge)


OF_VILLAGE: tuple[Duty, ...] = (carried, online_only_for_self_rule, told_before_the_meeting, sent_to_the_commune)
