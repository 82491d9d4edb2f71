"""Names that are used and not defined, or defined twice, and versions of one rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import CITE, check, gate, parameter, rule, rulebook, words, write_pack

from dcs_audit.law.loader import PackError, read_pack
from dcs_audit.law.rulebook import assemble

ELSEWHERE = {"source": "luatt", "article": 1}
POSTED = {"posted": {"channel": "portal", "for": "thoi-gian"}}
DAYS = parameter("thoi-gian", "days", 3)


def refused(folder: Path, **content: Any) -> tuple[str, ...]:
    """What is said when the pack is refused."""
    with pytest.raises(PackError) as caught:
        rulebook(folder / "p", **content)
    return caught.value.problems


@pytest.mark.parametrize(
    ("content", "what", "name", "near"),
    [
        ({"rules": [rule(group="gg")]}, "group", "gg", "g"),
        ({"rules": [rule(basis=ELSEWHERE)]}, "source", "luatt", "luat"),
        ({"rules": [rule(checks=["niem-yett"])], "checks": [check("niem-yet", {"posted": {"channel": "portal"}})]},
         "check", "niem-yett", "niem-yet"),
        ({"rules": [rule("A-1", follows="A-11")]}, "rule", "A-11", "A-1"),
        ({"rules": [rule(every="quarter", due={"after_period": "thoi-giang"})], "parameters": [DAYS]},
         "parameter", "thoi-giang", "thoi-gian"),
        ({"rules": [rule(every="year", due={"by": "12-31", "basis": ELSEWHERE})]}, "source", "luatt", "luat"),
        ({"rules": [rule(requires=gate({"fact": "has_portals", "is": True}))]}, "fact", "has_portals", "has_portal"),
        ({"rules": [rule(exempt=[gate({"fact": "headcout", "at_most": 7})])]}, "fact", "headcout", "headcount"),
        ({"rules": [rule(absent_review=gate({"fact": "boardz", "at_most": 7}))]}, "fact", "boardz", "boards"),
        ({"rules": [rule(exempt=[gate({"fact": "boards", "at_most": 1}, basis=ELSEWHERE)])]},
         "source", "luatt", "luat"),
        ({"checks": [check("c", POSTED)], "parameters": [parameter("thoi-giam", "days", 3)]},
         "parameter", "thoi-gian", "thoi-giam"),
        ({"checks": [check("c", {"both": [POSTED["posted"]]})]}, "parameter", "thoi-gian", None),
        ({"checks": [check("c", {"count": {"of": "members", "at_least": {"parameter": "thoi"}}})]},
         "parameter", "thoi", None),
        ({"checks": [check("c", {"count": {"of": "members", "at_most": {"fact": "vilages"}}})]},
         "fact", "vilages", "villages"),
        ({"checks": [check("c", {"term": {"at_most": "nhiem-ky"}})]}, "parameter", "nhiem-ky", None),
        ({"checks": [check("c", {"fact": {"fact": "disperse", "is": True}})]}, "fact", "disperse", "dispersed"),
        ({"checks": [check("c", {"when": {"fact": "has_intrant", "is": True}, "posted": {"channel": "portal"}})]},
         "fact", "has_intrant", "has_intranet"),
        ({"checks": [check("c", {"posted": {"channel": "portal"}}, basis=ELSEWHERE)]}, "source", "luatt", "luat"),
        ({"checks": [check("c", {"posted": {"channel": "portal"}}, when={"fact": "x", "is": True})]},
         "fact", "x", None),
        ({"parameters": [parameter("n", "days", 1, values=[{"from": "2020-01-01", "value": 1, "basis": ELSEWHERE}])]},
         "source", "luatt", "luat"),
    ],
)  # fmt: skip
def test_a_name_that_nobody_defines(tmp_path: Path, content: Any, what: str, name: str, near: str | None) -> None:
    (found,) = refused(tmp_path, **content)
    assert f"unknown {what} `{name}`" in found
    assert ("did you mean" in found) == (near is not None)
    assert near is None or f"`{near}`?" in found


def test_all_unknown_names_are_listed_together(tmp_path: Path) -> None:
    found = refused(
        tmp_path, rules=[rule("A", group="x", checks=["c1", "c2"]), rule("B", follows="C", basis=ELSEWHERE)]
    )
    assert len(found) == 5


def test_an_unknown_name_is_shown_with_its_place(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, rules=[rule(group="x")])
    assert found.startswith("p/a.yaml:")


@pytest.mark.parametrize(
    "content",
    [
        {"checks": [check("twice", {"posted": {"channel": "portal"}})] * 2},
        {"parameters": [parameter("twice", "days", 1), parameter("twice", "days", 2)]},
    ],
)
def test_a_name_defined_twice_in_a_pack(tmp_path: Path, content: Any) -> None:
    assert any("`twice` is defined twice" in p for p in refused(tmp_path, **content))


def test_a_name_defined_in_two_packs(tmp_path: Path) -> None:
    packs = tuple(
        read_pack(str(write_pack(tmp_path / name, checks=[check("same", {"posted": {"channel": "portal"}})])))
        for name in ("p", "q")
    )
    with pytest.raises(PackError) as caught:
        assemble(packs)
    assert any("`same` is defined twice" in p for p in caught.value.problems)
    assert any("sources: `luat` is defined twice" in p for p in caught.value.problems)


# --- versions of a rule ---------------------------------------------------------------------------------------------


def versions(*windows: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [rule(in_force={"from": first} | ({"to": last} if last else {})) for first, last in windows]


@pytest.mark.parametrize(
    "windows",
    [
        [("2020-01-01", None), ("2026-07-01", None)],
        [("2020-01-01", "2026-07-01"), ("2026-07-01", None)],
        [("2026-07-01", None), ("2020-01-01", "2026-07-02")],
        [("2020-01-01", "2020-12-31"), ("2020-01-01", "2020-12-31")],
        [("2020-01-01", "2022-12-31"), ("2023-01-01", "2025-12-31"), ("2025-12-31", None)],
        [("2020-01-01", None), ("2020-06-01", "2020-06-30")],
    ],
)
def test_two_versions_in_force_on_one_day(tmp_path: Path, windows: list[tuple[str, str | None]]) -> None:
    (found,) = refused(tmp_path, rules=versions(*windows))
    assert "two versions are in force" in found


def test_versions_that_follow_each_other_are_fine_and_the_latest_is_the_rule(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", versions(("2026-07-01", None), ("2020-01-01", "2026-06-30")))
    assert len(book.rules) == 2
    assert book.rule("R").in_force.from_ == date(2026, 7, 1)
    assert book.rule_ids == {"R"}


def test_an_unknown_rule_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        rulebook(tmp_path / "p", [rule()]).rule("no")


def test_groups_keep_their_order_and_come_once(tmp_path: Path) -> None:
    groups = [{"id": name, "title": words(name)} for name in ("z", "a", "m")]
    packs = (
        read_pack(str(write_pack(tmp_path / "p", groups=groups))),
        read_pack(
            str(_without_sources(write_pack(tmp_path / "q", groups=[groups[0], {"id": "b", "title": words("b")}])))
        ),
    )
    assert [group.id for group in assemble(packs).groups] == ["z", "a", "m", "b"]


def _without_sources(folder: Path) -> Path:
    (folder / "sources.yaml").unlink()
    return folder


def test_a_citation_carries_the_short_name_of_its_source(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", [rule(basis=CITE | {"clause": 2, "point": "đ"})])
    cited = book.cite(book.rules[0].basis[0])
    assert (cited.short.vi, cited.article, cited.clause, cited.point) == ("Luật", 1, "2", "đ")
