"""Which unit of one fleet is which of another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.verdicts.identity import Identity, identity
from dcs_audit.verdicts.matching import Who, match


def who(name: str = "a", path: str = "a.yaml", parent: str = "", code: str = "", year: int = 2026) -> Who:
    return Who(Identity(name, "commune", parent), code, year, path, name, 0)


def pairs(old: list[Who], new: list[Who]) -> dict[int, int]:
    return match(old, new).old_of


def test_by_name_type_and_parent_wherever_the_file_lies() -> None:
    old = [who("a", "x.yaml", "huyện 1"), who("a", "y.yaml", "huyện 2"), who("b", "z.yaml")]
    new = [who("b", "p.yaml"), who("a", "q.yaml", "huyện 2"), who("a", "r.yaml", "huyện 1")]
    assert pairs(old, new) == {0: 2, 1: 1, 2: 0}


def test_by_code_where_the_name_has_changed() -> None:
    assert pairs([who("cũ", "x", code="H1")], [who("mới", "y", code="H1")]) == {0: 0}


def test_the_same_year_first_and_another_where_there_is_no_choice() -> None:
    both = [who(year=2025), who(year=2026)]
    assert pairs(both, [who(year=2026, path="b"), who(year=2025, path="c")]) == {0: 1, 1: 0}
    assert pairs([who(year=2025)], [who(year=2026, path="b")]) == {0: 0}
    assert pairs(both, [who(year=2027, path="b")]) == {}


def test_by_path_as_the_last_resort_but_not_by_line() -> None:
    assert pairs([who("a", "x.yaml")], [who("b", "x.yaml")]) == {0: 0}
    assert pairs([who("a", "x.jsonl:3")], [who("b", "x.jsonl:3")]) == {}
    assert pairs([who("a", "x.yaml")], [who("b", "x.yaml", year=2027)]) == {}


def test_twins_are_told_apart_by_path_or_not_at_all() -> None:
    twins = [who(path="x"), who(path="y")]
    assert pairs(twins, [who(path="y"), who(path="x")]) == {0: 1, 1: 0}
    found = match(twins, [who(path="p"), who(path="q")])
    assert (found.old_of, found.only_old, found.only_new) == ({}, (0, 1), (0, 1))


UNITS = st.lists(
    st.builds(
        who,
        st.sampled_from("ab"),
        st.sampled_from(["x", "y", "x:1"]),
        st.sampled_from(["", "p"]),
        st.sampled_from(["", "1", "2"]),
        st.sampled_from([2025, 2026]),
    ),
    max_size=5,
)


@given(UNITS, UNITS)
def test_nobody_is_lost_or_matched_twice_and_sides_make_no_difference(old: list[Who], new: list[Who]) -> None:
    found, back = match(old, new), match(new, old)
    assert sorted([*found.old_of.values(), *found.only_old]) == list(range(len(old)))
    assert sorted([*found.old_of, *found.only_new]) == list(range(len(new)))
    assert {old: new for new, old in found.old_of.items()} == back.old_of


def test_spelling_makes_no_difference() -> None:
    decomposed = "Xa\u0303  An Bi\u0300nh"
    assert identity({"name": decomposed, "type": "commune"}) == identity({"name": "xã an bình", "type": "commune"})
    assert identity({"name": "Xã An Bình"}) != identity({"name": "Xa An Binh"})
