"""What is said of engines that work, are absent, lie, die or never answer."""

from __future__ import annotations

import os
import sys
import time

import pytest

from dcs_audit.installation import engines
from dcs_audit.installation.apart import Died, Hangs, apart
from dcs_audit.installation.engines import tested as examined
from dcs_audit.installation.finding import Level

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs processes that are forked")


def sound(engine: str) -> list[str]:
    return []


def lies(engine: str) -> list[str]:
    return ["negation under e: 4 matches wanted, 3 found"] if engine == "durable_rules" else []


def dies(engine: str) -> list[str]:
    if engine == "durable_rules":
        os.kill(os.getpid(), 9)
    return []


def hangs(engine: str) -> list[str]:
    while engine == "durable_rules":
        time.sleep(0.01)
    return []


def raises(engine: str) -> list[str]:
    if engine == "durable_rules":
        raise ValueError("no such thing")
    return []


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    """durable_rules is here, in the version that was measured."""
    monkeypatch.setattr("dcs_audit.engine.durable.available", lambda: True)
    monkeypatch.setattr(engines, "version_of", lambda name: engines.MEASURED)


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """durable_rules is neither installed nor loadable."""
    monkeypatch.setitem(sys.modules, engines.MODULE, None)
    monkeypatch.setattr(engines, "version_of", lambda name: None)


@pytest.mark.usefixtures("there")
def test_sound_engines() -> None:
    assert [(found.part, found.level) for found in examined(sound)] == [
        ("engine_reference", Level.OK),
        ("engine_durable", Level.OK),
    ]


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize(
    ("examine", "told"),
    [
        (lies, "4 matches wanted, 3 found"),
        (dies, "-9"),
        (hangs, "0 seconds"),
        (raises, "ValueError: no such thing"),
    ],
)
def test_a_faulty_engine_costs_the_other_nothing(examine: object, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_SECONDS", 0.3 if examine is hangs else 60.0)
    reference, durable = examined(examine)  # type: ignore[arg-type]
    assert (reference.level, durable.level) == (Level.OK, Level.FAULT)
    assert told in durable.told.en
    assert durable.mend is not None and "--engine reference" in durable.mend.en and "pip install" in durable.mend.en


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize(
    ("version", "platform", "level", "mend"),
    [
        ((3, 11, 7), "linux", Level.FAULT, 'pip install --force-reinstall --no-cache-dir "durable_rules==2.0.28"'),
        ((3, 12, 1), "darwin", Level.FAULT, 'pip install --force-reinstall --no-cache-dir "durable_rules==2.0.28"'),
        ((3, 13, 0), "linux", Level.NOTE, "CPPFLAGS="),
        ((3, 12, 1), "win32", Level.NOTE, "WSL"),
    ],
)
def test_an_absent_engine_is_a_fault_only_where_it_belongs(
    version: tuple[int, ...], platform: str, level: Level, mend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines.sys, "version_info", version)
    monkeypatch.setattr(engines.sys, "platform", platform)
    durable = engines._absent(engines.absence() or pytest.fail("it is absent"))
    assert (durable.part, durable.level) == ("engine_durable", level)
    assert durable.mend is not None and mend in durable.mend.en
    assert "reference engine alone" in durable.told.en


def test_one_that_is_installed_but_cannot_be_loaded_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, engines.MODULE, None)
    monkeypatch.setattr(engines, "version_of", lambda name: engines.MEASURED)
    why = engines.absence()
    assert why is not None and "cannot be loaded: ModuleNotFoundError" in why.en


@pytest.mark.usefixtures("there")
def test_another_version_than_the_one_measured_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "version_of", lambda name: "2.0.29")
    *_, last = examined(sound)
    assert last.level is Level.FAULT and "2.0.29" in last.told.en


def test_work_apart_gives_its_answer_or_says_what_became_of_it() -> None:
    assert apart(len, "four", 60) == 4
    with pytest.raises(TypeError):
        apart(len, 4, 60)
    with pytest.raises(Died) as died:
        apart(os._exit, 3, 60)
    assert died.value.code == 3
    with pytest.raises(Hangs):
        apart(time.sleep, 60, 0.1)
