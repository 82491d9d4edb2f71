"""The command line as a whole: languages, help, and ends that are nobody's fault."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from dcs_audit import __version__
from dcs_audit.cli.exits import worst
from dcs_audit.cli.main import main, vietnam_today
from dcs_audit.cli.parser import said

from .conftest import Bench, violation

PYTHON = [sys.executable, "-X", "utf8=0"]
SRC = str(Path(__file__).parents[2] / "src")


def test_version_and_help(bench: Bench) -> None:
    assert bench.run("--version").out == f"dcs-audit {__version__}\n"
    ran = bench.run("--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Cách dùng: dcs-audit")
    assert bench.run("--lang", "en", "-h").out.startswith("Usage: dcs-audit")


@pytest.mark.parametrize("command", [(), ("check",), ("rules",), ("rules", "list"), ("rules", "show")])
def test_help_speaks_one_language_in_80_columns(
    bench: Bench, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = bench.run(*command, "--help").out
    for english in ("usage:", "options", "positional", "show this", "Exit codes"):
        assert english not in shown
    assert max(map(len, shown.splitlines())) <= 84
    assert "Cách dùng" not in bench.run(*command, "--help", "--lang=en").out


def test_the_language_comes_from_the_option_then_the_environment(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "còn thiếu" in bench.run("check").err
    assert "missing" in bench.run("check", "--lang", "en").err
    monkeypatch.setenv("DCS_AUDIT_LANG", "en")
    assert "missing" in bench.run("check").err
    assert "còn thiếu" in bench.run("check", "--lang=vi").err
    monkeypatch.setenv("DCS_AUDIT_LANG", "fr")
    ran = bench.run("--version")
    assert (ran.code, ran.out) == (2, "")
    assert "DCS_AUDIT_LANG" in ran.err


@pytest.mark.parametrize(
    ("argv", "complaint"),
    [
        ((), "còn thiếu LỆNH"),
        (("chek",), "LỆNH: không có `chek`; chọn trong: "),
        (("--lang", "fr", "check", "x"), "--lang: không có `fr`"),
        (("rules",), "còn thiếu LỆNH"),
    ],
)
def test_no_command_or_a_wrong_one(bench: Bench, argv: tuple[str, ...], complaint: str) -> None:
    ran = bench.run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err
    assert "--help" in ran.err


def test_an_interrupt_is_silent(bench: Bench, unit_file: Callable[..., str]) -> None:
    def interrupt(name: str) -> None:
        raise KeyboardInterrupt

    bench.fail = interrupt
    ran = bench.run("check", unit_file())
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_an_unforeseen_error_is_one_line(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(names: object) -> None:
        raise ValueError("no\nsense")

    monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", broken)
    ran = bench.run("rules", "list")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert "ValueError: no sense" in ran.err


def test_a_closed_pipe_is_silent_and_keeps_the_verdict(bench: Bench, unit_file: Callable[..., str]) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    bench.results = (violation(),)
    err = io.StringIO()
    assert main(["check", unit_file()], io.StringIO(), Closed(), err) == 1
    assert err.getvalue() == ""


def test_a_full_disk_is_two(bench: Bench, unit_file: Callable[..., str]) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    err = io.StringIO()
    assert main(["check", unit_file()], io.StringIO(), Full(), err) == 2
    assert "ổ đĩa đã đầy" in err.getvalue()


def test_two_wins_over_three_over_one() -> None:
    assert (worst([]), worst([1]), worst([1, 3]), worst([3, 1, 2])) == (0, 1, 3, 2)


def test_today_is_todays_date_in_vietnam() -> None:
    before = datetime.now(timezone(timedelta(hours=7))).date()
    assert before <= vietnam_today() <= before + timedelta(days=1)


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    code = (
        "import sys, io; from dcs_audit.cli.main import main;"
        f"main([{argument!r}], sys.stdin, io.StringIO(), sys.stderr);"
        "print(sorted({'rich', 'pydantic', 'holidays', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": SRC})
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_output_is_utf8_whatever_the_locale() -> None:
    environment = {"PYTHONPATH": SRC, "PYTHONIOENCODING": "cp1258", "LC_ALL": "C"}
    done = subprocess.run([*PYTHON, "-m", "dcs_audit", "--help"], capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Cách dùng".encode() in done.stdout


def test_a_pipe_closed_at_once_leaves_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "dcs_audit", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": SRC},
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("rules", "list"), 2),
        (("schema", "unit"), 2),
        (("init", "--type", "village"), 2),
        (("init", "--type", "village", "--format", "xlsx"), 2),
        (("--version",), 2),
        (("schema", "unit", "--output", "{file}"), 0),
    ],
)
def test_a_stdout_that_is_closed_is_told_unless_nothing_goes_there(
    argv: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    command = [*PYTHON, "-m", "dcs_audit", *(word.format(file=tmp_path / "out") for word in argv)]
    closing = "import os, sys; os.close(1); os.execv(sys.argv[1], sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", closing, *command], stderr=subprocess.PIPE, env={"PYTHONPATH": SRC}, cwd=tmp_path
    )
    assert done.returncode == code
    told = done.stderr.decode()
    assert ("không ghi được stdout: đầu ra đã bị đóng" in told) == (code == 2)
    assert "Traceback" not in told and "Exception" not in told


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "argument COMMAND: invalid choice: 'chek' (choose from 'check', 'rules')",
            "COMMAND: không có `chek`; chọn trong: 'check', 'rules'",
        ),
        (
            "argument COMMAND: invalid choice: 'chek' (choose from check, rules)",  # since Python 3.12
            "COMMAND: không có `chek`; chọn trong: check, rules",
        ),
        ("something new", "something new"),
    ],
)
def test_messages_of_argparse_are_known_over_its_versions(message: str, told: str) -> None:
    assert said(message, "vi") == told
