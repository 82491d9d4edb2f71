"""A file of a pack that would not be read is refused by name: a rule in it would never be judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_packs import rule, write_pack

from dcs_audit.law.loader import PackError, read_pack
from dcs_audit.law.rulebook import known_packs
from dcs_audit.law.told import in_language


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("bao-cao.yml", "bao-cao.yaml"),
        ("bao-cao.YAML", "bao-cao.yaml"),
        ("bao-cao.Yml", "bao-cao.yaml"),
        ("bao-cao.yaml.txt", "bao-cao.yaml"),
        ("bao-cao.test.yml", "bao-cao.test.yaml"),
        ("sources.yml", "sources.yaml"),
    ],
)
def test_a_file_with_another_ending_is_refused_by_name(tmp_path: Path, name: str, right: str) -> None:
    folder = write_pack(tmp_path / "kh", [rule()])
    (folder / name).write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(str(folder))
    (problem,) = caught.value.problems
    assert problem.startswith(f"kh/{name}: ")
    assert problem.endswith(f"rename it to `{right}`")
    assert in_language(problem, "vi").endswith(f"đổi tên thành `{right}`")


@pytest.mark.parametrize("inner", ["a.yaml", "a.test.yaml", "deeper/a.yml"])
def test_a_file_in_a_folder_is_refused_by_name(tmp_path: Path, inner: str) -> None:
    folder = write_pack(tmp_path / "kh", [rule()])
    (folder / "phan-1" / inner).parent.mkdir(parents=True)
    (folder / "phan-1" / inner).write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(PackError, match=f"kh/phan-1/{inner}: .* move the file beside pack.yaml"):
        read_pack(str(folder))


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    folder, elsewhere = write_pack(tmp_path / "kh", [rule()]), tmp_path / "khac"
    elsewhere.mkdir()
    (folder / "phan-1").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(PackError, match="kh/phan-1: "):
        read_pack(str(folder))


@pytest.mark.parametrize(
    "name",
    [
        *(".a.yml", "a.yaml~", "#a.yaml#", ".a.yaml.swp", "a.yaml.swp", "a.yaml.bak"),
        *("README.md", "van-ban.pdf", "anh/ky.png", "anh/.a.yaml", ".git/a.yaml"),
    ],
)
def test_hidden_files_copies_of_editors_and_others_are_no_matter(tmp_path: Path, name: str) -> None:
    folder = write_pack(tmp_path / "kh", [rule()])
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("rules: []\n", encoding="utf-8")
    assert len(read_pack(str(folder)).rules) == 1


def test_all_are_told_at_once(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "kh", [rule()])
    for name in ("a.yml", "b.YAML"):
        (folder / name).write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(str(folder))
    assert [problem.split(":")[0] for problem in caught.value.problems] == ["kh/a.yml", "kh/b.YAML"]


def test_shipped_packs_hold_none() -> None:
    for name in known_packs():
        assert read_pack(name).name == name
