"""Case files for tiny packs, and what their mutants come to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tiny_packs import Data, rulebook

from dcs_audit.auditor import Auditor
from dcs_audit.law.casebook import Casebook, collect
from dcs_audit.law.mutants import Mutant
from dcs_audit.law.mutation import Fate, Laboratory
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records.positions import path_text

BASE = {"as_of": "2026-06-15", "year": 2026, "unit": {"name": "Sở A", "type": "state_agency"}}


def case(name: str, expect: str | Data, rule: str = "R", **more: object) -> Data:
    """A case over the only base."""
    return {"rule": rule, "name": name, "base": "so", "expect": expect, **more}


def window(start: str, *rules: str, **more: str) -> Data:
    """A window over the only base."""
    return {"base": "so", "rules": list(rules or ("R",)), "from": start, **more}


def documents(*entries: Data) -> Data:
    """Records that are documents, democracy regulations unless they say otherwise."""
    return {"documents": [{"kind": "democracy_regulation", "date": "2026-02-02"} | entry for entry in entries]}


def write_cases(folder: Path, cases: Iterable[Data], windows: Iterable[Data] = (), base: Data = BASE) -> Path:
    """A case file beside the rule file of a tiny pack."""
    path = folder / "a.test.yaml"
    data = {"bases": {"so": base}, "windows": list(windows), "cases": list(cases)}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, default=date.isoformat), encoding="utf-8")
    return path


def casebook(
    folder: Path,
    cases: Iterable[Data],
    rules: Iterable[Data],
    checks: Iterable[Data] = (),
    parameters: Iterable[Data] = (),
    windows: Iterable[Data] = (),
) -> Casebook:
    """The casebook of a tiny pack with these cases."""
    book: Rulebook = rulebook(folder, rules, checks, parameters)
    write_cases(folder, cases, windows)
    return collect(book)


def laboratory(book: Casebook, only: frozenset[str] | None = None) -> Laboratory:
    """Its mutants, on the reference engine; its cases must hold."""
    auditor = Auditor(book.rulebook, "reference")
    assert [result.differences for result in book.run(auditor) if not result.holds] == []
    return Laboratory(book, auditor, only)


def survivors(book: Casebook) -> set[str]:
    """What no case notices, as `NAME path operator new`."""
    lab = laboratory(book)
    return {told(mutant) for mutant in lab.mutants if lab.fate(mutant) is Fate.SURVIVED}


def told(mutant: Mutant) -> str:
    """`NAME path: new`, or `NAME path dropped`."""
    edit = mutant.edit
    end = " dropped" if edit.operator == "drop" else f": {edit.new}"
    return f"{mutant.name} {path_text(edit.loc)}{end}"
