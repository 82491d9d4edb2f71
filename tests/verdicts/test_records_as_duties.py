"""Where each record is a duty of its own, another record does not cloud its verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_packs import audited, check, rule, rulebook, statuses, unit_file, words


@pytest.mark.parametrize("judge", ["any", "each"])
def test_an_undated_record_leaves_the_verdict_on_another_alone(tmp_path: Path, judge: str) -> None:
    asked = check("c", {"given": {"of": "answered_on"}})
    each = rule(
        every="year", per="record", none=words("none"), judge=judge, record={"section": "petitions"}, checks=["c"]
    )
    answered = {"id": "P1", "kind": "petition", "received_on": "2026-02-02", "answered_on": "2026-02-03"}
    petitions = [answered, {"id": "P2", "kind": "petition"}]
    report = audited(rulebook(tmp_path, [each], [asked]), unit_file(records={"petitions": petitions}))
    assert statuses(report) == {"R#P1": "passed", "R#P2": "needs_review"}
