"""What each step from a file's bytes to its report costs, for a full unit and for a sparse one."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import yaml

from benchmarks.machine import AS_OF, SAMPLE
from dcs_audit.auditor import Auditor
from dcs_audit.duties.casefile import prepare
from dcs_audit.duties.context import Context
from dcs_audit.engine.durable import available
from dcs_audit.law import load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import load
from dcs_audit.report import json as report
from dcs_audit.report.interface import Options
from dcs_audit.verdicts.judge import judge
from dcs_audit.verdicts.weigh import LineOf

SAMPLES = (SAMPLE, SAMPLE.with_name("co-quan.yaml"), SAMPLE.with_name("xa-trong.yaml"))


def measure(rounds: int, units: int) -> Iterator[str]:
    """Milliseconds of processor time for each step and unit; every round takes all steps in turn."""
    book = load_rulebook()
    for sample in SAMPLES:
        jobs = _jobs(book, sample)
        taken: dict[str, list[float]] = {name: [] for name in jobs}
        for warm in range(rounds + 1):
            for name, job in jobs.items():
                spent = _milliseconds(job, units)
                if warm:  # the first round fills caches
                    taken[name].append(spent)
        yield f"(d) steps for {sample.name}; {rounds} rounds of {units} units, processor time"
        for name, times in taken.items():
            rate = f"   {1000 / median(times):6.0f} a second" if name.startswith("all") else ""
            yield f"    {name:<22} median {median(times):7.2f} ms   minimum {min(times):7.2f} ms{rate}"


def _jobs(book: Rulebook, sample: Path) -> dict[str, Callable[[], object]]:
    typed = sample.read_bytes()
    line = json.dumps(yaml.load(typed, yaml.BaseLoader), ensure_ascii=False).encode()
    loaded = load(line, "unit.json", book.vocabulary, "json")
    file = loaded.unit
    if file is None:
        raise RuntimeError(f"{sample.name} is no valid unit file")
    both = Auditor(book, "both")
    case = prepare(book.blueprint, Context(file, file.year, AS_OF, book))
    engines = {
        name: Auditor(book, name).engine for name in ("reference", "durable") if name != "durable" or available()
    }
    outcome = both.engine.run(case.facts)
    done = [both.audit(loaded, AS_OF)]
    jobs: dict[str, Callable[[], object]] = {
        "read JSON": lambda: load(line, "unit.json", book.vocabulary, "json"),
        "read YAML": lambda: load(typed, "unit.yaml", book.vocabulary, "yaml"),
        "prepare": lambda: prepare(book.blueprint, Context(file, file.year, AS_OF, book)),
    }
    for name, engine in engines.items():
        jobs[f"engine {name}"] = lambda engine=engine: engine.run(case.facts)
    return jobs | {
        "judge": lambda: judge(case, outcome, LineOf(loaded.line_of)),
        "all, from JSON": lambda: both.audit(load(line, "unit.json", book.vocabulary, "json"), AS_OF),
        "all, from YAML": lambda: both.audit(load(typed, "unit.yaml", book.vocabulary, "yaml"), AS_OF),
        "write as JSON": lambda: [report.render(one, Options()) for one in done],
    }


def _milliseconds(job: Callable[[], object], units: int) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(units):
        job()
    return (time.process_time() - start) * 1000 / units
