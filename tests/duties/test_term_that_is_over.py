"""A term of which only the length is asked: one that is over may have been kept."""

from __future__ import annotations

from typing import Any

import pytest
from asking import ask

LENGTH = {"term": {"at_most": "two-years", "running": False}}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ({"from": "2020-01-01", "until": "2022-01-01"}, "met"),
        ({"from": "2020-01-01", "until": "2022-01-02"}, "failed"),
        ({"from": "2026-01-01", "until": "2028-01-02"}, "failed"),  # too long already on the day it is set
        ({"from": "2024-06-15"}, "met"),  # goes on, two years on the day of the audit
        ({"from": "2024-06-14"}, "failed"),
        ({"until": "2022-01-01"}, "unknown"),
    ],
)
def test_only_the_length_of_a_term(term: dict[str, Any], expected: str) -> None:
    assert ask(LENGTH, "appointments", {"kind": "acting_village_head", "term": term}) == expected
