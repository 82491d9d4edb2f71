"""durable_rules, driven below its own Python layer and only in the way in which it is known to be exact.

Its documented layer runs actions in background threads and takes facts in any order; both give wrong results or
crash. Here one thread asserts the facts batch by batch into one state, drains all activations and deletes the state.
The C module has one memory for the whole process: threads take turns, whichever engine they run.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, repeat
from typing import Any, Final, Protocol, cast

from dcs_audit.engine._wire import MAX_FACTS, SID, Bound, Row, batch, forms, readers, rows_by_kind
from dcs_audit.engine.compiler import SENTINEL, CompiledProgram
from dcs_audit.engine.interface import EngineError, Fact, Match, Outcome
from dcs_audit.engine.native import MODULE

# 0: some pattern could use every fact; 1: not so for some, which is normal. 2 would mean two facts with one id.
_GOOD_CODES: Final = frozenset((0, 1))


_TURN: Final = threading.Lock()
"""Held by the thread whose calls the C module answers; two at a time would mix up each other's states."""

if hasattr(os, "register_at_fork"):
    # Nobody is in the C module while the process is copied: the child gets its memory whole, and the lock free.
    os.register_at_fork(before=_TURN.acquire, after_in_parent=_TURN.release, after_in_child=_TURN.release)


class _Native(Protocol):
    """The part of the C module that is used."""

    def create_ruleset(self, name: str, rules: str, /) -> int: ...
    def delete_ruleset(self, handle: int, /) -> None: ...
    def assert_facts(self, handle: int, facts: str, /) -> tuple[int, int]: ...
    def start_action_for_state(self, handle: int, state: int, /) -> tuple[str, str] | None: ...
    def complete_and_start_action(self, handle: int, state: int, /) -> str | None: ...
    def delete_state(self, handle: int, sid: str, /) -> None: ...


def available() -> bool:
    """Whether durable_rules can be loaded here."""
    return _load() is not None


def _load() -> _Native | None:
    with suppress(Exception):
        return cast(_Native, importlib.import_module(MODULE))
    # Its module names a function that Python 3.13 dropped, but never calls it in our use; bound lazily it loads there.
    with suppress(Exception):
        flags = sys.getdlopenflags()
        sys.setdlopenflags(os.RTLD_LAZY)
        try:
            return cast(_Native, importlib.import_module(MODULE))
        finally:
            sys.setdlopenflags(flags)
    return None


class DurableEngine:
    """Runs a compiled program in durable_rules. Threads may share it; one at a time runs, the others wait."""

    name = "durable_rules"

    def __init__(self, compiled: CompiledProgram) -> None:
        """Raises EngineError when durable_rules cannot be loaded or refuses the ruleset."""
        native = _load()
        if native is None:
            raise EngineError("durable_rules is not installed or cannot be loaded here; choose the reference engine")
        self._native: _Native = native
        self._compiled = compiled
        self._forms = forms(compiled.program)
        self._readers = readers(compiled.program)
        # The engine's own addition must not overflow either.
        patterns = chain.from_iterable(rule.patterns for rule in compiled.program.rules)
        self._limit = 2**63 - max((abs(join.plus) for pattern in patterns for join in pattern.joins), default=0)
        self._handle: int | None = None
        try:
            with _TURN:
                self._open()
        except Exception as error:
            raise EngineError(f"durable_rules cannot run the program: {error}") from error

    def close(self) -> None:
        """Frees the ruleset, which nothing else does. A later run makes it anew."""
        with _TURN:
            self._free()

    def _free(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(Exception):
                self._native.delete_ruleset(handle)

    def run(self, facts: Sequence[Fact]) -> Outcome:
        """All matches over `facts` and what they derive.

        Raises EngineError for facts outside the schema and for anything unexpected from durable_rules.
        """
        rows = rows_by_kind(facts, self._forms, self._limit)
        known = dict(zip(facts, range(len(facts)), strict=True))
        if len(known) != len(facts):
            raise EngineError("two of the given facts are equal")
        try:
            with _TURN, self._state() as handle:
                return self._infer(handle, rows, known)
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(f"durable_rules failed: {error!r}") from error

    @contextmanager
    def _state(self) -> Iterator[int]:
        """A ruleset without a state; in the end the state is deleted, after any error the ruleset with it."""
        handle = self._open()
        failed = True
        try:
            yield handle
            failed = False
        finally:
            try:
                self._native.delete_state(handle, SID)
            except Exception:
                self._free()
                # After a failure there may be no state, and that failure is the one to report.
                if not failed:
                    raise
            if failed:
                self._free()

    def _open(self) -> int:
        """The handle of the ruleset, made and warmed up when there is none.

        The memory of a ruleset's first state is not initialised: deleted before an action has completed in it, it
        frees a stray pointer. Later states reuse that memory.
        """
        if self._handle is None:
            handle = self._native.create_ruleset("dcs", self._compiled.durable_json)
            try:
                self._fire(handle, 0, [])
                self._native.delete_state(handle, SID)
            except BaseException:
                self._native.delete_ruleset(handle)
                raise
            self._handle = handle
        return self._handle

    def _infer(self, handle: int, rows: Mapping[str, list[Row]], known: dict[Fact, int]) -> Outcome:
        facts = list(known)
        found: list[list[Bound]] = [[] for _ in self._readers]
        for number, kinds in enumerate(self._compiled.levels):
            derived: set[Fact] = set()
            texts = chain.from_iterable(self._forms[kind].write(rows[kind]) for kind in kinds)
            for name, frames in self._fire(handle, number, texts).items():
                reader = self._readers[name]
                bounds = reader.read(frames, len(facts))
                found[reader.number] += bounds
                if reader.derivation is not None:
                    derived |= reader.derivation.derive(bounds, facts)
            for fact in sorted([fact for fact in derived if fact not in known]):
                known[fact] = len(facts)
                rows[fact.kind].append((len(facts), *fact.values))
                facts.append(fact)
            if len(facts) > MAX_FACTS:
                raise EngineError(f"{len(facts)} facts with the derived ones, more than {MAX_FACTS}")
        return Outcome(tuple(facts), tuple(chain.from_iterable(map(_matches, range(len(found)), found))))

    def _fire(self, handle: int, number: int, texts: Iterable[str]) -> dict[str, list[Any]]:
        """Asserts one batch of facts and returns the activations by rule name.

        A batch is cut off without an error at the first fact that the C parser dislikes. The sentinel stands last, so
        it fires exactly if all were read. It also makes sure that an action completes in every state.
        """
        activations: dict[str, list[Any]] = {}
        for message in self._drain(handle, batch(number, texts)):
            for name, frames in json.loads(message).items():
                activations.setdefault(name, []).extend(frames)
        if len(activations.pop(SENTINEL, ())) != 1:
            raise EngineError(f"durable_rules did not read batch {number} to its end")
        return activations

    def _drain(self, handle: int, facts: str) -> list[str]:
        """Asserts facts and takes every activation; none is decoded here, as a drain broken off locks the state."""
        code, state = self._native.assert_facts(handle, facts)
        if code not in _GOOD_CODES:
            raise EngineError(f"durable_rules answered code {code} to a batch of facts")
        messages: list[str] = []
        started = self._native.start_action_for_state(handle, state)
        message = None if started is None else started[1]
        while message is not None:
            messages.append(message)
            message = self._native.complete_and_start_action(handle, state)
        return messages


def _matches(rule: int, bounds: list[Bound]) -> Iterator[Match]:
    return map(Match, repeat(rule), sorted(bounds))
