"""The same ten rules for the same agencies in dcs-audit, CLIPS, Rego and ZEN: the same verdicts first, then the time.

Ten rules that all can express: presence, numbers, shares, lists and the order of two days. Each judge gets a unit as
plain data that is already read; what is timed is from there to ten verdicts. A judge that is not installed is left out.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from statistics import median
from typing import Any

from benchmarks.peers import BARRED, Judge, Verdicts, in_clips, in_rego, in_zen
from dcs_audit.auditor import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.records import load

AS_OF = date(2026, 11, 20)
TEN = (
    "LDC-D51-K2-THANHPHAN", "LDC-D51-K2-TUCSO", "LDC-D51-K2-BIEUQUYET", "LDC-D51-K3", "LDC-D52-K1",
    "LDC-D59-K1A", "LDC-D53-K8", "LDC-D60-K1", "LDC-D60-K2", "LDC-D62-K2",
)  # fmt: skip
_LEADER = "LDC-D51-K1"
"""Four of the ten judge the conference that this rule picks; it comes along, and its own verdict is left out."""


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
        {"name": f"Thành viên {n}", "positions": [drawn.choice(BARRED)] if drawn.random() < 0.03 else []}
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


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time for each unit and judge; every round asks all judges in turn."""
    judges = {"dcs-audit, both engines": ours()}
    absent = []
    for name, make in (("CLIPS (clipspy)", in_clips), ("Rego (regopy)", in_rego), ("ZEN (zen-engine)", in_zen)):
        try:
            judges[name] = make()
        except ImportError:
            absent.append(name)
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
    for name in absent:
        yield f"    {name:<24} not installed"
