"""Questions that a fact can never answer, and attributes compared with themselves, are refused where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tiny_packs import check, gate, parameter, rule, rulebook

from dcs_audit.law.fact_sorts import sort_of
from dcs_audit.law.facts import FACTS
from dcs_audit.law.loader import PackError
from dcs_audit.law.told import in_language

Data = dict[str, Any]

WRONG: list[tuple[Data, str]] = [
    ({"fact": "headcount", "is": True}, "`headcount` is a number"),
    ({"fact": "headcount", "is": False}, "`headcount` is a number"),
    ({"fact": "villages", "is": True}, "`villages` is a list"),
    ({"fact": "has_portal", "at_least": 1}, "`has_portal` is a yes or no"),
    ({"fact": "has_portal", "less_than": 1}, "`has_portal` is a yes or no"),
    ({"fact": "special_case_without_board", "is": True}, "`special_case_without_board` is a text"),
    ({"fact": "special_case_without_board", "at_least": 1}, "`special_case_without_board` is a text"),
    ({"fact": "boards", "present": True}, "`boards` is counted in the records"),
]
RIGHT: list[Data] = [
    {"fact": "headcount", "at_least": 5},
    {"fact": "headcount", "present": True},
    {"fact": "villages", "more_than": 2},
    {"fact": "has_portal", "is": False},
    {"fact": "has_portal", "present": False},
    {"fact": "special_case_without_board", "present": True},
    {"fact": "boards", "at_least": 1},
]
GIVEN = {"given": {"of": "date"}}


def packs(condition: Data) -> list[tuple[Data, list[Data], str]]:
    """A rule and checks that ask the condition in every place where one may stand, and the subject of the message."""
    return [
        (rule(requires=gate(condition)), [], "rule R"),
        (rule(exempt=[gate({"fact": "dispersed", "is": True}), gate(condition)]), [], "rule R"),
        (rule(absent="needs_review", absent_review=gate(condition)), [], "rule R"),
        (rule(checks=["c"]), [check("c", GIVEN, when=condition)], "check c"),
        (rule(checks=["c"]), [check("c", GIVEN, GIVEN | {"when": condition})], "check c"),
    ]


@pytest.mark.parametrize(("condition", "told"), WRONG)
def test_a_fact_is_asked_only_what_it_can_answer(tmp_path: Path, condition: Data, told: str) -> None:
    key = next(key for key in condition if key != "fact")
    for number, (asking, checks, subject) in enumerate(packs(condition)):
        folder = tmp_path / str(number)
        with pytest.raises(PackError) as caught:
            rulebook(folder, [asking], checks)
        (problem,) = caught.value.problems
        place, _, message = problem.partition(": ")
        assert message.startswith(f"{subject}: {told}")
        assert f"not `{key}`" in message
        assert "không dùng" in in_language(problem, "vi")
        line, column = map(int, place.split(":")[1:])
        assert (
            (folder / "a.yaml")
            .read_text(encoding="utf-8")
            .splitlines()[line - 1][column - 1 :]
            .startswith((f'"{key}"', str(condition[key]).lower()))
        )


@pytest.mark.parametrize("condition", RIGHT)
def test_what_it_can_answer_is_fine(tmp_path: Path, condition: Data) -> None:
    for number, (asking, checks, _) in enumerate(packs(condition)):
        rulebook(tmp_path / str(number), [asking], checks)


def test_every_fact_has_a_sort() -> None:
    assert {sort_of(fact) for fact in FACTS} == {"flag", "number", "list", "text", "count"}


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"fact": {"fact": "headcount", "is": True}}, "`headcount` is no yes or no: this takes `dispersed`"),
        ({"share": {"part": "attended", "of_fact": "has_portal", "at_least": [1, 2]}}, "`has_portal` is neither"),
        ({"number": {"of": "attended", "at_least": {"fact": "has_portal"}}}, "`has_portal` is neither"),
        ({"number": {"of": "attended", "at_most": {"fact": "special_case_without_board"}}}, "is neither a number"),
    ],
)
def test_amounts_and_alternatives_ask_facts_of_their_sort(tmp_path: Path, option: Data, told: str) -> None:
    meetings = rule(record={"section": "meetings"}, checks=["c"])
    with pytest.raises(PackError, match=r"a\.yaml:\d+:\d+: check c: ") as caught:
        rulebook(tmp_path, [meetings], [check("c", option)])
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("option", "keys", "path"),
    [
        ({"ordered": {"first": "held_on", "then": "held_on"}}, "`first` and `then`", "held_on"),
        ({"ordered": {"first": "held_on", "then": "held_on", "strict": True}}, "`first` and `then`", "held_on"),
        ({"share": {"part": "attended", "of": "attended", "at_least": [1, 2]}}, "`part` and `of`", "attended"),
        ({"deadline": {"done": "held_on", "after": "held_on", "within": "p"}}, "`done` and `after`", "held_on"),
        ({"deadline": {"done": "held_on", "before": "held_on", "within": "p"}}, "`done` and `before`", "held_on"),
        (
            {"lasted": {"from": "held_on", "until": "held_on", "for": "p", "first_day": "counted"}},
            "`from` and `until`",
            "held_on",
        ),
    ],
)
def test_an_attribute_is_not_compared_with_itself(tmp_path: Path, option: Data, keys: str, path: str) -> None:
    meetings = rule(record={"section": "meetings"}, checks=["c"])
    fine = {"given": {"of": "held_on"}}
    with pytest.raises(PackError) as caught:
        rulebook(tmp_path, [meetings], [check("c", fine, option)], [parameter("p", "days", 5)])
    (problem,) = caught.value.problems
    assert f"check c: {keys} are both `{path}`" in problem
