"""The module of durable_rules that is written in C: its name, and whether it is there; to load it is for `durable`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

MODULE: Final = "durable_rules_engine"


def installed() -> bool:
    """Whether it is there; to load it may still fail."""
    return find_spec(MODULE) is not None
