"""What readers of a report on several units must know about how these were counted."""

from __future__ import annotations

from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import counted


def fleet_notes(tally: Tally) -> tuple[Text, ...]:
    """Units that owe nothing by what was asked for, and units that come twice."""
    told = []
    if tally.unowed:
        told.append(Text(*(_unowed(tally, lang) for lang in LANGS)))
    if tally.twins.number:
        told.append(Text(*(_twins(tally, lang) for lang in LANGS)))
    return tuple(told)


def _unowed(tally: Tally, lang: Lang) -> str:
    return screen("fleet.unowed", lang, without=tally.unowed, units=counted("unit", tally.units, lang))


def _twins(tally: Tally, lang: Lang) -> str:
    twins = tally.twins
    named = "; ".join(
        screen("fleet.twin", lang, path=path, first=first) if first else path for path, first in twins.told
    )
    if more := twins.number - len(twins.told):
        named = screen("fleet.twins_more", lang, named=named, number=counted("file", more, lang))
    return screen("fleet.twins", lang, number=counted("file", twins.number, lang), named=named)
