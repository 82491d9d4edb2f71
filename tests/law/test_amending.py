"""A pack may change a number of another one where a text says so, and never without a word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import CITE, check, parameter, rule, write_pack

from dcs_audit.law.basics import AmendedValue
from dcs_audit.law.loader import Pack, PackError, read_pack
from dcs_audit.law.rulebook import Rulebook, assemble

Data = dict[str, Any]

ANSWER = check("tra-loi", {"deadline": {"done": "answered_on", "after": "received_on", "within": "han"}})
UNASKED = check("khac", {"given": {"of": "received_on"}})
POSTED = check("dang", {"posted": {"channel": "portal", "for": "han"}})


def book(folder: Path, asks: Data, *amends: Data, **han: Any) -> Rulebook:
    section = "disclosures" if asks is POSTED else "petitions"
    first = rule(record={"section": section}, checks=[asks["name"]])
    national = write_pack(folder / "mot", [first], [asks], [parameter("han", "days", 15, **han)])
    local = write_pack(folder / "hai", amends=list(amends))
    (local / "sources.yaml").write_text("sources: []")
    return assemble((read_pack(str(national)), read_pack(str(local))))


def change(value: int, **over: Any) -> Data:
    return {"parameter": "han", "from": "2026-03-01", "value": value, "basis": CITE, **over}


@pytest.mark.parametrize(
    ("asks", "value", "how"),
    [
        (ANSWER, 14, "more"),
        (POSTED, 16, "more"),
        (ANSWER, 16, "less"),
        (POSTED, 14, "less"),
        (ANSWER, 15, "same"),
        (UNASKED, 14, "otherwise"),
    ],
)
def test_another_number_holds_from_its_day_and_knows_the_law(tmp_path: Path, asks: Data, value: int, how: str) -> None:
    han = book(tmp_path, asks, change(value)).parameters["han"]
    assert (han.on(date(2026, 2, 28)).value, han.on(date(2026, 3, 1)).value) == (15, value)
    amended = han.values[-1]
    assert isinstance(amended, AmendedValue)
    assert (amended.pack, amended.law.value, amended.asks) == ("hai", 15, how)


@pytest.mark.parametrize("value", [14, 15, 16])
def test_every_other_number_needs_a_text(tmp_path: Path, value: int) -> None:
    with pytest.raises(PackError, match=r"hai/pack\.yaml:\d+:\d+: amends han: no text is cited"):
        book(tmp_path, ANSWER, change(value, basis=[]))


def test_an_unknown_number_cannot_be_amended(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="unknown parameter `hann`: did you mean `han`"):
        book(tmp_path, ANSWER, change(3, parameter="hann"))


def test_nothing_begins_before_its_text(tmp_path: Path) -> None:
    told = r"hai/pack\.yaml:\d+:\d+: amends han: it begins on 2019-12-31, when no text that it cites is in force"
    with pytest.raises(PackError, match=told + r" \(luat: 2020-01-01 \.\.\)"):
        book(tmp_path, ANSWER, change(9, **{"from": "2019-12-31"}))


def test_a_number_beyond_a_century_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"amends han: more than 36525 days"):
        book(tmp_path, ANSWER, change(40_000))


# --- what the number itself becomes later ---------------------------------------------------------------------------

LATER = [
    {"from": "2000-01-01", "value": 15, "basis": CITE},
    {"from": "2026-07-01", "value": 10, "basis": CITE},
]


def test_a_later_value_of_the_law_is_never_lost(tmp_path: Path) -> None:
    told = r"hai/pack\.yaml:\d+:\d+: amends han: it begins on 2026-03-01, and from 2026-07-01 the number itself is 10"
    with pytest.raises(PackError, match=told):
        book(tmp_path, ANSWER, change(12), values=LATER)


def test_who_says_what_holds_from_the_later_day_may_begin_before_it(tmp_path: Path) -> None:
    changes = [change(8, **{"from": "2026-07-01"}), change(12)]
    han = book(tmp_path, ANSWER, *changes, values=LATER).parameters["han"]
    assert [(value.from_.isoformat(), value.value) for value in han.values] == [
        ("2000-01-01", 15),
        ("2026-03-01", 12),
        ("2026-07-01", 8),
    ]
    assert [value.law.value for value in han.values if isinstance(value, AmendedValue)] == [15, 10]


def test_a_number_may_change_on_the_day_the_law_changes_it(tmp_path: Path) -> None:
    han = book(tmp_path, ANSWER, change(8, **{"from": "2026-07-01"}), values=LATER).parameters["han"]
    assert [value.value for value in han.values] == [15, 8]


# --- several packs --------------------------------------------------------------------------------------------------


def packs(folder: Path, *changes: list[Data]) -> list[Pack]:
    first = rule(record={"section": "petitions"}, checks=["tra-loi"])
    folders = [write_pack(folder / "mot", [first], [ANSWER], [parameter("han", "days", 15)])]
    for number, amends in enumerate(changes):
        folders.append(write_pack(folder / f"pack{number}", amends=amends))
        (folders[-1] / "sources.yaml").write_text("sources: []")
    return [read_pack(str(one)) for one in folders]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1)])
def test_two_packs_that_do_not_agree_are_refused_with_both_places(tmp_path: Path, order: tuple[int, ...]) -> None:
    found = packs(tmp_path, [change(9)], [change(5)])
    with pytest.raises(PackError) as caught:
        assemble(tuple(found[number] for number in order))
    (problem,) = caught.value.problems
    assert re.match(r"pack\d/pack\.yaml:\d+:\d+: amends han: from 2026-03-01 it is \d here and \d at pack\d/", problem)
    assert {"pack0/pack.yaml", "pack1/pack.yaml"} <= {part.split(":")[0] for part in problem.split()}


def test_two_packs_that_agree_are_both_cited(tmp_path: Path) -> None:
    book_ = assemble(tuple(packs(tmp_path, [change(9)], [change(9, basis=CITE | {"article": 7})])))
    assert [cite.article for cite in book_.parameters["han"].values[-1].basis] == [1, 7]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1)])
def test_the_order_of_packs_decides_nothing(tmp_path: Path, order: tuple[int, ...]) -> None:
    found = packs(tmp_path, [change(9)], [change(5, **{"from": "2026-06-01"})])
    han = assemble(tuple(found[number] for number in order)).parameters["han"]
    assert [value.value for value in han.values] == [15, 9, 5]
