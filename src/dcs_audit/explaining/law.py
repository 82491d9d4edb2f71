"""The law's place for a rule: clauses, titles of articles, and how well the wording is known."""

from __future__ import annotations

from collections.abc import Iterable

from dcs_audit.explaining.model import Clause
from dcs_audit.explaining.scene import Scene
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Citation


def clauses(scene: Scene, places: Iterable[Citation]) -> tuple[Clause, ...]:
    """Each place cited, once, with the title of its article where some pack has the inventory of that text."""
    texts, sources = scene.inventory.texts, scene.context.rulebook.sources
    found = []
    for place in dict.fromkeys(places):
        article = texts.get(place.source, {}).get(place.article or 0)
        title = Text(article.title.vi, article.title.en) if article is not None else None
        found.append(Clause(place, title, sources[place.source]))
    return tuple(found)
