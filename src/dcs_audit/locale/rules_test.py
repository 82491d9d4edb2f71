"""What `rules test` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_test": {"vi": "Chạy các ca kiểm tra của quy định", "en": "Run the cases beside the rules"},
}
