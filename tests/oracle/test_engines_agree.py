"""Both engines on units that say anything, under all packs in turn, every match compared with multiplicity.

DCS_AUDIT_LONG sets the number of units; a longer run begins with the same ones. `tests/oracle/long.py` runs it with
figures.
"""

from __future__ import annotations

import os

import pytest

from dcs_audit.engine.durable import available
from dcs_audit.engine.interface import Fact, Match, Outcome
from dcs_audit.engine.program import RULE_NAMES
from dcs_audit.records.slugs import UNIT_TYPES

from .engines import Duel, Tally, content

UNITS = int(os.environ.get("DCS_AUDIT_LONG", "500"))

RARE = {"condition_ne_fails", "undone_ahead", "undone_past"}
"""Rules that hold in no unit of a short run; the first is of a comparison that no condition of a pack can ask for."""


@pytest.mark.skipif(not available(), reason="durable_rules is not installed")
def test_engines_agree_on_units_that_say_anything() -> None:
    duel = Duel()
    for seed in range(UNITS):
        duel.run(seed)
    tally = duel.tally
    assert not tally.differences, tally.differences[:5]
    # That the units were worth drawing.
    assert tally.refused == 0
    assert set(tally.by_type) == set(UNIT_TYPES)
    assert set(RULE_NAMES) - set(tally.by_rule) <= RARE
    assert tally.matches > 40 * UNITS


FACT = Fact("shut", (1,))
ONCE = Outcome((FACT,), (Match(0, (0,)),))


def test_multiplicity_is_compared() -> None:
    twice = Outcome((FACT,), (Match(0, (0,)), Match(0, (0,))))
    assert content(ONCE) != content(twice)


def test_the_numbers_of_facts_are_not_compared() -> None:
    other = Fact("shut", (2,))
    one = Outcome((FACT, other), (Match(0, (0,)),))
    assert content(one) == content(Outcome((other, FACT), (Match(0, (1,)),)))
    assert content(one) != content(Outcome((other, FACT), (Match(0, (0,)),)))


def test_a_lost_match_is_told() -> None:
    duel = Duel.__new__(Duel)
    duel.tally = Tally()
    duel._told("seed 0", "durable_rules", content(ONCE), ONCE, Outcome((FACT,), ()))
    assert "lost" in duel.tally.differences[0]
