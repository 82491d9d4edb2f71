"""A deadline that ends on a day off moves by a clause, which the national pack names and explanations cite."""

from __future__ import annotations

from dcs_audit.explaining.model import Step
from dcs_audit.law.rulebook import Rulebook, load_rulebook
from dcs_audit.locale.phrases import say

from .explained import scene_of, story

# Saturday 14 February 2026 and 15 days make Sunday 1 March; Monday 2 March is the last good day.
UNIT = {
    "unit": {"name": "Xã A", "type": "commune"},
    "year": 2026,
    "records": {"petitions": [{"kind": "board_recommendation", "received_on": "2026-02-14", "id": "KN"}]},
}


def moved(book: Rulebook) -> Step:
    found = story(scene_of(book, UNIT), "LDC-D40-K1C#KN")
    steps = [step for one in found.checks for way in one.ways for q in way.questions for step in q.steps]
    (only,) = [step for step in steps if step.key == "moved"]
    return only


def test_the_clause_by_which_a_deadline_moves_is_cited_as_unverified() -> None:
    book = load_rulebook()
    step = moved(book)
    assert [(cite.source, cite.article, cite.clause) for cite in step.basis] == [("blds-2015", 148, "5")]
    assert say(step.text, "vi") == (
        "Chủ nhật 01/03/2026 là ngày nghỉ nên hạn dời sang thứ Hai 02/03/2026; "
        "điều khoản viện dẫn chưa đối chiếu văn bản"
    )
    assert book.day_off is not None and not book.day_off.verified and book.sources["blds-2015"].text == "not_read"


def test_reports_say_that_the_clause_was_not_compared() -> None:
    limits = [words.vi for words in load_rulebook().packs[0].file.not_checked]
    assert [
        one for one in limits if "khoản 5 Điều 148 Bộ luật Dân sự số 91/2015/QH13" in one and "chưa đối chiếu" in one
    ]
