"""The handbook in HTML: pages that need nothing but themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dcs_audit.locale.phrases import Lang
from dcs_audit.report.handbook.links import pieces
from dcs_audit.report.handbook.pages import Volume

ENDING = "html"


def render(volume: Volume, lang: Lang) -> Iterator[tuple[str, str]]:
    """The name and content of every file, the index first."""
    environment = Environment(
        loader=PackageLoader("dcs_audit.report.handbook"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    stems = volume.stems
    environment.filters["line"] = lambda text: _line(text, stems)
    environment.filters["link"] = lambda rule: _link(rule, stems)
    shared = {"lang": lang, "words": volume.words}
    yield f"index.{ENDING}", environment.get_template("index.html.j2").render(index=volume.index, **shared)
    template = environment.get_template("rule.html.j2")
    for page in volume.pages:
        yield f"{page.stem}.{ENDING}", template.render(page=page, **shared)


def _line(text: str, stems: Mapping[str, str]) -> Markup:
    """A line with its keys and links."""
    shown: dict[str, Callable[[str], Markup]] = {
        "text": escape,
        "code": lambda code: Markup("<code>{}</code>").format(code),
        "rule": lambda rule: _link(rule, stems),
    }
    return Markup("").join(shown[piece.kind](piece.text) for piece in pieces(text, stems))


def _link(rule: str, stems: Mapping[str, str]) -> Markup:
    return Markup('<a href="{}.{}">{}</a>').format(stems[rule], ENDING, rule)
