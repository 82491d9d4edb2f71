"""The coverage of the law on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcs_audit.law.accounting import Standing
from dcs_audit.locale.phrases import Lang
from dcs_audit.report.coverage_words import article_title, counts_line, span, standing_word, told, words
from dcs_audit.report.page import STRONG, Page
from dcs_audit.report.words import counted

if TYPE_CHECKING:
    from dcs_audit.law.accounting import Account, Answer, ArticleAccount
    from dcs_audit.law.rulebook import Rulebook

_COLUMNS = 21
"""Columns of what names the leaves; a narrow page puts the answer beneath it."""
_NARROW = 64


def render(account: Account, rulebook: Rulebook, lang: Lang, width: int, colour: bool) -> str:
    """The counts, what nothing accounts for, then every article."""
    page = Page(lang, width, colour)
    page.paragraph((page.word("coverage.title"), STRONG))
    page.labelled(page.word("coverage.packs"), ", ".join(pack.name for pack in rulebook.packs))
    page.blank()
    _counts(page, account, rulebook)
    _unaccounted(page, account, rulebook)
    for source in account.sources:
        page.heading(words(rulebook.sources[source].title, lang))
        for number, one in enumerate(account.of(source)):
            if number:
                page.blank()
            page.paragraph((article_title(one, lang), STRONG))
            for group in one.groups():
                _answer(page, span(group.leaves, one.article, lang), group.answer, rulebook)
    return page.text()


def _counts(page: Page, account: Account, rulebook: Rulebook) -> None:
    for source in account.sources:
        total = counted("leaf", account.counts(source).total(), page.lang)
        page.paragraph((words(rulebook.sources[source].short, page.lang), STRONG), f": {total}")
        page.paragraph(counts_line(account, source, page.lang), indent=4)
    page.blank()
    for standing in Standing:
        label = standing_word(standing, page.lang)
        page.labelled(label, page.word(f"coverage.{standing}.means"), columns=15)


def _unaccounted(page: Page, account: Account, rulebook: Rulebook) -> None:
    if not account.unaccounted:
        page.blank()
        page.paragraph(page.word("coverage.nothing_left"))
        return
    page.heading(page.word("coverage.heading.unaccounted", number=account.unaccounted))
    for source in account.sources:
        left = [one for one in account.of(source) if any(one.groups(Standing.UNACCOUNTED))]
        if left:
            page.paragraph((words(rulebook.sources[source].short, page.lang), STRONG))
        for one in left:
            page.labelled(page.word("cite.article", number=one.article.article), _left(one, page.lang), indent=2)


def _left(one: ArticleAccount, lang: Lang) -> str:
    return "; ".join(span(group.leaves, one.article, lang) for group in one.groups(Standing.UNACCOUNTED))


def _answer(page: Page, where: str, answer: Answer, rulebook: Rulebook) -> None:
    parts = list(told(answer, rulebook, page.lang)) or [(Standing.UNACCOUNTED, "")]
    beneath = page.width < _NARROW or len(where) >= _COLUMNS
    if beneath:
        page.paragraph(where, indent=2)
    for number, (standing, text) in enumerate(parts):
        mark = standing_word(standing, page.lang)
        body = [(mark, STRONG) if standing is Standing.UNACCOUNTED else mark, f": {text}" if text else ""]
        if beneath:
            page.paragraph(*body, indent=4)
        else:
            page.labelled("" if number else where, *body, indent=2, columns=_COLUMNS)
