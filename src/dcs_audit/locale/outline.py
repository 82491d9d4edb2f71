"""What reports in HTML and Markdown say beyond the text report, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "outline.violations": {"vi": "Tồn tại ({number})", "en": "Violations ({number})"},
    "outline.status": {"vi": "Kết luận", "en": "Verdict"},
    "outline.duties": {"vi": "Nghĩa vụ", "en": "Duties"},
    "outline.duty": {"vi": "Nghĩa vụ", "en": "Duty"},
    "outline.none_shown": {
        "vi": "Trong phần được hiển thị không có tồn tại nào.",
        "en": "No violation among the duties shown.",
    },
    "outline.file": {"vi": "Tệp hồ sơ", "en": "Unit file"},
    "outline.units": {"vi": "Danh sách đơn vị", "en": "List of units"},
    "outline.units_all": {
        "vi": "Đủ {number}, đơn vị có tồn tại nặng nhất đứng trước.",
        "en": "All {number}, those with the gravest violations first.",
    },
    "outline.units_some": {
        "vi": "Chỉ ghi {shown} có tồn tại nặng nhất, nặng nhất đứng trước; còn {left} khác không ghi ở đây.",
        "en": "Only the {shown} with the gravest violations, worst first; {left} more are not listed here.",
    },
    "outline.elsewhere": {
        "vi": "Tổng hợp này không ghi từng tồn tại, cũng không ghi những gì chưa được kiểm tra ở từng đơn vị: "
        "xem báo cáo riêng của đơn vị đó.",
        "en": "This roll-up names neither single violations nor what was not checked at each unit: "
        "see the unit's own report.",
    },
    "outline.undecided": {
        "vi": "{review} cần xem lại và {pending} chưa đến hạn không được coi là đạt.",
        "en": "{review} under review and {pending} not yet due do not count as passed.",
    },
    # The page in HTML
    "html.contents": {"vi": "Các mục của báo cáo", "en": "Sections of the report"},
    "html.filter": {"vi": "Lọc nội dung báo cáo", "en": "Filter the report"},
    "html.all": {"vi": "tất cả", "en": "all"},
    "html.group": {"vi": "Nhóm", "en": "Group"},
    "html.level": {"vi": "Mức tồn tại", "en": "Severity"},
    "html.search": {"vi": "Tìm trong báo cáo", "en": "Search the report"},
    "html.search_units": {"vi": "Tìm đơn vị", "en": "Search for a unit"},
    "html.reset": {"vi": "Bỏ lọc", "en": "Clear"},
    "html.shown_duties": {
        "vi": "Đang hiện {shown}/{all} nghĩa vụ. Bản in luôn có đủ.",
        "en": "{shown} of {all} duties shown. A printout always has all of them.",
    },
    "html.shown_units": {
        "vi": "Đang hiện {shown}/{all} đơn vị. Bản in luôn có đủ.",
        "en": "{shown} of {all} units shown. A printout always has all of them.",
    },
    "html.shown_none": {"vi": "Không có nội dung nào khớp với bộ lọc.", "en": "Nothing matches the filter."},
    "html.sort": {"vi": "Bấm tên cột để sắp xếp.", "en": "Press a column's name to sort."},
}
