"""Bytes and files: sizes, encodings, things that are no files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dcs_audit.records import Problem, Vocabulary, load, load_path
from dcs_audit.records.source import decode, digest, read_bytes

TEXT = "unit: {name: Xã Đông, type: commune}\nyear: 2026\n"


def about(result: object) -> str:
    assert isinstance(result, Problem)
    return f"{result.line}:{result.column} {result.code}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode("utf-16"), "None:None utf16"),
        (TEXT.encode("utf-16-le"), "None:None utf16"),
        (TEXT.encode("utf-16-be"), "None:None utf16"),
        (TEXT.encode("utf-32"), "None:None utf16"),
        (b"unit:\n  name: \0\n", "2:9 nul_byte"),
        ("unit:\n  name: Xã ".encode() + b"\xb5\n", "2:12 not_utf8"),
        (b"\xef\xbb\xbfname: \xb5\n", "1:7 not_utf8"),
        (b"name: \xed\xa0\x80\n", "1:7 not_utf8"),
    ],
)
def test_what_is_no_utf8(data: bytes, expected: str) -> None:
    assert about(decode(data, "u.yaml")) == expected


def test_with_and_without_mark(vocabulary: Vocabulary) -> None:
    plain = load(TEXT.encode(), "u", vocabulary, "yaml")
    marked = load(TEXT.encode("utf-8-sig"), "u", vocabulary, "yaml")
    assert plain.unit == marked.unit is not None
    assert plain.digest != marked.digest
    assert marked.line_of("year") == 2


def test_digest() -> None:
    assert digest(b"abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_size_limit(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "u.yaml"
    path.write_text(TEXT, encoding="utf-8")
    size = path.stat().st_size
    assert read_bytes(path, size) == TEXT.encode()
    assert about(read_bytes(path, size - 1)) == "None:None file_too_large"
    loaded = load(TEXT.encode(), "u", vocabulary, "yaml", limit=size - 1)
    assert [problem.code for problem in loaded.problems] == ["file_too_large"]


def test_what_is_no_file(tmp_path: Path) -> None:
    assert about(read_bytes(tmp_path)) == "None:None is_directory"
    assert about(read_bytes(tmp_path / "none.yaml")) == "None:None file_not_found"
    assert about(read_bytes(str(tmp_path / "a\0b"))) == "None:None cannot_read"
    assert about(read_bytes(tmp_path / ("x" * 5000))) == "None:None cannot_read"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert about(read_bytes(tmp_path / "pipe")) == "None:None not_regular_file"
    assert about(read_bytes("/dev/null")) == "None:None not_regular_file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "u.yaml"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert about(read_bytes(path)) == "None:None no_permission"


def test_load_path_chooses_the_format(tmp_path: Path, vocabulary: Vocabulary) -> None:
    as_yaml, as_json = tmp_path / "u.yml", tmp_path / "u.JSON"
    as_yaml.write_text(TEXT, encoding="utf-8")
    as_json.write_text('{"unit": {"name": "Xã Đông", "type": "commune"}, "year": 2026}', encoding="utf-8")
    assert load_path(as_yaml, vocabulary).unit == load_path(as_json, vocabulary).unit is not None
    assert load_path(as_yaml, vocabulary, format="json").problems[0].code == "json_syntax"
    assert load_path(as_yaml, vocabulary).name == str(as_yaml)


def test_load_path_of_nothing(tmp_path: Path, vocabulary: Vocabulary) -> None:
    loaded = load_path(tmp_path / "none.yaml", vocabulary)
    assert (loaded.unit, loaded.digest, loaded.line_of("unit")) == (None, None, None)
    assert loaded.problems[0].render("en") == f"{tmp_path / 'none.yaml'}: file not found: check the path"


def test_the_limit_can_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (2 * 1024 * 1024))
    assert isinstance(read_bytes(path), bytes)
    monkeypatch.setenv("DCS_AUDIT_MAX_MB", "1")
    found = read_bytes(path)
    assert isinstance(found, Problem)
    assert (found.code, dict(found.args)) == ("file_too_large", {"limit": "1"})
    for nonsense in ("0", "-1", "viele", "99999"):
        monkeypatch.setenv("DCS_AUDIT_MAX_MB", nonsense)
        assert isinstance(read_bytes(path), bytes)
