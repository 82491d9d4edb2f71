"""Cases beside the rules: fragments of a unit record with the verdict that the law's text gives.

`FILE.test.yaml` stands beside `FILE.yaml`. It names bases, for each rule cases over them, and windows: the days on
which rules come into force and go out of it; see the rule author's guide in the README. `law.trials` runs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import Field, ValidationError, model_validator

from dcs_audit.law.basics import Model, Window
from dcs_audit.law.loader import PackError, file_bytes
from dcs_audit.law.references import did_you_mean
from dcs_audit.records.positions import Loc, Positions
from dcs_audit.records.problems import to_problems
from dcs_audit.records.yaml_reader import read_yaml
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
                raise ValueError(f"no such status `{status}`{did_you_mean(status, [str(known) for known in Status])}")
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
    try:
        content = read_yaml(file_bytes(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackError((f"{shown}: not UTF-8 at byte {error.start}",)) from None
    if content.findings or not content.readable:
        problems = to_problems(shown, content.findings, content.positions)
        raise PackError(tuple(problem.render("en") for problem in problems))
    try:
        file = CaseFile.model_validate(content.data)
    except ValidationError as error:
        lines = [_located(shown, content.positions, entry["loc"], entry["msg"]) for entry in error.errors()]
        raise PackError(tuple(lines)) from None
    return _placed(shown, file, content.positions)


def _placed(shown: str, file: CaseFile, positions: Positions) -> list[Trial]:
    found: list[Trial] = []
    problems: list[str] = []

    def base_of(loc: Loc, name: str) -> Base | None:
        if name not in file.bases:
            what = f"no such base `{name}`{did_you_mean(name, file.bases)}"
            problems.append(_located(shown, positions, (*loc, "base"), what))
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
    if problems:
        raise PackError(tuple(problems))
    return found


def _located(shown: str, positions: Positions, loc: Loc, what: str) -> str:
    line, column = positions.of(loc, nearest=True) or (1, 1)
    return f"{shown}:{line}:{column}: {'.'.join(map(str, loc))}: {what.removeprefix('Value error, ')}"


def unit_data(base: Base, unit: Mapping[str, Any]) -> dict[str, Any]:
    """The base's unit with what differs from it; a fact that is to be unknown is written as nothing."""
    return {name: value for name, value in {**base.unit, **unit}.items() if value is not None}
