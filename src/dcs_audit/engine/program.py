"""The rules by which every audit is decided: few, generic, and the same for every duty of every pack.

What the law asks of a unit arrives as facts (conditions, claims, terms, bounds), and so do its records. Adding a rule
to a pack changes facts only. Days are proleptic ordinals, yes and no are 1 and 0, every name is a number that
`duties.casefile` gives out; a *slot* is a topic, a period and a subject together.

How a case is decided, stratum by stratum:

1. a *condition* on a *fact* of the unit fails or cannot be answered, which shuts a *gate* or leaves it unsure;
2. each *gate* gets its *truth*: 0 no, 1 yes, 2 unknown;
3. a *claim* (a duty with gates before it) behind a shut gate, or with an open exemption, is *barred*; behind an unsure
   one, *doubted*; any other is *owed*, as is every duty without gates;
4. a *record* answers what is owed in its slot once its day has come, a *tenure* while it lasts; a *loose* record does
   not say whether it is meant;
5. what is owed and not answered is missing or pending; what has a deadline was done early, in time or late;
6. each question put to a record is settled: a *reading* against its *bound*, a deed against its *term*.

Questions with the same numbers have the same answer and are asked once.
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
    "record": ("candidate", "slot", "day", "done"),
    "tenure": ("candidate", "slot", "first", "last"),
    "loose": ("candidate", "topic", "period"),
    "claim": ("duty", "slot", "topic", "period", "opens", "due", "dated"),
    "owed": ("duty", "slot", "topic", "period", "opens", "due", "dated"),
    "today": ("day",),
    "reading": ("bound", "value", "hope"),
    "bound": ("bound",),
    "term": ("term", "due"),
    "deed": ("term", "day"),
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
            "claim_stands",
            (
                Pattern("c", "claim"),
                Pattern("b", "barred", joins=(_same("duty", "c"),), negated=True),
                Pattern("q", "doubted", joins=(_same("duty", "c"),), negated=True),
            ),
            Emit("owed", tuple(Ref("c", field) for field in SCHEMA["owed"])),
        ),
    )


_OWED = Pattern("o", "owed")
_TODAY = Pattern("k", "today")


def _record(*joins: Join, tests: tuple[Test, ...] = (), negated: bool = False) -> Pattern:
    """A record in the slot of what is owed, on a day that has come."""
    return Pattern("r", "record", tests, (_same("slot", "o"), Join("day", "le", "k", "day"), *joins), negated)


def _tenure(negated: bool = False) -> Pattern:
    """A tenure in the slot of what is owed, running today."""
    running = (Join("first", "le", "k", "day"), Join("last", "ge", "k", "day"))
    return Pattern("t", "tenure", joins=(_same("slot", "o"), *running), negated=negated)


def _answers() -> tuple[Rule, ...]:
    def loose(name: str, *joins: Join, tests: tuple[Test, ...] = ()) -> Rule:
        return Rule(name, (_OWED, Pattern("r", "loose", tests, (_same("topic", "o"), *joins))))

    def absent(name: str, op: Op) -> Rule:
        day = Pattern("k", "today", joins=(Join("day", op, "o", "due"),))
        return Rule(name, (_OWED, day, _record(negated=True), _tenure(negated=True)))

    return (
        Rule("answered", (_OWED, _TODAY, _record())),
        Rule("answered_by_tenure", (_OWED, _TODAY, _tenure())),
        loose("unplaced", tests=(Test("period", "eq", UNPLACED),)),
        loose("left_open", _same("period", "o")),
        absent("missing", "gt"),
        absent("pending", "le"),
    )


def _punctuality() -> tuple[Rule, ...]:
    dated = Pattern("o", "owed", (Test("dated", "eq", 1),))

    def done(name: str, *joins: Join) -> Rule:
        return Rule(name, (dated, _TODAY, _record(*joins, tests=(Test("done", "gt", 0),))))

    def undone(name: str, op: Op) -> Rule:
        day = Pattern("k", "today", joins=(Join("day", op, "o", "due"),))
        return Rule(name, (dated, day, _record(tests=(Test("done", "eq", 0),))))

    return (
        done("done_early", Join("done", "lt", "o", "opens")),
        done("done_in_time", Join("done", "ge", "o", "opens"), Join("done", "le", "o", "due")),
        done("done_late", Join("done", "gt", "o", "due")),
        undone("undone_ahead", "le"),
        undone("undone_past", "gt"),
    )


def _deadlines() -> tuple[Rule, ...]:
    term = Pattern("t", "term")
    no_deed = Pattern("x", "deed", joins=(_same("term", "t"),), negated=True)

    def done(name: str, op: Op) -> Rule:
        return Rule(name, (term, Pattern("x", "deed", joins=(_same("term", "t"), Join("day", op, "t", "due")))))

    def undone(name: str, op: Op) -> Rule:
        return Rule(name, (term, Pattern("k", "today", joins=(Join("day", op, "t", "due"),)), no_deed))

    return (done("kept", "le"), done("broken", "gt"), undone("awaited", "le"), undone("lapsed", "gt"))


def _readings() -> tuple[Rule, ...]:
    def read(name: str, *joins: Join) -> Rule:
        return Rule(name, (Pattern("b", "bound"), Pattern("r", "reading", joins=(_same("bound", "b"), *joins))))

    return (
        read("met", Join("value", "ge", "b", "bound")),
        read("hopeful", Join("value", "lt", "b", "bound"), Join("hope", "ge", "b", "bound")),
        read("short", Join("value", "lt", "b", "bound"), Join("hope", "lt", "b", "bound")),
    )


PROGRAM = Program(
    SCHEMA,
    (
        *_gates(),
        *_applicability(),
        *_answers(),
        *_punctuality(),
        *_deadlines(),
        *_readings(),
    ),
)

RULE_NAMES: tuple[str, ...] = tuple(rule.name for rule in PROGRAM.rules)
