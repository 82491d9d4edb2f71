"""Loading as a whole: lines of values, the same answer each time, no exception whatever comes in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dcs_audit.records import Format, Loaded, Vocabulary, load
from dcs_audit.records.period import Period

FULL = (Path(__file__).parent / "full_contract.yaml").read_bytes()
VOCABULARY = Vocabulary(document_kinds=frozenset({"disclosure_plan"}))


def checked(data: bytes, format: Format) -> Loaded:
    loaded = load(data, "u", VOCABULARY, format)
    assert (loaded.unit is None) == bool(loaded.problems)
    for problem in loaded.problems:
        for lang in ("vi", "en"):
            assert problem.render(lang).isprintable()  # type: ignore[arg-type]
    assert load(data, "u", VOCABULARY, format) == loaded
    return loaded


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("unit", "unit:"),
        ("unit.name", "name: UBND"),
        ("unit.villages", "villages:"),
        ("unit.villages[1]", "- name: Thôn Đoài"),
        ("records.disclosures", "disclosures:"),
        ("records.disclosures[0]", "- id: ck-1"),
        ("records.disclosures[0].document.date", "document: {number: 12"),
        ("records.disclosures[0].postings[1].from", "village_notice_board"),
        ("records.boards[0].members[2].name", "Lê C"),
        ("waivers[0]", "rule: LDC"),
    ],
)
def test_line_of(load_as: Any, full_contract: str, path: str, found: str) -> None:
    line = load_as(full_contract).line_of(path)
    assert found in full_contract.splitlines()[line - 1]


@pytest.mark.parametrize(
    "path", ["nothing", "unit.name.x", "records.disclosures[7]", "unit[0]", "records.", "[[", "packs.a"]
)
def test_line_of_nothing(load_as: Any, full_contract: str, path: str) -> None:
    assert load_as(full_contract).line_of(path) is None


def test_line_of_survives_problems(load_as: Any) -> None:
    loaded = load_as("unit: {name: A}\nyear: 2026\n")
    assert loaded.unit is None
    assert loaded.line_of("year") == 2


def test_loaded_says_what_it_read(load_as: Any, full_contract: str) -> None:
    loaded = load_as(full_contract)
    assert loaded.name == "u.yaml"
    assert loaded.digest.startswith("sha256:") and len(loaded.digest) == 71


@given(st.binary(max_size=300), st.sampled_from(["yaml", "json"]))
def test_any_bytes(data: bytes, format: Format) -> None:
    checked(data, format)


@given(st.text(alphabet=" \n\t:-[]{}&*!|>'\"%@`#?,<~aé0=\u0301\ufeff\u2028\x85\r\\", max_size=60))
def test_any_notation(text: str) -> None:
    checked(text.encode(), "yaml")
    checked(text.encode(), "json")


@settings(max_examples=150)
@given(st.integers(0, len(FULL)), st.integers(0, 12), st.binary(max_size=6))
def test_any_mutation_of_a_valid_file(at: int, cut: int, put: bytes) -> None:
    checked(FULL[:at] + put + FULL[at + cut :], "yaml")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["unit", "year", "records", "disclosures", "meetings", "postings", "villages", "from", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json(value: object) -> None:
    import json

    checked(json.dumps(value).encode(), "json")
    checked(json.dumps(value).encode(), "yaml")


@given(st.integers(1900, 2200), st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q4", "-M01", "-M09", "-M12"]))
def test_periods_round_trip(year: int, part: str) -> None:
    period = Period.parse(f"{year}{part}")
    assert period is not None
    assert period.label == f"{year}{part}"
    assert period.first <= period.last
    assert period.first.day == 1
