"""How often Python looks for garbage while many records are audited."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATIONS = 50_000
"""Objects that are made, less those that are gone, before Python looks for garbage: those of some ten units."""


@contextmanager
def seldom_tidied() -> Iterator[None]:
    """Python looks for garbage in circles less often: a task makes many objects, and nearly none of them is in one.

    What is there already, as the rulebook, is not looked at again.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(max(_ALLOCATIONS, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
