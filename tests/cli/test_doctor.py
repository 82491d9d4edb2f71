"""`doctor`: the whole command in a process, and what it makes of findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dcs_audit.cli.doctor import as_json, as_text
from dcs_audit.installation.finding import Level, fault, note, ok
from dcs_audit.locale.doctor import WORDS
from dcs_audit.locale.screen import SCREEN

from .conftest import Bench

FINDINGS = [
    ok("clock", "doctor.clock.ok", today="20/11/2026"),
    note("terminal", "doctor.terminal.narrow", "doctor.terminal.widen", columns=60, colour="x"),
    fault("rulebook", "doctor.law.broken", "doctor.reinstall", reason="a\x1b[31m " + "b" * 200, command="c " * 99),
]


def run(cache: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "dcs_audit", "doctor", *arguments],
        env={**os.environ, "DCS_AUDIT_CACHE": str(cache), **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("doctor")
    ended = run(folder / "cache", "--format", "json")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert list(folder.iterdir()) == [], "the cache was tried and is gone"
    found = json.loads(ended.stdout)
    assert isinstance(found, dict)
    return found


def test_every_part_is_looked_at_and_this_installation_is_sound(data: dict[str, object]) -> None:
    assert (data["schema"], data["healthy"]) == ("dcs-audit/doctor@1", True)
    findings = data["findings"]
    assert isinstance(findings, list)
    parts = {finding["part"] for finding in findings}
    assert parts >= {"program", "libraries", "engine_reference", "engine_durable", "rulebook", "packs", "calendar"}
    assert parts >= {"cache", "output", "clock", *(f"extra_{name}" for name in ("reports", "calendar", "completion"))}
    for finding in findings:
        assert set(finding) == {"part", "level", "told", "mend"}
        assert finding["level"] in set(Level)
        assert set(finding["told"]) == {"vi", "en"}


def test_a_faulty_cache_folder_is_a_note_and_the_text_ends_with_what_it_comes_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = run(tmp_path / "file", COLUMNS="80")
    text = ended.stdout.decode()
    assert ended.returncode == 0
    assert "[lưu ý] Bộ nhớ đệm" in text
    assert text.splitlines()[-1].startswith("Không có chỗ hỏng;")
    long = [line for line in text.splitlines() if len(line) > 80 and " -m pip " not in line and "/" not in line]
    assert long == []


def test_one_fault_ends_with_one(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("all is lost")

    monkeypatch.setattr("dcs_audit.installation.law.law", broken)
    ran = bench.run("doctor", "--lang", "en")
    assert (ran.code, ran.err) == (1, "")
    assert "[fault] National rulebook: this part could not be examined: RuntimeError: all is lost" in ran.out
    assert ran.out.splitlines()[-1].startswith("Faults: 1,")
    assert "[ok]    Clock" in ran.out or "[note]  Clock" in ran.out, "the others are looked at"


def test_text_is_wrapped_and_nothing_reaches_the_terminal_as_a_command() -> None:
    for lang in ("vi", "en"):
        lines = as_text(FINDINGS, lang, 60).splitlines()
        assert "\x1b" not in "".join(lines)
        wide = [line for line in lines if len(line) > 60]
        assert len(wide) == 2, "the word that cannot be broken, and the command, which must not be"
        assert any(line.strip() == ("c " * 99).strip() for line in lines)
    assert as_text(FINDINGS, "en", 100).splitlines()[-1].startswith("Faults: 1, notes: 1.")
    assert as_text(FINDINGS[:2], "vi", 60).splitlines()[-1] == "Không có chỗ hỏng; 1 lưu ý."


def test_data_holds_both_languages() -> None:
    data = json.loads(as_json(FINDINGS))
    assert data["healthy"] is False
    assert [finding["level"] for finding in data["findings"]] == ["ok", "note", "fault"]
    assert data["findings"][0]["mend"] is None
    assert data["findings"][1]["told"]["vi"].startswith("chỉ 60 cột")


def test_every_part_has_a_name() -> None:
    """Parts are made by a word; each must have its message."""
    source = Path(sys.modules["dcs_audit.installation.finding"].__file__ or "").parent
    text = "".join(path.read_text(encoding="utf-8") for path in source.glob("*.py"))
    for key in WORDS:
        part = key.removeprefix("doctor.part.")
        if part != key and not part.startswith("extra"):
            assert f'"{part}"' in text or part == "engines"
    assert all(f"doctor.part.{finding.part}" in SCREEN for finding in FINDINGS)


def test_bad_usage(bench: Bench) -> None:
    assert bench.run("doctor", "--format", "xml").code == 2
    assert bench.run("doctor", "x").code == 2
