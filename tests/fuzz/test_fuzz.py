"""The short run: a few hundred cases, the same ones every time. `long` goes on for as long as it is told to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .damage import damaged, damaged_workbook
from .long import blank_workbook
from .making import Maker
from .trial import ALL_FORMATS, Trial

RANDOM = st.randoms(use_true_random=True)  # a seed for each case: quick, and as repeatable
QUIET = settings(
    deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True, max_examples=40
)


@pytest.fixture(scope="module")
def trial() -> Trial:
    return Trial()


@pytest.fixture(scope="module")
def maker(trial: Trial) -> Maker:
    return Maker(trial.rulebook)


def written(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=True).encode()


def test_records_of_the_contract_are_judged_and_add_up(trial: Trial, maker: Maker) -> None:
    became: list[bool] = []

    @QUIET
    @given(RANDOM)
    def judged(random: Random) -> None:
        became.append(trial.tried(written(maker.record(random)), "json", ("json", "csv")) is not None)

    judged()
    assert sum(became) * 2 > len(became), "most made-up records should be valid, else little is tried"


def test_broken_records_give_problems_or_verdicts(trial: Trial, maker: Maker) -> None:
    @QUIET
    @given(RANDOM)
    def broken(random: Random) -> None:
        data = written(maker.broken(random))
        trial.tried(data, "json")
        trial.tried(data, "yaml")

    broken()


def test_every_format_shows_made_up_records(trial: Trial, maker: Maker) -> None:
    shown = 0
    for number in range(30):
        shown += trial.tried(written(maker.record(Random(number))), "json", ALL_FORMATS) is not None
        if shown == 2:
            return
    raise AssertionError("no valid record among thirty")


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_damaged_files_are_read_or_refused(trial: Trial, maker: Maker, format: str) -> None:
    assert format in ("yaml", "json")
    for number in range(150):
        random = Random(f"{format}{number}")
        data = random.choice(trial.corpus) if format == "yaml" else written(maker.record(random))
        trial.tried(damaged(data, trial.corpus, random), "yaml" if format == "yaml" else "json")


def test_damaged_workbooks_are_read_or_refused(trial: Trial) -> None:
    data = blank_workbook()
    for number in range(12):
        trial.tried(damaged_workbook(data, Random(number)), "xlsx")


def test_a_case_is_the_same_every_time(maker: Maker) -> None:
    def cases() -> Iterator[object]:
        for number in range(5):
            yield maker.record(Random(number))
            yield maker.broken(Random(number))

    assert list(cases()) == list(cases())
