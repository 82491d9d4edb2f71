"""The audit of whole units: both engines agree, counts add up, and what should not matter does not."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, activities, meetings, unit_records

from dcs_audit.auditor import Auditor
from dcs_audit.engine.durable import available
from dcs_audit.engine.interface import Fact, Outcome
from dcs_audit.engine.pair import Choice
from dcs_audit.law import load_rulebook
from dcs_audit.law.facts import FACTS
from dcs_audit.records import Loaded, load
from dcs_audit.verdicts.model import VIOLATIONS, AuditError, Report, Status

Data = dict[str, Any]

BOOK = load_rulebook()
RECORDS = unit_records(BOOK.vocabulary)
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@cache
def auditor(engine: Choice) -> Auditor:
    return Auditor(BOOK, engine)


def loaded(data: Data) -> Loaded:
    raw = json.dumps(data, default=date.isoformat, sort_keys=False).encode()
    made = load(raw, "unit.json", BOOK.vocabulary, "json")
    assert not made.problems, [problem.text("en") for problem in made.problems]
    return made


def audited(data: Data, as_of: date, engine: Choice = "reference") -> Report:
    return auditor(engine).audit(loaded(data), as_of)


def tally(report: Report) -> Counter[tuple[str, str]]:
    """How many duties of each rule came to each status; free of the paths that name records."""
    return Counter((result.rule, str(result.status)) for result in report.results)


@SLOW
@given(RECORDS, AS_OF)
def test_both_engines_give_one_report_in_which_everything_adds_up(data: Data, as_of: date) -> None:
    report = audited(data, as_of, "both")
    engines: tuple[Choice, ...] = ("durable", "reference") if available() else ()
    alone = [audited(data, as_of, engine) for engine in engines]
    assert all(replace(other, engine=report.engine) == report for other in alone)
    summary = report.summary
    assert sum(summary.counts.values()) == summary.duties == len(report.results)
    assert sum(summary.violations.values()) == sum(summary.counts[status] for status in VIOLATIONS)
    assert set(summary.counts) == set(Status)
    names = [result.duty for result in report.results]
    assert len(names) == len(set(names))
    for result in report.results:
        if result.status is Status.PASSED:
            assert all(check.status is Status.PASSED for check in result.checks)
            assert result.records, f"{result.duty} passed without a record"
        elif result.status is Status.NEEDS_REVIEW:
            assert result.reason is not None
        elif result.status is Status.NOT_APPLICABLE:
            assert result.reason is not None, f"{result.duty} does not apply, and nobody says why"
        elif result.status is Status.PENDING and result.days is not None:
            assert result.days >= 0
        elif result.status is Status.LATE:
            assert result.days is not None and result.days > 0


@SLOW
@given(RECORDS, AS_OF, st.integers())
def test_the_order_of_records_does_not_matter(data: Data, as_of: date, seed: int) -> None:
    random = Random(seed)
    shuffled = {name: random.sample(made, len(made)) for name, made in data["records"].items()}
    unit = dict(random.sample(list(data["unit"].items()), len(data["unit"])))
    report, other = audited(data, as_of), audited(data | {"records": shuffled, "unit": unit}, as_of)
    assert report.summary.duties == other.summary.duties
    changed = {rule for rule, _ in (tally(report) - tally(other)) + (tally(other) - tally(report))}
    assert changed == set(), "the order of the file decides"


def fed_by(section: str) -> set[str]:
    """The rules that look at records of a section, or ask how many of them there are."""
    found = {rule.id for rule in BOOK.rules if rule.record.section == section}
    return found | {
        rule.id
        for rule in BOOK.rules
        for gate in (rule.requires, *rule.exempt, rule.absent_review)
        if gate is not None and any(FACTS[asked.fact].startswith(f"records.{section}") for asked in gate.when)
    }


EXTRA = {
    "meetings": meetings(),
    "activities": activities(sorted(BOOK.vocabulary.activity_kinds)),
    "consultations": st.just({"subject": "x", "from": "2026-02-02"}),
}


@SLOW
@given(RECORDS, AS_OF, st.sampled_from(sorted(EXTRA)), st.data())
def test_a_record_of_one_section_changes_no_duty_of_another(data: Data, as_of: date, section: str, more: Any) -> None:
    extra = more.draw(EXTRA[section])
    records = data["records"] | {section: [*data["records"].get(section, []), extra]}
    before, after = audited(data, as_of), audited(data | {"records": records}, as_of)
    fed = fed_by(section)
    assert _without(before, fed) == _without(after, fed)


def _without(report: Report, rules: set[str]) -> list[Any]:
    """The results of other rules, without the lines at which records stand."""
    kept = [result for result in report.results if result.rule not in rules]
    return [
        replace(
            result,
            records=tuple(replace(record, line=None) for record in result.records),
            checks=tuple(replace(check, line=None) for check in result.checks),
        )
        for result in kept
    ]


STANDING = {rule.id for rule in BOOK.rules if rule.every == "standing"}


@SLOW
@given(RECORDS, AS_OF, st.integers(1, 200))
def test_time_alone_does_not_fulfil_a_standing_duty(data: Data, as_of: date, days: int) -> None:
    later = as_of + timedelta(days=days)
    dated = _days_in(data["records"])
    if any(as_of < day <= later for day in dated):
        later = min(day for day in dated if day > as_of) - timedelta(days=1)
    before = {result.duty: result.status for result in audited(data, as_of).results if result.rule in STANDING}
    after = {result.duty: result.status for result in audited(data, later).results}
    turned = [duty for duty, status in before.items() if status is Status.MISSING and after.get(duty) is Status.PASSED]
    assert turned == []


def _days_in(value: Any) -> list[date]:
    """All days that stand anywhere in a record."""
    if isinstance(value, date):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [day for item in inner for day in _days_in(item)]


@SLOW
@given(RECORDS, AS_OF, st.integers(1, 400))
def test_what_is_late_or_overdue_does_not_become_pending_again(data: Data, as_of: date, days: int) -> None:
    before = {result.duty: result.status for result in audited(data, as_of).results}
    after = {result.duty: result.status for result in audited(data, as_of + timedelta(days=days)).results}
    past = (Status.MISSING, Status.LATE)
    undone = [duty for duty, status in before.items() if status in past and after.get(duty) is Status.PENDING]
    # Records dated in between may begin something new; only duties without any records are certain.
    if not any(as_of < day <= as_of + timedelta(days=days) for day in _days_in(data["records"])):
        assert undone == []


@SLOW
@given(RECORDS, AS_OF)
def test_an_empty_file_of_the_same_unit_passes_nothing(data: Data, as_of: date) -> None:
    report = audited(data | {"records": {}}, as_of)
    assert report.summary.counts[Status.PASSED] == 0
    assert report.summary.counts[Status.LATE] == report.summary.counts[Status.DEFECTIVE] == 0


def test_an_unreadable_file_is_no_report() -> None:
    broken = load(b"{", "unit.json", BOOK.vocabulary, "json")
    with pytest.raises(AuditError, match=r"unit\.json"):
        auditor("reference").audit(broken, date(2026, 6, 15))


def test_a_failing_engine_is_no_report() -> None:
    class Silent:
        name = "silent"

        def run(self, facts: Any) -> Outcome:
            return Outcome(tuple(Fact(*fact) for fact in facts), ())

    faulty = Auditor(BOOK, "reference")
    faulty.engine = Silent()
    with pytest.raises(AuditError):
        faulty.audit(loaded({"unit": {"name": "A", "type": "commune"}, "year": 2026}), date(2026, 6, 15))


def test_the_audited_year_can_be_replaced_and_the_day_is_the_only_clock() -> None:
    data = {"unit": {"name": "A", "type": "commune"}, "year": 2026}
    one = auditor("reference").audit(loaded(data), date(2026, 6, 15), 2025)
    assert (one.year, one.as_of) == (2025, date(2026, 6, 15))
    assert {result.period[:4] for result in one.results} == {"2025"}
    assert one == auditor("reference").audit(loaded(data), date(2026, 6, 15), 2025)


class Counting:
    """An engine that counts how often it is asked."""

    def __init__(self, engine: Any) -> None:
        self.name, self._engine, self.asked = engine.name, engine, 0

    def run(self, facts: Any) -> Outcome:
        self.asked += 1
        found: Outcome = self._engine.run(facts)
        return found


def test_a_fresh_auditor_puts_every_unit_to_the_engine_as_a_whole() -> None:
    unit = loaded({"unit": {"name": "A", "type": "state_agency", "headcount": 20}, "year": 2026})
    fresh, usual = Auditor(BOOK, "reference", fresh=True), Auditor(BOOK, "reference")
    asked = fresh.engine = Counting(fresh.engine)
    remembered = usual.engine = Counting(usual.engine)
    reports = [one.audit(unit, date(2026, 11, 20)) for one in (fresh, usual, fresh, usual)]
    assert asked.asked == 2
    assert remembered.asked == 2  # gates, then the rest; nothing is new the second time
    assert all(report == reports[0] for report in reports)
