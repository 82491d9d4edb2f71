"""What units have in common is worked out once, and one unit's records never show in another's report."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, unit_records

from dcs_audit.auditor import Auditor
from dcs_audit.duties.casefile import prepare
from dcs_audit.duties.context import Context
from dcs_audit.law import load_rulebook
from dcs_audit.records import Loaded, load

BOOK = load_rulebook()
SHARED = Auditor(BOOK, "reference")
DAY = date(2026, 11, 20)


def unit(data: dict[str, Any]) -> Loaded:
    return load(json.dumps(data, default=date.isoformat).encode(), "unit.json", BOOK.vocabulary, "json")


def empty(unit_type: str = "commune", **facts: Any) -> Loaded:
    return unit({"unit": {"name": "A", "type": unit_type, **facts}, "year": 2026})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(unit_records(BOOK.vocabulary), min_size=2, max_size=3), AS_OF)
def test_a_unit_is_judged_as_if_it_were_the_first(found: list[dict[str, Any]], as_of: date) -> None:
    for data in found:
        fresh = Auditor(replace(BOOK), "reference")
        assert SHARED.audit(unit(data), as_of) == fresh.audit(unit(data), as_of)


def test_the_facts_of_a_unit_decide_and_not_those_of_the_unit_before() -> None:
    reports = [SHARED.audit(empty(headcount=number), DAY) for number in (5, 500, 5)]
    assert reports[0].results == reports[2].results


def test_results_without_records_are_made_once() -> None:
    first, second = (SHARED.audit(empty(projects=[]), DAY).results for _ in range(2))
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_duties_that_nothing_tells_apart_are_asked_about_once() -> None:
    loaded = empty()
    assert loaded.unit is not None
    case = prepare(BOOK.blueprint, Context(loaded.unit, 2026, DAY, BOOK))
    demanded = [fact for fact in case.facts if fact.kind in ("owed", "claim")]
    claims = {duty.period.claim for duty in case.duties if duty.moot is None}
    assert len(demanded) == len(claims) < len(case.duties) / 2


def test_only_so_many_schedules_are_kept() -> None:
    book = replace(BOOK)
    auditor, loaded = Auditor(book, "reference"), empty("village")
    for days in range(200):
        auditor.audit(loaded, DAY + timedelta(days=days))
    assert len(book.blueprint.schedules) <= 64
