"""Files that may vanish at any time, and must not be believed where others could have written them."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.law import cache
from dcs_audit.law.cache import Cache, folder_of

KEY, OTHER = "0" * 64, "1" * 64
CONTENT = "Điều 11".encode()
posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are those of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "folder"


@pytest.fixture
def kept(folder: Path) -> Path:
    """A file with CONTENT that was kept under KEY."""
    Cache(str(folder)).write("a", KEY, CONTENT)
    (file,) = folder.iterdir()
    return file


def read(folder: Path, key: str = KEY) -> bytes | None:
    return Cache(str(folder)).read("a", key)


def test_what_was_kept_is_found_by_name_and_key_alone(folder: Path, kept: Path) -> None:
    assert read(folder) == CONTENT
    assert read(folder, OTHER) is None
    assert Cache(str(folder)).read("b", KEY) is None


def test_a_new_key_takes_the_place_of_the_old_one(folder: Path, kept: Path) -> None:
    Cache(str(folder)).write("a", OTHER, b"new")
    assert (read(folder, OTHER), read(folder), list(folder.iterdir())) == (b"new", None, [kept])


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Cache(None).write("a", KEY, CONTENT)
    assert Cache(None).read("a", KEY) is None
    assert list(tmp_path.iterdir()) == []


@posix
def test_folder_and_file_are_closed_to_others(folder: Path, kept: Path) -> None:
    assert (folder.stat().st_mode & 0o777, kept.stat().st_mode & 0o777) == (0o700, 0o600)


def test_no_damage_is_believed(folder: Path, kept: Path) -> None:
    whole = kept.read_bytes()
    for length in range(len(whole)):
        kept.write_bytes(whole[:length])
        assert read(folder) is None, f"cut to {length} bytes"
    for place in range(len(whole)):
        kept.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read(folder) is None, f"byte {place} changed"
    kept.write_bytes(whole + b"\0")
    assert read(folder) is None
    kept.write_bytes(whole)
    assert read(folder) == CONTENT


def test_a_huge_file_is_neither_read_nor_written(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", kept.stat().st_size - 1)
    assert read(folder) is None
    Cache(str(folder)).write("b", KEY, b"x" * kept.stat().st_size)
    assert list(folder.iterdir()) == [kept]


@posix
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_refused(folder: Path, kept: Path, mode: int) -> None:
    kept.chmod(mode)
    assert read(folder) is None
    kept.chmod(0o644)
    assert read(folder) == CONTENT


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_folder_that_others_may_write_is_refused(folder: Path, kept: Path, mode: int) -> None:
    folder.chmod(mode)
    assert read(folder) is None
    Cache(str(folder)).write("b", KEY, CONTENT)
    assert list(folder.iterdir()) == [kept]


@posix
def test_what_belongs_to_another_user_is_refused(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    assert read(folder) is None
    Cache(str(folder)).write("b", KEY, CONTENT)
    assert list(folder.iterdir()) == [kept]


@posix
def test_a_file_of_another_user_in_a_folder_of_ones_own_is_refused(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own: Callable[[os.stat_result], bool] = cache._own
    monkeypatch.setattr(cache, "_own", lambda found: own(found) and found.st_ino != kept.stat().st_ino)
    assert read(folder) is None


@posix
def test_links_pipes_and_folders_are_no_files(folder: Path, kept: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    kept.rename(elsewhere)
    kept.symlink_to(elsewhere)
    assert read(folder) is None
    kept.unlink()
    os.mkfifo(kept, 0o600)
    assert read(folder) is None
    kept.unlink()
    kept.mkdir()
    assert read(folder) is None
    Cache(str(folder)).write("a", KEY, CONTENT)
    assert list(folder.iterdir()) == [kept], "what could not be put in place is not left behind"


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_where_nothing_can_be_written_nothing_is_said(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    opened = os.open

    def refuse(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(code, os.strerror(code))
        return opened(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    Cache(str(folder)).write("b", KEY, CONTENT)
    assert read(folder) == CONTENT


def test_a_home_that_is_no_folder_is_no_error(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("")
    Cache(str(home / "cache")).write("a", KEY, CONTENT)
    assert Cache(str(home / "cache")).read("a", KEY) is None


def test_an_interrupted_writer_leaves_nothing(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Cache(str(folder)).write("a", OTHER, b"new")
    assert (list(folder.iterdir()), read(folder)) == ([kept], CONTENT)


def test_the_oldest_files_give_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_FILES", 3)
    keeper = Cache(str(folder))
    for number in range(3):
        keeper.write(f"n{number}", KEY, CONTENT)
        os.utime(folder / f"n{number}.cache", (number, number))
    (folder / "of-somebody-else.txt").write_text("stays")
    killed = folder / "n0.cache.1-ab.unfinished"
    killed.write_bytes(b"")
    os.utime(killed, (0, 0))
    keeper.write("n3", KEY, CONTENT)
    names = {"n1.cache", "n2.cache", "n3.cache", "of-somebody-else.txt"}
    assert {path.name for path in folder.iterdir()} == names


def test_writers_and_readers_at_once(folder: Path, kept: Path) -> None:
    contents = [bytes([number]) * 50_000 for number in range(8)]

    def write(content: bytes) -> set[bytes | None]:
        keeper = Cache(str(folder))
        seen = set()
        for _ in range(20):
            keeper.write("a", KEY, content)
            seen.add(keeper.read("a", KEY))
        return seen

    with ThreadPoolExecutor(8) as pool:
        seen = set().union(*pool.map(write, contents))
    assert seen <= set(contents)
    assert list(folder.iterdir()) == [kept]


def test_the_variable_names_the_folder_or_turns_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_of({"DCS_AUDIT_CACHE": str(tmp_path / "x")}) == str(tmp_path / "x")
    assert folder_of({"DCS_AUDIT_CACHE": "x"}) == os.path.join(os.getcwd(), "x")
    assert folder_of({"DCS_AUDIT_CACHE": "off", "XDG_CACHE_HOME": str(tmp_path)}) is None
    assert folder_of({"DCS_AUDIT_CACHE": " OFF "}) is None


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="XDG")
def test_the_users_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    at_home = str(tmp_path / ".cache" / "dcs-audit")
    assert folder_of({}) == folder_of({"DCS_AUDIT_CACHE": ""}) == at_home
    assert folder_of({"XDG_CACHE_HOME": str(tmp_path / "c")}) == str(tmp_path / "c" / "dcs-audit")
    assert folder_of({"XDG_CACHE_HOME": "not/absolute"}) == at_home
