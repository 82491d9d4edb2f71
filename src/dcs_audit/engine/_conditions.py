"""The order in which a pattern's conditions are written, the same for the guard that counts them and the engine."""

from __future__ import annotations

from dcs_audit.engine.interface import Join, Pattern, Test


def ordered_tests(pattern: Pattern) -> list[Test]:
    """Equalities first, each condition once; a fixed order lets patterns share the start of their path."""
    return sorted(set(pattern.tests), key=lambda test: (test.op != "eq", str(test)))


def ordered_joins(pattern: Pattern) -> list[Join]:
    """Equalities first (durable_rules hashes on them) and the last one twice.

    When the last join of a sequence fails, durable_rules looks for its end one step too far and reads past it.
    A join written twice cannot fail at its second place, so the fault is never reached.
    """
    joins = sorted(set(pattern.joins), key=lambda join: (join.op != "eq", str(join)))
    return joins + joins[-1:]
