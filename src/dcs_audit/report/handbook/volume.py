"""The whole handbook out of a rulebook: a page for each rule, and the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dcs_audit.law.basics import Cite
from dcs_audit.law.model import Rule
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.phrases import Lang
from dcs_audit.report.handbook.duty import in_force, source_fact, version_of
from dcs_audit.report.handbook.examples import example_of
from dcs_audit.report.handbook.pages import Card, Clause, Entry, Fact, Index, Listing, RulePage, Section, Volume
from dcs_audit.report.handbook.speech import Speech
from dcs_audit.report.words import counted, plain

if TYPE_CHECKING:
    from dcs_audit.law.cases import Placed

INDEX = "index"
_FILE_NAME = re.compile(r"[\w-][\w.-]*")


class UnnamedPage(ValueError):
    """A rule whose id cannot be the name of a file, or is one already. `rule` is the id."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def bind(rulebook: Rulebook, cases: Sequence[Placed], lang: Lang) -> Volume:
    """Every rule of the rulebook as a page. `cases` give the examples. Raises UnnamedPage."""
    speech = Speech(rulebook, lang)
    stems = _stems(rulebook.rules)
    by_rule: dict[str, list[Placed]] = {}
    for placed in cases:
        by_rule.setdefault(placed.case.rule, []).append(placed)
    pages = tuple(_page(speech, rule, stem, by_rule.get(rule, [])) for rule, stem in stems.items())
    words = {"back": speech.say("back"), "footer": speech.say("footer", digest=rulebook.digest[7:19])}
    return Volume(_index(speech), pages, words)


def _stems(rules: Iterable[Rule]) -> dict[str, str]:
    """A file name for each rule, its id in lower case. Nothing in an id may lead out of the folder."""
    stems: dict[str, str] = {}
    for rule in dict.fromkeys(rule.id for rule in rules):
        stem = rule.lower()
        if not _FILE_NAME.fullmatch(stem) or stem == INDEX or stem in stems.values():
            raise UnnamedPage(rule)
        stems[rule] = stem
    return stems


def _versions(speech: Speech, rule_id: str) -> list[Rule]:
    """The newest first."""
    found = [rule for rule in speech.book.rules if rule.id == rule_id]
    return sorted(found, key=lambda rule: rule.in_force.from_, reverse=True)


def _page(speech: Speech, rule_id: str, stem: str, cases: Sequence[Placed]) -> RulePage:
    rules = _versions(speech, rule_id)
    titles = ["" if len(rules) == 1 else speech.say("version", span=in_force(speech, rule)) for rule in rules]
    versions = (
        version_of(speech, rule, title, example_of(rule, cases)) for rule, title in zip(rules, titles, strict=True)
    )
    return RulePage(rule_id, stem, speech.text(rules[0].title), tuple(versions))


# --- the index -------------------------------------------------------------------------------------------------------


def _index(speech: Speech) -> Index:
    newest = [_versions(speech, rule_id)[0] for rule_id in dict.fromkeys(rule.id for rule in speech.book.rules)]
    informational = [entry for pack in speech.book.packs for entry in pack.informational]
    not_checked = tuple(speech.text(words) for pack in speech.book.packs for words in pack.file.not_checked)
    told = tuple(
        Card(
            f"{speech.text(entry.title)} ({entry.id})",
            speech.unverified(entry.verified),
            (*speech.fact("text", speech.text(entry.text)), *speech.fact("basis", speech.cited(entry.basis))),
        )
        for entry in informational
    )
    sections = (
        Section(speech.say("section.informational", number=len(told)), cards=told),
        Section(speech.say("section.not_checked"), lines=not_checked),
        Section(speech.say("section.texts"), tuple(source_fact(speech, one) for one in speech.book.sources.values())),
    )
    return Index(
        speech.say("title"),
        tuple(_about(speech, newest, len(told))),
        tuple(_listings(speech, newest)),
        speech.say("by_clause"),
        tuple(_clauses(speech, newest)),
        tuple(part for part in sections if part.facts or part.cards or part.lines),
    )


def _about(speech: Speech, rules: Sequence[Rule], informational: int) -> Iterable[Fact]:
    packs = [
        f"{speech.text(pack.file.title)} (`{pack.name}`): {speech.text(pack.file.status)}" for pack in speech.book.packs
    ]
    yield from speech.fact("packs", *packs)
    told = speech.say("informational", number=informational) if informational else ""
    yield from speech.fact("counts", _counts(speech, rules), told)
    unverified = sum(not rule.verified for rule in rules)
    yield from speech.fact("unverified", speech.say("unverified", number=unverified, total=len(rules)))


def _counts(speech: Speech, rules: Sequence[Rule]) -> str:
    parts = []
    for severity in ("critical", "major", "minor"):
        number = sum(rule.severity == severity for rule in rules)
        if number:
            parts.append(f"{number} {speech.screen(f'severity.{severity}')}")
    return f"{counted('rule', len(rules), speech.lang)}: {', '.join(parts)}"


def _listings(speech: Speech, rules: Sequence[Rule]) -> Iterable[Listing]:
    """The rules of each group in the order of the clauses they rest on."""
    for group in speech.book.groups:
        members = sorted(
            (rule for rule in rules if rule.group == group.id), key=lambda rule: _order(speech, rule.basis[0])
        )
        if members:
            title = plain(group.title.vi if speech.lang == "vi" else group.title.en)
            yield Listing(title, _counts(speech, members), tuple(_entry(speech, rule) for rule in members))


def _entry(speech: Speech, rule: Rule) -> Entry:
    badges = (speech.severity(rule.severity), *speech.unverified(rule.verified))
    return Entry(rule.id, speech.text(rule.title), speech.cited(rule.basis), badges)


def _order(speech: Speech, cite: Cite) -> tuple[int, int, int, str, str]:
    """The text in the order of `sources.yaml`, then article, clause (a number or a word) and point; đ follows d."""
    clause = str(cite.clause or "")
    number = int(clause) if clause.isdecimal() else 0
    point = (cite.point or "").replace("đ", "d~")
    return [*speech.book.sources].index(cite.source), cite.article or 0, number, clause, point


def _clauses(speech: Speech, rules: Sequence[Rule]) -> Iterable[Clause]:
    found: dict[tuple[int, int, int, str, str], tuple[str, dict[str, None]]] = {}
    for rule in rules:
        for cite in rule.basis:
            _, ids = found.setdefault(_order(speech, cite), (speech.cited([cite]), {}))
            ids[rule.id] = None
    for _, (cited, ids) in sorted(found.items()):
        yield Clause(cited, tuple(ids))
