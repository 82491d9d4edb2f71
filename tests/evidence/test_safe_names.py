"""Names in a bundle: nothing leaves it, and no two files meet on any system."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.evidence.safe_names import Shelves, safe_step


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("bảng tin.jpg", "bảng tin.jpg"),
        (normalize("NFD", "bảng.jpg"), "bảng.jpg"),
        ("..", "_"),
        ("a/b\\c", "a_b_c"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt1.tar.gz", "_Lpt1.tar.gz"),
        ("com¹", "_com¹"),
        ("console.txt", "console.txt"),
        ('<a>:"|?*', "_a______"),
        ("x. .", "x"),
        ("a\nb\x1b[31m", "a_b_[31m"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("k\udcff", "k_"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_step(name: str, safe: str) -> None:
    assert safe_step(name) == safe


def test_names_that_meet_where_case_does_not_matter_get_numbers() -> None:
    shelves = Shelves()
    names = (
        "Anh.JPG",
        "anh.jpg",
        normalize("NFD", "ảnh.jpg"),
        "ảnh.jpg",
        "a?.pdf",
        "a*.pdf",
        "khong-duoi",
        "Khong-Duoi",
    )
    assert [shelves.place("m", name) for name in names] == [
        *("m/Anh.JPG", "m/anh~2.jpg", "m/ảnh.jpg", "m/ảnh~2.jpg"),
        *("m/a_.pdf", "m/a_~2.pdf", "m/khong-duoi", "m/Khong-Duoi~2"),
    ]


def test_no_file_stands_where_a_folder_is() -> None:
    shelves = Shelves()
    assert shelves.place("a", "b") == "a/b"
    assert shelves.place("A", "B", "c") == "A/B~2/c"
    assert shelves.place("A") == "A~2"


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=3), max_size=12))
def test_no_two_files_meet_and_none_leaves(names: list[list[str]]) -> None:
    shelves = Shelves()
    placed = [shelves.place("g", *steps) for steps in names]
    folded = [path.casefold() for path in placed]
    assert len(set(folded)) == len(placed)
    for path in placed:
        steps = path.split("/")
        assert steps[0] == "g" and "" not in steps and ".." not in steps and "." not in steps
        path.encode()
        assert not any(other.startswith(path.casefold() + "/") for other in folded)
