"""The report as one HTML file that needs nothing but itself, on one unit or a fleet."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.fleet_outline import fleet_outline
from dcs_audit.report.interface import Options
from dcs_audit.report.outline import outline
from dcs_audit.report.roster import Roster
from dcs_audit.report.words import plain
from dcs_audit.verdicts.model import Report, Severity, Status

_LABELS = ("score", "due", "basis", "check", "note", "severity", "group")
_HEADINGS = ("to_do", "notices", "not_checked", "trust")
_HTML = (
    "contents",
    "filter",
    "all",
    "group",
    "level",
    "search",
    "search_units",
    "reset",
    "shown_duties",
    "shown_units",
    "shown_none",
    "sort",
)
_OUTLINE = ("status", "duties", "none_shown")


def render(report: Report, options: Options) -> str:
    """The report on one unit."""
    return _page("unit", options.lang, page=outline(report, options), statuses=_statuses(report, options.lang))


class HtmlFrame:
    """The roll-up of a fleet, written when all units have gone by."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._roster = Roster()

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def unit(self, part: None, share: Share) -> str:
        """Nothing yet."""
        self._roster.add(share)
        return ""

    def end(self, tally: Tally) -> str:
        """Everything."""
        return _page("fleet", self._options.lang, page=fleet_outline(tally, self._roster, self._options))


def _page(name: str, lang: Lang, **content: object) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            lang=lang,
            words=_words(lang),
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
            "base-uri 'none'; form-action 'none'",
            **content,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dcs_audit.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    return environment


def _shown(value: object) -> object:
    """Text without control and invisible characters; the template escapes it afterwards."""
    return plain(value) if type(value) is str else value


@cache
def _asset(name: str) -> str:
    # Read as text, so that line breaks are what a browser hashes whatever the checkout made of them.
    return files("dcs_audit.report").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """What a content security policy calls a style sheet or script by."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _words(lang: Lang) -> dict[str, str]:
    words = {f"{name}_label": screen(f"label.{name}", lang) for name in _LABELS}
    words |= {f"{name}_heading": screen(f"heading.{name}", lang) for name in _HEADINGS}
    words |= {name: screen(f"outline.{name}", lang) for name in _OUTLINE}
    words |= {"targets": screen("fleet.heading.targets", lang), "no_violation": screen("fleet.no_violation", lang)}
    words |= {f"level_{level}": screen(f"severity.{level}", lang) for level in Severity}
    # The script fills in its own blanks.
    return words | {name: screen(f"html.{name}", lang, shown="{shown}", all="{all}") for name in _HTML}


def _statuses(report: Report, lang: Lang) -> list[tuple[str, str]]:
    """The statuses that the reader can choose, those in the report."""
    met = {result.status for result in report.results}
    return [(str(status), screen(f"status.{status}", lang)) for status in Status if status in met]
