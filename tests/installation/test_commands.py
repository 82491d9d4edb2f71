"""Command lines that install: what they name hangs on where this copy came from."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dcs_audit import __version__
from dcs_audit.installation import commands

ROOT = Path(__file__).resolve().parents[2]
WHEEL = f"dcs_audit-{__version__}-py3-none-any.whl"


@dataclass
class Installed:
    """A distribution that came from somewhere and requires something."""

    came: str = ""
    requires: list[str] | None = field(default_factory=list)

    def read_text(self, name: str) -> str:
        return self.came if name == "direct_url.json" else ""


def put(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, installed: Installed, *, clone: bool = False) -> Path:
    """The program as it would lie in a folder of packages, or in a clone; the folder with both."""
    home = tmp_path / ("clone/src" if clone else "lib/site/packages") / "dcs_audit" / "installation"
    home.mkdir(parents=True)
    if clone:
        (tmp_path / "clone" / "pyproject.toml").write_text("[project]")
    monkeypatch.setattr(commands, "__file__", str(home / "commands.py"))
    monkeypatch.setattr(commands, "distribution", lambda name: installed)
    return tmp_path / "clone"


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ("", f'-m pip install --force-reinstall --no-deps "{WHEEL}"'),
        ("not json", f'--no-deps "{WHEEL}"'),
        ('{"url": "file:///a/b.whl"}', '--no-deps "file:///a/b.whl"'),
        ('{"url": "file:///a/b%20c", "dir_info": {"editable": true}}', '--no-deps --editable "/a/b c"'),
    ],
)
def test_the_program_is_installed_anew_from_where_it_came(
    came: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "distribution", lambda name: Installed(came))
    assert commands.reinstalled().endswith(told)


def test_a_path_with_a_space_is_quoted() -> None:
    assert commands.pip("x", python="/a b/python").startswith("'/a b/python' -m pip install")


@pytest.mark.parametrize(("word", "told"), [("/a b", '"/a b"'), ("/a$b", "'/a$b'"), ("x<2", '"x<2"')])
def test_what_a_shell_would_read_otherwise_is_quoted(word: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands.sys, "platform", "linux")
    assert commands.pip(word, python="p") == f"p -m pip install {told}"
    monkeypatch.setattr(commands.sys, "platform", "win32")
    assert commands.pip(word, python="p") == f'p -m pip install "{word}"'


def test_a_copy_out_of_a_wheel_names_the_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    requires = [
        "pyyaml<7,>=6.0",
        "docxtpl<0.21,>=0.18; extra == 'dev'",
        "docxtpl<0.21,>=0.18; extra == 'reports'",
        'openpyxl<3.2,>=3.1 ; extra == "reports"',
        "openpyxl<3.2,>=3.1; extra == 'excel'",
    ]
    put(monkeypatch, tmp_path, Installed(requires=requires))
    assert commands.with_extra("reports").endswith('-m pip install "docxtpl<0.21,>=0.18" "openpyxl<3.2,>=3.1"')
    assert commands.with_extra("excel").endswith('-m pip install "openpyxl<3.2,>=3.1"')


@pytest.mark.parametrize("requires", [None, ["pyyaml"]])
def test_one_that_does_not_say_what_it_requires_is_given_the_wheel(
    requires: list[str] | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(monkeypatch, tmp_path, Installed(requires=requires))
    assert commands.with_extra("reports").endswith(f'-m pip install "{WHEEL}[reports]"')


@pytest.mark.parametrize(
    ("came", "option"),
    [('{"url": "file:///x", "dir_info": {"editable": true}}', "--editable "), ("", "")],
)
def test_a_clone_is_installed_from_its_folder(
    came: str, option: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clone = put(monkeypatch, tmp_path, Installed(came), clone=True)
    assert commands.with_extra("reports").endswith(f'-m pip install {option}"{clone}[reports]"')


def test_requirements_of_extras_hang_on_nothing_else() -> None:
    """What stands behind a semicolon is cut off where a command line names them."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {"reports", "excel", "calendar", "completion"} <= set(extras)
    assert not [line for lines in extras.values() for line in lines if ";" in line]
