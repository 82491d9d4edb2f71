"""The text report: whole screens against files that were read by a person, and what no screen may do."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import Color

from dcs_audit.locale.phrases import Text
from dcs_audit.report import page
from dcs_audit.report.interface import Options
from dcs_audit.report.narrow import Filter
from dcs_audit.report.text import render
from dcs_audit.verdicts.model import Report, Severity, Status, Summary

from .builders import agency, commune, duty, fleet_of, report_on

GOLDEN = Path(__file__).parent / "golden"
BOTH = (commune, agency)
SCREENS = {
    "commune-vi-80": ((commune,), Options("vi", 80)),
    "commune-vi-120": ((commune,), Options("vi", 120)),
    "commune-en-80-all": ((commune,), Options("en", 80, show_all=True)),
    "agency-vi-80": ((agency,), Options("vi", 80)),
    "fleet-vi-100": (BOTH, Options("vi", 100)),
    "commune-vi-80-colour": ((commune,), Options("vi", 80, colour=True)),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """GOLDEN_UPDATE=1 writes the files anew; read every line of the difference before keeping it."""
    monkeypatch.setattr("dcs_audit.report.text.__version__", "0.1.0")
    makers, options = SCREENS[name]
    monkeypatch.setattr("dcs_audit.report.fleet_text.__version__", "0.1.0")
    reports = [make() for make in makers]
    alone = len(reports) == 1
    shown = render(reports[0], options) if alone else fleet_of("text", reports, options, ["xa-hong.yaml"])
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN_UPDATE"):
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_page(lang: str, width: int) -> None:
    options = Options(lang, width, show_all=True)  # type: ignore[arg-type]
    shown = fleet_of("text", [commune(), agency()], options, ["xa-hong.yaml"])
    assert max(cell_len(line) for line in shown.splitlines()) <= width


def test_a_very_wide_terminal_is_not_filled(commune: Report) -> None:
    shown = render(commune, Options(width=400))
    assert max(cell_len(line) for line in shown.splitlines()) == 120


def test_without_colour_there_is_no_control_character_and_no_blank_at_line_ends(commune: Report) -> None:
    shown = render(commune, Options(show_all=True))
    assert all(sign == "\n" or sign.isprintable() for sign in shown)
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_colours_read_on_a_dark_and_on_a_light_ground_and_change_no_word(commune: Report) -> None:
    coloured = render(commune, Options(colour=True))
    codes = set(re.findall(r"\x1b\[([0-9;]*)m", coloured))
    # Red and magenta as the terminal has them, else fixed ones: no black, white or grey, no yellow, no background.
    assert codes <= {"0", "1", "1;31", "35", "38;5;28", "38;5;30"}
    words = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in words.splitlines()] == render(commune, Options()).splitlines()


@pytest.mark.parametrize("style", [page.GOOD, page.SOON, page.OPEN])
def test_fixed_colours_stand_off_from_black_and_from_white(style: str) -> None:
    """Contrast as WCAG has it; 4.58 to 1 from both is the most that there can be."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in Color.parse(style).get_truecolor()
    )
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert (light + 0.05) / 0.05 > 4 and 1.05 / (light + 0.05) > 4


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_everything_is_nfc_even_where_the_file_is_not(lang: str) -> None:
    name = unicodedata.normalize("NFD", "Ủy ban nhân dân phường Điện Biên")
    report = report_on({"name": name, "type": "commune"}, ())
    shown = render(report, Options(lang))  # type: ignore[arg-type]
    assert unicodedata.is_normalized("NFC", shown)
    assert "Ủy ban nhân dân phường Điện Biên" in shown


def test_no_text_of_a_file_reaches_the_terminal_as_a_command() -> None:
    hostile = "[bold red]x[/] :smile: \x1b[2J\x1b]0;title\x07 a\r\nb\tc \u202etxt\u200b \x9b31m \ud800"
    bad = duty(
        "LDC-D11-K1",
        Status.NEEDS_REVIEW,
        Text(hostile, hostile),
        subject=hostile,
        message=Text(hostile, hostile),
        reason=Text(hostile, hostile),
        facts=(hostile,),
    )
    report = report_on({"name": hostile, "type": hostile, "subtype": hostile}, (bad,), input_path=hostile)
    shown = fleet_of("text", [report], Options(show_all=True), [hostile])
    assert all(sign == "\n" or sign.isprintable() for sign in shown)
    assert r"[bold red]x[/] :smile: \x1b[2J\x1b]0;title\x07 a  b c txt \x9b31m \ud800" in shown.replace("\n", " ")


def test_every_count_is_shown_and_the_counts_add_up(commune: Report) -> None:
    lines = render(commune, Options("en", 80)).splitlines()
    start = lines.index("Summary of 12 duties")
    numbers = [int(number) for line in lines[start + 3 : start + 9] for number in re.findall(r"(?<!\S)\d+(?=  )", line)]
    assert len(numbers) == len(Status)
    assert sum(numbers) == 12


def test_violations_stand_under_their_groups_in_the_reports_order(commune: Report) -> None:
    lines = render(commune, Options("en")).splitlines()
    headings = [line for line, below in pairwise(lines) if below.startswith("───")]
    assert headings == [
        "Summary of 12 duties",
        "Disclosure (công khai) (2 violations)",
        "Inspection and supervision by the people (3 violations)",
        "Pending (2)",
        "Needs review (2)",
        "Waived (1)",
        "What to do",
        "Notices",
        "What was not checked",
    ]


def test_a_group_that_the_report_does_not_list_is_not_lost() -> None:
    stray = duty("X-1", Status.MISSING, Text("Lạc", "Stray"), group="khac")
    assert "MISSING · critical · Stray" in render(report_on({"name": "A"}, (stray,)), Options("en"))


def test_periods_of_one_rule_are_told_together_and_those_with_records_apart(commune: Report) -> None:
    shown = render(commune, Options("en"))
    assert shown.count("Citizen reception (tiếp công dân) by the chairman") == 2  # once told, once to do
    assert "    - month 01/2026: due 28/01/2026, 296 days overdue" in shown


def test_pending_is_sorted_by_date() -> None:
    title = Text("T", "T")
    waiting = (
        duty("B", Status.PENDING, title),
        duty("C", Status.PENDING, title, due=date(2026, 12, 31), days=41),
        duty("A", Status.PENDING, title, due=date(2026, 11, 30), days=10),
    )
    shown = render(report_on({"name": "A"}, waiting), Options("en"))
    assert [shown.index(f"({rule})") for rule in "ACB"] == sorted(shown.index(f"({rule})") for rule in "ACB")
    assert "no date yet: T (B)" in shown
    assert "Next due date: 30/11/2026 (10 days left); see Pending." in shown


def test_things_to_do_are_ordered_by_severity_then_date(commune: Report) -> None:
    lines = render(commune, Options("en", 120)).splitlines()
    listed = [line for line in lines[lines.index("What to do") :] if re.match(r" \d\. ", line)]
    assert listed == [
        " 1. Post again for 30 consecutive days at the office and at each village's community house, and minute it.",
        " 2. Schedule the chairman's reception days, post the schedule and keep the reception book.",
        " 3. Make the record and post it.",
        " 4. Elect the missing members.",
        " 5. Fill in unit.has_loudspeaker in the unit file, then check again.",
        " 6. Look at the records and decide.",
    ]


def test_passed_and_not_applicable_are_counted_or_listed(commune: Report) -> None:
    folded, listed = render(commune, Options("en")), render(commune, Options("en", show_all=True))
    assert "Passed: 1. Not applicable: 1. Add --all to see each of these duties." in folded
    assert "(LDC-D11-K13)" not in folded
    assert "(LDC-D11-K13)" in listed
    assert "(LDC-D41-K1): There is no project on the territory." in listed
    assert "--all" not in listed


def test_a_filter_is_announced_before_what_it_leaves_out(commune: Report) -> None:
    kept = Filter(only=("giam-sat",), severity=Severity.CRITICAL)
    shown = render(kept.narrowed(commune), Options("en", filters=kept.sentences()))
    assert shown.index("Only giam-sat shown (--only)") < shown.index("Inspection and supervision")
    assert "Only violations of severity critical or above shown" in shown
    assert "5 violations: 4 critical, 1 major, 0 minor" in shown  # the counts stay whole
    assert "LDC-D36-K1" not in shown and "LDC-D11-K1" not in shown


def test_an_empty_list_of_things_to_do_does_not_sound_better_than_it_is(agency: Report) -> None:
    kept = Filter(only=("giam-sat",))
    assert "No violation to put right at present." in render(agency, Options("en"))
    filtered = render(kept.narrowed(agency), Options("en", filters=kept.sentences()))
    assert "No violation to put right among the duties shown." in filtered
    assert "No duty arises for this unit" in render(report_on({"name": "A"}, ()), Options("en"))


def test_without_a_score_the_report_says_so(agency: Report) -> None:
    summary = agency.summary
    none = Summary(
        summary.duties, summary.counts, summary.violations, None, None, None, Text("Chưa đến hạn.", "Nothing due.")
    )
    shown = fleet_of("text", [replace(agency, summary=none)], Options("en"))
    assert "Score        none" in shown and "Nothing due." in shown
    assert re.search(r"Sở Tài chính tỉnh Đồng Tháp +0 +0 +0 +–", shown)
