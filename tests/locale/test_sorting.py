"""The order of the Vietnamese alphabet."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcs_audit.locale.sorting import vietnamese


@pytest.mark.parametrize(
    "ordered",
    [
        ("An", "Anh", "Ăn", "Ấp", "Bắc", "Cần Thơ", "Dân", "Đà Nẵng", "Đông", "Em", "Êm"),
        ("ma", "mà", "mả", "mã", "má", "mạ", "mai"),
        ("Ô", "Ông", "Ơn", "Phú", "Tư", "Ưng", "Vinh", "Ý Yên"),
        ("Thôn 2", "Thôn 10", "Thôn Đoài", "Thôn Đông"),
        ("Xã An Bình", "Xã An Châu", "Xã Anh Sơn"),
        ("Hòa An", "Hóa An", "Hòa Bình"),
        ("an", "An An"),
    ],
)
def test_order_of_names(ordered: tuple[str, ...]) -> None:
    mixed = list(ordered)
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=vietnamese) == list(ordered)


def test_every_letter_with_every_tone_stands_after_the_letter_before() -> None:
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    for before, after in pairwise(alphabet):
        assert vietnamese(f"{before}z") < vietnamese(after)
        for tone in ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323"):
            toned = unicodedata.normalize("NFC", before + tone)
            assert vietnamese(before) < vietnamese(toned) < vietnamese(after)


@given(st.text(), st.text())
def test_any_two_texts_have_an_order_that_hangs_on_them_alone(one: str, other: str) -> None:
    first, second = vietnamese(one), vietnamese(other)
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (first == second) == same
    assert (first < second) != (second <= first)


@given(st.text(alphabet="aăâđêôơưàảãáạAĐ 12-"))
def test_composed_or_not_is_the_same(text: str) -> None:
    assert vietnamese(unicodedata.normalize("NFD", text)) == vietnamese(text)
