"""What is wrong in a file, where, and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

from dcs_audit.records.positions import Loc, Positions, path_text

Lang = Literal["vi", "en"]

MOST_PROBLEMS = 200
"""More than these of one file are not shown."""
MOST_MARKED = 20
"""Problems that are shown with the line they stand on."""
_SETTLED = frozenset({"meant", "any_of", "near", "level", "inside"})
"""Arguments that make the list of all known words needless."""
_LONGEST_SHOWN = 80
_MOST_LISTED = 15


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a line, safe to print; in columns of the screen, what stands before the place and how wide it is."""

    text: str
    before: int
    under: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file; `line` and `column` count from 1 and are None where the file as a whole is meant.

    `path` is the way to the value (empty for the whole file), `code` a key of the catalogue, `args` what its message
    names, `excerpt` the line as it was typed.
    """

    file: str
    line: int | None
    column: int | None
    path: str
    code: str
    args: tuple[tuple[str, str], ...] = ()
    excerpt: Excerpt | None = None
    cell: str | None = None
    """In a workbook the place, as `Sheet!B7`; `line` and `column` are those of the cell in its sheet."""

    @property
    def value(self) -> str | None:
        """What was typed, where the problem is about one value or key."""
        args = dict(self.args)
        return args.get("value", args.get("key"))

    @property
    def suggestion(self) -> str | None:
        """What was probably meant, where there is one such thing; never taken for it."""
        args = dict(self.args)
        return args.get("meant", args.get("near", args.get("mended")))

    def text(self, lang: Lang) -> str:
        """`path: what is wrong: what would be right`, on one line."""
        path = "" if self.cell is not None else printable(self.path)  # a cell says more than a path, to its owner
        return ": ".join([*filter(None, [path]), self.message(lang)])

    def message(self, lang: Lang) -> str:
        """`what is wrong: what would be right`, on one line."""
        # Imported here: words are needed only where something is wrong.
        from dcs_audit.locale.problems import HINTS, PROBLEMS
        from dcs_audit.locale.system_errors import in_words

        args = dict(self.args)
        if "reason" in args:
            args["reason"] = in_words(args["reason"], lang)
        message = PROBLEMS[self.code][lang].format(**args)
        hints = [HINTS[name][lang].format(**args) for name in HINTS if name in args]
        return printable(": ".join([message, *hints]))

    def render(self, lang: Lang) -> str:
        """`FILE:LINE:COL: path: …`, on one line."""
        if self.cell is not None:
            return f"{printable(self.file)}: {printable(self.cell)}: {self.text(lang)}"
        where = [self.file] if self.line is None else [self.file, str(self.line), str(self.column)]
        return f"{printable(':'.join(where))}: {self.text(lang)}"

    def marked(self) -> tuple[str, ...]:
        """The line as it was typed, and below it a mark under the place; nothing where there is no line."""
        if self.excerpt is None:
            return ()
        gutter = f"{self.line:>5} | "
        mark = "^" + "~" * (self.excerpt.under - 1)
        return gutter + self.excerpt.text, " " * (len(gutter) - 2) + "| " + " " * self.excerpt.before + mark


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
        _problem(file, positions.told(place), path, unique[place, path, code])
        for place, path, code in sorted(unique)[:MOST_PROBLEMS]
    ]
    if len(unique) > MOST_PROBLEMS:
        problems.append(Problem(file, None, None, "", "more_problems", (("shown", str(MOST_PROBLEMS)),)))
    return tuple(problems)


def _problem(file: str, place: tuple[int | None, int | None, str | None], path: str, finding: Finding) -> Problem:
    line, column, cell = place
    # Imported here: what may have been meant is asked only where something is wrong.
    from dcs_audit.records.guesses import hints

    args = {name: shown(value) for name, value in finding.args.items()}
    known = () if finding.known is None else finding.known()
    args.update({name: shown(text) for name, text in hints(finding.code, finding.args, finding.word, known).items()})
    if finding.known is not None and not args.keys() & _SETTLED and 0 < len(known) <= _MOST_LISTED:
        args["allowed"] = ", ".join(shown(word) for word in known)
    return Problem(file, line, column, shown_path(path), finding.code, tuple(args.items()), cell=cell)


def shown_path(path: str) -> str:
    """`path`, its end kept where it is too long: the end says which key is meant."""
    longest = 3 * _LONGEST_SHOWN
    return path if len(path) <= longest else "…" + path[1 - longest :]
