"""A number that a pack changes is never told as the law's own: not in a check, not in a remedy, not in silence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, only, parameter, rule, unit_file, words, write_pack

from dcs_audit.law.loader import read_pack
from dcs_audit.law.rulebook import Rulebook, assemble
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.verdicts.model import Report

Data = dict[str, Any]

PLAN = {"source": "ke-hoach", "section": "mục 1"}
SOURCES = [
    {"id": "ke-hoach", "title": words("Kế hoạch"), "short": words("KH 1"), "in_force": {"from": "2026-01-01"},
     "text": "original"}
]  # fmt: skip
ANSWER = check("tra-loi", {"deadline": {"done": "answered_on", "after": "received_on", "within": "han"}})
LAW = parameter("han", "days", 15)


def book(folder: Path, national: Data, value: int, checks: list[Data] | None = None, **law: Any) -> Rulebook:
    packs = [write_pack(folder / "luat", [national], checks or [], [LAW | law])]
    change = {"parameter": "han", "from": "2026-02-01", "value": value, "basis": PLAN}
    packs.append(write_pack(folder / "xa", extends="luat", amends=[change]))
    (packs[-1] / "sources.yaml").write_text(json.dumps({"sources": SOURCES}), encoding="utf-8")
    return assemble(tuple(read_pack(str(one)) for one in packs))


def answered(folder: Path, value: int, received: str, on: str) -> Report:
    petitions = rule(every="year", judge="each", record={"section": "petitions"}, checks=["tra-loi"])
    record = {"kind": "complaint", "received_on": received, "answered_on": on}
    return audited(book(folder, petitions, value, [ANSWER]), unit_file(None, {"petitions": [record]}))


def shorts(basis: tuple[Any, ...]) -> list[str]:
    return [cite.short.vi for cite in basis]


@pytest.mark.parametrize(("value", "status", "on"), [(20, "passed", "2026-03-20"), (10, "late", "2026-03-16")])
def test_a_check_cites_the_text_that_sets_the_number_first(tmp_path: Path, value: int, status: str, on: str) -> None:
    result = only(answered(tmp_path, value, "2026-03-02", on))
    assert result.status == status
    assert shorts(result.checks[0].basis) == ["KH 1", "Luật"]
    assert shorts(result.basis) == ["KH 1", "Luật"]


def test_what_happened_before_is_judged_and_cited_by_the_law(tmp_path: Path) -> None:
    result = only(answered(tmp_path, 20, "2026-01-02", "2026-01-20"))
    assert result.status == "late"
    assert shorts(result.checks[0].basis) == ["Luật"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_message_and_remedy_name_the_number_that_holds(tmp_path: Path, lang: Lang) -> None:
    result = only(answered(tmp_path, 10, "2026-03-02", "2026-03-16"))
    told = {"vi": "Theo KH 1, từ 01/02/2026: han là 10 ngày.", "en": "By KH 1, from 01/02/2026: han is 10 days."}[lang]
    assert say(result.message, lang).endswith(told)
    assert say(result.remedy, lang) == f"remedy R {told}"


@pytest.mark.parametrize(
    ("value", "notice"),
    [
        (20, "sets “han” to 20 days from 01/02/2026, which asks for less than 15 days by Article 1, Law"),
        (10, "sets “han” to 10 days from 01/02/2026, which asks for more than 15 days by Article 1, Law"),
    ],
)
def test_a_notice_says_who_asks_for_less_or_more_than_the_law(tmp_path: Path, value: int, notice: str) -> None:
    report = answered(tmp_path, value, "2026-03-02", "2026-03-09")
    (told,) = [say(one, "en") for one in report.notices]
    assert told.startswith(f"The pack xa {notice}; set by mục 1, KH 1.")
    assert report.notices[0] in report.packs[1].not_checked  # what reports on several units show


def test_the_same_number_again_is_no_news(tmp_path: Path) -> None:
    report = answered(tmp_path, 15, "2026-03-02", "2026-03-09")
    assert report.notices == ()
    assert say(only(report).remedy, "en") == "remedy R"


def test_a_number_that_no_duty_of_the_unit_uses_is_not_told(tmp_path: Path) -> None:
    villages = rule("V", applies_to=["village"], every="year", record={"section": "petitions"}, checks=["tra-loi"])
    folder = tmp_path / "p"
    report = audited(book(folder, villages, 20, [ANSWER]), unit_file())
    assert report.results == report.notices == ()


REPORT = rule(
    every="quarter",
    record={"section": "documents", "where": {"kind": "board_report"}},
    due={"after_period": "han", "done": "date"},
)


@pytest.mark.parametrize(("value", "due"), [(20, "2026-04-20"), (10, "2026-04-10")])
def test_the_deadline_of_a_duty_cites_it_too(tmp_path: Path, value: int, due: str) -> None:
    record = {"kind": "board_report", "period": "2026-Q1", "date": "2026-04-08"}
    report = audited(book(tmp_path, REPORT, value), unit_file(None, {"documents": [record]}), "2026-06-15")
    first = next(result for result in report.results if result.period == "2026-Q1")
    assert str(first.due) == due
    assert shorts(first.checks[0].basis) == shorts(first.basis) == ["KH 1", "Luật"]


def test_a_missing_duty_cites_it_too(tmp_path: Path) -> None:
    first = audited(book(tmp_path, REPORT, 10), unit_file(), "2026-06-15").results[0]
    assert (first.status, str(first.due)) == ("missing", "2026-04-10")
    assert shorts(first.basis) == ["KH 1", "Luật"]
    assert "By KH 1, from 01/02/2026: han is 10 days." in say(first.remedy, "en")


PEOPLE = check("so-nguoi", {"count": {"of": "members", "at_least": {"parameter": "han"}}})
POSTED = check("dang", {"posted": {"channel": "portal", "for": "han"}})


@pytest.mark.parametrize(
    ("asks", "unit", "section", "record"),
    [
        (PEOPLE, "people", "boards", {"kind": "peoples_inspection", "term": {"from": "2026-03-01"}, "members": []}),
        (
            POSTED,
            "days",
            "disclosures",
            {"item": "ngan-sach", "postings": [{"channel": "portal", "from": "2026-03-02"}]},
        ),
    ],
)
def test_counts_and_postings_cite_it_too(tmp_path: Path, asks: Data, unit: str, section: str, record: Data) -> None:
    asking = rule(every="year", record={"section": section}, checks=[asks["name"]])
    made = book(tmp_path, asking, 20, [asks], unit=unit)
    result = only(audited(made, unit_file(None, {section: [record]}), "2026-06-15"))
    assert shorts(result.checks[0].basis) == ["KH 1", "Luật"]
    assert "is 20" in say(result.remedy, "en")
