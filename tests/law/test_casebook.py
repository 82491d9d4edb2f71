"""Reading case files, running cases and windows, and what is told of those that fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_cases import case, casebook, documents, window, write_cases
from tiny_packs import Data, check, parameter, rule, words

from dcs_audit.auditor import Auditor
from dcs_audit.law.casebook import Casebook
from dcs_audit.law.cases import PlacedWindow, read_cases
from dcs_audit.law.loader import PackError
from dcs_audit.law.trials import Difference, TrialResult

GOOD = documents({})


def ran(book: Casebook) -> list[TrialResult]:
    return book.run(Auditor(book.rulebook, "reference"))


def differences(book: Casebook) -> list[Difference]:
    return [difference for result in ran(book) for difference in result.differences]


# --- cases ----------------------------------------------------------------------------------------------------------


def test_cases_that_hold(tmp_path: Path) -> None:
    halves = rule("H", every="half", record={"section": "activities"})
    cases = [
        case("there", "passed", records=GOOD),
        case("not there", "missing"),
        case("waived", "waived", waivers=[{"rule": "R", "reason": "a", "approved_by": "b", "until": "2026-12-31"}]),
        case("by period", {"2026-H1": "missing", "2026-H2": "missing"}, rule="H", as_of="2027-01-02"),
        case("not in force", {}, year=2019, as_of="2019-06-01"),
    ]
    book = casebook(tmp_path, cases, [rule(), halves])
    assert differences(book) == []
    assert book.outcomes == {"R": {"passed", "missing", "waived"}, "H": {"missing"}}


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (case("a", "passed"), Difference("status", "R", "passed", "missing")),
        (case("a", {}), Difference("duties", "", "", "R missing")),
        (case("a", {"2027": "missing"}), Difference("status", "2027", "missing", "")),
        (case("a", "missing", as_of="2019-06-01"), Difference("duties", "", "missing", "")),
        (case("a", "missing", severity="minor"), Difference("severity", "R", "minor", "major")),
        (case("a", "missing", due="2026-01-01"), Difference("due", "R", "2026-01-01", "")),
        (case("a", "missing", days=0), Difference("days", "R", "0", "")),
        (case("a", "missing", facts=["unit.headcount"]), Difference("facts", "R", "unit.headcount", "")),
        (case("a", "missing", checks={"c": "passed"}), Difference("check", "c", "passed", "not asked")),
        (
            case("a", "passed", records=documents({"number": "7"}), checks={"c": "defective"}),
            Difference("check", "c", "defective", "passed"),
        ),
    ],
)
def test_what_differs_is_told(tmp_path: Path, wrong: Data, expected: Difference) -> None:
    asked = [check("c", {"one_of": {"of": "number", "values": ["7"]}})]
    assert differences(casebook(tmp_path, [wrong], [rule(checks=["c"])], asked)) == [expected]


def test_a_check_may_be_expected_not_to_come_up(tmp_path: Path) -> None:
    asked = [check("c", {"given": {"of": "number"}})]
    cases = [
        case("absent", "missing", checks={"c": "not asked"}),
        case("asked", "passed", records=documents({"number": "1"}), checks={"c": "not asked"}),
    ]
    book = casebook(tmp_path, cases, [rule(checks=["c"])], asked)
    assert differences(book) == [Difference("check", "c", "not asked", "passed")]


def test_invalid_records_of_a_case_are_told(tmp_path: Path) -> None:
    [found] = differences(casebook(tmp_path, [case("a", "passed", records={"documentz": []})], [rule()]))
    assert found.aspect == "unreadable" and "documentz" in found.got


def test_a_failing_case_keeps_its_duties_for_the_explanation(tmp_path: Path) -> None:
    [result] = ran(casebook(tmp_path, [case("a", "passed")], [rule(), rule("S")]))
    assert [(duty.rule, str(duty.status)) for duty in result.results] == [("R", "missing")]
    assert (result.trial.file, result.trial.line) == (f"{tmp_path.name}/a.test.yaml", 14)


# --- windows --------------------------------------------------------------------------------------------------------

PROJECT = {"per": "project", "none": words("none"), "record": {"section": "documents", "subject": "project"}}


@pytest.mark.parametrize("every", ["standing", "year", "half", "quarter", "month", ["Q1"], ["Q4", "H2"]])
@pytest.mark.parametrize("last", [None, "2026-03-24", "2025-12-31"])
def test_true_windows_hold_for_every_period(tmp_path: Path, every: str | list[str], last: str | None) -> None:
    days = {"from": "2023-07-01"} | ({"to": last} if last else {})
    rules = [rule(every=every, in_force=days, record={"section": "activities"})]
    said = window(days["from"], **({"to": last} if last else {}))
    assert differences(casebook(tmp_path, [], rules, windows=[said])) == []


@pytest.mark.parametrize("closing", ["12-31", "05-31"])
def test_true_windows_hold_for_working_years(tmp_path: Path, closing: str) -> None:
    months = parameter("months", "months", 3)
    rules = [rule(every="working_year", due={"after_period": "months"}, record={"section": "meetings"})]
    rules[0] |= {"in_force": {"from": "2023-07-01", "to": "2025-11-20"}}
    said = window("2023-07-01", to="2025-11-20") | {"unit": {"work_year_end": closing}}
    assert differences(casebook(tmp_path, [], rules, parameters=[months], windows=[said])) == []


@pytest.mark.parametrize("over", [PROJECT, {"per": "record", "none": words("none")}])
def test_true_windows_hold_for_subjects(tmp_path: Path, over: Data) -> None:
    rules = [rule(every="year", in_force={"from": "2023-07-01"}, **over)]
    assert differences(casebook(tmp_path, [], rules, windows=[window("2023-07-01")])) == []


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-06-30", "2026-03-24", {"declared"}),
        ("2023-07-02", "2026-03-24", {"declared", "ends"}),
        ("2023-07-01", "2026-03-23", {"declared"}),
        ("2023-07-01", "2026-03-25", {"declared"}),
        ("2023-07-01", None, {"declared"}),
        ("2023-07-01", "2025-03-24", {"declared", "ends"}),
        ("2023-07-01", "2028-03-24", {"declared", "arises"}),
        ("2021-07-01", "2026-03-24", {"declared", "arises"}),
    ],
)
def test_false_windows_fail(tmp_path: Path, first: str, last: str | None, expected: set[str]) -> None:
    rules = [rule(every="standing", in_force={"from": "2023-07-01", "to": "2026-03-24"})]
    said = window(first, **({"to": last} if last else {}))
    found = {difference.aspect for difference in differences(casebook(tmp_path, [], rules, windows=[said]))}
    assert found == expected


def test_a_window_is_of_one_version(tmp_path: Path) -> None:
    rules = [
        rule(in_force={"from": "2023-07-01", "to": "2025-06-30"}),
        rule(in_force={"from": "2025-07-01"}),
    ]
    windows = [window("2023-07-01", to="2025-06-30"), window("2025-07-01")]
    assert differences(casebook(tmp_path / "a", [], rules, windows=windows)) == []
    [one] = differences(casebook(tmp_path / "b", [], rules, windows=[window("2025-07-02")]))
    assert one == Difference("declared", "R", "2025-07-02 ..", "2023-07-01 .. 2025-06-30, 2025-07-01 ..")


# --- files ----------------------------------------------------------------------------------------------------------


def test_summaries_by_rule_file(tmp_path: Path) -> None:
    cases = [case("there", "passed", records=GOOD), case("not there", "passed"), case("S", "missing", rule="S")]
    book = casebook(tmp_path, cases, [rule(), rule("S"), rule("T")], windows=[window("2020-01-01", "R", "S")])
    [summary] = book.summaries(ran(book))
    assert (summary.file, summary.rules) == (f"{tmp_path.name}/a.yaml", ("R", "S", "T"))
    assert (summary.cases, summary.windows, summary.failed) == (3, 2, 1)
    assert summary.shown == {
        "passed": ("R",),
        "violation": ("S",),
        "pending": (),
        "needs_review": (),
        "not_applicable": (),
    }


def test_matching_by_rule_or_name(tmp_path: Path) -> None:
    cases = [case("Đủ", "passed", records=GOOD), case("thiếu", "missing"), case("đủ", "passed", rule="S", records=GOOD)]
    book = casebook(tmp_path, cases, [rule(), rule("S")], windows=[window("2020-01-01", "R", "S")])
    assert [trial.label for trial in book.matching("đủ").trials] == ["R: Đủ", "S: đủ"]
    assert [trial.label for trial in book.matching("s").trials] == ["S: đủ", "S: in force 2020-01-01 .. (so)"]
    assert book.matching("không có").trials == ()


def test_watch_is_told_of_every_trial(tmp_path: Path) -> None:
    book = casebook(tmp_path, [case("a", "missing"), case("b", "missing")], [rule()])
    told: list[int] = []
    book.run(Auditor(book.rulebook, "reference"), told.append)
    assert told == [1, 2]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (case("a", "pased"), "case a: expect: no such status `pased`: did you mean `passed`?"),
        (case("a", "passed", checks={"c": "pass"}), "case a: checks: no such status `pass`: did you mean `passed`?"),
        (case("a", "passed", base="sx"), "case a: no such base `sx`"),
        (case("a", "passed", rule="RR"), "unknown rule `RR`: did you mean `R`?"),
        (
            case("a", "passed", expects="passed"),
            "case a: expects: there is no key `expects` here: did you mean `expect`?",
        ),
    ],
)
def test_unreadable_case_files(tmp_path: Path, wrong: Data, message: str) -> None:
    with pytest.raises(PackError) as caught:
        casebook(tmp_path, [wrong], [rule()])
    [problem] = caught.value.problems
    place, _, told = problem.partition(": ")
    file, line, column = place.rsplit(":", 2)
    assert file == f"{tmp_path.name}/a.test.yaml" and int(line) > 1 and int(column) >= 1
    assert told == message


def test_broken_yaml_and_other_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.test.yaml"
    path.write_text("bases: {so: [}\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_cases(path)
    assert caught.value.problems[0].startswith(f"{tmp_path.name}/a.test.yaml:1:")
    path.write_bytes(b"bases: \xff\n")
    with pytest.raises(PackError, match=r"test\.yaml:1:8: byte 0xFF is not UTF-8"):
        read_cases(path)


def test_one_window_for_each_rule(tmp_path: Path) -> None:
    path = write_cases(tmp_path, [case("a", "missing")], [window("2020-01-01", "R", "S")])
    read = read_cases(path)
    assert [type(trial) is PlacedWindow for trial in read] == [False, True, True]
    assert [trial.label for trial in read[1:]] == ["R: in force 2020-01-01 .. (so)", "S: in force 2020-01-01 .. (so)"]
