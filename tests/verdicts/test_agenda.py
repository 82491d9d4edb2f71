"""What falls due when, gathered over years and files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from report.builders import BUDGET, cite, duty, report_on

from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.agenda import Agenda, Aside, Audit, agenda, years
from dcs_audit.verdicts.model import CheckResult, DutyResult, Report, Severity, Status

AS_OF = date(2026, 11, 20)
WORDS = Text("Việc", "Thing")


def on(day: str) -> date:
    return date.fromisoformat(day)


def pending(rule: str, due: str | None, **more: object) -> DutyResult:
    return duty(rule, Status.PENDING, WORDS, due=on(due) if due else None, **more)


def check(due: str | None, status: Status = Status.PENDING, name: str = "niem-yet") -> CheckResult:
    words = Text("Niêm yết", "Posted")
    where = on(due) if due else None
    return CheckResult(name, words, status, Severity.MAJOR, words, words, "r[0]", 3, (cite(13),), True, where, 1)


def of(year: int, *results: DutyResult, path: str = "a.yaml", name: str = "Xã A") -> Report:
    return report_on({"name": name, "type": "commune"}, results, year=year, input_path=path)


def made(*results: DutyResult, days: int = 90) -> Agenda:
    return agenda([Audit(of(2026, *results), 0)], AS_OF, days)


def test_first_and_last_day_are_included_and_days_are_counted() -> None:
    found = made(pending("D", "2026-11-30"), pending("A", "2026-11-20"), pending("C", "2026-12-01"), days=10)
    assert [(entry.result.rule, entry.days) for entry in found.due] == [("A", 0), ("D", 10)]
    assert found.aside == {Aside.LATER: 1, Aside.NEEDS_REVIEW: 0}


def test_what_is_missing_is_overdue_only_with_a_day() -> None:
    late = duty("A", Status.MISSING, WORDS, due=on("2026-11-19"))
    found = made(late, duty("B", Status.MISSING, WORDS))
    assert [(entry.result.rule, entry.days) for entry in found.overdue] == [("A", 1)]
    assert found.aside[Aside.UNDATED_MISSING] == 1
    assert found.due == ()


def test_each_duty_without_a_day_is_counted_once_by_its_reason() -> None:
    found = made(
        pending("A", None),
        BUDGET,
        duty("C", Status.DEFECTIVE, WORDS),
        duty("D", Status.NEEDS_REVIEW, WORDS),
        duty("E", Status.WAIVED, WORDS, due=on("2026-12-01"), underlying=Status.PENDING),
        duty("F", Status.PASSED, WORDS),
        duty("G", Status.NOT_APPLICABLE, WORDS),
    )
    assert found.due == ()
    assert found.aside == {Aside.UNDATED_PENDING: 1, Aside.FAULTY: 2, Aside.NEEDS_REVIEW: 1, Aside.WAIVED: 1}


def test_a_pending_check_counts_with_its_own_day_whatever_became_of_the_duty() -> None:
    wrong = duty("A", Status.DEFECTIVE, WORDS, checks=(check("2026-12-05"), check("2026-12-05", name="cong")))
    found = made(wrong)
    (entry,) = found.due
    assert (entry.due, [one.id for one in entry.checks]) == (on("2026-12-05"), ["niem-yet", "cong"])


def test_a_passed_or_undated_check_gives_no_day() -> None:
    found = made(duty("A", Status.DEFECTIVE, WORDS, checks=(check("2026-12-05", Status.PASSED), check(None))))
    assert found.due == ()


def test_a_duty_with_several_days_has_an_entry_for_each_and_they_are_told_apart() -> None:
    found = made(pending("A", "2026-12-31", checks=(check("2026-12-05"),)))
    assert [(str(entry.due), entry.number, len(entry.checks)) for entry in found.due] == [
        ("2026-12-05", 1, 1),
        ("2026-12-31", 2, 0),
    ]


def test_the_years_to_audit() -> None:
    assert years(2026, AS_OF, on("2026-12-20")) == (2025, 2026)
    assert years(2026, AS_OF, on("2027-01-01")) == (2025, 2026, 2027)
    assert years(2025, AS_OF, on("2026-12-20")) == (2025, 2026)  # its own file's year is over
    assert years(2020, AS_OF, on("2026-12-20")) == (2020, 2025, 2026)
    assert years(2028, AS_OF, on("2026-12-20")) == (2028,)


def test_of_the_next_year_only_days_are_taken_and_none_twice() -> None:
    standing = pending("A", "2027-01-31")
    this = of(2026, standing, pending("B", "2027-01-31", duty="B@2026-Q4", period="2026-Q4"))
    following = of(
        2027,
        replace(standing, period="2027"),
        pending("C", "2027-01-31", duty="C@2027-M01", period="2027-M01"),
        duty("D", Status.MISSING, WORDS, due=on("2026-03-09")),
        duty("E", Status.MISSING, WORDS),
    )
    found = agenda([Audit(this, 0), Audit(following, 1)], AS_OF, 90)
    assert [entry.result.duty for entry in found.due] == ["A", "B@2026-Q4", "C@2027-M01"]
    assert found.overdue == ()
    assert found.aside[Aside.UNDATED_MISSING] == 0
    assert found.reports == (this,)


def test_two_periods_of_one_year_may_share_a_day() -> None:
    found = made(pending("A", "2026-12-31", duty="A@2026-Q4"), pending("A", "2026-12-31", duty="A@2026-H2"))
    assert len(found.due) == 2


def test_what_needs_review_only_in_the_next_year_is_counted_too() -> None:
    doubt = duty("A", Status.NEEDS_REVIEW, WORDS)
    found = agenda(
        [Audit(of(2026, doubt), 0), Audit(of(2027, doubt, duty("B", Status.NEEDS_REVIEW, WORDS)), 1)], AS_OF, 90
    )
    assert found.aside[Aside.NEEDS_REVIEW] == 2


def test_what_the_year_before_still_owes_is_counted_but_not_listed() -> None:
    before = of(2025, pending("A", "2026-11-25"), duty("B", Status.MISSING, WORDS, due=on("2026-01-31")))
    found = agenda([Audit(before, -1), Audit(of(2026), 0)], AS_OF, 90)
    assert found.due == found.overdue == ()
    assert found.aside[Aside.EARLIER_YEAR] == 1


def test_a_year_with_a_file_of_its_own_is_told_by_that_file_alone() -> None:
    foreseen = of(2027, pending("A", "2027-01-31"))
    own = of(2027, duty("A", Status.PASSED, WORDS), path="b.yaml", name="  xã  a ")
    found = agenda([Audit(of(2026), 0), Audit(foreseen, 1), Audit(own, 0)], AS_OF, 90)
    assert found.due == ()
    other = replace(own, unit={"name": "Xã B", "type": "commune"})
    assert len(agenda([Audit(of(2026), 0), Audit(foreseen, 1), Audit(other, 0)], AS_OF, 90).due) == 1
