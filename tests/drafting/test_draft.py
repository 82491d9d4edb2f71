"""Drafts: valid as written and at every stage, claiming nothing, the same each time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from unicodedata import is_normalized

import pytest
from jsonschema import Draft202012Validator

from dcs_audit.auditor import Auditor
from dcs_audit.drafting.draft import draft
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.wanted import want
from dcs_audit.records.reader import Loaded, load
from dcs_audit.records.schema import json_schema
from dcs_audit.records.slugs import UNIT_TYPES
from dcs_audit.records.yaml_reader import read_yaml
from dcs_audit.verdicts.model import DutyResult, Status

from .drafts import EVERY, book, drafted, taken_up, templates, year_of

GOLDEN = Path(__file__).parent / "golden"


def unwrapped(text: str) -> str:
    """Explanations on one line each."""
    return re.sub(r"\n *##   ", " ", text)


def read(data: bytes, packs: tuple[str, ...] = ()) -> Loaded:
    return load(data, "unit.yaml", book(packs).vocabulary, "yaml")


def told(loaded: Loaded) -> list[str]:
    return [problem.render("en") for problem in loaded.problems]


def verdicts(data: bytes, packs: tuple[str, ...], year: int) -> list[tuple[str, str, str | None, Status]]:
    auditor = Auditor(book(packs), engine="reference")
    results: tuple[DutyResult, ...] = auditor.audit(read(data, packs), date(year, 12, 31)).results
    return [(one.rule, one.period, one.subject, one.status) for one in results]


@pytest.mark.parametrize(("kind", "packs"), EVERY)
def test_a_draft_is_a_valid_record_that_submits_nothing(kind: str, packs: tuple[str, ...]) -> None:
    text = drafted(kind, packs)
    assert told(read(text.encode(), packs)) == []
    bare = f"unit: {{name: A, type: {kind}}}\nyear: {year_of(packs)}\n".encode()
    found = verdicts(text.encode(), packs, year_of(packs))
    assert found == verdicts(bare, packs, year_of(packs))
    assert Status.PASSED not in [status for *_, status in found]


@pytest.mark.parametrize(("kind", "packs"), EVERY)
def test_each_template_alone_and_all_together_make_a_valid_record(kind: str, packs: tuple[str, ...]) -> None:
    text = drafted(kind, packs)
    blocks = templates(text)
    assert len(blocks) > 20
    assert told(read(taken_up(text, *blocks), packs)) == []
    national = drafted(kind).splitlines() if packs else []
    lines = text.splitlines()
    for block in blocks:
        if not all(lines[number] in national for number in block):  # else tried without the pack
            assert told(read(taken_up(text, block), packs)) == [], lines[block.start]


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_taking_up_templates_submits_records_in_every_section(kind: str) -> None:
    text = drafted(kind)
    unit = read(taken_up(text, *templates(text))).unit
    assert unit is not None
    asked = {wanted.section for wanted in want(book(), kind, 2026).records}
    assert {section for section in asked if getattr(unit.records, section)} == asked


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_every_record_that_a_duty_wants_has_a_template_that_answers_it(kind: str) -> None:
    text = unwrapped(drafted(kind))
    for wanted in want(book(), kind, 2026).records:
        for demand in wanted.demands:
            assert demand.rule.id in text
        if wanted.name is not None:
            assert f"{wanted.key}: {wanted.name}" in text or f"{wanted.name} (" in text


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_questions_are_left_unanswered_and_waivers_without_effect(kind: str) -> None:
    text = drafted(kind)
    unit = read(taken_up(text, *templates(text))).unit
    assert unit is not None
    assert unit.records.attestations and all(one.answer is None for one in unit.records.attestations)
    assert [(one.reason, one.approved_by) for one in unit.waivers] == [(None, None)]


@pytest.mark.parametrize(("kind", "packs"), EVERY)
def test_templates_show_how_a_duty_is_done_in_time_and_rightly(kind: str, packs: tuple[str, ...]) -> None:
    text = drafted(kind, packs)
    found = verdicts(taken_up(text, *templates(text)), packs, year_of(packs))
    assert [one for one in found if one[-1] in (Status.LATE, Status.DEFECTIVE)] == []


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_editors_find_nothing_wrong_in_a_draft(kind: str) -> None:
    validator = Draft202012Validator(json_schema(book().vocabulary))
    text = drafted(kind)
    for data in (text.encode(), taken_up(text, *templates(text))):
        assert [error.json_path for error in validator.iter_errors(read_yaml(data.decode()).data)] == []


@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_made_up_documents_are_told_as_odd_where_they_are_left(kind: str) -> None:
    text = drafted(kind)
    report = Auditor(book(), engine="reference").audit(read(taken_up(text, *templates(text))), date(2026, 12, 31))
    assert "sample" in {odd.code for odd in report.oddities}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", UNIT_TYPES)
def test_lines_fit_a_screen_and_the_text_is_composed(kind: str, lang: str) -> None:
    text = drafted(kind, lang=lang)  # type: ignore[arg-type]
    assert [line for line in text.splitlines() if len(line) > 100] == []
    assert is_normalized("NFC", text)
    assert "\t" not in text.partition("\n")[2] and not any(line != line.rstrip() for line in text.splitlines())


def test_english_explains_in_english_and_keeps_the_slugs() -> None:
    english, vietnamese = drafted("commune", lang="en"), drafted("commune")
    assert "Due: within 2026" in english
    assert "Hạn:" not in english
    units = [read(taken_up(text, *templates(text))).unit for text in (english, vietnamese)]
    assert units[0] is not None and units[0] == units[1]


def test_only_the_items_of_the_type_are_drafted() -> None:
    agency, commune = drafted("state_agency"), drafted("commune")
    assert "item: cong-tac-can-bo" in agency and "item: cong-tac-can-bo" not in commune
    assert "villages:" not in agency and "decisions:" not in agency
    assert "disclosures:" not in drafted("village")


def test_a_pack_adds_its_duties_and_the_record_names_it() -> None:
    text = drafted("commune", ("diem-he-2026",))
    assert "packs: [diem-he-2026]" in text
    assert "DH-BC-03" in text and "DH-BC-03" not in drafted("commune")


def test_deadlines_stand_beside_what_they_are_for() -> None:
    text = unwrapped(drafted("commune"))
    assert "Hạn: quý I/2026: 15/04/2026; 6 tháng đầu năm 2026: 15/07/2026; quý III/2026: 15/10/2026." in text
    assert "ngày trả lời chậm nhất 15 ngày kể từ ngày nhận" in text
    assert "31/03/2026 nếu năm công tác kết thúc ngày 31/12" in unwrapped(drafted("state_agency"))


def test_a_content_that_every_year_has_is_not_offered_as_not_arisen() -> None:
    text = drafted("commune")
    assert "{item: quy-dong-gop, nil: true}" in text
    assert "{item: kinh-te-xa-hoi, nil: true}" not in text


def test_a_name_is_written_so_that_yaml_reads_it_back() -> None:
    asked = want(book(), "village", 2026)
    for name in ("Thôn 1: Đông #2", 'Tổ "3"', "yes", "12", "- a", "Xã A\\B"):
        text = draft(Request(book(), asked, "vi", name=name))
        unit = read(text.encode()).unit
        assert unit is not None and unit.unit.name == name


def test_the_same_request_gives_the_same_text() -> None:
    asked = Request(book(), want(book(), "employer", 2026), "vi")
    assert draft(asked) == draft(asked)


def test_the_draft_of_an_employer_reads_like_this() -> None:
    assert drafted("employer") == (GOLDEN / "employer-2026.yaml").read_text(encoding="utf-8")
