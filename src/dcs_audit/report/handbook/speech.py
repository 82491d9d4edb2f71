"""The language of a handbook: its words, citations, dates, keys and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from dcs_audit.law.basics import Cite, SeverityName, Words
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale import record_words
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import SCREEN, screen
from dcs_audit.report.handbook.pages import Badge, Fact
from dcs_audit.report.numbers import over_time
from dcs_audit.report.words import citations, plain


class Speech:
    """Puts the parts of the rule language into words of one language."""

    def __init__(self, rulebook: Rulebook, lang: Lang) -> None:
        self.book, self.lang = rulebook, lang

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence of the catalogue."""
        return screen(f"doc.{key}", self.lang, **blanks)

    def screen(self, key: str, **blanks: object) -> str:
        """A word that other screens use too."""
        return screen(key, self.lang, **blanks)

    def text(self, words: Words) -> str:
        """A sentence of the pack."""
        return plain(words.vi if self.lang == "vi" else words.en)

    def cited(self, basis: Iterable[Cite]) -> str:
        """Citations, smallest first."""
        return citations((self.book.cite(cite) for cite in basis), self.lang)

    def fact(self, label: str, *lines: str) -> list[Fact]:
        """A labelled fact; nothing where there is nothing to say."""
        said = tuple(line for line in lines if line)
        return [Fact(self.say(f"label.{label}"), said)] if said else []

    def severity(self, severity: SeverityName) -> Badge:
        """The mark of a severity."""
        return Badge(self.screen("weight", severity=self.screen(f"severity.{severity}")), severity)

    def unverified(self, verified: bool) -> tuple[Badge, ...]:
        """The mark of a text that was not compared with the official wording."""
        return () if verified else (Badge(self.screen("unverified"), "warn"),)

    def key(self, path: str) -> str:
        """An attribute in words, with its key as unit files write it."""
        named = record_words.field(path, self.lang)
        return f"`{path}`" if named is None else f"{named} (`{path}`)"

    def unit_fact(self, name: str) -> str:
        """A fact of the unit in words, with its key."""
        from dcs_audit.law.facts import FACTS

        named = record_words.fact(name, self.lang)
        return f"{named} (`{FACTS.get(name, name)}`)"

    def value(self, slug: str) -> str:
        """A value in words, with the slug."""
        named = record_words.value(slug, self.lang)
        return f"`{slug}`" if named is None else f"{named} (`{slug}`)"

    def values(self, slugs: Sequence[str], between: str = "or") -> str:
        """Values one after another, the last one after "or" or "and"."""
        told = [self.value(slug) for slug in slugs]
        return self.joined(told, between)

    def joined(self, told: Sequence[str], between: str) -> str:
        """Words one after another, the last one after "or" or "and"."""
        if len(told) < 2:
            return "".join(told)
        return f"{', '.join(told[:-1])} {self.say(between)} {told[-1]}"

    def where(self, where: Mapping[str, Sequence[str]]) -> str:
        """The filter of a selector."""
        return "; ".join(self.say("q.is", of=self.key(path), values=self.values(of)) for path, of in where.items())

    def number(self, parameter: str) -> str:
        """A dated number in all its times."""
        return over_time(self.book.parameters[parameter], self.lang)

    def rest(self, model: BaseModel, phrased: Iterable[str]) -> list[str]:
        """What nobody has found words for yet, as `key: value`, so that no word of the language vanishes."""
        known = frozenset(phrased)
        data = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        keys = {field.alias or name for name, field in type(model).model_fields.items() if name not in known}
        return [self.say("rest", word=key, value=self._written(data[key])) for key in data if key in keys]

    def _written(self, value: Any) -> str:
        if isinstance(value, dict) and {*value} == {"vi", "en"}:
            return plain(str(value[self.lang]))
        if isinstance(value, dict):
            return "; ".join(f"`{key}`: {self._written(inner)}" for key, inner in value.items())
        if isinstance(value, list):
            return ", ".join(self._written(inner) for inner in value)
        return f"`{plain(str(value))}`"

    def optional(self, key: str, **blanks: object) -> str | None:
        """A sentence of the catalogue, where there is one."""
        return self.say(key, **blanks) if f"doc.{key}" in SCREEN else None
