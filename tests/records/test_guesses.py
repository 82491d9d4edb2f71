"""What was probably meant: days, numbers and periods written in other ways, names in Vietnamese."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from dcs_audit.records.guesses import day_meant, hints, number_meant, period_meant
from dcs_audit.records.slugs import COMMUNE_ITEMS, UNIT_TYPES, Channel, Subtype


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8.4.2026", "08/04/2026"),
        ("08-04-2026", "08/04/2026"),
        ("2026-4-8", "08/04/2026"),
        ("2026/04/08", "08/04/2026"),
        ("8/4/26", "08/04/2026"),
        ("ngày 8 tháng 4 năm 2026", "08/04/2026"),
        ("Ngày 08 tháng 04 năm 2026", "08/04/2026"),
        ("31.2.2026", None),
        ("4/20/26", None),
        ("tháng 4", None),
        ("1.1.9999", None),
    ],
)
def test_days(typed: str, meant: str | None) -> None:
    assert day_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1.200", "1200"), ("12 000", "12000"), ("45 hộ", "45"), ("012", "12"), ("12O", None), ("1,5", None), ("", None)],
)
def test_numbers(typed: str, meant: str | None) -> None:
    assert number_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("quý 1/2026", "2026-Q1"),
        ("Quý IV năm 2026", "2026-Q4"),
        ("Q1-2026", "2026-Q1"),
        ("2026-q3", "2026-Q3"),
        ("2026-M3", "2026-M03"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("6 tháng cuối năm 2026", "2026-H2"),
        ("tháng 3/2026", "2026-M03"),
        ("03/2026", "2026-M03"),
        ("năm 2026", "2026"),
        ("quý 5/2026", None),
        ("13/2026", None),
    ],
)
def test_periods(typed: str, meant: str | None) -> None:
    assert period_meant(typed) == meant


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("xã", UNIT_TYPES, {"meant": "commune"}),
        ("xã", get_args(Subtype), {"meant": "xa"}),
        ("TRUONG HOC", UNIT_TYPES, {"meant": "public_service_unit"}),
        ("doanh nghiệp nhà nước", UNIT_TYPES, {"meant": "state_owned_enterprise"}),
        ("loa truyền thanh", get_args(Channel), {"meant": "loudspeaker"}),
        ("Cổng thông tin điện tử", get_args(Channel), {"meant": "portal"}),
        ("ngân sách", COMMUNE_ITEMS, {"meant": "ngan-sach"}),
        ("Kinh tế - xã hội", COMMUNE_ITEMS, {"meant": "kinh-te-xa-hoi"}),
        ("đối thoại", ("people_dialogue", "workplace_dialogue"), {"any_of": "people_dialogue, workplace_dialogue"}),
        ("loa truyền thah", get_args(Channel), {"near": "loudspeaker"}),
        ("comune", UNIT_TYPES, {"near": "commune"}),
        ("zzz", UNIT_TYPES, {}),
        ("x" * 10_000, UNIT_TYPES, {}),
    ],
)
def test_slugs(word: str, known: tuple[str, ...], expected: dict[str, str]) -> None:
    assert hints("unknown_slug", {"value": word}, word, known) == expected


@pytest.mark.parametrize(
    ("word", "key"), [("tên", "name"), ("Năm", "year"), ("ngày họp", "held_on"), ("NGAY HOP", "held_on")]
)
def test_keys(word: str, key: str) -> None:
    assert hints("unknown_key", {"key": word}, word, ("name", "year", "held_on", "kind")) == {"meant": key}


def test_an_alias_is_never_accepted(refuse: Any) -> None:
    assert refuse("unit: {name: A, type: xã}\nyear: 2026\n") == ["1:23 unknown_slug unit.type"]
    assert refuse("unit: {name: A, type: commune, has_portal: có}\nyear: 2026\n") == ["1:44 not_bool unit.has_portal"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit:\n  name: A\n  type: commune\n  year: 2026\n", "khóa này đứng cùng cấp với `unit`, không nằm bên trong"),
        ("unit:\n  name: A\nyear: 2026\ntype: commune\n", "khóa này thuộc bên trong `unit`"),
        ("unit:\n  name: A\n  type: commune\n  villages: [Thôn A]\nyear: 2026\n", "ghi `name: Thôn A`"),
        ("unit: {name: A, type: commune}\nyear: 2026\nrecords: {meetings: [kind x]}\n", "ghi `kind: x`"),
    ],
)
def test_a_key_in_the_wrong_place(load_as: Any, text: str, told: str) -> None:
    assert any(problem.text("vi").endswith(told) for problem in load_as(text).problems)
