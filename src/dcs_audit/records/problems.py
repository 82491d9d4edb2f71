"""What is wrong in a file, where, and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

from dcs_audit.records.nearest import nearest
from dcs_audit.records.positions import Loc, Positions, path_text

Lang = Literal["vi", "en"]

MOST_PROBLEMS = 200
"""More than these of one file are not shown."""
_LONGEST_SHOWN = 80
_MOST_LISTED = 15


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file; `line` and `column` count from 1 and are None where the file as a whole is meant.

    `path` is the way to the value (empty for the whole file), `code` a key of the catalogue, `args` what its message
    names.
    """

    file: str
    line: int | None
    column: int | None
    path: str
    code: str
    args: tuple[tuple[str, str], ...] = ()

    def text(self, lang: Lang) -> str:
        """`path: what is wrong: what would be right`, on one line."""
        # Imported here: words are needed only where something is wrong.
        from dcs_audit.locale.problems import HINTS, PROBLEMS

        args = dict(self.args)
        message = PROBLEMS[self.code][lang].format(**args)
        hints = [HINTS[name][lang].format(**args) for name in HINTS if name in args]
        return printable(": ".join([*filter(None, [self.path]), message, *hints]))

    def render(self, lang: Lang) -> str:
        """`FILE:LINE:COL: path: …`, on one line."""
        where = [self.file] if self.line is None else [self.file, str(self.line), str(self.column)]
        return f"{printable(':'.join(where))}: {self.text(lang)}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem before it has a place: at `loc`, or at 1-based line and column `at` where the reader knows better.

    `known` gives the words that `word` should have been one of; it is asked only about problems that are shown.
    `at_key` puts the problem at the key of `loc` instead of its value.
    """

    loc: Loc
    code: str
    args: dict[str, str] = field(default_factory=dict)
    at: tuple[int, int] | None = None
    at_key: bool = False
    word: str = ""
    known: Callable[[], Collection[str]] | None = None


def printable(text: str) -> str:
    """`text` with everything that would not show, or would break the line, as an escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def shown(value: str) -> str:
    """`value`, cut to what fits into a message."""
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"


def to_problems(file: str, findings: Iterable[Finding], positions: Positions) -> tuple[Problem, ...]:
    """All findings with their places, in the order of the file, each once, at most MOST_PROBLEMS and a closing line."""
    unique: dict[tuple[tuple[int, int], str, str], Finding] = {}
    for finding in findings:
        place = finding.at or positions.of(finding.loc, nearest=True, key=finding.at_key) or (1, 1)
        unique.setdefault((place, path_text(finding.loc), finding.code), finding)
    problems = [
        _problem(file, place, path, unique[place, path, code]) for place, path, code in sorted(unique)[:MOST_PROBLEMS]
    ]
    if len(unique) > MOST_PROBLEMS:
        problems.append(Problem(file, None, None, "", "more_problems", (("shown", str(MOST_PROBLEMS)),)))
    return tuple(problems)


def _problem(file: str, place: tuple[int, int], path: str, finding: Finding) -> Problem:
    args = {name: shown(value) for name, value in finding.args.items()}
    if finding.known is not None:
        known = finding.known()
        if (near := nearest(finding.word, known)) is not None:
            args["near"] = shown(near)
        elif 0 < len(known) <= _MOST_LISTED:
            args["allowed"] = ", ".join(shown(word) for word in known)
    return Problem(file, *place, shown_path(path), finding.code, tuple(args.items()))


def shown_path(path: str) -> str:
    """`path`, its end kept where it is too long: the end says which key is meant."""
    longest = 3 * _LONGEST_SHOWN
    return path if len(path) <= longest else "…" + path[1 - longest :]
