"""`explain`: what is asked for, what is answered, and how it ends."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from report.explained import UNIT, book

from dcs_audit.cli.main import main
from dcs_audit.law.rulebook import Rulebook

TODAY = date(2026, 6, 15)
PLAIN = "unit: {name: Sở Mẫu, type: state_agency, headcount: 42}\nyear: 2026\n"


@dataclass
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    for name in ("DCS_AUDIT_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    rules = book(tmp_path / "goi-thu")

    def load_rulebook(names: Sequence[str] = ()) -> Rulebook:
        return rules

    monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", load_rulebook)

    def call(*argv: str, stdin: str = "") -> Ran:
        out, err = io.StringIO(), io.StringIO()
        code = main(["explain", *argv, "--engine", "reference"], io.StringIO(stdin), out, err, lambda: TODAY)
        return Ran(code, out.getvalue(), err.getvalue())

    yield call


@pytest.fixture
def unit(tmp_path: Path) -> str:
    path = tmp_path / "so.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    return str(path)


def test_a_rule_with_all_its_duties(run: Run, unit: str) -> None:
    ran = run(unit, "THIEU")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("GIẢI THÍCH KẾT LUẬN\nSở Mẫu\n")
    assert "4 nghĩa vụ: 1 thiếu, 3 chưa đến hạn" in ran.out
    assert "tính đến ngày 15/06/2026" in ran.out


def test_a_duty_as_of_another_day(run: Run, unit: str) -> None:
    ran = run(unit, "THIEU@2026-Q2", "--as-of", "07/07/2026")
    assert ran.code == 0
    assert "THIẾU" in ran.out and "THIEU@2026-Q1" not in ran.out
    assert "07/07/2026 − 06/07/2026" in ran.out or "quá hạn 1 ngày" in ran.out


def test_from_standard_input_in_english(run: Run) -> None:
    ran = run("-", "DIEU-KIEN", "--lang", "en", stdin=PLAIN)
    assert (ran.code, ran.err) == (0, "")
    assert "NEEDS REVIEW" in ran.out and "→ not applicable" in ran.out


def test_as_data(run: Run, unit: str) -> None:
    ran = run(unit, "NHO", "--format", "json")
    data = json.loads(ran.out)
    assert (data["schema"], data["as_of"], data["asked"]) == ("dcs-audit/explain@1", "2026-06-15", "NHO")
    (duty,) = data["duties"]
    assert (duty["status"], duty["changes"][0]["value"]) == ("not_applicable", 41)
    (gate,) = [step for step in duty["why"] if step["step"] == "exempt"]
    assert gate["data"] == {"holds": True} and gate["text"].endswith("Đơn vị lớn.")
    assert data["rule"]["clauses"][0]["text"] == "original"
    assert run(unit, "NHO", "--format", "json").out == ran.out


def test_into_a_file(run: Run, unit: str, tmp_path: Path) -> None:
    target = tmp_path / "giai-thich.txt"
    ran = run(unit, "NHO", "--output", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert str(target) in ran.err
    assert target.read_text(encoding="utf-8").startswith("GIẢI THÍCH")


def test_a_file_by_its_ending_and_what_people_made_is_kept(run: Run, unit: str, tmp_path: Path) -> None:
    for _ in range(2):  # an earlier one is replaced
        assert run(unit, "NHO", "--output", str(tmp_path / "a.json")).code == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema"] == "dcs-audit/explain@1"
    assert run(unit, "NHO", "--output", str(tmp_path / "a.pdf")).code == 2
    other = tmp_path / "ghi-chu.txt"
    other.write_text("của tôi", encoding="utf-8")
    ran = run(unit, "NHO", "--output", str(other))
    assert (ran.code, "--force" in ran.err, other.read_text(encoding="utf-8")) == (2, True, "của tôi")
    assert run(unit, "NHO", "--output", str(other), "--force").code == 0


def test_an_unknown_rule_asks_back(run: Run, unit: str) -> None:
    ran = run(unit, "THIU")
    assert (ran.code, ran.out) == (2, "")
    assert "có phải ý bạn là `THIEU`?" in ran.err


def test_an_unknown_period_names_the_duties_there_are(run: Run, unit: str) -> None:
    ran = run(unit, "THIEU@2026-M01")
    assert (ran.code, ran.out) == (2, "")
    assert "THIEU@2026-Q1, THIEU@2026-Q2" in ran.err


@pytest.mark.parametrize(("asked", "said"), [("XA", "chỉ dành cho"), ("TRUOC", "chưa có hiệu lực")])
def test_a_rule_that_gives_no_duty_is_no_error(run: Run, unit: str, asked: str, said: str) -> None:
    ran = run(unit, asked)
    assert ran.code == 0
    assert "Không có nghĩa vụ nào để giải thích" in ran.out and said in ran.out


def test_a_bad_unit_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hong.yaml"
    path.write_text(PLAIN.replace("headcount: 42", "headcount: nhiều"), encoding="utf-8")
    ran = run(str(path), "NHO")
    assert (ran.code, ran.out) == (3, "")
    assert f"{path}:1:" in ran.err and "unit.headcount" in ran.err
    assert run(str(tmp_path / "khong-co.yaml"), "NHO").code == 3
    (tmp_path / "rong").mkdir()
    assert run(str(tmp_path / "rong"), "NHO").code == 3


def test_one_unit_at_a_time(run: Run, unit: str, tmp_path: Path) -> None:
    (tmp_path / "so-2.yaml").write_text(UNIT, encoding="utf-8")
    ran = run(str(tmp_path), "NHO")
    assert ran.code == 2 and "nhiều hồ sơ" in ran.err
    lines = tmp_path / "hai.jsonl"
    line = json.dumps({"unit": {"name": "A", "type": "state_agency"}, "year": 2026})
    lines.write_text(f"{line}\n{line}\n", encoding="utf-8")
    assert run(str(lines), "NHO").code == 2


def test_the_unit_file_is_not_overwritten(run: Run, unit: str) -> None:
    ran = run(unit, "NHO", "--output", unit)
    assert ran.code == 2
    assert Path(unit).read_text(encoding="utf-8") == PLAIN


def test_help(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert "LDC-D41-K1#CT-01" in ran.out


@pytest.mark.parametrize(
    ("asked", "pack", "code", "said"),
    [
        ("DH-HN-01", (), 2, "--pack diem-he-2026"),
        ("DH-HN-01", ("--pack", "diem-he-2026"), 0, "LDC-D51-K1"),
        ("LDC-D64-K2", (), 0, "chỉ để biết"),
    ],
)
def test_what_is_never_judged_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, pack: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)
    path = tmp_path / "so.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    argv = ["explain", str(path), asked, *pack, "--engine", "reference"]
    assert main(argv, io.StringIO(), out, err, lambda: TODAY) == code
    assert said in out.getvalue() + err.getvalue()
