"""`rules list` and `rules show`."""

from __future__ import annotations

import io
import json
import re

import pytest

from dcs_audit.cli.main import main

from .conftest import Bench


def test_list_by_group(bench: Bench) -> None:
    ran = bench.run("rules", "list")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines.index("Công khai · cong-khai") < lines.index("Giám sát · giam-sat")
    assert "LDC-D36-K1 Tên LDC-D36-K1" in lines
    assert "    lớn · khoản 1 Điều 11 Luật 10/2022/QH15 · chưa đối chiếu văn bản hợp nhất" in lines
    assert lines[-1] == "3 quy định kiểm tra"


def test_list_of_one_type_and_with_packs(bench: Bench) -> None:
    ran = bench.run("rules", "list", "--type", "village", "--pack", "binh-giang-2026", "--lang", "en")
    assert "LDC-D36-K1" in ran.out and "LDC-D11-K1" not in ran.out
    assert ran.out.endswith("\n1 rule\n")
    assert bench.packs == [("binh-giang-2026",)]
    assert bench.run("rules", "list", "--type", "vilage").code == 2


def test_list_as_json(bench: Bench) -> None:
    data = json.loads(bench.run("rules", "list", "--format", "json").out)
    assert list(data) == ["schema", "packs", "digest", "rules"]
    assert data["schema"] == "dcs-audit/rules@1"
    assert [rule["id"] for rule in data["rules"]] == ["LDC-D36-K1", "LDC-D11-K1", "LDC-D11-K1"]
    assert data["rules"][0]["basis"][0]["label"] == "Điều 11 khoản 1 Luật 10/2022/QH15"
    assert data["rules"][0]["in_force"] == {"from": "2023-07-01"}


def test_show_every_version(bench: Bench) -> None:
    ran = bench.run("rules", "show", "LDC-D11-K1")
    first, second = ran.out.split("\n\nTên LDC-D11-K1\n")
    assert first.startswith(
        "Tên LDC-D11-K1\n"
        "Mã           LDC-D11-K1\n"
        "Nhóm         Công khai (cong-khai)\n"
        "Mức độ       nghiêm trọng\n"
        "Căn cứ       khoản 1 Điều 11 Luật 10/2022/QH15\n"
        "Áp dụng      chính quyền cấp xã\n"
        "Hiệu lực     từ 01/07/2023 đến hết 30/06/2025\n"
        "Định kỳ      hằng năm\n"
        "Nội dung     Phải làm.\n"
        "Khắc phục    Làm đi.\n"
        "\n"
        "Hồ sơ nào đáp ứng\n"
    )
    assert "\nHiệu lực     từ 01/07/2025\nĐịnh kỳ      hằng quý\n" in f"\n{second}"
    assert "Khắc phục    Làm đi.\nLưu ý        Đã sửa.\n\n" in second
    for version in (first, second):
        assert "  - Đúng hạn\n" in version
        assert re.search("Căn cứ +khoản 3 Điều 12 Luật 10/2022/QH15\n", version)


@pytest.mark.parametrize("width", ["80", "120"])
def test_show_says_by_what_a_rule_is_judged(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)
    out, err = io.StringIO(), io.StringIO()
    assert main(["rules", "show", "LDC-D11-K2", "--pack", "quoc-gia"], io.StringIO(), out, err) == 0
    shown = out.getvalue()
    assert all(len(line) <= int(width) for line in shown.splitlines())
    for piece in ("Hồ sơ nào đáp ứng", "`records.disclosures`", "05 ngày làm việc, từ 01/07/2023", "Không đạt thì"):
        assert piece in " ".join(shown.split()), piece
    assert "· \n" not in shown and " ·\n" not in shown


def test_show_in_english_and_as_json(bench: Bench) -> None:
    shown = bench.run("rules", "show", "LDC-D36-K1", "--lang", "en").out
    assert shown.startswith("Title LDC-D36-K1\nRule         LDC-D36-K1\n")
    assert "text not checked against the official consolidated wording" in shown
    data = json.loads(bench.run("rules", "show", "LDC-D36-K1", "--format", "json").out)
    assert [rule["id"] for rule in data["rules"]] == ["LDC-D36-K1"]


def test_show_an_unknown_rule(bench: Bench) -> None:
    ran = bench.run("rules", "show", "ldc-d36-k2")
    assert (ran.code, ran.out) == (2, "")
    assert "có phải ý bạn là `LDC-D36-K1`?" in ran.err


def test_a_bad_pack(bench: Bench) -> None:
    ran = bench.run("rules", "list", "--pack", "hong")
    assert (ran.code, ran.out) == (2, "")
    assert "hong/a.yaml:1:1" in ran.err
