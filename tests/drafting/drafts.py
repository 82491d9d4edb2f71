"""Drafts of every type, and what an official does with them: taking up templates."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from dcs_audit.drafting.draft import draft
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.wanted import want
from dcs_audit.law.rulebook import NATIONAL, Rulebook, known_packs, load_rulebook
from dcs_audit.locale.languages import Lang
from dcs_audit.records.slugs import UNIT_TYPES

LOCAL = tuple(pack for pack in known_packs() if pack != NATIONAL)
EVERY = [(kind, packs) for kind in UNIT_TYPES for packs in ((), *((pack,) for pack in LOCAL))]
_TEMPLATE = re.compile(r"( *)# (.*)")


@cache
def book(packs: tuple[str, ...] = ()) -> Rulebook:
    return load_rulebook(packs)


def year_of(packs: tuple[str, ...]) -> int:
    """A year in which the packs ask for something."""
    return 2025 if packs and packs[0] in ("dong-trieu-2025", "vinh-linh-2025", "my-hao-2024") else 2026


@cache
def drafted(kind: str, packs: tuple[str, ...] = (), lang: Lang = "vi") -> str:
    return draft(Request(book(packs), want(book(packs), kind, year_of(packs)), lang, packs=packs))


def templates(text: str) -> list[range]:
    """The lines of each template, by their numbers from 0."""
    lines = text.splitlines()
    runs = groupby(range(len(lines)), key=lambda number: _TEMPLATE.fullmatch(lines[number]) is not None)
    return [range(found[0], found[-1] + 1) for is_template, run in runs if is_template and (found := list(run))]


def taken_up(text: str, *blocks: range) -> bytes:
    """The file with these templates taken up; explanations and the others, which are comments, left out."""
    chosen = {number for block in blocks for number in block}
    kept = []
    for number, line in enumerate(text.splitlines()):
        if number in chosen:
            line = _TEMPLATE.sub(r"\1\2", line)
        if not line.lstrip().startswith("#"):
            kept.append(line)
    return "\n".join(kept).encode()
