"""Text that is written once for all reports that share it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dcs_audit.locale.phrases import Text
from dcs_audit.report import json_parts
from dcs_audit.report.interface import Options
from dcs_audit.report.json import render, render_line
from dcs_audit.report.json_parts import Shared
from dcs_audit.verdicts.model import Report

from .builders import commune as commune_report


def test_a_thing_is_written_once_and_another_with_the_same_value_again() -> None:
    written: list[list[int]] = []

    def write(thing: list[int], depth: int) -> str:
        written.append(thing)
        return f"{depth}: {thing}"

    shared: Shared[list[int]] = Shared(write)
    one, other = [1], [1]
    texts = [shared(one, 2), shared(one, 2), shared(one, 3), shared(other, 2)]
    assert texts == ["2: [1]", "2: [1]", "3: [1]", "2: [1]"]
    assert len(written) == 3


def test_things_that_are_gone_are_never_taken_for_new_ones() -> None:
    shared: Shared[list[int]] = Shared(str)
    assert [shared([number]) for number in range(1000)] == [f"[{number}]" for number in range(1000)]


def test_no_more_is_kept_than_is_likely_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_parts, "REMEMBERED", 3)
    shared: Shared[list[int]] = Shared(str)
    kept = [[number] for number in range(10)]
    for _ in range(2):
        assert [shared(thing) for thing in kept] == [str(thing) for thing in kept]
    assert len(shared._known) <= 3


def test_a_result_that_two_reports_share_stands_in_each_as_it_must() -> None:
    report = commune_report()
    changed = replace(report, results=tuple(_renamed(report)))
    for options in (Options(), Options(lang="en")):
        texts = [render(one, options) for one in (report, changed, report)]
        lines = [render_line(one, options) for one in (report, changed, report)]
        assert texts[0] == texts[2] != texts[1]
        assert lines[0] == lines[2] != lines[1]


def _renamed(report: Report) -> list[object]:
    return [replace(result, title=Text("Khác", "Other")) for result in report.results]
