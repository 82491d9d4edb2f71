"""The coverage of the law as a document for a legal officer's desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dcs_audit.law.accounting import Standing
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.coverage_words import article_title, span, standing_word, told, words
from dcs_audit.report.words import plain

if TYPE_CHECKING:
    from dcs_audit.law.accounting import Account, ArticleAccount
    from dcs_audit.law.rulebook import Rulebook

_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def render(account: Account, rulebook: Rulebook, lang: Lang) -> str:
    """The counts, what nothing accounts for, every article, and the titles of the rules named."""
    lines = [f"# {screen('coverage.title', lang)}", ""]
    packs = ", ".join(f"{words(pack.file.title, lang)} ({pack.name})" for pack in rulebook.packs)
    lines += [f"{screen('coverage.packs', lang)}: {_safe(packs)}", ""]
    lines += [*_counts(account, rulebook, lang), "", *_unaccounted(account, rulebook, lang)]
    for source in account.sources:
        lines += ["", f"## {_safe(words(rulebook.sources[source].title, lang))}"]
        for one in account.of(source):
            lines += ["", f"### {_safe(article_title(one, lang))}", "", *_article(one, rulebook, lang)]
    lines += _entries(account, rulebook, lang)
    return "\n".join(lines) + "\n"


def _counts(account: Account, rulebook: Rulebook, lang: Lang) -> Iterator[str]:
    heads = [screen("coverage.texts", lang), screen("coverage.leaves", lang)]
    yield _row([*heads, *(standing_word(standing, lang) for standing in Standing)])
    yield _row(["---", *["---:"] * (1 + len(Standing))])
    rows: list[tuple[str, str | None]] = [(words(rulebook.sources[s].short, lang), s) for s in account.sources]
    if len(rows) > 1:
        rows.append((screen("coverage.all_texts", lang), None))
    for title, source in rows:
        counts = account.counts(source)
        yield _row([_safe(title), str(counts.total()), *(str(counts[standing]) for standing in Standing)])
    yield ""
    for standing in Standing:
        yield f"- **{standing_word(standing, lang)}**: {screen(f'coverage.{standing}.means', lang)}"


def _unaccounted(account: Account, rulebook: Rulebook, lang: Lang) -> Iterator[str]:
    if not account.unaccounted:
        yield screen("coverage.nothing_left", lang)
        return
    yield f"## {screen('coverage.heading.unaccounted', lang, number=account.unaccounted)}"
    yield ""
    for one in account.articles:
        left = "; ".join(span(group.leaves, one.article, lang) for group in one.groups(Standing.UNACCOUNTED))
        if left:
            article = screen("cite.article", lang, number=one.article.article)
            yield f"- {_safe(words(rulebook.sources[one.source].short, lang))}, {article}: {left}"


def _article(one: ArticleAccount, rulebook: Rulebook, lang: Lang) -> Iterator[str]:
    yield _row([screen(f"coverage.column.{name}", lang) for name in ("where", "standing", "answer")])
    yield _row(["---"] * 3)
    for group in one.groups():
        where = span(group.leaves, one.article, lang)
        for standing, text in list(told(group.answer, rulebook, lang)) or [(Standing.UNACCOUNTED, "")]:
            mark = standing_word(standing, lang)
            yield _row([where, f"**{mark}**" if standing is Standing.UNACCOUNTED else mark, _safe(text)])
            where = ""


def _entries(account: Account, rulebook: Rulebook, lang: Lang) -> Iterator[str]:
    """The ids that the tables name, with their titles."""
    answers = [answer for one in account.articles for _, answer in one.answers]
    named = {name for answer in answers for name in (*answer.rules, *answer.attests, *answer.informational)}
    if not named:
        return
    yield from ("", f"## {screen('coverage.heading.entries', lang)}", "")
    yield _row([screen(f"coverage.column.{name}", lang) for name in ("id", "title")])
    yield _row(["---"] * 2)
    titles = {rule.id: rule.title for rule in rulebook.rules}
    titles |= {entry.id: entry.title for pack in rulebook.packs for entry in pack.informational}
    yield from (_row([_safe(name), _safe(words(title, lang))]) for name, title in titles.items() if name in named)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _safe(text: str) -> str:
    """`text` as Markdown shows it literally."""
    return plain(text).translate(_SPECIAL)
