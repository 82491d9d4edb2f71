"""Dated numbers of the law in words."""

from __future__ import annotations

from dcs_audit.law.basics import Parameter
from dcs_audit.locale.phrases import Lang, day
from dcs_audit.locale.screen import SCREEN, screen


def amount(unit: str, value: int, lang: Lang) -> str:
    """A number and what it counts, as legal texts write it: "05 ngày làm việc", "2 lần"."""
    key = f"amount.{unit}"
    number = f"{value:02d}" if lang == "vi" and unit in ("days", "working_days", "months", "years") else str(value)
    if key not in SCREEN:
        return f"{number} {unit}"
    one = f"{key}.one"
    return screen(one if value == 1 and one in SCREEN else key, lang, number=number)


def over_time(parameter: Parameter, lang: Lang) -> str:
    """The number in each of its times: "4 lần; từ 01/07/2026: 2 lần"."""
    told: list[str] = []
    last: int | None = None
    for dated in parameter.values:
        if dated.value != last:
            number = amount(parameter.unit, dated.value, lang)
            told.append(screen("amount.then", lang, day=day(dated.from_), what=number) if told else number)
        last = dated.value
    return "; ".join(told)
