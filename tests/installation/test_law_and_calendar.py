"""What is said of the packs and of the calendar."""

from __future__ import annotations

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from dcs_audit.installation.finding import Finding, Level
from dcs_audit.installation.law import REQUIREMENT, calendar, law
from dcs_audit.law import load_rulebook, loader
from dcs_audit.law.calendar import AnnouncedDay

TODAY = date(2026, 11, 20)


def by_part(findings: list[Finding]) -> dict[str, list[Finding]]:
    return {part: [found for found in findings if found.part == part] for part in {f.part for f in findings}}


def test_the_packs_are_counted_and_the_digest_is_that_of_reports() -> None:
    found = by_part(list(law(TODAY)))
    (book,), (packs,) = found["rulebook"], found["packs"]
    national = load_rulebook()
    assert (book.level, packs.level) == (Level.OK, Level.OK)
    assert national.digest in book.told.vi
    assert f"{len(national.rule_ids)} rules" in book.told.en
    assert "my-hao-2024" in packs.told.vi and packs.told.en.startswith("5 packs")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("quoc-gia/pack.yaml", "quoc-gia"),
        ("my-hao-2024/sources.yaml", "my-hao-2024"),
    ],
)
def test_a_damaged_pack_is_a_fault(spoil: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(loader.shipped(), tmp_path / "rules")
    (tmp_path / "rules" / spoil).write_text("nonsense: [")
    monkeypatch.setattr(loader, "shipped", lambda: tmp_path / "rules")
    broken = [found for found in law(TODAY) if found.level is Level.FAULT]
    assert len(broken) == 1
    assert told in broken[0].told.en and broken[0].mend is not None


def test_a_missing_pack_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(loader, "shipped", lambda: tmp_path / "rules")
    (broken,) = law(TODAY)
    assert broken.level is Level.FAULT and "quoc-gia" in broken.told.en


def test_this_year_and_the_next_have_their_holidays() -> None:
    assert [found.level for found in calendar(date(2025, 1, 1), ())] == [Level.OK]
    ok, note = calendar(TODAY, [AnnouncedDay(date(2026, 1, 10), True, "làm bù")])
    assert (ok.level, note.level) == (Level.OK, Level.NOTE)
    assert "2026: 14 days off, 2 weekend days worked" in ok.told.en
    assert "2027" in note.told.en and "2026" not in note.told.en
    swapped = [AnnouncedDay(date(2027, 9, 4), True, "làm bù")]
    assert [found.level for found in calendar(TODAY, swapped)] == [Level.OK]


def test_years_without_public_holidays_are_a_fault() -> None:
    (found,) = calendar(date(2100, 6, 1), ())
    assert found.level is Level.FAULT and "2101" in found.told.en


def test_a_library_that_fails_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(year: int) -> None:
        raise ImportError("no module")

    monkeypatch.setattr("dcs_audit.law.calendar._library", broken)
    (found,) = calendar(TODAY, ())
    assert found.level is Level.FAULT and "ImportError" in found.told.en


@pytest.mark.parametrize(
    ("version", "level"), [("0.105", "fault"), ("0.99.1", "fault"), ("0.108", "ok"), ("0.110", "ok")]
)
def test_a_library_older_than_the_packs_is_a_fault(version: str, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dcs_audit.installation.law.version_of", lambda name: version)
    first, *_ = calendar(TODAY, ())
    assert first.level is Level(level) and version in first.told.vi
    assert level == "ok" or (first.mend is not None and f'"{REQUIREMENT}"' in first.mend.vi)


def test_the_project_asks_for_the_same_library() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert REQUIREMENT in project["dependencies"]
