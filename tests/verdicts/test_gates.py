"""Whether a duty applies and a check is asked, against three-valued logic written out here."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import audited, check, gate, only, rule, rulebook, unit_file

Data = dict[str, Any]
Truth = bool | None
TRUTHS: tuple[Truth, ...] = (True, False, None)
FACTS = ("dispersed", "has_portal", "has_intranet")
DOCUMENT = {"kind": "democracy_regulation", "date": "2026-01-05"}


def every(truths: tuple[Truth, ...]) -> Truth:
    """All of them: no if one is no, else unknown if one is unknown."""
    return False if False in truths else None if None in truths else True


def asked(*facts: str) -> Data:
    return gate(*({"fact": fact, "is": True} for fact in facts))


def known(**facts: Truth) -> Data:
    return {name: value for name, value in facts.items() if value is not None}


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=3)))
def test_scope_of_several_conditions(tmp_path: Path, truths: tuple[Truth, ...]) -> None:
    unit = known(**dict(zip(FACTS, truths, strict=True)))
    result = only(audited(rulebook(tmp_path / "p", [rule(requires=asked(*FACTS))]), unit_file(unit)))
    expected = {True: "missing", False: "not_applicable", None: "needs_review"}[every(truths)]
    assert result.status == expected
    if expected == "needs_review":
        unknown = {f"unit.{fact}" for fact, truth in zip(FACTS, truths, strict=True) if truth is None}
        assert set(result.facts) == unknown


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=3)))
def test_exemption_of_several_conditions(tmp_path: Path, truths: tuple[Truth, ...]) -> None:
    unit = known(**dict(zip(FACTS, truths, strict=True)))
    result = only(audited(rulebook(tmp_path / "p", [rule(exempt=[asked(*FACTS)])]), unit_file(unit)))
    assert result.status == {True: "not_applicable", False: "missing", None: "needs_review"}[every(truths)]


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=3)))
@pytest.mark.parametrize("submitted", [True, False])
def test_scope_and_two_exemptions_together(tmp_path: Path, truths: tuple[Truth, ...], submitted: bool) -> None:
    scope, first, second = truths
    made = rule(requires=asked(FACTS[0]), exempt=[asked(FACTS[1]), asked(FACTS[2])])
    unit = known(**dict(zip(FACTS, truths, strict=True)))
    records = {"documents": [DOCUMENT]} if submitted else {}
    result = only(audited(rulebook(tmp_path / "p", [made]), unit_file(unit, records)))
    applies = every((scope, None if first is None else not first, None if second is None else not second))
    owed = "passed" if submitted else "missing"
    assert result.status == {True: owed, False: "not_applicable", None: "needs_review"}[applies]


COMPARISONS: dict[str, Any] = {
    "at_most": lambda n, b: n <= b,
    "at_least": lambda n, b: n >= b,
    "less_than": lambda n, b: n < b,
    "more_than": lambda n, b: n > b,
}


@pytest.mark.parametrize("comparison", COMPARISONS)
@pytest.mark.parametrize("headcount", [0, 6, 7, 8, None])
def test_numbers_in_conditions(tmp_path: Path, comparison: str, headcount: int | None) -> None:
    made = rule(exempt=[gate({"fact": "headcount", comparison: 7})])
    unit = {} if headcount is None else {"headcount": headcount}
    result = only(audited(rulebook(tmp_path / "p", [made]), unit_file(unit)))
    if headcount is None:
        assert result.status == "needs_review" and result.facts == ("unit.headcount",)
    else:
        holds = COMPARISONS[comparison](headcount, 7)
        assert result.status == ("not_applicable" if holds else "missing")


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("value", [True, False, None])
def test_truths_in_conditions(tmp_path: Path, wanted: bool, value: Truth) -> None:
    made = rule(exempt=[gate({"fact": "has_portal", "is": wanted})])
    result = only(audited(rulebook(tmp_path / "p", [made]), unit_file({"has_portal": value})))
    expected = "needs_review" if value is None else "not_applicable" if value is wanted else "missing"
    assert result.status == expected


@pytest.mark.parametrize(
    ("fact", "unit", "given"),
    [
        ("special_case_without_board", {"special_case_without_board": "12/QD"}, True),
        ("special_case_without_board", {}, False),
        ("has_portal", {"has_portal": False}, True),
        ("has_portal", {}, False),
        ("villages", {"villages": []}, True),
    ],
)
@pytest.mark.parametrize("present", [True, False])
def test_whether_a_fact_is_given_at_all_is_never_unknown(
    tmp_path: Path, fact: str, unit: Data, given: bool, present: bool
) -> None:
    made = rule(exempt=[gate({"fact": fact, "present": present})])
    result = only(audited(rulebook(tmp_path / "p", [made]), unit_file(unit)))
    assert result.status == ("not_applicable" if given is present else "missing")


def test_a_list_in_a_condition_is_its_length(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", [rule(applies_to="commune", exempt=[gate({"fact": "villages", "less_than": 2})])])
    for size, status in [(0, "not_applicable"), (1, "not_applicable"), (2, "missing")]:
        unit = {"type": "commune", "villages": [{"name": f"V{n}"} for n in range(size)]}
        assert only(audited(book, unit_file(unit))).status == status


def test_a_gate_of_a_later_day_does_not_count_yet(tmp_path: Path) -> None:
    later = gate({"fact": "has_portal", "is": False}, **{"from": "2026-07-01"})
    book = rulebook(tmp_path / "p", [rule(exempt=[later])])
    loaded = unit_file({"has_portal": False})
    assert only(audited(book, loaded, "2026-06-30")).status == "missing"
    assert only(audited(book, loaded, "2026-07-01")).status == "not_applicable"


# --- checks and the ways to satisfy them ----------------------------------------------------------------------------


def disclosed(tmp_path: Path, made: Data, unit: Data, *channels: str) -> str:
    """The status of one check on a disclosure posted on `channels` for long enough."""
    over: Data = {"every": "year", "record": {"section": "disclosures"}, "checks": ["c"]}
    postings = [{"channel": channel, "from": "2026-01-05"} for channel in channels]
    loaded = unit_file(unit, {"disclosures": [{"item": "ngan-sach", "postings": postings}]})
    result = only(audited(rulebook(tmp_path / "p", [rule(**over)], [made]), loaded))
    return str(result.checks[0].status) if result.checks else "not asked"


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=2)))
@pytest.mark.parametrize("met", [True, False])
def test_a_check_behind_conditions(tmp_path: Path, truths: tuple[Truth, ...], met: bool) -> None:
    made = check("c", {"posted": {"channel": "portal"}}, when=asked("has_portal", "dispersed")["when"])
    unit = known(has_portal=truths[0], dispersed=truths[1])
    got = disclosed(tmp_path, made, unit, *(["portal"] if met else ["notice_board"]))
    if every(truths) is False:
        assert got == "not asked"
    elif met:
        assert got == "passed"
    else:
        assert got == ("defective" if every(truths) else "needs_review")


@pytest.mark.parametrize("has_intranet", TRUTHS)
@pytest.mark.parametrize("channels", [(), ("intranet",), ("notice_board",), ("intranet", "notice_board"), ("portal",)])
def test_ways_that_depend_on_a_fact(tmp_path: Path, has_intranet: Truth, channels: tuple[str, ...]) -> None:
    made = check(
        "c",
        {"when": {"fact": "has_intranet", "is": True}, "posted": {"channel": "intranet"}},
        {"when": {"fact": "has_intranet", "is": False}, "posted": {"channel": "notice_board"}},
    )
    got = disclosed(tmp_path, made, known(has_intranet=has_intranet), *channels)
    satisfied = {True: "intranet" in channels, False: "notice_board" in channels}
    if has_intranet is None:
        assert got == ("passed" if any(satisfied.values()) else "needs_review")
    else:
        assert got == ("passed" if satisfied[has_intranet] else "defective")


def test_a_check_without_any_way_open_to_the_unit_fails(tmp_path: Path) -> None:
    made = check("c", {"when": {"fact": "has_intranet", "is": True}, "posted": {"channel": "intranet"}})
    assert disclosed(tmp_path, made, {"has_intranet": False}, "intranet") == "defective"


def test_a_way_that_needs_an_eye_is_never_passed(tmp_path: Path) -> None:
    strict, lenient = {"posted": {"channel": "portal"}}, {"posted": {"channel": "letter"}, "review": True}
    made = check("c", strict, lenient)
    assert disclosed(tmp_path / "1", made, {}, "portal") == "passed"
    assert disclosed(tmp_path / "2", made, {}, "letter") == "needs_review"
    assert disclosed(tmp_path / "3", made, {}, "other") == "defective"


def test_all_questions_of_one_way_must_be_met(tmp_path: Path) -> None:
    made = check("c", {"both": [{"channel": "portal"}, {"channel": "letter"}], "posted": {"channel": "union_letter"}})
    channels = ["portal", "letter", "union_letter"]
    for some in range(3):
        assert disclosed(tmp_path / str(some), made, {}, *channels[:some]) == "defective"
    assert disclosed(tmp_path / "3", made, {}, *channels) == "passed"


def test_a_check_may_fail_as_a_case_for_review(tmp_path: Path) -> None:
    made = check("c", {"posted": {"channel": "portal"}}, fails_as="needs_review")
    assert disclosed(tmp_path, made, {}, "letter") == "needs_review"


# --- absence --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("union", "status"), [(False, "needs_review"), (True, "missing"), (None, "missing")])
def test_absence_that_needs_review_where_a_gate_is_open(tmp_path: Path, union: Truth, status: str) -> None:
    made = rule(absent_review=gate({"fact": "has_trade_union", "is": False}))
    unit = known(has_trade_union=union)
    assert only(audited(rulebook(tmp_path / "p", [made]), unit_file(unit))).status == status


def test_absence_is_missing_before_the_gate_counts_whatever_other_rules_ask(tmp_path: Path) -> None:
    unions = gate({"fact": "has_trade_union", "is": False})
    rules = [rule(absent_review=unions | {"from": "2027-01-01"}), rule("S", exempt=[unions])]
    report = audited(rulebook(tmp_path / "p", rules), unit_file({"has_trade_union": False}))
    assert [str(result.status) for result in report.results] == ["missing", "not_applicable"]


@pytest.mark.parametrize("absent", ["missing", "needs_review", "not_applicable"])
def test_an_absent_record_is_what_the_rule_says(tmp_path: Path, absent: str) -> None:
    assert only(audited(rulebook(tmp_path / "p", [rule(absent=absent)]), unit_file())).status == absent
