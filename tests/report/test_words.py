"""Words that formats share."""

from __future__ import annotations

import string
from datetime import date

import pytest

from dcs_audit.locale.screen import SCREEN
from dcs_audit.report.words import (
    about,
    citation,
    citations,
    counted,
    decimal,
    distance,
    period_words,
    place,
    plain,
    timing,
)
from dcs_audit.verdicts.model import Severity, Status

from .builders import Text, cite, duty


def test_both_languages_of_a_message_have_the_same_blanks() -> None:
    def blanks(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert {key for key, said in SCREEN.items() if blanks(said["vi"]) != blanks(said["en"])} == set()
    assert {key for key, said in SCREEN.items() if set(said) != {"vi", "en"} or not all(said.values())} == set()


def test_every_status_and_severity_has_its_word() -> None:
    assert {f"status.{status}" for status in Status} | {f"severity.{level}" for level in Severity} <= set(SCREEN)


def test_a_citation_is_read_smallest_first() -> None:
    assert citation(cite(51, "2", "c"), "vi") == "điểm c khoản 2 Điều 51 Luật 10/2022/QH15"
    assert citation(cite(51, "2", "c"), "en") == "point c, clause 2, Article 51, Law 10/2022/QH15"
    assert citations((cite(51), cite(52), cite(51)), "vi") == "Điều 51 Luật 10/2022/QH15; Điều 52 Luật 10/2022/QH15"


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2026", "năm 2026", "year 2026"),
        ("2026-H1", "6 tháng đầu năm 2026", "first half of 2026"),
        ("2026-H2", "6 tháng cuối năm 2026", "second half of 2026"),
        ("2026-Q3", "quý III/2026", "quarter 3/2026"),
        ("2026-M07", "tháng 07/2026", "month 07/2026"),
        ("2026-X9", "2026-X9", "2026-X9"),
    ],
)
def test_periods(period: str, vi: str, en: str) -> None:
    assert (period_words(period, "vi"), period_words(period, "en")) == (vi, en)


def test_what_tells_duties_of_a_rule_apart() -> None:
    title = Text("a", "a")
    assert about(duty("X", Status.PASSED, title), 2026, "vi") == ""
    assert about(duty("X", Status.PASSED, title, subject="Đường liên xã"), 2026, "vi") == "Đường liên xã"
    quarter = duty("X", Status.PASSED, title, period="2026-Q1", subject="Đường liên xã")
    assert about(quarter, 2026, "vi") == "quý I/2026 – Đường liên xã"


def test_distances() -> None:
    assert distance(Status.LATE, 1, "en") == "1 day late"
    assert distance(Status.MISSING, 12, "vi") == "quá hạn 12 ngày"
    assert distance(Status.PENDING, 3, "vi") == "còn 3 ngày"
    assert distance(Status.PENDING, 0, "vi") == "hết hạn trong ngày"
    assert distance(Status.PASSED, 3, "vi") == ""
    assert distance(Status.LATE, None, "vi") == ""
    assert timing(Status.DEFECTIVE, date(2026, 1, 5), None, "vi") == "05/01/2026"
    assert timing(Status.MISSING, None, None, "vi") == ""


def test_numbers_and_places() -> None:
    assert (decimal(71.44, "vi"), decimal(71.44, "en")) == ("71,4", "71.4")
    assert (counted("duty", 1, "en"), counted("duty", 0, "en"), counted("duty", 2, "vi")) == (
        "1 duty",
        "0 duties",
        "2 nghĩa vụ",
    )
    assert (place("records.boards[0]", 7, "vi"), place("unit", None, "vi")) == ("records.boards[0], dòng 7", "unit")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Xã Yên Bình [1]", "Xã Yên Bình [1]"),
        ("Xa\u0303", "Xã"),
        ("a\r\nb\tc\u2028d", "a  b c d"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b2J\x00", r"\x9b2J\x00"),
        ("gấp\u202eđôi\u200b\ufeff", "gấpđôi"),
        ("\ud800", r"\ud800"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown
