"""Faults of durable_rules met through the whole command line: the unit is not audited, never clean, the others are.

The C module is the real one with a fault put in front of it while one unit is judged. Each fault is tried on a unit by
itself and among others, with one process beside this one and with two, and with what was remembered of units judged
before. The worst of them end the process that the engine runs in, or never end.
"""

from __future__ import annotations

import io
import json
import mmap
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.auditor import Auditor
from dcs_audit.cli import crew
from dcs_audit.cli.crew import spread
from dcs_audit.cli.forked import Forked
from dcs_audit.cli.main import main
from dcs_audit.engine import durable
from dcs_audit.engine.durable import available
from dcs_audit.engine.interface import Outcome
from dcs_audit.engine.reference import ReferenceEngine

pytestmark = [
    pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here"),
    pytest.mark.skipif(os.name == "nt", reason="needs processes that are forked"),
]

BAD = "Xã Bị Lỗi"
TODAY = date(2026, 11, 20)
Native = Any
Facts = list[dict[str, Any]]


@dataclass
class Faulty:
    """durable_rules with a fault that shows while `on`; counts how often it was asked meanwhile."""

    native: Native
    fault: Callable[[Faulty, str, Facts], Any] | None = None
    on: bool = False
    count: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, 1))
    """Of questions, in memory that all processes share."""
    drops: list[str] = field(default_factory=list)
    """Rules of which the next activation is lost."""
    doubles: bool = False
    garbles: bool = False
    breaks_off: bool = False
    keeps_state: bool = False

    def assert_facts(self, handle: int, text: str) -> tuple[int, int]:
        if self.on and self.fault is not None:
            self.count[0] += 1
            answer = self.fault(self, text, json.loads(text))
            if isinstance(answer, tuple):
                return answer
            if answer is not None:
                text = json.dumps(answer)
        answered: tuple[int, int] = self.native.assert_facts(handle, text)
        return answered

    def start_action_for_state(self, handle: int, state: int) -> Any:
        started = self.native.start_action_for_state(handle, state)
        return started if started is None else (started[0], self._spoilt(started[1]))

    def complete_and_start_action(self, handle: int, state: int) -> Any:
        if self.on and self.breaks_off:
            raise RuntimeError("broke off between two activations")
        message = self.native.complete_and_start_action(handle, state)
        return message if message is None else self._spoilt(message)

    def delete_state(self, handle: int, sid: str) -> None:
        self.native.delete_state(handle, sid)
        if self.on and self.keeps_state:
            raise RuntimeError("the state cannot be deleted")

    def _spoilt(self, message: str) -> str:
        if not self.on:
            return message
        if self.garbles:
            return message[: len(message) // 2]
        fired = json.loads(message)
        for name, frames in fired.items():
            if name.startswith("r") and frames and self.drops:
                self.drops.pop()
                frames.pop()
            elif name.startswith("r") and frames and self.doubles:
                frames.append(frames[0])
        return json.dumps(fired)

    @property
    def asked(self) -> int:
        """How often it was asked while the fault was there, in whatever process."""
        return self.count[0]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.native, name)


def raises(native: Faulty, text: str, facts: Facts) -> Any:
    raise RuntimeError("out of order")


def loses_a_fact(native: Faulty, text: str, facts: Facts) -> Any:
    return facts[len(facts) > 1 :]  # an empty batch, which the adapter never sends, would crash


def loses_a_record(native: Faulty, text: str, facts: Facts) -> Any:
    """What was done is not seen: a duty would seem missing."""
    records = [fact for fact in facts if fact["kind"] == "record"]
    return [fact for fact in facts if fact not in records[:1]]


def loses_the_end(native: Faulty, text: str, facts: Facts) -> Any:
    """As when a batch is cut off without an error."""
    return facts[: max(len(facts) // 2, 1)]


def changes_a_fact(native: Faulty, text: str, facts: Facts) -> Any:
    for fact in facts:
        for name, value in fact.items():
            if name not in ("id", "sid", "kind") and fact["kind"] in ("reading", "owed", "condition"):
                fact[name] = -value - 1
                return facts
    return facts


def drops_an_activation(native: Faulty, text: str, facts: Facts) -> Any:
    native.drops = ["one"]


def answers_twice(native: Faulty, text: str, facts: Facts) -> Any:
    native.doubles = True


def garbles(native: Faulty, text: str, facts: Facts) -> Any:
    native.garbles = True


def breaks_off(native: Faulty, text: str, facts: Facts) -> Any:
    native.breaks_off = True


def keeps_its_state(native: Faulty, text: str, facts: Facts) -> Any:
    native.keeps_state = True


def answers_nothing(native: Faulty, text: str, facts: Facts) -> Any:
    return [fact for fact in facts if fact["kind"] == "~end" or str(fact["id"]).startswith("~")]


def code(number: int) -> Callable[[Faulty, str, Facts], Any]:
    """An error code of the C module in place of its answer; 2 is that of two facts with one id."""

    def answer(native: Faulty, text: str, facts: Facts) -> Any:
        return number, 0

    answer.__name__ = f"code_{number}"
    return answer


CODES = (2, 101, 104, 106, 107, 108, 201, 202, 211, 212, 301, 302, 303, 304, 305, 306, 307, 308, 311, 312, -1)
FAULTS = [
    *(raises, loses_a_fact, loses_a_record, loses_the_end, changes_a_fact, drops_an_activation, answers_twice),
    *(garbles, breaks_off, keeps_its_state, answers_nothing),
]
GOOD_RECORDS = (
    "{item: kinh-te-xa-hoi, document: {number: 1, date: 2026-01-12}, postings: [{channel: portal, from: 2026-01-14}]}"
)
BAD_RECORDS = (
    "{item: ngan-sach, document: {number: 2, date: 2026-02-12}, postings: [{channel: portal, from: 2026-03-14}]}"
)
UNIT = "unit: {{name: {name}, type: commune, has_portal: true}}\nyear: 2026\nrecords:\n  disclosures: [{records}]\n"


@dataclass
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def refused(self) -> list[str]:
        """Why there is no report, as data says it instead."""
        data = json.loads(self.out)
        assert data["schema"] == "dcs-audit/problems@1" and not {"results", "summary"} & set(data)
        return [problem["code"] for problem in data["problems"]]

    @property
    def names(self) -> list[str]:
        """The units that were reported on."""
        return [unit["unit"]["name"] for unit in json.loads(self.out)["units"]] if self.out else []


@dataclass
class Rig:
    """A folder of unit files, of which one is judged under a fault."""

    native: Faulty
    folder: Path

    def unit(self, name: str, records: str = GOOD_RECORDS) -> str:
        path = self.folder / f"{len(list(self.folder.iterdir()))}.yaml"
        path.write_text(UNIT.format(name=name, records=records), encoding="utf-8")
        return str(path)

    def run(self, *argv: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        ended = main(["check", *argv, "--as-of", "2026-11-20"], io.StringIO(), out, err, lambda: TODAY)
        return Ran(ended, out.getvalue(), err.getvalue())


@pytest.fixture
def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    monkeypatch.delenv("DCS_AUDIT_LANG", raising=False)
    native = Faulty(durable._load())
    audit = Auditor.audit

    def watched(self: Auditor, loaded: Any, *args: Any, **more: Any) -> Any:
        native.on = loaded.unit.unit.name == BAD
        try:
            return audit(self, loaded, *args, **more)
        finally:
            native.on = native.doubles = native.garbles = native.breaks_off = native.keeps_state = False

    monkeypatch.setattr(Auditor, "audit", watched)
    monkeypatch.setattr(durable, "_load", lambda: native)
    yield Rig(native, tmp_path)


def told(ran: Ran, path: str) -> bool:
    """That the unit could not be audited, on a line of its own, with its file and without a traceback."""
    lines = [line for line in ran.err.splitlines() if line.startswith(path)]
    return len(lines) == 1 and "chưa kiểm tra được" in lines[0] and "Traceback" not in ran.err


@pytest.mark.parametrize("fault", [*FAULTS, *map(code, CODES)], ids=lambda fault: fault.__name__)
def test_a_fault_is_never_a_report_on_the_unit(fault: Callable[..., Any], rig: Rig) -> None:
    rig.native.fault = fault
    path = rig.unit(BAD)
    for engine in ("both", "durable"):
        ran = rig.run(path, "--engine", engine, "--format", "json")
        assert (ran.code, ran.refused) == (2, ["not_audited"]), engine
        assert told(ran, path), ran.err
    assert rig.native.asked >= 2
    rig.native.fault = None
    assert rig.run(path, "--format", "json").code == 1, "without the fault there is a report, with violations"


@pytest.mark.parametrize(
    ("fault", "jobs"),
    [*((fault, "1") for fault in (*FAULTS, code(303))), *((fault, "2") for fault in (raises, drops_an_activation))],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_a_fault_costs_no_other_unit_its_report(fault: Callable[..., Any], jobs: str, rig: Rig) -> None:
    """The one before fills the memory, the one after is the bad one's twin: nothing of the failed run is kept."""
    names = ["Xã Một", BAD, "Xã Ba", "Xã Bốn"]
    paths = [rig.unit("Xã Một"), rig.unit(BAD, BAD_RECORDS), rig.unit("Xã Ba", BAD_RECORDS), rig.unit("Xã Bốn")]
    sound = rig.run(*paths, "--format", "json", "--jobs", jobs)
    assert (sound.code, sound.names) == (1, names)
    rig.native.fault = fault
    ran = rig.run(*paths, "--format", "json", "--jobs", jobs)
    assert (ran.code, ran.names) == (2, [name for name in names if name != BAD])
    assert told(ran, paths[1]), ran.err
    found = json.loads(ran.out)
    assert found["not_audited"] == [paths[1]]
    assert found["units"] == [unit for unit in json.loads(sound.out)["units"] if unit["unit"]["name"] != BAD]


def test_what_both_engines_agreed_on_before_is_not_asked_again_unless_wanted(rig: Rig) -> None:
    """A twin of a unit that was judged soundly gets the same verdicts; --verify puts it to the engines anew."""
    paths = [rig.unit("Xã Một"), rig.unit(BAD)]
    rig.native.fault = raises
    ran = rig.run(*paths, "--format", "json", "--jobs", "1")
    assert (ran.code, ran.names, rig.native.asked) == (1, ["Xã Một", BAD], 0)
    first, second = json.loads(ran.out)["units"]
    assert first["results"] == second["results"]
    ran = rig.run(*paths, "--format", "json", "--jobs", "1", "--verify")
    assert (ran.code, ran.names) == (2, ["Xã Một"])
    assert told(ran, paths[1])


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("text", ""),
        ("csv", ""),
        ("jsonl", '"not_audited"'),
        ("sarif", '"executionSuccessful":false'),
        ("junit", 'errors="1"'),
    ],
)
def test_no_format_calls_the_unit_clean(form: str, says: str, rig: Rig) -> None:
    rig.native.fault = raises
    path = rig.unit(BAD)
    alone = rig.run(path, "--format", form)
    assert alone.code == 2 and told(alone, path)
    assert says in alone.out if says else alone.out == ""
    other = rig.unit("Xã Ba", BAD_RECORDS)
    among = rig.run(path, other, "--format", form)
    assert among.code == 2 and told(among, path)
    assert BAD not in among.out and ("Xã Ba" in among.out or Path(other).name in among.out)


def test_a_ruleset_that_cannot_be_made_leaves_every_unit_unaudited(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, rules: str) -> int:
        raise RuntimeError("Could not create ruleset, error code: 108")

    monkeypatch.setattr(rig.native, "create_ruleset", refuse, raising=False)
    paths = [rig.unit("Xã Một"), rig.unit("Xã Hai")]
    ran = rig.run(*paths, "--format", "json", "--jobs", "1")
    assert (ran.code, ran.names) == (2, [])
    assert all(told(ran, path) for path in paths), ran.err


def crash(how: signal.Signals | None) -> Callable[[Faulty, str, Facts], Any]:
    """The end of the process: by a signal, or without one."""

    def die(native: Faulty, text: str, facts: Facts) -> Any:
        if how is None:
            os._exit(0)
        if how is not signal.SIGKILL:
            signal.signal(how, signal.SIG_DFL)
        os.kill(os.getpid(), how)

    return die


def hangs(native: Faulty, text: str, facts: Facts) -> Any:
    threading.Event().wait()


CRASHES = (signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT, None)
TWICE = "tiến trình kiểm tra hồ sơ này dừng đột ngột hai lần"
LATE = "kiểm tra hồ sơ này quá {} giây, cả hai lần thử (giới hạn: biến DCS_AUDIT_SECONDS)"


@pytest.mark.parametrize("how", CRASHES)
def test_a_crash_is_never_a_report_on_the_only_unit(how: signal.Signals | None, rig: Rig) -> None:
    """No worker was asked for, and still it is not this process that dies."""
    rig.native.fault = crash(how)
    path, out = rig.unit(BAD), rig.folder / "report.json"
    ran = rig.run(path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [f"{path}: chưa kiểm tra được: {TWICE}", told_last(ran)]
    assert rig.native.asked == 2, "it is tried once more"
    assert rig.run(path, "--format", "json").refused == ["not_audited"]
    assert rig.run(path, "--output", str(out), "--format", "text").code == 2
    assert not out.exists()


def told_last(ran: Ran) -> str:
    last = ran.err.splitlines()[-1]
    assert last == "1 lỗi trong 1 tệp hồ sơ; phần này chưa được kiểm tra."
    return last


@pytest.mark.parametrize(
    ("how", "jobs"),
    [*((how, ()) for how in CRASHES), (signal.SIGSEGV, ("--jobs", "1")), (signal.SIGSEGV, ("--jobs", "2"))],
)
def test_a_crash_costs_its_unit_only(how: signal.Signals | None, jobs: tuple[str, ...], rig: Rig) -> None:
    names = ("Xã Một", BAD, "Xã Ba")
    paths = [rig.unit(name, BAD_RECORDS if name == BAD else GOOD_RECORDS) for name in names]
    sound = rig.run(*paths, "--format", "json", *jobs)
    assert (sound.code, sound.names) == (1, list(names))
    rig.native.fault = crash(how)
    ran = rig.run(*paths, "--format", "json", *jobs)
    assert (ran.code, ran.names) == (2, ["Xã Một", "Xã Ba"])
    assert told(ran, paths[1]) and TWICE in ran.err
    assert json.loads(ran.out)["not_audited"] == [paths[1]]
    assert json.loads(ran.out)["units"] == [json.loads(sound.out)["units"][place] for place in (0, 2)]


def test_an_engine_that_never_answers_is_no_report_on_the_only_unit(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DCS_AUDIT_SECONDS", "0.5")
    rig.native.fault = hangs
    path = rig.unit(BAD)
    ran = rig.run(path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [f"{path}: chưa kiểm tra được: {LATE.format('0,5')}", told_last(ran)]
    english = rig.run(path, "--lang", "en")
    assert "took more than 0.5 seconds, twice (limit: DCS_AUDIT_SECONDS)" in english.err


def test_an_engine_that_never_answers_costs_its_unit_only(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock runs ahead by more than the limit whenever the engine is asked what it does not answer."""
    paths = [rig.unit("Xã Một"), rig.unit(BAD, BAD_RECORDS), rig.unit("Xã Ba")]
    sound = rig.run(*paths, "--format", "json")
    rig.native.fault = hangs
    clock, wait = time.monotonic, Forked.wait
    monkeypatch.setattr(crew.time, "monotonic", lambda: clock() + 10_000 * rig.native.asked)
    monkeypatch.setattr(Forked, "wait", staticmethod(lambda pipes, seconds: wait(pipes, min(seconds, 0.01))))
    ran = rig.run(*paths, "--format", "json")
    assert (ran.code, ran.names, rig.native.asked) == (2, ["Xã Một", "Xã Ba"], 2), ran.err
    assert told(ran, paths[1]) and LATE.format("300") in ran.err
    assert json.loads(ran.out)["units"] == [json.loads(sound.out)["units"][place] for place in (0, 2)]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("text", ""),
        ("csv", ""),
        ("json", '"not_audited"'),
        ("jsonl", '"not_audited"'),
        ("sarif", '"executionSuccessful":false'),
        ("junit", 'errors="1"'),
    ],
)
def test_no_format_calls_a_unit_clean_whose_audit_was_lost(form: str, says: str, rig: Rig) -> None:
    rig.native.fault = crash(signal.SIGSEGV)
    path = rig.unit(BAD)
    alone = rig.run(path, "--format", form)
    assert alone.code == 2 and told(alone, path)
    assert says in alone.out if says else alone.out == ""


def test_a_crash_is_told_in_english_too(rig: Rig) -> None:
    rig.native.fault = crash(signal.SIGSEGV)
    assert "the process that audited this record died, twice" in rig.run(rig.unit(BAD), "--lang", "en").err


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_that_never_answer_are_ended_by_an_interrupt(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs it need not wait for the limit of time."""
    forks: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: forks.append(pid) or pid if (pid := fork()) else pid)

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(KeyboardInterrupt):
            list(spread(lambda task: threading.Event().wait(), [1, 2], jobs, lambda task, seconds: True, apart=True))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(forks) == jobs
    for pid in forks:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.parametrize(("engine", "there"), [("reference", True), ("both", False)])
def test_where_no_engine_in_c_runs_nothing_is_forked(
    engine: str, there: bool, rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> int:
        raise AssertionError("a process was forked")

    monkeypatch.setattr(os, "fork", refuse)
    monkeypatch.setattr("dcs_audit.engine.native.installed", lambda: there)
    monkeypatch.setattr(durable, "_load", lambda: rig.native if there else None)
    assert rig.run(rig.unit("Xã Một"), "--engine", engine, "--format", "json").code == 1


def test_a_reference_engine_that_errs_is_a_disagreement(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    run = ReferenceEngine.run

    def loses(self: ReferenceEngine, facts: Any) -> Outcome:
        outcome = run(self, facts)
        return Outcome(outcome.facts, outcome.matches[:-1]) if rig.native.on else outcome

    monkeypatch.setattr(ReferenceEngine, "run", loses)
    paths = [rig.unit("Xã Một"), rig.unit(BAD, BAD_RECORDS), rig.unit("Xã Ba", BAD_RECORDS)]
    ran = rig.run(*paths, "--format", "json", "--jobs", "1")
    assert (ran.code, ran.names) == (2, ["Xã Một", "Xã Ba"])
    assert told(ran, paths[1]) and "engine disagreement" in ran.err
