"""Every catalogue says everything in both languages, composed, with the same blanks."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import dcs_audit.locale
from dcs_audit.locale import doubts, evidence, explain_changes, explain_steps, plausibility
from dcs_audit.locale.languages import LANGS
from dcs_audit.locale.screen import SCREEN

MODULES = sorted(module.name for module in pkgutil.iter_modules(dcs_audit.locale.__path__))
EMPTY = {"value.any", "x.blank"}
"""Messages that say nothing, in both languages."""
SAME_BLANK = {"plain": "number"}
"""Two blanks of one value: as digits, and as Vietnamese writes it."""


def _texts(found: object) -> dict[str, str] | None:
    """The texts of one entry by language; None for what is no entry of a catalogue."""
    if isinstance(found, dict) and found and set(found) & set(LANGS):
        return found
    if isinstance(found, tuple) and len(found) == len(LANGS) and all(isinstance(text, str) for text in found):
        return dict(zip(LANGS, found, strict=True))
    return None


def _entries(module: str) -> Iterator[tuple[str, dict[str, str]]]:
    for name, catalogue in vars(importlib.import_module(f"dcs_audit.locale.{module}")).items():
        if isinstance(catalogue, dict) and not name.startswith("__"):
            for key, found in catalogue.items():
                if (texts := _texts(found)) is not None:
                    yield f"{name}[{key}]", texts


def _blanks(text: str) -> set[str]:
    return {SAME_BLANK.get(name, name) for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_say_the_same(module: str) -> None:
    for key, texts in _entries(module):
        assert set(texts) == set(LANGS), key
        assert len({frozenset(_blanks(text)) for text in texts.values()}) == 1, key
        for text in texts.values():
            assert unicodedata.is_normalized("NFC", text), key
            assert text.strip() or key.partition("[")[2].rstrip("]") in EMPTY, key


def test_the_catalogues_are_found() -> None:
    assert {module for module in MODULES if any(_entries(module))} >= {
        *("commands", "diff", "docx", "explain", "fleet", "plausibility", "problems", "record_words"),
        *("record_words_kinds", "rules_lint", "rules_test", "screen", "verdicts", "xlsx"),
    }


def test_a_blank_that_only_one_language_has_is_seen() -> None:
    assert _blanks("{a} {b!r:>3} {{c}}") == {"a", "b"}
    assert _texts({"vi": "a"}) == {"vi": "a"} and _texts(("a", "b", "c")) is None


def test_sentences_of_verdicts_stand_in_one_catalogue_each() -> None:
    own = (Path(dcs_audit.locale.__path__[0]) / "verdicts.py").read_text(encoding="utf-8")
    merged = [doubts.WORDS, evidence.SENTENCES, explain_changes.WORDS, explain_steps.WORDS, plausibility.WORDS]
    keys = Counter(key for words in merged for key in words)
    keys.update(re.findall(r'^    "([a-z_.]+)": ', own, flags=re.MULTILINE))
    assert [key for key, number in keys.items() if number > 1] == []


def test_messages_of_the_screen_stand_in_one_catalogue_each() -> None:
    assert [key for key, number in Counter(iter(SCREEN)).items() if number > 1] == []
