"""A unit file written into a workbook and read back says the same: every field, every awkward text."""

from __future__ import annotations

import pytest
import strategies
from hypothesis import HealthCheck, given, settings

from dcs_audit.drafting import workbook
from dcs_audit.drafting.text_file import as_json, as_yaml
from dcs_audit.drafting.workbook_rows import Unwritable
from dcs_audit.locale.languages import Lang
from dcs_audit.records import UnitFile, load
from dcs_audit.records.xlsx_reader import read_workbook

from .workbooks import book, request, unit_files

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def back(data: bytes) -> UnitFile:
    reading = read_workbook(data, book().vocabulary)
    assert [finding for finding in reading.findings if finding.code] == []
    return UnitFile.model_validate(reading.data, context=book().vocabulary)


@SLOW
@given(unit_files())
def test_whatever_the_model_holds_comes_back_from_a_workbook(unit: UnitFile) -> None:
    assert back(workbook.write(request(unit.unit.type), unit)) == unit


@SLOW
@given(strategies.unit_records(book().vocabulary))
def test_plausible_records_come_back_from_a_workbook(data: strategies.Data) -> None:
    unit = UnitFile.model_validate(data, context=book().vocabulary)
    lang: Lang = "en" if unit.unit.has_council else "vi"
    assert back(workbook.write(request(unit.unit.type, lang), unit)) == unit


@QUICK
@given(unit_files())
def test_yaml_and_json_hold_the_same(unit: UnitFile) -> None:
    for text, form in ((as_yaml(unit), "yaml"), (as_json(unit), "json")):
        from dcs_audit.records.json_reader import read_json
        from dcs_audit.records.yaml_reader import read_yaml

        reading = read_yaml(text) if form == "yaml" else read_json(text)
        assert reading.findings == ()
        assert UnitFile.model_validate(reading.data, context=book().vocabulary) == unit


def minimal(**more: object) -> UnitFile:
    return UnitFile.model_validate({"unit": {"name": "A", "type": "commune"}, "year": 2026, **more})


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_empty_is_told_from_what_is_unknown(lang: Lang) -> None:
    records = {
        "boards": [{"kind": "peoples_inspection", "members": []}, {"kind": "peoples_inspection"}],
        "documents": [{"kind": "disclosure_plan", "sent": []}, {"kind": "disclosure_plan", "posted": {}}],
        "disclosures": [{"item": "ngan-sach"}, {"item": "ngan-sach", "postings": [{"channel": "portal"}]}],
        "consultations": [{}, {"plan": {}}],
    }
    unit = minimal(records=records)
    assert back(workbook.write(request("commune", lang), unit)) == unit
    assert unit.records.boards[0].members == ()
    assert unit.records.boards[1].members is None


def test_what_no_cell_can_hold_is_refused_by_its_path() -> None:
    long = minimal(records={"petitions": [{"kind": "complaint"}, {"kind": "complaint", "note": "ô" * 32_768}]})
    with pytest.raises(Unwritable) as refused:
        workbook.write(request("commune"), long)
    assert refused.value.path == "records.petitions[1].note"
    odd = minimal(
        records={"disclosures": [{"item": "ngan-sach", "postings": [{"channel": "portal", "url": "\ufffe"}]}]}
    )
    with pytest.raises(Unwritable) as refused:
        workbook.write(request("commune"), odd)
    assert refused.value.path == "records.disclosures[0].postings[0].url"
    fits = minimal(records={"petitions": [{"kind": "complaint", "note": "ô" * 32_767}]})
    assert back(workbook.write(request("commune"), fits)) == fits


def test_a_waiver_keeps_the_day_that_is_none() -> None:
    rule = sorted(book().vocabulary.rule_ids)[0]
    unit = minimal(waivers=[{"rule": rule, "reason": "x", "until": "cuối năm"}])
    assert unit.waivers[0].until_text == "cuối năm"
    assert back(workbook.write(request("commune"), unit)) == unit
    assert load(as_yaml(unit).encode(), "u.yaml", book().vocabulary, "yaml").unit == unit
