"""The adapter to durable_rules: right answers, refusals, and an error for whatever the engine may do wrong."""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import pytest

from dcs_audit.engine import durable
from dcs_audit.engine._checks import fnv1a
from dcs_audit.engine._wire import MAX_FACTS, batch
from dcs_audit.engine.compiler import CompiledProgram, compile_program
from dcs_audit.engine.durable import DurableEngine, available
from dcs_audit.engine.interface import Emit, EngineError, Fact, Join, Match, Pattern, Program, Ref, Rule
from dcs_audit.engine.interface import Test as Check
from dcs_audit.engine.pair import PairEngine
from dcs_audit.engine.reference import ReferenceEngine

MODULE = "durable_rules_engine"
needs_durable = pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here")

PROGRAM = Program(
    {
        "duty": ("item", "due"),
        "record": ("item", "day"),
        "waiver": ("item",),
        "owed": ("item", "due"),
        "seen": ("item",),
    },
    (
        Rule(
            "owed",
            (Pattern("d", "duty"), Pattern("w", "waiver", joins=(Join("item", "eq", "d", "item"),), negated=True)),
            Emit("owed", (Ref("d", "item"), Ref("d", "due"))),
        ),
        Rule(
            "late",
            (
                Pattern("o", "owed", (Check("due", "gt", -10),)),
                Pattern("r", "record", joins=(Join("item", "eq", "o", "item"), Join("day", "gt", "o", "due", 2))),
            ),
            Emit("seen", (Ref("r", "item"),)),
        ),
    ),
)
FACTS = [
    Fact("record", (1, 13)),
    Fact("record", (1, 12)),
    Fact("duty", (1, 10)),
    Fact("duty", (2, 10)),
    Fact("record", (2, 99)),
    Fact("waiver", (2,)),
]


@pytest.fixture
def compiled() -> CompiledProgram:
    return compile_program(PROGRAM)


class Meddler(ModuleType):
    """The real C module, with one function replaced; counts calls."""

    def __init__(self, name: str, replacement: Callable[..., Any] | None = None) -> None:
        super().__init__(MODULE)
        self.real = importlib.import_module(MODULE)
        self.name, self.replacement = name, replacement
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            function = getattr(self.real, name)
            if name == self.name and self.replacement is not None:
                return self.replacement(function, *arguments)
            return function(*arguments)

        return call


@pytest.fixture
def meddled(monkeypatch: pytest.MonkeyPatch, compiled: CompiledProgram) -> Callable[..., tuple[DurableEngine, Meddler]]:
    """An engine whose first, warming run was undisturbed."""

    def make(name: str, replacement: Callable[..., Any]) -> tuple[DurableEngine, Meddler]:
        module = Meddler(name)
        monkeypatch.setitem(sys.modules, MODULE, module)
        engine = DurableEngine(compiled)
        module.replacement = replacement
        module.calls.clear()
        return engine, module

    return make


def fail(function: Callable[..., Any], *arguments: Any) -> Any:
    raise RuntimeError("provoked")


def without(part: str) -> Callable[..., Any]:
    """Asserts all facts of a batch but those whose text has `part`."""

    def assert_fewer(function: Callable[..., Any], handle: int, text: str) -> Any:
        return function(handle, json.dumps([fact for fact in json.loads(text) if part not in json.dumps(fact)]))

    return assert_fewer


def rewriting(change: Callable[[list[Any]], list[Any]]) -> Callable[..., Any]:
    """Changes the list of activations of a rule as the engine answers it."""

    def start(function: Callable[..., Any], *arguments: Any) -> Any:
        answer = function(*arguments)
        if answer is None or "~end" in answer[1]:
            return answer
        return answer[0], json.dumps({name: change(frames) for name, frames in json.loads(answer[1]).items()})

    return start


def answering(code: int) -> Callable[..., Any]:
    return lambda function, *arguments: (code, function(*arguments)[1])


@needs_durable
def test_matches_and_derived_facts(compiled: CompiledProgram) -> None:
    outcome = DurableEngine(compiled).run(FACTS)
    assert outcome.facts == (*FACTS, Fact("owed", (1, 10)), Fact("seen", (1,)))
    assert outcome.matches == (Match(0, (2,)), Match(1, (6, 0)))


@needs_durable
def test_runs_are_independent_and_leave_one_ruleset(
    compiled: CompiledProgram, meddled: Callable[..., tuple[DurableEngine, Meddler]]
) -> None:
    engine, module = meddled("", fail)
    first = engine.run(FACTS)
    engine.run(FACTS[:3])
    assert engine.run([]) == ((), ())
    assert engine.run(FACTS) == first
    assert module.calls.count("delete_state") == 4
    assert "create_ruleset" not in module.calls


@needs_durable
def test_close_frees_the_ruleset_and_a_later_run_makes_it_anew(
    meddled: Callable[..., tuple[DurableEngine, Meddler]],
) -> None:
    engine, module = meddled("", fail)
    engine.close()
    engine.close()
    assert module.calls == ["delete_ruleset"]
    assert len(engine.run(FACTS).matches) == 2
    assert module.calls.count("create_ruleset") == 1


@needs_durable
@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ([Fact("duties", (1, 2))], "unknown kind 'duties'"),
        ([Fact("duty", (1,))], "does not have 2 values"),
        ([Fact("duty", (1, True))], "not a plain integer"),
        ([Fact("duty", (1, 1e16))], "not a plain integer"),
        ([Fact("duty", (1, None))], "not a plain integer"),
        ([Fact("duty", (1, 2**63 - 2))], "not within"),
        ([Fact("duty", (1, -(2**63)))], "not within"),
        ([Fact("duty", (1, 2)), Fact("duty", (1, 2))], "equal"),
        ([Fact("waiver", (number,)) for number in range(MAX_FACTS + 1)], "more than 100000"),
    ],
)
def test_facts_that_the_engine_could_misread_are_refused(
    meddled: Callable[..., tuple[DurableEngine, Meddler]], facts: list[Fact], message: str
) -> None:
    engine, module = meddled("", fail)
    with pytest.raises(EngineError, match=message):
        engine.run(facts)
    assert module.calls == [], "refused before the engine was asked"


@needs_durable
def test_the_largest_numbers_are_exact(compiled: CompiledProgram) -> None:
    """`day > due + 2` is the tightest sum that the program computes."""
    top = 2**63 - 3
    facts = [Fact("duty", (-top, top - 3)), Fact("record", (-top, top)), Fact("record", (-top, top - 1))]
    assert DurableEngine(compiled).run(facts).matches == (Match(0, (0,)), Match(1, (3, 1)))


def test_ids_differ_in_the_hash_by_which_facts_are_known() -> None:
    sentinels = [json.loads(batch(number, []))[0]["id"] for number in range(1000)]
    ids = [str(number) for number in range(MAX_FACTS)] + sentinels
    assert len({fnv1a(each) for each in ids}) == len(ids)


@needs_durable
@pytest.mark.parametrize(
    ("name", "replacement", "message"),
    [
        ("assert_facts", fail, "provoked"),
        ("assert_facts", answering(2), "code 2"),
        ("assert_facts", answering(303), "code 303"),
        ("assert_facts", without("~end"), "batch 0 to its end"),
        ("start_action_for_state", fail, "provoked"),
        ("start_action_for_state", lambda function, *arguments: None, "batch 0 to its end"),
        ("start_action_for_state", lambda function, *arguments: ("{}", '{"r0":[{"d":'), "durable_rules failed"),
        ("start_action_for_state", lambda function, *arguments: ("{}", '{"r9":[]}'), "batch 0 to its end"),
        ("start_action_for_state", rewriting(lambda frames: frames * 2), "twice for the same facts"),
        ("start_action_for_state", rewriting(lambda frames: [{"d": {"id": 99}}]), "a fact that was not given"),
        ("start_action_for_state", rewriting(lambda frames: [{"d": {"id": "0"}}]), "durable_rules failed"),
        ("start_action_for_state", rewriting(lambda frames: [{"e": {"id": 0}}]), "durable_rules failed"),
        ("complete_and_start_action", fail, "provoked"),
        ("complete_and_start_action", lambda function, *arguments: None, "batch 0 to its end"),
        ("delete_state", fail, "provoked"),
    ],
)
def test_whatever_the_engine_does_wrong_is_an_error_and_the_ruleset_is_made_anew(
    meddled: Callable[..., tuple[DurableEngine, Meddler]],
    name: str,
    replacement: Callable[..., Any],
    message: str,
) -> None:
    engine, module = meddled(name, replacement)
    with pytest.raises(EngineError, match=message):
        engine.run(FACTS)
    assert module.calls.count("delete_state") == 1
    assert module.calls.count("delete_ruleset") == 1
    module.replacement = None
    assert len(engine.run(FACTS).matches) == 2
    assert module.calls.count("create_ruleset") == 1


@needs_durable
@pytest.mark.parametrize(
    ("name", "replacement"),
    [
        ("assert_facts", without('"record"')),
        ("start_action_for_state", rewriting(lambda frames: frames[1:] or frames)),
        ("start_action_for_state", rewriting(lambda frames: [{"d": {"id": 3}}] if "d" in frames[0] else frames)),
    ],
)
def test_a_lost_or_exchanged_activation_shows_beside_the_reference(
    compiled: CompiledProgram,
    meddled: Callable[..., tuple[DurableEngine, Meddler]],
    name: str,
    replacement: Callable[..., Any],
) -> None:
    engine, _ = meddled(name, replacement)
    with pytest.raises(EngineError, match=r"engine disagreement: only .*rule '"):
        PairEngine(engine, ReferenceEngine(compiled), PROGRAM).run([*FACTS, Fact("duty", (4, 10))])


@needs_durable
@pytest.mark.parametrize("name", ["create_ruleset", "assert_facts", "start_action_for_state", "delete_state"])
def test_a_ruleset_that_cannot_be_made_is_an_error(
    monkeypatch: pytest.MonkeyPatch, compiled: CompiledProgram, name: str
) -> None:
    module = Meddler(name, fail)
    monkeypatch.setitem(sys.modules, MODULE, module)
    with pytest.raises(EngineError, match="cannot run the program: provoked"):
        DurableEngine(compiled)
    assert module.calls.count("create_ruleset") == module.calls.count("delete_ruleset") + (name == "create_ruleset")


@needs_durable
def test_a_ruleset_that_cannot_be_made_anew_is_an_error_too(
    meddled: Callable[..., tuple[DurableEngine, Meddler]],
) -> None:
    engine, _ = meddled("create_ruleset", fail)
    engine.close()
    with pytest.raises(EngineError, match="provoked"):
        engine.run(FACTS)


def resident() -> int:
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@needs_durable
@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs Linux's /proc")
def test_memory_stays_flat(compiled: CompiledProgram) -> None:
    engine = DurableEngine(compiled)
    facts = [Fact("duty", (number, number)) for number in range(6)] + [
        Fact("record", (number, 99)) for number in range(6)
    ]
    for _ in range(300):
        engine.run(facts)
    before = resident()
    for _ in range(3000):
        engine.run(facts)
    # 3,000 states that were not freed would hold well over 100 MB.
    assert resident() - before < 8 * 2**20


# --- threads and forks ----------------------------------------------------------------------------------------------


@needs_durable
def test_one_thread_at_a_time_is_in_the_c_module(compiled: CompiledProgram) -> None:
    seen = []

    class Watched:
        def __init__(self, native: Any) -> None:
            self._native = native

        def __getattr__(self, name: str) -> Any:
            seen.append(durable._TURN.locked())
            return getattr(self._native, name)

    engine = DurableEngine(compiled)
    engine._native = Watched(engine._native)
    assert engine.run(FACTS) == ReferenceEngine(compiled).run(FACTS)
    engine.close()
    assert len(seen) > 2 and all(seen)
    assert not durable._TURN.locked()


@needs_durable
def test_threads_that_share_an_engine_get_what_one_gets(compiled: CompiledProgram) -> None:
    engine = DurableEngine(compiled)
    expected = engine.run(FACTS)
    with ThreadPoolExecutor(4) as pool:
        assert all(outcome == expected for outcome in pool.map(lambda _: engine.run(FACTS), range(40)))
    engine.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_process_forked_while_a_thread_has_its_turn_gets_a_turn_too() -> None:
    over = threading.Event()

    def keep_taking() -> None:
        while not over.is_set():
            with durable._TURN:
                pass

    thread = threading.Thread(target=keep_taking)
    thread.start()
    codes = []
    for _ in range(5):
        child = os.fork()
        if child == 0:
            os._exit(0 if durable._TURN.acquire(timeout=5) else 1)
        codes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    over.set()
    thread.join()
    assert codes == [0] * 5
