"""`rules diff`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from law.tiny_packs import check, parameter, rule, rulebook, words

from dcs_audit.cli.main import main

from .conftest import Ran

Run = Callable[..., Ran]
DAYS = ("--from", "2026-06-30", "--to", "01/07/2026")


def dated(*values: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"from": day, "value": value, "basis": {"source": "luat", "article": 9}} for day, value in values]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)
    book = rulebook(
        tmp_path / "goi",
        [
            rule("MOI", in_force={"from": "2026-07-01"}, applies_to=["state_agency", "employer"], verified=False),
            rule("CU", in_force={"from": "2020-01-01", "to": "2026-06-30"}),
            rule("SO", checks=["so"], record={"section": "activities", "total": "count"}),
            rule("DOI", in_force={"from": "2020-01-01", "to": "2026-06-30"}),
            rule(
                "DOI",
                in_force={"from": "2026-07-01"},
                severity="critical",
                message=words("khác"),
                checks=["co"],
                every="year",
                due={"by": "12-31", "basis": {"source": "luat", "article": 5}},
            ),
        ],
        [
            check("so", {"number": {"of": "total", "at_least": {"parameter": "so-lan"}}}),
            check("co", {"given": {"of": "date"}}),
        ],
        [parameter("so-lan", "times", 0, values=dated(("2020-01-01", 4), ("2026-07-01", 2)))],
    )
    monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", lambda names=(): book)

    def call(*argv: str, columns: str = "80") -> Ran:
        monkeypatch.setenv("COLUMNS", columns)
        out, err = io.StringIO(), io.StringIO()
        code = main(["rules", "diff", *argv], io.StringIO(), out, err)
        return Ran(code, out.getvalue(), err.getvalue())

    return call


WHOLE = """\
THAY ĐỔI NGHĨA VỤ
So sánh      ngày 30/06/2026 so với ngày 01/07/2026
Bộ quy định  goi
Tổng hợp     1 thêm, 1 hết hiệu lực, 2 thay đổi

cơ quan nhà nước
────────────────────────────────────────────────────────────────────────────────
Thêm (1)
  MOI title MOI
      lớn · Điều 1 Luật · chưa đối chiếu văn bản hợp nhất
      cũng áp dụng cho: doanh nghiệp, tổ chức khác có sử dụng lao động
      - từ 01/07/2026

Hết hiệu lực (1)
  CU title CU
      lớn · Điều 1 Luật
      - đến hết 30/06/2026

Thay đổi (2)
  SO title SO
      lớn · Điều 1 Luật
      - so-lan: 4 → 2 lần từ 01/07/2026 (Điều 9 Luật)
  DOI title DOI
      nghiêm trọng · Điều 1 Luật
      - nội dung nghĩa vụ: “message DOI” → “khác”
      - mức độ: lớn → nghiêm trọng
      - định kỳ: thường xuyên → hằng năm
      - thời hạn: (không có) → by: 12-31; basis: Điều 5 Luật
      - thêm tiêu chí: co

doanh nghiệp, tổ chức khác có sử dụng lao động
────────────────────────────────────────────────────────────────────────────────
Thêm (1)
  MOI title MOI
      lớn · Điều 1 Luật · chưa đối chiếu văn bản hợp nhất
      cũng áp dụng cho: cơ quan nhà nước
      - từ 01/07/2026
"""


def test_by_type_of_unit(run: Run) -> None:
    ran = run(*DAYS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == WHOLE


def test_one_type(run: Run) -> None:
    out = run(*DAYS, "--type", "employer", "--lang", "en").out
    assert "1 added, 0 removed, 0 changed" in out
    assert "CU" not in out


def test_nothing_differs(run: Run) -> None:
    ran = run("--from", "2026-01-01", "--to", "2026-02-01")
    assert ran.code == 0
    assert "Không có nghĩa vụ nào thêm, bớt hoặc thay đổi giữa ngày 01/01/2026 và ngày 01/02/2026." in ran.out.replace(
        "\n", " "
    )
    of_type = run(*DAYS, "--type", "village", "--lang", "en").out
    assert "No duty of village or residential group" in of_type


@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_no_line_is_wider_than_the_terminal(run: Run, columns: str) -> None:
    assert max(map(len, run(*DAYS, columns=columns).out.splitlines())) <= int(columns)


def test_as_json(run: Run) -> None:
    data = json.loads(run(*DAYS, "--format", "json").out)
    assert list(data) == ["schema", "packs", "digest", "from", "to", "type", "types", "sources", "subtypes"]
    assert (data["schema"], data["from"], data["to"]) == ("dcs-audit/rules-diff@1", "2026-06-30", "2026-07-01")
    agency = data["types"]["state_agency"]
    assert [rule["id"] for rule in agency["added"] + agency["removed"]] == ["MOI", "CU"]
    number = agency["changed"][0]["parameters"][0]
    assert (number["before"]["value"], number["after"]["value"], number["unit"]) == (4, 2, "times")
    assert number["after"]["basis"][0]["label"] == "Điều 9 Luật"
    assert {"path": ["severity"], "before": "major", "after": "critical"} in agency["changed"][1]["words"]


def test_days_that_cannot_be(run: Run) -> None:
    swapped = run("--from", "2026-07-02", "--to", "2026-07-01")
    assert (swapped.code, swapped.out) == (2, "")
    assert "--from 02/07/2026 sau --to 01/07/2026" in swapped.err
    assert run("--from", "2026-07-01").code == 2
    assert "không có ngày `hôm nay`" in run("--from", "hôm nay", "--to", "2026-07-01").err
