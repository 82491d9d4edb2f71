"""Names inside a zip file that mean the same on every system, and nothing outside it."""

from __future__ import annotations

import re
from unicodedata import category, normalize

# What Windows keeps for devices, whatever ending follows.
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"/\\|?*')
_LONGEST = 100
"""Characters of a step; with Vietnamese letters that stays below the 255 bytes that file systems allow."""
_LONGEST_ENDING = 12


def safe_step(name: str) -> str:
    """A folder's or file's name as every system takes it: what has another meaning somewhere becomes `_`."""
    made = "".join(map(_safe_sign, normalize("NFC", name)))
    if len(made) > _LONGEST:
        stem, dot, ending = made.rpartition(".")
        tail = f"{dot}{ending}" if stem and len(ending) <= _LONGEST_ENDING else ""
        made = made[: _LONGEST - len(tail)] + tail
    made = made.rstrip(". ").lstrip(" ")
    return f"_{made}" if not made or _RESERVED.fullmatch(made) else made


def _safe_sign(sign: str) -> str:
    # Control signs, and those that reorder or hide what stands around them, or that UTF-8 has no bytes for.
    return "_" if sign in _FORBIDDEN or category(sign)[0] == "C" or category(sign) in ("Zl", "Zp") else sign


class Shelves:
    """Paths that were given away. No two are the same where case does not matter, none runs through a file."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def place(self, *steps: str) -> str:
        """The path for a file under these names; where it is taken, its last step gets a number."""
        *folders, name = [safe_step(step) for step in steps]
        above = ""
        for folder in folders:
            above += self._free(above, folder, self._files) + "/"
            self._folders.add(_key(above[:-1]))
        path = above + self._free(above, name, self._files | self._folders)
        self._files.add(_key(path))
        return path

    def _free(self, above: str, name: str, taken: set[str]) -> str:
        stem, dot, ending = name.rpartition(".")
        if not stem:
            stem, dot, ending = name, "", ""
        number, made = 1, name
        while _key(above + made) in taken:
            number += 1
            made = f"{stem}~{number}{dot}{ending}"
        return made


def _key(path: str) -> str:
    """Equal for paths that a system without regard to case takes for one."""
    return normalize("NFC", normalize("NFD", path).casefold())
