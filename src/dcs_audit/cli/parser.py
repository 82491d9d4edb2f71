"""argparse in the user's language: its help, its errors, and no printing or exiting of its own."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Generic, NoReturn, TypeVar

from dcs_audit.cli.exits import UsageError
from dcs_audit.locale.languages import LANGS, Lang
from dcs_audit.locale.screen import screen

T = TypeVar("T")

# What argparse says, in its own words over the versions, and the message that stands for it.
_ERRORS = (
    (re.compile(r"the following arguments are required: (?P<names>.*)"), "usage.required"),
    (re.compile(r"unrecognized arguments: (?P<names>.*)", re.DOTALL), "usage.unrecognized"),
    (re.compile(r"expected (?:one|at least one) argument"), "usage.expects_value"),
    (re.compile(r"ignored explicit argument (?P<value>.*)", re.DOTALL), "usage.takes_no_value"),
    (re.compile(r"invalid choice: '?(?P<value>.*?)'? \(.*choose from (?P<choices>.*)\)", re.DOTALL), "usage.choice"),
)
_ABOUT_ARGUMENT = re.compile(r"argument (?P<name>\S+): (?P<rest>.*)", re.DOTALL)


class Answer(Exception):
    """The command line asks for a text (help, version) instead of a run."""


class _Give(argparse.Action):
    """An option that answers with a text."""

    def __init__(
        self, option_strings: Sequence[str], dest: str, answer: Callable[[], str] | None = None, help: str = ""
    ) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, default=argparse.SUPPRESS, nargs=0, help=help)
        self._answer = answer

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise Answer(self._answer() if self._answer is not None else parser.format_help())


def _columns() -> int:
    """As shutil.get_terminal_size says; but the module of that takes longer to load than the help to write."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, lang: Lang, **layout: Any) -> None:
        super().__init__(prog, max_help_position=28, width=_columns() - 2, **layout)
        self._usage_word = screen("help.usage", lang)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Raises UsageError and Answer where argparse would print and exit. Options are not abbreviated."""

    def __init__(self, *, lang: Lang, **more: Any) -> None:
        super().__init__(**more, add_help=False, allow_abbrev=False, formatter_class=partial(_Help, lang=lang))
        self.lang: Lang = lang
        self.general = self.add_argument_group(screen("help.general", lang))
        self.general.add_argument("-h", "--help", action=_Give, help=screen("help.help", lang))
        self.general.add_argument(
            "--lang",
            type=one_of(LANGS, lang),
            metavar="vi|en",
            default=argparse.SUPPRESS,
            help=screen("help.lang", lang),
        )

    def add_answer(self, option: str, answer: Callable[[], str], help: str) -> None:
        """An option that answers with what `answer` gives, which may raise UsageError."""
        self.general.add_argument(option, action=_Give, answer=answer, help=help)

    def error(self, message: str) -> NoReturn:
        """Raises UsageError with `message` in the user's language, and where to read on."""
        told = said(message, self.lang)
        stop = "" if told.endswith("?") else "."
        raise UsageError(f"{told}{stop} {screen('usage.see', self.lang, prog=self.prog)}")


def said(message: str, lang: Lang) -> str:
    """A message of argparse in `lang`. One that is not known stays as it is: better in English than not said."""
    if about := _ABOUT_ARGUMENT.fullmatch(message):
        return f"{about['name']}: {said(about['rest'], lang)}"
    for pattern, key in _ERRORS:
        if found := pattern.fullmatch(message):
            return screen(key, lang, **found.groupdict())
    return message


class OneOf(Generic[T]):
    """A type of argument: one of some words. Asks back with the nearest."""

    def __init__(self, values: Iterable[T], lang: Lang) -> None:
        self.known = {str(value): value for value in values}
        self._lang: Lang = lang

    def __call__(self, typed: str) -> T:
        if typed in self.known:
            return self.known[typed]
        raise argparse.ArgumentTypeError(unknown(typed, self.known, self._lang))


def one_of(values: Iterable[T], lang: Lang) -> OneOf[T]:
    """A type of argument: one of these words. Asks back with the nearest."""
    return OneOf(values, lang)


def unknown(typed: str, known: Iterable[str], lang: Lang) -> str:
    """What to say about a word that is not known: the nearest one, or all where they are few."""
    from dcs_audit.records.nearest import nearest

    words = list(known)
    near = nearest(typed, words)
    if near is not None:
        return screen("usage.did_you_mean", lang, value=typed, near=near)
    if len(words) <= 10:
        return screen("usage.choice", lang, value=typed, choices=", ".join(words))
    return screen("usage.unknown", lang, value=typed)


def day(lang: Lang) -> Callable[[str], Any]:
    """A type of argument: a day, written as in unit files."""
    return partial(_scalar, "day", "usage.day", lang)


def year(lang: Lang) -> Callable[[str], Any]:
    """A type of argument: a year that can be audited."""
    return partial(_scalar, "audited_year", "usage.year", lang)


def processes(lang: Lang) -> Callable[[str], int]:
    """A type of argument: how many processes work side by side, from 1 up."""

    def parse(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and int(typed)):
            raise argparse.ArgumentTypeError(screen("usage.jobs", lang, value=typed))
        return int(typed)

    return parse


def _scalar(parser: str, complaint: str, lang: Lang, typed: str) -> Any:
    # Imported here: help and version do without the model of the records.
    from dcs_audit.records import scalars

    try:
        value = getattr(scalars, parser)(typed)
    except ValueError:
        value = None
    if value is None:
        raise argparse.ArgumentTypeError(screen(complaint, lang, value=typed))
    return value
