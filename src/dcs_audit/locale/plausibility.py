"""What is said of records that may be slips of the pen, in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "notice.odd": {
        "vi": "Cần xem lại {where}: {told}",
        "en": "To be looked at again, {where}: {told}",
    },
    "odd.place": {"vi": "{record} (dòng {line})", "en": "{record} (line {line})"},
    "odd.field": {"vi": "`{path}`", "en": "`{path}`"},
    "odd.order": {
        "vi": "{last} ngày {end} lại trước {first} ngày {start}.",
        "en": "{last} of {end} comes before {first} of {start}.",
    },
    "odd.more": {
        "vi": "{part} là {few}, nhiều hơn {whole} là {many}.",
        "en": "{part} is {few}, more than {whole}, {many}.",
    },
    "odd.headcount": {
        "vi": "{count} người, nhiều hơn `unit.headcount` là {headcount} người.",
        "en": "{count} people, more than `unit.headcount`, {headcount}.",
    },
    "odd.households": {
        "vi": "{count} hộ, nhiều hơn số hộ của thôn, tổ dân phố là {households}.",
        "en": "{count} households, more than the {households} of the village.",
    },
    "odd.posting": {
        "vi": "kết thúc ngày {end}, trước khi bắt đầu ngày {start}; không được tính là đã niêm yết.",
        "en": "ends on {end}, before it begins on {start}; it does not count as posted.",
    },
    "odd.future": {
        "vi": "văn bản ghi ngày {day}, sau ngày kiểm tra.",
        "en": "a document dated {day}, after the day of the audit.",
    },
    "odd.future_record": {
        "vi": "văn bản ghi ngày {day}, sau ngày kiểm tra; hồ sơ này chưa được tính.",
        "en": "a document dated {day}, after the day of the audit; the record does not count yet.",
    },
    "odd.posted_early": {
        "vi": "đăng, niêm yết từ ngày {start}, trước ngày {issued} của chính văn bản được công khai.",
        "en": "posted from {start}, before {issued}, the day of the document that is posted.",
    },
    "odd.before_period": {
        "vi": "ghi ngày {day}, trước ngày đầu kỳ {period} là {first}; báo cáo của một kỳ không thể có trước kỳ đó.",
        "en": "dated {day}, before {period} began on {first}; no report on a period comes before it.",
    },
    "odd.nil": {
        "vi": "khai không phát sinh (`nil: true`) mà vẫn ghi {other}: chỉ một trong hai điều là đúng.",
        "en": "says that nothing arose (`nil: true`), and yet gives {other}: only one of them can be so.",
    },
    "odd.old": {
        "vi": "mọi ngày đã ghi đều trước năm {year} (muộn nhất {last}). Nếu là công khai của năm khác, ghi `period` "
        "của năm đó; nếu là của năm {year}, ghi `period: {year}`.",
        "en": "every day given is before {year} (the latest {last}). If it is a disclosure of another year, give that "
        "year as `period`; if it is of {year}, say `period: {year}`.",
    },
    "odd.too_often": {
        "vi": "`count` là {count} ngày tiếp, mà kỳ {period} chỉ có {days} ngày.",
        "en": "`count` is {count} days of reception, but {period} has only {days} days.",
    },
    "odd.sample": {
        "vi": "còn số văn bản mẫu {number}: đây là ví dụ chưa điền, không phải hồ sơ thật.",
        "en": "still the number of the template, {number}: an example that nobody filled in, no real record.",
    },
    "odd.tet": {"vi": "tổ chức ngày {day}, ngày nghỉ {name}.", "en": "held on {day}, a day off: {name}."},
    "odd.number": {
        "vi": "cùng số văn bản {number} với {others}, mà nội dung khác nhau.",
        "en": "the same document number {number} as {others}, for something else.",
    },
    "odd.one_date": {
        "vi": "cả {number} hồ sơ đều ghi một ngày {day}.",
        "en": "all {number} records bear one date, {day}.",
    },
}
