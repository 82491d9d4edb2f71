"""What a report format is, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dcs_audit.locale.phrases import Lang, Sentence
from dcs_audit.verdicts.model import Report

PIPE_WIDTH = 100
"""Columns of a text report that goes to a file or a pipe."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is to be shown. Nothing here changes a verdict or a count.

    `width` (columns) and `colour` matter to text only, as does `show_all`: duties that are passed or not applicable
    are listed one by one instead of counted. `fleet` says that several units were asked for, whatever number could be
    audited; `not_audited` names the files of the others. `filters` says what was left out of the lists of results,
    whose counts stay those of the whole audit.
    """

    lang: Lang = "vi"
    width: int = PIPE_WIDTH
    colour: bool = False
    show_all: bool = False
    filters: tuple[Sentence, ...] = ()
    fleet: bool = False
    not_audited: tuple[str, ...] = ()


Render = Callable[[Sequence[Report], Options], str]
"""A format: the whole output for these reports, ending with a newline, or nothing where there is nothing to say."""


def _text() -> Render:
    from dcs_audit.report.text import render

    return render


def _json() -> Render:
    from dcs_audit.report.json import render

    return render


# Each format is loaded when asked for: text needs a terminal library that JSON should not have to wait for.
FORMATS: Mapping[str, Callable[[], Render]] = {"text": _text, "json": _json}
