"""The ledger of a unit: each piece by record, each file read once, and what nobody names."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from dcs_audit.evidence import ledger as module
from dcs_audit.evidence.folder import Folder
from dcs_audit.evidence.ledger import folder_for, look_up
from dcs_audit.records import UnitFile


def unit(*evidence: list[str]) -> UnitFile:
    documents = [{"kind": "report", "evidence": names} for names in evidence]
    data: dict[str, Any] = {
        "unit": {"name": "Xã", "type": "commune"},
        "year": 2026,
        "records": {"documents": documents},
    }
    return UnitFile.model_validate(data)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    made = tmp_path / "minh-chung"
    made.mkdir()
    (made / "a.pdf").write_bytes(b"pdf")
    (made / "rong.txt").write_bytes(b"")
    return made


def test_each_piece_with_its_record_size_and_digest(here: Path) -> None:
    notes = look_up(
        unit(["a.pdf", "a.pdf"], ["rong.txt", "thieu.pdf", "https://x.example"]), Folder(str(here))
    ).ledger.notes
    sha256 = hashlib.sha256(b"pdf").hexdigest()
    empty = hashlib.sha256(b"").hexdigest()
    told = [(note.record, note.path, note.status.value, note.size, note.sha256, note.lacking) for note in notes]
    assert told == [
        ("records.documents[0]", "a.pdf", "present", 3, sha256, False),
        ("records.documents[1]", "rong.txt", "present", 0, empty, True),
        ("records.documents[1]", "thieu.pdf", "missing", None, None, True),
        ("records.documents[1]", "https://x.example", "url", None, None, False),
    ]


def test_a_file_is_read_once_whatever_it_is_called(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = module.measured

    def counted(path: str) -> tuple[int, str]:
        read.append(path)
        return real(path)

    monkeypatch.setattr(module, "measured", counted)
    (here / "b.pdf").symlink_to("a.pdf")
    kept = look_up(unit(["a.pdf", "b.pdf"], ["./a.pdf"]), Folder(str(here)))
    assert [note.size for note in kept.ledger.notes] == [3, 3, 3]
    assert len(read) == 1
    assert len(set(kept.real.values())) == 1


def test_what_nobody_names_is_listed_but_not_what_is_named_in_vain(here: Path, tmp_path: Path) -> None:
    os.mkfifo(here / "ong")
    (here / "ngoai").symlink_to(tmp_path)
    (here / "xa.yaml").write_bytes(b"")
    kept = look_up(unit(["ong", "ngoai"]), Folder(str(here)), (str(here / "xa.yaml"),))
    assert kept.ledger.unused == ("a.pdf", "rong.txt")
    assert look_up(unit(), Folder(str(here)), None).ledger.unused is None


def test_only_the_first_unused_files_are_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_UNUSED", 1)
    ledger = look_up(unit(), Folder(str(here))).ledger
    assert (ledger.unused, ledger.more_unused) == (("a.pdf",), 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(here: Path) -> None:
    (here / "a.pdf").chmod(0)
    note = look_up(unit(["a.pdf"]), Folder(str(here))).ledger.notes[0]
    assert (note.status.value, note.size, note.lacking) == ("unreadable", None, True)


def test_a_file_that_vanishes_is_unreadable(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(path: str) -> tuple[int, str]:
        raise FileNotFoundError(path)

    monkeypatch.setattr(module, "measured", gone)
    assert look_up(unit(["a.pdf"]), Folder(str(here))).ledger.notes[0].status.value == "unreadable"


def test_in_a_fleet_a_unit_has_the_folder_named_as_its_file(here: Path, tmp_path: Path) -> None:
    (here / "xa-a").mkdir()
    (here / "xa-b").symlink_to(tmp_path, target_is_directory=True)
    root = Folder(str(here))
    own, alone = folder_for(root, "ho-so/xa-a.yaml", fleet=True)
    assert (os.path.basename(own.path), alone) == ("xa-a", True)
    assert folder_for(root, "ho-so/xa-b.yaml", fleet=True) == (root, False), "a link is no unit's own folder"
    assert folder_for(root, "ho-so/xa-a.yaml", fleet=False) == (root, True)
