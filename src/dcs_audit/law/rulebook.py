"""All packs of a run, checked against each other and ready to be asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dcs_audit.law.basics import Cite, Parameter
from dcs_audit.law.calendar import WorkingCalendar
from dcs_audit.law.loader import Pack, PackError, PackText, pack_text, parse_pack
from dcs_audit.law.model import Rule, Source
from dcs_audit.law.packs import DayOff, GroupEntry, Scoring, Target
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check
from dcs_audit.law.told import joined, told
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import Citation, Group

if TYPE_CHECKING:
    from dcs_audit.duties.blueprint import Blueprint
    from dcs_audit.records.vocabulary import Vocabulary

NATIONAL = "quoc-gia"
"""The pack that every run holds."""


@dataclass(frozen=True)
class Rulebook:
    """The packs of a run. Names are unique over all packs; every name that a rule uses is known."""

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]
    checks: Mapping[str, Check]
    parameters: Mapping[str, Parameter]
    sources: Mapping[str, Source]
    calendar: WorkingCalendar
    digest: str
    """`sha256:` of the packs' files, in order."""

    def rule(self, rule_id: str) -> Rule:
        """The latest version of a rule. Raises KeyError."""
        return self._by_id[rule_id]

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in sorted(self.rules, key=lambda rule: rule.in_force.from_)}

    @cached_property
    def rule_ids(self) -> frozenset[str]:
        """The ids of all rules."""
        return frozenset(self._by_id)

    @cached_property
    def amended(self) -> Mapping[str, tuple[Parameter, ...]]:
        """By rule, the numbers it uses that a pack has changed."""
        if not any(pack.file.amends for pack in self.packs):
            return {}
        from dcs_audit.law.amending import amended_by_rule

        return amended_by_rule(self.rules, self.checks, self.parameters)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of all packs in their order, each once."""
        entries: dict[str, GroupEntry] = {}
        for pack in self.packs:
            for entry in pack.file.groups:
                entries.setdefault(entry.id, entry)
        return tuple(Group(entry.id, Text(entry.title.vi, entry.title.en)) for entry in entries.values())

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of disclosures that any rule tells apart."""
        filters = [rule.record.where for rule in self.rules]
        filters += [where for rule in self.rules for use in rule.checks for where in (use.only, use.except_)]
        return frozenset(part for where in filters for part in where.get("part", ()))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The goals of all packs, in their order."""
        return tuple(target for pack in self.packs for target in pack.file.targets)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Other names of bodies to which documents are sent, each with the name that rules use."""
        return {alias.word: alias.means for pack in self.packs for alias in pack.file.aliases}

    @cached_property
    def scoring(self) -> Scoring:
        """How scores are computed: the national pack's way."""
        scoring = self.packs[0].file.scoring
        assert scoring is not None
        return scoring

    @cached_property
    def day_off(self) -> DayOff | None:
        """By what deadlines that end on a day off move: the first pack that says so."""
        return next((pack.file.day_off for pack in self.packs if pack.file.day_off is not None), None)

    def cite(self, cite: Cite) -> Citation:
        """A citation of the packs as reports show it."""
        short = self.sources[cite.source].short
        clause = None if cite.clause is None else str(cite.clause)
        return Citation(cite.source, Text(short.vi, short.en), cite.article, clause, cite.point, cite.section)

    @cached_property
    def blueprint(self) -> Blueprint:
        """The rules made ready for judging."""
        from dcs_audit.duties.blueprint import draw

        return draw(self.rules, dict(self.checks), self.cite)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The kinds of records and the ids that unit files may use with these packs."""
        from dcs_audit.records.vocabulary import Vocabulary

        def kinds(name: str) -> frozenset[str]:
            return frozenset(kind for pack in self.packs for kind in getattr(pack.file.vocabulary, name))

        return Vocabulary(
            document_kinds=kinds("documents"),
            meeting_kinds=kinds("meetings"),
            petition_kinds=kinds("petitions"),
            activity_kinds=kinds("activities"),
            board_kinds=kinds("boards"),
            rule_ids=self.rule_ids,
            pack_names=frozenset((*known_packs(), *(pack.name for pack in self.packs))),
        )


def known_packs() -> tuple[str, ...]:
    """The names of the packs that are shipped."""
    from dcs_audit.law.loader import shipped

    return tuple(sorted(path.name for path in shipped().iterdir() if (path / "pack.yaml").is_file()))


def load_rulebook(names_or_paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = ()) -> Rulebook:
    """The national pack and the named ones, or the one named; a name is a shipped pack's or the path of its folder.

    What these very files gave in an earlier run is not worked out again. Raises PackError with every problem found in
    any of them.
    """
    from dcs_audit.law.compiled import KeptRulebook, kept_days, user_cache

    given = (names_or_paths,) if isinstance(names_or_paths, (str, os.PathLike)) else names_or_paths
    wanted = [NATIONAL, *(name for name in dict.fromkeys(os.fspath(one) for one in given) if name != NATIONAL)]
    texts: list[PackText] = []
    problems: list[str] = []
    for name in wanted:
        try:
            texts.append(pack_text(name))
        except PackError as error:
            problems.extend(error.problems)
    cache = user_cache()
    kept = KeptRulebook(cache, texts)
    book = None if problems else kept.load()
    if book is None:
        book = assemble(_parsed(texts, problems))
        kept.save(book)
    book.calendar.days_off_of = kept_days(cache, book.calendar.days_off_of)
    return book


def _parsed(texts: Iterable[PackText], problems: Iterable[str]) -> tuple[Pack, ...]:
    """The packs. Raises PackError with `problems`, where there are any already, and those of every pack."""
    packs, found = [], [*problems]
    for text in texts:
        try:
            packs.append(parse_pack(text))
        except PackError as error:
            found.extend(error.problems)
    if found:  # names of the missing pack would seem unknown: only what is wrong by itself is said
        raise PackError((*found, *(problem for pack in packs for problem in pack.problems)))
    return tuple(packs)


def assemble(packs: tuple[Pack, ...]) -> Rulebook:
    """One rulebook out of packs. Raises PackError where they do not fit together."""
    # Imported here: a rulebook that was kept from an earlier run has been checked.
    from dcs_audit.law.amending import amended
    from dcs_audit.law.building import astray
    from dcs_audit.law.references import dangling
    from dcs_audit.law.soundness import unsound

    checks = {check.name: check for pack in packs for check in pack.checks}
    parameters, unamendable = amended(packs)
    sources = {source.id: source for pack in packs for source in pack.sources}
    groups = list(dict.fromkeys(entry.id for pack in packs for entry in pack.file.groups))
    order = {group: place for place, group in enumerate(groups)}
    rules = tuple(
        sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: order.get(rule.group, len(order)))
    )
    problems = [
        *(problem for pack in packs for problem in pack.problems),
        *_clashes(packs),
        *astray(packs),
        *unamendable,
        *dangling(packs),
        *unsound(packs),
    ]
    if packs[0].file.scoring is None and not packs[0].problems:
        problems.append(joined(f"{packs[0].name}/pack.yaml", told("no_scoring")))
    if problems:
        raise PackError(tuple(problems))
    announced = tuple(day for pack in packs for day in pack.announced)
    digest = packs[0].digest if len(packs) == 1 else _digest_of(packs)
    return Rulebook(packs, rules, checks, parameters, sources, WorkingCalendar(announced), digest)


def _clashes(packs: Sequence[Pack]) -> list[str]:
    """Names given twice, and versions of one rule whose days in force overlap."""
    problems: list[str] = []
    for kind in ("checks", "parameters", "sources"):
        seen: dict[str, Place] = {}
        for pack in packs:
            for entry, place in zip(getattr(pack, kind), pack.places[kind], strict=True):
                name = getattr(entry, "name", None) or entry.id
                if name in seen:
                    problems.append(joined(place.at(), kind, told("defined_twice", name=name, first=seen[name].at())))
                seen.setdefault(name, place)
    versions: dict[str, list[tuple[Rule, Place]]] = {}
    for pack in packs:
        for rule, place in pack.placed_rules():
            versions.setdefault(rule.id, []).append((rule, place))
    for rule_id, found in versions.items():
        found.sort(key=lambda version: version[0].in_force.from_)
        for (earlier, first), (later, place) in pairwise(found):
            if earlier.in_force.to is None or earlier.in_force.to >= later.in_force.from_:
                day = later.in_force.from_
                what = told("two_versions", day=day, first=first.at())
                problems.append(joined(place.at("in_force"), told("subject.rule", name=rule_id), what))
    return problems


def _digest_of(packs: Iterable[Pack]) -> str:
    from hashlib import sha256

    return "sha256:" + sha256("\n".join(pack.digest for pack in packs).encode()).hexdigest()
