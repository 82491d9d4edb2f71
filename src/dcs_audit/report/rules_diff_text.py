"""Changes between two days, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.record_words import field
from dcs_audit.locale.screen import SCREEN
from dcs_audit.report.page import STRONG, Page
from dcs_audit.report.words import citations

if TYPE_CHECKING:
    from dcs_audit.law.basics import Cite, Words
    from dcs_audit.law.changes import Changed, Changes, NumberChange, OfType, Opening, Turn, Word
    from dcs_audit.law.model import Rule
    from dcs_audit.law.rulebook import Rulebook


def render(changes: Changes, rulebook: Rulebook, unit_type: str | None, lang: Lang, width: int, colour: bool) -> str:
    """The changes by type of unit, then the legal texts and kinds of unit that begin or end."""
    return _Sheet(changes, rulebook, Page(lang, width, colour)).text(unit_type)


class _Sheet:
    def __init__(self, changes: Changes, rulebook: Rulebook, page: Page) -> None:
        self._changes, self._book, self._page, self._lang = changes, rulebook, page, page.lang

    def text(self, unit_type: str | None) -> str:
        page, changes = self._page, self._changes
        start, end = day(changes.start), day(changes.end)
        page.paragraph((page.word("diff.title"), STRONG))
        page.labelled(page.word("diff.label.days"), page.word("diff.days", start=start, end=end))
        page.labelled(page.word("label.packs"), ", ".join(pack.name for pack in self._book.packs))
        if changes.types:
            page.labelled(page.word("diff.label.all"), self._totals())
        else:
            page.blank()
            kind = "" if unit_type is None else page.word(f"type.{unit_type}")
            key = "diff.none" if unit_type is None else "diff.none_of_type"
            page.paragraph(page.word(key, start=start, end=end, type=kind))
        for one in changes.types:
            self._type(one)
        self._turns("diff.texts", changes.sources)
        self._turns("diff.subtypes", changes.subtypes)
        return page.text()

    def _totals(self) -> str:
        types = self._changes.types
        added = {rule.id for one in types for rule in one.added}
        removed = {rule.id for one in types for rule in one.removed}
        changed = {pair.after.id for one in types for pair in one.changed}
        return self._page.word("diff.totals", added=len(added), removed=len(removed), changed=len(changed))

    def _type(self, one: OfType) -> None:
        page = self._page
        page.heading(page.word(f"type.{one.unit_type}"))
        first = True
        for key, rules in (("diff.added", one.added), ("diff.removed", one.removed)):
            if rules:
                self._part(key, len(rules), first)
                first = False
                for rule in rules:
                    self._rule(one.unit_type, rule, [self._why(rule, key == "diff.added")])
        if one.changed:
            self._part("diff.changed", len(one.changed), first)
            for pair in one.changed:
                self._rule(one.unit_type, pair.after, list(self._told(pair)))

    def _part(self, key: str, number: int, first: bool) -> None:
        if not first:
            self._page.blank()
        self._page.paragraph((self._page.word(key, number=number), STRONG))

    def _rule(self, unit_type: str, rule: Rule, told: Sequence[str]) -> None:
        page = self._page
        page.paragraph((rule.id, STRONG), f" {self._words(rule.title)}", indent=2)
        marks = [] if rule.verified else [page.word("unverified")]
        severity = page.word(f"severity.{rule.severity}")
        page.paragraph(" · ".join([severity, self._cited(rule.basis), *marks]), indent=6)
        also = [page.word(f"type.{kind}") for kind in rule.applies_to if kind != unit_type]
        if also:
            page.paragraph(page.word("diff.also", types="; ".join(also)), indent=6)
        for line in told:
            page.bullet(line, indent=6)

    def _why(self, rule: Rule, added: bool) -> str:
        """Since or until when; or that the duty is there on both days and only this type is new or gone."""
        page, window = self._page, rule.in_force
        if added:
            began = window.from_ > self._changes.start
            return page.word("diff.since", day=day(window.from_)) if began else page.word("diff.now_also")
        if window.to is not None and window.to < self._changes.end:
            return page.word("diff.until", day=day(window.to))
        return page.word("diff.no_longer")

    def _told(self, pair: Changed) -> Iterator[str]:
        page, checks = self._page, self._book.checks
        yield from (self._word(word) for word in pair.words)
        for key, names in (("diff.check_added", pair.checks_added), ("diff.check_removed", pair.checks_removed)):
            yield from (page.word(key, check=self._words(checks[name].title)) for name in names)
        yield from (self._number(number) for number in pair.numbers)
        yield from (self._opening(opening) for opening in pair.openings)
        for turn in pair.sources:
            key = "diff.text_begins" if turn.begins else "diff.text_ends"
            yield page.word(key, text=self._short(turn), day=day(turn.day))

    def _word(self, word: Word) -> str:
        before, after = (self._value(word, value) for value in (word.before, word.after))
        return self._page.word("diff.arrow", what=self._path(word.path), before=before, after=after)

    def _path(self, path: Sequence[str]) -> str:
        """The key that differs, in words and, below the rule's own keys, as it is written."""
        key, below = f"diff.key.{path[0]}", path[1:]
        name = self._page.word(key) if key in SCREEN else path[0]
        if path[0] == "checks" and below and below[0] in self._book.checks:
            below = (f"“{self._words(self._book.checks[below[0]].title)}”", *below[1:])
        named = [field(part, self._lang) or part for part in below[-1:]]
        return " – ".join([name, *below[:-1], *named])

    def _value(self, word: Word, value: Any) -> str:
        if value is None:
            return self._page.word("diff.absent")
        if isinstance(value, dict) and {"vi", "en"} <= {*value}:
            return f"“{value[self._lang]}”"
        if isinstance(value, dict) and "source" in value:
            from dcs_audit.law.basics import Cite

            return self._cited([Cite.model_validate(value)])
        if isinstance(value, dict):
            return "; ".join(f"{key}: {self._value(word, inner)}" for key, inner in value.items())
        if isinstance(value, list):
            between = "; " if any(isinstance(entry, dict) for entry in value) else ", "
            return between.join(self._value(word, entry) for entry in value)
        return self._slug(word.path[0], value)

    def _slug(self, key: str, value: Any) -> str:
        families = {"severity": "severity", "applies_to": "type", "every": "every"}
        family = f"{families.get(key, 'status')}.{value}"
        if key == "group":
            return next((say(group.title, self._lang) for group in self._book.groups if group.id == value), value)
        if isinstance(value, bool):
            from dcs_audit.locale.record_words import value as in_words

            return in_words(str(value).lower(), self._lang) or str(value)
        return self._page.word(family) if family in SCREEN else str(value)

    def _number(self, change: NumberChange) -> str:
        from dcs_audit.report.numbers import amount

        unit, lang, after = change.parameter.unit, self._lang, change.after
        basis = [self._cited(after.basis) or self._page.word("diff.no_text")]
        basis += [] if after.verified else [self._page.word("unverified")]
        return self._page.word(
            "diff.same_number" if change.same_number else "diff.number",
            what=self._words(change.parameter.title),
            before=change.before.value,
            after=amount(unit, after.value, lang),
            day=day(after.from_),
            basis="; ".join(basis),
        )

    def _opening(self, opening: Opening) -> str:
        page, when = self._page, day(opening.day)
        reason: Words | None = getattr(opening.part, "reason", None)
        part = self._path(opening.path) if opening.path else ""
        if opening.check is not None:
            title = self._words(opening.check.title)
            inner = opening.path[0] if opening.path else ""
            if inner == "options":
                part = page.word("diff.part_of_check", part=page.word("diff.options"), check=title)
            else:
                part = page.word("diff.of_check", check=title)
        if reason is not None:
            part = f"{part}: “{self._words(reason)}”"
        return page.word("diff.opening", what=part, day=when)

    def _turns(self, key: str, turns: Sequence[Turn]) -> None:
        if not turns:
            return
        page = self._page
        page.heading(page.word(key))
        for turn in turns:
            told = page.word("diff.begins" if turn.begins else "diff.ends", day=day(turn.day))
            basis = self._cited(getattr(turn.entry, "basis", ()))
            page.bullet(" · ".join(part for part in (self._words(turn.entry.title), told, basis) if part))

    def _short(self, turn: Turn) -> str:
        return self._words(getattr(turn.entry, "short", turn.entry.title))

    def _cited(self, basis: Sequence[Cite]) -> str:
        return citations((self._book.cite(cite) for cite in basis), self._lang)

    def _words(self, words: Words) -> str:
        return words.vi if self._lang == "vi" else words.en
