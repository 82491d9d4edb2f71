"""`check` of many records: files, folders, patterns, lines, stdin; crashes, Ctrl-C, and the same bytes for any jobs."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from dcs_audit.cli.interrupts import Interrupts
from dcs_audit.cli.main import main
from dcs_audit.cli.progress import Progress
from dcs_audit.cli.terminal import Terminal
from dcs_audit.verdicts.model import Status

from .conftest import TODAY, Bench, other, violation

Writer = Callable[..., str]
DAY = ("--as-of", "2026-11-20", "--engine", "reference")


def line(name: str, more: str = "") -> str:
    return f'{{"unit": {{"name": "{name}", "type": "commune"}}, "year": 2026{more}}}\n'


@pytest.fixture
def lines_file(tmp_path: Path) -> Callable[..., str]:
    def write(*lines: str, name: str = "a.jsonl") -> str:
        path = tmp_path / name
        path.write_bytes("".join(lines).encode("utf-8", "surrogateescape"))
        return str(path)

    return write


def names(bench: Bench) -> list[str]:
    return [entry["unit"] for entry in bench.audits]


def test_each_line_is_a_unit_with_its_place(bench: Bench, lines_file: Writer) -> None:
    path = lines_file("\ufeff" + line("A"), "\n", line("B"), '{"unit": 3}\n', line("C").rstrip())
    ran = bench.run("check", path, "--format", "json")
    data = json.loads(ran.out)
    assert [unit["input"]["path"] for unit in data["units"]] == [f"{path}:1", f"{path}:3", f"{path}:5"]
    assert data["not_audited"] == [f"{path}:4"]
    assert ran.code == 3
    assert ran.err.startswith(f"{path}:4:")
    assert names(bench) == ["A", "B", "C"]


def test_json_lines_out(bench: Bench, lines_file: Writer) -> None:
    bench.results = (violation(),)
    ran = bench.run("check", lines_file(line("A"), line("B")), "--format", "jsonl")
    assert [json.loads(each)["unit"]["name"] for each in ran.out.splitlines()] == ["A", "B"]
    assert "TỔNG HỢP KẾT QUẢ" in ran.err and ran.code == 1


def test_one_unit_as_a_line_is_silent(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--format", "jsonl")
    assert (len(ran.out.splitlines()), ran.err) == (1, "")


def test_a_file_without_lines_is_not_clean(bench: Bench, lines_file: Writer) -> None:
    ran = bench.run("check", lines_file("\n \n"))
    assert ran.code == 3 and "không có hồ sơ nào" in ran.err


def test_a_file_of_half_characters_is_told_once(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes((line("A") * 5).encode("utf-16"))
    ran = bench.run("check", str(path))
    assert ran.code == 3 and ran.err.count("UTF-16") == 1


def test_patterns_and_folders(bench: Bench, unit_file: Writer, lines_file: Writer, tmp_path: Path) -> None:
    for name in ("b/xa-2.yaml", "b/xa-1.yaml", "b/thon.yaml"):
        unit_file(name, unit=name)
    lines_file(line("L"), name="b/z.jsonl")
    bench.run("check", str(tmp_path / "b" / "xa-*.yaml"))
    assert names(bench) == ["b/xa-1.yaml", "b/xa-2.yaml"]
    bench.audits.clear()
    bench.run("check", str(tmp_path))
    assert names(bench) == ["b/thon.yaml", "b/xa-1.yaml", "b/xa-2.yaml", "L"]
    assert bench.run("check", str(tmp_path / "*.nothing")).code == 3


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        (line("A") + line("B"), (), ["A", "B"]),
        (line("A"), (), ["A"]),
        (line("A") + "\n\n", (), ["A"]),
        (line("A"), ("--stdin-format", "jsonl"), ["A"]),
        ('{\n"unit": {"name": "A", "type": "commune"}, "year": 2026}', (), ["A"]),
        ("unit: {name: A, type: commune}\nyear: 2026\n", (), ["A"]),
        ("unit: {name: A, type: commune}\nyear: 2026\n", ("--stdin-format", "yaml"), ["A"]),
        (line("A") + line("B"), ("--stdin-format", "json"), []),
    ],
)
def test_stdin(bench: Bench, text: str, asked: tuple[str, ...], found: list[str]) -> None:
    bench.stdin = text
    ran = bench.run("check", "-", "--format", "json", *asked)
    assert names(bench) == found
    assert ran.code == (0 if found else 3)
    if found:
        schema = json.loads(ran.out)["schema"]
        assert schema == f"dcs-audit/{'fleet' if len(found) > 1 or 'jsonl' in asked else 'report'}@1"


def test_above_ten_units_text_is_a_summary(bench: Bench, lines_file: Writer) -> None:
    bench.results = (violation(), other(Status.PASSED))
    few = bench.run("check", lines_file(*[line(f"Đơn vị {n}") for n in range(10)])).out
    many = bench.run("check", lines_file(*[line(f"Đơn vị {n}") for n in range(11)])).out
    assert few.count("KẾT QUẢ TỰ KIỂM TRA") == 10 and "Theo xếp loại" in few
    assert many.count("KẾT QUẢ TỰ KIỂM TRA") == 0 and "Tổng hợp 11 đơn vị" in many


def test_only_what_no_record_has_is_a_usage_error(bench: Bench, unit_file: Writer) -> None:
    ran = bench.run("check", unit_file(), "--only", "BG-BC-01")  # of a pack that is shipped, but not of this run
    assert (ran.code, ran.out) == (2, "")
    assert "--only" in ran.err


def test_jobs_must_be_a_number(bench: Bench, unit_file: Writer) -> None:
    for wrong in ("0", "-1", "x"):
        assert bench.run("check", unit_file(), "--jobs", wrong).code == 2


def test_an_interrupt_leaves_what_was_finished(bench: Bench, lines_file: Writer, tmp_path: Path) -> None:
    def interrupt(name: str) -> None:
        if name == "C":
            raise KeyboardInterrupt

    bench.fail = interrupt
    output = tmp_path / "out.json"
    path = lines_file(*[line(name) for name in "ABCD"])
    ran = bench.run("check", path, "--format", "json", "--output", str(output))
    data = json.loads(output.read_bytes())
    assert ran.code == 130
    assert [unit["unit"]["name"] for unit in data["units"]] == ["A", "B"]
    assert data["summary"]["complete"] is False
    assert "Đã dừng theo yêu cầu" in ran.err


def test_an_interrupt_waits_while_a_unit_is_written() -> None:
    seen = []
    interrupts = Interrupts()
    with interrupts.watched():
        with pytest.raises(KeyboardInterrupt), interrupts.held():
            signal.raise_signal(signal.SIGINT)
            seen.append("whole")
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert seen == ["whole"]


def test_progress_is_for_a_terminal_only() -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    ticks = iter(range(0, 100, 10))
    for stream, shown in ((Screen(), "Đã kiểm tra 1/3 đơn vị · 0,1 đơn vị/giây · còn 00:20"), (io.StringIO(), "")):
        terminal = Terminal(io.StringIO(), io.StringIO(), stream, lambda: TODAY, "vi")
        Progress(terminal, 3, lambda: float(next(ticks))).step()
        assert stream.getvalue().removeprefix("\r\x1b[K") == shown


def test_a_closed_pipe_ends_a_fleet_in_silence(bench: Bench, lines_file: Writer) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    err = io.StringIO()
    path = lines_file(*[line(str(n)) for n in range(50)])
    assert main(["check", path, "--format", "json"], io.StringIO(), Closed(), err) == 0
    assert len(bench.audits) <= 1


# --- as a process ---------------------------------------------------------------------------------------------------

CRASHING = """
import os
from dcs_audit.cli import desk
from dcs_audit.cli.main import entry
real = desk.read
def read(item, shelf):
    if item.line == 7:
        os._exit(9)
    return real(item, shelf)
desk.read = read
entry()
"""
INTERRUPTED = """
import os, signal
from dcs_audit.cli import running
from dcs_audit.cli.main import entry
real = running.Running.note
def note(self, outcome):
    real(self, outcome)
    if outcome.name.endswith(":5"):
        os.killpg(0, signal.SIGINT)
running.Running.note = note
entry()
"""


def process(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    def alone() -> None:
        os.setpgrp()
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return subprocess.run(
        [sys.executable, "-c", code, "check", *arguments, *DAY],
        capture_output=True,
        check=False,
        timeout=120,
        preexec_fn=alone,
        env={name: value for name, value in os.environ.items() if name not in ("COLUMNS", "DCS_AUDIT_LANG")},
    )


@pytest.fixture
def fleet(lines_file: Callable[..., str]) -> str:
    village = '{{"unit": {{"name": "Thôn {}", "type": "village"}}, "year": 2026}}\n'
    return lines_file(*["{\n" if n == 3 else village.format(n) for n in range(1, 25)])


forked = pytest.mark.skipif(os.name == "nt", reason="needs processes that are forked")


@forked
def test_the_same_bytes_for_any_number_of_jobs(fleet: str) -> None:
    plain = "from dcs_audit.cli.main import entry; entry()"
    one, two = (process(plain, fleet, "--format", "json", "--jobs", jobs) for jobs in "12")
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert one.returncode == 3
    units = json.loads(one.stdout)["units"]
    assert [unit["unit"]["name"] for unit in units] == [f"Thôn {n}" for n in range(1, 25) if n != 3]


@forked
def test_a_worker_that_dies_costs_one_unit(fleet: str) -> None:
    ran = process(CRASHING, fleet, "--format", "json", "--jobs", "2")
    data = json.loads(ran.stdout)
    assert ran.returncode == 2
    assert len(data["units"]) == 22
    assert data["not_audited"] == [f"{fleet}:3", f"{fleet}:7"]
    assert "dừng đột ngột hai lần" in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


@forked
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_readable_json(fleet: str, jobs: str) -> None:
    ran = process(INTERRUPTED, fleet, "--format", "json", "--jobs", jobs)
    data = json.loads(ran.stdout)
    assert ran.returncode == 130
    assert [unit["unit"]["name"] for unit in data["units"]] == ["Thôn 1", "Thôn 2", "Thôn 4", "Thôn 5"]
    assert "Traceback" not in ran.stderr.decode()


def test_saved_reports_beside_the_records_are_no_records(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    first = unit_file("a.yaml", unit="A")
    unit_file("b.yaml", unit="B")
    for form in ("json", "jsonl"):
        assert bench.run("check", first, *DAY, "--format", form, "--output", str(tmp_path / f"r.{form}")).code == 0
    assert (
        bench.run("check", str(tmp_path), *DAY, "--format", "json", "--output", str(tmp_path / "fleet.json")).code == 0
    )
    if find_spec("openpyxl"):
        assert bench.run("check", first, *DAY, "--output", str(tmp_path / "r.xlsx")).code == 0
        assert bench.run("check", str(tmp_path), *DAY, "--output", str(tmp_path / "fleet.xlsx")).code == 0
    bench.audits.clear()
    ran = bench.run("check", str(tmp_path), *DAY)
    assert (ran.code, names(bench)) == (0, ["A", "B"])
    assert bench.run("check", str(tmp_path / "r.json"), *DAY).code == 3  # unless they are named


def test_files_that_are_not_read_are_named_on_one_line(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    folder = tmp_path / "so"
    unit = unit_file("so/a.yaml")
    assert (
        bench.run("check", unit, *DAY, "--output", str(folder / "r.txt"), "--report", f"csv:{folder}/r.csv").code == 0
    )
    for name in ("cu.xls", "b.ods", ".an.csv", "c.csv", "d.txt", "e.doc", "f.DOCX", "g.pdf", "~$h.docx"):
        (folder / name).write_bytes(b"x")
    ran = bench.run("check", str(folder), *DAY)
    assert (ran.code, len(ran.err.splitlines())) == (0, 1)
    for name in ("b.ods", "c.csv", "cu.xls", "d.txt", "e.doc"):
        assert f"{folder}/{name}" in ran.err
    assert "Bỏ qua 6 tệp" in ran.err and "và 1 tệp khác" in ran.err
    assert not any(name in ran.err for name in (".an.csv", "r.txt", "r.csv", "g.pdf", "~$h"))
    assert bench.run("check", unit, *DAY).err == ""


def test_a_folder_of_old_workbooks_says_what_is_read(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"x")
    ran = bench.run("check", str(tmp_path), *DAY)
    assert ran.code == 3
    for told in (".xlsx", ".jsonl", "old.xls"):
        assert told in ran.err
    evidence = bench.run("check", str(tmp_path), *DAY, "--evidence", str(tmp_path))
    assert "old.xls" not in evidence.err


def test_a_unit_that_comes_twice_is_told_and_counted(bench: Bench, unit_file: Writer, tmp_path: Path) -> None:
    paths = [unit_file(f"{name}.yaml", unit=unit) for name, unit in zip("abc", ("A", "B", "A"), strict=True)]
    for more in ((), ("--format", "json"), ("--format", "md"), ("--format", "csv"), ("--format", "jsonl")):
        ran = bench.run("check", *paths, *DAY, *more)
        assert ran.code == 0
        assert "1 tệp hồ sơ trùng" in " ".join(ran.err.split())
        assert more[1:] in (("csv",), ("jsonl",)) or f"{paths[2]} (trùng {paths[0]})" in ran.err
        if more[1:] not in (("json",), ("jsonl",)):
            assert "1 tệp hồ sơ trùng" in " ".join(ran.out.split())
    data = json.loads(bench.run("check", *paths, *DAY, "--format", "json").out)
    assert data["summary"]["units"] == 3
    assert [notice[:17] for notice in data["notices"]] == ["1 tệp hồ sơ trùng"]
    assert "trùng" not in bench.run("check", *paths[:2], *DAY).err
