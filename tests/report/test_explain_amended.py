"""Explanations of numbers that a pack changes, and of counts that cannot both be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from law.tiny_packs import CITE, check, parameter, rule, unit_file, write_pack

from dcs_audit.auditor import Auditor
from dcs_audit.explaining.scene import look_at
from dcs_audit.explaining.story import explain
from dcs_audit.law.loader import read_pack
from dcs_audit.law.rulebook import assemble
from dcs_audit.report.explain_json import render

AS_OF = date(2026, 6, 15)


def explained(folder: Path, amends: list[object]) -> dict[str, str]:
    asked = [
        check("tra-loi", {"deadline": {"done": "answered_on", "after": "received_on", "within": "han"}}),
        check("du", {"share": {"part": "participants", "of_fact": "headcount", "at_least": [1, 2]}}),
    ]
    rules = [
        rule("P", every="year", judge="each", record={"section": "petitions"}, checks=["tra-loi"]),
        rule("T", every="year", record={"section": "activities"}, checks=["du"]),
        rule("Q", every="quarter", record={"section": "documents"}, due={"after_period": "han", "done": "date"}),
    ]
    folders = [write_pack(folder / "mot", rules, asked, [parameter("han", "days", 15)])]
    folders.append(write_pack(folder / "hai", amends=amends))
    (folders[1] / "sources.yaml").write_text("sources: []", encoding="utf-8")
    auditor = Auditor(assemble(tuple(read_pack(str(one)) for one in folders)), "reference")
    records = {
        "petitions": [{"kind": "complaint", "received_on": "2026-03-02", "answered_on": "2026-03-16"}],
        "activities": [{"kind": "training", "held_on": "2026-03-02", "participants": 15}],
        "documents": [{"kind": "a", "period": "2026-Q1", "date": "2026-04-03"}],
    }
    scene = look_at(auditor, unit_file({"headcount": 10}, records), AS_OF, None)
    return {one: render(explain(scene, one), "en") for one in ("P", "T", "Q")}


def test_every_check_is_explained_by_the_text_that_sets_its_number(tmp_path: Path) -> None:
    plan = CITE | {"article": 7}
    by_law = explained(tmp_path / "without", [])
    by_plan = explained(tmp_path / "with", [{"parameter": "han", "from": "2026-01-01", "value": 10, "basis": plan}])
    for rule_id in ("P", "Q"):
        assert '"article": 7' in by_plan[rule_id]
        assert '"article": 7' not in by_law[rule_id]
        assert "10 days" in by_plan[rule_id]
    assert '"status": "late"' in by_plan["P"]


def test_a_part_above_its_whole_is_not_told_as_absent(tmp_path: Path) -> None:
    told = explained(tmp_path, [])["T"]
    assert "`participants` is 15, more than the whole `unit.headcount`, 10" in told
    assert "is not given" not in told
