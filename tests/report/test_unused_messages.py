"""Every message of the catalogues is said somewhere in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import dcs_audit
from dcs_audit.locale.problems import HINTS, PROBLEMS
from dcs_audit.locale.rules_lint import WORDS
from dcs_audit.locale.screen import SCREEN
from dcs_audit.locale.verdicts import SENTENCES

SOURCE = Path(dcs_audit.__file__).parent
FAMILIES = ("value.", "channel.", "field.", "subtype.")
"""Messages chosen by a word of a pack or a record, of which the source knows the family only."""


def _literals() -> Iterator[tuple[str, str]]:
    """Every piece of text in the source but the catalogues: as it stands, and as a pattern for what a blank makes."""
    for path in SOURCE.rglob("*.py"):
        if path.parent.name == "locale" and path.name != "phrases.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(p.value) if isinstance(p, ast.Constant) else "[a-zA-Z0-9_.-]+" for p in node.values]
                yield "", "".join(parts)


def _unsaid(keys: set[str]) -> list[str]:
    literals = list(_literals())
    plain = {text for text, _ in literals}
    made = [re.compile(pattern) for text, pattern in literals if not text and re.match(r"[a-z]|\[a-zA-Z", pattern)]
    # A pattern that is nothing but a blank would say everything.
    made = [pattern for pattern in made if re.sub(r"\[a-zA-Z0-9_\.-\]\+", "", pattern.pattern).strip(".\\")]
    return sorted(
        key
        for key in keys - plain
        if not key.startswith(FAMILIES) and not any(pattern.fullmatch(key) for pattern in made)
    )


def test_every_message_of_the_screen_is_said() -> None:
    assert _unsaid(set(SCREEN)) == []


def test_every_sentence_of_verdicts_is_said() -> None:
    assert _unsaid(set(SENTENCES)) == []


def test_every_problem_of_files_is_said() -> None:
    assert _unsaid({*PROBLEMS, *HINTS}) == []


def test_every_message_of_lint_is_of_a_fault_that_it_looks_for() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "law" / "lint").glob("*.py"))
    codes = {key.removeprefix("lint.") for key in WORDS if key.startswith("lint.")} - {"clean", "count"}
    assert sorted(code for code in codes if f'"{code}"' not in source and not code.startswith("no-such-")) == []


def test_a_message_that_nobody_says_is_found() -> None:
    assert _unsaid({"no.such_message_anywhere", "status.passed"}) == ["no.such_message_anywhere"]
