"""Headings, explanations and hints of a workbook."""

from __future__ import annotations

from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.workbook_plan import Page
from dcs_audit.locale import record_words
from dcs_audit.locale.languages import Lang
from dcs_audit.locale.screen import SCREEN, screen
from dcs_audit.locale.workbook_words import label
from dcs_audit.records.xlsx_layout import FACTS, Column, Sheet

_MOST_RULES = 4


def sheet_name(key: str, lang: Lang) -> str:
    """What a sheet is called."""
    own = f"book.sheet.{key}"
    return screen(own, lang) if own in SCREEN else key[-31:]


def heading(sheet: Sheet, column: Column, lang: Lang) -> str:
    """The heading of a column, or what a row of the facts is called."""
    told = _heading(sheet, column, lang)
    return told[:1].upper() + told[1:]


def _heading(sheet: Sheet, column: Column, lang: Lang) -> str:
    word = column.path[0].partition("@")[2]
    if word.isdecimal():
        what = _plain(sheet, column.path[1:], lang)
        return screen("book.numbered", lang, what=what, number=word)
    if word:
        what = _plain(sheet, column.path[1:], lang)
        return screen("book.channel", lang, channel=label("channel", word, lang), what=what)
    return _plain(sheet, column.path, lang)


def _plain(sheet: Sheet, path: tuple[str, ...], lang: Lang) -> str:
    key = ".".join(path)
    own = (f"book.field.{sheet.path[-1]}.{key}" if sheet.path else "", f"book.field.{key}")
    for name in own:
        if name in SCREEN:
            return screen(name, lang)
    if sheet.key == FACTS:
        return record_words.fact(path[-1], lang)
    if path[-1] == "number" and len(path) > 1:
        return screen("book.number", lang, what=record_words.field(path[0], lang) or path[0])
    return record_words.field(key, lang) or key


def intro(page: Page, names: dict[str, str], lang: Lang) -> str:
    """What stands above a table: what it is for, and what the law asks of all its rows."""
    sheet = page.sheet
    key = f"book.intro.{sheet.key}"
    if key not in SCREEN:
        key = "book.intro.else" if sheet.parent is None else "book.intro.below"
    below = next((f"{sheet.key}.{steps[-1]}" for steps in sheet.lists), "")
    told = screen(key, lang, more=names.get(below, ""), main=names.get(".".join(sheet.parent or ()), ""))
    if page.remarks:
        told += " " + screen("book.intro.all", lang, duties="; ".join(page.remarks))
    return told


def concerns(column: Column, briefing: Briefing, rules: tuple[str, ...]) -> str:
    """How a fact is filled in, and which duties hang on it."""
    lang = briefing.lang
    name = ".".join(column.path)
    if column.none_differs:
        how = screen("book.how.list", lang, sheet=sheet_name(name, lang))
    else:
        key = f"book.how.{column.kind}"
        how = screen(key if key in SCREEN else "book.how.text", lang)
    if not rules:
        return how
    named = ", ".join(rules[:_MOST_RULES])
    if len(rules) > _MOST_RULES:
        named = screen("book.hangs.more", lang, rules=named, number=len(rules) - _MOST_RULES)
    return screen("book.hangs", lang, how=how, rules=named)
