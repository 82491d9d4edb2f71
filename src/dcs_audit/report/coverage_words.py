"""How every format of the coverage names leaves of the law and what answers for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dcs_audit.law.accounting import Answer, Standing
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.law.accounting import Account, ArticleAccount
    from dcs_audit.law.basics import Words
    from dcs_audit.law.coverage import Article, Leaf
    from dcs_audit.law.rulebook import Rulebook


def words(text: Words, lang: Lang) -> str:
    """A text of the packs in `lang`."""
    return text.vi if lang == "vi" else text.en


def standing_word(standing: Standing, lang: Lang) -> str:
    """One or two words for a standing."""
    return screen(f"coverage.{standing}", lang)


def article_title(one: ArticleAccount, lang: Lang) -> str:
    """ "Điều 11. Những nội dung …" """
    return screen("coverage.article", lang, number=one.article.article, title=words(one.article.title, lang))


def span(leaves: Sequence[Leaf], article: Article, lang: Lang) -> str:
    """Leaves that follow each other, in short: "khoản 1–2, điểm a–c khoản 3"; "toàn bộ" for the whole article."""
    if len(leaves) == len(article.leaves(leaves[0].source)):
        return screen("coverage.whole", lang)
    told: list[str] = []
    whole: list[str] = []

    def tell_whole() -> None:
        if whole:
            key = "coverage.clause" if len(whole) == 1 else "coverage.clauses"
            told.append(screen(key, lang, clauses=_run(whole)))
            whole.clear()

    for clause, members in groupby(leaves, key=lambda leaf: str(leaf.clause)):
        points = [str(leaf.point) for leaf in members if leaf.point is not None]
        if len(points) == len(article.points.get(clause, ())):
            whole.append(clause)
            continue
        tell_whole()
        key = "coverage.point" if len(points) == 1 else "coverage.points"
        told.append(screen(key, lang, points=_run(points), clause=clause))
    tell_whole()
    return "; ".join(told)


def _run(names: Sequence[str]) -> str:
    """Names that follow each other: "1", "1, 2", "1–4"."""
    return ", ".join(names) if len(names) < 3 else f"{names[0]}–{names[-1]}"


def told(answer: Answer, rulebook: Rulebook, lang: Lang) -> Iterator[tuple[Standing, str]]:
    """What answers for a leaf, by standing: the ids of rules and questions, who owes it, the reasons of notes."""
    if answer.rules:
        yield Standing.ENCODED, ", ".join(answer.rules)
    if answer.attests:
        yield Standing.ATTEST, ", ".join(answer.attests)
    texts = {entry.id: entry.text for pack in rulebook.packs for entry in pack.informational}
    for name in answer.informational:
        yield Standing.INFORMATIONAL, f"{name}: {words(texts[name], lang)}"
    for note in answer.notes:
        yield Standing(note.as_), words(note.reason, lang)


def counts_line(account: Account, source: str | None, lang: Lang) -> str:
    """ "210 kiểm tra, 12 xác nhận, …", standings without a leaf included so that lines can be compared."""
    counts = account.counts(source)
    return ", ".join(f"{counts[standing]} {standing_word(standing, lang)}" for standing in Standing)
