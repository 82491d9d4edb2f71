"""`bundle`: what is packed, how it ends, and what verifying finds."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from .evidence_files import ARGUMENTS, RULE, Ran, commune, folder, run

FOLDER = "minh-chung/luat-10-2022-qh15/Dieu-11-khoan-1"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("goi")


@pytest.fixture(scope="module")
def packed(place: Path) -> tuple[Ran, Path]:
    """A bundle that lacks a file."""
    here = folder(place / "minh-chung", anh__1=b"jpg", CON=b"con", thua=b"x")
    unit = commune(place / "xa.yaml", "[anh/1.jpg, ./anh/1.jpg, CON.jpg, thieu.jpg, ../x, https://xa.example/tin]")
    return pack(unit, here, place / "goi.zip"), place / "goi.zip"


def pack(unit: Path, here: Path, output: Path, *more: str) -> Ran:
    return run("bundle", unit, "--evidence", here, "-o", output, *ARGUMENTS, *more)


def content(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def index(path: Path) -> dict[str, Any]:
    data = json.loads(content(path)["index.json"])
    assert isinstance(data, dict)
    return data


def test_record_reports_evidence_and_index_are_packed(packed: tuple[Ran, Path], place: Path) -> None:
    ran, path = packed
    held = content(path)
    reports = {f"bao-cao/bao-cao.{ending}" for ending in ("json", "txt", "html", "docx", "xlsx")}
    evidence = {f"{FOLDER}/anh/1.jpg", f"{FOLDER}/_CON.jpg"}
    assert set(held) == {"MUC-LUC.md", "index.json", "ho-so/xa.yaml", *reports, *evidence}
    assert held["ho-so/xa.yaml"] == (place / "xa.yaml").read_bytes()
    assert (held[f"{FOLDER}/anh/1.jpg"], held[f"{FOLDER}/_CON.jpg"]) == (b"jpg", b"con")
    assert json.loads(held["bao-cao/bao-cao.json"])["input"]["path"] == "xa.yaml"
    assert str(place).encode() not in b"".join(data for name, data in held.items() if not name.endswith("x"))
    assert ran.code == 1 and ran.out == ""
    assert "thieu.jpg" in ran.err and hashlib.sha256(path.read_bytes()).hexdigest() in ran.err


def test_the_index_lists_everything_with_its_digest(packed: tuple[Ran, Path]) -> None:
    held, data = content(packed[1]), index(packed[1])
    assert {entry["path"] for entry in data["files"]} == set(held) - {"index.json"}
    for entry in data["files"]:
        assert entry["size"] == len(held[entry["path"]])
        assert entry["sha256"] == hashlib.sha256(held[entry["path"]]).hexdigest()
    assert (data["schema"], data["year"], data["as_of"]) == ("dcs-audit/bundle@1", 2026, "2026-11-20")
    assert data["rulebook"]["digest"].startswith("sha256:") and data["tool"]["version"]
    stored = {piece["path"]: (piece["status"], piece["stored"]) for piece in data["evidence"]}
    assert stored == {
        "anh/1.jpg": ("present", f"{FOLDER}/anh/1.jpg"),
        "./anh/1.jpg": ("present", f"{FOLDER}/anh/1.jpg"),
        "CON.jpg": ("present", f"{FOLDER}/_CON.jpg"),
        "thieu.jpg": ("missing", None),
        "../x": ("outside", None),
        "https://xa.example/tin": ("url", None),
    }
    assert data["unused"] == ["thua.jpg"]
    assert [clause["label"] for clause in data["clauses"]] == ["Điều 11 khoản 1 Luật 10/2022/QH15"]
    assert [(one["duty"], one["status"]) for one in data["clauses"][0]["duties"]] == [(RULE, "needs_review")]


def test_people_see_what_is_lacking(packed: tuple[Ran, Path]) -> None:
    page = content(packed[1])["MUC-LUC.md"].decode()
    assert "## khoản 1 Điều 11 Luật 10/2022/QH15" in page
    assert "**thieu.jpg: không có trong thư mục minh chứng**" in page
    assert f"`{FOLDER}/_CON.jpg` (CON.jpg)" in page
    assert "thua.jpg" in page


def test_the_same_content_gives_the_same_bytes(packed: tuple[Ran, Path], tmp_path: Path, place: Path) -> None:
    here = folder(tmp_path / "noi-khac", thua=b"x", CON=b"con", anh__1=b"jpg")
    unit = tmp_path / "xa.yaml"
    unit.write_bytes((place / "xa.yaml").read_bytes())
    (here / "anh" / "1.jpg").touch()
    pack(unit, here, here / "goi.zip")
    assert (here / "goi.zip").read_bytes() == packed[1].read_bytes()
    pack(unit, here, here / "goi.zip", "--force")
    assert (here / "goi.zip").read_bytes() == packed[1].read_bytes(), "the bundle itself is no unused file"


def test_verify(packed: tuple[Ran, Path], tmp_path: Path) -> None:
    ran = run("bundle", "--verify", packed[1])
    assert (ran.code, ran.out) == (0, "")
    assert hashlib.sha256(packed[1].read_bytes()).hexdigest() in ran.err
    changed = tmp_path / "goi.zip"
    with zipfile.ZipFile(changed, "w") as archive:
        for name, data in content(packed[1]).items():
            archive.writestr(name, data.replace(b"jpg", b"JPG") if name.endswith("1.jpg") else data)
        archive.writestr("\x1b[31mla", b"x")
    ran = run("bundle", "--verify", changed, "--lang", "en")
    assert ran.code == 1
    assert ran.out == f"\\x1b[31mla: not in the index\n{FOLDER}/anh/1.jpg: changed or damaged\n"


@pytest.mark.parametrize("path", ["khong-co.zip", "xa.yaml", ""])
def test_what_cannot_be_verified(packed: tuple[Ran, Path], place: Path, path: str) -> None:
    ran = run("bundle", "--verify", place / path)
    assert (ran.code, ran.out) == (2, "") and "Traceback" not in ran.err and "chương trình" not in ran.err


def test_nothing_is_overwritten_unasked(packed: tuple[Ran, Path], place: Path) -> None:
    before = packed[1].read_bytes()
    ran = pack(place / "xa.yaml", place / "minh-chung", packed[1])
    assert ran.code == 2 and "--force" in ran.err
    assert packed[1].read_bytes() == before


@pytest.mark.parametrize("taken", ["xa.yaml", "minh-chung/anh/1.jpg", "minh-chung"])
def test_neither_record_nor_evidence_is_overwritten_even_by_force(
    packed: tuple[Ran, Path], place: Path, taken: str
) -> None:
    before = (place / "xa.yaml").read_bytes()
    assert pack(place / "xa.yaml", place / "minh-chung", place / taken, "--force").code == 2
    assert (place / "xa.yaml").read_bytes() == before
    assert (place / "minh-chung" / "anh" / "1.jpg").read_bytes() == b"jpg"


def test_a_bundle_that_fails_leaves_nothing(packed: tuple[Ran, Path], place: Path, tmp_path: Path) -> None:
    ran = pack(place / "xa.yaml", place / "minh-chung", tmp_path / "khong-co" / "goi.zip")
    assert ran.code == 2 and list(tmp_path.iterdir()) == []


def test_evidence_that_changes_meanwhile_is_told(
    place: Path, packed: tuple[Ran, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dcs_audit.evidence.ledger.measured", lambda path: (3, "0" * 64))
    ran = pack(place / "xa.yaml", place / "minh-chung", tmp_path / "goi.zip")
    assert ran.code == 2 and ".jpg" in ran.err and list(tmp_path.iterdir()) == []


def test_a_bad_unit_file_is_three(place: Path, packed: tuple[Ran, Path], tmp_path: Path) -> None:
    (tmp_path / "xa.yaml").write_text("unit: {type: commune}\n", encoding="utf-8")
    ran = pack(tmp_path / "xa.yaml", place / "minh-chung", tmp_path / "goi.zip")
    assert ran.code == 3 and "xa.yaml:1:" in ran.err and not (tmp_path / "goi.zip").exists()


def test_a_clean_unit_with_all_its_evidence_is_zero(tmp_path: Path) -> None:
    here = folder(tmp_path / "minh-chung", a=b"a")
    text = (Path(__file__).resolve().parents[2] / "samples" / "thon-tot.yaml").read_text(encoding="utf-8")
    unit = tmp_path / "thon.yaml"
    unit.write_text(text, encoding="utf-8")
    ran = pack(unit, here, tmp_path / "goi.zip", "--lang", "en")
    assert ran.code == 0, ran.err
    assert "Index of records" in content(tmp_path / "goi.zip")["MUC-LUC.md"].decode()


def test_a_format_without_its_library_is_left_out_and_named(
    tmp_path: Path, place: Path, packed: tuple[Ran, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dcs_audit.evidence import assembly
    from dcs_audit.report.interface import MissingLibrary

    real = assembly.style

    def without(name: str) -> Any:
        if name == "docx":
            raise MissingLibrary("docx")
        return real(name)

    monkeypatch.setattr(assembly, "style", without)
    pack(place / "xa.yaml", place / "minh-chung", tmp_path / "goi.zip")
    assert "bao-cao/bao-cao.docx" not in content(tmp_path / "goi.zip")
    assert index(tmp_path / "goi.zip")["left_out"] == [{"format": "docx", "library": "docx"}]
    assert "docx" in content(tmp_path / "goi.zip")["MUC-LUC.md"].decode()


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("xa.yaml",),
        ("xa.yaml", "--evidence", "."),
        ("--evidence", ".", "-o", "a.zip"),
        ("xa.yaml", "--verify", "a.zip"),
        ("--verify", "a.zip", "-o", "b.zip"),
    ],
)
def test_arguments_that_do_not_go_together(argv: tuple[str, ...]) -> None:
    ran = run("bundle", *argv)
    assert (ran.code, ran.out) == (2, "") and "--verify" in ran.err
