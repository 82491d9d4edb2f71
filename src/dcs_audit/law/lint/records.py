"""Cases whose records cannot be read, so that nothing is judged by them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dcs_audit.law.cases import Placed
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault_in_words
from dcs_audit.law.loader import file_bytes
from dcs_audit.locale.phrases import Text
from dcs_audit.records.positions import Loc, Positions, path_loc
from dcs_audit.records.problems import Problem
from dcs_audit.records.yaml_reader import read_yaml


def find(book: Book) -> Iterator[Fault]:
    """unreadable-case, where the key or the value that is wrong stands."""

    @cache
    def positions(file: str) -> Positions:
        folder, _, name = file.partition("/")
        pack = next(pack for pack in book.packs if pack.folder.name == folder)
        return read_yaml(file_bytes(pack.folder / name).decode("utf-8-sig")).positions

    for result in book.results or ():
        for problem in result.problems:
            if isinstance(result.trial, Placed):
                yield _fault(result.trial, problem, positions(result.trial.file))


def _fault(case: Placed, problem: Problem, positions: Positions) -> Fault:
    loc = path_loc(problem.path) or ()
    at_key = problem.code == "unknown_key"
    line, column = case.line, 1
    for start in (_start(case, positions), ("bases", case.case.base)):
        if start is not None and (found := positions.of((*start, *loc), key=at_key)) is not None:
            line, column = found
            break
    words = Text(*(f"{case.label}: {problem.text(lang)}" for lang in ("vi", "en")))
    return fault_in_words(f"{case.file}:{line}:{column}", "unreadable-case", words)


def _start(case: Placed, positions: Positions) -> Loc | None:
    """The way to the case in its file."""
    number = 0
    while (found := positions.of(("cases", number))) is not None:
        if found[0] == case.line:
            return "cases", number
        number += 1
    return None
