"""The inventory of the law, and what answers for each of its leaves."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import check, parameter, rule, words, write_pack

from dcs_audit.law.accounting import Account, Answer, Standing, account, misplaced
from dcs_audit.law.coverage import Inventory, Leaf, read_inventory
from dcs_audit.law.loader import Pack, read_pack
from dcs_audit.law.rulebook import NATIONAL, assemble, load_rulebook

Data = dict[str, Any]
YES = {"fact": {"fact": "has_portal", "is": True}}
LAW = [
    {"article": 1, "title": words("một"), "clauses": 3, "points": {"2": "a b đ"}},
    {"article": 2, "title": words("hai")},
]


def cite(*steps: int | str) -> Data:
    """A citation of the tiny law: article, clause, point."""
    return {"source": "luat", **dict(zip(("article", "clause", "point"), steps, strict=False))}


def note(kind: str = "informational", at: Any = None) -> Data:
    return {"as": kind, "reason": words(f"vì {kind}")} | ({} if at is None else {"at": at})


def noted(*notes: Data) -> list[Data]:
    """The tiny law with notes on its first article."""
    return [{**LAW[0], "notes": list(notes)}, LAW[1]]


def pack(folder: Path, articles: list[Data] = LAW, source: str = "luat", **content: Any) -> Pack:
    """A tiny pack with an inventory."""
    informational = content.pop("informational", [])
    write_pack(folder, **content)
    (folder / "b.yaml").write_text(json.dumps({"informational": informational}), encoding="utf-8")
    texts = {"sources": [{"source": source, "articles": articles}]}
    (folder / "coverage.yaml").write_text(json.dumps(texts, indent=1), encoding="utf-8")
    return read_pack(str(folder))


def inventory(folder: Path, articles: list[Data] = LAW, **content: Any) -> Inventory:
    return read_inventory([pack(folder, articles, **content)])


def accounted(folder: Path, articles: list[Data] = LAW, **content: Any) -> Account:
    one = pack(folder, articles, **content)
    found = read_inventory([one])
    assert not found.problems
    return account(assemble((one,)), found)


def answers(found: Account) -> dict[str, Answer]:
    """The answer for each leaf, by `article.clause.point`."""
    return {
        ".".join(str(step) for step in leaf[1:] if step is not None): answer
        for one in found.articles
        for leaf, answer in one.answers
    }


def standings(found: Account) -> dict[str, str]:
    return {name: str(answer.standing) for name, answer in answers(found).items()}


# --- the inventory ----------------------------------------------------------------------------------------------------


def test_leaves_are_points_clauses_or_articles(tmp_path: Path) -> None:
    found = inventory(tmp_path / "p")
    assert found.problems == ()
    assert [leaf[1:] for _, article in found.articles() for leaf in article.leaves("luat")] == [
        (1, "1", None),
        (1, "2", "a"),
        (1, "2", "b"),
        (1, "2", "đ"),
        (1, "3", None),
        (2, None, None),
    ]


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (("luat", None), True),
        (("luat", 1), True),
        (("luat", 3), False),
        (("luat", 1, 2), True),
        (("luat", 1, "2"), True),
        (("luat", 1, 4), False),
        (("luat", 1, 2, "đ"), True),
        (("luat", 1, 2, "d"), False),
        (("luat", 1, 1, "a"), False),
        (("luat", 2, 1), False),
        (("nd", 1), None),
    ],
)
def test_what_exists(tmp_path: Path, place: tuple[Any, ...], there: bool | None) -> None:
    assert inventory(tmp_path / "p").exists(*place) is there


def test_a_clause_put_in_between(tmp_path: Path) -> None:
    found = inventory(tmp_path / "p", [{"article": 1, "title": words("một"), "clauses": ["1", "1a", "2"]}])
    assert found.exists("luat", 1, "1a") and not found.exists("luat", 1, 3)


def test_a_pack_without_inventory_knows_nothing(tmp_path: Path) -> None:
    found = read_inventory([read_pack(str(write_pack(tmp_path / "p")))])
    assert found.exists("luat", 1) is None and found.problems == ()


@pytest.mark.parametrize(
    ("articles", "what"),
    [
        ([LAW[0], LAW[0]], "Điều 1 stands twice"),
        ([{**LAW[0], "clauses": ["1", "2", "2"]}], "clause 2 stands twice"),
        ([{**LAW[0], "points": {"2": "a b a"}}], "point a of clause 2 stands twice"),
        ([{**LAW[0], "points": {"4": "a"}}], "there is no clause 4"),
        (noted(note(at="4")), "there is no `4`"),
        (noted(note(at="2.c")), "there is no `2.c`"),
        (noted(note(at="1.a")), "there is no `1.a`"),
        (noted(note(at=["2", "2.b"])), "a second note on `2.b`"),
        (noted(note(), note(at="1")), "a second note on `1`"),
        (noted({**note(), "as": "unknown"}), "informational"),
        (noted({**note(), "reason": {"vi": "vì"}}), "reason.en"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, articles: list[Data], what: str) -> None:
    (problem,) = inventory(tmp_path / "p", articles).problems
    file, line, column, *_ = problem.split(":")
    assert file == "p/coverage.yaml" and int(line) > 3 and int(column) > 1
    assert what in problem


def test_faults_of_sources(tmp_path: Path) -> None:
    first, second = pack(tmp_path / "p"), pack(tmp_path / "q")
    assert read_inventory([first, second]).problems == ("q/coverage.yaml:4:14: `luat` is inventoried twice",)
    third = pack(tmp_path / "r", source="luatt")
    assert "unknown source `luatt`: did you mean `luat`?" in read_inventory([third]).problems[0]


# --- what answers -----------------------------------------------------------------------------------------------------


def test_a_citation_covers_all_that_it_holds(tmp_path: Path) -> None:
    rules = [rule("POINT", basis=cite(1, 2, "b")), rule("CLAUSE", basis=cite(1, 2)), rule("ARTICLE", basis=cite(1))]
    found = {name: answer.rules for name, answer in answers(accounted(tmp_path / "p", rules=rules)).items()}
    assert found == {
        "1.1": ("ARTICLE",),
        "1.2.a": ("CLAUSE", "ARTICLE"),
        "1.2.b": ("POINT", "CLAUSE", "ARTICLE"),
        "1.2.đ": ("CLAUSE", "ARTICLE"),
        "1.3": ("ARTICLE",),
        "2": (),
    }


def test_citations_of_gates_checks_due_dates_and_their_numbers_count(tmp_path: Path) -> None:
    gate = {"when": {"fact": "has_portal", "is": True}, "basis": cite(1, 1), "reason": words("vì")}
    within = parameter("so-ngay", "days", 5)
    within["values"][0]["basis"] = cite(1, 3)
    posted = {"posted": {"channel": "portal", "for": "so-ngay"}}
    book = {
        "rules": [
            rule("GATE", basis=cite(2), requires=gate),
            rule("CHECK", basis=cite(2), record={"section": "disclosures"}, checks=["niem-yet"]),
            rule("DUE", basis=cite(2), every="year", due={"by": "12-31", "basis": cite(1, 2, "b")}),
        ],
        "checks": [check("niem-yet", posted, basis=cite(1, 2, "a")), check("khong-dung", YES, basis=cite(1, 2, "đ"))],
        "parameters": [within],
    }
    found = {name: answer.rules for name, answer in answers(accounted(tmp_path / "p", **book)).items()}
    assert found == {
        "1.1": ("GATE",),
        "1.2.a": ("CHECK",),
        "1.2.b": ("DUE",),
        "1.2.đ": (),
        "1.3": ("CHECK",),
        "2": ("GATE", "CHECK", "DUE"),
    }


def test_the_first_standing_that_holds(tmp_path: Path) -> None:
    asked = rule("ASK", basis=[cite(1, 1), cite(1, 2, "a")], attest={"question": words("Có làm không?")})
    for implied in ("every", "record"):
        del asked[implied]
    told = {"id": "TELL", "title": words("t"), "text": words("kể"), "basis": [cite(1, 1), cite(1, 2, "b")]}
    found = accounted(
        tmp_path / "p",
        noted(note("not_checkable", at=["1", "2"])),
        rules=[rule("LOOK", basis=cite(1, 1)), asked],
        checks=[check("xac-nhan", YES, basis=cite(2))],
        informational=[{**told, "verified": True}],
    )
    assert standings(found) == {
        "1.1": "encoded",
        "1.2.a": "attest",
        "1.2.b": "informational",
        "1.2.đ": "not_checkable",
        "1.3": "unaccounted",
        "2": "unaccounted",  # the check of every question cites it; no question is about it
    }
    first = answers(found)["1.1"]
    assert (first.rules, first.attests, first.informational) == (("LOOK",), ("ASK",), ("TELL",))
    assert [one.reason.vi for one in first.notes] == ["vì not_checkable"]
    assert found.counts("luat") == dict.fromkeys(Standing, 1) | {Standing.UNACCOUNTED: 2}
    assert found.unaccounted == 2


def test_versions_of_a_rule_count_once(tmp_path: Path) -> None:
    old = rule("R", basis=cite(2), in_force={"from": "2020-01-01", "to": "2020-12-31"})
    found = accounted(tmp_path / "p", rules=[old, rule("R", basis=cite(2), in_force={"from": "2021-01-01"})])
    assert answers(found)["2"].rules == ("R",)


def test_leaves_with_the_same_answer_stand_together(tmp_path: Path) -> None:
    found = accounted(tmp_path / "p", noted(note(at=["1", "2.a"])), rules=[rule("R", basis=cite(1, 3))])
    groups = [(len(group.leaves), str(group.answer.standing)) for group in found.articles[0].groups()]
    assert groups == [(2, "informational"), (2, "unaccounted"), (1, "encoded")]
    (left,) = found.articles[0].groups(Standing.UNACCOUNTED)
    assert left.leaves == (Leaf("luat", 1, "2", "b"), Leaf("luat", 1, "2", "đ"))


def test_narrowed(tmp_path: Path) -> None:
    found = accounted(tmp_path / "p")
    assert [one.article.article for one in found.narrowed(None, 2).articles] == [2]
    assert [one.article.article for one in found.narrowed("luat", None).articles] == [1, 2]
    assert not found.narrowed("nd", 1).articles


@pytest.mark.parametrize(
    ("content", "name", "where", "there"),
    [
        ({"rules": [rule("R", basis=cite(3))]}, "R", "Điều 3", '"article": 3'),
        ({"rules": [rule("R", basis=[cite(1), cite(1, 4)])]}, "R", "Điều 1 khoản 4", '"clause": 4'),
        ({"checks": [check("c", YES, basis=[cite(1, 2, "c")])]}, "c", "Điều 1 khoản 2 điểm c", '"point": "c"'),
        ({"parameters": [parameter("n", "days", 1, values=[{"from": "2020-01-01", "value": 1, "basis": cite(2, 1)}])]},
         "n", "Điều 2 khoản 1", '"clause": 1'),
    ],
)  # fmt: skip
def test_citations_of_what_is_not_there(tmp_path: Path, content: Data, name: str, where: str, there: str) -> None:
    one = pack(tmp_path / "p", **content)
    (problem,) = misplaced([one], read_inventory([one]))
    place, said = problem.split(": ", 1)
    assert said == f"{name}: {where} is not in the inventory of `luat`"
    file, line, _ = place.split(":")
    assert (tmp_path / file).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip().rstrip(",") == there


# --- the national inventory -------------------------------------------------------------------------------------------

COUNTED = {
    ("luat-10-2022-qh15", 7): (4, {}),
    ("luat-10-2022-qh15", 11): (14, {}),
    ("luat-10-2022-qh15", 12): (3, {"1": "abcdđeghik"}),
    ("luat-10-2022-qh15", 17): (3, {"1": "abc"}),
    ("luat-10-2022-qh15", 40): (3, {"1": "abcdđ", "2": "abcdđe"}),
    ("luat-10-2022-qh15", 46): (12, {}),
    ("luat-10-2022-qh15", 51): (4, {"2": "abcdđ", "3": "abcdđeg", "4": "abcdđeghi"}),
    ("luat-10-2022-qh15", 64): (2, {"1": "abcdđegh"}),
    ("luat-10-2022-qh15", 83): (6, {"1": "abcdđ", "2": "ab", "3": "ab"}),
    ("nd-59-2023", 7): (0, {}),
    ("nd-59-2023", 11): (2, {"1": "abc", "2": "abcdđeghi"}),
    ("nd-61-2023", 15): (4, {"1": "abcdđe", "4": "abc"}),
}
"""Clauses and points, counted by hand in the texts."""


@pytest.fixture(scope="module")
def national() -> Inventory:
    return read_inventory([read_pack(NATIONAL)])


def test_the_national_inventory_has_every_article(national: Inventory) -> None:
    assert national.problems == ()
    numbers = {source: list(articles) for source, articles in national.texts.items()}
    assert numbers == {
        "luat-10-2022-qh15": list(range(1, 92)),
        "nd-59-2023": list(range(1, 32)),
        "nd-61-2023": list(range(1, 26)),
    }


@pytest.mark.parametrize(("source", "number"), COUNTED)
def test_the_national_inventory_has_every_clause(national: Inventory, source: str, number: int) -> None:
    clauses, points = COUNTED[source, number]
    article = national.texts[source][number]
    assert article.clauses == tuple(str(clause) for clause in range(1, clauses + 1))
    assert {clause: "".join(letters) for clause, letters in article.points.items()} == points


def test_the_national_inventory_reads_well(national: Inventory) -> None:
    order = "abcdđeghik"
    for _, article in national.articles():
        assert all(order.startswith("".join(letters)) and len(letters) > 1 for letters in article.points.values())
        for text in (article.title, *(note.reason for note in article.notes)):
            assert unicodedata.is_normalized("NFC", text.vi) and text.vi == text.vi.strip()
        for one in article.notes:
            assert one.reason.vi.endswith(".") and one.reason.en.endswith(".")


def test_the_national_pack_accounts_for_every_clause(national: Inventory) -> None:
    book = load_rulebook()
    assert misplaced(book.packs, national) == []
    left = [leaf for one in account(book, national).articles for leaf, answer in one.answers
            if answer.standing is Standing.UNACCOUNTED]  # fmt: skip
    assert left == []
