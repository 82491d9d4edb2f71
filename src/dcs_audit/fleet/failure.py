"""A record that gave no report, and why."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.records.problems import Problem


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that could not be audited: nothing is known about its unit, least of all that it is clean.

    `problems` say what is wrong with the record; where nothing is, `reason` says what went wrong with the audit, and
    `bug` that it was the program's own fault.
    """

    name: str
    problems: tuple[Problem, ...] = ()
    reason: str = ""
    bug: bool = False

    def lines(self, lang: Lang) -> tuple[str, ...]:
        """What to tell people, a line for each problem."""
        if self.problems:
            return tuple(problem.render(lang) for problem in self.problems)
        reason = screen("error.internal", lang, error=self.reason) if self.bug else self.reason
        return (screen("error.audit", lang, path=self.name, reason=reason),)


def origin(error: Exception) -> str:
    """An unforeseen error on one line: what it is and where it arose, for whoever must mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})"
