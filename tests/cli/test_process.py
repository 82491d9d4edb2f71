"""The command as other programs meet it: a process with its arguments, streams, exit code and closed pipes.

All runs but the odd ones are started at once, a few at a time, and shared by the tests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
GOOD, FAULTY, BAD = "xa-gan-dat.yaml", "xa-nhieu-ton-tai.yaml", "loi-dinh-dang.yaml"
DAY = ("--as-of", "2026-11-20")
JSON = ("--format", "json")
PLAIN = ("--engine", "reference")
DEPTH = 20_000

COMMUNE = """
LDC-D11-K1 LDC-D11-K2 LDC-D11-K3 LDC-D11-K4 LDC-D11-K5 LDC-D11-K6 LDC-D11-K7 LDC-D11-K8 LDC-D11-K9 LDC-D11-K10
LDC-D11-K11 LDC-D11-K12 LDC-D11-K13 LDC-D11-K14 LDC-D11-K2-THUCHIEN LDC-D13-K2-DANHSACH LDC-D14-K1 LDC-D14-K3
LDC-D32-K1 TCQDP-D43-BAO TCQDP-D43-KQ LDC-D35-K2C LDC-D36-K1 LDC-D37-K2 N59-D13-K3 N59-D14-K1 N59-D14-K3
LDC-D40-K1C LDC-D41-K1 LDC-D86-K1A LTCD-D15-K2
"""
AGENCY = """
LDC-D46-K1 LDC-D46-K2 LDC-D46-K3 LDC-D46-K4 LDC-D46-K5 LDC-D46-K6 LDC-D46-K7 LDC-D46-K8 LDC-D46-K9 LDC-D46-K10
LDC-D46-K11 LDC-D46-K12 LDC-D51-K1 LDC-D51-K2-THANHPHAN LDC-D51-K2-TUCSO LDC-D51-K2-BIEUQUYET LDC-D51-K3 LDC-D52-K3
LDC-D59-K1A LDC-D60-K1 LDC-D60-K2 LDC-D60-K3 N59-D21-K1 LDC-D62-K2 N59-D22-K3 LDC-D63-K1C
"""
CORE_COMMUNE, CORE_AGENCY = COMMUNE.split(), AGENCY.split()


@dataclass(frozen=True)
class Run:
    """One process to start."""

    arguments: Sequence[str]
    stdin: bytes = b""
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ended:
    """How a process ended and what it said."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode("utf-8")

    @property
    def data(self) -> Any:
        return json.loads(self.raw)


EMPTY_UNIT = b'{"unit": {"name": "A", "type": "commune"}, "year": 2026}'
RUNS = {
    "clean": Run(("check", GOOD, *DAY, "--fail-on", "critical")),
    "violations": Run(("check", GOOD, *DAY, *JSON)),
    "again": Run(("check", GOOD, "--as-of", "20/11/2026", *JSON), environment={"PYTHONHASHSEED": "7"}),
    "text": Run(("check", FAULTY, *DAY), environment={"TERM": "xterm-256color", "FORCE_COLOR": "1"}),
    "no colour": Run(("check", FAULTY, *DAY), environment={"NO_COLOR": "1", "TERM": "xterm-256color"}),
    "invalid": Run(("check", BAD, *DAY)),
    "among good": Run(("check", ".", *DAY, *JSON)),
    "stdin yaml": Run(("check", "-", *DAY, *JSON), (SAMPLES / "xa-trong.yaml").read_bytes()),
    "stdin json": Run(("check", "-", *DAY, *JSON), EMPTY_UNIT),
    "all unreadable": Run(("check", "@odd", "@odd/none.yaml", "@odd/empty", *DAY)),
    "alone": Run(("check", "@odd/nothing.yaml", *DAY)),
    "bad option": Run(("check", GOOD, "--frmat", "json")),
    "bad rule": Run(("check", GOOD, "--only", "LDC-D11-K99")),
    "bad pack": Run(("check", GOOD, "--pack", "quoc-ga")),
    "bad day": Run(("check", GOOD, "--as-of", "31/02/2026")),
    "bad year": Run(("check", GOOD, "--year", "26")),
    "broken pack": Run(("check", GOOD, "--pack", "@pack")),
    "no folder": Run(("check", GOOD, *DAY, *PLAIN, "--output", "@odd/absent/report.txt")),
    "onto folder": Run(("check", GOOD, *DAY, *PLAIN, "--output", "@odd/empty")),
    "read-only": Run(("check", GOOD, *DAY, *PLAIN, "--output", "@locked/report.txt")),
    "written": Run(("check", GOOD, *DAY, *JSON, "--output", "@report.json")),
    "list": Run(("rules", "list", *JSON)),
    "no such rule": Run(("rules", "show", "LDC-D11-K99")),
    "nothing": Run(()),
    "help": Run(("--help",)),
}


def _odd_files(folder: Path) -> None:
    """What people send instead of a unit file."""
    folder.mkdir()
    (folder / "empty").mkdir()
    (folder / "nothing.yaml").write_bytes(b"")
    (folder / "binary.yaml").write_bytes(bytes(range(256)) * 8)
    (folder / "unmarked.yaml").write_bytes("unit: {name: Xã Phú Thọ}\n".encode("utf-16-le"))
    (folder / "wide.yaml").write_bytes((SAMPLES / "xa-trong.yaml").read_text("utf-8").encode("utf-16"))
    (folder / "deep.yaml").write_text("[" * DEPTH)
    (folder / "deep.json").write_text("[" * DEPTH + "]" * DEPTH)
    (folder / "deep-block.yaml").write_text("".join(f"{' ' * level}- \n" for level in range(500)))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with odd files, a broken pack and a folder that nobody may write to."""
    folder = tmp_path_factory.mktemp("process")
    _odd_files(folder / "odd")
    (folder / "pack").mkdir()
    (folder / "pack" / "pack.yaml").write_text("name: thu\nnonsense: 1\n")
    (folder / "locked").mkdir(mode=0o555)
    return folder


def start(run: Run, place: Path, **streams: Any) -> subprocess.Popen[bytes]:
    """The process of `run`, in the folder of the samples; `@` in an argument is the folder of odd files."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "DCS_AUDIT_LANG", "NO_COLOR")}
    arguments = [str(place / word[1:]) if word.startswith("@") else word for word in run.arguments]
    return subprocess.Popen(
        [sys.executable, "-m", "dcs_audit", *arguments], cwd=SAMPLES, env=kept | run.environment, **streams
    )


def _finish(run: Run, place: Path) -> Ended:
    pipe = subprocess.PIPE
    with start(run, place, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        out, err = process.communicate(run.stdin, timeout=120)
    return Ended(process.returncode, out, err.decode("utf-8"))


Ask = Callable[[str], Ended]


@pytest.fixture(scope="module")
def ended(place: Path) -> Ask:
    """How the run of a name ended."""
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        runs: dict[str, Future[Ended]] = {name: pool.submit(_finish, run, place) for name, run in RUNS.items()}
    return lambda name: runs[name].result()


@pytest.mark.parametrize("name", RUNS)
def test_nobody_sees_a_traceback(name: str, ended: Ask) -> None:
    run = ended(name)
    for trace in ("Traceback", "Exception", 'File "', "Warning"):
        assert trace not in run.err
        assert trace not in run.out
    assert run.code in (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("clean", 0),
        ("list", 0),
        ("help", 0),
        ("violations", 1),
        ("text", 1),
        ("stdin yaml", 1),
        ("stdin json", 1),
        ("written", 1),
        ("bad option", 2),
        ("nothing", 2),
        ("invalid", 3),
        ("alone", 3),
        ("all unreadable", 3),
        ("among good", 3),
    ],
)
def test_exit_codes(name: str, code: int, ended: Ask) -> None:
    assert ended(name).code == code


@pytest.mark.parametrize("name", ["clean", "violations", "text", "stdin yaml", "stdin json", "list", "help"])
def test_a_report_is_data_and_nothing_is_said_beside_it(name: str, ended: Ask) -> None:
    assert ended(name).out
    assert ended(name).err == ""


def test_what_cannot_be_audited_is_talk_and_no_data(ended: Ask) -> None:
    for name in ("invalid", "alone"):
        assert ended(name).out == ""
    *problems, last = ended("invalid").err.splitlines()
    assert len(problems) == 3 * 10  # each with its line and a mark
    assert all(line.startswith(f"{BAD}:") for line in problems[::3])
    assert all(" | " in line for line in problems if not line.startswith(BAD))
    assert last.startswith("10 ")


def test_every_odd_file_is_told_with_its_name(ended: Ask) -> None:
    lines = ended("all unreadable").err.splitlines()
    told = {name: [line for line in lines if f"/{name}:" in line] for name in ODD}
    assert all(len(found) >= 1 for found in told.values()), told
    for name, word in ODD.items():
        assert word in told[name][0]
    assert max(map(len, lines)) < 500


ODD = {
    "nothing.yaml": "tệp trống",
    "binary.yaml": "không phải tệp văn bản",
    "unmarked.yaml": "UTF-16",
    "wide.yaml": "UTF-16",
    "deep.yaml": "lồng nhau quá 32 cấp",
    "deep.json": "lồng nhau quá 32 cấp",
    "deep-block.yaml": "lồng nhau quá 32 cấp",
    "none.yaml": "không tìm thấy tệp",
    "empty": "thư mục không có tệp",
}


def test_a_bad_file_costs_only_itself(ended: Ask) -> None:
    fleet = ended("among good")
    files = sorted(SAMPLES.rglob("*.yaml"), key=lambda path: (len(path.parts), path))  # a folder's own files first
    good = [path.stem for path in files if path.name != BAD]
    assert [Path(unit["input"]["path"]).stem for unit in fleet.data["units"]] == good
    assert [Path(path).name for path in fleet.data["not_audited"]] == [BAD]
    assert f"{BAD}:4:9:" in fleet.err


def test_the_json_report_has_the_keys_of_the_contract(ended: Ask) -> None:
    report = ended("violations").data
    assert report["schema"] == "dcs-audit/report@1"
    assert set(report) == {
        *("schema", "tool", "rulebook", "input", "unit", "year", "as_of", "summary", "results", "notices"),
        *("not_checked", "plausibility"),  # more than the contract asks for
    }
    assert set(report["tool"]) == {"name", "version", "engine"}
    assert set(report["rulebook"]) == {"packs", "digest"}
    assert set(report["input"]) == {"path", "digest"}
    assert {"duties", "counts", "violations", "score", "rating"} <= set(report["summary"])
    counts = report["summary"]["counts"]
    assert sum(counts.values()) == report["summary"]["duties"] == len(report["results"])
    statuses = ("passed", "missing", "late", "defective", "pending", "needs_review", "not_applicable", "waived")
    assert set(counts) == set(statuses)
    result_keys = {
        *("rule", "duty", "group", "severity", "status", "title", "period", "subject", "due", "days", "basis"),
        *("checks", "records", "message", "remedy", "verified"),
    }
    check_keys = {"id", "status", "expected", "actual", "record", "line", "basis"}
    for result in report["results"]:
        assert result_keys <= set(result)
        assert result["status"] in statuses
        assert all(check_keys <= set(check) for check in result["checks"])
        assert all(set(basis) == {"source", "article", "clause", "point", "label"} for basis in result["basis"])
        assert all(set(record) == {"path", "line"} for record in result["records"])
        assert set(result["title"]) == set(result["message"]) == set(result["remedy"]) == {"vi", "en"}


def test_the_same_question_has_the_same_bytes_in_either_notation_of_the_day(ended: Ask) -> None:
    assert ended("violations").raw == ended("again").raw


def test_a_file_that_is_written_holds_the_same_bytes_and_nothing_else_is_left(ended: Ask, place: Path) -> None:
    run = ended("written")
    assert run.out == ""
    assert "report.json" in run.err
    assert (place / "report.json").read_bytes() == ended("violations").raw
    assert sorted(path.name for path in place.iterdir()) == ["locked", "odd", "pack", "report.json"]


def test_standard_input_is_yaml_or_json(ended: Ask) -> None:
    yaml, from_json = ended("stdin yaml").data, ended("stdin json").data
    assert yaml["input"]["path"] == from_json["input"]["path"] == "<stdin>"
    statuses = [[(result["duty"], result["status"]) for result in data["results"]] for data in (yaml, from_json)]
    assert statuses[0] == statuses[1]


def test_a_pipe_gets_no_escape_codes(ended: Ask) -> None:
    for name in ("text", "no colour", "invalid", "help"):
        assert "\x1b" not in ended(name).out + ended(name).err
    assert ended("text").raw == ended("no colour").raw


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bad option", ("--frmat",)),
        ("bad rule", ("--only", "`LDC-D11-K99`", "`LDC-D11-K9`")),
        ("bad pack", ("quoc-ga", "quoc-gia")),
        ("bad day", ("--as-of", "31/02/2026")),
        ("bad year", ("--year", "26")),
        ("no such rule", ("`LDC-D11-K99`", "`LDC-D11-K9`")),
        ("broken pack", ("pack.yaml:2:1", "nonsense")),
        ("no folder", ("report.txt",)),
        ("onto folder", ("empty",)),
    ],
)
def test_usage_errors_say_what_was_wrong(name: str, words: tuple[str, ...], ended: Ask) -> None:
    run = ended(name)
    assert (run.code, run.out) == (2, "")
    assert all(line.startswith("dcs-audit: ") for line in run.err.splitlines())
    for word in words:
        assert word in run.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_that_nobody_may_write_to_is_a_usage_error(ended: Ask) -> None:
    run = ended("read-only")
    assert (run.code, run.out) == (2, "")
    assert "report.txt" in run.err


def test_every_core_rule_is_listed(ended: Ask) -> None:
    applies: dict[str, set[str]] = {}
    for rule in ended("list").data["rules"]:
        applies.setdefault(rule["id"], set()).update(rule["applies_to"])
    assert len(CORE_COMMUNE) + len(CORE_AGENCY) == 57
    assert {name for name in CORE_COMMUNE if "commune" not in applies.get(name, ())} == set()
    both = {"state_agency", "public_service_unit"}
    assert {name for name in CORE_AGENCY if not both <= applies.get(name, set())} == set()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("arguments", [("check", FAULTY, *DAY), ("--help",)])
def test_a_reader_who_has_gone_is_no_error(arguments: tuple[str, ...], place: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with start(Run(arguments), place, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        _, err = process.communicate(timeout=60)
    assert err == b""
    assert process.returncode == (0 if arguments == ("--help",) else 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_head_takes_one_line_in_silence(place: Path) -> None:
    with (
        start(Run(("check", FAULTY, *DAY, *JSON)), place, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        subprocess.Popen(["head", "-1"], stdin=process.stdout, stdout=subprocess.PIPE) as head,
    ):
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        first, _ = head.communicate(timeout=60)
        assert process.stderr.read() == b""
    assert len(first.splitlines()) == 1


def test_a_unit_without_any_rule_is_not_a_success(tmp_path: Path) -> None:
    file = tmp_path / "thon.yaml"
    file.write_text("unit: {name: Thôn Một, type: village}\nyear: 2022\n", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "dcs_audit", "check", str(file), "--as-of", "2022-11-20"],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "chưa kiểm tra được gì" in ended.stderr.decode()
