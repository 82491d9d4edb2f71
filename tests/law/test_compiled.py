"""A rulebook kept from an earlier run is the one that its files give, and gives way to any change of theirs."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pydantic
import pytest
from tiny_packs import rule, write_pack

from dcs_audit.law import compiled, load_rulebook, rulebook
from dcs_audit.law.cache import Cache
from dcs_audit.law.calendar import WorkingCalendar
from dcs_audit.law.compiled import DaysOff, KeptRulebook, kept_days
from dcs_audit.law.loader import PackError, pack_text
from dcs_audit.law.rulebook import Rulebook, known_packs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("DCS_AUDIT_CACHE", str(folder))
    # Somebody may be working on the modules while the tests run.
    monkeypatch.setattr(compiled, "_code", cache(compiled._code))
    return folder


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A small pack of a user, beside which only itself is loaded."""
    return write_pack(tmp_path / "tiny", [rule("R-1")])


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packs that were read file by file."""
    seen: list[str] = []
    parse: Callable[[Any], Any] = rulebook.parse_pack

    def parse_pack(text: Any) -> Any:
        seen.append(text.folder.name)
        return parse(text)

    monkeypatch.setattr(rulebook, "parse_pack", parse_pack)
    return seen


def book_of(pack: Path) -> Rulebook:
    return load_rulebook([str(pack)])


def test_a_second_run_gets_the_same_without_reading_a_rule(folder: Path, parsed: list[str]) -> None:
    first = load_rulebook(known_packs())
    assert parsed[0] == "quoc-gia" and set(parsed) == set(known_packs())
    parsed.clear()
    second = load_rulebook(known_packs())
    assert parsed == []
    for field in fields(first):
        if field.name != "calendar":
            assert getattr(first, field.name) == getattr(second, field.name), field.name
    assert [rule.model_fields_set for rule in first.rules] == [rule.model_fields_set for rule in second.rules]
    assert first.vocabulary == second.vocabulary
    days = (date(2026, 1, 30), date(2026, 9, 1))
    assert [first.calendar.after(day, 7) for day in days] == [second.calendar.after(day, 7) for day in days]
    assert list(first.calendar.announced) == list(second.calendar.announced)


def test_places_are_those_of_the_files(folder: Path) -> None:
    first, second = load_rulebook(), load_rulebook()
    for kind, places in first.packs[0].places.items():
        again = second.packs[0].places[kind]
        assert [(at.file, at.loc) for at in places] == [(at.file, at.loc) for at in again]
        assert [at.at("id") for at in places[:30]] == [at.at("id") for at in again[:30]]


@pytest.fixture
def kept(folder: Path, tiny: Path) -> Path:
    """The file in which the rulebook of `tiny` is kept."""
    book_of(tiny)
    return rulebook_file(folder)


def rulebook_file(folder: Path) -> Path:
    (file,) = folder.glob("rulebook-*")
    return file


def kept_title(tiny: Path) -> str:
    return book_of(tiny).rule("R-1").title.vi


def test_a_changed_rule_counts_at_once(kept: Path, tiny: Path) -> None:
    (file,) = (path for path in tiny.glob("*.yaml") if "title R-1" in path.read_text("utf-8"))
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("title R-1", "TITLE R-1"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert kept_title(tiny) == "TITLE R-1"
    assert kept_title(tiny) == "TITLE R-1", "now from the cache"


def test_files_that_come_and_go_count_at_once(kept: Path, tiny: Path) -> None:
    more = tiny / "more.yaml"
    more.write_text("rules: [{id: R-2}]", "utf-8")
    with pytest.raises(PackError, match="title"):
        book_of(tiny)
    more.unlink()
    assert kept_title(tiny) == "title R-1"


def test_the_digest_knows_nothing_of_the_cache(kept: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_cache = book_of(tiny).digest
    monkeypatch.setenv("DCS_AUDIT_CACHE", "off")
    assert book_of(tiny).digest == with_cache


def test_a_bad_pack_is_told_every_time(folder: Path, tiny: Path, parsed: list[str]) -> None:
    (tiny / "bad.yaml").write_text("rules: 3", "utf-8")
    told = []
    for _ in range(2):
        with pytest.raises(PackError) as raised:
            book_of(tiny)
        told.append(raised.value.problems)
    assert told[0] == told[1] and "tiny/bad.yaml:1:" in told[0][0]
    assert not list(folder.glob("rulebook-*"))


def test_off_keeps_nothing(folder: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch, parsed: list[str]) -> None:
    monkeypatch.setenv("DCS_AUDIT_CACHE", "off")
    book_of(tiny)
    book_of(tiny)
    assert parsed == ["quoc-gia", "tiny"] * 2
    assert not folder.exists()


@pytest.mark.parametrize("what", ["tool", "python", "pydantic", "code"])
def test_another_version_makes_its_own(
    kept: Path, tiny: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    parsed.clear()
    book_of(tiny)
    assert parsed == []
    if what == "code":
        monkeypatch.setattr(compiled, "_code", lambda: "law/model.py 1 1")
    else:
        home, name = {
            "tool": (compiled, "__version__"),
            "python": (compiled.sys, "version"),
            "pydantic": (pydantic, "VERSION"),
        }[what]
        monkeypatch.setattr(home, name, "0.0")
    book_of(tiny)
    assert parsed == ["quoc-gia", "tiny"]


def test_a_changed_module_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("law", "records", "locale", "verdicts", "duties"):
        (tmp_path / package).mkdir()
    module = tmp_path / "law" / "model.py"
    module.write_text("a")
    monkeypatch.setattr(compiled, "_HOME", str(tmp_path))
    before = compiled._code()
    os.utime(module, ns=(1, 1))
    assert compiled._code() != before


def test_code_that_cannot_be_looked_at_keeps_nothing(
    folder: Path, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_HOME", str(tmp_path / "no" / "folder"))
    assert [kept_title(tiny), kept_title(tiny)] == ["title R-1"] * 2
    assert not list(folder.glob("rulebook-*"))


class _Harm:
    """What a hostile file would have done where it is believed."""

    def __init__(self, marker: Path) -> None:
        self._marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self._marker),)


def hostile(tmp_path: Path) -> Iterator[bytes]:
    yield pickle.dumps(_Harm(tmp_path / "harmed"))
    yield pickle.dumps({"packs": _Harm(tmp_path / "harmed")})
    yield pickle.dumps({"packs": [], "rules": ()})
    yield pickle.dumps(date(2026, 1, 1))
    yield pickle.dumps(compiled.KeptRulebook)
    yield b""
    yield b"\x80\x05garbage"


def test_a_file_with_the_right_key_that_is_no_rulebook(kept: Path, tiny: Path, tmp_path: Path) -> None:
    place = KeptRulebook(Cache(str(kept.parent)), [pack_text("quoc-gia"), pack_text(str(tiny))])
    assert f"{place._name}.cache" == kept.name
    for content in hostile(tmp_path):
        place._cache.write(place._name, place._key, content)
        assert place.load() is None
        assert kept_title(tiny) == "title R-1"
        assert place.load() is not None, "written anew"
    assert not (tmp_path / "harmed").exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("subprocess", "Popen"),
        ("builtins", "eval"),
        ("dcs_audit.law.basics", "listed"),
        ("dcs_audit.law.basics", "BaseModel"),
        ("dcs_audit.law.model", "no such thing"),
        ("dcs_audit.law.cache", "Cache"),
    ],
)
def test_a_file_can_name_nothing_but_models_of_the_law(module: str, name: str) -> None:
    reader = compiled._Reader(io.BytesIO())
    with pytest.raises(pickle.UnpicklingError, match="no place in a rulebook"):
        reader.find_class(module, name)


def test_a_damaged_file_is_written_anew(kept: Path, tiny: Path, parsed: list[str]) -> None:
    kept.write_bytes(kept.read_bytes()[:-1000])
    parsed.clear()
    assert [kept_title(tiny), kept_title(tiny)] == ["title R-1"] * 2
    assert parsed == ["quoc-gia", "tiny"]


def test_every_set_of_packs_has_its_own_file(folder: Path, tiny: Path, parsed: list[str]) -> None:
    sets: tuple[list[str], ...] = ([], [str(tiny)], ["my-hao-2024"])
    for _ in range(2):
        for names in sets:
            load_rulebook(names)
    assert parsed == ["quoc-gia", "quoc-gia", "tiny", "quoc-gia", "my-hao-2024"]


def test_a_pack_that_moves_keeps_its_folder(kept: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.parent)
    assert load_rulebook(["./tiny"]).packs[1].folder == Path("tiny")
    assert book_of(tiny).packs[1].folder == tiny


class Library:
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, year: int) -> DaysOff:
        self.asked.append(year)
        return WorkingCalendar().days_off_of(year)


def test_holidays_are_those_of_the_library_which_is_asked_once(folder: Path) -> None:
    library, years = Library(), [2026, 2025, 2026, 1990, 2100]
    wanted = [WorkingCalendar().days_off_of(year) for year in years]
    assert [kept_days(Cache(str(folder)), library)(year) for year in years] == wanted
    assert library.asked == [2026, 2025, 1990, 2100]
    assert kept_days(Cache(None), library)(2026) == wanted[0]
    assert library.asked[4:] == [2026]


def test_another_version_of_the_library_is_asked_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, keeper = Library(), Cache(str(folder))
    kept_days(keeper, library)(2026)
    monkeypatch.setattr(compiled, "version", lambda name: f"{name} 0")
    kept_days(keeper, library)(2026)
    assert library.asked == [2026, 2026]


def test_a_library_of_unknown_version_is_always_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    library = Library()
    monkeypatch.setattr(compiled, "version", missing)
    for _ in range(2):
        kept_days(Cache(str(folder)), library)(2026)
    assert (library.asked, folder.exists()) == ([2026, 2026], False)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"2026": 1}', b'{"2026": [["x"], []]}', b'{"x": [[], []]}'])
def test_holidays_that_cannot_be_read_are_asked_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    keeper, library = Cache(str(folder)), Library()
    monkeypatch.setattr(keeper, "read", lambda name, key: content)
    assert kept_days(keeper, library)(2026) == WorkingCalendar().days_off_of(2026)
    assert library.asked == [2026]
