"""The rules that are not checked against the text: every report names them, also that on many units."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import MOST_NAMED, Tally
from dcs_audit.locale.phrases import Text, say
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.report.trust import fleet_limits, fleet_marks
from dcs_audit.verdicts.model import Report, Status

from .builders import duty, report_on

TITLE = Text("Việc", "Thing")
OPTIONS = Options(lang="en", as_of=date(2026, 11, 20), summary=True)


def unit(name: str, *unverified: str) -> Report:
    results = (
        duty("READ-1", Status.PASSED, TITLE),
        *(duty(r, Status.PASSED, TITLE, verified=False) for r in unverified),
    )
    return report_on({"name": name, "type": "commune"}, results)


UNITS = (unit("A", "RULE-X", "RULE-Y"), unit("B", "RULE-Z", "RULE-X"))


def tally_of(*reports: Report) -> Tally:
    tally = Tally()
    for report in reports:
        tally.add(share_of(report, ()))
    return tally


def written(form: str, *reports: Report) -> str:
    """What people read in the report on several units, without markup that splits it."""
    style, tally = FORMATS[form](), tally_of(*reports)
    frame = style.frame(OPTIONS)
    pieces = [frame.begin(), *(frame.unit(style.part(r, OPTIONS), share_of(r, ())) for r in reports), frame.end(tally)]
    data = b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    if form not in ("docx", "xlsx"):
        return " ".join(data.decode().split())
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("form", ["text", "html", "md", "docx", "xlsx", "csv", "sarif"])
def test_a_report_on_many_units_names_the_rules_that_are_unverified(form: str) -> None:
    assert "RULE-X, RULE-Y, RULE-Z" in written(form, *UNITS)


@pytest.mark.parametrize("form", ["html", "md", "docx", "xlsx"])
def test_and_says_so_where_there_are_none(form: str) -> None:
    assert fleet_marks(tally_of(unit("A")), "en")[-1].value == "none"
    assert "Rules not checked against the text" in written(form, unit("A"))


def test_a_run_without_a_unit_says_nothing_of_rules() -> None:
    assert all(mark.label != "Rules not checked against the text" for mark in fleet_marks(Tally(), "en"))
    assert fleet_limits(Tally()) == ()


def test_limits_of_packs_and_unverified_rules_stand_there_once() -> None:
    pack = replace(UNITS[0].packs[0], not_checked=(Text("Nội dung", "Contents"),))
    tally = tally_of(*(replace(report, packs=(pack,)) for report in UNITS))
    assert [say(limit, "en") for limit in fleet_limits(tally)] == [
        "Contents",
        "Rules whose text was not compared with the official wording: RULE-X, RULE-Y, RULE-Z.",
    ]


def test_what_is_kept_grows_with_the_rules_alone() -> None:
    tally = tally_of(*(replace(UNITS[number % 2], input_path=f"{number}.yaml") for number in range(3 * MOST_NAMED)))
    assert list(tally.unverified) == ["RULE-X", "RULE-Y", "RULE-Z"]


def test_data_has_it_of_every_duty() -> None:
    frame = FORMATS["json"]().frame(OPTIONS)
    shares = [frame.unit(FORMATS["json"]().part(report, OPTIONS), share_of(report, ())) for report in UNITS]
    data = json.loads(b"".join(p if isinstance(p, bytes) else p.encode() for p in (frame.begin(), *shares)) + b"]}")
    rules = {result["rule"] for one in data["units"] for result in one["results"] if not result["verified"]}
    assert rules == {"RULE-X", "RULE-Y", "RULE-Z"}
