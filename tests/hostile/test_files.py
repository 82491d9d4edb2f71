"""Unit files that are bombs, devices, links and worse: exit 3 and a line that names the file, in no time."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from .limits import DAY, GOOD, Ended, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and devices are those of Unix")

BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)
)
WITH_HEADCOUNT = '{"unit": {"name": "A", "type": "commune", "headcount": %s}, "year": 2026}'
ENTRY = "  - {kind: board_report, date: 2026-01-01}\n"

FILES: dict[str, tuple[str | bytes, str]] = {
    "alias-bomb.yaml": (BOMB, "giá trị"),
    "cyclic.yaml": ("unit: &u {name: A, type: commune, villages: [*u]}\nyear: 2026\n", "cyclic.yaml:1:"),
    "merge.yaml": ("a: &a {type: commune}\nunit: {<<: *a, name: A}\nyear: 2026\n", "`<<`"),
    "python-tag.yaml": ("!!python/object/apply:os.system ['touch pwned']\n", "`tag:yaml.org,2002:python/object"),
    "twice.yaml": (GOOD + "year: 2025\n", "year"),
    "deep.yaml": ("[" * 20_000, "32 cấp"),
    "deep-keys.yaml": ("? " * 100_000, "khóa"),
    "deep.json": ("[" * 100_000 + "]" * 100_000, "32 cấp"),
    "deep-keys.json": ('{"a":' * 100_000, "32 cấp"),
    "many-values.yaml": (GOOD + "records:\n documents:\n" + ENTRY * 200_000, "giá trị"),
    "one-line.yaml": (GOOD + "records: {documents: [" + "{kind: board_report}, " * 300_000 + "]}", "giá trị"),
    "many-keys.yaml": ("".join(f"k{number}: 1\n" for number in range(200_000)), "giá trị"),
    "many-keys.json": ("{" + ",".join(f'"k{number}":1' for number in range(90_000)) + "}", "không có khóa"),
    "same-keys.json": ("{" + ",".join(['"k":1'] * 90_000) + "}", "`k`"),
    "wrong-kinds.yaml": (
        GOOD + "records:\n documents:\n" + "".join(f"  - {{kind: board_repor{n}}}\n" for n in range(15_000)),
        "board_repor0",
    ),
    "colons.yaml": (":" * 1_000_000, "colons.yaml:1:"),
    "tabs.yaml": ("\t" * 100_000 + "a: b", "Tab"),
    "ampersands.yaml": ("&" * 100_000, "&"),
    "long-key.yaml": ("k" * 1_000_000 + ": 1\n", "long-key.yaml:1:"),
    "infinite.json": (WITH_HEADCOUNT % "1e999", "1e999"),
    "not-a-number.json": (WITH_HEADCOUNT % "NaN", "NaN"),
    "minus-nothing.json": (WITH_HEADCOUNT % "-0", "-0"),
    "huge-number.json": (WITH_HEADCOUNT % ("9" * 400), "quá lớn"),
    "million-digits.json": (WITH_HEADCOUNT % ("9" * 1_000_000), "quá lớn"),
    "base-60.yaml": (GOOD.replace("commune", "commune, headcount: 1:30:00"), "1:30:00"),
    "half-a-character.json": ('{"unit": {"name": "A\\ud800", "type": "commune"}, "year": 2026}', "U+D800"),
    "control.json": ('{"unit": {"name": "A\\u001b[31m", "type": "commune"}, "year": 2026}', "U+001B"),
    "turned-round.yaml": (GOOD.replace("Xã A", "Xã \u202eA"), "U+202E"),
    "nul.yaml": (GOOD.encode() + b"a: \x00\n", "nul.yaml"),
    "utf-16.yaml": (GOOD.encode("utf-16"), "UTF-16"),
    "utf-32.yaml": (GOOD.encode("utf-32"), "utf-32.yaml"),
    "half-utf-8.yaml": (GOOD.encode() + b"\xe1\xba", "half-utf-8.yaml:3:"),
    "two-marks.yaml": (b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD.encode(), "U+FEFF"),
    "two-documents.yaml": (f"{GOOD}---\n{GOOD}", "two-documents.yaml:3:"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all these files."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with (folder / "huge.yaml").open("wb") as file:
        file.truncate(3 << 30)
    return folder


@pytest.fixture(scope="module")
def ended(folder: Path) -> Iterator[dict[str, Future[Ended]]]:
    """How each of them ended; a few run at once."""
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        yield {name: pool.submit(run, "check", name, *DAY, cwd=folder) for name in (*FILES, "huge.yaml")}


@pytest.mark.parametrize("name", [*FILES, "huge.yaml"])
def test_a_bad_file_is_refused_in_no_time(name: str, ended: dict[str, Future[Ended]], folder: Path) -> None:
    found = ended[name].result()
    assert (found.code, found.out) == (3, b"")
    first = next(line for line in found.told if line.startswith(name))
    assert any((FILES[name][1] if name in FILES else "20 MB") in line for line in found.told if line.startswith(name))
    assert len(first) < 600 and len(found.told) < 300
    assert not (folder / "pwned").exists()


def _refused(found: Ended, *words: str) -> None:
    assert (found.code, found.out) == (3, b"")
    assert all(word in found.err for word in words), found.err


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "s"))
        (tmp_path / "door.yaml").symlink_to("s")
        names = tuple(f"{name}.yaml" for name in ("pipe", "zero", "loop", "gone", "folder", "door"))
        names += ("/dev/random", "/dev/tty")
        found = run("check", *names, *DAY, cwd=tmp_path)
    assert found.code == 3
    for name in names:
        assert any(line.startswith(f"{name}:") for line in found.told), name


def test_folders_that_lead_into_themselves_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "x.yaml").write_text(GOOD)
    (tmp_path / "a" / "same.yaml").symlink_to("x.yaml")
    found = run("check", ".", *DAY, "--format", "jsonl", cwd=tmp_path)
    assert found.code == 1
    assert found.out.count(b"\n") == 1, "one record, by whatever name"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GOOD)
    (tmp_path / "x.yaml").chmod(0)
    _refused(run("check", "x.yaml", *DAY, cwd=tmp_path), "x.yaml")


NAMES = [
    b"new\nline.yaml",
    b"\x1b[2Jcleared.yaml",
    b"\xff\xfe.yaml",
    "tr\u202eái.yaml".encode(),
    b" .yaml",
    b"-.yaml",
    b"a:b.yaml",
]


def test_odd_names_break_no_line_and_reach_no_terminal(tmp_path: Path) -> None:
    for name in NAMES:
        (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).write_bytes(b"year: 26\n")
    found = run("check", *(b"./" + name for name in NAMES), *DAY, cwd=tmp_path)
    assert found.code == 3
    assert len([line for line in found.told if line.startswith("./")]) >= len(NAMES)
    assert not {"\x1b", "\u202e"} & set(found.err)


@pytest.mark.parametrize("form", ["text", "json", "csv", "html", "md", "sarif", "junit"])
def test_an_odd_name_of_a_good_file_is_no_trouble_either(form: str, tmp_path: Path) -> None:
    name = b"\x1b[2J\xff<b>\n=1.yaml"
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(GOOD)
    found = run("check", b"./" + name, *DAY, "--format", form, "--engine", "reference", cwd=tmp_path)
    assert found.code == 1
    assert b"\x1b" not in found.out and b"\x00" not in found.out
    found.out.decode("utf-8")


def test_an_output_that_cannot_be_finished_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GOOD)
    full = run("check", "x.yaml", *DAY, "--format", "json", "--output", "/dev/full", cwd=tmp_path)
    assert full.code == 2 and "/dev/full" in full.err
    (tmp_path / "old.json").write_text("old")
    lost = run("check", "x.yaml", *DAY, "--format", "json", "--output", "old.json/x", cwd=tmp_path)
    assert lost.code == 2
    assert (tmp_path / "old.json").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.json", "x.yaml"]
