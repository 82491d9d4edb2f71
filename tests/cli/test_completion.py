"""`completion`: scripts that shells accept, and what they complete."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dcs_audit.installation.commands import with_extra

from .conftest import Bench

BASH, ZSH, FISH = (shutil.which(shell) for shell in ("bash", "zsh", "fish"))
ASK = """
source "$1"; shift
handler=$(complete -p dcs-audit | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
"$handler" dcs-audit "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""
pytest.importorskip("shtab", reason="extra `completion` is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "unit-a.yaml").write_text("")
    (tmp_path / "unit-b.json").write_text("")
    return tmp_path


def script(bench: Bench, shell: str, folder: Path) -> str:
    ran = bench.run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    path = folder / f"script.{shell}"
    path.write_text(ran.out, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("shell", "found"),
    [pytest.param(name, found, id=name) for name, found in (("bash", BASH), ("zsh", ZSH), ("fish", FISH))],
)
def test_the_shell_accepts_its_script(shell: str, found: str | None, bench: Bench, folder: Path) -> None:
    if found is None:
        pytest.skip(f"no {shell} here")
    checked = subprocess.run([found, "-n", script(bench, shell, folder)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


WORDS = [
    (("ch",), {"check"}),
    (("rules", "s"), {"show"}),
    (("check", "--fo"), {"--force", "--format"}),
    (("check", "x.yaml", "--format", "js"), {"json", "jsonl"}),
    (("check", "x.yaml", "--severity", "m"), {"major", "minor"}),
    (("--lang", "en", "expl"), {"explain"}),
    (("completion", ""), {"bash", "zsh", "fish"}),
    (("doctor", "--format", ""), {"text", "json"}),
    (("--ver",), {"--version", "--verbose"}),
]


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_bash_completes_commands_options_words_and_files(bench: Bench, folder: Path) -> None:
    path = script(bench, "bash", folder)

    def completed(*words: str) -> set[str]:
        ended = subprocess.run(
            [BASH or "", "-c", ASK, "ask", path, "dcs-audit", *words],
            cwd=folder, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return set(ended.stdout.split())

    for typed, wanted in WORDS:
        assert completed(*typed) == wanted, typed
    for typed in (
        ("check", "unit-"),
        ("explain", "unit-"),
        ("diff", "a.json", "unit-"),
        ("check", "x", "--pack", "un"),
    ):
        assert completed(*typed) == {"unit-a.yaml", "unit-b.json"}, typed


@pytest.mark.skipif(FISH is None, reason="no fish here")
def test_fish_completes_the_same(bench: Bench, folder: Path) -> None:
    path = script(bench, "fish", folder)
    for typed, wanted in WORDS:
        ask = f"source '{path}'; complete -C 'dcs-audit {' '.join(typed)}'"
        ended = subprocess.run([FISH or "", "-c", ask], cwd=folder, capture_output=True, text=True, check=True)
        assert {line.partition("\t")[0] for line in ended.stdout.splitlines()} >= wanted, typed


def test_without_the_library_it_says_what_to_install(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    ran = bench.run("completion", "bash")
    assert (ran.code, ran.out) == (2, "")
    assert with_extra("completion") in ran.err


def test_an_unknown_shell_is_a_usage_error(bench: Bench) -> None:
    ran = bench.run("completion", "bsh")
    assert (ran.code, ran.out) == (2, "") and "bash" in ran.err
