"""The coverage of the law as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dcs_audit.law.accounting import Standing
from dcs_audit.locale.phrases import Text
from dcs_audit.report.words import article_first
from dcs_audit.verdicts.model import Citation

if TYPE_CHECKING:
    from dcs_audit.law.accounting import Account, Answer, ArticleAccount
    from dcs_audit.law.coverage import Leaf
    from dcs_audit.law.rulebook import Rulebook

SCHEMA = "dcs-audit/coverage@1"


def render(account: Account, rulebook: Rulebook) -> str:
    """The counts by source, the labels of what nothing accounts for, and every leaf with what answers for it."""
    data = {
        "schema": SCHEMA,
        "packs": [pack.name for pack in rulebook.packs],
        "digest": rulebook.digest,
        "summary": [_counts(account, source) for source in account.sources],
        "unaccounted": [
            _label(leaf, rulebook)
            for one in account.articles
            for leaf, answer in one.answers
            if answer.standing is Standing.UNACCOUNTED
        ],
        "articles": [_article(one, rulebook) for one in account.articles],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _counts(account: Account, source: str) -> dict[str, Any]:
    counts = account.counts(source)
    by_standing = {str(standing): counts[standing] for standing in Standing}
    return {"source": source, "leaves": counts.total(), "counts": by_standing}


def _article(one: ArticleAccount, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "source": one.source,
        "article": one.article.article,
        "title": one.article.title.model_dump(),
        "leaves": [_leaf(leaf, answer, rulebook) for leaf, answer in one.answers],
    }


def _leaf(leaf: Leaf, answer: Answer, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "clause": leaf.clause,
        "point": leaf.point,
        "label": _label(leaf, rulebook),
        "standing": str(answer.standing),
        "rules": list(answer.rules),
        "attests": list(answer.attests),
        "informational": list(answer.informational),
        "notes": [{"as": note.as_, "reason": note.reason.model_dump()} for note in answer.notes],
    }


def _label(leaf: Leaf, rulebook: Rulebook) -> str:
    short = rulebook.sources[leaf.source].short
    return article_first(Citation(leaf.source, Text(short.vi, short.en), leaf.article, leaf.clause, leaf.point))
