"""Exit codes of the command line."""

from __future__ import annotations

from collections.abc import Iterable

CLEAN = 0
VIOLATIONS = 1
UNUSABLE = 2
"""A usage error, a bad rule pack, or an engine failure: the run as asked for was not possible."""
UNREADABLE = 3
"""A unit file cannot be read or is invalid; the others were audited."""
INTERRUPTED = 130

_WORST_FIRST = (UNUSABLE, UNREADABLE, VIOLATIONS)


def worst(codes: Iterable[int]) -> int:
    """The code of a run of which several can be said: 2 over 3 over 1."""
    found = set(codes)
    return next((code for code in _WORST_FIRST if code in found), CLEAN)


class BadPack(Exception):
    """A rule pack cannot be used. `problems` are lines for people."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__()
        self.problems = tuple(problems)


class UsageError(Exception):
    """The command line, or a file it names for writing, cannot be used. The message is for people."""
