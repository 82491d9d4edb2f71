"""Two reports compared: what each kind of change means, and what must hold of any two."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.comparing import Change, Doubt, Kind, compare
from dcs_audit.verdicts.model import VIOLATIONS, Severity, Status
from dcs_audit.verdicts.saved import SavedDuty, SavedReport

AS_OF = date(2026, 6, 20)
WORDS = Text("Việc", "Thing")


def duty(key: str = "A", status: Status = Status.PASSED, **more: object) -> SavedDuty:
    plain = SavedDuty(key, key, "A", WORDS, "2026", None, status, Severity.MAJOR, None, None, 0, (), WORDS)
    return replace(plain, **more)  # type: ignore[arg-type]


def report(*duties: SavedDuty, days: int = 0, **more: object) -> SavedReport:
    as_of = AS_OF + timedelta(days=days)
    found = {one.key: one for one in duties}
    plain = SavedReport("Xã A", "commune", "", "", "a.yaml", 2026, as_of, ("quoc-gia",), "sha256:00", found)
    return replace(plain, **more)  # type: ignore[arg-type]


def only(before: SavedDuty | None, after: SavedDuty | None, days: int = 0) -> Change | None:
    old, new = report(*filter(None, [before])), report(*filter(None, [after]), days=days)
    changes = compare(old, new).changes
    assert len(changes) < 2
    return changes[0] if changes else None


def kind(before: SavedDuty | None, after: SavedDuty | None, days: int = 0) -> Kind | None:
    change = only(before, after, days)
    return change.kind if change else None


CALM = [status for status in Status if status not in VIOLATIONS]


@pytest.mark.parametrize("bad", VIOLATIONS)
@pytest.mark.parametrize("calm", [*CALM, None])
def test_into_a_violation_is_new_and_out_of_it_is_fixed(bad: Status, calm: Status | None) -> None:
    other = duty(status=calm) if calm else None
    assert kind(other, duty(status=bad)) is Kind.NEW
    assert kind(duty(status=bad), other) is Kind.FIXED


def test_only_what_passes_was_put_right() -> None:
    gone = [only(duty(status=Status.MISSING), duty(status=status)) for status in CALM]
    assert [status for status, change in zip(CALM, gone, strict=True) if change and change.put_right] == [Status.PASSED]
    vanished = only(duty(status=Status.MISSING), None)
    assert vanished is not None and not vanished.put_right


def test_newly_due_is_pending_before_and_missing_now() -> None:
    change = only(duty(status=Status.PENDING), duty(status=Status.MISSING))
    assert change is not None and change.newly_due and change.kind is Kind.NEW
    for before, after in ((Status.PENDING, Status.LATE), (Status.PASSED, Status.MISSING)):
        other = only(duty(status=before), duty(status=after))
        assert other is not None and not other.newly_due


@pytest.mark.parametrize(
    ("light", "grave"),
    [
        ({"status": Status.LATE}, {"status": Status.MISSING}),
        ({"status": Status.DEFECTIVE}, {"status": Status.LATE}),
        ({"status": Status.LATE, "days": 4}, {"status": Status.LATE, "days": 5}),
        ({"status": Status.DEFECTIVE, "failed": 1}, {"status": Status.DEFECTIVE, "failed": 2}),
        # severity weighs more than status, status more than days, days more than checks
        ({"status": Status.MISSING, "severity": Severity.MINOR}, {"status": Status.DEFECTIVE}),
        ({"status": Status.LATE, "days": 90}, {"status": Status.MISSING, "days": 1}),
        ({"status": Status.LATE, "days": 4, "failed": 5}, {"status": Status.LATE, "days": 5, "failed": 1}),
    ],
)
def test_worse_and_eased(light: dict[str, object], grave: dict[str, object]) -> None:
    assert kind(duty(**light), duty(**grave)) is Kind.WORSE  # type: ignore[arg-type]
    assert kind(duty(**grave), duty(**light)) is Kind.EASED  # type: ignore[arg-type]
    assert kind(duty(**grave), duty(**grave)) is Kind.OPEN  # type: ignore[arg-type]


def test_an_overdue_duty_that_only_grew_older_is_as_grave_as_it_was() -> None:
    before = duty(status=Status.MISSING, days=10)
    assert kind(before, replace(before, days=40), days=30) is Kind.OPEN
    assert kind(before, replace(before, days=41), days=30) is Kind.WORSE
    assert kind(before, replace(before, days=39), days=30) is Kind.EASED
    late = duty(status=Status.LATE, days=10)  # what was done late gets no later
    assert kind(late, replace(late, days=40), days=30) is Kind.WORSE


def test_other_changes_are_counted_by_both_ends() -> None:
    old = report(duty("A", Status.NEEDS_REVIEW), duty("B", Status.PASSED), duty("C", Status.PENDING))
    new = report(duty("A", Status.PENDING), duty("B", Status.PASSED), duty("D", Status.PASSED))
    found = compare(old, new)
    assert found.changes == () and found.same == 1
    assert found.moved == {
        (Status.NEEDS_REVIEW, Status.PENDING): 1,
        (Status.PENDING, None): 1,
        (None, Status.PASSED): 1,
    }


def test_reports_that_are_not_alike_are_told() -> None:
    new = report(days=-1, name="Xã B", year=2027, digest="sha256:01")
    assert compare(report(), new).doubts == (Doubt.UNIT, Doubt.YEAR, Doubt.RULEBOOK, Doubt.ORDER)
    assert compare(report(), report(path="khac.yaml", name="XÃ  a")).doubts == ()


# --- any two reports --------------------------------------------------------------------------------------------------

DUTIES = st.builds(
    duty,
    st.sampled_from("ABCDEF"),
    st.sampled_from(Status),
    severity=st.sampled_from(Severity),
    days=st.none() | st.integers(0, 9),
    failed=st.integers(0, 2),
)
REPORTS = st.builds(lambda duties, days: report(*duties, days=days), st.lists(DUTIES, max_size=6), st.integers(0, 9))
TURNED = {
    Kind.NEW: Kind.FIXED,
    Kind.FIXED: Kind.NEW,
    Kind.WORSE: Kind.EASED,
    Kind.EASED: Kind.WORSE,
    Kind.OPEN: Kind.OPEN,
}


@given(REPORTS)
def test_a_report_and_itself_differ_in_nothing(one: SavedReport) -> None:
    found = compare(one, one)
    assert {change.kind for change in found.changes} <= {Kind.OPEN}
    assert not found.moved and not found.doubts and not found.is_worse and not found.is_better
    assert found.same + len(found.changes) == len(one.duties)


@given(REPORTS, REPORTS)
def test_turned_round_every_change_is_its_opposite(one: SavedReport, other: SavedReport) -> None:
    there, back = compare(one, other), compare(other, one)
    turned = Counter((TURNED[c.kind], c.after, c.before) for c in there.changes)
    assert turned == Counter((c.kind, c.before, c.after) for c in back.changes)
    assert Counter({(after, before): n for (before, after), n in there.moved.items()}) == back.moved
    assert there.same == back.same


@given(REPORTS, REPORTS)
def test_every_duty_is_counted_once(one: SavedReport, other: SavedReport) -> None:
    found = compare(one, other)
    assert len(found.changes) + found.moved.total() + found.same == len({*one.duties, *other.duties})


LACKING = ("anh/1.jpg",)


@pytest.mark.parametrize("calm", [Status.PASSED, Status.NOT_APPLICABLE])
def test_what_lacking_evidence_alone_changed_is_told_apart(calm: Status) -> None:
    clean, unproven = duty(status=calm), duty(status=Status.NEEDS_REVIEW, lacking=LACKING)
    assert compare(report(clean), report(unproven)).by_evidence == ((clean, unproven),)
    assert compare(report(unproven), report(clean)).by_evidence == ((unproven, clean),)
    unclear = duty(status=Status.NEEDS_REVIEW)
    assert compare(report(clean), report(unclear)).by_evidence == ()
    assert compare(report(unproven), report(duty(status=Status.PENDING))).by_evidence == ()
    assert compare(report(unproven), report(duty(status=Status.MISSING))).by_evidence == ()


def test_a_run_that_looked_at_evidence_and_one_that_did_not() -> None:
    assert compare(report(evidence=True), report()).doubts == (Doubt.EVIDENCE,)
    assert compare(report(evidence=True), report(evidence=True)).doubts == ()
