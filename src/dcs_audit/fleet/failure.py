"""A record that gave no report, and why."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dcs_audit.locale.phrases import LANGS, Lang, Text, say
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.records.problems import Problem


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that could not be audited: nothing is known about its unit, least of all that it is clean.

    `problems` say what is wrong with the record; where nothing is, `notes` say why it was not audited, or `reason`
    what went wrong with the audit, and `bug` that it was the program's own fault.
    """

    name: str
    problems: tuple[Problem, ...] = ()
    reason: str = ""
    bug: bool = False
    notes: tuple[Text, ...] = ()

    def __str__(self) -> str:
        """Why there is no report, in English and on one line, whatever the reason."""
        return "; ".join(self.lines("en"))

    def lines(self, lang: Lang) -> tuple[str, ...]:
        """What to tell people, a line for each problem."""
        if self.problems:
            return tuple(problem.render(lang) for problem in self.problems)
        return tuple(say(note, lang) for note in self.told)

    @property
    def told(self) -> tuple[Text, ...]:
        """Why there is no report, where the record itself is not to blame."""
        return self.notes or (both("error.audit", path=self.name, reason=self._why()),)

    def shown(self, lang: Lang, marked: int) -> Iterator[str]:
        """The lines of all problems, the first `marked` of them with the place in the file."""
        if not self.problems:
            yield from self.lines(lang)
        for number, problem in enumerate(self.problems):
            yield problem.render(lang)
            if number < marked:
                yield from problem.marked()

    def _why(self) -> Text:
        return both("error.internal", error=self.reason) if self.bug else Text(self.reason, self.reason)


def both(key: str, **blanks: object) -> Text:
    """A message of the screen in both languages; a blank may be such a message itself."""
    said = (screen(key, lang, **{name: _in(value, lang) for name, value in blanks.items()}) for lang in LANGS)
    return Text(*said)


def _in(value: object, lang: Lang) -> object:
    return say(value, lang) if isinstance(value, Text) else value


def origin(error: Exception) -> str:
    """An unforeseen error on one line: what it is and where it arose, for whoever must mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})"
