"""What an engine must answer here before it is believed: small fixed questions whose answers are known.

Each is put in several orders and twice over. Most are traps into which durable_rules falls outside the protocol in
which `engine.durable` drives it; an installation in which one of them snaps must not judge anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.durable import DurableEngine
from dcs_audit.engine.interface import Engine, EngineError, Fact, Join, Pattern, Program, Rule, Test
from dcs_audit.engine.program import LONG_AGO, NO, PROGRAM
from dcs_audit.engine.reference import ReferenceEngine

Found = tuple[str, tuple[Fact, ...]]
"""A rule and the facts it must bind."""


@dataclass(frozen=True, slots=True)
class Exam:
    """Facts, and all that a program finds of them."""

    name: str
    program: Program
    facts: tuple[Fact, ...]
    found: tuple[Found, ...]


def failures(engine: str) -> list[str]:
    """What `engine`, durable_rules or reference, answers wrongly: nothing where it can be trusted, else exam by exam.

    Raises EngineError where the engine is not there. A broken one may end the process, or never answer.
    """
    make = DurableEngine if engine == DurableEngine.name else ReferenceEngine
    wrong = []
    for exam in exams():
        asked = make(compile_program(exam.program))
        try:
            wrong += [f"{exam.name}: {what}" for what in _sat(asked, exam)]
        finally:
            if isinstance(asked, DurableEngine):
                asked.close()
    return wrong


def _sat(engine: Engine, exam: Exam) -> Iterator[str]:
    """What is wrong with the answers, once for each order of the facts."""
    expected = sorted(exam.found)
    for facts in (exam.facts, exam.facts[::-1], exam.facts[1:] + exam.facts[:1], exam.facts):
        try:
            outcome = engine.run(facts)
        except EngineError as error:
            yield str(error)
            continue
        rules = exam.program.rules
        found = sorted((rules[at].name, tuple(outcome.facts[one] for one in bound)) for at, bound in outcome.matches)
        if found != expected:
            lost, extra = ([one for one in a if one not in b] for a, b in ((expected, found), (found, expected)))
            yield f"{len(expected)} matches wanted, {len(found)} found, lost {lost[:3]}, invented {extra[:3]}"


def exams() -> Iterator[Exam]:
    """All questions, those about the program of every audit first."""
    yield from _of_the_program()
    yield from _of_negation()
    yield _last_join_fails()
    yield _many_facts()
    yield _nothing_matches()


def _of_the_program() -> Iterator[Exam]:
    """A gate that shuts a claim, a duty answered late, one that is missing and one that is still ahead."""
    condition = Fact("condition", (1, 1, 1, 0, 5))  # gate 1 wants a fact to equal what it is 5 above
    gate, other = Fact("gate", (1,)), Fact("gate", (2,))
    barred = Fact("claim", (1, 1, 0, LONG_AGO, -10, 1))
    scope = Fact("scope", (1, 1))
    late, record = Fact("owed", (2, 2, 0, LONG_AGO, -10, 1)), Fact("record", (1, 2, -5, -5))
    missing, pending = Fact("owed", (3, 3, 0, LONG_AGO, -1, 1)), Fact("owed", (4, 4, 0, LONG_AGO, 0, 1))
    reading, term = Fact("reading", (-1, 0)), Fact("term", (0, 1))
    shut, closed, out = Fact("shut", (1,)), Fact("truth", (1, NO)), Fact("barred", (1,))
    yield Exam(
        "program",
        PROGRAM,
        (condition, gate, other, barred, scope, late, record, missing, pending, reading, term),
        (
            ("condition_eq_fails", (condition,)),
            ("gate_shut", (gate, shut)),
            ("gate_open", (other,)),
            ("out_of_scope", (scope, closed)),
            ("answered", (late, record)),
            ("done_late", (late, record)),
            ("missing", (missing,)),
            ("pending", (pending,)),
            ("hopeful", (reading,)),
            ("kept", (term,)),
        ),
    )
    stands = Fact("claim", (7, 0, 0, LONG_AGO, -1, 0))
    owed = Fact("owed", stands.values)
    yield Exam(
        "program, a claim that stands", PROGRAM, (stands, out), (("claim_stands", (stands,)), ("missing", (owed,)))
    )


def _of_negation() -> Iterator[Exam]:
    """Negated facts given last, under aliases that durable_rules keeps in different places; other rules keep theirs."""
    for alias in ("o", "e", "u"):
        record = Pattern("r", "record", joins=(Join("item", "eq", alias, "item"),), negated=True)
        rules = (
            Rule("missing", (Pattern(alias, "duty"), record)),
            Rule("any", (Pattern(alias, "duty"),)),
            Rule("first", (Pattern("u", "duty", (Test("item", "eq", 1),)),)),
        )
        one, two = Fact("duty", (1,)), Fact("duty", (2,))
        yield Exam(
            f"negation under {alias}",
            Program({"duty": ("item",), "record": ("item",)}, rules),
            (one, two, Fact("record", (1,))),
            (("missing", (two,)), ("any", (one,)), ("any", (two,)), ("first", (one,))),
        )


def _last_join_fails() -> Exam:
    """A pattern whose last test fails is where durable_rules may read what is not its own."""

    def rule(name: str, least: int, op: str) -> Rule:
        join = Join("amount", "gt" if op == "gt" else "lt", "first", "amount")
        return Rule(name, (Pattern("first", "a", (Test("amount", "gt", least),)), Pattern("second", "b", (), (join,))))

    big, small, more, less = Fact("a", (100,)), Fact("a", (20,)), Fact("b", (200,)), Fact("b", (5,))
    return Exam(
        "a last join that fails",
        Program({"a": ("amount",), "b": ("amount",)}, (rule("above", 10, "gt"), rule("below", 50, "lt"))),
        (big, more, small, less),
        (("above", (big, more)), ("above", (small, more)), ("below", (big, less))),
    )


def _many_facts() -> Exam:
    """Facts told apart by their numbers only: none may be taken for another."""
    facts = tuple(Fact("f", (number * 7919 - 2**40,)) for number in range(500))
    return Exam(
        "many facts",
        Program({"f": ("x",)}, (Rule("seen", (Pattern("f", "f"),)),)),
        facts,
        tuple(("seen", (fact,)) for fact in facts),
    )


def _nothing_matches() -> Exam:
    """A unit without a finding is where durable_rules may free memory that it does not hold."""
    program = Program({"f": ("x",), "g": ("x",)}, (Rule("seen", (Pattern("f", "f"),)),))
    return Exam("nothing to find", program, (Fact("g", (1,)), Fact("g", (2,))), ())
