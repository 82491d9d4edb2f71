"""The ten rules of `judges` in the languages of other judges, each as somebody who knows that one would write them.

CLIPS gets flat facts; Rego and ZEN get the unit record itself. Each raises ImportError where it is not installed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

Verdicts = dict[str, str]
Judge = Callable[[dict[str, Any]], Verdicts]

BARRED = ("unit_head", "unit_deputy", "chief_accountant")
"""Positions that a member of the board may not hold."""

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
        "excluded": sum(position in BARRED for position in positions),
        "programmes": len(others),
    }


_MEETING, _BOARD, _REGULATION = "records.meetings[0]", "records.boards[0]", "records.documents[0]"


def _say(good: str, bad: str = "defective") -> str:
    return f'{good} ? "passed" : "{bad}"'


_ZEN = {
    "LDC-D51-K2-THANHPHAN": (
        'unit.headcount >= 100 or unit.dispersed ? "not_applicable" : (' + _say(f'{_MEETING}.mode == "plenary"') + ")"
    ),
    "LDC-D51-K2-TUCSO": _say(f"{_MEETING}.attended * 3 >= {_MEETING}.entitled * 2"),
    "LDC-D51-K2-BIEUQUYET": _say(f"{_MEETING}.in_favour * 2 > {_MEETING}.attended"),
    "LDC-D51-K3": _say(f"len({_MEETING}.agenda) == 6"),
    "LDC-D52-K1": _say(f"date({_MEETING}.plan.date) <= date({_MEETING}.held_on)"),
    "LDC-D59-K1A": _say(f'date({_REGULATION}.date) >= date("2023-07-01")'),
    "LDC-D53-K8": _say(f"date({_REGULATION}.consulted_on) <= date({_REGULATION}.date)"),
    "LDC-D60-K1": _say(f"len({_BOARD}.members) >= 3 and len({_BOARD}.members) <= 9"),
    "LDC-D60-K2": _say(f"none({_BOARD}.members, some(#.positions, # in {json.dumps(BARRED)}))"),
    "LDC-D62-K2": _say('some(records.documents, #.kind == "board_programme")', "missing"),
}


def in_zen() -> Judge:
    """The ten rules as one expression node of a GoRules decision over the unit record itself, run by zen-engine."""
    import zen  # type: ignore[import-not-found,unused-ignore]

    expressions = [{"id": rule, "key": rule, "value": value} for rule, value in _ZEN.items()]
    nodes = [
        {"id": "asked", "name": "asked", "type": "inputNode"},
        {"id": "ten", "name": "ten", "type": "expressionNode", "content": {"expressions": expressions}},
        {"id": "told", "name": "told", "type": "outputNode"},
    ]
    edges = [
        {"id": "in", "sourceId": "asked", "targetId": "ten", "type": "edge"},
        {"id": "out", "sourceId": "ten", "targetId": "told", "type": "edge"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def judge(unit: dict[str, Any]) -> Verdicts:
        found: Verdicts = decision.evaluate(unit)["result"]
        return found

    return judge
