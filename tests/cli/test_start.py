"""What a run loads, and what it leaves behind: processes with their own cache."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CHECK = ("check", "xa-gan-dat.yaml", "--as-of", "2026-11-20")
# Told by the process itself when it ends, apart from its output.
LISTS_MODULES = """
import atexit, sys
atexit.register(lambda: open(sys.argv.pop(), "w").write("\\n".join(sys.modules)))
from dcs_audit.cli.main import entry
argv = sys.argv[:]
sys.argv = argv[:-1]
try:
    entry()
finally:
    sys.argv = argv
"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def run(cache: Path | str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "dcs_audit", *arguments],
        cwd=SAMPLES,
        env={**os.environ, "DCS_AUDIT_CACHE": str(cache), **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


def modules(cache: Path, *arguments: str) -> set[str]:
    """Every module that a run has loaded."""
    told = cache.parent / "modules.txt"
    subprocess.run(
        [sys.executable, "-c", LISTS_MODULES, *arguments, str(told)],
        cwd=SAMPLES,
        env={**os.environ, "DCS_AUDIT_CACHE": str(cache)},
        stdout=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )
    return set(told.read_text().split("\n"))


def loaded(found: set[str], names: Sequence[str]) -> list[str]:
    return [name for name in names if name in found]


HERE = ("--engine", "reference")
"""Everything happens in one process, which can tell what it loads."""
HEAVY = ("pydantic", "rich", "holidays", "yaml", "durable_rules_engine", "openpyxl", "docx", "jinja2", "icalendar")


@pytest.mark.parametrize("question", [("--help",), ("--version",), ("--lang", "en", "--help")])
def test_help_and_version_load_next_to_nothing(cache: Path, question: tuple[str, ...]) -> None:
    found = modules(cache, *question)
    assert "dcs_audit.cli.main" in found
    assert loaded(found, (*HEAVY, "dataclasses", "multiprocessing", "dcs_audit.law", "dcs_audit.records")) == []
    words = {name for name in found if name.startswith("dcs_audit.locale.")}
    assert words == {f"dcs_audit.locale.{name}" for name in ("commands", "languages", "screen")}, "see _CATALOGUES"
    assert not cache.exists()


def test_a_usage_error_loads_no_law(cache: Path) -> None:
    assert loaded(modules(cache, "chekc"), (*HEAVY, "dcs_audit.law", "dcs_audit.records")) == []


def test_data_loads_nothing_for_screens_and_the_second_run_no_holidays(cache: Path) -> None:
    never = ("rich", "openpyxl", "docx", "jinja2", "icalendar", "multiprocessing")
    first = modules(cache, *CHECK, "--format", "json", *HERE)
    assert loaded(first, (*never, "holidays", "dcs_audit.law.soundness")) == ["holidays", "dcs_audit.law.soundness"]
    again = modules(cache, *CHECK, "--format", "json", *HERE)
    assert loaded(again, (*never, "holidays", "dcs_audit.law.soundness", "dcs_audit.law.references")) == []
    assert {"pydantic", "dcs_audit.law.compiled"} <= again


def test_json_records_load_no_yaml_once_the_rules_are_kept(cache: Path, tmp_path: Path) -> None:
    unit = tmp_path / "unit.json"
    unit.write_text('{"unit": {"name": "A", "type": "commune"}, "year": 2026}', "utf-8")
    assert "yaml" in modules(cache, "check", str(unit), "--format", "json", *HERE)
    assert "yaml" not in modules(cache, "check", str(unit), "--format", "json", *HERE)


def test_one_report_as_text_loads_nothing_for_fleets(cache: Path) -> None:
    found = modules(cache, *CHECK, *HERE)
    never = ("dcs_audit.fleet.tally", "dcs_audit.report.fleet_text", "dcs_audit.cli.forked", "openpyxl", "docx")
    assert loaded(found, (*never, "multiprocessing", "rich")) == ["rich"]


@pytest.mark.skipif(not hasattr(os, "fork") or find_spec("durable_rules_engine") is None, reason="nothing is forked")
def test_the_process_that_only_writes_loads_neither_law_nor_records(cache: Path) -> None:
    """What it holds when it forks is what the two have to keep apart."""
    for how in ((), ("--format", "json")):
        found = modules(cache, *CHECK, *how)
        assert "dcs_audit.cli.forked" in found
        assert loaded(found, (*HEAVY, "dcs_audit.law", "dcs_audit.records.model", "dcs_audit.auditor")) == []
        assert loaded(found, [f"dcs_audit.locale.{name}" for name in ("doctor", "workbook", "rules_doc")]) == []


def test_the_rule_engine_is_loaded_by_those_who_run_it(cache: Path) -> None:
    assert "durable_rules_engine" not in modules(cache, *CHECK, "--format", "json", "--engine", "reference")
    assert "durable_rules_engine" not in modules(cache, "rules", "list")


@pytest.mark.parametrize("arguments", [CHECK, (*CHECK, "--format", "json"), ("rules", "show", "LDC-D11-K2")])
def test_the_cache_changes_no_byte(cache: Path, arguments: tuple[str, ...]) -> None:
    without = run("off", *arguments)
    assert not cache.exists()
    first, second = run(cache, *arguments), run(cache, *arguments)
    assert without.stdout and without.stderr == b""
    for ended in (first, second):
        assert (ended.returncode, ended.stdout, ended.stderr) == (without.returncode, without.stdout, b"")
    assert list(cache.glob("rulebook-*"))


def test_a_damaged_cache_is_silently_made_anew(cache: Path) -> None:
    wanted = run(cache, *CHECK).stdout
    whole = {path: path.read_bytes() for path in cache.iterdir()}
    assert len(whole) == 2
    for path, content in whole.items():
        path.write_bytes(content[: len(content) // 2])
    ended = run(cache, *CHECK)
    assert (ended.stdout, ended.stderr) == (wanted, b"")
    assert {path: path.stat().st_size for path in cache.iterdir()} == {path: len(whole[path]) for path in whole}


@pytest.mark.parametrize("blocked", ["a file", "no home"])
def test_where_nothing_can_be_kept_all_is_as_ever(cache: Path, tmp_path: Path, blocked: str) -> None:
    cache.write_text("")
    environment = {"DCS_AUDIT_CACHE": "", "HOME": str(cache), "XDG_CACHE_HOME": ""} if blocked == "no home" else {}
    ended = run(cache, *CHECK, **environment)
    assert (ended.stdout, ended.stderr) == (run("off", *CHECK).stdout, b"")
    assert cache.read_text() == ""


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_cache_that_others_may_write_is_neither_used_nor_filled(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    ended = run(cache, *CHECK)
    assert (ended.stdout, ended.stderr) == (run("off", *CHECK).stdout, b"")
    assert list(cache.iterdir()) == []


def test_several_processes_at_once_on_an_empty_cache(cache: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        ended = list(pool.map(lambda _: run(cache, *CHECK), range(3)))
    assert {(one.returncode, one.stdout, one.stderr) for one in ended} == {(1, ended[0].stdout, b"")}
    assert len(list(cache.iterdir())) == 2, "nothing unfinished is left"


def test_help_is_whole_on_every_level() -> None:
    for words in (("--help",), ("check", "--help"), ("rules", "--help"), ("rules", "list", "--help")):
        ended = run("off", *words)
        assert (ended.returncode, ended.stderr) == (0, b""), words
        assert b"--help" in ended.stdout
    assert b"--as-of" in run("off", "--lang", "en", "check", "--help").stdout
