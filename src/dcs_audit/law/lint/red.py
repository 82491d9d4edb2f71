"""Checks that no case turns red: nobody has seen them work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcs_audit.law.basics import Where
from dcs_audit.law.cases import Placed
from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.cases import can_fail, only_tells
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.questions import Check, CheckUse
from dcs_audit.records.positions import path_loc
from dcs_audit.verdicts.model import VIOLATIONS, CheckResult, Status

_Look = tuple[str, str, str, str]
"""How reports show a check: the rule, the check's id, its titles. They do not know the name that packs give it."""


def find(book: Book) -> Iterator[Fault]:
    """check-never-red, of checks that some rule uses; any rule's case counts."""
    if book.results is None:
        return
    shown = {result.trial.rule for result in book.results}
    used: dict[_Look, list[CheckUse]] = {}
    for rule in (rule for rule, _ in book.rules if rule.id in shown):  # of the others it is told that they lack cases
        for _, use, check in book.used(rule):
            if not only_tells(check):
                used.setdefault((rule.id, check.id, check.title.vi, check.title.en), []).append(use)
    red: set[str] = set()
    for result in book.results:
        for duty in result.results:
            for told in duty.checks:
                uses = used.get((duty.rule, told.id, told.title.vi, told.title.en), ())
                meant = _meant(uses, told, result.trial) if isinstance(result.trial, Placed) else ()
                red.update(use.check for use in meant if _is_red(told, book.checks[use.check][0]))
    for name in sorted({use.check for uses in used.values() for use in uses} - red):
        yield fault(book.checks[name][1].at("name"), "check-never-red", check=name)


def _is_red(told: CheckResult, check: Check) -> bool:
    return told.status in VIOLATIONS or (told.status is Status.NEEDS_REVIEW and not can_fail(check))


def _meant(uses: Sequence[CheckUse], told: CheckResult, case: Placed) -> Sequence[CheckUse]:
    """Which of several checks that look alike was put to the record: those meant for records like it."""
    if len(uses) < 2:
        return uses
    record: object = {"records": case.case.records}
    for step in path_loc(told.record) or ():
        record = _step(record, step)
    fitting = [use for use in uses if _fits(record, use.only) and not (use.except_ and _fits(record, use.except_))]
    return fitting or uses


def _fits(record: object, where: Where) -> bool:
    for path, values in where.items():
        found = record
        for name in path.split("."):
            found = _step(found, name)
        if str(found) not in values:
            return False
    return True


def _step(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
