"""Whether cost grows in step with records and with rules: ten times as many of each beside the plain unit."""

from __future__ import annotations

import copy
import gc
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Any

import yaml

from benchmarks.machine import AS_OF, SAMPLE
from dcs_audit.auditor import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Loaded, load

_TIMES = 10


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time an audit with both engines; every round takes all cases in turn."""
    plain = load_rulebook()
    many = _rules(plain)
    cases = {
        "as it is": (plain, _unit(plain, 1)),
        f"{_TIMES} times the records": (plain, _unit(plain, _TIMES)),
        f"{_TIMES} times the rules": (many, _unit(many, 1)),
    }
    auditors = {name: Auditor(book) for name, (book, _) in cases.items()}
    taken: dict[str, list[float]] = {name: [] for name in cases}
    counts: dict[str, str] = {}
    for warm in range(rounds + 1):
        for name, (_, loaded) in cases.items():
            report = auditors[name].audit(loaded, AS_OF)
            assert loaded.unit is not None
            records = sum(len(section) for _, section in loaded.unit.records)
            counts[name] = f"{report.summary.duties} duties, {records} records"
            gc.collect()
            start = time.process_time()
            for _ in range(units):
                auditors[name].audit(loaded, AS_OF)
            if warm:
                taken[name].append((time.process_time() - start) * 1000 / units)
    yield f"(h) growth; {rounds} rounds of {units} audits of {SAMPLE.name}, both engines, processor time"
    base = median(taken["as it is"])
    for name, times in taken.items():
        ratio = median(times) / base
        yield f"    {name:<22} median {median(times):8.2f} ms   {ratio:6.2f} x as it is   ({counts[name]})"


def _unit(book: Rulebook, times: int) -> Loaded:
    """The sample with every record so many times, a few words apart."""
    content = yaml.load(SAMPLE.read_bytes(), yaml.BaseLoader)
    content["records"] = {
        section: [_copy(record, number) for number in range(times) for record in records]
        for section, records in content["records"].items()
    }
    content.pop("waivers", None)
    loaded = load(json.dumps(content).encode(), "unit.json", book.vocabulary, "json")
    if loaded.unit is None:
        raise RuntimeError(f"{SAMPLE.name} is no valid unit file: {loaded.problems[0].render('en')}")
    return loaded


def _copy(record: dict[str, Any], number: int) -> dict[str, Any]:
    copied = copy.deepcopy(record)
    if number and "id" in copied:
        copied["id"] += f"-{number}"
    return copied


def _rules(book: Rulebook) -> Rulebook:
    """The rulebook with every rule so many times, each under an id of its own."""
    rules = []
    for number in range(_TIMES):
        mark = f"-X{number}" if number else ""
        for rule in book.rules:
            follows = f"{rule.follows}{mark}" if rule.follows else None
            rules.append(rule.model_copy(update={"id": rule.id + mark, "follows": follows}))
    return replace(book, rules=tuple(rules))
