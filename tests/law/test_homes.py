"""The cases of a pack are judged by what it builds on: a plan that changes a number says nothing against the law's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lint_packs import both
from tiny_cases import case, write_cases
from tiny_packs import CITE, SOURCES, check, parameter, rule, write_pack

from dcs_audit.auditor import Auditor
from dcs_audit.law.building import built_on
from dcs_audit.law.casebook import collect
from dcs_audit.law.lint import lint
from dcs_audit.law.loader import Pack, PackError, read_pack
from dcs_audit.law.mutation import Fate, Laboratory
from dcs_audit.law.rulebook import Rulebook, assemble

Data = dict[str, Any]

ANSWER = check("tra-loi", {"deadline": {"done": "answered_on", "after": "received_on", "within": "han"}})
NATIONAL = rule(every="year", judge="each", record={"section": "petitions"}, checks=["tra-loi"])


def answered(name: str, expect: str, on: str) -> Data:
    petition = {"kind": "complaint", "received_on": "2026-03-02", "answered_on": on}
    return case(name, expect, records={"petitions": [petition]})


def law(folder: Path) -> Path:
    """Fifteen days, and cases that notice every other number."""
    made = write_pack(folder / "luat", [NATIONAL], [ANSWER], [parameter("han", "days", 15)])
    write_cases(made, [answered("on the day", "passed", "2026-03-17"), answered("after it", "late", "2026-03-18")])
    return made


def plan(folder: Path, name: str, value: int, *cases: Data, **about: Any) -> Path:
    """A plan that sets another number, with cases of its own."""
    change = {"parameter": "han", "from": "2026-01-01", "value": value, "basis": CITE}
    made = write_pack(folder / name, amends=[change], **about)
    (made / "sources.yaml").write_text("sources: []", encoding="utf-8")
    if cases:
        write_cases(made, cases)
    return made


def packs(*folders: Path) -> tuple[Pack, ...]:
    return tuple(read_pack(str(folder)) for folder in folders)


def failed(book: Rulebook) -> list[str]:
    results = collect(book).run(Auditor(book, "reference"))
    return [result.trial.label for result in results if not result.holds]


def test_cases_of_the_law_hold_beside_a_plan_and_those_of_the_plan_by_it(tmp_path: Path) -> None:
    own = (answered("by the plan", "passed", "2026-03-23"), answered("after it", "late", "2026-03-24"))
    found = packs(law(tmp_path), plan(tmp_path, "xa", 20, *own))
    assert failed(assemble(found)) == []


def test_a_case_that_is_wrong_by_the_plan_is_told(tmp_path: Path) -> None:
    own = answered("as if by the law", "late", "2026-03-20")
    assert "R: as if by the law" in failed(assemble(packs(law(tmp_path), plan(tmp_path, "xa", 20, own))))


def test_plans_beside_each_other_do_not_matter_to_their_cases(tmp_path: Path) -> None:
    first = plan(tmp_path, "xa", 20, answered("by the plan", "passed", "2026-03-22"))
    second = write_pack(tmp_path / "tinh", [NATIONAL | {"id": "T"}])
    (second / "sources.yaml").write_text("sources: []", encoding="utf-8")
    write_cases(second, [answered("by the law", "late", "2026-03-22") | {"rule": "T"}])
    for order in ((first, second), (second, first)):
        assert failed(assemble(packs(law(tmp_path), *order))) == []


def test_mutants_of_the_law_are_tried_on_its_own_numbers(tmp_path: Path) -> None:
    national = law(tmp_path)
    book = assemble(packs(national, plan(tmp_path, "xa", 20)))
    lab = Laboratory(collect(book), Auditor(book, "reference"))
    assert all(result.holds for result in lab.trials.run(Auditor(book, "reference")))
    numbers = [mutant for mutant in lab.mutants if mutant.kind == "parameter"]
    fates = {mutant.edit.new: lab.fate(mutant) for mutant in numbers if mutant.edit.operator == "number"}
    assert fates == {14: Fate.KILLED, 16: Fate.KILLED}


def test_lint_finds_no_fault_in_the_law_because_of_a_plan(tmp_path: Path) -> None:
    def told(*folders: Path) -> set[tuple[str, str]]:
        verdict = lint(packs(*folders), lambda rulebook: Auditor(rulebook, "reference"))
        return {(fault.file, fault.code) for fault in verdict.faults if fault.file.startswith("luat/")}

    national = law(tmp_path)
    alone = told(national)
    assert told(national, plan(tmp_path, "xa", 400)) == alone
    assert ("luat/a.yaml", "check-never-red") not in alone


def test_lint_tells_of_a_changed_number_that_outlives_its_text(tmp_path: Path) -> None:
    made = plan(tmp_path, "xa", 20)
    ends = SOURCES[0] | {"id": "ke-hoach", "title": both("Kế hoạch", "Plan"),
                         "in_force": {"from": "2026-01-01", "to": "2026-12-31"}}  # fmt: skip
    (made / "sources.yaml").write_text(json.dumps({"sources": [ends]}), encoding="utf-8")
    text = (made / "pack.yaml").read_text(encoding="utf-8")
    (made / "pack.yaml").write_text(text.replace('"luat"', '"ke-hoach"'), encoding="utf-8")
    verdict = lint(packs(law(tmp_path), made), lambda rulebook: Auditor(rulebook, "reference"))
    (found,) = [fault for fault in verdict.faults if fault.code == "value-without-source" and fault.file[:3] == "xa/"]
    assert "2027-01-01" in found.message.en


# --- extends --------------------------------------------------------------------------------------------------------


def test_a_pack_builds_on_the_first_one_and_on_what_it_extends(tmp_path: Path) -> None:
    folders = [
        write_pack(tmp_path / "luat"),
        write_pack(tmp_path / "tinh", extends="luat"),
        write_pack(tmp_path / "khac"),
        write_pack(tmp_path / "xa", extends="tinh"),
    ]
    found = packs(*folders)
    names = [[one.name for one in built_on(pack, found)] for pack in found]
    assert names == [["luat"], ["luat", "tinh"], ["luat", "khac"], ["luat", "tinh", "xa"]]


@pytest.mark.parametrize(
    ("extends", "told"),
    [
        ("luatt", "unknown pack `luatt`: did you mean `luat`?"),
        ("quocgia", "unknown pack `quocgia`: did you mean `quoc-gia`?"),
        ("my-hao-2024", "it adds to `my-hao-2024`, which this run does not use: give `--pack my-hao-2024` as well"),
        ("xa", "a pack cannot add to itself"),
    ],
)
def test_a_pack_that_extends_what_is_not_there_is_refused(tmp_path: Path, extends: str, told: str) -> None:
    found = packs(write_pack(tmp_path / "luat"), write_pack(tmp_path / "xa", extends=extends))
    with pytest.raises(PackError) as caught:
        assemble(found)
    problem = next(one for one in caught.value.problems if told in one)
    place = problem.partition(": ")[0]
    line = int(place.split(":")[1])
    assert place.startswith("xa/pack.yaml:")
    assert "extends" in (tmp_path / "xa" / "pack.yaml").read_text(encoding="utf-8").splitlines()[line - 1]


def test_packs_that_extend_each_other_end(tmp_path: Path) -> None:
    found = packs(
        write_pack(tmp_path / "luat"), write_pack(tmp_path / "a", extends="b"), write_pack(tmp_path / "b", extends="a")
    )
    assert [one.name for one in built_on(found[1], found)] == ["luat", "a", "b"]
