"""Cases beside the rules: fragments of a unit record with the verdict that the law's text gives.

`FILE.test.yaml` stands beside `FILE.yaml`. It names bases, for each rule cases over them, and windows: the days on
which rules come into force and go out of it; see the rule author's guide in the README. `law.trials` runs them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import Field, model_validator

from dcs_audit.law.basics import Model, Window
from dcs_audit.law.loader import PackError, file_bytes
from dcs_audit.law.parsing import parse
from dcs_audit.law.places import Place
from dcs_audit.law.refusal import refused
from dcs_audit.law.told import joined, named, told, unknown
from dcs_audit.records.positions import Loc, path_text
from dcs_audit.verdicts.model import Severity, Status

NOT_ASKED = "not asked"
"""What a case may expect of a check instead of a status: that it does not come up."""


class Base(Model):
    """A starting point of cases: a unit, a year, a day of audit."""

    as_of: date
    year: int
    unit: dict[str, Any]


class Case(Model):
    """One case: what differs from its base, the records, and the expected verdict."""

    rule: str
    name: str
    base: str
    as_of: date | None = None
    year: int | None = None
    unit: dict[str, Any] = Field(default_factory=dict)
    records: dict[str, Any] = Field(default_factory=dict)
    waivers: tuple[Any, ...] = ()
    expect: str | dict[str, str]
    """The status of the rule's only duty, or status by period, subject, or `period#subject`; `{}`: no duty arises."""
    checks: dict[str, str] = Field(default_factory=dict)
    """By the id of a check, its status, or `not asked`."""
    severity: Severity | None = None
    verified: bool | None = None
    """How much the verdict weighs: a check may weigh less than its rule."""
    due: date | None = None
    days: int | None = None
    facts: tuple[str, ...] | None = None

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that the case expects of duties."""
        return (self.expect,) if isinstance(self.expect, str) else tuple(self.expect.values())

    @model_validator(mode="after")
    def _known(self) -> Case:
        asked = (status for status in self.checks.values() if status != NOT_ASKED)
        for status in (*self.statuses, *asked):
            if status not in list(Status):
                where = "expect" if status in self.statuses else "checks"
                known = named(status, [str(known) for known in Status])
                raise refused("unknown_name_status", at=where, **known)
        return self


class Windows(Model):
    """The days on which rules are in force, written a second time: a slip in one of the two shows."""

    base: str
    rules: tuple[str, ...] = Field(min_length=1)
    from_: date = Field(alias="from")
    to: date | None = None
    unit: dict[str, Any] = Field(default_factory=dict)

    @property
    def declared(self) -> Window:
        """The window that the rules must have."""
        return Window.model_validate({"from": self.from_, "to": self.to})


class CaseFile(Model):
    """One `*.test.yaml`."""

    bases: dict[str, Base] = Field(min_length=1)
    windows: tuple[Windows, ...] = ()
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A case with the file (`pack/file.test.yaml`) and line where it stands."""

    file: str
    line: int
    case: Case
    base: Base

    @property
    def rule(self) -> str:
        """The rule that the case is about."""
        return self.case.rule

    @property
    def name(self) -> str:
        """What the case is called."""
        return self.case.name

    @property
    def label(self) -> str:
        """`RULE: name`, unique in a pack."""
        return f"{self.rule}: {self.name}"


@dataclass(frozen=True, slots=True)
class PlacedWindow:
    """The window of one rule, with the file and line where it stands."""

    file: str
    line: int
    rule: str
    window: Windows
    base: Base

    @property
    def name(self) -> str:
        """The window as reports show it."""
        return f"in force {self.window.from_} .. {self.window.to or ''}".rstrip()

    @property
    def label(self) -> str:
        """`RULE: in force FROM .. TO (BASE)`."""
        unit = "".join(f", {name}: {value}" for name, value in self.window.unit.items())
        return f"{self.rule}: {self.name} ({self.window.base}{unit})"


Trial: TypeAlias = Placed | PlacedWindow
"""Something that must hold of a rulebook."""


def case_files(folder: Path) -> list[Path]:
    """The case files of a pack, in the order of their names."""
    return sorted(folder.glob("*.test.yaml"), key=lambda path: path.name)


def read_cases(path: Path) -> list[Trial]:
    """The cases and windows of one file. Raises PackError with every problem of it, as `FILE:LINE:COL: …`."""
    shown = f"{path.parent.name}/{path.name}"
    found = parse(shown, file_bytes(path), CaseFile)
    if found.content is None:
        raise PackError(found.problems)
    problems: list[str] = [*found.problems]
    trials = _placed(found.place, found.content, found.unread, problems)
    if problems:
        raise PackError(tuple(problems))
    return trials


def _placed(top: Place, file: CaseFile, unread: Collection[str], problems: list[str]) -> list[Trial]:
    """The trials of a file; bases that it does not have go to `problems`, but for names that could not be read."""
    shown, positions = top.file, top.positions
    found: list[Trial] = []

    def base_of(loc: Loc, name: str) -> Base | None:
        if name not in file.bases and name not in unread:
            case = file.cases[loc[1]].name if loc[0] == "cases" and isinstance(loc[1], int) else ""
            subject = told("subject.case", name=case) if case else path_text(loc)
            place = Place(shown, positions, loc).at("base")
            problems.append(joined(place, subject, unknown("base", name, file.bases)))
        return file.bases.get(name)

    def line_of(loc: Loc) -> int:
        return (positions.of(loc, nearest=True) or (1, 1))[0]

    for number, case in enumerate(file.cases):
        loc: Loc = ("cases", number)
        if (base := base_of(loc, case.base)) is not None:
            found.append(Placed(shown, line_of(loc), case, base))
    for number, window in enumerate(file.windows):
        loc = ("windows", number)
        if (base := base_of(loc, window.base)) is not None:
            found.extend(PlacedWindow(shown, line_of(loc), rule, window, base) for rule in window.rules)
    return found


def unit_data(base: Base, unit: Mapping[str, Any]) -> dict[str, Any]:
    """The base's unit with what differs from it; a fact that is to be unknown is written as nothing."""
    return {name: value for name, value in {**base.unit, **unit}.items() if value is not None}
