"""What a run writes and where: `--format` and `--output`, and any number of `--report FORMAT:FILE`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dcs_audit.cli.desk import Show
from dcs_audit.cli.endings import format_asked
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.overwriting import check_outputs
from dcs_audit.cli.parser import Parser, one_of, unknown
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import FORMATS, NEED_LIBRARIES, BadTemplate, MissingLibrary, Options, style

_TEMPLATE_LIMIT = 20 * 1024 * 1024
_TEMPLATED = "docx"


def add_arguments(group: argparse._ArgumentGroup, parser: Parser) -> None:
    """The arguments that say what is written and where."""
    lang = parser.lang
    told = screen("help.format", lang, formats=", ".join(FORMATS))
    group.add_argument("--format", type=one_of(FORMATS, lang), metavar=screen("meta.format", lang), help=told)
    group.add_argument("--output", metavar=screen("meta.file", lang), help=screen("help.output", lang))
    group.add_argument(
        "--report", action="append", default=[], metavar=screen("meta.report", lang), help=screen("help.report", lang)
    )
    group.add_argument("--force", action="store_true", help=screen("help.force", lang))
    group.add_argument("--template", metavar=screen("meta.file", lang), help=screen("help.template", lang))


def shows(arguments: argparse.Namespace, options: Options, inputs: Sequence[str], terminal: Terminal) -> list[Show]:
    """Every output that was asked for; text on stdout where none was said. Raises UsageError."""
    asked = [_named(entry, terminal.lang) for entry in arguments.report]
    if arguments.format or arguments.output or all(not _to_stdout(output) for _, output in asked):
        asked.insert(0, (format_asked(arguments, FORMATS, terminal), arguments.output))
    outputs = [output for _, output in asked]
    _keep_apart(outputs, [*inputs, *([arguments.template] if arguments.template else [])], terminal)
    check_outputs(outputs, terminal, force=arguments.force, evidence=arguments.evidence)
    template = _template(arguments.template, [form for form, _ in asked], terminal)
    return [_show(form, output, replace(options, template=template), terminal) for form, output in asked]


def try_template(arguments: argparse.Namespace, shows: Sequence[Show], fleet: bool, terminal: Terminal) -> None:
    """Raises UsageError where the office's template could not hold a report on one unit, or on several."""
    template = shows[0].options.template
    if template is None:
        return
    try:
        from dcs_audit.report.docx.template import check_template

        check_template(template, fleet=fleet)
    except BadTemplate as error:
        raise UsageError(f"--template {arguments.template}: {error.told(terminal.lang)}") from error


def _named(entry: str, lang: Lang) -> tuple[str, str]:
    form, colon, output = entry.partition(":")
    if form not in FORMATS:
        raise UsageError(f"--report {entry}: {unknown(form, FORMATS, lang)}")
    if not colon or not output:
        raise UsageError(screen("usage.report", lang, value=entry, format=form))
    return form, output


def _to_stdout(output: str | None) -> bool:
    return output in (None, STDOUT)


def _keep_apart(outputs: Sequence[str | None], inputs: Iterable[str], terminal: Terminal) -> None:
    """No output takes another's place, nor that of a record."""
    records = set(map(os.path.realpath, inputs))
    taken: set[str] = set()
    for output in outputs:
        place = STDOUT if output is None or output == STDOUT else os.path.realpath(output)
        if place in taken:
            raise UsageError(terminal.word("usage.same_output", path="stdout" if place == STDOUT else output))
        if place in records:
            raise UsageError(terminal.word("usage.overwrites", path=output))
        taken.add(place)


def _template(path: str | None, forms: Iterable[str], terminal: Terminal) -> bytes | None:
    if path is None:
        return None
    if _TEMPLATED not in forms:
        raise UsageError(terminal.word("usage.template"))
    try:
        with open(path, "rb") as file:
            data = file.read(_TEMPLATE_LIMIT + 1)
    except OSError as error:
        from dcs_audit.locale.system_errors import why

        raise UsageError(f"--template {path}: {why(error, terminal.lang)}") from error
    if len(data) > _TEMPLATE_LIMIT:
        raise UsageError(terminal.word("usage.template_large", path=path))
    return data


def _show(form: str, output: str | None, options: Options, terminal: Terminal) -> Show:
    """Raises UsageError where the format needs a library that is not there, or is nothing for a screen."""
    try:
        binary = form in NEED_LIBRARIES and style(form).binary
    except MissingLibrary as error:
        from dcs_audit.installation.commands import with_extra

        raise UsageError(
            terminal.word("usage.library", format=form, library=error.library, command=with_extra("reports"))
        ) from error
    if binary and _to_stdout(output) and terminal.stdout.isatty():
        raise UsageError(terminal.word("usage.binary", format=form))
    width, colour = terminal.shape(output) if form == "text" else (0, False)
    return Show(form, replace(options, width=width, colour=colour), output)
