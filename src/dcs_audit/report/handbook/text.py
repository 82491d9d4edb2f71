"""The sections of a rule's page on a screen: what `rules show` tells below the rule itself."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from dcs_audit.report.handbook.pages import Card, Fact, Section
from dcs_audit.report.page import STRONG, Page

_WIDEST_LABEL = 24
_INDENT = 2


def write(page: Page, sections: Sequence[Section]) -> None:
    """Every section under its title, its labels in one column."""
    for section in sections:
        page.blank()
        page.paragraph((section.title, STRONG))
        _facts(page, section.facts, _INDENT)
        for card in section.cards:
            _card(page, card)
        for line in section.lines:
            page.bullet(line)


def _card(page: Page, card: Card) -> None:
    marks = "".join(f" · {badge.text}" for badge in card.badges)
    page.bullet((card.title, STRONG), marks)
    _facts(page, card.facts, 2 * _INDENT)


def _facts(page: Page, facts: Sequence[Fact], indent: int) -> None:
    columns = min(max((cell_len(fact.label) for fact in facts), default=0), _WIDEST_LABEL) + 2
    for fact in facts:
        for number, line in enumerate(fact.lines):
            page.labelled("" if number else fact.label, line, indent=indent, columns=columns)
