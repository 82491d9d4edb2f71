"""Parameters used as a length of time, or as a number, must count what the place takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcs_audit.law.basics import Parameter
from dcs_audit.law.questions import Check, Option
from dcs_audit.law.told import told

_DEADLINE = frozenset({"days", "working_days", "months", "years"})
_NUMBERS = frozenset({"people", "times", "villages"})
_POSTED = frozenset({"days"})
_TERM = frozenset({"months", "years"})


def strange_times(check: Check, parameters: Mapping[str, Parameter]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where in the check a parameter of an unfitting unit is used, and what would fit. Unknown names pass."""
    for number, option in enumerate(check.options):
        for key, name, fitting in _uses(option):
            parameter = parameters.get(name)
            if parameter is not None and parameter.unit not in fitting:
                units = ", ".join(sorted(fitting))
                what = told("counts_other", key=key, units=units, name=name, unit=parameter.unit)
                yield ("options", number, key), what


def _uses(option: Option) -> Iterator[tuple[str, str, frozenset[str]]]:
    if option.deadline is not None:
        yield "deadline", option.deadline.within, _DEADLINE
    if option.posted is not None and option.posted.for_ is not None:
        yield "posted", option.posted.for_, _POSTED
    yield from (("both", posted.for_, _POSTED) for posted in option.both if posted.for_ is not None)
    if option.lasted is not None:
        yield "lasted", option.lasted.for_, _POSTED
    if option.term is not None:
        yield "term", option.term.at_most, _TERM
    for key, bounded in (("count", option.count), ("number", option.number)):
        for amount in () if bounded is None else (bounded.at_least, bounded.at_most):
            if amount is not None and amount.parameter is not None:
                yield key, amount.parameter, _NUMBERS
