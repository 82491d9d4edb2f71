"""The long run: `python -m tests.fuzz.long --minutes 10 [--seed N] [--engine both]`, from the root of the repository.

Every case hangs on its number alone: a finding is shown with it, and `--only NUMBER` tries that one again. Findings go
to stdout, with what was raised; the last line has the figures. Ends with 1 if there was any finding.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from .damage import damaged, damaged_workbook
from .making import Maker
from .trial import ALL_FORMATS, Trial

KINDS = (*("valid", "broken", "yaml", "json", "xlsx", "valid", "broken", "yaml", "json") * 4, "formats")
SLOW = {"formats": 15.0}
"""Seconds of this process on one case that count as a finding; two for kinds that are not named."""


def blank_workbook() -> bytes:
    """The workbook that `init` gives to fill in."""
    from dcs_audit.cli.main import main

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "unit.xlsx"
        out = io.StringIO()
        argv = ("init", "--type", "village", "--year", "2026", "--format", "xlsx", "--output", str(path))
        code = main(argv, io.StringIO(), out, out)
        assert code == 0, out.getvalue()
        return path.read_bytes()


class Cases:
    """Tries the case of a number."""

    def __init__(self, seed: int, trial: Trial) -> None:
        self._seed, self._trial = seed, trial
        self._maker = Maker(trial.rulebook)
        self._workbook = blank_workbook()

    def kind(self, number: int) -> str:
        return KINDS[number % len(KINDS)]

    def data(self, number: int) -> bytes:
        """The bytes of the case."""
        random = Random(f"{self._seed}:{number}")
        kind = self.kind(number)
        if kind in ("valid", "formats"):
            return json.dumps(self._maker.record(random)).encode()
        if kind == "broken":
            return json.dumps(self._maker.broken(random)).encode()
        if kind == "xlsx":
            return damaged_workbook(self._workbook, random)
        data = random.choice(self._trial.corpus)
        if kind == "json":
            data = json.dumps(self._maker.record(random), indent=random.choice((None, 1))).encode()
        return damaged(data, self._trial.corpus, random)

    def tried(self, number: int) -> None:
        """Raises whatever goes wrong."""
        kind, data = self.kind(number), self.data(number)
        if kind == "xlsx":
            self._trial.tried(data, "xlsx")
        elif kind == "yaml":
            self._trial.tried(data, "yaml")
        else:
            self._trial.tried(data, "json", ALL_FORMATS if kind == "formats" else ("json", "text"))


def main() -> int:
    """Runs until the time is over."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("both", "reference"), default="both")
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    trial = Trial(arguments.engine)
    cases = Cases(arguments.seed, trial)
    if arguments.only is not None:
        sys.stdout.buffer.write(cases.data(arguments.only) + b"\n")
        cases.tried(arguments.only)
        return 0
    findings: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    number, end = 0, time.monotonic() + arguments.minutes * 60
    while time.monotonic() < end:
        began = time.process_time()
        try:
            cases.tried(number)
        except Exception as error:  # all of them are findings
            _tell(findings, number, cases.kind(number), error)
        took = time.process_time() - began
        if took > SLOW.get(cases.kind(number), 2.0):
            _tell(findings, number, cases.kind(number), TimeoutError(f"{took:.1f} s"))
        tried[cases.kind(number)] += 1
        number += 1
    print(
        f"{number} cases in {arguments.minutes:g} minutes, seed {arguments.seed}: {dict(tried)}; {dict(trial.became)};"
    )
    print(f"{len(findings)} different findings, {findings.total()} in all")
    return 1 if findings else 0


def _tell(findings: Counter[str], number: int, kind: str, error: Exception) -> None:
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "slow"
    key = f"{type(error).__name__} at {where}"
    findings[key] += 1
    if findings[key] <= 3:
        told = "".join(traceback.format_exception(error))[-1500:]
        print(f"--- case {number} ({kind}): {key}\n{told}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
