"""The longest stretch of consecutive posted days, against a count of single days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.duties.postings import longest_run
from dcs_audit.records import Posting

AS_OF = date(2026, 6, 15)
FOREVER = 400
"""Days after which an open posting is no longer followed in the naive count."""

Span = tuple[date, date | None]


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Postings that have begun by the day of the audit; some open, some announced to end later."""
    found: list[Span] = []
    for _ in range(draw(st.integers(1, 6))):
        first = AS_OF - timedelta(days=draw(st.integers(0, 50)))
        length = draw(st.none() | st.integers(0, 40))
        found.append((first, None if length is None else first + timedelta(days=length)))
    return found


def postings(found: list[Span]) -> list[Posting]:
    return [Posting.model_validate({"channel": "portal", "from": first, "until": last}) for first, last in found]


def days_of(found: list[Span]) -> set[int]:
    """Every day on which something is or will be up."""
    up: set[int] = set()
    for first, last in found:
        end = AS_OF + timedelta(days=FOREVER) if last is None else last
        up.update(range(first.toordinal(), end.toordinal() + 1))
    return up


def runs(days: set[int]) -> list[list[int]]:
    """Days sorted into stretches without a gap."""
    ordered = sorted(days)
    breaks = [0, *(n for n, (a, b) in enumerate(pairwise(ordered), 1) if b != a + 1), len(ordered)]
    return [ordered[a:b] for a, b in pairwise(breaks) if a < b]


@given(spans())
def test_the_longest_stretch_up_to_the_day_of_the_audit(found: list[Span]) -> None:
    today = AS_OF.toordinal()
    so_far = max(len(run) for run in runs({day for day in days_of(found) if day <= today}))
    length, _, unclear = longest_run(postings(found), AS_OF)
    assert (length, unclear) == (so_far, None)


@given(spans())
def test_what_the_longest_stretch_can_still_become(found: list[Span]) -> None:
    best = max(len(run) for run in runs(days_of(found)))
    _, hope, _ = longest_run(postings(found), AS_OF)
    if best >= FOREVER:
        assert hope >= FOREVER
    else:
        assert hope == best


@given(spans(), st.randoms())
def test_the_order_of_postings_does_not_matter(found: list[Span], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert longest_run(postings(found), AS_OF) == longest_run(postings(shuffled), AS_OF)


@given(spans(), st.integers(0, 30))
def test_days_only_add_up_as_time_goes_by(found: list[Span], later: int) -> None:
    length, hope, _ = longest_run(postings(found), AS_OF)
    then, then_hope, _ = longest_run(postings(found), AS_OF + timedelta(days=later))
    assert length <= then <= max(then, hope)
    assert then_hope <= hope or hope >= 10**9


def day(offset: int) -> date:
    return AS_OF + timedelta(days=offset)


@pytest.mark.parametrize(
    ("found", "length", "hope"),
    [
        ([(day(-29), None)], 30, None),
        ([(day(-28), None)], 29, None),
        ([(day(0), None)], 1, None),
        ([(day(-30), day(-1))], 30, 30),
        ([(day(-30), day(-2))], 29, 29),
        ([(day(-30), day(0))], 31, 31),
        ([(day(-10), day(18))], 11, 29),
        ([(day(-10), day(19))], 11, 30),
        ([(day(-40), day(-26)), (day(-25), day(-11))], 30, 30),  # adjoining
        ([(day(-40), day(-20)), (day(-25), day(-11))], 30, 30),  # overlapping
        ([(day(-40), day(-11)), (day(-30), day(-20))], 30, 30),  # one within the other
        ([(day(-41), day(-26)), (day(-24), day(-11))], 16, 16),  # a day between restarts
        ([(day(-41), day(-27)), (day(-24), None)], 25, None),
        ([(day(-60), day(-20)), (day(-5), day(3))], 41, 41),  # the past stretch is the best there will be
        ([(day(-5), day(40)), (day(-60), day(-40))], 21, 46),
    ],
)
def test_stretches(found: list[Span], length: int, hope: int | None) -> None:
    got, can_become, unclear = longest_run(postings(found), AS_OF)
    assert got == length and unclear is None
    assert can_become >= FOREVER if hope is None else can_become == hope


def test_no_posting_is_no_day() -> None:
    assert longest_run([], AS_OF) == (0, 0, None)


@pytest.mark.parametrize(
    ("first", "last", "unclear"),
    [(None, None, "postings.from"), (None, day(-1), "postings.from"), (day(-1), day(-2), "postings.until")],
)
def test_a_posting_without_sensible_dates_counts_nothing_and_is_named(
    first: date | None, last: date | None, unclear: str
) -> None:
    odd = Posting.model_validate({"channel": "portal", "from": first, "until": last})
    clear = postings([(day(-4), day(-2))])
    assert longest_run([odd], AS_OF) == (0, 0, unclear)
    assert longest_run([*clear, odd], AS_OF) == (3, 3, unclear)
