"""What `rules coverage` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_coverage": {
        "vi": "Xem từng khoản của luật đã được kiểm tra ở đâu",
        "en": "Show where each clause of the law is checked",
    },
}
