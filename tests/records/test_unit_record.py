"""The model: every field of the contract, what is unknown, what contradicts itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from dcs_audit.records import MonthDay, Period, UnitFile, Vocabulary

UNIT = "unit: {name: A, type: commune}\nyear: 2026\n"


def fields_left_at_default(value: object, path: str = "") -> list[str]:
    if isinstance(value, tuple):
        left = [set(fields_left_at_default(item, path)) for item in value if isinstance(item, BaseModel)]
        return sorted(set.intersection(*left)) if left else []
    if not isinstance(value, BaseModel):
        return []
    inner = [name for key in type(value).model_fields for name in fields_left_at_default(getattr(value, key), key)]
    return [f"{path}.{key}" for key in type(value).model_fields if key not in value.model_fields_set] + inner


def test_full_contract_sets_every_field(accept: Any, full_contract: str) -> None:
    unit = accept(full_contract)
    left = {name for name in fields_left_at_default(unit) if name.split(".")[1] not in ("id", "note", "evidence")}
    assert left == set()


def test_full_contract_values(accept: Any, full_contract: str) -> None:
    file = accept(full_contract)
    unit, records = file.unit, file.records
    assert (unit.code, unit.work_year_end, unit.subtype) == ("010", MonthDay(5, 31), "xa")
    assert [(village.name, village.households) for village in unit.villages] == [
        ("Thôn Đông", 120),
        ("Thôn Đoài", None),
    ]
    assert unit.projects[0].started_on == date(2026, 2, 1)
    disclosure = records.disclosures[0]
    assert disclosure.period == Period(2026, "Q1")
    assert disclosure.document.date == date(2026, 4, 8)
    assert [posting.villages for posting in disclosure.postings] == [None, "all", ("Thôn Đông", "Thôn Đoài")]
    assert disclosure.postings[0].from_ == date(2026, 4, 9)
    assert disclosure.evidence == ("anh/1.jpg",)
    assert records.meetings[0].agenda == ("a", "b", "dd")
    assert records.boards[0].term.from_ == date(2025, 11, 5)
    assert [member.positions for member in records.boards[0].members] == [(), ("village_official",), None]
    assert records.documents[0].number == "3.10"
    assert records.documents[0].sent[0].on == date(2025, 12, 22)
    assert records.consultations[0].forms == ("phiếu", "họp thôn")
    assert records.activities[0].period == Period(2026, "M05")
    waiver = file.waivers[0]
    assert (waiver.until, waiver.until_text) == (date(2026, 12, 31), None)


@pytest.mark.parametrize("absent", ["", "records:\n", "records: ~\nwaivers: null\npacks:\n", "records: {meetings: }\n"])
def test_absent_sections_are_empty(accept: Any, absent: str) -> None:
    file = accept(UNIT + absent)
    assert (file.packs, file.waivers, file.schema_) == ((), (), None)
    assert all(getattr(file.records, section) == () for section in type(file.records).model_fields)


@pytest.mark.parametrize("value", ["", ": null", ": ~", ": "])
def test_unknown_lists_are_none_not_empty(accept: Any, value: str) -> None:
    def maybe(key: str) -> str:
        return f", {key}{value}" if value else ""

    file = accept(
        f"unit: {{name: A, type: commune{maybe('villages')}{maybe('projects')}{maybe('has_portal')}}}\nyear: 2026\n"
        f"records:\n  disclosures: [{{item: ngan-sach, postings: [{{channel: portal{maybe('villages')}}}]}}]\n"
        f"  meetings: [{{kind: people_dialogue{maybe('agenda')}}}]\n"
        f"  boards: [{{kind: peoples_inspection{maybe('members')}}},"
        f" {{kind: peoples_inspection, members: [{{name: B{maybe('positions')}}}]}}]\n"
        f"  documents: [{{kind: board_report{maybe('sent')}}}]\n"
    )
    records = file.records
    assert (file.unit.villages, file.unit.projects, file.unit.has_portal) == (None, None, None)
    assert records.disclosures[0].postings[0].villages is None
    assert records.meetings[0].agenda is None
    assert (records.boards[0].members, records.boards[1].members[0].positions) == (None, None)
    assert records.documents[0].sent is None


def test_given_empty_lists_stay_empty(accept: Any) -> None:
    file = accept("unit: {name: A, type: commune, villages: [], projects: []}\nyear: 2026\n")
    assert (file.unit.villages, file.unit.projects) == ((), ())
    assert file.unit.work_year_end == MonthDay(12, 31)


def test_frozen(accept: Any) -> None:
    file = accept(UNIT)
    with pytest.raises(ValidationError):
        file.year = 2027
    assert hash(file) == hash(accept(UNIT))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unit: {type: commune}\nyear: 2026\n", "1:1 missing unit.name"),
        ("unit: {name: ~, type: commune}\nyear: 2026\n", "1:14 missing unit.name"),
        ('unit: {name: " ", type: commune}\nyear: 2026\n', "1:14 missing unit.name"),
        ("unit: {name: A}\nyear: 2026\n", "1:1 missing unit.type"),
        ("unit: {name: A, type: commune}\n", "1:1 missing year"),
        ("year: 2026\n", "1:1 missing unit"),
        (UNIT + "schema: dcs-audit/unit@2\n", "3:9 unknown_slug schema"),
        (UNIT + "records: {disclosures: [{}]}\n", "3:25 missing records.disclosures[0].item"),
        (UNIT + "records: {meetings: [{}]}\n", "3:22 missing records.meetings[0].kind"),
        (UNIT + "records: {decisions: [{}]}\n", "3:23 missing records.decisions[0].item"),
        (UNIT + "waivers: [{}]\n", "3:11 missing waivers[0].rule"),
        (UNIT + "records: []\n", "3:1 not_mapping records"),
        (UNIT + "records: {meetings: x}\n", "3:21 not_list records.meetings"),
        (UNIT + "records: {meetings: [~]}\n", "3:22 not_mapping records.meetings[0]"),
        (UNIT + "packs: [x]\n", "3:9 unknown_pack packs[0]"),
        ("unit: {name: [A], type: commune}\nyear: 2026\n", "1:8 not_text unit.name"),
        ("unit: {name: A, type: communes}\nyear: 2026\n", "1:23 unknown_slug unit.type"),
        ("unit: {name: A, type: village, subtype: xa}\nyear: 2026\n", "1:32 subtype_not_commune unit.subtype"),
        ("unit: {name: A, type: commune, headcount: -1}\nyear: 2026\n", "1:43 negative unit.headcount"),
        ("unit: {name: A, type: commune, work_year_end: 02-29}\nyear: 2026\n", "1:47 not_month_day unit.work_year_end"),
        ("unit: {name: A, type: commune}\nyear: 1999\n", "2:7 year_out_of_range year"),
        ("unit: {name: A, type: commune}\nyear: 2101\n", "2:7 year_out_of_range year"),
    ],
)
def test_required_and_typed(refuse: Any, text: str, expected: str) -> None:
    assert refuse(text) == [expected]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("meetings: [{kind: people_dialogue, attended: 5, entitled: 4}]", "meetings[0].attended"),
        ("meetings: [{kind: people_dialogue, in_favour: 5, attended: 4}]", "meetings[0].in_favour"),
        ("decisions: [{item: tu-quan, attended: 5, households: 4}]", "decisions[0].attended"),
        ("decisions: [{item: tu-quan, in_favour: 5, households: 4}]", "decisions[0].in_favour"),
        ("decisions: [{item: tu-quan, villages_in_favour: 5, villages: 4}]", "decisions[0].villages_in_favour"),
    ],
)
def test_more_than_there_are(load_as: Any, record: str, expected: str) -> None:
    (problem,) = load_as(f"{UNIT}records:\n  {record}\n").problems
    assert (problem.code, problem.path) == ("more_than", f"records.{expected}")
    assert "(5)" in problem.text("vi") and "(4)" in problem.text("vi")


def test_a_bad_field_does_not_hide_a_contradiction(refuse: Any) -> None:
    assert refuse(
        "unit: {name: A, type: wrong}\nyear: x\nrecords:\n"
        "  meetings: [{kind: zzz, attended: 5, entitled: 4, in_favour: many}]\n"
    ) == [
        "1:23 unknown_slug unit.type",
        "2:7 not_whole_number year",
        "4:21 unknown_kind records.meetings[0].kind",
        "4:36 more_than records.meetings[0].attended",
        "4:63 not_whole_number records.meetings[0].in_favour",
    ]


def test_ends_before_start(refuse: Any) -> None:
    assert refuse(
        "unit: {name: A, type: commune, projects: [{id: p, started_on: 2026-02-02, finished_on: 01/02/2026}]}\n"
        "year: 2026\nrecords:\n"
        "  boards: [{kind: peoples_inspection, term: {from: 2026-02-02, until: 2026-02-01}}]\n"
        "  consultations: [{from: 2026-02-02, until: 2026-02-01}]\n"
    ) == [
        "1:88 ends_before_start unit.projects[0].finished_on",
        "4:71 ends_before_start records.boards[0].term.until",
        "5:45 ends_before_start records.consultations[0].until",
    ]


def test_a_posting_that_ends_before_it_starts_is_judged_later(accept: Any) -> None:
    accept(
        UNIT + "records:\n"
        "  disclosures: [{item: ngan-sach, postings: [{channel: portal, from: 2026-02-02, until: 2026-02-01}]}]\n"
        "  documents: [{kind: board_report, posted: {from: 2026-02-02, until: 2026-02-01}}]\n"
    )


def test_duplicates(refuse: Any) -> None:
    assert refuse(
        "unit:\n  name: A\n  type: commune\n"
        "  villages: [{name: X}, {name: X}]\n  projects: [{id: p}, {id: p}]\n"
        "year: 2026\nrecords:\n"
        "  meetings: [{kind: people_dialogue, id: m}, {kind: people_dialogue, id: m}]\n"
        "  boards: [{kind: peoples_inspection, id: m}]\n"
    ) == [
        "4:32 duplicate_village unit.villages[1].name",
        "5:28 duplicate_project unit.projects[1].id",
        "8:74 duplicate_id records.meetings[1].id",
    ]


def test_villages_and_projects_must_be_listed(load_as: Any) -> None:
    loaded = load_as(
        "unit:\n  name: A\n  type: commune\n  villages: [{name: Thôn Đông}, {name: Thôn Đoài}]\n"
        "  projects: [{id: duong-1}]\nyear: 2026\nrecords:\n"
        "  disclosures: [{item: ngan-sach, postings: [{channel: portal, villages: [Thôn Đông, thon doai]}]}]\n"
        "  boards: [{kind: investment_supervision, project: duong-2, members: [{village: Thôn Đôg}]}]\n"
        "  decisions: [{item: tu-quan, village: Xóm Núi}]\n"
    )
    assert [(p.path, p.text("vi").rsplit(": ", 1)[1]) for p in loaded.problems] == [
        ("records.disclosures[0].postings[0].villages[1]", "có phải muốn ghi `Thôn Đoài`?"),
        ("records.boards[0].project", "có phải muốn ghi `duong-1`?"),
        ("records.boards[0].members[0].village", "có phải muốn ghi `Thôn Đông`?"),
        ("records.decisions[0].village", "Thôn Đông, Thôn Đoài"),
    ]


def test_any_village_and_project_where_none_are_listed(accept: Any) -> None:
    accept(
        UNIT + "records:\n  boards: [{kind: investment_supervision, project: p, members: [{village: X}]}]\n"
        "  decisions: [{item: tu-quan, village: Y}]\n"
    )


@pytest.mark.parametrize(
    ("unit_type", "item"),
    [
        ("commune", "quy-dong-gop"),
        ("state_agency", "dau-tu-cong"),
        ("public_service_unit", "cong-tac-can-bo"),
        ("state_owned_enterprise", "thi-dua-ky-luat"),
        ("employer", "thoa-uoc-lao-dong"),
    ],
)
def test_items_of_each_type(accept: Any, refuse: Any, unit_type: str, item: str) -> None:
    text = f"unit: {{name: A, type: {{}}}}\nyear: 2026\nrecords: {{disclosures: [{{item: {item}}}]}}\n"
    accept(text.replace("{}", unit_type))
    other = "employer" if unit_type != "employer" and "enterprise" not in unit_type else "commune"
    assert refuse(text.replace("{}", other)) == ["3:32 unknown_item records.disclosures[0].item"]
    assert refuse(text.replace("{}", "village")) == ["3:32 no_disclosures_of_village records.disclosures[0].item"]


def test_a_waiver_is_read_leniently(accept: Any, refuse: Any) -> None:
    waivers = accept(UNIT + "waivers: [{rule: LDC-D11-K1}, {rule: LDC-D11-K2, until: hết quý, reason: }]\n").waivers
    assert (waivers[0].until, waivers[0].until_text, waivers[0].reason) == (None, None, None)
    assert (waivers[1].until, waivers[1].until_text, waivers[1].reason) == (None, "hết quý", None)
    assert refuse(UNIT + "waivers: [{rule: LDC-D11-K3, until_text: x}, {rule: LDC-D14-K1, until: [1]}]\n") == [
        "3:18 unknown_rule waivers[0].rule",
        "3:30 unknown_key waivers[0].until_text",
        "3:65 not_text waivers[1].until",
    ]


def test_words_of_packs_and_words_of_the_contract(accept: Any, load_as: Any) -> None:
    accept(UNIT + "records: {petitions: [{kind: complaint}], meetings: [{kind: council_session}]}\n")
    (problem,) = load_as(UNIT + "records: {documents: [{kind: disclosure_plans}]}\n").problems
    assert problem.text("en").endswith("did you mean `disclosure_plan`?")
    assert "people_dialogue" in Vocabulary(meeting_kinds=frozenset({"own"})).meeting_kinds


def test_without_a_vocabulary_any_kind_will_do() -> None:
    file = UnitFile.model_validate(
        {"unit": {"name": "A", "type": "commune"}, "year": 2026, "records": {"documents": [{"kind": "new"}]}}
    )
    assert file.records.documents[0].kind == "new"
