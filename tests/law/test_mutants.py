"""Mutants: every operator makes them, tight cases kill them, loose ones do not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tiny_cases import Data, case, casebook, documents, laboratory, survivors, told, window
from tiny_packs import CITE, check, gate, parameter, rule, words

from dcs_audit.law.basics import Parameter
from dcs_audit.law.edits import OPERATORS, edits
from dcs_audit.law.model import Rule
from dcs_audit.law.mutation import Fate, toll_by
from dcs_audit.law.questions import Check
from dcs_audit.records.positions import path_text

TWO_THIRDS = {"share": {"part": "a", "of": "b", "at_least": [2, 3]}}
BEFORE = {"first": "date", "then": "starts_on"}
SENT_BEFORE = {"deadline": {"done": "date", "after": "starts_on", "within": "han"}}


OPEN_PART = {
    "section": "documents",
    "where": {"kind": "democracy_regulation", "number": "1"},
    "open_if_absent": ["number"],
}


def slips(model: Rule | Check | Parameter) -> set[tuple[str, str, object]]:
    return {(path_text(e.loc), e.operator, None if e.operator == "drop" else e.new) for e in edits(model)}


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"requires": gate({"fact": "has_portal", "is": True})}, ("requires.when[0].is", "flip", False)),
        ({"requires": gate({"fact": "has_portal", "present": True})}, ("requires.when[0].present", "flip", False)),
        ({"requires": gate({"fact": "headcount", "at_most": 9})}, ("requires.when[0].at_most", "number", 10)),
        ({"requires": gate({"fact": "headcount", "less_than": 9})}, ("requires.when[0].less_than", "number", 8)),
        (
            {"requires": gate({"fact": "headcount", "at_most": 9}, {"fact": "has_portal", "is": True})},
            ("requires.when[1]", "drop", None),
        ),
        ({"requires": gate({"fact": "has_portal", "is": True})}, ("requires", "drop", None)),
        ({"exempt": [gate({"fact": "has_portal", "is": True})]}, ("exempt[0]", "drop", None)),
        ({"absent_review": gate({"fact": "has_portal", "is": True})}, ("absent_review", "drop", None)),
        ({"due": {"before": "06-10"}}, ("due.before", "day", "06-09")),
        ({"due": {"by": "12-31"}}, ("due.by", "day", "12-30")),
        ({"due": {"by": "06-10", "late_as": "needs_review"}}, ("due.late_as", "word", "late")),
        ({"due": {"by": "06-10", "early_as": "needs_review"}}, ("due.early_as", "drop", None)),
        ({"due": {"by": "06-10", "done": "starts_on"}}, ("due.done", "drop", None)),
        ({}, ("judge", "word", "each")),
        ({"judge": "newest", "checks": ["c"]}, ("judge", "word", "any")),
        ({}, ("absent", "word", "needs_review")),
        ({"moot": words("moot")}, ("moot", "drop", None)),
        ({"applies_to": ["state_agency", "village"]}, ("applies_to[1]", "drop", None)),
        ({"every": ["Q1", "H1"]}, ("every[0]", "drop", None)),
        ({"checks": ["c", "d"]}, ("checks[0]", "drop", None)),
        ({"checks": [{"check": "c", "only": {"kind": ["a", "b"]}}]}, ("checks[0].only.kind[1]", "drop", None)),
        ({"checks": [{"check": "c", "except": {"kind": ["a"]}}]}, ("checks[0].except.kind", "drop", None)),
        ({"checks": [{"check": "c", "since": "2026-01-01"}]}, ("checks[0].since", "drop", None)),
        (
            {"record": {"section": "documents", "where": {"kind": "a"}, "open_if_absent": ["kind"]}},
            ("record.open_if_absent[0]", "drop", None),
        ),
        ({"record": {"section": "activities", "total": "count"}}, ("record.total", "drop", None)),
        ({"record": {"section": "boards", "pick": "newest"}}, ("record.pick", "word", "current")),
        ({"record": {"section": "disclosures"}, "nil": "accepted"}, ("nil", "drop", None)),
    ],
)
def test_slips_in_a_rule(over: Data, expected: tuple[str, str, object]) -> None:
    assert expected in slips(Rule.model_validate(rule(**over)))


def test_nobody_asks_for_the_newest_record_or_for_all_receivers_at_once_by_a_slip() -> None:
    assert ("judge", "word", "newest") not in slips(Rule.model_validate(rule(checks=["c"])))
    for said in (True, False):
        option = {"all_of": {"of": "sent.to", "values": ["mttq"], "together": said}}
        found = slips(Check.model_validate(check("c", option)))
        assert (("options[0].all_of.together", "flip", not said) in found) is said


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ({"share": {"part": "a", "of": "b", "at_least": [2, 3]}}, ("options[0].share.at_least", "number", (3, 3))),
        ({"share": {"part": "a", "of": "b", "at_least": [2, 3]}}, ("options[0].share.at_least", "number", (1, 3))),
        (
            {"share": {"part": "a", "of": "b", "at_least": [2, 3]}},
            ("options[0].share.at_least", "comparison", "more_than"),
        ),
        ({"number": {"of": "count", "at_most": 3}}, ("options[0].number.at_most.value", "number", 4)),
        ({"one_of": {"of": "kind", "values": ["a", "b"]}}, ("options[0].one_of.values[0]", "drop", None)),
        (SENT_BEFORE, ("options[0].deadline.since_audited_year", "flip", True)),
        ({"posted": {"channel": "portal", "still": True}}, ("options[0].posted.still", "flip", False)),
        ({"posted": {"channel": "portal", "villages": "all"}}, ("options[0].posted.villages", "drop", None)),
        ({"both": [{"channel": "portal"}, {"channel": "notice_board"}]}, ("options[0].both[1]", "drop", None)),
        ({"given": {"of": "date"}, "represented": {"by": "members"}}, ("options[0].given", "drop", None)),
        ({"given": {"of": "date"}}, ("options[0].review", "flip", True)),
        ({"not_before": {"of": "date", "day": "2026-01-01"}}, None),
    ],
)
def test_slips_in_a_check(option: Data, expected: tuple[str, str, object] | None) -> None:
    found = slips(Check.model_validate(check("c", option, {"given": {"of": "number"}}, severity="minor")))
    if expected is None:
        days = {str(new) for path, operator, new in found if operator == "day" and path == "options[0].not_before.day"}
        assert days == {"2025-12-31", "2026-01-02"}
    else:
        assert expected in found
    assert {("options[1]", "drop", None), ("fails_as", "word", "needs_review"), ("severity", "drop", None)} <= found


def test_slips_in_a_parameter() -> None:
    values = [{"from": f"202{n}-01-01", "value": n, "basis": CITE} for n in (0, 5)]
    found = slips(Parameter.model_validate(parameter("p", "days", 1, values=values)))
    assert {(path, op) for path, op, _ in found} == {
        (f"values[{n}]{end}", op) for n in (0, 1) for end, op in ((".value", "number"), (".from", "day"), ("", "drop"))
    }
    assert ("values[0].value", "number", -1) not in found  # no such number


def test_sentences_names_and_citations_are_left_alone() -> None:
    found = slips(Rule.model_validate(rule(note=words("note"), absent_reason=words("why"))))
    touched = {path.split(".")[0].split("[")[0] for path, _, _ in found}
    assert touched == {"in_force", "record", "judge", "absent"}


def test_every_operator_has_a_slip(tmp_path: Path) -> None:
    share = check("c", {"share": {"part": "attended", "of": "entitled", "at_least": [1, 2]}})
    meeting = rule(record={"section": "meetings"}, every="year", checks=["c"], due={"by": "06-10"})
    book = casebook(tmp_path, [], [meeting], [share])
    assert {mutant.edit.operator for mutant in laboratory(book).mutants} == set(OPERATORS)


# --- killing --------------------------------------------------------------------------------------------------------

ORDERED = check("c", {"deadline": {"done": "starts_on", "after": "date", "within": "han"}})
HAN = parameter("han", "working_days", 5)
# Friday 13 March 2026: 16, 17, 18, 19, 20
IN_TIME = documents({"date": "2026-03-13", "starts_on": "2026-03-20"})
LATE = documents({"date": "2026-03-13", "starts_on": "2026-03-21"})


def test_a_tight_case_kills_what_a_loose_one_lets_pass(tmp_path: Path) -> None:
    asked = [check("c", {"one_of": {"of": "number", "values": ["1", "2"]}})]
    rules = [rule(checks=["c"])]
    loose = [case("one", "passed", records=documents({"number": "1"}))]
    lax = survivors(casebook(tmp_path / "lax", loose, rules, asked))
    assert {"R checks[0] dropped", "c options[0].one_of.values[1] dropped", "R in_force.from: 2020-01-02"} <= lax
    tight = [
        *loose,
        case("two", "passed", records=documents({"number": "2"})),
        case("three", "defective", records=documents({"number": "3"})),
        case("nothing", "missing"),
        case("one good, one bad", "passed", records=documents({"number": "1"}, {"number": "3"})),
        case("another kind", "missing", records=documents({"kind": "a", "number": "1"})),
    ]
    strict = survivors(casebook(tmp_path / "strict", tight, rules, asked, windows=[window("2020-01-01")]))
    assert strict == set()


def test_thresholds_are_killed_on_both_sides(tmp_path: Path) -> None:
    rules = [rule(requires=gate({"fact": "headcount", "at_least": 10}))]

    def headed(number: int, expect: str) -> Data:
        return case(f"{number}", expect, unit={"headcount": number})

    above = survivors(casebook(tmp_path / "above", [headed(10, "missing")], rules))
    assert "R requires.when[0].at_least: 9" in above and "R requires.when[0].at_least: 11" not in above
    both = survivors(casebook(tmp_path / "both", [headed(10, "missing"), headed(9, "not_applicable")], rules))
    assert not {slip for slip in both if "requires" in slip}


def test_windows_kill_days_in_force_that_no_case_can_tell(tmp_path: Path) -> None:
    rules = [rule(every="year", in_force={"from": "2023-07-01", "to": "2026-03-24"})]
    cases = [case("nothing", "missing")]
    days = {
        f"R in_force.{slip}" for slip in ("from: 2023-06-30", "from: 2023-07-02", "to: 2026-03-23", "to: 2026-03-25")
    }
    assert days <= survivors(casebook(tmp_path / "without", cases, rules))
    windows = [window("2023-07-01", to="2026-03-24")]
    assert not days & survivors(casebook(tmp_path / "with", cases, rules, windows=windows))


def test_a_shared_check_is_killed_by_a_case_of_any_rule_that_uses_it(tmp_path: Path) -> None:
    asked = [check("c", {"number": {"of": "count", "at_least": 3}})]
    other = {"section": "activities", "where": {"kind": "inspection"}}
    rules = [rule("R", record={"section": "activities"}, checks=["c"]), rule("S", record=other, checks=["c"])]
    cases = [
        case(
            f"{n}",
            expect,
            rule="S",
            records={"activities": [{"kind": "inspection", "held_on": "2026-02-02", "count": n}]},
        )
        for n, expect in ((2, "defective"), (3, "passed"))
    ]
    book = casebook(tmp_path, cases, rules, asked)
    assert not {slip for slip in survivors(book) if slip.startswith("c options")}
    shared = [mutant for mutant in laboratory(book).mutants if mutant.kind == "check"]
    assert {mutant.targets for mutant in shared} == {("R", "S")}
    only = laboratory(book, frozenset({"R"}))
    assert {mutant.name for mutant in only.mutants} == {"R", "c"}


def test_a_leader_is_killed_by_the_cases_of_its_followers(tmp_path: Path) -> None:
    book = casebook(tmp_path, [], [rule("R"), rule("S", follows="R"), rule("T")])
    targets = {mutant.name: mutant.targets for mutant in laboratory(book).mutants}
    assert targets == {"R": ("R", "S"), "S": ("S",), "T": ("T",)}


def test_parameters_are_killed_through_the_checks_that_use_them(tmp_path: Path) -> None:
    rules = [rule(checks=["c"])]
    one = survivors(casebook(tmp_path / "one", [case("in time", "passed", records=IN_TIME)], rules, [ORDERED], [HAN]))
    assert {slip for slip in one if slip.startswith("han")} == {"han values[0].value: 6"}
    cases = [case("in time", "passed", records=IN_TIME), case("late", "late", records=LATE, days=1)]
    two = survivors(casebook(tmp_path / "two", cases, rules, [ORDERED], [HAN]))
    assert not {slip for slip in two if slip.startswith("han")}


def test_a_lighter_check_is_killed_by_a_severity(tmp_path: Path) -> None:
    asked = [check("c", {"number": {"of": "count", "at_least": 3}}, severity="minor")]
    rules = [rule(record={"section": "activities"}, checks=["c"])]
    records = {"activities": [{"kind": "inspection", "held_on": "2026-02-02", "count": 2}]}
    plain = survivors(casebook(tmp_path / "a", [case("2", "defective", records=records)], rules, asked))
    assert "c severity dropped" in plain
    told_weight = [case("2", "defective", records=records, severity="minor")]
    assert "c severity dropped" not in survivors(casebook(tmp_path / "b", told_weight, rules, asked))


# --- not tried ------------------------------------------------------------------------------------------------------


def test_what_the_loader_refuses_is_no_mutant(tmp_path: Path) -> None:
    versions = [
        rule(in_force={"from": "2020-01-01", "to": "2024-12-31"}),
        rule(in_force={"from": "2025-01-01"}),
    ]
    lab = laboratory(casebook(tmp_path, [], versions))
    refused = {told(mutant) for mutant in lab.mutants if lab.fate(mutant) is Fate.REFUSED}
    assert refused == {"R in_force.to: 2025-01-01", "R in_force.from: 2024-12-31", "R in_force.to dropped"}
    counted = toll_by(lambda mutant: mutant.file, [(mutant, lab.fate(mutant)) for mutant in lab.mutants])
    assert [(file, toll.mutants, toll.killed) for file, toll in counted.items()] == [
        (f"{tmp_path.name}/a.yaml", len(lab.mutants) - 3, 0)
    ]


@pytest.mark.parametrize(
    ("over", "path"),
    [
        ({"record": {"section": "boards", "pick": "newest"}, "checks": ["c"]}, "judge"),
        ({"record": {"section": "activities", "total": "count"}, "every": "year", "checks": ["c"]}, "judge"),
        ({}, "judge"),  # nothing is asked of any record
        ({"every": "year", "per": "record", "none": words("none"), "checks": ["c"]}, "judge"),
        ({"every": "year", "per": "record", "none": words("none")}, "absent"),
        ({"every": "year", "due": {"period_end": True}}, "due.period_end"),
        ({"record": {"section": "meetings"}, "every": "year", "due": {"by": "12-31"}}, "due.late_as"),
        ({"record": {"section": "petitions"}, "every": "quarter", "due": {"period_end": True}}, "due.late_as"),
        ({"record": {"section": "disclosures"}, "nil": "accepted", "every": "year"}, "nil"),
        (
            {
                "record": {"section": "boards", "where": {"kind": "peoples_inspection"}, "pick": "newest"},
                "requires": gate({"fact": "boards", "at_least": 1}),
            },
            "absent",
        ),
    ],
)
def test_what_changes_no_verdict_is_no_mutant(tmp_path: Path, over: Data, path: str) -> None:
    total = "total" if over.get("record", {}).get("total") else "id"
    asked = [check("c", {"number": {"of": "total", "at_least": 1}} if total == "total" else {"given": {"of": "id"}})]
    lab = laboratory(casebook(tmp_path, [], [rule(**over)], asked))
    slip = {path_text(mutant.edit.loc): mutant.edit.operator for mutant in lab.mutants}
    assert slip.get(path) in (None, "drop")
    assert slip  # the others are there


def test_a_board_may_be_absent_from_a_rule_that_ended_before_it_began(tmp_path: Path) -> None:
    over: Data = {
        "record": {"section": "boards", "where": {"kind": "peoples_inspection"}, "pick": "newest"},
        "requires": gate({"fact": "boards", "at_least": 1}),
        "in_force": {"from": "2020-01-01", "to": "2026-03-24"},
    }
    begun = {"boards": [{"kind": "peoples_inspection", "term": {"from": "2026-04-01"}}]}
    book = casebook(tmp_path, [case("begun later", "missing", records=begun)], [rule(**over)])
    lab = laboratory(book)
    tried = {mutant.edit.loc[0] for mutant in lab.mutants}
    assert "absent" in tried
    assert not {slip for slip in survivors(book) if slip.startswith("R absent")}


def test_who_follows_judges_what_decided_there(tmp_path: Path) -> None:
    """Whatever it says of its own: but where a record does not say of what year it is, one word of it speaks."""
    asked = [check("c", {"one_of": {"of": "number", "values": ["1"]}})]

    def judged(folder: str, **over: object) -> set[tuple[str, str]]:
        rules = [rule("R", **over), rule("S", follows="R", checks=["c"], **over)]
        lab = laboratory(casebook(tmp_path / folder, [], rules, asked))
        return {(mutant.name, str(mutant.edit.new)) for mutant in lab.mutants if mutant.edit.loc == ("judge",)}

    assert judged("standing") == set()
    assert ("S", "each") in judged("open", record=OPEN_PART) and ("S", "each") in judged("year", every="year")
    rules = [rule("R", every="year"), rule("S", follows="R", every="year", checks=["c"])]
    dateless = {"documents": [{"kind": "democracy_regulation", "date": "2026-02-02", "number": "1"},
                              {"kind": "democracy_regulation"}]}  # fmt: skip
    cases = [case("one without a day", "passed", rule="S", records=dateless)]
    assert "S judge: each" not in survivors(casebook(tmp_path / "killed", cases, rules, asked))


@pytest.mark.parametrize(
    "over",
    [
        {"record": {"section": "documents"}, "every": "year", "due": {"by": "12-31"}},  # may name an earlier year
        {"record": {"section": "meetings"}, "every": "year", "due": {"by": "12-30"}},
        {"record": {"section": "meetings"}, "every": "year", "due": {"by": "12-31", "done": "announced_on"}},
        {"record": {"section": "meetings"}, "every": "quarter", "due": {"by": "12-31"}},
        {"record": {"section": "petitions"}, "every": "standing", "due": {"period_end": True}},
    ],
)
def test_lateness_is_tried_where_it_may_come_up(tmp_path: Path, over: Data) -> None:
    lab = laboratory(casebook(tmp_path, [], [rule(**over)]))
    assert "due.late_as" in {path_text(mutant.edit.loc) for mutant in lab.mutants}


def test_a_record_that_names_its_year_may_be_late_for_it(tmp_path: Path) -> None:
    rules = [rule(every="year", due={"by": "12-31"})]
    late = case("after the year", "late", as_of="2027-02-01", records=documents({"period": 2026, "date": "2027-01-04"}))
    lax = survivors(casebook(tmp_path / "without", [], rules))
    assert "R due.late_as: needs_review" in lax - survivors(casebook(tmp_path / "with", [late], rules))


@pytest.mark.parametrize(("value", "tried"), [("false", False), ("true", True)])
def test_what_may_not_be_said_is_never_satisfied(tmp_path: Path, value: str, tried: bool) -> None:
    asked = [check("c", {"one_of": {"of": "nil", "values": [value]}})]
    rules = [rule(record={"section": "disclosures"}, every="year", nil="refused", checks=["c"])]
    lab = laboratory(casebook(tmp_path, [], rules, asked))
    assert ("options[0].review" in {path_text(mutant.edit.loc) for mutant in lab.mutants}) is tried


@pytest.mark.parametrize(
    ("over", "since", "tried"),
    [({"judged": False}, {}, False), ({}, {}, True), ({"judged": False}, {"since": "2026-03-01"}, True)],
)
def test_a_deadline_that_is_not_judged_keeps_its_check_from_arising(
    tmp_path: Path, over: Data, since: Data, tried: bool
) -> None:
    posted = {"deadline": {"done": "first_posting", "after": "document.date", "within": "han", **over}, **since}
    asked = [check("c", posted, {"one_of": {"of": "part", "values": ["a"]}}, severity="minor")]
    rules = [rule(record={"section": "disclosures"}, every="year", checks=["c"])]
    lab = laboratory(casebook(tmp_path, [], rules, asked, [HAN]))
    found = {path_text(mutant.edit.loc) for mutant in lab.mutants if mutant.kind == "check"}
    assert ({"fails_as", "severity", "options[1].review"} <= found) is tried
    assert found.isdisjoint({"fails_as", "severity", "options[1].review"}) is not tried
    assert "options[0]" in found or not over  # that it is there at all matters always


@pytest.mark.parametrize(
    ("every", "after", "start", "tried"),
    [
        ("year", "period.last", "2017-01-01", False),
        ("year", "document.date", "2017-01-01", True),
        ("standing", "period.last", "2017-01-01", True),
        ("year", "period.last", "2020-06-01", True),  # within the year in which the rule came into force
    ],
)
def test_periods_do_not_end_before_their_rules_began(
    tmp_path: Path, every: str, after: str, start: str, tried: bool
) -> None:
    values = [{"from": start, "value": 5, "basis": CITE}, {"from": "2026-01-01", "value": 9, "basis": CITE}]
    asked = [check("c", {"deadline": {"done": "first_posting", "after": after, "within": "han"}})]
    rules = [rule(every=every, record={"section": "disclosures"}, checks=["c"])]
    book = casebook(tmp_path, [], rules, asked, [parameter("han", "days", 5, values=values)])
    found = {path_text(mutant.edit.loc) for mutant in laboratory(book).mutants if mutant.kind == "parameter"}
    assert ("values[0].from" in found) is tried and "values[1].from" in found


def test_a_value_that_only_changes_its_clause_is_no_mutant(tmp_path: Path) -> None:
    values = [{"from": f"{year}-01-01", "value": 30, "basis": CITE} for year in (2017, 2026)]
    han = parameter("han", "working_days", 5, values=values)
    lab = laboratory(casebook(tmp_path, [], [rule(checks=["c"])], [ORDERED], [han]))
    found = {path_text(mutant.edit.loc) for mutant in lab.mutants if mutant.kind == "parameter"}
    assert found == {"values[0]", "values[0].from", "values[0].value", "values[1].value"}


@pytest.mark.parametrize(
    ("section", "every", "deadline", "tried"),
    [
        ("petitions", "year", {"done": "answered_on", "after": "received_on"}, False),
        ("petitions", "standing", {"done": "answered_on", "after": "received_on"}, True),
        ("documents", "year", {"done": "starts_on", "after": "date"}, True),
        ("decisions", "year", {"done": "sent_on", "after": "agreed_on"}, True),
        ("disclosures", "year", {"done": "first_posting", "after": "period.last"}, False),
        ("disclosures", "year", {"done": "first_posting", "after": "document.date"}, True),
    ],
)
def test_events_of_the_audited_year_are_never_older(
    tmp_path: Path, section: str, every: str, deadline: Data, tried: bool
) -> None:
    asked = check("c", {"deadline": {**deadline, "within": "han"}})
    lab = laboratory(
        casebook(tmp_path, [], [rule(every=every, record={"section": section}, checks=["c"])], [asked], [HAN])
    )
    assert ("since_audited_year" in {mutant.edit.loc[-1] for mutant in lab.mutants}) is tried


def test_what_is_only_to_be_given_never_fails(tmp_path: Path) -> None:
    asked = [check("c", {"given": {"of": "number"}}), check("d", {"given": {"of": "number"}, "ordered": BEFORE})]
    lab = laboratory(casebook(tmp_path, [], [rule(checks=["c", "d"])], asked))
    assert {mutant.name for mutant in lab.mutants if mutant.edit.loc == ("fails_as",)} == {"d"}


def test_what_no_rule_uses_is_not_tried(tmp_path: Path) -> None:
    lab = laboratory(casebook(tmp_path, [], [rule()], [ORDERED], [HAN]))
    assert {mutant.kind for mutant in lab.mutants} == {"rule"}


def test_an_attested_rule_is_mutated_as_it_is_written(tmp_path: Path) -> None:
    attested = {key: value for key, value in rule().items() if key not in ("record", "every")}
    attested |= {"attest": {"question": words("?"), "nil": True}, "requires": gate({"fact": "has_portal", "is": True})}
    given = check("xac-nhan", {"one_of": {"of": "answer", "values": ["yes"]}})
    lab = laboratory(casebook(tmp_path, [], [attested], [given]))
    found = {path_text(mutant.edit.loc).split(".")[0] for mutant in lab.mutants if mutant.kind == "rule"}
    assert found == {"attest", "requires", "in_force"}


def test_no_slip_at_all_is_never_noticed(tmp_path: Path) -> None:
    """What is cut away around a rule must not matter: else every mutant would seem to be killed."""
    cases = [case("in time", "passed", records=IN_TIME), case("S", "late", rule="S", records=LATE, days=1)]
    rules = [rule(checks=["c"]), rule("S", follows="R", checks=["c"]), rule("T")]
    lab = laboratory(casebook(tmp_path, cases, rules, [ORDERED], [HAN]))
    unchanged = {mutant.name: replace(mutant, edit=replace(mutant.edit, value=mutant.entry)) for mutant in lab.mutants}
    assert {name: lab.fate(mutant) for name, mutant in unchanged.items()} == dict.fromkeys(
        ("R", "S", "T", "c", "han"), Fate.SURVIVED
    )
