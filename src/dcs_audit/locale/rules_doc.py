"""What `rules doc` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_doc": {"vi": "Xuất quy định thành trang để đọc", "en": "Write the rules as pages to read"},
}
