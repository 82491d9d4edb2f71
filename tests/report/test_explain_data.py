"""What explanations say: the arithmetic of every date and ratio, the facts, and what another audit would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from law.tiny_packs import check, gate, parameter, rule, rulebook, words

from dcs_audit.explaining.counting_days import agreed
from dcs_audit.explaining.editing import kind_of, with_value
from dcs_audit.explaining.model import Story
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.story import NoSuchRule, explain
from dcs_audit.locale.phrases import say
from dcs_audit.verdicts.model import AuditError, Status

from .explained import UNIT, scene, scene_of, story, told


@pytest.fixture
def place(tmp_path: Path) -> Scene:
    return scene(tmp_path)


def question_steps(found: Story, check_id: str) -> list[tuple[str, str]]:
    (one,) = [check for check in found.checks if check.result.id == check_id]
    return told(one.ways[0].questions[0].steps)


def changes(found: Story) -> list[tuple[str, Status | None]]:
    return [(say(change.text, "vi"), change.status) for change in found.changes]


def test_a_deadline_over_tet_is_counted_as_people_do(place: Scene) -> None:
    # Thu 12/02/2026; Fri 13; off Sat 14 to Sun 22 (Tết Mon 16 to Fri 20); Mon 23, Tue 24, Wed 25, Thu 26.
    steps = question_steps(story(place, "HAN"), "han")
    assert [key for key, _ in steps] == [
        *("trigger", "number", "rule", "count", "skipped", *["skipped"] * 5, "due", "done", "difference"),
    ]
    sentences = [sentence for _, sentence in steps]
    assert sentences[0] == "ngày văn bản (document.date): thứ Năm 12/02/2026"
    assert sentences[1] == "Hạn đăng: 05 ngày làm việc, áp dụng từ 01/01/2000"
    assert (
        sentences[3].startswith("(1) thứ Sáu 13/02/2026; (2) thứ Hai 23/02/2026") and "(5) thứ Năm 26" in sentences[3]
    )
    assert sentences[4] == "4 ngày cuối tuần: 14/02/2026 đến 15/02/2026; 21/02/2026 đến 22/02/2026"
    assert sentences[6] == "thứ Ba 17/02/2026: Tết Nguyên Đán"
    assert sentences[-3:] == [
        "thứ Năm 26/02/2026 là ngày cuối cùng còn đúng hạn",
        "ngày công khai lần đầu: thứ Sáu 27/02/2026",
        "27/02/2026 − 26/02/2026 = 1 ngày: trễ 1 ngày",
    ]


def test_steps_say_where_in_the_file(place: Scene) -> None:
    (late,) = [one for one in story(place, "HAN").checks if one.result.id == "han"]
    places = {step.key: (step.path, step.line) for step in late.ways[0].questions[0].steps}
    assert places["trigger"] == ("records.disclosures[0].document.date", 9)
    assert places["done"] == ("records.disclosures[0].postings[0].from", 11)


def test_a_posting_with_a_gap(place: Scene) -> None:
    steps = question_steps(story(place, "HAN"), "niem-yet")
    assert steps[-3:] == [
        ("length", "08/03/2026 − 27/02/2026 + 1 = 10 ngày liên tục"),
        ("gap", "gián đoạn 2 ngày: 09/03/2026 đến 10/03/2026"),
        ("length", "20/03/2026 − 11/03/2026 + 1 = 10 ngày liên tục"),
    ]


def test_a_ratio_is_compared_in_whole_numbers(place: Scene) -> None:
    found = story(place, "TY-LE")
    assert question_steps(found, "hai-phan-ba")[-1] == ("ratio", "27 × 3 = 81 < 42 × 2 = 84")
    assert changes(found) == [("số người dự (attended): thêm 1, thành 28", Status.PASSED)]


def test_an_earlier_day_alone_does_not_mend_a_posting_that_was_too_short(place: Scene) -> None:
    found = story(place, "HAN")
    assert found.result.status is Status.LATE
    first, second, both = found.changes
    assert (first.status, first.check) == (Status.DEFECTIVE, Status.PASSED)
    assert (second.status, second.check, second.value) == (Status.LATE, Status.PASSED, "2026-03-30")
    assert both.status is Status.PASSED


def test_lateness_stays(place: Scene) -> None:
    sentences = " ".join(sentence for _, sentence in told(story(place, "HAN").cure))
    assert "sẽ luôn là trễ" in sentences and "không sửa ngày trên hồ sơ" in sentences


def test_what_each_answer_to_an_unknown_fact_leads_to(place: Scene) -> None:
    found = story(place, "DIEU-KIEN")
    assert found.result.status is Status.NEEDS_REVIEW
    assert [change.status for change in found.changes] == [Status.PASSED, Status.NOT_APPLICABLE]
    assert [change.value for change in found.changes] == [True, False]
    assert [key for key, _ in told(found.why)] == ["type", "in_force", "period", "requires", "fact"]


def test_which_fact_would_make_an_exempt_duty_apply(place: Scene) -> None:
    found = story(place, "NHO")
    assert found.result.status is Status.NOT_APPLICABLE
    assert [(change.value, change.status, change.line) for change in found.changes] == [(41, Status.PASSED, 4)]
    (fact,) = [step for step in found.why if step.key == "fact"]
    assert (fact.data["value"], fact.line) == (42, 4)


def test_a_condition_that_no_single_value_turns_round_is_told(tmp_path: Path) -> None:
    rules = [
        rule(
            "SAU",
            requires=gate({"fact": "conferences", "at_least": 1}),
            exempt=[gate({"fact": "boards", "at_least": 1})],
        )
    ]
    data: dict[str, Any] = {"unit": {"name": "A", "type": "state_agency"}, "year": 2026}
    found = story(scene_of(rulebook(tmp_path / "p", rules), data), "SAU")
    assert found.result.status is Status.NOT_APPLICABLE
    ((sentence, tried),) = changes(found)
    assert sentence.startswith("khi ") and sentence.endswith("từ 1 trở lên") and tried is None


def test_every_answer_to_a_question_is_tried(place: Scene) -> None:
    found = story(place, "HOI")
    assert [change.status for change in found.changes] == [Status.PASSED, Status.DEFECTIVE, Status.NOT_APPLICABLE]


def test_missing_and_pending_periods(place: Scene) -> None:
    explanation = explain(place, "THIEU")
    found = {one.result.duty: one for one in explanation.stories}
    assert [one.result.status for one in explanation.stories] == [Status.MISSING, *[Status.PENDING] * 3]
    first = told(found["THIEU@2026-Q1"].deadline)
    assert first[0] == ("trigger", "ngày hết kỳ: thứ Ba 31/03/2026")
    # Sunday 5 April moves to Monday 6 April.
    assert first[-3][1] == "Chủ nhật 05/04/2026 là ngày nghỉ nên hạn dời sang thứ Hai 06/04/2026"
    assert first[-2:] == [
        ("moved_over", "1 ngày cuối tuần: 05/04/2026"),
        ("due", "thứ Hai 06/04/2026 là ngày cuối cùng còn đúng hạn"),
    ]
    assert "trễ 70 ngày" in told(found["THIEU@2026-Q1"].cure)[0][1]
    assert [change.status for change in found["THIEU@2026-Q2"].changes] == [Status.MISSING, None]


def test_a_duty_alone(place: Scene) -> None:
    assert story(place, "THIEU@2026-Q3").result.duty == "THIEU@2026-Q3"
    with pytest.raises(NoSuchRule) as raised:
        explain(place, "THIEU@2026-Q7")
    assert raised.value.duties[0] == "THIEU@2026-Q1"


@pytest.mark.parametrize(
    ("asked", "key", "said"),
    [
        ("XA", "type", "quy định này chỉ dành cho: chính quyền cấp xã"),
        ("TRUOC", "in_force", "chưa có hiệu lực: từ 01/01/2027"),
    ],
)
def test_rules_that_give_no_duty(place: Scene, asked: str, key: str, said: str) -> None:
    explanation = explain(place, asked)
    assert not explanation.stories
    assert told(explanation.instead)[0][0] == key
    assert said in told(explanation.instead)[0][1]


def test_a_rule_that_has_ended(tmp_path: Path) -> None:
    ended = rulebook(tmp_path / "cu", [rule("CU", in_force={"from": "2020-01-01", "to": "2025-12-31"})])
    explanation = explain(scene(tmp_path, rules=ended), "CU")
    assert "không còn hiệu lực: đến hết 31/12/2025" in told(explanation.instead)[0][1]


def test_a_waiver_is_told_with_what_lies_beneath(tmp_path: Path) -> None:
    waiver = "waivers: [{rule: TY-LE, reason: Dịch, approved_by: CV 1, until: 30/06/2026}]\n"
    found = story(scene(tmp_path, UNIT + waiver), "TY-LE")
    assert found.result.status is Status.WAIVED
    assert [change.status for change in found.changes] == [Status.DEFECTIVE, Status.PASSED]


def test_alternatives_that_are_shut_are_told(tmp_path: Path) -> None:
    ways = [
        {"when": [{"fact": "has_portal", "is": True}], "posted": {"channel": "portal"}},
        {"when": [{"fact": "has_portal", "is": False}], "posted": {"channel": "letter"}},
    ]
    rules = [rule("A", every="year", record={"section": "disclosures"}, checks=["dang"])]
    posting = {"channel": "letter", "from": "2026-03-01"}
    record = {"item": "ngan-sach", "document": {"date": "2026-02-01"}, "postings": [posting]}
    made = rulebook(tmp_path / "p", rules, [check("dang", *ways)])
    data: dict[str, Any] = {
        "unit": {"name": "A", "type": "state_agency", "has_portal": False},
        "year": 2026,
        "records": {"disclosures": [record]},
    }
    found = story(scene_of(made, data), "A")
    assert [way.open for way in found.checks[0].ways] == [False, True]


def test_counting_back_from_an_event_and_a_check_that_is_not_asked(tmp_path: Path) -> None:
    rules = [
        rule("A", every="year", record={"section": "meetings"}, checks=["bao-truoc", "rieng"]),
    ]
    checks = [
        check("bao-truoc", {"deadline": {"done": "invited_on", "before": "held_on", "within": "truoc"}}),
        check("rieng", {"given": {"of": "mode"}}, when=[{"fact": "has_council", "is": True}]),
    ]
    made = rulebook(tmp_path / "p", rules, checks, [parameter("truoc", "days", 7, practice=True)])
    meeting = {"kind": "staff_conference", "held_on": "2026-03-10", "invited_on": "2026-03-05"}
    data: dict[str, Any] = {
        "unit": {"name": "A", "type": "state_agency", "has_council": False},
        "year": 2026,
        "records": {"meetings": [meeting]},
    }
    found = story(scene_of(made, data), "A")
    steps = dict(question_steps(found, "bao-truoc"))
    assert steps["count"] == "10/03/2026 − 07 ngày = thứ Ba 03/03/2026"
    assert "không văn bản nào ấn định" in steps["number"]
    assert told(found.unasked)[0] == ("unasked", "“rieng” không đặt ra với đơn vị này:")


def test_the_explanation_never_parts_from_the_verdict(place: Scene) -> None:
    """Where the case says one thing and the report another, nothing is explained."""
    with pytest.raises(AuditError, match="the explanation of x gives 1, the verdict 2"):
        agreed(1, 2, "x")
    first = place.report.results[0]
    moved = replace(first, checks=tuple(replace(one, record="records.disclosures[7]") for one in first.checks))
    results = (moved, *place.report.results[1:])
    with pytest.raises(AuditError):
        explain(replace(place, report=replace(place.report, results=results)), "HAN")


def test_a_file_is_changed_in_one_place_only(place: Scene) -> None:
    file = place.loaded.unit
    assert file is not None
    changed = with_value(file, "records.disclosures[0].postings[1].until", date(2026, 4, 1))
    assert changed is not None
    assert changed.records.disclosures[0].postings[1].until == date(2026, 4, 1)
    assert file.records.disclosures[0].postings[1].until == date(2026, 3, 20)
    assert changed.model_copy(update={"records": file.records}) == file
    assert with_value(file, "unit.nothing_such", 1) is None
    assert with_value(file, "records.disclosures[5].nil", True) is None


def test_what_may_stand_where(place: Scene) -> None:
    file = place.loaded.unit
    assert file is not None
    assert kind_of(file, "unit.has_council") == (bool,)
    assert kind_of(file, "unit.headcount") == (int,)
    assert kind_of(file, "records.disclosures[0].document.date") == (date,)
    assert "yes" in kind_of(file, "records.attestations[0].answer")
    assert tuple in kind_of(file, "unit.projects")


def test_an_unknown_list_is_tried_empty(tmp_path: Path) -> None:
    rules = [
        rule(
            "DA",
            per="project",
            none=words("Không có dự án."),
            record={"section": "boards", "where": {"kind": "investment_supervision"}, "subject": "project"},
            requires=gate({"fact": "headcount", "more_than": 1}),
        )
    ]
    found = story(scene(tmp_path, rules=rulebook(tmp_path / "p", rules)), "DA")
    assert found.result.facts == ("unit.projects",)
    assert [(change.value, change.status) for change in found.changes] == [(0, Status.NOT_APPLICABLE)]


def test_a_day_that_no_text_sets_neither_moves_nor_makes_late(tmp_path: Path) -> None:
    due = {"after_period": "thoi-gian-cho", "late_as": "needs_review"}
    rules = [rule("CHO", every=["Q1"], record={"section": "documents", "where": {"kind": "board_report"}}, due=due)]
    made = rulebook(tmp_path / "p", rules, (), [parameter("thoi-gian-cho", "days", 4, practice=True)])
    document = {"kind": "board_report", "date": "2026-04-20", "period": "2026-Q1"}
    data: dict[str, Any] = {
        "unit": {"name": "A", "type": "state_agency"},
        "year": 2026,
        "records": {"documents": [document]},
    }
    found = story(scene_of(made, data), "CHO")
    steps = dict(told(found.deadline))
    # Saturday 4 April stays.
    assert steps["count"] == "31/03/2026 + 04 ngày = thứ Bảy 04/04/2026"
    assert "không dời" in steps["rule"] and "không gọi là trễ hạn" in steps["due"] and "moved" not in steps
    assert told(found.checks[0].steps)[-1][1].endswith("không gọi là trễ hạn")
    assert [(change.value, change.status) for change in found.changes] == [("2026-04-04", Status.PASSED)]


def test_a_day_that_is_not_recorded_is_tried_on_either_side(tmp_path: Path) -> None:
    rules = [rule("A", every="year", record={"section": "meetings"}, checks=["truoc"])]
    made = rulebook(tmp_path / "p", rules, [check("truoc", {"ordered": {"first": "invited_on", "then": "held_on"}})])
    meeting = {"kind": "staff_conference", "held_on": "2026-03-10"}
    data: dict[str, Any] = {
        "unit": {"name": "A", "type": "state_agency"},
        "year": 2026,
        "records": {"meetings": [meeting]},
    }
    found = story(scene_of(made, data), "A")
    assert [(change.value, change.status) for change in found.changes] == [
        ("2026-03-10", Status.PASSED),
        ("2026-03-11", Status.DEFECTIVE),
    ]
