"""What `rules diff` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_diff": {"vi": "So sánh nghĩa vụ giữa hai ngày", "en": "Compare the duties of two days"},
}
