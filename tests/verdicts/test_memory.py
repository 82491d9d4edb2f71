"""What an engine is not asked again: the same findings as if it were, and nothing from a run that failed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import AS_OF, unit_records
from test_lost_matches import CHECKS, RECORDS, RULES, UNIT
from tiny_packs import parameter, rulebook, unit_file

from dcs_audit.auditor import Auditor
from dcs_audit.duties.casefile import CaseFile, prepare
from dcs_audit.duties.context import Context
from dcs_audit.engine.interface import EngineError, Fact, Match, Outcome
from dcs_audit.engine.pair import make_engine
from dcs_audit.engine.program import NOWHERE, PROGRAM, RULE_NAMES
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded, load
from dcs_audit.verdicts import memory
from dcs_audit.verdicts.findings import Findings, sort_out
from dcs_audit.verdicts.memory import Memory
from dcs_audit.verdicts.model import AuditError

Data = dict[str, Any]
BOOK = load_rulebook()
DAY = date(2026, 6, 15)
NAMES = {"duty", "gate", "slot", "area", "candidate", "name"}
"""Fields that hold numbers given out for one unit; `gate` and `name` hold those of the rulebook."""


class Watched:
    """The reference engine, with a fault built in where asked; notes what it is asked."""

    name = "watched"

    def __init__(self, spoil: Callable[[Outcome], Outcome] | None = None) -> None:
        self._inner = make_engine(PROGRAM, "reference")
        self.spoil = spoil
        self.asked: list[tuple[Fact, ...]] = []

    def run(self, facts: Sequence[Fact]) -> Outcome:
        self.asked.append(tuple(facts))
        outcome = self._inner.run(facts)
        return outcome if self.spoil is None else self.spoil(outcome)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """Rules of which every rule of the engine's program finds something."""
    numbers = [parameter("week", "days", 7), parameter("month", "days", 30), parameter("three", "months", 3)]
    return rulebook(tmp_path_factory.mktemp("packs") / "p", RULES, CHECKS, numbers)


def case_of(book: Rulebook, loaded: Loaded, as_of: date = DAY) -> CaseFile:
    assert loaded.unit is not None
    return prepare(book.blueprint, Context(loaded.unit, loaded.unit.year, as_of, book))


def whole(case: CaseFile) -> Findings:
    """What the engine finds when asked everything at once."""
    return sort_out(case, make_engine(PROGRAM, "reference").run(case.facts))


def same(found: Findings, other: Findings) -> bool:
    """Whether two findings say the same; lists of records come in any order."""
    return _plain(found) == _plain(other)


def _plain(findings: Findings) -> list[Any]:
    lists = (findings.answers, findings.loose)
    facts = (findings.truth, findings.unknown_facts, findings.barred, findings.doubted, findings.owed)
    rest = (findings.absent, findings.punctuality, findings.settled)
    return [*facts, *rest, *({number: sorted(found) for number, found in one.items()} for one in lists)]


def test_the_numbers_of_duties_and_places_are_only_compared_with_each_other() -> None:
    """On this rests that a demand is the same demand under other numbers."""
    for rule in PROGRAM.rules:
        for pattern in rule.patterns:
            assert not [test for test in pattern.tests if test.field in NAMES - {"slot", "area"}]
            where = [test for test in pattern.tests if test.field in ("slot", "area")]
            assert all((test.op, test.value) == ("ne", NOWHERE) for test in where)
            for join in pattern.joins:
                if NAMES & {join.field, join.other}:
                    assert (join.op, join.field, join.plus) == ("eq", join.other, 0)


def test_demands_meet_each_other_in_no_rule() -> None:
    """No rule takes two duties, or gives a fact that another duty could meet but by its own number."""
    duties = {"claim", "owed"}
    for rule in PROGRAM.rules:
        assert sum(pattern.kind in duties for pattern in rule.patterns) <= 1
        if rule.emit is not None and rule.emit.kind not in ("shut", "unsure", "truth"):
            assert PROGRAM.schema[rule.emit.kind][0] == "duty"


def test_every_kind_of_answer_is_remembered_as_it_was_given(tiny: Rulebook) -> None:
    case, engine, known = case_of(tiny, unit_file(UNIT, RECORDS)), Watched(), Memory()
    first = known.findings(case, engine)
    asked = len(engine.asked)
    assert same(first, whole(case))
    assert same(known.findings(case, engine), first)
    assert (asked, len(engine.asked)) == (2, 2), "the gates, then the rest; then nothing"
    matched = {RULE_NAMES[match.rule] for facts in tuple(engine.asked) for match in engine.run(facts).matches}
    assert set(RULE_NAMES) - matched == {"condition_ne_fails"}


def test_only_what_is_new_is_asked(tiny: Rulebook) -> None:
    engine, known = Watched(), Memory()
    known.findings(case_of(tiny, unit_file(UNIT, RECORDS)), engine)
    meetings = [{**RECORDS["meetings"][0], "held_on": "2026-02-04"}, *RECORDS["meetings"][1:]]
    other = case_of(tiny, unit_file(UNIT | {"name": "Sở B"}, RECORDS | {"meetings": meetings}))
    assert same(known.findings(other, engine), whole(other))
    (_, everything, new) = engine.asked
    assert 0 < len(new) < len(everything) / 2
    assert {fact.kind for fact in new} <= {"owed", "claim", "scope", "exemption", "truth", "record", "term"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(unit_records(BOOK.vocabulary), AS_OF)
def test_what_is_remembered_of_other_units_is_what_the_engine_would_find(data: Data, as_of: date) -> None:
    raw = json.dumps(data, default=date.isoformat).encode()
    case = case_of(BOOK, load(raw, "unit.json", BOOK.vocabulary, "json"), as_of)
    assert same(LONG_RUN.findings(case, ENGINE), whole(case))


LONG_RUN, ENGINE = Memory(), make_engine(PROGRAM, "both")
"""Kept over all examples."""


def test_the_report_is_the_same_as_without_a_memory() -> None:
    auditor = Auditor(BOOK, "reference")
    loaded = unit_file(UNIT, {name: made for name, made in RECORDS.items() if name != "documents"})
    reports = [auditor.audit(loaded, DAY), auditor.audit(loaded, DAY), auditor.examine(loaded, DAY).report]
    assert reports[0] == reports[1] == reports[2]


def _lose(rule: str) -> Callable[[Outcome], Outcome]:
    number = RULE_NAMES.index(rule)

    def spoil(outcome: Outcome) -> Outcome:
        lost = next((match for match in outcome.matches if match.rule == number), None)
        return Outcome(outcome.facts, tuple(match for match in outcome.matches if match is not lost))

    return spoil


def _twice(rule: str) -> Callable[[Outcome], Outcome]:
    number = RULE_NAMES.index(rule)

    def spoil(outcome: Outcome) -> Outcome:
        extra = [match for match in outcome.matches if match.rule == number][:1]
        return Outcome(outcome.facts, tuple(sorted([*outcome.matches, *extra])))

    return spoil


def _swap(rule: str, other: str) -> Callable[[Outcome], Outcome]:
    numbers = RULE_NAMES.index(rule), RULE_NAMES.index(other)

    def spoil(outcome: Outcome) -> Outcome:
        return Outcome(
            outcome.facts,
            tuple(Match(numbers[1], match.facts) if match.rule == numbers[0] else match for match in outcome.matches),
        )

    return spoil


@pytest.mark.parametrize("rule", [name for name in RULE_NAMES if name != "condition_ne_fails"])
def test_a_run_that_lost_a_match_is_refused_and_not_remembered(tiny: Rulebook, rule: str) -> None:
    case, engine, known = case_of(tiny, unit_file(UNIT, RECORDS)), Watched(_lose(rule)), Memory()
    for _ in range(2):
        with pytest.raises(AuditError):
            known.findings(case, engine)
    engine.spoil = None
    assert same(known.findings(case, engine), whole(case))


@pytest.mark.parametrize("rule", ["met", "kept", "missing", "done_late", "answered", "claim_stands", "gate_open"])
def test_a_run_with_a_match_too_many_is_refused_or_changes_nothing(tiny: Rulebook, rule: str) -> None:
    case, engine, known = case_of(tiny, unit_file(UNIT, RECORDS)), Watched(_twice(rule)), Memory()
    try:
        assert same(known.findings(case, engine), whole(case))
    except AuditError:
        engine.spoil = None
        assert same(known.findings(case, engine), whole(case))


class Disagreeing:
    """Two engines of which one is wrong the first time that it is asked."""

    def __init__(self) -> None:
        from dcs_audit.engine.pair import PairEngine

        self.wrong = Watched(_swap("short", "met"))
        self.pair = PairEngine(self.wrong, make_engine(PROGRAM, "reference"), PROGRAM)


def test_a_disagreement_is_caught_the_first_time_and_never_remembered(tiny: Rulebook) -> None:
    case, engines, known = case_of(tiny, unit_file(UNIT, RECORDS)), Disagreeing(), Memory()
    for _ in range(2):
        with pytest.raises(EngineError, match="engine disagreement"):
            known.findings(case, engines.pair)
    engines.wrong.spoil = None
    assert same(known.findings(case, engines.pair), whole(case))


def test_both_engines_are_asked_every_question_once(tiny: Rulebook) -> None:
    engines, known = Disagreeing(), Memory()
    engines.wrong.spoil = None
    case = case_of(tiny, unit_file(UNIT, RECORDS))
    known.findings(case, engines.pair)
    told = {fact for facts in engines.wrong.asked for fact in facts}
    assert set(case.facts) - told == {fact for fact in case.facts if fact.kind == "record"} - told
    lone = {fact.values[0] for fact in set(case.facts) - told}
    assert not lone & {candidate for found in whole(case).answers.values() for candidate in found}


def test_another_engine_is_asked_anew(tiny: Rulebook) -> None:
    case, first, second, known = case_of(tiny, unit_file(UNIT, RECORDS)), Watched(), Watched(), Memory()
    known.findings(case, first)
    known.findings(case, second)
    assert first.asked == second.asked


def test_little_is_kept_and_a_large_unit_is_asked_about_as_a_whole(
    tiny: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, engine, known = case_of(tiny, unit_file(UNIT, RECORDS)), Watched(), Memory()
    monkeypatch.setattr(memory, "_MOST", 3)
    for _ in range(3):
        assert same(known.findings(case, engine), whole(case))
    assert len(engine.asked) == 6, "more than is kept was forgotten before each"
    monkeypatch.setattr(memory, "_LARGE", 3)
    assert same(known.findings(case, engine), whole(case))
    assert engine.asked[-1] == case.facts
