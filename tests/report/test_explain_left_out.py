"""Records of the right kind that answer nothing: `explain` names each, and says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from law.tiny_packs import rule, rulebook

from report.explained import scene_of, story, told

Data = dict[str, Any]


def records(tmp_path: Path, rules: Data, section: str, *entries: Data) -> list[str]:
    """What the explanation says of the records, without those that are asked for."""
    book = rulebook(tmp_path / "p", [rule("R", **rules)])
    unit = {"name": "Sở Mẫu", "type": "state_agency"}
    place = scene_of(book, {"unit": unit, "year": 2026, "records": {section: list(entries)}})
    return [text for key, text in told(story(place, "R").records) if key == "record"]


@pytest.mark.parametrize(
    ("every", "facts", "why"),
    [
        ("year", {"period": "2025"}, "vì ghi kỳ 2025, không thuộc năm 2026"),
        ("year", {"period": "2026-Q1"}, "vì ghi kỳ 2026-Q1, không phải kỳ 2026"),
        ("year", {"date": "2025-06-01"}, "vì không thuộc năm 2026"),
        ("standing", {"date": "2026-12-01"}, "sau ngày kiểm tra nên chưa tính"),
    ],
)
def test_a_document_that_is_left_out(tmp_path: Path, every: str, facts: Data, why: str) -> None:
    *_, last = records(tmp_path, {"every": every}, "documents", {"kind": "democracy_regulation", **facts})
    assert last.endswith(why)


def test_what_came_after_the_rule_had_ended(tmp_path: Path) -> None:
    rules = {"every": "standing", "in_force": {"from": "2023-07-01", "to": "2026-03-31"}}
    late = {"kind": "democracy_regulation", "date": "2026-04-01"}
    *_, last = records(tmp_path, {**rules, "every": "year"}, "documents", late)
    assert last.endswith("vì sau khi quy định hết hiệu lực ngày 31/03/2026")


def test_a_board_whose_term_is_over(tmp_path: Path) -> None:
    boards = {"section": "boards", "where": {"kind": "peoples_inspection"}, "pick": "current"}
    over = {"kind": "peoples_inspection", "term": {"from": "2023-01-01", "until": "2025-01-01"}}
    (only,) = records(tmp_path, {"record": boards}, "boards", over)
    assert only.endswith("không quyết định kết luận, vì nhiệm kỳ đã hết ngày 01/01/2025")


def test_the_newer_and_the_better_one_decide(tmp_path: Path) -> None:
    entries = [{"kind": "democracy_regulation", "date": day} for day in ("2026-02-01", "2026-03-01")]
    older, newer = records(tmp_path / "any", {"every": "year"}, "documents", *entries)
    assert older.endswith("vì có hồ sơ khác đáp ứng tốt hơn")
    assert newer.endswith("được dùng để kết luận")
    older, _ = records(tmp_path / "newest", {"every": "year", "judge": "newest"}, "documents", *entries)
    assert older.endswith("vì có hồ sơ mới hơn")


def test_nothing_is_said_of_records_that_count(tmp_path: Path) -> None:
    (only,) = records(tmp_path, {"every": "year"}, "documents", {"kind": "democracy_regulation", "date": "2026-02-01"})
    assert only.endswith("được dùng để kết luận")
