"""The rules by which every audit is decided: few, generic, and the same for every duty of every pack.

What the law asks of a unit arrives as facts (conditions, duties, terms, demands), and so do its records. Adding a
rule to a pack changes facts only. Days are proleptic ordinals, yes and no are 1 and 0, every name is a number that
`duties.casefile` gives out.

How a case is decided, stratum by stratum:

1. a *condition* on a *fact* of the unit fails or cannot be answered, which shuts a *gate* or leaves it unsure;
2. each *gate* gets its *truth*: 0 no, 1 yes, 2 unknown;
3. a duty behind a shut gate, or with an open exemption, is *barred*; behind an unsure one, *doubted*; the others are
   *owed*;
4. a *record* *answers* a duty of its topic, period and subject once its day has come; one that does not say whether
   it is meant stays *loose*;
5. an owed duty without answer is missing or pending; an answered one with a deadline was answered early, in time or
   late;
6. each question put to a record is settled: a *deed* against its *term*, a *reading* against its *bound*.
"""

from __future__ import annotations

from dcs_audit.engine.interface import Emit, Join, Op, Pattern, Program, Ref, Rule, Test

NO, YES, UNKNOWN = 0, 1, 2
"""Truth of a gate."""

UNPLACED = -1
"""Period of a record that does not say when or for what it is."""

OPS: dict[Op, int] = {"eq": 0, "ne": 1, "lt": 2, "le": 3, "gt": 4, "ge": 5}
_OPPOSITE: dict[Op, Op] = {"eq": "ne", "ne": "eq", "lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}

SCHEMA: dict[str, tuple[str, ...]] = {
    "clock": ("day",),
    "today": ("day",),  # a copy of the clock for rules that negate what the clock helped to derive
    "fact": ("name", "known", "value"),
    "condition": ("gate", "name", "op", "value"),
    "shut": ("gate",),
    "unsure": ("gate",),
    "gate": ("gate",),
    "truth": ("gate", "value"),
    "scope": ("duty", "gate"),
    "exemption": ("duty", "gate"),
    "barred": ("duty",),
    "doubted": ("duty",),
    "duty": ("duty", "topic", "period", "subject", "current", "opens", "due", "dated"),
    "record": ("candidate", "topic", "period", "subject", "day", "done"),
    "loose": ("candidate", "topic", "period"),
    "tenure": ("candidate", "topic", "first", "last"),
    "answer": ("duty", "candidate", "done"),
    "owed": ("duty", "opens", "due", "dated"),
    "reading": ("item", "known", "bound", "value", "hope"),
    "bound": ("bound",),
    "term": ("item", "due"),
    "deed": ("item", "day"),
}


def _same(field: str, alias: str, other: str | None = None) -> Join:
    return Join(field, "eq", alias, other or field)


def _failing(op: Op) -> Rule:
    return Rule(
        f"condition_{op}_fails",
        (
            Pattern("c", "condition", (Test("op", "eq", OPS[op]),)),
            Pattern(
                "f", "fact", (Test("known", "eq", 1),), (_same("name", "c"), Join("value", _OPPOSITE[op], "c", "value"))
            ),
        ),
        Emit("shut", (Ref("c", "gate"),)),
    )


def _gates() -> tuple[Rule, ...]:
    gate = Pattern("g", "gate")
    shut = Pattern("s", "shut", joins=(_same("gate", "g"),))
    unsure = Pattern("u", "unsure", joins=(_same("gate", "g"),))
    none_shut = Pattern("s", "shut", joins=(_same("gate", "g"),), negated=True)
    none_unsure = Pattern("u", "unsure", joins=(_same("gate", "g"),), negated=True)
    return (
        *(_failing(op) for op in OPS),
        Rule(
            "condition_unknown",
            (Pattern("c", "condition"), Pattern("f", "fact", (Test("known", "eq", 0),), (_same("name", "c"),))),
            Emit("unsure", (Ref("c", "gate"),)),
        ),
        Rule("gate_shut", (gate, shut), Emit("truth", (Ref("g", "gate"), NO))),
        Rule("gate_unsure", (gate, unsure, none_shut), Emit("truth", (Ref("g", "gate"), UNKNOWN))),
        Rule("gate_open", (gate, none_shut, none_unsure), Emit("truth", (Ref("g", "gate"), YES))),
    )


def _behind(name: str, kind: str, value: int, derived: str) -> Rule:
    return Rule(
        name,
        (Pattern("x", kind), Pattern("t", "truth", (Test("value", "eq", value),), (_same("gate", "x"),))),
        Emit(derived, (Ref("x", "duty"),)),
    )


def _applicability() -> tuple[Rule, ...]:
    return (
        _behind("out_of_scope", "scope", NO, "barred"),
        _behind("exempted", "exemption", YES, "barred"),
        _behind("scope_unknown", "scope", UNKNOWN, "doubted"),
        _behind("exemption_unknown", "exemption", UNKNOWN, "doubted"),
        Rule(
            "owed",
            (
                Pattern("d", "duty"),
                Pattern("b", "barred", joins=(_same("duty", "d"),), negated=True),
                Pattern("q", "doubted", joins=(_same("duty", "d"),), negated=True),
            ),
            Emit("owed", (Ref("d", "duty"), Ref("d", "opens"), Ref("d", "due"), Ref("d", "dated"))),
        ),
    )


def _answers() -> tuple[Rule, ...]:
    by_period = Pattern("d", "duty", (Test("current", "eq", 0),))
    by_tenure = Pattern("d", "duty", (Test("current", "eq", 1),))
    of_topic = (_same("topic", "d"), _same("period", "d"), _same("subject", "d"))
    return (
        Rule(
            "answered",
            (
                by_period,
                Pattern("r", "record", joins=of_topic),
                Pattern("k", "clock", joins=(Join("day", "ge", "r", "day"),)),
            ),
            Emit("answer", (Ref("d", "duty"), Ref("r", "candidate"), Ref("r", "done"))),
        ),
        Rule(
            "answered_by_current",
            (
                by_tenure,
                Pattern("r", "tenure", joins=(_same("topic", "d"),)),
                Pattern("k", "clock", joins=(Join("day", "ge", "r", "first"), Join("day", "le", "r", "last"))),
            ),
            Emit("answer", (Ref("d", "duty"), Ref("r", "candidate"), Ref("r", "first"))),
        ),
        Rule(
            "unplaced",
            (Pattern("d", "duty"), Pattern("r", "loose", (Test("period", "eq", UNPLACED),), (_same("topic", "d"),))),
        ),
        Rule(
            "left_open",
            (Pattern("d", "duty"), Pattern("r", "loose", joins=(_same("topic", "d"), _same("period", "d")))),
        ),
    )


def _absence() -> tuple[Rule, ...]:
    owed = Pattern("o", "owed")
    no_answer = Pattern("a", "answer", joins=(_same("duty", "o"),), negated=True)
    return (
        Rule("missing", (owed, Pattern("k", "today", joins=(Join("day", "gt", "o", "due"),)), no_answer)),
        Rule("pending", (owed, Pattern("k", "today", joins=(Join("day", "le", "o", "due"),)), no_answer)),
    )


def _punctuality() -> tuple[Rule, ...]:
    owed = Pattern("o", "owed", (Test("dated", "eq", 1),))
    done = Test("done", "gt", 0)
    undone = Pattern("a", "answer", (Test("done", "eq", 0),), (_same("duty", "o"),))

    def when(name: str, *joins: Join) -> Rule:
        return Rule(name, (owed, Pattern("a", "answer", (done,), (_same("duty", "o"), *joins))))

    return (
        when("done_early", Join("done", "lt", "o", "opens")),
        when("done_in_time", Join("done", "ge", "o", "opens"), Join("done", "le", "o", "due")),
        when("done_late", Join("done", "gt", "o", "due")),
        Rule("undone_ahead", (owed, undone, Pattern("k", "today", joins=(Join("day", "le", "o", "due"),)))),
        Rule("undone_past", (owed, undone, Pattern("k", "today", joins=(Join("day", "gt", "o", "due"),)))),
    )


def _deadlines() -> tuple[Rule, ...]:
    term = Pattern("t", "term")
    no_deed = Pattern("x", "deed", joins=(_same("item", "t"),), negated=True)

    def done(op: Op) -> Pattern:
        return Pattern("x", "deed", joins=(_same("item", "t"), Join("day", op, "t", "due")))

    return (
        Rule("kept", (term, done("le"))),
        Rule("broken", (term, done("gt"))),
        Rule("awaited", (term, Pattern("k", "today", joins=(Join("day", "le", "t", "due"),)), no_deed)),
        Rule("lapsed", (term, Pattern("k", "today", joins=(Join("day", "gt", "t", "due"),)), no_deed)),
    )


def _readings() -> tuple[Rule, ...]:
    bound = Pattern("b", "bound")

    def read(*joins: Join) -> Pattern:
        return Pattern("r", "reading", (Test("known", "eq", 1),), (_same("bound", "b"), *joins))

    return (
        Rule("met", (bound, read(Join("value", "ge", "b", "bound")))),
        Rule("hopeful", (bound, read(Join("value", "lt", "b", "bound"), Join("hope", "ge", "b", "bound")))),
        Rule("short", (bound, read(Join("value", "lt", "b", "bound"), Join("hope", "lt", "b", "bound")))),
        Rule("unread", (Pattern("r", "reading", (Test("known", "eq", 0),)),)),
    )


PROGRAM = Program(
    SCHEMA,
    (
        *_gates(),
        *_applicability(),
        *_answers(),
        *_absence(),
        *_punctuality(),
        *_deadlines(),
        *_readings(),
    ),
)

RULE_NAMES: tuple[str, ...] = tuple(rule.name for rule in PROGRAM.rules)
