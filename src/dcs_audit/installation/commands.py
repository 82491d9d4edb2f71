"""Command lines that mend an installation, to be copied as they stand.

The program is on no package index: what installs it, or an extra of it, hangs on where this copy came from.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from dcs_audit import __version__

NAME = "dcs-audit"
_WHEEL = f"{NAME.replace('-', '_')}-{__version__}-py3-none-any.whl"
"""How the file is called that it was installed from, where nothing says which it was."""
_OF_EXTRA = re.compile(r"""\bextra\s*==\s*(['"])(?P<name>[^'"]+)\1""")


def pip(*what: str, options: tuple[str, ...] = (), python: str | None = None) -> str:
    """The command line that installs `what` into the environment that runs this program."""
    python = python or sys.executable or "python3"
    shown = f'"{python}"' if sys.platform == "win32" and " " in python else shlex.quote(python)
    return " ".join([shown, "-m pip install", *options, *map(_quoted, what)])


def _quoted(word: str) -> str:
    """In double quotes, which every shell knows, unless a shell would change what is between them."""
    return f'"{word}"' if sys.platform == "win32" or not set(word) & set('"$`\\!') else shlex.quote(word)


def reinstalled() -> str:
    """The command line that installs the program anew, from where it came."""
    anew = ("--force-reinstall", "--no-deps")
    came = _came()
    if came.get("dir_info", {}).get("editable"):
        return pip(_path(came["url"]), options=(*anew, "--editable"))
    return pip(came.get("url", _WHEEL), options=anew)


def with_extra(extra: str) -> str:
    """The command line that brings the libraries of an extra: of a copy that runs from its folder, by that folder,
    whose pyproject.toml may be newer than what was installed; else the libraries themselves, as the installed
    distribution names them."""
    if (folder := _folder()) is not None:
        editable = ("--editable",) if _came().get("dir_info", {}).get("editable") else ()
        return pip(f"{folder}[{extra}]", options=editable)
    return pip(*(tuple(_libraries(extra)) or (f"{_WHEEL}[{extra}]",)))


def _folder() -> str | None:
    """The project's folder where this very code runs out of it; None where it was copied on installing."""
    folder = Path(__file__).resolve().parents[3]
    return str(folder) if (folder / "pyproject.toml").is_file() and (folder / "src" / "dcs_audit").is_dir() else None


def _libraries(extra: str) -> Iterator[str]:
    """The requirements of an extra, with the versions that the program can do with."""
    try:
        requires = distribution(NAME).requires or []
    except PackageNotFoundError:
        requires = []
    for line in requires:
        requirement, _, marker = line.partition(";")
        if any(found["name"] == extra for found in _OF_EXTRA.finditer(marker)):
            yield requirement.strip()


def _came() -> dict[str, Any]:
    """Where the installed distribution came from, as PEP 610 has it; empty where that is not known."""
    try:
        came = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return {}
    return came if isinstance(came, dict) else {}


def _path(url: str) -> str:
    return url2pathname(urlsplit(url).path)
