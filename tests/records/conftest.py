"""A vocabulary as packs would give it, and short ways to load a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dcs_audit.records import Format, Loaded, UnitFile, Vocabulary, load

VOCABULARY = Vocabulary(
    document_kinds=frozenset({"disclosure_plan", "board_report", "democracy_regulation"}),
    activity_kinds=frozenset({"citizen_reception", "training"}),
    rule_ids=frozenset({"LDC-D11-K1", "LDC-D11-K2", "LDC-D14-K1"}),
    pack_names=frozenset({"quoc-gia", "diem-he-2026"}),
)

Load = Callable[..., Loaded]
Accept = Callable[..., UnitFile]
Refuse = Callable[..., list[str]]


def load_text(text: str, format: Format = "yaml") -> Loaded:
    return load(text.encode(), "u.yaml" if format == "yaml" else "u.json", VOCABULARY, format)


@pytest.fixture
def vocabulary() -> Vocabulary:
    return VOCABULARY


@pytest.fixture
def load_as() -> Load:
    """Loads a text: YAML unless told."""
    return load_text


@pytest.fixture
def accept() -> Accept:
    """The unit record of a text that has no problem."""

    def accepted(text: str, format: Format = "yaml") -> UnitFile:
        loaded = load_text(text, format)
        assert [problem.render("en") for problem in loaded.problems] == []
        assert loaded.unit is not None
        return loaded.unit

    return accepted


@pytest.fixture
def refuse() -> Refuse:
    """`LINE:COL CODE PATH` of every problem of a text that is no unit record."""

    def refused(text: str, format: Format = "yaml") -> list[str]:
        loaded = load_text(text, format)
        assert loaded.unit is None
        return [f"{p.line}:{p.column} {p.code} {p.path}".rstrip() for p in loaded.problems]

    return refused


@pytest.fixture(scope="session")
def full_contract() -> str:
    """A unit record that uses every field of the contract once."""
    return (Path(__file__).parent / "full_contract.yaml").read_text(encoding="utf-8")
