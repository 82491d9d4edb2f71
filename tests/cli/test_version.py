"""`--version --verbose`: what is in use, in either order; plain `--version` stays what it was."""

from __future__ import annotations

import platform
from hashlib import sha256
from importlib.metadata import version

import pytest

from dcs_audit import __version__
from dcs_audit.engine.durable import available
from dcs_audit.law.loader import shipped
from dcs_audit.law.rulebook import load_rulebook

from .conftest import Bench

DIGEST = load_rulebook().digest


def test_either_order_tells_the_same(bench: Bench) -> None:
    told = bench.run("--version", "--verbose")
    assert (told.code, told.err) == (0, "")
    assert bench.run("--verbose", "--version").out == told.out
    assert bench.run("--version").out == f"dcs-audit {__version__}\n"


def test_everything_in_use_is_named(bench: Bench) -> None:
    first, *lines = bench.run("--lang", "en", "--version", "--verbose").out.splitlines()
    told = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}
    assert first == f"dcs-audit {__version__}"
    assert list(told) == ["Engines", "Libraries", "Optional", "Calendar", "Rulebook", "Python", "Platform"]
    for name in ("pydantic", "PyYAML", "rich", "holidays"):
        assert f"{name} {version(name)}" in told["Libraries"]
    added = sha256((shipped() / "quoc-gia" / "calendar.yaml").read_bytes()).hexdigest()
    assert told["Calendar"] == f"holidays {version('holidays')}, quoc-gia/calendar.yaml sha256:{added}"
    assert told["Rulebook"] == f"quoc-gia {DIGEST}"
    assert told["Python"] == f"CPython {platform.python_version()}"
    assert told["Engines"].endswith(", reference")


@pytest.mark.skipif(not available(), reason="durable_rules cannot be loaded here")
def test_the_rule_engine_is_named_with_its_version(bench: Bench) -> None:
    assert f"durable_rules {version('durable_rules')}, reference" in bench.run("--version", "--verbose").out


def test_an_absent_engine_says_why(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dcs_audit.engine.durable.available", lambda: False)
    assert "durable_rules không dùng (" in bench.run("--version", "--verbose").out


def test_what_cannot_be_told_costs_the_rest_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise OSError("no rules here")

    monkeypatch.setattr("dcs_audit.law.loader.pack_text", broken)
    ran = bench.run("--version", "--verbose")
    assert ran.code == 0
    assert ran.out.count("không đọc được: OSError: no rules here") == 2
    assert "Python" in ran.out


def test_verbose_alone_is_a_usage_error(bench: Bench) -> None:
    for argv in (("--verbose",), ("--verbose", "check", "x.yaml")):
        ran = bench.run(*argv)
        assert (ran.code, ran.out) == (2, "")
        assert "--version --verbose" in ran.err
    assert bench.run("check", "x.yaml", "--verbose").code == 2
