"""The JSON report, key by key."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dcs_audit import __version__
from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.report.interface import Options
from dcs_audit.report.json import render, render_line
from dcs_audit.report.json_parts import safe
from dcs_audit.report.narrow import Filter
from dcs_audit.verdicts.model import Report, Severity, Status

from .builders import agency as agency_report
from .builders import cite, duty, report_on
from .builders import commune as commune_report

RESULT_KEYS = (
    "rule duty group severity status title period subject due days basis checks records message remedy "
    "verified attested"
)


def odd_report() -> Report:
    """Signs that JSON or a terminal takes for something else, numbers, lists and nothing at all."""
    odd = '\x1b[2J \x9b \u2028 \ud800 "quoted" back\\slash\n\t ơ'
    result = duty(odd, Status.PASSED, Text(odd, odd), basis=(), subject=odd)
    unit = {"name": odd, "headcount": 3, "villages": [{"name": odd}, {}], "projects": [], "has_portal": True}
    return report_on(unit, (result,), notices=(Text(odd, odd),), not_checked=(), input_path=odd)


def read(report: Report, options: Options | None = None) -> dict[str, Any]:
    data = json.loads(render(report, options or Options()))
    assert isinstance(data, dict)
    return data


def keys(data: dict[str, Any]) -> str:
    """The keys in their order, which is part of the contract."""
    return " ".join(data)


def test_top_level(commune: Report) -> None:
    data = read(commune)
    assert keys(data) == "schema tool rulebook input unit year as_of summary results notices not_checked plausibility"
    assert data["schema"] == "dcs-audit/report@1"
    assert data["tool"] == {"name": "dcs-audit", "version": __version__, "engine": "durable_rules + reference"}
    assert data["rulebook"] == {"packs": ["quoc-gia"], "digest": commune.rulebook_digest}
    assert data["input"] == {"path": "xa-an-binh.yaml", "digest": commune.input_digest}
    assert data["unit"] == commune.unit
    assert (data["year"], data["as_of"]) == (2026, "2026-11-20")
    assert data["notices"] == ["Miễn trừ LDC-D14-K1 đã hết hiệu lực ngày 30/06/2026 nên không được áp dụng."]
    assert data["not_checked"] == ["Nội dung của văn bản: chỉ kiểm tra thời hạn, hình thức và thành phần."]


def test_summary_holds_every_status_and_adds_up(commune: Report) -> None:
    summary = read(commune)["summary"]
    assert keys(summary) == "duties counts violations score rating how"
    assert keys(summary["counts"]) == "passed missing late defective pending needs_review not_applicable waived"
    assert sum(summary["counts"].values()) == summary["duties"] == 12
    assert summary["violations"] == {"critical": 4, "major": 1, "minor": 0}
    assert (summary["score"], summary["rating"]) == (49.9, "chua-dat")
    assert set(summary["how"]) == {"vi", "en"}


def test_result(commune: Report) -> None:
    late = read(commune)["results"][1]
    assert keys(late) == RESULT_KEYS
    assert (late["rule"], late["duty"], late["group"]) == ("LDC-D11-K2", "LDC-D11-K2", "cong-khai")
    assert (late["severity"], late["status"]) == ("critical", "late")
    assert (late["period"], late["subject"], late["due"], late["days"]) == ("2026", None, "2026-01-19", 4)
    assert late["title"]["vi"].startswith("Công khai dự toán")
    assert late["basis"] == [
        {
            "source": "luat-10-2022-qh15",
            "article": 11,
            "clause": 2,
            "point": None,
            "label": "Điều 11 khoản 2 Luật 10/2022/QH15",
        }
    ]
    assert late["records"] == [{"path": "records.disclosures[1]", "line": 55}]
    assert late["verified"] is True
    assert {key: type(late[key]) for key in ("title", "message", "remedy")} == dict.fromkeys(
        ("title", "message", "remedy"), dict
    )


def test_check(commune: Report) -> None:
    check = read(commune, Options("en"))["results"][1]["checks"][0]
    assert keys(check) == "id status expected actual record line basis title severity due days verified"
    assert check["expected"] == "≤ 19/01/2026 (5 working days from 12/01/2026)"  # a text of the pack stays as it is
    assert (check["actual"], check["record"], check["line"]) == ("23/01/2026", "records.disclosures[1]", 57)
    assert check["basis"][0]["label"] == "Điều 12 khoản 3 Luật 10/2022/QH15"
    assert (check["due"], check["days"]) == ("2026-01-19", 4)


def test_a_citation_with_all_its_parts_and_one_with_none() -> None:
    whole, bare = cite(51, "2a", "c"), replace(cite(1), article=None)
    results = (duty("X", Status.PASSED, Text("a", "a"), basis=(whole, bare)),)
    places = read(report_on({"name": "A"}, results))["results"][0]["basis"]
    assert places[0]["clause"] == "2a"
    assert places[0]["label"] == "Điều 51 khoản 2a điểm c Luật 10/2022/QH15"
    assert places[1]["label"] == "Luật 10/2022/QH15"


def test_why_a_duty_is_waived_under_review_or_not_applicable(commune: Report) -> None:
    by_rule = {result["rule"]: result for result in read(commune)["results"]}
    review, waived, outside = by_rule["LDC-D11-K8"], by_rule["LDC-D13-K2-DANHSACH"], by_rule["LDC-D41-K1"]
    assert keys(review) == f"{RESULT_KEYS} reason reason_basis facts"
    assert review["facts"] == ["unit.has_loudspeaker"]
    assert keys(waived) == f"{RESULT_KEYS} underlying waiver"
    assert waived["underlying"] == "missing"
    assert waived["waiver"] == {
        "reason": "Trụ sở bị ngập",
        "approved_by": "Quyết định 12/QĐ-UBND",
        "until": "2026-12-31",
    }
    assert outside["reason"] == {
        "vi": "Trên địa bàn không có dự án nào.",
        "en": "There is no project on the territory.",
    }
    assert outside["reason_basis"][0]["label"] == "Điều 41 khoản 1 Luật 10/2022/QH15"


def test_a_waiver_does_not_hide_why_the_duty_needs_review(commune: Report) -> None:
    waived = next(result for result in commune.results if result.waiver)
    unclear = replace(waived, underlying=Status.NEEDS_REVIEW, facts=("unit.headcount",))
    result = read(replace(commune, results=(unclear,)))["results"][0]
    assert (result["underlying"], result["facts"]) == ("needs_review", ["unit.headcount"])


def test_sentences_of_the_audit_carry_iso_dates(monkeypatch: Any, commune: Report) -> None:
    from dcs_audit.locale import phrases

    monkeypatch.setitem(phrases.SENTENCES, "test.until", {"vi": "đến {day}", "en": "until {day}"})
    until = phrases.phrase("test.until", day=date(2026, 1, 5))
    changed = replace(commune.results[1].checks[0], expected=until)
    result = replace(commune.results[1], message=until, checks=(changed,))
    data = read(replace(commune, results=(result,), notices=(until,)), Options("en"))
    assert data["results"][0]["message"] == {"vi": "đến 2026-01-05", "en": "until 2026-01-05"}
    assert data["results"][0]["checks"][0]["expected"] == "until 2026-01-05"
    assert data["notices"] == ["until 2026-01-05"]


def test_a_filter_is_a_notice_and_the_counts_stay_whole(commune: Report) -> None:
    kept = Filter(severity=Severity.CRITICAL)
    data = read(kept.narrowed(commune), Options("en", filters=kept.sentences()))
    assert data["notices"][0].startswith("Only violations of severity critical or above shown")
    assert "LDC-D36-K1" not in [result["rule"] for result in data["results"]]
    assert data["summary"]["duties"] == 12


def test_bytes(commune: Report) -> None:
    text = render(commune, Options())
    assert text == render(commune, Options())
    assert text.endswith("}\n") and not text.endswith("\n\n")
    assert '\n  "schema"' in text
    assert "Ủy ban nhân dân xã An Bình" in text


def test_what_a_terminal_would_obey_and_what_utf8_cannot_hold_is_escaped() -> None:
    name = "a\x1b[2J\x9b31m\x7f\u2028\udcff\\"
    text = render(report_on({"name": name}, ()), Options())
    text.encode("utf-8")
    assert all(sign == "\n" or sign.isprintable() for sign in text)
    assert json.loads(text)["unit"]["name"] == name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("make", [commune_report, agency_report, odd_report])
def test_the_bytes_are_those_of_the_standard_library(make: Callable[[], Report], lang: Lang) -> None:
    text = render(make(), Options(lang))
    assert text == safe(json.dumps(json.loads(text), ensure_ascii=False, indent=2)) + "\n"


@pytest.mark.parametrize("make", [commune_report, agency_report, odd_report])
def test_a_line_holds_the_same(make: Callable[[], Report]) -> None:
    line = render_line(make(), Options("en"))
    assert line.count("\n") == 1 and line.endswith("}\n")
    assert json.loads(line) == read(make(), Options("en"))
