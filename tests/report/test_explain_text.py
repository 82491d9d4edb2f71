"""Explanations on the screen: whole screens against files that a person read, and what no screen may do."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from dcs_audit.auditor import Auditor
from dcs_audit.explaining.scene import look_at
from dcs_audit.explaining.story import explain
from dcs_audit.law.rulebook import load_rulebook
from dcs_audit.locale.phrases import Lang
from dcs_audit.records import load_path
from dcs_audit.report.explain_json import render as as_json
from dcs_audit.report.explain_text import render

from .explained import UNIT, scene

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[2] / "samples"
SCREENS: dict[str, tuple[str, Lang, int]] = {
    "explain-late-vi-80": ("HAN", "vi", 80),
    "explain-review-vi-80": ("DIEU-KIEN", "vi", 80),
    "explain-missing-vi-80": ("THIEU@2026-Q1", "vi", 80),
    "explain-share-en-120": ("TY-LE", "en", 120),
    "explain-exempt-en-80": ("NHO", "en", 80),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GOLDEN_UPDATE=1 writes the files anew; read every line of the difference before keeping it."""
    monkeypatch.setattr("dcs_audit.report.explain_text.__version__", "0.1.0")
    asked, lang, width = SCREENS[name]
    shown = render(explain(scene(tmp_path), asked), lang, width, False)
    shown = re.sub(r"sha256:[0-9a-f]{12}", "sha256:0", shown)
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN_UPDATE"):
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


@pytest.mark.parametrize("sample", ["thon-nhieu-ton-tai.yaml", "co-quan.yaml"])
def test_every_duty_of_a_sample_can_be_explained(sample: str) -> None:
    """The explanation of each comes to the result that the audit gave: it raises AuditError where it does not."""
    book = load_rulebook()
    place = look_at(Auditor(book, "reference"), load_path(SAMPLES / sample, book.vocabulary), date(2026, 11, 20), None)
    for rule in dict.fromkeys(result.rule for result in place.report.results):
        explanation = explain(place, rule)
        assert [story.result for story in explanation.stories] == [r for r in place.report.results if r.rule == rule]
        for story in explanation.stories:
            assert [check.result for check in story.checks] == list(story.result.checks)
            assert story.why and story.cure
        shown = render(explanation, "vi", 80, False)
        assert max(map(cell_len, shown.splitlines())) <= 80
        assert as_json(explanation, "en") == as_json(explain(place, rule), "en")


def test_the_readme_shows_what_is_printed() -> None:
    readme = (SAMPLES.parent / "README.md").read_text(encoding="utf-8")
    section = readme.partition("### Why this verdict")[2].partition("\n### ")[0]
    shown = [line for line in section.partition("```text\n")[2].partition("```")[0].splitlines() if line != "…"]
    book = load_rulebook()
    loaded = load_path(SAMPLES / "xa-nhieu-ton-tai.yaml", book.vocabulary)
    place = look_at(Auditor(book, "reference"), loaded, date(2026, 11, 20), None)
    printed = render(explain(place, "LDC-D11-K1"), "vi", 84, False).splitlines()
    assert len(shown) > 10
    assert [line for line in shown if line not in printed] == []


def test_hostile_text_is_shown_as_it_stands_and_cannot_move_the_cursor(tmp_path: Path) -> None:
    explanation = explain(scene(tmp_path, UNIT.replace("Sở Mẫu", '"[red]Sở[/red] {x}"')), "TY-LE")
    named = replace(explanation, report=replace(explanation.report, input_path="so\x1b[31m\x9b.yaml"))
    assert "[red]Sở[/red] {x}" in render(named, "vi", 80, False)
    for shown in (render(named, "vi", 80, False), as_json(named, "vi")):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_colour_adds_nothing_but_colour(tmp_path: Path) -> None:
    explanation = explain(scene(tmp_path), "HAN")
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", render(explanation, "vi", 100, True))
    assert [line.rstrip() for line in coloured.splitlines()] == render(explanation, "vi", 100, False).splitlines()
