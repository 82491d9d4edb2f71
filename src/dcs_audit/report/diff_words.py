"""How a comparison puts its warnings and verdicts into words, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcs_audit.fleet.movement import Movement
from dcs_audit.locale.phrases import Lang, day
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import counted, timing
from dcs_audit.verdicts.comparing import Change, Comparison, Doubt
from dcs_audit.verdicts.model import Status
from dcs_audit.verdicts.saved import SavedDuty, SavedReport

_DIGEST_SHOWN = len("sha256:") + 12
_MOST_NAMES = 5


def doubts(comparison: Comparison, lang: Lang) -> list[str]:
    """Why two reports on a unit can be compared only with care."""
    old, new = comparison.old, comparison.new
    return [
        screen(f"compare.doubt.{doubt}", lang, old=_told(doubt, old, lang), new=_told(doubt, new, lang))
        for doubt in comparison.doubts
    ]


def _told(doubt: Doubt, report: SavedReport, lang: Lang) -> str:
    if doubt is Doubt.UNIT:
        return " – ".join(part for part in (report.name, report.parent) if part)
    if doubt is Doubt.EVIDENCE:
        return screen("compare.looked" if report.evidence else "compare.not_looked", lang)
    if doubt is Doubt.YEAR:
        return str(report.year)
    return report.digest[:_DIGEST_SHOWN] if doubt is Doubt.RULEBOOK else day(report.as_of)


def fleet_doubts(movement: Movement, gone: int, not_audited: Sequence[str], lang: Lang) -> Iterator[str]:
    """The same of two fleets, and what was not compared at all."""
    for doubt in Doubt:
        if doubt in movement.doubts:
            named = movement.doubts[doubt]
            units = counted("unit", named.units, lang)
            yield screen(f"compare.doubts.{doubt}", lang, units=units, names=_names(named.names, named.units, lang))
    if gone:
        yield screen("compare.gone", lang, units=counted("unit", gone, lang))
    if not_audited:
        files = counted("file", len(not_audited), lang)
        yield screen("compare.not_audited", lang, files=files, names=_names(not_audited, len(not_audited), lang))


def _names(names: Sequence[str], number: int, lang: Lang) -> str:
    more = number - min(number, _MOST_NAMES)
    rest = [screen("compare.more", lang, number=more)] if more else []
    return "; ".join([*names[:_MOST_NAMES], *rest])


def status_word(status: Status | None, lang: Lang) -> str:
    """A status, or that there is no such duty."""
    return screen("compare.absent" if status is None else f"status.{status}", lang)


def stood(change: Change, lang: Lang) -> str:
    """Before and after, with what tells them apart: "đạt → trễ hạn (15/10/2026, trễ 6 ngày)"."""
    before, after = change.before, change.after
    graver = before is not None and after is not None and before.severity is not after.severity
    return screen("compare.from_to", lang, before=verdict(before, lang, graver), after=verdict(after, lang, graver))


def verdict(duty: SavedDuty | None, lang: Lang, with_severity: bool = False) -> str:
    """How a duty stands: "trễ hạn (15/10/2026, trễ 6 ngày)"."""
    word = status_word(duty.status if duty else None, lang)
    if duty is None:
        return word
    more = [timing(duty.status, duty.due, duty.days, lang)]
    if with_severity:
        more.append(screen(f"severity.{duty.severity}", lang))
    if duty.failed:
        more.append(screen("compare.failed", lang, number=duty.failed))
    if duty.lacking:
        more.append(screen("compare.lacking", lang, files=", ".join(duty.lacking)))
    told = ", ".join(part for part in more if part)
    return f"{word} ({told})" if told else word
