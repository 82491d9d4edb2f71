"""Units under a local plan: what the plan's own dates give, a day late each, beside the national duties."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dcs_audit.audit import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.records import load_path
from dcs_audit.verdicts.model import VIOLATIONS

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "ke-hoach"

# File, pack, prefix of its ids, day of the audit, and what falls short of the plan with the days late:
# the nine-month report of Bình Giang before 15/9, the annual one of Điềm He before 10/11, the plan of Đông Triều
# before 10/3/2025, each done on the day itself; Đông Triều's unit also lacks one of its internal regulations.
EXPECTED = {
    "phong-theo-ke-hoach-binh-giang": ("binh-giang-2026", "BG-", date(2026, 11, 20), {"BG-BC-02": ("late", 1)}),
    "phong-theo-ke-hoach-diem-he": ("diem-he-2026", "DH-", date(2026, 11, 20), {"DH-BC-02": ("late", 1)}),
    "phong-theo-ke-hoach-dong-trieu": (
        "dong-trieu-2025",
        "DT-",
        date(2025, 12, 31),
        {"DT-KH-01": ("late", 1), "DT-QC-02": ("defective", None)},
    ),
}


def test_every_sample_under_a_plan_is_judged_here() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_falls_short_of_the_plan(name: str) -> None:
    pack, prefix, as_of, expected = EXPECTED[name]
    book = load_rulebook([pack])
    loaded = load_path(FOLDER / f"{name}.yaml", book.vocabulary)
    assert not loaded.problems
    report = Auditor(book).audit(loaded, as_of)
    local = [result for result in report.results if result.rule.startswith(prefix)]
    short = {result.rule: (str(result.status), result.days) for result in local if result.status in VIOLATIONS}
    assert short == expected
    assert sum(str(result.status) == "passed" for result in local) > len(short)
