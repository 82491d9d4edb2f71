"""The words that stand for slugs in the cells of a workbook of records, in both languages, and how to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import get_args
from unicodedata import normalize

from dcs_audit.locale import record_words
from dcs_audit.locale.languages import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.records.period import Period
from dcs_audit.records.slugs import AgendaPoint

UNKNOWN: dict[Lang, str] = {"vi": "chưa rõ", "en": "unknown"}
NOTHING: dict[Lang, str] = {"vi": "không có", "en": "none at all"}
ALL: dict[Lang, str] = {"vi": "tất cả", "en": "all"}
TRUTHS: dict[bool, dict[Lang, str]] = {True: {"vi": "có", "en": "yes"}, False: {"vi": "không", "en": "no"}}

_SPELLINGS = {
    True: frozenset({"có", "co", "x", "✓", "true", "yes", "y", "đúng", "1"}),
    False: frozenset({"không", "khong", "ko", "false", "no", "n", "sai", "0"}),
}
"""How people write yes and no, folded."""

_OWN: dict[tuple[str, str], tuple[str, str]] = {
    ("channel", "other"): ("kênh khác", "another channel"),
    ("channels", "other"): ("kênh khác", "another channel"),
    ("channel", "village_notice_board"): (
        "nhà văn hóa, điểm sinh hoạt cộng đồng ở thôn, tổ dân phố",
        "notice boards of the villages",
    ),
    ("chaired_by", "village_head"): ("Trưởng thôn, Tổ trưởng tổ dân phố", "village head"),
    ("proposed_by", "village_head"): ("Trưởng thôn, Tổ trưởng tổ dân phố", "village head"),
    ("proposed_by", "commune"): ("Ủy ban nhân dân cấp xã", "commune"),
    ("signed_by", "village_head"): ("Trưởng thôn, Tổ trưởng tổ dân phố", "village head"),
    ("kind", "village_head"): ("Trưởng thôn, Tổ trưởng tổ dân phố", "village head"),
    ("chaired_by", "head"): ("người đứng đầu", "head"),
    ("role", "head"): ("trưởng ban", "head"),
    ("role", "deputy"): ("phó trưởng ban", "deputy"),
}
"""Where a word needs another label in one field than elsewhere."""
_LETTERS: tuple[str, ...] = get_args(AgendaPoint)
_QUARTERS = ("I", "II", "III", "IV")


def folded(text: str) -> str:
    """`text` as words are compared: NFC, small letters, single blanks."""
    return " ".join(normalize("NFC", text).casefold().split())


def label(field: str, slug: str, lang: Lang) -> str:
    """What a cell of `field` (the last step of its path) shows for a slug; the slug itself where there is no word."""
    own = _OWN.get((field, slug))
    if own is not None:
        return own[0 if lang == "vi" else 1]
    if field in ("type", "subtype"):
        return screen(f"{field}.{slug}", lang)
    if field in ("agenda", "procedure", "contents"):
        return "đ" if slug == "dd" else slug
    return record_words.value(slug, lang) or slug


@cache
def labels(field: str, slugs: tuple[str, ...], lang: Lang) -> Mapping[str, str]:
    """The label of each slug, the slug added where two share one."""
    plain = {slug: label(field, slug, lang) for slug in slugs}
    seen: dict[str, int] = {}
    for shown in plain.values():
        seen[folded(shown)] = seen.get(folded(shown), 0) + 1
    return {slug: shown if seen[folded(shown)] == 1 else f"{shown} [{slug}]" for slug, shown in plain.items()}


@cache
def slugs_of(field: str, slugs: tuple[str, ...]) -> Mapping[str, str]:
    """The slug for each folded text that means it: itself, or its label in either language unless two share that."""
    found: dict[str, str | None] = {}
    for lang in ("vi", "en"):
        for slug, shown in labels(field, slugs, lang).items():
            known = found.setdefault(folded(shown), slug)
            if known != slug:
                found[folded(shown)] = None
    if slugs == _LETTERS:
        found |= {f"điểm {folded(label(field, slug, 'vi'))}": slug for slug in slugs}
    return {text: slug for text, slug in found.items() if slug is not None} | {folded(slug): slug for slug in slugs}


def means(text: str, words: Iterable[Mapping[Lang, str]]) -> bool:
    """Whether `text` is one of these words in either language."""
    return folded(text) in {shown for word in words for shown in word.values()}


def truth_of(text: str) -> bool | None:
    """Whether `text` says yes or no, in any of the ways in which people write it; None for all else."""
    return next((truth for truth, spellings in _SPELLINGS.items() if folded(text) in spellings), None)


def period_label(period: Period, lang: Lang) -> str:
    """A period in words: `Quý I/2026`, `6 tháng đầu năm 2026`; in English as unit files write it."""
    if lang == "en":
        return period.label
    year, part = f"{period.year:04d}", period.part
    if not part:
        return f"Năm {year}"
    number = int(part[1:])
    if part[0] == "H":
        return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
    return f"Quý {_QUARTERS[number - 1]}/{year}" if part[0] == "Q" else f"Tháng {number}/{year}"


@cache
def periods_of(year: int) -> Mapping[str, str]:
    """The code of each period of a year by its folded words."""
    parts = ["", "H1", "H2", *(f"Q{n}" for n in range(1, 5)), *(f"M{n:02d}" for n in range(1, 13))]
    found = {}
    for part in parts:
        period = Period(year, part)
        found[folded(period_label(period, "vi"))] = found[folded(period.label)] = period.label
        if part[:1] == "Q":
            found[f"quý {part[1]}/{year:04d}"] = period.label
        if part[:1] == "M":
            found[f"tháng {part[1:]}/{year:04d}"] = period.label
    return found
