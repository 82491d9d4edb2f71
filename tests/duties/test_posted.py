"""The question "posted": on a channel, for so long, in all villages, still up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from asking import ask
from hypothesis import given
from hypothesis import strategies as st

AS_OF = date(2026, 6, 15)
COMMUNE = {"type": "commune"}
VILLAGES = ["A", "B", "C"]
KNOWN = COMMUNE | {"villages": [{"name": name} for name in VILLAGES]}

Data = dict[str, Any]


def posted(**over: Any) -> Data:
    return {"posted": {"channel": "notice_board"} | over}


THIRTY = posted(**{"for": "thirty-days"})
EVERYWHERE = {"posted": {"channel": "village_notice_board", "for": "thirty-days", "villages": "all"}}
STILL = posted(still=True)


def up(first: int | None, last: int | None = None, **over: Any) -> Data:
    """A posting from so many days relative to the day of the audit to so many."""
    made: Data = {"channel": "notice_board"} | over
    if first is not None:
        made["from"] = (AS_OF + timedelta(days=first)).isoformat()
    if last is not None:
        made["until"] = (AS_OF + timedelta(days=last)).isoformat()
    return made


def put(question: Data, *postings: Data, unit: Data = COMMUNE, grace: int | None = None) -> str:
    disclosure = {"item": "ngan-sach", "postings": list(postings)}
    last = None if grace is None else AS_OF + timedelta(days=grace)
    return ask(question, "disclosures", disclosure, unit, AS_OF, last)


@pytest.mark.parametrize(
    ("postings", "expected"),
    [
        ([], "failed"),
        ([up(-100, -90)], "met"),
        ([up(0)], "met"),
        ([up(1)], "failed"),  # tomorrow's does not count yet
        ([up(None)], "met"),
        ([up(-1, channel="portal")], "failed"),
    ],
)
def test_posted_at_all(postings: list[Data], expected: str) -> None:
    assert put(posted(), *postings) == expected


@pytest.mark.parametrize(
    ("postings", "expected"),
    [
        ([up(-29)], "met"),
        ([up(-28)], "pending"),
        ([up(0)], "pending"),
        ([up(-29, 0)], "met"),
        ([up(-30, -2)], "failed"),
        ([up(-28, 0)], "failed"),
        ([up(-28, 1)], "pending"),
        ([up(-10, 18)], "failed"),  # announced to end after 29 days
        ([up(-10, 19)], "pending"),
        ([up(-50, -36), up(-35, -21)], "met"),
        ([up(-50, -36), up(-34, -20)], "failed"),
        ([up(-50, -36), up(-10)], "pending"),
        ([up(None)], "unknown"),
        ([up(None), up(-29)], "met"),
        ([up(None), up(-50, -40)], "unknown"),
        ([up(-60, -20, channel="portal")], "failed"),
        ([], "failed"),
        ([up(2)], "failed"),
    ],
)
def test_thirty_consecutive_days(postings: list[Data], expected: str) -> None:
    assert put(THIRTY, *postings) == expected


@pytest.mark.parametrize("question", [posted(), THIRTY, STILL, EVERYWHERE])
def test_what_may_still_come_in_time_is_pending(question: Data) -> None:
    assert put(question, grace=0) == "pending"
    assert put(question, grace=-1) == "failed"
    assert put(question, grace=None) == "failed"


@given(st.lists(st.tuples(st.integers(-70, 0), st.integers(0, 40) | st.none()), max_size=4))
def test_met_is_what_a_count_of_single_days_says(found: list[tuple[int, int | None]]) -> None:
    up_on = {d for first, n in found for d in range(first, 1 if n is None else min(first + n, 0) + 1)}
    enough = any(all(d + k in up_on for k in range(30)) for d in up_on)
    postings = [up(first, None if n is None else first + n) for first, n in found]
    assert (put(THIRTY, *postings) == "met") == enough


@pytest.mark.parametrize(
    ("postings", "expected"),
    [
        ([up(-3)], "met"),
        ([up(0)], "met"),
        ([up(-3, 0)], "met"),
        ([up(-3, -1)], "failed"),
        ([up(1)], "failed"),
        ([up(None)], "unknown"),
        ([up(None), up(-1)], "met"),
        ([up(None, -1)], "failed"),
    ],
)
def test_still_posted_on_the_day_of_the_audit(postings: list[Data], expected: str) -> None:
    assert put(STILL, *postings) == expected


# --- villages -------------------------------------------------------------------------------------------------------


def in_villages(villages: list[str] | str | None, first: int | None = -29, last: int | None = None) -> Data:
    over: Data = {} if villages is None else {"villages": villages}
    return up(first, last, channel="village_notice_board", **over)


@pytest.mark.parametrize(
    ("postings", "expected"),
    [
        ([in_villages("all")], "met"),
        ([in_villages(["A", "B", "C"])], "met"),
        ([in_villages(["A", "B"])], "failed"),
        ([in_villages(["A", "B"]), in_villages(["C"])], "met"),
        ([in_villages(["A", "B"]), in_villages(["C"], -28)], "pending"),
        ([in_villages(["A", "B"]), in_villages(["C"], -28, -1)], "failed"),
        ([in_villages(["A", "B", "C"], -50, -36), in_villages("all", -35, -21)], "met"),
        ([in_villages(["A"], -50, -36), in_villages(["B", "C"], -35, -6), in_villages(["A"], -35, -21)], "met"),
        ([in_villages(["A"], -50, -36), in_villages(["B", "C"], -35, -6), in_villages(["A"], -34, -20)], "failed"),
        ([in_villages("all", -28)], "pending"),
        ([in_villages(None)], "unknown"),
        ([in_villages(None, -20, -1)], "failed"),  # too short wherever it was
        ([in_villages(None, -28)], "pending"),
        ([in_villages(["A", "B"]), in_villages(None)], "unknown"),
        ([in_villages(["A", "B"]), in_villages(None, -20, -1)], "failed"),
        ([in_villages("all", None)], "unknown"),
        ([in_villages([])], "failed"),
        ([], "failed"),
        ([up(-29)], "failed"),  # another channel
    ],
)
def test_thirty_days_in_every_village(postings: list[Data], expected: str) -> None:
    assert put(EVERYWHERE, *postings, unit=KNOWN) == expected


@pytest.mark.parametrize(
    ("postings", "expected"),
    [
        ([in_villages("all")], "met"),
        ([in_villages(["A", "B", "C"])], "unknown"),
        ([in_villages(None)], "unknown"),
        ([in_villages(["A"], -28)], "pending"),
        ([in_villages(["A"], -20, -1)], "failed"),
        ([in_villages("all", -28, -1), in_villages(["A"])], "unknown"),
        ([], "failed"),
    ],
)
def test_without_the_list_of_villages_only_all_of_them_suffices(postings: list[Data], expected: str) -> None:
    assert put(EVERYWHERE, *postings) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["all", *VILLAGES]),
            st.integers(-60, 0),
            st.integers(0, 40) | st.none(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_village_is_counted_by_itself(found: list[tuple[str, int, int | None]]) -> None:
    def enough(village: str) -> bool:
        days = {
            day
            for where, first, n in found
            if where in ("all", village)
            for day in range(first, 1 if n is None else min(first + n, 0) + 1)
        }
        return any(all(day + k in days for k in range(30)) for day in days)

    postings = [
        in_villages(where if where == "all" else [where], first, None if n is None else first + n)
        for where, first, n in found
    ]
    assert (put(EVERYWHERE, *postings, unit=KNOWN) == "met") == all(map(enough, VILLAGES))


def test_both_postings_are_asked_for() -> None:
    both = {"both": [THIRTY["posted"], EVERYWHERE["posted"]]}
    assert put(both, up(-29), in_villages("all"), unit=KNOWN) == "met"
    assert put(both, up(-29), unit=KNOWN) == "failed"
    assert put(both, in_villages("all"), unit=KNOWN) == "failed"
    assert put(both, up(-29), in_villages(["A"]), unit=KNOWN) == "failed"


def test_a_posting_already_prolonged_can_still_reach_its_time() -> None:
    assert put(THIRTY, up(-10, 4), up(5, 30)) == "pending"
