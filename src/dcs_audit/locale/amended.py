"""Sentences on numbers that packs put in the place of the law's."""

from __future__ import annotations

_VI = "Bộ quy định {pack} đặt “{title}” là {value} từ {since}, "
_EN = "The pack {pack} sets “{title}” to {value} from {since}, "

WORDS: dict[str, dict[str, str]] = {
    "message.amended": {"vi": "{message} {told}", "en": "{message} {told}"},
    "amended.number": {
        "vi": "Theo {by}, từ {since}: {title} là {value}.",
        "en": "By {by}, from {since}: {title} is {value}.",
    },
    "amended.bare": {"vi": "{value}", "en": "{value}"},
    "amended.law": {"vi": "{value} theo {basis}", "en": "{value} by {basis}"},
    "notice.amended.less": {
        "vi": _VI + "nhẹ hơn mức {law}; căn cứ: {basis}. Đạt theo số này chưa chắc đã đạt theo mức kia.",
        "en": _EN + "which asks for less than {law}; set by {basis}. What passes by it may not pass by the other.",
    },
    "notice.amended.more": {
        "vi": _VI + "chặt hơn mức {law}; căn cứ: {basis}.",
        "en": _EN + "which asks for more than {law}; set by {basis}.",
    },
    "notice.amended.otherwise": {
        "vi": _VI + "khác mức {law}; căn cứ: {basis}.",
        "en": _EN + "which differs from {law}; set by {basis}.",
    },
    "reason.part_exceeds": {
        "vi": "Số bộ phận `{field}` là {part}, lớn hơn tổng số `{of}` là {whole}: một trong hai số ghi sai.",
        "en": "The part `{field}` is {part}, more than the whole `{of}`, {whole}: one of the two is wrong.",
    },
}
