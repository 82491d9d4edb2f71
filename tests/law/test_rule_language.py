"""The rule language is closed: what could only go wrong in an audit is refused when the pack is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import check, gate, parameter, rule, rulebook, words

from dcs_audit.law.loader import PackError

DAYS = parameter("n", "days", 3)
PORTAL = {"posted": {"channel": "portal"}}


def refuse(folder: Path, **content: Any) -> str:
    """What is said when the pack is refused; the test fails where it is taken."""
    with pytest.raises(PackError) as caught:
        rulebook(folder / "p", **content)
    return str(caught.value)


def in_rule(**over: Any) -> dict[str, Any]:
    return {"rules": [rule(**over)], "parameters": [DAYS]}


def in_option(*options: dict[str, Any]) -> dict[str, Any]:
    return {"checks": [check("c", *options)], "parameters": [DAYS]}


NOT_ONE_CHOICE = {
    "condition without comparison": in_rule(requires=gate({"fact": "headcount"})),
    "condition with two comparisons": in_rule(requires=gate({"fact": "headcount", "at_most": 7, "at_least": 2})),
    "gate without condition": in_rule(requires=gate()),
    "deadline without anchor": in_option({"deadline": {"done": "date", "within": "n"}}),
    "deadline with two anchors": in_option(
        {"deadline": {"done": "date", "within": "n", "after": "date", "before": "date"}}
    ),
    "share without fraction": in_option({"share": {"part": "attended", "of": "entitled"}}),
    "share with two fractions": in_option(
        {"share": {"part": "attended", "of": "entitled", "at_least": [2, 3], "more_than": [1, 2]}}
    ),
    "amount with two meanings": in_option(
        {"count": {"of": "members", "at_least": {"parameter": "n", "fact": "villages"}}}
    ),
    "due without day": in_rule(every="year", due={}),
    "due with two days": in_rule(every="year", due={"by": "12-31", "period_end": True}),
    "check without option": in_option(),
    "list of no values": in_option({"one_of": {"of": "mode", "values": []}}),
    "parameter without value": {"parameters": [parameter("m", "days", 0, values=[])]},
}


@pytest.mark.parametrize("content", NOT_ONE_CHOICE.values(), ids=NOT_ONE_CHOICE)
def test_exactly_one_of_the_choices_is_to_be_made(tmp_path: Path, content: dict[str, Any]) -> None:
    assert "p/a.yaml:" in refuse(tmp_path, **content)


UNKNOWN_WORDS = {
    "question": in_option({"postd": {"channel": "portal"}}),
    "key of a question": in_option({"posted": {"chanel": "portal"}}),
    "unit of a parameter": {"parameters": [parameter("m", "weeks", 2)]},
    "period": in_rule(every="week"),
    "part of the year": in_rule(every=["Q1", "Q5"]),
    "way to judge": in_rule(judge="best"),
    "pick of boards": in_rule(record={"section": "boards", "pick": "oldest"}),
    "key of a selector": in_rule(record={"section": "boards", "wheer": {"kind": "x"}}),
    "status of an absent record": in_rule(absent="passed"),
    "status of a failing check": {"checks": [check("c", PORTAL, fails_as="passed")]},
    "severity of a check": {"checks": [check("c", PORTAL, severity="heavy")]},
}


@pytest.mark.parametrize("content", UNKNOWN_WORDS.values(), ids=UNKNOWN_WORDS)
def test_an_unknown_word_is_refused(tmp_path: Path, content: dict[str, Any]) -> None:
    assert "p/a.yaml:" in refuse(tmp_path, **content)


PASSES_WITHOUT_ASKING = {
    "option without question": in_option({}),
    "option with only a condition": in_option({"when": [{"fact": "has_portal", "is": True}]}),
    "count without bound": in_option({"count": {"of": "members"}}),
    "number without bound": in_option({"number": {"of": "attended"}}),
    "share of nothing": in_option({"share": {"part": "attended", "of": "entitled", "at_least": [0, 3]}}),
    "share by zero": in_option({"share": {"part": "attended", "of": "entitled", "at_least": [2, 0]}}),
    "no postings in both": in_option({"both": []}),
    "nil refused by no check": in_rule(every="year", record={"section": "disclosures"}, nil="refused"),
}


@pytest.mark.parametrize("content", PASSES_WITHOUT_ASKING.values(), ids=PASSES_WITHOUT_ASKING)
def test_a_question_that_nothing_can_fail_is_refused(tmp_path: Path, content: dict[str, Any]) -> None:
    refuse(tmp_path, **content)


def used(option: dict[str, Any], unit: str = "days", section: str = "documents") -> dict[str, Any]:
    return {
        "rules": [rule(checks=["c"], record={"section": section})],
        "checks": [check("c", option)],
        "parameters": [parameter("n", unit, 3)],
    }


def deadline(done: str = "date", after: str = "date") -> dict[str, Any]:
    return {"deadline": {"done": done, "after": after, "within": "n"}}


WOULD_CRASH_OR_MISLEAD = {
    "attribute of a selector": in_rule(record={"section": "documents", "where": {"knd": "x"}}),
    "attribute of an exception": in_rule(record={"section": "documents", "except": {"knd": "x"}}),
    "attribute that opens": in_rule(record={"section": "documents", "open_if_absent": ["knd"]}),
    "attribute of a subject": in_rule(per="project", every="year", record={"section": "boards", "subject": "projct"}),
    "attribute of a total": in_rule(every="month", record={"section": "activities", "total": "cuont"}),
    "attribute done in a due date": in_rule(every="year", due={"by": "12-31", "done": "sent_on"}),
    "attribute done in a deadline": used(deadline(done="answered_on")),
    "attribute after in a deadline": used(deadline(after="dat")),
    "path through a list": used(deadline(done="sent.on")),
    "attribute of a count": used({"count": {"of": "mmbers", "at_least": 3}}, section="boards"),
    "attribute of another section": used({"one_of": {"of": "mode", "values": ["plenary"]}}, section="documents"),
    "question on a posting of a meeting": used({"posted": {"channel": "portal"}}, section="meetings"),
    "channel": used({"posted": {"channel": "prtal"}}, section="disclosures"),
    "kind": in_rule(record={"section": "meetings", "where": {"kind": "staff_conferense"}}),
    "item": in_rule(every="year", record={"section": "disclosures", "where": {"item": "ngan-sac"}}),
    "value of an attribute": used({"one_of": {"of": "mode", "values": ["plenari"]}}, section="meetings"),
    "day of the year": in_rule(every="year", due={"by": "02-30"}),
    "reason for what is late and called so": in_rule(every="year", due={"by": "06-10", "late_reason": words("why")}),
    "day with its year": in_rule(every="year", due={"before": "2026-06-10"}),
    "day only of leap years": in_rule(every="year", due={"by": "02-29"}),
    "people as a time": used(deadline(), "people"),
    "term in days": used({"term": {"at_most": "n"}}, "days", "boards"),
    "posting time in months": used({"posted": {"channel": "portal", "for": "n"}}, "months", "disclosures"),
    "months of a working year in days": in_rule(
        every="working_year", record={"section": "meetings"}, due={"after_period": "n"}
    ),
    "working year without window": in_rule(every="working_year", record={"section": "meetings"}),
    "one duty per record of each quarter": in_rule(every="quarter", per="record", none=words("none")),
    "one duty per record without words for none": in_rule(every="year", per="record"),
    "rule that follows itself": in_rule(follows="R", every="year"),
    "follower with a duty for each project": in_rule(
        follows="R", every="year", per="project", record={"section": "boards", "subject": "project"}, none=words("none")
    ),
    "values of a parameter out of order": {
        "parameters": [
            parameter(
                "m", "days", 0, values=[{"from": day, "value": 1, "basis": []} for day in ("2026-01-01", "2020-01-01")]
            )
        ]
    },
    "negative time": {"parameters": [parameter("m", "days", -3)]},
    "window that ends before it begins": in_rule(in_force={"from": "2026-01-01", "to": "2025-12-31"}),
    "python name of a key": in_rule(in_force={"from_": "2020-01-01"}),
    "term of a board asked of a document": used({"term": {"at_most": "n"}}, "years"),
    "pick of a board among documents": in_rule(record={"section": "documents", "pick": "newest"}),
    "first posting of a document": used(deadline(done="first_posting")),
    "truth of a text": used({"number": {"of": "title", "at_least": 1}}),
    "word for a flag": in_rule(record={"section": "meetings", "except": {"extraordinary": "yes"}}),
    "attribute of a use": in_rule(checks=[{"check": "c", "only": {"prt": "x"}}])
    | {"checks": [check("c", {"one_of": {"of": "title", "values": ["x"]}})]},
    "times without end": {"parameters": [parameter("m", "years", 9000)]},
    "number counted in days": used({"count": {"of": "members", "at_least": {"parameter": "n"}}}, "days", "boards"),
    "day added up": in_rule(
        every="month", record={"section": "activities", "total": "count"}, checks=[{"check": "c", "only": {"by": "x"}}]
    )
    | {"checks": [check("c", {"number": {"of": "total", "at_least": 1}})]},
}


@pytest.mark.parametrize("content", WOULD_CRASH_OR_MISLEAD.values(), ids=WOULD_CRASH_OR_MISLEAD)
def test_what_cannot_work_is_refused_when_the_pack_is_read(tmp_path: Path, content: dict[str, Any]) -> None:
    refuse(tmp_path, **content)


CIRCLE = [rule("A", follows="B", every="year"), rule("B", follows="C", every="year")]


@pytest.mark.parametrize("last", ["A", "B", "C"])
def test_a_chain_of_rules_must_end(tmp_path: Path, last: str) -> None:
    said = refuse(tmp_path, rules=[*CIRCLE, rule("C", follows=last, every="year")])
    assert "never ends" in said


def test_a_wrong_entry_is_not_also_called_a_short_list(tmp_path: Path) -> None:
    assert len(refuse(tmp_path, **in_option({})).splitlines()) == 1


def test_attributes_that_exist_are_taken(tmp_path: Path) -> None:
    posted = {"posted": {"channel": "portal", "for": "n"}}
    disclosures = {"section": "disclosures", "where": {"item": "ngan-sach", "nil": "false"}}
    options = [
        deadline(done="first_posting", after="document.date") | posted,
        deadline(done="first_posting", after="period.last"),
        {"count": {"of": "postings.channel", "equal_to": "portal", "at_least": 1}},
    ]
    boards = [
        deadline(done="term.from", after="elected_on"),
        {"none_of": {"of": "members.positions", "values": ["manager"]}},
        {"represented": {"by": "members.village"}},
    ]
    rulebook(
        tmp_path / "p",
        [
            rule("D", every="year", record=disclosures, checks=["d"], due={"by": "06-30", "done": "first_posting"}),
            rule("B", record={"section": "boards", "where": {"term.from": "2026-01-01"}}, checks=["b"]),
        ],
        [check("d", *options), check("b", *boards)],
        [DAYS],
    )


def test_a_lone_entry_stands_for_a_list_of_one(tmp_path: Path) -> None:
    book = rulebook(
        tmp_path / "p",
        [
            rule(
                applies_to="employer",
                checks="c",
                record={"section": "disclosures"},
                exempt=[gate(when={"fact": "headcount", "less_than": 10})],
            )
        ],
        [check("c", PORTAL)],
    )
    made = book.rules[0]
    assert made.applies_to == ("employer",) and made.checks[0].check == "c"
    assert made.exempt[0].when[0].less_than == 10
