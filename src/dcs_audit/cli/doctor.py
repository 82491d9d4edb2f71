"""`doctor`: whether this installation works, and how to mend what does not. Any fault ends with 1."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from dcs_audit import __version__
from dcs_audit.cli import exits
from dcs_audit.cli.parser import Parser, one_of
from dcs_audit.cli.terminal import Terminal
from dcs_audit.fleet.failure import origin
from dcs_audit.installation.commands import reinstalled
from dcs_audit.installation.finding import Finding, Level, fault
from dcs_audit.installation.surroundings import Screen
from dcs_audit.locale.phrases import Lang, Text, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import plain

FORMATS = ("text", "json")
SCHEMA = "dcs-audit/doctor@1"
_WIDEST = 120


def add_arguments(parser: Parser) -> None:
    """The arguments of `doctor`."""
    parser.epilog = screen("help.doctor_exits", parser.lang)
    parser.general.add_argument(
        "--format",
        type=one_of(FORMATS, parser.lang),
        default=FORMATS[0],
        metavar="|".join(FORMATS),
        help=screen("help.doctor_format", parser.lang),
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Looks at every part, whatever became of the others; 1 where one is faulty."""
    findings = list(_examined(_parts(terminal)))
    if arguments.format == "json":
        terminal.hand_over(as_json(findings), None)
    else:
        terminal.hand_over(as_text(findings, terminal.lang, terminal.shape(None)[0]), None)
    return exits.VIOLATIONS if any(found.level is Level.FAULT for found in findings) else exits.CLEAN


def _parts(terminal: Terminal) -> Iterator[tuple[str, Callable[[], Iterable[Finding]]]]:
    """Every part with what looks at it; imported one by one, as a broken library must not hide the others."""
    from dcs_audit.installation import engines, law, libraries, surroundings

    today = terminal.today()
    yield "program", lambda: [surroundings.program()]
    yield "libraries", libraries.required
    yield "engines", engines.engines
    yield "rulebook", lambda: law.law(today)
    yield "cache", lambda: [surroundings.cache(os.environ)]
    yield "output", lambda: surroundings.screen_of(_screen(terminal))
    yield "clock", lambda: [surroundings.clock(today, _offset())]
    yield "extras", libraries.optional


def _examined(parts: Iterable[tuple[str, Callable[[], Iterable[Finding]]]]) -> Iterator[Finding]:
    for part, look in parts:
        try:
            yield from look()
        except Exception as error:
            command = reinstalled()
            yield fault(part, "doctor.unforeseen", "doctor.reinstall", reason=origin(error), command=command)


def _screen(terminal: Terminal) -> Screen:
    columns, colour = terminal.shape(None)
    if not terminal.stdout.isatty():
        return Screen(None, columns, colour)
    # To a Windows console Python writes Unicode whatever its code page is.
    return Screen("utf-8" if sys.platform == "win32" else locale.getencoding(), columns, colour)


def _offset() -> timedelta | None:
    return datetime.now().astimezone().utcoffset()


def as_json(findings: Sequence[Finding]) -> str:
    """Every finding as data, texts in both languages; `healthy` is whether none is a fault."""
    data = {
        "schema": SCHEMA,
        "tool": {"name": "dcs-audit", "version": __version__},
        "healthy": all(found.level is not Level.FAULT for found in findings),
        "findings": [
            {"part": found.part, "level": found.level, "told": _both(found.told), "mend": _both(found.mend)}
            for found in findings
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _both(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"vi": text.vi, "en": text.en}


def as_text(findings: Sequence[Finding], lang: Lang, width: int) -> str:
    """A paragraph for each finding, its level first, and what it comes to. Commands are never broken over lines."""
    labels = {level: f"[{screen(f'doctor.level.{level}', lang)}]" for level in Level}
    hanging = max(map(len, labels.values())) + 1
    lines = [f"{screen('doctor.heading', lang)} dcs-audit {__version__}", ""]
    for found in findings:
        part = screen(f"doctor.part.{found.part}", lang)
        lines += _hung(labels[found.level].ljust(hanging), f"{part}: {say(found.told, lang)}", width)
        if found.mend is not None:
            told, _, command = say(found.mend, lang).partition("\n")
            lines += _hung(" " * hanging, f"→ {told}", width)
            lines += [" " * (hanging + 2) + plain(command)] if command else []
    faults, notes = (sum(found.level is level for found in findings) for level in (Level.FAULT, Level.NOTE))
    key = "doctor.sum.faulty" if faults else "doctor.sum.sound"
    return "\n".join([*lines, "", *_hung("", screen(key, lang, faults=faults, notes=notes), width), ""])


def _hung(label: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(
        plain(text),
        max(min(width, _WIDEST), 40),
        initial_indent=label,
        subsequent_indent=" " * len(label),
        break_long_words=False,
        break_on_hyphens=False,
    )
