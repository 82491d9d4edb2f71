"""Rules for people to read: the list, and one rule in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dcs_audit.locale.phrases import Lang, day
from dcs_audit.report.page import STRONG, Page
from dcs_audit.report.words import citations, counted

if TYPE_CHECKING:
    from dcs_audit.law.basics import Cite, Words
    from dcs_audit.law.model import Rule
    from dcs_audit.law.rulebook import Rulebook


def render_list(rules: Sequence[Rule], rulebook: Rulebook, lang: Lang, width: int, colour: bool) -> str:
    """The rules by group, each with its id, title, severity and clause."""
    page = Page(lang, width, colour)
    titles = {group.id: page.say(group.title) for group in rulebook.groups}
    order = list(titles)
    in_groups = sorted(rules, key=lambda rule: order.index(rule.group))  # stable: the law's order within a group
    for group, members in groupby(in_groups, key=lambda rule: rule.group):
        page.heading(f"{titles[group]} · {group}")
        for rule in members:
            page.paragraph((rule.id, STRONG), f" {_words(rule.title, lang)}")
            facts = [page.word(f"severity.{rule.severity}"), _cited(rule.basis, rulebook, lang)]
            page.paragraph(" · ".join([*facts, *_unverified(rule.verified, page)]), indent=4)
    page.blank()
    page.paragraph(counted("rule", len(rules), lang))
    return page.text()


def render_rule(versions: Sequence[Rule], rulebook: Rulebook, lang: Lang, width: int, colour: bool) -> str:
    """One rule, with all by which it is judged; each of its versions where the law changed, the oldest first."""
    # Imported here: the list does without the handbook.
    from dcs_audit.report.handbook.duty import judging
    from dcs_audit.report.handbook.speech import Speech
    from dcs_audit.report.handbook.text import write

    page = Page(lang, width, colour)
    for number, rule in enumerate(sorted(versions, key=lambda rule: rule.in_force.from_)):
        if number:
            page.blank()
        _rule(page, rule, rulebook)
        write(page, judging(Speech(rulebook, lang), rule))
    return page.text()


def _rule(page: Page, rule: Rule, rulebook: Rulebook) -> None:
    lang = page.lang
    groups = {group.id: page.say(group.title) for group in rulebook.groups}
    page.paragraph((_words(rule.title, lang), STRONG))
    note = [_words(rule.note, lang)] if rule.note else []
    fields = (
        ("label.rule", rule.id),
        ("label.group", f"{groups[rule.group]} ({rule.group})"),
        ("label.severity", page.word(f"severity.{rule.severity}")),
        ("label.basis", _cited(rule.basis, rulebook, lang)),
        ("label.applies_to", "; ".join(page.word(f"type.{kind}") for kind in rule.applies_to)),
        ("label.in_force", _in_force(page, rule)),
        ("label.every", ", ".join(page.word(f"every.{part}") for part in _parts(rule))),
        ("label.demand", _words(rule.message, lang)),
        ("label.remedy", _words(rule.remedy, lang)),
        ("label.note", "; ".join([*_unverified(rule.verified, page), *note])),
    )
    for key, text in fields:
        if text:
            page.labelled(page.word(key), text)


def _in_force(page: Page, rule: Rule) -> str:
    start, end = rule.in_force.from_, rule.in_force.to
    if end is None:
        return page.word("in_force.from", start=day(start))
    return page.word("in_force.span", start=day(start), end=day(end))


def _parts(rule: Rule) -> tuple[str, ...]:
    """How often the duty arises, or in which parts of the year."""
    return (rule.every,) if isinstance(rule.every, str) else rule.every


def _unverified(verified: bool, page: Page) -> list[str]:
    return [] if verified else [page.word("unverified")]


def _cited(basis: Iterable[Cite], rulebook: Rulebook, lang: Lang) -> str:
    return citations((rulebook.cite(cite) for cite in basis), lang)


def _words(words: Words, lang: Lang) -> str:
    return words.vi if lang == "vi" else words.en
