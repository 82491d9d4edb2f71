"""Units that come twice."""

from __future__ import annotations

from dcs_audit.fleet.twins import MOST_TOLD, Twins, mark_of


def test_a_unit_is_known_by_everything_about_it() -> None:
    assert mark_of(2026, "commune", "Xã A", None) == mark_of(2026, "commune", " xã  a ", None)
    different = {
        mark_of(*traits) for traits in ((2026, "A", None), (2025, "A", None), (2026, "A", "B"), (2026, "AB", ""))
    }
    assert len(different) == 4
    assert all(0 < mark < 1 << 64 for mark in different)


def test_each_later_one_is_told_with_the_first() -> None:
    twins = Twins()
    for mark, path in ((7, "a"), (8, "b"), (7, "c"), (7, "d")):
        twins.add(mark, path)
    assert (twins.number, twins.told) == (2, [("c", "a"), ("d", "a")])


def test_however_many_there_are_each_is_known_again_and_few_are_named() -> None:
    twins = Twins()
    marks = [mark_of(number) for number in range(5000)]
    for number, mark in enumerate((*marks, *marks)):
        twins.add(mark, str(number))
    assert twins.number == 5000
    assert len(twins.told) == MOST_TOLD and twins.told[0] == ("5000", "0")
    twins.add(marks[-1], "again")
    assert twins.number == 5001
