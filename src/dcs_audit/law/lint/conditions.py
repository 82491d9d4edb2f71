"""Whether conditions can hold together. A number of the unit is a whole number from 0; a flag is 0 or 1."""

from __future__ import annotations

from collections.abc import Iterable

from dcs_audit.law.basics import Condition

_MOST = 10**9
"""More than any number of people, households or villages."""


def contradictory(conditions: Iterable[Condition]) -> str | None:
    """The first fact of which the conditions ask what it cannot be, None where all can hold together."""
    by_fact: dict[str, list[Condition]] = {}
    for condition in conditions:
        by_fact.setdefault(condition.fact, []).append(condition)
    return next((fact for fact, found in by_fact.items() if not _possible(found)), None)


def opposite(condition: Condition) -> Condition:
    """What holds of a known fact exactly where `condition` does not."""
    swapped = {
        "is": None if condition.is_ is None else not condition.is_,
        "present": None if condition.present is None else not condition.present,
        "more_than": condition.at_most,
        "at_most": condition.more_than,
        "less_than": condition.at_least,
        "at_least": condition.less_than,
    }
    return Condition.model_validate({"fact": condition.fact, **swapped})


def _possible(conditions: list[Condition]) -> bool:
    """Whether a fact can be all of this."""
    absent = any(condition.present is False for condition in conditions)
    if absent:
        return all(condition.present is False for condition in conditions)
    least, most = 0, _MOST
    for condition in conditions:
        low, high = _range(condition)
        least, most = max(least, low), min(most, high)
    return least <= most


def _range(condition: Condition) -> tuple[int, int]:
    if condition.is_ is not None:
        return int(condition.is_), int(condition.is_)
    if condition.at_most is not None:
        return 0, condition.at_most
    if condition.less_than is not None:
        return 0, condition.less_than - 1
    if condition.at_least is not None:
        return condition.at_least, _MOST
    if condition.more_than is not None:
        return condition.more_than + 1, _MOST
    return 0, _MOST
