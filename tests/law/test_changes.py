"""What differs between two days of the law."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import CITE, check, gate, parameter, rule, rulebook, words

from dcs_audit.law.changes import Changed, Changes, compare
from dcs_audit.law.rulebook import Rulebook

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


def changes(tmp_path: Path, *rules: dict[str, Any], **more: Any) -> Changes:
    return compare(rulebook(tmp_path / "p", rules, **more), BEFORE, AFTER)


def changed(found: Changes) -> Changed:
    assert [(one.added, one.removed, len(one.changed)) for one in found.types] == [((), (), 1)]
    return found.types[0].changed[0]


def ids(rules: tuple[Any, ...]) -> list[str]:
    return [one.id for one in rules]


def test_both_ends_of_a_window_are_in_force(tmp_path: Path) -> None:
    book = rulebook(
        tmp_path / "p",
        [
            rule("NEW", in_force={"from": AFTER.isoformat()}),
            rule("OLD", in_force={"from": "2020-01-01", "to": "2026-06-30"}),
        ],
    )
    (one,) = compare(book, BEFORE, AFTER).types
    assert (one.unit_type, ids(one.added), ids(one.removed), one.changed) == ("state_agency", ["NEW"], ["OLD"], ())
    assert compare(book, date(2026, 6, 29), BEFORE).empty
    assert compare(book, AFTER, date(2026, 7, 2)).empty
    assert compare(book, AFTER, AFTER).empty


def test_days_in_the_wrong_order(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        compare(rulebook(tmp_path / "p", [rule()]), AFTER, BEFORE)


def _versions(**later: Any) -> list[dict[str, Any]]:
    return [
        rule(in_force={"from": "2020-01-01", "to": "2026-06-30"}),
        rule(**{"in_force": {"from": "2026-07-01"}, **later}),
    ]


def test_a_new_version_tells_each_word_that_differs(tmp_path: Path) -> None:
    record = {"section": "documents", "where": {"kind": "board_report"}}
    found = changed(changes(tmp_path, *_versions(severity="critical", record=record, note=words("n"))))
    assert [(word.path, word.before, word.after) for word in found.words] == [
        (("severity",), "major", "critical"),
        (("record", "where", "kind"), ["democracy_regulation"], ["board_report"]),
        (("note",), None, words("n")),
    ]


def test_a_question_that_differs_is_told_once(tmp_path: Path) -> None:
    def asked(question: str, **window: str) -> dict[str, Any]:
        one = rule(attest={"question": words(question)}, in_force=window)
        return {key: value for key, value in one.items() if key not in ("record", "every")}

    answered = check("xac-nhan", {"one_of": {"of": "answer", "values": ["yes"]}})
    old, new = asked("a", **{"from": "2020-01-01", "to": "2026-06-30"}), asked("b", **{"from": "2026-07-01"})
    found = changed(changes(tmp_path, old, new, checks=[answered]))
    assert [word.path for word in found.words] == [("attest", "question")]


def test_a_version_that_only_begins_anew_is_no_change(tmp_path: Path) -> None:
    assert changes(tmp_path, *_versions()).empty


def test_a_type_that_a_new_version_adds_or_leaves_out(tmp_path: Path) -> None:
    found = changes(tmp_path, *_versions(applies_to=["public_service_unit"]))
    assert [(one.unit_type, ids(one.added), ids(one.removed)) for one in found.types] == [
        ("state_agency", [], ["R"]),
        ("public_service_unit", ["R"], []),
    ]
    book = rulebook(tmp_path / "q", _versions(applies_to=["public_service_unit"]))
    assert [one.unit_type for one in compare(book, BEFORE, AFTER, "state_agency").types] == ["state_agency"]
    assert compare(book, BEFORE, AFTER, "village").empty


DUE_30 = {"deadline": {"done": "date", "after": "consulted_on", "within": "limit"}}


def _limit(*values: tuple[str, int], **cite: Any) -> dict[str, Any]:
    dated = [{"from": day, "value": value, "basis": {**CITE, **cite}} for day, value in values]
    dated[0]["basis"] = CITE
    return parameter("limit", "days", 0, values=dated)


@pytest.mark.parametrize("where", ["check", "due"])
def test_a_number_with_another_value(tmp_path: Path, where: str) -> None:
    limit = _limit(("2020-01-01", 15), ("2026-07-01", 30))
    if where == "check":
        found = changes(tmp_path, rule(checks=["c"]), checks=[check("c", DUE_30)], parameters=[limit])
    else:
        found = changes(tmp_path, rule(every="year", due={"after_period": "limit"}), parameters=[limit])
    (number,) = changed(found).numbers
    assert (number.parameter.id, number.before.value, number.after.value) == ("limit", 15, 30)
    assert not number.same_number


def test_the_same_number_by_another_clause(tmp_path: Path) -> None:
    limit = _limit(("2020-01-01", 15), ("2026-07-01", 15), article=2)
    found = changes(tmp_path, rule(checks=["c"]), checks=[check("c", DUE_30)], parameters=[limit])
    assert [number.same_number for number in changed(found).numbers] == [True]


def test_a_number_that_no_rule_uses_is_no_change_of_duties(tmp_path: Path) -> None:
    assert changes(tmp_path, rule(), parameters=[_limit(("2020-01-01", 15), ("2026-07-01", 30))]).empty


def test_checks_of_a_new_version(tmp_path: Path) -> None:
    given = {"given": {"of": "date"}}
    found = changed(
        changes(
            tmp_path,
            *[
                rule(checks=["a", "b"], in_force={"from": "2020-01-01", "to": "2026-06-30"}),
                rule(checks=[{"check": "b", "since": "2026-08-01"}, "c"], in_force={"from": "2026-07-01"}),
            ],
            checks=[check(name, given) for name in "abc"],
        )
    )
    assert (found.checks_added, found.checks_removed) == (("c",), ("a",))
    assert [(word.path, word.before, word.after) for word in found.words] == [
        (("checks", "b", "since"), None, "2026-08-01")
    ]


def test_parts_that_open_between_the_days(tmp_path: Path) -> None:
    open_gate = gate({"fact": "headcount", "at_most": 7}, **{"from": "2026-07-01"})
    later = gate({"fact": "headcount", "at_most": 8}, **{"from": "2026-07-02"})
    ways = [{"given": {"of": "date"}, "since": "2026-07-01"}, {"given": {"of": "number"}}]
    asked = rule(exempt=[open_gate, later], checks=[{"check": "a", "since": "2026-07-01"}, "b"])
    found = changed(changes(tmp_path, asked, checks=[check("a", {"given": {"of": "date"}}), check("b", *ways)]))
    assert [(opening.path, opening.check and opening.check.name) for opening in found.openings] == [
        (("exempt",), None),
        (("checks",), "a"),
        (("options",), "b"),
    ]


def _with_sources(book: Rulebook, **windows: tuple[str, str | None]) -> Rulebook:
    from dataclasses import replace

    from dcs_audit.law.basics import Window

    def window(span: tuple[str, str | None]) -> Window:
        return Window.model_validate({"from": span[0], "to": span[1]})

    base = book.sources["luat"]
    extra = {name: base.model_copy(update={"id": name, "in_force": window(span)}) for name, span in windows.items()}
    return replace(book, sources={**book.sources, **extra})


def test_texts_that_begin_or_end(tmp_path: Path) -> None:
    book = _with_sources(
        rulebook(tmp_path / "p", [rule()]), luat=("2020-01-01", "2026-06-30"), moi=("2026-07-01", None)
    )
    found = compare(book, BEFORE, AFTER)
    assert [(turn.entry.id, turn.begins, turn.day) for turn in found.sources] == [
        ("luat", False, BEFORE),
        ("moi", True, AFTER),
    ]
    assert [turn.entry.id for turn in changed(found).sources] == ["luat"], "only what the rule cites"


def test_subtypes_of_units_that_begin(tmp_path: Path) -> None:
    entry = {
        "id": "dac_khu",
        "title": words("đặc khu"),
        "in_force": {"from": "2026-07-01"},
        "basis": CITE,
        "verified": True,
    }
    found = compare(rulebook(tmp_path / "p", [rule()], subtypes=[entry]), BEFORE, AFTER)
    assert [(turn.entry.id, turn.begins) for turn in found.subtypes] == [("dac_khu", True)]
    assert not found.empty and not found.types
