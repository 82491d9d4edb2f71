"""How a unit stands towards a target, and a fleet."""

from __future__ import annotations

import pytest
from report.builders import cite, duty, report_on

from dcs_audit.fleet.goals import Goal, Standing, standings
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import MOST_NAMED, Progress, Tally
from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import DutyResult, Report, Status

A, B, OTHER = "R-A", "R-B", "R-KHAC"


def goal(percent: int = 100) -> Goal:
    return Goal("G", Text("Chỉ tiêu", "Target"), (cite(1),), (A, B), ("commune",), percent)


def result(rule: str, status: Status) -> DutyResult:
    return duty(rule, status, Text(rule, rule))


def unit(name: str, *results: DutyResult, kind: str = "commune") -> Report:
    return report_on({"name": name, "type": kind}, results, input_path=f"{name}.yaml")


PASSED, PENDING, REVIEW, WAIVED = Status.PASSED, Status.PENDING, Status.NEEDS_REVIEW, Status.WAIVED
NONE, MISSING, LATE, DEFECTIVE = Status.NOT_APPLICABLE, Status.MISSING, Status.LATE, Status.DEFECTIVE


@pytest.mark.parametrize(
    ("first", "second", "standing"),
    [
        (PASSED, PASSED, Standing.ACHIEVED),
        (PASSED, NONE, Standing.ACHIEVED),
        (PASSED, WAIVED, Standing.WAIVED),
        (WAIVED, WAIVED, Standing.WAIVED),
        (NONE, NONE, Standing.EXEMPT),
        (MISSING, PASSED, Standing.BEHIND),
        (LATE, REVIEW, Standing.BEHIND),
        (DEFECTIVE, PENDING, Standing.BEHIND),
        (REVIEW, PENDING, Standing.NEEDS_REVIEW),
        (REVIEW, WAIVED, Standing.NEEDS_REVIEW),
        (PENDING, PASSED, Standing.PENDING),
        (PENDING, WAIVED, Standing.PENDING),
    ],
)
def test_standing(first: Status, second: Status, standing: Standing) -> None:
    for results in ([result(A, first), result(B, second)], [result(A, second), result(A, first)]):
        assert standings([goal()], "commune", [*results, result(OTHER, MISSING)]) == ((goal(), standing),)


def test_a_unit_without_the_duties_is_exempt_and_one_of_another_type_is_not_meant() -> None:
    assert standings([goal()], "commune", [result(OTHER, MISSING)]) == ((goal(), Standing.EXEMPT),)
    assert standings([goal()], "village", [result(A, MISSING)]) == ()


def progress(percent: int, *statuses: Status) -> Progress:
    tally = Tally()
    for number, status in enumerate(statuses):
        tally.add(share_of(unit(f"Xã {number}", result(A, status)), [goal(percent)]))
    return tally.goals[goal(percent)]


def test_exempt_units_do_not_count_and_the_others_are_told_apart() -> None:
    found = progress(100, PASSED, NONE, WAIVED, MISSING, REVIEW, PENDING)
    assert (found.reached, found.counted) == (2, 5)
    assert [found.counts[standing] for standing in Standing] == [1, 1, 1, 1, 1, 1]
    assert (list(found.behind), found.names) == ([3], ["Xã 3"])


@pytest.mark.parametrize(
    ("percent", "statuses", "met"),
    [
        (100, (PASSED, PASSED), True),
        (100, (PASSED, REVIEW), False),
        (50, (PASSED, MISSING), True),
        (51, (PASSED, MISSING), False),
        (67, (PASSED, PASSED, MISSING), False),
        (66, (PASSED, PASSED, MISSING, NONE), True),
        (100, (NONE,), None),
    ],
)
def test_met(percent: int, statuses: tuple[Status, ...], met: bool | None) -> None:
    assert progress(percent, *statuses).met(goal(percent)) is met


def test_it_is_open_while_units_under_review_could_still_decide() -> None:
    assert progress(100, PASSED, REVIEW).can_meet(goal())
    assert not progress(100, MISSING, REVIEW).can_meet(goal())


def test_only_the_first_of_those_behind_are_named_but_all_are_known() -> None:
    found = progress(100, *[MISSING] * (MOST_NAMED + 3))
    assert len(found.names) == MOST_NAMED
    assert list(found.behind) == list(range(MOST_NAMED + 3))
