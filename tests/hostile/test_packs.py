"""Rule packs from elsewhere: they execute nothing, read nothing outside their folder, and come to an end."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from law.tiny_packs import check, parameter, rule, words, write_pack

from .limits import DAY, GOOD, Ended, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and devices are those of Unix")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that can be used."""
    folder = write_pack(tmp_path / "mine", [rule("MINE-1", applies_to=["commune"], basis=CITE)], scoring=None)
    (folder / "sources.yaml").write_text(json.dumps({"sources": [SOURCE]}))
    (tmp_path / "x.yaml").write_text(GOOD)
    return folder


CITE = {"source": "nguon-rieng", "article": 1}
SOURCE = {
    "id": "nguon-rieng",
    "title": words("Nguồn"),
    "short": words("Nguồn"),
    "in_force": {"from": "2020-01-01"},
    "text": "original",
}


def checked(pack: Path, *more: str, **limits: int) -> Ended:
    return run("check", "x.yaml", *DAY, "--pack", pack, "--format", "json", *more, cwd=pack.parent, **limits)


def refused(pack: Path, *told: str) -> None:
    found = checked(pack)
    assert (found.code, found.out) == (2, b""), found.err
    assert all(word in found.err for word in told), found.err
    assert len(found.told) < 50 and max(map(len, found.told)) < 700
    assert not (pack.parent / "pwned").exists()


def put(pack: Path, rules: list[Any] | None = None, **more: Any) -> None:
    (pack / "a.yaml").write_text(json.dumps({"rules": rules or [], **more}))


def test_a_pack_of_ones_own_is_used(pack: Path) -> None:
    found = checked(pack)
    assert found.code == 1
    assert "MINE-1" in {result["rule"] for result in json.loads(found.out)["results"]}


@pytest.mark.parametrize("file", ["a.yaml", "sources.yaml", "pack.yaml", "calendar.yaml"])
def test_a_link_out_of_the_pack_is_not_followed(file: str, pack: Path) -> None:
    secret = pack.parent / "secret"
    secret.write_text("mat-khau: 123456\n")
    (pack / file).unlink(missing_ok=True)
    (pack / file).symlink_to(secret)
    found = checked(pack)
    assert (found.code, found.out) == (2, b"")
    assert f"mine/{file}" in found.err
    assert "mat-khau" not in found.err and "123456" not in found.err


@pytest.mark.parametrize("file", ["coverage.yaml", "a.test.yaml"])
def test_nor_by_the_commands_for_those_who_write_rules(file: str, pack: Path) -> None:
    (pack.parent / "secret").write_text("mat-khau: 123456\n")
    (pack / file).symlink_to(pack.parent / "secret")
    command = ("coverage",) if file == "coverage.yaml" else ("test",)
    found = run("rules", *command, "--pack", pack, cwd=pack.parent)
    assert found.code == 2
    assert f"mine/{file}: dẫn ra ngoài bộ quy định" in found.err
    assert "mat-khau" not in found.err


def test_a_link_within_the_pack_and_to_the_pack_is_followed(pack: Path) -> None:
    (pack / "a.yaml").rename(pack / "rules.txt")
    (pack / "a.yaml").symlink_to("rules.txt")
    link = pack.parent / "link"
    link.symlink_to(pack, target_is_directory=True)
    assert checked(link).code == 1


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/tty", "b.yaml", "."])
def test_devices_loops_and_folders_are_no_rules(target: str, pack: Path) -> None:
    (pack / "b.yaml").symlink_to(target)
    refused(pack, "mine/b.yaml")


def test_a_pipe_is_not_waited_for(pack: Path) -> None:
    os.mkfifo(pack / "b.yaml")
    refused(pack, "mine/b.yaml")


def test_a_folder_named_like_rules_is_none(pack: Path) -> None:
    (pack / "b.yaml").mkdir()
    refused(pack, "mine/b.yaml")


def test_a_huge_file_is_not_read(pack: Path) -> None:
    with (pack / "b.yaml").open("wb") as file:
        file.truncate(3 << 30)
    refused(pack, "mine/b.yaml", "2 MB")


def test_too_many_files_are_not_read(pack: Path) -> None:
    for number in range(300):
        (pack / f"r{number}.yaml").write_text("rules: []\n")
    refused(pack, "200 tệp")


BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("!!python/object/apply:os.system ['touch pwned']\n", "python"),
        ("rules: !!python/name:os.system\n", "python"),
        ("rules: " + "[" * 20_000, "32"),
        (BOMB, "100000 giá trị"),
        ("rules: &r [*r]\n", "b.yaml:1:"),
        ("<<: {rules: []}\n", "b.yaml:1:1"),
        ("rules: []\nrules: []\n", "b.yaml:2:1"),
        ("rules: []\x00", "b.yaml"),
        ("rules: [\x1b[31m]", "b.yaml"),
        ("include: /etc/passwd\n", "include"),
        ("rules: [" + "{}," * 5000 + "]", "b.yaml:1:"),
        ("- " * 50_000, "b.yaml:1:"),
    ],
)
def test_hostile_yaml_is_refused(content: str, told: str, pack: Path) -> None:
    (pack / "b.yaml").write_text(content)
    found = checked(pack)
    assert (found.code, found.out) == (2, b"")
    assert told in found.err and "\x1b" not in found.err
    assert not (pack.parent / "pwned").exists()


@pytest.mark.parametrize("name", ["../secret", "mine/../../secret", "/etc", "/dev/zero", "\x1b[31m", "", "x\ny"])
def test_a_name_that_leads_elsewhere_is_no_pack(name: str, pack: Path) -> None:
    found = run("check", "x.yaml", *DAY, "--pack", name, cwd=pack.parent)
    assert found.code == 2 and "\x1b" not in found.err


def test_a_unit_file_names_only_packs_that_are_shipped(pack: Path) -> None:
    (pack.parent / "x.yaml").write_text(GOOD + f"packs: [{json.dumps(str(pack))}, ../mine]\n")
    found = run("check", "x.yaml", *DAY, cwd=pack.parent)
    assert (found.code, found.out) == (3, b"")


def test_rules_that_follow_each_other_in_a_ring_are_refused(pack: Path) -> None:
    ring = [rule(f"R{number}", basis=CITE, follows=f"R{(number + 1) % 50}") for number in range(50)]
    put(pack, ring)
    found = checked(pack)
    assert (found.code, found.out) == (2, b"")
    assert "không bao giờ dừng" in found.err


def test_many_rules_and_long_checks_come_to_an_end(pack: Path) -> None:
    ways = [{"when": [{"fact": "headcount", "at_least": n} for n in range(20)], "posted": {"channel": "portal"}}] * 50
    put(
        pack,
        [rule(f"R{n}", basis=CITE, applies_to=["commune"], every="month", checks=["c"]) for n in range(300)],
        checks=[check("c", *ways, basis=CITE)],
    )
    found = checked(pack, "--engine", "reference", seconds=30)
    assert found.code in (1, 2)


@pytest.mark.parametrize("value", [36_525, 10**12, -1, "1e999", "9" * 400])
def test_numbers_that_lead_beyond_the_calendar(value: Any, pack: Path) -> None:
    put(
        pack,
        [rule("R1", basis=CITE, applies_to=["commune"], every="year", due={"after_period": "lau"})],
        parameters=[
            parameter("lau", "working_days", 1, values=[{"from": "2000-01-01", "value": value, "basis": CITE}])
        ],
    )
    found = checked(pack, seconds=20)
    assert found.code == (1 if value == 36_525 else 2), found.err
