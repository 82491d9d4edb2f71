"""Prints all measurements of one run, the machine and the versions they were made with."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import fleet, floor, formats, growth, judges, judging, machine, memory, process, stages

PARTS = ("process", "judging", "floor", "memory", "stages", "judges", "fleet", "formats", "growth")
RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """# Results

Written by `python -m benchmarks`, everything in one run on one machine; what counts are the ratios within it.

```text
"""


def main() -> None:
    """Runs what is asked for, everything by default, one after another so that nothing disturbs anything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=_positive, default=11, help="process runs of each program (default 11)")
    parser.add_argument("--rounds", type=_positive, default=9, help="rounds of judging (default 9)")
    parser.add_argument("--units", type=_positive, default=20, help="units judged in each round (default 20)")
    parser.add_argument("--audits", type=_positive, default=2000, help="audits of the memory run (default 2000)")
    parser.add_argument("--only", choices=PARTS, help="one part alone; RESULTS.md stays as it is")
    parser.add_argument("--fleet", type=_positive, default=1000, help="units of the fleet run (default 1000)")
    parser.add_argument("--soak", type=_positive, metavar="UNITS", help="only a long run over so many different units")
    parser.add_argument("--seed", type=int, default=1, help="seed of the soak's units (default 1)")
    asked = parser.parse_args()
    parts = {
        "process": lambda: process.measure(asked.pairs),
        "judging": lambda: judging.measure(asked.rounds, asked.units),
        "floor": lambda: floor.measure(asked.rounds, asked.units),
        "memory": lambda: memory.measure(asked.audits),
        "stages": lambda: stages.measure(asked.rounds, asked.units),
        "judges": lambda: judges.measure(asked.rounds, asked.units),
        "fleet": lambda: fleet.measure(asked.fleet),
        "formats": lambda: formats.measure(min(asked.rounds, 5), min(asked.fleet, 200)),
        "growth": lambda: growth.measure(asked.rounds, asked.units),
    }
    told = list(machine.lines())
    print("\n".join(told))
    if asked.soak is not None:
        for line in memory.soak(asked.soak, asked.seed):
            print(line, flush=True)
        return
    for name in PARTS if asked.only is None else (asked.only,):
        print(flush=True)
        told.append("")
        for line in parts[name]():
            print(line, flush=True)
            told.append(line)
    if asked.only is None:
        RESULTS.write_text(HEAD + "\n".join(told) + "\n```\n", encoding="utf-8")


def _positive(typed: str) -> int:
    number = int(typed)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    main()
