"""What a report format is, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from dcs_audit.locale.phrases import Lang, Sentence
from dcs_audit.locale.screen import screen
from dcs_audit.verdicts.model import Report

if TYPE_CHECKING:
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.fleet.share import Share
    from dcs_audit.fleet.tally import Tally

PIPE_WIDTH = 100
"""Columns of a text report that goes to a file or a pipe."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is to be shown. Nothing here changes a verdict or a count.

    `width` (columns) and `colour` matter to text only, as does `show_all`: duties that are passed or not applicable
    are listed one by one instead of counted. With `summary`, text about several units shows only what they come to
    together. `filters` says what was left out of the lists of results, whose counts stay those of the whole audit.
    `as_of` is the day of the audit, where a fleet has one. `template` is the Word file of an office that has its own.
    `unowed`: the unit has no duty of what was asked for.
    """

    lang: Lang = "vi"
    width: int = PIPE_WIDTH
    colour: bool = False
    show_all: bool = False
    filters: tuple[Sentence, ...] = ()
    summary: bool = False
    as_of: date | None = None
    template: bytes | None = None
    unowed: bool = False

    def nothing(self, duties: int) -> str:
        """The message for an empty list of things to do, which must not sound better than it is."""
        if duties == 0:
            return "no_duty"
        if self.unowed:
            return "nothing_asked"
        return "nothing_shown_to_do" if self.filters else "nothing_to_do"


MOST_REPORTED = 10
"""Units whose reports are shown one by one in text; of more, only what they come to together."""

Content: TypeAlias = str | bytes
"""What is written: text, which goes out as UTF-8, or the bytes of a file. Text ends with a newline."""

Part: TypeAlias = Any
"""What a unit adds to the report on a fleet, in the shape its format likes; able to travel between processes."""


class Frame(Protocol):
    """What stands around the reports of a fleet. Each call gives the next piece of the output."""

    def begin(self) -> Content:
        """What comes before the first unit."""

    def unit(self, part: Part, share: Share) -> Content:
        """The next unit, whose part was rendered already."""

    def end(self, tally: Tally) -> Content:
        """What comes after the last unit."""


@dataclass(frozen=True, slots=True)
class Format:
    """How reports are written: `alone` is a unit's whole output, `part` what it adds to a fleet's, within a frame.

    Of a fleet only the first `most` units (None: all) are rendered one by one; for the others `part` is not asked and
    the frame gets None. `aside`: the output has no place for what the units come to together, which is told beside it.
    `binary`: nothing for the screen. `refused` is the whole output about a record that gave no report, None where the
    format has no such thing; with `amid` it also stands between the units of a fleet.
    """

    alone: Callable[[Report, Options], Content]
    part: Callable[[Report, Options], Part]
    frame: Callable[[Options], Frame]
    most: int | None = None
    aside: bool = False
    binary: bool = False
    refused: Callable[[Failure, Options], Content] | None = None
    amid: bool = False


class MissingLibrary(Exception):
    """A format needs a library that is not installed; `library` names it."""

    def __init__(self, library: str) -> None:
        super().__init__(library)
        self.library = library


class BadTemplate(Exception):
    """An office's template cannot be used; `told` says why, for people."""

    def __init__(self, key: str, **blanks: object) -> None:
        super().__init__(key)
        self._key, self._blanks = key, blanks

    def told(self, lang: Lang) -> str:
        """The reason, in one line."""
        return screen(self._key, lang, **self._blanks)


def _text() -> Format:
    from dcs_audit.report.text import render

    def frame(options: Options) -> Frame:
        from dcs_audit.report.fleet_text import TextFrame  # a unit by itself does without

        return TextFrame(options)

    return Format(render, render, frame, most=MOST_REPORTED)


def _json() -> Format:
    from dcs_audit.report.fleet_json import JsonFrame, part
    from dcs_audit.report.json import render
    from dcs_audit.report.problems_json import render as refused

    return Format(render, part, JsonFrame, refused=refused)


def _jsonl() -> Format:
    from dcs_audit.report.fleet_json import LinesFrame, line
    from dcs_audit.report.json import render_line
    from dcs_audit.report.problems_json import render_line as refused

    return Format(render_line, line, LinesFrame, aside=True, refused=refused, amid=True)


def _csv() -> Format:
    from dcs_audit.report.csv import CsvFrame, part, render

    return Format(render, part, CsvFrame, aside=True)


def _sarif() -> Format:
    from dcs_audit.report.sarif import SarifFrame, part, refused, render

    return Format(render, part, SarifFrame, aside=True, refused=refused)


def _junit() -> Format:
    from dcs_audit.report.junit import JUnitFrame, part, refused, render

    return Format(render, part, JUnitFrame, aside=True, refused=refused)


def _markdown() -> Format:
    from dcs_audit.report.md import MarkdownFrame, render

    return Format(render, _nothing, MarkdownFrame, most=0)


def _html() -> Format:
    from dcs_audit.report.html import HtmlFrame, render

    return Format(render, _nothing, HtmlFrame, most=0)


def _docx() -> Format:
    from dcs_audit.report.docx.fleet import WordFrame
    from dcs_audit.report.docx.render import render

    return Format(render, _nothing, WordFrame, most=0, binary=True)


def _xlsx() -> Format:
    from dcs_audit.report.xlsx.fleet import ExcelFrame, part
    from dcs_audit.report.xlsx.unit import render

    return Format(render, part, ExcelFrame, binary=True)


def _nothing(report: Report, options: Options) -> None:
    """The part of a unit in a report that is only of the fleet."""


# Each format is loaded when asked for: text needs a terminal library that JSON should not have to wait for.
FORMATS: Mapping[str, Callable[[], Format]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "md": _markdown,
    "html": _html,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
    "sarif": _sarif,
    "junit": _junit,
}

NEED_LIBRARIES = frozenset({"html", "docx", "xlsx"})
"""Formats that need a library which may not be installed; those that are nothing for a screen are among them."""


def style(name: str) -> Format:
    """The format of that name. Raises MissingLibrary."""
    try:
        return FORMATS[name]()
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "dcs_audit":
            raise
        raise MissingLibrary(error.name.partition(".")[0]) from error
