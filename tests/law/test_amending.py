"""A later pack may ask for more than an earlier one; for less only where a text says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_packs import CITE, check, parameter, rule, write_pack

from dcs_audit.law.loader import PackError, read_pack
from dcs_audit.law.rulebook import Rulebook, assemble

Data = dict[str, Any]

ANSWER = check("tra-loi", {"deadline": {"done": "answered_on", "after": "received_on", "within": "han"}})
POSTED = check("dang", {"posted": {"channel": "portal", "for": "han"}})


def book(folder: Path, asks: Data, *amends: Data) -> Rulebook:
    section = "petitions" if asks is ANSWER else "disclosures"
    first = rule(record={"section": section}, checks=[asks["name"]])
    national = write_pack(folder / "mot", [first], [asks], [parameter("han", "days", 15)])
    local = write_pack(folder / "hai", amends=list(amends))
    (local / "sources.yaml").write_text("sources: []")
    return assemble((read_pack(str(national)), read_pack(str(local))))


def change(value: int, **over: Any) -> Data:
    return {"parameter": "han", "from": "2026-03-01", "value": value, **over}


@pytest.mark.parametrize(("asks", "value"), [(ANSWER, 14), (POSTED, 16), (ANSWER, 15)])
def test_asking_for_more_holds_from_its_day(tmp_path: Path, asks: Data, value: int) -> None:
    han = book(tmp_path, asks, change(value)).parameters["han"]
    assert (han.on(date(2026, 2, 28)).value, han.on(date(2026, 3, 1)).value) == (15, value)


@pytest.mark.parametrize(("asks", "value"), [(ANSWER, 16), (POSTED, 14)])
def test_asking_for_less_needs_a_text(tmp_path: Path, asks: Data, value: int) -> None:
    with pytest.raises(PackError, match=r"hai/pack\.yaml:\d+:\d+: amends `han`: it asks for less"):
        book(tmp_path, asks, change(value))
    (tmp_path / "again").mkdir()
    assert book(tmp_path / "again", asks, change(value, basis=CITE)).parameters["han"].values[-1].value == value


def test_an_unknown_number_cannot_be_amended(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="unknown parameter `ham`"):
        book(tmp_path, ANSWER, change(3, parameter="ham"))
