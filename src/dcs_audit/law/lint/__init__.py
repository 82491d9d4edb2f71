"""Faults of rule packs that loading lets pass, and those that it does not: `lint` tells them all.

Each kind of fault has a module here, whose `find` gives the faults of a book; its docstring names their codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dcs_audit.law.cases import Placed, case_files, read_cases
from dcs_audit.law.coverage import read_inventory
from dcs_audit.law.homes import Homes
from dcs_audit.law.lint import cases, citations, duplicates, reach, records, red, unused, verified, windows, wording
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, of_loading
from dcs_audit.law.loader import Pack, PackError
from dcs_audit.law.rulebook import Rulebook, assemble
from dcs_audit.law.trials import TrialResult, run_trial

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor

_FINDERS = (citations.find, windows.find, verified.find, cases.find, records.find, red.find, reach.find,
            duplicates.find, unused.find, wording.find)  # fmt: skip

MakeAuditor = Callable[[Rulebook], "Auditor"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What lint found, sorted by file and line, and how much it looked at."""

    faults: tuple[Fault, ...]
    counts: Mapping[str, int]
    """How many `rules`, `checks`, `parameters` and `cases` were looked at."""


def lint(packs: Sequence[Pack], auditor: MakeAuditor, absent: Iterable[str] = ()) -> Verdict:
    """Every fault of the packs, their inventories of the law and their cases, each once. `auditor` judges the cases.

    `absent` are problems of packs that are not among `packs`, for they could not be opened. What can only be told of
    packs that are whole is left out while a file cannot be read.
    """
    problems = [*absent]
    lacking = bool(problems)
    rulebook = None
    if lacking:  # names of the pack that is not there would seem unknown
        problems += [problem for pack in packs for problem in pack.problems]
    else:
        try:
            rulebook = assemble(tuple(packs))
        except PackError as error:
            problems += error.problems
    inventory = read_inventory(packs)
    problems += inventory.problems
    found = _cases(packs, problems)
    results = _results(rulebook, auditor(rulebook), found) if rulebook is not None and found is not None else None
    book = Book(tuple(packs), inventory, found, results, lacking)
    faults = {*of_loading(problems), *(fault for find in _FINDERS for fault in find(book))}
    counts = {"rules": book.rules, "checks": book.checks, "parameters": book.parameters, "cases": found or ()}
    return Verdict(tuple(sorted(faults)), {name: len(many) for name, many in counts.items()})


def _cases(packs: Iterable[Pack], problems: list[str]) -> tuple[Placed, ...] | None:
    """The cases of all packs, None where some cannot be read; what is wrong goes to `problems`."""
    found: list[Placed] = []
    whole = True
    for path in (path for pack in packs for path in case_files(pack.folder)):
        try:
            found += [trial for trial in read_cases(path) if isinstance(trial, Placed)]
        except PackError as error:
            problems += error.problems
            whole = False
    return tuple(found) if whole else None


def _results(rulebook: Rulebook, auditor: Auditor, found: Iterable[Placed]) -> tuple[TrialResult, ...]:
    homes = Homes(rulebook)
    return tuple(run_trial(case, homes.auditor(auditor, case)) for case in found)
