"""The rules by which every audit is decided: few, generic, and the same for every duty of every pack.

What the law asks of a unit arrives as facts (conditions, claims, terms, readings), and so do its records. Adding a
rule to a pack changes facts only. Days are counted from the day of the audit, which is 0: what lies before it is
negative. A number that is compared with one other only arrives as the *margin* by which it is above it.
Yes and no are 1 and 0. Every name is a number that `duties.casefile` gives out: a *slot* is a topic, a period and a
subject together, an *area* a topic and a period; both are 0 where the unit submitted nothing for them. Duties that no
fact tells apart are one duty here and are decided together.

How a case is decided, stratum by stratum:

1. a *condition* on a fact of the unit fails or cannot be answered, which shuts a *gate* or leaves it unsure;
2. each *gate* gets its *truth*: 0 no, 1 yes, 2 unknown;
3. a *claim* (a duty with gates before it) behind a shut gate, or with an open exemption, is *barred*; behind an unsure
   one, *doubted*; any other is *owed*, as is every duty without gates;
4. a *record* answers what is owed in its slot once its day has come, a *tenure* while it lasts; a *loose* record does
   not say whether it is meant for a duty of its area;
5. what is owed and not answered is missing or pending; what has a deadline was done early, in time or late;
6. each question put to a record is settled: whether a *reading* reaches its bound or may still do so, and whether the
   deed of a *term* was done in time.

Questions with the same numbers have the same answer and are asked once.
"""

from __future__ import annotations

from dcs_audit.engine.interface import Emit, Join, Op, Pattern, Program, Ref, Rule, Test

NO, YES, UNKNOWN = 0, 1, 2
"""Truth of a gate."""

NOWHERE = 0
"""The slot, or the area, of a duty for which nothing was submitted."""

LONG_AGO = -(10**9)
"""The day of what happened on an unknown day of the past; also the day by which a duty without a deadline is due."""

NOT_YET = 1
"""The day of what had not been done on the day of the audit."""

OPS: dict[Op, int] = {"eq": 0, "ne": 1, "lt": 2, "le": 3, "gt": 4, "ge": 5}
_OPPOSITE: dict[Op, Op] = {"eq": "ne", "ne": "eq", "lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}

SCHEMA: dict[str, tuple[str, ...]] = {
    "condition": ("gate", "name", "known", "op", "margin"),
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
    "loose": ("candidate", "area"),
    "claim": ("duty", "slot", "area", "opens", "due", "dated"),
    "owed": ("duty", "slot", "area", "opens", "due", "dated"),
    "reading": ("margin", "hope"),
    "term": ("margin", "done"),
}


def _same(field: str, alias: str, other: str | None = None) -> Join:
    return Join(field, "eq", alias, other or field)


def _failing(op: Op) -> Rule:
    tests = (Test("known", "eq", 1), Test("op", "eq", OPS[op]), Test("margin", _OPPOSITE[op], 0))
    return Rule(f"condition_{op}_fails", (Pattern("c", "condition", tests),), Emit("shut", (Ref("c", "gate"),)))


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
            (Pattern("c", "condition", (Test("known", "eq", 0),)),),
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


_COME = Test("day", "le", 0)
_PAST, _AHEAD = Test("due", "lt", 0), Test("due", "ge", 0)
_SOMEWHERE = Test("slot", "ne", NOWHERE)


def _owed(*tests: Test) -> Pattern:
    return Pattern("o", "owed", tests)


def _record(*joins: Join, tests: tuple[Test, ...] = (), negated: bool = False) -> Pattern:
    """A record in the slot of what is owed, on a day that has come."""
    return Pattern("r", "record", (_COME, *tests), (_same("slot", "o"), *joins), negated)


def _tenure(negated: bool = False) -> Pattern:
    """A tenure in the slot of what is owed, running on the day of the audit."""
    running = (Test("first", "le", 0), Test("last", "ge", 0))
    return Pattern("t", "tenure", running, (_same("slot", "o"),), negated)


def _answers() -> tuple[Rule, ...]:
    """The literal tests of slot and area keep what nothing was submitted for from being compared with all there is."""
    return (
        Rule("answered", (_owed(_SOMEWHERE), _record())),
        Rule("answered_by_tenure", (_owed(_SOMEWHERE), _tenure())),
        Rule("left_open", (_owed(Test("area", "ne", NOWHERE)), Pattern("r", "loose", joins=(_same("area", "o"),)))),
        Rule("missing", (_owed(_PAST), _record(negated=True), _tenure(negated=True))),
        Rule("pending", (_owed(_AHEAD), _record(negated=True), _tenure(negated=True))),
    )


def _punctuality() -> tuple[Rule, ...]:
    dated = (Test("dated", "eq", 1), _SOMEWHERE)

    def done(name: str, *joins: Join) -> Rule:
        return Rule(name, (_owed(*dated), _record(*joins, tests=(Test("done", "le", 0),))))

    def undone(name: str, due: Test) -> Rule:
        return Rule(name, (_owed(*dated, due), _record(tests=(Test("done", "gt", 0),))))

    return (
        done("done_early", Join("done", "lt", "o", "opens")),
        done("done_in_time", Join("done", "ge", "o", "opens"), Join("done", "le", "o", "due")),
        done("done_late", Join("done", "gt", "o", "due")),
        undone("undone_ahead", _AHEAD),
        undone("undone_past", _PAST),
    )


def _questions() -> tuple[Rule, ...]:
    """The margin of a term is what time is left, or was left on the day of the deed."""
    done, undone = Test("done", "eq", 1), Test("done", "eq", 0)
    enough, short = Test("margin", "ge", 0), Test("margin", "lt", 0)

    def term(name: str, *tests: Test) -> Rule:
        return Rule(name, (Pattern("t", "term", tests),))

    def reading(name: str, *tests: Test) -> Rule:
        return Rule(name, (Pattern("r", "reading", tests),))

    return (
        term("kept", done, enough),
        term("broken", done, short),
        term("awaited", undone, enough),
        term("lapsed", undone, short),
        reading("met", enough),
        reading("hopeful", short, Test("hope", "ge", 0)),
        reading("short", short, Test("hope", "lt", 0)),
    )


PROGRAM = Program(
    SCHEMA,
    (
        *_gates(),
        *_applicability(),
        *_answers(),
        *_punctuality(),
        *_questions(),
    ),
)

RULE_NAMES: tuple[str, ...] = tuple(rule.name for rule in PROGRAM.rules)
