"""The same ten rules for the same agencies in dcs-audit, CLIPS and Rego: the same verdicts first, then the time.

Ten rules that all three can express: presence, numbers, shares, lists and the order of two days. Each judge gets a unit
as plain data that is already read; what is timed is from there to ten verdicts.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random
from statistics import median
from typing import Any

from dcs_audit.auditor import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.records import load

Verdicts = dict[str, str]
Judge = Callable[[dict[str, Any]], Verdicts]

AS_OF = date(2026, 11, 20)
TEN = (
    "LDC-D51-K2-THANHPHAN", "LDC-D51-K2-TUCSO", "LDC-D51-K2-BIEUQUYET", "LDC-D51-K3", "LDC-D52-K1",
    "LDC-D59-K1A", "LDC-D53-K8", "LDC-D60-K1", "LDC-D60-K2", "LDC-D62-K2",
)  # fmt: skip
_LEADER = "LDC-D51-K1"
"""Four of the ten judge the conference that this rule picks; it comes along, and its own verdict is left out."""

_EXCLUDED = ["unit_head", "unit_deputy", "chief_accountant"]


def agencies(number: int, seed: int = 7) -> list[dict[str, Any]]:
    """Agencies with one conference, one regulation, one board and one programme, everything known, some of it wrong."""
    drawn = Random(seed)
    return [_agency(drawn) for _ in range(number)]


def _agency(drawn: Random) -> dict[str, Any]:
    headcount = drawn.randint(8, 160)
    attended = drawn.randint(headcount // 2, headcount)
    held = date(2026, drawn.randint(1, 3), drawn.randint(1, 28))
    letters = [letter for letter in ("a", "b", "c", "d", "dd", "e") if drawn.random() < 0.95]
    regulation = date(2025, drawn.randint(1, 12), drawn.randint(1, 28))
    members = [
        {"name": f"Thành viên {n}", "positions": [drawn.choice(_EXCLUDED)] if drawn.random() < 0.03 else []}
        for n in range(drawn.randint(2, 9))
    ]
    documents: list[dict[str, Any]] = [
        {
            "kind": "democracy_regulation",
            "date": regulation.isoformat(),
            "consulted_on": date(2025, drawn.randint(1, 12), drawn.randint(1, 28)).isoformat(),
        }
    ]
    if drawn.random() < 0.8:
        documents.append({"kind": "board_programme", "period": "2026"})
    return {
        "unit": {
            "name": "Sở A",
            "type": "state_agency",
            "headcount": headcount,
            "dispersed": drawn.random() < 0.2,
            "has_trade_union": True,
        },
        "year": 2026,
        "records": {
            "meetings": [
                {
                    "kind": "staff_conference",
                    "held_on": held.isoformat(),
                    "chaired_by": "head",
                    "mode": drawn.choice(["plenary", "delegates"]),
                    "entitled": headcount,
                    "attended": attended,
                    "in_favour": drawn.randint(attended // 3, attended),
                    "agenda": letters,
                    "plan": {"date": date(2026, drawn.randint(1, 3), drawn.randint(1, 28)).isoformat()},
                }
            ],
            "boards": [
                {
                    "kind": "peoples_inspection",
                    "term": {"from": "2025-06-01", "until": "2027-05-31"},
                    "members": members,
                }
            ],
            "documents": documents,
        },
    }


def ours() -> Judge:
    """dcs-audit with both engines, asked for the ten rules."""
    book = load_rulebook()
    chosen = tuple(rule for rule in book.rules if rule.id in (*TEN, _LEADER))
    auditor = Auditor(replace(book, rules=chosen), "both")

    def judge(unit: dict[str, Any]) -> Verdicts:
        report = auditor.audit(load(json.dumps(unit).encode(), "unit.json", book.vocabulary, "json"), AS_OF)
        return {result.rule: str(result.status) for result in report.results if result.rule in TEN}

    return judge


_CLIPS = """
(deftemplate fact (slot name) (slot value))
(deftemplate verdict (slot rule) (slot status))
(deffunction say (?rule ?good) (assert (verdict (rule ?rule) (status (if ?good then passed else defective)))))
(defrule thanh-phan-moot (or (fact (name headcount) (value ?n&:(>= ?n 100))) (fact (name dispersed) (value yes)))
  => (assert (verdict (rule LDC-D51-K2-THANHPHAN) (status not_applicable))))
(defrule thanh-phan (fact (name headcount) (value ?n&:(< ?n 100))) (fact (name dispersed) (value no))
  (fact (name mode) (value ?m)) => (say LDC-D51-K2-THANHPHAN (eq ?m plenary)))
(defrule tuc-so (fact (name attended) (value ?a)) (fact (name entitled) (value ?e))
  => (say LDC-D51-K2-TUCSO (>= (* ?a 3) (* ?e 2))))
(defrule bieu-quyet (fact (name in_favour) (value ?f)) (fact (name attended) (value ?a))
  => (say LDC-D51-K2-BIEUQUYET (> (* ?f 2) ?a)))
(defrule noi-dung (fact (name letters) (value ?n)) => (say LDC-D51-K3 (= ?n 6)))
(defrule ke-hoach (fact (name plan) (value ?p)) (fact (name held) (value ?h)) => (say LDC-D52-K1 (<= ?p ?h)))
(defrule quy-che (fact (name regulation) (value ?d)) => (say LDC-D59-K1A (>= ?d 738702)))
(defrule lay-y-kien (fact (name consulted) (value ?c)) (fact (name regulation) (value ?d))
  => (say LDC-D53-K8 (<= ?c ?d)))
(defrule so-luong (fact (name members) (value ?n)) => (say LDC-D60-K1 (and (>= ?n 3) (<= ?n 9))))
(defrule chuc-vu (fact (name excluded) (value ?n)) => (say LDC-D60-K2 (= ?n 0)))
(defrule chuong-trinh (fact (name programmes) (value ?n&:(> ?n 0)))
  => (assert (verdict (rule LDC-D62-K2) (status passed))))
(defrule khong-chuong-trinh (fact (name programmes) (value 0))
  => (assert (verdict (rule LDC-D62-K2) (status missing))))
"""


def in_clips() -> Judge:
    """The ten rules as a CLIPS program over flat facts."""
    import clips  # type: ignore[import-not-found,unused-ignore]

    environment = clips.Environment()
    for construct in _CLIPS.strip().split("\n("):
        environment.build(construct if construct.startswith("(") else f"({construct}")
    template = environment.find_template("fact")

    def judge(unit: dict[str, Any]) -> Verdicts:
        environment.reset()
        for name, value in _facts(unit).items():
            known = clips.Symbol(value) if isinstance(value, str) else value
            template.assert_fact(name=clips.Symbol(name), value=known)
        environment.run()
        found = (fact for fact in environment.facts() if fact.template.name == "verdict")
        return {str(fact["rule"]): str(fact["status"]) for fact in found}

    return judge


_REGO = """
package dan_chu
import rego.v1

meeting := input.records.meetings[0]
board := input.records.boards[0]
regulation := input.records.documents[0]
say(good) := "passed" if good
say(good) := "defective" if not good
asked if { input.unit.headcount < 100; not input.unit.dispersed }

verdict["LDC-D51-K2-THANHPHAN"] := say(meeting.mode == "plenary") if asked
verdict["LDC-D51-K2-THANHPHAN"] := "not_applicable" if not asked
verdict["LDC-D51-K2-TUCSO"] := say(meeting.attended * 3 >= meeting.entitled * 2)
verdict["LDC-D51-K2-BIEUQUYET"] := say(meeting.in_favour * 2 > meeting.attended)
verdict["LDC-D51-K3"] := say(count(meeting.agenda) == 6)
verdict["LDC-D52-K1"] := say(meeting.plan.date <= meeting.held_on)
verdict["LDC-D59-K1A"] := say(regulation.date >= "2023-07-01")
verdict["LDC-D53-K8"] := say(regulation.consulted_on <= regulation.date)
sized if { count(board.members) >= 3; count(board.members) <= 9 }
verdict["LDC-D60-K1"] := "passed" if sized
verdict["LDC-D60-K1"] := "defective" if not sized
barred := {"unit_head", "unit_deputy", "chief_accountant"}
verdict["LDC-D60-K2"] := say(count([p | some m in board.members; some p in m.positions; p in barred]) == 0)
programmes := [d | some d in input.records.documents; d.kind == "board_programme"]
verdict["LDC-D62-K2"] := "passed" if count(programmes) > 0
verdict["LDC-D62-K2"] := "missing" if count(programmes) == 0
"""


def in_rego() -> Judge:
    """The ten rules as a Rego policy over the unit record itself, run by regopy."""
    from regopy import Interpreter  # type: ignore[import-not-found,unused-ignore]

    policy = Interpreter()
    policy.add_module("dan_chu", _REGO)

    def judge(unit: dict[str, Any]) -> Verdicts:
        policy.set_input(unit)
        found: Verdicts = json.loads(str(policy.query("data.dan_chu.verdict")))["expressions"][0]
        return found

    return judge


def _facts(unit: dict[str, Any]) -> dict[str, Any]:
    """What the CLIPS program asks about, days as ordinals."""
    meeting, board = unit["records"]["meetings"][0], unit["records"]["boards"][0]
    regulation, *others = unit["records"]["documents"]
    positions = [position for member in board["members"] for position in member["positions"]]
    return {
        "headcount": unit["unit"]["headcount"],
        "dispersed": "yes" if unit["unit"]["dispersed"] else "no",
        "mode": meeting["mode"],
        "entitled": meeting["entitled"],
        "attended": meeting["attended"],
        "in_favour": meeting["in_favour"],
        "letters": len(meeting["agenda"]),
        "held": date.fromisoformat(meeting["held_on"]).toordinal(),
        "plan": date.fromisoformat(meeting["plan"]["date"]).toordinal(),
        "regulation": date.fromisoformat(regulation["date"]).toordinal(),
        "consulted": date.fromisoformat(regulation["consulted_on"]).toordinal(),
        "members": len(board["members"]),
        "excluded": sum(position in _EXCLUDED for position in positions),
        "programmes": len(others),
    }


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time for each unit and judge; every round asks all judges in turn."""
    judges = {"dcs-audit, both engines": ours(), "CLIPS (clipspy)": in_clips(), "Rego (regopy)": in_rego()}
    asked = agencies(units)
    verdicts = {name: [judge(unit) for unit in asked] for name, judge in judges.items()}
    first, *others = verdicts
    for other in others:
        for unit, mine, theirs in zip(asked, verdicts[first], verdicts[other], strict=True):
            if mine != theirs:
                raise AssertionError(f"{other} says {theirs}, {first} says {mine}, of {json.dumps(unit)}")
    yield f"(e) ten rules, {units} agencies, {rounds} rounds; all {units * len(TEN)} verdicts equal"
    taken: dict[str, list[float]] = {name: [] for name in judges}
    for _ in range(rounds):
        for name, judge in judges.items():
            start = time.process_time()
            for unit in asked:
                judge(unit)
            taken[name].append((time.process_time() - start) * 1000 / units)
    base = median(taken[first])
    for name, times in taken.items():
        yield f"    {name:<24} median {median(times):7.3f} ms a unit   {median(times) / base:6.2f} of ours"
