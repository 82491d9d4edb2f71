"""Fills in the Word file that an office brings along. Whatever is wrong with it is a BadTemplate, told before the run.

Variables are the fields of `content.Content` for one unit and of `fleet_outline.FleetOutline` for many.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import pairwise
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from docx.opc.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree

from dcs_audit.report.docx.archive import sealed
from dcs_audit.report.docx.content import Content
from dcs_audit.report.docx.sandbox import Environment
from dcs_audit.report.fleet_outline import FleetOutline
from dcs_audit.report.interface import BadTemplate
from dcs_audit.report.words import plain

Filling: TypeAlias = Content | FleetOutline

REQUIRED = ("counts", "filters", "not_checked", "trust")
"""Without these a report could look better than it is: verdicts not reached, duties left out, what was not checked."""

_MOST_UNPACKED = 50 * 1024 * 1024
_MOST_XML = 4 * 1024 * 1024
_MOST_ENTRIES = 2_000
_MB = 1024 * 1024
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MARKUP = re.compile(r"(?<={)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=})")
_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def check_template(data: bytes, *, fleet: bool | None = None) -> None:
    """Tries a template on an example, so that a long run does not end in an error.

    `fleet`: whether it is to hold the report on several units; None where that is not known yet. Raises BadTemplate.
    """
    names = _checked(data)
    kind = _kind(names)
    if fleet is not None and (kind is FleetOutline) is not fleet:
        raise BadTemplate("docx.template.both")
    _rendered(data, _values(_example(kind)))


def filled(data: bytes, filling: Filling) -> bytes:
    """The office's file with everything filled in; same bytes for same content. Raises BadTemplate."""
    if _kind(_checked(data)) is not type(filling):
        raise BadTemplate("docx.template.both")
    return _rendered(data, _values(filling))


def _rendered(data: bytes, values: Mapping[str, Any]) -> bytes:
    template, target = _Template(io.BytesIO(data)), io.BytesIO()
    try:
        template.render(values, Environment(), autoescape=True)
        template.save(target)
    except BadTemplate:
        raise
    except TemplateError as error:
        raise BadTemplate("docx.template.syntax", reason=plain(error.message or "")) from error
    except Exception as error:  # the libraries raise anything at all for a file that is not what it says it is
        raise BadTemplate("docx.template.not_word") from error
    return sealed(target.getvalue())


class _Template(DocxTemplate):  # type: ignore[misc]  # the library has no types
    def fix_tables(self, xml: str) -> Any:
        """The library mends torn XML by leaving out what does not fit; a report may not lose a line that way."""
        try:
            parse_xml(xml)
        except SyntaxError as error:
            raise BadTemplate("docx.template.torn") from error
        return super().fix_tables(xml)


def _checked(data: bytes) -> set[str]:
    """The variables of a template that is safe to open."""
    _check_archive(data)
    template, environment = _Template(io.BytesIO(data)), Environment()
    try:
        return set(template.get_undeclared_template_variables(environment))
    except BadTemplate:
        raise
    except TemplateError as error:
        raise BadTemplate("docx.template.syntax", reason=plain(error.message or "")) from error
    except Exception as error:  # as above
        raise BadTemplate("docx.template.not_word") from error


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            if _DOCUMENT not in archive.read("[Content_Types].xml"):
                raise BadTemplate("docx.template.not_word")
            texts = [_text(archive.read(entry)) for entry in entries if _is_xml(entry)]
    except BadTemplate:
        raise
    except Exception as error:  # damaged or encrypted archives and XML raise a dozen kinds
        raise BadTemplate("docx.template.not_word") from error
    for text in texts:
        _check_tags(text)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels"))


def _check_sizes(entries: Sequence[zipfile.ZipInfo]) -> None:
    """By what the archive says of itself, beyond which nothing is unpacked."""
    if (
        len(entries) > _MOST_ENTRIES
        or sum(entry.file_size for entry in entries) > _MOST_UNPACKED
        or any(entry.file_size > _MOST_XML for entry in entries if _is_xml(entry))
    ):
        raise BadTemplate("docx.template.large", most=_MOST_UNPACKED // _MB)
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise BadTemplate("docx.template.macro")


def _text(data: bytes) -> str:
    """A part as the library will see it, its tags in one piece."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        raise BadTemplate("docx.template.macro")
    return _MARKUP.sub("", etree.tostring(root, encoding="unicode"))


def _check_tags(text: str) -> None:
    """Every tag is closed before the next one opens: the library's patterns take for ever otherwise."""
    openings = [found.start() for found in _OPENING.finditer(text)]
    for place, following in pairwise([*openings, len(text)]):
        if text.find(_CLOSING[text[place : place + 2]], place, following) < 0:
            shown = re.sub(r"<[^>]*>", "", text[place : min(following, place + 2_000)])[:40]
            raise BadTemplate("docx.template.open", tag=plain(shown))


def _kind(names: set[str]) -> type[Content] | type[FleetOutline]:
    """What the variables are those of. Raises BadTemplate."""
    if "unit" not in names and "units" not in names and names:
        _check_names(names, {*_names(Content), *_names(FleetOutline)})
        raise BadTemplate("docx.template.both")
    kind = FleetOutline if "units" in names and "unit" not in names else Content
    _check_names(names, set(_names(kind)))
    lacking = [name for name in (*REQUIRED, "unit" if kind is Content else "units") if name not in names]
    if lacking:
        raise BadTemplate("docx.template.lacks", names=", ".join(lacking))
    return kind


def _check_names(names: set[str], known: set[str]) -> None:
    if names - known:
        told = ", ".join(sorted(map(plain, names - known)))
        raise BadTemplate("docx.template.unknown", names=told, known=", ".join(sorted(known)))


def _names(kind: type[Filling]) -> list[str]:
    return [field.name for field in fields(kind)]


def _values(value: Any) -> Any:
    """Nothing but texts, numbers, lists and named values: nothing that a template could call."""
    if is_dataclass(value):
        return {field.name: _values(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {name: _values(item) for name, item in value._asdict().items()}
        return [_values(item) for item in value]
    return plain(str(value)) if isinstance(value, str) else value


def _example(kind: Any) -> Any:
    """A value of that type with one entry in every list, so that a trial reaches the inside of every loop."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return (_example(inner[0]),)
    if origin is UnionType:
        return _example(inner[0])
    if isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields")):
        return kind(**{name: _example(hint) for name, hint in get_type_hints(kind).items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {str: "…", int: 1, float: 1.0, bool: True}[kind]
