"""One fault after the other in a pack that is otherwise without fault: which code, and on which line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lint_packs import (
    OTHER_SOURCE,
    UNREAD,
    both,
    case,
    faults,
    good_cases,
    good_check,
    good_parameter,
    good_rule,
    linted,
    pack,
)
from tiny_packs import CITE, SOURCES, gate

POSTED = {"posted": {"channel": "portal", "for": "so-ngay"}}
DUE = {"due": {"by": "03-31"}, "every": "year"}


def test_a_pack_without_fault(tmp_path: Path) -> None:
    found = linted(pack(tmp_path / "p"))
    assert found.faults == ()
    assert found.counts == {"rules": 1, "checks": 1, "parameters": 0, "cases": 2}


def beside(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """A rule, and one beside it whose cases turn the check red."""
    return [good_rule("QC-D0"), rule]


# --- citations ------------------------------------------------------------------------------------------------------

COVERAGE = [
    {"source": "luat", "articles": [{"article": 1, "title": both("Điều", "One"), "clauses": 2, "points": {"2": "a b"}}]}
]


@pytest.mark.parametrize(
    ("cite", "code", "line"),
    [
        ({"article": 2}, "no-such-article", "article: 2"),
        ({"article": 1, "clause": 3}, "no-such-clause", "clause: 3"),
        ({"article": 1, "clause": 2, "point": "c"}, "no-such-point", "point: c"),
        ({}, "no-article", "basis:"),
    ],
)
def test_a_place_that_the_source_does_not_have(tmp_path: Path, cite: Any, code: str, line: str) -> None:
    rule = good_rule(basis={"source": "luat", **cite})
    assert faults(pack(tmp_path / "p", [rule], coverage=COVERAGE)) == [(code, "a.yaml", line)]


def test_places_that_the_source_has_or_nobody_listed(tmp_path: Path) -> None:
    rule = good_rule(basis=[{"source": "luat", "article": 1, "clause": 2, "point": "b"}], verified=False)
    rule["basis"].append({"source": "thong-tu", "article": 99})
    assert faults(pack(tmp_path / "p", [rule], coverage=COVERAGE, sources=[*SOURCES, UNREAD])) == []


def test_a_source_that_nothing_cites(tmp_path: Path) -> None:
    sources = [*SOURCES, OTHER_SOURCE]
    assert faults(pack(tmp_path / "p", sources=sources)) == [("unused-source", "sources.yaml", "id: nghi-dinh")]
    told = {"id": "QC-D9", "title": both("Quyền", "Right"), "text": both("Là quyền.", "It is a right.")}
    told |= {"basis": CITE | {"source": "nghi-dinh"}, "verified": True}
    assert faults(pack(tmp_path / "q", sources=sources, informational=[told])) == []


# --- days in force --------------------------------------------------------------------------------------------------


def test_days_between_two_versions(tmp_path: Path) -> None:
    first = good_rule(in_force={"from": "2020-01-01", "to": "2023-12-31"})
    gap = good_rule(in_force={"from": "2024-01-02"})
    assert faults(pack(tmp_path / "p", [first, gap], cases=good_cases())) == [("gapped-windows", "a.yaml", "in_force:")]
    assert "2024-01-01" in linted(tmp_path / "p").faults[0].message.en
    assert faults(pack(tmp_path / "q", [first, good_rule(in_force={"from": "2024-01-01"})], cases=good_cases())) == []


@pytest.mark.parametrize(
    ("window", "day"),
    [
        ({"from": "2023-12-31", "to": "2024-12-31"}, "2023-12-31"),
        ({"from": "2024-01-01"}, "2026-01-01"),
        ({"from": "2024-01-01", "to": "2025-12-31"}, None),
    ],
)
def test_a_rule_in_force_without_its_source(tmp_path: Path, window: Any, day: str | None) -> None:
    rule = good_rule(in_force=window, basis=CITE | {"source": "nghi-dinh"})
    folder = pack(tmp_path / "p", beside(rule), sources=[*SOURCES, OTHER_SOURCE])
    expected = [] if day is None else [("rule-without-source", "a.yaml", "in_force:")]
    assert faults(folder) == expected
    assert all(day is not None and day in fault.message.vi for fault in linted(folder).faults)


def test_a_value_dated_without_its_source(tmp_path: Path) -> None:
    basis = CITE | {"source": "nghi-dinh"}
    value = {"from": "2023-12-01", "value": 5, "basis": basis}
    later = {"from": "2026-01-01", "value": 6, "basis": CITE}
    rules = [good_rule(), _timed()]
    cases = [*good_cases(), *_timed_cases()]
    folder = pack(tmp_path / "p", rules, _timed_checks(), [good_parameter("han", values=[value, later])], cases,
                  [*SOURCES, OTHER_SOURCE])  # fmt: skip
    codes = [code for code, _, line in faults(folder) if line == "from: 2023-12-01"]
    assert codes == ["parameter-starts-late", "value-without-source"]


def test_a_parameter_that_starts_after_the_rule_that_needs_it(tmp_path: Path) -> None:
    late = [good_parameter("han", values=[{"from": "2022-01-01", "value": 5, "basis": CITE}])]
    cases = [*good_cases(), *_timed_cases()]
    folder = pack(tmp_path / "p", [good_rule(), _timed()], _timed_checks(), late, cases)
    assert faults(folder) == [("parameter-starts-late", "a.yaml", "from: 2022-01-01")]
    since = _timed(checks=[{"check": "dung-han", "since": "2022-01-01"}])
    assert faults(pack(tmp_path / "q", [good_rule(), since], _timed_checks(), late, cases)) == []


def _timed(**over: Any) -> dict[str, Any]:
    return good_rule("QC-D2", **{"checks": ["dung-han"], "record": {"section": "petitions"}, "absent": "not_applicable",
                                 "every": "year", "judge": "each", **over})  # fmt: skip


def _timed_checks() -> list[dict[str, Any]]:
    asked = {"deadline": {"done": "answered_on", "after": "received_on", "within": "han"}}
    return [good_check(), good_check("dung-han", asked)]


def _timed_cases() -> list[dict[str, Any]]:
    def answered(day: str) -> dict[str, Any]:
        return {"petitions": [{"kind": "complaint", "received_on": "2026-03-02", "answered_on": day}]}

    return [
        case("passed", "QC-D2", records=answered("2026-03-03")),
        case("late", "QC-D2", records=answered("2026-04-03")),
    ]


# --- references and texts that were read ----------------------------------------------------------------------------


def test_a_value_without_reference(tmp_path: Path) -> None:
    value = {"from": "2020-01-01", "value": 5, "basis": []}
    rest = ([good_rule(), _timed()], _timed_checks())
    cases = [*good_cases(), *_timed_cases()]
    folder = pack(tmp_path / "p", *rest, [good_parameter("han", values=[value])], cases)
    assert faults(folder) == [("value-without-reference", "a.yaml", "from: 2020-01-01")]
    assert faults(pack(tmp_path / "q", *rest, [good_parameter("han", values=[value], practice=True)], cases)) == []


def test_verified_though_the_text_was_not_read(tmp_path: Path) -> None:
    rule = good_rule(basis=[CITE, CITE | {"source": "thong-tu"}])
    folder = pack(tmp_path / "p", [rule], sources=[*SOURCES, UNREAD])
    assert faults(folder) == [("verified-unread", "a.yaml", "verified: true")]


def test_not_verified_though_the_text_was_read(tmp_path: Path) -> None:
    rule = good_rule(verified=False)
    assert faults(pack(tmp_path / "p", [rule])) == [("unverified-unexplained", "a.yaml", "verified: false")]
    noted = good_rule(verified=False, note=both("Đã được sửa đổi.", "Amended since."))
    assert faults(pack(tmp_path / "q", [noted])) == []


# --- cases ----------------------------------------------------------------------------------------------------------


def test_rules_that_no_case_shows(tmp_path: Path) -> None:
    rules = [good_rule(), good_rule("QC-D2"), good_rule("QC-D3")]
    cases = [*good_cases(), case("passed", "QC-D2"), case("defective", "QC-D3")]
    folder = pack(tmp_path / "p", rules, cases=cases)
    assert faults(folder) == [
        ("rule-never-violated", "a.yaml", "id: QC-D2"),
        ("rule-never-passed", "a.yaml", "id: QC-D3"),
    ]
    assert faults(pack(tmp_path / "q", [good_rule(), good_rule("QC-D2")], cases=good_cases())) == [
        ("rule-without-case", "a.yaml", "id: QC-D2")
    ]


def test_a_rule_that_cannot_be_violated_needs_no_violation(tmp_path: Path) -> None:
    soft = good_rule("QC-D2", absent="needs_review", checks=["mem"])
    checks = [good_check(), good_check("mem", fails_as="needs_review")]
    cases = [
        *good_cases(),
        case("passed", "QC-D2"),
        case("needs_review", "QC-D2", records=case("defective")["records"]),
    ]
    assert faults(pack(tmp_path / "p", [good_rule(), soft], checks, cases=cases)) == []


def test_what_is_not_given_is_never_a_violation(tmp_path: Path) -> None:
    rule = good_rule("QC-D2", absent="needs_review", checks=["co-so"])
    checks = [good_check(), good_check("co-so", {"given": {"of": "number"}})]
    numbered = {"documents": [{"kind": "democracy_regulation", "number": "1"}]}
    cases = [*good_cases(), case("passed", "QC-D2", records=numbered)]
    found = faults(pack(tmp_path / "p", [good_rule(), rule], checks, cases=cases))
    assert found == [("check-never-red", "a.yaml", "name: co-so")]
    cases.append(case("needs_review", "QC-D2", records=case("passed")["records"]))
    assert faults(pack(tmp_path / "q", [good_rule(), rule], checks, cases=cases)) == []


def test_a_check_of_which_another_rule_judges_needs_no_red_case(tmp_path: Path) -> None:
    asked = {"deadline": {"done": "answered_on", "after": "received_on", "within": "han", "judged": False}}
    rules = [good_rule(), _timed(checks=["dung-han", "cho"], due={"by": "03-31", "done": "answered_on"})]
    checks = [*_timed_checks(), good_check("cho", asked)]
    cases = [*good_cases(), *_timed_cases()]
    assert faults(pack(tmp_path / "p", rules, checks, [good_parameter("han")], cases)) == []


def test_a_case_of_a_rule_that_is_not_there(tmp_path: Path) -> None:
    folder = pack(tmp_path / "p", cases=[*good_cases(), case("passed", "QC-D7")])
    assert faults(folder) == [("case-without-rule", "a.test.yaml", "rule: QC-D7")]


def test_a_check_that_no_case_turns_red(tmp_path: Path) -> None:
    rule = good_rule(checks=["con-moi", "co-so"])
    checks = [good_check(), good_check("co-so", {"one_of": {"of": "number", "values": ["1"]}})]
    known = {"kind": "democracy_regulation", "date": "2025-01-01", "number": "1"}
    old = case("defective", records={"documents": [known | {"date": "2022-01-01"}]})
    cases = [case(records={"documents": [known]}), old]
    folder = pack(tmp_path / "p", [rule], checks, cases=cases)
    assert faults(folder) == [("check-never-red", "a.yaml", "name: co-so")]
    red = case("defective", name="số khác", records={"documents": [known | {"number": "2"}]})
    assert faults(pack(tmp_path / "q", [rule], checks, cases=[*cases, red])) == []


def test_checks_that_look_alike_are_told_apart_by_their_records(tmp_path: Path) -> None:
    alike = {"id": "moi", "title": both("Còn mới", "Still new")}
    checks = [good_check("mot", **alike), good_check("hai", **alike)]
    uses = [{"check": "mot", "only": {"number": "1"}}, {"check": "hai", "except": {"number": "1"}}]
    document = {"kind": "democracy_regulation", "date": "2022-01-01"}
    cases = [case(), case("defective", records={"documents": [document | {"number": "1"}]})]
    folder = pack(tmp_path / "p", [good_rule(checks=uses)], checks, cases=cases)
    assert faults(folder) == [("check-never-red", "a.yaml", "name: hai")]


# --- what can never come about --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "conditions",
    [
        [{"fact": "headcount", "at_most": 3}, {"fact": "headcount", "at_least": 5}],
        [{"fact": "headcount", "more_than": 4}, {"fact": "headcount", "less_than": 5}],
        [{"fact": "headcount", "less_than": 0}],
        [{"fact": "dispersed", "is": True}, {"fact": "dispersed", "is": False}],
        [{"fact": "dispersed", "present": False}, {"fact": "dispersed", "is": False}],
    ],
)
def test_conditions_that_can_never_hold(tmp_path: Path, conditions: Any) -> None:
    rule = good_rule(requires=gate(*conditions, reason=both("Lý do", "Reason")))
    assert faults(pack(tmp_path / "p", beside(rule))) == [("never-holds", "a.yaml", "requires:")]
    checks = [good_check(when=conditions)]
    found = faults(pack(tmp_path / "q", checks=checks, cases=[case(), case("missing", records={})]))
    assert [(code, line) for code, _, line in found] == [("check-never-red", "name: con-moi"), ("never-holds", "when:")]


def test_conditions_that_can_hold_together(tmp_path: Path) -> None:
    conditions = [{"fact": "headcount", "at_least": 5}, {"fact": "headcount", "at_most": 5},
                  {"fact": "headcount", "present": True}, {"fact": "dispersed", "is": False}]  # fmt: skip
    rule = good_rule(requires=gate(*conditions, reason=both("Lý do", "Reason")))
    assert faults(pack(tmp_path / "p", beside(rule))) == []


def test_a_way_that_is_never_open(tmp_path: Path) -> None:
    few, many = {"fact": "headcount", "less_than": 100}, {"fact": "headcount", "at_least": 100}
    option = {"not_before": {"of": "date", "day": "2023-07-01"}}
    check = good_check("con-moi", option, {"when": many, "given": {"of": "number"}}, when=few)
    cases = [_small(case()), _small(case("defective"))]
    found = faults(pack(tmp_path / "p", checks=[check], cases=cases))
    assert found == [("never-holds", "a.yaml", "when:")]
    rule = good_rule(requires=gate(many, reason=both("Đông người", "Many people")))
    found = faults(pack(tmp_path / "q", [rule], [good_check(when=few)], cases=cases))
    assert ("never-holds", "a.yaml", "con-moi") in found


def _small(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"unit": {"headcount": 50}}


@pytest.mark.parametrize(
    "gates",
    [
        [[{"fact": "headcount", "at_least": 0}]],
        [[{"fact": "dispersed", "is": True}], [{"fact": "dispersed", "is": False}]],
        [[{"fact": "headcount", "less_than": 10}], [{"fact": "headcount", "more_than": 9}]],
    ],
)
def test_exempt_wherever_it_applies(tmp_path: Path, gates: Any) -> None:
    spared = [gate(*conditions, reason=both("Được miễn", "Exempt")) for conditions in gates]
    found = faults(pack(tmp_path / "p", beside(good_rule(exempt=spared))))
    assert [code for code, _, _ in found] == ["always-exempt"]
    some = [gate(*gates[0], reason=both("Được miễn", "Exempt")) | {"from": "2026-01-01"}]
    assert faults(pack(tmp_path / "q", beside(good_rule(exempt=some)))) == []


def test_exempt_by_what_it_requires(tmp_path: Path) -> None:
    asked = gate({"fact": "headcount", "less_than": 10}, reason=both("Ít người", "Few people"))
    spared = gate({"fact": "headcount", "at_most": 20}, reason=both("Được miễn", "Exempt"))
    found = faults(pack(tmp_path / "p", beside(good_rule(requires=asked, exempt=[spared]))))
    assert [code for code, _, _ in found] == ["always-exempt"]


def test_contents_that_the_type_does_not_disclose(tmp_path: Path) -> None:
    record = {"section": "disclosures", "where": {"item": ["quy-dong-gop", "tai-san-cong"]}}
    rule = good_rule(record=record, checks=[], every="year")
    told = {"disclosures": [{"item": "tai-san-cong", "document": {"date": "2026-02-02"}}]}
    cases = [case(records=told), case("missing", records={})]
    found = faults(pack(tmp_path / "p", [rule], [], cases=cases))
    assert found == [("wrong-item", "a.yaml", "item:")]
    both_types = rule | {"applies_to": ["state_agency", "employer"]}
    both_types["record"] = {"section": "disclosures", "where": {"item": "tai-san-cong"}}
    found = faults(pack(tmp_path / "q", [both_types], [], cases=cases))
    assert found == [("wrong-item", "a.yaml", "item: tai-san-cong")]


def test_a_village_discloses_nothing(tmp_path: Path) -> None:
    rule = good_rule(record={"section": "disclosures"}, checks=[], every="year", applies_to=["commune", "village"])
    found = faults(pack(tmp_path / "p", [rule], [], cases=good_cases()))
    assert found == [("no-disclosures", "a.yaml", "village")]


def test_a_fact_that_the_type_does_not_have(tmp_path: Path) -> None:
    asked = gate({"fact": "villages", "at_least": 5}, reason=both("Nhiều thôn", "Many villages"))
    folder = pack(tmp_path / "p", beside(good_rule(requires=asked)))
    assert faults(folder) == [("wrong-fact", "a.yaml", "requires:")]


# --- twice ----------------------------------------------------------------------------------------------------------


def test_entries_of_the_pack_file_that_stand_twice(tmp_path: Path) -> None:
    folder = pack(
        tmp_path / "p",
        groups=[{"id": "g", "title": both("Một", "One")}, {"id": "g", "title": both("Hai", "Two")}],
        vocabulary={"documents": ["democracy_regulation", "democracy_regulation"]},
    )
    assert faults(folder) == [
        ("duplicate", "pack.yaml", "id: g"),
        ("duplicate", "pack.yaml", "democracy_regulation"),
    ]
    scoring = {"weights": {"critical": 5, "major": 3, "minor": 1}, "critical_cap": 49.9}
    ratings = [{"id": "tot", "title": both("Tốt", "Good"), "at_least": least} for least in (90, 70)]
    other = {"id": "kha", "title": both("Khá", "Fair"), "at_least": 70}
    folder = pack(tmp_path / "q", scoring=scoring | {"ratings": [*ratings, other]})
    assert [code for code, _, _ in faults(folder)] == ["duplicate", "duplicate"]


def test_names_that_stand_twice(tmp_path: Path) -> None:
    rule = good_rule(checks=["con-moi", "con-moi"])
    found = faults(pack(tmp_path / "p", [rule], cases=[*good_cases(), case()]))
    assert found == [("duplicate", "a.test.yaml", "rule: QC-D1"), ("duplicate", "a.yaml", "con-moi")]
    told = {"id": "QC-D1", "title": both("Quyền", "Right"), "text": both("Là quyền.", "It is a right.")}
    found = faults(pack(tmp_path / "q", informational=[told | {"basis": CITE, "verified": True}]))
    assert found == [("duplicate", "b.yaml", "id: QC-D1")]


def test_a_group_that_another_pack_calls_otherwise(tmp_path: Path) -> None:
    second = {"name": "q", "scoring": None, "groups": [{"id": "g", "title": both("Khác", "Other")}]}
    folder = pack(tmp_path / "q", [good_rule("QC-D2")], [], **second)
    (folder / "sources.yaml").unlink()
    assert faults(pack(tmp_path / "p"), folder) == [("duplicate", "pack.yaml", "id: g")]


def test_two_rules_under_one_title(tmp_path: Path) -> None:
    title = both("Quy chế dân chủ", "Democracy regulation")
    rules = [good_rule(title=title), good_rule("QC-D2", title=title)]
    assert faults(pack(tmp_path / "p", rules)) == [("same-title", "a.yaml", "title:")]
    assert linted(tmp_path / "p").faults[0].message.en.startswith("`QC-D2` has the title of `QC-D1`")


# --- unused ---------------------------------------------------------------------------------------------------------


def test_what_no_rule_uses(tmp_path: Path) -> None:
    groups = [{"id": name, "title": both(f"Nhóm {name}", f"Group {name}")} for name in ("g", "thua")]
    checks = [good_check(), good_check("thua")]
    folder = pack(tmp_path / "p", checks=checks, parameters=[good_parameter("thua")], groups=groups)
    assert sorted(faults(folder)) == [
        ("unused-check", "a.yaml", "name: thua"),
        ("unused-group", "pack.yaml", "id: thua"),
        ("unused-parameter", "a.yaml", "id: thua"),
    ]


def test_kinds_that_no_rule_speaks_of_are_faults_of_further_packs_only(tmp_path: Path) -> None:
    kinds = {"documents": ["democracy_regulation", "thua"], "meetings": ["staff_conference"]}
    first = pack(tmp_path / "p", vocabulary=kinds)
    assert faults(first) == []
    second = pack(tmp_path / "q", [good_rule("QC-D2")], [], vocabulary=kinds, scoring=None, groups=[])
    (second / "sources.yaml").unlink()
    assert faults(first, second) == [("unused-kind", "pack.yaml", "thua")]


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("over", "code", "line"),
    [
        ({"title": both("Quy che\u0302\u0301", "Regulation")}, "not-nfc", None),
        ({"title": both("Quy chế ", "Regulation")}, "stray-space", "vi: Quy chế "),
        ({"title": both("Quy che", "Regulation")}, "not-vietnamese", "vi: Quy che"),
        ({"title": both("Quy chế", "Quy chế")}, "not-translated", "en: Quy chế"),
        ({"title": both("Quy chế", "R" * 121)}, "long-title", None),
        ({"message": both("Phải có", "To be had.")}, "no-full-stop", "vi: Phải có"),
    ],
)
def test_words(tmp_path: Path, over: Any, code: str, line: str | None) -> None:
    ((found, file, text),) = faults(pack(tmp_path / "p", [good_rule(**over)]))
    assert (found, file) == (code, "a.yaml")
    assert line is None or text == line


def test_a_question_is_told_once(tmp_path: Path) -> None:
    rule = good_rule("QC-D2", attest={"question": both("Đã làm  chưa?", "Done?")})
    rule = {key: value for key, value in rule.items() if key not in ("record", "checks", "every")}
    attested = good_check("xac-nhan", {"one_of": {"of": "answer", "values": ["yes"]}})

    def answered(word: str) -> dict[str, Any]:
        return {"attestations": [{"rule": "QC-D2", "answer": word, "by": "A", "on": "2026-02-02"}]}

    cases = [*good_cases(), case("passed", "QC-D2", records=answered("yes")),
             case("defective", "QC-D2", records=answered("no"))]  # fmt: skip
    found = faults(pack(tmp_path / "p", [good_rule(), rule], [good_check(), attested], cases=cases))
    assert found == [("stray-space", "a.yaml", "vi: Đã làm  chưa?")]


@pytest.mark.parametrize("rule_id", ["qc-d1", "QC", "QC_D1", "QC-Đ1"])
def test_the_form_of_ids(tmp_path: Path, rule_id: str) -> None:
    assert faults(pack(tmp_path / "p", [good_rule(rule_id)])) == [("rule-id", "a.yaml", f"id: {rule_id}")]


# --- what loading refuses -------------------------------------------------------------------------------------------


def test_faults_of_loading_are_told_among_the_others(tmp_path: Path) -> None:
    rules = [good_rule(basis=CITE | {"source": "lua"}, title=both("Quy che", "Rules")), good_rule()]
    rules[1]["group"] = "khac"
    found = faults(pack(tmp_path / "p", rules, cases=good_cases()))
    assert {(code, line) for code, _, line in found} == {
        ("not-vietnamese", "vi: Quy che"),
        ("unknown-source", "source: lua"),
        ("unknown-name", "group: khac"),
        ("overlapping-windows", "in_force:"),
    }
    assert [fault.line for fault in linted(tmp_path / "p").faults] == sorted(
        fault.line for fault in linted(tmp_path / "p").faults
    )


def test_nothing_is_called_unused_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    folder = pack(tmp_path / "p", checks=[good_check(), good_check("thua")])
    (folder / "c.yaml").write_text("rules: [{id: 1}]", encoding="utf-8")
    codes = {code for code, _, _ in faults(folder)}
    assert codes == {"unloadable"}


def test_cases_that_cannot_be_read(tmp_path: Path) -> None:
    folder = pack(tmp_path / "p", cases=[*good_cases(), case(base="khong-co")])
    assert faults(folder) == [("unloadable", "a.test.yaml", "base: khong-co")]
