"""What was probably meant by something that cannot be read. It is only ever asked back about, never taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from dcs_audit.records.nearest import fold, nearest

_MOST_NAMED = 4
"""More words than these that one name stands for are no help."""
_LONGEST = 80

_DAY_FIRST = re.compile(r"(?:ngay )?([0-9]{1,2})(?: thang |[./ ])([0-9]{1,2})(?: nam |[./ ])([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./ ]([0-9]{1,2})[./ ]([0-9]{1,2})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+")
_COUNTED = re.compile(r"0*([0-9]+)(?: ?(?:ho|nguoi|can bo|phieu|dai bieu|lan|nam|%)\b.*)?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIODS = (
    (re.compile(r"(?:quy|q) ?([1-4]|iv|i{1,3})[ /,.-]*(?:nam )?([0-9]{4})"), "{year}-Q{number}"),
    (re.compile(r"(?:thang|m|t) ?(1[0-2]|0?[1-9])[ /,.-]*(?:nam )?([0-9]{4})"), "{year}-M{number:02d}"),
    (re.compile(r"(1[0-2]|0?[1-9])/([0-9]{4})"), "{year}-M{number:02d}"),
)
_YEAR_FIRST_PERIOD = re.compile(r"([0-9]{4})[ /]?(?:(m|t|thang )(?=0?[1-9]$|1[0-2]$)|(?:q|quy )(?=[1-4]$))([0-9]{1,2})")
_HALVES = (
    (re.compile(r"([0-9]{4}) ?(?:h|ky )1"), "{year}-H1"),
    (re.compile(r"([0-9]{4}) ?(?:h|ky )2"), "{year}-H2"),
    (re.compile(r"0?6 thang dau nam[ /-]*([0-9]{4})"), "{year}-H1"),
    (re.compile(r"0?6 thang cuoi nam[ /-]*([0-9]{4})"), "{year}-H2"),
    (re.compile(r"(?:ca )?nam[ /-]*([0-9]{4})"), "{year}"),
)


def hints(code: str, args: Mapping[str, str], word: str, known: Collection[str]) -> dict[str, str]:
    """What to say after the message of a problem: `meant` or `any_of` for a known name, `near` for a likely one."""
    value = args.get("value", "")
    if code in _OF_VALUE:
        found = _OF_VALUE[code](value) if len(value) <= _LONGEST else None
        return {"near": found} if found is not None else {}
    if not known or args.keys() & {"level", "inside"}:
        return {}
    from dcs_audit.locale.aliases import KEYS, VALUES, close, meanings

    table = KEYS if code in ("unknown_key", "not_mapping") else VALUES
    meant = [name for name in meanings(word, table) if name in known]
    if len(meant) == 1:
        return {"meant": meant[0]}
    if 1 < len(meant) <= _MOST_NAMED:
        return {"any_of": ", ".join(meant)}
    near = close(word, table, known) or nearest(word, known)
    return {"near": near} if near is not None else {}


def _bare(typed: str) -> str:
    return " ".join(fold(typed).replace("-", " ").split())


def day_meant(typed: str) -> str | None:
    """A day written in another way (8.4.2026, ngày 8 tháng 4 năm 2026), as it should be; the day comes first."""
    bare = _bare(typed)
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(bare):
        day, month, year = map(int, found.groups())
    else:
        return None
    year = year + 2000 if year < 100 else year
    try:
        return f"{date(year, month, day):%d/%m/%Y}" if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def number_meant(typed: str) -> str | None:
    """A number with points, a unit or a leading zero (1.200, 45 hộ, 012), in plain digits."""
    bare = _bare(typed)
    if _GROUPED.fullmatch(typed.strip()):
        return re.sub("[^0-9]", "", typed)
    found = _COUNTED.fullmatch(bare)
    return found[1] if found and found[1] != typed.strip() else None


def period_meant(typed: str) -> str | None:
    """A period in words (quý I/2026, 6 tháng đầu năm 2026, tháng 3/2026), as the contract writes it."""
    bare = _bare(typed)
    for pattern, shape in _PERIODS:
        if found := pattern.fullmatch(bare):
            number = _ROMAN.get(found[1]) or int(found[1])
            return shape.format(number=number, year=found[2])
    if found := _YEAR_FIRST_PERIOD.fullmatch(bare):
        number = int(found[3])
        return f"{found[1]}-M{number:02d}" if found[2] in ("m", "t", "thang ") else f"{found[1]}-Q{number}"
    for pattern, shape in _HALVES:
        if found := pattern.fullmatch(bare):
            return shape.format(year=found[1])
    return None


_OF_VALUE = {"not_date": day_meant, "not_whole_number": number_meant, "not_period": period_meant}
