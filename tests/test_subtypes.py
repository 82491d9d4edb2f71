"""A unit that calls itself what the law no longer, or not yet, knows is told so; no duty hangs on it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dcs_audit.auditor import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.locale.phrases import Phrase, say
from dcs_audit.records import load

BOOK = load_rulebook()


@pytest.mark.parametrize(
    ("subtype", "as_of", "told"),
    [
        ("thi_tran", date(2025, 6, 30), None),
        ("thi_tran", date(2025, 7, 1), "đến hết ngày 30/06/2025"),
        ("dac_khu", date(2025, 6, 30), "từ ngày 01/07/2025"),
        ("dac_khu", date(2025, 7, 1), None),
        ("xa", date(2025, 7, 1), None),
        (None, date(2025, 7, 1), None),
    ],
)
def test_a_subtype_outside_its_days_is_told(subtype: str | None, as_of: date, told: str | None) -> None:
    unit = {"unit": {"name": "A", "type": "commune", "subtype": subtype}, "year": 2025}
    loaded = load(json.dumps(unit).encode(), "unit.json", BOOK.vocabulary, "json")
    notices = Auditor(BOOK, "reference").audit(loaded, as_of).notices
    found = [say(one, "vi") for one in notices if isinstance(one, Phrase) and one.key == "notice.subtype"]
    assert len(found) == (told is not None)
    assert all(told in sentence for sentence in found if told is not None)
