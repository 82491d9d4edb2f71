"""What a report rests on, so that someone else can run the same again and knows how far to trust it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, Sentence, phrase, say
from dcs_audit.locale.screen import screen
from dcs_audit.verdicts.model import PackNote, Report

if TYPE_CHECKING:
    from dcs_audit.fleet.tally import Tally


class Mark(NamedTuple):
    """One line of it: what, and the value in full."""

    label: str
    value: str


def marks(report: Report, lang: Lang) -> list[Mark]:
    """Tool, engines and whether they agreed, packs, digests of rulebook and unit file, rules that are unverified."""
    unverified = dict.fromkeys(result.rule for result in report.results if not result.verified)
    return [
        *_made_with((report.engine,), report.packs, (report.rulebook_digest,), lang),
        Mark(screen("trust.input", lang), f"{report.input_path} ({report.input_digest})"),
        _unverified(unverified, lang),
    ]


def fleet_marks(tally: Tally, lang: Lang) -> list[Mark]:
    """The same of a report on several units, whose files have digests in their own reports."""
    made_with = _made_with(tally.engines, tally.packs.values(), tally.rulebooks, lang)
    return [*made_with, _unverified(tally.unverified, lang)] if tally.units else made_with


def fleet_limits(tally: Tally) -> tuple[Sentence, ...]:
    """What no unit of a fleet was checked for, and the rules that are unverified; what limits the report of one unit
    alone stands in that."""
    limits: dict[Sentence, None] = dict.fromkeys(limit for pack in tally.packs.values() for limit in pack.not_checked)
    if tally.unverified:
        limits[phrase("limit.unverified", rules=tuple(tally.unverified))] = None
    return tuple(limits)


def _unverified(rules: Iterable[str], lang: Lang) -> Mark:
    return Mark(screen("trust.unverified", lang), ", ".join(rules) or screen("trust.all_verified", lang))


def _made_with(engines: Iterable[str], packs: Iterable[PackNote], digests: Iterable[str], lang: Lang) -> list[Mark]:
    told = (
        screen("trust.agreed", lang, engines=e) if "+" in e else screen("trust.alone", lang, engine=e) for e in engines
    )
    named = "; ".join(f"{say(pack.title, lang)} ({pack.name}): {say(pack.status, lang)}" for pack in packs)
    return [
        Mark(screen("trust.tool", lang), f"dcs-audit {__version__}"),
        Mark(screen("trust.engine", lang), "; ".join(told)),
        Mark(screen("label.packs", lang), named),
        Mark(screen("trust.rulebook", lang), ", ".join(digests)),
    ]
