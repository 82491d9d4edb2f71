"""A small rulebook and a unit with a duty of every kind, for tests of explanations."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from law.tiny_packs import check, gate, load_data, parameter, rule, rulebook, words

from dcs_audit.auditor import Auditor
from dcs_audit.explaining.model import Explanation, Step, Story
from dcs_audit.explaining.scene import Scene, look_at
from dcs_audit.explaining.story import explain
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.phrases import say
from dcs_audit.records import load

AS_OF = date(2026, 6, 15)
UNIT = """\
unit:
  name: Sở Mẫu
  type: state_agency
  headcount: 42
year: 2026
records:
  disclosures:
    - item: ngan-sach
      document: {number: 1/QĐ, date: 12/02/2026}
      postings:
        - {channel: notice_board, from: 27/02/2026, until: 08/03/2026}
        - {channel: notice_board, from: 11/03/2026, until: 20/03/2026}
  meetings:
    - {kind: staff_conference, held_on: 10/03/2026, entitled: 42, attended: 27}
  documents:
    - {kind: democracy_regulation, number: 2/QĐ, date: 01/03/2026, period: 2026}
"""


def book(folder: Path) -> Rulebook:
    """Rules for deadlines, postings, shares, gates, questions to a person, and what is never judged."""
    disclosures = {"section": "disclosures", "where": {"item": "ngan-sach"}}
    rules = [
        rule("HAN", title=words("Công khai mục 1"), every="year", record=disclosures, checks=["han", "niem-yet"]),
        rule(
            "TY-LE",
            every="year",
            record={"section": "meetings", "where": {"kind": "staff_conference"}},
            checks=["hai-phan-ba"],
            verified=False,
        ),
        rule("DIEU-KIEN", requires=gate({"fact": "has_council", "is": True}, reason=words("Không có hội đồng."))),
        rule("NHO", exempt=[gate({"fact": "headcount", "at_least": 42}, reason=words("Đơn vị lớn."))]),
        rule("HOI", attest={"question": words("Có làm không?"), "nil": True}, record=None),
        rule(
            "THIEU",
            every="quarter",
            record={"section": "documents", "where": {"kind": "board_report"}},
            due={"after_period": "han-bao-cao", "done": "date"},
        ),
        rule("TRUOC", in_force={"from": "2027-01-01"}),
        rule("XA", applies_to=["commune"]),
    ]
    rules[4].pop("record")
    rules[4].pop("every")
    checks = [
        check("han", {"deadline": {"done": "first_posting", "after": "document.date", "within": "han-dang"}}),
        check("niem-yet", {"posted": {"channel": "notice_board", "for": "so-ngay"}}),
        check("hai-phan-ba", {"share": {"part": "attended", "of": "entitled", "at_least": [2, 3]}}),
        check("xac-nhan", {"one_of": {"of": "answer", "values": ["yes"]}}, title=words("Đã xác nhận")),
    ]
    numbers = [
        parameter("han-dang", "working_days", 5, title=words("Hạn đăng")),
        parameter("so-ngay", "days", 20, title=words("Số ngày niêm yết")),
        parameter("han-bao-cao", "days", 5, title=words("Hạn báo cáo")),
    ]
    return rulebook(folder / "goi", rules, checks, numbers)


def scene(folder: Path, unit: str = UNIT, as_of: date = AS_OF, rules: Rulebook | None = None) -> Scene:
    """The unit, audited."""
    loaded = load(unit.encode(), "so.yaml", None, "yaml")  # type: ignore[arg-type]
    assert not loaded.problems, [problem.render("en") for problem in loaded.problems]
    return look_at(Auditor(rules or book(folder), "reference"), loaded, as_of, None)


def scene_of(rules: Rulebook, data: dict[str, Any], as_of: date = AS_OF) -> Scene:
    """A unit out of plain data, audited."""
    return look_at(Auditor(rules, "reference"), load_data(data), as_of, None)


def only_story(explanation: Explanation) -> Story:
    """The one duty that is explained."""
    assert len(explanation.stories) == 1
    return explanation.stories[0]


def story(place: Scene, asked: str) -> Story:
    """The one duty that `asked` means."""
    return only_story(explain(place, asked))


def told(steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    """Steps as key and Vietnamese sentence."""
    return [(step.key, say(step.text, "vi")) for step in steps]
