"""Bundles: the same bytes for the same content, and every change found."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from dcs_audit.evidence.archive import Changed, packed, write
from dcs_audit.evidence.layout import Packed
from dcs_audit.evidence.verify import BUNDLE_SCHEMA, Difference, NoBundle, verify

MADE = {"bao-cao/a.txt": b"report", "ho-so/xa.yaml": b"unit: {}\n"}


def index(files: dict[str, bytes]) -> bytes:
    entries = [packed(*entry) for entry in files.items()]
    listed = [{"path": entry.path, "size": entry.size, "sha256": entry.sha256} for entry in entries]
    return json.dumps({"schema": BUNDLE_SCHEMA, "files": listed}).encode()


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    made = tmp_path / "goi.zip"
    evidence = tmp_path / "1.jpg"
    evidence.write_bytes(b"jpg")
    copy = packed("minh-chung/1.jpg", b"jpg")
    with made.open("wb") as file:
        write(file, MADE | {"index.json": index(MADE | {"minh-chung/1.jpg": b"jpg"})}, {copy: str(evidence)})
    return made


def remade(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The bundle with other content."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def test_an_untouched_bundle_is_intact(bundle: Path) -> None:
    assert verify(str(bundle)) == (3, ())
    assert zipfile.ZipFile(bundle).testzip() is None


def test_entries_are_sorted_undated_and_stored(bundle: Path) -> None:
    entries = zipfile.ZipFile(bundle).infolist()
    assert [entry.filename for entry in entries] == sorted([*MADE, "index.json", "minh-chung/1.jpg"])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert not any(entry.flag_bits & 0x08 for entry in entries), "sizes stand before the data"


def test_packing_another_way_is_no_change(bundle: Path) -> None:
    assert verify(str(remade(bundle, lambda content: None))) == (3, ())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: c.update({"minh-chung/1.jpg": b"JPG"}), ("minh-chung/1.jpg", "bundle.changed")),
        (lambda c: c.update({"minh-chung/1.jpg": b"jpg" * 1000}), ("minh-chung/1.jpg", "bundle.changed")),
        (lambda c: c.update({"minh-chung/1.jpg": b""}), ("minh-chung/1.jpg", "bundle.changed")),
        (lambda c: c.pop("ho-so/xa.yaml"), ("ho-so/xa.yaml", "bundle.gone")),
        (lambda c: c.update({"minh-chung/2.jpg": b"x"}), ("minh-chung/2.jpg", "bundle.extra")),
        (lambda c: c.update({"../x": b"x"}), ("../x", "bundle.extra")),
    ],
)
def test_a_change_is_named(bundle: Path, change: Callable[[dict[str, bytes]], None], expected: tuple[str, str]) -> None:
    assert verify(str(remade(bundle, change))).differences == (Difference(*expected),)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_file_of_one_name_is_found(bundle: Path) -> None:
    with zipfile.ZipFile(bundle, "a") as archive:
        archive.writestr("minh-chung/1.jpg", b"jpg")
    assert verify(str(bundle)).differences == (("minh-chung/1.jpg", "bundle.twice"),)


def test_a_flipped_byte_of_any_content_is_found(bundle: Path) -> None:
    data = bytearray(bundle.read_bytes())
    place = data.index(b"jpg", data.index(b"minh-chung/1.jpg") + len("minh-chung/1.jpg"))
    data[place] ^= 1
    bundle.write_bytes(data)
    assert verify(str(bundle)).differences == (("minh-chung/1.jpg", "bundle.changed"),)


def test_no_damage_gives_a_traceback(bundle: Path) -> None:
    whole, dice = bundle.read_bytes(), random.Random(7)
    found = 0
    for _ in range(600):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 3)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        bundle.write_bytes(data[: dice.choice([len(data), len(data), dice.randrange(len(data))])])
        try:
            found += bool(verify(str(bundle)).differences)
        except NoBundle:
            found += 1
    assert found > 400


@pytest.mark.parametrize(
    ("written", "key"),
    [
        (None, "bundle.no_index"),
        (b"{", "bundle.bad_index"),
        (b"[]", "bundle.bad_index"),
        (b'{"schema": "dcs-audit/report@1", "files": []}', "bundle.bad_index"),
        (b"[" * 100_000, "bundle.bad_index"),
        (json.dumps({"schema": BUNDLE_SCHEMA, "files": [{"path": 1}]}).encode(), "bundle.bad_index"),
        (json.dumps({"schema": BUNDLE_SCHEMA, "files": {"a": 1}}).encode(), "bundle.bad_index"),
        (index({"index.json": b""}), "bundle.bad_index"),
    ],
)
def test_without_an_index_there_is_nothing_to_compare(bundle: Path, written: bytes | None, key: str) -> None:
    def change(content: dict[str, bytes]) -> None:
        content.pop("index.json")
        if written is not None:
            content["index.json"] = written

    with pytest.raises(NoBundle) as caught:
        verify(str(remade(bundle, change)))
    assert caught.value.key == key


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_zip_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(NoBundle) as caught:
        verify(str(tmp_path / "x.zip"))
    assert caught.value.key == "bundle.no_zip"


@pytest.mark.parametrize("now", [b"JPG", b"jpg and more", b"j", None])
def test_evidence_that_changed_since_the_audit_is_not_packed(tmp_path: Path, now: bytes | None) -> None:
    copy = Packed("minh-chung/1.jpg", 3, packed("", b"jpg").sha256)
    if now is not None:
        (tmp_path / "1.jpg").write_bytes(now)
    with pytest.raises((Changed, OSError)):
        write(BytesIO(), {}, {copy: str(tmp_path / "1.jpg")})
