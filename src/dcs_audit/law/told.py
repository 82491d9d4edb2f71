"""What is told about a pack, in both languages at once: a line is English text that knows its Vietnamese."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.records.problems import Problem


class Told(str):
    """A line in English; `vi` is the same in Vietnamese."""

    vi: str

    def __new__(cls, en: str, vi: str) -> Told:
        line = super().__new__(cls, en)
        line.vi = vi
        return line

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # for pickle: both languages
        return str(self), self.vi


def in_language(line: str, lang: Lang) -> str:
    """The line in `lang`; one that only English knows in English."""
    return line.vi if lang == "vi" and isinstance(line, Told) else str(line)


def in_both(line: str) -> Text:
    """The line in each language."""
    return Text(*(in_language(line, lang) for lang in LANGS))


def told(code: str, **args: object) -> Told:
    """The problem `code` of the catalogue with what its message names, without a place."""
    return of_problem(Problem("", None, None, "", code, tuple((name, str(value)) for name, value in args.items())))


def of_problem(problem: Problem) -> Told:
    """What is wrong and what would be right, without its place."""
    return Told(problem.message("en"), problem.message("vi"))


def joined(*parts: str) -> Told:
    """`PLACE: SUBJECT: …`, in each language."""
    return Told(*(": ".join(in_language(part, lang) for part in parts if part) for lang in ("en", "vi")))


def unknown(kind: str, name: str, known: Collection[str]) -> Told:
    """A name of that kind that nobody defines, with the nearest of those that are."""
    return told(f"unknown_name_{kind}", **named(name, known))


def named(name: str, known: Collection[str]) -> dict[str, str]:
    """The arguments of a message on an unknown name."""
    near = get_close_matches(name, list(known), n=1)
    return {"name": name, **({"near": near[0]} if near else {})}
