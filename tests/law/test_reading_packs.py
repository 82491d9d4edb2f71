"""What is wrong in a pack's files is said all at once, with the place; the digest covers every byte that matters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tiny_packs import FOREVER, check, parameter, rule, rulebook, words, write_pack

from dcs_audit.law.loader import Pack, PackError, read_pack
from dcs_audit.law.rulebook import assemble, load_rulebook

PLACED = re.compile(r"^p/[\w.-]+\.yaml:\d+:\d+: ")
RULE_TEXT = """\
rules:
  - id: R-1
    title: {vi: Một, en: One}
    message: {vi: Một, en: One}
    remedy: {vi: Một, en: One}
    basis: {source: luat, article: 1}
    group: g
    severity: major
    applies_to: state_agency
    in_force: {from: 2020-01-01}
    record: {section: documents, where: {kind: democracy_regulation}}
    verified: true
"""


def problems_of(folder: Path) -> tuple[str, ...]:
    """Everything said about the pack in `folder`."""
    with pytest.raises(PackError) as caught:
        assemble((read_pack(str(folder)),))
    return caught.value.problems


def with_rules(tmp_path: Path, text: str) -> Path:
    folder = write_pack(tmp_path / "p")
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_pack_as_in_the_guide_is_read(tmp_path: Path) -> None:
    pack = read_pack(str(with_rules(tmp_path, RULE_TEXT)))
    assert pack.problems == ()
    assert [r.id for r in pack.rules] == ["R-1"]
    assert pack.rules[0].title.vi == "Một"
    assert assemble((pack,)).rule("R-1").severity == "major"


def test_an_unknown_key_is_an_error_at_its_place(tmp_path: Path) -> None:
    (found,) = problems_of(with_rules(tmp_path, RULE_TEXT + "    sevrity: minor\n"))
    assert found.startswith("p/a.yaml:13:")
    assert "sevrity" in found


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("severity: major", "severity: grave", 8),
        ("in_force: {from: 2020-01-01}", "in_force: {from: 2020-02-30}", 10),
        ("in_force: {from: 2020-01-01}", "in_force: {until: 2020-02-01}", 10),
        ("applies_to: state_agency", "applies_to: [state_agency, ministry]", 9),
        ("applies_to: state_agency", "applies_to: []", 9),
        ("section: documents", "section: document", 11),
        ("verified: true", "verified: maybe", 12),
        ("in_force: {from: 2020-01-01}", "in_force: {from: 2020-01-01}\n    due: {period_end: false}", 11),
        ("article: 1", "article: one", 6),
        ("{vi: Một, en: One}", "{vi: Một}", 3),
        ("{vi: Một, en: One}", "{vi: '', en: One}", 3),
    ],
)
def test_a_wrong_value_is_an_error_at_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    found = problems_of(with_rules(tmp_path, RULE_TEXT.replace(old, new, 1)))
    assert {int(problem.split(":")[1]) for problem in found} == {line}
    assert all(PLACED.match(problem) for problem in found)


@pytest.mark.parametrize(
    "key",
    ["id", "title", "message", "remedy", "basis", "group", "severity", "applies_to", "in_force", "record", "verified"],
)
def test_a_rule_must_say(tmp_path: Path, key: str) -> None:
    # `id` opens the list entry; another first key keeps the entry whole without it.
    lines = [line for line in RULE_TEXT.splitlines() if f" {key}:" not in line]
    lines = [line if key != "id" or "title:" not in line else line.replace("    title", "  - title") for line in lines]
    (found,) = problems_of(with_rules(tmp_path, "\n".join(lines)))
    assert PLACED.match(found) and key in found


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    folder = with_rules(tmp_path, RULE_TEXT.replace("major", "grave") + "    sevrity: minor\n")
    (folder / "b.yaml").write_text("rules: []\nchekcs: []\n", encoding="utf-8")
    (folder / "c.yaml").write_bytes("rules: [] # Điều".encode("utf-16-be"))
    (folder / "d.yaml").write_text("rules: []\nrules: []\n", encoding="utf-8")
    (folder / "calendar.yaml").write_text("announced: [{day: 2026-13-01}]\n", encoding="utf-8")
    found = "\n".join(problems_of(folder))
    for piece in ("p/a.yaml:8:", "p/a.yaml:13:", "p/b.yaml:2:", "p/c.yaml", "p/d.yaml:2:", "p/calendar.yaml:1:"):
        assert piece in found


def test_bytes_that_are_not_utf8_are_named_with_their_place(tmp_path: Path) -> None:
    folder = with_rules(tmp_path, RULE_TEXT)
    (folder / "a.yaml").write_bytes(RULE_TEXT.encode() + b"\xff")
    assert any(p.startswith("p/a.yaml:13:1: byte 0xFF is not UTF-8") for p in problems_of(folder))


@pytest.mark.parametrize("name", ["no-such-pack", "./nowhere", "/nonexistent/p"])
def test_a_pack_that_is_not_there_is_named_with_the_known_ones(name: str) -> None:
    with pytest.raises(PackError, match="quoc-gia") as caught:
        load_rulebook([name])
    assert name in str(caught.value)


def test_a_folder_without_pack_yaml_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such pack"):
        read_pack(str(tmp_path))


def test_a_broken_pack_yaml_does_not_hide_the_problems_of_the_rules(tmp_path: Path) -> None:
    folder = with_rules(tmp_path, RULE_TEXT.replace("major", "grave"))
    (folder / "pack.yaml").write_text("name: p\n", encoding="utf-8")
    found = "\n".join(problems_of(folder))
    assert "p/pack.yaml:" in found and "p/a.yaml:8:" in found


def test_problems_of_several_packs_come_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = write_pack(tmp_path / name)
        (folder / "pack.yaml").write_text("nome: x\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_rulebook([str(tmp_path / "one"), str(tmp_path / "two")])
    assert "one/pack.yaml" in str(caught.value) and "two/pack.yaml" in str(caught.value)


# --- digest ---------------------------------------------------------------------------------------------------------


def read(folder: Path) -> Pack:
    return read_pack(str(folder))


def digest(folder: Path) -> str:
    return assemble((read_pack(str(folder)),)).digest


def test_the_digest_is_that_of_the_bytes_and_not_of_the_place(tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "p", tmp_path / "b" / "p"
    assert digest(write_pack(one, [rule()])) == digest(write_pack(other, [rule()]))
    assert re.fullmatch("sha256:[0-9a-f]{64}", digest(one))


@pytest.mark.parametrize("file", ["pack.yaml", "sources.yaml", "a.yaml", "calendar.yaml"])
def test_one_more_byte_in_any_file_changes_the_digest(tmp_path: Path, file: str) -> None:
    folder = write_pack(tmp_path / "p", [rule()])
    (folder / "calendar.yaml").write_text("announced: []", encoding="utf-8")
    before = digest(folder)
    with (folder / file).open("ab") as opened:
        opened.write(b"\n")
    assert digest(folder) != before


def test_a_new_rule_file_and_a_moved_byte_change_the_digest(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", [rule()])
    before = digest(folder)
    (folder / "b.yaml").write_text("rules: []", encoding="utf-8")
    with_b = digest(folder)
    (folder / "b.yaml").rename(folder / "c.yaml")
    assert len({before, with_b, digest(folder)}) == 3


def test_cases_and_coverage_are_no_part_of_the_rules(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", [rule()])
    before = digest(folder)
    (folder / "a.test.yaml").write_text("anything: at all", encoding="utf-8")
    (folder / "coverage.yaml").write_text("anything: at all", encoding="utf-8")
    assert digest(folder) == before


def test_the_digest_of_several_packs_depends_on_each(tmp_path: Path) -> None:
    first = read_pack(str(write_pack(tmp_path / "p")))
    second, third = (write_pack(tmp_path / name / "q", [rule(severity=name)]) for name in ("major", "minor"))
    for folder in (second, third):
        (folder / "sources.yaml").unlink()
    digests = [assemble(packs).digest for packs in ((first,), (first, read(second)), (first, read(third)))]
    assert len(set(digests)) == 3


def test_national_rules_are_read_the_same_twice() -> None:
    one, other = load_rulebook(), load_rulebook(["quoc-gia", "quoc-gia"])
    assert one.digest == other.digest and [p.name for p in other.packs] == ["quoc-gia"]


def test_the_first_pack_must_say_how_scores_are_computed(tmp_path: Path) -> None:
    assert any("scoring" in p for p in problems_of(write_pack(tmp_path / "p", scoring=None)))


def test_helpers_make_valid_packs(tmp_path: Path) -> None:
    book = rulebook(
        tmp_path / "p",
        [rule(checks=["c"], in_force=FOREVER, record={"section": "disclosures"})],
        [check("c", {"posted": {"channel": "portal", "for": "n"}})],
        [parameter("n", "days", 3)],
        title=words("t"),
    )
    assert book.rule_ids == {"R"}
