"""How durable_rules is looked for, and what happens where it cannot be loaded."""

from __future__ import annotations

import os
import sys
from types import ModuleType

import pytest

from dcs_audit.engine import durable
from dcs_audit.engine.compiler import compile_program
from dcs_audit.engine.durable import DurableEngine, available
from dcs_audit.engine.interface import EngineError, Program

MODULE = "durable_rules_engine"


def test_without_durable_rules_the_engine_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, MODULE, None)
    assert not available()
    with pytest.raises(EngineError, match="not installed or cannot be loaded"):
        DurableEngine(compile_program(Program({}, ())))


@pytest.mark.skipif(not hasattr(sys, "getdlopenflags"), reason="this platform has no loader flags")
def test_an_import_that_fails_is_tried_once_more_bound_lazily(monkeypatch: pytest.MonkeyPatch) -> None:
    flags: list[int] = []

    def import_module(name: str) -> ModuleType:
        flags.append(sys.getdlopenflags())
        if len(flags) == 1:
            raise ImportError("undefined symbol: PyEval_CallObject")
        return ModuleType(name)

    before = sys.getdlopenflags()
    monkeypatch.setattr(durable.importlib, "import_module", import_module)
    assert available()
    assert flags == [before, os.RTLD_LAZY]
    assert sys.getdlopenflags() == before
