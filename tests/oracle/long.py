"""The long runs, with figures: both engines on units that say anything, and the product against the oracle.

    python -m tests.oracle.long --units 50000              engines, all packs in turn
    python -m tests.oracle.long --units 0 --oracle 50000   verdicts against the law's text
    python -m tests.oracle.long --units 50000 --from 50000 other units than before

Seeds are the numbers of the units, so that any difference can be had again alone: `--from SEED --units 1`. A line of
figures comes every thousand units and one at the end; differences are printed as they come. Exit 1 if there were any.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable

from .comparing import Court
from .engines import Duel

_EVERY = 1000


def main() -> int:
    """Runs what the arguments ask for; 1 if anything differed."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.long", description=__doc__.splitlines()[0])
    parser.add_argument("--units", type=int, default=50_000, help="units put to both engines")
    parser.add_argument("--oracle", type=int, default=0, help="units put to the product and to the oracle")
    parser.add_argument("--from", type=int, default=0, dest="first", metavar="SEED", help="the first seed")
    asked = parser.parse_args()
    wrong = 0
    if asked.units:
        wrong += _engines(asked.first, asked.units)
    if asked.oracle:
        wrong += _oracle(asked.first, asked.oracle)
    return 1 if wrong else 0


def _engines(first: int, units: int) -> int:
    duel = Duel()
    tally = duel.tally

    def figures() -> str:
        return (
            f"{tally.units} units ({tally.refused} refused), {tally.facts} facts, {tally.matches} matches compared, "
            f"{tally.reports} reports compared, {tally.fresh} units on fresh engines, "
            f"{len(tally.differences)} differences"
        )

    _each(first, units, duel.run, figures, tally.differences)
    print("by type:", ", ".join(f"{name} {count}" for name, count in tally.by_type.most_common()))
    print("by rule:", ", ".join(f"{name} {count}" for name, count in tally.by_rule.most_common()), flush=True)
    return len(tally.differences)


def _oracle(first: int, units: int) -> int:
    court = Court()
    found = court.found

    def figures() -> str:
        return (
            f"{found.units} units, {found.duties.total()} duties of {len(found.duties)} rules, "
            f"{len(found.differences)} differences"
        )

    _each(first, units, court.run, figures, found.differences)
    return len(found.differences)


def _each(
    first: int, units: int, run: Callable[[int], None], figures: Callable[[], str], differences: list[str]
) -> None:
    start = time.monotonic()
    told = 0
    for number in range(units):
        run(first + number)
        for difference in differences[told:]:
            print("DIFFERENCE", difference, flush=True)
        told = len(differences)
        if (number + 1) % _EVERY == 0 or number + 1 == units:
            minutes = (time.monotonic() - start) / 60
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{figures()}, {minutes:.1f} minutes, at most {memory} MiB", flush=True)


if __name__ == "__main__":
    sys.exit(main())
