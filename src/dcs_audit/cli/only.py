"""The option `--only`: which rules and groups are meant, and what to say of a unit that owes nothing by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.parser import unknown
from dcs_audit.cli.terminal import Terminal
from dcs_audit.locale.phrases import LANGS, Lang, Text, day, say
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.cli.units import Shelf
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.verdicts.model import Report


def names(asked: Iterable[str]) -> list[str]:
    """What was asked for, each once; one option may name several, with commas between them."""
    parts = [part.strip() for entry in asked for part in entry.split(",")]
    named = list(dict.fromkeys(filter(None, parts)))
    return named if named or not parts else [""]  # which no pack has: asking for nothing is not asking for all


def check_known(only: Sequence[str], shelf: Shelf, terminal: Terminal) -> bool:
    """Whether only rules are named, and no group. With nothing named the law need not be read in this process.

    Raises UsageError for an id or group that no pack has: none of the run, and none that a record may name.
    """
    if not only:
        return False
    rules, groups = _known(shelf, ())
    for pack in sorted(shelf.base.vocabulary.pack_names):
        if (rules | groups).issuperset(only):
            break
        try:
            more = _known(shelf, (pack,))
        except BadPack:  # only its own records' business
            continue
        rules, groups = rules | more[0], groups | more[1]
    _refuse_unknown(only, rules | groups, terminal)
    return groups.isdisjoint(only)


def check_met(only: Sequence[str], shelf: Shelf, met: Iterable[tuple[str, ...]], terminal: Terminal) -> None:
    """Raises UsageError for an id or group that no rulebook of any record had: nothing was checked for it.

    `met` are the packs that records named beyond those of the run.
    """
    known = set().union(*(names for packs in {(), *met} for names in _known(shelf, packs))) if only else set()
    _refuse_unknown(only, known, terminal)


def _known(shelf: Shelf, packs: Iterable[str]) -> tuple[set[str], set[str]]:
    """The rules and the groups that --only may name with these packs."""
    book = shelf.book(packs)
    return set(book.rule_ids), {group.id for group in book.groups}


def _refuse_unknown(only: Iterable[str], known: set[str], terminal: Terminal) -> None:
    for name in only:
        if name not in known:
            raise UsageError(f"--only: {unknown(name, known, terminal.lang)}")


def unowed(only: Iterable[str], report: Report, rulebook: Rulebook) -> tuple[Text, ...]:
    """A sentence for each rule or group by which the unit has no duty, and why: nothing of it was checked."""
    met = {name for result in report.results for name in (result.rule, result.group)}
    return tuple(_told(name, report, rulebook) for name in only if name not in met)


def _told(name: str, report: Report, rulebook: Rulebook) -> Text:
    why = _why(name, report, rulebook)
    return Text(*(screen("only.none", lang, name=name, why=say(why, lang)) for lang in LANGS))


def _why(name: str, report: Report, rulebook: Rulebook) -> Text:
    """Of another pack, for other units, not in force, or nothing that the record holds gives rise to it."""
    kind = str(report.unit.get("type", ""))
    rules = [rule for rule in rulebook.rules if name in (rule.id, rule.group)]
    own = [rule for rule in rules if kind in rule.applies_to]
    if not rules:
        return _both("only.why.pack")
    if not own:
        kinds = dict.fromkeys(one for rule in rules for one in rule.applies_to)
        return Text(*(_other_types(kind, kinds, lang) for lang in LANGS))
    if not any(rule.in_force.holds_on(report.as_of) for rule in own):
        return _both("only.why.not_in_force", day=day(report.as_of))
    return _both("only.why.nothing", year=report.year)


def _other_types(kind: str, kinds: Iterable[str], lang: Lang) -> str:
    named = ", ".join(screen(f"type.{one}", lang) for one in kinds)
    return screen("only.why.type", lang, type=screen(f"type.{kind}", lang), kinds=named)


def _both(key: str, **blanks: object) -> Text:
    return Text(*(screen(key, lang, **blanks) for lang in LANGS))
