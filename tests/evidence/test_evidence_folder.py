"""Evidence is found inside its folder and nowhere else."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from unicodedata import normalize

import pytest

from dcs_audit.evidence import folder as module
from dcs_audit.evidence.folder import Folder, measured, opened
from dcs_audit.evidence.names import steps_to

ACCENTED = "ảnh/bảng tin.jpg"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    made = tmp_path / "minh-chung"
    (made / "anh").mkdir(parents=True)
    (made / "anh" / "1.jpg").write_bytes(b"jpg")
    (tmp_path / "ngoai.pdf").write_bytes(b"secret")
    return made


def status(here: Path, name: str) -> str:
    return Folder(str(here)).find(name).status.value


@pytest.mark.parametrize("name", ["anh/1.jpg", "./anh//1.jpg", "anh\\1.jpg", "anh/./1.jpg"])
def test_a_file_below_the_folder_is_found(here: Path, name: str) -> None:
    found = Folder(str(here)).find(name)
    assert found.status.value == "present"
    assert found.real is not None and os.path.samefile(found.real, here / "anh" / "1.jpg")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("anh/2.jpg", "missing"),
        ("anh/1.jpg/x", "missing"),
        ("anh", "not_a_file"),
        (".", "not_a_file"),
        ("a\0b", "not_a_file"),
        ("../ngoai.pdf", "outside"),
        ("anh/../../ngoai.pdf", "outside"),
        ("anh/../anh/1.jpg", "outside"),
        ("..\\ngoai.pdf", "outside"),
        ("/etc/hostname", "outside"),
        ("\\\\may-chu\\chia-se\\1.jpg", "outside"),
        ("C:\\anh\\1.jpg", "outside"),
        ("C:anh", "outside"),
        ("file:///etc/hostname", "outside"),
        ("https://xa.example/1.jpg", "url"),
        ("HTTP://xa.example", "url"),
        ("xx://xa.example", "missing"),
        ("~/1.jpg", "missing"),
        ("x" * 5000, "missing"),
        ("/".join("a" * 3000), "missing"),
    ],
)
def test_what_a_name_comes_to(here: Path, name: str, expected: str) -> None:
    assert status(here, name) == expected


def test_an_absolute_name_is_outside_even_if_it_leads_inside(here: Path) -> None:
    assert status(here, str(here / "anh" / "1.jpg")) == "outside"


def test_links_are_followed_as_long_as_they_stay_inside(here: Path, tmp_path: Path) -> None:
    (here / "trong").symlink_to("anh/1.jpg")
    (here / "trong-thu-muc").symlink_to("anh", target_is_directory=True)
    (here / "ngoai").symlink_to(tmp_path / "ngoai.pdf")
    (here / "len").symlink_to("..", target_is_directory=True)
    (here / "vong").symlink_to("vong")
    (here / "gay").symlink_to("khong-co")
    (here / "gay-ngoai").symlink_to(tmp_path / "khong-co")
    names = ["trong", "trong-thu-muc/1.jpg", "ngoai", "len/ngoai.pdf", "gay", "gay-ngoai"]
    assert [status(here, name) for name in names] == ["present", "present", "outside", "outside", "missing", "outside"]
    assert status(here, "vong") != "present"
    assert status(here, "len/minh-chung/anh/1.jpg") == "outside", "it leads through what is outside"


def test_a_folder_whose_name_begins_as_this_one_is_outside(here: Path, tmp_path: Path) -> None:
    (tmp_path / "minh-chung-khac").mkdir()
    (tmp_path / "minh-chung-khac" / "1.jpg").write_bytes(b"x")
    (here / "canh").symlink_to(tmp_path / "minh-chung-khac", target_is_directory=True)
    assert status(here, "canh/1.jpg") == "outside"


def test_the_folder_itself_may_be_a_link(here: Path, tmp_path: Path) -> None:
    (tmp_path / "lien-ket").symlink_to(here, target_is_directory=True)
    assert status(tmp_path / "lien-ket", "anh/1.jpg") == "present"


def test_a_pipe_is_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "ong")
    assert status(here, "ong") == "not_a_file"
    with pytest.raises(OSError), opened(str(here / "ong")):
        pass


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_compared_composed_and_opened_as_the_disk_has_them(here: Path, form: str) -> None:
    path = here / normalize(form, ACCENTED)  # type: ignore[arg-type]
    path.parent.mkdir()
    path.write_bytes(b"jpg")
    for asked in ("NFC", "NFD"):
        found = Folder(str(here)).find(normalize(asked, ACCENTED))  # type: ignore[arg-type]
        assert found.real is not None and Path(found.real).read_bytes() == b"jpg"


def test_two_files_of_one_name_are_none(here: Path) -> None:
    for form in ("NFC", "NFD"):
        (here / normalize(form, "bảng.jpg")).write_bytes(form.encode())  # type: ignore[arg-type]
    if len(os.listdir(here)) < 3:
        pytest.skip("this disk composes names itself")
    assert status(here, "bảng.jpg") == "ambiguous"


def test_a_name_that_differs_in_case_is_told(here: Path) -> None:
    found = Folder(str(here)).find("anh/1.JPG")
    assert (found.status.value, found.near) == ("missing", ("anh/1.jpg",))
    assert Folder(str(here)).find("ANH/1.jpg").near == ("anh",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_entered_is_unreadable(here: Path) -> None:
    (here / "anh").chmod(0)
    try:
        assert status(here, "anh/1.jpg") == "unreadable"
    finally:
        (here / "anh").chmod(0o755)


def test_files_lists_all_but_hidden_ones(here: Path) -> None:
    (here / ".an").write_bytes(b"")
    (here / normalize("NFD", "bảng.jpg")).write_bytes(b"")
    (here / "ngoai").symlink_to("..", target_is_directory=True)
    assert sorted(name for name, _ in Folder(str(here)).files()) == ["anh/1.jpg", "bảng.jpg", "ngoai"]


def test_a_deep_folder_is_no_trouble(here: Path) -> None:
    deep = here
    for _ in range(150):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "x").write_bytes(b"")
    assert sum(1 for _ in Folder(str(here)).files()) == 2
    assert status(here, "d/" * 150 + "x") == "present"


def test_what_is_no_folder_is_an_error(here: Path) -> None:
    for path in (here / "anh" / "1.jpg", here / "khong-co"):
        with pytest.raises(OSError):
            Folder(str(path))


def test_files_are_measured_in_pieces(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PIECE", 7)
    data = bytes(range(256))
    (here / "to").write_bytes(data)
    assert measured(str(here / "to")) == (256, hashlib.sha256(data).hexdigest())


def test_steps_are_composed() -> None:
    assert steps_to(normalize("NFD", "ảnh\\Bảng.jpg")) == ("ảnh", "Bảng.jpg")
