"""Whatever an engine loses or says twice, nothing false is said about the unit.

A match is what an engine found. One that got lost on the way must end in AuditError, never in another report; one
that comes twice in AuditError or the same report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from tiny_packs import check, gate, parameter, rule, rulebook, unit_file, words

from dcs_audit.duties.casefile import CaseFile, prepare
from dcs_audit.duties.context import Context
from dcs_audit.engine.interface import Match, Outcome
from dcs_audit.engine.pair import make_engine
from dcs_audit.engine.program import PROGRAM, RULE_NAMES
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded
from dcs_audit.verdicts.judge import judge
from dcs_audit.verdicts.model import AuditError, DutyResult
from dcs_audit.verdicts.weigh import LineOf

Data = dict[str, Any]
AS_OF = date(2026, 6, 15)


def _is(fact: str, wanted: bool = True, **over: Any) -> Data:
    return gate({"fact": fact, "is": wanted}, **over)


def _number(**comparison: int) -> Data:
    return gate({"fact": "headcount", **comparison})


OPEN, SHUT, UNSURE = "has_portal", "has_council", "dispersed"
"""Facts of the unit below: known to be so, known not to be so, unknown."""
UNIT = {"headcount": 8, OPEN: True, SHUT: False}
MEETINGS = {"section": "meetings", "where": {"kind": "staff_conference"}}
CHECKS = [
    check("head", {"one_of": {"of": "chaired_by", "values": ["head"]}}),
    check("invited", {"deadline": {"done": "invited_on", "before": "held_on", "within": "week"}}),
    check("answer", {"deadline": {"done": "answered_on", "after": "received_on", "within": "week"}}),
    check("portal", {"posted": {"channel": "portal", "for": "month"}}, when=[{"fact": UNSURE, "is": True}]),
    check(
        "either",
        {"when": {"fact": UNSURE, "is": True}, "posted": {"channel": "portal", "for": "month"}},
        {"when": {"fact": SHUT, "is": False}, "posted": {"channel": "letter", "for": "month"}},
    ),
]
RULES = [
    rule("barred-twice", requires=_is(SHUT), exempt=[_is(OPEN)]),
    rule("barred-and-doubted", requires=_is(SHUT), exempt=[_is(UNSURE)]),
    rule("doubted-twice", requires=_is(UNSURE), exempt=[_is("has_trade_union")]),
    rule("two-unknowns", requires=gate({"fact": UNSURE, "is": True}, {"fact": "special_area", "is": True})),
    rule("shut-and-unknown", requires=gate({"fact": UNSURE, "is": True}, {"fact": SHUT, "is": True})),
    rule("shut-twice", requires=gate({"fact": SHUT, "is": True}, {"fact": OPEN, "is": False})),
    rule("eq", requires=_is(SHUT)),
    rule("at-most", requires=_number(at_most=7)),
    rule("at-least", requires=_number(at_least=9)),
    rule("less", requires=_number(less_than=8)),
    rule("more", requires=_number(more_than=8)),
    rule("owed-in-scope", requires=_is(OPEN), exempt=[_is(SHUT)]),
    rule("review-of-absence", absent_review=_is(SHUT, False)),
    rule("pending", every="year", due={"by": "12-31"}, record={"section": "consultations"}),
    rule("each", every="year", judge="each", record=MEETINGS, checks=["head", "invited"]),
    rule("any", every="year", record=MEETINGS, checks=["head"]),
    rule("follower", every="year", record=MEETINGS, checks=["head"], follows="any"),
    rule("barred-leader", every="year", record=MEETINGS, checks=["head"], exempt=[_is(OPEN)]),
    rule("of-barred", every="year", record=MEETINGS, checks=["head"], follows="barred-leader"),
    rule("dated", every="year", record=MEETINGS, due={"by": "02-28"}),
    rule("early", every="working_year", record=MEETINGS, due={"after_period": "three", "early_as": "needs_review"}),
    rule("undone", every="year", record={"section": "documents", "where": {"kind": "a"}},
         due={"by": "12-31", "done": "consulted_on"}),
    rule("undone-past", every="year", record={"section": "documents", "where": {"kind": "a"}},
         due={"by": "02-28", "done": "consulted_on"}),
    rule("unplaced", every="year", record={"section": "documents", "where": {"kind": "b"}}),
    rule("left-open", every="year",
         record={"section": "meetings", "where": {"extraordinary": "false"}, "open_if_absent": ["extraordinary"]}),
    rule("each-petition", every="year", per="record", none=words("none"), record={"section": "petitions"},
         checks=["answer"]),
    rule("board", record={"section": "boards", "pick": "current"}),
    rule("disclosed", every="year", judge="each", record={"section": "disclosures"}, checks=["portal", "either"]),
    rule("monthly", every="month", record={"section": "activities", "total": "count"}, due={"period_end": True}),
]  # fmt: skip
RECORDS = {
    "meetings": [
        {"kind": "staff_conference", "held_on": "2026-02-02", "chaired_by": "head", "invited_on": "2026-01-05"},
        {"kind": "staff_conference", "held_on": "2026-03-03", "chaired_by": "deputy", "invited_on": "2026-03-02"},
        {"kind": "staff_conference", "held_on": "2025-12-31", "chaired_by": "head"},
        {"kind": "staff_conference", "held_on": "2026-03-10"},
        {"kind": "staff_conference", "held_on": "2026-08-01"},
    ],
    "documents": [
        {"kind": "a", "date": "2026-01-05", "consulted_on": "2026-12-01"},
        {"kind": "b"},
        {"kind": "b"},
    ],
    "petitions": [
        {"kind": "complaint", "received_on": "2026-01-05", "answered_on": "2026-01-06"},
        {"kind": "complaint", "received_on": "2026-01-05", "answered_on": "2026-03-06"},
        {"kind": "complaint", "received_on": "2026-01-05"},
        {"kind": "complaint", "received_on": "2026-06-12"},
        {"kind": "complaint", "answered_on": "2026-06-12"},
    ],
    "boards": [{"kind": "peoples_inspection", "term": {"from": "2025-01-01"}}],
    "disclosures": [
        {"item": "ngan-sach", "postings": [{"channel": "portal", "from": "2026-01-05"}]},
        {"item": "ngan-sach", "postings": [{"channel": "portal", "from": "2026-06-01"}]},
        {"item": "ngan-sach", "postings": [{"channel": "letter"}]},
        {"item": "ngan-sach"},
    ],
    "activities": [{"kind": "training", "held_on": "2026-01-05"}, {"kind": "training", "held_on": "2026-01-06"}],
}


@dataclass(frozen=True)
class Decided:
    """A case, what the engine found, and what follows from it."""

    case: CaseFile
    outcome: Outcome
    results: list[DutyResult]

    @classmethod
    def of(cls, book: Rulebook, loaded: Loaded) -> Decided:
        assert loaded.unit is not None
        case = prepare(book.blueprint, Context(loaded.unit, loaded.unit.year, AS_OF, book))
        outcome = make_engine(PROGRAM, "reference").run(case.facts)
        return cls(case, outcome, judge(case, outcome, LineOf(None)))

    def with_matches(self, matches: tuple[Match, ...]) -> list[DutyResult] | None:
        """The results on other matches; None where they are refused."""
        try:
            return judge(self.case, Outcome(self.outcome.facts, matches), LineOf(None))
        except AuditError:
            return None

    def without_each(self, rule_name: str) -> Iterator[tuple[Match, list[DutyResult] | None]]:
        """What follows when one match of a rule is lost, one after the other."""
        matches = self.outcome.matches
        for at, match in enumerate(matches):
            if RULE_NAMES[match.rule] == rule_name:
                yield match, self.with_matches(matches[:at] + matches[at + 1 :])

    def with_each_twice(self, rule_name: str) -> Iterator[tuple[Match, list[DutyResult] | None]]:
        """What follows when one match of a rule comes twice, one after the other."""
        matches = self.outcome.matches
        for at, match in enumerate(matches):
            if RULE_NAMES[match.rule] == rule_name:
                yield match, self.with_matches(matches[: at + 1] + matches[at:])

    def shown(self, match: Match) -> str:
        facts = [self.outcome.facts[index] for index in match.facts]
        return f"{RULE_NAMES[match.rule]} on {', '.join(f'{fact.kind}{fact.values}' for fact in facts)}"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Decided:
    """A small case in which every rule of the engine's program finds something."""
    numbers = [parameter("week", "days", 7), parameter("month", "days", 30), parameter("three", "months", 3)]
    book = rulebook(tmp_path_factory.mktemp("packs") / "p", RULES, CHECKS, numbers)
    return Decided.of(book, unit_file(UNIT, RECORDS))


@pytest.fixture(scope="module")
def national() -> Decided:
    """The same unit under the national rules."""
    records = {name: made for name, made in RECORDS.items() if name != "documents"}
    return Decided.of(load_rulebook(), unit_file(UNIT, records))


NO_CONDITION = {"condition_ne_fails"}
"""No condition of the rule language compares with `ne`."""


def test_the_small_case_holds_every_kind_of_match(tiny: Decided) -> None:
    found = {RULE_NAMES[match.rule] for match in tiny.outcome.matches}
    assert set(RULE_NAMES) - found == NO_CONDITION


NAMES = [name for name in RULE_NAMES if name not in NO_CONDITION]


@pytest.mark.parametrize("which", ["tiny", "national"])
@pytest.mark.parametrize("rule_name", NAMES)
def test_a_lost_match_is_never_a_report(which: str, rule_name: str, request: pytest.FixtureRequest) -> None:
    decided: Decided = request.getfixturevalue(which)
    taken = [(match, results) for match, results in decided.without_each(rule_name) if results is not None]
    changed = [decided.shown(match) for match, results in taken if results != decided.results]
    assert changed == [], "a different report"
    assert [decided.shown(match) for match, _ in taken] == [], "the same report, as if nothing had been lost"


@pytest.mark.parametrize("rule_name", NAMES)
def test_a_match_that_comes_twice_changes_nothing(rule_name: str, tiny: Decided) -> None:
    for match, results in tiny.with_each_twice(rule_name):
        assert results is None or results == tiny.results, tiny.shown(match)


def test_an_engine_that_finds_nothing_is_refused(tiny: Decided, national: Decided) -> None:
    for decided in (tiny, national):
        assert decided.with_matches(()) is None


def test_results_do_not_depend_on_the_order_of_matches(tiny: Decided) -> None:
    assert tiny.with_matches(tiny.outcome.matches[::-1]) == tiny.results
