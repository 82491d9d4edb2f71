"""What `rules lint` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_lint": {"vi": "Soát lỗi của bộ quy định", "en": "Look for faults in the rules"},
}
