"""The JSON Schema of unit files takes what the program takes, and refuses what somebody else's checker could see."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from dcs_audit.law import load_rulebook
from dcs_audit.records import Vocabulary, load
from dcs_audit.records.schema import json_schema
from dcs_audit.records.slugs import UNIT_TYPES
from dcs_audit.records.yaml_reader import read_yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
VALID = sorted(path for path in SAMPLES.glob("*.yaml") if path.stem != "loi-dinh-dang")
MINIMAL = {"unit": {"name": "Xã A", "type": "commune"}, "year": 2026}


class _Plain(yaml.SafeLoader):
    """YAML 1.2 more or less, as editors read it: `on` is a word, and a day is what was typed."""


_Plain.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].rpartition(":")[2] not in ("timestamp", "bool")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def _strict() -> Draft202012Validator:
    return Draft202012Validator(json_schema(load_rulebook().vocabulary))


OPEN, STRICT = Draft202012Validator(json_schema()), _strict()


def changed(path: str, value: object) -> dict[str, Any]:
    """The minimal file with one value put at a path of keys; `0` opens a list."""
    data: Any = deepcopy(MINIMAL)
    node, steps = data, path.split(".")
    for step, following in zip(steps, [*steps[1:], ""], strict=True):
        if step == "0":
            node.append([] if following == "0" else {} if following else value)
            node = node[0]
        else:
            node = node.setdefault(step, [] if following == "0" else {}) if following else node.update({step: value})
    return data


def test_it_is_a_schema_of_its_dialect() -> None:
    for schema in (json_schema(), json_schema(load_rulebook().vocabulary)):
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)
        json.dumps(schema)
        objects = [part for part in (schema, *schema["$defs"].values()) if "properties" in part]
        assert len(objects) == 22
        assert [part["additionalProperties"] for part in objects] == [False] * len(objects)


def test_asking_twice_gives_equal_schemas_that_do_not_share_parts() -> None:
    first = json_schema()
    first["$defs"]["Unit"]["properties"].clear()
    assert json_schema()["$defs"]["Unit"]["properties"]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_samples_are_accepted_however_they_are_read(path: Path) -> None:
    text = path.read_text("utf-8")
    for data in (read_yaml(text).data, yaml.load(text, _Plain)):
        for validator in (OPEN, STRICT):
            assert [error.message for error in validator.iter_errors(data)] == []


def test_the_whole_contract_is_accepted(full_contract: str, vocabulary: Vocabulary) -> None:
    validator = Draft202012Validator(json_schema(vocabulary))
    for data in (read_yaml(full_contract).data, yaml.load(full_contract, _Plain)):
        assert [error.message for error in validator.iter_errors(data)] == []


def test_the_bad_sample_is_refused_for_each_problem_that_has_a_shape() -> None:
    data = read_yaml((SAMPLES / "loi-dinh-dang.yaml").read_text("utf-8")).data
    found = {".".join(map(str, error.absolute_path)) for error in OPEN.iter_errors(data)}
    # 31/02/2026, the village that is none, 60 of 50 people and the second year are a matter of sense, not of shape.
    assert found == {
        "unit.type",
        "unit",
        "unit.has_portal",
        "unit.villages.0.households",
        "records.disclosures.0.item",
        "records.disclosures.0.postings.0.from",
    }


NOTATIONS = [
    ("year", ["2026", 2000, " 2100 "], ["26", 1999, "2101", 20.5, None, "", True]),
    ("schema", ["dcs-audit/unit@1", None], ["dcs-audit/unit@2"]),
    ("unit.name", ["A", 7], [None, "", "  ", ["A"]]),
    ("unit.headcount", [0, "42", None, ""], [-1, "-1", "010", "4.2", 4.2, "1.000", 10**9, True]),
    ("unit.has_portal", [True, "false", "TRUE", None], ["có", "yes", 1]),
    ("unit.work_year_end", ["05-31", None], ["31-05", "5-31", "13-01"]),
    ("unit.projects.0.id", ["DA-1", 1], [None]),
    ("unit.projects.0.from", [], ["2026-01-01"]),
    ("records.documents.0.kind", ["board_report"], [None, ""]),
    ("records.meetings.0.held_on", [], ["2026-01-01"]),
    ("records.disclosures.0.item", ["ngan-sach"], ["ke-hoach-cong-tac", "ngan-sac", None]),
    ("waivers.0.rule", ["LDC-D11-K1"], [None]),
    ("records", [None, {}], [[], "x", {"meeting": []}]),
    ("packs", [None, [], ["quoc-gia"]], ["quoc-gia", [None]]),
]


@pytest.mark.parametrize(("path", "good", "bad"), NOTATIONS, ids=[path for path, *_ in NOTATIONS])
def test_notations(path: str, good: list[object], bad: list[object]) -> None:
    for value in good:
        assert OPEN.is_valid(changed(path, value)), value
    for value in bad:
        assert not OPEN.is_valid(changed(path, value)), value


DAYS = ["2026-04-08", "08/04/2026", "8/4/2026", "1900-01-01", " 31/12/2200 ", "", None]
NO_DAYS = ["2026-4-8", "05/13/2026", "2026/04/08", "32/01/2026", "1899-01-01", "01/01/2201", "20260408", 20260408]
PERIODS = ["2026", 2026, "2026-H2", "2026-Q4", "2026-M01", "2026-M12", None]
NO_PERIODS = ["2026-H3", "2026-Q0", "2026-M1", "2026-M13", "Q1", 26]


@pytest.mark.parametrize(
    ("key", "good", "bad"), [("date", DAYS, NO_DAYS), ("period", PERIODS, NO_PERIODS)], ids=["date", "period"]
)
def test_days_and_periods_are_those_that_the_program_reads(key: str, good: list[object], bad: list[object]) -> None:
    known = Vocabulary(document_kinds=frozenset({"board_report"}))
    for value in (*good, *bad):
        data = deepcopy(MINIMAL) | {"records": {"documents": [{"kind": "board_report", key: value}]}}
        read = load(json.dumps(data).encode(), "u.json", known, "json").unit is not None
        assert read is (value in good), value
        assert OPEN.is_valid(data) is read, value


def test_a_waiver_may_say_anything_for_its_end() -> None:
    for until in ("31/12/2026", "hết năm", None):
        assert OPEN.is_valid(MINIMAL | {"waivers": [{"rule": "LDC-D11-K1", "until": until}]})


def test_a_vocabulary_closes_the_lists() -> None:
    for data in (
        MINIMAL | {"records": {"documents": [{"kind": "shopping_list"}]}},
        MINIMAL | {"waivers": [{"rule": "LDC-D11-K99"}]},
        MINIMAL | {"packs": ["tinh-khac"]},
    ):
        assert OPEN.is_valid(data)
        assert not STRICT.is_valid(data)


@pytest.mark.parametrize("unit_type", UNIT_TYPES)
def test_items_hang_on_the_type_of_the_unit(unit_type: str) -> None:
    def accepts(item: str) -> bool:
        unit = {"name": "A", "type": unit_type}
        return OPEN.is_valid({"unit": unit, "year": 2026, "records": {"disclosures": [{"item": item}]}})

    assert accepts("phi-le-phi") is (unit_type == "commune")
    assert accepts("ke-hoach-cong-tac") is (unit_type in ("state_agency", "public_service_unit"))
    assert accepts("quy-phuc-loi") is (unit_type in ("state_owned_enterprise", "employer"))
    assert accepts("noi-dung-khac") is (unit_type != "village")


def test_postings_take_all_villages_or_a_list_of_them() -> None:
    def accepts(villages: object) -> bool:
        posting = {"channel": "village_notice_board", "from": "2026-01-05", "villages": villages}
        return OPEN.is_valid(MINIMAL | {"records": {"disclosures": [{"item": "ngan-sach", "postings": [posting]}]}})

    assert all(map(accepts, ("all", ["Thôn A"], [], None)))
    assert not any(map(accepts, ("some", [None], "Thôn A", 3)))
