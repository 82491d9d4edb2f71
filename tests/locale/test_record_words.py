"""Whatever a shipped pack calls a kind of record has a name that people can read."""

from __future__ import annotations

import unicodedata

import pytest

from dcs_audit.law import load_rulebook
from dcs_audit.law.loader import shipped
from dcs_audit.locale import record_words
from dcs_audit.locale.record_words_kinds import KINDS

PACKS = sorted(path.parent.name for path in shipped().glob("*/pack.yaml"))


@pytest.mark.parametrize("pack", PACKS)
def test_every_kind_of_a_pack_has_words(pack: str) -> None:
    known = load_rulebook([pack]).vocabulary
    kinds = known.document_kinds | known.meeting_kinds | known.petition_kinds | known.activity_kinds | known.board_kinds
    assert kinds
    assert (
        sorted(kind for kind in kinds if not record_words.value(kind, "vi") or not record_words.value(kind, "en")) == []
    )


def test_words_are_composed_and_no_slugs() -> None:
    for vi, en in KINDS.values():
        assert unicodedata.is_normalized("NFC", vi)
        assert vi.strip() and en.strip() and "_" not in vi + en


def test_a_slug_without_an_entry_is_unknown() -> None:
    assert record_words.value("chua-co-trong-bang", "vi") is None
