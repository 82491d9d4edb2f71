"""One duty for each content, and ways to satisfy a check that open on a day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, only, rule, rulebook, statuses, unit_file

from dcs_audit.law.questions import Option
from dcs_audit.locale.phrases import Text

Data = dict[str, Any]

ITEMS = {
    "every": "year",
    "per": "item",
    "items": ["ngan-sach", "tai-san-cong"],
    "judge": "each",
    "record": {"section": "disclosures"},
}


def test_one_duty_for_each_content(tmp_path: Path) -> None:
    posted = check("dang", {"posted": {"channel": "portal"}})
    made = rulebook(tmp_path / "p", [rule(**ITEMS, checks=["dang"])], [posted])
    file = unit_file(
        {},
        {
            "disclosures": [
                {"item": "ngan-sach", "postings": [{"channel": "portal", "from": "2026-02-01"}]},
                {"item": "dau-tu-cong", "postings": [{"channel": "portal", "from": "2026-02-01"}]},
            ]
        },
    )
    assert statuses(audited(made, file, engine="both")) == {"R#ngan-sach": "passed", "R#tai-san-cong": "missing"}


@pytest.mark.parametrize(
    ("day", "union", "with_union", "expected"),
    [
        ("2026-03-01", True, True, "passed"),
        ("2026-03-01", True, False, "defective"),
        ("2026-03-01", False, False, "needs_review"),
        ("2026-02-28", False, False, "defective"),
        ("2026-03-01", None, False, "needs_review"),
        ("2026-02-28", None, False, "defective"),
    ],
)
def test_a_way_that_opens_on_a_day(
    tmp_path: Path, day: str, union: bool | None, with_union: bool, expected: str
) -> None:
    ways = check(
        "cong-doan",
        {"one_of": {"of": "with_union", "values": ["true"]}},
        {"since": "2026-03-01", "fact": {"fact": "has_trade_union", "is": False}, "review": True},
    )
    meeting = {"section": "meetings", "where": {"kind": "staff_conference"}}
    made = rulebook(tmp_path / "p", [rule(record=meeting, checks=["cong-doan"])], [ways])
    file = unit_file(
        {"has_trade_union": union},
        {"meetings": [{"kind": "staff_conference", "held_on": day, "with_union": with_union}]},
    )
    assert str(only(audited(made, file, engine="both")).status) == expected


def test_a_way_that_needs_a_look_says_what_to_look_for(tmp_path: Path) -> None:
    reason = {"vi": "Xác nhận nơi này đặc thù.", "en": "Confirm that this is a special case."}
    size = check("so-luong", {"number": {"of": "attended", "at_least": 1}, "review": True, "reason": reason})
    meeting = {"section": "meetings", "where": {"kind": "staff_conference"}}
    made = rulebook(tmp_path / "p", [rule(record=meeting, checks=["so-luong"])], [size])
    file = unit_file({}, {"meetings": [{"kind": "staff_conference", "held_on": "2026-03-01", "attended": 2}]})
    result = only(audited(made, file, engine="both"))
    assert (str(result.status), result.reason) == ("needs_review", Text(reason["vi"], reason["en"]))


def test_a_reason_without_a_look_is_refused() -> None:
    reason = {"vi": "Vì sao?", "en": "Why?"}
    with pytest.raises(ValueError, match="reason"):
        Option.model_validate({"given": {"of": "date"}, "reason": reason})


def test_a_record_that_does_not_say_what_it_is_counts_once(tmp_path: Path) -> None:
    forms = check("hinh-thuc", {"count": {"of": "forms", "at_least": 1}})
    none = {"vi": "không", "en": "none"}
    per_record = rule(record={"section": "consultations"}, every="year", per="record", none=none, checks=["hinh-thuc"])
    made = rulebook(tmp_path / "p", [per_record], [forms])
    file = unit_file({}, {"consultations": [{"from": "2026-03-01", "forms": []}]})
    report = audited(made, file, engine="both")
    assert [result.duty for result in report.results] == ["R#records.consultations[0]"]
