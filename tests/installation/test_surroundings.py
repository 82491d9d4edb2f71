"""What is said of libraries, cache, terminal and clock; and that nothing is left on the disk."""

from __future__ import annotations

import os
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dcs_audit.installation import engines, libraries, surroundings
from dcs_audit.installation.commands import with_extra
from dcs_audit.installation.finding import Level
from dcs_audit.installation.surroundings import SAMPLE, Screen, cache, clock, screen_of
from dcs_audit.law.cache import Cache, hindrance

posix = pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
ordinary = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 20)


def tree(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*"))


@pytest.mark.parametrize("there", [True, False])
def test_a_cache_that_can_be_used_is_left_as_it_was(there: bool, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "cache"
    if there:
        folder.mkdir(parents=True)
        Cache(str(folder)).write("kept", "0" * 64, b"content")
    before = [name for name, _ in tree(tmp_path)]
    found = cache({"DCS_AUDIT_CACHE": str(folder)})
    assert found.level is Level.OK and str(folder) in found.told.vi
    assert [name for name, _ in tree(tmp_path)] == before
    Cache(str(folder)).write("more", "0" * 64, b"content")
    assert Cache(str(folder)).read("more", "0" * 64) == b"content"


@posix
def test_a_folder_that_others_may_write_to_is_told_of(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o777)
    found = cache({"DCS_AUDIT_CACHE": str(folder)})
    assert (found.level, found.mend and found.mend.en.splitlines()[1]) == (Level.NOTE, f"chmod go-w '{folder}'")
    assert hindrance(str(folder)) == "foreign"
    assert list(folder.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        assert hindrance(str(folder)) == "unwritable"
    assert (tmp_path / "file").read_text() == ""


@ordinary
def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o555)
    assert hindrance(str(tmp_path / "locked" / "cache")) == "unwritable"


def test_no_cache_is_only_a_note() -> None:
    assert cache({"DCS_AUDIT_CACHE": "off"}).level is Level.NOTE


@pytest.mark.parametrize(
    ("charset", "level", "told"),
    [
        ("UTF-8", Level.OK, SAMPLE),
        ("utf8", Level.OK, SAMPLE),
        (None, Level.OK, "NFC"),
        ("cp1258", Level.NOTE, "no composed Vietnamese letters"),
        ("ascii", Level.NOTE, "no composed Vietnamese letters"),
        ("gb18030", Level.NOTE, "gb18030, the program writes UTF-8. Try"),
    ],
)
def test_what_the_terminal_can_show(charset: str | None, level: Level, told: str) -> None:
    found = next(screen_of(Screen(charset, 100, True)))
    assert (found.part, found.level) == ("output", level)
    assert told in found.told.en
    assert (found.mend is None) == (level is Level.OK)


def test_the_sample_is_composed_and_needs_it() -> None:
    assert unicodedata.normalize("NFC", SAMPLE) == SAMPLE != unicodedata.normalize("NFD", SAMPLE)


def test_a_narrow_terminal_is_told_of() -> None:
    assert [found.level for found in screen_of(Screen("utf-8", 79, False))] == [Level.OK, Level.NOTE]
    assert [found.level for found in screen_of(Screen("utf-8", 80, False))] == [Level.OK, Level.OK]


@pytest.mark.parametrize(
    ("today", "offset", "level", "told"),
    [
        (TODAY, timedelta(hours=7), Level.OK, "20/11/2026"),
        (TODAY, timedelta(0), Level.NOTE, "UTC+00:00"),
        (TODAY, timedelta(hours=-3, minutes=-30), Level.NOTE, "UTC-03:30"),
        (date(1970, 1, 1), timedelta(hours=7), Level.FAULT, "01/01/1970"),
        (date(2101, 1, 1), timedelta(hours=7), Level.FAULT, "01/01/2101"),
    ],
)
def test_the_clock(today: date, offset: timedelta, level: Level, told: str) -> None:
    found = clock(today, offset)
    assert found.level is level and told in found.told.vi


def test_required_libraries_that_cannot_be_loaded_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [found.level for found in libraries.required()] == [Level.OK]
    monkeypatch.setitem(sys.modules, "yaml", None)
    (found,) = libraries.required()
    assert found.level is Level.FAULT and "PyYAML" in found.told.en
    assert found.mend is not None and found.mend.en.endswith('-m pip install --force-reinstall "pyyaml"')


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """shtab is not installed, icalendar is but cannot be loaded."""
    monkeypatch.setattr(libraries, "version_of", lambda name: None if name == "shtab" else "1.0")
    monkeypatch.setattr(libraries, "why_not", lambda module: "ImportError: no" if module == "icalendar" else None)
    yield


@pytest.mark.usefixtures("without")
def test_extras_that_are_absent_are_notes_and_broken_ones_faults() -> None:
    found = {finding.part: finding for finding in libraries.optional()}
    assert {part: finding.level for part, finding in found.items()} == {
        "extra_reports": Level.OK,
        "extra_calendar": Level.FAULT,
        "extra_completion": Level.NOTE,
        "extra_fleet": Level.OK,
    }
    mend = found["extra_completion"].mend
    assert mend is not None and mend.vi.endswith(with_extra("completion"))
    assert "docx" in found["extra_reports"].told.vi


def test_extras_are_those_of_the_project() -> None:
    """What doctor calls an extra is one, and has the distributions that pyproject.toml gives it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def named(requirements: list[str]) -> set[str]:
        return {found[0].lower() for line in requirements for found in [re.match(r"[\w-]+", line)] if found}

    for extra in libraries.EXTRAS:
        wanted = {name.lower() for name in extra.modules} - {"distributed"}  # itself an extra, of dask
        assert named(project["optional-dependencies"][extra.name]) == wanted
    always = {name.lower() for name in (*libraries.REQUIRED, engines.DISTRIBUTION)}
    assert named(project["dependencies"]) == always
    assert f"{engines.DISTRIBUTION}=={engines.MEASURED};" in "\n".join(project["dependencies"])


def test_the_program_says_where_it_is() -> None:
    assert str(Path(surroundings.__file__).parents[1]) in surroundings.program().told.vi
