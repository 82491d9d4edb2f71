"""Rules that no case shows to pass, or to be violated."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit.law.lint.book import Book
from dcs_audit.law.lint.faults import Fault, fault
from dcs_audit.law.model import Rule
from dcs_audit.law.questions import NO_QUESTION, Check
from dcs_audit.verdicts.model import VIOLATIONS, Status


def find(book: Book) -> Iterator[Fault]:
    """case-without-rule, rule-without-case, rule-never-passed, rule-never-violated."""
    if book.cases is None or not book.all_read:
        return
    known = {rule.id for rule, _ in book.rules}
    shown: dict[str, set[str]] = {}
    for case in book.cases:
        if case.rule not in known:
            yield fault(f"{case.file}:{case.line}", "case-without-rule", rule=case.rule)
        shown.setdefault(case.rule, set()).update(case.case.statuses)
    for rule, place in {rule.id: (rule, place) for rule, place in reversed(book.rules)}.values():
        yield from (fault(place.at("id"), code, rule=rule.id) for code in _lacking(book, rule, shown.get(rule.id)))


def _lacking(book: Book, rule: Rule, shown: set[str] | None) -> Iterator[str]:
    if shown is None:
        yield "rule-without-case"
        return
    if Status.PASSED not in shown:
        yield "rule-never-passed"
    if shown.isdisjoint(VIOLATIONS) and can_be_violated(book, rule):
        yield "rule-never-violated"


def can_be_violated(book: Book, rule: Rule) -> bool:
    if rule.per != "record" and rule.absent == "missing":
        return True
    if rule.due is not None and rule.due.late_as == "late":
        return True
    return any(can_fail(check) for _, _, check in book.used(rule))


def can_fail(check: Check) -> bool:
    """Whether failing the check is a violation, and not a matter for review."""
    # What is not given is unknown and never a no: a way that asks nothing else leaves the check open.
    refused = all(option.model_fields_set - NO_QUESTION - {"given"} for option in check.options)
    return check.fails_as == "defective" and refused and not only_tells(check)


def only_tells(check: Check) -> bool:
    """Whether the check says by when something may come, and leaves it to another rule to judge that."""
    return all(
        option.deadline is not None
        and not option.deadline.judged
        and option.model_fields_set - NO_QUESTION == {"deadline"}
        for option in check.options
    )
